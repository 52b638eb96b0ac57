// The papers of the day: a sheet for the wall, a card for each role, and the pack whoever runs the day carries, with and without
// first names. Plans to leave safely are never among them: each is a paper of its own.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import { baseline } from "#app/domain/access/baseline.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import {
  bullets,
  callout,
  column,
  facts,
  holdUpCard,
  paragraph,
  penLine,
  penLines,
  section,
  sheet,
  slip,
  table,
  tickBoxes,
} from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { checkLabel, roleDuties, roleName, type RoleName } from "#app/words/day.ts";
import type { DayCheckId } from "#app/domain/meetings/day-checks.ts";
import { counted, list, sentenceCase } from "#app/words/format.ts";
import { cardShapeNames, speechCards } from "#app/words/cards.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, whereOnPaper, type PaperFrame } from "./meeting-on-paper.ts";
import { runningOrderTable } from "./plan-parts.ts";

export type DayFacts = {
  readonly frame: PaperFrame;
  readonly agenda: readonly string[];
  readonly runningOrder: RunningOrder | null;
  readonly roles: readonly { readonly role: RoleName; readonly holders: readonly { readonly name: string; readonly phone: string }[] }[];
  /** What whoever leads the meeting does, without anything only the coordinator may know. */
  readonly waysOfWorking: readonly string[];
  readonly checks: readonly DayCheckId[];
  /** What was agreed where two needs pull against each other. */
  readonly agreed: readonly { readonly clash: ClashId; readonly way: string }[];
  readonly plansToLeave: number;
  /** Room for everybody who may come to sign in. */
  readonly signInLines: number;
};
export type DayPackFacts = DayFacts & {
  /** First names of those who may come. */
  readonly firstNames: readonly string[];
};

function order({ runningOrder, agenda }: DayFacts): Block {
  return runningOrder === null ? paragraph("The running order is not known yet.") : runningOrderTable(agenda, runningOrder);
}

function meetingFacts({ frame: { meeting } }: DayFacts): Block {
  return facts([
    ["Meeting", meeting.name],
    ["When", whenOnPaper(meeting)],
    ["Where", whereOnPaper(meeting)],
    ...(meeting.contact === null ? [] : [["Contact on the day", contactOnPaper(meeting.contact)] as const]),
  ]);
}

function whoDoes(role: DayFacts["roles"][number]): string {
  return role.holders.length === 0 ? "No one yet" : list(role.holders.map(({ name }) => name));
}

function rolesTable(roles: DayFacts["roles"]): Block {
  return table({
    caption: "Who does what today",
    columns: [column("Role"), column("Who")],
    rows: roles.map((role) => [roleName[role.role], whoDoes(role)]),
  });
}

export const wallSheet: DocumentDefinition<DayFacts> = {
  id: "wall-sheet",
  name: "Wall sheet for the room",
  forms: paperForms,
  audiences: ["coordinator", "anyone"],
  per: "meeting",
  build: (day) => ({
    ...framed(day.frame),
    title: `Today: ${day.frame.meeting.name}`,
    saveAs: "wall sheet",
    audience: "For everyone in the room: no names of people taking part.",
    blocks: [
      section("What happens when", [order(day)]),
      section("How we work today", [
        // Only what every meeting owes everyone: what somebody asked for would tell the room that somebody did.
        bullets([...baseline.facilitatorActions, "Come and go as you need"]),
      ]),
      // The lines written on by hand never stand on a sheet of their own: whoever looks for the toilets finds whom to ask beside them.
      slip("Who to ask", [
        facts(
          day.roles
            .filter(({ role }) => role === "chair" || role === "access-host" || role === "welcome")
            .map((role) => [roleName[role.role], whoDoes(role)] as const),
        ),
        penLines([penLine("Toilets and quiet room", "line"), penLine("Ways out and meeting point", "line")]),
      ]),
    ],
  }),
};

export const roleCards: DocumentDefinition<DayFacts> = {
  id: "role-cards",
  name: "Role cards",
  forms: paperForms,
  audiences: ["coordinator"],
  per: "meeting",
  build: (day) => ({
    ...framed(day.frame),
    title: `Role cards: ${day.frame.meeting.name}`,
    saveAs: "role cards",
    audience: "For those with a role: no names of people taking part.",
    blocks: [
      paragraph("Each card is a sheet of its own. Give it to the person before the day."),
      rolesTable(day.roles),
      ...day.roles.map((role) => sheet(roleName[role.role], cardBlocks(day, role))),
    ],
  }),
};

/** The card of one role alone, to give to whoever has it. */
export function roleCard(day: DayFacts, role: DayFacts["roles"][number]): Doc {
  return {
    ...framed(day.frame),
    title: `Role card: ${roleName[role.role]}`,
    saveAs: `card for ${roleName[role.role]}`,
    audience: "No names of people taking part.",
    blocks: [
      facts([
        ["Meeting", day.frame.meeting.name],
        ["When", whenOnPaper(day.frame.meeting)],
      ]),
      ...cardBlocks(day, role),
    ],
  };
}

function cardBlocks(day: DayFacts, role: DayFacts["roles"][number]): readonly Block[] {
  return [
    paragraph(`Who: ${whoDoes(role)}.`),
    bullets(roleDuties[role.role]),
    ...(role.role === "chair" && askedForToday(day).length > 0
      ? [paragraph("Asked for today:"), bullets(askedForToday(day).map(sentenceCase))]
      : []),
    ...(role.role === "timekeeper" || role.role === "chair" ? [order(day)] : []),
    ...(role.role === "access-host" && day.checks.length > 0 ? [checks(day)] : []),
  ];
}

