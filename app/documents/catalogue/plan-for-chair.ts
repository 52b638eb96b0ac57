// The plan in the hands of the chair and the access host: what they do, when, and what was agreed. Only what people let the two
// know comes in, with a name where the person gave it to them.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { Reading, SharedLine } from "#app/domain/access/sharing.ts";
import { bullets, column, facts, paragraph, penLine, penLines, section, strong, table, tickBoxes } from "#app/documents/model.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { conflictTitle } from "#app/words/conflicts.ts";
import { checkLabel, roleName } from "#app/words/day.ts";
import { counted, list, sentenceCase } from "#app/words/format.ts";
import { readingText } from "#app/words/sharing.ts";
import type { DayFacts } from "./day-papers.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";
import { contactOnPaper, framed, whenOnPaper, whereOnPaper } from "./meeting-on-paper.ts";
import { runningOrderTable } from "./plan-parts.ts";

export type PlanForChairFacts = Omit<DayFacts, "waysOfWorking" | "signInLines"> & {
  /** What each person let the chair and the access host read: by name where they gave it, else all together. */
  readonly readings: readonly Reading[];
  /** Clashes nobody has agreed a way out of; null leaves every clash out. */
  readonly open: readonly ClashId[] | null;
};

export const planForChair: DocumentDefinition<PlanForChairFacts> = {
  id: "plan-for-chair",
  name: "Plan for the chair and access host",
  forms: paperForms,
  audiences: ["coordinator"],
  per: "meeting",
  build: buildPlanForChair,
};

function buildPlanForChair(plan: PlanForChairFacts): Doc {
  const { frame, readings, roles, agenda, runningOrder, checks } = plan;
  const { meeting } = frame;
  const named = readings.filter(({ name }) => name !== null);
  const forAll = readings.filter(({ name }) => name === null).flatMap(({ lines }) => lines);
  const wordsOf = (isWanted: (line: SharedLine) => boolean): readonly string[] =>
    readingText({ reader: "chair-and-access-host", name: null, lines: forAll.filter(isWanted) }).lines.map(sentenceCase);
  const toDo = wordsOf(({ kind }) => kind !== "place-in-room" && kind !== "online");
  const room = wordsOf(({ kind }) => kind === "place-in-room");
  const online = wordsOf(({ kind }) => kind === "online");
  return {
    ...framed(frame),
    title: `Plan for the chair and access host: ${meeting.name}`,
    saveAs: "plan for the chair and access host",
    audience: "For the chair and the access host. Names where people agreed.",
    blocks: [
      facts([
        ["Meeting", meeting.name],
        ["When", whenOnPaper(meeting)],
        ["Where", whereOnPaper(meeting)],
        ...(meeting.contact === null ? [] : [["Contact on the day", contactOnPaper(meeting.contact)] as const]),
      ]),
      paragraph(strong(summaryOf(named.length, forAll.length))),
      section("What to do for everybody", [
        toDo.length === 0 ? paragraph("Nobody has asked for anything of the chair so far.") : bullets(toDo),
      ]),
      ...(named.length === 0
        ? []
        : [
            section("For people who gave you their name", [
              paragraph("Keep this out of sight of other people. Never read it out."),
              ...named.map((reading) => section(reading.name ?? "", [bullets(readingText(reading).lines.map(sentenceCase))])),
            ]),
          ]),
      section("Running order", [
        runningOrder === null ? paragraph("The running order is not known yet.") : runningOrderTable(agenda, runningOrder),
      ]),
      section("Roles", [
        table({
          caption: "Who does what",
          columns: [column("Role"), column("Who")],
          rows: roles.map(({ role, holders }) => [
            roleName[role],
            holders.length === 0 ? "No one yet" : list(holders.map(({ name, phone }) => (phone === "" ? name : `${name} (${phone})`))),
          ]),
        }),
      ]),
      ...clashBlocks(plan),
      ...(meeting.mode === "online"
        ? []
        : [
            section("The room", [
              ...(room.length === 0 ? [] : [paragraph("Set the room so that there is:"), bullets(room)]),
              penLines([penLine("Sketch or notes about the room", "sentences")]),
            ]),
          ]),
      ...(online.length === 0 ? [] : [section("Online", [bullets(online)])]),
      ...(checks.length === 0
        ? []
        : [
            section("Check on the morning", [
              tickBoxes(
                "Tick each when you have seen it working",
                checks.map((check) => [checkLabel[check], false] as const),
              ),
            ]),
          ]),
    ],
  };
}

function summaryOf(named: number, things: number): string {
  if (named === 0 && things === 0) return "Nobody has asked for anything of the chair and the access host so far.";
  const forAll = things === 0 ? "" : `${counted(things, "thing", "things")} to do for everybody.`;
  const forSome = named === 0 ? "" : `${counted(named, "person", "people")} gave you their name.`;
  return [forAll, forSome].filter((part) => part !== "").join(" ");
}

function clashBlocks({ open, agreed }: PlanForChairFacts): readonly Block[] {
  if (open === null) return [];
  return [
    section("What we agreed where needs pull against each other", [
      agreed.length === 0
        ? paragraph("Nothing has been agreed yet.")
        : facts(agreed.map(({ clash, way }) => [conflictTitle[clash], way] as const)),
      ...(open.length === 0
        ? []
        : [paragraph("Not agreed yet. Ask the coordinator before the day:"), bullets(open.map((clash) => conflictTitle[clash]))]),
    ]),
  ];
}
