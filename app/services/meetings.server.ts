// Meetings: drafts saved page by page, the meeting itself once it is created, and the facts planning needs of it.
import {
  addWorkingDays,
  clockTimeOf,
  daysBetween,
  minutesOf,
  momentOf,
  type CalendarDate,
  type ClockTime,
  type Nation,
} from "#app/domain/basics/dates.ts";
import { observancesOn, type ObservanceOn } from "#app/domain/basics/observances.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { conditionsOfTheDay, conditionsOfThePlace, type MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { OnlineFeatureId } from "#app/domain/access/online-features.ts";
import { supportOf } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { keyDates, replyByFor, type KeyDate } from "#app/domain/meetings/key-dates.ts";
import type { MeetingFacts } from "#app/domain/meetings/meeting.ts";
import { sunsetOf, type KnownSunset } from "#app/domain/meetings/sunset.ts";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { CostsBefore, OfferRefusal, PaidWithin } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { findStaff, listStaff } from "#db/stores/accounts.ts";
import { addRole, listRoles } from "#db/stores/day.ts";
import type { BookedFor } from "#db/stores/bookings.ts";
import {
  addMeeting,
  addVenueOf,
  findMeeting,
  findVenueOf,
  listMeetings,
  listReplies,
  saveMeeting,
  type AgendaItem,
  type Meeting,
  type MeetingMode,
  type MeetingStep,
  type PaidTime,
  type PaymentOffered,
} from "#db/stores/meetings.ts";
import { findRateCard } from "#db/stores/rate-cards.ts";
import type { Venue } from "#db/stores/venues.ts";
import { addSeries, findSeries, listSeries } from "#db/stores/series.ts";
import type { Context } from "./context.server.ts";
import { offerOf, renewOffers } from "./offers.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { listVenuesFor } from "./venues.server.ts";
import { coordinatesOf } from "./venue-places.server.ts";

export type { AgendaItem, Meeting, MeetingMode, MeetingStep, PaidTime, PaymentOffered };

/** The pages of "Create a meeting", in order. */
export const meetingSteps: readonly MeetingStep[] = ["about", "type", "when", "what", "where", "payment"];

export type AboutFacts = {
  readonly name: string;
  readonly about: string;
  readonly asked: string;
  readonly contact:
    | { readonly kind: "staff"; readonly staffId: string }
    | { readonly kind: "someone-else"; readonly name: string; readonly phone: string; readonly email: string };
};
export type TypeFacts = { readonly mode: MeetingMode };
export type WhenFacts = {
  readonly when:
    | { readonly kind: "known"; readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime }
    | { readonly kind: "not-known" };
  readonly breaks: { readonly everyMinutes: number; readonly minutes: number };
};
export type WhatFacts = {
  readonly agenda: readonly AgendaItem[];
  readonly expectedPeople: number;
  readonly foodServed: boolean;
  /** 0 where everybody stays together. */
  readonly parallelGroups: number;
  readonly conditions: readonly MeetingCondition[];
};
export type WhereFacts = {
  /** Left out for a wholly online meeting. */
  readonly place?:
    | { readonly kind: "venue"; readonly venueId: string }
    | { readonly kind: "compare" }
    | { readonly kind: "new"; readonly name: string; readonly address: string; readonly email: string };
  /** Left out for a meeting only in a room. */
  readonly online?: { readonly service: string; readonly joiningLink: string; readonly features: readonly OnlineFeatureId[] };
  /** Whose bank holidays and law count; left out, it stays as it is: at first the organisation's. */
  readonly nation?: Nation;
  readonly conditions: readonly MeetingCondition[];
};
export type PaymentFacts = {
  readonly offered: PaymentOffered;
  /** Wanted where time is paid. */
  readonly rate?: { readonly cardId: string; readonly lineCode: string };
  readonly paidTime?: PaidTime;
  readonly costs: readonly ExpenseKind[];
  readonly costsOther: string;
  readonly costsBefore?: CostsBefore;
  readonly budgetCode: string;
  readonly paidWithin?: PaidWithin;
};

