// Money before a meeting through the services the pages use, on a real database: asked for, answered, sent, and taken off the claim.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import { myClaim } from "#app/services/claims.server.ts";
import {
  advancesFor,
  answerCostRequest,
  answerQuestion,
  askForCosts,
  costsBeforeOf,
  moveAdvance,
  myCostsBefore,
  withdrawRequest,
  type Answer,
  type Asked,
} from "#app/services/costs-before.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

const ahead = "2026-10-20T09:00:00.000Z";
let opened: TestInstance;
let asha: Coordinator;
let reference: string;
let mia: Attendee;
let ben: FinanceOfficer;
let cara: FinanceOfficer;

const before = () => opened.context(ahead);
const after = () => opened.context(afterwards);
const asked: Asked = {
  needs: ["train-or-bus"],
  wish: "advance",
  words: "MARKER-WORDS from Leeds",
  estimate: penceOf(1200),
  neededBy: calendarDateOf("2026-10-30"),
};

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  asha = made.coordinator;
  reference = (await pastMeeting((at) => opened.context(at), asha)).reference;
  mia = await invitedPerson((at) => opened.context(at), asha, reference);
  ben = await financePerson(before(), made.organisationId, "Ben Ali", ["finance-check", "finance-authorise"]);
  cara = await financePerson(before(), made.organisationId, "Cara Iqbal", ["finance-check", "finance-authorise"]);
});

async function one() {
  const found = await costsBeforeOf(before(), asha, reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.requests[0]!;
}
async function answered(answer: Answer, coordinator = asha) {
  const { id, version } = await one();
  return answerCostRequest(before(), coordinator, { reference, id, version }, answer);
}
const money: Answer = { move: "agree-money", way: "advance", amount: penceOf(1000), words: "On its way." };
async function advance(finance: FinanceOfficer) {
  return (await advancesFor(before(), finance))[0]!;
}

describe("asking", () => {
  test("each thing is asked for on its own, with a day by which somebody answers, and a coordinator is told without what it is", async () => {
    const done = await askForCosts(before(), mia, { ...asked, needs: ["train-or-bus", "care"] });
    expect(done).toEqual({ ok: true, value: { replyBy: "2026-10-23" } });
    expect((await myCostsBefore(before(), mia)).requests.map(({ need, state }) => [need, state])).toEqual(
      expect.arrayContaining([
        ["train-or-bus", "asked"],
        ["care", "asked"],
      ]),
    );
    const [message] = await before().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "costs-before-asked") });
    expect(message?.subject).toBe("Somebody asks for costs before Planning group");
  });

  test("what they wrote is sealed in the database", async () => {
    await askForCosts(before(), mia, asked);
    const file = new Database(join(opened.folder, "data", "welcome-table.db"), { readonly: true });
    expect(JSON.stringify(file.prepare("SELECT * FROM cost_requests").all())).not.toContain("MARKER-WORDS");
    expect(JSON.stringify(file.prepare("SELECT * FROM audit").all())).not.toContain("MARKER-WORDS");
    file.close();
  });

  test("a day after the meeting is too late to need it, and after the meeting nothing can be asked for", async () => {
    expect(await askForCosts(before(), mia, { ...asked, neededBy: calendarDateOf("2026-11-03") })).toEqual({
      ok: false,
      refusal: "after-the-meeting",
    });
    expect(await askForCosts(after(), mia, asked)).toEqual({ ok: false, refusal: "not-now" });
  });

  test("a form sent twice asks once", async () => {
    await askForCosts(before(), mia, asked, "same");
    await askForCosts(before(), mia, asked, "same");
    expect((await myCostsBefore(before(), mia)).requests).toHaveLength(1);
  });

  test("nobody reads or changes what somebody else asked for", async () => {
    await askForCosts(before(), mia, asked);
    const noor = await invitedPerson((at) => opened.context(at), asha, reference, { name: "Noor Aziz", email: "noor@example.org" });
    const { id, version } = await one();
    expect((await myCostsBefore(before(), noor)).requests).toEqual([]);
    expect(await withdrawRequest(before(), noor, { id, version })).toEqual({ ok: false, refusal: "not-found" });
    const other = await makeOrganisation(before(), "Elsewhere");
    expect(await costsBeforeOf(before(), other.coordinator, reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await answerCostRequest(before(), other.coordinator, { reference, id, version }, money)).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

describe("answering", () => {
  beforeEach(async () => {
    await askForCosts(before(), mia, asked);
  });

  test("a question goes to the person and comes back with their answer", async () => {
    expect(await answered({ move: "ask", words: "Which train?" })).toMatchObject({ ok: true });
    const [mine] = (await myCostsBefore(before(), mia)).requests;
    expect(mine).toMatchObject({ state: "question", question: "Which train?" });
    expect(await answerQuestion(before(), mia, { id: mine!.id, version: mine!.version }, "The 9:12")).toMatchObject({ ok: true });
    expect(await one()).toMatchObject({ state: "asked", reply: "The 9:12" });
  });

  test("the person is told that there is an answer, never in the message what it says", async () => {
    await answered({ move: "cannot", words: "MARKER-WHY" });
    const sent = await before().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "costs-before-answered") });
    const [message, ...more] = sent.filter(({ organisationId }) => organisationId === asha.organisationId);
    expect(more).toEqual([]);
    const body = before().vault.unseal(message!.body!, { table: "outbox", column: "body", row: message!.id });
    expect(body).toContain("We have answered what you asked for");
    expect(`${message!.subject} ${body}`).not.toMatch(/MARKER|train/u);
    expect((await myCostsBefore(before(), mia)).requests[0]).toMatchObject({ state: "cannot", answer: "MARKER-WHY" });
  });

  test("an answer to an old version is refused", async () => {
    const { id, version } = await one();
    await answered({ move: "ask", words: "Which train?" });
    expect(await answerCostRequest(before(), asha, { reference, id, version }, money)).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
  });

  test("a coordinator who is the person does not answer for themselves", async () => {
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    file.prepare("UPDATE staff SET person_id = ? WHERE id = ?").run(mia.personId, asha.staffId);
    file.close();
    expect(await answered(money)).toEqual({ ok: false, refusal: "own-money" });
  });
});

