// When a payment went wrong: said by the person, answered in time by somebody else, and kept as it was said.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { staffOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import {
  answerComplaint,
  complaintFor,
  complaintsFor,
  complaintsWaiting,
  myComplaints,
  raiseComplaint,
} from "#app/services/complaints.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let mia: Attendee;
let ben: FinanceOfficer;
const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  asha = made.coordinator;
  const { reference } = await pastMeeting(moment, asha);
  mia = await invitedPerson(moment, asha, reference);
  await markEverybody(now(), asha, reference);
  ben = await financePerson(now(), made.organisationId, "Ben Ali", ["finance-check"]);
});

const problem = { what: "not-arrived", text: "The money has not come.\nI looked today." } as const;

test("nothing is said about a claim that was not sent", async () => {
  expect(await raiseComplaint(now(), mia, problem)).toEqual({ ok: false, refusal: "not-sent" });
});

test("the person is told by when they hear, the staff see it in order, and the answer comes in the person's own way", async () => {
  await sentClaim(now(), mia);
  // Tuesday 3 November and five working days.
  expect(await raiseComplaint(now(), mia, problem)).toEqual({ ok: true, value: { answerBy: "2026-11-10" } });
  expect(await complaintsWaiting(now(), ben)).toEqual({ count: 1, first: "2026-11-10" });
  const [waiting] = (await complaintsFor(now(), staffOf(ben))).open;
  expect(waiting).toMatchObject({ person: "Mia Bell", text: problem.text, isLate: false, isOwn: false });
  expect((await complaintsFor(opened.context("2026-11-11T09:00:00.000Z"), staffOf(asha))).open[0]?.isLate).toBe(true);
  const at = { id: waiting!.id, version: waiting!.version };
  expect(await answerComplaint(now(), staffOf(ben), at, "It left us today.")).toEqual({ ok: true, value: { told: true } });
  expect(await answerComplaint(now(), staffOf(asha), at, "Again")).toEqual({ ok: false, refusal: "answered-already" });
  expect(await myComplaints(now(), mia)).toMatchObject([{ text: problem.text, answer: "It left us today.", answeredOn: "2026-11-03" }]);
  const message = await now().db.query.outbox.findFirst({ where: (table, { eq }) => eq(table.kind, "payment-problem-answer") });
  expect(message?.recipient).toBe("mia@example.org");
  expect(now().vault.unseal(message!.body!, outboxPlace(message!.id))).toContain("It left us today.");
  expect((await complaintsFor(now(), staffOf(ben))).open).toEqual([]);
});

test("what was said stays as it was said, and nobody answers about their own claim", async () => {
  const claimId = await sentClaim(now(), mia);
  await raiseComplaint(now(), mia, problem);
  const [waiting] = (await complaintsFor(now(), staffOf(ben))).open;
  const file = new Database(join(opened.folder, "data", "welcome-table.db"));
  expect(() => file.prepare("UPDATE payment_complaints SET text = 'x' WHERE id = ?").run(waiting!.id)).toThrow("stays as it was said");
  file.prepare("UPDATE staff SET person_id = (SELECT person_id FROM claims WHERE id = ?) WHERE id = ?").run(claimId, ben.staffId);
  expect(() => file.prepare("UPDATE payment_complaints SET answered_by = ? WHERE id = ?").run(ben.staffId, waiting!.id)).toThrow(
    "nobody answers a complaint about their own claim",
  );
  file.close();
  expect(await answerComplaint(now(), staffOf(ben), { id: waiting!.id, version: 1 }, "Fine")).toEqual({ ok: false, refusal: "own-claim" });
});

test("another organisation sees none of it", async () => {
  await sentClaim(now(), mia);
  await raiseComplaint(now(), mia, problem);
  const [waiting] = (await complaintsFor(now(), staffOf(ben))).open;
  const elsewhere = (await makeOrganisation(now())).coordinator;
  expect(await complaintFor(now(), staffOf(elsewhere), waiting!.id)).toEqual({ ok: false, refusal: "not-found" });
  expect(await answerComplaint(now(), staffOf(elsewhere), { id: waiting!.id, version: 1 }, "Hello")).toEqual({
    ok: false,
    refusal: "not-found",
  });
});
