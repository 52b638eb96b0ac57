// Several budget codes for one claim: the parts add up, whatever is taken off, and codes look as the organisation says.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "#app/domain/basics/money.ts";
import { budgetPartsOf, fitsPattern, readCodePattern, splitClaim } from "#app/domain/payments/budget-codes.ts";
import { findBlocks, settleClaim, type Claim } from "#app/domain/payments/claim.ts";
import { claimWith, fare, pounds } from "./builders.ts";

const coded = (claim: Claim): Claim => ({ ...claim, budgetCode: "CP-1042", choice: { kind: "full" } });

describe("how codes look", () => {
  test("a letter for each A, a figure for each 9, and everything else as it is", () => {
    const pattern = readCodePattern("AA-9999");
    if (!pattern.ok) throw new Error(pattern.refusal);
    expect(["CP-1042", "cp-1042", " CP-1042 "].map((code) => fitsPattern(code, pattern.value))).toEqual([true, true, true]);
    expect(["CP1042", "C9-1042", "CP-104", "CP-10422", ""].map((code) => fitsPattern(code, pattern.value))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  test("without a pattern any code will do, and a pattern says something about a code", () => {
    expect(fitsPattern("whatever", "")).toBe(true);
    expect(readCodePattern("---")).toEqual({ ok: false, refusal: "no-letters-or-figures" });
    expect(readCodePattern("9".repeat(41))).toEqual({ ok: false, refusal: "too-long" });
  });
});

describe("the parts of a claim", () => {
  const claim = coded(claimWith({ minutes: [60], costs: [fare("bus", pounds(8)), fare("train", pounds(12))] }));

  test("one code pays all of it unless somebody says otherwise", () => {
    expect(budgetPartsOf(claim)).toEqual([{ code: "CP-1042", amount: settleClaim(claim).toPay }]);
  });

  test("a line may be paid by another code, and the claim's own pays the rest", () => {
    const split = splitClaim(claim, { by: "line", codes: { bus: "TR-1", train: "TR-1", t1: "CP-1042" } });
    if (!split.ok) throw new Error(split.refusal);
    expect(budgetPartsOf(split.value)).toEqual([
      { code: "CP-1042", amount: settleClaim(claim).time },
      { code: "TR-1", amount: 2_000 },
    ]);
  });

  test("an amount may be paid by another code, but not more than the claim comes to", () => {
    const split = splitClaim(claim, { by: "amount", parts: [{ code: "TR-1", amount: pounds(5) }] });
    if (!split.ok) throw new Error(split.refusal);
    expect(sum(budgetPartsOf(split.value).map(({ amount }) => amount))).toBe(settleClaim(claim).toPay);
    expect(splitClaim(claim, { by: "amount", parts: [{ code: "TR-1", amount: pounds(500) }] })).toEqual({
      ok: false,
      refusal: "more-than-the-claim",
    });
    expect(splitClaim(claim, { by: "amount", parts: [{ code: "TR-1", amount: pounds(0) }] })).toEqual({ ok: false, refusal: "no-amount" });
    expect(splitClaim(claim, { by: "amount", parts: [{ code: " ", amount: pounds(1) }] })).toEqual({ ok: false, refusal: "code-missing" });
  });

  test("a claim that became smaller than its parts waits for somebody to change them", () => {
    const split = splitClaim(claim, { by: "amount", parts: [{ code: "TR-1", amount: settleClaim(claim).toPay }] });
    if (!split.ok) throw new Error(split.refusal);
    expect(findBlocks(split.value)).toEqual([]);
    const smaller = { ...split.value, lines: split.value.lines.filter(({ id }) => id !== "train") };
    expect(findBlocks(smaller)).toEqual([{ block: "split-too-large", by: 1_200 }]);
  });

  test("for any claim, choice, employer, advance and split, the parts add up to what is paid, to the penny", () => {
    const code = fc.constantFrom("", "CP-1042", "TR-1", "AC-7");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: 5 }),
        fc.constantFrom({ kind: "full" } as const, { kind: "costs-only" } as const, { kind: "less", amount: pounds(7) } as const),
        fc.constantFrom("yes" as const, "no" as const),
        fc.integer({ min: 0, max: 20_000 }),
        fc.dictionary(fc.constantFrom("t1", "t2", "c0", "c1", "c2"), code),
        (minutes, costs, choice, employer, advance, codes) => {
          const made = coded(
            claimWith({ minutes, costs: costs.map((pence, index) => fare(`c${index}`, pence as ReturnType<typeof pounds>)) }),
          );
          const whole: Claim = {
            ...made,
            choice,
            paidByEmployerForThisTime: employer,
            advances: [{ id: "a1", amount: advance as ReturnType<typeof pounds>, paidOn: made.activityDate, covers: "any-cost" }],
          };
          const split = splitClaim(whole, { by: "line", codes });
          if (!split.ok) throw new Error(split.refusal);
          expect(sum(budgetPartsOf(split.value).map(({ amount }) => amount))).toBe(settleClaim(whole).toPay);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
