// Where one fact of a venue stands on a day, worked out from everything anybody said of it and from what people settled. Newer
// does not beat better: where statements disagree, nobody's word is taken until a person decides. Pure; no sentences.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import type { VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { disagree, fallsShort, isFirstHand, isTooOld, rankOf, type FactSource, type Statement } from "./statements.ts";

/** A statement that gives a value. */
export type Saying<S extends Statement = Statement> = S & { readonly value: VenueFact };

/** What a person decided: one statement stands, or the fact is not known until somebody checks. */
export type Settlement = {
  readonly statementId: string | null;
  /** The statements that were looked at; those that say something else than the one that stands are set aside. */
  readonly considered: readonly string[];
  readonly settledAt: Instant;
};

export type Standing<S extends Statement = Statement> =
  | { readonly is: "nobody-said" }
  | { readonly is: "not-known"; readonly because: "they-do-not-know" | "settled-so"; readonly last: S }
  | { readonly is: "too-old"; readonly last: Saying<S> }
  | { readonly is: "known"; readonly value: VenueFact; readonly by: Saying<S>; readonly isSettled: boolean }
  /** `sayings` has the most trusted first. `meanwhile` is a first-hand finding that falls short: it counts at once. */
  | { readonly is: "disagree"; readonly sayings: readonly Saying<S>[]; readonly meanwhile?: Saying<S> };

export type FactHistory<S extends Statement = Statement> = {
  readonly feature: VenueFeatureId;
  readonly statements: readonly S[];
  readonly settlements: readonly Settlement[];
};

/** The day to judge from, and the day the building was last changed, if it was. */
export type OnDay = { readonly on: CalendarDate; readonly changedOn: CalendarDate | null };

/**
 * Works out where a fact stands.
 * - Of each way of knowing, the newest statement speaks; its older ones are history. "I do not know" withdraws what was said.
 * - A statement past its months, or from before the building was changed, is too old to rely on.
 * - Values that cannot both be right disagree. One that is too old still does, where it is the better one: a newer word of
 *   somebody who did not measure does not quietly take its place.
 * - The last settlement sets aside what was looked at and says anything else than what stands. A statement that arrives later is not
 *   set aside, so it opens the question again. What was settled as not known waits for somebody who checks, or for a word at least
 *   as good as the best one set aside: a map or a guide does not know better than the person who looked at both.
 * The order in which statements are given makes no difference.
 */
export function standingOf<S extends Statement>({ feature, statements, settlements }: FactHistory<S>, day: OnDay): Standing<S> {
  const speaking = newestOfEach(statements);
  const settled = settlements.toSorted((one, other) => compare(other.settledAt, one.settledAt))[0];
  const stands = settled === undefined ? undefined : speaking.find(({ id }) => id === settled.statementId);
  const isSetAside = ({ id, value }: S): boolean =>
    settled !== undefined && settled.considered.includes(id) && (stands === undefined || stands.value === null || value !== stands.value);
  const bestSetAside =
    settled?.statementId === null
      ? Math.min(
          ...statements.filter(({ id, value }) => value !== null && settled.considered.includes(id)).map(({ source }) => rankOf(source)),
        )
      : Infinity;
  const isTooWeak = ({ source }: S): boolean => !isFirstHand(source) && rankOf(source) > bestSetAside;
  const heard = speaking.filter((statement) => !isSetAside(statement) && !isTooWeak(statement));
  const sayings = heard.filter(hasValue).toSorted(mostTrustedFirst);
  const fresh = sayings.filter((saying) => !isTooOld(feature, saying, day.on, day.changedOn));

  const isFresh = (saying: Saying<S>): boolean => fresh.includes(saying);
  // A fresh word, against a fresh one or against an old one to be trusted more.
  const isHeldAgainst = (one: Saying<S>, other: Saying<S>): boolean =>
    isFresh(one) && (isFresh(other) || rankOf(other.source) < rankOf(one.source));
  const opposed = sayings.filter((one) =>
    sayings.some((other) => disagree(feature, one.value, other.value) && (isHeldAgainst(one, other) || isHeldAgainst(other, one))),
  );
  if (opposed.length > 0) {
    const meanwhile = opposed.find((saying) => isFresh(saying) && isFirstHand(saying.source) && fallsShort(feature, saying.value));
    return { is: "disagree", sayings: opposed, ...(meanwhile === undefined ? {} : { meanwhile }) };
  }
  // A measurement says more than "it is there".
  const by = fresh.find(({ value }) => typeof value === "number") ?? fresh[0];
  if (by !== undefined) return { is: "known", value: by.value, by, isSettled: by.id === stands?.id && speaking.some(isSetAside) };
  const [tooOld] = sayings;
  if (tooOld !== undefined) return { is: "too-old", last: tooOld };
  const last = speaking.toSorted(newestFirst)[0];
  if (last === undefined) return { is: "nobody-said" };
  return { is: "not-known", because: heard.length === 0 ? "settled-so" : "they-do-not-know", last };
}

/** The value a plan may rely on; undefined is not known, which is never a yes. */
export function factOf(standing: Standing): VenueFact | undefined {
  if (standing.is === "known") return standing.value;
  return standing.is === "disagree" ? standing.meanwhile?.value : undefined;
}

/** The facts of a venue that a plan may rely on. What is not known is left out. */
export function factsToRelyOn(histories: readonly FactHistory[], day: OnDay): VenueFacts {
  return Object.fromEntries(
    histories.flatMap((history) => {
      const fact = factOf(standingOf(history, day));
      return fact === undefined ? [] : [[history.feature, fact] as const];
    }),
  );
}

function newestOfEach<S extends Statement>(statements: readonly S[]): readonly S[] {
  const newest = new Map<FactSource, S>();
  for (const statement of statements.toSorted(newestFirst)) {
    if (!newest.has(statement.source)) newest.set(statement.source, statement);
  }
  return [...newest.values()];
}

function hasValue<S extends Statement>(statement: S): statement is Saying<S> {
  return statement.value !== null;
}

function newestFirst(one: Statement, other: Statement): number {
  return compare(other.checkedOn, one.checkedOn) || compare(other.savedAt, one.savedAt) || compare(other.id, one.id);
}

function mostTrustedFirst(one: Statement, other: Statement): number {
  return rankOf(one.source) - rankOf(other.source);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
