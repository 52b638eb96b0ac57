// The live plan of a meeting: facts, answers and decisions put together afresh each time somebody looks, never stored as text.
// What a coordinator decided only counts while the facts it rests on stand.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { FollowUpId } from "#app/domain/access/follow-ups.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import { isRequirementId, requirementOf, type RequirementId } from "#app/domain/access/requirements/index.ts";
import { choiceOf, readingsFor, type AnswersToShare, type Note, type SharedLine } from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import { meaningOfChoices } from "#app/domain/access/topics.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addDays, daysBetween, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { quantitySecured, type Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { RaisedClash, WayOutState } from "#app/domain/meetings/conflicts.ts";
import type { Booking, DeadlineStatus } from "#app/domain/meetings/deadlines.ts";
import {
  arrangementsFrom,
  featuresOf,
  reasonsToReopen,
  type Basis,
  type ClashDecision,
  type ClashState,
  type Decision,
  type ReopenReason,
  type RequirementDecision,
  type RequirementState,
} from "#app/domain/meetings/decisions.ts";
import { demandKey, type DemandState } from "#app/domain/meetings/demands.ts";
import type { BaselineFinding, Finding } from "#app/domain/meetings/fit.ts";
import type { AttendeeNeeds, MeetingFacts, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting, type MeetingPlan } from "#app/domain/meetings/plan.ts";
import type { VenueQuestion } from "#app/domain/meetings/questions.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import type { RequirementSummary } from "#app/domain/meetings/summary.ts";
import type { TimeNeeded, TimetableChange, TimetableFinding, TimetableLimits, TimetableNote } from "#app/domain/meetings/timetable.ts";
import type { DoneLine } from "#app/words/arranged.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addArrangement, listArrangements, saveArrangement, type StoredArrangement } from "#db/stores/arrangements.ts";
import { listBookings, type BookedFor, type BookingState, type StoredBooking } from "#db/stores/bookings.ts";
import { findMeeting, findMeetingById, listInvited, type Meeting, type Reply } from "#db/stores/meetings.ts";
import {
  findVenue,
  listFacts,
  listRequests,
  type FactSource,
  type Venue,
  type VenueFactRow,
  type VenueRequest,
} from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { meetingFactsOf } from "./meetings.server.ts";
import { needsOfMeeting } from "./needs.server.ts";

export type MissingFact = "no-date" | "no-mode" | "no-agenda" | "no-people";

/** A decision with how it stands today. */
export type StandingDecision<Kind extends Decision = Decision> = {
  readonly decision: Kind;
  readonly version: number;
  /** Why it has to be looked at again; empty while it counts. */
  readonly reopened: readonly ReopenReason[];
};

type Loaded = {
  readonly meeting: Meeting;
  readonly facts: Result<MeetingFacts, MissingFact>;
  readonly attendees: readonly AttendeeNeeds[];
  readonly toShare: readonly (AnswersToShare & { readonly invitationId: string })[];
  readonly venue: Venue | null;
  readonly factRows: ReadonlyMap<string, VenueFactRow>;
  readonly venueFacts: VenueFacts;
  readonly requests: readonly VenueRequest[];
  readonly bookings: readonly StoredBooking[];
  readonly requirementDecisions: ReadonlyMap<RequirementId, StandingDecision<RequirementDecision>>;
  readonly clashDecisions: ReadonlyMap<ClashId, StandingDecision<ClashDecision>>;
  readonly arrangements: readonly Arrangement[];
  readonly plan: MeetingPlan | null;
};

const decisionPlace = (row: string) => ({ table: "arrangements", column: "decision", row });

/** What a booking of this meeting is for; null while its date is not known. */
export function bookedForOf(meeting: Meeting): BookedFor | null {
  const { date, startsAt, endsAt, mode, venueId } = meeting;
  return date === null || startsAt === null || endsAt === null || mode === null ? null : { date, startsAt, endsAt, mode, venueId };
}

/** Why a booking has to be asked for again; empty while it stands. */
export function bookingReopened(booking: StoredBooking, meeting: Meeting): readonly ReopenReason[] {
  const now = bookedForOf(meeting);
  const then = booking.bookedFor;
  if (then === null || now === null || booking.state !== "confirmed") return [];
  return reasonsToReopen({ ...then, people: {}, facts: {} }, { ...now, people: {}, facts: {} });
}

