// How wide the columns of a table are. Figures are never broken; words are, fairly; and where even the longest words do not
// fit side by side there is no answer, so that the table can be laid out another way instead of squeezed.
import type { Inline, Table } from "#app/documents/model.ts";
import type { Letters } from "#app/documents/render/typeset/lines.ts";
import { widthsOf } from "#app/documents/render/typeset/lines.ts";
import type { PageStyle } from "#app/documents/render/typeset/page-style.ts";

/** A word longer than this, in ems, may be broken rather than push the other columns away: it is an address, not a word. */
const longestKeptWhole = 14;

/** A date or a state is no longer than this, in ems: it stands on one line where columns of sentences leave it the room. */
const longestShort = 9;
/** What a column of sentences keeps when short ones are given theirs, in ems. */
const roomForSentences = 9;

/** Room between columns, in points, for text of this size. */
export function gapBetweenColumns(size: number): number {
  return 1.3 * size;
}

/** Widths in points that fill the room, or undefined when the columns cannot stand side by side. */
export function columnWidths(
  table: Table,
  place: { readonly letters: Letters; readonly style: PageStyle; readonly width: number },
): readonly number[] | undefined {
  const size = place.style.body;
  const room = place.width - gapBetweenColumns(size) * (table.columns.length - 1);
  const needs = table.columns.map((column, index) => {
    const isInColumn = column.holds !== "words";
    const setting = { letters: place.letters, size, figures: isInColumn ? "in-columns" : "as-written" } as const;
    const head = widthsOf([{ kind: "text", text: column.header }], { ...setting, weight: "bold" });
    const body = table.rows.map((row) => widthsOf(cellAt(row, index), { ...setting, weight: "regular" }));
    const totals = table.totals.map((row) => widthsOf(cellAt(row, index), { ...setting, weight: "bold" }));
    const cells = [...body, ...totals];
    const whole = Math.max(...[head, ...cells].map((width) => width.whole));
    // A heading over figures may be broken; the figures may not, unless somebody has put a sentence there.
    const figures = Math.max(0, ...cells.map((width) => Math.min(width.whole, 10 * size)));
    const words = Math.max(...[head, ...cells].map((width) => width.longestWord));
    const least = Math.max(Math.min(words, longestKeptWhole * size), isInColumn ? figures : 0);
    return { whole, least, isWords: !isInColumn };
  });
  const least = total(needs.map((need) => need.least));
  if (least > room) return needs.length === 1 ? [room] : undefined;
  const whole = total(needs.map((need) => need.whole));
  if (whole > room) {
    const kept = withShortOnesWhole(needs, room, size);
    const keptLeast = total(kept.map((need) => need.least));
    const share = (room - keptLeast) / (whole - keptLeast);
    return kept.map((need) => need.least + (need.whole - need.least) * share);
  }
  const wordColumns = needs.filter((need) => need.isWords).length;
  const spare = room - whole;
  // With no column of words the first takes the spare room, so that figures stay at the right.
  return needs.map((need, index) => need.whole + (wordColumns === 0 ? (index === 0 ? spare : 0) : need.isWords ? spare / wordColumns : 0));
}

type Need = { readonly whole: number; readonly least: number; readonly isWords: boolean };

/** Short columns of words are not broken for the sake of sentences, which are broken anyway: all of them, or none. */
function withShortOnesWhole(needs: readonly Need[], room: number, size: number): readonly Need[] {
  const kept = needs.map((need): Need => {
    if (!need.isWords) return need;
    if (need.whole <= longestShort * size) return { ...need, least: need.whole };
    return { ...need, least: Math.max(need.least, Math.min(need.whole, roomForSentences * size)) };
  });
  return total(kept.map((need) => need.least)) <= room ? kept : needs;
}

function cellAt(row: readonly (readonly Inline[])[], index: number): readonly Inline[] {
  return row[index] ?? [];
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
