// The live plan of a meeting: facts, answers and decisions put together afresh each time somebody looks, never stored as text.
// What a coordinator decided only counts while the facts it rests on stand.
import type { FollowUpId } from "#app/domain/access/follow-ups.ts";
import { isOwnAsked, type AskedId } from "#app/domain/access/asked.ts";
import { cannotBeArranged, choiceOf, readerIds, readingsFor, type ReaderId } from "#app/domain/access/sharing.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import { meaningOfChoices } from "#app/domain/access/topics.ts";
import { daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { quantitySecured } from "#app/domain/meetings/arrangements.ts";
import type { PlannedClash } from "#app/domain/meetings/agreed-ways.ts";
import { hoursOfBooking } from "#app/domain/meetings/booked-hours.ts";
import type { Booking } from "#app/domain/meetings/deadlines.ts";
import type { Decision } from "#app/domain/meetings/decisions.ts";
import { demandKey, type DemandState } from "#app/domain/meetings/demands.ts";
import { hangsOnSunset } from "#app/domain/meetings/live-plan.ts";
import type { RequirementSummary } from "#app/domain/meetings/summary.ts";
import type { TimetableSource } from "#app/domain/meetings/timetable.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { StoredBooking } from "#db/stores/bookings.ts";
import { listTwins } from "#db/stores/joined-invitations.ts";
import { findMeeting, listInvited, type Meeting, type Reply } from "#db/stores/meetings.ts";
import type { PreferredContact } from "#db/stores/people.ts";
import { toTellAfter, writtenToDosFor } from "./after-to-dos.server.ts";
import type { Context } from "./context.server.ts";
import { sunsetKnownFor } from "./meetings.server.ts";
import { touches, viewsOfChanges, type ChangeView } from "./plan-changes.server.ts";
import type { LoadPart, PlanView, RequirementView, DemandView, ClashView, BookingView, BookingRecord, PaperView } from "./plan-view.ts";
import {
  loadPlan,
  changeFactsOf,
  isOver,
  eachClashOnce,
  isFeatureAsked,
  seenOf,
  type Loaded,
  statusOf,
  type StoredConfirmation,
  isAskedOfVenue,
  bookingReopened,
  peopleToTalkTo,
  isAskedWithoutName,
} from "./plan-loading.server.ts";
import { inOrder, toDosOf } from "./plan-to-dos.server.ts";

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

const inTheBuilding: ReadonlySet<ReaderId> = new Set(["venue", "caterer", "evacuation-helpers"]);

// A reader is told of something where sharing nothing with them would leave it unarranged, and somebody who asked shares it.
// Online there is nobody to hand it to in a building, save a venue that was asked before the meeting moved.
function readersTold({ attendees, toShare, meeting, requests }: Loaded): ReadonlyMap<AskedId, ReadonlySet<ReaderId>> {
  const askedBy = new Map(attendees.map(({ ref, needs }) => [ref, new Set(needs.map(({ requirement }) => requirement))]));
  const told = new Map<AskedId, Set<ReaderId>>();
  for (const person of toShare) {
    const asked = askedBy.get(person.invitationId);
    for (const reader of readerIds) {
      if (asked === undefined || reader === "coordinator" || choiceOf(person, reader) === "do-not-share") continue;
      if (meeting.mode === "online" && inTheBuilding.has(reader) && !(reader === "venue" && requests.length > 0)) continue;
      const unarranged = cannotBeArranged(person, reader, "do-not-share").flatMap((option) => [option, ...optionOf(option).requirements]);
      for (const about of unarranged) if (asked.has(about)) told.set(about, (told.get(about) ?? new Set()).add(reader));
    }
  }
  return told;
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
