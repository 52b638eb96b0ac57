// The live plan of a meeting: facts, answers and decisions put together afresh each time somebody looks, never stored as text.
// What a coordinator decided only counts while the facts it rests on stand.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { FollowUpId } from "#app/domain/access/follow-ups.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import { askedOf, isAskedId, isOwnAsked, type AskedId } from "#app/domain/access/asked.ts";
import {
  cannotBeArranged,
  choiceOf,
  readerIds,
  readingsFor,
  type Note,
  type ReaderId,
  type SharedLine,
} from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import { meaningOfChoices } from "#app/domain/access/topics.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addDays, daysBetween, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { quantitySecured, type Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { PlannedClash } from "#app/domain/meetings/agreed-ways.ts";
import { hoursOfBooking, type BookedHours } from "#app/domain/meetings/booked-hours.ts";
import type { WayOutState } from "#app/domain/meetings/conflicts.ts";
import type { Booking, DeadlineStatus } from "#app/domain/meetings/deadlines.ts";
import {
  talkFromQuestion,
  type Basis,
  type ClashDecision,
  type ClashState,
  type Decision,
  type ReopenReason,
  type RequirementDecision,
  type RequirementState,
  type TalkDecision,
  type WrittenQuestion,
} from "#app/domain/meetings/decisions.ts";
import { demandKey, type DemandState } from "#app/domain/meetings/demands.ts";
import type { BaselineFinding, Finding } from "#app/domain/meetings/fit.ts";
import {
  statedConditionsOf,
  type AttendeeNeeds,
  type MeetingFacts,
  type VenueFact,
  type VenueFacts,
} from "#app/domain/meetings/meeting.ts";
import {
  arrangementsThatStand,
  basisFor,
  bookingReopened as bookingChanged,
  decisionText,
  hangsOnSunset,
  planAsItStands,
  standingOf,
  subjectKey,
  subjectsOfClash,
  subjectsOfRequirement,
  wholeBasis,
  type BookingOnRecord,
  type Confirmation,
  type LivePlan,
  type Standing,
  type World,
} from "#app/domain/meetings/live-plan.ts";
import type { MeetingPlan } from "#app/domain/meetings/plan.ts";
import type { VenueQuestion } from "#app/domain/meetings/questions.ts";
import type { KnownSunset } from "#app/domain/meetings/sunset.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import { phoneListDay } from "#app/domain/meetings/key-dates.ts";
import type { RequirementSummary } from "#app/domain/meetings/summary.ts";
import type {
  TimeNeeded,
  TimetableChange,
  TimetableFinding,
  TimetableLimits,
  TimetableNote,
  TimetableSource,
} from "#app/domain/meetings/timetable.ts";
import type { DoneLine } from "#app/words/arranged.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { agreedNews, cannotNews } from "#app/words/news.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addArrangement, listArrangements, saveArrangement, type StoredArrangement } from "#db/stores/arrangements.ts";
import { listBookings, type BookingState, type StoredBooking } from "#db/stores/bookings.ts";
import { listTwins } from "#db/stores/joined-invitations.ts";
import { findMeeting, findMeetingById, listInvited, type Meeting, type Reply } from "#db/stores/meetings.ts";
import type { PreferredContact } from "#db/stores/people.ts";
import { findVenue, listRequests, type Venue, type VenueRequest } from "#db/stores/venues.ts";
import { toTellAfter, writtenToDosFor } from "./after-to-dos.server.ts";
import type { Context } from "./context.server.ts";
import { standingLeavePlans } from "./leave-plans.server.ts";
import { pairsAt } from "./kept-apart.server.ts";
import { bookedForOf, meetingFactsOf, sunsetKnownFor } from "./meetings.server.ts";
import { needsOfMeeting, type NeedsOfMeeting } from "./needs.server.ts";
import { nobodyTold, reachOf, tellPeople, type Told } from "./news.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { touches, viewsOfChanges, type ChangeFacts, type ChangeView } from "./plan-changes.server.ts";
import { factsOnRecord, type FactOnRecord } from "./venue-facts.server.ts";

export type MissingFact = "no-date" | "no-mode" | "no-agenda" | "no-people";

/** A decision with how it stands today. */
export type StandingDecision<Kind extends Decision = Decision> = Standing<Kind> & { readonly version: number };

type Loaded = {
  readonly meeting: Meeting;
  readonly facts: Result<MeetingFacts, MissingFact>;
  readonly attendees: readonly AttendeeNeeds[];
  readonly toShare: NeedsOfMeeting["toShare"];
  readonly sentAt: NeedsOfMeeting["sentAt"];
  readonly venue: Venue | null;
  readonly factRows: ReadonlyMap<string, FactOnRecord>;
  readonly venueFacts: VenueFacts;
  readonly requests: readonly VenueRequest[];
  readonly bookings: readonly StoredBooking[];
  readonly requirementDecisions: ReadonlyMap<AskedId, StandingDecision<RequirementDecision>>;
  readonly clashDecisions: ReadonlyMap<ClashId, StandingDecision<ClashDecision>>;
  readonly talks: readonly StandingDecision<TalkDecision>[];
  /** Null while the date, the times or the way people take part are not known: then nothing can be decided. */
  readonly world: World | null;
  readonly confirmation: StoredConfirmation | null;
  readonly questions: readonly QuestionRow[];
  readonly arrangements: readonly Arrangement[];
  readonly live: LivePlan | null;
  readonly plan: MeetingPlan | null;
};

/** A confirmation, and how much it covered. */
type StoredConfirmation = Confirmation & { readonly requirements: number };

const decisionKinds: ReadonlySet<StoredArrangement["kind"]> = new Set(["requirement", "clash", "talk"]);
const decisionPlace = (row: string) => ({ table: "arrangements", column: "decision", row });

/** Why a booking has to be asked for again; empty while it stands. */
export function bookingReopened(booking: StoredBooking, meeting: Meeting): readonly ReopenReason[] {
  const now = bookedForOf(meeting);
  return now === null ? [] : bookingChanged(onRecord(booking), now);
}

function onRecord({ id, supportId, quantity, state, supplier, owner, evidence, bookedFor }: StoredBooking): BookingOnRecord {
  const booking = { id, support: supportId as SupportId, quantity, state, supplier, owner, evidence };
  return bookedFor === null ? booking : { ...booking, bookedFor };
}

/** Says whether a meeting is over: its plan is then a record of the day, and nothing of it is to do. */
function isOver(meeting: Pick<Meeting, "state" | "date">, today: CalendarDate): boolean {
  return meeting.state === "held" || meeting.state === "cancelled" || (meeting.date !== null && meeting.date < today);
}

// A meeting that is over is seen with the facts of its own day: nothing grows late or too old afterwards.
function asOnTheDay(context: Context, { date }: Pick<Meeting, "date">): Context {
  return date === null || date >= context.today ? context : { ...context, today: date };
}

async function loadPlan(now: Context, meeting: Meeting): Promise<Loaded> {
  const context = asOnTheDay(now, meeting);
  const { attendees, toShare, sentAt } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const usesVenue = meeting.mode !== "online" && meeting.venueId !== null;
  const venue =
    usesVenue && meeting.venueId !== null ? ((await findVenue(context.db, meeting.organisationId, meeting.venueId)) ?? null) : null;
  const rows = venue === null ? [] : await factsOnRecord(context, context.db, venue);
  const venueFacts = factsFrom(rows);
  const facts = meetingFactsOf(meeting, context.today, venue);
  const bookings = await listBookings(context.db, meeting.organisationId, meeting.id);
  const records = bookings.map(onRecord);
  const stored = await listArrangements(context.db, meeting.organisationId, meeting.id);
  const questions = stored.flatMap((row) => (row.kind === "question" ? [openQuestion(context, row)] : []));
  const inWriting = questions.flatMap(({ version, question }) => {
    const talk = talkFromQuestion(question);
    return talk === undefined ? [] : [{ version, decision: talk }];
  });
  const decided = [
    ...stored
      .filter(({ kind }) => decisionKinds.has(kind))
      .map((row) => ({ version: row.version, decision: opened<Decision>(context, row) })),
    ...inWriting,
  ];
  const latest = stored.filter(({ kind }) => kind === "confirmation").toSorted((one, other) => other.savedAt.localeCompare(one.savedAt))[0];
  const confirmation = latest === undefined ? null : opened<StoredConfirmation>(context, latest);

  const pairs = await pairsAt(context, meeting);
  const answered = new Set(attendees.map(({ ref }) => ref));
  const mayCome = pairs.flat().filter((ref) => !answered.has(ref));
  const when = bookedForOf(meeting);
  const agenda = meeting.agenda.map(({ minutes }, index) => ({ id: `item-${index + 1}`, minutes }));
  const sunset = meeting.date === null ? undefined : sunsetKnownFor({ ...meeting, date: meeting.date }, venue)?.at;
  const world: World | null =
    when === null
      ? null
      : {
          ...when,
          nation: meeting.nation,
          agenda,
          attendees,
          facts: venueFacts,
          bookings: records,
          keptApart: pairs,
          ...(sunset === undefined ? {} : { sunset }),
          ...(facts.ok ? { conditions: statedConditionsOf(facts.value) } : {}),
        };
  const live = facts.ok
    ? planAsItStands({
        meeting: facts.value,
        venueId: meeting.venueId,
        attendees,
        facts: venueFacts,
        holidays: context.holidaysOf(meeting.nation),
        decisions: decided.map(({ decision }) => decision),
        bookings: records,
        leavePlans: await standingLeavePlans(context, meeting),
        keptApart: pairs,
        mayCome,
        ...(confirmation === null ? {} : { confirmation }),
      })
    : null;
  const standing = decided.map(({ decision, version }, index) => ({ ...(live?.standing[index] ?? standingIn(decision, world)), version }));
  return {
    meeting,
    facts,
    attendees,
    toShare,
    sentAt,
    venue,
    factRows: new Map(rows.map((row) => [row.featureId, row])),
    venueFacts,
    requests: await listRequests(context.db, meeting.organisationId, meeting.id),
    bookings,
    requirementDecisions: new Map(
      standing.flatMap((one) => (isAbout(one, "requirement") ? [[one.decision.requirement, one] as const] : [])),
    ),
    clashDecisions: new Map(standing.flatMap((one) => (isAbout(one, "clash") ? [[one.decision.clash, one] as const] : []))),
    talks: standing.filter((one) => isAbout(one, "talk")),
    world,
    confirmation,
    questions,
    arrangements: live?.arrangements ?? (world === null ? [] : arrangementsThatStand(standing, world)),
    live,
    plan: live?.plan ?? null,
  };
}

