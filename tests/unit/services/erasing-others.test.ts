// Deleting one person and what others wrote: it stays as it was unless it is certain that it names them, and nobody else goes with them.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import type { Context } from "#app/services/context.server.ts";
import { deletePerson } from "#app/services/erasing.server.ts";
import { leavePlansFor } from "#app/services/leave-plans.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import * as schema from "#db/schema.ts";
import type { Sealed } from "#db/vault.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;

const now = (): Context => opened.context();
const lamps = [{ id: "low-light", strength: "essential" }] as const;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  meeting = await plannedMeeting(now(), asha);
});
afterEach(() => opened.close());

async function put(work: (tx: Parameters<Parameters<Context["change"]>[0]>[0]) => Promise<unknown>): Promise<void> {
  await now().change(async (tx) => {
    await work(tx);
    return {};
  });
}

async function setPerson(personId: string, facts: Partial<typeof schema.people.$inferInsert>): Promise<void> {
  await put(async (tx) => tx.update(schema.people).set(facts).where(eq(schema.people.id, personId)));
}

const sealed = (table: string, column: string, row: string, text: string): Sealed => now().vault.seal(text, { table, column, row });

async function problem(id: string, text: string): Promise<void> {
  const { organisationId, staffId } = asha;
  await put(async (tx) =>
    tx.insert(schema.dayProblems).values({
      id,
      organisationId,
      meetingId: meeting.id,
      what: sealed("day_problems", "what", id, text),
      isFixed: false,
      savedBy: staffId,
      savedAt: now().now,
    }),
  );
}

async function problemNow(id: string): Promise<string> {
  const row = await now().db.query.dayProblems.findFirst({ where: (table, { eq: is }) => is(table.id, id) });
  return now().vault.unseal(row!.what, { table: "day_problems", column: "what", row: id });
}

async function decision(id: string, kind: "requirement" | "confirmation", value: unknown): Promise<void> {
  const { organisationId } = asha;
  await put(async (tx) =>
    tx.insert(schema.arrangements).values({
      id,
      organisationId,
      meetingId: meeting.id,
      kind,
      subject: id,
      savedBy: "Asha",
      savedAt: now().now,
      decision: sealed("arrangements", "decision", id, JSON.stringify(value)),
    }),
  );
}

async function decisionNow(id: string): Promise<unknown> {
  const row = await now().db.query.arrangements.findFirst({ where: (table, { eq: is }) => is(table.id, id) });
  return row && JSON.parse(now().vault.unseal(row.decision, { table: "arrangements", column: "decision", row: id }));
}

async function role(id: string, name: string, phone: string, meetingId = meeting.id): Promise<void> {
  const { organisationId } = asha;
  await put(async (tx) => tx.insert(schema.dayRoles).values({ id, organisationId, meetingId, role: "evacuation-helper", name, phone }));
}

async function rolesNow(): Promise<readonly (readonly [string, string, string])[]> {
  const rows = await now().db.query.dayRoles.findMany();
  return rows.map(({ id, name, phone }) => [id, name, phone] as const).toSorted();
}

async function onFile(name: string, email: string): Promise<string> {
  const facts = { name, email, phone: "", address: "", preferredContact: "email", neutralSubject: false, safeContact: "" } as const;
  return valueOf(await addPerson(now(), asha, facts)).personId;
}

async function deleted(personId: string): Promise<void> {
  valueOf(await deletePerson(now(), asha, personId, "by-phone"));
}

test("somebody with an ordinary name and a town for an address takes nothing from what others wrote, in words or in data", async () => {
  const will = await somebodyAsks(now(), asha, meeting, "Will", lamps);
  await setPerson(will.personId, { address: "Leeds" });
  await problem("p1", "Kate will bring the ramp from Leeds in May");
  const kept = {
    kind: "requirement",
    requirement: "low-light",
    how: "will-post",
    plan: "Kate will bring lamps. Will they fit in Leeds?",
    basis: { people: { "another low-light": "essential, and will say more" }, date: "2027-02-02" },
  };
  await decision("a1", "requirement", kept);
  await put(async (tx) =>
    tx.insert(schema.bookings).values({
      id: "b1",
      organisationId: asha.organisationId,
      meetingId: meeting.id,
      supportId: "bsl-interpreters",
      quantity: 1,
      state: "to-book",
      note: "They will ring from Leeds",
    }),
  );
  await deleted(will.personId);
  expect(await problemNow("p1")).toBe("Kate will bring the ramp from Leeds in May");
  expect(await decisionNow("a1")).toEqual(kept);
  expect(await now().db.query.bookings.findMany()).toMatchObject([{ note: "They will ring from Leeds", version: 1 }]);
});

