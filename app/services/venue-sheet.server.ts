// What is known of a venue, as one paper to print; and the meetings a checklist for it could be about.
import { venueFactSheet } from "#app/documents/catalogue/venue-fact-sheet.ts";
import type { Doc } from "#app/documents/model.ts";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { holdsWords, standingWords, whoSaidSo } from "#app/words/venue-facts.ts";
import { photoCaption } from "#app/words/venues.ts";
import { listMeetings } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { photosForPaper } from "./venue-photos.server.ts";
import { listProblemsFor } from "./venue-problems.server.ts";
import { findVenueFor, type FactView } from "./venues.server.ts";

/**
 * Everything known of a venue on one paper, each fact with its source, and its photos. `photoAddress` gives the address of each photo
 * for a page that fetches them; without it the paper carries the pictures themselves.
 */
export async function venueSheet(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
  photoAddress?: (photoId: string) => string,
): Promise<Result<Doc, "not-found">> {
  const venue = await findVenueFor(context, coordinator, venueId);
  const problems = await listProblemsFor(context, coordinator, venueId);
  if (!venue.ok) return venue;
  const photos = await photosForPaper(context, coordinator, venueId, photoAddress);
  if (!problems.ok) return problems;
  if (!photos.ok) return photos;
  const { name, address, topics } = venue.value;
  return done(
    venueFactSheet({
      organisation: await letterheadOf(context, await organisationOf(context, coordinator.organisationId)),
      madeOn: context.today,
      venue: name,
      address: linesOf(address),
      told: new Map(topics.flatMap(({ facts }) => facts.flatMap((fact) => (fact.known === null ? [] : [[fact.feature, toldWords(fact)]])))),
      photos: photos.value.shown.map(({ of: { shows, sentBy, savedAt }, picture }) => ({
        ...picture,
        shows,
        caption: photoCaption({ shows, sentBy, on: dayIn(savedAt) }),
      })),
      photosLeft: photos.value.left,
      problems: problems.value,
    }),
  );
}

function toldWords({ feature, known }: FactView): string {
  if (known === null) return "";
  const { standing } = known;
  const words = `${standingWords(feature, standing)}.`;
  if (standing.is === "known")
    return [words, whoSaidSo(known), holdsWords(standing.by.holdsUntil, standing.by.isTooOld), standing.by.note].filter(Boolean).join(" ");
  return standing.is === "disagree" ? `${words} Somebody has to decide.` : `${words} ${whoSaidSo(known)}`;
}

/** A meeting ahead that a venue can be asked about. */
export type MeetingToAskAbout = {
  readonly reference: string;
  readonly name: string;
  readonly date: CalendarDate | null;
  readonly isHere: boolean;
};

/** The meetings ahead that need a room, those in this venue first. */
export async function meetingsToAskAbout(
  context: Context,
  coordinator: Coordinator,
  venueId: string,
): Promise<readonly MeetingToAskAbout[]> {
  const ahead = (await listMeetings(context.db, coordinator.organisationId)).filter(
    ({ state, mode, date }) => state === "open" && mode !== "online" && (date === null || date > context.today),
  );
  return ahead
    .map(({ reference, name, date, venueId: chosen }) => ({ reference, name, date, isHere: chosen === venueId }))
    .toSorted((one, other) => Number(other.isHere) - Number(one.isHere));
}