// What every meeting owes everyone is among the duties already.
function askedForToday({ waysOfWorking }: DayFacts): readonly string[] {
  const always = new Set<string>(baseline.facilitatorActions);
  return waysOfWorking.filter((way) => !always.has(way));
}

function checks(day: DayFacts): Block {
  return tickBoxes(
    "Tick each when you have seen it",
    day.checks.map((check) => [checkLabel[check], false] as const),
  );
}

const howToCut = "Print the cards on one side of the paper, at full size. Cut each sheet across the middle: each half is one A5 card.";

/** The cards alone. They are for everybody alike, so nobody's needs are on them, and everybody may have the paper. */
export const cards: DocumentDefinition<{ readonly frame: PaperFrame }> = {
  id: "cards",
  name: "Cards",
  forms: paperForms,
  audiences: ["coordinator", "anyone", "the-person"],
  per: "meeting",
  build: ({ frame }) => ({
    ...framed(frame),
    title: `Cards: ${frame.meeting.name}`,
    saveAs: "cards",
    audience: "For everybody at the meeting: no names.",
    blocks: [
      paragraph(howToCut),
      paragraph("Give everybody a set, so that nobody has to ask for one. Write your own words on the last two cards."),
      section("What the cards say", whatCardsSay()),
      ...cardsToHoldUp(),
    ],
  }),
};

function whatCardsSay(): readonly Block[] {
  return [
    facts(speechCards.map(({ words, shape }) => [cardShapeNames[shape], words] as const)),
    paragraph("Whoever leads looks out for cards, and answers each before going on."),
  ];
}

/** Every card, and two without words. */
function cardsToHoldUp(): readonly Block[] {
  return [
    ...speechCards.map(({ words, shape }) => holdUpCard(words, shape)),
    holdUpCard("My own words:", null),
    holdUpCard("My own words:", null),
  ];
}

const slipsToASheet = 4;

function packBlocks(day: DayFacts, firstNames: readonly string[] | null): readonly Block[] {
  return [
    meetingFacts(day),
    section("Running order", [order(day)]),
    section("Roles", [
      rolesTable(day.roles),
      ...(day.waysOfWorking.length === 0 ? [] : [paragraph("Whoever leads:"), bullets(day.waysOfWorking.map(sentenceCase))]),
    ]),
    section("Before doors open", day.checks.length === 0 ? [paragraph("Nothing to look at.")] : [checks(day)]),
    ...(firstNames === null
      ? []
      : [
          section(
            "Arrivals",
            firstNames.length === 0
              ? [paragraph("Nobody has been invited yet.")]
              : [
                  tickBoxes(
                    "Tick each person who has come",
                    firstNames.map((name) => [name, false] as const),
                  ),
                ],
          ),
        ]),
    ...(day.plansToLeave === 0
      ? []
      : [
          callout("warning", "Plans to leave safely", [
            paragraph(
              `${counted(day.plansToLeave, "plan is", "plans are")} printed apart, in a sealed envelope for each person who helps. None of it stands here.`,
            ),
          ]),
        ]),
    // The sheets of cards hold nothing else, so what leads to them stands before them, and is worth a sheet where the last one is full.
    section("Cards", [
      slip("What the cards say", [paragraph(`The next sheets are cards. ${howToCut} Everybody gets a set.`), ...whatCardsSay()]),
      ...cardsToHoldUp(),
    ]),
    sheet("Sign-in", [
      paragraph("Signing in is a choice. A first name is enough."),
      penLines(Array.from({ length: day.signInLines }, (_, index) => penLine(`Name ${String(index + 1)}`, "line"))),
    ]),
    // What somebody claims is theirs to know, so it is never written on a list that goes round.
    sheet("Expenses slips", [
      paragraph(
        "Cut between the slips. Each person fills in one and puts it in the envelope with their receipts. Copy the slips for more people.",
      ),
      ...Array.from({ length: slipsToASheet }, () =>
        slip("Expenses slip", [
          penLines([
            penLine("Name", "line"),
            penLine("What I paid for", "line"),
            penLine("How much", "few-words"),
            penLine("Date", "date"),
          ]),
        ]),
      ),
    ]),
    // The slips are cut and copied, so nothing else stands on their sheets.
    ...(day.agreed.length === 0
      ? []
      : [sheet("What we agreed about clashes", [facts(day.agreed.map(({ clash, way }) => [conflictTitle[clash], way] as const))])]),
  ];
}

export const dayPack: DocumentDefinition<DayPackFacts> = {
  id: "day-pack",
  name: "Day pack",
  forms: paperForms,
  audiences: ["coordinator"],
  per: "meeting",
  build: (day) => ({
    ...framed(day.frame),
    title: `Day pack: ${day.frame.meeting.name}`,
    saveAs: "day pack",
    audience: "For whoever runs the day: first names.",
    blocks: packBlocks(day, day.firstNames),
  }),
};

export const dayPackWithoutDetails: DocumentDefinition<DayFacts> = {
  id: "day-pack-without-details",
  name: "Day pack without personal details",
  forms: paperForms,
  audiences: ["coordinator", "anyone"],
  per: "meeting",
  build: (day): Doc => ({
    ...framed(day.frame),
    title: `Day pack without personal details: ${day.frame.meeting.name}`,
    saveAs: "day pack without personal details",
    audience: "Anyone working on the day: no names of people taking part.",
    blocks: packBlocks(day, null),
  }),
};
