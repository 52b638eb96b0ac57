// What finance is shown before it is late, so that nobody finds out from the person who waits.
import { afterAll, beforeAll, expect, test } from "vitest";
import { heldAndLate } from "#app/services/finance-lists.server.ts";
import { holdClaim } from "#app/services/finance.server.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { atNow, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
// Sent on Tuesday 3 November with ten working days: due on Tuesday 17 November.
const listed = async (day: string) => {
  const { late, soonLate } = await heldAndLate(opened.context(`${day}T09:00:00.000Z`), team.checker);
  return { late: late.length, soonLate: soonLate === "not-known" ? soonLate : soonLate.length };
};

beforeAll(async () => {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 2);
});
afterAll(() => opened.close());

test("a payment is late soon from two working days before its day, a weekend not counted, and late after it", async () => {
  expect(await listed("2026-11-12")).toEqual({ late: 0, soonLate: 0 });
  expect(await listed("2026-11-13")).toEqual({ late: 0, soonLate: 2 });
  expect(await listed("2026-11-17")).toEqual({ late: 0, soonLate: 2 });
  expect(await listed("2026-11-18")).toEqual({ late: 2, soonLate: 0 });
});

test("one that is on hold is late soon all the same", async () => {
  const context = opened.context(afterwards);
  const [claimId = ""] = team.claims;
  valueOf(await holdClaim(context, team.checker, await atNow(context, team.checker, claimId), "The ticket is to come"));
  expect(await listed("2026-11-16")).toEqual({ late: 0, soonLate: 2 });
});

test("where the bank holidays are not held any more, it is not known", async () => {
  expect((await listed("2031-03-03")).soonLate).toBe("not-known");
});
