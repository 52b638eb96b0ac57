// Photos of venues: sent by a venue with its checklist, or taken by staff. A photo is told by its content, loses its metadata, is
// sealed, and leaves only as an attachment. What it shows is read by a person; no fact follows from a photo by itself.
import { venueFeatureIds, venueFeatureOf, type VenueArea, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee, type Coordinator, type VenueManager } from "#app/domain/people/actors.ts";
import type { FactSource } from "#app/domain/venues/statements.ts";
import { record } from "#db/audit.ts";
import type { Instant } from "#app/domain/basics/dates.ts";
import { addFile } from "#db/stores/claims.ts";
import { findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import { addPhoto, listPhotos, savePhoto } from "#db/stores/venue-facts.ts";
import { findRequest, findVenue, type Venue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, endingOf, fileRow, readStoredFile, writeUpload, type ReadUpload } from "./files.server.ts";
import { readPhoto } from "./logo-picture.ts";
import { answererOf } from "./venue-checklist.server.ts";

export type PhotoView = {
  readonly photoId: string;
  /** Null for a photo of the building as a whole. */
  readonly feature: VenueFeatureId | null;
  readonly shows: string;
  readonly source: FactSource;
  readonly sentBy: string;
  readonly savedAt: Instant;
  /** A PDF is opened, not looked at on the page. */
  readonly isPicture: boolean;
  /** Somebody here took it, or looked at it and its words. A photo goes into a paper only then, and only with words. */
  readonly isApproved: boolean;
  readonly version: number;
};

/** The photos of a venue, the newest first. */
export async function listPhotosFor(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<Result<readonly PhotoView[], "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  return venue ? done(await photosOf(context, venue.id)) : refused("not-found");
}

/** What the photos of a meeting's place show, in words, and how many nobody has described; none where people meet online only. */
export type PhotosOfPlace = { readonly shown: readonly string[]; readonly undescribed: number };

/** The photos of the place of a meeting, for those who come there. */
export async function photosOfPlace(context: Context, meeting: Pick<Meeting, "mode" | "venueId">): Promise<PhotosOfPlace> {
  if (meeting.mode === "online" || meeting.venueId === null) return { shown: [], undescribed: 0 };
  const photos = (await photosOf(context, meeting.venueId)).filter(({ isPicture }) => isPicture);
  const shown = photos.map(({ shows }) => shows.trim()).filter((words) => words !== "");
  return { shown, undescribed: photos.length - shown.length };
}

/** The photos of one letter: more would make it too heavy to send. */
const mostInLetter = 4;

/** What somebody who comes looks for first; a photo of the building as a whole, and of anything else, comes after these. */
const looksFor: readonly (readonly VenueArea[])[] = [["entrance"], ["arrival", "circulation"], ["room"], ["toilets"]];

export type PictureOfPlace = {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly shows: string;
};

/**
 * The pictures of a meeting's place for the letter of somebody who comes there: the front door, the way, the room and the toilet first.
 * Each has words, and somebody here has looked at it. They are given as `data:` addresses; `addressOf` puts another in their place.
 */
export async function picturesOfPlace(
  context: Context,
  meeting: Pick<Meeting, "mode" | "venueId">,
  addressOf?: (photo: { readonly venueId: string; readonly photoId: string }) => string,
): Promise<readonly PictureOfPlace[]> {
  const { venueId } = meeting;
  if (meeting.mode === "online" || venueId === null) return [];
  const files = new Map((await listPhotos(context.db, venueId)).map(({ photo, file }) => [photo.id, file]));
  const pictures: PictureOfPlace[] = [];
  for (const { photoId, shows } of firstOfEach((await photosOf(context, venueId)).filter(mayBeShown))) {
    const file = files.get(photoId);
    if (pictures.length === mostInLetter || file === undefined) continue;
    const read = readPhoto(await readStoredFile(context, file), file.mediaType === "image/png" ? "image/png" : "image/jpeg");
    if (!read.ok) continue;
    const { bytes, mediaType, width, height } = read.value;
    const address = addressOf?.({ venueId, photoId }) ?? `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
    pictures.push({ address, width, height, shows: shows.trim() });
  }
  return pictures;
}

function mayBeShown({ isPicture, isApproved, shows }: PhotoView): boolean {
  return isPicture && isApproved && shows.trim() !== "";
}

// One of each kind, then the rest, each in the order people look for them.
function firstOfEach(photos: readonly PhotoView[]): readonly PhotoView[] {
  const rankOf = ({ feature }: PhotoView): number => {
    const rank = feature === null ? -1 : looksFor.findIndex((areas) => areas.includes(venueFeatureOf(feature).area));
    return rank === -1 ? looksFor.length : rank;
  };
  const inOrder = photos.toSorted((one, other) => rankOf(one) - rankOf(other));
  const isFirst = (photo: PhotoView, at: number): boolean => inOrder.findIndex((one) => rankOf(one) === rankOf(photo)) === at;
  return [...inOrder.filter(isFirst), ...inOrder.filter((photo, at) => !isFirst(photo, at))];
}

/** The content of a photo of the place of the meeting somebody is asked to, as it stands in their own letter. */
export async function openPhotoOfPlace(context: Context, attendee: Attendee, photoId: string): Promise<Result<PhotoFile, "not-found">> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  if (!meeting || meeting.mode === "online" || meeting.venueId === null) return refused("not-found");
  const photos = (await photosOf(context, meeting.venueId)).filter(mayBeShown);
  return photos.some((photo) => photo.photoId === photoId) ? photoFile(context, meeting.venueId, photoId) : refused("not-found");
}

/** The photos a venue sent with this checklist, the newest first. */
export async function listOwnPhotos(context: Context, venueManager: VenueManager): Promise<readonly PhotoView[]> {
  return photosOf(context, venueManager.venueId, venueManager.venueRequestId);
}

async function photosOf(context: Context, venueId: string, requestId?: string): Promise<readonly PhotoView[]> {
  const found = await listPhotos(context.db, venueId);
  return found
    .filter(({ photo }) => requestId === undefined || photo.requestId === requestId)
    .map(({ photo, file }) => ({
      photoId: photo.id,
      feature: venueFeatureIds.find((id) => id === photo.featureId) ?? null,
      shows: photo.shows,
      source: photo.source,
      sentBy: photo.sentBy,
      savedAt: photo.savedAt,
      isPicture: file.mediaType.startsWith("image/"),
      isApproved: photo.approvedAt !== null,
      version: photo.version,
    }));
}

export type NewPhoto = { readonly feature: VenueFeatureId | null; readonly shows: string; readonly upload: ReadUpload };

/** The most photos of one checklist, and of one venue. */
const mostPhotos = { request: 40, venue: 200 } as const;

/** Keeps a photo a coordinator took or was given. */
export async function addPhotoFor(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  photo: NewPhoto,
  intent?: string,
): Promise<Result<{ readonly photoId: string }, "not-found" | "too-many">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  if ((await listPhotos(context.db, venue.id)).length >= mostPhotos.venue) return refused("too-many");
  const by = {
    actor: auditActorOf(coordinator),
    source: "we-measured" as const,
    sentBy: coordinator.name,
    requestId: null,
    approvedAt: context.now,
  };
  return done(await keepPhoto(context, venue, photo, by, intent));
}

/** Keeps a photo a venue sends with its checklist. Nothing is taken once the checklist is closed. */
export async function addOwnPhoto(
  context: Context,
  venueManager: VenueManager,
  photo: NewPhoto,
  intent?: string,
): Promise<Result<{ readonly photoId: string }, "closed" | "too-many">> {
  const venue = await findVenue(context.db, venueManager.organisationId, venueManager.venueId);
  const request = await findRequest(context.db, venueManager.organisationId, venueManager.venueRequestId);
  if (!venue || !request) throw new Error("A checklist belongs to no venue");
  if (request.answerBy < context.today) return refused("closed");
  if ((await photosOf(context, venue.id, request.id)).length >= mostPhotos.request) return refused("too-many");
  const by = {
    actor: auditActorOf(venueManager),
    source: "venue-said" as const,
    sentBy: answererOf(request, venue),
    requestId: request.id,
    approvedAt: null,
  };
  return done(await keepPhoto(context, venue, photo, by, intent));
}

type SentBy = {
  readonly actor: ReturnType<typeof auditActorOf>;
  readonly source: FactSource;
  readonly sentBy: string;
  readonly requestId: string | null;
  readonly approvedAt: Instant | null;
};

async function keepPhoto(
  context: Context,
  venue: Venue,
  { feature, shows, upload }: NewPhoto,
  { actor, source, sentBy, requestId, approvedAt }: SentBy,
  intent: string | undefined,
): Promise<{ readonly photoId: string }> {
  const fileId = await writeUpload(context, upload);
  let isKept = false;
  try {
    return await context.change(
      async (tx) => {
        const photoId = context.newId();
        await addFile(tx, fileRow(context, venue.organisationId, fileId, upload));
        await addPhoto(tx, {
          id: photoId,
          organisationId: venue.organisationId,
          venueId: venue.id,
          featureId: feature,
          fileId,
          shows,
          source,
          sentBy,
          requestId,
          savedAt: context.now,
          approvedAt,
        });
        await record(context, tx, {
          organisationId: venue.organisationId,
          actor,
          action: "venue-photo-added",
          subject: { kind: "venue", id: venue.id },
        });
        isKept = true;
        return { photoId };
      },
      intent === undefined ? {} : { intent },
    );
  } finally {
    // Sent twice, or refused: the row of the first sending has its own file.
    if (!isKept) await dropUpload(context, fileId);
  }
}

/** Says in words what a photo shows, for people who cannot see it. Who saves them has looked at it: it may go into papers. */
export async function describePhoto(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly photoId: string; readonly version: number },
  shows: string,
  intent?: string,
): Promise<Result<{ readonly photoId: string }, "not-found" | "changed-by-someone-else">> {
  return changePhoto(context, coordinator, at, { change: { shows, approvedAt: context.now }, action: "venue-photo-described" }, intent);
}

/** Takes a photo off the record. Its file is kept sealed, and nobody can open it from here on. */
export async function removePhoto(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly photoId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly photoId: string }, "not-found" | "changed-by-someone-else">> {
  return changePhoto(context, coordinator, at, { change: { removedAt: context.now }, action: "venue-photo-removed" }, intent);
}

async function changePhoto(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly photoId: string; readonly version: number },
  what: { readonly change: Parameters<typeof savePhoto>[3]; readonly action: string },
  intent: string | undefined,
): Promise<Result<{ readonly photoId: string }, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<{ photoId: string }, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const venue = await findVenue(tx, coordinator.organisationId, at.venueId);
      const found = venue && (await listPhotos(tx, venue.id)).find(({ photo }) => photo.id === at.photoId);
      if (!venue || !found) return refused("not-found");
      if (!(await savePhoto(tx, found.photo.id, at.version, what.change))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: what.action,
        subject: { kind: "venue", id: venue.id },
      });
      return done({ photoId: found.photo.id });
    },
    intent === undefined ? {} : { intent },
  );
}

export type PhotoFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string };

/** The content of a photo of the organisation's venue. */
export async function openPhoto(
  context: Context,
  coordinator: Coordinator,
  at: { readonly venueId: string; readonly photoId: string },
): Promise<Result<PhotoFile, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, at.venueId);
  return venue ? photoFile(context, venue.id, at.photoId) : refused("not-found");
}

/** The content of a photo this venue sent with this checklist. */
export async function openOwnPhoto(context: Context, venueManager: VenueManager, photoId: string): Promise<Result<PhotoFile, "not-found">> {
  const own = await listOwnPhotos(context, venueManager);
  return own.some((photo) => photo.photoId === photoId) ? photoFile(context, venueManager.venueId, photoId) : refused("not-found");
}

async function photoFile(context: Context, venueId: string, photoId: string): Promise<Result<PhotoFile, "not-found">> {
  const found = (await listPhotos(context.db, venueId)).find(({ photo }) => photo.id === photoId);
  if (!found) return refused("not-found");
  const bytes = await readStoredFile(context, found.file);
  return done({ bytes, mediaType: found.file.mediaType, saveAs: `venue-photo.${endingOf(found.file.mediaType)}` });
}

/** The photos of one paper: more would make it too heavy to send. */
const mostInPaper = 12;

export type PhotosForPaper = {
  /** Those of the building first, the newest first. Each has words, and somebody here has looked at it. */
  readonly shown: readonly {
    readonly of: PhotoView;
    readonly picture: { readonly address: string; readonly width: number; readonly height: number };
  }[];
  /** Not in the paper: without words, not looked at yet, or not to be printed (a PDF, a damaged picture, one too many). */
  readonly left: { readonly withoutWords: number; readonly notLookedAt: number; readonly notPrinted: number };
};

/**
 * A venue's photos for a paper. The pictures themselves are given as `data:` addresses; `addressOf` puts another in their place, for a
 * page that fetches them.
 */
export async function photosForPaper(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  addressOf?: (photoId: string) => string,
): Promise<Result<PhotosForPaper, "not-found">> {
  const venue = await findVenue(context.db, coordinator.organisationId, venueId);
  if (!venue) return refused("not-found");
  const views = await photosOf(context, venue.id);
  const withWords = views.filter(({ shows }) => shows !== "");
  const ready = withWords.filter(({ isApproved }) => isApproved);
  const files = new Map((await listPhotos(context.db, venue.id)).map(({ photo, file }) => [photo.id, file]));
  const shown: PhotosForPaper["shown"][number][] = [];
  for (const of of ready.toSorted((one, other) => Number(one.feature !== null) - Number(other.feature !== null))) {
    const file = files.get(of.photoId);
    if (shown.length === mostInPaper || file === undefined || !of.isPicture) continue;
    const read = readPhoto(await readStoredFile(context, file), file.mediaType === "image/png" ? "image/png" : "image/jpeg");
    if (!read.ok) continue;
    const { bytes, mediaType, width, height } = read.value;
    const address = addressOf?.(of.photoId) ?? `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
    shown.push({ of, picture: { address, width, height } });
  }
  return done({
    shown,
    left: {
      withoutWords: views.length - withWords.length,
      notLookedAt: withWords.length - ready.length,
      notPrinted: ready.length - shown.length,
    },
  });
}