type NotSaved = "not-found" | "changed-by-someone-else";
export type SavedMeeting = { readonly id: string; readonly reference: string; readonly version: number };
/** What somebody read before they changed it: the meeting and the version it had. */
export type MeetingAt = { readonly reference: string; readonly version: number };

/** A meeting of the coordinator's organisation, in any state. */
export async function findMeetingFor(context: Context, coordinator: Coordinator, reference: string): Promise<Result<Meeting, "not-found">> {
  const found = await findMeeting(context.db, coordinator.organisationId, reference);
  return found ? done(found) : refused("not-found");
}

/** Begins a draft with its first page; from here on it has a reference. */
export async function startMeeting(
  context: Context,
  coordinator: Coordinator,
  facts: AboutFacts,
  intent?: string,
): Promise<Result<SavedMeeting, "unknown-contact">> {
  const organisation = await organisationOf(context, coordinator.organisationId);
  return context.change(async (tx) => {
    const contact = await contactFrom(tx, coordinator, facts.contact);
    if (!contact) return refused("unknown-contact");
    const saved = { id: context.newId(), reference: await freeReference(context, tx), version: 1 };
    await addMeeting(tx, {
      ...saved,
      organisationId: organisation.id,
      nation: organisation.nation,
      state: "draft",
      name: facts.name,
      about: facts.about,
      asked: facts.asked,
      contact,
      coordinatorId: coordinator.staffId,
      onlineFeatures: [],
      agenda: [],
      conditions: [],
      costsCovered: [],
      answeredSteps: ["about"],
      createdAt: context.now,
    });
    await recordStep(context, tx, coordinator, saved.id, "meeting-started", "about");
    return done(saved);
  }, optional(intent));
}

