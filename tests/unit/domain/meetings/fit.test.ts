import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { assessFit, checkFact, placeOf, worstOf, type Finding, type Place } from "#app/domain/meetings/fit.ts";
import { conditionsOf, type AttendeeNeeds, type MeetingFacts, type VenueFact, type VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, anyAttendees, anyMeeting, anyVenue, helpful, person, someHolidays } from "#tests/support/meeting-builders.ts";

function fitOf(attendees: readonly AttendeeNeeds[], facts: VenueFacts, meeting: MeetingFacts = aMeeting()) {
  return assessFit(attendees, placeOf(attendees, facts, conditionsOf(meeting, attendees, facts)));
}

function findingFor(attendees: readonly AttendeeNeeds[], feature: string, facts: VenueFacts, meeting?: MeetingFacts) {
  return fitOf(attendees, facts, meeting).findings.find((one) => one.feature === feature);
}

const emptyPlace: Place = { facts: {}, conditions: new Set(), peopleWhoAsk: new Map() };
const ava = person("p1", ["manual-wheelchair"]);

describe("what a recorded fact means", () => {
  test("a doorway nobody has measured is not known, not too narrow", () => {
    expect(findingFor([ava], "entrance-door-width", {})).toMatchObject({ finding: "unknown", reason: "not-recorded", level: "must" });
  });

  test("a doorway that is there and not measured is still asked about", () => {
    expect(findingFor([ava], "entrance-door-width", { "entrance-door-width": true })).toMatchObject({
      finding: "unknown",
      reason: "not-measured",
    });
  });

  test("a doorway of exactly 800 mm is wide enough, one of 799 mm is not", () => {
    expect(findingFor([ava], "entrance-door-width", { "entrance-door-width": 800 })?.finding).toBe("met");
    expect(findingFor([ava], "entrance-door-width", { "entrance-door-width": 799 })?.finding).toBe("not-met");
  });

  test("a lip of exactly 15 mm will do, one of 16 mm will not", () => {
    expect(findingFor([ava], "entrance-threshold", { "entrance-threshold": 15 })?.finding).toBe("met");
    expect(findingFor([ava], "entrance-threshold", { "entrance-threshold": 16 })?.finding).toBe("not-met");
  });

  test("for any measured feature, the figure itself is enough and the least bit worse is not", () => {
    for (const feature of venueFeatureIds) {
      const { criterion } = venueFeatureOf(feature);
      const check = (fact: VenueFact) => checkFact({ ...emptyPlace, facts: { [feature]: fact } }, feature).finding;
      const edges: readonly (readonly [number, number])[] =
        criterion.is === "yes"
          ? []
          : criterion.is === "between"
            ? [
                [criterion.from, criterion.from - 0.1],
                [criterion.to, criterion.to + 0.1],
              ]
            : [[criterion.value, criterion.value + (criterion.is === "at-least" ? -0.1 : 0.1)]];
      for (const [enough, tooBad] of edges) {
        expect(check(enough), feature).toBe("met");
        expect(check(tooBad), feature).toBe("not-met");
      }
      expect(check(false), feature).toBe("not-met");
      expect(check(true), feature).toBe(criterion.is === "yes" ? "met" : "unknown");
    }
  });
});

describe("what a finding means for a person", () => {
  test("a requirement that is only helpful lowers a must to a should and a should to a nice", () => {
    const levels = (attendee: AttendeeNeeds) => new Map(fitOf([attendee], {}).findings.map((one) => [one.feature, one.level]));
    const essential = levels(ava);
    const only = levels(person("p1", [helpful("manual-wheelchair")]));
    expect([essential.get("corridor-width"), essential.get("floor-firm")]).toEqual(["must", "should"]);
    expect([only.get("corridor-width"), only.get("floor-firm")]).toEqual(["should", "nice"]);
  });

  test("an answer that varies, or no answer about strength, is planned as essential", () => {
    for (const strength of ["varies", "none"] as const) {
      const finding = findingFor([person("p1", [{ requirement: "manual-wheelchair", strength }])], "corridor-width", {});
      expect(finding?.level).toBe("must");
    }
  });

  test("two wheelchair places serve two people and not three, however few are helpful", () => {
    const facts = { "wheelchair-spaces": 2 };
    const two = [ava, person("p2", ["powered-wheelchair"])];
    const three = [...two, person("p3", [helpful("manual-wheelchair")])];
    expect(findingFor(two, "wheelchair-spaces", facts)?.finding).toBe("met");
    expect(findingFor(three, "wheelchair-spaces", facts)).toMatchObject({ finding: "not-met", wanted: { value: 3 } });
  });

  test("somebody with two reasons for a wheelchair place is one person", () => {
    const facts = { "wheelchair-spaces": 1 };
    const swaps = person("p1", ["manual-wheelchair", "powered-wheelchair"]);
    expect(findingFor([swaps], "wheelchair-spaces", facts)?.finding).toBe("met");
  });
});

