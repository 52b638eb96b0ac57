// One person with two records asked to one meeting: what everybody is told, they are told once.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { callingOff, callOff } from "#app/services/calling-off.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { askDueFeedback, whoTookPart } from "#app/services/feedback-asked.server.ts";
import { tellPeople } from "#app/services/news.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { makeDueReminders } from "#app/services/reminders.server.ts";
import { findMeeting, type Meeting } from "#db/stores/meetings.ts";
import * as schema from "#db/schema.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: Meeting;
let kept: Attendee;
let other: Attendee;

const now = (): Context => opened.context();
const dayAfter = (): Context => opened.context("2027-02-03T10:00:00.000Z");

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  const planned = await plannedMeeting(now(), asha);
  kept = await somebodyAsks(now(), asha, planned, "Wendeline Quarrington", [{ id: "low-light", strength: "essential" }]);
  other = await somebodyAsks(now(), asha, planned, "Wendeline Quarry", [{ id: "bsl-interpreter", strength: "essential" }]);
  const pair = { keptId: kept.personId, otherId: other.personId };
  const seen = valueOf(await previewMerge(now(), asha, pair));
  const versions = { keptVersion: seen.kept.version, otherVersion: seen.other.version };
  valueOf(await mergePeople(now(), asha, { ...pair, ...versions }, "they-said"));
  meeting = (await findMeeting(now().db, asha.organisationId, planned.reference))!;
});
afterEach(() => opened.close());

async function reply(of: Attendee, said: "coming-in-room" | "none"): Promise<void> {
  await now().change(async (tx) => {
    await tx.update(schema.invitations).set({ reply: said }).where(eq(schema.invitations.id, of.invitationId));
    return {};
  });
}

async function sent(kind: string): Promise<readonly (string | null)[]> {
  return (await now().db.query.outbox.findMany()).filter((one) => one.kind === kind).map(({ aboutId }) => aboutId);
}

test("they are asked how the meeting was once, and counted once among those who took part", async () => {
  await reply(kept, "coming-in-room");
  await reply(other, "coming-in-room");
  expect((await whoTookPart(now().db, meeting)).map(({ invitation }) => invitation.id)).toEqual([kept.invitationId]);
  expect(await askDueFeedback(dayAfter())).toBe(1);
  expect(await askDueFeedback(dayAfter())).toBe(0);
  expect(await sent("feedback-request")).toEqual([kept.invitationId]);
});

test("who was asked or answered on the other record before is not asked again on this one", async () => {
  await reply(kept, "coming-in-room");
  await reply(other, "coming-in-room");
  const { organisationId, meetingId } = other;
  await now().change(async (tx) => {
    await tx.insert(schema.feedback).values({ invitationId: other.invitationId, organisationId, meetingId, sentOn: now().today });
    return {};
  });
  expect((await whoTookPart(now().db, meeting)).map(({ invitation }) => invitation.id)).toEqual([other.invitationId]);
  expect(await askDueFeedback(dayAfter())).toBe(0);
});

test("they are told what was arranged once, though it is for both of their invitations", async () => {
  await reply(kept, "coming-in-room");
  await reply(other, "coming-in-room");
  const withMail = { ...now(), mailIsSet: true };
  const both = new Set([kept.invitationId, other.invitationId]);
  const news = () => ({ subject: "News", body: "News" });
  const told = await now().change(async (tx) => tellPeople(withMail, tx, meeting, both, { kind: "plan-news", key: "k", news }));
  expect(told).toEqual({ emailed: 1, onTheirPage: 0 });
});

test("who replied on one of two invitations is not reminded to reply on the other", async () => {
  await reply(kept, "none");
  await reply(other, "coming-in-room");
  await now().change(async (tx) => {
    await tx
      .update(schema.meetings)
      .set({ replyBy: "2026-12-10" as never })
      .where(eq(schema.meetings.id, meeting.id));
    return {};
  });
  for (const day of ["2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10"])
    await makeDueReminders(opened.context(`${day}T10:00:00.000Z`));
  expect(await sent("reminder")).toEqual([]);
});

test("when the meeting is called off they hear it once, and are counted once before it is", async () => {
  const reference = meeting.reference;
  const before = valueOf(await callingOff(now(), asha, reference));
  expect(Object.values(before.reach).reduce((sum, many) => sum + many, 0)).toBe(1);
  valueOf(await callOff(now(), asha, { reference, version: before.version }, { pays: "yes", bookingIds: [] }));
  expect(await sent("called-off")).toEqual([kept.invitationId]);
});
