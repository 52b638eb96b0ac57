// Taking in a list from a file, for every kind of list: the file is read and kept, shown line by line with what is wrong,
// and nothing of it is on file until somebody confirms exactly what they saw. A kind of list is one CsvImport; the pages draw
// the preview with app/ui/import-preview.tsx. Confirming twice acts once. What was not confirmed is erased after a week.
import { createHash } from "node:crypto";
import { readCsv, textOfCsv, type CsvTable } from "#app/domain/basics/csv.ts";
import { addDays, dayIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addImport, endImport, findImport, listOpenImports, type ImportKind } from "#db/stores/imports.ts";
import type { Context } from "./context.server.ts";

/** A column of a kind of list. The first title is the one we write; the others are read as well. Case, spaces and marks do not matter. */
export type ImportColumn<Name extends string> = {
  readonly name: Name;
  readonly titles: readonly [string, ...string[]];
  /** A file without this column is refused whole. */
  readonly isNeeded?: boolean;
};

/** What one line holds, by column; a column the file does not have is the empty text. Cells are trimmed. */
export type ImportCells<Name extends string> = Readonly<Record<Name, string>>;

/**
 * One kind of list. `readLine` understands a line or says everything wrong with it, in sentences. `sameAs` gives a key two lines
 * share when they mean the same thing, so that the second is passed over. `open` reads once what is on file and then judges each line:
 * "add", with a note where something like it is on file, "change" with the sentence that says what becomes of what is on file,
 * "already-there" or "problem" with the sentence that says so. `add` puts one line on file, and `change` changes what is there, each
 * with its own audit entry, inside the one change that takes in the whole list. `told` is how a line is named in the preview.
 */
export type CsvImport<Name extends string, Row> = {
  readonly kind: ImportKind;
  readonly columns: readonly ImportColumn<Name>[];
  readonly readLine: (cells: ImportCells<Name>, context: Context) => Result<Row, readonly string[]>;
  readonly sameAs: (row: Row) => readonly string[];
  readonly open: (db: Db, organisationId: string) => Promise<(row: Row) => LineVerdict>;
  readonly change?: (context: Context, tx: Tx, coordinator: Coordinator, row: Row) => Promise<void>;
  readonly add: (context: Context, tx: Tx, coordinator: Coordinator, row: Row) => Promise<void>;
  readonly told: (row: Row) => { readonly name: string; readonly facts: readonly string[] };
};

export type LineVerdict =
  { readonly is: "add"; readonly note?: string } | { readonly is: "change" | "already-there" | "problem"; readonly because: string };

export type FileRefusal =
  | { readonly problem: "empty" | "too-big" | "too-many-lines" | "not-text" | "no-lines" }
  | { readonly problem: "quote-not-closed"; readonly line: number }
  | { readonly problem: "columns-missing"; readonly titles: readonly string[] };

/** A list may have this many lines, and its file this many bytes. */
export const importLimits = { lines: 2_000, bytes: 1_000_000 } as const;

export type PreviewLine = {
  /** As an editor or spreadsheet counts them. */
  readonly line: number;
  /** What the line is about, or the line's own words where it could not be understood. */
  readonly name: string;
  readonly facts: readonly string[];
  readonly outcome: "add" | "change" | "already-there" | "problem";
  /** Everything wrong with the line, or why it is passed over. */
  readonly because: readonly string[];
};

export type ImportPreview = {
  readonly importId: string;
  readonly fileName: string;
  readonly lines: readonly PreviewLine[];
  readonly counts: Readonly<Record<PreviewLine["outcome"], number>>;
  /** Titles of the file that mean nothing to us: their cells are not taken in. */
  readonly unread: readonly string[];
  /** The file was in old Windows letters: accents are worth a look. */
  readonly checkAccents: boolean;
  /** Stands for exactly what is shown: confirm with it. */
  readonly seen: string;
};

type KeptFile = { readonly name: string; readonly text: string; readonly checkAccents: boolean };

/**
 * Reads a file and keeps it for its preview; nothing of it is on file yet. Refuses what is no list of this kind: empty, too big, not
 * text, without a needed column, without a line under its titles.
 */
