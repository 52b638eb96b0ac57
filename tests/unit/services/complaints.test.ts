// When a payment went wrong: said by the person, answered in time by somebody else, and kept as it was said.
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { staffOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import {
  answerComplaint,
  complaintFor,
  complaintsAbout,
  complaintsFor,
  complaintsWaiting,
  myComplaints,
  organiserOf,
  raiseComplaint,
  type SaidAbout,
  writeDownComplaint,
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

const told = { what: "too-long", text: "Three weeks, and nothing.", how: "phone", aboutStaff: null } as const;
const referenceOf = async (claimId: string) =>
  (await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.id, claimId) }))!.reference;

test("what somebody says on the phone is written down for them, in the same queue with the same last day", async () => {
  const reference = await referenceOf(await sentClaim(now(), mia));
  const typed = `${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)}`;
  expect(await writeDownComplaint(now(), staffOf(asha), { ...told, reference: typed })).toEqual({
    ok: true,
    value: { answerBy: "2026-11-10" },
  });
  const [waiting] = (await complaintsFor(now(), staffOf(ben))).open;
  expect(waiting).toMatchObject({ person: "Mia Bell", text: told.text, written: { how: "phone", by: asha.name } });
  expect(await myComplaints(now(), mia)).toMatchObject([{ text: told.text, answer: null }]);
  expect((await answerComplaint(now(), staffOf(ben), { id: waiting!.id, version: 1 }, "It left us today.")).ok).toBe(true);
});

test("nobody it is about reads it, counts it or answers it, and nobody writes down what is said of themselves", async () => {
  const reference = await referenceOf(await sentClaim(now(), mia));
  const about = { ...told, reference, what: "how-treated", aboutStaff: ben.staffId } as const;
  expect(await writeDownComplaint(now(), staffOf(ben), about)).toEqual({ ok: false, refusal: "about-you" });
  expect((await writeDownComplaint(now(), staffOf(asha), about)).ok).toBe(true);
  expect((await complaintsFor(now(), staffOf(ben))).open).toEqual([]);
  expect(await complaintsWaiting(now(), ben)).toEqual({ count: 0, first: null });
  const [waiting] = (await complaintsFor(now(), staffOf(asha))).open;
  expect(await complaintFor(now(), staffOf(ben), waiting!.id)).toEqual({ ok: false, refusal: "not-found" });
  expect(await answerComplaint(now(), staffOf(ben), { id: waiting!.id, version: 1 }, "No")).toEqual({ ok: false, refusal: "not-found" });
  const file = new Database(join(opened.folder, "data", "welcome-table.db"));
  expect(() => file.prepare("UPDATE payment_complaints SET answered_by = ? WHERE id = ?").run(ben.staffId, waiting!.id)).toThrow(
    "nobody answers a complaint that is about them",
  );
  file.close();
  expect((await answerComplaint(now(), staffOf(asha), { id: waiting!.id, version: 1 }, "We are sorry.")).ok).toBe(true);
});

test("a reference nobody knows, a claim not sent and one's own claim are refused in words", async () => {
  const open = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, mia.invitationId) });
  const write = async (reference: string, staff = staffOf(asha)) => writeDownComplaint(now(), staff, { ...told, reference });
  expect(await write("")).toEqual({ ok: false, refusal: "missing" });
  expect(await write("HELLO")).toEqual({ ok: false, refusal: "not-a-reference" });
  expect(await write("CCCC CCCC")).toEqual({ ok: false, refusal: "not-found" });
  expect(await write(open!.reference)).toEqual({ ok: false, refusal: "not-sent" });
  await sentClaim(now(), mia);
  const own = await financePerson(now(), asha.organisationId, "Mia Bell", ["finance-check"], "mia@example.org");
  expect(await write(open!.reference, staffOf(own))).toEqual({ ok: false, refusal: "own-claim" });
});

test("whoever the person says it is about never reads it, is told of it or answers it; everybody else does", async () => {
  const claimId = await sentClaim(now(), mia);
  const cara = await financePerson(now(), mia.organisationId, "Cara Iqbal", ["finance-authorise"]);
  expect(await organiserOf(now(), mia)).toBe("Asha Grewal");
  const about = async (who: SaidAbout) => {
    const before = new Set((await now().db.query.paymentComplaints.findMany()).map(({ id }) => id));
    expect((await raiseComplaint(now(), mia, { ...problem, about: who })).ok).toBe(true);
    const added = (await now().db.query.paymentComplaints.findMany()).find(({ id }) => !before.has(id))!;
    const readers = [];
    for (const [name, reader] of [
      ["asha", staffOf(asha)],
      ["ben", staffOf(ben)],
      ["cara", staffOf(cara)],
    ] as const) {
      const seen = (await complaintFor(now(), reader, added.id)).ok;
      const listed = (await complaintsFor(now(), reader)).open.some(({ id }) => id === added.id);
      const linked = (await complaintsAbout(now(), reader, { claimId })).some(({ id }) => id === added.id);
      const ofPerson = (await complaintsAbout(now(), reader, { personId: mia.personId })).some(({ id }) => id === added.id);
      expect([listed, linked, ofPerson], name).toEqual([seen, seen, seen]);
      if (seen) readers.push(name);
      else
        expect(await answerComplaint(now(), reader, { id: added.id, version: added.version }, "No")).toEqual({
          ok: false,
          refusal: "not-found",
        });
    }
    return readers.join(" ");
  };
  expect(await about("nobody")).toBe("asha ben cara");
  expect(await about("organiser")).toBe("ben cara");
  expect(await about({ name: "ben" })).toBe("asha cara");
  expect(await about({ name: "Bén  Ali" })).toBe("asha cara");
  // Nobody here is called so, and there is no administrator: everybody else whose name is none of these words.
  expect(await about({ name: "Ben Smith" })).toBe("asha cara");
  expect((await myComplaints(now(), mia)).map((said) => said.about)).toEqual([null, "Asha Grewal", "ben", "Bén  Ali", "Ben Smith"]);
  const rows = JSON.stringify(await now().db.query.paymentComplaints.findMany());
  expect(rows).not.toContain("Ben Smith");
});

test("nothing is promised about the only person who works there: it is not sent, and keeps what was typed", async () => {
  const made = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  const { reference } = await pastMeeting(moment, made.coordinator);
  const alone = await invitedPerson(moment, made.coordinator, reference);
  await markEverybody(now(), made.coordinator, reference);
  await sentClaim(now(), alone);
  const staff = await opened.context().db.query.staff.findMany({ where: (table, { eq }) => eq(table.organisationId, made.organisationId) });
  expect(staff).toHaveLength(1);
  expect(await raiseComplaint(now(), alone, { ...problem, about: "organiser" })).toEqual({ ok: false, refusal: "nobody-else" });
  expect(await myComplaints(now(), alone)).toEqual([]);
  // Where it is said that they may read it, it is sent.
  expect((await raiseComplaint(now(), alone, { ...problem, about: "nobody" })).ok).toBe(true);
});
