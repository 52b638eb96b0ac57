// The order of the private benefit questions, and what a meeting's offer and a person's answers mean to the engine.
import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { calendarDateOf, nations } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  benefitsAskedIn,
  checkSteps,
  daysAskedAbout,
  nothingSaidYet,
  oneStepBack,
  payrollSaid,
  serviceUserAnswers,
  situationOf,
  stepAfter,
  type CheckAnswers,
  type CheckStep,
} from "#app/domain/benefits/check-answers.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { exampleOffer } from "#app/domain/benefits/example-offer.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import { engineOffer, plannedPaymentDay, type WhatIsOffered } from "#app/domain/benefits/meeting-offer.ts";
import type { FactId } from "#app/domain/benefits/reasons.ts";

const day = calendarDateOf;

function answers(change: Partial<CheckAnswers>): CheckAnswers {
  return { ...nothingSaidYet, ...change };
}

const onUc = answers({ said: { any: "yes", nation: "england" }, which: ["universal-credit"] });
const engine = (missing: readonly FactId[]) => () => ({ findings: [], overall: { missing } });
const unasked = engine([]);

describe("which question comes next", () => {
  test.each(["no", "not-sure", "prefer-not-to-say", undefined])("after %s to benefits there is nothing more to ask", (any) => {
    const said = answers({ said: any === undefined ? {} : { any }, visited: ["keep", "any"] });
    expect(stepAfter(said, "statutory", unasked)).toBe("result");
  });

  test("an organisation that has said what it is, is not asked about", () => {
    const visited: CheckStep[] = ["keep", "any", "nation", "which"];
    expect(stepAfter({ ...onUc, visited }, "not-recorded", unasked)).toBe("organisation");
    expect(stepAfter({ ...onUc, visited }, "research", unasked)).toBe("involvement");
  });

  test("rent is asked about only where there could be a work allowance", () => {
    const visited = checkSteps.slice(0, checkSteps.indexOf("uc-rent"));
    expect(stepAfter({ ...onUc, visited }, "statutory", unasked)).toBe("uc-rent");
    expect(stepAfter({ ...onUc, said: { ...onUc.said, "uc-allowance": "no" }, visited }, "statutory", unasked)).toBe("uc-dates");
  });

  test.each([
    ["uc-capped", "uc-cap"],
    ["uc-usual-award", "uc-award"],
    ["uc-waiting-for-assessment", "uc-assessment"],
  ] as const)("%s is asked about only when the engine needs it", (fact, step) => {
    const visited = checkSteps.slice(0, checkSteps.indexOf("uc-cap"));
    expect(stepAfter({ ...onUc, visited }, "statutory", unasked)).toBe("result");
    expect(stepAfter({ ...onUc, visited }, "statutory", engine([fact]))).toBe(step);
  });

  test("a benefit that no pay changes brings no further question", () => {
    const said = answers({ said: { any: "yes", nation: "wales" }, which: ["pip"], visited: ["keep", "any", "nation", "which"] });
    expect(stepAfter(said, "not-recorded", unasked)).toBe("result");
  });

  test("going back asks the last question again and keeps what was said", () => {
    const before = { ...onUc, visited: ["keep", "any", "nation"] as const };
    const back = oneStepBack(before);
    expect(back.said).toEqual(before.said);
    expect(stepAfter(back, "statutory", unasked)).toBe("nation");
  });

  test.each(nations)("%s is asked about the benefits it has, each once", (nation) => {
    const asked = benefitsAskedIn(nation);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.includes("carer-support-payment")).toBe(nation === "scotland");
    expect(asked.includes("carers-allowance")).toBe(nation !== "scotland");
    expect(asked.includes("rate-rebate")).toBe(nation === "northern-ireland");
  });
});

