// What a meeting needs of the venue, for the people who work there: things, counts and clock times. Only what people let the venue
// know comes in, and never a name, a reason or what an item of the agenda is about.
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { SharedLine } from "#app/domain/access/sharing.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import {
  bullets,
  callout,
  column,
  facts,
  paragraph,
  penLine,
  penLines,
  section,
  sheet as newSheet,
  strong,
  table,
  tickBoxes,
} from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { clock, clockRange, counted, list, number, plainDate } from "#app/words/format.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, type PaperFrame } from "./meeting-on-paper.ts";
import { answerWords } from "./venue-checklist.ts";

export type VenueNeed = {
  readonly feature: VenueFeatureId;
  /** How many, where a number has to be supplied. */
  readonly count?: number;
  /** Somebody cannot take part without it. */
  readonly isEssential: boolean;
  /** What is on record; null where nobody has said, or said that they do not know. */
  readonly known: { readonly value: boolean | number; readonly checkedOn: CalendarDate } | null;
};

export type PlanForVenueFacts = {
  readonly frame: PaperFrame;
  readonly people: number | null;
  readonly needs: readonly VenueNeed[];
  readonly extraSeats: number;
  /** What people wrote that they let the venue read, without names. */
  readonly notes: readonly Extract<SharedLine, { readonly kind: "own-words" }>[];
  readonly runningOrder: RunningOrder | null;
};

export const planForVenue: DocumentDefinition<PlanForVenueFacts> = {
  id: "plan-for-venue",
  name: "Venue requirement sheet",
  forms: paperForms,
  audiences: ["coordinator", "venue"],
  per: "meeting",
  build: buildPlanForVenue,
};

function buildPlanForVenue(sheet: PlanForVenueFacts): Doc {
  const { frame, people, needs, extraSeats, notes, runningOrder } = sheet;
  const { meeting } = frame;
  const essential = needs.filter(({ isEssential }) => isEssential);
  const rest = needs.filter(({ isEssential }) => !isEssential);
  return {
    ...framed(frame),
    title: meeting.place === null ? "What this meeting needs of a venue" : `What this meeting needs of ${meeting.place.name}`,
    saveAs: "venue requirement sheet",
    audience: "Venue copy: no names.",
    blocks: [
      facts([
        ["Meeting", meeting.name],
        ["When", whenOnPaper(meeting)],
        ["In the room", timesInShort(runningOrder)],
        ["Venue", meeting.place === null ? "Not chosen yet" : [meeting.place.name, ...meeting.place.address].join(", ")],
        ["People expected", people === null ? "Not known yet" : number(people)],
        ...(extraSeats === 0 ? [] : [["Seats for people who come with someone", number(extraSeats)] as const]),
        ...(meeting.contact === null ? [] : [["Who to ask", contactOnPaper(meeting.contact)] as const]),
      ]),
      ...(meeting.mode === "online" ? [callout("note", "Online only", [paragraph("This meeting needs nothing of a venue.")])] : []),
      paragraph(strong(summaryOf(needs, essential))),
      ...whatToDo(essential.length === 0 ? needs : essential),
      ...(needs.length + notes.length === 0 ? [] : [newSheet("Everything that is asked for", details({ essential, rest, notes }))]),
      section("Times", timesBlocks(runningOrder)),
      section("The room", [penLines([penLine("Sketch or notes about the room", "sentences")])]),
      ...(needs.length === 0
        ? []
        : [
            section("Check on the morning", [
              tickBoxes(
                "Tick each when you have seen it working",
                (essential.length === 0 ? needs : essential).map(({ feature }) => [featureName[feature], false] as const),
              ),
            ]),
          ]),
    ],
  };
}

