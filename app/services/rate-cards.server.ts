// What an organisation pays for time: the card in force on a day, and taking over a published card as its own.
import { addDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { auditActorOf, type Administrator, type Coordinator } from "#app/domain/people/actors.ts";
import { weekBeginsIn } from "#app/domain/payments/paying-rules.ts";
import { covers } from "#app/domain/payments/planned-time.ts";
import { adoptPublishedCard, publishedCards, type CardQuestion } from "#app/domain/payments/published-cards.ts";
import { cardInForce, checkRateCard, type RateCard, type RateCardProblem, type RateLine } from "#app/domain/payments/rate-card.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listMeetings } from "#db/stores/meetings.ts";
import { addRateCard, findRateCard, listRateCards, type StoredCard } from "#db/stores/rate-cards.ts";
import { rateCardFields } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";
import { organisationOf } from "./organisations.server.ts";

export type RatesInForce = {
  /** The row to keep with a meeting, so that a later card changes nothing in it. */
  readonly cardId: string;
  readonly card: RateCard;
  /** The day this version was put in. */
  readonly updatedOn: CalendarDate;
  /** Lines that can pay for taking part in a meeting. */
  readonly lines: readonly RateLine[];
};

/** The organisation's lines on a day. Refused before its first card, and after the last day of one that says when it ends. */
export async function listRateLines(
  context: Context,
  organisationId: string,
  onDate: CalendarDate,
): Promise<Result<RatesInForce, "no-card-yet" | "card-ended">> {
  return ratesAmong(await listRateCards(context.db, organisationId), onDate);
}

/** The same among cards already read. */
export function ratesAmong(stored: readonly StoredCard[], onDate: CalendarDate): Result<RatesInForce, "no-card-yet" | "card-ended"> {
  const found = cardInForce(
    stored.map(({ card }) => card),
    onDate,
  );
  if (!found.ok) return found;
  const row = stored.find(({ card }) => card === found.value);
  if (!row) throw new Error("The card in force is not among the cards it was chosen from");
  return done({
    cardId: row.id,
    card: row.card,
    updatedOn: dayIn(row.createdAt),
    lines: row.card.lines.filter((line) => covers(line, "meeting")),
  });
}

/**
 * Makes a published card the organisation's own from a day on, by a decision of the coordinator that is recorded with it.
 * Refused with the question the publication leaves open. Breaks count as paid time, and planned time is paid when a meeting
 * ends early: the page says so before the button.
 */
export async function adoptRates(
  context: Context,
  coordinator: Coordinator,
  wanted: { readonly publishedId: string; readonly validFrom: CalendarDate; readonly halfDayMinutes?: number | undefined },
  intent?: string,
): Promise<Result<{ cardId: string }, "not-found" | CardQuestion>> {
  const published = publishedCards.find(({ id }) => id === wanted.publishedId);
  if (!published) return refused("not-found");
  return context.change(
    async (tx) => {
      const id = context.newId();
      const before = await listRateCards(tx, coordinator.organisationId);
      const card = adoptPublishedCard(published, {
        id,
        organisation: coordinator.organisationId,
        version: before.length + 1,
        validFrom: wanted.validFrom,
        approved: { by: coordinator.name, on: context.today },
        breaks: { kind: "count" },
        paysPlannedTime: true,
        weekBegins: weekBeginsIn((await organisationOf(context, coordinator.organisationId)).policies),
        cancellation: [],
        answers: wanted.halfDayMinutes === undefined ? {} : { halfDayMinutes: wanted.halfDayMinutes },
      });
      if (!card.ok) return card;
      await addRateCard(tx, {
        id,
        organisationId: coordinator.organisationId,
        card: card.value,
        name: card.value.name,
        validFrom: wanted.validFrom,
        createdAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "rates-adopted",
        subject: { kind: "rate-card", id },
        details: { published: published.id, from: wanted.validFrom },
      });
      await keepRates(context, tx, coordinator, before, card.value);
      return done({ cardId: id });
    },
    intent === undefined ? {} : { intent },
  );
}

export type PublishedChoice = {
  readonly id: string;
  readonly publisher: string;
  readonly name: string;
  readonly source: Source;
  readonly published: CalendarDate | "undated";
  readonly runsTo: CalendarDate | null;
  readonly isUnsure: boolean;
  /** Empty where the publication leaves something open that decides its figures. */
  readonly lines: readonly Pick<RateLine, "code" | "label" | "basis">[];
};

export type CardVersion = {
  readonly cardId: string;
  readonly card: RateCard;
  /** The day before the next one starts, or its own last day; null where it runs on. */
  readonly until: CalendarDate | null;
  readonly state: "to-come" | "in-use" | "ended";
  readonly meetings: number;
};

/** Every version of the organisation's rates, the newest first, and how many meetings pay by each. */
export async function rateHistory(context: Context, administrator: Administrator): Promise<readonly CardVersion[]> {
  const stored = await listRateCards(context.db, administrator.organisationId);
  const meetings = await listMeetings(context.db, administrator.organisationId);
  const inUse = cardInForce(
    stored.map(({ card }) => card),
    context.today,
  );
  return stored
    .map(({ id, card }, index): CardVersion => {
      const next = stored[index + 1]?.card.validFrom;
      const until = next === undefined ? (card.validTo ?? null) : addDays(next, -1);
      return {
        cardId: id,
        card,
        until,
        state: inUse.ok && inUse.value === card ? "in-use" : card.validFrom > context.today ? "to-come" : "ended",
        meetings: meetings.filter(({ rateCardId }) => rateCardId === id).length,
      };
    })
    .toReversed();
}

/** A card to start the next version from: one of the organisation's own by its id, or a published one. Null where there is none. */
export async function cardToStartFrom(
  context: Context,
  administrator: Administrator,
  id: string,
  halfDayMinutes?: number,
): Promise<Pick<RateCard, "name" | "breaks" | "paysPlannedTime" | "lines" | "cancellation" | "source"> | null> {
  const own = await findRateCard(context.db, administrator.organisationId, id);
  if (own !== undefined) return own.card;
  const published = publishedCards.find((card) => card.id === id);
  if (published === undefined) return null;
  const lines = published.buildLines(halfDayMinutes === undefined ? {} : { halfDayMinutes });
  return {
    name: `${published.publisher}: ${published.name}`,
    source: published.source,
    breaks: { kind: "count" },
    paysPlannedTime: true,
    // What the publication leaves open is typed in by whoever decides it.
    lines: lines.ok ? lines.value : [],
    cancellation: [],
  };
}

export type WantedRates = Pick<RateCard, "name" | "validFrom" | "breaks" | "paysPlannedTime" | "lines" | "cancellation"> & {
  readonly sourceTitle: string;
};

/**
 * Adds a version of the organisation's rates. Refused when the card is not sound, when another starts on that day, and when it
 * would start before today while there are rates already: the past does not change.
 */
export async function addRates(
  context: Context,
  administrator: Administrator,
  wanted: WantedRates,
  intent?: string,
): Promise<Result<{ readonly cardId: string }, "starts-in-the-past" | "starts-on-the-same-day" | readonly RateCardProblem[]>> {
  return context.change<Result<{ readonly cardId: string }, "starts-in-the-past" | "starts-on-the-same-day" | readonly RateCardProblem[]>>(
    async (tx) => {
      const before = await listRateCards(tx, administrator.organisationId);
      if (before.length > 0 && wanted.validFrom < context.today) return refused("starts-in-the-past");
      if (before.some(({ validFrom }) => validFrom === wanted.validFrom)) return refused("starts-on-the-same-day");
      const { sourceTitle, ...rest } = wanted;
      const id = context.newId();
      const card: RateCard = {
        ...rest,
        id,
        organisation: administrator.organisationId,
        version: before.length + 1,
        approved: { by: administrator.name, on: context.today },
        source: { title: sourceTitle, checkedOn: context.today },
        published: "undated",
        weekBegins: weekBeginsIn((await organisationOf(context, administrator.organisationId)).policies),
      };
      const problems = checkRateCard(card);
      if (problems.length > 0) return refused(problems);
      await addRateCard(tx, {
        id,
        organisationId: administrator.organisationId,
        card,
        name: card.name,
        validFrom: card.validFrom,
        createdAt: context.now,
      });
      await record(context, tx, {
        organisationId: administrator.organisationId,
        actor: auditActorOf(administrator),
        action: "rates-added",
        subject: { kind: "rate-card", id },
        details: { version: card.version, from: card.validFrom, lines: card.lines.length },
      });
      await keepRates(context, tx, administrator, before, card);
      return done({ cardId: id });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Keeps what a new version changed, beside the version that ends where it starts. */
async function keepRates(
  context: Context,
  tx: Tx,
  by: Pick<Administrator, "organisationId" | "staffId">,
  earlier: readonly StoredCard[],
  card: RateCard,
): Promise<void> {
  const before = earlier.filter(({ validFrom }) => validFrom < card.validFrom).at(-1)?.card ?? null;
  const fields = rateCardFields(before, card);
  await keepSettingChange(context, tx, by, { kind: "rates", about: `${card.name}, version ${card.version}`, fields });
}

/** Rates real bodies have published, to start from. */
export function publishedChoices(): readonly PublishedChoice[] {
  return publishedCards.map((card) => {
    const lines = card.buildLines({});
    return {
      id: card.id,
      publisher: card.publisher,
      name: card.name,
      source: card.source,
      published: card.published,
      runsTo: card.runs?.to ?? null,
      isUnsure: card.grade === "unsure",
      lines: lines.ok ? lines.value.map(({ code, label, basis }) => ({ code, label, basis })) : [],
    };
  });
}

/** The line of a card a meeting pays by; null where it pays by none. */
export async function findRateLine(
  context: Context,
  meeting: { readonly organisationId: string; readonly rateCardId: string | null; readonly rateLineCode: string | null },
): Promise<RateLine | null> {
  if (meeting.rateCardId === null) return null;
  const stored = await findRateCard(context.db, meeting.organisationId, meeting.rateCardId);
  return stored?.card.lines.find(({ code }) => code === meeting.rateLineCode) ?? null;
}
