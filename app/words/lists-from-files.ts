// What is said while a list is taken in from a file: why a file cannot be read, and what will happen to its lines.
import { counted, list, number } from "./format.ts";

export type FileProblem =
  | { readonly problem: "empty" | "too-big" | "too-many-lines" | "not-text" | "no-lines" }
  | { readonly problem: "quote-not-closed"; readonly line: number }
  | { readonly problem: "columns-missing"; readonly titles: readonly string[] };

/** Why a file is not taken, and what to do. */
export function fileProblemSentence(refusal: FileProblem, fileName: string): string {
  switch (refusal.problem) {
    case "empty":
      return `There is nothing in ${fileName}. Choose another file`;
    case "too-big":
      return `${fileName} is too big. It must be 1 MB or smaller`;
    case "too-many-lines":
      return `${fileName} has more than ${number(2_000)} lines. Split it into two files`;
    case "not-text":
      return `${fileName} is not a CSV file. In your spreadsheet, choose "Save as", then CSV`;
    case "no-lines":
      return `${fileName} has column titles and nothing under them. Choose another file`;
    case "quote-not-closed":
      return `Line ${refusal.line} of ${fileName} opens a quotation mark that is never closed. Close it and choose the file again`;
    case "columns-missing":
      return `The first line of ${fileName} needs a column called ${list(refusal.titles.map((title) => `"${title}"`))}`;
  }
}

export type Things = { readonly one: string; readonly many: string };

/** How many lines will be taken in, how many are there already and how many cannot be. */
export function importSentences(
  counts: { readonly add: number; readonly change: number; readonly "already-there": number; readonly problem: number },
  { one, many }: Things,
): readonly string[] {
  return [
    counts.add === 0 ? "Nothing in this file can be added." : `${counted(counts.add, one, many)} will be added.`,
    ...(counts.change === 0 ? [] : [`${counted(counts.change, one, many)} on file will be changed.`]),
    ...(counts["already-there"] === 0
      ? []
      : [`${counted(counts["already-there"], "line is", "lines are")} on the list already and will be left as it is on file.`]),
    ...(counts.problem === 0 ? [] : [`${counted(counts.problem, "line needs", "lines need")} mending and will not be added.`]),
  ];
}

/** The button that does what was shown: "Add 3 venues", "Change 1 venue", "Add 3 venues and change 1". */
export function importButton({ add, change }: { readonly add: number; readonly change: number }, { one, many }: Things): string {
  if (change === 0) return `Add ${counted(add, one, many)}`;
  return add === 0 ? `Change ${counted(change, one, many)}` : `Add ${counted(add, one, many)} and change ${number(change)}`;
}

/** Said when what a file would do is no longer what was shown. */
export const importChangedMeanwhile =
  "The list on file changed while you were looking, so this page has changed too. Look at it again, then add it";

type ChangedLine = {
  readonly line: number;
  readonly name: string;
  readonly outcome: "add" | "change" | "already-there" | "problem";
  readonly because: readonly string[];
};

/** Which line is different from what was shown, and why: "Line 3, Kiln Hall: it is left out now. Already on the list". */
export function changedLine({ line, name, outcome, because }: ChangedLine): string {
  const start = name === "" ? `Line ${line}` : `Line ${line}, ${name}`;
  const why = because.join(". ");
  if (outcome === "change") return `${start}: it changes what is on file now. ${why}`;
  if (outcome === "add") return why === "" ? `${start}: it is added now` : `${start}: it is added now, but look at this. ${why}`;
  return outcome === "already-there" ? `${start}: it is left out now. ${why}` : `${start}: it needs mending now. ${why}`;
}