describe("what the answers mean", () => {
  test("somebody who gives views to a council about services they use takes part as a service user", () => {
    const said = answers({ said: { involvement: "yes", services: "yes" } });
    expect(serviceUserAnswers(said, "statutory", "england").isMet).toBe(true);
    expect(serviceUserAnswers(said, "not-recorded", "england").isMet).toBe(false);
    expect(
      serviceUserAnswers(answers({ said: { involvement: "yes", services: "yes", organisation: "research" } }), "not-recorded", "wales")
        .isMet,
    ).toBe(true);
  });

  test.each(["no", "not-sure", undefined])("the test is not met where the services question is %s", (services) => {
    const said = answers({ said: { involvement: "yes", ...(services === undefined ? {} : { services }) } });
    expect(serviceUserAnswers(said, "statutory", "england").isMet).toBe(false);
  });

  test("other pay is none only when it was asked and answered no everywhere", () => {
    const asked = { ...onUc, visited: ["carer", "other-pay"] as const };
    expect(situationOf({ ...asked, said: { ...onUc.said, carer: "no", "other-pay": "no" } }).otherEarnings).toEqual({ answer: "none" });
    expect(situationOf({ ...asked, said: { ...onUc.said, carer: "no" } }).otherEarnings).toEqual({ answer: "not-sure" });
    expect(situationOf({ ...asked, said: { ...onUc.said, carer: "no", "other-pay": "yes" } }).otherEarnings).toEqual({
      answer: "not-sure",
    });
    expect(situationOf(onUc).otherEarnings).toEqual({ answer: "not-sure" });
  });

  test("pay in a normal week and once more are both counted", () => {
    const said = { ...onUc.said, carer: "yes", "other-pay": "yes" };
    const pay = { carer: { pence: 50_00, minutes: 240 }, "other-pay": { pence: 20_00 } };
    expect(situationOf({ ...onUc, said, pay, visited: ["carer", "other-pay"] }).otherEarnings).toEqual({
      answer: "some",
      pay: [
        { id: "carer", pattern: "week", takeHomePence: 50_00, minutes: 240 },
        { id: "other-pay", pattern: "in-the-same-period", takeHomePence: 20_00 },
      ],
    });
  });

  test.each([
    ["no", "no", { answer: "not-sure" }],
    ["not-paid", "yes", { answer: "none" }],
    ["paid", "yes", { answer: "some", pay: [{ id: "uc-partner", pattern: "in-the-same-period", takeHomePence: 900_00 }] }],
    ["not-sure", "not-sure", { answer: "not-sure" }],
  ] as const)("a partner: %s", (partner, couple, partnerEarnings) => {
    const said = { ...onUc.said, "uc-partner": partner };
    const { circumstances } = situationOf({ ...onUc, said, pay: { "uc-partner": { pence: 900_00 } } });
    expect(circumstances["universal-credit"]).toMatchObject({ couple, partnerEarnings });
  });

  test("benefits named without a nation are not worked out by another nation's rules", () => {
    const situation = situationOf(answers({ said: { any: "yes" }, which: ["pip"] }));
    expect(situation).toMatchObject({ benefits: "not-sure", circumstances: {} });
  });

  test.each([
    ["not-sure", "not-sure"],
    ["prefer-not-to-say", "prefer-not-to-say"],
  ] as const)("a benefit ticked beside %s is still looked at", (tick, benefits) => {
    const situation = situationOf({ ...onUc, which: ["universal-credit", tick] });
    expect(situation.benefits).toBe(benefits);
    expect(situation.circumstances["universal-credit"]).toBeDefined();
  });

  test("other pay is asked about for every week and month the payment could fall in", () => {
    const days = { worked: day("2027-01-12"), paid: day("2027-01-26") };
    expect(daysAskedAbout({ ...onUc, periodDay: 5 }, days)).toEqual({ from: "2027-01-05", to: "2027-02-04" });
    expect(daysAskedAbout(onUc, days)).toEqual({ from: "2026-12-27", to: "2027-02-25" });
    expect(daysAskedAbout({ ...onUc, which: ["carers-allowance"] }, days)).toEqual({ from: "2027-01-06", to: "2027-02-01" });
    expect(daysAskedAbout(onUc, { worked: undefined, paid: undefined })).toBeUndefined();
    expect(daysAskedAbout({ ...onUc, which: ["pip"] }, days)).toBeUndefined();
  });
});

