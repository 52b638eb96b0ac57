// What a person's time comes to once it is known how they took part: the activities of their offer, priced again by the same
// card with the minutes they were there. Reading and getting ready were promised with taking part, and stay as offered unless
// a coordinator marked something else.
import type { Instant } from "#app/domain/basics/dates.ts";
import { nothing, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Offer } from "./offer.ts";
import {
  lengthToPay,
  payForCancelled,
  priceTime,
  type EarlierPay,
  type PricedEntry,
  type PricedTime,
  type PriceProblem,
  type TimeEntry,
} from "./price-time.ts";
import type { Activity, CancelRule, RateCard } from "./rate-card.ts";

export const attendances = ["in-room", "online", "another-way", "part", "not"] as const;
export type Attendance = (typeof attendances)[number];

/** Time given beside the meeting's own hours: minutes, or a number of things such as documents reviewed. */
export type TimeBeside = { readonly activity: Activity; readonly minutes: number | null; readonly items: number | null };

/** Who called the meeting, or somebody's part in it, off, how long before, and whether they had got ready. */
export type CalledOff = { readonly by: CancelRule["cancelledBy"]; readonly noticeMinutes: number; readonly preparationDone: boolean };

export type AttendedTime = PricedTime & {
  /** How a meeting that was called off was paid: by which rule, or by none, and then a person decides. */
  readonly calledOff?: { readonly what: CalledOff; readonly rule: CancelRule | "none" };
};

/**
 * Prices the time of an offer as it was given. Somebody who did not take part is paid for no time, except where the meeting or
 * their part was called off: then the offer's own rule decides, and without one a person does. Refused when the card cannot
 * price what was given.
 */
export function priceAttendedTime(input: {
  readonly offer: Pick<Offer, "activities" | "cancellation">;
  readonly card: RateCard;
  readonly attendance: Attendance;
  /** Minutes at the meeting; absent means as offered. */
  readonly minutes?: number | undefined;
  readonly beside?: readonly TimeBeside[] | undefined;
  readonly calledOff?: CalledOff | undefined;
  readonly earlier: readonly EarlierPay[];
}): Result<AttendedTime, readonly PriceProblem[]> {
  const { offer, card, attendance, minutes, beside, calledOff, earlier } = input;
  if (calledOff !== undefined) return priceCalledOff({ offer, card, calledOff, beside, earlier });
  if (attendance === "not") return priceTime({ card, entries: [], earlier });
  const entries = entriesGiven(offer, beside).map((entry): TimeEntry => {
    if (entry.activity !== "meeting" || entry.minutes === undefined || minutes === undefined) return entry;
    const { minutes: paid } = lengthToPay(card, {
      plannedMinutes: entry.minutes,
      actualMinutes: minutes,
      attended: attendance === "part" ? "part" : "all",
      breakMinutes: [],
    });
    return { ...entry, minutes: paid };
  });
  return priceTime({ card, entries, earlier });
}

// The meeting's own entries as offered; the rest as marked, or as offered where nothing was marked.
function entriesGiven(offer: Pick<Offer, "activities">, beside: readonly TimeBeside[] | undefined): readonly TimeEntry[] {
  const offered = offer.activities.map(({ entry }) => entry);
  if (beside === undefined) return offered;
  const meeting = offered.filter(({ activity }) => activity === "meeting");
  const [model] = offered;
  if (model === undefined) return [];
  const marked = beside.map((one, index): TimeEntry => {
    const same = offered.find(({ activity }) => activity === one.activity);
    return {
      id: same?.id ?? `${one.activity}-${index + 1}`,
      event: model.event,
      date: same?.date ?? model.date,
      activity: one.activity,
      ...(model.role === undefined ? {} : { role: model.role }),
      ...(model.mode === undefined ? {} : { mode: model.mode }),
      ...(same?.lineCode === undefined ? {} : { lineCode: same.lineCode }),
      ...(one.minutes === null ? {} : { minutes: one.minutes }),
      ...(one.items === null ? {} : { items: one.items }),
    };
  });
  return [...meeting, ...marked];
}

function priceCalledOff({
  offer,
  card,
  calledOff,
  beside,
  earlier,
}: {
  readonly offer: Pick<Offer, "activities" | "cancellation">;
  readonly card: RateCard;
  readonly calledOff: CalledOff;
  readonly beside: readonly TimeBeside[] | undefined;
  readonly earlier: readonly EarlierPay[];
}): Result<AttendedTime, readonly PriceProblem[]> {
  const isPreparation = ({ activity }: TimeEntry) => activity !== "meeting" && activity !== "travel-time";
  const prepared = calledOff.preparationDone ? entriesGiven(offer, beside).filter(isPreparation) : [];
  const meeting = offer.activities.filter(({ entry }) => entry.activity === "meeting");
  const ready = priceTime({ card, entries: prepared, earlier });
  if (!ready.ok) return refused(ready.refusal);
  const paid = payForCancelled({
    rules: offer.cancellation,
    cancelledBy: calledOff.by,
    noticeMinutes: calledOff.noticeMinutes,
    meetingAmount: sum(meeting.map(({ amount }) => amount)),
    preparationDone: ready.value.total,
    costsLost: nothing,
  });
  if (!paid.ok) return done({ ...emptyTime(card), calledOff: { what: calledOff, rule: "none" } });
  const { rule } = paid.value;
  const kept = rule.paysPreparationDone ? ready.value : emptyTime(card);
  const [first] = meeting;
  const entry =
    first === undefined ? [] : [calledOffEntry(first, { rule, of: sum(meeting.map(({ amount }) => amount)), amount: paid.value.meeting })];
  return done({
    ...kept,
    entries: [...entry, ...kept.entries],
    uncapped: sum([kept.uncapped, paid.value.meeting]),
    total: sum([kept.total, paid.value.meeting]),
    calledOff: { what: calledOff, rule },
  });
}

function calledOffEntry(
  offered: PricedEntry,
  { rule, of, amount }: { readonly rule: CancelRule; readonly of: Pence; readonly amount: Pence },
): PricedEntry {
  return { entry: offered.entry, line: offered.line, working: [{ step: "called-off", rule, of, amount }], amount };
}

function emptyTime(card: RateCard): PricedTime {
  return { card: { id: card.id, version: card.version }, entries: [], caps: [], cuts: [], uncapped: nothing, total: nothing };
}

/** The meeting's planned minutes in an offer, for the box that is filled in beforehand; undefined where the offer has no meeting time. */
export function meetingMinutesIn(offer: Pick<Offer, "activities">): number | undefined {
  return offer.activities.find(({ entry }) => entry.activity === "meeting")?.entry.minutes;
}

/** When a meeting was, as far as comparing it with another claim needs. */
export type Span = { readonly from: Instant; readonly to: Instant };
