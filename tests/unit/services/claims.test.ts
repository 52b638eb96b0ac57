// Claims through the services the pages use, on a real database: filled in, sent, checked, authorised and paid.
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import { attendanceOf, markAttendance } from "#app/services/attendance.server.ts";
import { myClaim, saveCostDetails, saveTime, sendClaim, startCost, unreadyOf } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { claimForFinance, receiptForFinance } from "#app/services/finance-claim.server.ts";
import { claimQueue } from "#app/services/finance-lists.server.ts";
import {
  askPerson,
  authoriseClaim,
  changeAmounts,
  holdClaim,
  markPaid,
  passClaim,
  resumeClaim,
  sendBackClaim,
} from "#app/services/finance.server.ts";
import { paymentFormFor, paymentFormToLookAt } from "#app/services/payment-form.server.ts";
import { saveBankDetails } from "#app/services/payment-choice.server.ts";
import { staff } from "#db/schema.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { setPolicies } from "#tests/support/vouchers.ts";

let opened: TestInstance;
let asha: Coordinator;
let reference: string;
let mia: Attendee;
let ben: FinanceOfficer;
let cara: FinanceOfficer;
let organisationId: string;

const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());

beforeEach(async () => {
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  organisationId = made.organisationId;
  asha = made.coordinator;
  reference = (await pastMeeting(moment, asha)).reference;
  mia = await invitedPerson(moment, asha, reference);
  ben = await financePerson(now(), organisationId, "Ben Ali", ["finance-check", "finance-authorise"]);
  cara = await financePerson(now(), organisationId, "Cara Iqbal", ["finance-check", "finance-authorise"]);
});

