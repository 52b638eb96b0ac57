// Vouchers from the shop to the person: bought, held, given for an agreed claim by a second person, confirmed, counted.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { markPaid, paidInVouchers } from "#app/services/finance.server.ts";
import { ownChoice, decide, saveDraft } from "#app/services/payment-choice.server.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid, vouchersInRun } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import {
  claimsWaitingForVouchers,
  confirmMyVouchers,
  giveVouchers,
  givingFor,
  myVouchers,
  recordReceipt,
  type Giving,
} from "#app/services/voucher-giving.server.ts";
import { agreeVoucherCount, countTheVouchers, voucherCountsFor } from "#app/services/voucher-counts.server.ts";
import { buyVouchers, closeVoucher, openVoucherCode, voucherFor, voucherLogFor } from "#app/services/vouchers.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { payrollListFor, payrollSheet } from "#app/services/payroll-list.server.ts";
import { voucherLogPaper, voucherLogSheet } from "#app/services/voucher-papers.server.ts";
import { declareTie } from "#app/services/ties.server.ts";
import { afterwards, financePerson } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { agree, atNow } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";
import { setPolicies, someVouchers, stock, voucherTeam, type VoucherTeam } from "#tests/support/vouchers.ts";

let opened: TestInstance;
let team: VoucherTeam;
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await voucherTeam((at) => opened.context(at));
});

const giving = (voucherIds: readonly string[], change: Partial<Giving> = {}): Giving => ({
  voucherIds,
  on: calendarDateOf("2026-11-03"),
  sentHow: "post",
  canUse: "said-yes",
  needsMet: [],
  ...change,
});
const give = async (voucherIds: readonly string[], claim = 0, giver = team.releaser, change: Partial<Giving> = {}) =>
  giveVouchers(now(), giver, team.claims[claim] ?? "", giving(voucherIds, change));
const refusalOf = async (answer: ReturnType<typeof give>) => {
  const said = await answer;
  return said.ok ? null : said.refusal.reason;
};
const version = async (voucherId: string) => {
  const found = await voucherFor(now(), team.checker, voucherId);
  if (!found.ok) throw new Error(found.refusal);
  return { voucherId, version: found.value.version };
};

test("what was bought is in the log one by one, with the code sealed and its end to know it by", async () => {
  await stock(now(), team);
  const { totals, vouchers } = await voucherLogFor(now(), team.checker, { state: null, page: 1 });
  expect(totals.bought).toEqual({ count: 3, value: 7_500 });
  expect(vouchers.map(({ lastFour }) => lastFour).toSorted()).toEqual(["2222", "4444", "6666"]);
  const rows = await now().db.query.vouchers.findMany();
  expect(JSON.stringify(rows)).not.toContain("1111");
});

test("a code that is in the log already is refused however it is typed, and then none of them is written in", async () => {
  await stock(now(), team);
  const again = await buyVouchers(now(), team.checker, someVouchers(team, { codes: ["NEW-7777-8888", "hs 1111 2222"] }));
  expect(again).toEqual({ ok: false, refusal: { reason: "code-twice", lastFour: "2222" } });
  expect((await voucherLogFor(now(), team.checker, { state: null, page: 1 })).total).toBe(3);
});

test("a number that does not agree with the codes, a day to come and a last day before the first are refused", async () => {
  const refused = async (change: Parameters<typeof someVouchers>[1]) => {
    const answer = await buyVouchers(now(), team.checker, someVouchers(team, change));
    return answer.ok ? null : answer.refusal.reason;
  };
  expect(await refused({ howMany: 5 })).toBe("count-differs");
  expect(await refused({ codes: [], howMany: null })).toBe("how-many");
  expect(await refused({ boughtOn: calendarDateOf("2026-11-04") })).toBe("in-the-future");
  expect(await refused({ expiresOn: calendarDateOf("2026-10-19") })).toBe("runs-out-before");
  expect(await refused({ heldBy: "nobody" })).toBe("no-such-holder");
  expect(await refused({ value: penceOf(0) })).toBe("nothing-worth");
});

test("only agreed claims of people who chose vouchers wait for them", async () => {
  await stock(now(), team);
  expect((await claimsWaitingForVouchers(now(), team.checker)).map(({ person, left }) => [person, left])).toEqual([["Ruth Patel", 7_780]]);
  expect(await refusalOf(give(await stock(now(), team, { codes: ["NX-1234-0001"] }), 1))).toBe("not-agreed");
  const [first = ""] = await stock(now(), team, { codes: ["NX-1234-0002"] });
  expect(await refusalOf(give([first], 2))).toBe("another-way");
});

