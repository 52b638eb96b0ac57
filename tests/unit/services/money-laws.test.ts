// The laws of money over random courses of action, through the real services on a real database: no course pays a claim twice,
// pays one nobody authorised, or lets one person do two steps. Parallel actions are among them.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, sum } from "#app/domain/basics/money.ts";
import { netAdvances } from "#app/domain/payments/claim.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, holdClaim, markPaid, passClaim, resumeClaim, sendBackClaim } from "#app/services/finance.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { markReturned, markRunPaid } from "#app/services/run-paying.server.ts";
import { cancelRun, signRun, takeOut } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { payeeForFinance, recordAboutPayee } from "#app/services/payees.server.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";

const sequences = process.env["TEST_FULL"] === undefined ? 500 : 10_000;
/** Claims worked on one after another, so that every few courses begin at a fresh claim. */
const actionsInCourse = 6;

let opened: TestInstance;
let team: MoneyTeam;
const now = () => opened.context(afterwards);
const paymentDate = calendarDateOf("2026-11-06");

/** Courses in one database: looking at every law reads all of it, so a new one is begun before it grows slow. */
const coursesInOne = Math.min(500, sequences);

async function begin(): Promise<void> {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 6);
}
beforeAll(begin, 120_000);
afterAll(() => opened.close());

const deeds = [
  "pass",
  "authorise",
  "send-back",
  "hold",
  "resume",
  "pay",
  "make",
  "sign",
  "cancel",
  "out",
  "run-paid",
  "some-paid",
  "returned",
  "call",
] as const;
type Deed = {
  readonly deed: (typeof deeds)[number];
  readonly who: number;
  readonly claim: number;
  /** Sent at the same moment as the next one. */
  readonly together: boolean;
};
const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...deeds),
  who: fc.nat({ max: 2 }),
  claim: fc.nat({ max: 5 }),
  together: fc.boolean(),
});

/** From a claim that was sent to one that is paid, each step by somebody else. */
const allTheWay: readonly Pick<Deed, "deed" | "who">[] = [
  { deed: "pass", who: 0 },
  { deed: "authorise", who: 1 },
  { deed: "make", who: 0 },
  { deed: "sign", who: 2 },
  { deed: "run-paid", who: 2 },
];

async function act({ deed: what, who, claim }: Deed): Promise<void> {
  const officer: FinanceOfficer = [team.checker, team.authoriser, team.releaser][who] ?? team.checker;
  const claimId = team.claims[claim] ?? "";
  const context = now();
  const found = await claimForFinance(context, officer, claimId);
  if (!found.ok) throw new Error("a claim is gone");
  const at = { claimId, version: found.value.version };
  const runs = (await context.db.query.paymentRuns.findMany()).toSorted((one, other) => other.number - one.number);
  const run = runs[claim % Math.max(1, Math.min(3, runs.length))];
  const view = run === undefined ? null : await runForFinance(context, officer, run.id);
  const runAt = { runId: run?.id ?? "", version: view?.ok ? view.value.version : 0 };
  const lines = view?.ok ? view.value.lines : [];
  switch (what) {
    case "pass":
      await passClaim(context, officer, at, "PPI-204");
      return;
    case "authorise":
      await authoriseClaim(context, officer, at);
      return;
    case "send-back":
      await sendBackClaim(context, officer, at, "Look again");
      return;
    case "hold":
      await holdClaim(context, officer, at, "Wait");
      return;
    case "resume":
      await resumeClaim(context, officer, at);
      return;
    case "pay":
      await markPaid(context, officer, at, paymentDate);
      return;
    case "make":
      await makeRun(context, officer, { kind: "bank-file", paymentDate, claimIds: "all" });
      return;
    case "sign":
      await signRun(context, officer, runAt);
      return;
    case "cancel":
      await cancelRun(context, officer, runAt);
      return;
    case "out":
      await takeOut(context, officer, { ...runAt, lineId: lines.find(({ state }) => state === "in")?.lineId ?? "" }, "Wait");
      return;
    case "run-paid":
      await markRunPaid(context, officer, runAt, { paidOn: paymentDate, notPaid: [] });
      return;
    case "some-paid": {
      const open = lines.filter(({ state }) => state === "in").slice(0, 1);
      await markRunPaid(context, officer, runAt, {
        paidOn: paymentDate,
        notPaid: open.map(({ lineId }) => ({ lineId, reason: "returned" as const })),
      });
      return;
    }
    case "returned":
      await markReturned(context, officer, { ...runAt, lineId: lines.find(({ state }) => state === "paid")?.lineId ?? "" }, "returned");
      return;
    case "call": {
      const payee = await payeeForFinance(context, officer, found.value.personId);
      if (payee.ok && payee.value.payee !== null)
        await recordAboutPayee(
          context,
          officer,
          { personId: found.value.personId, account: payee.value.payee.account },
          { kind: "call-back", reached: "the number on file", heldBefore: true, confirmed: true, said: "It is mine" },
        );
    }
  }
}

