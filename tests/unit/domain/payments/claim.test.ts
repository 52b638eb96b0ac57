import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { costsWithoutReceipt, findRepeats, flagsOf, levelOf, linesToCompare, repeatsThatBlock } from "#app/domain/payments/claim-flags.ts";
import {
  decideLeftOver,
  decideLine,
  findBlocks,
  netAdvances,
  settleClaim,
  type Advance,
  type Claim,
  type CostToNet,
} from "#app/domain/payments/claim.ts";
import { assessExpense, type AssessedExpense, type ExpenseDetails } from "#app/domain/payments/expenses.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { addUpLines, cardWith, claimWith, day, entryWith, expenseWith, fare, hourly, lineWith, policyWith, pounds } from "./builders.ts";

const on = day("2026-09-15");
const advance = (id: string, amount: number, covers: Advance["covers"] = "any-cost"): Advance => ({
  id,
  amount: penceOf(amount),
  paidOn: day("2026-09-01"),
  covers,
});
const cost = (details: ExpenseDetails, amount: number, id = "e1"): AssessedExpense =>
  assessExpense({
    expense: expenseWith(details, { id, spent: penceOf(amount), receipt: { kind: "photo", fileHash: `photo-${id}` } }),
    policy: policyWith(),
  });

describe("what a claim comes to", () => {
  test("time, costs and access are each shown apart", () => {
    const settled = settleClaim(
      claimWith({ minutes: [120], costs: [fare("bus", pounds(8)), cost({ kind: "assistant", alreadyPaidThem: "yes" }, 4000, "pa")] }),
    );
    expect([settled.time, settled.costs, settled.access, settled.total]).toEqual([5000, 800, 4000, 9800]);
  });

  test("what was declined is a line of its own, so that the offer can still be seen", () => {
    const settled = settleClaim(claimWith({ minutes: [180], costs: [fare("bus", pounds(12.4))], choice: { kind: "costs-only" } }));
    expect(settled.lines.map((line) => [line.because.kind, line.amount])).toEqual([
      ["line", 7500],
      ["choice", -7500],
      ["line", 1240],
    ]);
    expect([settled.toPay, settled.declined]).toEqual([1240, 7500]);
  });

  test("no payment and no costs comes to nothing", () => {
    expect(settleClaim(claimWith({ minutes: [60], costs: [fare("bus", pounds(3))], choice: { kind: "nothing" } })).toPay).toBe(0);
  });

  test("time an employer pays is not paid again, and costs still are", () => {
    expect(settleClaim(claimWith({ minutes: [120], costs: [fare("bus", pounds(8.6))], paidByEmployerForThisTime: "yes" })).toPay).toBe(860);
  });

  test("a cap is worked out again when a checker changes the time", () => {
    const card = cardWith({ lines: [lineWith({ basis: { kind: "per-minute", hourly: hourly(6000) }, dayCap: pounds(120) })] });
    const claim = claimWith({ minutes: [90, 54], card });
    expect(settleClaim(claim).toPay).toBe(12000);
    const changed = valueOf(decideLine(claim, "t1", { amount: pounds(10), why: "You left after 10 minutes", by: "ben", on }));
    expect(settleClaim(changed).toPay).toBe(6400);
  });

  test("what somebody chose stays the most they get when their time turns out longer", () => {
    expect(settleClaim(claimWith({ minutes: [240], choice: { kind: "less", amount: pounds(40) } })).time).toBe(4000);
  });

  test("a correction is a new line that points to the old one, and a claim it brings below nothing is stopped", () => {
    const claim = claimWith({ minutes: [] });
    const corrected: Claim = {
      ...claim,
      lines: [
        { id: "c1", about: "correction", group: "time", of: { claim: "CLAIM000", line: "t1" }, why: "Paid twice", amount: penceOf(-500) },
      ],
    };
    expect(settleClaim(corrected).toPay).toBe(-500);
    expect(findBlocks(corrected)).toEqual([{ block: "below-nothing", toPay: -500 }]);
    expect(refusalOf(decideLine(corrected, "c1", { amount: pounds(1), why: "x", by: "ben", on }))).toBe("not-a-line-to-decide");
  });

  test("for any claim, the total to pay is the sum of the lines shown", () => {
    const choice = fc.constantFrom<NonNullable<Claim["choice"]>>(
      { kind: "full" },
      { kind: "less", amount: penceOf(1234) },
      { kind: "charity", charity: { name: "A" } },
      { kind: "split", forPerson: penceOf(999), forCharity: penceOf(1), charity: { name: "A" } },
      { kind: "costs-only" },
      { kind: "nothing" },
    );
    const kinds = fc.constantFrom<ExpenseDetails>(
      { kind: "public-transport" },
      { kind: "assistant", alreadyPaidThem: "no" },
      { kind: "care", alreadyInCarePackage: "no" },
    );
    const card = cardWith({ lines: [lineWith({ dayCap: pounds(90) })] });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 3 }),
        fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 9000 })), { maxLength: 4 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.constantFrom<Advance["covers"]>("any-cost", "care", "public-transport")), {
          maxLength: 3,
        }),
        choice,
        fc.constantFrom<Claim["paidByEmployerForThisTime"]>("yes", "no", "not-said"),
        fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
        (minutes, spent, sent, chosen, paidByEmployerForThisTime, decided) => {
          const costs = spent.map(([details, amount], index) => cost(details, amount, `e${index}`));
          const advances = sent.map(([amount, covers], index) => advance(`a${index}`, amount, covers));
          let claim = claimWith({ minutes, costs, advances, choice: chosen, paidByEmployerForThisTime, card });
          const first = claim.lines[0];
          if (decided !== undefined && first !== undefined)
            claim = valueOf(decideLine(claim, first.id, { amount: penceOf(decided), why: "Seen", by: "ben", on }));
          const settled = settleClaim(claim);
          expect(settled.toPay).toBe(addUpLines(claim));
          expect(settled.total - settled.advancesTaken).toBe(settled.toPay);
          expect(settled.time + settled.costs + settled.access).toBe(settled.total);
          expect(Math.min(settled.time, settled.costs, settled.access, settled.toPay)).toBeGreaterThanOrEqual(0);
          expect(settled.advancesTaken + settled.leftOver.reduce((sum, one) => sum + one.amount, 0)).toBe(
            advances.reduce((sum, one) => sum + one.amount, 0),
          );
          expect(new Set(settled.lines.map((line) => line.id)).size).toBe(settled.lines.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("money sent before the meeting", () => {
  test("is taken off costs and never off the payment for time", () => {
    const settled = settleClaim(claimWith({ minutes: [60], costs: [fare("bus", pounds(8))], advances: [advance("a1", 2000)] }));
    expect([settled.time, settled.toPay, settled.leftOver]).toEqual([2500, 2500, [{ advance: "a1", amount: 1200, isDecided: false }]]);
  });

  test("money for one kind of cost is used on that kind first", () => {
    const costs: readonly CostToNet[] = [
      { id: "bus", group: "costs", kind: "public-transport", amount: pounds(10) },
      { id: "care", group: "costs", kind: "care", amount: pounds(10) },
    ];
    const netted = netAdvances({ costs, advances: [advance("any", 500), advance("care", 1000, "care")] });
    expect(netted.taken.map((one) => [one.advance.id, one.cost.id, one.amount])).toEqual([
      ["care", "care", 1000],
      ["any", "bus", 500],
    ]);
    expect(netted.left).toEqual([]);
  });

  test("a penny left over waits for a person, and once decided it no longer stops the claim", () => {
    const claim = claimWith({ costs: [fare("bus", pounds(8))], advances: [advance("a1", 801)] });
    expect(findBlocks(claim)).toEqual([{ block: "left-over-undecided", advance: "a1", amount: 1 }]);
    const decided = valueOf(decideLeftOver(claim, { advance: "a1", what: "person-keeps-it", why: "A penny", by: "ben", on }));
    expect([findBlocks(decided), settleClaim(decided).leftOver[0]?.isDecided]).toEqual([[], true]);
    expect(refusalOf(decideLeftOver(claim, { advance: "a1", what: "person-returns-it", why: " ", by: "ben", on }))).toBe("why-missing");
    expect(refusalOf(decideLeftOver(claim, { advance: "a9", what: "person-returns-it", why: "x", by: "ben", on }))).toBe("nothing-left");
  });

  test("for any costs and advances, no cost goes below nothing and every penny is taken or left", () => {
    const kinds = fc.constantFrom("care" as const, "taxi" as const, "other" as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 500 })), { maxLength: 5 }),
        fc.array(fc.tuple(fc.oneof(kinds, fc.constant("any-cost" as const)), fc.integer({ min: 1, max: 500 })), { maxLength: 5 }),
        (spent, sent) => {
          const costs = spent.map(([kind, amount], index): CostToNet => ({
            id: `e${index}`,
            group: "costs",
            kind,
            amount: penceOf(amount),
          }));
          const advances = sent.map(([covers, amount], index) => advance(`a${index}`, amount, covers));
          const netted = netAdvances({ costs, advances });
          for (const one of costs) {
            const taken = netted.taken.filter((part) => part.cost.id === one.id).reduce((total, part) => total + part.amount, 0);
            expect(taken).toBeLessThanOrEqual(one.amount);
          }
          for (const one of advances) {
            const taken = netted.taken.filter((part) => part.advance.id === one.id).reduce((total, part) => total + part.amount, 0);
            const left = netted.left.find((part) => part.advance.id === one.id)?.amount ?? 0;
            expect(taken + left).toBe(one.amount);
          }
        },
      ),
    );
  });
});