test("who keeps a voucher, who authorised the claim and who made it give none out", async () => {
  const [mine = ""] = await stock(now(), team, { codes: ["AB-1234-5678"], heldBy: team.releaser.staffId });
  expect(await refusalOf(give([mine]))).toBe("you-hold-it");
  expect(await refusalOf(give([mine], 0, team.authoriser))).toBe("you-authorised-it");
  const ruth = await financePerson(now(), team.organisationId, "Ruth Patel", ["finance-check"], "ruth@example.net");
  expect(await refusalOf(give([mine], 0, ruth))).toBe("own-claim");
  const [hers = ""] = (await stock(now(), team, { codes: ["CD-1234-5678"], heldBy: ruth.staffId })).filter((id) => id !== mine);
  expect(await refusalOf(give([hers], 0, team.releaser))).toBe("holder-is-the-claimant");
});

test("whoever said that they are related to somebody gives them no voucher, and a colleague does", async () => {
  const vouchers = await stock(now(), team);
  await declareTie(now(), team.releaser, team.people[0]!.personId, { kind: "relative", why: "Again." });
  expect(await refusalOf(give([vouchers[0] ?? ""], 0, team.releaser))).toBe("you-are-tied");
  const eve = await financePerson(now(), team.organisationId, "Eve Lund", ["finance-check"]);
  expect(await give([vouchers[0] ?? ""], 0, eve)).toMatchObject({ ok: true });
});

test("vouchers go out together up to what the claim pays, and the person is told without the code", async () => {
  const [one = "", two = "", three = ""] = await stock(now(), team);
  expect(await give([one, two, three])).toEqual({ ok: true, value: { value: 7_500, told: true } });
  const waiting = await claimsWaitingForVouchers(now(), team.checker);
  expect(waiting).toMatchObject([{ given: 7_500, left: 280 }]);
  const message = await now().db.query.outbox.findFirst({
    where: (table, { and, eq }) => and(eq(table.kind, "voucher-given"), eq(table.organisationId, team.organisationId)),
  });
  const body = now().vault.unseal(message!.body!, outboxPlace(message!.id));
  expect(body).toContain("vouchers worth £75 by post");
  expect(body).not.toMatch(/1111|2222/u);
  const [more = ""] = await stock(now(), team, { codes: ["ZZ-9999-0000"] });
  expect(await refusalOf(give([more]))).toBe("more-than-is-left");
});

test("a voucher is given once, not after its last day, not before the claim was agreed and not on a day to come", async () => {
  const [one = "", two = ""] = await stock(now(), team);
  expect((await give([one])).ok).toBe(true);
  expect(await refusalOf(give([one]))).toBe("not-held");
  expect(await refusalOf(give([two], 0, team.releaser, { on: calendarDateOf("2026-11-02") }))).toBe("before-agreed");
  expect(await refusalOf(give([two], 0, team.releaser, { on: calendarDateOf("2026-11-04") }))).toBe("in-the-future");
  await stock(now(), team, { codes: ["OLD-1-0001"], expiresOn: calendarDateOf("2026-11-02") });
  const old = (await voucherLogFor(now(), team.checker, { state: "held", page: 1 })).vouchers.find(({ hasRunOut }) => hasRunOut);
  expect(await refusalOf(give([old!.voucherId]))).toBe("run-out");
  const shown = await givingFor(now(), team.releaser, team.claims[0] ?? "");
  expect(shown.ok && shown.value.choices.map(({ voucherId }) => voucherId)).not.toContain(old!.voucherId);
});

test("above the value of the organisation's own rule, what it asks for has to be had first", async () => {
  await setPolicies(now(), team.organisationId, { voucherStepsOver: "2000" });
  const [one = ""] = await stock(now(), team);
  expect(await refusalOf(give([one]))).toBe("steps-missing");
  expect((await give([one], 0, team.releaser, { needsMet: ["national-insurance-number", "payroll-approval-first"] })).ok).toBe(true);
  expect((await voucherFor(now(), team.checker, one)) as object).toMatchObject({
    value: { given: { needsMet: ["national-insurance-number", "payroll-approval-first"] } },
  });
});