async function viewOf(claimId: string, finance = ben) {
  const found = await claimForFinance(now(), finance, claimId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const at = async (claimId: string) => ({ claimId, version: (await viewOf(claimId)).version });
const mine = async () => {
  const found = await myClaim(now(), mia);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
async function agreedClaim(): Promise<string> {
  await markEverybody(now(), asha, reference);
  const claimId = await sentClaim(now(), mia);
  expect(await passClaim(now(), ben, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
  expect(await authoriseClaim(now(), cara, await at(claimId))).toMatchObject({ ok: true });
  return claimId;
}

describe("who took part", () => {
  test("marking people opens their claims and tells each of them", async () => {
    const found = await attendanceOf(now(), asha, reference);
    expect(found).toMatchObject({ ok: true, value: { isOver: true, people: [{ name: "Mia Bell", minutes: 120, attendance: null }] } });
    await markEverybody(now(), asha, reference);
    expect(await mine()).toMatchObject({ state: "open", mayChange: true, settlement: { time: 7500 } });
  });

  test("somebody who came for part is paid for that part by the same card", async () => {
    const found = await attendanceOf(now(), asha, reference);
    if (!found.ok) throw new Error(found.refusal);
    const [row] = found.value.people;
    await markAttendance(now(), asha, reference, [
      { invitationId: row!.invitationId, version: row!.version, attendance: "part", minutes: 60 },
    ]);
    expect((await mine()).settlement.time).toBe(5000);
  });

  test("somebody who did not take part is paid for no time, and can still claim costs", async () => {
    const found = await attendanceOf(now(), asha, reference);
    if (!found.ok) throw new Error(found.refusal);
    const [row] = found.value.people;
    await markAttendance(now(), asha, reference, [
      { invitationId: row!.invitationId, version: row!.version, attendance: "not", minutes: 0 },
    ]);
    expect(await mine()).toMatchObject({ time: [], costsCovered: ["public-transport", "taxi", "own-vehicle", "assistant", "other"] });
  });

  test("nobody is marked before the day of the meeting", async () => {
    const early = opened.context("2026-11-01T09:00:00.000Z");
    expect(await markAttendance(early, asha, reference, [])).toEqual({ ok: false, refusal: "not-yet" });
  });

  test("somebody who chose no payment and no costs is thanked, not asked to claim, and the count does not tell", async () => {
    const noor = await invitedPerson(moment, asha, reference, { name: "Noor Aziz", email: "noor@example.org", choice: "nothing" });
    await markEverybody(now(), asha, reference);
    expect(await myClaim(now(), noor)).toEqual({ ok: false, refusal: "nothing-chosen" });
    const told = await now().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "claim-open") });
    expect(told.filter(({ organisationId: of }) => of === organisationId)).toHaveLength(2);
  });

  test("time is paid as chosen: less is less, and never below what was named", async () => {
    const leo = await invitedPerson(moment, asha, reference, { name: "Leo Hart", email: "leo@example.org", choice: "less" });
    await markEverybody(now(), asha, reference);
    const found = await myClaim(now(), leo);
    expect(found).toMatchObject({ ok: true, value: { settlement: { time: 2000, declined: 5500 } } });
  });

  test("a claim for time is not sent before the person has chosen about payment", async () => {
    const kit = await invitedPerson(moment, asha, reference, { name: "Kit Wu", email: "kit@example.org", choice: null });
    await markEverybody(now(), asha, reference);
    const found = await myClaim(now(), kit);
    if (!found.ok) throw new Error(found.refusal);
    expect(unreadyOf(found.value)).toContain("choice-missing");
    await saveTime(now(), kit, found.value.version, { answer: "right", differs: "", paidByEmployer: "no" });
    expect(await sendClaim(now(), kit, found.value.version + 1, { signedName: "Kit Wu", answer: "" })).toEqual({
      ok: false,
      refusal: "choice-missing",
    });
  });

  test("another organisation's meeting is not found", async () => {
    const other = await makeOrganisation(now(), "Elsewhere");
    expect(await attendanceOf(now(), other.coordinator, reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await markAttendance(now(), other.coordinator, reference, [])).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("a person's own claim", () => {
  beforeEach(() => markEverybody(now(), asha, reference));

  test("a cost the offer does not cover cannot be begun", async () => {
    expect(await startCost(now(), mia, "training")).toEqual({ ok: false, refusal: "not-covered" });
  });

  test("a cost that was begun and not finished has to be finished or taken out, and nothing of it is lost", async () => {
    await startCost(now(), mia, "taxi");
    const claim = await mine();
    expect(claim.costs).toMatchObject([{ kind: "taxi", assessed: null }]);
    expect(unreadyOf(claim)).toContain("cost-not-finished");
  });

  test("no receipt never stops a claim: it takes the cost to a person", async () => {
    const started = await startCost(now(), mia, "public-transport");
    if (!started.ok) throw new Error(started.refusal);
    await saveCostDetails(
      now(),
      mia,
      { costId: started.value.costId, version: 1 },
      {
        expense: {
          date: calendarDateOf("2026-11-02"),
          whatFor: "",
          details: { kind: "public-transport" },
          spent: penceOf(640),
          agreedFirst: "not-said",
          paidByOrganisation: false,
          paidByEmployer: false,
        },
        receipt: "lost",
        reason: "It blew away",
        upload: null,
      },
    );
    const claimId = await sentClaim(now(), mia);
    const view = await viewOf(claimId);
    expect(view.blocks).toEqual([{ block: "line-undecided", line: started.value.costId, amount: 640 }]);
    expect(await passClaim(now(), ben, await at(claimId), "PPI-204")).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "blocked" } },
    });
    expect(
      await changeAmounts(now(), ben, await at(claimId), {
        changes: [{ line: started.value.costId, amount: penceOf(640), why: "The usual fare" }],
        budgetCode: "",
      }),
    ).toMatchObject({ ok: true });
    expect(await passClaim(now(), ben, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
    expect((await mine()).costs[0]?.changed).toEqual({ amount: 640, why: "The usual fare" });
  });

  test("100 sends of one form make one claim, one entry on record, and 100 same answers", async () => {
    await saveTime(now(), mia, (await mine()).version, { answer: "right", differs: "", paidByEmployer: "no" });
    const { version } = await mine();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        sendClaim(now(), mia, version, { signedName: "Mia Bell", answer: "" }, `one form ${mia.invitationId}`),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    const rows = await now().db.query.claims.findMany({ where: (table, { eq }) => eq(table.invitationId, mia.invitationId) });
    expect(rows).toHaveLength(1);
    const recorded = await now().db.query.audit.findMany({
      where: (table, { and, eq }) => and(eq(table.subjectId, rows[0]!.id), eq(table.action, "claim-sent")),
    });
    expect(recorded).toHaveLength(1);
  });

  test("a claim that was sent is not changed any more, by a stale page or otherwise", async () => {
    await sentClaim(now(), mia);
    expect(await startCost(now(), mia, "taxi")).toEqual({ ok: false, refusal: "not-now" });
    expect(await saveTime(now(), mia, 1, { answer: "right", differs: "", paidByEmployer: "no" })).toEqual({
      ok: false,
      refusal: "not-now",
    });
  });

  test("a claim is to be paid within the working days of its offer", async () => {
    await sentClaim(now(), mia);
    expect((await mine()).payBy).toBe("2026-11-17");
  });

  test("a photo is kept sealed on disk, and only its owner's words say what it is called", async () => {
    const started = await startCost(now(), mia, "taxi");
    if (!started.ok) throw new Error(started.refusal);
    mkdirSync(now().filesFolder, { recursive: true });
    const before = readdirSync(now().filesFolder).length;
    const upload = await readUpload(now(), new File([tinyPng()], "my wheelchair taxi.png"));
    if (!upload.ok) throw new Error(upload.refusal);
    const said = {
      expense: {
        date: calendarDateOf("2026-11-02"),
        whatFor: "",
        details: { kind: "taxi", why: "access" } as const,
        spent: penceOf(1250),
        agreedFirst: "not-said" as const,
        paidByOrganisation: false,
        paidByEmployer: false,
      },
      receipt: "photo" as const,
      reason: "",
      upload: upload.value,
    };
    const intent = `photo ${mia.invitationId}`;
    expect(await saveCostDetails(now(), mia, { costId: started.value.costId, version: 1 }, said, intent)).toMatchObject({ ok: true });
    // The same form again writes nothing that stays behind.
    expect(await saveCostDetails(now(), mia, { costId: started.value.costId, version: 1 }, said, intent)).toMatchObject({ ok: true });
    expect(readdirSync(now().filesFolder).length).toBe(before + 1);
    expect((await mine()).costs[0]).toMatchObject({ receiptName: "my wheelchair taxi.png", assessed: { claimed: 1250, payable: 1250 } });

    const claimId = await sentClaim(now(), mia);
    const [line] = (await viewOf(claimId)).lines.filter(({ what }) => what.kind === "cost");
    if (line?.receipt.kind !== "photo") throw new Error("no receipt");
    const file = await receiptForFinance(now(), ben, line.receipt.fileId);
    expect(file).toMatchObject({ ok: true, value: { mediaType: "image/png" } });
    if (file.ok) expect(file.value.saveAs).not.toContain("wheelchair");
    const other = await makeOrganisation(now(), "Elsewhere");
    const dan = await financePerson(now(), other.organisationId, "Dan Ode", ["finance-check"]);
    expect(await receiptForFinance(now(), dan, line.receipt.fileId)).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("two people for every payment", () => {
  test("a claim goes from sent to checked, agreed and paid, each by who may", async () => {
    const claimId = await agreedClaim();
    expect(await markPaid(now(), cara, await at(claimId), calendarDateOf("2026-11-03"))).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "you-authorised-it" } },
    });
    expect(await markPaid(now(), ben, await at(claimId), calendarDateOf("2026-11-03"))).toMatchObject({
      ok: true,
      value: { state: "paid" },
    });
    const exception = await now().db.query.audit.findFirst({
      where: (table, { and, eq }) => and(eq(table.subjectId, claimId), eq(table.action, "claim-paid")),
    });
    expect(exception?.details).toMatchObject({ exception: "checker-released" });
    expect((await mine()).days).toEqual({ sent: "2026-11-03", checked: "2026-11-03", agreed: "2026-11-03", paid: "2026-11-03" });
  });

  test("with three in finance the checker does not release: a third person does", async () => {
    const dan = await financePerson(now(), organisationId, "Dan Ode", ["finance-check"]);
    const claimId = await agreedClaim();
    expect(await markPaid(now(), ben, await at(claimId), calendarDateOf("2026-11-03"))).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "further-person-needed" } },
    });
    expect(await markPaid(now(), dan, await at(claimId), calendarDateOf("2026-11-03"))).toMatchObject({ ok: true });
  });

  test("whoever checked a claim does not authorise it, and is told who can", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    expect(await authoriseClaim(now(), ben, await at(claimId))).toEqual({
      ok: false,
      refusal: { kind: "rule", refusal: { reason: "you-checked-it" }, others: ["Cara Iqbal"] },
    });
  });

  test("nobody checks, authorises or pays their own claim, even under another role and the same email", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    const own = await financePerson(
      now(),
      organisationId,
      "Mia Bell",
      ["finance-check", "finance-authorise"],
      "MIA-B@example.org".toLowerCase(),
    );
    await linkPerson(own.staffId, mia.personId);
    const refusal = { ok: false, refusal: { kind: "rule", refusal: { reason: "own-claim" } } };
    expect(await passClaim(now(), own, await at(claimId), "PPI-204")).toMatchObject(refusal);
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    expect(await authoriseClaim(now(), own, await at(claimId))).toMatchObject(refusal);
    await authoriseClaim(now(), cara, await at(claimId));
    expect(await markPaid(now(), own, await at(claimId), calendarDateOf("2026-11-03"))).toMatchObject(refusal);
  });

  test("somebody who uses one email address for work and for claiming is the same person", async () => {
    const eve = await invitedPerson(moment, asha, reference, { name: "Eve Sol", email: `eve-${organisationId.toLowerCase()}@example.org` });
    const own = await financePerson(now(), organisationId, "Eve Sol", ["finance-check"], `eve-${organisationId.toLowerCase()}@example.org`);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), eve);
    expect((await viewOf(claimId, own)).isOwn).toBe(true);
    expect(await passClaim(now(), own, await at(claimId), "PPI-204")).toMatchObject({ refusal: { refusal: { reason: "own-claim" } } });
    expect(() => insertStep(claimId, 1, "check", own.staffId)).toThrow("nobody may act on their own claim");
  });

  test("a claim paid from a budget that is not somebody's goes to somebody who authorises for it", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    const dan = await financePerson(now(), organisationId, "Dan Ode", ["finance-authorise"]);
    const authorises = async (authorisesCodes: readonly string[]) =>
      now().change(async (tx) => {
        await tx.update(staff).set({ authorisesCodes }).where(eq(staff.id, cara.staffId));
      });
    await authorises(["PPI-310"]);
    expect(await authoriseClaim(now(), cara, await at(claimId))).toEqual({
      ok: false,
      refusal: { kind: "rule", refusal: { reason: "not-your-budget", codes: ["PPI-204"] }, others: ["Dan Ode"] },
    });
    await authorises(["ppi-204"]);
    expect(await authoriseClaim(now(), cara, await at(claimId))).toMatchObject({ ok: true });
    expect(dan.mayAuthorise).toBe(true);
  });

  test("a claim over somebody's limit, counted over the month, goes to somebody with a higher one", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    await limitOf(cara.staffId, 7499);
    const dan = await financePerson(now(), organisationId, "Dan Ode", ["finance-authorise"]);
    expect(await authoriseClaim(now(), cara, await at(claimId))).toEqual({
      ok: false,
      refusal: { kind: "rule", refusal: { reason: "over-your-limit", limit: 7499, wouldBe: 7500 }, others: ["Dan Ode"] },
    });
    await limitOf(cara.staffId, 7500);
    expect(await authoriseClaim(now(), cara, await at(claimId))).toMatchObject({ ok: true });
    expect(dan.mayCheck).toBe(false);
  });

  test("a question sends the claim back to the person, who answers and sends it again for a fresh round", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia, { kind: "public-transport", pence: 640 });
    expect(await askPerson(now(), ben, await at(claimId), "Which bus was it?")).toMatchObject({ ok: true });
    const claim = await mine();
    expect(claim).toMatchObject({ state: "sent-back", mayChange: true, question: "Which bus was it?" });
    expect(await sendClaim(now(), mia, claim.version, { signedName: "Mia Bell", answer: "" })).toEqual({
      ok: false,
      refusal: "answer-missing",
    });
    expect(await sendClaim(now(), mia, claim.version, { signedName: "Mia Bell", answer: "The 42" })).toMatchObject({ ok: true });
    expect((await viewOf(claimId)).answer).toBe("The 42");
    expect(await passClaim(now(), cara, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
  });

  test("a hold keeps the signatures, and sending back wipes them", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    await holdClaim(now(), cara, await at(claimId), "Waiting for the bank");
    expect((await viewOf(claimId)).state).toBe("on-hold");
    expect(await resumeClaim(now(), ben, await at(claimId))).toMatchObject({ ok: true, value: { state: "checked" } });
    expect(await sendBackClaim(now(), cara, await at(claimId), "The code is wrong")).toMatchObject({ ok: true });
    const [queued] = (await claimQueue(now(), ben, { turn: "all" })).claims.filter((one) => one.claimId === claimId);
    expect(queued?.waitsFor).toBe("check");
    // In the new round the two may change places.
    expect(await passClaim(now(), cara, await at(claimId), "PPI-205")).toMatchObject({ ok: true });
    expect(await authoriseClaim(now(), ben, await at(claimId))).toMatchObject({ ok: true });
  });

  test("two people who decide about one claim at once never both succeed", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    const same = await at(claimId);
    const answers = await Promise.all([passClaim(now(), ben, same, "PPI-204"), passClaim(now(), cara, same, "PPI-204")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: "changed-by-someone-else" } });
  });

  test("another organisation's claim is not found, whatever is tried", async () => {
    const claimId = await agreedClaim();
    const other = await makeOrganisation(now(), "Elsewhere");
    const dan = await financePerson(now(), other.organisationId, "Dan Ode", ["finance-check", "finance-authorise"]);
    expect(await claimForFinance(now(), dan, claimId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await authoriseClaim(now(), dan, { claimId, version: 1 })).toEqual({ ok: false, refusal: { kind: "not-found" } });
    expect(await paymentFormFor(now(), dan, claimId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await paymentFormToLookAt(now(), dan, claimId)).toEqual({ ok: false, refusal: "not-found" });
    expect((await claimQueue(now(), dan, { turn: "all" })).claims).toEqual([]);
  });
});

