// How staff know the people they pay: a relative, somebody they help, an account of their own, an account several people share.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, passClaim } from "#app/services/finance.server.ts";
import { payeeForFinance, recordAboutPayee } from "#app/services/payees.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { barredFrom, declareTie, endDeclaredTie, tiesOf } from "#app/services/ties.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { listPeopleTiedTo } from "#db/stores/ties.ts";
import { afterwards, financePerson } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { atNow, agree, giveAccount, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
const now = () => opened.context(afterwards);
const why = "Check it again.";
const [mia, sian] = [0, 1] as const;
const personOf = (which: number) => team.people[which]!.personId;
const claimOf = (which: number) => team.claims[which]!;
const pass = async (by: FinanceOfficer, claimId: string) => passClaim(now(), by, await atNow(now(), by, claimId), "PPI-204");
const authorise = async (by: FinanceOfficer, claimId: string) => authoriseClaim(now(), by, await atNow(now(), by, claimId));
const barredAs = (because: string) => ({ ok: false, refusal: { kind: "rule", refusal: { reason: "barred", because } } });
const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06") } as const;

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await moneyTeam((at) => opened.context(at), 2);
});

describe("whoever said they are a relative", () => {
  test("does no step of that person's claims, while colleagues do, and other people's claims are theirs as before", async () => {
    valueOf(await declareTie(now(), team.checker, personOf(mia), { kind: "relative", why }));
    expect(await pass(team.checker, claimOf(mia))).toMatchObject(barredAs("relative"));
    expect((await pass(team.checker, claimOf(sian))).ok).toBe(true);
    valueOf(await pass(team.authoriser, claimOf(mia)));
    expect(await authorise(team.checker, claimOf(mia))).toMatchObject(barredAs("relative"));
    expect((await authorise(team.releaser, claimOf(mia))).ok).toBe(true);
  });

  test("is not named among those who could authorise it", async () => {
    valueOf(await pass(team.checker, claimOf(mia)));
    const could = async () => valueOf(await claimForFinance(now(), team.checker, claimOf(mia))).couldAuthorise;
    expect(await could()).toEqual(["Cara Iqbal", "Dev Shah"]);
    valueOf(await declareTie(now(), team.authoriser, personOf(mia), { kind: "helper", why }));
    expect(await could()).toEqual(["Dev Shah"]);
  });

  test("does not make sure of the account, and does not put the claim in a batch, sign it or mark it as paid", async () => {
    await agree(now(), team);
    valueOf(await declareTie(now(), team.releaser, personOf(mia), { kind: "payee", why }));
    const { payee } = valueOf(await payeeForFinance(now(), team.releaser, personOf(mia)));
    const entry = { kind: "appointee-advice", advice: "Seen." } as const;
    expect(await recordAboutPayee(now(), team.releaser, { personId: personOf(mia), account: payee!.account }, entry)).toEqual({
      ok: false,
      refusal: "tied",
    });
    const stops = async (by: FinanceOfficer) =>
      Object.fromEntries((await claimsForRun(now(), by, wanted)).map(({ claimId, stops: all }) => [claimId, all]));
    expect((await stops(team.releaser))[claimOf(mia)]).toContainEqual({ stop: "you-are-tied" });
    expect((await stops(team.releaser))[claimOf(sian)]).not.toContainEqual({ stop: "you-are-tied" });
    expect((await stops(team.checker))[claimOf(mia)]).not.toContainEqual({ stop: "you-are-tied" });
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    const version = async () => valueOf(await runForFinance(now(), team.checker, runId)).version;
    expect(await signRun(now(), team.releaser, { runId, version: await version() })).toMatchObject({
      ok: false,
      refusal: { kind: "claims", claims: [{ refusal: { reason: "barred", because: "payee" } }] },
    });
    const fourth = await financePerson(now(), team.organisationId, "Eve Lund", ["finance-check", "finance-authorise"]);
    valueOf(await signRun(now(), fourth, { runId, version: await version() }));
    expect(
      (await markRunPaid(now(), team.releaser, { runId, version: await version() }, { paidOn: wanted.paymentDate, notPaid: [] })).ok,
    ).toBe(false);
  });

  test("has what they signed before checked again by somebody else, and what is in a batch is named", async () => {
    valueOf(await pass(team.checker, claimOf(mia)));
    await agree(now(), team, [claimOf(sian)]);
    valueOf(await makeRun(now(), team.releaser, { ...wanted, claimIds: "all" }));
    expect(valueOf(await declareTie(now(), team.checker, personOf(mia), { kind: "helper", why })).sentBack).toHaveLength(1);
    expect(valueOf(await claimForFinance(now(), team.authoriser, claimOf(mia)))).toMatchObject({ state: "sent-back", why });
    expect((await pass(team.authoriser, claimOf(mia))).ok).toBe(true);
    expect(valueOf(await declareTie(now(), team.checker, personOf(sian), { kind: "helper", why })).sentBack).toEqual([]);
    const { inBatches } = valueOf(await tiesOf(now(), team.releaser, personOf(sian)));
    expect(inBatches).toMatchObject([{ number: 1, by: "Ben Ali" }]);
  });

  test("stays out after the record was merged into another, and its tie with it", async () => {
    const add = async (name: string) =>
      valueOf(
        await addPerson(now(), team.coordinator, {
          name,
          email: `${name.replace(" ", ".")}@example.net`,
          phone: "",
          address: "",
          preferredContact: "email",
          neutralSubject: false,
          safeContact: "",
        }),
      ).personId;
    const [keptId, otherId] = [await add("Mia Bell"), await add("Mia B")];
    valueOf(await declareTie(now(), team.checker, otherId, { kind: "relative", why }));
    const pair = { keptId, otherId };
    const { kept, other } = valueOf(await previewMerge(now(), team.coordinator, pair));
    const versions = { keptVersion: kept.version, otherVersion: other.version };
    valueOf(await mergePeople(now(), team.coordinator, { ...pair, ...versions }, "they-said"));
    expect(valueOf(await tiesOf(now(), team.checker, keptId)).isTied).toBe(true);
    expect(await barredFrom(now().db, keptId)).toEqual([{ person: team.checker.staffId, because: "relative" }]);
    expect(await listPeopleTiedTo(now().db, team.checker.staffId)).toEqual(new Set([otherId, keptId]));
  });
});