export async function keepImport<Name extends string, Row>(
  context: Context,
  coordinator: Coordinator,
  definition: CsvImport<Name, Row>,
  file: { readonly name: string; readonly bytes: Uint8Array },
  intent?: string,
): Promise<Result<{ readonly importId: string }, FileRefusal>> {
  if (file.bytes.length === 0) return refused({ problem: "empty" });
  if (file.bytes.length > importLimits.bytes) return refused({ problem: "too-big" });
  const { text, letters } = textOfCsv(file.bytes);
  // A spreadsheet's own format is a zip; a picture or a PDF has bytes no text has.
  if (text.includes("\u0000")) return refused({ problem: "not-text" });
  const table = readCsv(text);
  if (!table.ok) return table;
  const missing = placesOf(definition, table.value).missing;
  if (missing.length > 0) return refused({ problem: "columns-missing", titles: missing });
  if (table.value.records.length === 0) return refused({ problem: "no-lines" });
  if (table.value.records.length > importLimits.lines) return refused({ problem: "too-many-lines" });
  const kept: KeptFile = { name: file.name.slice(0, 200), text, checkAccents: letters === "windows-1252" };
  return context.change(
    async (tx) => {
      await dropOld(context, tx, coordinator.organisationId);
      const importId = context.newId();
      await addImport(tx, {
        id: importId,
        organisationId: coordinator.organisationId,
        staffId: coordinator.staffId,
        kind: definition.kind,
        file: context.vault.seal(JSON.stringify(kept), filePlace(importId)),
        createdAt: context.now,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "list-read",
        subject: { kind: "import", id: importId },
        details: { list: definition.kind, lines: table.value.records.length },
      });
      return done({ importId });
    },
    intent === undefined ? {} : { intent },
  );
}

/** What taking in a kept file would do, line by line, judged against what is on file now. Only its own uploader sees it. */
export async function previewImport<Name extends string, Row>(
  context: Context,
  coordinator: Coordinator,
  definition: CsvImport<Name, Row>,
  importId: string,
): Promise<Result<{ readonly state: "open"; readonly preview: ImportPreview } | ({ readonly state: "taken-in" } & TakenIn), "not-found">> {
  const kept = await findOwn(context.db, coordinator, definition.kind, importId);
  if (!kept) return refused("not-found");
  if (kept.file === null) {
    return kept.added === null ? refused("not-found") : done({ state: "taken-in", ...takenIn(kept.added, kept.changed, kept.passedOver) });
  }
  const file = JSON.parse(context.vault.unseal(kept.file, filePlace(importId))) as KeptFile;
  const judged = await judge(context, context.db, coordinator, definition, file.text);
  return done({ state: "open", preview: previewOf(importId, file, judged) });
}

/** What became of a list. Nothing was changed where `changed` is not there. */
export type TakenIn = { readonly added: number; readonly changed?: number; readonly left: number };

function takenIn(added: number, changed: number | null, left: number | null): TakenIn {
  return { added, ...(changed === null || changed === 0 ? {} : { changed }), left: left ?? 0 };
}

/** What would happen is no longer what was shown: the lines for which it is different now, as they stand now. */
export type ChangedSinceShown = { readonly reason: "changed-since-shown"; readonly lines: readonly PreviewLine[] };

/**
 * Takes in the lines of a kept file that can be added, all of them in one change, and erases the file. Refused when what would
 * happen is no longer what was shown (`seen`), and when there is nothing to add. Confirmed again, it answers what the first did.
 */
export async function confirmImport<Name extends string, Row>(
  context: Context,
  coordinator: Coordinator,
  definition: CsvImport<Name, Row>,
  at: { readonly importId: string; readonly seen: string },
): Promise<Result<TakenIn, "not-found" | "nothing-to-add" | ChangedSinceShown>> {
  return context.change<Result<TakenIn, "not-found" | "nothing-to-add" | ChangedSinceShown>>(
    async (tx) => {
      const kept = await findOwn(tx, coordinator, definition.kind, at.importId);
      if (!kept) return refused("not-found");
      if (kept.file === null) return kept.added === null ? refused("not-found") : done(takenIn(kept.added, kept.changed, kept.passedOver));
      const file = JSON.parse(context.vault.unseal(kept.file, filePlace(at.importId))) as KeptFile;
      const judged = await judge(context, tx, coordinator, definition, file.text);
      const { seen, counts, lines } = previewOf(at.importId, file, judged);
      if (seen !== at.seen) return refused({ reason: "changed-since-shown", lines: changedLines(lines, at.seen) });
      if (counts.add + counts.change === 0) return refused("nothing-to-add");
      for (const { row, shown } of judged.lines) {
        if (row !== null && shown.outcome === "add") await definition.add(context, tx, coordinator, row);
        if (row !== null && shown.outcome === "change") await definition.change?.(context, tx, coordinator, row);
      }
      const result = takenIn(counts.add, counts.change, counts["already-there"] + counts.problem);
      const ended = { added: counts.add, changed: counts.change, passedOver: result.left, endedAt: context.now };
      await endImport(tx, at.importId, { file: null, ...ended });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "list-taken-in",
        subject: { kind: "import", id: at.importId },
        details: { list: definition.kind, ...result },
      });
      return done(result);
    },
    // A list of the greatest length takes longer than a form.
    { deadline: 60_000 },
  );
}

