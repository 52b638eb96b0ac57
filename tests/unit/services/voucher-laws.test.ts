// The laws of vouchers over random courses of action, through the real services: no course gives one voucher twice, gives one for a
// claim that was not agreed or whose person chose another way, or lets whoever keeps it or authorised the claim give it; and the log
// always adds up. Parallel actions are among them.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, sum } from "#app/domain/basics/money.ts";
import { mayGoOn, voucherStates, voucherTotals } from "#app/domain/payments/vouchers.ts";
import { holdClaim, resumeClaim } from "#app/services/finance.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { confirmMyVouchers, giveVouchers, recordReceipt } from "#app/services/voucher-giving.server.ts";
import { buyVouchers, closeVoucher, totalsOf } from "#app/services/vouchers.server.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow } from "#tests/support/payment-runs.ts";
import { someVouchers, voucherTeam, type VoucherTeam } from "#tests/support/vouchers.ts";

const courses = process.env["TEST_FULL"] === undefined ? 300 : 10_000;
/** Courses in one database: looking at every law reads all of it, so a new one is begun before it grows slow. */
const coursesInOne = 50;

let opened: TestInstance;
let team: VoucherTeam;
/** What every giving that was answered with yes gave, in order. */
let given: string[] = [];
let bought = 0;
let givenInAll = 0;
const now = () => opened.context(afterwards);

async function begin(): Promise<void> {
  opened = await testInstance(afterwards);
  team = await voucherTeam((at) => opened.context(at));
  given = [];
}
beforeAll(begin, 120_000);
afterAll(() => opened.close());

const deeds = ["buy", "buy", "give", "give", "give", "give-two", "close", "confirm", "hold", "resume", "agree", "run"] as const;
type Deed = {
  readonly deed: (typeof deeds)[number];
  readonly who: number;
  readonly claim: number;
  readonly voucher: number;
  readonly to: number;
  /** Sent at the same moment as the next one. */
  readonly together: boolean;
};
const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...deeds),
  who: fc.nat({ max: 2 }),
  claim: fc.nat({ max: 2 }),
  voucher: fc.nat({ max: 30 }),
  to: fc.nat({ max: 2 }),
  together: fc.boolean(),
});

async function act({ deed: what, who, claim, voucher, to }: Deed): Promise<void> {
  const context = now();
  const staff = [team.checker, team.authoriser, team.releaser] as const;
  const officer = staff[who] ?? team.checker;
  const claimId = team.claims[claim] ?? "";
  const rows = await context.db.query.vouchers.findMany({ where: (table, { eq }) => eq(table.organisationId, team.organisationId) });
  const [one, other] = [rows[voucher % Math.max(1, rows.length)], rows[(voucher + 1) % Math.max(1, rows.length)]];
  const at = one === undefined ? null : { voucherId: one.id, version: one.version };
  switch (what) {
    case "buy": {
      bought += 1;
      const codes = [`CODE-${bought % 20}-${bought % 7}`];
      const value = penceOf([500, 1_000, 2_500, 7_780][voucher % 4] ?? 500);
      await buyVouchers(context, officer, someVouchers(team, { codes, value, heldBy: staff[to]?.staffId ?? "" }));
      return;
    }
    case "give":
    case "give-two": {
      const ids = [one, ...(what === "give-two" ? [other] : [])].flatMap((row) => (row === undefined ? [] : [row.id]));
      const giving = { on: calendarDateOf("2026-11-03"), sentHow: "by-hand", canUse: "not-asked", needsMet: [] } as const;
      const answer = await giveVouchers(context, officer, claimId, { voucherIds: ids, ...giving });
      if (!answer.ok) return;
      given.push(...new Set(ids));
      givenInAll += 1;
      return;
    }
    case "close":
      if (at !== null)
        await closeVoucher(context, officer, at, { to: (["given-back", "expired", "lost"] as const)[to] ?? "lost", why: "So" });
      return;
    case "confirm":
      if (at !== null && who > 0) await recordReceipt(context, officer, at, { how: "signed", on: calendarDateOf("2026-11-03") });
      else await confirmMyVouchers(context, team.people[claim]!);
      return;
    case "hold":
      await holdClaim(context, officer, await atNow(context, officer, claimId), "We look again");
      return;
    case "resume":
      await resumeClaim(context, officer, await atNow(context, officer, claimId));
      return;
    case "agree":
      // Refused where it is agreed already: this course goes on.
      await agree(context, team, [claimId]).catch(() => undefined);
      return;
    case "run":
      await makeRun(context, officer, { kind: "cash-or-voucher", paymentDate: calendarDateOf("2026-11-06"), claimIds: "all" });
  }
}