describe("when a feature matters", () => {
  test("a ramp is checked only where the route uses one", () => {
    expect(findingFor([ava], "ramp-gradient", {})).toBeUndefined();
    expect(findingFor([ava], "ramp-gradient", {}, aMeeting({ conditions: ["route-uses-ramp"] }))?.finding).toBe("unknown");
  });

  test("parking is checked as soon as somebody needs a bay, whether or not a box was ticked", () => {
    expect(findingFor([person("p1", ["blue-badge-parking"])], "parking-accessible-bay-count", {})?.finding).toBe("unknown");
  });

  test("a venue with no step-free exit has its refuge checked", () => {
    const needsHelp = person("p1", ["evacuation-help"]);
    expect(findingFor([needsHelp], "refuge", {})).toBeUndefined();
    expect(findingFor([needsHelp], "refuge", { "exit-step-free": 0 })?.level).toBe("should");
  });

  test("a meeting that ends after sunset asks for a lit way home, and one that ends at sunset does not", () => {
    const walks = person("p1", ["finish-in-daylight"]);
    const at = (sunset: string) => aMeeting({ sunset: sunset as NonNullable<MeetingFacts["sunset"]> });
    expect(findingFor([walks], "approach-lit", {}, at("14:29"))?.finding).toBe("unknown");
    expect(findingFor([walks], "approach-lit", {}, at("14:30"))).toBeUndefined();
  });

  test("an online meeting has no findings about a place, even if somebody recorded one", () => {
    const plan = planMeeting({
      meeting: aMeeting({ mode: "online" }),
      attendees: [ava],
      venue: { "loop-present": false },
      holidays: someHolidays,
    });
    expect([plan.venueFindings, plan.baselineFindings, plan.venueQuestions, plan.evacuation.plans]).toEqual([[], [], [], []]);
  });

  test("a meeting in person with no venue chosen knows nothing about the place", () => {
    const plan = planMeeting({ meeting: aMeeting(), attendees: [ava], venue: null, holidays: someHolidays });
    expect(plan.venueFindings.length).toBeGreaterThan(10);
    expect(plan.venueFindings.every(({ finding }) => finding === "unknown")).toBe(true);
  });
});

describe("laws of fit", { timeout: 60_000 }, () => {
  const rank: { readonly [Name in Finding]: number } = { met: 0, unknown: 1, "not-met": 2 };

  test("for any venue, a fact nobody recorded is never met and never a no", () => {
    fc.assert(
      fc.property(anyAttendees, anyVenue, anyMeeting, (attendees, venue, meeting) => {
        const plan = planMeeting({ meeting, attendees, venue, holidays: someHolidays });
        const checks = [...plan.venueFindings, ...plan.baselineFindings, ...plan.venueQuestions];
        return checks.every(({ feature, finding }) => venue[feature] !== undefined || finding === "unknown");
      }),
    );
  });

  test("for any venue, forgetting a fact never turns a finding into met", () => {
    fc.assert(
      fc.property(anyAttendees, anyVenue, fc.nat(), (attendees, venue, pick) => {
        const recorded = Object.keys(venue);
        fc.pre(recorded.length > 0);
        const forgotten = recorded[pick % recorded.length];
        const fewer = Object.fromEntries(Object.entries(venue).filter(([feature]) => feature !== forgotten));
        const met = (facts: VenueFacts) =>
          new Set(
            fitOf(attendees, facts).findings.flatMap((one) =>
              one.finding === "met" ? [`${one.attendee} ${one.requirement} ${one.feature}`] : [],
            ),
          );
        const before = met(venue);
        return [...met(fewer)].every((key) => before.has(key));
      }),
    );
  });

  test("for any meeting, adding a requirement never improves fit", () => {
    fc.assert(
      fc.property(
        anyAttendees,
        anyVenue,
        anyMeeting,
        fc.constantFrom(...requirementIds),
        fc.nat(),
        (attendees, venue, meeting, added, pick) => {
          const chosen = pick % attendees.length;
          const more = attendees.map((one, index) =>
            index === chosen && !one.needs.some(({ requirement }) => requirement === added)
              ? { ...one, needs: [...one.needs, { requirement: added, strength: "essential" as const }] }
              : one,
          );
          const before = fitOf(attendees, venue, meeting);
          const after = fitOf(more, venue, meeting);
          const keyOf = (one: (typeof after.findings)[number]) => `${one.attendee} ${one.requirement} ${one.feature}`;
          const afterByKey = new Map(after.findings.map((one) => [keyOf(one), one]));
          for (const one of before.findings) {
            const same = afterByKey.get(keyOf(one));
            expect(same).toBeDefined();
            expect(rank[same?.finding ?? "met"]).toBeGreaterThanOrEqual(rank[one.finding]);
            expect(same?.level).toBe(one.level);
          }
          const baselineAfter = new Map(after.baseline.map((one) => [one.feature, one.finding]));
          for (const one of before.baseline)
            expect(rank[baselineAfter.get(one.feature) ?? "met"]).toBeGreaterThanOrEqual(rank[one.finding]);
        },
      ),
    );
  });

  test("the worst finding wins: a no before a not known, a not known before a yes", () => {
    expect(worstOf(["met", "unknown", "not-met"])).toBe("not-met");
    expect(worstOf(["met", "unknown"])).toBe("unknown");
    expect(worstOf(["met"])).toBe("met");
  });
});