describe("deciding", () => {
  const lostTicket = assessExpense({
    expense: expenseWith({ kind: "public-transport" }, { spent: pounds(30), receipt: { kind: "lost", reason: "Wet" } }),
    policy: policyWith(),
  });

  test("a cost nobody has decided is not in the total and stops the claim, and a decision lets it go on", () => {
    const claim = claimWith({ costs: [lostTicket] });
    expect([settleClaim(claim).toPay, findBlocks(claim)]).toEqual([0, [{ block: "line-undecided", line: "e1", amount: 3000 }]]);
    const decided = valueOf(decideLine(claim, "e1", { amount: pounds(30), why: "The bank line shows it", by: "ben", on }));
    expect([settleClaim(decided).toPay, findBlocks(decided)]).toEqual([3000, []]);
  });

  test("a change without a reason, below nothing or to a line that is not there is refused", () => {
    const claim = claimWith({ minutes: [60] });
    expect(refusalOf(decideLine(claim, "t1", { amount: pounds(1), why: "", by: "ben", on }))).toBe("why-missing");
    expect(refusalOf(decideLine(claim, "t1", { amount: penceOf(-1), why: "x", by: "ben", on }))).toBe("below-nothing");
    expect(refusalOf(decideLine(claim, "t9", { amount: pounds(1), why: "x", by: "ben", on }))).toBe("no-such-line");
  });

  test("a claim with no choice made or no budget code is not ready", () => {
    const { choice: _choice, budgetCode: _code, ...rest } = claimWith({ minutes: [60] });
    expect(findBlocks(rest)).toEqual([{ block: "choice-missing" }, { block: "budget-code-missing" }]);
  });
});

