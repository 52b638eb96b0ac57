import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  assessExpense,
  expenseKinds,
  expenseRules,
  hoursAtRate,
  latenessOf,
  totalsByKind,
  type ExpenseDetails,
} from "#app/domain/payments/expenses.ts";
import { hmrcBenchmarkMeals, mealCeilingFor, scottishMeals } from "#app/domain/payments/meals.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { day, expenseWith, fare, hourly, mile, policyWith, pounds } from "./builders.ts";

const bus: ExpenseDetails = { kind: "public-transport" };

describe("receipts", () => {
  const lost = (amount: number, reason = "The machine kept it") =>
    assessExpense({ expense: expenseWith(bus, { spent: penceOf(amount), receipt: { kind: "lost", reason } }), policy: policyWith() });

  test.each([
    [999, "paid-without-receipt", 999],
    [1000, "paid-without-receipt", 1000],
    [1001, "no-receipt", 0],
  ])("a lost receipt for %i pence is %s", (amount, finding, payable) => {
    const assessed = lost(amount);
    expect([assessed.findings[0]?.finding, assessed.payable, assessed.payable + assessed.toDecide]).toEqual([finding, payable, amount]);
  });

  test("a lost receipt without a reason waits for a person, however small", () => {
    expect(lost(100, " ")).toMatchObject({ payable: 0, toDecide: 100, needsAPerson: true });
  });

  test("a receipt coming by post, miles and home costs do not wait", () => {
    const post = assessExpense({ expense: expenseWith(bus, { spent: pounds(50), receipt: { kind: "will-post" } }), policy: policyWith() });
    expect([post.payable, post.findings]).toEqual([5000, [{ finding: "receipt-to-come" }]]);
    const data = assessExpense({
      expense: expenseWith({ kind: "phone-data" }, { spent: pounds(50), receipt: { kind: "not-said" } }),
      policy: policyWith(),
    });
    expect(data).toMatchObject({ payable: 5000, findings: [] });
  });
});

describe("what policy covers", () => {
  test("a kind of cost nobody offered waits for a person and is not refused", () => {
    const assessed = assessExpense({
      expense: expenseWith({ kind: "other" }, { spent: pounds(5) }),
      policy: policyWith({ covered: ["taxi"] }),
    });
    expect(assessed).toMatchObject({ payable: 0, toDecide: 500, needsAPerson: true });
  });

  test("a taxi needed for access does not have to be agreed first", () => {
    const taxi = (why: "access" | "not-said") =>
      assessExpense({ expense: expenseWith({ kind: "taxi", why }, { spent: pounds(12), agreedFirst: "no" }), policy: policyWith() })
        .findings;
    expect(taxi("access")).toEqual([]);
    expect(taxi("not-said")).toEqual([{ finding: "not-agreed-first" }]);
  });

  test("what the organisation or an employer already paid is shown and not paid again", () => {
    for (const part of [{ paidByOrganisation: true }, { paidByEmployer: true }]) {
      expect(assessExpense({ expense: expenseWith(bus, { spent: pounds(8), ...part }), policy: policyWith() })).toMatchObject({
        claimed: 800,
        payable: 0,
        toDecide: 0,
        notDue: 800,
      });
    }
  });

  test("a penny over a ceiling waits for a person, and the rest is paid", () => {
    const policy = policyWith({ ceilings: { other: pounds(20) } });
    const spent = (amount: number) => assessExpense({ expense: expenseWith({ kind: "other" }, { spent: penceOf(amount) }), policy });
    expect(spent(2000)).toMatchObject({ payable: 2000, toDecide: 0, needsAPerson: false });
    expect(spent(2001)).toMatchObject({ payable: 2000, toDecide: 1, needsAPerson: true });
  });

  test("a night in London has its own ceiling for each night", () => {
    const policy = policyWith({ nightly: { london: pounds(100), elsewhere: pounds(75) } });
    const stay = (place: "london" | "elsewhere") =>
      assessExpense({ expense: expenseWith({ kind: "overnight-stay", nights: 2, place }, { spent: pounds(190) }), policy });
    expect(stay("london").payable).toBe(19000);
    expect(stay("elsewhere")).toMatchObject({ payable: 15000, toDecide: 4000 });
  });

  test("care already in a care package waits for a person, and an unanswered question is only noted", () => {
    const care = (alreadyInCarePackage: "yes" | "not-said") =>
      assessExpense({ expense: expenseWith({ kind: "care", alreadyInCarePackage }, { spent: pounds(49) }), policy: policyWith() });
    expect(care("yes")).toMatchObject({ payable: 0, toDecide: 4900 });
    expect(care("not-said")).toMatchObject({ payable: 4900, findings: [{ finding: "care-package-not-said" }] });
  });

  test("a cost without an amount is asked about, not paid as nothing", () => {
    expect(assessExpense({ expense: expenseWith(bus), policy: policyWith() })).toMatchObject({
      needsAPerson: true,
      findings: [{ finding: "amount-missing" }],
    });
  });

  test("an assistant's and an interpreter's cost belong to the access budget, and nothing else does", () => {
    expect(expenseKinds.filter((kind) => expenseRules[kind].purse === "access")).toEqual(["assistant", "communication-support"]);
  });

  test("hours at a rate are rounded once, half a penny up", () => {
    expect(hoursAtRate({ minutes: 35, hourly: hourly(1650) })).toBe(963);
  });
});