test("a voucher that was given back leaves the claim to be given another; a lost one does not", async () => {
  const [one = "", two = ""] = await stock(now(), team);
  await give([one, two]);
  const close = async (voucherId: string, to: "given-back" | "lost") =>
    closeVoucher(now(), team.checker, await version(voucherId), { to, why: "Came back in the post" });
  expect((await close(one, "given-back")).ok).toBe(true);
  expect((await close(two, "lost")).ok).toBe(true);
  expect(await claimsWaitingForVouchers(now(), team.checker)).toMatchObject([{ given: 2_500, left: 5_280 }]);
  expect(await close(one, "lost")).toEqual({ ok: false, refusal: "not-now" });
  const { totals } = await voucherLogFor(now(), team.checker, { state: null, page: 1 });
  expect(totals).toMatchObject({
    bought: { count: 3 },
    held: { count: 1 },
    given: { count: 0 },
    "given-back": { count: 1 },
    lost: { count: 1 },
  });
});

test("a voucher is not run out while it can still be used", async () => {
  const [one = ""] = await stock(now(), team);
  const close = { to: "expired", why: "Checked the shelf" } as const;
  expect(await closeVoucher(now(), team.checker, await version(one), close)).toEqual({ ok: false, refusal: "still-good" });
  const later = opened.context("2027-10-21T09:00:00.000Z");
  expect((await closeVoucher(later, team.checker, await version(one), close)).ok).toBe(true);
});

test("the person sees where theirs are and says that they have them; what was written down once stays", async () => {
  const [one = "", two = ""] = await stock(now(), team);
  await give([one, two]);
  const ruth = team.people[0]!;
  expect(await recordReceipt(now(), team.checker, await version(one), { how: "signed", on: calendarDateOf("2026-11-03") })).toMatchObject({
    ok: true,
  });
  expect((await myVouchers(now(), ruth)).filter(({ confirmedOn }) => confirmedOn === null)).toHaveLength(1);
  expect(await confirmMyVouchers(now(), ruth)).toEqual({ confirmed: 1 });
  expect(await confirmMyVouchers(now(), ruth)).toEqual({ confirmed: 0 });
  expect((await voucherFor(now(), team.checker, one)) as object).toMatchObject({
    value: { given: { confirmed: { how: "signed", by: "Ben Ali" } } },
  });
  expect((await voucherFor(now(), team.checker, two)) as object).toMatchObject({
    value: { given: { confirmed: { how: "online", by: null } } },
  });
  expect(JSON.stringify(await myVouchers(now(), team.people[1]!))).toBe("[]");
});

test("opening a whole code is on record, and a code out of use is not opened", async () => {
  const [one = ""] = await stock(now(), team, { codes: ["HS-1111-2222"] });
  expect(await openVoucherCode(now(), team.checker, one)).toEqual({ ok: true, value: "HS-1111-2222" });
  const entries = await now().db.query.audit.findMany({ where: (table, { eq }) => eq(table.subjectId, one) });
  expect(entries.map(({ action }) => action)).toEqual(["voucher-code-opened"]);
  await closeVoucher(now(), team.checker, await version(one), { to: "given-back", why: "Wrong shop" });
  expect(await openVoucherCode(now(), team.checker, one)).toEqual({ ok: false, refusal: "no-code" });
});

