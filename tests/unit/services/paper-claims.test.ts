// Claims on paper and by phone: typed in by a coordinator, told to the person, and then signed by others, in code and by triggers.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { coordinatorOf, financeOfficerOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { saveCostDetails, startCost } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { claimForFinance, receiptForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, changeAmounts, passClaim } from "#app/services/finance.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import {
  findPaperClaim,
  paperClaimOf,
  paperClaimsOf,
  savePaperChoice,
  savePaperParts,
  scanOfPaperClaim,
  sendPaperClaim,
  type PaperParts,
} from "#app/services/paper-claims.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let ravi: Coordinator;
let raviInFinance: FinanceOfficer;
let reference: string;
let organisationId: string;

const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);
const onPaper: PaperParts = {
  from: "paper",
  receivedOn: calendarDateOf("2026-11-03"),
  time: { answer: "right", differs: "", paidByEmployer: "no" },
  scan: null,
  signedName: "Mia Bell",
};

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());

beforeEach(async () => {
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  organisationId = made.organisationId;
  asha = made.coordinator;
  reference = (await pastMeeting(moment, asha)).reference;
  const facts = { organisationId, name: "Ravi Dent", email: `${now().newId().toLowerCase()}@example.org` };
  const roles = ["coordinator", "finance-check", "finance-authorise"] as const;
  const added = await addStaffMember(now(), { ...facts, roles });
  if (!added.ok) throw new Error(added.refusal);
  ravi = coordinatorOf({ ...facts, roles, staffId: added.value.staffId })!;
  raviInFinance = financeOfficerOf({ ...facts, roles, staffId: added.value.staffId })!;
});