async function look(): Promise<void> {
  const context = now();
  const rows = await context.db.query.vouchers.findMany({ where: (table, { eq }) => eq(table.organisationId, team.organisationId) });
  const claims = await context.db.query.claims.findMany({ where: (table, { inArray }) => inArray(table.id, [...team.claims]) });
  const steps = await context.db.query.claimSteps.findMany({ where: (table, { inArray }) => inArray(table.claimId, [...team.claims]) });
  // Nothing was given twice, and everything that says it was given was given by one of these answers.
  expect(new Set(given).size).toBe(given.length);
  expect(
    rows
      .filter(({ claimId }) => claimId !== null)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(given.toSorted());
  for (const row of rows.filter(({ claimId }) => claimId !== null)) {
    const claim = claims.find(({ id }) => id === row.claimId);
    expect(claim?.id).not.toBe(team.claims[2]);
    expect(claim?.personId).toBe(row.personId);
    expect(row.givenBy).not.toBe(row.heldBy);
    const authorised = steps.filter(({ claimId, step }) => claimId === row.claimId && step === "authorise");
    expect(authorised.length).toBeGreaterThan(0);
    expect(authorised.map(({ staffId }) => staffId)).not.toContain(row.givenBy);
  }
  for (const claim of claims) {
    const mine = rows.filter(({ claimId, state }) => claimId === claim.id && (state === "given" || state === "lost"));
    expect(sum(mine.map(({ value }) => value))).toBeLessThanOrEqual(claim.toPay ?? 0);
  }
  const codes = rows.map(({ codePrint }) => codePrint);
  expect(new Set(codes).size).toBe(codes.length);
  const totals = await totalsOf(context.db, team.organisationId);
  expect(totals.bought).toEqual({ count: rows.length, value: sum(rows.map(({ value }) => value)) });
  expect(voucherStates.reduce((all, state) => all + totals[state].count, 0)).toBe(totals.bought.count);
  expect(sum(voucherStates.map((state) => totals[state].value))).toBe(totals.bought.value);
}

test(
  "for any course of actions, a voucher is given once, for an agreed claim that vouchers pay, by a second person, and the log adds up",
  async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), async (course) => {
        if (done > 0 && done % coursesInOne === 0) {
          opened.close();
          await begin();
        }
        done += 1;
        for (let index = 0; index < course.length; index += 1) {
          const [one, next] = [course[index], course[index + 1]];
          if (one === undefined) break;
          if (one.together && next !== undefined) {
            await Promise.all([act(one), act(next)]);
            index += 1;
          } else await act(one);
        }
        await look();
      }),
      { numRuns: courses, endOnFailure: true },
    );
    // The courses are worth something only where vouchers were given in them.
    expect(givenInAll).toBeGreaterThan(courses / 20);
  },
  courses * 400 + 60_000,
);

test("for any log, what was bought is what is held, given and out of use, and nothing comes back into the stock", () => {
  const state = fc.constantFrom(...voucherStates);
  const row = fc.record({
    state,
    count: fc.nat({ max: 500 }),
    value: fc.nat({ max: 100_000 }).map(penceOf),
    cost: fc.nat({ max: 100_000 }).map(penceOf),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const totals = voucherTotals(rows);
      expect(sum(voucherStates.map((one) => totals[one].value))).toBe(totals.bought.value);
      expect(voucherStates.reduce((all, one) => all + totals[one].count, 0)).toBe(totals.bought.count);
    }),
  );
  fc.assert(
    fc.property(state, (from) => {
      expect(mayGoOn(from, "held")).toBe(false);
    }),
  );
});

test("a voucher two people give at the same moment is given by one of them", async () => {
  opened.close();
  await begin();
  await buyVouchers(now(), team.checker, someVouchers(team, { codes: ["RACE-0000-1111"] }));
  const held = await now().db.query.vouchers.findFirst({ where: (table, { eq }) => eq(table.state, "held") });
  const giving = { voucherIds: [held!.id], on: calendarDateOf("2026-11-03"), sentHow: "post", canUse: "said-yes", needsMet: [] } as const;
  const givers = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? team.checker : team.releaser));
  const all = await Promise.all(givers.map(async (giver) => giveVouchers(now(), giver, team.claims[0] ?? "", giving)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
});
