// The checklist a venue fills in by hand: what a meeting needs as features and counts, or what its record lacks, with room for a
// measurement. It never says who needs a thing or why, and "I do not know" is always an answer.
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, venueTopics, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { callout, column, facts, paragraph, penLine, penLines, section, table, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc, DocOrganisation } from "#app/documents/model.ts";
import { counted, number, plainDate } from "#app/words/format.ts";
import { featureName, venueQuestion } from "#app/words/venue-questions.ts";
import { topicName } from "#app/words/venues.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";

export type VenueChecklistFacts = {
  readonly frame: PaperFrame;
  readonly questions: readonly ChecklistQuestion[];
};

export type ChecklistQuestion = {
  readonly feature: VenueFeatureId;
  /** How many have to be there, where a number matters. */
  readonly quantity?: number;
  /** What is on record; absent when nobody has said, and null when somebody said that they do not know. */
  readonly known?: { readonly value: boolean | number | null; readonly saidBy: string; readonly checkedOn: CalendarDate };
};

export const venueChecklist: DocumentDefinition<VenueChecklistFacts> = {
  id: "venue-checklist",
  name: "Venue checklist",
  forms: paperForms,
  audiences: ["coordinator", "venue"],
  per: "meeting",
  build: buildVenueChecklist,
};

function buildVenueChecklist({ frame, questions }: VenueChecklistFacts): Doc {
  const { meeting } = frame;
  return {
    ...framed(frame),
    title: meeting.place === null ? "Access checklist for a venue" : `Access checklist for ${meeting.place.name}`,
    saveAs: "venue checklist",
    audience: "Venue copy: no names.",
    blocks: [
      facts([
        ["For", meeting.name],
        ["When", whenOnPaper(meeting)],
        ["Venue", meeting.place === null ? "Not chosen yet" : [meeting.place.name, ...meeting.place.address].join(", ")],
        ...(meeting.contact === null ? [] : [["Send it back to", contactOnPaper(meeting.contact)] as const]),
      ]),
      ...howToAnswer(questions),
      ...howManySection(questions),
      ...(questions.length === 0
        ? [callout("note", "No questions yet", [paragraph("This meeting needs nothing of a venue so far, or it is wholly online.")])]
        : []),
      ...questionSections(questions),
    ],
  };
}

/** The same for a venue's record, with no meeting and nobody's needs in it. */
export function recordChecklist({
  organisation,
  madeOn,
  venue,
  contact,
  questions,
}: {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly venue: { readonly name: string; readonly address: readonly string[] };
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly questions: readonly ChecklistQuestion[];
}): Doc {
  return {
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: `Access checklist for ${venue.name}`,
    saveAs: "venue checklist",
    audience: "Venue copy: no names.",
    blocks: [
      facts([
        ["For", "Our record of the venue, for meetings to come"],
        ["Venue", [venue.name, ...venue.address].join(", ")],
        ["Send it back to", contactOnPaper(contact)],
      ]),
      ...howToAnswer(questions),
      ...questionSections(questions),
    ],
  };
}

const isTold = ({ known }: ChecklistQuestion): boolean => known !== undefined && known.value !== null;

function howToAnswer(questions: readonly ChecklistQuestion[]): readonly Block[] {
  const asked = questions.filter((question) => !isTold(question)).length;
  return [
    paragraph(
      `Please give one answer to each question: tick a box, or write on the line. “I do not know” is a fine answer. You can send a photo instead of measuring. There ${asked === 1 ? "is" : "are"} ${counted(asked, "question", "questions")}.`,
    ),
  ];
}

function questionSections(questions: readonly ChecklistQuestion[]): readonly Block[] {
  const asked = questions.filter((question) => !isTold(question));
  return [
    ...venueTopics.flatMap((topic) => topicSection(topic, asked)),
    ...toldSection(questions.filter(isTold)),
    section("Who filled this in", [
      penLines([penLine("Name", "few-words"), penLine("Role", "few-words"), penLine("Phone or email", "line"), penLine("Date", "date")]),
    ]),
  ];
}

function howManySection(questions: readonly ChecklistQuestion[]): readonly Block[] {
  const counted = questions.filter(({ quantity }) => quantity !== undefined);
  if (counted.length === 0) return [];
  return [
    section("How many this meeting needs", [
      table({
        caption: "Things to supply, and how many",
        columns: [column("What"), column("How many", "count")],
        rows: counted.map(({ feature, quantity = 1 }) => [featureName[feature], number(quantity)]),
      }),
    ]),
  ];
}

function topicSection(topic: VenueTopic, questions: readonly ChecklistQuestion[]): readonly Block[] {
  const here = questions.filter(({ feature }) => venueTopicOf[feature] === topic);
  return here.length === 0 ? [] : [section(topicName[topic], here.flatMap(questionBlocks))];
}

// In the order of the page: the question, the line for a number, then the other ways to answer.
function questionBlocks({ feature }: ChecklistQuestion): readonly Block[] {
  const { inWords } = venueQuestion[feature];
  return [answerBlock(feature), ...(inWords === undefined ? [] : [penLines([penLine(inWords.replace("?", ""))])])];
}

function answerBlock(feature: VenueFeatureId): Block {
  const { question, hint, number: measured } = venueQuestion[feature];
  const asked = hint === "" ? question : `${question} ${hint}`;
  if (measured === undefined) return tickBoxes(asked, yesNoUnknown);
  const boxes = [...(measured.none === undefined ? [] : [[measured.none, false] as const]), ["I do not know", false] as const];
  return tickBoxes(asked, boxes, penLine(measured.label.replace("?", ""), "few-words"));
}

const yesNoUnknown = [
  ["Yes", false],
  ["No", false],
  ["I do not know", false],
] as const;

function toldSection(told: readonly ChecklistQuestion[]): readonly Block[] {
  if (told.length === 0) return [];
  return [
    section("What we have on record already", [
      paragraph("Please cross out what is wrong, and write the right answer beside it."),
      table({
        caption: "On record, and since when",
        columns: [column("What"), column("Answer"), column("Checked on")],
        rows: told.map(({ feature, known }) => [
          featureName[feature],
          answerWords(feature, known?.value ?? null),
          known === undefined ? "" : plainDate(known.checkedOn),
        ]),
      }),
    ]),
  ];
}

/** A recorded answer as a venue reads it: yes, no, or a measurement with its unit. */
export function answerWords(feature: VenueFeatureId, value: boolean | number | null): string {
  if (value === null) return "Not known";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const { criterion } = venueFeatureOf(feature);
  const unit = criterion.is === "yes" ? "" : criterion.unit;
  if (unit === "mm") return `${number(value / 10)} cm`;
  const words = unitWords[unit];
  return words === undefined ? number(value) : `${number(value)} ${words}`;
}

// Units people say; a count ("bays") is a bare number, because the name beside it says what is counted.
const unitWords: Readonly<Record<string, string>> = {
  m: "m",
  m2: "square metres",
  "m2/person": "square metres a person",
  percent: "percent",
  kg: "kg",
  lux: "lux",
  dB: "dB",
  "dB LAeq": "dB",
  "deg C": "°C",
  N: "newtons",
  s: "seconds",
  ppm: "ppm",
  days: "days",
  "Mbit/s": "Mbit/s",
  "mA/m": "mA/m",
};
