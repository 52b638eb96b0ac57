// Payment runs through the services the pages use, on a real database.
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { holdClaim, markPaid } from "#app/services/finance.server.ts";
import { downloadExport, exportRun, whyNotAgain } from "#app/services/run-exports.server.ts";
import { keepNoLongerThanPromised } from "#app/services/keeping.server.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import { markReturned, markRunPaid } from "#app/services/run-paying.server.ts";
import { remittancesOf, sendRemittances } from "#app/services/run-remittances.server.ts";
import { cancelRun, signRun, takeOut } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { payeeForFinance, recordAboutPayee, savePayingAccount } from "#app/services/payees.server.ts";
import { addPerson, savePerson } from "#app/services/people.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { meetings, payingAccounts, staff } from "#db/schema.ts";
import { setBankState } from "#db/stores/payees.ts";
import { findBankDetails } from "#db/stores/payment-choices.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow, giveAccount, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);
const friday = calendarDateOf("2026-11-06");

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await moneyTeam(moment, 3);
  await agree(now(), team);
});

const wanted = { kind: "bank-file", paymentDate: friday } as const;
const view = async (runId: string, finance = team.releaser) => valueOf(await runForFinance(now(), finance, runId));
const at = async (runId: string) => ({ runId, version: (await view(runId)).version });
const stateOf = async (claimId: string) => valueOf(await claimForFinance(now(), team.checker, claimId)).state;

async function signedRun(): Promise<string> {
  const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
  valueOf(await signRun(now(), team.releaser, await at(runId)));
  return runId;
}

async function payFrom(account: { readonly accountNumber: string; readonly serviceUserNumber: string }): Promise<void> {
  valueOf(await savePayingAccount(now(), team.releaser, { name: "Example Trust", sortCode: "089999", ...account }));
}

async function changeWhatWasSignedWith(): Promise<void> {
  await payFrom({ accountNumber: "12345674", serviceUserNumber: "654321" });
  await now().change(async (tx) => {
    await tx.update(meetings).set({ name: "Renamed meeting" });
    await tx.update(staff).set({ name: "Renamed Person" }).where(eq(staff.id, team.releaser.staffId));
  });
}

