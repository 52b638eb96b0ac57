import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { beginTogether, findAnsweringTogether, finishTogether } from "#app/services/answering-together.server.ts";
import { listSendings } from "#app/services/invitations.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf } from "#tests/support/invited-meeting.ts";

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
