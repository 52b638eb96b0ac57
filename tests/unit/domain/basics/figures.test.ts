import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDateOf } from "#app/domain/basics/dates.ts";
import { figureOn, type Cited, type Dated } from "#app/domain/basics/figures.ts";

const day = calendarDateOf;

function cited(value: number, from: string): Cited<number> {
  return { value, from: day(from), source: { title: "An order made for this test", checkedOn: day("2026-11-22") }, grade: "confirmed" };
}

const limit: Dated<number> = {
  entries: [cited(18350, "2024-04-08"), cited(19500, "2025-04-07"), cited(20350, "2026-04-06")],
  goodUntil: day("2027-04-04"),
};

describe("the figure in force on a day", () => {
  test.each([
    ["the first day we hold", "2024-04-08", 18350],
    ["the day before a change", "2025-04-06", 18350],
    ["the day of a change", "2025-04-07", 19500],
    ["the day after a change", "2025-04-08", 19500],
    ["the last day we vouch for", "2027-04-04", 20350],
  ])("on %s", (_name, on, value) => {
    const found = figureOn(limit, day(on));
    expect(found.ok && found.value.value).toBe(value);
  });

  test.each([
    ["the day before the first figure", "2024-04-07"],
    ["the day after the last day we vouch for", "2027-04-05"],
    ["a day in 2099", "2099-01-01"],
  ])("on %s there is no answer, and never the nearest figure", (_name, on) => {
    expect(figureOn(limit, day(on))).toEqual({
      ok: false,
      refusal: { reason: "outside-known-dates", on, from: "2024-04-08", goodUntil: "2027-04-04" },
    });
  });

  test("for any day we vouch for, the figure is the latest that had begun, and it carries its source", () => {
    fc.assert(
      fc.property(fc.nat(1091), (days) => {
        const on = addDays(day("2024-04-08"), days);
        const found = figureOn(limit, on);
        if (!found.ok) throw new Error(`No figure on ${on}`);
        expect(found.value.from <= on).toBe(true);
        expect(limit.entries.filter((entry) => entry.from <= on && entry.from > found.value.from)).toEqual([]);
        expect(found.value.source.title).not.toBe("");
      }),
    );
  });
});
