// A plan with all it was worked out from: what people asked for, the venue's facts, bookings, decisions and letters, loaded once. The
// plan that is shown, its to-dos and what is decided on it all begin here.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { choiceOf } from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Result } from "#app/domain/basics/result.ts";
import { quantitySecured, type Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { PlannedClash } from "#app/domain/meetings/agreed-ways.ts";
import {
  talkFromQuestion,
  type Basis,
  type ClashDecision,
  type Decision,
  type ReopenReason,
  type RequirementDecision,
  type RequirementState,
  type TalkDecision,
  type WrittenQuestion,
} from "#app/domain/meetings/decisions.ts";
import type { DemandState } from "#app/domain/meetings/demands.ts";
import { statedConditionsOf, type AttendeeNeeds, type MeetingFacts, type VenueFacts } from "#app/domain/meetings/meeting.ts";
import {
  arrangementsThatStand,
  basisFor,
  bookingReopened as bookingChanged,
  decisionText,
  planAsItStands,
  standingOf,
  subjectsOfRequirement,
  wholeBasis,
  type BookingOnRecord,
  type Confirmation,
  type LivePlan,
  type Standing,
  type World,
} from "#app/domain/meetings/live-plan.ts";
import type { MeetingPlan } from "#app/domain/meetings/plan.ts";
import type { RequirementSummary } from "#app/domain/meetings/summary.ts";
import type { DoneLine } from "#app/words/arranged.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import { listArrangements, type StoredArrangement } from "#db/stores/arrangements.ts";
import { listBookings, type StoredBooking } from "#db/stores/bookings.ts";
import { findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import { findVenue, listRequests, type Venue, type VenueRequest } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { standingLeavePlans } from "./leave-plans.server.ts";
import { pairsAt } from "./kept-apart.server.ts";
import { bookedForOf, meetingFactsOf, sunsetKnownFor } from "./meetings.server.ts";
import { needsOfMeeting, type NeedsOfMeeting } from "./needs.server.ts";
import type { ChangeFacts } from "./plan-changes.server.ts";
import { factsOnRecord, type FactOnRecord } from "./venue-facts.server.ts";

/** What has to be known before there is a plan. */
export type MissingFact = "no-date" | "no-mode" | "no-agenda" | "no-people";

/** A decision with how it stands today. */
export type StandingDecision<Kind extends Decision = Decision> = Standing<Kind> & { readonly version: number };

/** Everything a plan is worked out from, opened, and the plan. Never a view: it holds who asked for what. */
export type Loaded = {
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
export type StoredConfirmation = Confirmation & { readonly requirements: number };

const decisionKinds: ReadonlySet<StoredArrangement["kind"]> = new Set(["requirement", "clash", "talk"]);

/** Where the decision of a row is sealed. */
export const decisionPlace = (row: string) => ({ table: "arrangements", column: "decision", row });

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
export function isOver(meeting: Pick<Meeting, "state" | "date">, today: CalendarDate): boolean {
  return meeting.state === "held" || meeting.state === "cancelled" || (meeting.date !== null && meeting.date < today);
}

// A meeting that is over is seen with the facts of its own day: nothing grows late or too old afterwards.
function asOnTheDay(context: Context, { date }: Pick<Meeting, "date">): Context {
  return date === null || date >= context.today ? context : { ...context, today: date };
}

/** Everything a plan is worked out from, and the plan. */
export async function loadPlan(now: Context, meeting: Meeting): Promise<Loaded> {
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

/** Whether somebody who gave no name for a requirement was asked about it in writing and has not answered. */
export function isAskedWithoutName(loaded: Loaded, requirement: AskedId, attendee: string): boolean {
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

/** Whether a venue that has not answered yet was asked about what is not known. */
export function isAskedOfVenue({ demand, finding }: DemandState, { requests, venue }: Loaded): boolean {
  if (demand.kind !== "venue-feature" || finding === "not-met") return false;
  return requests.some(
    (request) => request.venueId === venue?.id && request.answeredAt === null && request.features.includes(demand.feature),
  );
}

/** Where a requirement stands, in the one list of experience.md 3.4. "Met" is only said when everything it must have is met or secured. */
export function statusOf(summary: RequirementSummary, loaded: Loaded): RequirementState {
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

/** What the sentences about a change name: bookings, venue and facts as they are now. */
export function changeFactsOf(context: Context, loaded: Loaded): ChangeFacts {
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

/** A keyed fingerprint of the plan somebody looked at: only what they saw can be confirmed, and the page carries none of the answers. */
export function seenOf(context: Context, { plan, world, live, meeting }: Loaded): string {
  if (plan === null || world === null || live === null) return "";
  const decided = live.standing.map(({ decision }) => decisionText(decision));
  return context.vault.fingerprint("plan-seen", JSON.stringify([meeting.id, wholeBasis(plan, world), decided]));
}

/** Whether the venue was asked about a feature and has not answered yet. */
export function isFeatureAsked(feature: VenueFeatureId, { requests, venue }: Loaded): boolean {
  return requests.some((request) => request.venueId === venue?.id && request.answeredAt === null && request.features.includes(feature));
}

/** Whether the venue's last word on a feature is that it does not know: asking it once more would learn nothing. */
export function isUnknownToVenue(feature: VenueFeatureId, { factRows }: Loaded): boolean {
  const row = factRows.get(feature);
  return row?.standing === "not-known" && row.source === "venue-said";
}

/** The clashes raised, each once: several pairs of people who must not meet are one thing to decide about. */
export function eachClashOnce(raised: readonly PlannedClash[]): readonly PlannedClash[] {
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

/** The people who asked for something and gave the coordinator their name with it. */
export function peopleToTalkTo(
  requirement: AskedId,
  { attendees, toShare }: Loaded,
): readonly { readonly invitationId: string; readonly name: string }[] {
  const asking = new Set(attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).map(({ ref }) => ref));
  return toShare
    .filter((person) => asking.has(person.invitationId) && choiceOf(person, "coordinator") === "with-name")
    .map(({ invitationId, name }) => ({ invitationId, name }));
}

/** The invitations a booking is for, without those who need it for something only the coordinator may know. Never shown to anybody. */
export async function invitationsNeeding(context: Context, meeting: Meeting, support: SupportId): Promise<ReadonlySet<string>> {
  const { plan } = await loadPlan(context, meeting);
  const causes = plan?.bookings.find((booking) => booking.support === support)?.causes ?? [];
  const isPrivate = (asked: AskedId): boolean => askedOf(asked).sensitivity === "confidential-coordinator-only";
  return new Set(causes.filter(({ requirement }) => requirement === undefined || !isPrivate(requirement)).map(({ attendee }) => attendee));
}