// While nobody knows the date nothing can be compared with it, so what was decided stands as it was.
function standingIn(decision: Decision, world: World | null): Standing {
  return world === null ? { decision, changes: [], reopened: [] } : standingOf(decision, world);
}

function isAbout<Kind extends Decision["kind"]>(
  standing: StandingDecision,
  kind: Kind,
): standing is StandingDecision<Extract<Decision, { kind: Kind }>> {
  return standing.decision.kind === kind;
}

/** Recorded facts as planning reads them: "I do not know" is no fact. Ids the catalogue no longer has are left out. */
export function factsFrom(rows: readonly Pick<FactOnRecord, "featureId" | "value">[]): VenueFacts {
  const known = new Set<string>(venueFeatureIds);
  return Object.fromEntries(rows.flatMap(({ featureId, value }) => (value === null || !known.has(featureId) ? [] : [[featureId, value]])));
}

// Written only by this module, so its shape is known.
function opened<Kept>(context: Context, row: StoredArrangement): Kept {
  return JSON.parse(context.vault.unseal(row.decision, decisionPlace(row.id))) as Kept;
}

/** What decisions that count and bookings that stand secure at a meeting. */
export async function arrangementsStanding(context: Context, meeting: Meeting): Promise<readonly Arrangement[]> {
  return (await loadPlan(context, meeting)).arrangements;
}

// ---- Questions to people who gave no name: see written-questions.server.ts ----

export type QuestionRow = { readonly id: string; readonly version: number; readonly question: WrittenQuestion };

/** A question as it is stored, opened. */
export function openQuestion(context: Context, row: StoredArrangement): QuestionRow {
  return { id: row.id, version: row.version, question: opened<WrittenQuestion>(context, row) };
}

/** A question to store under an id. */
export function sealQuestion(context: Context, id: string, question: WrittenQuestion): StoredArrangement["decision"] {
  return context.vault.seal(JSON.stringify(question), decisionPlace(id));
}

/** The invitations of those who asked for something and did not give their name for it. Never shown to anybody. */
export async function withoutNameFor(context: Context, meeting: Meeting, requirement: AskedId): Promise<ReadonlySet<string>> {
  const loaded = await loadPlan(context, meeting);
  return new Set(loaded.attendees.map(({ ref }) => ref).filter((ref) => isAskedWithoutName(loaded, requirement, ref)));
}

function isAskedWithoutName(loaded: Loaded, requirement: AskedId, attendee: string): boolean {
  const asks = loaded.attendees.some(({ ref, needs }) => ref === attendee && needs.some((need) => need.requirement === requirement));
  return asks && !peopleToTalkTo(requirement, loaded).some(({ invitationId }) => invitationId === attendee);
}

/** The facts a talk with one person about one thing rests on today; null while the meeting has no date. */
export async function talkBasis(context: Context, meeting: Meeting, requirement: AskedId, attendee: string): Promise<Basis | null> {
  const { world } = await loadPlan(context, meeting);
  return world === null ? null : basisFor(subjectsOfRequirement(requirement, attendee), world);
}

// ---- For the person themselves ----

/** What is being done for one person, for their own page; empty until they have sent what they need. */
export async function doneForPerson(context: Context, attendee: Attendee): Promise<readonly DoneLine[]> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  if (!meeting) return [];
  const loaded = await loadPlan(context, meeting);
  const mine = loaded.attendees.find(({ ref }) => ref === attendee.invitationId);
  if (!mine || loaded.plan === null) return [];
  const { plan } = loaded;
  const lines: DoneLine[] = [];
  const cannot = new Set<AskedId>();
  for (const { requirement } of mine.needs) {
    const summary = plan.requirements.find((one) => one.requirement === requirement);
    if (summary === undefined) continue;
    const status = statusOf(summary, loaded);
    const isPrivate = askedOf(requirement).sensitivity === "confidential-coordinator-only";
    const standing = loaded.requirementDecisions.get(requirement);
    if (isPrivate) lines.push({ kind: "private", state: status === "met" ? "met" : "working-on-it" });
    else if (status === "cannot-meet" && standing !== undefined) {
      cannot.add(requirement);
      lines.push({ kind: "cannot", message: standing.decision.message });
    } else if (!summary.demands.some(({ demand }) => demand.kind === "booking" || demand.kind === "format")) {
      const isAsking = summary.demands.some((state) => isAskedOfVenue(state, loaded));
      lines.push({
        kind: "requirement",
        option: requirement,
        state: status === "met" ? "met" : isAsking ? "asking-venue" : "working-on-it",
      });
    }
  }
  for (const raised of plan.clashes) {
    const standing = loaded.clashDecisions.get(raised.clash);
    if (standing === undefined || standing.reopened.length > 0 || standing.decision.toldOn === undefined) continue;
    if (!raised.isConfidential && raised.people.includes(mine.ref)) lines.push({ kind: "agreed", message: standing.decision.message });
  }
  const bookings = plan.bookings
    .filter(({ causes }) =>
      causes.some((cause) => cause.attendee === mine.ref && (cause.requirement === undefined || !cannot.has(cause.requirement))),
    )
    .map(({ support, quantity }): DoneLine => ({
      kind: "booking",
      support,
      state: quantitySecured(loaded.arrangements, support) >= quantity ? "booked" : isBookingAsked(support, loaded) ? "asked" : "to-book",
    }));
  const papers = plan.papers
    .filter(({ attendee: ref }) => ref === mine.ref)
    .map(({ format, sendBy }): DoneLine => ({
      kind: "papers",
      format,
      sendBy: sendBy ?? null,
      isSecured: loaded.arrangements.some((one) => one.kind === "papers" && one.attendee === mine.ref && one.format === format),
    }));
  return [...bookings, ...papers, ...lines];
}

function isBookingAsked(support: SupportId, { bookings }: Loaded): boolean {
  return bookings.some((booking) => booking.supportId === support && (booking.state === "asked" || booking.state === "confirmed"));
}

function isAskedOfVenue({ demand, finding }: DemandState, { requests, venue }: Loaded): boolean {
  if (demand.kind !== "venue-feature" || finding === "not-met") return false;
  return requests.some(
    (request) => request.venueId === venue?.id && request.answeredAt === null && request.features.includes(demand.feature),
  );
}

/** Where a requirement stands, in the one list of experience.md 3.4. "Met" is only said when everything it must have is met or secured. */
function statusOf(summary: RequirementSummary, loaded: Loaded): RequirementState {
  const standing = loaded.requirementDecisions.get(summary.requirement);
  if (standing !== undefined && standing.reopened.length > 0) return "to-do";
  const decided = standing?.decision.state;
  if (decided === "cannot-meet") return decided;
  const judged = judgedDemands(summary.demands);
  const open = judged.filter(isOpen);
  if (open.length === 0) return decided ?? "met";
  if (decided !== undefined) return decided === "met" ? "part-met" : decided;
  const isWaitedFor = (state: DemandState) =>
    isAskedOfVenue(state, loaded) || (state.demand.kind === "booking" && isBookingAsked(state.demand.support, loaded));
  if (open.every(isWaitedFor)) return "waiting";
  return open.length < judged.length ? "part-met" : "to-do";
}

