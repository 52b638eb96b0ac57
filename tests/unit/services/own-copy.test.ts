// A copy of everything held about one person: all of theirs, opened, nothing of anybody else's, and for nobody but them.
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import type { Block } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import { copyName, copyValue } from "#app/words/own-copy-parts.ts";
import { makeExampleIfNone } from "#app/services/example.server.ts";
import {
  copyOfEverything,
  copySummary,
  copyToRead,
  listDataRequestsFor,
  noteCopyGiven,
  noteDataRequest,
  whoLooked,
} from "#app/services/own-copy.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { openNames } from "#app/services/plan-names.server.ts";
import { saveBankDetails } from "#app/services/payment-choice.server.ts";
import { findPersonFor, savePerson } from "#app/services/people.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { leftOutOfCopy, partsOfClaim, partsOfInvitation, partsOfPerson } from "#db/stores/own-copy.ts";
import * as schema from "#db/schema.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let stranger: Coordinator;
let maren: Attendee;

const now = () => opened.context();
const proven = (attendee: Attendee): Attendee => attendeeOf({ ...attendee, mayReadBack: true });

beforeAll(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  stranger = await coordinatorWith(opened, { organisation: "Others", email: "others@example.org" });
  const meeting = await plannedMeeting(now(), asha);
  maren = await somebodyAsks(now(), asha, meeting, "Maren Vik", [{ id: "bsl-interpreter", strength: "essential" }]);
  await somebodyAsks(now(), asha, meeting, "Tomas Oak", [{ id: "low-light", strength: "essential" }]);
});
afterAll(() => opened.close());

async function copied(attendee: Attendee): Promise<string> {
  const copy = await copyOfEverything(now(), attendee);
  if (!copy.ok) throw new Error(copy.refusal);
  return copy.value.text;
}

describe("the copy of everything held about somebody", () => {
  test("has what they told us in private, opened, and nothing of anybody else", async () => {
    const found = await findPersonFor(now(), asha, maren.personId);
    if (!found.ok) throw new Error("no person");
    const { version } = found.value;
    const changed = { ...found.value, address: "1 Kiln Lane", phone: "07700 900982", safeContact: "MARKER-safe" };
    await savePerson(now(), asha, { personId: maren.personId, version }, changed);
    await savePerson(now(), asha, { personId: maren.personId, version: version + 1 }, { ...changed, phone: "07700 900111" });
    await saveBankDetails(now(), maren, {
      nameOnAccount: "MARKER-holder",
      sortCode: "089999" as SortCode,
      accountNumber: "66374958" as AccountNumber,
    });
    const text = await copied(proven(maren));
    for (const theirs of [
      "Maren Vik",
      "maren.vik@example.org",
      "1 Kiln Lane",
      "07700 900111",
      "07700 900982",
      "bsl-interpreter",
      "Garden planning group",
    ]) {
      expect(text).toContain(theirs);
    }
    expect(JSON.parse(text)).toMatchObject({
      you: [{ hasNotesAboutSafeContact: true }],
      bankDetails: [{ lastTwo: "58" }],
      earlierContacts: [{ value: "07700 900982" }],
      meetings: [{ meeting: "Garden planning group", accessAnswers: [{ sent: expect.anything() as unknown }] }],
    });
    for (const others of ["Tomas", "low-light", "MARKER-safe", "MARKER-holder", "66374958", "089999"]) expect(text).not.toContain(others);
  });

  test("is for a device that has shown it is the person's own, and for no other", async () => {
    expect(await copyOfEverything(now(), maren)).toEqual({ ok: false, refusal: "not-proven" });
    expect(await copySummary(now(), maren)).toMatchObject({ meetings: 1, hasSafeContact: true });
  });

  test("of a merged person has both records", async () => {
    const other = await somebodyAsks(now(), asha, await plannedMeeting(now(), asha), "Maren V", [
      { id: "low-light", strength: "essential" },
    ]);
    const pair = { keptId: maren.personId, otherId: other.personId };
    const seen = await previewMerge(now(), asha, pair);
    if (!seen.ok) throw new Error(seen.refusal);
    const versions = { keptVersion: seen.value.kept.version, otherVersion: seen.value.other.version };
    expect(await mergePeople(now(), asha, { ...pair, ...versions }, "they-said")).toMatchObject({ ok: true });
    const text = await copied(proven(maren));
    expect(text).toContain('Maren V"');
    expect(text).toContain("maren.v@example.org");
    expect((JSON.parse(text) as { meetings: readonly unknown[] }).meetings).toHaveLength(2);
  });
});