describe("making and signing a batch", () => {
  test("every ready claim goes in once, by surname, and a second batch finds nothing", async () => {
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    expect((await view(runId)).lines.map(({ person }) => person)).toEqual(["Mia Bell", "Siân O'Neill-Brown", "Ruth Patel"]);
    expect(await makeRun(now(), team.authoriser, { ...wanted, claimIds: "all" })).toEqual({ ok: false, refusal: "nothing-to-put-in" });
  });

  test("two batches made at once never share a claim", async () => {
    const made = await Promise.all([
      makeRun(now(), team.checker, { ...wanted, claimIds: "all" }),
      makeRun(now(), team.authoriser, { ...wanted, claimIds: "all" }),
    ]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a day the banks are shut, and a day gone by, are no payment dates", async () => {
    for (const day of ["2026-11-07", "2026-11-02"])
      expect(await makeRun(now(), team.checker, { ...wanted, paymentDate: calendarDateOf(day), claimIds: "all" })).toEqual({
        ok: false,
        refusal: "not-a-working-day",
      });
  });

  test("whoever made a batch does not sign it, and nor does whoever checked or authorised a claim in it", async () => {
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    const mine = await signRun(now(), team.checker, await at(runId));
    expect(mine).toEqual({ ok: false, refusal: { kind: "you-made-it" } });
    const authoriser = await signRun(now(), team.authoriser, await at(runId));
    expect(authoriser.ok).toBe(false);
    if (!authoriser.ok)
      expect(authoriser.refusal).toMatchObject({ kind: "claims", claims: [{ refusal: { reason: "you-authorised-it" } }, {}, {}] });
    valueOf(await signRun(now(), team.releaser, await at(runId)));
    expect((await view(runId)).state).toBe("locked");
  });

  test("whoever may not sign a batch reads who may: neither its maker nor anybody who took a step of a claim in it", async () => {
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    for (const one of [team.checker, team.authoriser]) expect((await view(runId, one)).othersMaySign).toEqual(["Dev Shah"]);
    expect((await view(runId, team.releaser)).othersMaySign).toEqual([]);
    valueOf(await signRun(now(), team.releaser, await at(runId)));
    expect((await view(runId, team.checker)).othersMaySign).toEqual([]);
  });

  test("a claim in a batch is not paid or held beside it, and is ready again when it is taken out", async () => {
    const runId = await signedRun();
    const [claimId = ""] = team.claims;
    const alone = await markPaid(now(), team.releaser, await atNow(now(), team.releaser, claimId), friday);
    expect(alone).toMatchObject({ ok: false, refusal: { kind: "in-a-run" } });
    expect(await holdClaim(now(), team.checker, await atNow(now(), team.checker, claimId), "Wait")).toMatchObject({
      ok: false,
      refusal: { kind: "in-a-run" },
    });
    const line = (await view(runId)).lines.find((one) => one.claimId === claimId)!;
    valueOf(await takeOut(now(), team.authoriser, { ...(await at(runId)), lineId: line.lineId }, "They asked us to wait"));
    const after = await view(runId);
    expect(after).toMatchObject({ signed: "as-signed", count: 2, state: "locked" });
    expect((await claimsForRun(now(), team.checker, wanted)).map((one) => one.claimId)).toEqual([claimId]);
  });

  test("when its claims are over their time, it is said that it cannot be compared, not that it was changed, and no file is made", async () => {
    const own = await testInstance(afterwards);
    const others = await moneyTeam((moment) => own.context(moment), 3);
    await agree(own.context(), others);
    const { runId } = valueOf(await makeRun(own.context(), others.checker, { ...wanted, claimIds: "all" }));
    const seen = async (moment?: string) => valueOf(await runForFinance(own.context(moment), others.releaser, runId));
    const version = async () => ({ runId, version: (await seen()).version });
    valueOf(await signRun(own.context(), others.releaser, await version()));
    valueOf(await exportRun(own.context(), others.checker, await version(), "csv"));
    valueOf(await markRunPaid(own.context(), others.releaser, await version(), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] }));
    expect((await seen()).signed).toBe("as-signed");
    const later = "2033-04-01T10:00:00.000Z";
    await keepNoLongerThanPromised(own.context(later));
    expect(await seen(later)).toMatchObject({ signed: "over-its-time", count: 3 });
    expect(await downloadExport(own.context(later), others.checker, { runId, number: 1 })).toEqual({
      ok: false,
      refusal: { kind: "over-its-time" },
    });
    own.close();
  });

  test("a batch nobody signed can be given up, and every claim is ready again", async () => {
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    valueOf(await cancelRun(now(), team.checker, await at(runId)));
    expect(await claimsForRun(now(), team.checker, wanted)).toHaveLength(3);
  });
});

