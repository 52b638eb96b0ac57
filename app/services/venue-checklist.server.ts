// A venue's checklist, for one meeting or for its record alone: what is asked and no more, the link it is answered by, and the answers
// as they come. A venue sees features and counts, its own answers and its own photos: never a name, never what anybody else said of it.
import { baseline } from "#app/domain/access/baseline.ts";
import { readingsFor, type Reading } from "#app/domain/access/sharing.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { appliesTo, placeOf } from "#app/domain/meetings/fit.ts";
import { conditionsOf } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator, type VenueManager } from "#app/domain/people/actors.ts";
import { featuresThatMayBeAsked, featuresToAskNow, isWorthAsking, type Asking } from "#app/domain/venues/questions-to-ask.ts";
import { checklistReminderDay } from "#app/domain/venues/reminder.ts";
import { factsToRelyOn, type FactHistory } from "#app/domain/venues/standing.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { findMeeting, findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import { listStatements } from "#db/stores/venue-facts.ts";
import {
  addRequest,
  findRequest,
  findVenue,
  listRequests,
  listRequestsTo,
  saveRequest,
  type Venue,
  type VenueRequest,
} from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { findLinkGrant, mintLink } from "./links.server.ts";
import { meetingFactsOf } from "./meetings.server.ts";
import { listMessagesFor, queueMessage, showMessage, type MessageView, type ShownMessage } from "./messages.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";
import { recordsOf, stateFacts, type FactAnswer } from "./venue-facts.server.ts";
import { byTopic, newAnswers, pagesOf, questionOf, type ChecklistPage } from "./venues.server.ts";

/** What a checklist would ask: now, and what an answer could bring in. */
type ToAsk = { readonly now: readonly VenueFeatureId[]; readonly inAll: readonly VenueFeatureId[] };

/**
 * What a meeting's venue is asked: what every meeting owes everyone and what people let the venue know they need, where it is not
 * known or will be too old. What somebody would not tell the venue is not in it. While the meeting's day is not known, nothing is
 * left out because of it.
 */
async function featuresToAsk(context: Context, meeting: Meeting, venue: Venue): Promise<ToAsk> {
  const { attendees, toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const shared = readingsFor(toShare, "venue").flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "venue-feature" || line.kind === "venue-quantity" ? [line.feature] : [])),
  );
  const wanted = new Set<VenueFeatureId>([...baseline.venueMust, ...baseline.venueShould, ...shared]);
  const histories = new Map((await historiesOf(context, context.db, venue)).map((one) => [one.feature, one]));
  const { today } = context;
  const facts = meetingFactsOf(meeting, today, venue);
  if (!facts.ok) {
    const day = { today, meetingDay: meeting.date ?? today, changedOn: venue.changedOn };
    const open = venueFeatureIds.filter(
      (feature) => wanted.has(feature) && isWorthAsking(histories.get(feature) ?? { feature, statements: [], settlements: [] }, day),
    );
    return { now: open, inAll: open };
  }
  const asking: Asking = { meeting: facts.value, attendees, wanted, histories, today, changedOn: venue.changedOn };
  return { now: featuresToAskNow(asking), inAll: featuresThatMayBeAsked(asking) };
}

/** The same for a coordinator, with whom to send it to: the meeting's venue, or another one that is being compared. */
export async function featuresToAskFor(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  venueId: string | null = meeting.venueId,
): Promise<Result<{ readonly venue: Pick<Venue, "name" | "contactName" | "contactEmail">; readonly toAsk: ToAsk }, "no-venue">> {
  const venue = venueId === null ? undefined : await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("no-venue");
  const { name, contactName, contactEmail } = venue;
  return done({ venue: { name, contactName, contactEmail }, toAsk: await featuresToAsk(context, meeting, venue) });
}

