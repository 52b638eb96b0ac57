import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fractionOf, larger, nothing, penceOf, readPounds, share, smaller, subtract, sum } from "#app/domain/basics/money.ts";

const somePence = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(penceOf);
const someWeights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((weights) => weights.some((weight) => weight > 0));

describe("reading pounds as people type them", () => {
  test.each([
    ["40", 4000],
    ["£40", 4000],
    ["£ 40", 4000],
    [" 12.5 ", 1250],
    ["12.50", 1250],
    ["12.", 1200],
    [".5", 50],
    ["0.01", 1],
    ["0", 0],
    ["£1,200.50", 120050],
    ["1 200.50", 120050],
    ["1\u00a0200", 120000],
    ["￡１２．５０", 1250],
    ["007", 700],
    ["12.500", 1250],
    ["99,999.99", 9999999],
    ["99999.99", 9999999],
  ])("%s is read", (typed, pence) => {
    expect(readPounds(typed)).toEqual({ ok: true, value: pence });
  });

  test.each(["", " ", "£", ".", "£.", "forty", "-5", "12.50.1", "1e3", "£12.50 each", "12p", "££5", "0x10", "NaN", "Infinity"])(
    "%s is not money",
    (typed) => {
      expect(readPounds(typed)).toEqual({ ok: false, refusal: "not-money" });
    },
  );

  test.each(["12,50", "1,2,3", "12 50", "1,20.50", "12,345,6", "0,012"])(
    "%s could be two different amounts, so it is refused rather than guessed",
    (typed) => {
      expect(readPounds(typed)).toEqual({ ok: false, refusal: "not-money" });
    },
  );

  test.each(["12.505", "0.001", "1.999"])("%s has part of a penny", (typed) => {
    expect(readPounds(typed)).toEqual({ ok: false, refusal: "part-pennies" });
  });

  test.each(["100000", "100,000.00", "9".repeat(400)])("%s is too large", (typed) => {
    expect(readPounds(typed)).toEqual({ ok: false, refusal: "too-large" });
  });

  test("for any amount up to the limit, what is written with two figures is read back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (pence) => {
        const written = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
        expect(readPounds(written)).toEqual({ ok: true, value: pence });
      }),
    );
  });

  test("for any text at all, the answer is an amount within the limit or a refusal, never a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => {
        const read = readPounds(typed);
        if (read.ok) expect(read.value >= 0 && read.value <= 9_999_999).toBe(true);
      }),
    );
  });
});

describe("whole pence", () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%s is a fault, not an amount", (amount) => {
    expect(() => penceOf(amount)).toThrow(RangeError);
  });

  test("minus nothing is nothing", () => {
    expect(Object.is(penceOf(-0), 0)).toBe(true);
  });

  test("the sum of no amounts is nothing", () => {
    expect(sum([])).toBe(nothing);
  });

  test("for any two amounts, taking away undoes adding, and smaller and larger are the two of them", () => {
    fc.assert(
      fc.property(somePence, somePence, (one, other) => {
        expect(subtract(sum([one, other]), other)).toBe(one);
        expect([smaller(one, other), larger(one, other)].sort((a, b) => a - b)).toEqual([one, other].sort((a, b) => a - b));
        expect(smaller(one, other) <= larger(one, other)).toBe(true);
      }),
    );
  });
});

describe("a fraction of an amount", () => {
  test.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [49, 1, 100, 0],
    [50, 1, 100, 1],
    [51, 1, 100, 1],
    [1000, 55, 100, 550],
    [101, 55, 100, 56],
  ])("%i pence times %i over %i is %i pence, half a penny going away from nothing", (amount, numerator, denominator, expected) => {
    expect(fractionOf(penceOf(amount), { numerator, denominator })).toBe(expected);
  });

  test.each([
    { numerator: 1, denominator: 0 },
    { numerator: 1, denominator: -2 },
    { numerator: 0.5, denominator: 1 },
  ])("%o is not a fraction of whole numbers", (fraction) => {
    expect(() => fractionOf(penceOf(100), fraction)).toThrow(RangeError);
  });

  test("a large amount loses no penny to floating point", () => {
    expect(fractionOf(penceOf(Number.MAX_SAFE_INTEGER), { numerator: 3, denominator: 3 })).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("for any amount and fraction, the answer is within half a penny of the exact one", () => {
    fc.assert(
      fc.property(somePence, fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), (amount, numerator, denominator) => {
        const twiceTheGap =
          2n * (BigInt(fractionOf(amount, { numerator, denominator })) * BigInt(denominator) - BigInt(amount) * BigInt(numerator));
        expect((twiceTheGap < 0n ? -twiceTheGap : twiceTheGap) <= BigInt(denominator)).toBe(true);
      }),
    );
  });
});

describe("sharing an amount", () => {
  test("three people sharing £100 get all of it", () => {
    expect(share(penceOf(10000), [1, 1, 1])).toEqual([3333, 3334, 3333]);
  });

  test("for any amount and weights, the shares add up to the amount exactly", () => {
    fc.assert(
      fc.property(somePence, someWeights, (total, weights) => {
        expect(sum(share(total, weights))).toBe(total);
      }),
    );
  });

  test("for any amount and weights, each share is within a penny of its fair part and a weight of nothing gets nothing", () => {
    fc.assert(
      fc.property(somePence, someWeights, (total, weights) => {
        const whole = weights.reduce((one, other) => one + other, 0);
        share(total, weights).forEach((part, at) => {
          const weight = weights[at] ?? 0;
          expect(Math.abs(part * whole - total * weight) <= whole).toBe(true);
          if (weight === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  test("for any amount that is not negative, nobody's share is negative", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000).map(penceOf), someWeights, (total, weights) => {
        expect(share(total, weights).every((part) => part >= 0)).toBe(true);
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])("%o is nothing to share by", (weights) => {
    expect(() => share(penceOf(100), weights)).toThrow(RangeError);
  });
});
