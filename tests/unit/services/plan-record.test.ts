// The plan of a meeting that is over: a record with the facts of its own day.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { recordOwnCheck } from "#app/services/venues.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  await somebodyAsks(opened.context(), asha, meeting, "Priya Test", [
    { id: "no-stairs", strength: "essential" },
    { id: "bsl-interpreter", strength: "essential" },
  ]);
});
afterEach(() => opened.close());

const planOn = async (moment: string) => {
  const found = await planFor(opened.context(moment), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
const onTheDay = "2027-02-02T16:00:00.000Z";
const later = "2029-06-01T10:00:00.000Z";

describe("the plan of a meeting that is over", () => {
  test("has nothing to do, while on the day itself it still has", async () => {
    expect(await planOn(onTheDay)).toMatchObject({ isOver: false });
    expect((await planOn(onTheDay)).toDos.length).toBeGreaterThan(0);
    expect(await planOn("2027-02-03T09:00:00.000Z")).toMatchObject({ isOver: true, toDos: [] });
  });

  test("keeps the facts of its day: none grows too old, and none that came later counts", async () => {
    const { venue } = await planOn(onTheDay);
    const say = async (moment: string, value: boolean) =>
      recordOwnCheck(opened.context(moment), asha, venue!.venueId, [{ feature: "step-free-route-to-room", value, note: "" }]);
    await say("2027-01-20T10:00:00.000Z", true);
    const route = async (moment: string) =>
      (await planOn(moment)).requirements
        .find(({ requirement }) => requirement === "no-stairs")
        ?.demands.find(({ key }) => key === "venue-feature step-free-route-to-room")?.finding;
    expect(await route(onTheDay)).toBe("met");
    await say("2028-05-01T10:00:00.000Z", false);
    expect(await route(later)).toBe("met");
  });

  test("does not say afterwards that a booking is late or at risk in a way it was not on the day", async () => {
    const statusOn = async (moment: string) => (await planOn(moment)).bookings.map(({ support, needed }) => [support, needed?.status]);
    expect(await statusOn(later)).toEqual(await statusOn(onTheDay));
  });
});