/** What a venue reads of this meeting: what people let it know they need, as features and counts, and no names. */
export async function readingsForVenue(context: Context, meeting: Meeting): Promise<readonly Reading[]> {
  const { toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  return readingsFor(toShare, "venue");
}

async function historiesOf(context: Context, db: Db, venue: Venue): Promise<readonly FactHistory[]> {
  return (await recordsOf(context, db, [venue])).get(venue.id) ?? [];
}

export type Sending = {
  readonly email: string;
  readonly sentTo: string;
  readonly answerBy: CalendarDate;
  /** What is needed (of a record: what is not known or too old), or everything. */
  readonly parts: "needed" | "all";
  /** The topics it asks about; every topic where left out. */
  readonly topics?: readonly VenueTopic[];
  readonly extraLine: string;
  /** The venue, where it is not the meeting's own. */
  readonly venueId?: string;
};

/** Says the words of a checklist's message; no meeting where it asks for the venue's record. */
export type ChecklistWords = (facts: {
  readonly link: string;
  readonly venue: string;
  readonly organisation: string;
  readonly meeting: string | null;
  readonly answerBy: CalendarDate;
}) => { readonly subject: string; readonly body: string };

/** Sends a meeting's venue, or one that is being compared, its checklist. Without a mail server the message waits to be shown, under the id that is given. */
export async function sendChecklist(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  sending: Sending,
  words: ChecklistWords,
  intent?: string,
): Promise<Result<Sent, "not-found" | "no-venue" | "nothing-to-ask" | { readonly notBefore: CalendarDate }>> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  // An answer that comes on the day of the meeting helps nobody.
  if (meeting.date !== null && sending.answerBy >= meeting.date) return refused({ notBefore: meeting.date });
  const venueId = sending.venueId ?? meeting.venueId;
  const venue = venueId === null ? undefined : await findVenue(context.db, meeting.organisationId, venueId);
  if (!venue) return refused("no-venue");
  const wanted = sending.parts === "all" ? venueFeatureIds : (await featuresToAsk(context, meeting, venue)).inAll;
  const features = ofTopics(wanted, sending.topics);
  if (features.length === 0) return refused("nothing-to-ask");
  return done(await sendTo(context, coordinator, { venue, meeting, features, sending, words }, intent));
}

/**
 * Sends a venue a checklist for its record, with no meeting: what is not known or too old today, or everything, in the topics chosen.
 * It names no meeting and counts nobody.
 */
export async function sendRecordChecklist(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  sending: Omit<Sending, "venueId">,
  words: ChecklistWords,
  intent?: string,
): Promise<Result<Sent, "not-found" | "nothing-to-ask">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const wanted = sending.parts === "all" ? venueFeatureIds : await featuresOpen(context, venue);
  const features = ofTopics(wanted, sending.topics);
  if (features.length === 0) return refused("nothing-to-ask");
  return done(await sendTo(context, coordinator, { venue, meeting: null, features, sending, words }, intent));
}

/** What a checklist for a venue's record would ask, with whom to send it to. */
export async function featuresToAskForRecord(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<
  Result<
    { readonly venue: Pick<Venue, "id" | "name" | "contactName" | "contactEmail">; readonly open: readonly VenueFeatureId[] },
    "not-found"
  >
> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  return venue ? done({ venue, open: await featuresOpen(context, venue) }) : refused("not-found");
}

/** Everything nobody can rely on today. */
async function featuresOpen(context: Context, venue: Venue): Promise<readonly VenueFeatureId[]> {
  const { today } = context;
  const histories = new Map((await historiesOf(context, context.db, venue)).map((one) => [one.feature, one]));
  return venueFeatureIds.filter((feature) =>
    isWorthAsking(histories.get(feature) ?? { feature, statements: [], settlements: [] }, {
      today,
      meetingDay: today,
      changedOn: venue.changedOn,
    }),
  );
}

function ofTopics(features: readonly VenueFeatureId[], topics: readonly VenueTopic[] | undefined): readonly VenueFeatureId[] {
  return topics === undefined ? features : features.filter((feature) => topics.includes(venueTopicOf[feature]));
}

type Sent = { readonly messageId: string; readonly isMailed: boolean };

async function sendTo(
  context: Context,
  coordinator: Coordinator,
  {
    venue,
    meeting,
    features,
    sending,
    words,
  }: {
    readonly venue: Venue;
    readonly meeting: Meeting | null;
    readonly features: readonly VenueFeatureId[];
    readonly sending: Sending;
    readonly words: ChecklistWords;
  },
  intent: string | undefined,
): Promise<Sent> {
  const { organisationId } = venue;
  const organisation = await organisationOf(context, organisationId);
  const { email, sentTo, answerBy, extraLine } = sending;
  const sent = await context.change(async (tx) => {
    const id = context.newId();
    await addRequest(tx, {
      id,
      organisationId,
      venueId: venue.id,
      meetingId: meeting?.id ?? null,
      email,
      sentTo,
      answerBy,
      features,
      extraLine,
      sentAt: context.now,
    });
    const path = await mintLink(context, tx, { organisationId, kind: "venue-request", id, meetingDate: meeting?.date ?? null });
    const link = `${context.origin}${path}`;
    const messageId = await queueMessage(context, tx, {
      organisationId,
      key: `venue-checklist ${id}`,
      kind: "venue-checklist",
      channel: "email",
      recipient: email,
      ...words({ link, venue: venue.name, organisation: organisation.name, meeting: meeting?.name ?? null, answerBy }),
      about: { kind: "venue-request", id },
    });
    await record(context, tx, {
      organisationId,
      actor: auditActorOf(coordinator),
      action: "checklist-sent",
      subject: { kind: "venue-request", id },
      details: { features: features.length },
    });
    return { messageId };
  }, optional(intent));
  return { messageId: sent.messageId, isMailed: context.mailIsSet };
}