async function lawsHold(): Promise<void> {
  const { db } = now();
  const claims = await db.query.claims.findMany();
  const steps = await db.query.claimSteps.findMany();
  const lines = await db.query.paymentRunLines.findMany();
  const runs = await db.query.paymentRuns.findMany();
  for (const claim of claims) {
    const live = lines.filter((line) => line.claimId === claim.id && (line.state === "in" || line.state === "paid"));
    expect(live.length, "a claim is in one live batch at most").toBeLessThanOrEqual(1);
    const rounds = new Set(steps.filter(({ claimId }) => claimId === claim.id).map(({ round }) => round));
    for (const round of rounds) {
      const signed = steps.filter((step) => step.claimId === claim.id && step.round === round).map(({ staffId }) => staffId);
      expect(new Set(signed).size, "nobody does two steps").toBe(signed.length);
    }
    if (claim.state !== "paid") continue;
    const mine = steps.filter((step) => step.claimId === claim.id && step.round === claim.round).map(({ step }) => step);
    expect([...mine].sort(), "a paid claim was checked, authorised and released").toEqual(["authorise", "check", "release"]);
    const audits = await db.query.audit.findMany({
      where: (table, { and, eq }) => and(eq(table.subjectId, claim.id), eq(table.subjectKind, "claim")),
    });
    const paid = audits.filter(({ action }) => action === "claim-paid").length;
    const back = audits.filter(({ action }) => action === "claim-returned").length;
    expect(paid - back, "a claim is paid once").toBe(1);
  }
  for (const run of runs)
    if (run.state !== "draft" && run.state !== "cancelled") expect(run.signedBy, "two people on every batch").not.toBe(run.builtBy);
}

test(
  `for any ${sequences} courses of action, alone and at once, no claim is paid twice, unauthorised, or by one person twice`,
  async () => {
    let done = 0;
    let paid = 0;
    for (let begun = 0; begun < sequences; begun += coursesInOne) {
      if (begun > 0) {
        opened.close();
        await begin();
      }
      await oneDatabase();
    }
    expect(done).toBe(sequences);
    expect(paid, "the courses got as far as paying").toBeGreaterThan(0);

    async function oneDatabase(): Promise<void> {
      // The whole way once, so that what it takes to be paid can be done here and is also undone and repeated by the courses.
      for (const one of allTheWay) await act({ ...one, claim: 0, together: false });
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: actionsInCourse }), async (course) => {
          for (let index = 0; index < course.length; index += 1) {
            const one = course[index]!;
            const next = one.together ? course[index + 1] : undefined;
            if (next === undefined) await act(one);
            else {
              await Promise.all([act(one), act(next)]);
              index += 1;
            }
          }
          done += 1;
          if (done % 10 === 0) await lawsHold();
        }),
        { numRuns: coursesInOne, endOnFailure: true },
      );
      await lawsHold();
      paid += (await now().db.query.audit.findMany()).filter(({ action }) => action === "claim-paid").length;
    }
  },
  sequences * 1_000,
);

test("for any advances and costs, nothing goes below zero, and what is left is left for a person to decide", () => {
  const kinds = ["taxi", "public-transport", "other"] as const;
  const costs = fc.array(fc.record({ kind: fc.constantFrom(...kinds), amount: fc.nat({ max: 20_000 }) }), { maxLength: 8 });
  const advances = fc.array(fc.record({ covers: fc.constantFrom("any-cost" as const, ...kinds), amount: fc.nat({ max: 20_000 }) }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(costs, advances, (spent, given) => {
      const netted = netAdvances({
        costs: spent.map((cost, index) => ({ id: `c${index}`, group: "costs", kind: cost.kind, amount: penceOf(cost.amount) })),
        advances: given.map((one, index) => ({ id: `a${index}`, covers: one.covers, amount: penceOf(one.amount), paidOn: paymentDate })),
      });
      for (const [index, cost] of spent.entries()) {
        const taken = sum(netted.taken.filter((one) => one.cost.id === `c${index}`).map(({ amount }) => amount));
        expect(taken).toBeLessThanOrEqual(cost.amount);
      }
      const handled = sum([...netted.taken, ...netted.left].map(({ amount }) => amount));
      expect(handled).toBe(given.reduce((total, { amount }) => total + amount, 0));
    }),
    { numRuns: 2_000 },
  );
});
