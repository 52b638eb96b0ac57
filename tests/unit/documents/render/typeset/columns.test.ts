import { describe, expect, it } from "vitest";
import { column, table } from "#app/documents/model.ts";
import { columnWidths, gapBetweenColumns } from "#app/documents/render/typeset/columns.ts";
import type { Letters } from "#app/documents/render/typeset/lines.ts";
import { pageStyle } from "#app/documents/render/typeset/page-style.ts";

const letters: Letters = {
  runs: (text) => (text === "" ? [] : [{ family: "square", text }]),
  widthAtOnePoint: (run) => [...run.text].length / 2,
};
const style = pageStyle(12);

function widthsFor(width: number, cells: readonly string[], holds: readonly ("words" | "money")[]): readonly number[] | undefined {
  return columnWidths(table({ caption: "Costs", columns: holds.map((kind) => column("a", kind)), rows: [cells] }), {
    letters,
    style,
    width,
  });
}

describe("columns", () => {
  it("fill the room, the words taking what the figures leave", () => {
    const widths = widthsFor(480, ["Bus", "£4.60"], ["words", "money"])!;
    expect(widths[1]).toBe(30);
    expect(widths[0]! + widths[1]! + gapBetweenColumns(12)).toBeCloseTo(480);
  });

  it("never squeeze figures for the sake of words", () => {
    const widths = widthsFor(200, ["a ".repeat(200).trim(), "£1,234.50"], ["words", "money"])!;
    expect(widths[1]).toBeGreaterThanOrEqual(54);
    expect(widths[0]! + widths[1]! + gapBetweenColumns(12)).toBeCloseTo(200);
  });

  it("give no answer when even their longest words do not fit side by side", () => {
    expect(
      widthsFor(
        300,
        ["interpreters", "organisation", "availability", "accessibility", "timetabling"],
        ["words", "words", "words", "words", "words"],
      ),
    ).toBeUndefined();
  });

  it("let a long address be broken before a table is given up", () => {
    expect(widthsFor(480, ["x".repeat(200), "y"], ["words", "words"])).toBeDefined();
  });

  it("give a table of one column all the room, however long its words", () => {
    expect(widthsFor(100, ["x".repeat(200)], ["words"])).toEqual([100]);
  });

  it("do not break a date for the sake of a sentence, which is broken anyway", () => {
    const date = "24 December 2026";
    const widths = widthsFor(480, ["It is said here at length. ".repeat(8), date, date], ["words", "words", "words"])!;
    for (const width of widths.slice(1)) expect(width).toBeGreaterThanOrEqual(date.length * 6);
  });

  it("leave a sentence room enough before a date has its line", () => {
    const date = "24 December 2026";
    const widths = widthsFor(300, ["It is said here at length. ".repeat(8), date, date], ["words", "words", "words"])!;
    expect(widths[1]).toBeLessThan(date.length * 6);
  });
});
