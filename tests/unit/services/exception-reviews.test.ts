// A small team: what one person both checked and released is named, and somebody outside finance looks at it.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import {
  countToReview,
  exceptionsOf,
  exceptionsToReview,
  recordExceptionReview,
  recordOutsideReview,
} from "#app/services/exception-reviews.server.ts";
import { markPaid } from "#app/services/finance.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { scheduleOf } from "#app/services/run-papers.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { staff } from "#db/schema.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
const now = () => opened.context(afterwards);
const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06") } as const;
const view = async (runId: string) => valueOf(await runForFinance(now(), team.checker, runId));
const said = { reviewer: "Ines Sá, trustee", on: calendarDateOf("2026-11-03"), found: "Both were for the meeting of October." };

async function signedBy(who: "checker" | "releaser", claimId: string): Promise<string> {
  const { runId } = valueOf(await makeRun(now(), team.authoriser, { ...wanted, claimIds: [claimId] }));
  valueOf(await signRun(now(), team[who], { runId, version: (await view(runId)).version }));
  return runId;
}

beforeAll(async () => {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 2);
  await agree(now(), team);
});
afterAll(() => opened.close());

test("a batch that a third person signed has nothing to review", async () => {
  const runId = await signedBy("releaser", team.claims[0]!);
  expect((await view(runId)).exceptions).toEqual({ claims: 0, isReviewed: false });
  expect(await recordExceptionReview(now(), team.checker, runId, said)).toEqual({ ok: false, refusal: "no-exceptions" });
});

test("a batch its checker signed, in a team of two, is looked at once by somebody who signed nothing in it, on a day gone by", async () => {
  await now().change(async (tx) => {
    await tx
      .update(staff)
      .set({ roles: ["coordinator"] })
      .where(eq(staff.id, team.releaser.staffId));
  });
  const runId = await signedBy("checker", team.claims[1]!);
  expect((await view(runId)).exceptions).toEqual({ claims: 1, isReviewed: false });
  const record = async (change: Partial<typeof said>) => recordExceptionReview(now(), team.checker, runId, { ...said, ...change });
  expect(await record({ reviewer: " cara IQBAL " })).toEqual({ ok: false, refusal: "one-of-the-signers" });
  expect(await record({ on: calendarDateOf("2026-11-04") })).toEqual({ ok: false, refusal: "in-the-future" });
  valueOf(await record({}));
  expect(await record({})).toEqual({ ok: false, refusal: "reviewed-already" });
  expect((await view(runId)).exceptions).toEqual({ claims: 1, isReviewed: true });
  expect(valueOf(await exceptionsOf(now(), team.authoriser, runId)).review).toEqual({ ...said, recordedBy: "Ben Ali" });
  const schedule = JSON.stringify(valueOf(await scheduleOf(now(), team.authoriser, runId)));
  expect(schedule).toContain("was released by the person who checked it");
  expect(schedule).toContain("Ines Sá, trustee looked at these on");
});

test("a claim its checker paid by hand, outside a batch, waits to be looked at from outside finance, once", async () => {
  const small = await moneyTeam((at) => opened.context(at), 3);
  await agree(now(), small);
  const [byThird, byChecker, inBatch] = small.claims;
  const paidOn = calendarDateOf("2026-11-03");
  const pay = async (who: "checker" | "releaser", claimId: string) =>
    valueOf(await markPaid(now(), small[who], await atNow(now(), small[who], claimId), paidOn));
  await pay("releaser", byThird!);
  expect(await exceptionsToReview(now(), small.checker)).toEqual({ waiting: [], reviewed: [], batches: [] });
  await now().change(async (tx) => {
    await tx
      .update(staff)
      .set({ roles: ["coordinator"] })
      .where(eq(staff.id, small.releaser.staffId));
  });
  await pay("checker", byChecker!);
  const { runId, number } = valueOf(await makeRun(now(), small.authoriser, { ...wanted, claimIds: [inBatch!] }));
  const { version } = valueOf(await runForFinance(now(), small.checker, runId));
  valueOf(await signRun(now(), small.checker, { runId, version }));
  const toReview = await exceptionsToReview(now(), small.checker);
  expect(toReview).toMatchObject({
    waiting: [{ claimId: byChecker, amount: 7_780, paidOn, releasedBy: "Ben Ali", review: null }],
    reviewed: [],
    batches: [{ runId, number }],
  });
  expect(await countToReview(now(), small.checker)).toBe(2);
  const record = async (claims: readonly string[], change: Partial<typeof said> = {}) =>
    recordOutsideReview(now(), small.checker, claims, { ...said, ...change });
  expect(await record([])).toEqual({ ok: false, refusal: "nothing-chosen" });
  expect(await record([byChecker!, byThird!])).toEqual({ ok: false, refusal: "not-found" });
  expect(await record([inBatch!])).toEqual({ ok: false, refusal: "not-found" });
  expect(await record([byChecker!], { reviewer: "cara iqbal" })).toEqual({ ok: false, refusal: "one-of-the-signers" });
  expect(await record([byChecker!], { on: calendarDateOf("2026-11-04") })).toEqual({ ok: false, refusal: "in-the-future" });
  expect(await recordOutsideReview(now(), team.checker, [byChecker!], said)).toEqual({ ok: false, refusal: "not-found" });
  expect(valueOf(await record([byChecker!, byChecker!]))).toEqual({ claims: 1 });
  expect(await record([byChecker!])).toEqual({ ok: false, refusal: "reviewed-already" });
  expect(await exceptionsToReview(now(), small.authoriser)).toMatchObject({
    waiting: [],
    reviewed: [{ claimId: byChecker, review: { ...said, recordedBy: "Ben Ali" } }],
  });
  expect(await countToReview(now(), small.checker)).toBe(1);
});

test("another organisation finds neither the batch nor what was said of it", async () => {
  const elsewhere = await moneyTeam((at) => opened.context(at), 1);
  await agree(now(), elsewhere);
  const made = valueOf(await makeRun(now(), elsewhere.authoriser, { ...wanted, claimIds: "all" }));
  expect(await exceptionsOf(now(), team.checker, made.runId)).toEqual({ ok: false, refusal: "not-found" });
  expect(await recordExceptionReview(now(), team.checker, made.runId, said)).toEqual({ ok: false, refusal: "not-found" });
});
