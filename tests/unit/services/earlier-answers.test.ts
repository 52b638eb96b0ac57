import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { listInvitable } from "#app/services/invitations.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { myPage } from "#app/services/my-meeting.server.ts";
import {
  earlierAnswers,
  needsOfMeeting,
  ownAnswers,
  reviewEarlierAnswers,
  saveOwnAnswers,
  sendOwnAnswers,
  whoFilledIn,
} from "#app/services/needs.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, inviteKnown, meetingOf } from "#tests/support/invited-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let next: SavedMeeting;
let before: Attendee;
let now: Attendee;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());

async function told(attendee: Attendee, keep: "keep" | "erase", context = opened.context()): Promise<void> {
  const { version } = await ownAnswers(context, attendee);
  await saveOwnAnswers(context, attendee, version, (answers) => ({
    ...answers,
    topics: ["contact-and-papers"],
    chosen: [{ id: "bsl-interpreter", strength: "essential" }],
    choices: { coordinator: "with-name" },
    keep,
  }));
  await sendOwnAnswers(context, attendee);
}

beforeEach(async () => {
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: `${opened.context().newId()}@example.org` });
  before = await invite(opened, asha, await meetingOf(opened, asha, { name: "First meeting" }), "Bo Lind");
  next = await meetingOf(opened, asha, { name: "Second meeting" });
  now = await inviteKnown(opened, asha, next, before.personId);
});

const planned = async () => (await needsOfMeeting(opened.context(), asha.organisationId, next.id)).attendees.length;

describe("who has a saved access profile", () => {
  const saved = async () =>
    (await listInvitable(opened.context(), asha, next.id)).filter(({ hasSavedProfile }) => hasSavedProfile).map(({ name }) => name);

  test("is whoever asked us to keep what they last sent, and the list says no more than that", async () => {
    expect(await saved()).toEqual([]);
    await told(before, "keep");
    expect(await saved()).toEqual(["Bo Lind"]);
    expect(JSON.stringify(await listInvitable(opened.context(), asha, next.id))).not.toMatch(/interpreter|bsl/iu);
  });

  test("is nobody whose latest answers are to be erased, whatever they said before", async () => {
    await told(before, "keep");
    await told(now, "erase", opened.context("2026-11-24T10:00:00.000Z"));
    expect(await saved()).toEqual([]);
  });
});

describe("answers to an earlier meeting", () => {
  test("are offered only to somebody who asked us to keep them, and used for nothing until they say so", async () => {
    expect(await earlierAnswers(opened.context(), now)).toBeNull();
    await told(before, "erase");
    expect(await earlierAnswers(opened.context(), now)).toBeNull();
    await told(before, "keep");
    expect((await earlierAnswers(opened.context(), now))?.meeting).toBe("First meeting");
    expect((await myPage(opened.context(), now)).earlier).toBe("to-review");
    expect(await planned()).toBe(0);
  });

  test("skipped, they stand unconfirmed and nobody plans from them; confirmed later, they wait to be sent", async () => {
    await told(before, "keep");
    await reviewEarlierAnswers(opened.context(), now, 0, "skipped");
    const page = await myPage(opened.context(), now);
    expect([page.earlier, page.access]).toEqual(["not-confirmed", "started"]);
    expect(await planned()).toBe(0);
    const confirmed = await reviewEarlierAnswers(opened.context(), now, 1, "same");
    expect(confirmed).toEqual({ ok: true, value: { version: 2 } });
    expect(await planned()).toBe(0);
    await sendOwnAnswers(opened.context(), now);
    expect(await planned()).toBe(1);
    expect((await myPage(opened.context(), now)).earlier).toBe("in-use");
  });

  test("starting again leaves them out, and what is told now never changes what was told then", async () => {
    await told(before, "keep");
    await reviewEarlierAnswers(opened.context(), now, 0, "start-again");
    expect((await ownAnswers(opened.context(), now)).answers.chosen).toEqual([]);
    expect((await ownAnswers(opened.context(), before)).answers.chosen).toHaveLength(1);
    expect(await earlierAnswers(opened.context(), now)).toBeNull();
  });

  test("are never taken over what somebody has begun to tell us for this meeting", async () => {
    await told(before, "keep");
    await saveOwnAnswers(opened.context(), now, 0, (answers) => ({ ...answers, topics: ["getting-around"] }));
    expect(await reviewEarlierAnswers(opened.context(), now, 0, "same")).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect(await reviewEarlierAnswers(opened.context(), now, 1, "same")).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect((await ownAnswers(opened.context(), now)).answers.topics).toEqual(["getting-around"]);
  });

  test("of one person are never another's", async () => {
    await told(before, "keep");
    const other = await invite(opened, asha, next, "Cy Hale");
    expect(await earlierAnswers(opened.context(), other)).toBeNull();
    expect(await reviewEarlierAnswers(opened.context(), other, 0, "same")).toEqual({ ok: false, refusal: "nothing-earlier" });
  });

  test("who filled them in is known once they are sent, and not before", async () => {
    await saveOwnAnswers(opened.context(), now, 0, (answers) => ({ ...answers, filledBy: "me-with-help", helper: "Dilys Ong" }));
    expect((await whoFilledIn(opened.context(), asha.organisationId, next.id)).size).toBe(0);
    await sendOwnAnswers(opened.context(), now);
    expect((await whoFilledIn(opened.context(), asha.organisationId, next.id)).get(now.invitationId)).toEqual({
      filledBy: "me-with-help",
      helper: "Dilys Ong",
    });
  });
});