test("vouchers that were given settle the way: no bank file pays the claim as well", async () => {
  const [one = ""] = await stock(now(), team);
  await give([one]);
  const ruth = team.people[0]!;
  const own = (await ownChoice(now(), ruth))!;
  await saveDraft(now(), ruth, own.version, { how: "bank" });
  await decide(now(), ruth, own.version + 1);
  const bank = await claimsForRun(now(), team.releaser, { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06") });
  expect(bank.find(({ claimId }) => claimId === team.claims[0])?.stops).toContainEqual({ stop: "another-way", method: "voucher" });
  const list = await claimsForRun(now(), team.releaser, { kind: "cash-or-voucher", paymentDate: calendarDateOf("2026-11-06") });
  expect(list.find(({ claimId }) => claimId === team.claims[0])?.stops).toEqual([]);
});

test("a list of vouchers is paid once the log says that they were given; whoever is still to be given theirs is ready for another list", async () => {
  await agree(now(), team, [team.claims[1]!]);
  const wanted = { kind: "cash-or-voucher", paymentDate: calendarDateOf("2026-11-06"), claimIds: "all" } as const;
  const { runId } = valueOf(await makeRun(now(), team.checker, wanted));
  const at = async () => ({ runId, version: valueOf(await runForFinance(now(), team.checker, runId)).version });
  valueOf(await signRun(now(), team.releaser, await at()));
  const lines = await vouchersInRun(now(), team.releaser, runId);
  expect(lines.map(({ person, given }) => [person, given])).toEqual([
    ["Kofi Mensah", 0],
    ["Ruth Patel", 0],
  ]);
  const [kofi, ruth] = lines;
  const paidOn = calendarDateOf("2026-11-03");
  const pay = async (vouchersToGive: readonly string[] = []) =>
    markRunPaid(now(), team.releaser, await at(), { paidOn, notPaid: [], vouchersToGive });
  const missing = { kind: "vouchers-not-given", references: [kofi!.reference, ruth!.reference] };
  expect(await pay()).toEqual({ ok: false, refusal: missing });
  expect(await pay([kofi!.lineId, ruth!.lineId])).toEqual({ ok: false, refusal: { kind: "nobody-paid" } });
  expect(await pay(["elsewhere"])).toEqual({ ok: false, refusal: { kind: "not-found" } });
  const [one = ""] = await stock(now(), team);
  await give([one]);
  expect(await pay()).toEqual({ ok: false, refusal: { ...missing, references: [kofi!.reference] } });
  expect(valueOf(await pay([kofi!.lineId]))).toEqual({ paid: 1, notPaid: 0 });
  const view = valueOf(await runForFinance(now(), team.checker, runId));
  expect(view.lines.map(({ person, state }) => [person, state])).toEqual([
    ["Kofi Mensah", "taken-out"],
    ["Ruth Patel", "paid"],
  ]);
  const next = await claimsForRun(now(), team.checker, { kind: "cash-or-voucher", paymentDate: calendarDateOf("2026-11-06") });
  expect(next.map(({ person, stops }) => [person, stops])).toContainEqual(["Kofi Mensah", []]);
  expect(next.map(({ person }) => person)).not.toContain("Ruth Patel");
});

test("one claim paid in vouchers by hand is paid once the log has one that was given for it, as in a list", async () => {
  const [claimId = "", , third = ""] = team.claims;
  const day = calendarDateOf("2026-11-03");
  const [one = ""] = await stock(now(), team);
  expect(await paidInVouchers(now(), team.checker, claimId)).toMatchObject({ toPay: 7_780, given: 0 });
  expect(await paidInVouchers(now(), team.checker, third)).toBeNull();
  const alone = await claimForFinance(now(), team.releaser, claimId);
  expect(await markPaid(now(), team.releaser, await atNow(now(), team.releaser, claimId), day)).toEqual({
    ok: false,
    refusal: { kind: "vouchers-not-given" },
  });
  // Nothing is left of a payment that was refused.
  expect(valueOf(await claimForFinance(now(), team.releaser, claimId))).toEqual(valueOf(alone));
  await give([one]);
  expect(await paidInVouchers(now(), team.checker, claimId)).toMatchObject({ toPay: 7_780, given: 2_500 });
  valueOf(await markPaid(now(), team.releaser, await atNow(now(), team.releaser, claimId), day));
});

test("a count is agreed by somebody who neither counted nor gave any out, and a difference says why", async () => {
  const [one = ""] = await stock(now(), team);
  await give([one]);
  expect(await countTheVouchers(now(), team.checker, { found: 1, foundValue: penceOf(2_500), note: "" })).toEqual({
    ok: false,
    refusal: "note-missing",
  });
  expect((await countTheVouchers(now(), team.checker, { found: 1, foundValue: penceOf(2_500), note: "One is with Asha" })).ok).toBe(true);
  const [counted] = await voucherCountsFor(now(), team.checker);
  expect(counted).toMatchObject({ expected: 2, found: 1, differs: true, refusal: "you-counted" });
  const id = counted!.countId;
  expect(await agreeVoucherCount(now(), team.checker, id)).toEqual({ ok: false, refusal: "you-counted" });
  expect(await agreeVoucherCount(now(), team.releaser, id)).toEqual({ ok: false, refusal: "you-gave" });
  expect((await agreeVoucherCount(now(), team.authoriser, id)).ok).toBe(true);
  expect(await agreeVoucherCount(now(), team.authoriser, id)).toEqual({ ok: false, refusal: "agreed-already" });
});

test("the database itself refuses what the services refuse", async () => {
  const [one = ""] = await stock(now(), team);
  const file = new Database(join(opened.folder, "data", "welcome-table.db"));
  const set = (claim: string | undefined, giver: string, person: string) => () =>
    file
      .prepare("UPDATE vouchers SET state = 'given', claim_id = ?, person_id = ?, given_by = ?, given_on = '2026-11-03' WHERE id = ?")
      .run(claim, person, giver, one);
  const [ruth, kofi] = team.people;
  expect(set(team.claims[1], team.releaser.staffId, kofi!.personId)).toThrow("given for an agreed claim");
  expect(set(team.claims[0], team.authoriser.staffId, ruth!.personId)).toThrow("given for an agreed claim");
  expect(set(team.claims[0], team.releaser.staffId, kofi!.personId)).toThrow("given for an agreed claim");
  expect(set(team.claims[0], team.coordinator.staffId, ruth!.personId)).toThrow("somebody other than who holds it");
  expect(set(team.claims[0], team.releaser.staffId, ruth!.personId)).not.toThrow();
  expect(() => file.prepare("UPDATE vouchers SET claim_id = ? WHERE id = ?").run(team.claims[2], one)).toThrow("never changed");
  expect(() => file.prepare("DELETE FROM vouchers WHERE id = ?").run(one)).toThrow("never taken off the log");
  file.close();
});

test("another organisation sees, gives and counts none of it", async () => {
  const [one = ""] = await stock(now(), team);
  const elsewhere = await makeOrganisation(now());
  const stranger = await financePerson(now(), elsewhere.organisationId, "Nia Rees", ["finance-check", "finance-authorise"]);
  expect(await voucherFor(now(), stranger, one)).toEqual({ ok: false, refusal: "not-found" });
  expect(await openVoucherCode(now(), stranger, one)).toEqual({ ok: false, refusal: "not-found" });
  expect(await givingFor(now(), stranger, team.claims[0] ?? "")).toEqual({ ok: false, refusal: "not-found" });
  expect(await refusalOf(give([one], 0, stranger))).toBe("not-found");
  expect((await voucherLogFor(now(), stranger, { state: null, page: 1 })).total).toBe(0);
});

test("nothing somebody wrote about what they need is in the log, its papers, the list for payroll or the record", async () => {
  const marker = "MARKER-HOIST-AT-HOME";
  team = await voucherTeam((at) => opened.context(at), marker);
  const claimId = team.claims[0] ?? "";
  const [one = ""] = await stock(now(), team);
  expect((await giveVouchers(now(), team.releaser, claimId, giving([one]))).ok).toBe(true);
  const days = { from: calendarDateOf("2026-04-01"), to: calendarDateOf("2027-03-31") };
  const shown = [
    await voucherLogPaper(now(), team.checker, days),
    await voucherLogSheet(now(), team.checker, days),
    await voucherLogFor(now(), team.checker, { state: null, page: 1 }),
    await givingFor(now(), team.releaser, claimId),
    await claimsWaitingForVouchers(now(), team.checker),
    await payrollListFor(now(), team.checker, 2026, 1),
    await payrollSheet(now(), team.checker, 2026),
    await now().db.query.audit.findMany(),
    await now().db.query.vouchers.findMany(),
  ];
  expect(JSON.stringify(shown)).toContain("Ruth Patel");
  expect(JSON.stringify(shown)).not.toMatch(/MARKER|assistant/iu);
});

test("the log of some days on paper and in a file has each voucher once, with its end and never its code", async () => {
  const [one = ""] = await stock(now(), team);
  await give([one]);
  const days = { from: calendarDateOf("2026-04-01"), to: calendarDateOf("2027-03-31") };
  const sheet = (await voucherLogSheet(now(), team.checker, days)).trim().split("\r\n");
  expect(sheet).toHaveLength(4);
  expect(sheet.join("\n")).toMatch(/Ruth Patel/u);
  expect(sheet.join("\n")).not.toMatch(/1111|3333|5555/u);
  const paper = JSON.stringify(await voucherLogPaper(now(), team.checker, days));
  expect(paper).toContain("How the log adds up");
  expect(paper).not.toMatch(/1111|3333|5555/u);
  const before = await voucherLogSheet(now(), team.checker, { from: calendarDateOf("2026-04-01"), to: calendarDateOf("2026-09-30") });
  expect(before.trim().split("\r\n")).toHaveLength(1);
});