test("a decision with their name in it keeps every key and fact, and so does the plan that was confirmed with it", async () => {
  const wendy = await somebodyAsks(now(), asha, meeting, "Wendeline Quarrington", lamps);
  const decided = { kind: "requirement", requirement: "low-light", plan: "Lamps, as Wendeline said", decidedBy: "Asha" };
  const basis = { people: { "another low-light": "as Wendeline Quarrington" }, date: "2027-02-02" };
  await decision("a1", "requirement", { ...decided, basis });
  const talk = JSON.stringify({ kind: "talk", attendee: wendy.invitationId, agreed: "QZX" });
  const confirmed = { "requirement low-light": JSON.stringify(decided), [`talk ${wendy.invitationId} low-light`]: talk };
  await decision("c1", "confirmation", { confirmedBy: "Asha", basis, decisions: confirmed });
  await deleted(wendy.personId);
  const rest = { ...decided, plan: `Lamps, as ${deletedName} said` };
  expect(await decisionNow("a1")).toEqual({ ...rest, basis });
  expect(await decisionNow("c1")).toEqual({
    confirmedBy: "Asha",
    basis,
    decisions: { "requirement low-light": JSON.stringify(rest) },
  });
});

test("of two people with one name only the one who asked goes: the other keeps the role, and notes may mean the other", async () => {
  const sam = await somebodyAsks(now(), asha, meeting, "Sam Okafor", lamps);
  await setPerson(sam.personId, { phone: "07700 900111" });
  const other = await onFile("sam  okafor", "other.sam@example.org");
  await setPerson(other, { phone: "07700 900222" });
  await role("theirs", "Sam Okafor", "07700 900 111");
  await role("others", "Sam Okafor", "07700 900222");
  await role("unsaid", "Sam Okafor", "");
  await problem("p1", "Sam Okafor opened the doors, then Sam and Mr Okafor left");
  await deleted(sam.personId);
  expect(await rolesNow()).toEqual([
    ["others", "Sam Okafor", "07700 900222"],
    ["unsaid", "Sam Okafor", ""],
  ]);
  expect(await problemNow("p1")).toBe("Sam Okafor opened the doors, then Sam and Mr Okafor left");
  const left = await now().db.query.people.findMany();
  expect(left.map(({ id, erasedAt }) => [id, erasedAt])).toEqual([[other, null]]);
});

test("a name a colleague has is left in what others wrote", async () => {
  const person = await somebodyAsks(now(), asha, meeting, asha.name, lamps);
  await problem("p1", `${asha.name} has the keys`);
  await deleted(person.personId);
  expect(await problemNow("p1")).toBe(`${asha.name} has the keys`);
});

test("a role nobody else on file can have goes at a meeting they were asked to; elsewhere the name goes, and helps nobody to leave", async () => {
  const wendy = await somebodyAsks(now(), asha, meeting, "Wendeline Quarrington", lamps);
  await setPerson(wendy.personId, { phone: "07700 900777" });
  const elsewhere = await plannedMeeting(now(), asha);
  await role("here", "Wendeline Quarrington", "07700 900999");
  await role("there", "Wendeline Quarrington", "07700 900999", elsewhere.id);
  await role("rung", "Kate", "07700900777", elsewhere.id);
  await deleted(wendy.personId);
  expect(await rolesNow()).toEqual([
    ["rung", "Kate", ""],
    ["there", deletedName, "07700 900999"],
  ]);
  expect(valueOf(await leavePlansFor(now(), asha, elsewhere.reference)).helpers).toEqual(["Kate"]);
});

test("a telephone two people share is taken from neither of their notes, however it is grouped", async () => {
  const wendy = await somebodyAsks(now(), asha, meeting, "Wendeline Quarrington", lamps);
  await setPerson(wendy.personId, { phone: "07700 900777" });
  const other = await onFile("Tomas Oak", "tomas@example.org");
  await setPerson(other, { phone: "07700900777" });
  await problem("p1", "Ring Tomas on 07700 900777");
  await deleted(wendy.personId);
  expect(await problemNow("p1")).toBe("Ring Tomas on 07700 900777");
});

test("a form that was open meanwhile cannot write the name back: what was rewritten has another version", async () => {
  const wendy = await somebodyAsks(now(), asha, meeting, "Wendeline Quarrington", lamps);
  await put(async (tx) => {
    await tx.update(schema.meetings).set({ about: "Wendeline Quarrington began it" }).where(eq(schema.meetings.id, meeting.id));
    await tx.insert(schema.bookings).values({
      id: "b1",
      organisationId: asha.organisationId,
      meetingId: meeting.id,
      supportId: "bsl-interpreters",
      quantity: 1,
      state: "to-book",
      note: "Ask Wendeline Quarrington",
    });
  });
  const before = await now().db.query.meetings.findFirst({ where: (table, { eq: is }) => is(table.id, meeting.id) });
  await deleted(wendy.personId);
  const after = await now().db.query.meetings.findFirst({ where: (table, { eq: is }) => is(table.id, meeting.id) });
  expect(after).toMatchObject({ about: `${deletedName} began it`, version: before!.version + 1 });
  expect(await now().db.query.bookings.findMany()).toMatchObject([{ note: `Ask ${deletedName}`, version: 2 }]);
});