describe("the bank file", () => {
  test("is made from what was signed, its fingerprint is kept, and a second one says that it is a copy", async () => {
    const runId = await signedRun();
    const first = valueOf(await exportRun(now(), team.checker, await at(runId), "bacs18"));
    const file = valueOf(await downloadExport(now(), team.checker, { runId, number: first.number }));
    const records = file.text.split("\r\n");
    expect(records.slice(4, 7).map((record) => record.slice(82).trim())).toEqual(["MIA BELL", "SIAN O NEILL-BROWN", "RUTH PATEL"]);
    expect(records.every((record) => record === "" || record.length === 80 || record.length === 100)).toBe(true);
    const again = valueOf(await exportRun(now(), team.checker, await at(runId), "bacs18"));
    expect(again.fileName).toContain("copy-2");
    expect((await view(runId)).state).toBe("exported");
  });

  test("one penny changed behind the program's back, and nothing leaves the house", async () => {
    const runId = await signedRun();
    const { number } = valueOf(await exportRun(now(), team.checker, await at(runId), "paygate"));
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    const change = () => file.prepare("UPDATE payment_run_lines SET to_pay = to_pay + 1 WHERE run_id = ?").run(runId);
    expect(change).toThrow("a line of a payment run is never changed");
    const trigger = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'a_line_of_a_run_is_never_changed'").pluck().get() as string;
    file.exec("DROP TRIGGER a_line_of_a_run_is_never_changed");
    change();
    expect(await downloadExport(now(), team.checker, { runId, number })).toEqual({ ok: false, refusal: { kind: "not-as-signed" } });
    expect(await exportRun(now(), team.checker, await at(runId), "csv")).toEqual({ ok: false, refusal: { kind: "not-as-signed" } });
    expect(await markRunPaid(now(), team.checker, await at(runId), { paidOn: friday, notPaid: [] })).toEqual({
      ok: false,
      refusal: { kind: "not-as-signed" },
    });
    file.exec(trigger);
    file.close();
  });

  test("a meeting, a signer and our own account renamed or changed after it was signed leave every file of it as it was", async () => {
    const runId = await signedRun();
    const formats = ["bacs18", "paygate", "csv", "ledger"] as const;
    const had = async (number: number) => valueOf(await downloadExport(now(), team.checker, { runId, number })).text;
    const before: string[] = [];
    for (const format of formats) {
      const { number } = valueOf(await exportRun(now(), team.checker, await at(runId), format));
      before.push(await had(number));
    }
    await changeWhatWasSignedWith();
    for (const [index, text] of before.entries()) expect(await had(index + 1)).toBe(text);
    // And a new one says the same, but that it is a copy.
    const { number } = valueOf(await exportRun(now(), team.checker, await at(runId), "bacs18"));
    expect(await had(number)).toContain("089999");
    expect((await view(runId)).paidFrom).toMatchObject({ endsIn: "58", isStillOurs: false });
    const csv = valueOf(await exportRun(now(), team.checker, await at(runId), "csv"));
    expect(await had(csv.number)).not.toContain("Renamed");
  });

  test("where no account was entered when it was signed, the first file settles which, and a later change moves neither", async () => {
    await now().change(async (tx) => tx.delete(payingAccounts));
    const runId = await signedRun();
    expect(await exportRun(now(), team.checker, await at(runId), "bacs18")).toEqual({ ok: false, refusal: { kind: "no-paying-account" } });
    expect((await view(runId)).paidFrom).toBeNull();
    await payFrom({ accountNumber: "66374958", serviceUserNumber: "" });
    expect(await exportRun(now(), team.checker, await at(runId), "bacs18")).toEqual({ ok: false, refusal: { kind: "no-paying-account" } });
    const first = valueOf(await exportRun(now(), team.checker, await at(runId), "paygate"));
    const text = valueOf(await downloadExport(now(), team.checker, { runId, number: first.number })).text;
    await payFrom({ accountNumber: "66374958", serviceUserNumber: "123456" });
    valueOf(await exportRun(now(), team.checker, await at(runId), "bacs18"));
    await payFrom({ accountNumber: "12345674", serviceUserNumber: "123456" });
    expect(valueOf(await downloadExport(now(), team.checker, { runId, number: first.number })).text).toBe(text);
    expect((await view(runId)).paidFrom).toMatchObject({ endsIn: "58", isStillOurs: false });
  });

  test("signed with an account that has no number with Bacs, and paid from another since: no file for Bacs, and it says why", async () => {
    await payFrom({ accountNumber: "66374958", serviceUserNumber: "" });
    const runId = await signedRun();
    await payFrom({ accountNumber: "12345674", serviceUserNumber: "123456" });
    expect(await exportRun(now(), team.checker, await at(runId), "bacs18")).toEqual({
      ok: false,
      refusal: { kind: "signed-without-bacs-number" },
    });
  });

  test("a file made before a claim was taken out is not to be had again, because it would pay too much", async () => {
    const runId = await signedRun();
    const { number } = valueOf(await exportRun(now(), team.checker, await at(runId), "csv"));
    const [line] = (await view(runId)).lines;
    valueOf(await takeOut(now(), team.authoriser, { ...(await at(runId)), lineId: line!.lineId }, "They asked us to wait"));
    const refusal = { kind: "taken-out-since" };
    expect(await downloadExport(now(), team.checker, { runId, number })).toEqual({ ok: false, refusal });
    expect(await whyNotAgain(now(), team.checker, { runId, number })).toEqual(refusal);
    const next = valueOf(await exportRun(now(), team.checker, await at(runId), "csv"));
    expect(await whyNotAgain(now(), team.checker, { runId, number: next.number })).toBeNull();
  });

  test("an account changed after the batch was made keeps that claim from leaving, and says which it is", async () => {
    const runId = await signedRun();
    await giveAccount(now(), team.people[0]!, 5);
    const answer = await exportRun(now(), team.checker, await at(runId), "bacs18");
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "claims", claims: [{ refusal: "account-changed" }] } });
  });
});