function judgedDemands(demands: readonly DemandState[]): readonly DemandState[] {
  const musts = demands.filter(({ level }) => level === "must");
  if (musts.length > 0) return musts;
  const shoulds = demands.filter(({ level }) => level === "should");
  return shoulds.length > 0 ? shoulds : demands;
}

function isOpen({ finding, isSecured }: DemandState): boolean {
  return finding !== "met" && !isSecured;
}

// ---- For the coordinator ----

/** One demand with where it stands and, for a fact of the venue, who said so and when. */
export type DemandView = DemandState & {
  readonly key: string;
  readonly isAsked: boolean;
  readonly recorded: {
    readonly value: VenueFact | null;
    /** Why it is known or not: settled, too old, disagreed on. */
    readonly standing: FactOnRecord["standing"];
    readonly source: FactOnRecord["source"];
    readonly saidBy: string;
    readonly on: CalendarDate;
    readonly note: string;
  } | null;
};

export type RequirementView = {
  readonly requirement: AskedId;
  readonly people: number;
  readonly essentialPeople: number;
  /** How many of them gave their name for this. */
  readonly withName: number;
  /** Who besides the coordinator is told, because somebody let them be: readers, never who let them. */
  readonly told: readonly ReaderId[];
  readonly status: RequirementState;
  readonly finding: Finding;
  readonly reopened: readonly ReopenReason[];
  /** What changed since it was decided, since somebody was talked to, or since the plan was confirmed. */
  readonly changes: readonly ChangeView[];
  /** How many people were talked to about it and said yes to another way, or know that it will not be met. */
  readonly talkedTo: number;
  readonly demands: readonly DemandView[];
  readonly deadline: CalendarDate | null;
  readonly decision: Omit<RequirementDecision, "basis"> | null;
  /** Nought while nothing was decided. */
  readonly version: number;
};

export type BookingRecord = {
  readonly bookingId: string;
  readonly state: BookingState;
  readonly supplier: string;
  readonly quantity: number;
  readonly cost: StoredBooking["cost"];
  readonly cancelFreeUntil: CalendarDate | null;
  readonly askedOn: CalendarDate | null;
  readonly remindOn: CalendarDate | null;
  readonly reopened: readonly ReopenReason[];
};

export type BookingView = {
  readonly support: SupportId;
  /** Null when something is booked that nobody needs any more. */
  readonly needed: Omit<Booking, "attendees" | "causes"> | null;
  /** For how long, from the planned times; absent while those are not known. */
  readonly hours?: BookedHours;
  readonly people: number;
  readonly secured: number;
  readonly records: readonly BookingRecord[];
};

export type ClashView = {
  readonly clash: ClashId;
  readonly isCertain: boolean;
  readonly isConfidential: boolean;
  /** Handled by default, with a note. */
  readonly isHandled: boolean;
  readonly people: number;
  readonly essentialPeople: number;
  readonly requirements: readonly AskedId[];
  readonly state: ClashState;
  readonly reopened: readonly ReopenReason[];
  readonly changes: readonly ChangeView[];
  readonly waysOut: readonly WayOutState[];
  /** The ways agreed, each with what it asks of the meeting and where that stands. */
  readonly agreed: readonly { readonly way: string; readonly isSecured: boolean; readonly demands: readonly DemandView[] }[];
  readonly decision: Omit<ClashDecision, "basis"> | null;
  readonly version: number;
  readonly breakMinutesForQueue: number | null;
};

export type PaperView = {
  readonly format: FormatId;
  readonly people: number;
  readonly secured: number;
  readonly startBy: CalendarDate | null;
  readonly sendBy: CalendarDate | null;
};

/** One thing to do, as data: words/plan.ts makes its sentence. `harm` counts the people who cannot take part without it. */
export type PlanToDo = { readonly key: string; readonly by: CalendarDate | null; readonly harm: number; readonly href: string } & (
  | { readonly kind: "choose-date" | "choose-mode" | "add-agenda" | "say-how-many" | "invite" | "choose-venue" }
  | { readonly kind: "look-again"; readonly requirement: AskedId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-clash"; readonly clash: ClashId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-booking"; readonly support: SupportId; readonly reasons: readonly ReopenReason[] }
  | {
      readonly kind: "book";
      readonly support: SupportId;
      readonly quantity: number;
      readonly status: DeadlineStatus;
      readonly lastChance?: CalendarDate;
    }
  | { readonly kind: "chase-booking"; readonly support: SupportId; readonly supplier: string }
  | { readonly kind: "ask-venue"; readonly venue: string; readonly count: number; readonly musts: number }
  | { readonly kind: "chase-venue"; readonly venue: string }
  | { readonly kind: "other-way"; readonly requirement: AskedId; readonly feature: VenueFeatureId }
  | { readonly kind: "clash" | "clash-way-open"; readonly clash: ClashId }
  | { readonly kind: "times" }
  | { readonly kind: "papers"; readonly format: FormatId; readonly people: number }
  | { readonly kind: "ways-of-working"; readonly count: number }
  | { readonly kind: "leave-safely"; readonly count: number }
  | { readonly kind: "ask-people"; readonly question: FollowUpId; readonly people: number }
  /** People who have not said whether they come, how many of them sent what they need all the same, and whether replies were due. */
  | { readonly kind: "no-reply"; readonly count: number; readonly told: number; readonly toPhone: boolean }
  /** People who were on file twice and answered twice. */
  | { readonly kind: "answered-twice"; readonly count: number }
  | { readonly kind: "question-waits"; readonly requirement: AskedId; readonly people: number; readonly askedOn: CalendarDate }
  | { readonly kind: "confirm-again"; readonly count: number; readonly mayConfirm: boolean }
  | { readonly kind: "confirm" }
  | { readonly kind: "tell-outcomes" }
  | { readonly kind: "written"; readonly what: string; readonly meeting: string }
);

export type NoteView = { readonly about: Note["about"]; readonly text: string; readonly mayRead: Note["mayRead"] };

export type PlanView = {
  readonly meetingId: string;
  readonly reference: string;
  readonly name: string;
  readonly state: Meeting["state"];
  /** The plan is a record of what was arranged. */
  readonly isOver: boolean;
  readonly mode: Meeting["mode"];
  readonly date: CalendarDate | null;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly daysAway: number | null;
  readonly agenda: Meeting["agenda"];
  readonly missing: MissingFact | null;
  readonly venue: { readonly venueId: string; readonly name: string; readonly address: string } | null;
  readonly venueState: Meeting["venueState"];
  readonly replies: {
    readonly invited: number;
    readonly byReply: Readonly<Record<Reply, number>>;
    readonly answered: number;
    readonly paymentOffered: number;
    readonly paymentDecided: number;
    /** How those without a reply like to be contacted. Who they are is on the list of people. */
    readonly silentWays: readonly { readonly way: PreferredContact; readonly people: number }[];
    /** Of those without a reply, how many sent what they need. */
    readonly silentWithAnswers: number;
    /** People with two sets of answers who have still to choose: the plan counts both. */
    readonly twice: number;
  };
  readonly requirements: readonly RequirementView[];
  readonly clashes: readonly ClashView[];
  readonly bookings: readonly BookingView[];
  readonly papers: readonly PaperView[];
  readonly timetable: {
    readonly limits: TimetableLimits;
    /** Why each limit: every meeting's, or a requirement. Never who. */
    readonly sources: Readonly<Record<string, TimetableSource>>;
    readonly notes: readonly TimetableNote[];
    readonly needed: TimeNeeded;
    readonly findings: readonly TimetableFinding[];
    readonly changes: readonly TimetableChange[];
    readonly runningOrder: RunningOrder | null;
  } | null;
  /** The time of sunset and how it is known, where somebody asked for something that hangs on it. */
  readonly sunset: { readonly known: KnownSunset | null } | null;
  readonly baseline: readonly (BaselineFinding & { readonly isAsked: boolean })[];
  readonly venueQuestions: readonly VenueQuestion[];
  readonly requests: readonly Pick<VenueRequest, "id" | "venueId" | "answerBy" | "answeredAt" | "answeredBy" | "sentAt">[];
  readonly leaveSafely: { readonly people: number };
  readonly facilitatorActions: readonly string[];
  /** Nothing essential is open, and nothing changed since somebody confirmed the plan. */
  readonly isReady: boolean;
  /** Nothing essential is open, so that somebody may confirm the plan. */
  readonly mayConfirm: boolean;
  /** Changes with everything a plan rests on: what somebody confirms has to be what they saw. */
  readonly seen: string;
  readonly confirmation: {
    readonly by: string;
    readonly on: CalendarDate;
    readonly requirements: number;
    readonly answers: number;
    readonly facts: number;
    readonly bookings: number;
    readonly decisions: number;
  } | null;
  /** What changed since it was confirmed, each with its day and what it touches. */
  readonly actionNeeded: readonly ChangeView[];
  readonly openEssentials: number;
  readonly openClashes: number;
  readonly openTimes: number;
  /** Asked for and no part of the plan stands for it: a person has to read it. */
  readonly alsoAsked: readonly {
    readonly option: OptionId;
    readonly people: number;
    readonly features: readonly { readonly feature: VenueFeatureId; readonly value: VenueFact | null }[];
  }[];
  readonly stillToAsk: readonly { readonly question: FollowUpId; readonly people: number }[];
  /** Questions put in writing to people who gave no name, not answered and not reminded of: how many, never who. */
  readonly waitingInWriting: readonly { readonly requirement: AskedId; readonly people: number; readonly askedOn: CalendarDate }[];
  readonly details: readonly SharedLine[];
  readonly notes: readonly NoteView[];
  readonly toDos: readonly PlanToDo[];
  readonly today: CalendarDate;
};