describe("flags", () => {
  const base = claimWith({ minutes: [60], costs: [fare("bus", pounds(8))] });
  const other = (claim: Claim) => linesToCompare({ ...claim, reference: "CLAIM000" });
  const flagNames = (claim: Claim, part: Partial<Parameters<typeof flagsOf>[0]> = {}) =>
    flagsOf({ claim, others: [], viewer: "ben", claimWithinDays: 92, ...part }).map((flag) => flag.flag);

  test("a plain claim has none", () => {
    expect(flagNames(base)).toEqual([]);
  });

  test("the same time claimed again is stopped, for the same person only", () => {
    const repeats = findRepeats(base, other(claimWith({ minutes: [30] })));
    expect(repeatsThatBlock(base, repeats)).toEqual([{ block: "claimed-already", line: "t1", claim: "CLAIM000" }]);
    expect(findRepeats(base, other(claimWith({ minutes: [60], person: "tomasz" })))).toEqual([]);
  });

  test("the same time twice in one claim is stopped too", () => {
    const twice = claimWith({ minutes: [60] });
    const again = { ...twice, lines: [...twice.lines, { ...twice.lines[0]!, id: "t2" }] };
    expect(repeatsThatBlock(again, findRepeats(again, []))).toEqual([{ block: "claimed-already", line: "t2", claim: "CLAIM001" }]);
  });

  test("a claim is not compared with what was kept of itself", () => {
    expect(findRepeats(base, linesToCompare(base))).toEqual([]);
  });

  test("two paid meetings that touch are not at once, and a minute's overlap is", () => {
    const at = (id: string, event: string, from: string, to: string): Claim => {
      const claim = claimWith({ minutes: [60] });
      const line = claim.lines[0];
      if (line?.about !== "time") throw new Error("Expected a line of time");
      const entry = entryWith({ ...line.priced.entry, event });
      return {
        ...claim,
        reference: id,
        lines: [
          {
            ...line,
            priced: { ...line.priced, entry },
            span: { from: instantOf(`2026-09-10T${from}:00.000Z`), to: instantOf(`2026-09-10T${to}:00.000Z`) },
          },
        ],
      };
    };
    const morning = at("A", "M1", "09:00", "10:00");
    expect(findRepeats(morning, linesToCompare(at("B", "M2", "10:00", "11:00")))).toEqual([]);
    expect(findRepeats(morning, linesToCompare(at("B", "M2", "09:59", "11:00"))).map((flag) => flag.flag)).toEqual(["at-the-same-time"]);
  });

  test("the same picture of a receipt looks alike even from another person, because a taxi can be shared", () => {
    const shared = other(
      claimWith({ person: "tomasz", costs: [fare("taxi", pounds(20), { receipt: { kind: "photo", fileHash: "photo-bus" } })] }),
    );
    expect(findRepeats(base, shared)).toMatchObject([{ flag: "looks-alike", why: "same-receipt" }]);
  });

  test("the same cost on the same day, or the same journey, looks alike for the same person only", () => {
    const same = claimWith({ costs: [fare("tram", pounds(8))] });
    expect(findRepeats(base, other(same))).toMatchObject([{ flag: "looks-alike", why: "same-cost" }]);
    expect(findRepeats(base, other({ ...same, person: "tomasz" }))).toEqual([]);
    const drive = (id: string) =>
      claimWith({
        costs: [
          assessExpense({
            expense: expenseWith(
              { kind: "own-vehicle", vehicle: "car", milesTenths: 100, from: "LS1", to: "LS9", passengers: [] },
              { id, receipt: { kind: "not-said" } },
            ),
            policy: policyWith(),
            milesTenthsBefore: 0,
          }),
        ],
      });
    expect(findRepeats(drive("a"), other(drive("b")))).toMatchObject([{ flag: "looks-alike", why: "same-journey" }]);
  });

  test("costs without a receipt are counted since a day, and mileage, access costs and costs with a receipt are not", () => {
    const lost = (on: string) => fare("tram", pounds(3), { date: day(on), receipt: { kind: "lost", reason: "It fell out" } });
    const claims = [claimWith({ costs: [lost("2026-03-01"), lost("2026-03-02"), fare("bus", pounds(2))] })];
    expect(costsWithoutReceipt(claims, day("2026-03-01"))).toBe(2);
    expect(costsWithoutReceipt(claims, day("2026-03-02"))).toBe(1);
    expect(costsWithoutReceipt(claims, day("2026-03-03"))).toBe(0);
  });

  test("lateness, a missing or odd budget code, an unanswered question and a split claim are each shown", () => {
    const { budgetCode: _code, ...noCode } = base;
    expect(
      flagNames(
        { ...noCode, sentOn: day("2026-12-12"), paidByEmployerForThisTime: "not-said" },
        { split: { limit: pounds(100), claims: 2, total: penceOf(10001) } },
      ),
    ).toEqual(["budget-code-missing", "late", "just-under-limit", "employer-not-said"]);
    expect(flagNames(base, { budgetCode: { pattern: "2 letters and 4 digits", fits: (code) => /^[A-Z]{2}\d{4}$/u.test(code) } })).toEqual([
      "budget-code-form",
    ]);
    expect(flagNames(base, { viewer: "amina" })).toEqual(["own-claim"]);
    expect(flagNames(base, { withoutReceipt: { costs: 2, from: day("2025-12-01") }, accountSharedBy: 1 })).toEqual([
      "without-receipt-before",
      "account-shared",
    ]);
    expect(flagNames(base, { withoutReceipt: { costs: 1, from: day("2025-12-01") }, accountSharedBy: 0 })).toEqual([]);
    expect(flagNames({ ...base, advances: [advance("a1", 900)] })).toEqual(["advance-left-over"]);
    const { choice: _choice, ...unchosen } = base;
    expect(flagNames(unchosen)).toEqual(["choice-missing"]);
  });

  test("what stops a claim comes first, then what a person decides, then notes", () => {
    const late = {
      ...base,
      sentOn: day("2026-12-12"),
      lines: [
        ...base.lines,
        { id: "e9", about: "expense" as const, assessed: fare("e9", pounds(2), { receipt: { kind: "lost", reason: "Blew away" } }) },
      ],
    };
    const flags = flagsOf({ claim: late, others: [], viewer: "amina", claimWithinDays: 92 });
    expect(flags.map(levelOf)).toEqual(["stops", "a-person-decides", "note"]);
  });
});
