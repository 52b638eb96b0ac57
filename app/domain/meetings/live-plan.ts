// The plan with everything people decided about it. A decision, a booking or a confirmation only counts while the facts it rests on
// stand; what changed is found afresh each time, so nothing has to be told that it changed.
import { askedOf, isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import { clashOf, type ClashId } from "#app/domain/access/conflicts.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import { supports, type SupportId } from "#app/domain/access/supports.ts";
import { venueFeatureOf, venueFeatures, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { BankHolidays, CalendarDate, ClockTime, Nation } from "#app/domain/basics/dates.ts";
import type { Arrangement } from "./arrangements.ts";
import {
  arrangementsFrom,
  changesSince,
  featuresOf,
  reasonsOf,
  type Basis,
  type Change,
  type Decision,
  type ReopenReason,
} from "./decisions.ts";
import {
  statedConditionsOf,
  type AgendaItem,
  type AttendeeNeeds,
  type KeptApart,
  type MeetingFacts,
  type MeetingMode,
  type VenueFacts,
} from "./meeting.ts";
import { planMeeting, type MeetingPlan } from "./plan.ts";

/** What a booking was made for. */
export type BookedWhen = {
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly mode: MeetingMode;
  readonly venueId: string | null;
};

export type BookingOnRecord = {
  readonly id: string;
  readonly support: SupportId;
  readonly quantity: number;
  readonly state: "to-book" | "asked" | "confirmed" | "declined" | "cancelled";
  readonly supplier: string;
  readonly owner: string;
  readonly evidence: string;
  /** Absent for a booking nobody has asked for yet. */
  readonly bookedFor?: BookedWhen;
};

/** Everything decisions can rest on, as it is now. */
export type World = BookedWhen & {
  readonly agenda: readonly AgendaItem[];
  /** Absent while it is not known. */
  readonly sunset?: ClockTime;
  readonly nation: Nation;
  readonly attendees: readonly AttendeeNeeds[];
  readonly facts: VenueFacts;
  readonly bookings: readonly BookingOnRecord[];
  readonly keptApart?: readonly KeptApart[];
  /** Stated, or following from the day itself; absent while the facts of the meeting are not complete. */
  readonly conditions?: readonly MeetingCondition[];
};

/** A decision with what changed since it was made; nothing changed while it counts. */
export type Standing<Kind extends Decision = Decision> = {
  readonly decision: Kind;
  readonly changes: readonly Change[];
  readonly reopened: readonly ReopenReason[];
};

/** Who said that a plan is ready, when, and on which facts. */
export type Confirmation = {
  readonly confirmedBy: string;
  readonly confirmedOn: CalendarDate;
  readonly basis: Basis;
  /** What was decided, by its subject, as text that is the same while the decision is. */
  readonly decisions: Readonly<Record<string, string>>;
};

export type LivePlan = {
  readonly plan: MeetingPlan;
  readonly standing: readonly Standing[];
  /** What decisions that count and bookings that stand secure. */
  readonly arrangements: readonly Arrangement[];
  /** What is no longer as it was when somebody confirmed the plan; empty when nobody has. */
  readonly changedSinceConfirmed: readonly Change[];
  /** The gate is open and nothing changed since somebody confirmed it. */
  readonly isReady: boolean;
};

export type LivePlanInput = {
  readonly meeting: MeetingFacts;
  readonly venueId: string | null;
  readonly attendees: readonly AttendeeNeeds[];
  readonly facts: VenueFacts;
  readonly holidays: BankHolidays;
  readonly keptApart?: readonly KeptApart[];
  /** Invited, not answered and not declined. */
  readonly mayCome?: readonly string[];
  readonly decisions: readonly Decision[];
  readonly bookings: readonly BookingOnRecord[];
  /** Plans to leave safely that may be relied on: agreed with the person, for this room and time. */
  readonly leavePlans?: readonly Extract<Arrangement, { readonly kind: "evacuation-plan" }>[];
  readonly confirmation?: Confirmation;
};

/** Plans a meeting with what was decided about it. A decision whose facts changed secures nothing until somebody looks at it again. */
export function planAsItStands(input: LivePlanInput): LivePlan {
  const { meeting, attendees, facts, holidays, keptApart = [], mayCome = [], decisions, leavePlans = [], confirmation } = input;
  const world = worldOf(input);
  const standing = decisions.map((decision) => standingOf(decision, world));
  const arrangements = [...arrangementsThatStand(standing, world), ...leavePlans];
  const venue = input.venueId === null ? null : facts;
  const plan = planMeeting({ meeting, attendees, venue, holidays, keptApart, mayCome, arrangements });
  const changedSinceConfirmed =
    confirmation === undefined ? [] : changesSinceConfirmed(confirmation, wholeBasis(plan, world, confirmation.basis), decisions);
  return {
    plan,
    standing,
    arrangements,
    changedSinceConfirmed,
    isReady: plan.readiness.isReady && changedSinceConfirmed.length === 0,
  };
}

/** Everything decisions can rest on, from the facts of a meeting. */
export function worldOf({
  meeting,
  venueId,
  attendees,
  facts,
  bookings,
  keptApart = [],
}: Omit<LivePlanInput, "holidays" | "decisions">): World {
  return {
    date: meeting.date,
    startsAt: meeting.plannedStart,
    endsAt: meeting.plannedEnd,
    mode: meeting.mode,
    venueId,
    agenda: meeting.agenda ?? [{ id: "agenda", minutes: meeting.netAgendaMinutes }],
    ...(meeting.sunset === undefined ? {} : { sunset: meeting.sunset }),
    nation: meeting.nation,
    attendees,
    facts,
    bookings,
    keptApart,
    conditions: statedConditionsOf(meeting),
  };
}

/** One decision as it stands in the world of today. */
export function standingOf<Kind extends Decision>(decision: Kind, world: World): Standing<Kind> {
  const changes = changesSince(decision.basis, basisFor(subjectsOf(decision), world));
  return { decision, changes, reopened: reasonsOf(changes) };
}

/** What decisions that count secure, and the bookings that stand. A booking for another day or place has to be asked for again. */
export function arrangementsThatStand(standing: readonly Standing[], world: World): readonly Arrangement[] {
  const counting = standing.filter(({ changes }) => changes.length === 0);
  return [
    ...counting.flatMap(({ decision }) => arrangementsFrom(decision, world.attendees, world.facts)),
    ...world.bookings.map((booking): Arrangement => ({
      kind: "booking",
      support: booking.support,
      quantity: booking.quantity,
      state: bookingReopened(booking, world).length > 0 ? "asked" : booking.state,
      owner: booking.owner,
      evidence: booking.evidence,
    })),
  ];
}

/** Why a confirmed booking has to be asked for again; empty while it stands. */
export function bookingReopened(
  { state, bookedFor }: Pick<BookingOnRecord, "state" | "bookedFor">,
  now: BookedWhen,
): readonly ReopenReason[] {
  if (bookedFor === undefined || state !== "confirmed") return [];
  const bare = ({ date, startsAt, endsAt, mode, venueId }: BookedWhen): Basis => ({
    date,
    startsAt,
    endsAt,
    mode,
    venueId,
    people: {},
    facts: {},
  });
  return reasonsOf(changesSince(bare(bookedFor), bare(now)));
}

/** What a decision is about: whose answers, which facts and which bookings it rests on. */
export type Subjects = {
  readonly requirements: ReadonlySet<AskedId>;
  /** Only this person's answers; everybody's when absent. */
  readonly attendee?: string;
  readonly features: readonly VenueFeatureId[];
  readonly supports: ReadonlySet<SupportId>;
  readonly isAboutTime: boolean;
};

/** What a decision about one thing asked for rests on. */
export function subjectsOfRequirement(requirement: AskedId, attendee?: string): Subjects {
  const { bookings = [], timetable = {} } = askedOf(requirement);
  return {
    requirements: new Set([requirement]),
    ...(attendee === undefined ? {} : { attendee }),
    features: featuresOf(requirement),
    supports: new Set(bookings.map(({ support }) => support)),
    isAboutTime: Object.keys(timetable).length > 0,
  };
}

/** What a decision about a clash rests on: the answers of both sides, and what its ways out need. */
export function subjectsOfClash(clash: ClashId): Subjects {
  const { kind, one, other, waysOut } = clashOf(clash);
  const needs = waysOut.flatMap((way) => way.needs);
  return {
    requirements: new Set([...one, ...other]),
    features: needs.filter((need): need is VenueFeatureId => Object.hasOwn(venueFeatures, need)),
    supports: new Set(needs.filter((need): need is SupportId => Object.hasOwn(supports, need))),
    isAboutTime: kind === "timetable",
  };
}

function subjectsOf(decision: Decision): Subjects {
  if (decision.kind === "requirement") return subjectsOfRequirement(decision.requirement);
  if (decision.kind === "talk") return subjectsOfRequirement(decision.requirement, decision.attendee);
  return subjectsOfClash(decision.clash);
}

/** What was asked for, of a key of a basis's people. */
export function askedIn(key: string): AskedId | undefined {
  const id = key.slice(key.lastIndexOf(" ") + 1);
  return isAskedId(id) ? id : undefined;
}

/** The facts of today that something rests on. */
export function basisFor({ requirements, attendee, features, supports: leanedOn, isAboutTime }: Subjects, world: World): Basis {
  const { date, startsAt, endsAt, mode, venueId, facts, conditions } = world;
  const switches = new Set(features.flatMap((feature) => venueFeatureOf(feature).appliesWhen ?? []));
  const asking = attendee === undefined ? world.attendees : world.attendees.filter(({ ref }) => ref === attendee);
  const people = asking.flatMap(({ ref, needs, chosenFormats }) =>
    needs
      .filter(({ requirement }) => requirements.has(requirement))
      // The key keeps one person's two answers, and so a clash's two sides, apart.
      .map((need) => [`${ref} ${need.requirement}`, answerText(need, askedOf(need.requirement).formats ? chosenFormats : [])] as const),
  );
  const known = features.flatMap((feature) => (facts[feature] === undefined ? [] : [[feature, facts[feature]] as const]));
  return {
    date,
    startsAt,
    endsAt,
    mode,
    venueId,
    people: Object.fromEntries([...people, ...(requirements.has("avoid-a-person") ? pairsIn(world, attendee) : [])]),
    facts: Object.fromEntries(known),
    bookings: Object.fromEntries(
      world.bookings
        .filter(({ support, state }) => leanedOn.has(support) && state === "confirmed")
        .map((booking) => [booking.id, confirmedText(booking)]),
    ),
    ...(isAboutTime ? { agenda: JSON.stringify(world.agenda.map(({ minutes }) => minutes)) } : {}),
    ...(conditions === undefined || switches.size === 0 ? {} : { conditions: conditions.filter((condition) => switches.has(condition)) }),
    ...([...requirements].some(hangsOnSunset) ? { sunset: world.sunset ?? "not-known" } : {}),
    ...(leanedOn.size > 0 || [...requirements].some(countsWorkingDays) ? { nation: world.nation } : {}),
  };
}

// Two people who must not meet count as an answer of theirs: one more pair opens again what was decided about the others.
function pairsIn({ keptApart = [] }: World, attendee: string | undefined): readonly (readonly [string, string])[] {
  return keptApart
    .filter((pair) => attendee === undefined || pair.includes(attendee))
    .map((pair) => [`${pair.toSorted().join("+")} avoid-a-person`, "kept apart"]);
}

/** Says whether what was asked for depends on when the sun sets. */
export function hangsOnSunset(requirement: AskedId): boolean {
  const { endBeforeSunsetMinutes, endBeforeSunsetFridayMinutes } = askedOf(requirement).timetable ?? {};
  return endBeforeSunsetMinutes !== undefined || endBeforeSunsetFridayMinutes !== undefined;
}

/** Says whether what was asked for has to be booked or made ready so many working days before. */
export function countsWorkingDays(requirement: AskedId): boolean {
  const { bookings = [], formats } = askedOf(requirement);
  return bookings.length > 0 || formats !== undefined;
}

function answerText(need: AttendeeNeeds["needs"][number], formats: AttendeeNeeds["chosenFormats"]): string {
  return JSON.stringify([need, formats]);
}

function confirmedText({ support, quantity, supplier, owner, evidence }: BookingOnRecord): string {
  return JSON.stringify([support, quantity, supplier, owner, evidence]);
}

/** Everything a whole plan rests on, as it is now: what somebody confirms. Facts noted before are looked up again, needed or not. */
export function wholeBasis(plan: MeetingPlan, world: World, before?: Basis): Basis {
  const noted = Object.keys(before?.facts ?? {}) as readonly VenueFeatureId[];
  const whole = basisFor(
    {
      requirements: new Set([...plan.requirements.map(({ requirement }) => requirement), "avoid-a-person"]),
      features: [...new Set([...plan.venueQuestions.map(({ feature }) => feature), ...noted])],
      supports: new Set(world.bookings.map(({ support }) => support)),
      isAboutTime: true,
    },
    world,
  ); // Of a whole plan every condition counts: one that brings in a check nobody had before is new to it too.
  return world.conditions === undefined ? whole : { ...whole, conditions: world.conditions };
}

/** What identifies a decision among those of its meeting. */
export function subjectKey(decision: Decision): string {
  if (decision.kind === "requirement") return `requirement ${decision.requirement}`;
  return decision.kind === "clash" ? `clash ${decision.clash}` : `talk ${decision.attendee} ${decision.requirement}`;
}

/** A decision as text that is the same while nobody changed what was decided, its owner or what shows it. */
export function decisionText({ basis: _facts, ...decided }: Decision): string {
  return JSON.stringify(decided);
}

function changesSinceConfirmed({ basis, decisions: then }: Confirmation, now: Basis, decisions: readonly Decision[]): readonly Change[] {
  const decided = new Map(decisions.map((decision) => [subjectKey(decision), decisionText(decision)]));
  return [
    ...changesSince(basis, now),
    ...Object.entries(then).flatMap(([subject, was]): readonly Change[] =>
      decided.get(subject) === was ? [] : [{ kind: "decision-changed", subject }],
    ),
  ];
}