/** A part of the plan page: one heading. */
export type PlanPart = "do-next" | "needs" | "own-words" | "clashes" | "bookings" | "timetable" | "papers" | "replies" | "place" | "print";

/** Loads one part of a plan. A page that is drawn part by part gives one that keeps a fault to its part, and then draws `without` nowhere. */
export type LoadPart = <Loaded>(part: PlanPart, load: () => Promise<Loaded> | Loaded, without: Loaded) => Promise<Loaded>;

// Everywhere else a plan is either whole or a fault.
const wholeOrFault: LoadPart = async (_part, load) => load();

/** The plan of a meeting as it stands at this moment. No names and no references of people are in it. */
export async function planFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  loadPart: LoadPart = wholeOrFault,
): Promise<Result<PlanView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const { plan, facts, attendees, toShare, venue, requests } = loaded;
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  // Somebody who said that the link is not theirs is not waited for.
  const silent = invited.filter(({ invitation }) => invitation.reply === "none" && invitation.notForMe === null);
  const choices = await loadPart(
    "replies",
    async () =>
      decidedAboutPayment(
        context,
        invited.map(({ invitation }) => invitation.id),
      ),
    0,
  );
  const actionNeeded = await viewsOfChanges(loaded.live?.changedSinceConfirmed ?? [], changeFactsOf(context, loaded));
  const told = readersTold(loaded);
  const requirements = await Promise.all(
    (plan?.requirements ?? []).map((summary) => requirementView(context, summary, loaded, { actionNeeded, told })),
  );
  const open = plan?.readiness.open ?? [];
  const view: Omit<PlanView, "toDos"> = {
    meetingId: meeting.id,
    reference: meeting.reference,
    name: meeting.name,
    state: meeting.state,
    isOver: isOver(meeting, context.today),
    mode: meeting.mode,
    date: meeting.date,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    daysAway: meeting.date === null ? null : daysBetween(context.today, meeting.date),
    agenda: meeting.agenda,
    missing: facts.ok ? null : facts.refusal,
    venue: venue === null ? null : { venueId: venue.id, name: venue.name, address: venue.address },
    venueState: meeting.venueState,
    replies: {
      invited: invited.length,
      byReply: countReplies(invited.map(({ invitation }) => invitation.reply)),
      answered: attendees.length,
      paymentOffered: invited.filter(({ invitation }) => invitation.offer !== null).length,
      paymentDecided: choices,
      silentWays: waysOf(silent.map(({ person }) => person.preferredContact)),
      silentWithAnswers: silent.filter(({ invitation }) => attendees.some(({ ref }) => ref === invitation.id)).length,
      twice: await loadPart(
        "replies",
        async () => new Set((await listTwins(context.db, meeting.organisationId, meeting.id)).map(({ rootId }) => rootId)).size,
        0,
      ),
    },
    requirements,
    clashes: await loadPart(
      "clashes",
      async () => Promise.all(eachClashOnce(plan?.clashes ?? []).map((clash) => clashView(context, clash, loaded))),
      [],
    ),
    bookings: await loadPart("bookings", () => bookingViews(loaded), []),
    papers: await loadPart("papers", () => paperViews(loaded), []),
    timetable:
      plan === null
        ? null
        : {
            limits: plan.timetable.limits,
            sources: Object.fromEntries(Object.entries(plan.timetable.sources).map(([key, source]) => [key, withoutPerson(source)])),
            notes: plan.timetable.notes.map((note) => ({ ...note, source: withoutPerson(note.source) })),
            needed: plan.timeNeeded,
            findings: plan.timetableFindings.map((finding) =>
              "source" in finding ? { ...finding, source: withoutPerson(finding.source) } : finding,
            ),
            changes: plan.changesThatWouldFit.map((change) =>
              change.kind === "separate-times"
                ? { ...change, startSource: withoutPerson(change.startSource), endSource: withoutPerson(change.endSource) }
                : change,
            ),
            runningOrder: plan.runningOrder ?? null,
          },
    sunset: await loadPart("timetable", () => sunsetView(loaded), null),
    baseline: (plan?.baselineFindings ?? []).map((finding) => ({
      ...finding,
      isAsked: isFeatureAsked(finding.feature, loaded) && finding.finding === "unknown",
    })),
    venueQuestions: plan?.venueQuestions ?? [],
    requests: requests.map(({ id, venueId, answerBy, answeredAt, answeredBy, sentAt }) => ({
      id,
      venueId,
      answerBy,
      answeredAt,
      answeredBy,
      sentAt,
    })),
    leaveSafely: { people: plan?.evacuation.plans.length ?? 0 },
    facilitatorActions: plan?.facilitatorActions ?? [],
    isReady: loaded.live?.isReady ?? false,
    mayConfirm: plan?.readiness.isReady === true && attendees.length > 0,
    seen: seenOf(context, loaded),
    confirmation: confirmationView(loaded.confirmation),
    actionNeeded,
    openEssentials: new Set(open.flatMap((item) => (item.kind === "requirement" ? [item.requirement] : []))).size,
    openClashes: open.filter(({ kind }) => kind === "clash").length,
    openTimes: open.filter(({ kind }) => kind === "timetable").length,
    ...(await loadPart("own-words", () => saidBesides(toShare, loaded), nothingBesides)),
    waitingInWriting: waitingInWriting(loaded),
    today: context.today,
  };
  const written = await loadPart("do-next", async () => writtenToDosFor(context, meeting), []);
  return done({
    ...view,
    toDos: view.isOver ? [...(await toTellAfter(context, meeting)), ...written] : inOrder([...toDosOf(view, loaded), ...written]),
  });
}

function sunsetView({ meeting, venue, plan }: Loaded): PlanView["sunset"] {
  const { date } = meeting;
  const isWanted = plan?.requirements.some(({ requirement }) => hangsOnSunset(requirement)) === true;
  return date === null || !isWanted ? null : { known: sunsetKnownFor({ ...meeting, date }, venue) ?? null };
}

// The coordinator sees what was asked for, and who only where they open the names.
function withoutPerson(source: TimetableSource): TimetableSource {
  return typeof source !== "string" && "attendee" in source ? { ...source, attendee: "" } : source;
}

async function requirementView(
  context: Context,
  summary: RequirementSummary,
  loaded: Loaded,
  { actionNeeded, told }: { readonly actionNeeded: readonly ChangeView[]; readonly told: ReturnType<typeof readersTold> },
): Promise<RequirementView> {
  const { requirement } = summary;
  const standing = loaded.requirementDecisions.get(requirement);
  const talks = loaded.talks.filter(({ decision }) => decision.requirement === requirement);
  const changed = await viewsOfChanges(
    [standing, ...talks].flatMap((one) => one?.changes ?? []),
    changeFactsOf(context, loaded),
  );
  const touched = actionNeeded.filter((change) => touches(change, requirement));
  return {
    requirement: summary.requirement,
    people: summary.people,
    essentialPeople: summary.essentialPeople,
    withName: peopleWithName(summary.requirement, loaded).length,
    told: readerIds.filter((reader) => told.get(requirement)?.has(reader) === true),
    status: touched.length > 0 && standing?.decision.state !== "cannot-meet" ? "to-do" : statusOf(summary, loaded),
    finding: summary.finding,
    reopened: standing?.reopened ?? [],
    changes: [...changed, ...touched],
    talkedTo: talks.filter(({ changes }) => changes.length === 0).length,
    demands: summary.demands.map((state) => demandView(state, loaded)),
    deadline: summary.earliestDeadline ?? null,
    decision: standing === undefined ? null : withoutBasis(standing.decision),
    version: standing?.version ?? 0,
  };
}