function details({
  essential,
  rest,
  notes,
}: Pick<PlanForVenueFacts, "notes"> & { readonly essential: readonly VenueNeed[]; readonly rest: readonly VenueNeed[] }): readonly Block[] {
  return [
    ...(essential.length === 0
      ? []
      : [section("What somebody cannot take part without", [needsTable("Needed, and what we know", essential)])]),
    ...(rest.length === 0 ? [] : [section("What else is asked for", [needsTable("Asked for, and what we know", rest)])]),
    ...(notes.length === 0 ? [] : [section("In people’s own words", [bullets(notes.map(({ text }) => `“${text}”`))])]),
  ];
}

// The first page says what somebody at the venue has to do, so few of each kind that it stays one page in the usual size. What matters
// most to them comes first: what we know is not there.
function whatToDo(needs: readonly VenueNeed[]): readonly Block[] {
  const groups = [
    {
      heading: "Not there, as far as we know: please tell us what can be done",
      most: 4,
      of: needs.filter(({ known }) => known?.value === false),
    },
    { heading: "Please tell us whether you have", most: 3, of: needs.filter(({ known }) => known === null) },
    { heading: "Please have ready, as you told us", most: 2, of: needs.filter(({ known }) => known !== null && known.value !== false) },
  ];
  return groups.flatMap(({ heading, most, of }) =>
    of.length === 0
      ? []
      : [
          section(heading, [
            bullets([
              ...of
                .slice(0, most)
                .map(({ feature, count }) => (count === undefined ? featureName[feature] : `${featureName[feature]}: ${number(count)}`)),
              ...(of.length > most ? [`${number(of.length - most)} more, on the next pages`] : []),
            ]),
          ]),
        ],
  );
}

const notSettled = "These times are not settled yet: they run past the planned finish. Please wait for the final times.";

function timesInShort(order: RunningOrder | null): string {
  const [first, last] = [order?.parts[0], order?.parts.at(-1)];
  if (order === null || first === undefined || last === undefined) return "The times are not laid out yet.";
  const at = (kind: "break" | "lunch"): readonly string[] =>
    order.parts.filter((part) => part.kind === kind).map(({ from }) => clock(from));
  const breaks = at("break").length === 0 ? "" : ` Breaks at ${list(at("break"))}.`;
  const lunch = at("lunch").length === 0 ? "" : ` Lunch at ${list(at("lunch"))}.`;
  return `From ${clockRange(first.from, last.to)}.${breaks}${lunch}${order.fits ? "" : ` ${notSettled}`}`;
}

function summaryOf(needs: readonly VenueNeed[], essential: readonly VenueNeed[]): string {
  if (needs.length === 0) return "Nothing has been asked of the venue so far.";
  const unsure = needs.filter(({ known }) => known === null).length;
  const asked = `${counted(needs.length, "thing is", "things are")} asked of the venue.`;
  const without = essential.length === 0 ? "" : ` Somebody cannot take part without ${number(essential.length)} of them.`;
  return `${asked}${without}${unsure === 0 ? "" : ` Nobody has told us about ${number(unsure)} of them yet.`}`;
}

function needsTable(caption: string, needs: readonly VenueNeed[]): Block {
  return table({
    caption,
    columns: [column("What"), column("What we know")],
    rows: needs.map(({ feature, count, known }) => [
      count === undefined ? featureName[feature] : `${featureName[feature]}: ${number(count)}`,
      knownWords(feature, known),
    ]),
  });
}

function knownWords(feature: VenueFeatureId, known: VenueNeed["known"]): string {
  if (known === null) return "Not known: please tell us";
  return `${answerWords(feature, known.value)}, checked on ${plainDate(known.checkedOn)}`;
}

// Only where people work, rest and eat: what an item is about is nothing to the venue.
function timesBlocks(order: RunningOrder | null): readonly Block[] {
  if (order === null) return [paragraph("The times are not laid out yet.")];
  const names = { work: "In the room", break: "Break", lunch: "Lunch" } as const;
  return [
    table({
      caption: "When people are in the room, and their breaks",
      columns: [column("Time"), column("What happens")],
      rows: order.parts.map(({ from, to, kind }) => [clockRange(from, to), names[kind]]),
    }),
    ...(order.fits ? [] : [paragraph(notSettled)]),
  ];
}
