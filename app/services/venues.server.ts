// Venues and what is known of them. A fact has a value, somebody who said it and a day; what nobody said is not known.
import { baseline } from "#app/domain/access/baseline.ts";
import { readingsFor, type Reading } from "#app/domain/access/sharing.ts";
import { venueAreas, venueFeatureIds, venueFeatureOf, type VenueArea, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator, type VenueManager } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findOrganisation } from "#db/stores/accounts.ts";
import { findMeeting, findMeetingById, listVenuesWithFacts, saveMeeting, type Meeting } from "#db/stores/meetings.ts";
import {
  addRequest,
  addVenue,
  findRequest,
  findVenue,
  listFacts,
  listMeetingsAt,
  saveFacts,
  saveRequest,
  type FactSource,
  type Venue,
  type VenueFactRow,
  type VenueRequest,
} from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { findLinkGrant, mintLink } from "./links.server.ts";
import { queueMessage } from "./messages.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";

/** A recorded fact, or that nobody has said. */
export type FactView = {
  readonly feature: VenueFeatureId;
  readonly value: VenueFact | null;
  readonly said: { readonly source: FactSource; readonly saidBy: string; readonly on: CalendarDate; readonly note: string } | null;
};
export type AreaView = { readonly area: VenueArea; readonly facts: readonly FactView[] };
export type VenueView = Pick<Venue, "name" | "address" | "contactName" | "contactEmail" | "contactPhone" | "version"> & {
  readonly venueId: string;
  readonly areas: readonly AreaView[];
  readonly known: number;
  readonly checkedOn: CalendarDate | null;
  readonly meetings: Awaited<ReturnType<typeof listMeetingsAt>>;
};

/** The organisation's venues, with how much is known of each. */
export async function listVenuesFor(
  context: Context,
  coordinator: Coordinator,
): Promise<
  readonly {
    readonly venueId: string;
    readonly name: string;
    readonly address: string;
    readonly known: number;
    readonly checkedOn: CalendarDate | null;
  }[]
> {
  const found = await listVenuesWithFacts(context.db, coordinator.organisationId);
  return found.map(({ venue, facts }) => ({
    venueId: venue.id,
    name: venue.name,
    address: venue.address,
    known: facts.filter(({ value }) => value !== null).length,
    checkedOn: lastChecked(facts),
  }));
}

/** One venue with every fact, known or not. */
export async function findVenueFor(context: Context, coordinator: Coordinator, venueId: string): Promise<Result<VenueView, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const rows = await listFacts(context.db, venue.id);
  const { id, name, address, contactName, contactEmail, contactPhone, version } = venue;
  return done({
    venueId: id,
    name,
    address,
    contactName,
    contactEmail,
    contactPhone,
    version,
    areas: areasOf(venueFeatureIds, rows),
    known: rows.filter(({ value }) => value !== null).length,
    checkedOn: lastChecked(rows),
    meetings: await listMeetingsAt(context.db, coordinator.organisationId, venue.id),
  });
}

function lastChecked(rows: readonly VenueFactRow[]): CalendarDate | null {
  return (
    rows
      .map(({ checkedOn }) => checkedOn)
      .toSorted()
      .at(-1) ?? null
  );
}

function areasOf(features: readonly VenueFeatureId[], rows: readonly VenueFactRow[]): readonly AreaView[] {
  const byFeature = new Map(rows.map((row) => [row.featureId, row]));
  return venueAreas.flatMap((area) => {
    const facts = features
      .filter((feature) => venueFeatureOf(feature).area === area)
      .map((feature): FactView => {
        const row = byFeature.get(feature);
        const said = row === undefined ? null : { source: row.source, saidBy: row.saidBy, on: row.checkedOn, note: row.note };
        return { feature, value: row?.value ?? null, said };
      });
    return facts.length === 0 ? [] : [{ area, facts }];
  });
}

export type VenueDetails = Pick<Venue, "name" | "address" | "contactName" | "contactEmail" | "contactPhone">;

/** Adds a venue; nothing is known of it yet. */
export async function addVenueFor(
  context: Context,
  coordinator: Coordinator,
  details: VenueDetails,
  intent?: string,
): Promise<{ readonly venueId: string }> {
  return context.change(async (tx) => {
    const venueId = context.newId();
    await addVenue(tx, { id: venueId, organisationId: coordinator.organisationId, ...details, createdAt: context.now });
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-added",
      subject: { kind: "venue", id: venueId },
    });
    return { venueId };
  }, optional(intent));
}