describe("the database itself", () => {
  test("refuses a second step by the same person, and a claim agreed or paid without its signatures", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    expect(() => sql("UPDATE claims SET state = 'agreed' WHERE id = ?", claimId)).toThrow(
      "one person checked it and another authorised it",
    );
    insertStep(claimId, 1, "check", ben.staffId);
    expect(() => insertStep(claimId, 1, "authorise", ben.staffId)).toThrow("the same person may not do two steps");
    expect(() => sql("UPDATE claim_steps SET staff_id = ? WHERE claim_id = ?", cara.staffId, claimId)).toThrow("never changed");
    insertStep(claimId, 1, "authorise", cara.staffId);
    expect(() => insertStep(claimId, 1, "release", cara.staffId)).toThrow("the same person may not do two steps");
    sql("UPDATE claims SET state = 'agreed' WHERE id = ?", claimId);
    expect(() => sql("UPDATE claims SET state = 'paid', paid_on = '2026-11-03' WHERE id = ?", claimId)).toThrow("somebody released it");
    insertStep(claimId, 1, "release", ben.staffId);
    sql("UPDATE claims SET state = 'paid', paid_on = '2026-11-03' WHERE id = ?", claimId);
    expect(() => sql("UPDATE claims SET state = 'sent' WHERE id = ?", claimId)).toThrow("a paid claim stays paid");
  });

  test("refuses the checker as releaser once there are three in finance", async () => {
    await financePerson(now(), organisationId, "Dan Ode", ["finance-check"]);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    insertStep(claimId, 1, "check", ben.staffId);
    expect(() => insertStep(claimId, 1, "release", ben.staffId)).toThrow("the same person may not do two steps");
  });

  test("refuses any step by the claimant", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    await linkPerson(ben.staffId, mia.personId);
    for (const step of ["check", "authorise", "release"]) {
      expect(() => insertStep(claimId, 1, step, ben.staffId)).toThrow("nobody may act on their own claim");
    }
  });
});

