// What is on record of venues: every statement with who made it and when, where each fact stands today, and what people settled.
// Whatever reads a venue's facts reads them here, so that every page and paper relies on the same value.
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { factOf, standingOf, type Standing } from "#app/domain/venues/standing.ts";
import { holdsUntil, isTooOld, monthsItHolds, type FactSource, type Statement } from "#app/domain/venues/statements.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import {
  addSettlement,
  addStatements,
  listSettlements,
  listStatements,
  type VenueSettlement,
  type VenueStatement,
} from "#db/stores/venue-facts.ts";
import { findVenue, type Venue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";

/** A statement as it is shown. */
export type SaidView = Statement & {
  readonly saidBy: string;
  readonly note: string;
  readonly holdsUntil: CalendarDate;
  readonly isTooOld: boolean;
};

export type SettledView = {
  readonly statementId: string | null;
  readonly considered: readonly string[];
  readonly reason: string;
  readonly settledBy: string;
  readonly settledAt: Instant;
};

/** One feature of one venue, with all that was ever said of it. */
export type FactRecord = {
  readonly feature: VenueFeatureId;
  readonly standing: Standing<SaidView>;
  /** The value plans rely on; null is not known. */
  readonly value: VenueFact | null;
  /** The newest first. */
  readonly statements: readonly SaidView[];
  /** The newest first. */
  readonly settlements: readonly SettledView[];
  readonly monthsItHolds: number;
};

/** A fact in one line: what plans rely on, and the statement to name as its source. */
export type FactOnRecord = {
  readonly featureId: string;
  readonly value: VenueFact | null;
  readonly standing: Standing["is"];
  readonly source: FactSource;
  readonly saidBy: string;
  readonly checkedOn: CalendarDate;
  readonly note: string;
  /** What was said and is not relied on: each side where people differ, and the last word where it is too old; else nothing. */
  readonly heard: readonly Heard[];
};

export type Heard = Pick<SaidView, "source" | "saidBy" | "checkedOn"> & { readonly value: VenueFact };

type VenueToRead = Pick<Venue, "id" | "changedOn">;

/** Every feature of which anything was said, for each of the venues given. */
export async function recordsOf(
  context: Pick<Context, "today">,
  db: Db,
  venues: readonly VenueToRead[],
): Promise<ReadonlyMap<string, readonly FactRecord[]>> {
  const ids = venues.map(({ id }) => id);
  // What was said of a later day says nothing of this one: a meeting that is over keeps the facts of its own day.
  const { today } = context;
  const statements = Map.groupBy(
    (await listStatements(db, ids)).filter(({ checkedOn }) => checkedOn <= today),
    ({ venueId }) => venueId,
  );
  const settlements = Map.groupBy(
    (await listSettlements(db, ids)).filter(({ settledAt }) => dayIn(settledAt) <= today),
    ({ venueId }) => venueId,
  );
  return new Map(
    venues.map((venue) => {
      const day = { on: today, changedOn: venue.changedOn !== null && venue.changedOn > today ? null : venue.changedOn };
      const said = Map.groupBy(statements.get(venue.id) ?? [], ({ featureId }) => featureId);
      const settled = Map.groupBy(settlements.get(venue.id) ?? [], ({ featureId }) => featureId);
      const records = venueFeatureIds.flatMap((feature) => {
        const here = said.get(feature);
        return here === undefined ? [] : [recordOf(feature, here, settled.get(feature) ?? [], day)];
      });
      return [venue.id, records] as const;
    }),
  );
}

function recordOf(
  feature: VenueFeatureId,
  rows: readonly VenueStatement[],
  settled: readonly VenueSettlement[],
  day: { readonly on: CalendarDate; readonly changedOn: CalendarDate | null },
): FactRecord {
  const statements = rows.map(({ id, value, source, checkedOn, savedAt, saidBy, note }): SaidView => ({
    id,
    value,
    source,
    checkedOn,
    savedAt,
    saidBy,
    note,
    holdsUntil: holdsUntil(feature, checkedOn),
    isTooOld: isTooOld(feature, { checkedOn }, day.on, day.changedOn),
  }));
  const settlements = settled.map(({ statementId, considered, reason, settledBy, settledAt }) => ({
    statementId,
    considered,
    reason,
    settledBy,
    settledAt,
  }));
  const standing = standingOf({ feature, statements, settlements }, day);
  return {
    feature,
    standing,
    value: factOf(standing) ?? null,
    statements: statements.toReversed(),
    settlements: settlements.toReversed(),
    monthsItHolds: monthsItHolds(feature),
  };
}

/** What plans and papers rely on of one venue. A feature is here when anybody said anything of it, known or not. */
export async function factsOnRecord(context: Pick<Context, "today">, db: Db, venue: VenueToRead): Promise<readonly FactOnRecord[]> {
  const records = (await recordsOf(context, db, [venue])).get(venue.id) ?? [];
  return records.map(({ feature, value, standing }) => {
    const by = speakerOf(standing);
    return {
      featureId: feature,
      value,
      standing: standing.is,
      source: by.source,
      saidBy: by.saidBy,
      checkedOn: by.checkedOn,
      note: by.note,
      heard: heardOf(standing),
    };
  });
}

function heardOf(standing: Standing<SaidView>): readonly Heard[] {
  const sayings = standing.is === "disagree" ? standing.sayings : standing.is === "too-old" ? [standing.last] : [];
  return sayings.map(({ value, source, saidBy, checkedOn }) => ({ value, source, saidBy, checkedOn }));
}

/** The statement to name as the source of where a fact stands. */
function speakerOf(standing: Standing<SaidView>): SaidView {
  switch (standing.is) {
    case "known":
      return standing.by;
    case "disagree": {
      const first = standing.meanwhile ?? standing.sayings[0];
      if (first === undefined) throw new Error("A disagreement of nobody");
      return first;
    }
    case "not-known":
    case "too-old":
      return standing.last;
    case "nobody-said":
      throw new Error("A record of a fact nobody spoke of");
  }
}

/** An answer about one feature: a value, or null for "I do not know". What was left out is not touched. */
export type FactAnswer = { readonly feature: VenueFeatureId; readonly value: VenueFact | null; readonly note: string };

/** How a set of answers is known: the source, who, the day, and the checklist or import it came by. */
export type Provenance = {
  readonly source: FactSource;
  readonly saidBy: string;
  readonly checkedOn: CalendarDate;
  readonly requestId?: string;
  readonly importId?: string;
};

/** Adds statements inside a change. */
export async function stateFacts(
  context: Context,
  tx: Tx,
  venue: Pick<Venue, "id" | "organisationId">,
  answers: readonly FactAnswer[],
  provenance: Provenance,
): Promise<void> {
  await addStatements(
    tx,
    answers.map(({ feature, value, note }) => ({
      id: context.newId(),
      organisationId: venue.organisationId,
      venueId: venue.id,
      featureId: feature,
      value,
      note,
      ...provenance,
      savedAt: context.now,
    })),
  );
}

/** One feature of a venue with everything said of it, for the page where it is checked and settled. */
export async function findFact(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly feature: string },
): Promise<Result<{ readonly venue: Pick<Venue, "id" | "name">; readonly fact: FactRecord }, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, at.venueId);
  const feature = venueFeatureIds.find((id) => id === at.feature);
  if (!venue || feature === undefined) return refused("not-found");
  const records = (await recordsOf(context, context.db, [venue])).get(venue.id) ?? [];
  const fact = records.find((one) => one.feature === feature) ?? {
    feature,
    standing: { is: "nobody-said" as const },
    value: null,
    statements: [],
    settlements: [],
    monthsItHolds: monthsItHolds(feature),
  };
  return done({ venue: { id: venue.id, name: venue.name }, fact });
}