/** A checklist that was sent, for the coordinator. */
export type SentChecklist = Pick<
  VenueRequest,
  "id" | "email" | "sentTo" | "answerBy" | "answeredAt" | "answeredBy" | "sentAt" | "version"
> & {
  readonly forwards: readonly { readonly email: string; readonly at: Instant }[];
  readonly isClosed: boolean;
  /** The day the venue is reminded; null where it is not, or has finished. */
  readonly remindedOn: CalendarDate | null;
  readonly asked: number;
  readonly answered: number;
  readonly messages: readonly MessageView[];
};

/** The checklists sent for a meeting, the newest first, each with how far it has got. */
export async function listSentChecklists(context: Context, coordinator: Coordinator, meeting: Meeting): Promise<readonly SentChecklist[]> {
  return sentViews(context, coordinator, await listRequests(context.db, coordinator.organisationId, meeting.id));
}

/** The checklists sent to a venue for its record, the newest first. Those of meetings are listed with their meeting. */
export async function listRecordChecklists(context: Context, coordinator: Coordinator, venueId: string): Promise<readonly SentChecklist[]> {
  const requests = await listRequestsTo(context.db, coordinator.organisationId, venueId);
  return sentViews(
    context,
    coordinator,
    requests.filter(({ meetingId }) => meetingId === null),
  );
}

async function sentViews(context: Context, coordinator: Coordinator, requests: readonly VenueRequest[]): Promise<readonly SentChecklist[]> {
  const statements = await listStatements(context.db, [...new Set(requests.map(({ venueId }) => venueId))]);
  const messages = await listMessagesFor(context, coordinator, { kind: "venue-request", ids: requests.map(({ id }) => id) });
  return requests.map(({ id, email, sentTo, answerBy, answeredAt, answeredBy, sentAt, version, forwards, features }) => ({
    id,
    email,
    sentTo,
    answerBy,
    answeredAt,
    answeredBy,
    sentAt,
    version,
    forwards: forwards ?? [],
    isClosed: answerBy < context.today,
    remindedOn: answeredAt === null ? checklistReminderDay({ sentOn: dayIn(sentAt), answerBy }) : null,
    asked: features.length,
    answered: new Set(statements.flatMap(({ requestId, featureId }) => (requestId === id ? [featureId] : []))).size,
    messages: messages.filter(({ aboutId }) => aboutId === id),
  }));
}

/** A message that carries a checklist of this meeting, with its words. Refused once it was sent and erased. */
export async function showChecklistMessage(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  messageId: string,
): Promise<Result<ShownMessage, "not-found" | "erased">> {
  return showOneOf(context, coordinator, await listSentChecklists(context, coordinator, meeting), messageId);
}

/** The same for a checklist that asks for a venue's record. */
export async function showRecordMessage(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  messageId: string,
): Promise<Result<ShownMessage, "not-found" | "erased">> {
  return showOneOf(context, coordinator, await listRecordChecklists(context, coordinator, venueId), messageId);
}

async function showOneOf(
  context: Context,
  coordinator: Coordinator,
  sent: readonly SentChecklist[],
  messageId: string,
): Promise<Result<ShownMessage, "not-found" | "erased">> {
  if (!sent.some(({ messages }) => messages.some((message) => message.messageId === messageId))) return refused("not-found");
  return showMessage(context, coordinator, messageId);
}

/** Opens a checklist until another day: what was answered stays, and the same links work again. */
export async function reopenChecklist(
  context: Context,
  coordinator: Coordinator,
  at: { readonly requestId: string; readonly version: number },
  answerBy: CalendarDate,
  intent?: string,
): Promise<Result<{ readonly answerBy: CalendarDate }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ answerBy: CalendarDate }, "not-found" | "changed-by-someone-else">>(async (tx) => {
    const request = await findRequest(tx, coordinator.organisationId, at.requestId);
    if (!request) return refused("not-found");
    if (!(await saveRequest(tx, request.id, at.version, { answerBy }))) return refused("changed-by-someone-else");
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "checklist-reopened",
      subject: { kind: "venue-request", id: request.id },
    });
    return done({ answerBy });
  }, optional(intent));
}

