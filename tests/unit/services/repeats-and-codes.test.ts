// What may be paid twice, and which budgets pay: decided by a person, kept for good, and never by the claimant or the typist.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import { myClaim, saveCostDetails, saveTime, sendClaim, startCost } from "#app/services/claims.server.ts";
import { readUpload } from "#app/services/files.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { budgetTotals, claimQueue } from "#app/services/finance-lists.server.ts";
import { authoriseClaim, decideRepeat, passClaim, splitBudget } from "#app/services/finance.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let ben: FinanceOfficer;
let cara: FinanceOfficer;
let reference: string;
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
  ben = await financePerson(now(), organisationId, "Ben Ali", ["finance-check", "finance-authorise"]);
  cara = await financePerson(now(), organisationId, "Cara Iqbal", ["finance-check", "finance-authorise"]);
});

const photo = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==",
  "base64",
);

/** A claim with a taxi whose receipt is always the same picture. */
async function claimWithReceipt(person: Attendee, pence: number): Promise<string> {
  const read = await readUpload(now(), new File([photo], "taxi.jpg", { type: "image/jpeg" }));
  if (!read.ok) throw new Error(read.refusal);
  const started = await startCost(now(), person, "taxi");
  if (!started.ok) throw new Error(started.refusal);
  const kept = await saveCostDetails(
    now(),
    person,
    { costId: started.value.costId, version: 1 },
    {
      expense: {
        date: calendarDateOf("2026-11-02"),
        whatFor: "",
        details: { kind: "taxi", why: "not-said" },
        spent: penceOf(pence),
        agreedFirst: "not-said",
        paidByOrganisation: false,
        paidByEmployer: false,
      },
      receipt: "photo",
      reason: "",
      upload: read.value,
    },
  );
  if (!kept.ok) throw new Error(kept.refusal);
  const version = async () => {
    const found = await myClaim(now(), person);
    if (!found.ok) throw new Error(found.refusal);
    return found.value.version;
  };
  await saveTime(now(), person, await version(), { answer: "right", differs: "", paidByEmployer: "no" });
  expect(await sendClaim(now(), person, await version(), { signedName: "A Person", answer: "" })).toMatchObject({ ok: true });
  const row = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, person.invitationId) });
  return row!.id;
}
async function viewOf(claimId: string, finance = ben) {
  const found = await claimForFinance(now(), finance, claimId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const at = async (claimId: string) => ({ claimId, version: (await viewOf(claimId)).version });

describe("the same receipt in two claims", () => {
  let one: string;
  let other: string;
  beforeEach(async () => {
    const mia = await invitedPerson(moment, asha, reference);
    const tomas = await invitedPerson(moment, asha, reference, { name: "Tomás Ferreira", email: "tomas@example.org" });
    await markEverybody(now(), asha, reference);
    one = await claimWithReceipt(mia, 1_860);
    other = await claimWithReceipt(tomas, 1_860);
  });

  test("keeps either claim from being passed until a person decides, and tells which claim it is like", async () => {
    const view = await viewOf(one);
    expect(view.repeats).toMatchObject([
      { flag: { flag: "looks-alike", why: "same-receipt" }, otherClaimId: other, decided: null, blocks: true },
    ]);
    expect(await passClaim(now(), ben, await at(one), "PPI-204")).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "blocked", blocks: [{ block: "repeat-undecided" }] } },
    });
  });

  test("found not to be a repeat, with a reason, holds for both claims and is on record", async () => {
    const [repeat] = (await viewOf(one)).repeats;
    const said = { subject: repeat!.subject, decision: "not-a-repeat" as const, why: "They shared the taxi and each paid half." };
    expect(await decideRepeat(now(), ben, await at(one), { ...said, why: " " })).toMatchObject({
      ok: false,
      refusal: { refusal: { reason: "why-missing" } },
    });
    expect(await decideRepeat(now(), ben, await at(one), said)).toMatchObject({ ok: true });
    expect((await viewOf(other)).repeats).toMatchObject([
      { decided: { decision: "not-a-repeat", why: said.why, by: "Ben Ali" }, blocks: false },
    ]);
    expect(await passClaim(now(), ben, await at(one), "PPI-204")).toMatchObject({ ok: true });
    expect(await passClaim(now(), ben, await at(other), "PPI-204")).toMatchObject({ ok: true });
    expect(await authoriseClaim(now(), cara, await at(one))).toMatchObject({ ok: true });
    expect((await viewOf(one)).history.map(({ action }) => action)).toContain("claim-repeat-cleared");
    expect(await decideRepeat(now(), ben, await at(one), said)).toMatchObject({ ok: false });
  });

  test("found to be a repeat pays nothing for the line, tells the person why, and lets the other claim go on", async () => {
    const before = await viewOf(other);
    const [repeat] = before.repeats;
    expect(
      await decideRepeat(now(), ben, await at(other), {
        subject: repeat!.subject,
        decision: "is-a-repeat",
        why: "This taxi is in another claim.",
      }),
    ).toMatchObject({ ok: true });
    const after = await viewOf(other);
    expect(after.instruction.toPay).toBe(before.instruction.toPay - (before.lines.find(({ id }) => id === repeat!.line)?.amount ?? 0));
    expect(after.lines.find(({ id }) => id === repeat!.line)).toMatchObject({ amount: 0, decision: { by: "Ben Ali" } });
    const told = await now().db.query.outbox.findFirst({
      where: (table, { and, eq }) => and(eq(table.kind, "claim-amount-changed"), eq(table.aboutId, other)),
    });
    expect(told?.recipient).toBe("tomas@example.org");
    expect(await passClaim(now(), ben, await at(one), "PPI-204")).toMatchObject({ ok: true });
  });

  test("the database keeps a decision as it was made, and takes none from the claimant", async () => {
    const [repeat] = (await viewOf(one)).repeats;
    await decideRepeat(now(), ben, await at(one), { subject: repeat!.subject, decision: "not-a-repeat", why: "Shared" });
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    expect(() => file.prepare("UPDATE claim_findings SET decision = 'is-a-repeat' WHERE claim_id = ?").run(one)).toThrow("never changed");
    const own = await financePerson(now(), organisationId, "Mia Bell", ["finance-check"], `own-${now().newId()}@example.org`);
    file.prepare("UPDATE staff SET person_id = (SELECT person_id FROM claims WHERE id = ?) WHERE id = ?").run(one, own.staffId);
    expect(() =>
      file
        .prepare(
          "INSERT INTO claim_findings (claim_id, subject, decision, why, staff_id, at) VALUES (?, 'x', 'not-a-repeat', '', ?, '2026')",
        )
        .run(one, own.staffId),
    ).toThrow("nobody decides about their own claim");
    file.close();
  });
});

