// The bench's own arithmetic: a figure people rely on is only as good as the median, the turns and the judging behind it.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readArguments } from "#scripts/bench/arguments.ts";
import { judge, lineOf, markedBusy, numberInFigures, shortfallsIn, type Figure, type Limit } from "#scripts/bench/figures.ts";
import { inTurns, medianOf, percentileOf, ratiosOf, summaryOf, turnsFor } from "#scripts/bench/rounds.ts";

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

function figureOf(value: number, limit?: Limit): Figure {
  return { kind: "figure", bench: "pages", name: "plan page", value, unit: "ms", ...(limit === undefined ? {} : { limit }) };
}

const mustBeAtMost200: Limit = { level: "must", is: "at most", value: 200 };
const mustBeAtLeastHalfAgain: Limit = { level: "must", is: "at least", value: 1.5 };

describe("the middle of several rounds", () => {
  it("is the value in the middle, however the rounds came", () => {
    expect(medianOf([900, 1, 3, 2, 4])).toBe(3);
  });

  it("lies half way between the two in the middle when the rounds are even", () => {
    expect(medianOf([4, 1, 2, 100])).toBe(3);
  });

  it("of no rounds at all does not exist", () => {
    expect(() => medianOf([])).toThrow(RangeError);
  });

  it("for any rounds, has at most half of them on either side", () => {
    fc.assert(
      fc.property(values, (rounds) => {
        const median = medianOf(rounds);
        expect(rounds.filter((value) => value < median).length).toBeLessThanOrEqual(rounds.length / 2);
        expect(rounds.filter((value) => value > median).length).toBeLessThanOrEqual(rounds.length / 2);
      }),
    );
  });

  it("is not moved by one round in which the machine did something else", () => {
    expect(summaryOf([10, 11, 12, 13, 5000])).toEqual({ value: 12, rounds: 5, low: 10, high: 5000 });
  });
});

describe("the slowest one in a hundred", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  it("is left out of p99, and the next slowest is p99", () => {
    expect(percentileOf(hundred, 0.99)).toBe(99);
    expect(percentileOf([...hundred, 101], 0.99)).toBe(100);
  });

  it("counts as p99 where there are fewer than a hundred answers", () => {
    expect(percentileOf([5, 1, 9], 0.99)).toBe(9);
  });
});

describe("taking turns", () => {
  it("lets everybody run once in each round and begin as often as the others", () => {
    expect(turnsFor(["ours", "stock"], 4)).toEqual([
      ["ours", "stock"],
      ["stock", "ours"],
      ["ours", "stock"],
      ["stock", "ours"],
    ]);
  });

  it("for any number of peers and rounds, never runs one twice before another has run", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), (peers, rounds) => {
        const names = Array.from({ length: peers }, (_, index) => `peer-${index}`);
        for (const turn of turnsFor(names, rounds)) expect(turn.toSorted()).toEqual(names);
      }),
    );
  });

  it("waits for each before the next begins, and keeps what each measured in order of rounds", async () => {
    const order: string[] = [];
    let atWork = 0;
    const runner = (name: string) => async () => {
      atWork += 1;
      expect(atWork).toBe(1);
      await Promise.resolve();
      atWork -= 1;
      order.push(name);
      return order.length;
    };
    const measured = await inTurns({ ours: runner("ours"), stock: runner("stock") }, 3);
    expect(order).toEqual(["ours", "stock", "stock", "ours", "ours", "stock"]);
    expect(measured).toEqual({ ours: [1, 4, 5], stock: [2, 3, 6] });
  });

  it("compares each round with the peer's same round, so that a slow moment of both changes nothing", () => {
    expect(ratiosOf([200, 100, 50], [100, 50, 25])).toEqual([2, 2, 2]);
  });

  it("compares nothing when one ran more rounds than the other", () => {
    expect(() => ratiosOf([1, 2], [1])).toThrow(RangeError);
  });
});