describe("money first", () => {
  beforeEach(async () => {
    await askForCosts(before(), mia, asked);
    await answered(money);
  });

  test("finance sees a name, an amount and a day, and nothing of what it is for", async () => {
    const seen = JSON.stringify(await advancesFor(before(), ben));
    expect(seen).toContain("Mia Bell");
    expect(seen).not.toMatch(/train|bus|MARKER|care|taxi/iu);
  });

  test("one authorises it and another sends it", async () => {
    const { id, version } = await advance(ben);
    expect(await moveAdvance(before(), ben, { id, version }, { step: "send", on: calendarDateOf("2026-10-20") })).toEqual({
      ok: false,
      refusal: "not-now",
    });
    expect(await moveAdvance(before(), ben, { id, version }, { step: "authorise" })).toMatchObject({ ok: true });
    const next = { id, version: version + 1 };
    expect(await moveAdvance(before(), ben, next, { step: "send", on: calendarDateOf("2026-10-20") })).toEqual({
      ok: false,
      refusal: "you-authorised-it",
    });
    expect(await moveAdvance(before(), cara, next, { step: "send", on: calendarDateOf("2026-10-21") })).toEqual({
      ok: false,
      refusal: "in-the-future",
    });
    expect(await moveAdvance(before(), cara, next, { step: "send", on: calendarDateOf("2026-10-20") })).toMatchObject({ ok: true });
    expect((await myCostsBefore(before(), mia)).requests[0]).toMatchObject({ state: "money-sent", sentOn: "2026-10-20" });
  });

  test("whoever agreed it as a coordinator does not authorise it in finance, and the database refuses it too", async () => {
    const both = { ...ben, staffId: asha.staffId };
    const { id, version } = await advance(ben);
    expect(await moveAdvance(before(), both, { id, version }, { step: "authorise" })).toEqual({ ok: false, refusal: "you-agreed-it" });
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    const authorise = file.prepare("UPDATE cost_requests SET state = 'money-authorised', authorised_by = ? WHERE id = ?");
    expect(() => authorise.run(asha.staffId, id)).toThrow(/agreed by one person and authorised by another/u);
    expect(() => file.prepare("UPDATE cost_requests SET state = 'money-sent' WHERE id = ?").run(id)).toThrow(/authorised by another/u);
    file.close();
  });

  test("two who authorise at the same moment do it once", async () => {
    const { id, version } = await advance(ben);
    const both = await Promise.all([ben, cara].map(async (who) => moveAdvance(before(), who, { id, version }, { step: "authorise" })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("it is taken off the claim for that kind of cost, and what is left waits for a person", async () => {
    const { id, version } = await advance(ben);
    await moveAdvance(before(), ben, { id, version }, { step: "authorise" });
    await moveAdvance(before(), cara, { id, version: version + 1 }, { step: "send", on: calendarDateOf("2026-10-20") });
    await markEverybody(after(), asha, reference);
    const claimId = await sentClaim(after(), mia, { kind: "public-transport", pence: 640 });
    const found = await claimForFinance(after(), ben, claimId);
    if (!found.ok) throw new Error(found.refusal);
    expect(await myClaim(after(), mia)).toMatchObject({
      ok: true,
      value: { settlement: { costs: 640, advancesTaken: 640, toPay: 7500, leftOver: [{ amount: 360, isDecided: false }] } },
    });
  });
});

describe("what we booked", () => {
  test("a cost of the same kind in the claim is shown to a person, and what was agreed first counts as agreed", async () => {
    await askForCosts(before(), mia, { ...asked, needs: ["taxi"] });
    await answered({ move: "book", amount: penceOf(1500), words: "Booked for 9:30am." });
    await markEverybody(after(), asha, reference);
    await sentClaim(after(), mia, { kind: "taxi", pence: 900 });
    const found = await myClaim(after(), mia);
    expect(found).toMatchObject({ ok: true, value: { costs: [{ expense: { agreedFirst: "yes" } }] } });
    const row = await after().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, mia.invitationId) });
    const seen = await claimForFinance(after(), ben, row!.id);
    expect(JSON.stringify(seen)).toContain("booked-already");
  });
});