describe("the follow-up questions, asked of the engine itself", () => {
  const offered = exampleOffer({ pence: 150_00, on: "2026-06-10" });
  const assess = (given: CheckAnswers) => assessOffer(offered, situationOf(given));
  const upTo = (step: CheckStep) => checkSteps.slice(0, checkSteps.indexOf(step));
  const named = (which: readonly BenefitId[], said: CheckAnswers["said"] = {}, more: Partial<CheckAnswers> = {}) =>
    answers({ said: { any: "yes", nation: "england", services: "yes", "other-pay": "no", carer: "no", ...said }, which, ...more });
  const nextFrom = (given: CheckAnswers, step: CheckStep) => stepAfter({ ...given, visited: upTo(step) }, "statutory", assess);

  test("somebody with Housing Benefit is asked about their home, permitted work, and who is on the claim", () => {
    const given = named(["housing-benefit"]);
    expect(nextFrom(given, "hb-home")).toBe("hb-home");
    const atHome = named(["housing-benefit"], { "hb-home": "no" });
    expect(nextFrom(atHome, "hb-permitted")).toBe("hb-permitted");
    expect(nextFrom(named(["housing-benefit"], { "hb-home": "no", "hb-permitted": "no" }), "hb-group")).toBe("hb-group");
  });

  test("with Universal Credit as well, nothing more is asked about Housing Benefit, because no answer would help", () => {
    expect(nextFrom(named(["universal-credit", "housing-benefit"]), "hb-home")).not.toMatch(/^hb-/u);
  });

  test("the answers about Housing Benefit reach the engine, and a benefit left unticked is one they do not get", () => {
    const { circumstances } = situationOf(
      named(["housing-benefit"], { "hb-home": "no", "hb-permitted": "no", "hb-group": "lone-parent", "hb-week": "Monday" }),
    );
    expect(circumstances["housing-benefit"]).toEqual({
      guaranteeCredit: "no",
      onUniversalCredit: "no",
      temporaryOrSupportedHousing: "no",
      permittedWorkEsa: "no",
      disregard: "lone-parent",
      weekBegins: "Monday",
    });
    expect(situationOf(named(["housing-benefit", "pension-credit"], { "pc-part": "both" })).circumstances["housing-benefit"]).toMatchObject(
      {
        guaranteeCredit: "yes",
      },
    );
    const unsure = { ...named(["housing-benefit"]), which: ["housing-benefit", "not-sure"] as const };
    expect(situationOf(unsure).circumstances["housing-benefit"]).toMatchObject({
      guaranteeCredit: "not-sure",
      onUniversalCredit: "not-sure",
    });
  });

  test("the day a week begins is asked only where it could change the answer", () => {
    const weekly = { pay: { carer: { pence: 60_00, minutes: 240 } } };
    const over = named(["carers-allowance"], { carer: "yes" }, weekly);
    expect(nextFrom(over, "esa-week")).not.toBe("carer-week");
    const oneOff = named(
      ["carers-allowance"],
      { "other-pay": "yes" },
      {
        pay: { "other-pay": { pence: 100_00 } },
        otherPayDays: { worked: day("2026-06-08"), paid: day("2026-06-08") },
      },
    );
    expect(assess({ ...oneOff, visited: upTo("esa-week") }).findings[0]?.outcome).toBe("BREAKS_LIMIT_STOP");
    expect(nextFrom(oneOff, "esa-week")).toBe("carer-week");
  });

  test("pay for somebody to care is asked about only when the limit would be broken, and never makes it a yes", () => {
    const given = named(["carers-allowance"], { carer: "yes" }, { pay: { carer: { pence: 100_00 } } });
    expect(nextFrom(given, "carer-costs")).toBe("carer-costs");
    const paid = { ...given, said: { ...given.said, "carer-costs": "yes" }, pay: { ...given.pay, "carer-costs": { pence: 90_00 } } };
    expect(assess({ ...paid, visited: upTo("uc-cap") }).findings[0]?.outcome).toBe("UNKNOWN_ADVICE");
    expect(nextFrom(named(["carers-allowance"]), "carer-costs")).not.toBe("carer-costs");
  });

  test("a pension takes off what its benefit allows, and is asked about only where pay is above a limit", () => {
    const given = named(["carers-allowance"], { carer: "month" }, { pay: { carer: { pence: 300_00 } } });
    expect(nextFrom(given, "pension")).toBe("pension");
    const told = { ...given, said: { ...given.said, pension: "yes" }, pay: { ...given.pay, pension: { pence: 40_00 } } };
    expect(situationOf({ ...told, visited: upTo("esa-week") }).otherEarnings).toEqual({
      answer: "some",
      pay: [{ id: "carer", pattern: "month", takeHomePence: 300_00, pensionPence: 40_00 }],
    });
    expect(nextFrom(named(["carers-allowance"], { carer: "yes" }, { pay: { carer: { pence: 1_00 } } }), "pension")).not.toBe("pension");
  });

  test("a day of other pay makes one payment of it; without the day it could fall in any week", () => {
    const given = named(
      ["new-style-jsa"],
      { "other-pay": "yes" },
      {
        pay: { "other-pay": { pence: 30_00 } },
        visited: ["carer", "other-pay"],
      },
    );
    expect(situationOf(given).otherEarnings).toMatchObject({ pay: [{ pattern: "in-the-same-period" }] });
    expect(situationOf({ ...given, otherPayDays: { worked: day("2026-06-09") } }).otherEarnings).toMatchObject({
      pay: [{ pattern: "in-the-same-period" }],
    });
    expect(situationOf({ ...given, otherPayDays: { paid: day("2026-06-20") } }).otherEarnings).toMatchObject({
      pay: [{ pattern: "once", paidOn: "2026-06-20" }],
    });
  });

  test("a benefit from the second page takes the place of another benefit", () => {
    const given = named(["pip", "another-benefit"]);
    expect(nextFrom(given, "which-more")).toBe("which-more");
    expect(Object.keys(situationOf({ ...given, more: ["maternity-allowance"] }).circumstances)).toEqual(["pip", "maternity-allowance"]);
    expect(Object.keys(situationOf(given).circumstances)).toEqual(["pip", "another-benefit"]);
    expect(situationOf({ ...given, more: ["not-sure"] }).benefits).toBe("not-sure");
  });

  test("what would be taken home counts only where the person says it comes through payroll", () => {
    const said = (payroll: string) => named(["carers-allowance"], { payroll }, { pay: { payroll: { pence: 60_00 } } });
    expect(payrollSaid(said("yes"))).toEqual({ payroll: "yes", takeHomePence: 60_00 });
    expect(payrollSaid(said("no"))).toEqual({ payroll: "no" });
    expect(payrollSaid(named(["carers-allowance"]))).toBeUndefined();
  });

  test("a carer of somebody consulted, and the department for benefits, have their own way to the special rules", () => {
    const carer = answers({ said: { involvement: "yes", services: "no", "carer-of": "yes" } });
    expect(serviceUserAnswers(carer, "statutory", "england").isMet).toBe(true);
    const department = answers({
      said: { organisation: "benefits-department", involvement: "yes", services: "no", "benefits-topic": "yes" },
    });
    // Read only for Universal Credit in Northern Ireland and council tax reduction (benefits.md section 2.2).
    expect(serviceUserAnswers(department, "not-recorded", "england").isMet).toBe(false);
    expect(serviceUserAnswers(department, "not-recorded", "northern-ireland").isMet).toBe(true);
  });
});