async function loadPlan(context: Context, meeting: Meeting): Promise<Loaded> {
  const { attendees, toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const usesVenue = meeting.mode !== "online" && meeting.venueId !== null;
  const venue =
    usesVenue && meeting.venueId !== null ? ((await findVenue(context.db, meeting.organisationId, meeting.venueId)) ?? null) : null;
  const rows = venue === null ? [] : await listFacts(context.db, venue.id);
  const venueFacts = factsFrom(rows);
  const facts = meetingFactsOf(meeting, context.today);
  const bookings = await listBookings(context.db, meeting.organisationId, meeting.id);
  const stored = await listArrangements(context.db, meeting.organisationId, meeting.id);
  const read = stored.map((row) => ({ row, decision: decisionIn(context, row) }));
  const standing = read.map(({ row, decision }) => ({
    decision,
    version: row.version,
    reopened: reasonsToReopen(decision.basis, basisOf(meeting, attendees, venueFacts, subjectsOf(decision)) ?? decision.basis),
  }));
  const active = standing.filter(({ reopened }) => reopened.length === 0).map(({ decision }) => decision);
  const arrangements: readonly Arrangement[] = [
    ...active.flatMap((decision) => arrangementsFrom(decision, attendees, venueFacts)),
    ...bookings.map((booking): Arrangement => ({
      kind: "booking",
      support: booking.supportId as SupportId,
      quantity: booking.quantity,
      state: bookingReopened(booking, meeting).length > 0 ? "asked" : booking.state,
      owner: booking.owner,
      evidence: booking.evidence,
    })),
  ];
  return {
    meeting,
    facts,
    attendees,
    toShare,
    venue,
    factRows: new Map(rows.map((row) => [row.featureId, row])),
    venueFacts,
    requests: await listRequests(context.db, meeting.organisationId, meeting.id),
    bookings,
    requirementDecisions: new Map(
      standing.flatMap((one) =>
        one.decision.kind === "requirement" ? [[one.decision.requirement, { ...one, decision: one.decision }] as const] : [],
      ),
    ),
    clashDecisions: new Map(
      standing.flatMap((one) => (one.decision.kind === "clash" ? [[one.decision.clash, { ...one, decision: one.decision }] as const] : [])),
    ),
    arrangements,
    plan: facts.ok
      ? planMeeting({
          meeting: facts.value,
          attendees,
          venue: venue === null ? null : venueFacts,
          holidays: context.holidaysOf(meeting.nation),
          arrangements,
        })
      : null,
  };
}

/** Recorded facts as planning reads them: "I do not know" is no fact. Ids the catalogue no longer has are left out. */
export function factsFrom(rows: readonly VenueFactRow[]): VenueFacts {
  const known = new Set<string>(venueFeatureIds);
  return Object.fromEntries(rows.flatMap(({ featureId, value }) => (value === null || !known.has(featureId) ? [] : [[featureId, value]])));
}

type Subjects = { readonly requirements: ReadonlySet<RequirementId>; readonly features: readonly VenueFeatureId[] };

function subjectsOf(decision: Decision): Subjects {
  if (decision.kind === "requirement") return { requirements: new Set([decision.requirement]), features: featuresOf(decision.requirement) };
  const requirements = Object.keys(decision.basis.people).flatMap((key) => {
    const id = key.split(" ")[1] ?? "";
    return isRequirementId(id) ? [id] : [];
  });
  return { requirements: new Set(requirements), features: Object.keys(decision.basis.facts) as VenueFeatureId[] };
}

// The key of one person's answer is their reference and the requirement, so that a clash's two sides stay apart.
function basisOf(
  meeting: Meeting,
  attendees: readonly AttendeeNeeds[],
  facts: VenueFacts,
  { requirements, features }: Subjects,
): Basis | null {
  const when = bookedForOf(meeting);
  if (when === null) return null;
  const people = attendees.flatMap(({ ref, needs, chosenFormats }) =>
    needs
      .filter(({ requirement }) => requirements.has(requirement))
      .map(
        (need) =>
          [`${ref} ${need.requirement}`, JSON.stringify([need, requirementOf(need.requirement).formats ? chosenFormats : []])] as const,
      ),
  );
  const known = features.flatMap((feature) => (facts[feature] === undefined ? [] : [[feature, facts[feature]] as const]));
  return { ...when, people: Object.fromEntries(people), facts: Object.fromEntries(known) };
}

function decisionIn(context: Context, row: StoredArrangement): Decision {
  return JSON.parse(context.vault.unseal(row.decision, decisionPlace(row.id))) as Decision; // written only by this module
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
  const cannot = new Set<RequirementId>();
  for (const { requirement } of mine.needs) {
    const summary = plan.requirements.find((one) => one.requirement === requirement);
    if (summary === undefined) continue;
    const status = statusOf(summary, loaded);
    const isPrivate = requirementOf(requirement).sensitivity === "confidential-coordinator-only";
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
    readonly source: FactSource;
    readonly saidBy: string;
    readonly on: CalendarDate;
    readonly note: string;
  } | null;
};

export type RequirementView = {
  readonly requirement: RequirementId;
  readonly people: number;
  readonly essentialPeople: number;
  /** How many of them gave their name for this. */
  readonly withName: number;
  readonly status: RequirementState;
  readonly finding: Finding;
  readonly reopened: readonly ReopenReason[];
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
  readonly requirements: readonly RequirementId[];
  readonly state: ClashState;
  readonly reopened: readonly ReopenReason[];
  readonly waysOut: readonly WayOutState[];
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
  | { readonly kind: "look-again"; readonly requirement: RequirementId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-clash"; readonly clash: ClashId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "look-again-at-booking"; readonly support: SupportId; readonly reasons: readonly ReopenReason[] }
  | { readonly kind: "book"; readonly support: SupportId; readonly quantity: number; readonly status: DeadlineStatus }
  | { readonly kind: "chase-booking"; readonly support: SupportId; readonly supplier: string }
  | { readonly kind: "ask-venue"; readonly venue: string; readonly count: number; readonly musts: number }
  | { readonly kind: "chase-venue"; readonly venue: string }
  | { readonly kind: "other-way"; readonly requirement: RequirementId; readonly feature: VenueFeatureId }
  | { readonly kind: "clash"; readonly clash: ClashId }
  | { readonly kind: "times" }
  | { readonly kind: "papers"; readonly format: FormatId; readonly people: number }
  | { readonly kind: "ways-of-working"; readonly count: number }
  | { readonly kind: "leave-safely"; readonly count: number }
  | { readonly kind: "ask-people"; readonly question: FollowUpId; readonly people: number }
  | { readonly kind: "no-reply"; readonly count: number }
);

export type NoteView = { readonly about: Note["about"]; readonly text: string; readonly mayRead: Note["mayRead"] };

export type PlanView = {
  readonly meetingId: string;
  readonly reference: string;
  readonly name: string;
  readonly state: Meeting["state"];
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
  };
  readonly requirements: readonly RequirementView[];
  readonly clashes: readonly ClashView[];
  readonly bookings: readonly BookingView[];
  readonly papers: readonly PaperView[];
  readonly timetable: {
    readonly limits: TimetableLimits;
    /** Why each limit: every meeting's, or a requirement. Never who. */
    readonly sources: Readonly<Record<string, "baseline" | RequirementId>>;
    readonly notes: readonly TimetableNote[];
    readonly needed: TimeNeeded;
    readonly findings: readonly TimetableFinding[];
    readonly changes: readonly TimetableChange[];
    readonly runningOrder: RunningOrder | null;
  } | null;
  readonly baseline: readonly (BaselineFinding & { readonly isAsked: boolean })[];
  readonly venueQuestions: readonly VenueQuestion[];
  readonly requests: readonly Pick<VenueRequest, "id" | "venueId" | "answerBy" | "answeredAt" | "answeredBy" | "sentAt">[];
  readonly leaveSafely: { readonly people: number };
  readonly facilitatorActions: readonly string[];
  readonly isReady: boolean;
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
  readonly details: readonly SharedLine[];
  readonly notes: readonly NoteView[];
  readonly toDos: readonly PlanToDo[];
  readonly today: CalendarDate;
};

/** The plan of a meeting as it stands at this moment. No names and no references of people are in it. */
export async function planFor(context: Context, coordinator: Coordinator, reference: string): Promise<Result<PlanView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const { plan, facts, attendees, toShare, venue, requests } = loaded;
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  const choices = await decidedAboutPayment(
    context,
    invited.map(({ invitation }) => invitation.id),
  );
  const requirements = (plan?.requirements ?? []).map((summary) => requirementView(summary, loaded));
  const open = plan?.readiness.open ?? [];
  const view: Omit<PlanView, "toDos"> = {
    meetingId: meeting.id,
    reference: meeting.reference,
    name: meeting.name,
    state: meeting.state,
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
    },
    requirements,
    clashes: (plan?.clashes ?? []).map((clash) => clashView(clash, loaded)),
    bookings: bookingViews(loaded),
    papers: paperViews(loaded),
    timetable:
      plan === null
        ? null
        : {
            limits: plan.timetable.limits,
            sources: Object.fromEntries(
              Object.entries(plan.timetable.sources).map(([key, source]) => [key, source === "baseline" ? source : source.requirement]),
            ),
            notes: plan.timetable.notes,
            needed: plan.timeNeeded,
            findings: plan.timetableFindings,
            changes: plan.changesThatWouldFit,
            runningOrder: plan.runningOrder ?? null,
          },
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
    isReady: plan?.readiness.isReady ?? false,
    openEssentials: new Set(open.flatMap((item) => (item.kind === "requirement" ? [item.requirement] : []))).size,
    openClashes: open.filter(({ kind }) => kind === "clash").length,
    openTimes: open.filter(({ kind }) => kind === "timetable").length,
    ...saidBesides(toShare, loaded),
    today: context.today,
  };
  return done({ ...view, toDos: toDosOf(view, loaded) });
}