export type VenueLanding = {
  readonly requestId: string;
  readonly venue: string;
  readonly organisation: Organisation;
  /** Null where it asks for the venue's record. */
  readonly meeting: Meeting | null;
  readonly request: VenueRequest;
  readonly readings: readonly Reading[];
  readonly asked: number;
  readonly isClosed: boolean;
};

/** What the landing page of a venue's link shows: the meeting's needs as features and counts, and no names. */
export async function venueLandingOf(context: Context, token: string): Promise<VenueLanding | null> {
  const found = await findLinkGrant(context, "venue-request", token);
  const request = found && (await findRequest(context.db, found.grant.organisationId, found.grant.subjectId));
  const venue = request && (await findVenue(context.db, request.organisationId, request.venueId));
  const meeting = request && (await meetingOf(context.db, request));
  if (!request || !venue || meeting === undefined) return null;
  const organisation = await organisationOf(context, request.organisationId);
  return {
    requestId: request.id,
    venue: venue.name,
    organisation,
    meeting,
    request,
    readings: meeting === null ? [] : await readingsForVenue(context, meeting),
    asked: (await featuresShown(context, request, venue, meeting)).length,
    isClosed: isClosed(context, request),
  };
}

function isClosed(context: Context, { answerBy }: Pick<VenueRequest, "answerBy">): boolean {
  return answerBy < context.today;
}

/**
 * Of a checklist's features, those that matter as far as is known now: an answer can bring a question in, and take it out again.
 */
async function featuresShown(
  context: Context,
  request: VenueRequest,
  venue: Venue,
  meeting: Meeting | null,
): Promise<readonly VenueFeatureId[]> {
  const asked = new Set(request.features);
  const features = venueFeatureIds.filter((feature) => asked.has(feature));
  if (meeting === null) return features;
  const facts = meetingFactsOf(meeting, context.today, venue);
  if (!facts.ok || asked.size === venueFeatureIds.length) return features;
  const { attendees } = await needsOfMeeting(context, request.organisationId, meeting.id);
  const histories = await historiesOf(context, context.db, venue);
  const known = factsToRelyOn(histories, { on: context.today, changedOn: venue.changedOn });
  const place = placeOf(attendees, known, conditionsOf(facts.value, attendees, known));
  // Only a question that hangs on an answer of the venue comes and goes; the rest was settled when the checklist was sent.
  return features.filter((feature) => !hangsOnAnAnswer(feature) || appliesTo(place, feature));
}

function hangsOnAnAnswer(feature: VenueFeatureId): boolean {
  const { appliesWhen } = venueFeatureOf(feature);
  return appliesWhen === "no-step-free-exit-from-room-floor" || appliesWhen === "venue-has-changing-places";
}

export type Checklist = {
  readonly organisation: Organisation;
  readonly venue: string;
  readonly coordinatorName: string;
  readonly request: Pick<VenueRequest, "id" | "sentTo" | "answerBy" | "answeredAt" | "version">;
  readonly pages: readonly ChecklistPage[];
  readonly isClosed: boolean;
};

/** A venue's checklist with what this venue answered so far. */
export async function checklistOf(context: Context, venueManager: VenueManager): Promise<Checklist> {
  const { request, venue, meeting } = await belongingsOf(context, venueManager);
  const features = await featuresShown(context, request, venue, meeting);
  const theirs = (await listStatements(context.db, [venue.id])).filter(({ source }) => source === "venue-said");
  const organisation = await organisationOf(context, request.organisationId);
  const { id, sentTo, answerBy, answeredAt, version } = request;
  return {
    organisation,
    venue: venue.name,
    coordinatorName: meeting?.contact?.name ?? organisation.contact.name,
    request: { id, sentTo, answerBy, answeredAt, version },
    pages: pagesOf(byTopic(features, (feature) => questionOf(feature, theirs, ({ requestId }) => requestId === id))),
    isClosed: isClosed(context, request),
  };
}

async function belongingsOf(context: Context, { organisationId, venueRequestId, venueId }: VenueManager, db: Db = context.db) {
  const request = await findRequest(db, organisationId, venueRequestId);
  const venue = await findVenue(db, organisationId, venueId);
  const meeting = request && (await meetingOf(db, request));
  if (!request || !venue || meeting === undefined) throw new Error("A checklist belongs to no venue or meeting");
  return { request, venue, meeting };
}