describe("what finance may see", () => {
  test("nothing of an access cost but that it is one, and nothing of why a taxi was needed", async () => {
    const leo = await invitedPerson(moment, asha, reference, { name: "Leo Hart", email: "leo@example.org" });
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia, { kind: "assistant", pence: 4500, words: "MARKER-lipspeaker" });
    const view = JSON.stringify(await viewOf(claimId));
    for (const hidden of ["MARKER-lipspeaker", "assistant", "whoWasPaid"]) expect(view).not.toContain(hidden);
    expect((await viewOf(claimId)).lines.find(({ what }) => what.kind === "access")).toMatchObject({ claimed: 4500, amount: 4500 });

    const taxi = JSON.stringify(await viewOf(await sentClaim(now(), leo, { kind: "taxi", pence: 1250 })));
    expect(taxi).toContain("taxi");
    expect(taxi).not.toContain('access"');
  });

  test("a charity somebody named is the organisation's own gift, and no reason is told", async () => {
    const leo = await invitedPerson(moment, asha, reference, { name: "Leo Hart", email: "leo@example.org", choice: "charity" });
    await markEverybody(now(), asha, reference);
    const view = await viewOf(await sentClaim(now(), leo, { kind: "public-transport", pence: 640 }));
    expect(view.instruction).toMatchObject({ toPay: 640, ownGift: { charity: { name: "Harbour Lifeboat" }, amount: 7500 } });
  });

  test("the payment form is made once two people have signed; its full account number is put on record each time", async () => {
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    expect(await paymentFormFor(now(), ben, claimId)).toEqual({ ok: false, refusal: "not-agreed" });
    await passClaim(now(), ben, await at(claimId), "PPI-204");
    await authoriseClaim(now(), cara, await at(claimId));
    expect(await paymentFormFor(now(), ben, claimId)).toEqual({ ok: false, refusal: "no-bank-details" });
    const saved = await saveBankDetails(now(), mia, {
      nameOnAccount: "M Bell",
      sortCode: "200000" as never,
      accountNumber: "55779911" as never,
    });
    expect(saved.ok).toBe(true);
    const looked = await paymentFormToLookAt(now(), ben, claimId);
    expect(looked).toMatchObject({ ok: true, value: { endsIn: "11" } });
    expect(JSON.stringify(looked)).not.toContain("55779911");
    const made = await paymentFormFor(now(), ben, claimId);
    expect(made).toMatchObject({
      ok: true,
      value: {
        toPay: 7500,
        budgetCode: "PPI-204",
        bank: { accountNumber: "55779911" },
        signatures: [{ name: "Ben Ali" }, { name: "Cara Iqbal" }, { role: "releaser" }],
      },
    });
    const seen = await now().db.query.audit.findMany({
      where: (table, { and, eq }) => and(eq(table.subjectId, claimId), eq(table.action, "payment-form-made")),
    });
    expect(seen).toHaveLength(1);
  });

  test("a person's costs and words are not in the database file in plain text", async () => {
    await markEverybody(now(), asha, reference);
    await sentClaim(now(), mia, { kind: "assistant", pence: 4500, words: "MARKER-sealed-words" });
    const rows = query("SELECT * FROM claims") + query("SELECT * FROM claim_lines") + query("SELECT * FROM audit");
    expect(rows).not.toContain("MARKER-sealed-words");
  });
});