function requirementView(summary: RequirementSummary, loaded: Loaded): RequirementView {
  const standing = loaded.requirementDecisions.get(summary.requirement);
  return {
    requirement: summary.requirement,
    people: summary.people,
    essentialPeople: summary.essentialPeople,
    withName: peopleWithName(summary.requirement, loaded).length,
    status: statusOf(summary, loaded),
    finding: summary.finding,
    reopened: standing?.reopened ?? [],
    demands: summary.demands.map((state) => demandView(state, loaded)),
    deadline: summary.earliestDeadline ?? null,
    decision: standing === undefined ? null : withoutBasis(standing.decision),
    version: standing?.version ?? 0,
  };
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
    recorded: row === undefined ? null : { value: row.value, source: row.source, saidBy: row.saidBy, on: row.checkedOn, note: row.note },
  };
}

function isFeatureAsked(feature: VenueFeatureId, { requests, venue }: Loaded): boolean {
  return requests.some((request) => request.venueId === venue?.id && request.answeredAt === null && request.features.includes(feature));
}

function clashView(raised: RaisedClash, loaded: Loaded): ClashView {
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
    waysOut: raised.waysOut,
    decision: standing === undefined ? null : withoutBasis(standing.decision),
    version: standing?.version ?? 0,
    breakMinutesForQueue: raised.breakMinutesForQueue ?? null,
  };
}