function changeFactsOf(context: Context, loaded: Loaded): ChangeFacts {
  return {
    db: context.db,
    organisationId: loaded.meeting.organisationId,
    meetingId: loaded.meeting.id,
    asked: (loaded.plan?.requirements ?? []).map(({ requirement }) => requirement),
    sentAt: loaded.sentAt,
    checkedOn: new Map([...loaded.factRows].map(([feature, { checkedOn }]) => [feature, checkedOn])),
    supportOfBooking: new Map(loaded.bookings.map(({ id, supportId }) => [id, supportId as SupportId])),
  };
}

function confirmationView(confirmation: StoredConfirmation | null): PlanView["confirmation"] {
  if (confirmation === null) return null;
  const { confirmedBy, confirmedOn, requirements, basis, decisions } = confirmation;
  return {
    by: confirmedBy,
    on: confirmedOn,
    requirements,
    answers: Object.keys(basis.people).length,
    facts: Object.keys(basis.facts).length,
    bookings: Object.keys(basis.bookings ?? {}).length,
    decisions: Object.keys(decisions).length,
  };
}

// A keyed fingerprint, so that the page carries nothing of the answers it stands for.
function seenOf(context: Context, { plan, world, live, meeting }: Loaded): string {
  if (plan === null || world === null || live === null) return "";
  const decided = live.standing.map(({ decision }) => decisionText(decision));
  return context.vault.fingerprint("plan-seen", JSON.stringify([meeting.id, wholeBasis(plan, world), decided]));
}

function withoutBasis<Kind extends Decision>({ basis: _basis, ...decision }: Kind): Omit<Kind, "basis"> {
  return decision;
}

function demandView(state: DemandState, loaded: Loaded): DemandView {
  const row = state.demand.kind === "venue-feature" ? loaded.factRows.get(state.demand.feature) : undefined;
  return {
    ...state,
    key: demandKey(state.demand),
    isAsked: isAskedOfVenue(state, loaded),
    recorded:
      row === undefined
        ? null
        : { value: row.value, standing: row.standing, source: row.source, saidBy: row.saidBy, on: row.checkedOn, note: row.note },
  };
}

function isFeatureAsked(feature: VenueFeatureId, { requests, venue }: Loaded): boolean {
  return requests.some((request) => request.venueId === venue?.id && request.answeredAt === null && request.features.includes(feature));
}

// Several pairs of people who must not meet are one thing to decide about.
function eachClashOnce(raised: readonly PlannedClash[]): readonly PlannedClash[] {
  return [...Map.groupBy(raised, ({ clash }) => clash).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    return [
      {
        ...first,
        sides: all.flatMap(({ sides }) => sides),
        people: [...new Set(all.flatMap(({ people }) => people))],
        isCertain: all.some(({ isCertain }) => isCertain),
      },
    ];
  });
}

async function clashView(context: Context, raised: PlannedClash, loaded: Loaded): Promise<ClashView> {
  const standing = loaded.clashDecisions.get(raised.clash);
  const isReopened = standing !== undefined && standing.reopened.length > 0;
  return {
    clash: raised.clash,
    isCertain: raised.isCertain,
    isConfidential: raised.isConfidential,
    isHandled: raised.kind === "arrangement",
    people: raised.people.length,
    essentialPeople: new Set(raised.sides.filter(({ isEssential }) => isEssential).map(({ attendee }) => attendee)).size,
    requirements: [...new Set(raised.sides.flatMap(({ requirement }) => requirement ?? []))],
    state: standing === undefined || isReopened ? "to-sort-out" : standing.decision.state,
    reopened: standing?.reopened ?? [],
    changes: await viewsOfChanges(standing?.changes ?? [], changeFactsOf(context, loaded)),
    waysOut: raised.waysOut,
    agreed: raised.agreed.map(({ way, isSecured, demands }) => ({
      way,
      isSecured,
      demands: demands.map((state) => demandView(state, loaded)),
    })),
    decision: standing === undefined ? null : withoutBasis(standing.decision),
    version: standing?.version ?? 0,
    breakMinutesForQueue: raised.breakMinutesForQueue ?? null,
  };
}

function bookingViews(loaded: Loaded): readonly BookingView[] {
  const needed = loaded.plan?.bookings ?? [];
  const { startsAt, endsAt } = loaded.meeting;
  const supports = [
    ...new Set([...needed.map(({ support }) => support), ...loaded.bookings.map(({ supportId }) => supportId as SupportId)]),
  ];
  return supports
    .map((support): BookingView => {
      const need = needed.find((one) => one.support === support);
      const { attendees = [], causes: _causes, ...rest } = need ?? {};
      return {
        support,
        needed: need === undefined ? null : (rest as Omit<Booking, "attendees" | "causes">),
        ...(startsAt === null || endsAt === null ? {} : { hours: hoursOfBooking(support, { startsAt, endsAt }) }),
        people: attendees.length,
        secured: quantitySecured(loaded.arrangements, support),
        records: loaded.bookings.filter(({ supportId }) => supportId === support).map((booking) => recordView(booking, loaded.meeting)),
      };
    })
    .toSorted((one, other) => (one.needed?.bookBy ?? "9999").localeCompare(other.needed?.bookBy ?? "9999"));
}

function recordView(booking: StoredBooking, meeting: Meeting): BookingRecord {
  const { id, state, supplier, quantity, cost, cancelFreeUntil, askedOn, remindOn } = booking;
  return {
    bookingId: id,
    state,
    supplier,
    quantity,
    cost,
    cancelFreeUntil,
    askedOn,
    remindOn,
    reopened: bookingReopened(booking, meeting),
  };
}

function paperViews({ plan, arrangements }: Loaded): readonly PaperView[] {
  const papers = plan?.papers ?? [];
  return [...new Set(papers.map(({ format }) => format))].map((format) => {
    const theirs = papers.filter((paper) => paper.format === format);
    const earliest = (dates: readonly (CalendarDate | undefined)[]): CalendarDate | null =>
      dates.includes(undefined) ? null : (dates.flatMap((date) => date ?? []).toSorted()[0] ?? null);
    return {
      format,
      people: theirs.length,
      secured: theirs.filter(({ attendee }) =>
        arrangements.some((one) => one.kind === "papers" && one.attendee === attendee && one.format === format),
      ).length,
      startBy: earliest(theirs.map(({ startProductionBy }) => startProductionBy)),
      sendBy: earliest(theirs.map(({ sendBy }) => sendBy)),
    };
  });
}

function countReplies(given: readonly Reply[]): Readonly<Record<Reply, number>> {
  const of = (reply: Reply): number => given.filter((one) => one === reply).length;
  return {
    "coming-in-room": of("coming-in-room"),
    "coming-online": of("coming-online"),
    "coming-by-phone": of("coming-by-phone"),
    "not-sure": of("not-sure"),
    "not-coming": of("not-coming"),
    none: of("none"),
  };
}

// How many decided, and nothing else about it.
async function decidedAboutPayment(context: Context, invitationIds: readonly string[]): Promise<number> {
  if (invitationIds.length === 0) return 0;
  const found = await context.db.query.paymentChoices.findMany({
    columns: { decidedAt: true },
    where: (table, { inArray }) => inArray(table.invitationId, [...invitationIds]),
  });
  return found.filter(({ decidedAt }) => decidedAt !== null).length;
}

function peopleWithName(requirement: AskedId, loaded: Loaded): readonly string[] {
  return peopleToTalkTo(requirement, loaded).map(({ name }) => name);
}

function peopleToTalkTo(
  requirement: AskedId,
  { attendees, toShare }: Loaded,
): readonly { readonly invitationId: string; readonly name: string }[] {
  const asking = new Set(attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).map(({ ref }) => ref));
  return toShare
    .filter((person) => asking.has(person.invitationId) && choiceOf(person, "coordinator") === "with-name")
    .map(({ invitationId, name }) => ({ invitationId, name }));
}

// A reader is told of something where sharing nothing with them would leave it unarranged, and somebody who asked shares it.
function readersTold({ attendees, toShare }: Loaded): ReadonlyMap<AskedId, ReadonlySet<ReaderId>> {
  const askedBy = new Map(attendees.map(({ ref, needs }) => [ref, new Set(needs.map(({ requirement }) => requirement))]));
  const told = new Map<AskedId, Set<ReaderId>>();
  for (const person of toShare) {
    const asked = askedBy.get(person.invitationId);
    for (const reader of readerIds) {
      if (asked === undefined || reader === "coordinator" || choiceOf(person, reader) === "do-not-share") continue;
      const unarranged = cannotBeArranged(person, reader, "do-not-share").flatMap((option) => [option, ...optionOf(option).requirements]);
      for (const about of unarranged) if (asked.has(about)) told.set(about, (told.get(about) ?? new Set()).add(reader));
    }
  }
  return told;
}

