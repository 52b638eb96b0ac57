// Every paper of one meeting, or of every meeting of a throw-away example, as files: a web page and print at each size, named
// by what they are and never by anybody's name, with a list of them all.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { clockTimeOf, daysBetween, instantOf, momentOf, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { openInstance, settingsFrom, type Context, type Instance } from "#app/services/context.server.ts";
import {
  documentIds,
  documentOf,
  listPapers,
  openPaper,
  paperAsPage,
  paperFileName,
  printPaper,
  sizesFor,
  usualSizes,
  type PaperPerson,
  type PrintedPaper,
  type WantedPaper,
} from "#app/services/documents.server.ts";
import { makeExample } from "#app/services/example.server.ts";
import { counted, plainDate } from "#app/words/format.ts";
import { listOrganisations, listStaff } from "#db/stores/accounts.ts";
import { listMeetings, type Meeting } from "#db/stores/meetings.ts";
import type { Result } from "#app/domain/basics/result.ts";

type World = { readonly environment: Readonly<Record<string, string | undefined>>; readonly say: (sentence: string) => void };

/** Something that keeps the papers from being written, in one sentence for the person who typed the command. */
class CannotPack extends Error {}

const usage =
  "Use: npm run pack -- --meeting <reference> --out <folder>, or: npm run pack -- --example [--out <folder>] [--today 2026-11-23]. Add --replace to write over an earlier pack.";

/** Writes the papers. Gives the exit code: 0 when all is written, 2 when it cannot be done, having said why in one sentence. */
export async function pack(typed: readonly string[], world: World): Promise<0 | 2> {
  try {
    const asked = readCommand(typed);
    await (asked.kind === "example" ? packExample(asked, world) : packMeeting(asked, world));
    return 0;
  } catch (problem) {
    if (!(problem instanceof CannotPack)) throw problem;
    world.say(problem.message);
    return 2;
  }
}

type Asked = { readonly out: string; readonly mayReplace: boolean } & (
  { readonly kind: "meeting"; readonly reference: string } | { readonly kind: "example"; readonly today: CalendarDate | null }
);

function readCommand(typed: readonly string[]): Asked {
  const { meeting, out, example = false, today, replace = false } = valuesOf(typed);
  if (example === (meeting !== undefined)) throw new CannotPack(usage);
  if (today !== undefined && !example) throw new CannotPack("--today goes with --example only: a real meeting is printed as it is today.");
  if (example) return { kind: "example", out: out ?? "out", mayReplace: replace, today: today === undefined ? null : dayTyped(today) };
  if (out === undefined) throw new CannotPack("Say where the papers should go, like --out papers.");
  return { kind: "meeting", reference: (meeting ?? "").replace(/[\s-]/gu, "").toUpperCase(), out, mayReplace: replace };
}

function valuesOf(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      options: {
        meeting: { type: "string" },
        out: { type: "string" },
        example: { type: "boolean" },
        today: { type: "string" },
        replace: { type: "boolean" },
      },
    }).values;
  } catch (problem) {
    throw new CannotPack(`${problem instanceof Error ? problem.message.split(". ")[0] : "That was not understood"}. ${usage}`);
  }
}

function dayTyped(text: string): CalendarDate {
  try {
    return calendarDateOf(text);
  } catch (problem) {
    throw new CannotPack(`--today is "${text}": use a date like 2026-11-23.`, { cause: problem });
  }
}

async function packMeeting(asked: Extract<Asked, { kind: "meeting" }>, world: World): Promise<void> {
  const settings = settingsIn(world.environment);
  if (!existsSync(join(settings.dataFolder, "welcome-table.db"))) {
    throw new CannotPack(`There is no data in ${settings.dataFolder} yet: use npm start first, or npm run pack -- --example.`);
  }
  const instance = await openInstance(settings);
  try {
    const context = instance.context();
    const found = await findMeetingAnywhere(context, asked.reference);
    if (!found) throw new CannotPack(`No meeting has the reference ${asked.reference}: it is the eight letters in the meeting’s address.`);
    emptyFolder(asked.out, asked.mayReplace);
    const index = await writeMeeting(context, { ...found, folder: asked.out, say: world.say });
    writeIndex(asked.out, [index]);
    world.say(`${counted(index.files, "file is", "files are")} in ${asked.out}. Begin with index.html.`);
  } finally {
    instance.close();
  }
}

