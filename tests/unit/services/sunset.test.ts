// Sunset of a meeting through its service: typed, worked out, and not known.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { sunsetAt } from "#app/domain/meetings/sunset.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { findMeetingFor, saveWhen, type SavedMeeting } from "#app/services/meetings.server.ts";
import { decideRequirement } from "#app/services/plan-decisions.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { placeVenue, sunsetFor, typeSunset } from "#app/services/sunset.server.ts";
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
  await somebodyAsks(opened.context(), asha, meeting, "Priya Test", [{ id: "finish-in-daylight", strength: "essential" }]);
});
afterEach(() => opened.close());

const seen = async () => {
  const found = await sunsetFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
const plan = async () => {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
const place = async () =>
  placeVenue(
    opened.context(),
    asha,
    { reference: meeting.reference, version: (await seen()).venue!.version },
    { latitude: 53.797, longitude: -1.543 },
  );
const type = async (time: string) =>
  typeSunset(opened.context(), asha, { reference: meeting.reference, version: (await seen()).version }, clockTimeOf(time));

describe("sunset on the day", () => {
  test("is not known until somebody says where the venue is, and the plan says so", async () => {
    expect((await seen()).known).toBeNull();
    expect((await plan()).sunset).toEqual({ known: null });
    expect((await plan()).timetable?.notes.map(({ kind }) => kind)).toContain("sunset-not-known");
    await place();
    expect((await seen()).known).toEqual({
      at: sunsetAt(calendarDateOf("2027-02-02"), { latitude: 53.797, longitude: -1.543 }),
      by: "worked-out",
    });
    expect((await plan()).timetable?.limits.latestEnd).toBeDefined();
    expect((await plan()).timetable?.notes.map(({ kind }) => kind)).not.toContain("sunset-not-known");
  });

  test("a typed time goes before the worked-out one, and does not move to another day", async () => {
    await place();
    await type("16:30");
    expect((await seen()).known).toEqual({ at: "16:30", by: "typed" });
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    await saveWhen(
      opened.context(),
      asha,
      { reference: meeting.reference, version: found.value.version },
      {
        when: { kind: "known", date: calendarDateOf("2027-02-09"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
        breaks: { everyMinutes: 45, minutes: 15 },
      },
    );
    expect((await seen()).known?.by).toBe("worked-out");
  });

  test("a decision that rests on daylight is opened again when the time of sunset changes", async () => {
    await type("16:30");
    await decideRequirement(
      opened.context(),
      asha,
      { reference: meeting.reference, requirement: "finish-in-daylight", version: 0 },
      {
        how: "way-of-working",
        state: "met",
        plan: "We finish by 1pm.",
        role: "The chair",
        evidence: "The agenda of 20 November",
        hasPlansToLeave: false,
        tried: "",
        offered: "",
        agreedBy: "",
        message: "",
      },
    );
    const need = async () => (await plan()).requirements.find(({ requirement }) => requirement === "finish-in-daylight");
    expect((await need())?.reopened).toEqual([]);
    await type("13:30");
    expect((await need())?.reopened).toEqual(["sunset-changed"]);
    expect((await need())?.changes).toMatchObject([{ kind: "sunset-changed", then: "16:30", now: "13:30" }]);
  });

  test("another organisation finds neither the meeting nor its venue", async () => {
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await sunsetFor(opened.context(), other, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await placeVenue(opened.context(), other, { reference: meeting.reference, version: 1 }, null)).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});