describe("a tie", () => {
  test("is said once, and ended by a colleague, never by whoever said it", async () => {
    valueOf(await declareTie(now(), team.checker, personOf(mia), { kind: "relative", why }));
    expect(await declareTie(now(), team.checker, personOf(mia), { kind: "relative", why })).toEqual({
      ok: false,
      refusal: "declared-already",
    });
    const [tie] = valueOf(await tiesOf(now(), team.checker, personOf(mia))).ties;
    const at = { personId: personOf(mia), tieId: tie!.id };
    expect(await endDeclaredTie(now(), team.checker, at)).toEqual({ ok: false, refusal: "your-own" });
    expect(await endDeclaredTie(now(), team.authoriser, { ...at, personId: personOf(sian) })).toEqual({ ok: false, refusal: "not-found" });
    valueOf(await endDeclaredTie(now(), team.authoriser, at));
    expect((await pass(team.checker, claimOf(mia))).ok).toBe(true);
    expect(valueOf(await tiesOf(now(), team.checker, personOf(mia))).ties).toMatchObject([{ ended: { by: "Cara Iqbal" } }]);
  });

  test("is kept by the database too: it refuses the step, a change of the tie, and its end by whoever said it", async () => {
    valueOf(await declareTie(now(), team.checker, personOf(mia), { kind: "relative", why }));
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    try {
      const step = file.prepare("INSERT INTO claim_steps (claim_id, round, step, staff_id, at) VALUES (?, 1, 'check', ?, ?)");
      expect(() => step.run(claimOf(mia), team.checker.staffId, "2026-12-31T09:00:00.000Z")).toThrow("declared a tie");
      const change = (set: string) => () => file.prepare(`UPDATE declared_ties SET ${set} WHERE person_id = ?`).run(personOf(mia));
      expect(change("kind = 'helper'")).toThrow("only ended");
      expect(change(`ended_at = '2026-12-31T09:00:00.000Z', ended_by = '${team.checker.staffId}'`)).toThrow("somebody else");
    } finally {
      file.close();
    }
  });
});

describe("an account several people are paid into", () => {
  test("is said on each claim and on the page of the account, and stops nothing", async () => {
    const flags = async (which: number) => valueOf(await claimForFinance(now(), team.checker, claimOf(which))).flags;
    expect(await flags(mia)).not.toContainEqual(expect.objectContaining({ flag: "account-shared" }));
    await giveAccount(now(), team.people[sian]!, 0);
    expect(await flags(mia)).toContainEqual({ flag: "account-shared", others: 1 });
    const { payee } = valueOf(await payeeForFinance(now(), team.checker, personOf(mia)));
    expect(payee!.sharedWith).toEqual([{ personId: personOf(sian), name: "Siân O'Neill-Brown" }]);
    expect((await pass(team.checker, claimOf(mia))).ok).toBe(true);
  });

  test("of another organisation is nobody's business here", async () => {
    const elsewhere = await moneyTeam((at) => opened.context(at), 1);
    expect(valueOf(await payeeForFinance(now(), elsewhere.checker, elsewhere.people[0]!.personId)).payee!.sharedWith).toEqual([]);
  });
});