describe("paid, not paid, and sent back", () => {
  test("all paid: every claim is paid on the day, each person is told once, and nothing more can be done", async () => {
    const runId = await signedRun();
    valueOf(await markRunPaid(now(), team.authoriser, await at(runId), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] }));
    for (const claimId of team.claims) expect(await stateOf(claimId)).toBe("paid");
    const { remittances } = valueOf(await remittancesOf(now(), team.checker, runId));
    expect(remittances[0]?.body).toContain("£75 for your time and £2.80 for costs, for Planning group");
    const mailed = { ...now(), mailIsSet: true };
    expect(valueOf(await sendRemittances(mailed, team.checker, await at(runId)))).toEqual({ sent: 3, toPost: 0, unreachable: 0 });
    expect(await sendRemittances(now(), team.checker, await at(runId))).toMatchObject({ ok: false, refusal: { kind: "not-now" } });
    const told = (await now().db.query.outbox.findMany()).filter(
      ({ kind, aboutId }) => kind === "remittance" && team.claims.includes(aboutId),
    );
    expect(told).toHaveLength(3);
    expect(await claimsForRun(now(), team.checker, wanted)).toEqual([]);
  });

  test("one not paid: it is on hold, the person is told kindly, its account is made sure of, and it is paid once in the next batch", async () => {
    const runId = await signedRun();
    const [line] = (await view(runId)).lines;
    valueOf(
      await markRunPaid(now(), team.authoriser, await at(runId), {
        paidOn: friday,
        notPaid: [{ lineId: line!.lineId, reason: "account-closed" }],
      }),
    );
    expect(await stateOf(line!.claimId)).toBe("on-hold");
    const { payee } = valueOf(await payeeForFinance(now(), team.checker, line!.personId));
    expect(payee?.answer.payment).toBe("held");
    const told = (await now().db.query.outbox.findMany()).filter(
      ({ kind, aboutId }) => kind === "money-came-back" && aboutId === line!.claimId,
    );
    expect(told).toHaveLength(1);
  });

  test("a payment the bank sent back after all is on hold, and counts once", async () => {
    const runId = await signedRun();
    valueOf(await markRunPaid(now(), team.authoriser, await at(runId), { paidOn: friday, notPaid: [] }));
    const [line] = (await view(runId)).lines;
    valueOf(await markReturned(now(), team.authoriser, { ...(await at(runId)), lineId: line!.lineId }, "returned"));
    expect(await stateOf(line!.claimId)).toBe("on-hold");
    const other = await markReturned(now(), team.authoriser, { ...(await at(runId)), lineId: line!.lineId }, "returned");
    expect(other).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
  });
});

