// A claim paid from several budgets, all the way into a batch: each budget has its own row in the ledger, and they add up.
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, sum } from "#app/domain/basics/money.ts";
import { splitBudget } from "#app/services/finance.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow, moneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());

test("each budget of a claim has its part in the batch and its own row in the ledger file", async () => {
  const team = await moneyTeam((at) => opened.context(at), 2);
  const [claimId = ""] = team.claims;
  valueOf(
    await splitBudget(now(), team.checker, await atNow(now(), team.checker, claimId), {
      budgetCode: "PPI-204",
      split: { by: "amount", parts: [{ code: "TRAVEL-1", amount: penceOf(1_001) }] },
    }),
  );
  await agree(now(), team);
  const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06"), claimIds: "all" } as const;
  const { runId } = valueOf(await makeRun(now(), team.checker, wanted));
  const at = async () => ({ runId, version: valueOf(await runForFinance(now(), team.releaser, runId)).version });
  const { byBudgetCode, total } = valueOf(await runForFinance(now(), team.releaser, runId));
  expect(byBudgetCode.map(({ code, count }) => [code, count])).toEqual([
    ["PPI-204", 2],
    ["TRAVEL-1", 1],
  ]);
  expect(byBudgetCode.find(({ code }) => code === "TRAVEL-1")?.total).toBe(1_001);
  expect(sum(byBudgetCode.map((one) => one.total))).toBe(total);
  valueOf(await signRun(now(), team.releaser, await at()));
  const { number } = valueOf(await exportRun(now(), team.checker, await at(), "ledger"));
  const { text } = valueOf(await downloadExport(now(), team.checker, { runId, number }));
  const rows = text.trim().split("\r\n");
  expect(rows).toHaveLength(1 + 3);
  expect(rows.filter((row) => row.includes("TRAVEL-1") && row.includes("10.01"))).toHaveLength(1);
});