export type NewFact = FactAnswer & { readonly source: FactSource; readonly saidBy: string; readonly checkedOn: CalendarDate };

/** Records one fact that a coordinator learned: measured, seen by a visitor, published, or said by the venue. Never of a day to come. */
export async function recordFact(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  fact: NewFact,
  intent?: string,
): Promise<Result<{ readonly feature: VenueFeatureId }, "not-found" | "not-yet">> {
  if (fact.checkedOn > context.today) return refused("not-yet");
  return context.change<Result<{ feature: VenueFeatureId }, "not-found">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, venueId);
      if (!venue) return refused("not-found");
      const { source, saidBy, checkedOn, ...answer } = fact;
      await stateFacts(context, tx, venue, [answer], { source, saidBy, checkedOn });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-facts-saved",
        subject: { kind: "venue", id: venue.id },
        details: { facts: 1, feature: answer.feature, source },
      });
      return done({ feature: answer.feature });
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Decides which statement stands. `statementId` null means: not known until somebody checks. Refused as `changed` when
 * something was said since the page was drawn, so that nobody settles what they have not seen.
 */
export async function settleFact(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly feature: string },
  decision: { readonly statementId: string | null; readonly considered: readonly string[]; readonly reason: string },
  intent?: string,
): Promise<Result<{ readonly feature: VenueFeatureId }, "not-found" | "changed">> {
  return context.change<Result<{ feature: VenueFeatureId }, "not-found" | "changed">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
      const feature = venueFeatureIds.find((id) => id === at.feature);
      if (!venue || feature === undefined) return refused("not-found");
      const here = (await listStatements(tx, [venue.id])).filter(({ featureId }) => featureId === feature).map(({ id }) => id);
      if (here.some((id) => !decision.considered.includes(id))) return refused("changed");
      if (decision.statementId !== null && !here.includes(decision.statementId)) return refused("not-found");
      await addSettlement(tx, {
        id: context.newId(),
        organisationId: coordinator.organisationId,
        venueId: venue.id,
        featureId: feature,
        statementId: decision.statementId,
        considered: here,
        reason: decision.reason,
        settledBy: coordinator.name,
        settledAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "venue-fact-settled",
        subject: { kind: "venue", id: venue.id },
        details: { feature, isKnown: decision.statementId !== null },
      });
      return done({ feature });
    },
    intent === undefined ? {} : { intent },
  );
}