describe("a payment sent back after two records of the person were merged", () => {
  test("closes the account of the record that was kept, and tells the person where that record says", async () => {
    const runId = await signedRun();
    valueOf(await markRunPaid(now(), team.releaser, await at(runId), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] }));
    const otherId = team.people[0]!.personId;
    const facts = { name: "Mia Bell", email: "mia.now@example.net", phone: "", address: "", preferredContact: "email" } as const;
    const { personId: keptId } = valueOf(await addPerson(now(), team.coordinator, { ...facts, neutralSubject: false, safeContact: "" }));
    const { kept, other } = valueOf(await previewMerge(now(), team.coordinator, { keptId, otherId }));
    const pair = { keptId, otherId, keptVersion: kept.version, otherVersion: other.version };
    valueOf(await mergePeople(now(), team.coordinator, pair, "they-said"));
    await now().change(async (tx) => setBankState(tx, keptId, "checked"));

    const line = (await view(runId)).lines.find(({ personId }) => personId === otherId)!;
    valueOf(await markReturned(now(), team.releaser, { ...(await at(runId)), lineId: line.lineId }, "account-closed"));
    expect((await findBankDetails(now().db, keptId))?.state).toBe("changed");
    const told = await now().db.query.outbox.findFirst({ where: (table, is) => is.eq(table.key, `money-came-back ${line.lineId}`) });
    expect(told?.recipient).toBe("mia.now@example.net");
  });
});

describe("an account that was changed", () => {
  test("waits for a call back on details held before, recorded by finance; a call on the new number does not count", async () => {
    await giveAccount(now(), team.people[0]!, 5);
    const personId = team.people[0]!.personId;
    const stops = (await claimsForRun(now(), team.checker, wanted)).find((one) => one.personId === personId)?.stops;
    expect(stops?.[0]?.stop).toBe("payee-held");
    const { account } = valueOf(await payeeForFinance(now(), team.checker, personId)).payee!;
    const call = { kind: "call-back", reached: "the number that ends 900", confirmed: true, said: "It is my new account" } as const;
    expect(await recordAboutPayee(now(), team.checker, { personId, account }, { ...call, heldBefore: false })).toEqual({
      ok: false,
      refusal: "not-held-before",
    });
    valueOf(await recordAboutPayee(now(), team.checker, { personId, account }, { ...call, heldBefore: true }));
    expect((await claimsForRun(now(), team.checker, wanted)).find((one) => one.personId === personId)?.stops).toEqual([]);
  });

  test("is told to the email address from before, though that was changed first", async () => {
    const { personId } = team.people[0]!;
    const person = (await now().db.query.people.findMany()).find(({ id }) => id === personId)!;
    valueOf(
      await savePerson(
        now(),
        team.coordinator,
        { personId, version: person.version },
        {
          name: person.name,
          email: "new@example.net",
          phone: person.phone,
          address: person.address,
          preferredContact: person.preferredContact,
          neutralSubject: person.neutralSubject,
          safeContact: "",
        },
      ),
    );
    await giveAccount(now(), team.people[0]!, 4);
    const told = (await now().db.query.outbox.findMany()).filter(
      ({ kind, aboutId }) => kind === "bank-details-changed" && aboutId === personId,
    );
    expect(told.map(({ recipient }) => recipient)).toEqual(expect.arrayContaining(["new@example.net", person.email]));
  });
});

describe("the database itself", () => {
  test("refuses a claim in two live batches, an unsigned batch as paid, and the maker as signer", async () => {
    const runId = await signedRun();
    expect((await makeRun(now(), team.checker, { ...wanted, claimIds: "all" })).ok).toBe(false);
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    const copy =
      "INSERT INTO payment_run_lines SELECT 'x', run_id, claim_id, person_id, 99, 'in', reference, budget_code, method, for_time, for_costs, for_access, to_pay, payee, last_two, NULL, NULL, NULL FROM payment_run_lines WHERE run_id = ? LIMIT 1";
    expect(() => file.prepare(copy).run(runId)).toThrow(/before it is signed|UNIQUE/u);
    expect(() => file.prepare("UPDATE payment_runs SET signed_by = built_by WHERE id = ?").run(runId)).toThrow(
      "somebody other than who made it",
    );
    expect(() => file.prepare("UPDATE claims SET state = 'paid', paid_on = '2026-11-06' WHERE id = ?").run(team.claims[0])).toThrow(
      "paid by the run",
    );
    file.close();
  });
});
