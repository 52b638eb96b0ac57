// Venues on file: adding and changing them, choosing one for a meeting, and the record of each with everything that is known,
// disagreed on, too old or not known. What was said and settled is in venue-facts.server.ts, checklists sent to venues in
// venue-checklist.server.ts.
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, venueTopics, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Coordinates } from "#app/domain/meetings/sunset.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { findOrganisation } from "#db/stores/accounts.ts";
import { addSettlement, listPhotos, listStatements, savePhoto, type VenueStatement } from "#db/stores/venue-facts.ts";
import { addVenue, findVenue, listMeetingsAt, listVenues, saveVenue, type Venue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { columnsOf, coordinatesOf, notePlaces, placeProvenanceOf, type PlaceProvenance } from "./venue-places.server.ts";
import { recordsOf, stateFacts, type FactAnswer, type FactRecord } from "./venue-facts.server.ts";

export type { FactAnswer } from "./venue-facts.server.ts";

/** One feature as the record shows it; `known` is null when nobody ever spoke of it. */
export type FactView = { readonly feature: VenueFeatureId; readonly known: FactRecord | null };
export type TopicView = { readonly topic: VenueTopic; readonly facts: readonly FactView[] };
export type VenueCounts = {
  /** Facts a plan may rely on today. */
  readonly known: number;
  readonly toSettle: number;
  readonly tooOld: number;
  /** The latest day anything was checked, said or published. */
  readonly checkedOn: CalendarDate | null;
};
export type VenueView = Pick<
  Venue,
  "name" | "address" | "town" | "contactName" | "contactEmail" | "contactPhone" | "changedOn" | "version"
> &
  VenueCounts & {
    readonly venueId: string;
    /** Where it is on a map; null where nobody has said. */
    readonly coordinates: Coordinates | null;
    readonly placeSaidBy: PlaceProvenance;
    readonly topics: readonly TopicView[];
    readonly meetings: Awaited<ReturnType<typeof listMeetingsAt>>;
  };

/** The three things people ask about first. */
export const headlineFeatures = [
  "step-free-route-to-room",
  "toilet-accessible",
  "loop-present",
] as const satisfies readonly VenueFeatureId[];

export type VenueLine = VenueCounts & {
  readonly venueId: string;
  readonly name: string;
  readonly address: string;
  /** Empty where nobody has said. */
  readonly town: string;
  /** What is known of the three things people ask about first; null is not known. */
  readonly headlines: readonly { readonly feature: (typeof headlineFeatures)[number]; readonly value: VenueFact | null }[];
};

/** The organisation's venues by name, with how much is known of each; with words to look for, those whose name or address has them. */
export async function listVenuesFor(context: Context, coordinator: Coordinator, words = ""): Promise<readonly VenueLine[]> {
  const wanted = plain(words);
  const venues = (await listVenues(context.db, coordinator.organisationId)).filter(({ name, address, town }) =>
    plain(`${name} ${address} ${town}`).includes(wanted),
  );
  const records = await recordsOf(context, context.db, venues);
  return venues.map((venue) => {
    const here = records.get(venue.id) ?? [];
    return {
      venueId: venue.id,
      name: venue.name,
      address: venue.address,
      town: venue.town,
      ...countsOf(here),
      headlines: headlineFeatures.map((feature) => ({ feature, value: here.find((one) => one.feature === feature)?.value ?? null })),
    };
  });
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();

function countsOf(records: readonly FactRecord[]): VenueCounts {
  return {
    known: records.filter(({ value }) => value !== null).length,
    toSettle: records.filter(({ standing }) => standing.is === "disagree").length,
    tooOld: records.filter(({ standing }) => standing.is === "too-old").length,
    checkedOn:
      records
        .flatMap(({ statements }) => statements.map(({ checkedOn }) => checkedOn))
        .toSorted()
        .at(-1) ?? null,
  };
}

/** One venue with every fact, known or not. */
export async function findVenueFor(context: Context, coordinator: Coordinator, venueId: string): Promise<Result<VenueView, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const records = (await recordsOf(context, context.db, [venue])).get(venue.id) ?? [];
  const { id, name, address, town, contactName, contactEmail, contactPhone, changedOn, version } = venue;
  return done({
    venueId: id,
    name,
    address,
    town,
    contactName,
    contactEmail,
    contactPhone,
    changedOn,
    version,
    coordinates: coordinatesOf(venue),
    placeSaidBy: await placeProvenanceOf(context.db, venue),
    ...countsOf(records),
    topics: byTopic(venueFeatureIds, (feature) => ({ feature, known: records.find((one) => one.feature === feature) ?? null })),
    meetings: await listMeetingsAt(context.db, coordinator.organisationId, venue.id),
  });
}

/** Features grouped by topic, in the order of a visit. */
export function byTopic<Fact>(
  features: readonly VenueFeatureId[],
  factOf: (feature: VenueFeatureId) => Fact,
): readonly { readonly topic: VenueTopic; readonly facts: readonly Fact[] }[] {
  return venueTopics.flatMap((topic) => {
    const facts = features.filter((feature) => venueTopicOf[feature] === topic).map(factOf);
    return facts.length === 0 ? [] : [{ topic, facts }];
  });
}

export type VenueDetails = Pick<Venue, "name" | "address" | "contactName" | "contactEmail" | "contactPhone"> & {
  /** Left out or empty where nobody has said: it is never read out of the address. */
  readonly town?: string;
};

/** Whether a venue with another address is in another building, or only its address was corrected. */
export type HasMoved = "yes" | "no";

/** Adds a venue; nothing is known of it yet. */
export async function addVenueFor(
  context: Context,
  coordinator: Coordinator,
  details: VenueDetails,
  intent?: string,
): Promise<{ readonly venueId: string }> {
  return context.change(async (tx) => putVenueOnFile(context, tx, coordinator, details), optional(intent));
}

/** Adds a venue inside a change, with its audit entry. */
export async function putVenueOnFile(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  details: VenueDetails,
): Promise<{ readonly venueId: string }> {
  const venueId = context.newId();
  await addVenue(tx, { id: venueId, organisationId: coordinator.organisationId, ...details, createdAt: context.now });
  await record(context, tx, {
    organisationId: coordinator.organisationId,
    actor: auditActorOf(coordinator),
    action: "venue-added",
    subject: { kind: "venue", id: venueId },
  });
  return { venueId };
}

/**
 * Changes a venue's details. `changedOn` is the day building works ended: everything checked before it is too old from then on. Where
 * the address is another one and anything is on record of the venue, `hasMoved` has to say whether the building is another one too:
 * if it is, nothing that was known counts from today, nor where it is on a map unless that was changed as well.
 */
export async function changeVenue(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly version: number },
  {
    coordinates,
    hasMoved,
    ...details
  }: VenueDetails & { readonly changedOn: CalendarDate | null; readonly coordinates: Coordinates | null; readonly hasMoved?: HasMoved },
  intent?: string,
): Promise<Result<{ readonly venueId: string }, "not-found" | "changed-by-someone-else" | "say-whether-moved">> {
  return context.change<Result<{ venueId: string }, "not-found" | "changed-by-someone-else" | "say-whether-moved">>(async (tx) => {
    const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
    if (!venue) return refused("not-found");
    const isElsewhere = venue.address !== "" && plain(venue.address) !== plain(details.address);
    if (isElsewhere && hasMoved === undefined && (await isAnythingOnRecord(tx, venue))) return refused("say-whether-moved");
    const change = { ...details, town: details.town ?? venue.town, ...columnsOf(coordinates) };
    if (isElsewhere && hasMoved === "yes") {
      const moved = await moveVenue(context, tx, coordinator, { ...venue, version: at.version }, change);
      return moved ? done({ venueId: venue.id }) : refused("changed-by-someone-else");
    }
    if (!(await saveVenue(tx, venue.id, at.version, change))) return refused("changed-by-someone-else");
    const by = { source: "typed", saidBy: coordinator.name, checkedOn: context.today } as const;
    const places = await notePlaces(context, tx, venue, change, by);
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-changed",
      subject: { kind: "venue", id: venue.id },
      details: Object.fromEntries(places.map((kind) => [kind, true])),
    });
    return done({ venueId: venue.id });
  }, optional(intent));
}