async function opensFor(person: Attendee): Promise<{ readonly reference: string; readonly claimId: string }> {
  await markEverybody(now(), asha, reference);
  const row = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, person.invitationId) });
  return { reference, claimId: row!.id };
}
async function viewOf(at: { readonly reference: string; readonly claimId: string }, coordinator = ravi) {
  const found = await paperClaimOf(now(), coordinator, at);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
/** Typed in by Ravi and sent. */
async function typedIn(person: Attendee, parts: PaperParts = onPaper) {
  const at = await opensFor(person);
  const kept = await savePaperParts(now(), ravi, { ...at, version: (await viewOf(at)).claim.version }, parts);
  if (!kept.ok) throw new Error(kept.refusal);
  const sent = await sendPaperClaim(
    now(),
    ravi,
    { ...at, version: kept.value.version },
    { signedName: "Mia Bell", answer: "", from: parts.from, receivedOn: calendarDateOf("2026-11-03") },
  );
  expect(sent).toMatchObject({ ok: true });
  return at;
}
const versionFor = async (claimId: string, finance: FinanceOfficer) => {
  const found = await claimForFinance(now(), finance, claimId);
  if (!found.ok) throw new Error(found.refusal);
  return { claimId, version: found.value.version };
};

describe("typing in a claim", () => {
  test("a coordinator finds the person by the reference on the form, however it is written", async () => {
    const at = await opensFor(await invitedPerson(moment, asha, reference));
    const found = await paperClaimsOf(now(), ravi, reference);
    expect(found).toMatchObject({ ok: true, value: { claims: [{ person: "Mia Bell", mayBeTyped: true, typedBy: [] }] } });
    const letters = found.ok ? found.value.claims[0]!.reference : "";
    const written = `${letters.slice(0, 4).toLowerCase()} ${letters.slice(4)}`;
    expect(await findPaperClaim(now(), ravi, written)).toEqual({ ok: true, value: { claimId: at.claimId, meeting: reference } });
    expect(await findPaperClaim(now(), ravi, "CDFH JKMX")).toEqual({ ok: false, refusal: "not-found" });
    expect(await findPaperClaim(now(), ravi, "")).toEqual({ ok: false, refusal: "missing" });
    const elsewhere = await makeOrganisation(now());
    expect(await findPaperClaim(now(), elsewhere.coordinator, written)).toEqual({ ok: false, refusal: "not-found" });
    expect(await paperClaimOf(now(), elsewhere.coordinator, at)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("what is typed in is sent on the day it came, and the person is told the sums and whom to tell of a mistake", async () => {
    const mia = await invitedPerson(moment, asha, reference);
    const at = await typedIn(mia);
    const row = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.id, at.claimId) });
    expect(row).toMatchObject({ state: "sent", enteredBy: ravi.staffId, enteredFrom: "paper", receivedOn: "2026-11-03" });
    expect((await viewOf(at)).typedBy).toEqual(["Ravi Dent"]);
    const message = await now().db.query.outbox.findFirst({
      where: (table, { and, eq }) => and(eq(table.kind, "claim-typed-in"), eq(table.aboutId, at.claimId)),
    });
    const body = now().vault.unseal(message!.body!, outboxPlace(message!.id));
    expect(message!.recipient).toBe("mia@example.org");
    expect(body).toContain("For your time: £75.");
    expect(body).toContain("If we typed something wrong, contact");
  });

  test("a cost typed in takes the questions of its kind, and is not sent half finished", async () => {
    const mia = await invitedPerson(moment, asha, reference);
    const at = await opensFor(mia);
    const { typist, claim } = await viewOf(at);
    const started = await startCost(now(), typist, "public-transport");
    if (!started.ok) throw new Error(started.refusal);
    const kept = await savePaperParts(now(), ravi, { ...at, version: (await viewOf(at)).claim.version }, onPaper);
    if (!kept.ok) throw new Error(kept.refusal);
    const send = async () =>
      sendPaperClaim(
        now(),
        ravi,
        { ...at, version: (await viewOf(at)).claim.version },
        { signedName: "Mia Bell", answer: "", from: "paper", receivedOn: calendarDateOf("2026-11-03") },
      );
    expect(await send()).toEqual({ ok: false, refusal: "cost-not-finished" });
    expect(claim.costsCovered).toContain("public-transport");
    const saved = await saveCostDetails(
      now(),
      typist,
      { costId: started.value.costId, version: 1 },
      {
        expense: {
          date: calendarDateOf("2026-11-02"),
          whatFor: "",
          details: { kind: "public-transport" },
          spent: penceOf(460),
          agreedFirst: "not-said",
          paidByOrganisation: false,
          paidByEmployer: false,
        },
        receipt: "will-post",
        reason: "",
        upload: null,
      },
    );
    expect(saved.ok).toBe(true);
    expect(await send()).toMatchObject({ ok: true });
    expect((await viewOf(at)).claim.settlement.toPay).toBe(7_500 + 460);
  });

  test("a choice on the form is kept for somebody who had not chosen, and never changes one they made themselves", async () => {
    const at = await opensFor(await invitedPerson(moment, asha, reference, { choice: null }));
    expect((await viewOf(at)).claim.choice).toBeNull();
    expect(await savePaperChoice(now(), ravi, at, { kind: "less", less: penceOf(99_999), how: "bank" })).toEqual({
      ok: false,
      refusal: "not-less",
    });
    expect(await savePaperChoice(now(), ravi, at, { kind: "full", less: null, how: null })).toEqual({ ok: false, refusal: "how-missing" });
    expect(await savePaperChoice(now(), ravi, at, { kind: "less", less: penceOf(2_000), how: "bank" })).toMatchObject({ ok: true });
    expect((await viewOf(at)).claim.choice).toEqual({ kind: "less", amount: 2_000 });
    expect(await savePaperChoice(now(), ravi, at, { kind: "full", less: null, how: "bank" })).toMatchObject({ ok: true });
    expect((await viewOf(at)).claim.choice).toEqual({ kind: "less", amount: 2_000 });
  });

  test("the scan of a form is for coordinators alone, and each opening is on record", async () => {
    const photo = Buffer.from(
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==",
      "base64",
    );
    const read = await readUpload(now(), new File([photo], "form.jpg", { type: "image/jpeg" }));
    if (!read.ok) throw new Error(read.refusal);
    const at = await typedIn(await invitedPerson(moment, asha, reference), { ...onPaper, scan: read.value });
    expect((await viewOf(at)).scanName).toBe("form.jpg");
    expect(await scanOfPaperClaim(now(), ravi, at)).toMatchObject({ ok: true, value: { mediaType: "image/jpeg" } });
    const row = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.id, at.claimId) });
    expect(await receiptForFinance(now(), raviInFinance, row!.scanFileId!)).toEqual({ ok: false, refusal: "not-found" });
    const opening = await now().db.query.audit.findFirst({
      where: (table, { and, eq }) => and(eq(table.action, "claim-scan-opened"), eq(table.subjectId, at.claimId)),
    });
    expect(opening).toMatchObject({ actorId: ravi.staffId });
  });

  test("nobody types in their own claim", async () => {
    const at = await opensFor(await invitedPerson(moment, asha, reference, { name: "Ravi Dent", email: ravi.email }));
    expect((await viewOf(at)).whyNot).toBe("own-claim");
    expect(await savePaperParts(now(), ravi, { ...at, version: 1 }, onPaper)).toEqual({ ok: false, refusal: "own-claim" });
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    expect(() => file.prepare("INSERT INTO claim_typing VALUES (?, ?, ?)").run(at.claimId, ravi.staffId, "2026-11-03")).toThrow(
      "nobody may type in their own claim",
    );
    file.close();
  });

  test("a claim the person sent by themselves is not typed over", async () => {
    const mia = await invitedPerson(moment, asha, reference);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    const at = { reference, claimId };
    expect(await savePaperParts(now(), ravi, { ...at, version: (await viewOf(at)).claim.version }, onPaper)).toEqual({
      ok: false,
      refusal: "not-now",
    });
  });
});