test("every table that holds somebody's id is in the copy, or is left out for a reason", () => {
  const known = new Set([...partsOfPerson, ...partsOfInvitation, ...partsOfClaim].map(({ table }) => getTableName(table)));
  const about = Object.values(schema as Record<string, unknown>)
    .filter((one): one is SQLiteTable => is(one, SQLiteTable))
    .filter((table) => Object.keys(getTableColumns(table)).some((column) => ["personId", "invitationId", "claimId"].includes(column)))
    .map((table) => getTableName(table));
  const missing = about.filter((name) => !known.has(name) && name !== "invitations" && !Object.hasOwn(leftOutOfCopy, name));
  expect(missing).toEqual([]);
});

test("for everybody in the example, every sealed thing opens, and nobody else's address is in it", { timeout: 60_000 }, async () => {
  const example = await testInstance();
  await makeExampleIfNone(example.instance);
  const context = example.context();
  const people = await context.db.query.people.findMany();
  const invitations = await context.db.query.invitations.findMany();
  const sealedInside = /"[A-Za-z0-9_-]{120,}"/u;
  for (const { id, organisationId, personId, meetingId } of invitations) {
    const attendee = attendeeOf({ organisationId, personId, invitationId: id, meetingId, grantId: "test", mayReadBack: true });
    const copy = await copyOfEverything(context, attendee);
    if (!copy.ok) throw new Error(copy.refusal);
    expect(copy.value.text).not.toMatch(sealedInside);
    for (const other of people) {
      if (other.id !== personId && other.email !== "") expect(copy.value.text).not.toContain(other.email);
    }
  }
  expect(invitations.length).toBeGreaterThan(5);
  example.close();
});

test("whoever opened the names finds it told in the copy of each person named, and of nobody else, and never for what", async () => {
  const meeting = await plannedMeeting(now(), asha);
  const named = await somebodyAsks(now(), asha, meeting, "Nia Reed", [{ id: "bsl-interpreter", strength: "essential" }]);
  const unnamed = await somebodyAsks(now(), asha, meeting, "Olu Park", [{ id: "low-light", strength: "essential" }]);
  const own = await now().db.query.accessAnswers.findFirst({ where: (table, { eq }) => eq(table.invitationId, named.invitationId) });
  const shared = await saveOwnAnswers(now(), named, own?.version ?? 0, (answers) => ({
    ...answers,
    choices: { ...answers.choices, coordinator: "with-name" },
  }));
  expect(shared).toMatchObject({ ok: true });
  await sendOwnAnswers(now(), named);
  expect(await openNames(now(), asha, meeting.reference, "bsl-interpreter")).toEqual({ ok: true, value: { names: ["Nia Reed"] } });
  const looks = await whoLooked(now(), proven(named));
  expect(looks).toEqual([
    { at: now().now, who: "A coordinator", what: "Opened the names of people who need something. Your name was one of them." },
  ]);
  expect(await whoLooked(now(), named)).toEqual([]);
  expect(await whoLooked(now(), proven(unnamed))).toEqual([]);
  expect(await copied(proven(named))).toContain("Your name was one of them.");
  const entries = (await now().db.query.audit.findMany()).filter(({ action }) => ["names-opened", "name-seen"].includes(action));
  expect(entries).toMatchObject([
    { action: "names-opened", subjectKind: "meeting", details: { people: 1 } },
    { action: "name-seen", subjectKind: "invitation", subjectId: named.invitationId, details: {} },
  ]);
  expect(JSON.stringify(entries)).not.toContain("bsl");
});

