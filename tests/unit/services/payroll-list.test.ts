// The year-end list for payroll, from recorded decisions and paid claims.
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Administrator } from "#app/domain/people/actors.ts";
import { markPaid } from "#app/services/finance.server.ts";
import { payrollListFor, payrollSheet } from "#app/services/payroll-list.server.ts";
import { recordTaxDecision } from "#app/services/tax-decisions.server.ts";
import { claims } from "#db/schema.ts";
import { administratorIn } from "#tests/support/administrators.ts";
import { afterwards, financePerson } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { agree, atNow, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";

let opened: TestInstance;
let team: MoneyTeam;
let ines: Administrator;
const later = () => opened.context("2026-11-20T09:00:00.000Z");

beforeAll(async () => {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 3);
  await agree(opened.context(afterwards), team);
  ines = await administratorIn(later(), team.organisationId);
  // One is paid before the decision, one after it.
  await pay(0, "2026-11-05");
  await decide("2026-11-10T09:00:00.000Z", "payroll-for-tax-only", "payroll");
  await pay(1, "2026-11-12");
});
afterAll(() => opened.close());

async function pay(which: number, on: string): Promise<void> {
  const paid = await markPaid(later(), team.releaser, await atNow(later(), team.releaser, team.claims[which] ?? ""), calendarDateOf(on));
  if (!paid.ok) throw new Error(JSON.stringify(paid.refusal));
}

async function decide(at: string, decision: "payroll-for-tax-only" | "payment-without-employment", route: "payroll" | "accounts-payable") {
  const wanted = { role: "co-producer-hour", decision, route, facts: {}, reviewOn: calendarDateOf("2027-11-10") };
  const recorded = await recordTaxDecision(opened.context(at), ines, { ...wanted, decidedBy: "Ines Costa", secondBy: "Tom Price" });
  if (!recorded.ok) throw new Error(recorded.refusal);
}

test("who was paid before any decision is not known, and who was paid under one is on the list with day and amounts", async () => {
  const list = await payrollListFor(later(), team.releaser, 2026, 1);
  expect(list.payroll.map(({ name, payments }) => [name, payments[0]?.paidOn, payments[0]?.forTime, payments[0]?.forCosts])).toEqual([
    ["Siân O'Neill-Brown", "2026-11-12", 7_500, 280],
  ]);
  expect(list.unknown.map(({ name, payments }) => [name, payments[0]?.answer])).toEqual([
    ["Mia Bell", { answer: "not-known", because: "no-decision" }],
  ]);
  expect(list).toMatchObject({ people: 2, others: 0 });
});

test("a later decision changes nothing that was paid before it", async () => {
  await decide("2026-11-15T09:00:00.000Z", "payment-without-employment", "accounts-payable");
  await pay(2, "2026-11-18");
  const list = await payrollListFor(later(), team.releaser, 2026, 1);
  expect(list.payroll.map(({ name }) => name)).toEqual(["Siân O'Neill-Brown"]);
  expect(list.others).toBe(1);
});

test("the file names who is not known as not known, and holds no bank number; making it is on record", async () => {
  const sheet = await payrollSheet(later(), team.releaser, 2026);
  const rows = sheet.trim().split("\r\n");
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain("Siân O'Neill-Brown");
  expect(rows[1]).toContain("75.00");
  expect(rows[2]).toContain("Not known, ask");
  expect(sheet).not.toMatch(/66374958|63748472|089999|202959/u);
  const entries = await later().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "payroll-list-made") });
  expect(entries.map(({ details }) => details)).toEqual([{ year: 2026, payments: 1, notKnown: 1 }]);
});

test("the list opens no claim: what it needs of each is kept beside it, and without that the answer is the same", async () => {
  const opens: string[] = [];
  const context = later();
  const vault = {
    ...context.vault,
    unseal: (...given: Parameters<typeof context.vault.unseal>) => {
      if (given[1].table === "claims") opens.push(given[1].row);
      return context.vault.unseal(...given);
    },
  };
  const watched = { ...context, vault };
  const list = await payrollListFor(watched, team.releaser, 2026, 1);
  expect(opens).toEqual([]);
  // The file says when the work was done: that is opened for those on it, and for nobody else.
  await payrollSheet(watched, team.releaser, 2026);
  expect(new Set(opens)).toEqual(new Set([team.claims[0], team.claims[1]]));
  opens.length = 0;
  await later().change(async (tx) => tx.update(claims).set({ timeRoles: null }));
  expect(await payrollListFor(watched, team.releaser, 2026, 1)).toEqual(list);
  // Sent before it was kept: opened, but not where nothing was decided by the day it was paid.
  expect(new Set(opens)).toEqual(new Set([team.claims[1], team.claims[2]]));
});

test("another year and another organisation have none of it", async () => {
  expect(await payrollListFor(later(), team.releaser, 2025, 1)).toMatchObject({ payroll: [], unknown: [], people: 0 });
  const elsewhere = await makeOrganisation(later());
  const stranger = await financePerson(later(), elsewhere.organisationId, "Nia Rees", ["finance-authorise"]);
  expect(await payrollListFor(later(), stranger, 2026, 1)).toMatchObject({ payroll: [], unknown: [], people: 0 });
});
