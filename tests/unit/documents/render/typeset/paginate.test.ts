import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Strip } from "#app/documents/render/typeset/galley.ts";
import { paginate } from "#app/documents/render/typeset/paginate.ts";

const room = { top: 50, bottom: 250 };

function strip(parts: Partial<Strip> & { readonly height: number }): Strip {
  return { gapBefore: 0, keepsWithNext: false, startsSheet: false, ornaments: [], ...parts };
}

const anyStrips = fc.array(
  fc
    .record({
      height: fc.integer({ min: 1, max: 90 }),
      gapBefore: fc.integer({ min: 0, max: 30 }),
      keepsWithNext: fc.constantFrom<Strip["keepsWithNext"]>(false, "loosely", "firmly"),
      startsSheet: fc.boolean(),
      hasHead: fc.boolean(),
    })
    .map(({ hasHead, ...parts }) => strip({ ...parts, ...(hasHead ? { headAgain: { height: 20, inks: [] } } : {}) })),
  { maxLength: 30 },
);

describe("strips on sheets", () => {
  it("for any strips, each is placed once, in order, inside the room of its sheet and on top of no other", () => {
    fc.assert(
      fc.property(anyStrips, (strips) => {
        const { places, count } = paginate(strips, room);
        expect(places.size).toBe(strips.length);
        let sheet = 0;
        let y = room.top;
        for (const each of strips) {
          const place = places.get(each)!;
          if (place.sheet !== sheet) {
            expect(place.sheet).toBe(sheet + 1);
            y = room.top;
          }
          expect(place.y).toBeGreaterThanOrEqual(y);
          expect(place.y + each.height).toBeLessThanOrEqual(room.bottom);
          sheet = place.sheet;
          y = place.y + each.height;
        }
        expect(count).toBe(sheet + 1);
      }),
    );
  });

  /** The strips around a place that all keep together in one of these ways, and how much room they need on a sheet of their own. */
  const roomNeeded = (strips: readonly Strip[], index: number, ways: readonly Strip["keepsWithNext"][]): number => {
    const joins = (at: number): boolean => ways.includes(strips[at]!.keepsWithNext) && strips[at + 1]?.startsSheet === false;
    let from = index;
    while (from > 0 && joins(from - 1)) from -= 1;
    let to = index;
    while (joins(to)) to += 1;
    const group = strips.slice(from, to + 1);
    return group.reduce((sum, one, at) => sum + one.height + (at === 0 ? 0 : one.gapBefore), group[0]!.headAgain?.height ?? 0);
  };

  it.each([
    ["keep together in any way", ["loosely", "firmly"]],
    ["keep firmly together", ["firmly"]],
  ] as const)("for any strips, those that %s are parted only when they fill more than a sheet", (_what, ways) => {
    fc.assert(
      fc.property(anyStrips, (strips) => {
        const { places } = paginate(strips, room);
        strips.forEach((each, index) => {
          const next = strips[index + 1];
          const keeps = each.keepsWithNext !== false && (ways as readonly string[]).includes(each.keepsWithNext);
          if (next === undefined || !keeps || next.startsSheet) return;
          if (places.get(each)!.sheet === places.get(next)!.sheet) return;
          expect(roomNeeded(strips, index, ways)).toBeGreaterThan(room.bottom - room.top);
        });
      }),
    );
  });

  it("a paper with nothing on it is one sheet", () => {
    expect(paginate([], room).count).toBe(1);
  });

  it("the room above a strip goes at the top of a sheet", () => {
    const strips = [strip({ height: 190 }), strip({ height: 100, gapBefore: 30 })];
    expect(paginate(strips, room).places.get(strips[1]!)).toEqual({ sheet: 1, y: 50 });
  });

  it("a row that begins a sheet has the head of its table above it", () => {
    const head = { height: 20, inks: [] };
    const strips = [strip({ height: 190, headAgain: head, gapBefore: 1 }), strip({ height: 100, headAgain: head })];
    const sheets = paginate([strip({ height: 5 }), ...strips], room);
    expect(sheets.headsAgain).toEqual([{ head, place: { sheet: 1, y: 50 } }]);
    expect(sheets.places.get(strips[1]!)).toEqual({ sheet: 1, y: 70 });
  });

  it("a part that starts a sheet starts one, but never leaves an empty sheet before it", () => {
    const strips = [strip({ height: 10, startsSheet: true }), strip({ height: 10, startsSheet: true })];
    const { places, count } = paginate(strips, room);
    expect([places.get(strips[0]!)?.sheet, places.get(strips[1]!)?.sheet, count]).toEqual([0, 1, 2]);
  });

  it("half sheets stand edge to edge, two to a sheet, with nothing else beside them", () => {
    const half = (): Strip => strip({ height: 150, isHalfSheet: true });
    const strips = [strip({ height: 10, keepsWithNext: "firmly" }), half(), half(), half(), strip({ height: 10 })];
    const { places, count, halved } = paginate(strips, room);
    expect(strips.map((one) => places.get(one))).toEqual([
      { sheet: 0, y: 50 },
      { sheet: 1, y: 0 },
      { sheet: 1, y: 150 },
      { sheet: 2, y: 0 },
      { sheet: 3, y: 50 },
    ]);
    expect([count, [...halved]]).toEqual([4, [1, 2]]);
  });

  it("a paper that begins with half sheets has no empty sheet before them", () => {
    const strips = [strip({ height: 150, isHalfSheet: true })];
    expect(paginate(strips, room).count).toBe(1);
  });
});
