// What is known of a venue on paper: every fact with who said so and how long it holds, what people differ on, what nobody knows, and
// what went wrong there. Nothing of any meeting or person is on it.
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, venueTopics, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { bullets, facts, paragraph, photo, section, type Block, type Doc, type DocOrganisation } from "#app/documents/model.ts";
import { counted, plainDate } from "#app/words/format.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { photosLeftSentences, topicName, type PhotosLeft } from "#app/words/venues.ts";

export type VenueFactSheetFacts = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly venue: string;
  readonly address: readonly string[];
  /** What was said of each feature that anybody spoke of, in words with its source. */
  readonly told: ReadonlyMap<VenueFeatureId, string>;
  /** Photos with words, and how many are left out because of what. */
  readonly photos: readonly Parameters<typeof photo>[0][];
  readonly photosLeft: PhotosLeft;
  readonly problems: readonly { readonly what: string; readonly seenOn: CalendarDate; readonly fixedOn: CalendarDate | null }[];
};

/** The sheet, topic by topic as the checklist asks them. */
export function venueFactSheet({ organisation, madeOn, venue, address, told, photos, photosLeft, problems }: VenueFactSheetFacts): Doc {
  const silent = venueFeatureIds.filter((feature) => !told.has(feature));
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: `Access facts: ${venue}`,
    saveAs: "venue fact sheet",
    audience: "About the building: no names of people taking part.",
    blocks: [
      ...(address.length === 0 ? [] : [facts([["Where", address.join(", ")]])]),
      paragraph(
        "What nobody has told us is not known. It never counts as yes or no. Each fact says who told us, and until when it is good.",
      ),
      section("Known problems", [
        problems.length === 0
          ? paragraph("No problems noted.")
          : bullets(
              problems.map(({ what, seenOn, fixedOn }) =>
                fixedOn === null
                  ? `${what} Seen on ${plainDate(seenOn)}.`
                  : `${what} Seen on ${plainDate(seenOn)}, put right on ${plainDate(fixedOn)}.`,
              ),
            ),
      ]),
      ...photoSection(photos, photosLeft),
      ...venueTopics.flatMap((topic) => topicSection(topic, told)),
      section("Nobody has told us", [
        silent.length === 0
          ? paragraph("Something was said of everything we ask about.")
          : paragraph(`${counted(silent.length, "thing is", "things are")} not known: ask the venue, or look.`),
        // Counted, not listed: a list would be most of the paper, and the checklist asks them one by one.
        ...(silent.length === 0 ? [] : [facts(silentByTopic(silent))]),
      ]),
    ],
  };
}

function photoSection(photos: VenueFactSheetFacts["photos"], left: PhotosLeft): readonly Block[] {
  const sentences = photosLeftSentences(left);
  if (photos.length === 0 && sentences.length === 0) return [];
  return [section("Photos", [...photos.map(photo), ...sentences.map((sentence) => paragraph(sentence))])];
}

function topicSection(topic: VenueTopic, told: VenueFactSheetFacts["told"]): readonly Block[] {
  const here = [...told].filter(([feature]) => venueTopicOf[feature] === topic);
  return here.length === 0
    ? []
    : [section(topicName[topic], [facts(here.map(([feature, words]) => [featureName[feature], words] as const))])];
}

function silentByTopic(silent: readonly VenueFeatureId[]): readonly (readonly [string, string])[] {
  return venueTopics.flatMap((topic) => {
    const count = silent.filter((feature) => venueTopicOf[feature] === topic).length;
    return count === 0 ? [] : [[topicName[topic], counted(count, "thing", "things")] as const];
  });
}
