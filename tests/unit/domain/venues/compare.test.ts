// Venues side by side: counts of essential needs that are met, not met and not known.
import { describe, expect, test } from "vitest";
import { assessVenue } from "#app/domain/venues/compare.ts";
import type { AttendeeNeeds, Strength, VenueFacts } from "#app/domain/meetings/meeting.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import { askedOf } from "#app/domain/access/asked.ts";

const setting = { mode: "in-person", parallelGroups: 0, foodServed: false, conditions: [] } as const;
const person = (ref: string, ...needs: readonly (readonly [AskedId, Strength])[]): AttendeeNeeds => ({
  ref,
  chosenFormats: [],
  needs: needs.map(([requirement, strength]) => ({ requirement, strength })),
});
const musts = askedOf("no-stairs").venueMust ?? [];
const all = (value: boolean): VenueFacts => Object.fromEntries(musts.map((feature) => [feature, value]));

describe("a venue in a comparison", () => {
  const people = [person("p1", ["no-stairs", "essential"]), person("p2", ["no-stairs", "helpful"], ["one-at-a-time", "essential"])];

  test("leaves out what asks nothing of a building", () => {
    expect(assessVenue(setting, people, {}).needs.map(({ requirement }) => requirement)).toEqual(["no-stairs"]);
  });

  test("where nobody said anything is not known, and is neither met nor unmet", () => {
    const { essential } = assessVenue(setting, people, {});
    expect(essential).toEqual({ of: 1, met: 0, notMet: [], notKnown: ["no-stairs"] });
  });

  test("counts a need as met only when every feature that decides is there", () => {
    expect(musts.length).toBeGreaterThan(0);
    expect(assessVenue(setting, people, all(false)).essential).toMatchObject({ met: 0, notMet: ["no-stairs"] });
    for (const feature of musts) {
      const facts = { ...all(true), [feature]: false };
      expect(assessVenue(setting, people, facts).essential.notMet).toEqual(["no-stairs"]);
    }
  });

  test("a need that only helps is shown and is not among the essential", () => {
    const { needs, essential } = assessVenue(setting, [person("p1", ["no-stairs", "helpful"])], all(false));
    expect(essential.of).toBe(0);
    expect(needs).toMatchObject([{ requirement: "no-stairs", isEssential: false, essentialPeople: 0, finding: "not-met" }]);
  });

  test("another way that stands makes it yes with a change, and one without evidence does not", () => {
    const ways = (evidence: string) =>
      musts.map((feature) => ({ kind: "other-way", requirement: "no-stairs", feature, owner: "The venue", evidence }) as const);
    const of = (evidence: string) => assessVenue(setting, people, all(false), ways(evidence));
    expect(of("Ramp hired, order 12").needs[0]?.finding).toBe("with-change");
    expect(of("Ramp hired, order 12").essential).toMatchObject({ met: 1, notMet: [] });
    expect(of("").needs[0]?.finding).toBe("not-met");
  });

  test("says what every meeting owes everyone even when nobody has answered", () => {
    const { needs, baseline } = assessVenue(setting, [], {});
    expect(needs).toEqual([]);
    expect(baseline.length).toBeGreaterThan(0);
    expect(baseline.every(({ finding }) => finding === "unknown")).toBe(true);
  });
});
