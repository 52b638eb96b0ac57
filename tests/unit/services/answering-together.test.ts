import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { administratorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { addAdviserFor } from "#app/services/advisers.server.ts";
import { beginTogether, earlierTogether, findAnsweringTogether, finishTogether } from "#app/services/answering-together.server.ts";
import { listSendings } from "#app/services/invitations.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { ownAnswers, reviewEarlierAnswers, saveOwnAnswers, sendOwnAnswers, type AccessAnswers } from "#app/services/needs.server.ts";
import { askForAdviserTogether } from "#app/services/payment-choice.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, inviteKnown, meetingOf } from "#tests/support/invited-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let bo: Attendee;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
  meeting = await meetingOf(opened, asha);
  bo = await invite(opened, asha, meeting, "Bo Lind", { phone: "07700 900 555" });
});

async function together(by = asha) {
  const found = await findAnsweringTogether(opened.context(), by, meeting.reference, bo.personId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

async function begun(): Promise<Attendee> {
  await beginTogether(opened.context(), asha, meeting.reference, bo.personId, "by-phone");
  const { attendee } = await together();
  if (attendee === null) throw new Error("It did not begin");
  return attendee;
}

describe("answering together with somebody", () => {
  test("opens no question before they said yes, and the yes is kept with who asked and how", async () => {
    expect((await together()).attendee).toBeNull();
    await begun();
    expect((await together()).view.before).toEqual([{ with: "Asha Grewal", how: "by-phone", on: "2026-11-23" }]);
    const rows = await opened.context().db.query.audit.findMany();
    expect(rows.filter(({ action }) => action === "answering-together-agreed").at(-1)?.actorId).toBe(asha.staffId);
  });

  test("the record says that the coordinator typed, and the answers say that they were given by phone", async () => {
    const attendee = await begun();
    await saveOwnAnswers(opened.context(), attendee, 0, (answers) => ({ ...answers, topics: ["senses"] }));
    const rows = await opened.context().db.query.audit.findMany();
    const saved = rows.filter(({ action }) => action === "access-answers-saved").at(-1);
    expect([saved?.actorKind, saved?.actorId]).toEqual(["staff", asha.staffId]);
    expect((await ownAnswers(opened.context(), bo)).answers.filledBy).toBe("together-by-phone");
  });

  test("what somebody told us by themselves is never opened, even in the middle of a call", async () => {
    const attendee = await begun();
    await saveOwnAnswers(opened.context(), bo, 0, (answers) => ({ ...answers, topics: ["safety"] }));
    expect((await together()).view.state).toBe("theirs-alone");
    expect((await together()).attendee).toBeNull();
    expect((await saveOwnAnswers(opened.context(), attendee, 1, (answers) => answers)).ok).toBe(false);
    expect((await sendOwnAnswers(opened.context(), attendee)).ok).toBe(false);
    expect(await beginTogether(opened.context(), asha, meeting.reference, bo.personId, "by-phone")).toEqual({
      ok: false,
      refusal: "theirs-alone",
    });
  });

  test("once the person changes what was written down with them, it is theirs alone", async () => {
    const attendee = await begun();
    await saveOwnAnswers(opened.context(), attendee, 0, (answers) => ({ ...answers, topics: ["senses"] }));
    await saveOwnAnswers(opened.context(), bo, 1, (answers) => ({ ...answers, topics: ["safety"] }));
    expect((await together()).view.state).toBe("theirs-alone");
  });

  test("sent answers end the call, and the person gets their link to read and change them", async () => {
    const attendee = await begun();
    await saveOwnAnswers(opened.context(), attendee, 0, (answers) => ({ ...answers, topics: ["senses"] }));
    await sendOwnAnswers(opened.context(), attendee);
    const later = opened.context("2026-11-23T11:00:00.000Z");
    expect(await finishTogether(later, asha, meeting.reference, bo.personId, { isSent: true })).toEqual({
      ok: true,
      value: { channel: "show" },
    });
    expect((await together()).attendee).toBeNull();
    const [sending] = await listSendings(opened.context(), asha, meeting.id);
    expect([sending?.message?.kind, sending?.filledBy]).toEqual(["answers-received", "together-by-phone"]);
    expect(await finishTogether(later, asha, meeting.reference, bo.personId, { isSent: true })).toEqual({
      ok: true,
      value: { channel: null },
    });
  });

  test("is for the coordinators of the person's own organisation", async () => {
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${bo.personId}@example.net` });
    expect(await findAnsweringTogether(opened.context(), stranger, meeting.reference, bo.personId)).toEqual({
      ok: false,
      refusal: "not-found",
    });
    expect(await beginTogether(opened.context(), stranger, meeting.reference, bo.personId, "by-phone")).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

describe("what somebody told us for an earlier meeting, by phone", () => {
  async function toldBefore(choices: AccessAnswers["choices"]): Promise<void> {
    const earlier = await meetingOf(opened, asha, { name: "Kitchen group" });
    const before = await inviteKnown(opened, asha, earlier, bo.personId);
    const said = { chosen: [{ id: "low-light", strength: "essential" }], choices, keep: "keep" } as const;
    await saveOwnAnswers(opened.context(), before, 0, (answers) => ({ ...answers, ...said }));
    await sendOwnAnswers(opened.context(), before);
  }
  const opening = async () => {
    const rows = await opened.context().db.query.audit.findMany();
    return rows.filter(({ action, subjectId }) => action === "earlier-answers-opened" && subjectId === bo.invitationId);
  };

  test("is read aloud where they let coordinators read it with their name, on record, and taken up it stays open to both", async () => {
    await toldBefore({ coordinator: "with-name" });
    const attendee = await begun();
    const earlier = await earlierTogether(opened.context(), asha, attendee);
    expect(earlier).toMatchObject({ meeting: "Kitchen group", toldOn: "2026-11-23", needsNothing: false });
    expect(earlier?.lines?.join(" ")).toContain("light");
    expect((await opening()).map(({ actorId }) => actorId)).toEqual([asha.staffId]);
    expect(await reviewEarlierAnswers(opened.context(), attendee, 0, "same")).toEqual({ ok: true, value: { version: 1 } });
    expect((await together()).view.state).toBe("going-on");
    expect((await ownAnswers(opened.context(), bo)).answers).toMatchObject({
      chosen: [{ id: "low-light", strength: "essential" }],
      filledBy: "together-by-phone",
    });
  });

  test("is not opened where they did not, and cannot be taken up by phone, only begun again", async () => {
    await toldBefore({ coordinator: "without-name" });
    const attendee = await begun();
    expect(await earlierTogether(opened.context(), asha, attendee)).toMatchObject({ meeting: "Kitchen group", lines: null });
    expect(await opening()).toEqual([]);
    for (const verdict of ["same", "mostly", "skipped"] as const)
      expect(await reviewEarlierAnswers(opened.context(), attendee, 0, verdict)).toEqual({ ok: false, refusal: "nothing-earlier" });
    expect((await ownAnswers(opened.context(), bo)).version).toBe(0);
    expect((await reviewEarlierAnswers(opened.context(), attendee, 0, "start-again")).ok).toBe(true);
    expect((await ownAnswers(opened.context(), bo)).answers.chosen).toEqual([]);
  });

  test("is never written over from here once they have begun to answer by themselves", async () => {
    await toldBefore({ coordinator: "with-name" });
    const attendee = await begun();
    expect((await reviewEarlierAnswers(opened.context(), bo, 0, "skipped")).ok).toBe(true);
    expect(await reviewEarlierAnswers(opened.context(), attendee, 1, "same")).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });
});

describe("asking the payments adviser to call", () => {
  test("sends the adviser the number and nothing of payment, and the record says that the coordinator asked", async () => {
    const context: Context = { ...opened.context(), mailIsSet: true };
    const boss = administratorOf({ ...asha, roles: ["administrator"] })!;
    const facts = {
      name: "Harbour Advice",
      about: "",
      email: "advice@example.org",
      phone: "",
      otherWays: "",
      hours: "",
      repliesWithinDays: 3,
    };
    const added = await addAdviserFor(context, boss, facts);
    if (!added.ok) throw new Error(added.refusal);
    const attendee = await begun();
    const asked = { adviserId: added.value.adviserId, reach: "", when: "Mornings" };
    expect(await askForAdviserTogether(opened.context(), attendee, asked)).toEqual({ ok: false, refusal: "cannot-send" });
    expect((await askForAdviserTogether(context, attendee, asked)).ok).toBe(true);
    const sent = await context.db.query.outbox.findFirst({ where: (table, { eq }) => eq(table.aboutId, added.value.adviserId) });
    expect(sent?.body === null || sent === undefined ? "" : context.vault.unseal(sent.body, outboxPlace(sent.id))).toContain(
      "By phone: 07700 900 555",
    );
    const rows = await context.db.query.audit.findMany();
    expect(rows.filter(({ action, subjectId }) => action === "adviser-asked" && subjectId === bo.invitationId)).toMatchObject([
      { actorKind: "staff", actorId: asha.staffId },
    ]);
  });
});