/** Saves what the meeting is about. */
export async function saveAbout(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: AboutFacts,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved | "unknown-contact">> {
  return saveStep(context, coordinator, at, "about", intent, async (tx) => {
    const contact = await contactFrom(tx, coordinator, facts.contact);
    return contact ? done({ name: facts.name, about: facts.about, asked: facts.asked, contact }) : refused("unknown-contact");
  });
}

/** Saves how people take part. What no longer applies (a room, an online service) stays on file and is not used. */
export async function saveType(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: TypeFacts,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved>> {
  return saveStep(context, coordinator, at, "type", intent, async () => done({ mode: facts.mode }));
}

export type WhenRefusal =
  | NotSaved
  | "in-the-past"
  | "ends-before-it-starts"
  | "start-does-not-exist"
  | "start-happens-twice"
  | "finish-does-not-exist"
  | "finish-happens-twice";

/**
 * Saves when the meeting is. Refuses a day that is past, a finish that is not after the start, and times a London clock
 * does not show or shows twice on that day. Offers already made move with the date and never become smaller.
 */
export async function saveWhen(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: WhenFacts,
  intent?: string,
): Promise<Result<SavedMeeting, WhenRefusal>> {
  const breaks = { breakEveryMinutes: facts.breaks.everyMinutes, breakMinutes: facts.breaks.minutes };
  const { when } = facts;
  if (when.kind === "not-known") {
    return saveStep(context, coordinator, at, "when", intent, async () =>
      done({ ...breaks, date: null, startsAt: null, endsAt: null, replyBy: null }),
    );
  }
  return saveStep<WhenRefusal>(context, coordinator, at, "when", intent, async (_tx, meeting) => {
    const problem = whyNotThen(context, meeting, when);
    if (problem !== null) return refused(problem);
    const isMoved = when.date !== meeting.date;
    return done({
      ...breaks,
      date: when.date,
      startsAt: when.startsAt,
      endsAt: when.endsAt,
      replyBy: isMoved || meeting.replyBy === null ? replyByFor(when.date, context.today) : meeting.replyBy,
    });
  });
}

/** Why a meeting cannot be at a time, or null when it can. A meeting that was already held may keep its own day. */
export function whyNotThen(
  context: Context,
  meeting: Pick<Meeting, "date">,
  when: { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime },
): Exclude<WhenRefusal, NotSaved> | null {
  if (when.date !== meeting.date && when.date < context.today) return "in-the-past";
  const start = momentOf(when.date, when.startsAt);
  if (!start.ok) return start.refusal === "no-such-time" ? "start-does-not-exist" : "start-happens-twice";
  const finish = momentOf(when.date, when.endsAt);
  if (!finish.ok) return finish.refusal === "no-such-time" ? "finish-does-not-exist" : "finish-happens-twice";
  return finish.value > start.value ? null : "ends-before-it-starts";
}

/** Something worth knowing before a date is kept; none of them stops anybody. */
export type DateWarning =
  | { readonly kind: "bank-holiday" }
  | { readonly kind: "holidays-not-known" }
  | { readonly kind: "observance"; readonly on: ObservanceOn }
  | { readonly kind: "observances-not-known" }
  | { readonly kind: "early-start" }
  | { readonly kind: "short-notice"; readonly days: number; readonly usualWorkingDays: number }
  /** People asked who told us that this day does not work, and how many of them cannot take part without something. */
  | { readonly kind: "people-cannot"; readonly people: number; readonly leavesOut: number }
  | { readonly kind: "never-then"; readonly people: number };

/** What the calendar says of a date: bank holidays of the meeting's nation, religious and cultural days, early starts, too little time for interpreters. */
export function warningsAbout(
  context: Context,
  meeting: Pick<Meeting, "nation" | "mode">,
  when: { readonly date: CalendarDate; readonly startsAt: ClockTime },
): readonly DateWarning[] {
  const holidays = context.holidaysOf(meeting.nation);
  const warnings: DateWarning[] = [...holidayWarnings(context, { ...meeting, date: when.date })];
  const observed = observancesOn(when.date);
  if (observed.ok) warnings.push(...observed.value.map((on) => ({ kind: "observance", on }) as const));
  else warnings.push({ kind: "observances-not-known" });
  if (minutesOf(when.startsAt) < minutesOf(clockTimeOf("10:00"))) warnings.push({ kind: "early-start" });
  const interpreter = supportOf(meeting.mode === "online" ? "bsl-interpreter-remote" : "bsl-interpreter");
  const usualWorkingDays = interpreter.leadWorkingDays.typical;
  const bookBy = addWorkingDays(when.date, -usualWorkingDays, holidays);
  if (bookBy.ok && bookBy.value < context.today) {
    warnings.push({ kind: "short-notice", days: daysBetween(context.today, when.date), usualWorkingDays });
  }
  return warnings;
}

/** Whether a meeting's day is a bank holiday where it is held, or nobody knows; nothing while its date is not known. */
export function holidayWarnings(
  context: Context,
  { date, nation }: Pick<Meeting, "date" | "nation">,
): readonly (DateWarning & { readonly kind: "bank-holiday" | "holidays-not-known" })[] {
  if (date === null) return [];
  const { from, goodUntil, days } = context.holidaysOf(nation);
  if (date > goodUntil || date < from) return [{ kind: "holidays-not-known" }];
  return days.has(date) ? [{ kind: "bank-holiday" }] : [];
}

/** Saves what will happen at the meeting: planning breaks, interpreters and catering needs it. */
export async function saveWhat(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: WhatFacts,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved>> {
  return saveStep(context, coordinator, at, "what", intent, async (_tx, meeting) =>
    done({
      agenda: facts.agenda,
      expectedPeople: facts.expectedPeople,
      foodServed: facts.foodServed,
      parallelGroups: facts.parallelGroups,
      conditions: replaced(meeting.conditions, conditionsOfTheDay, facts.conditions),
    }),
  );
}

/** Saves where the meeting is, and in which nation; a new venue is kept for other meetings too. Refuses a venue of another organisation. */
export async function saveWhere(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: WhereFacts,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved | "unknown-venue">> {
  return saveStep<NotSaved | "unknown-venue">(context, coordinator, at, "where", intent, async (tx, meeting) => {
    const { place, online, nation = meeting.nation } = facts;
    if (nation !== meeting.nation) await recordStep(context, tx, coordinator, meeting.id, "nation-chosen", null);
    const change: Partial<Meeting> = {
      nation,
      conditions: replaced(meeting.conditions, conditionsOfThePlace, facts.conditions),
      ...(online === undefined ? {} : { onlineService: online.service, joiningLink: online.joiningLink, onlineFeatures: online.features }),
    };
    if (place === undefined) return done(change);
    if (place.kind === "compare") return done({ ...change, venueId: null, venueState: "compare" });
    if (place.kind === "venue") {
      if (!(await findVenueOf(tx, coordinator.organisationId, place.venueId))) return refused("unknown-venue");
      return done({ ...change, venueId: place.venueId, venueState: "chosen" });
    }
    const venueId = context.newId();
    await addVenueOf(tx, {
      id: venueId,
      organisationId: coordinator.organisationId,
      name: place.name,
      address: place.address,
      contactEmail: place.email,
      createdAt: context.now,
    });
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-added",
      subject: { kind: "venue", id: venueId },
    });
    return done({ ...change, venueId, venueState: "chosen" });
  });
}

/** Saves what people are paid. Refuses a rate that is not on a card of this organisation, or cannot price what is offered. Offers already made never become smaller. */
export async function savePayment(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  facts: PaymentFacts,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved | "unknown-rate" | OfferRefusal>> {
  return saveStep<NotSaved | "unknown-rate" | OfferRefusal>(context, coordinator, at, "payment", intent, async (tx, meeting) => {
    const { rate } = facts;
    if (rate !== undefined) {
      const stored = await findRateCard(tx, coordinator.organisationId, rate.cardId);
      if (!stored?.card.lines.some(({ code }) => code === rate.lineCode)) return refused("unknown-rate");
    }
    const change: Partial<Meeting> = {
      paymentOffered: facts.offered,
      rateCardId: rate?.cardId ?? null,
      rateLineCode: rate?.lineCode ?? null,
      paidTime: facts.paidTime ?? null,
      costsCovered: facts.costs,
      costsOther: facts.costsOther,
      costsBefore: facts.costsBefore ?? null,
      budgetCode: facts.budgetCode,
      paidWithin: facts.paidWithin ?? null,
    };
    // What a rate cannot price is refused now, so that nobody is promised a payment that cannot be worked out.
    const offer = await offerOf(context, tx, { ...meeting, ...change }, "");
    return offer.ok || typeof offer.refusal === "string" ? done(change) : refused(offer.refusal);
  });
}

/** One answer a meeting cannot do without. */
export type Answer =
  | "name"
  | "about"
  | "asked"
  | "contact"
  | "mode"
  | "when"
  | "breaks"
  | "agenda"
  | "expected-people"
  | "place"
  | "online-service"
  | "payment"
  | "rate"
  | "costs-before"
  | "paid-within";

/** What still has to be answered before a draft can be created, in the order of the pages. "Not known yet" is an answer. */
export function unansweredOf(meeting: Meeting): readonly { readonly answer: Answer; readonly step: MeetingStep }[] {
  const answered = new Set(meeting.answeredSteps);
  const needsRoom = meeting.mode === "in-person" || meeting.mode === "hybrid";
  const needsOnline = meeting.mode === "online" || meeting.mode === "hybrid";
  const paysSomething = meeting.paymentOffered !== "nothing";
  const wanted: readonly (readonly [Answer, MeetingStep, boolean])[] = [
    ["name", "about", meeting.name === ""],
    ["about", "about", meeting.about === ""],
    ["asked", "about", meeting.asked === ""],
    ["contact", "about", meeting.contact === null],
    ["mode", "type", meeting.mode === null],
    ["when", "when", !answered.has("when")],
    ["breaks", "when", meeting.breakEveryMinutes === null || meeting.breakMinutes === null],
    ["agenda", "what", meeting.agenda.length === 0],
    ["expected-people", "what", meeting.expectedPeople === null],
    ["place", "where", needsRoom && meeting.venueState === "none"],
    ["online-service", "where", needsOnline && meeting.onlineService === ""],
    ["payment", "payment", meeting.paymentOffered === null],
    ["rate", "payment", meeting.paymentOffered === "time-and-costs" && (meeting.rateLineCode === null || meeting.paidTime === null)],
    ["costs-before", "payment", meeting.paymentOffered !== null && paysSomething && meeting.costsBefore === null],
    ["paid-within", "payment", meeting.paymentOffered !== null && paysSomething && meeting.paidWithin === null],
  ];
  return wanted.filter(([, , isMissing]) => isMissing).map(([answer, step]) => ({ answer, step }));
}

/** Makes a finished draft a meeting people can be invited to. A meeting that was created already is left as it is. */
export async function createMeeting(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  intent?: string,
): Promise<Result<SavedMeeting, NotSaved | "not-finished">> {
  return context.change(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    if (!meeting) return refused("not-found");
    if (meeting.state !== "draft") return done({ id: meeting.id, reference: meeting.reference, version: meeting.version });
    if (unansweredOf(meeting).length > 0) return refused("not-finished");
    if (!(await saveMeeting(tx, meeting.id, at.version, { state: "open" }))) return refused("changed-by-someone-else");
    await recordStep(context, tx, coordinator, meeting.id, "meeting-created", null);
    return done({ id: meeting.id, reference: meeting.reference, version: at.version + 1 });
  }, optional(intent));
}

export type WholeMeeting = AboutFacts &
  TypeFacts &
  WhenFacts & { readonly what: WhatFacts; readonly where: WhereFacts; readonly payment: PaymentFacts };

/** Takes all the pages at once, through the same services: for the example and for tests. Throws where a page is refused. */
export async function createWholeMeeting(context: Context, coordinator: Coordinator, facts: WholeMeeting): Promise<SavedMeeting> {
  let at = sure(await startMeeting(context, coordinator, facts));
  at = sure(await saveType(context, coordinator, at, facts));
  at = sure(await saveWhen(context, coordinator, at, facts));
  at = sure(await saveWhat(context, coordinator, at, facts.what));
  at = sure(await saveWhere(context, coordinator, at, facts.where));
  at = sure(await savePayment(context, coordinator, at, facts.payment));
  return sure(await createMeeting(context, coordinator, at));
}

function sure<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The meeting could not be made: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/**
 * What becomes of each fact of a meeting that is copied. A fact that is not named here does not compile, so that nothing is ever
 * copied by accident: what belongs to a day or to people begins anew, and the way into an online room is not handed on.
 */
const whenCopied = {
  id: "new",
  organisationId: "copied",
  reference: "new",
  state: "new",
  name: "copied",
  about: "copied",
  asked: "copied",
  nation: "copied",
  contact: "copied",
  coordinatorId: "new",
  mode: "copied",
  date: "new",
  startsAt: "new",
  endsAt: "new",
  sunset: "new",
  calledOff: "new",
  outcomesToldAt: "new",
  breakEveryMinutes: "copied",
  breakMinutes: "copied",
  venueId: "copied",
  venueState: "copied",
  onlineService: "copied",
  joiningLink: "new",
  onlineFeatures: "copied",
  expectedPeople: "copied",
  agenda: "copied",
  parallelGroups: "copied",
  foodServed: "copied",
  conditions: "copied",
  paymentOffered: "copied",
  rateCardId: "copied",
  rateLineCode: "copied",
  paidTime: "copied",
  costsCovered: "copied",
  costsOther: "copied",
  costsBefore: "copied",
  budgetCode: "copied",
  paidWithin: "copied",
  replyBy: "new",
  answeredSteps: "new",
  seriesId: "new",
  copiedFrom: "new",
  remindersStoppedAt: "new",
  createdAt: "new",
  version: "new",
} as const satisfies Readonly<Record<keyof Meeting, "copied" | "new">>;

type CopiedFact = { [Fact in keyof typeof whenCopied]: (typeof whenCopied)[Fact] extends "copied" ? Fact : never }[keyof Meeting];

/** Which series a copy goes into: none, one there is, or a new one that the copied meeting joins too. */
export type CopyInto =
  { readonly kind: "none" } | { readonly kind: "series"; readonly seriesId: string } | { readonly kind: "new"; readonly name: string };

/**
 * A new draft with what a meeting is, and nothing of its day or of its people: no date, no invitations, no answers, no bookings, no
 * decisions. The coordinator who copies it is its coordinator.
 */
export async function copyMeeting(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  into: CopyInto = { kind: "none" },
  intent?: string,
): Promise<Result<SavedMeeting, "not-found" | "unknown-series">> {
  return context.change(async (tx) => {
    const original = await findMeeting(tx, coordinator.organisationId, reference);
    if (!original) return refused("not-found");
    let seriesId: string | null = null;
    if (into.kind === "series") {
      if (!(await findSeries(tx, coordinator.organisationId, into.seriesId))) return refused("unknown-series");
      seriesId = into.seriesId;
    }
    if (into.kind === "new") {
      seriesId = context.newId();
      await addSeries(tx, { id: seriesId, organisationId: coordinator.organisationId, name: into.name, createdAt: context.now });
      await saveMeeting(tx, original.id, original.version, { seriesId });
      await recordStep(context, tx, coordinator, original.id, "series-begun", null);
    }
    const copied = Object.fromEntries(
      Object.entries(whenCopied).flatMap(([fact, fate]) => (fate === "copied" ? [[fact, original[fact as CopiedFact]]] : [])),
    ) as Pick<Meeting, CopiedFact>;
    const saved = { id: context.newId(), reference: await freeReference(context, tx), version: 1 };
    await addMeeting(tx, {
      ...copied,
      ...saved,
      state: "draft",
      coordinatorId: coordinator.staffId,
      answeredSteps: original.answeredSteps.filter((step) => step !== "when"),
      seriesId,
      copiedFrom: original.id,
      createdAt: context.now,
    });
    for (const { role, name, phone } of await listRoles(tx, original.organisationId, original.id)) {
      await addRole(tx, { id: context.newId(), organisationId: original.organisationId, meetingId: saved.id, role, name, phone });
    }
    await recordStep(context, tx, coordinator, saved.id, "meeting-copied", null);
    return done(saved);
  }, optional(intent));
}

/** What a booking of this meeting is for; null while its date is not known. */
export function bookedForOf(meeting: Meeting): BookedFor | null {
  const { date, startsAt, endsAt, mode, venueId } = meeting;
  return date === null || startsAt === null || endsAt === null || mode === null ? null : { date, startsAt, endsAt, mode, venueId };
}

export type SeriesChoice = { readonly seriesId: string; readonly name: string };

/** The organisation's series of meetings, by name. */
export async function listSeriesFor(context: Context, coordinator: Coordinator): Promise<readonly SeriesChoice[]> {
  return (await listSeries(context.db, coordinator.organisationId)).map(({ id, name }) => ({ seriesId: id, name }));
}

/**
 * What planning needs of a meeting. Refused while something it cannot do without is not known: nothing is guessed.
 * Agenda items have the ids "item-1", "item-2" and so on, in the order of `meeting.agenda`.
 */
export function meetingFactsOf(
  meeting: Meeting,
  planningDay: CalendarDate,
  venue: Pick<Venue, "latitude" | "longitude"> | null = null,
): Result<MeetingFacts, "no-date" | "no-mode" | "no-agenda" | "no-people"> {
  const { date, startsAt, endsAt, mode, agenda, expectedPeople } = meeting;
  if (mode === null) return refused("no-mode");
  if (date === null || startsAt === null || endsAt === null) return refused("no-date");
  if (agenda.length === 0) return refused("no-agenda");
  if (expectedPeople === null) return refused("no-people");
  const hasRoom = mode !== "online";
  const sunset = sunsetKnownFor({ ...meeting, date }, venue);
  return done({
    nation: meeting.nation,
    date,
    plannedStart: startsAt,
    plannedEnd: endsAt,
    mode,
    people: expectedPeople,
    netAgendaMinutes: agenda.reduce((minutes, item) => minutes + item.minutes, 0),
    agenda: agenda.map((item, index) => ({ id: `item-${index + 1}`, minutes: item.minutes })),
    planningDay,
    ...(sunset === undefined ? {} : { sunset: sunset.at }),
    parallelGroups: meeting.parallelGroups,
    foodServed: meeting.foodServed,
    conditions: hasRoom
      ? meeting.conditions
      : meeting.conditions.filter((condition) => !conditionsOfThePlace.some((one) => one === condition)),
  });
}

/** The time of sunset on the meeting's day, and how it is known; undefined where it is not. Online, there is no venue to work it out for. */
export function sunsetKnownFor(
  meeting: Pick<Meeting, "venueId" | "mode" | "sunset"> & { readonly date: CalendarDate },
  venue: Pick<Venue, "latitude" | "longitude"> | null,
): KnownSunset | undefined {
  const { date, venueId, sunset } = meeting;
  return sunsetOf({ date, venueId, typed: sunset }, meeting.mode === "online" ? null : coordinatesOf(venue));
}

/** The key dates of a meeting; null while its date is not known. */
export function keyDatesOf(context: Context, meeting: Meeting): readonly KeyDate[] | null {
  if (meeting.date === null) return null;
  return keyDates({
    date: meeting.date,
    today: context.today,
    replyBy: meeting.replyBy,
    hasRoom: meeting.mode !== "online",
    holidays: context.holidaysOf(meeting.nation),
  });
}

export type ListedMeeting = {
  readonly reference: string;
  readonly name: string;
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly isCancelled: boolean;
  /** The name of the series it belongs to. */
  readonly series: string | null;
  readonly invited: number;
  readonly replied: number;
  /** The next of its key dates; null when none is left or its date is not known. */
  readonly next: { readonly id: KeyDate["id"]; readonly on: CalendarDate } | null;
};
export type MeetingList = {
  readonly comingUp: readonly ListedMeeting[];
  readonly notFinished: readonly ListedMeeting[];
  readonly past: readonly ListedMeeting[];
  /** Past meetings from more than 6 months ago, counted and not listed unless asked for. */
  readonly older: number;
  readonly hasAny: boolean;
};

const pastDays = 183;

/** The organisation's meetings in their groups; `mine` only those of this coordinator. */
export async function listMeetingsFor(
  context: Context,
  coordinator: Coordinator,
  wanted: { readonly show: "mine" | "all"; readonly name: string; readonly withOlder: boolean; readonly seriesId?: string },
): Promise<MeetingList> {
  const all = await listMeetings(context.db, coordinator.organisationId);
  const words = wanted.name.trim().toLowerCase();
  const shown = all.filter(
    (meeting) =>
      (wanted.show === "all" || meeting.coordinatorId === coordinator.staffId) &&
      (wanted.seriesId === undefined || meeting.seriesId === wanted.seriesId) &&
      meeting.name.toLowerCase().includes(words),
  );
  const seriesNames = new Map((await listSeries(context.db, coordinator.organisationId)).map(({ id, name }) => [id, name]));
  const replies = await listReplies(
    context.db,
    coordinator.organisationId,
    shown.map(({ id }) => id),
  );
  const listed = (meeting: Meeting): ListedMeeting => {
    const theirs = replies.filter(({ meetingId }) => meetingId === meeting.id);
    const next = meeting.state === "open" ? keyDatesOf(context, meeting)?.find(({ on, isPast }) => on.ok && !isPast) : undefined;
    return {
      reference: meeting.reference,
      name: meeting.name,
      date: meeting.date,
      startsAt: meeting.startsAt,
      isCancelled: meeting.state === "cancelled",
      series: meeting.seriesId === null ? null : (seriesNames.get(meeting.seriesId) ?? null),
      invited: theirs.length,
      replied: theirs.filter(({ reply }) => reply !== "none").length,
      next: next?.on.ok === true ? { id: next.id, on: next.on.value } : null,
    };
  };
  const isPast = (meeting: Meeting): boolean => meeting.date !== null && meeting.date < context.today;
  const past = shown.filter((meeting) => meeting.state !== "draft" && isPast(meeting)).toReversed();
  const isOlder = (meeting: Meeting): boolean => meeting.date !== null && daysBetween(meeting.date, context.today) > pastDays;
  return {
    comingUp: shown.filter((meeting) => meeting.state !== "draft" && !isPast(meeting)).map(listed),
    notFinished: shown.filter((meeting) => meeting.state === "draft").map(listed),
    past: past.filter((meeting) => wanted.withOlder || !isOlder(meeting)).map(listed),
    older: wanted.withOlder ? 0 : past.filter(isOlder).length,
    hasAny: all.length > 0,
  };
}

export type StaffChoice = { readonly staffId: string; readonly name: string; readonly phone: string; readonly email: string };

/** The staff people can be told to talk to. */
export async function listContacts(context: Context, coordinator: Coordinator): Promise<readonly StaffChoice[]> {
  const staff = await listStaff(context.db, coordinator.organisationId);
  return staff.map(({ id, name, phone, email }) => ({ staffId: id, name, phone, email }));
}

export type VenueChoice = {
  readonly venueId: string;
  readonly name: string;
  /** What is known of the three things people ask about first: true, false, or null for not known. */
  readonly stepFree: boolean | null;
  readonly accessibleToilet: boolean | null;
  readonly hearingLoop: boolean | null;
  readonly checkedOn: CalendarDate | null;
};

/** The venues on file, with a first look at their access. */
export async function listVenueChoices(context: Context, coordinator: Coordinator): Promise<readonly VenueChoice[]> {
  const venues = await listVenuesFor(context, coordinator);
  return venues.map(({ venueId, name, headlines, checkedOn }) => {
    const yesOrNo = (wanted: VenueFeatureId): boolean | null => {
      const value = headlines.find(({ feature }) => feature === wanted)?.value ?? null;
      return typeof value === "boolean" ? value : null;
    };
    return {
      venueId,
      name,
      stepFree: yesOrNo("step-free-route-to-room"),
      accessibleToilet: yesOrNo("toilet-accessible"),
      hearingLoop: yesOrNo("loop-present"),
      checkedOn,
    };
  });
}

/** The place of a meeting: its venue, or why it has none. */
export async function placeOf(context: Context, meeting: Meeting): Promise<{ readonly name: string; readonly address: string } | null> {
  if (meeting.venueId === null || meeting.mode === "online") return null;
  const venue = await findVenueOf(context.db, meeting.organisationId, meeting.venueId);
  return venue ? { name: venue.name, address: venue.address } : null;
}

async function saveStep<Refusal = NotSaved>(
  context: Context,
  coordinator: Coordinator,
  at: MeetingAt,
  step: MeetingStep,
  intent: string | undefined,
  changeOf: (tx: Tx, meeting: Meeting) => Promise<Result<Partial<Meeting>, Refusal>>,
): Promise<Result<SavedMeeting, Refusal | NotSaved>> {
  return context.change<Result<SavedMeeting, Refusal | NotSaved>>(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    if (!meeting) return refused("not-found");
    const change = await changeOf(tx, meeting);
    if (!change.ok) return change;
    const answeredSteps = meetingSteps.filter((one) => one === step || meeting.answeredSteps.includes(one));
    if (!(await saveMeeting(tx, meeting.id, at.version, { ...change.value, answeredSteps }))) return refused("changed-by-someone-else");
    await recordStep(context, tx, coordinator, meeting.id, "meeting-saved", step);
    const after = { ...meeting, ...change.value };
    if (step === "type" || step === "when" || step === "payment") await renewOffers(context, tx, coordinator, after);
    return done({ id: meeting.id, reference: meeting.reference, version: at.version + 1 });
  }, optional(intent));
}

async function contactFrom(
  tx: Tx,
  coordinator: Coordinator,
  contact: AboutFacts["contact"],
): Promise<NonNullable<Meeting["contact"]> | null> {
  if (contact.kind === "someone-else") return { name: contact.name, phone: contact.phone, email: contact.email };
  const account = await findStaff(tx, contact.staffId);
  if (!account || account.organisationId !== coordinator.organisationId || account.disabledAt !== null) return null;
  return { name: account.name, phone: account.phone, email: account.email };
}

async function freeReference(context: Context, tx: Tx): Promise<string> {
  const reference = context.newReference();
  const taken = await tx.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, reference) });
  return taken ? freeReference(context, tx) : reference;
}

function replaced(
  kept: readonly MeetingCondition[],
  asked: readonly MeetingCondition[],
  ticked: readonly MeetingCondition[],
): readonly MeetingCondition[] {
  return [...kept.filter((condition) => !asked.includes(condition)), ...asked.filter((condition) => ticked.includes(condition))];
}

async function recordStep(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  meetingId: string,
  action: string,
  step: MeetingStep | null,
): Promise<void> {
  await record(context, tx, {
    organisationId: coordinator.organisationId,
    actor: auditActorOf(coordinator),
    action,
    subject: { kind: "meeting", id: meetingId },
    ...(step === null ? {} : { details: { page: step } }),
  });
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
