// Private letters: a person asks for one, staff print and post it, and nobody sees its link on a screen.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { startFromLink, attendeeOfSession, findLinkGrant } from "#app/services/links.server.ts";
import { outboxPlace, showMessage } from "#app/services/messages.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import {
  endReadBackLetter,
  lettersByMeeting,
  makeReadBackLetter,
  printReadBackLetter,
  readBackLetters,
} from "#app/services/read-back-letters.server.ts";
import { sendReadBackLink } from "#app/services/read-back.server.ts";
import { todayFor } from "#app/services/today.server.ts";
import { people } from "#db/schema.ts";
import { invitedPerson, pastMeeting } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let coordinator: Coordinator;
let reference: string;
let mia: Attendee;

// The meeting is on 2 November 2026, and its links end 30 days later.
const asked = "2026-11-03T10:00:00.000Z";
const moment = (at = asked) => opened.context(at);
const notFound = { ok: false, refusal: "not-found" };

beforeAll(async () => {
  opened = await testInstance(asked);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  coordinator = made.coordinator;
  ({ reference } = await pastMeeting(moment, coordinator));
  mia = await invitedPerson(moment, coordinator, reference, {});
});

const listed = async (at = asked) => valueOf(await readBackLetters(moment(at), coordinator, reference));
const onlyLetter = async () => (await listed()).waiting[0]!;
const printed = async (messageId: string, at = asked) => printReadBackLetter(moment(at), coordinator, reference, messageId);

/** The secret of a letter, as only its envelope holds it. */
async function tokenIn(messageId: string): Promise<string> {
  const message = await moment().db.query.outbox.findFirst({ where: (table, { eq: is }) => is(table.id, messageId) });
  const body = opened.instance.context().vault.unseal(message!.body!, outboxPlace(messageId));
  return /\/i\/([A-Za-z0-9_-]{43})$/mu.exec(body)![1]!;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return readingText(await readPdf(bytes));
}

describe("a letter somebody asked for", () => {
  beforeEach(async () => {
    valueOf(await sendReadBackLink(moment(), mia, "letter"));
  });

  test("waits with a name and two days, and is on the coordinator's list for today", async () => {
    const { messageId } = await onlyLetter();
    expect((await listed()).waiting).toEqual([{ messageId, person: "Mia Bell", writtenOn: "2026-11-03", until: "2026-11-17" }]);
    expect(await lettersByMeeting(moment(), coordinator)).toEqual([{ reference, name: "Planning group", count: 1 }]);
    const staff = { ...coordinator, kind: "staff" as const, roles: ["coordinator" as const] };
    expect((await todayFor(moment(), staff)).toDos.filter(({ kind }) => kind === "private-letters")).toMatchObject([
      { count: 1, meeting: "Planning group", href: `/meetings/${reference}/private-letters` },
    ]);
  });

  test("is printed with the address, the link and its last day, and each printing is on record", async () => {
    const { messageId } = await onlyLetter();
    const text = await textOf(valueOf(await printed(messageId)).bytes);
    for (const part of ["Mia Bell", "1 Sea Road", "Harbour", "You asked to see your private payment answers", "Tuesday 17 November 2026"])
      expect(text).toContain(part);
    expect(text.replaceAll(/\s/gu, "")).toContain(`/i/${await tokenIn(messageId)}`);
    await printed(messageId);
    const audit = await moment().db.query.audit.findMany({ where: (table, { eq: is }) => is(table.subjectId, messageId) });
    expect(audit.filter(({ action }) => action === "private-letter-printed").map(({ actorId }) => actorId)).toEqual([
      coordinator.staffId,
      coordinator.staffId,
    ]);
  });

  test("has a link that works on its fourteenth day and not on the fifteenth", async () => {
    const token = await tokenIn((await onlyLetter()).messageId);
    const last = moment("2026-11-17T23:59:59.000Z");
    expect(await findLinkGrant(last, "invitation", token)).toMatchObject({ proves: true });
    expect(valueOf(await startFromLink(last, "invitation", token, "a session of mia"))).toBeTruthy();
    expect(await attendeeOfSession(last, "a session of mia", reference)).toMatchObject({ personId: mia.personId, mayReadBack: true });
    expect(await findLinkGrant(moment("2026-11-18T00:00:00.000Z"), "invitation", token)).toBeNull();
  });

  test("stays on the list when its link has ended, can then only be erased, and is not printed", async () => {
    const { messageId } = await onlyLetter();
    const late = "2026-11-18T09:00:00.000Z";
    expect((await listed(late)).waiting).toMatchObject([{ messageId, until: null }]);
    expect(await printed(messageId, late)).toEqual(notFound);
    valueOf(await endReadBackLetter(moment(late), coordinator, { reference, messageId, as: "erased" }));
    expect((await listed(late)).waiting).toEqual([]);
    expect(await moment().db.query.outbox.findFirst({ where: (table, { eq: is }) => is(table.id, messageId) })).toMatchObject({
      state: "failed",
      body: null,
    });
  });

  test("is erased once it is marked as posted, which happens once", async () => {
    const { messageId } = await onlyLetter();
    const token = await tokenIn(messageId);
    valueOf(await endReadBackLetter(moment(), coordinator, { reference, messageId, as: "posted" }));
    expect(await moment().db.query.outbox.findFirst({ where: (table, { eq: is }) => is(table.id, messageId) })).toMatchObject({
      state: "sent",
      body: null,
      sentAt: asked,
    });
    expect(await endReadBackLetter(moment(), coordinator, { reference, messageId, as: "posted" })).toEqual(notFound);
    expect(await printed(messageId)).toEqual(notFound);
    expect(await lettersByMeeting(moment(), coordinator)).toEqual([]);
    // The posted letter still opens what it is for.
    expect(await findLinkGrant(moment(), "invitation", token)).toMatchObject({ proves: true });
  });

  test("shows its link and words nowhere but in the letter", async () => {
    const { messageId } = await onlyLetter();
    const token = await tokenIn(messageId);
    await printed(messageId);
    expect(await showMessage(moment(), coordinator, messageId)).toEqual(notFound);
    const audit = await moment().db.query.audit.findMany();
    const shown = JSON.stringify([await listed(), await lettersByMeeting(moment(), coordinator), audit]);
    for (const secret of [token, "/i/", "Sea Road", "private payment answers"]) expect(shown).not.toContain(secret);
  });

  test("is nobody else's: another organisation and another meeting find nothing", async () => {
    const { messageId } = await onlyLetter();
    const other = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
    expect(await readBackLetters(moment(), other.coordinator, reference)).toEqual(notFound);
    expect(await lettersByMeeting(moment(), other.coordinator)).toEqual([]);
    const theirs = await pastMeeting(moment, other.coordinator);
    for (const at of [reference, theirs.reference]) {
      expect(await printReadBackLetter(moment(), other.coordinator, at, messageId)).toEqual(notFound);
      expect(await endReadBackLetter(moment(), other.coordinator, { reference: at, messageId, as: "posted" })).toEqual(notFound);
    }
    const invitationId = mia.invitationId;
    expect(await makeReadBackLetter(moment(), other.coordinator, { reference: theirs.reference, invitationId })).toEqual(notFound);
    expect((await listed()).waiting).toHaveLength(1);
  });

  test("is not made twice in a day, and one of a later day takes its place with a later end", async () => {
    const first = await onlyLetter();
    valueOf(await sendReadBackLink(moment("2026-11-03T18:00:00.000Z"), mia, "letter"));
    expect((await listed()).waiting).toEqual([first]);
    valueOf(await sendReadBackLink(moment("2026-11-05T10:00:00.000Z"), mia, "letter"));
    const { waiting } = await listed();
    expect(waiting).toMatchObject([{ writtenOn: "2026-11-05", until: "2026-11-19" }]);
    expect(waiting[0]!.messageId).not.toBe(first.messageId);
  });

  test("asked for again after one was posted is made again at once", async () => {
    const first = await onlyLetter();
    valueOf(await endReadBackLetter(moment(), coordinator, { reference, messageId: first.messageId, as: "posted" }));
    valueOf(await sendReadBackLink(moment(), mia, "letter"));
    expect((await listed()).waiting).toHaveLength(1);
  });
});

