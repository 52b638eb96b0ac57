// Two records of one person: what moves when they are merged, what stays sealed, what stands in the way, and taking them apart again.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import { attendeeOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { myAfterNo, saveAfterNo } from "#app/services/after-no.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { topicOfOption, type ChosenOption } from "#app/domain/access/topics.ts";
import { answersToJoin, joinOwnAnswers, keyOf, type JoinChoices } from "#app/services/joined-answers.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { bankOnFile, openedBankDetails, saveBankDetails } from "#app/services/payment-choice.server.ts";
import { exportPeople } from "#app/services/people-import.server.ts";
import { addPerson, findPersonFor, listPeopleFor, savePerson } from "#app/services/people.server.ts";
import { findMergeFor, listMergesOf, listPossibleTwins, mergePeople, previewMerge, undoMerge } from "#app/services/person-merges.server.ts";
import { claims } from "#db/schema.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let stranger: Coordinator;
let maren: Attendee;
let twin: string;

const now = () => opened.context();
const notFound = { ok: false, refusal: "not-found" };
const bank = { nameOnAccount: "Maren Vik", sortCode: "089999" as SortCode, accountNumber: "66374958" as AccountNumber };

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${now().newId()}@example.org` });
  stranger = await coordinatorWith(opened, { organisation: "Others", email: `${now().newId()}@example.org` });
  maren = await somebodyAsks(now(), asha, await plannedMeeting(now(), asha), "Maren Vik", [
    { id: "bsl-interpreter", strength: "essential" },
  ]);
  twin = await added({ name: "maren  VIK", phone: "07700 900982", safeContact: "Only before 3pm" });
});

async function added(facts: { name: string; phone?: string; email?: string; safeContact?: string }): Promise<string> {
  const person = await addPerson(now(), asha, {
    name: facts.name,
    email: facts.email ?? "",
    phone: facts.phone ?? "",
    address: "",
    preferredContact: "phone",
    neutralSubject: false,
    safeContact: facts.safeContact ?? "",
  });
  if (!person.ok) throw new Error(person.refusal);
  return person.value.personId;
}

async function merge(keptId: string, otherId: string, who = asha) {
  const seen = await previewMerge(now(), asha, { keptId, otherId });
  if (!seen.ok) throw new Error(seen.refusal);
  const { kept, other } = seen.value;
  return mergePeople(now(), who, { keptId, otherId, keptVersion: kept.version, otherVersion: other.version }, "they-said");
}

async function seen(personId: string) {
  const found = await findPersonFor(now(), asha, personId);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}

// Invited, as somebody who came by a fresh link.
async function invitedTo(personId: string, reference: string): Promise<Attendee> {
  const inviting = await invitePeople(now(), asha, reference, { personIds: [personId], personalLine: "", neutralFor: [] });
  if (!inviting.ok) throw new Error(JSON.stringify(inviting.refusal));
  const invitation = await now().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, personId) });
  if (!invitation) throw new Error("not invited");
  const { organisationId } = asha;
  return attendeeOf({
    organisationId,
    personId,
    invitationId: invitation.id,
    meetingId: invitation.meetingId,
    grantId: "test",
    mayReadBack: true,
  });
}

/** Puts a claim of an invitation on file, open; and sends one that is on file. */
async function claimed({ organisationId, invitationId, personId, meetingId }: Attendee): Promise<void> {
  const row = { id: now().newId(), organisationId, invitationId, personId, meetingId, reference: now().newId(), state: "open" } as const;
  await now().change(async (tx) => {
    await tx.insert(claims).values(row);
    return {};
  });
}
async function sent({ invitationId }: Attendee): Promise<void> {
  await now().change(async (tx) => {
    const whole = now().vault.seal("{}", { table: "claims", column: "sent", row: invitationId });
    await tx.update(claims).set({ state: "sent", sent: whole }).where(eq(claims.invitationId, invitationId));
    return {};
  });
}

describe("records that look like one person", () => {
  test("are found by the same name, email address or phone however it is written, and nobody else is", async () => {
    await added({ name: "Somebody Else", phone: "+44 7700 900982" });
    await added({ name: "A Third", phone: "07700 900111" });
    const found = await listPossibleTwins(now(), asha, twin);
    if (!found.ok) throw new Error(found.refusal);
    expect(found.value.twins.map(({ name, alike }) => ({ name, alike }))).toEqual([
      { name: "Maren Vik", alike: ["name"] },
      { name: "Somebody Else", alike: ["phone"] },
    ]);
    const byName = await listPossibleTwins(now(), asha, twin, "third");
    expect(byName).toMatchObject({ value: { twins: [{ name: "A Third", alike: [] }] } });
    expect(await listPossibleTwins(now(), stranger, twin)).toEqual(notFound);
  });

  test("are shown side by side with what would happen, and nothing changes by looking", async () => {
    expect(await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId })).toMatchObject({
      value: {
        kept: { meetings: 0, hasSafeContact: true, hasBankDetails: false },
        other: { meetings: 1 },
        filled: ["email"],
        obstacle: null,
      },
    });
    expect((await seen(maren.personId)).meetings).toHaveLength(1);
    expect(await previewMerge(now(), asha, { keptId: twin, otherId: twin })).toEqual({ ok: false, refusal: "same-record" });
    expect(await previewMerge(now(), stranger, { keptId: twin, otherId: maren.personId })).toEqual(notFound);
  });
});

describe("merging", () => {
  test("moves meetings with what was said there, fills what the kept record lacks, and lists one person", async () => {
    expect(await merge(twin, maren.personId)).toEqual({ ok: true, value: { personId: twin } });
    const kept = await seen(twin);
    expect(kept).toMatchObject({ email: "maren.vik@example.org", phone: "07700 900982", safeContact: "Only before 3pm" });
    expect(kept.meetings).toHaveLength(1);
    const answers = await ownAnswers(now(), { ...maren, personId: twin });
    expect(JSON.stringify(answers)).toContain("bsl-interpreter");
    expect((await listPeopleFor(now(), asha)).people.map(({ personId }) => personId)).toEqual([twin]);
    expect(await exportPeople(now(), asha)).not.toContain("Maren Vik");
  });

  test("leaves the other record closed: its page leads to the kept one, it is invited no more and changed no more", async () => {
    const before = await seen(maren.personId);
    await merge(twin, maren.personId);
    expect(await findPersonFor(now(), asha, maren.personId)).toEqual({ ok: false, refusal: { mergedInto: twin } });
    expect(await savePerson(now(), asha, { personId: maren.personId, version: before.version + 1 }, before)).toEqual(notFound);
    const other = await plannedMeeting(now(), asha);
    const inviting = { personIds: [maren.personId], personalLine: "", neutralFor: [] };
    expect(await invitePeople(now(), asha, other.reference, inviting)).toMatchObject({ ok: false });
    expect(await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId })).toEqual(notFound);
  });

  test("keeps the links that were sent, because they are to the meeting and not to the record", async () => {
    const grant = async () => now().db.query.grants.findFirst({ where: (table, { eq }) => eq(table.subjectId, maren.invitationId) });
    const before = await grant();
    await merge(twin, maren.personId);
    expect(await grant()).toEqual(before);
    expect(before?.revokedAt).toBeNull();
  });

  test("keeps both notes about safe contact, and a neutral subject where either asked for one", async () => {
    const third = await added({ name: "Maren Vik", email: "m@example.org", safeContact: "Never by post" });
    await merge(twin, third);
    expect((await seen(twin)).safeContact).toBe("Only before 3pm\nNever by post");
  });

  test("is put on record for both, once, however often the button is pressed", async () => {
    const found = await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId });
    if (!found.ok) throw new Error(found.refusal);
    const pair = { keptId: twin, otherId: maren.personId, keptVersion: found.value.kept.version, otherVersion: found.value.other.version };
    const twice = await Promise.all([1, 2].map(async () => mergePeople(now(), asha, pair, "they-said", "one form")));
    expect(twice[0]).toEqual(twice[1]);
    for (const id of [twin, maren.personId]) {
      const rows = await now().db.query.audit.findMany({ where: (table, { eq }) => eq(table.subjectId, id) });
      expect(rows.filter(({ action }) => action === "people-merged")).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain("3pm");
    }
  });
});

describe("what stands in the way of merging", () => {
  test("a record changed since it was looked at", async () => {
    const found = await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId });
    if (!found.ok) throw new Error(found.refusal);
    const pair = { keptId: twin, otherId: maren.personId, keptVersion: found.value.kept.version, otherVersion: found.value.other.version };
    await savePerson(
      now(),
      asha,
      { personId: maren.personId, version: pair.otherVersion },
      { ...(await seen(maren.personId)), phone: "07700 900111" },
    );
    expect(await mergePeople(now(), asha, pair, "know-them")).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect((await seen(twin)).email).toBe("");
    expect((await seen(maren.personId)).meetings).toHaveLength(1);
  });

  test("a claim that finance has in hand, of either, and not one that is still being filled in", async () => {
    await claimed(maren);
    expect(await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId })).toMatchObject({ value: { obstacle: null } });
    await sent(maren);
    for (const [keptId, otherId] of [
      [twin, maren.personId],
      [maren.personId, twin],
    ] as const) {
      expect(await previewMerge(now(), asha, { keptId, otherId })).toMatchObject({ value: { obstacle: { reason: "claim-under-way" } } });
      expect(await merge(keptId, otherId)).toEqual({ ok: false, refusal: "claim-under-way" });
    }
  });

  test("another organisation: nothing is found", async () => {
    expect(await merge(twin, maren.personId, stranger)).toEqual(notFound);
    expect((await seen(maren.personId)).meetings).toHaveLength(1);
  });
});

describe("bank details and merging", () => {
  test("move sealed for the person who is kept, are closed until finance checks them, and count as entered by whoever merged", async () => {
    await saveBankDetails(now(), maren, bank);
    await merge(twin, maren.personId);
    const found = await openedBankDetails(now(), now().db, twin);
    expect(found?.details).toMatchObject(bank);
    expect(found?.row).toMatchObject({ state: "changed", enteredBy: asha.staffId, changedAt: now().now });
    expect(await openedBankDetails(now(), now().db, maren.personId)).toBeNull();
    expect(await bankOnFile(now(), now().db, twin)).toMatchObject({ lastTwo: "58" });
  });

  test("of the kept record stay and are closed too, so that nobody is paid into another's account by a merge", async () => {
    const [meeting] = (await seen(maren.personId)).meetings;
    expect(meeting).toBeDefined();
    const other = await plannedMeeting(now(), asha);
    const twinComes = await invitedTo(twin, other.reference);
    await saveBankDetails(now(), maren, bank);
    await saveBankDetails(now(), twinComes, { ...bank, nameOnAccount: "M Vik", accountNumber: "12345674" as AccountNumber });
    await merge(twin, maren.personId);
    expect((await openedBankDetails(now(), now().db, twin))?.row).toMatchObject({ state: "changed", lastTwo: "74" });
    expect((await openedBankDetails(now(), now().db, maren.personId))?.row.lastTwo).toBe("58");
  });

  test("a call back still knows how the merged person was reached", async () => {
    const third = await added({ name: "Maren Vik", phone: "07700 900111", email: "old@example.org" });
    await merge(twin, third);
    const rows = await now().db.query.earlierContacts.findMany({ where: (table, { eq }) => eq(table.personId, twin) });
    expect(rows.map(({ kind }) => kind)).toEqual(["phone"]);
    expect((await seen(twin)).email).toBe("old@example.org");
  });
});

describe("taking two merged records apart", () => {
  async function merged() {
    await merge(twin, maren.personId);
    const [one] = await listMergesOf(now(), asha, twin);
    if (!one) throw new Error("no merge");
    return { personId: twin, mergeId: one.mergeId };
  }

  test("gives back the meetings, the contact details that were taken over, the account and what was claimed since", async () => {
    await saveBankDetails(now(), maren, bank);
    const at = await merged();
    await claimed({ ...maren, personId: twin });
    expect(await undoMerge(now(), asha, at)).toEqual({ ok: true, value: { otherId: maren.personId } });
    expect(await seen(maren.personId)).toMatchObject({ email: "maren.vik@example.org", meetings: [{ reply: "none" }] });
    expect(await seen(twin)).toMatchObject({ email: "", phone: "07700 900982", meetings: [] });
    const claim = await now().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, maren.invitationId) });
    expect(claim?.personId).toBe(maren.personId);
    expect((await openedBankDetails(now(), now().db, maren.personId))?.details).toMatchObject(bank);
    expect(await openedBankDetails(now(), now().db, twin)).toBeNull();
    expect((await listPeopleFor(now(), asha)).people).toHaveLength(2);
  });

  test("leaves an account the person changed since where they put it", async () => {
    await saveBankDetails(now(), maren, bank);
    const at = await merged();
    await saveBankDetails(now(), { ...maren, personId: twin }, { ...bank, accountNumber: "12345674" as AccountNumber });
    await undoMerge(now(), asha, at);
    expect((await openedBankDetails(now(), now().db, twin))?.row.lastTwo).toBe("74");
    expect(await openedBankDetails(now(), now().db, maren.personId)).toBeNull();
  });

  test("is done once, is remembered, and can be followed by another merge", async () => {
    const at = await merged();
    await undoMerge(now(), asha, at);
    expect(await undoMerge(now(), asha, at)).toEqual({ ok: false, refusal: "done-already" });
    expect(await findMergeFor(now(), asha, at)).toMatchObject({ value: { mergedBy: "Asha Grewal", undoneBy: "Asha Grewal", meetings: 1 } });
    expect(await merge(twin, maren.personId)).toMatchObject({ ok: true });
    expect(await listMergesOf(now(), asha, twin)).toHaveLength(2);
  });

  test("waits while a claim that moved is with finance, and is not found by others", async () => {
    const at = await merged();
    await claimed({ ...maren, personId: twin });
    await sent(maren);
    expect(await undoMerge(now(), asha, at)).toEqual({ ok: false, refusal: "claim-under-way" });
    expect(await undoMerge(now(), stranger, at)).toEqual(notFound);
    expect(await undoMerge(now(), asha, { ...at, personId: maren.personId })).toEqual(notFound);
    expect(await findMergeFor(now(), stranger, at)).toEqual(notFound);
    expect((await seen(twin)).meetings).toHaveLength(1);
  });
});

describe("two invitations to one meeting still to come", () => {
  async function both() {
    const [meeting] = (await seen(maren.personId)).meetings;
    const other = await invitedTo(twin, meeting?.reference ?? "");
    return { meeting, other };
  }
  const proven = (attendee: Attendee): Attendee => attendeeOf({ ...attendee, mayReadBack: true });
  const needs = async (attendee: Attendee) => (await ownAnswers(now(), attendee)).answers;
  const ofMeeting = async () => now().db.query.invitations.findMany({ where: (table, { eq: is }) => is(table.meetingId, maren.meetingId) });
  async function says(attendee: Attendee, chosen: readonly ChosenOption[], forEveryone: string): Promise<void> {
    const { version } = await ownAnswers(now(), attendee);
    const topics = chosen.map(({ id }) => topicOfOption(id));
    await saveOwnAnswers(now(), attendee, version, (answers) => ({ ...answers, chosen, topics, forEveryone }));
    await sendOwnAnswers(now(), attendee);
  }

  test("become one at once where one of them has no answers yet, and are two again when the records are taken apart", async () => {
    const { meeting, other } = await both();
    expect(await previewMerge(now(), asha, { keptId: twin, otherId: maren.personId })).toMatchObject({
      value: { obstacle: null, ofBoth: [{ reference: meeting?.reference }] },
    });
    expect(await merge(twin, maren.personId)).toMatchObject({ ok: true });
    expect(await ofMeeting()).toMatchObject([{ id: other.invitationId, personId: twin }]);
    expect(JSON.stringify(await needs(other))).toContain("bsl-interpreter");
    const [done] = await listMergesOf(now(), asha, twin);
    expect(await undoMerge(now(), asha, { personId: twin, mergeId: done?.mergeId ?? "" })).toMatchObject({ ok: true });
    expect((await ofMeeting()).map(({ personId }) => personId).toSorted()).toEqual([twin, maren.personId].toSorted());
    expect(JSON.stringify(await needs(maren))).toContain("bsl-interpreter");
    expect((await needs(other)).chosen).toEqual([]);
  });

  test("both stand until the person has chosen, and nobody else is shown either", async () => {
    const { other } = await both();
    await says(other, [{ id: "low-light", strength: "essential" }], "MARKER-second");
    expect(await merge(twin, maren.personId)).toMatchObject({ ok: true });
    expect(await ofMeeting()).toHaveLength(2);
    expect(await answersToJoin(now(), attendeeOf({ ...maren, mayReadBack: false }))).toEqual({ ok: false, refusal: "not-proven" });
    expect(JSON.stringify(await previewOfPerson(twin))).not.toContain("MARKER-second");
  });

  test("are put together as the person chose, question by question, and put back as they were", async () => {
    const { other } = await both();
    await says(
      maren,
      [
        { id: "bsl-interpreter", strength: "essential" },
        { id: "low-light", strength: "helpful" },
      ],
      "The first words",
    );
    await says(
      other,
      [
        { id: "low-light", strength: "essential" },
        { id: "no-stairs", strength: "essential" },
      ],
      "The second words",
    );
    const before = { maren: await needs(maren), other: await needs(other) };
    await merge(twin, maren.personId);
    const asked = await answersToJoin(now(), proven(other));
    if (!asked.ok) throw new Error(asked.refusal);
    const keys = asked.value.questions.map(keyOf);
    expect(keys).toEqual(
      expect.arrayContaining([topicOfOption("bsl-interpreter"), topicOfOption("low-light"), topicOfOption("no-stairs"), "everyone"]),
    );
    expect(await joinOwnAnswers(now(), proven(maren), asked.value.seen, {})).toEqual({ ok: false, refusal: "not-chosen" });
    // The record that is kept is the second's: the first's interpreter is taken, its steps are left out, the light is from both.
    const choices: JoinChoices = {
      ...Object.fromEntries(keys.map((key) => [key, "one"] as const)),
      [topicOfOption("bsl-interpreter")]: "other",
      [topicOfOption("low-light")]: "both",
      [topicOfOption("no-stairs")]: "other",
      everyone: "both",
    };
    expect(await joinOwnAnswers(now(), proven(maren), "seen before", choices)).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect(await joinOwnAnswers(now(), proven(maren), asked.value.seen, choices)).toMatchObject({ ok: true });
    const joined = await ownAnswers(now(), other);
    expect(joined.answers.chosen.toSorted((one, two) => one.id.localeCompare(two.id))).toEqual([
      { id: "bsl-interpreter", strength: "essential" },
      { id: "low-light", strength: "essential" },
    ]);
    expect(joined.answers.forEveryone).toBe("The second words\nThe first words");
    expect(joined.hasChanges).toBe(false);
    expect(await ofMeeting()).toHaveLength(1);
    expect(await answersToJoin(now(), proven(other))).toEqual({ ok: false, refusal: "nothing-to-join" });
    const [done] = await listMergesOf(now(), asha, twin);
    expect(await undoMerge(now(), asha, { personId: twin, mergeId: done?.mergeId ?? "" })).toMatchObject({ ok: true });
    expect({ maren: await needs(maren), other: await needs(other) }).toEqual(before);
  });

  test("what the person says after they were put together stays with the record that is kept", async () => {
    const { other } = await both();
    await merge(twin, maren.personId);
    await says(other, [{ id: "low-light", strength: "essential" }], "Said since");
    const [done] = await listMergesOf(now(), asha, twin);
    await undoMerge(now(), asha, { personId: twin, mergeId: done?.mergeId ?? "" });
    expect((await needs(other)).forEveryone).toBe("Said since");
    expect(JSON.stringify(await needs(maren))).toContain("bsl-interpreter");
  });

  test("what was said after No goes with the No that holds, and back again when the records are taken apart", async () => {
    const { other } = await both();
    const replyOf = async (attendee: Attendee) =>
      (await ofMeeting()).find(({ id }) => id === attendee.invitationId) ?? { version: 0, reply: "none" };
    await saveReply(now(), maren, (await replyOf(maren)).version, "not-coming");
    const said = { reasons: ["place", "not-well"], otherWay: "writing" } as const;
    await saveAfterNo(now(), maren, (await replyOf(maren)).version, said);
    await merge(twin, maren.personId);
    expect(await replyOf(other)).toMatchObject({ reply: "not-coming" });
    expect(await myAfterNo(now(), other)).toEqual(said);
    const [done] = await listMergesOf(now(), asha, twin);
    await undoMerge(now(), asha, { personId: twin, mergeId: done?.mergeId ?? "" });
    expect(await myAfterNo(now(), maren)).toEqual(said);
    expect(await myAfterNo(now(), other)).toBe(null);
  });

  test("a link that was sent to either opens what became of both", async () => {
    const { other } = await both();
    const before = await now().db.query.grants.findMany({ where: (table, { eq: is }) => is(table.subjectId, maren.invitationId) });
    await merge(twin, maren.personId);
    const after = await now().db.query.grants.findMany({ where: (table, { eq: is }) => is(table.subjectId, other.invitationId) });
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  });

  async function previewOfPerson(personId: string) {
    return [await seen(personId), await listMergesOf(now(), asha, personId), await listPeopleFor(now(), asha)];
  }
});