describe("a data request", () => {
  test("is noted with a month to answer, seen by its own organisation, and answered when the person opens their copy", async () => {
    const { personId } = maren;
    expect(await noteDataRequest(now(), asha, personId, { kind: "copy", on: calendarDateOf("2026-11-20") })).toEqual({
      ok: true,
      value: { answerBy: "2026-12-20" },
    });
    expect(await listDataRequestsFor(now(), asha, personId)).toMatchObject([
      { askedOn: "2026-11-20", answerBy: "2026-12-20", openedOn: null },
    ]);
    await copied(proven(maren));
    expect(await listDataRequestsFor(now(), asha, personId)).toMatchObject([{ openedOn: "2026-11-23" }]);
    expect(await listDataRequestsFor(now(), stranger, personId)).toEqual([]);
  });

  test("of a day to come, or of somebody else's person, is refused", async () => {
    expect(await noteDataRequest(now(), asha, maren.personId, { kind: "copy", on: calendarDateOf("2026-11-24") })).toEqual({
      ok: false,
      refusal: "not-yet",
    });
    expect(await noteDataRequest(now(), stranger, maren.personId, { kind: "copy", on: calendarDateOf("2026-11-20") })).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

test("a copy given in another way answers the request, once, by whoever gave it", async () => {
  const { personId } = maren;
  const on = calendarDateOf;
  await noteDataRequest(now(), asha, personId, { kind: "copy", on: on("2026-11-21") });
  const [request] = (await listDataRequestsFor(now(), asha, personId)).filter(({ openedOn, given }) => openedOn === null && given === null);
  if (request === undefined) throw new Error("no request");
  const at = { personId, requestId: request.requestId, version: request.version };
  expect(await noteCopyGiven(now(), asha, at, on("2026-11-20"))).toEqual({ ok: false, refusal: "not-then" });
  expect(await noteCopyGiven(now(), asha, at, on("2026-11-24"))).toEqual({ ok: false, refusal: "not-then" });
  expect(await noteCopyGiven(now(), stranger, at, on("2026-11-22"))).toEqual({ ok: false, refusal: "not-found" });
  expect(await noteCopyGiven(now(), asha, at, on("2026-11-22"))).toMatchObject({ ok: true });
  expect(await noteCopyGiven(now(), asha, { ...at, version: at.version + 1 }, on("2026-11-22"))).toEqual({
    ok: false,
    refusal: "answered-already",
  });
  expect(await listDataRequestsFor(now(), asha, personId)).toMatchObject([{ given: { on: "2026-11-22", by: asha.name } }, {}]);
});

test("every value of the file is on the page and on paper, under a heading in plain words", { timeout: 60_000 }, async () => {
  const example = await testInstance();
  await makeExampleIfNone(example.instance);
  const context = example.context();
  const invitations = await context.db.query.invitations.findMany();
  for (const { id, organisationId, personId, meetingId } of invitations.slice(0, 4)) {
    const attendee = attendeeOf({ organisationId, personId, meetingId, invitationId: id, grantId: "test", mayReadBack: true });
    const paper = await copyToRead(context, attendee);
    const file = await copyOfEverything(context, attendee);
    if (!paper.ok || !file.ok) throw new Error("not proven");
    const { doc } = paper.value;
    const printed = await renderDocument(doc, "plain-text");
    if (!printed.ok) throw new Error("not drawn");
    const words = new TextDecoder().decode(printed.value.bytes).replaceAll(/\s+/gu, " ");
    // The two were asked for one after the other: only the asking itself is new in the second.
    const copy = JSON.parse(file.value.text) as Readonly<Record<string, unknown>>;
    for (const [key, value] of leavesOf({ ...copy, whoDidWhat: [], whoLooked: [] })) {
      // What is not there is named in one line beside what is, or is a cell that says so under its name.
      if (value === null || value === "") {
        expect(words).toContain("Nothing");
        expect(words.toLowerCase()).toContain(copyName(key).toLowerCase());
      } else expect(words).toContain(copyValue(value, key).replaceAll(/\s+/gu, " ").trim());
    }
    expect(headingsOf(doc.blocks)).toContain("Your meetings");
    expect(headingsOf(doc.blocks).filter((heading) => /[a-z][A-Z]/u.test(heading))).toEqual([]);
  }
  example.close();
});

test("on paper as in the file: nobody reads a copy on a device that has not shown that it is theirs", async () => {
  expect(await copyToRead(now(), attendeeOf({ ...maren, mayReadBack: false }))).toEqual({ ok: false, refusal: "not-proven" });
});

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, key = ""): readonly (readonly [key: string, value: Leaf])[] {
  if (value === null || typeof value !== "object") return [[key, value as Leaf]];
  return Object.entries(value).flatMap(([own, one]) => leavesOf(one, Array.isArray(value) ? key : own));
}

function headingsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "section" ? [block.heading.map((part) => ("text" in part ? part.text : "")).join(""), ...headingsOf(block.blocks)] : [],
  );
}