async function packExample(asked: Extract<Asked, { kind: "example" }>, world: World): Promise<void> {
  emptyFolder(asked.out, asked.mayReplace);
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-pack-"));
  const instance = await openInstance({
    dataFolder: join(folder, "data"),
    keyFile: join(folder, "key"),
    origin: "http://localhost:3000",
    ...(asked.today === null ? {} : { clock: clockStandingOn(asked.today) }),
  });
  try {
    world.say("Making the example in a throw-away database.");
    await writeExample(instance, asked.out, world);
  } finally {
    instance.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeExample(instance: Instance, out: string, world: World): Promise<void> {
  const { organisationId } = await makeExample(instance);
  const context = instance.context();
  const meetings = (await listMeetings(context.db, organisationId)).filter(({ state }) => state !== "draft");
  if (meetings.length === 0) throw new CannotPack("The example has no meeting, so there are no papers to write.");
  const indexes: MeetingIndex[] = [];
  for (const meeting of meetings) {
    const coordinator = await coordinatorIn(context, organisationId);
    // Named by when it is, so that the same day gives the same folders: a reference is random.
    const folder = `${meeting.date ?? "no-date"}-${meeting.date !== null && daysBetween(context.today, meeting.date) < 0 ? "held" : "ahead"}`;
    indexes.push(await writeMeeting(context, { coordinator, meeting, folder: join(out, folder), within: folder, say: world.say }));
  }
  writeIndex(out, indexes);
  const files = indexes.reduce((sum, one) => sum + one.files, 0);
  world.say(`${counted(files, "file is", "files are")} in ${out}. Begin with index.html.`);
}

function settingsIn(environment: World["environment"]): ReturnType<typeof settingsFrom> {
  try {
    return settingsFrom(environment);
  } catch (problem) {
    throw new CannotPack(problem instanceof Error ? problem.message : "The settings could not be read.", { cause: problem });
  }
}

function clockStandingOn(day: CalendarDate) {
  const moment = momentOf(day, clockTimeOf("10:00"));
  return () => (moment.ok ? moment.value : instantOf(`${day}T10:00:00.000Z`));
}

async function findMeetingAnywhere(
  context: Context,
  reference: string,
): Promise<{ readonly coordinator: Coordinator; readonly meeting: Meeting } | null> {
  for (const { id } of await listOrganisations(context.db)) {
    const meeting = (await listMeetings(context.db, id)).find((one) => one.reference === reference);
    if (meeting) return { coordinator: await coordinatorIn(context, id), meeting };
  }
  return null;
}

// Whoever runs this command on the machine that holds the data and its key acts as that organisation's coordinator.
async function coordinatorIn(context: Context, organisationId: string): Promise<Coordinator> {
  for (const { id, name, email, roles, disabledAt } of await listStaff(context.db, organisationId)) {
    const coordinator = disabledAt === null ? coordinatorOf({ staffId: id, organisationId, name, email, roles }) : null;
    if (coordinator) return coordinator;
  }
  throw new CannotPack("This organisation has no coordinator, so nobody may print its papers.");
}

type MeetingIndex = { readonly title: string; readonly groups: readonly IndexGroup[]; readonly files: number };
type IndexGroup = {
  readonly heading: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly notes: readonly string[];
};

type Writing = {
  readonly coordinator: Coordinator;
  readonly meeting: Meeting;
  readonly folder: string;
  /** The folder's name inside the pack, where there are several meetings. */
  readonly within?: string;
  readonly say: World["say"];
};

async function writeMeeting(context: Context, { coordinator, meeting, folder, within, say }: Writing): Promise<MeetingIndex> {
  const papers = await listPapers(context, coordinator, meeting.reference);
  if (!papers.ok) throw new Error("A meeting just found is gone");
  mkdirSync(folder, { recursive: true });
  say(`Writing the papers of ${meeting.name}${meeting.date === null ? "" : `, ${plainDate(meeting.date)}`}.`);
  const groups: IndexGroup[] = [];
  for (const { wanted, name, heading, sizes } of await wantedPapers(context, coordinator, meeting, papers.value.people)) {
    const made = await openPaper(context, coordinator, meeting.reference, wanted);
    if (!made.ok) {
      groups.push({
        heading,
        links: [],
        notes: [made.refusal === "no-offer" ? "No payment is offered, so there is none." : "There is none."],
      });
      continue;
    }
    const files: Result<PrintedPaper, string>[] = [{ ok: true, value: await paperAsPage(made.value, name) }];
    for (const size of sizes) files.push(await printPaper(made.value, name, size));
    const written = files.flatMap((file) => (file.ok ? [file.value] : []));
    for (const file of written) writeFileSync(join(folder, file.fileName), file.bytes);
    const notes = [...new Set(files.flatMap((file) => (file.ok ? [] : [file.refusal])))];
    for (const note of notes) say(`${heading}: ${note}`);
    groups.push({ heading, notes, links: written.map((file) => ({ text: linkText(heading, file), href: hrefOf(within, file) })) });
  }
  return {
    title: `${meeting.name}${meeting.date === null ? "" : `, ${plainDate(meeting.date)}`}`,
    groups,
    files: groups.reduce((sum, { links }) => sum + links.length, 0),
  };
}

type PaperToWrite = { readonly wanted: WantedPaper; readonly name: string; readonly heading: string; readonly sizes: readonly number[] };

async function wantedPapers(
  context: Context,
  coordinator: Coordinator,
  meeting: Meeting,
  people: readonly PaperPerson[],
): Promise<readonly PaperToWrite[]> {
  const shared = documentIds.filter((id) => documentOf(id).per === "meeting");
  const personal = documentIds.filter((id) => documentOf(id).per === "person");
  const papers: PaperToWrite[] = shared.map((id) => ({
    wanted: { id },
    name: paperFileName(id),
    heading: documentOf(id).name,
    sizes: usualSizes,
  }));
  for (const { invitationId, number } of people) {
    const sizes = await sizesFor(context, coordinator, meeting, invitationId);
    for (const id of personal) {
      papers.push({
        wanted: { id, invitationId },
        name: paperFileName(id, number),
        heading: `${documentOf(id).name}, person ${number}`,
        sizes,
      });
    }
  }
  return papers;
}

function linkText(heading: string, file: PrintedPaper): string {
  if (file.mediaType !== "application/pdf") return `${heading} (web page)`;
  const size = /-(\d+)-point\.pdf$/u.exec(file.fileName)?.[1] ?? "";
  return `${heading}, ${size} point (PDF, ${counted(file.pages, "page", "pages")})`;
}

function hrefOf(within: string | undefined, file: PrintedPaper): string {
  return within === undefined ? file.fileName : `${within}/${file.fileName}`;
}

function emptyFolder(out: string, mayReplace: boolean): void {
  const folder = resolve(out);
  if (!existsSync(folder)) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (problem) {
      throw new CannotPack(`The folder ${out} cannot be made: choose another with --out.`, { cause: problem });
    }
    return;
  }
  const inside = listed(folder, out);
  if (inside.length === 0) return;
  if (!mayReplace) throw new CannotPack(`The folder ${out} is not empty: choose another with --out, or add --replace.`);
  // Only what a pack made is taken away: anything else in the folder is somebody's.
  if (!inside.includes("index.html"))
    throw new CannotPack(`The folder ${out} does not hold an earlier pack, so nothing in it is replaced: choose another with --out.`);
  for (const name of inside.filter((one) => packMade.test(one))) rmSync(join(folder, name), { recursive: true, force: true });
}

const packMade = new RegExp(
  `^(?:index\\.html|(?:${documentIds.join("|")})(?:-person-\\d+)?(?:-\\d+-point\\.pdf|\\.html)|(?:\\d{4}-\\d{2}-\\d{2}|no-date)-(?:held|ahead))$`,
  "u",
);

function listed(folder: string, out: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (problem) {
    throw new CannotPack(`${out} is not a folder: choose another with --out.`, { cause: problem });
  }
}

function writeIndex(out: string, meetings: readonly MeetingIndex[]): void {
  const body = meetings.map(
    ({ title, groups }) =>
      `<h2>${escaped(title)}</h2>\n${groups
        .map(
          ({ heading, links, notes }) =>
            `<h3>${escaped(heading)}</h3>\n${notes.map((note) => `<p>${escaped(note)}</p>`).join("\n")}${links.length === 0 ? "" : `<ul>\n${links.map(({ text, href }) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`).join("\n")}\n</ul>`}`,
        )
        .join("\n")}`,
  );
  const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Papers of the ${meetings.length === 1 ? "meeting" : "meetings"}</title>
<style>body{font:1.125rem/1.5 "Atkinson Hyperlegible Next",Arial,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c;background:#fff}li{margin:.5rem 0}a{color:#1a4f8b}a:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}</style>
</head>
<body>
<main>
<h1>Papers of the ${meetings.length === 1 ? "meeting" : "meetings"}</h1>
<p>Each paper is a web page and a PDF in several sizes of print. Files have no names of people in their names. Some papers hold names inside.</p>
${body.join("\n")}
</main>
</body>
</html>
`;
  writeFileSync(join(out, "index.html"), page);
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}
