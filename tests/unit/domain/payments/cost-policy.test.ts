import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { costPolicyInForce, expensePolicyOf, lastDayToClaim, mealScales, type CostPolicy } from "#app/domain/payments/cost-policy.ts";

const source = { title: "Decision of the board", checkedOn: calendarDateOf("2026-11-01") };
const policy: CostPolicy = {
  validFrom: calendarDateOf("2026-04-01"),
  withoutReceiptUpTo: penceOf(1000),
  claimWithinDays: 92,
  ceilings: {},
  meals: "none",
  mileage: "hmrc-approved",
};
const of = { covered: ["own-vehicle"], on: calendarDateOf("2026-11-23"), ownName: "Example Trust mileage", source } as const;

describe("rules for costs", () => {
  test("the rules that started last before a cost are the ones it is judged by", () => {
    const later = { ...policy, validFrom: calendarDateOf("2026-11-23"), claimWithinDays: 30 };
    expect(costPolicyInForce([later, policy], calendarDateOf("2026-11-22"))).toBe(policy);
    expect(costPolicyInForce([later, policy], calendarDateOf("2026-11-23"))).toBe(later);
    expect(costPolicyInForce([later, policy], calendarDateOf("2026-03-31"))).toBeUndefined();
  });

  test("a rate per mile of the organisation's own is called by its own name and starts on its own day", () => {
    const own: CostPolicy = {
      ...policy,
      mileage: { rates: { car: { first: { pence: penceOf(40), per: "mile" } } }, yearBegins: "04-06" },
    };
    const [scheme] = expensePolicyOf(own, of).mileage;
    expect(scheme).toMatchObject({ name: "Example Trust mileage", validFrom: "2026-04-01", yearBegins: "04-06", source });
    expect(scheme?.passenger).toBeUndefined();
  });

  test("HMRC's figures are those of the day of travel", () => {
    const [scheme] = expensePolicyOf(policy, of).mileage;
    expect(scheme?.rates.car?.first.pence).toBe(55);
    expect(expensePolicyOf(policy, { ...of, on: calendarDateOf("2026-04-05") }).mileage[0]?.rates.car?.first.pence).toBe(45);
  });

  test("outside the days whose figures are held no miles are priced", () => {
    expect(expensePolicyOf(policy, { ...of, on: calendarDateOf("2099-01-01") }).mileage).toEqual([]);
  });

  test("a meal scale is used only where one was chosen", () => {
    expect(expensePolicyOf(policy, of).meals).toBeUndefined();
    for (const meals of mealScales.filter((one) => one !== "none")) {
      expect(expensePolicyOf({ ...policy, meals }, of).meals?.steps.length).toBeGreaterThan(0);
    }
  });

  test("the last day to claim is so many days after the meeting", () => {
    expect(lastDayToClaim(policy, calendarDateOf("2026-03-02"))).toBe("2026-06-02");
  });
});
