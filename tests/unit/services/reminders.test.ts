import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { listSendings, printLettersToPost } from "#app/services/invitations.server.ts";
import { findMeetingFor, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { findPersonFor, savePerson } from "#app/services/people.server.ts";
import { changeReminder, makeDueReminders } from "#app/services/reminders.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf, onTwelfthOfJanuary } from "#tests/support/invited-meeting.ts";

// Invited on 23 November for 12 January: replies by 18 December, so the reminder is due from 11 December.
const due = "2026-12-11T10:00:00.000Z";

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
  meeting = await meetingOf(opened, asha, { when: onTwelfthOfJanuary });
  bo = await invite(opened, asha, meeting, "Bo Lind");
  await invite(opened, asha, meeting, "Cy Hale", { address: "1 Kiln Lane\nLeeds" });
});

const kinds = async () =>
  (await listSendings(opened.context(), asha, meeting.id)).map(({ name, message }) => `${name}: ${message?.kind ?? "none"}`);

async function remind(at = due): Promise<number> {
  const before = (await kinds()).filter((kind) => kind.endsWith("reminder")).length;
  await makeDueReminders(opened.context(at));
  return (await kinds()).filter((kind) => kind.endsWith("reminder")).length - before;
}

describe("the one reminder", () => {
  test("goes to those who have not replied, each their own way, and never twice", async () => {
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    expect(found.ok && found.value.replyBy).toBe("2026-12-18");
    await saveReply(opened.context(), bo, 1, "not-sure");
    expect(await remind()).toBe(1);
    expect(await kinds()).toEqual(["Bo Lind: invitation", "Cy Hale: reminder"]);
    expect(await remind("2026-12-12T10:00:00.000Z")).toBe(0);
  });

  test("is in Easy Read for somebody whose messages are written like that, and not for others", async () => {
    const found = await findPersonFor(opened.context(), asha, bo.personId);
    if (!found.ok) throw new Error("Nobody of that id");
    const { personId, version, name, email, phone, address, preferredContact, neutralSubject, safeContact } = found.value;
    const facts = { name, email, phone, address, preferredContact, neutralSubject, safeContact, easyRead: true };
    expect((await savePerson(opened.context(), asha, { personId, version }, facts)).ok).toBe(true);
    expect(await remind()).toBe(2);
    const bodies = (await opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "reminder") }))
      .filter(({ organisationId }) => organisationId === asha.organisationId)
      .map(({ id, recipient, body }) => [
        recipient,
        opened.context().vault.unseal(body!, outboxPlace(id)).includes("We do not remind you again."),
      ]);
    expect(bodies.toSorted()).toEqual([
      ["1 Kiln Lane\nLeeds", false],
      ["bo.lind@example.org", true],
    ]);
  });

  test("waits for its day, keeps to the hours of the day, and ends when replies are no longer wanted", async () => {
    expect(await remind("2026-12-10T10:00:00.000Z")).toBe(0);
    expect(await remind("2026-12-11T08:59:00.000Z")).toBe(0);
    expect(await remind("2026-12-11T18:00:00.000Z")).toBe(0);
    expect(await remind("2026-12-19T10:00:00.000Z")).toBe(0);
    expect(await remind("2026-12-18T17:59:00.000Z")).toBe(2);
  });

  test("a coordinator can stop it, and want it after all", async () => {
    const at = { reference: meeting.reference, version: meeting.version };
    expect((await changeReminder(opened.context(), asha, at, "stopped")).ok).toBe(true);
    expect(await remind()).toBe(0);
    expect(await changeReminder(opened.context(), asha, at, "wanted")).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect((await changeReminder(opened.context(), asha, { ...at, version: at.version + 1 }, "wanted")).ok).toBe(true);
    expect(await remind()).toBe(2);
  });
});

describe("letters to post", () => {
  test("are printed together, only those that wait, and only for their own organisation", async () => {
    const printed = await printLettersToPost(opened.context(), asha, meeting.reference, 12);
    expect(printed.ok && printed.value.fileName).toBe("letters-to-post.pdf");
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: `${bo.personId}@example.net` });
    expect(await printLettersToPost(opened.context(), stranger, meeting.reference, 12)).toEqual({ ok: false, refusal: "not-found" });
    const other = await meetingOf(opened, asha);
    expect(await printLettersToPost(opened.context(), asha, other.reference, 12)).toEqual({ ok: false, refusal: "none" });
  });
});