/** Chooses the venue of a meeting. */
export async function chooseVenue(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  venueId: string,
  intent?: string,
): Promise<Result<{ readonly venueId: string }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ venueId: string }, "not-found" | "changed-by-someone-else">>(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    const venue = await findVenue(tx, coordinator.organisationId, venueId);
    if (!meeting || !venue) return refused("not-found");
    if (!(await saveMeeting(tx, meeting.id, at.version, { venueId: venue.id, venueState: "chosen" })))
      return refused("changed-by-someone-else");
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-chosen",
      subject: { kind: "meeting", id: meeting.id },
    });
    return done({ venueId: venue.id });
  }, optional(intent));
}

/** An answer about one feature: a value, or null for "I do not know". What was left out is not touched. */
export type FactAnswer = { readonly feature: VenueFeatureId; readonly value: VenueFact | null; readonly note: string };

/** Records what staff checked themselves. */
export async function recordOwnCheck(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  answers: readonly FactAnswer[],
  intent?: string,
): Promise<Result<{ readonly saved: number }, "not-found">> {
  return context.change<Result<{ saved: number }, "not-found">>(async (tx) => {
    if (!(await findVenue(tx, coordinator.organisationId, venueId))) return refused("not-found");
    // Nobody measured the example's halls: their facts say where they come from (decision 36).
    const organisation = await findOrganisation(tx, coordinator.organisationId);
    await saveFacts(tx, rowsOf(context, venueId, answers, organisation?.isExample === true ? "example" : "we-measured", coordinator.name));
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-facts-saved",
      subject: { kind: "venue", id: venueId },
      details: { facts: answers.length },
    });
    return done({ saved: answers.length });
  }, optional(intent));
}

function rowsOf(context: Context, venueId: string, answers: readonly FactAnswer[], source: FactSource, saidBy: string) {
  return answers.map(({ feature, value, note }) => ({
    venueId,
    featureId: feature,
    value,
    note,
    source,
    saidBy,
    checkedOn: context.today,
  }));
}

/**
 * The features a venue is asked about for a meeting: what every meeting owes everyone, and what people let the venue know they
 * need. What somebody would not tell the venue is not in it.
 */
export async function featuresToAsk(context: Context, organisationId: string, meetingId: string): Promise<readonly VenueFeatureId[]> {
  const { toShare } = await needsOfMeeting(context, organisationId, meetingId);
  const shared = readingsFor(toShare, "venue").flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "venue-feature" || line.kind === "venue-quantity" ? [line.feature] : [])),
  );
  const asked = new Set<VenueFeatureId>([...baseline.venueMust, ...baseline.venueShould, ...shared]);
  return venueFeatureIds.filter((feature) => asked.has(feature));
}

export type Sending = {
  readonly email: string;
  readonly sentTo: string;
  readonly answerBy: CalendarDate;
  readonly parts: "needed" | "all";
  readonly extraLine: string;
};

/** Sends a meeting's venue its checklist. `link` is the whole private address, given once; null when this form was sent before. */
export async function sendChecklist(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  sending: Sending,
  message: (facts: { readonly link: string; readonly venue: string; readonly organisation: string; readonly meeting: string }) => {
    readonly subject: string;
    readonly body: string;
  },
  intent?: string,
): Promise<Result<{ readonly link: string | null; readonly isMailed: boolean }, "not-found" | "no-venue">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const venue = meeting.venueId === null ? undefined : await findVenue(context.db, meeting.organisationId, meeting.venueId);
  if (!venue) return refused("no-venue");
  const organisation = await organisationOf(context, meeting.organisationId);
  const features = sending.parts === "all" ? venueFeatureIds : await featuresToAsk(context, meeting.organisationId, meeting.id);
  // The secret stays out of the change's result, because results are kept.
  let link: string | null = null;
  await context.change(async (tx) => {
    const id = context.newId();
    const { email, sentTo, answerBy, extraLine } = sending;
    await addRequest(tx, {
      id,
      organisationId: meeting.organisationId,
      venueId: venue.id,
      meetingId: meeting.id,
      email,
      sentTo,
      answerBy,
      features,
      extraLine,
      sentAt: context.now,
    });
    const path = await mintLink(context, tx, {
      organisationId: meeting.organisationId,
      kind: "venue-request",
      id,
      meetingDate: meeting.date,
    });
    link = `${context.origin}${path}`;
    const words = message({ link, venue: venue.name, organisation: organisation.name, meeting: meeting.name });
    await queueMessage(context, tx, {
      organisationId: meeting.organisationId,
      key: `venue-checklist ${id}`,
      kind: "venue-checklist",
      channel: "email",
      recipient: email,
      ...words,
      about: { kind: "venue-request", id },
    });
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "checklist-sent",
      subject: { kind: "venue-request", id },
      details: { features: features.length },
    });
    return { id };
  }, optional(intent));
  return done({ link, isMailed: context.mailIsSet });
}