describe("the day the money is planned for", () => {
  const holidays = bankHolidaysOf("england");
  test.each([
    [{ kind: "on-the-day" }, "2026-12-22"],
    [{ kind: "days", days: 10 }, "2027-01-01"],
    [{ kind: "working-days", days: 3 }, "2026-12-29"],
    [{ kind: "other", words: "when the grant comes" }, undefined],
  ] as const)("by the terms %j", (within, expected) => {
    // Friday 25 December is a holiday, and Boxing Day's is moved to Monday 28.
    expect(plannedPaymentDay(day("2026-12-22"), within, holidays)).toBe(expected);
  });

  test("beyond the bank holidays we know, no day is given", () => {
    expect(plannedPaymentDay(day("2040-03-01"), { kind: "working-days", days: 10 }, holidays)).toBeUndefined();
  });
});

describe("an offer of costs only", () => {
  const written: WhatIsOffered = {
    activities: [],
    cuts: [],
    total: penceOf(0),
    costsCovered: ["taxi", "food-drink"],
    paidBy: ["bank"],
  };
  const input = {
    written,
    nation: "england",
    payer: "Harbour Trust",
    meetingDay: day("2027-01-12"),
    serviceUser: { a: "yes", b: "yes", c1: "yes" },
  } as const;

  test("has no fee, and its costs stand on the meeting's day", () => {
    const offer = engineOffer({ ...input, isTestMet: true });
    expect(offer.payments).toEqual([]);
    expect(offer.expenses.map(({ kind }) => kind)).toContain("travel-to-venue");
    expect(offer.activities).toEqual([{ id: "day-1", on: "2027-01-12" }]);
    expect(offer.serviceUser).toEqual(input.serviceUser);
  });

  test("leaves the test open where it is not clearly met, because the costs are not known yet", () => {
    expect(engineOffer({ ...input, meetingDay: null, isTestMet: false })).toMatchObject({ serviceUser: {}, activities: [{ id: "day-1" }] });
  });
});