/** Erases a kept file without taking anything in. */
export async function dropImport(
  context: Context,
  coordinator: Coordinator,
  kind: ImportKind,
  importId: string,
): Promise<Result<null, "not-found">> {
  return context.change(async (tx) => {
    const kept = await findOwn(tx, coordinator, kind, importId);
    if (!kept || kept.file === null) return refused("not-found");
    await endImport(tx, importId, { file: null, endedAt: context.now });
    await record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "list-dropped",
      subject: { kind: "import", id: importId },
      details: { list: kind },
    });
    return done(null);
  });
}

const keptDays = 7;
const filePlace = (row: string) => ({ table: "imports", column: "file", row });

async function findOwn(db: Db, coordinator: Coordinator, kind: ImportKind, importId: string) {
  const found = await findImport(db, coordinator.organisationId, importId);
  return found?.kind === kind && found.staffId === coordinator.staffId ? found : undefined;
}

async function dropOld(context: Context, tx: Tx, organisationId: string): Promise<void> {
  for (const { id, createdAt } of await listOpenImports(tx, organisationId)) {
    if (addDays(dayIn(createdAt), keptDays) < context.today) await endImport(tx, id, { file: null, endedAt: context.now });
  }
}

const plainTitle = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

// Which cell of a record holds which column; the first title that fits wins, and a column named twice is read once.
function placesOf<Name extends string, Row>(definition: CsvImport<Name, Row>, table: CsvTable) {
  const titles = table.header.cells.map(plainTitle);
  const places = definition.columns.map(({ name, titles: ours }) => ({
    name,
    at: titles.findIndex((title) => ours.some((one) => plainTitle(one) === title)),
  }));
  const read = new Set(places.map(({ at }) => at));
  return {
    places,
    missing: definition.columns.flatMap(({ isNeeded, titles: [title] }, index) =>
      isNeeded === true && places[index]?.at === -1 ? [title] : [],
    ),
    unread: table.header.cells.map((title) => title.trim()).filter((title, at) => title !== "" && !read.has(at)),
  };
}

type Judged<Row> = {
  readonly lines: readonly { readonly row: Row | null; readonly shown: PreviewLine }[];
  readonly unread: readonly string[];
};

async function judge<Name extends string, Row>(
  context: Context,
  db: Db,
  coordinator: Coordinator,
  definition: CsvImport<Name, Row>,
  text: string,
): Promise<Judged<Row>> {
  const table = readCsv(text);
  if (!table.ok) throw new Error("A kept list can no longer be read");
  const { places, unread } = placesOf(definition, table.value);
  const onFile = await definition.open(db, coordinator.organisationId);
  const seenOn = new Map<string, number>();
  const lines = table.value.records.map(({ line, cells }) => {
    const byColumn = Object.fromEntries(places.map(({ name, at }) => [name, wholeCell(cells[at] ?? "")])) as ImportCells<Name>;
    const read = definition.readLine(byColumn, context);
    if (!read.ok) {
      const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
      return {
        row: null,
        shown: { line, name: words[0] ?? "", facts: words.slice(1), outcome: "problem", because: read.refusal } as const,
      };
    }
    const told = definition.told(read.value);
    const keys = definition.sameAs(read.value);
    const earlier = keys.map((key) => seenOn.get(key)).find((one) => one !== undefined);
    if (earlier !== undefined) {
      return { row: null, shown: { line, ...told, outcome: "already-there", because: [`The same as line ${earlier}`] } as const };
    }
    for (const key of keys) seenOn.set(key, line);
    const verdict = onFile(read.value);
    const because = verdict.is === "add" ? (verdict.note === undefined ? [] : [verdict.note]) : [verdict.because];
    return { row: read.value, shown: { line, ...told, outcome: verdict.is, because } };
  });
  return { lines, unread };
}

// The same wholeness typed text has: normal letters, no control characters or direction overrides, plain line ends.
function wholeCell(cell: string): string {
  return cell
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\uFEFF\uFFFD\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
}

function previewOf<Row>(importId: string, file: KeptFile, judged: Judged<Row>): ImportPreview {
  const lines = judged.lines.map(({ shown }) => shown);
  const count = (outcome: PreviewLine["outcome"]): number => lines.filter((line) => line.outcome === outcome).length;
  return {
    importId,
    fileName: file.name,
    lines,
    counts: { add: count("add"), change: count("change"), "already-there": count("already-there"), problem: count("problem") },
    unread: judged.unread,
    checkAccents: file.checkAccents,
    seen: `${markOf(lines)} ${lines.map(markOf).map(short).join("")}`,
  };
}

// The mark of the whole decides; the short marks of the lines only say which of them to look at.
const shortLength = 6;
const short = (mark: string): string => mark.slice(0, shortLength);

function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}

function changedLines(lines: readonly PreviewLine[], seen: string): readonly PreviewLine[] {
  const marks = seen.split(" ")[1] ?? "";
  return lines.filter((line, at) => marks.slice(at * shortLength, (at + 1) * shortLength) !== short(markOf(line)));
}