describe("a limit", () => {
  it("is kept on the figure itself and broken just past it", () => {
    expect([199, 200, 200.1].map((value) => judge(figureOf(value, mustBeAtMost200)))).toEqual(["kept", "kept", "falls-short"]);
    expect([1.6, 1.5, 1.49].map((value) => judge(figureOf(value, mustBeAtLeastHalfAgain)))).toEqual(["kept", "kept", "falls-short"]);
  });

  it("that is a must and is broken stops the run; a goal that is missed does not", () => {
    const must = figureOf(201, mustBeAtMost200);
    const goal = figureOf(201, { ...mustBeAtMost200, level: "goal" });
    expect(shortfallsIn([must, goal, figureOf(1), figureOf(200, mustBeAtMost200)])).toEqual([must]);
  });

  it("on a time on the clock is not judged on a busy machine, but still is on a quiet one", () => {
    const slow = figureOf(201, { ...mustBeAtMost200, onlyAtRest: true });
    expect(shortfallsIn([slow])).toEqual([slow]);
    expect(shortfallsIn(markedBusy([slow]))).toEqual([]);
    expect(lineOf({ ...slow, whileBusy: true })).toBe("pages    plan page; must at most 200 ms, not judged on a busy machine: 201 ms");
  });

  it("on bytes or memory is judged however busy the machine is", () => {
    expect(shortfallsIn(markedBusy([figureOf(201, mustBeAtMost200)]))).toHaveLength(1);
  });

  it("of no script at all is broken by one byte", () => {
    const none: Limit = { level: "must", is: "at most", value: 0 };
    expect([0, 1].map((value) => judge(figureOf(value, none)))).toEqual(["kept", "falls-short"]);
  });

  it("is never kept by a figure that is not a number", () => {
    expect(judge(figureOf(Number.NaN, mustBeAtMost200))).toBe("falls-short");
    expect(judge(figureOf(Number.NaN, mustBeAtLeastHalfAgain))).toBe("falls-short");
  });
});

describe("the line people read", () => {
  it("has the rounds, the limit and, last of all, the figure", () => {
    const figure: Figure = { ...figureOf(1.834, mustBeAtLeastHalfAgain), unit: "×", rounds: 5, low: 1.7, high: 2.04 };
    expect(lineOf(figure)).toBe("pages    plan page; 5 rounds, 1.7 to 2.04×; must at least 1.5×, kept: 1.83×");
  });

  it("says what was not measured and why, so that silence is never taken for a pass", () => {
    expect(lineOf({ kind: "not-measured", bench: "pages", name: "plan page", because: "it is not in this build" })).toBe(
      "pages    plan page: not measured, because it is not in this build",
    );
  });

  it("gives three figures and never rounds a large number away", () => {
    expect([0, 0.031249, 4.2, 9.999, 99.96, 187.4, 12_841].map(numberInFigures)).toEqual([
      "0",
      "0.0312",
      "4.2",
      "10",
      "100",
      "187",
      "12841",
    ]);
  });
});

describe("the words after the command", () => {
  const names = ["start", "pages"] as const;

  it("choose every bench when none is named, and only those named otherwise", () => {
    expect(readArguments([], names)).toEqual({ ok: true, value: { only: names, full: false, json: false } });
    expect(readArguments(["--only", "pages", "--json", "--full", "--only", "pages"], names)).toEqual({
      ok: true,
      value: { only: ["pages"], full: true, json: true },
    });
  });

  it("never change the order of the benches, because the first ones need a small process", () => {
    const asked = readArguments(["--only", "pages", "--only", "start"], names);
    expect(asked.ok && asked.value.only).toEqual(["start", "pages"]);
  });

  it("are refused when they name nothing we measure", () => {
    for (const words of [["--only"], ["--only", "page"], ["--fast"], ["pages"]]) expect(readArguments(words, names).ok).toBe(false);
  });
});
