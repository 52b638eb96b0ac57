// Which payments go on the list for payroll: by the decision in force on the day of payment, and never by a guess.
import { expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { payrollAnswerFor, type DecisionOnRecord } from "#app/domain/payments/payroll-list.ts";

const decision = (recordedOn: string, change: Partial<DecisionOnRecord> = {}): DecisionOnRecord => ({
  role: "hour",
  decision: "payroll-for-tax-only",
  route: "payroll",
  recordedOn: calendarDateOf(recordedOn),
  ...change,
});
const another = { decision: "payment-without-employment", route: "accounts-payable" } as const;
const on = (decisions: readonly DecisionOnRecord[], day: string, roles: readonly string[] = ["hour"]) => {
  const found = payrollAnswerFor(decisions, roles, calendarDateOf(day));
  return found.answer === "not-known" ? found.because : found.answer;
};

test("the decision recorded by the day of payment decides, on that day itself too, and a later one changes nothing before it", () => {
  const decisions = [decision("2026-06-01"), decision("2026-09-01", another)];
  expect(on(decisions, "2026-05-31")).toBe("no-decision");
  expect(on(decisions, "2026-06-01")).toBe("payroll");
  expect(on(decisions, "2026-08-31")).toBe("payroll");
  expect(on(decisions, "2026-09-01")).toBe("another-way");
});

test("a role nobody decided about is not known, and neither is a payment for two roles decided differently", () => {
  const decisions = [decision("2026-06-01"), decision("2026-06-01", { ...another, role: "chair" })];
  expect(on(decisions, "2026-07-01", ["reader"])).toBe("no-decision");
  expect(on(decisions, "2026-07-01", ["hour", "reader"])).toBe("no-decision");
  expect(on(decisions, "2026-07-01", ["hour", "chair"])).toBe("decisions-differ");
});

test("a decision of payroll that names another route is not known, and neither is nothing at all", () => {
  expect(on([decision("2026-06-01", { route: "accounts-payable" })], "2026-07-01")).toBe("decision-and-route-differ");
  expect(on([], "2026-07-01", [])).toBe("no-decision");
});