export type NamedPerson = { readonly name: string; readonly asked: readonly AskedId[] };

/**
 * What each person who gave their name asked for, by name. Opening it is recorded (decision 23). `others` counts those who asked for
 * something and did not give their name for it.
 */
export async function openPeople(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<{ readonly people: readonly NamedPerson[]; readonly others: number }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const asked = new Map<string, { name: string; asked: AskedId[] }>();
  for (const { requirement } of loaded.plan?.requirements ?? []) {
    for (const { invitationId, name } of peopleToTalkTo(requirement, loaded)) {
      const before = asked.get(invitationId) ?? { name, asked: [] };
      asked.set(invitationId, { name, asked: [...before.asked, requirement] });
    }
  }
  await recordNames(
    context,
    coordinator,
    meeting,
    [...asked.keys()].map((invitationId) => ({ invitationId })),
  );
  const people = [...asked.values()].toSorted((one, other) => one.name.localeCompare(other.name));
  const others = loaded.attendees.filter(({ ref, needs }) => needs.length > 0 && !asked.has(ref)).length;
  return done({ people, others });
}

type SaidBesides = Pick<PlanView, "alsoAsked" | "stillToAsk" | "details" | "notes">;
const nothingBesides: SaidBesides = { alsoAsked: [], stillToAsk: [], details: [], notes: [] };

function saidBesides(toShare: Loaded["toShare"], { venueFacts }: Loaded): SaidBesides {
  const options = new Map<OptionId, number>();
  const questions = new Map<FollowUpId, number>();
  for (const person of toShare) {
    for (const { id } of person.chosen) {
      const option = optionOf(id);
      const hasSlot = option.requirements.length > 0 || option.untilAnswered.length > 0 || option.formats.length > 0;
      if (!hasSlot && !isOwnAsked(id) && Object.keys(option.timetable).length > 0) options.set(id, (options.get(id) ?? 0) + 1);
    }
    for (const question of meaningOfChoices(person.chosen, person.answers).stillToAsk)
      questions.set(question, (questions.get(question) ?? 0) + 1);
  }
  // Everybody's lines together, so that none of them shows whose it is.
  const unnamed = toShare.map((person) => ({ ...person, choices: { ...person.choices, coordinator: "without-name" as const } }));
  return {
    alsoAsked: [...options].map(([option, people]) => ({
      option,
      people,
      features: optionOf(option).venueFeatures.map((feature) => ({ feature, value: venueFacts[feature] ?? null })),
    })),
    stillToAsk: [...questions].map(([question, people]) => ({ question, people })),
    details: readingsFor(unnamed, "coordinator").flatMap(({ lines }) => lines.filter(({ kind }) => kind === "answer")),
    notes: toShare.flatMap(({ notes }) => notes.filter(({ text }) => text.trim() !== "")),
  };
}

function waysOf(ways: readonly PreferredContact[]): PlanView["replies"]["silentWays"] {
  return [...new Set(ways)]
    .map((way) => ({ way, people: ways.filter((one) => one === way).length }))
    .toSorted((one, other) => other.people - one.people);
}

/** The names of the people who asked for something and gave their name. Opening them is recorded (decision 23). */
export async function openNames(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<{ readonly names: readonly string[] }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const people = peopleToTalkTo(requirement, await loadPlan(context, meeting));
  await recordNames(context, coordinator, meeting, people);
  return done({ names: people.map(({ name }) => name) });
}

// Once for the meeting, and once for each person whose name it was, so that everybody finds it in their own copy. Never for what.
async function recordNames(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  people: readonly { readonly invitationId: string }[],
): Promise<void> {
  const by = { organisationId: coordinator.organisationId, actor: auditActorOf(coordinator) };
  await context.change(async (tx) => {
    await record(context, tx, {
      ...by,
      action: "names-opened",
      subject: { kind: "meeting", id: meeting.id },
      details: { people: people.length },
    });
    for (const { invitationId } of people)
      await record(context, tx, { ...by, action: "name-seen", subject: { kind: "invitation", id: invitationId } });
  });
}

/** How long somebody has to answer a question in writing before they are reminded of it. */
const daysToAnswer = 7;

function waitingInWriting(loaded: Loaded): PlanView["waitingInWriting"] {
  const waiting = new Map<AskedId, { people: number; askedOn: CalendarDate }>();
  for (const { question } of loaded.questions) {
    const { requirement, attendee, askedOn, answer, remindedOn } = question;
    if (answer !== null || remindedOn !== undefined || !isAskedWithoutName(loaded, requirement, attendee)) continue;
    const before = waiting.get(requirement);
    waiting.set(requirement, {
      people: (before?.people ?? 0) + 1,
      askedOn: before === undefined || askedOn < before.askedOn ? askedOn : before.askedOn,
    });
  }
  return [...waiting].map(([requirement, rest]) => ({ requirement, ...rest }));
}

