// A copy of everything held about somebody, for them alone: every value of the file they can take, in the same order, under headings in
// plain words. Nothing is left out here that the file has, and nothing is added.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { column, facts, paragraph, section, table, type Block, type DocOrganisation } from "#app/documents/model.ts";
import { plainDate } from "#app/words/format.ts";
import { copyLabels, copyName, copyValue, isForComputers } from "#app/words/own-copy-parts.ts";
import { paperForms, type DocumentDefinition } from "./definition.ts";

/** Any value of the copy. */
export type CopyTree = string | number | boolean | null | readonly CopyTree[] | { readonly [key: string]: CopyTree };

export type OwnCopyFacts = {
  readonly organisation: DocOrganisation;
  readonly madeOn: CalendarDate;
  readonly copy: { readonly [key: string]: CopyTree };
};

export const ownCopy: DocumentDefinition<OwnCopyFacts> = {
  id: "own-copy",
  name: "A copy of everything we hold about you",
  forms: paperForms,
  audiences: ["the-person"],
  // Not a paper of a meeting: it is of a person at a time, and is made when they ask.
  per: "period",
  build: ({ organisation, madeOn, copy }) => ({
    language: "en-GB",
    organisation,
    madeOn,
    edition: `Made on ${plainDate(madeOn)}`,
    title: "Everything we hold about you",
    saveAs: "your-copy",
    blocks: [
      paragraph("This is yours. Keep it in a safe place. If something is wrong or hard to read, ask us."),
      ...Object.entries(copy).flatMap(([key, value]) => partOf(copyName(key), value, 1)),
    ],
  }),
};

/** Headings lie three deep at most: below that a value is named by the way to it. */
const deepest = 3;

function partOf(name: string, value: CopyTree, depth: number): readonly Block[] {
  if (isLeaf(value)) return [facts([[name, copyValue(value)]])];
  if (isList(value) && value.length === 0) return [facts([[name, copyValue(null)]])];
  const columns = isList(value) ? columnsOf(value) : null;
  if (columns !== null && isList(value)) return [tableOf(name, value, columns, depth)].flat();
  if (isList(value) && !value.every(isLeaf)) {
    // One thing needs no number; several are told apart by theirs.
    return value.length === 1
      ? partOf(name, value[0] ?? null, depth)
      : [
          section(
            name,
            value.flatMap((one, at) => partOf(titleOf(one, name, at, value.length), one, depth + 1)),
          ),
        ];
  }
  if (depth > deepest) return [facts(rowsOf(name, value))];
  const entries = isList(value) ? [] : Object.entries(value);
  const plain = entries.filter(([, one]) => isLeaf(one) || (isList(one) && one.every(isLeaf)));
  const nested = entries.filter(([, one]) => !isLeaf(one) && !(isList(one) && one.every(isLeaf)));
  if (isList(value)) return [facts(rowsOf(name, value))];
  return [
    section(name, [
      ...(plain.length === 0 ? [] : [facts(plainRows(plain))]),
      ...nested.flatMap(([key, one]) => partOf(copyName(key), one, depth + 1)),
      ...(entries.length === 0 ? [paragraph(copyValue(null))] : []),
    ]),
  ];
}

// What is there first; then, in one line each, what is not there and what only computers use.
function plainRows(entries: readonly (readonly [string, CopyTree])[]): readonly (readonly [string, string])[] {
  const isNothing = (one: CopyTree): boolean => one === null || one === "" || (isList(one) && one.length === 0);
  const shown = entries.filter(([key, one]) => !isNothing(one) && !isForComputers(key));
  const empty = entries.filter(([key, one]) => isNothing(one) && !isForComputers(key)).map(([key]) => copyName(key).toLowerCase());
  const forComputers = entries
    .filter(([key]) => isForComputers(key))
    .map(
      ([key, one]) =>
        `${copyName(key).toLowerCase()} ${rowsOf(key, one)
          .map(([, words]) => words)
          .join(", ")}`,
    );
  return [
    ...shown.flatMap(([key, one]) => rowsOf(copyName(key), one, key)),
    ...(empty.length === 0 ? [] : [[copyLabels.nothing, empty.join("; ")] as const]),
    ...(forComputers.length === 0 ? [] : [[copyLabels.forComputers, forComputers.join("; ")] as const]),
  ];
}

/** Things of one shape with few values each are read side by side: the names of their columns, or null where they are not such. */
function columnsOf(value: readonly CopyTree[]): readonly string[] | null {
  const [first] = value;
  if (value.length < 2 || first === undefined || isLeaf(first) || isList(first)) return null;
  const keys = Object.keys(first);
  if (keys.length < 2 || keys.length > mostColumns) return null;
  const isAlike = value.every(
    (one) => !isLeaf(one) && !isList(one) && Object.values(one).every(isLeaf) && Object.keys(one).join() === keys.join(),
  );
  return isAlike ? keys : null;
}

/** More would not fit on a page in large print. */
const mostColumns = 3;

function tableOf(name: string, value: readonly CopyTree[], columns: readonly string[], depth: number): readonly Block[] {
  const drawn = table({
    // The heading above says already of what: the caption says how many.
    caption: `${name}: ${String(value.length)}`,
    columns: columns.map((key) => column(copyName(key))),
    rows: value.map((one) => columns.map((key) => copyValue(isLeaf(one) || isList(one) ? null : leafOf(one[key]), key))),
  });
  return depth > deepest ? [drawn] : [section(name, [drawn])];
}

function leafOf(value: CopyTree | undefined): string | number | boolean | null {
  return value === undefined || !isLeaf(value) ? null : value;
}

function rowsOf(name: string, value: CopyTree, key = ""): readonly (readonly [string, string])[] {
  if (isLeaf(value)) return [[name, copyValue(value, key)]];
  if (isList(value)) {
    if (value.length === 0) return [[name, copyValue(null)]];
    if (value.every(isLeaf)) return [[name, value.map((one) => copyValue(one, key)).join("; ")]];
    return value.flatMap((one, at) => rowsOf(`${name} ${String(at + 1)}`, one, key));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return [[name, copyValue(null)]];
  return entries.flatMap(([key, one]) => rowsOf(`${name}: ${copyName(key).toLowerCase()}`, one, key));
}

function titleOf(one: CopyTree, name: string, at: number, of: number): string {
  const own = !isLeaf(one) && !isList(one) ? one["meeting"] : undefined;
  return `${typeof own === "string" ? own : name}, ${String(at + 1)} of ${String(of)}`;
}

function isLeaf(value: CopyTree): value is string | number | boolean | null {
  return value === null || typeof value !== "object";
}

function isList(value: CopyTree): value is readonly CopyTree[] {
  return Array.isArray(value);
}