// Somebody at the database, past everything the program says.
function withDatabase<Value>(work: (database: InstanceType<typeof Database>) => Value): Value {
  const database = new Database(join(opened.folder, "data", "welcome-table.db"));
  try {
    return work(database);
  } finally {
    database.close();
  }
}
function sql(text: string, ...values: readonly (string | number)[]): void {
  withDatabase((database) => database.prepare(text).run(...values));
}
function query(text: string): string {
  return withDatabase((database) => JSON.stringify(database.prepare(text).all()));
}
function insertStep(claimId: string, round: number, step: string, staffId: string): void {
  sql(
    "INSERT INTO claim_steps (claim_id, round, step, staff_id, at) VALUES (?, ?, ?, ?, '2026-11-03T09:00:00.000Z')",
    claimId,
    round,
    step,
    staffId,
  );
}
async function linkPerson(staffId: string, personId: string): Promise<void> {
  sql("UPDATE staff SET person_id = ? WHERE id = ?", personId, staffId);
}
async function limitOf(staffId: string, limit: number): Promise<void> {
  sql("UPDATE staff SET authorisation_limit = ? WHERE id = ?", limit, staffId);
}

function tinyPng(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
  );
}

test("whether the work was in their own time is asked only where the organisation's rule asks it, and stands on the claim form", async () => {
  const context = opened.context(afterwards);
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  const { reference: meeting } = await pastMeeting((at) => opened.context(at), made.coordinator);
  const person = await invitedPerson((at) => opened.context(at), made.coordinator, meeting);
  await markEverybody(context, made.coordinator, meeting);
  const claim = async () => {
    const found = await myClaim(context, person);
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };
  expect((await claim()).ownTime).toBeNull();
  await setPolicies(context, made.organisationId, { asksOwnTime: "yes" });
  expect((await claim()).ownTime).toBe("not-said");
  const said = { answer: "right", differs: "", paidByEmployer: "no", ownTime: "yes" } as const;
  expect((await saveTime(context, person, (await claim()).version, said)).ok).toBe(true);
  expect((await claim()).ownTime).toBe("yes");
  const { ownTime: _left, ...without } = said;
  await saveTime(context, person, (await claim()).version, without);
  expect((await claim()).ownTime).toBe("yes");
});