/** The meeting a checklist asks for; null where it asks for the venue's record. */
async function meetingOf(db: Db, { organisationId, meetingId }: VenueRequest): Promise<Meeting | null | undefined> {
  return meetingId === null ? null : findMeetingById(db, organisationId, meetingId);
}

/** Who answers: the name the link was sent to, and the venue itself once the link was passed on. */
export function answererOf(request: Pick<VenueRequest, "sentTo" | "forwards">, venue: Pick<Venue, "name">): string {
  return request.sentTo === "" || (request.forwards ?? []).length > 0 ? venue.name : request.sentTo;
}

/** Records a venue's answers. Only what this checklist asks is taken, and nothing once it is closed. */
export async function saveChecklist(
  context: Context,
  venueManager: VenueManager,
  answers: readonly FactAnswer[],
  intent?: string,
): Promise<Result<{ readonly saved: number }, "closed">> {
  const before = await checklistOf(context, venueManager);
  const said = newAnswers(
    answers,
    before.pages.flatMap(({ questions }) => questions),
  );
  return context.change<Result<{ saved: number }, "closed">>(async (tx) => {
    const { request, venue } = await belongingsOf(context, venueManager, tx);
    if (isClosed(context, request)) return refused("closed");
    const asked = new Set(request.features);
    const taken = said.filter(({ feature }) => asked.has(feature));
    await stateFacts(context, tx, venue, taken, {
      source: "venue-said",
      saidBy: answererOf(request, venue),
      checkedOn: context.today,
      requestId: request.id,
    });
    await record(context, tx, {
      organisationId: venueManager.organisationId,
      actor: auditActorOf(venueManager),
      action: "venue-facts-saved",
      subject: { kind: "venue", id: venue.id },
      details: { facts: taken.length },
    });
    return done({ saved: taken.length });
  }, optional(intent));
}

/** Says that a checklist is finished. It can still be changed until its day, and not finished after it. */
export async function finishChecklist(context: Context, venueManager: VenueManager, intent?: string): Promise<Result<null, "closed">> {
  return context.change<Result<null, "closed">>(async (tx) => {
    const { request, venue } = await belongingsOf(context, venueManager, tx);
    if (isClosed(context, request)) return refused("closed");
    const change = { answeredAt: context.now, answeredBy: answererOf(request, venue) };
    if (!(await saveRequest(tx, request.id, request.version, change))) throw new Error("A checklist changed within its own change");
    await record(context, tx, {
      organisationId: venueManager.organisationId,
      actor: auditActorOf(venueManager),
      action: "checklist-finished",
      subject: { kind: "venue-request", id: request.id },
    });
    return done(null);
  }, optional(intent));
}

/** The most people one checklist is passed on to: a link that travels further is a mistake or a nuisance. */
const mostForwards = 5;

/** Sends the checklist on to somebody else at the venue, with a link of their own. */
export async function forwardChecklist(
  context: Context,
  venueManager: VenueManager,
  email: string,
  words: ChecklistWords,
  intent?: string,
): Promise<Result<{ readonly isMailed: boolean }, "closed" | "too-many">> {
  const organisation = await organisationOf(context, venueManager.organisationId);
  return context.change<Result<{ isMailed: boolean }, "closed" | "too-many">>(async (tx) => {
    const { request, venue, meeting } = await belongingsOf(context, venueManager, tx);
    const forwards = request.forwards ?? [];
    if (isClosed(context, request)) return refused("closed");
    if (forwards.length >= mostForwards) return refused("too-many");
    const path = await mintLink(context, tx, {
      organisationId: request.organisationId,
      kind: "venue-request",
      id: request.id,
      meetingDate: meeting?.date ?? null,
    });
    await saveRequest(tx, request.id, request.version, { forwards: [...forwards, { email, at: context.now }] });
    await queueMessage(context, tx, {
      organisationId: request.organisationId,
      key: `venue-checklist ${request.id} ${String(forwards.length + 1)}`,
      kind: "venue-checklist",
      channel: "email",
      recipient: email,
      ...words({
        link: `${context.origin}${path}`,
        venue: venue.name,
        organisation: organisation.name,
        meeting: meeting?.name ?? null,
        answerBy: request.answerBy,
      }),
      about: { kind: "venue-request", id: request.id },
    });
    await record(context, tx, {
      organisationId: venueManager.organisationId,
      actor: auditActorOf(venueManager),
      action: "checklist-passed-on",
      subject: { kind: "venue-request", id: request.id },
    });
    return done({ isMailed: context.mailIsSet });
  }, optional(intent));
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