describe("whoever typed a claim in", () => {
  test("neither checks it, nor changes an amount, nor authorises it, and is told who could", async () => {
    const ben = await financePerson(now(), organisationId, "Ben Ali", ["finance-check", "finance-authorise"]);
    const cara = await financePerson(now(), organisationId, "Cara Iqbal", ["finance-check", "finance-authorise"]);
    const { claimId } = await typedIn(await invitedPerson(moment, asha, reference));
    const rule = { ok: false, refusal: { kind: "rule", refusal: { reason: "you-entered-it" }, others: ["Ben Ali", "Cara Iqbal"] } };
    expect(await passClaim(now(), raviInFinance, await versionFor(claimId, raviInFinance), "PPI-204")).toEqual(rule);
    const view = await claimForFinance(now(), raviInFinance, claimId);
    const line = view.ok ? view.value.lines[0]!.id : "";
    const change = { changes: [{ line, amount: penceOf(1), why: "No" }], budgetCode: "" };
    expect((await changeAmounts(now(), raviInFinance, await versionFor(claimId, raviInFinance), change)).ok).toBe(false);
    expect(await passClaim(now(), ben, await versionFor(claimId, ben), "PPI-204")).toMatchObject({ ok: true });
    expect(await authoriseClaim(now(), raviInFinance, await versionFor(claimId, raviInFinance))).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "you-entered-it" }, others: ["Cara Iqbal"] },
    });
    expect(await authoriseClaim(now(), cara, await versionFor(claimId, cara))).toMatchObject({ ok: true });
  });

  test("is refused every step by the database itself, and cannot be written out of the claim", async () => {
    const { claimId } = await typedIn(await invitedPerson(moment, asha, reference));
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    for (const step of ["check", "authorise", "release"])
      expect(() =>
        file
          .prepare("INSERT INTO claim_steps (claim_id, round, step, staff_id, at) VALUES (?, 1, ?, ?, ?)")
          .run(claimId, step, ravi.staffId, "2026-11-03"),
      ).toThrow("whoever typed a claim in does no step of it");
    expect(() => file.prepare("UPDATE claims SET entered_by = NULL WHERE id = ?").run(claimId)).toThrow("says by whom");
    expect(() => file.prepare("UPDATE claims SET entered_by = ? WHERE id = ?").run(asha.staffId, claimId)).toThrow("says by whom");
    expect(() => file.prepare("UPDATE claim_typing SET staff_id = ? WHERE claim_id = ?").run(asha.staffId, claimId)).toThrow(
      "never changed",
    );
    file.close();
  });

  test("stays out also when a second coordinator finished the typing", async () => {
    const at = await opensFor(await invitedPerson(moment, asha, reference));
    const begun = await savePaperParts(now(), ravi, { ...at, version: (await viewOf(at)).claim.version }, onPaper);
    if (!begun.ok) throw new Error(begun.refusal);
    const sent = await sendPaperClaim(
      now(),
      asha,
      { ...at, version: begun.value.version },
      { signedName: "Mia Bell", answer: "", from: "paper", receivedOn: calendarDateOf("2026-11-03") },
    );
    expect(sent).toMatchObject({ ok: true });
    expect((await viewOf(at)).typedBy.toSorted()).toEqual([asha.name, "Ravi Dent"].toSorted());
    expect(await passClaim(now(), raviInFinance, await versionFor(at.claimId, raviInFinance), "PPI-204")).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "you-entered-it" } },
    });
  });
});
