// "Send a test to me": the coordinator reads the invitation in their own mail before anybody else does.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { sendTestInvitation } from "#app/services/invitations.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
const withMail = (): Context => ({ ...opened.context(), mailIsSet: true });
const said = { personalLine: "Bring your ideas for the pond.", isNeutral: false };

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
});
afterEach(() => opened.close());

describe("a test of the invitation", () => {
  test("goes to the coordinator alone, with the personal line, and opens nothing", async () => {
    expect(await sendTestInvitation(withMail(), asha, meeting.reference, said)).toEqual({ ok: true, value: { to: "asha@example.org" } });
    const rows = await opened.context().db.query.outbox.findMany();
    expect(rows.map(({ recipient, subject, state }) => [recipient, subject.startsWith("Test: "), state])).toEqual([
      ["asha@example.org", true, "waiting"],
    ]);
    const body = withMail().vault.unseal(rows[0]!.body!, outboxPlace(rows[0]!.id));
    expect(body).toContain(said.personalLine);
    expect(body).not.toMatch(/\/i\/[\w-]{20}/u);
    expect(await opened.context().db.query.invitations.findMany()).toEqual([]);
    expect(await opened.context().db.query.linkTokens.findMany()).toEqual([]);
  });

  test("is not sent where there is no mail server, nor for another organisation's meeting", async () => {
    expect(await sendTestInvitation(opened.context(), asha, meeting.reference, said)).toEqual({ ok: false, refusal: "no-mail-server" });
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await sendTestInvitation(withMail(), other, meeting.reference, said)).toEqual({ ok: false, refusal: "not-found" });
    expect(await opened.context().db.query.outbox.findMany()).toEqual([]);
  });
});