describe("several budget codes for one claim", () => {
  test("each code counts with its part, and the parts are the claim to the penny", async () => {
    const mia = await invitedPerson(moment, asha, reference);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia, { kind: "public-transport", pence: 460 });
    const view = await viewOf(claimId);
    const bus = view.lines.find(({ what }) => what.kind === "cost")!.id;
    const wanted = { budgetCode: "PPI-204", split: { by: "line" as const, codes: { [bus]: "TRAVEL-1" } } };
    expect(await splitBudget(now(), ben, await at(claimId), wanted)).toMatchObject({ ok: true });
    expect((await viewOf(claimId)).budgetParts).toEqual([
      { code: "PPI-204", amount: 7_500 },
      { code: "TRAVEL-1", amount: 460 },
    ]);
    const totals = await budgetTotals(now(), ben, calendarDateOf("2026-04-01"));
    expect(totals).toEqual([
      { code: "PPI-204", agreed: 0, waiting: 7_500, paid: 0, claims: 1 },
      { code: "TRAVEL-1", agreed: 0, waiting: 460, paid: 0, claims: 1 },
    ]);
    const list = await claimQueue(now(), ben, { turn: "check", budgetCode: "TRAVEL-1" });
    expect(list.claims.map(({ claimId: id }) => id)).toEqual([claimId]);
    expect(await splitBudget(now(), ben, await at(claimId), { ...wanted, split: null })).toMatchObject({ ok: true });
    expect((await budgetTotals(now(), ben, calendarDateOf("2026-04-01"))).map(({ code }) => code)).toEqual(["PPI-204"]);
  });

  test("is not changed once the claim was checked", async () => {
    const mia = await invitedPerson(moment, asha, reference);
    await markEverybody(now(), asha, reference);
    const claimId = await sentClaim(now(), mia);
    expect(await passClaim(now(), ben, await at(claimId), "PPI-204")).toMatchObject({ ok: true });
    expect(
      await splitBudget(now(), ben, await at(claimId), {
        budgetCode: "PPI-204",
        split: { by: "amount", parts: [{ code: "OTHER", amount: penceOf(100) }] },
      }),
    ).toMatchObject({ ok: false, refusal: { refusal: { reason: "not-now" } } });
  });
});