function bookingViews(loaded: Loaded): readonly BookingView[] {
  const needed = loaded.plan?.bookings ?? [];
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

function peopleWithName(requirement: RequirementId, { attendees, toShare }: Loaded): readonly string[] {
  const asking = new Set(attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).map(({ ref }) => ref));
  return toShare
    .filter((person) => asking.has(person.invitationId) && choiceOf(person, "coordinator") === "with-name")
    .map(({ name }) => name);
}

function saidBesides(toShare: Loaded["toShare"], { venueFacts }: Loaded): Pick<PlanView, "alsoAsked" | "stillToAsk" | "details" | "notes"> {
  const options = new Map<OptionId, number>();
  const questions = new Map<FollowUpId, number>();
  for (const person of toShare) {
    for (const { id } of person.chosen) {
      const option = optionOf(id);
      const hasSlot = option.requirements.length > 0 || option.untilAnswered.length > 0 || option.formats.length > 0;
      const asksSomething =
        option.isNeed ||
        option.venueFeatures.length + option.layout.length + option.online.length > 0 ||
        Object.keys(option.timetable).length > 0;
      if (!hasSlot && asksSomething) options.set(id, (options.get(id) ?? 0) + 1);
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

/** The names of the people who asked for something and gave their name. Opening them is recorded (decision 23). */
export async function openNames(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<{ readonly names: readonly string[] }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isRequirementId(requirement)) return refused("not-found");
  const names = peopleWithName(requirement, await loadPlan(context, meeting));
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "names-opened",
      subject: { kind: "meeting", id: meeting.id },
      details: { people: names.length },
    }),
  );
  return done({ names });
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
    add({ kind, key: kind, by: null, harm: view.replies.answered, href: `${home}/edit/${step}` });
  }
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
    } else if (item.state === "to-sort-out" && !item.isHandled)
      add({ kind: "clash", key: `clash ${clash}`, by: null, harm: item.essentialPeople, href, clash });
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
    const by = needed.status === "in-time" ? (needed.bookBy ?? null) : (needed.lastChance ?? needed.bookBy ?? null);
    const harm = needed.isEssential ? people : 0;
    const href = `${home}/bookings/new?for=${support}`;
    add({ kind: "book", key: `book ${support}`, by, harm, href, support, quantity: needed.quantity, status: needed.status });
  }
  if (venue !== null) {
    const open = view.requests.filter(({ venueId, answeredAt }) => venueId === venue.venueId && answeredAt === null);
    const unknown = view.venueQuestions.filter(
      ({ finding, level, feature }) => finding === "unknown" && level !== "nice" && !isFeatureAsked(feature, loaded),
    );
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
        count: unknown.length,
        musts: musts.length,
      });
    }
  }
  if ((view.timetable?.findings.length ?? 0) > 0) {
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
  const silent = view.replies.byReply.none;
  if (silent > 0) add({ kind: "no-reply", key: "no-reply", by: loaded.meeting.replyBy, harm: 0, href: `${home}/people`, count: silent });
  return toDos.toSorted(
    (one, other) => (one.by ?? "9999").localeCompare(other.by ?? "9999") || other.harm - one.harm || one.key.localeCompare(other.key),
  );
}