describe("miles as a cost", () => {
  const journey = (part: Partial<Parameters<typeof assessExpense>[0]> = {}) =>
    assessExpense({
      expense: expenseWith({ kind: "own-vehicle", vehicle: "car", milesTenths: 240, passengers: [] }),
      policy: policyWith(),
      milesTenthsBefore: 0,
      milesTenthsBeforeInTaxYear: 0,
      ...part,
    });

  test("at the approved rate there is nothing to flag", () => {
    expect(journey()).toMatchObject({ claimed: 1080, payable: 1080, findings: [] });
  });

  test("miles that could not be priced wait for a person, and a comparison nobody could make is said", () => {
    const { milesTenthsBefore: _before, ...unknown } = { milesTenthsBefore: 0, policy: policyWith(), expense: journey().expense };
    expect(assessExpense(unknown)).toMatchObject({
      needsAPerson: true,
      findings: [{ finding: "mileage-not-priced", why: "miles-before-not-known" }],
    });
    expect(journey({ policy: policyWith({ mileage: [] }) }).findings).toEqual([{ finding: "mileage-not-priced", why: "no-scheme-yet" }]);
    const flat = [{ ...policyWith().mileage[0]!, rates: { car: { first: mile(40) } } }];
    const assessed = assessExpense({ expense: journey().expense, policy: policyWith({ mileage: flat }) });
    expect(assessed).toMatchObject({ payable: 960, findings: [{ finding: "approved-mileage-not-known" }] });
  });
});

describe("meals", () => {
  test.each([
    [299, false, null],
    [300, false, 500],
    [300, true, 1500],
    [599, false, 500],
    [600, false, 1000],
    [900, false, 1000],
    [899, true, 2000],
    [900, true, 2500],
  ])("%i minutes away, past 8pm %s, has the HMRC ceiling %s", (minutes, past8pm, ceiling) => {
    const found = mealCeilingFor(hmrcBenchmarkMeals, { minutes, past8pm });
    expect(found.ok ? found.value.ceiling : null).toBe(ceiling);
  });

  test("the Scottish scale begins after five hours, not at five hours", () => {
    expect(refusalOf(mealCeilingFor(scottishMeals, { minutes: 300, past8pm: false }))).toBe("under-shortest-step");
    expect(valueOf(mealCeilingFor(scottishMeals, { minutes: 301, past8pm: false })).ceiling).toBe(490);
    expect(valueOf(mealCeilingFor(scottishMeals, { minutes: 601, past8pm: true })).ceiling).toBe(1070);
  });

  test("food with no time away given, or too short a time, waits for a person where there is a scale", () => {
    const policy = policyWith({ meals: hmrcBenchmarkMeals });
    const food = (details: ExpenseDetails) => assessExpense({ expense: expenseWith(details, { spent: pounds(4) }), policy });
    expect(food({ kind: "food-drink" })).toMatchObject({ toDecide: 400, findings: [{ finding: "time-away-not-given" }] });
    expect(food({ kind: "food-drink", away: { minutes: 60, past8pm: false } })).toMatchObject({
      toDecide: 400,
      findings: [{ finding: "away-too-short-for-the-scale" }],
    });
    expect(food({ kind: "food-drink", away: { minutes: 300, past8pm: false } })).toMatchObject({ payable: 400, toDecide: 0 });
  });
});

describe("lateness", () => {
  test.each([
    ["2026-06-01", 0],
    ["2026-06-02", 0],
    ["2026-06-03", 1],
  ])("a claim for 2 March sent on %s is %i days late", (sentOn, daysLate) => {
    expect(latenessOf({ activityDate: day("2026-03-02"), sentOn: day(sentOn), claimWithinDays: 92 })).toEqual({
      lastDay: "2026-06-02",
      daysLate,
    });
  });
});

describe("laws of costs", () => {
  test("for any cost, what is claimed is what is paid, what waits and what is not due, added up", () => {
    const details = fc.oneof(
      fc.constantFrom<ExpenseDetails>(
        { kind: "public-transport" },
        { kind: "other" },
        { kind: "food-drink" },
        { kind: "care", alreadyInCarePackage: "yes" },
        { kind: "phone-data" },
      ),
      fc.record({
        kind: fc.constant("overnight-stay" as const),
        nights: fc.integer({ min: 1, max: 3 }),
        place: fc.constantFrom("london" as const, "elsewhere" as const),
      }),
    );
    const receipt = fc.constantFrom(
      { kind: "photo", fileHash: "x" } as const,
      { kind: "lost", reason: "gone" } as const,
      { kind: "lost", reason: "" } as const,
      { kind: "not-said" } as const,
    );
    fc.assert(
      fc.property(details, receipt, fc.integer({ min: 0, max: 40_000 }), fc.boolean(), (what, shown, spent, paid) => {
        const policy = policyWith({
          ceilings: { other: pounds(30) },
          nightly: { london: pounds(100), elsewhere: pounds(75) },
          meals: hmrcBenchmarkMeals,
        });
        const one = assessExpense({
          expense: expenseWith(what, { spent: penceOf(spent), receipt: shown, paidByOrganisation: paid }),
          policy,
        });
        expect(one.payable + one.toDecide + one.notDue).toBe(one.claimed);
        expect(Math.min(one.payable, one.toDecide, one.notDue)).toBeGreaterThanOrEqual(0);
        if (one.toDecide > 0) expect(one.needsAPerson).toBe(true);
      }),
    );
  });

  test("totals for each kind add up to the costs", () => {
    const costs = [
      fare("a", pounds(3)),
      fare("b", pounds(4)),
      assessExpense({ expense: expenseWith({ kind: "other" }, { spent: pounds(5) }), policy: policyWith() }),
    ];
    expect(totalsByKind(costs)).toEqual([
      { kind: "public-transport", claimed: 700, payable: 700 },
      { kind: "other", claimed: 500, payable: 500 },
    ]);
  });
});
