import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AskedId } from "#app/domain/access/asked.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { compareReferences, lawOf, type AttendeeNeeds } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, anyAttendees, anyMeeting, anyVenue, helpful, person, someHolidays } from "#tests/support/meeting-builders.ts";

describe("the whole plan", { timeout: 60_000 }, () => {
  test("for any meeting, the order in which people answered changes nothing", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, anyVenue, (meeting, attendees, venue) => {
        const input = { meeting, attendees, venue, holidays: someHolidays };
        expect(planMeeting({ ...input, attendees: attendees.toReversed() })).toEqual(planMeeting(input));
      }),
    );
  });

  test("for any meeting, every requirement anybody asked for is summarised exactly once, with everybody counted", () => {
    fc.assert(
      fc.property(anyMeeting, anyAttendees, anyVenue, (meeting, attendees, venue) => {
        const { requirements } = planMeeting({ meeting, attendees, venue, holidays: someHolidays });
        const asked = attendees.flatMap(({ needs }) => needs.map(({ requirement }) => requirement));
        expect(requirements.map(({ requirement }) => requirement).toSorted()).toEqual([...new Set(asked)].toSorted());
        for (const { requirement, people, demands } of requirements) {
          expect(people).toBe(asked.filter((id) => id === requirement).length);
          expect(demands.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("for any requirement, a meeting with nothing known and nothing arranged never calls it met unless only times were asked", () => {
    for (const id of requirementIds) {
      const [summary] = planMeeting({
        meeting: aMeeting(),
        attendees: [person("p1", [id])],
        venue: {},
        holidays: someHolidays,
      }).requirements;
      const kinds = new Set(summary?.demands.map(({ demand }) => demand.kind));
      const onlyTimes = [...kinds].every((kind) => kind === "timetable" || kind === "stated-break");
      expect(summary?.finding === "met", id).toBe(onlyTimes && summary?.demands.every(({ finding }) => finding === "met"));
    }
  });

  const formatsOwedFor = (requirement: AskedId, attendee: AttendeeNeeds) =>
    planMeeting({ meeting: aMeeting(), attendees: [attendee], venue: {}, holidays: someHolidays })
      .requirements.filter((one) => one.requirement === requirement)
      .flatMap(({ demands }) => demands.flatMap(({ demand }) => (demand.kind === "format" ? [demand.format] : [])));

  test("papers that are owed together are all owed, whatever else the same person is sent", () => {
    const packByPost = ["paper-by-post", "short-summary"];
    expect(formatsOwedFor("online-phone-dial-in", person("p1", ["online-phone-dial-in"]))).toEqual(packByPost);
    expect(formatsOwedFor("online-phone-dial-in", person("p1", ["online-phone-dial-in", "bsl-papers"]))).toEqual(packByPost);
    expect(formatsOwedFor("online-phone-dial-in", person("p1", ["online-phone-dial-in"], ["short-summary"]))).toEqual(packByPost);
  });

  test("of papers that would each do, the one a person chose is owed, else the first", () => {
    expect(formatsOwedFor("contact-phone", person("p1", ["contact-phone"]))).toEqual(["phone-spoken"]);
    expect(formatsOwedFor("contact-phone", person("p1", ["contact-phone"], ["paper-by-post"]))).toEqual(["paper-by-post"]);
  });

  test("a summary counts people and says when the first thing is due, and names nobody", () => {
    const attendees = [person("p-zx81", ["bsl-interpreter"]), person("p-zx82", [helpful("bsl-interpreter")])];
    const { requirements, venueQuestions } = planMeeting({ meeting: aMeeting(), attendees, venue: {}, holidays: someHolidays });
    expect(requirements).toEqual([
      expect.objectContaining({
        requirement: "bsl-interpreter",
        people: 2,
        essentialPeople: 1,
        finding: "unknown",
        earliestDeadline: "2026-12-18",
      }),
    ]);
    expect(JSON.stringify([requirements, venueQuestions])).not.toContain("p-zx8");
  });

  test("a venue is asked for features and counts, never for a requirement", () => {
    const attendees = [person("p1", ["manual-wheelchair"]), person("p2", ["powered-wheelchair"])];
    const { venueQuestions } = planMeeting({ meeting: aMeeting(), attendees, venue: { "corridor-width": 1200 }, holidays: someHolidays });
    const about = (feature: string) => venueQuestions.find((question) => question.feature === feature);
    expect(about("wheelchair-spaces")).toMatchObject({ people: 2, quantity: 2, level: "must", finding: "unknown", isBaseline: false });
    expect(about("corridor-width")).toMatchObject({ people: 2, finding: "met", fact: 1200 });
    expect(about("dogs-welcome")).toMatchObject({ people: 0, isBaseline: true, level: "must", askBy: "2027-01-13" });
    for (const question of venueQuestions) {
      const kept = ["feature", "finding", "reason", "wanted", "fact", "level", "people", "isBaseline", "quantity", "askBy"];
      expect(kept).toEqual(expect.arrayContaining(Object.keys(question)));
    }
  });

  test("getting out safely: who needs a plan, why, and what the venue has to confirm", () => {
    const { evacuation } = planMeeting({
      meeting: aMeeting(),
      attendees: [person("p1", ["manual-wheelchair"]), person("p2", ["clear-print-14"])],
      venue: { "exit-step-free": 0, refuge: true },
      holidays: someHolidays,
    });
    expect(evacuation.plans).toEqual([expect.objectContaining({ attendee: "p1", because: ["manual-wheelchair"] })]);
    expect(evacuation.plans[0]?.topics).toHaveLength(12);
    expect(evacuation.venueToConfirm.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(["exit-step-free", "refuge-two-way-call"]),
    );
    expect(evacuation.venueToConfirm.map(({ feature }) => feature)).not.toContain("refuge");
  });

  test("Northern Ireland has its own law on adjustments", () => {
    expect(lawOf("northern-ireland")).toBe("disability-discrimination-act-1995");
    for (const nation of ["england", "scotland", "wales"] as const) expect(lawOf(nation)).toBe("equality-act-2010");
  });

  test("somebody listed twice with one requirement keeps the stronger answer, once", () => {
    const { requirements } = planMeeting({
      meeting: aMeeting(),
      attendees: [person("p1", [helpful("low-light"), "low-light"])],
      venue: {},
      holidays: someHolidays,
    });
    expect(requirements).toEqual([expect.objectContaining({ people: 1, essentialPeople: 1 })]);
  });

  test("references sort as people count: p2 before p10", () => {
    expect(["p10", "p2", "p1", "a9", "p2b"].toSorted(compareReferences)).toEqual(["a9", "p1", "p2", "p2b", "p10"]);
  });

  test("eighty people with six requirements each are planned, and no requirement is lost", () => {
    const attendees = Array.from({ length: 80 }, (_, index) =>
      person(`p${index + 1}`, [
        ...new Set(
          Array.from({ length: 6 }, (_each, more) => requirementIds[(index * 7 + more * 31) % requirementIds.length] ?? "low-light"),
        ),
      ]),
    );
    const plan = planMeeting({
      meeting: aMeeting({ people: 80, date: calendarDateOf("2027-02-03") }),
      attendees,
      venue: {},
      holidays: someHolidays,
    });
    expect(plan.requirements.length).toBeGreaterThan(100);
  });
});