async function isAnythingOnRecord(tx: Tx, venue: Venue): Promise<boolean> {
  return (await listStatements(tx, [venue.id])).length > 0 || (await listPhotos(tx, venue.id)).length > 0;
}

/**
 * Writes down, inside a change, that a venue is in another building now. Whatever was said of the old one stays as history and counts
 * as not known; its photos wait to be looked at; its place on the map is taken out unless it was changed too. False when somebody else
 * changed the venue meanwhile.
 */
export async function moveVenue(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  venue: Venue,
  after: Pick<Venue, "address" | "town" | "latitude" | "longitude"> & Partial<Venue>,
): Promise<boolean> {
  const isSameSpot = after.latitude === venue.latitude && after.longitude === venue.longitude;
  const change = { ...after, ...(isSameSpot ? columnsOf(null) : {}), changedOn: context.today };
  if (!(await saveVenue(tx, venue.id, venue.version, change))) return false;
  await notePlaces(context, tx, venue, change, { source: "typed", saidBy: coordinator.name, checkedOn: context.today });
  // What was checked before today is too old from today on. What was checked today was checked in the old building.
  const today = (await listStatements(tx, [venue.id])).filter(({ checkedOn }) => checkedOn >= context.today);
  for (const [featureId, statements] of Map.groupBy(today, (one) => one.featureId)) {
    await addSettlement(tx, {
      id: context.newId(),
      organisationId: venue.organisationId,
      venueId: venue.id,
      featureId,
      statementId: null,
      considered: statements.map(({ id }) => id),
      reason: "The venue has moved",
      settledBy: coordinator.name,
      settledAt: context.now,
    });
  }
  for (const { photo } of await listPhotos(tx, venue.id)) await savePhoto(tx, photo.id, photo.version, { approvedAt: null });
  await record(context, tx, {
    organisationId: venue.organisationId,
    actor: auditActorOf(coordinator),
    action: "venue-moved",
    subject: { kind: "venue", id: venue.id },
  });
  return true;
}