function toDosOf(view: Omit<PlanView, "toDos">, loaded: Loaded): readonly PlanToDo[] {
  const home = `/meetings/${view.reference}`;
  const { today, venue } = view;
  const soonest = (dates: readonly (CalendarDate | undefined)[]): CalendarDate | null =>
    dates.flatMap((date) => date ?? []).toSorted()[0] ?? null;
  const toDos: PlanToDo[] = [];
  const add = (toDo: PlanToDo): void => void toDos.push(toDo);

  if (view.missing !== null) {
    const kind = ({ "no-date": "choose-date", "no-mode": "choose-mode", "no-agenda": "add-agenda", "no-people": "say-how-many" } as const)[
      view.missing
    ];
    const step = ({ "no-date": "when", "no-mode": "type", "no-agenda": "what", "no-people": "what" } as const)[view.missing];
    add({ kind, key: kind, by: null, harm: view.replies.answered, href: `${home}/edit/${step}?from=plan` });
  }
  if (view.actionNeeded.length > 0) {
    const { length: count } = view.actionNeeded;
    add({
      kind: "confirm-again",
      key: "confirm-again",
      by: today,
      harm: view.openEssentials,
      href: `${home}/plan#ready`,
      count,
      mayConfirm: view.mayConfirm,
    });
  } else if (view.mayConfirm && view.confirmation === null && view.requirements.length > 0)
    add({ kind: "confirm", key: "confirm", by: null, harm: 0, href: `${home}/plan#ready` });
  if (view.replies.invited === 0) add({ kind: "invite", key: "invite", by: null, harm: 0, href: `${home}/invite` });
  if (view.mode !== "online" && venue === null) {
    const by = soonest(view.venueQuestions.map(({ askBy }) => askBy));
    add({ kind: "choose-venue", key: "choose-venue", by, harm: view.openEssentials, href: `${home}/venue` });
  }
  for (const item of view.requirements) {
    const href = `${home}/requirements/${item.requirement}`;
    const { requirement } = item;
    if (item.reopened.length > 0) {
      add({
        kind: "look-again",
        key: `look-again ${requirement}`,
        by: today,
        harm: item.essentialPeople,
        href,
        requirement,
        reasons: item.reopened,
      });
    }
    if (item.status === "cannot-meet") continue;
    for (const { demand, finding, isSecured, level } of item.demands) {
      if (demand.kind !== "venue-feature" || finding !== "not-met" || isSecured || level !== "must") continue;
      const by = view.venueQuestions.find(({ feature }) => feature === demand.feature)?.askBy ?? null;
      const { feature } = demand;
      add({ kind: "other-way", key: `other-way ${requirement} ${feature}`, by, harm: item.essentialPeople, href, requirement, feature });
    }
  }
  const openClashes = new Set((loaded.plan?.readiness.open ?? []).flatMap((item) => (item.kind === "clash" ? [item.clash] : [])));
  for (const item of view.clashes) {
    const href = `${home}/conflicts/${item.clash}`;
    const { clash } = item;
    if (item.reopened.length > 0) {
      add({
        kind: "look-again-at-clash",
        key: `look-again ${clash}`,
        by: today,
        harm: item.essentialPeople,
        href,
        clash,
        reasons: item.reopened,
      });
    } else if (!item.isHandled && (item.state === "to-sort-out" || (item.state !== "agreed" && openClashes.has(clash))))
      add({ kind: "clash", key: `clash ${clash}`, by: null, harm: item.essentialPeople, href, clash });
    else if (item.state === "agreed" && openClashes.has(clash))
      add({ kind: "clash-way-open", key: `clash-way-open ${clash}`, by: null, harm: item.essentialPeople, href, clash });
  }
  for (const { support, needed, people, secured, records } of view.bookings) {
    for (const one of records) {
      const href = `${home}/bookings/${one.bookingId}`;
      if (one.reopened.length > 0) {
        add({
          kind: "look-again-at-booking",
          key: `look-again ${one.bookingId}`,
          by: today,
          harm: people,
          href,
          support,
          reasons: one.reopened,
        });
      } else if (one.state === "asked" && one.remindOn !== null && one.remindOn <= today) {
        add({
          kind: "chase-booking",
          key: `chase ${one.bookingId}`,
          by: one.remindOn,
          harm: people,
          href,
          support,
          supplier: one.supplier,
        });
      }
    }
    const hasLive = records.some(({ state }) => state === "asked" || state === "confirmed");
    if (needed === null || hasLive || secured >= needed.quantity) continue;
    // Once the usual notice has passed it is late, however far off the last chance still is.
    const by = needed.bookBy ?? needed.lastChance ?? null;
    const lastChance = needed.status === "late" && needed.lastChance !== undefined ? { lastChance: needed.lastChance } : {};
    const harm = needed.isEssential ? people : 0;
    const href = `${home}/bookings/new?for=${support}`;
    add({ kind: "book", key: `book ${support}`, by, harm, href, support, quantity: needed.quantity, status: needed.status, ...lastChance });
  }
  if (venue !== null) {
    const open = view.requests.filter(({ venueId, answeredAt }) => venueId === venue.venueId && answeredAt === null);
    const toAsk = view.venueQuestions.filter(({ finding, feature }) => finding === "unknown" && !isFeatureAsked(feature, loaded));
    // What would only help is no reason to write to a venue; where it is written to all the same, it is asked that too.
    const unknown = toAsk.filter(({ level }) => level !== "nice");
    const musts = unknown.filter(({ level }) => level === "must");
    const late = open.find(({ answerBy }) => answerBy < today);
    if (late !== undefined) {
      add({ kind: "chase-venue", key: "chase-venue", by: late.answerBy, harm: musts.length, href: `${home}/venue`, venue: venue.name });
    }
    if (unknown.length > 0 && open.length === 0) {
      const by = soonest((musts.length > 0 ? musts : unknown).map(({ askBy }) => askBy));
      const harm = Math.max(0, ...musts.map(({ people }) => people));
      add({
        kind: "ask-venue",
        key: "ask-venue",
        by,
        harm,
        href: `${home}/venue/send`,
        venue: venue.name,
        count: toAsk.length,
        musts: musts.length,
      });
    }
  }
  const standing = new Set(loaded.arrangements.flatMap((one) => (one.kind === "evacuation-plan" ? [one.attendee] : [])));
  const plansToMake = (loaded.plan?.evacuation.plans ?? []).filter(({ attendee }) => !standing.has(attendee)).length;
  if (plansToMake > 0) {
    const by = loaded.meeting.date === null ? null : addDays(loaded.meeting.date, -7);
    add({ kind: "leave-safely", key: "leave-safely", by, harm: plansToMake, href: `${home}/leave-safely`, count: plansToMake });
  }
  if (view.openTimes > 0) {
    const dated = view.replies.invited > 0 ? (loaded.meeting.replyBy ?? null) : null;
    add({ kind: "times", key: "times", by: dated, harm: view.openTimes, href: `${home}/plan#timetable` });
  }
  for (const paper of view.papers) {
    if (paper.secured >= paper.people) continue;
    const { format, people } = paper;
    add({ kind: "papers", key: `papers ${format}`, by: paper.startBy, harm: people, href: `${home}/plan#papers`, format, people });
  }
  const promises = view.requirements.filter(
    ({ status, demands, reopened }) =>
      status !== "cannot-meet" &&
      reopened.length === 0 &&
      demands.some(
        ({ demand, isSecured }) => !isSecured && ["facilitator-action", "layout", "online", "way-of-working"].includes(demand.kind),
      ),
  );
  if (promises.length > 0) {
    const harm = promises.filter(({ essentialPeople }) => essentialPeople > 0).length;
    add({
      kind: "ways-of-working",
      key: "ways-of-working",
      by: null,
      harm,
      href: `${home}/plan?show=not-met#needs`,
      count: promises.length,
    });
  }
  for (const { question, people } of view.stillToAsk) {
    add({ kind: "ask-people", key: `ask ${question}`, by: loaded.meeting.replyBy, harm: people, href: `${home}/people`, question, people });
  }
  for (const { requirement, people, askedOn } of view.waitingInWriting) {
    const href = `${home}/plan/talk/${requirement}#waiting`;
    const harm = view.requirements.find((one) => one.requirement === requirement)?.essentialPeople === 0 ? 0 : people;
    const by = addDays(askedOn, daysToAnswer);
    add({ kind: "question-waits", key: `question-waits ${requirement}`, by, harm, href, requirement, people, askedOn });
  }
  const count = view.replies.silentWays.reduce((sum, { people }) => sum + people, 0);
  if (count > 0) {
    const { replyBy } = loaded.meeting;
    const toPhone = replyBy !== null && phoneListDay(replyBy) <= today;
    add({
      kind: "no-reply",
      key: "no-reply",
      by: toPhone ? phoneListDay(replyBy) : replyBy,
      harm: 0,
      href: `${home}/people?show=no-reply#main`,
      count,
      told: view.replies.silentWithAnswers,
      toPhone,
    });
  }
  const { twice } = view.replies;
  if (twice > 0)
    add({ kind: "answered-twice", key: "answered-twice", by: loaded.meeting.replyBy, harm: twice, href: `${home}/people`, count: twice });
  return inOrder(toDos);
}

function inOrder(toDos: readonly PlanToDo[]): readonly PlanToDo[] {
  return toDos.toSorted(
    (one, other) => (one.by ?? "9999").localeCompare(other.by ?? "9999") || other.harm - one.harm || one.key.localeCompare(other.key),
  );
}

/** How many things fall due within so many days, or are late. */
export function dueWithin(view: PlanView, days: number): number {
  const last = addDays(view.today, days);
  return view.toDos.filter(({ by }) => by !== null && by <= last).length;
}

/** How far the requirements of a meeting are sorted, in short. */
export type ToSort = "no-answers" | "not-worked-out" | { readonly requirements: number };

/**
 * How many requirements are still to sort: everything not met, but for what cannot be met where each person it shuts out was talked to.
 * Not a number before anybody answered, or while the date or the way people take part is not known.
 */
export function toSort({ replies, missing, requirements }: Pick<PlanView, "replies" | "missing" | "requirements">): ToSort {
  if (replies.answered === 0) return "no-answers";
  if (missing !== null) return "not-worked-out";
  const open = requirements.filter(
    ({ status, talkedTo, essentialPeople }) => status !== "met" && !(status === "cannot-meet" && talkedTo >= essentialPeople),
  );
  return { requirements: open.length };
}

// ---- Deciding ----

type DecisionRefusal = "not-found" | "changed-by-someone-else" | "no-date";

export type RequirementChoice = Omit<RequirementDecision, "kind" | "requirement" | "decidedOn" | "decidedBy" | "basis">;
export type ClashChoice = Omit<ClashDecision, "kind" | "clash" | "decidedOn" | "decidedBy" | "basis">;

/** Keeps how one requirement will be met, with the facts it rests on today. Refused when nobody asked for it or somebody else decided meanwhile. */
export async function decideRequirement(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string; readonly version: number },
  choice: RequirementChoice,
  intent?: string,
): Promise<Result<{ readonly requirement: AskedId; readonly told: Told }, DecisionRefusal>> {
  const { requirement } = at;
  if (!isAskedId(requirement)) return refused("not-found");
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { attendees, world } = await loadPlan(context, meeting);
  if (!attendees.some(({ needs }) => needs.some((need) => need.requirement === requirement))) return refused("not-found");
  if (world === null) return refused("no-date");
  const basis = basisFor(subjectsOfRequirement(requirement), world);
  const decision: RequirementDecision = { kind: "requirement", requirement, ...choice, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    // Somebody who is rung today hears it from a person first; their own page says it either way.
    if (choice.state !== "cannot-meet" || choice.plan !== "") return done({ requirement, told: nobodyTold });
    const asking = attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).map(({ ref }) => ref);
    const key = `${requirement} ${String(at.version + 1)}`;
    const told = await tellPeople(context, tx, meeting, new Set(asking), {
      kind: "cannot-meet",
      key: context.vault.fingerprint("news", key),
      news: cannotNews(choice.message),
    });
    return done({ requirement, told });
  }, optional(intent));
}

/** The invitations a booking is for, without those who need it for something only the coordinator may know. Never shown to anybody. */
export async function invitationsNeeding(context: Context, meeting: Meeting, support: SupportId): Promise<ReadonlySet<string>> {
  const { plan } = await loadPlan(context, meeting);
  const causes = plan?.bookings.find((booking) => booking.support === support)?.causes ?? [];
  const isPrivate = (asked: AskedId): boolean => askedOf(asked).sensitivity === "confidential-coordinator-only";
  return new Set(causes.filter(({ requirement }) => requirement === undefined || !isPrivate(requirement)).map(({ attendee }) => attendee));
}