describe("the size of print", () => {
  test("is the one the person asked for, and stands on no list", async () => {
    valueOf(await sendReadBackLink(moment(), mia, "letter"));
    const { messageId } = await onlyLetter();
    const usual = valueOf(await printed(messageId));
    valueOf(
      await saveOwnAnswers(moment(), mia, 0, (answers) => ({
        ...answers,
        topics: ["contact-and-papers"],
        chosen: [{ id: "large-print", strength: "essential" }, { id: "large-print-18" }],
      })),
    );
    valueOf(await sendOwnAnswers(moment(), mia));
    const large = valueOf(await printed(messageId));
    expect([usual.fileName, large.fileName]).toEqual(["letter-about-money.pdf", "letter-about-money-18-point.pdf"]);
    // Ids are random letters and figures, and say nothing of anybody.
    const words = JSON.stringify(await listed()).replaceAll(/"(?:messageId|invitationId|reference)":"[^"]*"/gu, "");
    expect(words).toContain("Mia Bell");
    expect(words).not.toContain("18");
  });
});

describe("a letter a coordinator makes", () => {
  const make = async (at = asked) => makeReadBackLetter(moment(at), coordinator, { reference, invitationId: mia.invitationId });

  test("for somebody who asks without their link says so, and who made it is on record", async () => {
    valueOf(await make());
    const text = await textOf(valueOf(await printed((await onlyLetter()).messageId)).bytes);
    expect(text).toContain("what we typed in for you");
    const audit = await moment().db.query.audit.findMany({ where: (table, { eq: is }) => is(table.action, "private-letter-made") });
    expect(audit.filter(({ organisationId }) => organisationId === coordinator.organisationId)).toMatchObject([
      { actorKind: "staff", actorId: coordinator.staffId, subjectId: mia.invitationId },
    ]);
  });

  test("never lives longer than the meeting's links, and is refused once those have ended", async () => {
    valueOf(await make("2026-11-28T10:00:00.000Z"));
    expect((await listed("2026-11-28T10:00:00.000Z")).waiting).toMatchObject([{ until: "2026-12-02" }]);
    expect(await make("2026-12-03T10:00:00.000Z")).toEqual({ ok: false, refusal: "links-ended" });
    // A refusal changes nothing: the letter of the day before is still listed.
    expect((await listed("2026-11-28T10:00:00.000Z")).waiting).toHaveLength(1);
  });

  test("needs an address on file", async () => {
    await moment().change(async (tx) => {
      await tx.update(people).set({ address: " " }).where(eq(people.id, mia.personId));
    });
    expect((await listed()).people).toEqual([]);
    expect(await make()).toEqual({ ok: false, refusal: "no-address" });
  });
});
