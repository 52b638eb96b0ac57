import { describe, expect, test } from "vitest";
import { clashIds, clashOf } from "#app/domain/access/conflicts.ts";
import { worseOffBy } from "#app/domain/access/ways-out.ts";
import type { Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { AttendeeNeeds, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

const backed = { owner: "Access lead", evidence: "Message of 4 January" };
const planned = (attendees: readonly AttendeeNeeds[], arrangements: readonly Arrangement[] = [], venue: VenueFacts = {}) =>
  planMeeting({ meeting: aMeeting(), attendees, venue, holidays: someHolidays, arrangements });
const agreed = (clash: (typeof clashIds)[number], way: string): Arrangement => ({ kind: "clash", clash, way, ...backed });

const mayNotHearAlarm = person("p1", ["visual-alarm"]);
const harmedByFlashing = person("p2", ["no-flashing"]);
const flash = "alarm-flash-vs-photosensitive";

describe("a way out that was agreed", () => {
  test("is booked like anything else, for the people it is for and nobody else", () => {
    const { bookings } = planned([mayNotHearAlarm, harmedByFlashing], [agreed(flash, "pagers")]);
    const pagers = bookings.find(({ support }) => support === "alarm-pager");
    expect(pagers).toMatchObject({ quantity: 1, attendees: ["p1"], isEssential: true });
    expect(pagers?.causes.some(({ clash }) => clash === flash)).toBe(true);
    expect(pagers?.bookBy).toBeDefined();
  });

  test("is asked of the venue, whatever else the meeting would use", () => {
    const asks = (arrangements: readonly Arrangement[]) =>
      planned([person("p1", ["slow-pace"]), person("p2", ["fast-pace"])], arrangements).venueQuestions.find(
        ({ feature }) => feature === "breakout-step-free",
      );
    expect(asks([])).toBeUndefined();
    expect(asks([agreed("slow-vs-fast", "split-detail")])).toMatchObject({ level: "must", people: 2, finding: "unknown" });
  });

  test("keeps the plan open until everything it asks for is booked or there", () => {
    const why = (arrangements: readonly Arrangement[], venue: VenueFacts) =>
      planned([mayNotHearAlarm, harmedByFlashing], arrangements, venue).readiness.open.flatMap((item) =>
        item.kind === "clash" ? [item.why] : [],
      );
    const venue = { "alarm-pagers": true };
    const booked: Arrangement = { kind: "booking", support: "alarm-pager", quantity: 1, state: "confirmed", ...backed };
    expect(why([agreed(flash, "pagers")], venue)).toEqual(["way-out-needs-not-met"]);
    expect(why([agreed(flash, "pagers"), booked], {})).toEqual(["way-out-needs-not-met"]);
    expect(why([agreed(flash, "pagers"), { ...booked, evidence: "" }], venue)).toEqual(["way-out-needs-not-met"]);
    expect(why([agreed(flash, "pagers"), booked], venue)).toEqual([]);
  });

  test("asks for nothing once the clash has gone", () => {
    const { bookings, clashes } = planned([harmedByFlashing], [agreed(flash, "pagers")]);
    expect(clashes).toEqual([]);
    expect(bookings.map(({ support }) => support)).not.toContain("alarm-pager");
  });

  test("longer breaks for one toilet lengthen every break, and the times are worked out again", () => {
    const people = ["p1", "p2", "p3"].map((ref) => person(ref, ["accessible-toilet"]));
    const before = planned(people);
    const after = planned(people, [agreed("one-toilet-many", "longer-breaks")]);
    expect(before.timeNeeded.breakMinutes).toBe(20);
    expect(after.timeNeeded.breakMinutes).toBe(30);
    expect(after.timeNeeded.totalMinutes).toBe(before.timeNeeded.totalMinutes + 10 * before.timeNeeded.breaks);
    expect(after.timetable.sources.minBreakMinutes).toEqual({ clash: "one-toilet-many" });
  });
});

describe("who a way out leaves worse off", () => {
  test.each(clashIds.map((id) => [id] as const))("is said for every way out of %s", (id) => {
    expect(Object.keys(worseOffBy[id])).toEqual(clashOf(id).waysOut.map((way) => way.id));
    for (const way of clashOf(id).waysOut) {
      if (way.leavesWorse !== undefined) expect(worseOffBy[id][way.id]).not.toBe("nobody");
      if (/online by choice|only if they offer/iu.test(way.label)) expect(worseOffBy[id][way.id]).toBe("whoever-agrees");
    }
  });

  test("counts the people who asked for it, and names only what they asked for", () => {
    const people = [person("p1", ["strong-light"]), person("p2", ["low-light"]), person("p3", ["low-light"])];
    const ways = planned(people).clashes[0]?.waysOut ?? [];
    const of = (id: string) => ways.find(({ way }) => way.id === id)?.worseOff;
    expect(of("zones")).toEqual({ who: "nobody", requirements: [], people: 0 });
    expect(of("link")).toEqual({ who: "other", requirements: ["low-light"], people: 2 });
    expect(of("shade")).toEqual({ who: "one", requirements: ["strong-light"], people: 1 });
  });
});