/**
 * Keeps what was decided about a clash, and where `tell` says so sends the message that was seen to everybody it affects. Refused when it
 * is not raised, when somebody else decided meanwhile, and when a message would say who somebody is or is about people kept apart.
 */
export async function decideClash(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly clash: string; readonly version: number },
  choice: ClashChoice,
  intent?: string,
  tell: "tell" | "do-not-tell" = "do-not-tell",
): Promise<Result<{ readonly clash: ClashId; readonly told: Told }, DecisionRefusal | "names-somebody" | "not-to-be-told">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { world, plan } = await loadPlan(context, meeting);
  const raised = eachClashOnce(plan?.clashes ?? []).find(({ clash }) => clash === at.clash);
  if (raised === undefined) return refused("not-found");
  if (world === null) return refused("no-date");
  if (tell === "tell") {
    if (raised.isConfidential) return refused("not-to-be-told");
    if (await namesSomebody(context, meeting, choice.message)) return refused("names-somebody");
  }
  const basis = basisFor(subjectsOfClash(raised.clash), world);
  const toldOn = tell === "tell" ? { toldOn: context.today } : {};
  const decision: ClashDecision = { kind: "clash", clash: raised.clash, ...choice, ...toldOn, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    if (tell === "do-not-tell") return done({ clash: raised.clash, told: nobodyTold });
    const told = await tellPeople(context, tx, meeting, new Set(raised.people), {
      kind: "clash-agreed",
      key: context.vault.fingerprint("news", `${raised.clash} ${String(at.version + 1)}`),
      news: agreedNews(choice.message),
    });
    return done({ clash: raised.clash, told });
  }, optional(intent));
}

/** The message as everybody it affects would get it, with no name and no link in it, and how many would get it which way. */
export type TellingPreview = { readonly subject: string; readonly body: string; readonly reach: Told };

/** What "save and tell them" would send. Refused where a message cannot be sent as it is. */
export async function previewOfTelling(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly clash: string },
  message: string,
): Promise<Result<TellingPreview, "not-found" | "names-somebody" | "not-to-be-told">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { plan } = await loadPlan(context, meeting);
  const raised = eachClashOnce(plan?.clashes ?? []).find(({ clash }) => clash === at.clash);
  if (raised === undefined) return refused("not-found");
  if (raised.isConfidential) return refused("not-to-be-told");
  if (await namesSomebody(context, meeting, message)) return refused("names-somebody");
  const organisation = await organisationOf(context, meeting.organisationId);
  const { name, contact } = meeting;
  const words = agreedNews(message)({
    name: "(their own name)",
    meeting: name,
    organisation: organisation.name,
    contact,
    link: "(their own private link)",
    isNeutral: false,
    isEasyRead: false,
  });
  return done({ ...words, reach: await reachOf(context, meeting, new Set(raised.people)) });
}

// One message goes to people on both sides, so nobody's name may stand in it, first or last.
async function namesSomebody(context: Context, meeting: Meeting, message: string): Promise<boolean> {
  const words = new Set(plainWords(message));
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  return invited.some(({ person }) => plainWords(person.name).some((part) => part.length > 2 && words.has(part)));
}

function plainWords(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export type Talk = Pick<TalkDecision, "state" | "evidence" | "agreed">;

/**
 * Keeps that one person was talked to about one thing they asked for. From then on it does not hold the plan back, until their
 * answer or a fact it rests on changes. Refused for somebody who did not ask for it or did not give their name for it.
 */
export async function recordTalk(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string; readonly person: string },
  talk: Talk,
  intent?: string,
): Promise<Result<{ readonly requirement: AskedId }, DecisionRefusal>> {
  const { requirement, person } = at;
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  if (!peopleToTalkTo(requirement, loaded).some(({ invitationId }) => invitationId === person)) return refused("not-found");
  if (loaded.world === null) return refused("no-date");
  const basis = basisFor(subjectsOfRequirement(requirement, person), loaded.world);
  const decision: TalkDecision = { kind: "talk", requirement, attendee: person, ...talk, ...madeBy(context, coordinator), basis };
  const version = loaded.talks.find((one) => one.decision.requirement === requirement && one.decision.attendee === person)?.version ?? 0;
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, version))) return refused("changed-by-someone-else");
    return done({ requirement });
  }, optional(intent));
}

export type TalkView = {
  readonly meeting: string;
  readonly reference: string;
  readonly requirement: AskedId;
  readonly people: readonly {
    readonly invitationId: string;
    readonly name: string;
    readonly talk: (Talk & { readonly on: CalendarDate; readonly by: string; readonly changes: readonly ChangeView[] }) | null;
  }[];
  /** How many asked for it without giving their name. */
  readonly withoutName: number;
};

/** Who can be talked to about one thing people asked for. Opening their names is recorded (decision 23). */
export async function talksAbout(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<TalkView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const asking = loaded.attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).length;
  if (asking === 0) return refused("not-found");
  const named = peopleToTalkTo(requirement, loaded);
  if (named.length > 0) await recordNames(context, coordinator, meeting, named);
  const people = await Promise.all(
    named.map(async ({ invitationId, name }) => {
      const found = loaded.talks.find(({ decision }) => decision.requirement === requirement && decision.attendee === invitationId);
      if (found === undefined) return { invitationId, name, talk: null };
      const { state, evidence, agreed, decidedOn: on, decidedBy: by } = found.decision;
      const changes = await viewsOfChanges(found.changes, changeFactsOf(context, loaded));
      return { invitationId, name, talk: { state, evidence, agreed, on, by, changes } };
    }),
  );
  return done({ meeting: meeting.name, reference: meeting.reference, requirement, people, withoutName: asking - named.length });
}

/**
 * Keeps who confirmed that the plan is ready, with every fact it rests on. Refused while something essential is open, and when the
 * plan is no longer the one that was seen.
 */
export async function confirmPlan(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly seen: string },
  intent?: string,
): Promise<Result<{ readonly requirements: number }, "not-found" | "not-ready" | "changed-by-someone-else">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const { plan, world, live, attendees } = loaded;
  if (plan === null || world === null || live === null || attendees.length === 0 || !plan.readiness.isReady) return refused("not-ready");
  if (seenOf(context, loaded) !== at.seen) return refused("changed-by-someone-else");
  const confirmation: StoredConfirmation = {
    confirmedBy: coordinator.name,
    confirmedOn: context.today,
    basis: wholeBasis(plan, world),
    decisions: Object.fromEntries(live.standing.map(({ decision }) => [subjectKey(decision), decisionText(decision)])),
    requirements: plan.requirements.length,
  };
  return context.change(async (tx) => {
    const id = context.newId();
    await addArrangement(tx, {
      id,
      organisationId: meeting.organisationId,
      meetingId: meeting.id,
      kind: "confirmation",
      subject: context.vault.fingerprint("arrangement", `${meeting.id} confirmation ${id}`),
      decision: context.vault.seal(JSON.stringify(confirmation), decisionPlace(id)),
      savedBy: coordinator.staffId,
      savedAt: context.now,
    });
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "plan-confirmed",
      subject: { kind: "meeting", id: meeting.id },
      details: { requirements: confirmation.requirements, facts: Object.keys(confirmation.basis.facts).length },
    });
    return done({ requirements: confirmation.requirements });
  }, optional(intent));
}

async function keep(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  meeting: Meeting,
  decision: Decision,
  version: number,
): Promise<boolean> {
  const subject = context.vault.fingerprint("arrangement", `${meeting.id} ${subjectKey(decision)}`);
  const [before] = (await listArrangements(tx, meeting.organisationId, meeting.id)).filter((one) => one.subject === subject);
  if ((before?.version ?? 0) !== version) return false;
  const id = before?.id ?? context.newId();
  const row = {
    decision: context.vault.seal(JSON.stringify(decision), decisionPlace(id)),
    savedBy: coordinator.staffId,
    savedAt: context.now,
  };
  const isSaved = before
    ? await saveArrangement(tx, id, before.version, row)
    : await addArrangement(tx, { id, organisationId: meeting.organisationId, meetingId: meeting.id, kind: decision.kind, subject, ...row });
  if (!isSaved) return false;
  await record(context, tx, {
    organisationId: meeting.organisationId,
    actor: auditActorOf(coordinator),
    action: ({ requirement: "requirement-decided", clash: "clash-decided", talk: "talk-recorded" } as const)[decision.kind],
    subject: { kind: "arrangement", id },
    details: { state: decision.state },
  });
  return true;
}

function madeBy(context: Context, coordinator: Coordinator) {
  return { decidedOn: context.today, decidedBy: coordinator.name };
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
