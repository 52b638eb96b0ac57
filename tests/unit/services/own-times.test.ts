// A person's own times for prayer, medicine and breaks, from their answers to the running order of the day.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { needsOfMeeting, saveOwnAnswers, sendOwnAnswers, ownAnswers } from "#app/services/needs.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import type { FollowUpAnswers } from "#app/domain/access/follow-ups.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let yusuf: Attendee;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  yusuf = await somebodyAsks(opened.context(), asha, meeting, "Yusuf Zqxname", [
    { id: "prayer-space", strength: "essential" },
    { id: "private-place-for-medicine", strength: "helpful" },
  ]);
});
afterEach(() => opened.close());

async function say(followUps: FollowUpAnswers): Promise<void> {
  const { version } = await ownAnswers(opened.context(), yusuf);
  await saveOwnAnswers(opened.context(), yusuf, version, (answers) => ({ ...answers, followUps }));
  await sendOwnAnswers(opened.context(), yusuf);
}
const breaksAt = async () => {
  const { attendees } = await needsOfMeeting(opened.context(), asha.organisationId, meeting.id);
  return attendees[0]!.needs.flatMap(({ requirement, breaksAt: at = [] }) => at.map((one) => ({ requirement, ...one })));
};
const plan = async () => {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};

describe("times of one's own", () => {
  test("without them no break is set for anybody", async () => {
    expect(await breaksAt()).toEqual([]);
  });

  test("are breaks at exactly those times in the running order, and the plan does not say whose", async () => {
    await say({ "prayer-times": "11:20am for 25 minutes" });
    expect(await breaksAt()).toEqual([{ requirement: "prayer-space", at: "11:20", minutes: 25 }]);
    const found = await plan();
    expect(found.timetable?.runningOrder?.parts).toContainEqual(
      expect.objectContaining({ kind: "break", from: "11:20", to: "11:45", isAtStatedTime: true }),
    );
    expect(JSON.stringify(found)).not.toContain("Zqxname");
  });

  test("are as long as the requirement asks, or as every break is, where nobody said how long", async () => {
    await say({ "prayer-times": "12:15pm", "medicine-times": "11:30am" });
    expect(await breaksAt()).toEqual([
      { requirement: "prayer-space", at: "12:15", minutes: 20 },
      { requirement: "medication-time", at: "11:30", minutes: 15 },
    ]);
  });

  test("for medicine are planned for as essential, though only a place for it was ticked", async () => {
    await say({ "medicine-times": "11:30am for 10 minutes" });
    const need = (await plan()).requirements.find(({ requirement }) => requirement === "medication-time");
    expect(need).toMatchObject({ people: 1, essentialPeople: 1 });
    expect(need?.demands.map(({ key }) => key)).toContain("stated-break 11:30 10");
  });

  test("are left out when what they belong to is no longer chosen", async () => {
    await say({ "prayer-times": "12:15pm" });
    const { version } = await ownAnswers(opened.context(), yusuf);
    await saveOwnAnswers(opened.context(), yusuf, version, (answers) => ({ ...answers, chosen: [] }));
    await sendOwnAnswers(opened.context(), yusuf);
    expect(await breaksAt()).toEqual([]);
  });
});
