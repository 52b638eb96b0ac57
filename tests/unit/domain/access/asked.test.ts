import { describe, expect, test } from "vitest";
import { askedOf, isOwnAsked, ownAskedIds } from "#app/domain/access/asked.ts";
import { optionOf, ownOptionIds } from "#app/domain/access/topic-options.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

describe("a choice no requirement of the catalogue stands for", () => {
  test("is planned under its own name, unless it only answers a question", () => {
    for (const id of ownOptionIds) {
      const option = optionOf(id);
      const meansSomethingElse = option.requirements.length + option.untilAnswered.length > 0;
      if (option.isNeed && !meansSomethingElse) expect(isOwnAsked(id), id).toBe(true);
    }
    expect(isOwnAsked("travel-bus")).toBe(false);
    expect(isOwnAsked("large-print")).toBe(false);
  });

  test.each(ownAskedIds.map((id) => [id] as const))("%s is in the plan once, and asks for something", (id) => {
    const { requirements, readiness } = planMeeting({
      meeting: aMeeting({ mode: "hybrid", conditions: ["route-uses-stairs"] }),
      attendees: [person("p1", [id], optionOf(id).formats)],
      venue: {},
      holidays: someHolidays,
    });
    expect(requirements).toEqual([expect.objectContaining({ requirement: id, people: 1, essentialPeople: 1 })]);
    expect(requirements[0]?.demands.length).toBeGreaterThan(0);
    const isMetByTheTimes = requirements[0]?.finding === "met";
    expect(readiness.open.some((item) => item.kind === "requirement" && item.requirement === id)).toBe(!isMetByTheTimes);
  });

  test("a longer lunch lengthens lunch, with whose choice it was", () => {
    const meeting = aMeeting({ foodServed: true, netAgendaMinutes: 150 });
    const { timetable, timeNeeded } = planMeeting({
      meeting,
      attendees: [person("p1", ["longer-lunch"])],
      venue: {},
      holidays: someHolidays,
    });
    expect(timeNeeded.lunchMinutes).toBe(60);
    expect(timetable.sources.lunchMinMinutes).toEqual({ attendee: "p1", requirement: "longer-lunch" });
  });

  test("a table with space under it is asked of the venue, and a fact that says no is not met", () => {
    const asked = (venue: Parameters<typeof planMeeting>[0]["venue"]) =>
      planMeeting({ meeting: aMeeting(), attendees: [person("p1", ["table-for-wheelchair"])], venue, holidays: someHolidays });
    expect(asked({}).venueQuestions.find(({ feature }) => feature === "table-knee-height")).toMatchObject({ level: "must", people: 1 });
    expect(asked({ "table-knee-height": false }).requirements[0]?.finding).toBe("not-met");
  });

  test("what asks for nothing by itself has no entry in a plan", () => {
    expect(askedOf("makaton").label).toBe("Makaton or signs");
    expect(ownAskedIds).not.toContain("any-toilet");
  });
});