/** What the landing page of a venue's link shows: the meeting's needs as features and counts, and no names. */
export async function venueLandingOf(
  context: Context,
  token: string,
): Promise<{
  readonly requestId: string;
  readonly venue: string;
  readonly organisation: Organisation;
  readonly meeting: Meeting;
  readonly request: VenueRequest;
  readonly readings: readonly Reading[];
} | null> {
  const found = await findLinkGrant(context, "venue-request", token);
  const request = found && (await findRequest(context.db, found.grant.organisationId, found.grant.subjectId));
  const venue = request && (await findVenue(context.db, request.organisationId, request.venueId));
  const meeting = request && (await findMeetingById(context.db, request.organisationId, request.meetingId));
  if (!request || !venue || !meeting) return null;
  const { toShare } = await needsOfMeeting(context, request.organisationId, meeting.id);
  const organisation = await organisationOf(context, request.organisationId);
  return { requestId: request.id, venue: venue.name, organisation, meeting, request, readings: readingsFor(toShare, "venue") };
}

export type ChecklistPage = {
  readonly topic: string;
  readonly area: VenueArea;
  readonly part: number;
  readonly parts: number;
  readonly facts: readonly FactView[];
};

const mostQuestions = 8;

/** Pages of at most 8 questions, one area of the building at a time; equal parts where an area has more. */
export function pagesOf(areas: readonly AreaView[]): readonly ChecklistPage[] {
  return areas.flatMap(({ area, facts }) => {
    const parts = Math.ceil(facts.length / mostQuestions);
    const each = Math.ceil(facts.length / parts);
    return Array.from({ length: parts }, (_, index) => ({
      topic: index === 0 ? area : `${area}-${index + 1}`,
      area,
      part: index + 1,
      parts,
      facts: facts.slice(index * each, (index + 1) * each),
    }));
  });
}

export type Checklist = {
  readonly organisation: Organisation;
  readonly venue: string;
  readonly meeting: string;
  readonly coordinatorName: string;
  readonly request: Pick<VenueRequest, "id" | "sentTo" | "answeredAt" | "version">;
  readonly pages: readonly ChecklistPage[];
};

/** A venue's checklist with what is known already. */
export async function checklistOf(context: Context, venueManager: VenueManager): Promise<Checklist> {
  const request = await findRequest(context.db, venueManager.organisationId, venueManager.venueRequestId);
  const venue = await findVenue(context.db, venueManager.organisationId, venueManager.venueId);
  const meeting = await findMeetingById(context.db, venueManager.organisationId, venueManager.meetingId);
  if (!request || !venue || !meeting) throw new Error("A checklist belongs to no venue or meeting");
  const asked = new Set(request.features);
  const features = venueFeatureIds.filter((feature) => asked.has(feature));
  const organisation = await organisationOf(context, request.organisationId);
  const { id, sentTo, answeredAt, version } = request;
  return {
    organisation,
    venue: venue.name,
    meeting: meeting.name,
    coordinatorName: meeting.contact?.name ?? organisation.contact.name,
    request: { id, sentTo, answeredAt, version },
    pages: pagesOf(areasOf(features, await listFacts(context.db, venue.id))),
  };
}

/** Records a venue's answers. Only what this checklist asks is taken; every plan that uses the venue changes at once. */
export async function saveChecklist(
  context: Context,
  venueManager: VenueManager,
  answers: readonly FactAnswer[],
  intent?: string,
): Promise<{ readonly saved: number }> {
  return context.change(async (tx) => {
    const request = await findRequest(tx, venueManager.organisationId, venueManager.venueRequestId);
    const venue = await findVenue(tx, venueManager.organisationId, venueManager.venueId);
    if (!request || !venue) throw new Error("A checklist belongs to no venue");
    const asked = new Set(request.features);
    const taken = answers.filter(({ feature }) => asked.has(feature));
    await saveFacts(tx, rowsOf(context, venue.id, taken, "venue-said", request.sentTo === "" ? venue.name : request.sentTo));
    await record(context, tx, {
      organisationId: venueManager.organisationId,
      actor: auditActorOf(venueManager),
      action: "venue-facts-saved",
      subject: { kind: "venue", id: venue.id },
      details: { facts: taken.length },
    });
    return { saved: taken.length };
  }, optional(intent));
}

/** Says that a checklist is finished. It can still be changed afterwards. */
export async function finishChecklist(context: Context, venueManager: VenueManager, intent?: string): Promise<void> {
  await context.change(async (tx) => {
    const request = await findRequest(tx, venueManager.organisationId, venueManager.venueRequestId);
    if (!request) throw new Error("A checklist is gone");
    if (!(await saveRequest(tx, request.id, request.version, { answeredAt: context.now, answeredBy: request.sentTo }))) return {};
    await record(context, tx, {
      organisationId: venueManager.organisationId,
      actor: auditActorOf(venueManager),
      action: "checklist-finished",
      subject: { kind: "venue-request", id: request.id },
    });
    return {};
  }, optional(intent));
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