/** One question of a checklist with the answer given in this sitting; null when it was left open. */
export type QuestionView = {
  readonly feature: VenueFeatureId;
  readonly answer: { readonly value: VenueFact | null; readonly note: string } | null;
  /** What the same people said before, and when. */
  readonly before: { readonly value: VenueFact; readonly on: CalendarDate } | null;
};

export type OwnCheck = { readonly venueId: string; readonly name: string; readonly pages: readonly ChecklistPage[] };

/** The checklist for a visit: every feature, with what we checked today already. */
export async function ownCheckOf(context: Context, coordinator: Coordinator, venueId: string): Promise<Result<OwnCheck, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const ours = (await listStatements(context.db, [venue.id])).filter(({ source }) => source === "we-measured" || source === "example");
  const questions = byTopic(venueFeatureIds, (feature) => questionOf(feature, ours, ({ checkedOn }) => checkedOn === context.today));
  return done({ venueId: venue.id, name: venue.name, pages: pagesOf(questions) });
}

/** Where staff look at a feature themselves: the part of "Check it yourself" that asks about it, of one venue. */
export function ownCheckAddress(venueId: string, feature: VenueFeatureId): string {
  const pages = pagesOf(byTopic(venueFeatureIds, (one) => questionOf(one, [], () => false)));
  const page = pages.find(({ questions }) => questions.some((question) => question.feature === feature));
  if (page === undefined) throw new Error(`No part of the check asks about ${feature}`);
  return `/venues/${venueId}/check/${page.address}`;
}

/** A question, from the statements of whoever is asked, the oldest first; `isNow` tells which belong to this sitting. */
export function questionOf(
  feature: VenueFeatureId,
  statements: readonly VenueStatement[],
  isNow: (statement: VenueStatement) => boolean,
): QuestionView {
  const here = statements.filter(({ featureId }) => featureId === feature);
  const now = here.findLast(isNow);
  const before = here.findLast((statement) => !isNow(statement));
  return {
    feature,
    answer: now === undefined ? null : { value: now.value, note: now.note },
    before: before === undefined || before.value === null ? null : { value: before.value, on: before.checkedOn },
  };
}

/** The answers that say something new: an answer sent again as it stands is not said twice. */
export function newAnswers(answers: readonly FactAnswer[], questions: readonly QuestionView[]): readonly FactAnswer[] {
  return answers.filter(({ feature, value, note }) => {
    const said = questions.find((one) => one.feature === feature)?.answer ?? null;
    return said === null || said.value !== value || said.note !== note;
  });
}

/** Records what staff checked themselves, today. */
export async function recordOwnCheck(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  answers: readonly FactAnswer[],
  intent?: string,
): Promise<Result<{ readonly saved: number }, "not-found">> {
  const before = await ownCheckOf(context, coordinator, venueId);
  if (!before.ok) return before;
  const said = newAnswers(
    answers,
    before.value.pages.flatMap(({ questions }) => questions),
  );
  return context.change<Result<{ saved: number }, "not-found">>(async (tx) => {
    const venue = await findVenue(tx, coordinator.organisationId, venueId);
    if (!venue) return refused("not-found");
    // Nobody measured the example's halls: their facts say where they come from (decision 36).
    const organisation = await findOrganisation(tx, coordinator.organisationId);
    const source = organisation?.isExample === true ? "example" : "we-measured";
    await stateFacts(context, tx, venue, said, { source, saidBy: coordinator.name, checkedOn: context.today });
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "venue-facts-saved",
      subject: { kind: "venue", id: venueId },
      details: { facts: said.length },
    });
    return done({ saved: said.length });
  }, optional(intent));
}

export type ChecklistPage = {
  /** The end of its address: "toilets", "toilets-2". */
  readonly address: string;
  readonly topic: VenueTopic;
  readonly part: number;
  readonly parts: number;
  readonly questions: readonly QuestionView[];
};

const mostQuestions = 8;

/** Pages of at most 8 questions, one topic at a time; equal parts where a topic has more. */
export function pagesOf(
  topics: readonly { readonly topic: VenueTopic; readonly facts: readonly QuestionView[] }[],
): readonly ChecklistPage[] {
  return topics.flatMap(({ topic, facts }) => {
    const parts = Math.ceil(facts.length / mostQuestions);
    const each = Math.ceil(facts.length / parts);
    return Array.from({ length: parts }, (_, index) => ({
      address: index === 0 ? topic : `${topic}-${String(index + 1)}`,
      topic,
      part: index + 1,
      parts,
      questions: facts.slice(index * each, (index + 1) * each),
    }));
  });
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