/** How many things fall due within so many days, or are late. */
export function dueWithin(view: PlanView, days: number): number {
  const last = addDays(view.today, days);
  return view.toDos.filter(({ by }) => by !== null && by <= last).length;
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
): Promise<Result<{ readonly requirement: RequirementId }, DecisionRefusal>> {
  const { requirement } = at;
  if (!isRequirementId(requirement)) return refused("not-found");
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { attendees, venueFacts } = await loadPlan(context, meeting);
  if (!attendees.some(({ needs }) => needs.some((need) => need.requirement === requirement))) return refused("not-found");
  const basis = basisOf(meeting, attendees, venueFacts, { requirements: new Set([requirement]), features: featuresOf(requirement) });
  if (basis === null) return refused("no-date");
  const decision: RequirementDecision = { kind: "requirement", requirement, ...choice, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    return done({ requirement });
  }, optional(intent));
}

/** Keeps what was decided about a clash. Refused when it is not raised, or somebody else decided meanwhile. */
export async function decideClash(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly clash: string; readonly version: number },
  choice: ClashChoice,
  intent?: string,
): Promise<Result<{ readonly clash: ClashId }, DecisionRefusal>> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { attendees, venueFacts, plan } = await loadPlan(context, meeting);
  const raised = plan?.clashes.find(({ clash }) => clash === at.clash);
  if (raised === undefined) return refused("not-found");
  const requirements = new Set(raised.sides.flatMap(({ requirement }) => requirement ?? []));
  const features = raised.waysOut.flatMap(({ needs }) => needs.flatMap((need) => (need.kind === "venue-feature" ? [need.id] : [])));
  const basis = basisOf(meeting, attendees, venueFacts, { requirements, features });
  if (basis === null) return refused("no-date");
  const decision: ClashDecision = { kind: "clash", clash: raised.clash, ...choice, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    return done({ clash: raised.clash });
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
  const name = decision.kind === "requirement" ? decision.requirement : decision.clash;
  const subject = context.vault.fingerprint("arrangement", `${meeting.id} ${decision.kind} ${name}`);
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
    action: decision.kind === "requirement" ? "requirement-decided" : "clash-decided",
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
