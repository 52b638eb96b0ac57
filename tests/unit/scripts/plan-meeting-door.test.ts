import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planMeetingFromJson, type PlanAnswer } from "#scripts/plan-meeting-door.ts";

type Case = {
  readonly id: string;
  readonly meeting: Readonly<Record<string, unknown>>;
  readonly attendees: readonly Readonly<Record<string, unknown>>[];
  readonly venue: Readonly<Record<string, unknown>> | null;
  readonly coordinatorOnlyLinks: readonly unknown[];
  readonly expected: PlanAnswer & { readonly mustNotAppearOutsideCoordinatorView: readonly string[] };
};
type Examples = { readonly bankHolidays: Readonly<Record<string, readonly string[]>>; readonly cases: readonly Case[] };

const kept = "tests/golden/access-examples.json";
const original = "../shared/domain/access-examples.json";
const examples = JSON.parse(readFileSync(kept, "utf8")) as Examples;

const computedKeys = [
  "unmetMusts",
  "unmetShoulds",
  "unknownMustsToAsk",
  "baselineNotMet",
  "conflicts",
  "otherConflictsToConsider",
  "mergedTimetable",
  "timetableSource",
  "timetableFindings",
  "minutesNeeded",
  "breaksNeeded",
  "bookings",
  "papers",
  "evacuationPlansFor",
] as const;

function inputOf(worked: Case): Record<string, unknown> {
  const { meeting, attendees, venue, coordinatorOnlyLinks } = worked;
  return { meeting, attendees, venue, coordinatorOnlyLinks };
}

function caseCalled(start: string): Case {
  const found = examples.cases.find(({ id }) => id.startsWith(start));
  if (found === undefined) throw new Error(`No worked meeting called ${start}`);
  return found;
}

function planned(input: object): PlanAnswer {
  const answer = planMeetingFromJson(JSON.stringify(input));
  if (!answer.ok) throw new Error(answer.refusal.join("; "));
  return answer.value;
}

function refusalsOf(input: object): readonly string[] {
  const answer = planMeetingFromJson(JSON.stringify(input));
  return answer.ok ? [] : answer.refusal;
}

describe.each(examples.cases.map((worked) => [worked.id, worked] as const))("worked meeting %s", (_, worked) => {
  test.each(computedKeys.map((key) => [key]))("%s comes out exactly", (key) => {
    expect(planned(inputOf(worked))[key]).toEqual(worked.expected[key]);
  });

  test("the answer holds the computed keys and nothing else", () => {
    expect(Object.keys(planned(inputOf(worked)))).toEqual([...computedKeys]);
  });

  test("comes out the same with only the holidays it was worked with", () => {
    const days = examples.bankHolidays[String(worked.meeting["nation"])] ?? [];
    const given = { ...inputOf(worked), bankHolidays: { from: "2026-11-23", goodUntil: "2027-06-30", days } };
    expect(planned(given)).toEqual(planned(inputOf(worked)));
  });

  test("no name and no private words come out, in any field", () => {
    const text = JSON.stringify(planned(inputOf(worked)));
    const names = worked.attendees.flatMap(({ name, privateFreeText }) => [name, privateFreeText]).filter((one) => one !== undefined);
    for (const secret of [...names, ...worked.expected.mustNotAppearOutsideCoordinatorView]) expect(text).not.toContain(secret);
  });
});

test.skipIf(!existsSync(original))("the worked meetings kept here are the ones that were given", () => {
  expect(examples).toEqual(JSON.parse(existsSync(original) ? readFileSync(original, "utf8") : "{}"));
});

describe("what the door refuses, by name", () => {
  const edinburgh = caseCalled("c04");
  const changed = (part: "meeting" | "venue", changes: object) => ({ ...inputOf(edinburgh), [part]: { ...edinburgh[part], ...changes } });
  const withAttendee = (changes: object) => ({ ...inputOf(edinburgh), attendees: [{ ref: "p1", requirements: [], ...changes }] });

  test.each([
    ["a key we do not know", { ...inputOf(edinburgh), colour: 1 }, "colour: not a key we know"],
    ["a key of the meeting we do not know", changed("meeting", { room: "4" }), "meeting.room: not a key we know"],
    ["a day that does not exist", changed("meeting", { date: "2027-02-30" }), "meeting.date: expected a day like 2027-02-03"],
    ["a weekday that is not the date's", changed("meeting", { weekday: "Monday" }), "meeting.weekday: the date is a Wednesday"],
    ["an end before the start", changed("meeting", { plannedEnd: "10:30" }), "meeting.plannedEnd: expected a time after plannedStart"],
    ["a time no clock shows", changed("meeting", { plannedEnd: "24:00" }), "meeting.plannedEnd: expected a time like 14:30"],
    ["half a person", changed("meeting", { people: 8.5 }), "meeting.people: expected a whole number"],
    ["an agenda of no minutes", changed("meeting", { netAgendaMinutes: 0 }), "meeting.netAgendaMinutes: expected 1 or more"],
    [
      "a condition we do not know",
      changed("meeting", { conditions: ["raining"] }),
      "meeting.conditions[0]: expected a condition in the catalogue",
    ],
    ["a missing fact", changed("meeting", { foodServed: undefined }), "meeting.foodServed: missing"],
    [
      "a requirement we do not know",
      withAttendee({ requirements: [{ id: "wings", strength: "essential" }] }),
      "attendees[0].requirements[0].id: expected the id of a requirement in the catalogue",
    ],
    [
      "a strength we do not know",
      withAttendee({ requirements: [{ id: "low-light", strength: "very" }] }),
      "attendees[0].requirements[0].strength: expected essential, helpful, varies or none",
    ],
    [
      "a format we do not know",
      withAttendee({ chosenFormats: ["clay"] }),
      "attendees[0].chosenFormats[0]: expected the id of a format in the catalogue",
    ],
    [
      "a reference with a name's spaces",
      withAttendee({ ref: "Mrs Jones" }),
      "attendees[0].ref: expected a reference of letters, figures, - and _",
    ],
    ["a venue feature we do not know", changed("venue", { facts: { ballroom: true } }), "venue.facts.ballroom: not a key we know"],
    [
      "a fact that is neither yes, no nor a number",
      changed("venue", { facts: { "ramp-width": "wide" } }),
      'venue.facts.ramp-width: expected true, false, a number that is not negative, or "unknown"',
    ],
    [
      "a number where a yes or no belongs",
      changed("venue", { facts: { "loop-present": 2 } }),
      'venue.facts.loop-present: expected true, false or "unknown"',
    ],
    ["a missing venue", { ...inputOf(edinburgh), venue: undefined }, "venue: missing"],
    [
      "a link to somebody who is not listed",
      { ...inputOf(edinburgh), coordinatorOnlyLinks: [["p1", "p9"]] },
      "coordinatorOnlyLinks[0]: expected references of two attendees",
    ],
  ])("%s", (_, input, line) => {
    expect(refusalsOf(input)).toContain(line);
  });

  test("two people with one reference, and one requirement twice for one person", () => {
    const twice = {
      ref: "p1",
      requirements: [
        { id: "low-light", strength: "essential" },
        { id: "low-light", strength: "helpful" },
      ],
    };
    expect(
      refusalsOf({
        ...inputOf(edinburgh),
        attendees: [
          { ref: "p1", requirements: [] },
          { ref: "p1", requirements: [] },
        ],
      }),
    ).toEqual(["attendees[1].ref: two people have this reference"]);
    expect(refusalsOf({ ...inputOf(edinburgh), attendees: [twice] })).toEqual([
      "attendees[0].requirements[1].id: this person already has this requirement",
    ]);
  });

  test("text that is not JSON, JSON that is not a meeting, and keys that would change what objects are", () => {
    expect(planMeetingFromJson("{")).toEqual({ ok: false, refusal: ["input: expected JSON"] });
    expect(planMeetingFromJson("[]")).toEqual({ ok: false, refusal: ["input: expected an object"] });
    expect(planMeetingFromJson('{"venue":{"facts":{"__proto__":true}}}')).toEqual({ ok: false, refusal: ["__proto__: not a key we know"] });
  });

  test("values are never repeated, in case they are somebody's words", () => {
    const secret = "words-nobody-else-should-read";
    const refusals = refusalsOf({
      ...inputOf(edinburgh),
      attendees: [{ ref: secret.repeat(5), requirements: [{ id: secret, strength: secret }], name: 7 }],
    });
    expect(refusals.length).toBeGreaterThan(2);
    expect(refusals.join(" ")).not.toContain(secret);
  });
});

describe("what the door understands", () => {
  test("a sunset that is not known is said to be not known", () => {
    const worked = caseCalled("c20");
    const walks = { ref: "p1", requirements: [{ id: "finish-in-daylight", strength: "essential" }] };
    const { timetableFindings } = planned({ ...inputOf(worked), attendees: [walks], meeting: { ...worked.meeting, sunset: null } });
    expect(timetableFindings).toEqual(["Sunset is not known, so nobody knows how late the meeting can end (p1:finish-in-daylight)"]);
  });

  test("a link between two people is the coordinator's clash, written either way", () => {
    const worked = caseCalled("c20");
    const clash = { conflict: "people-apart", between: ["p1", "p2"] };
    expect(planned({ ...inputOf(worked), coordinatorOnlyLinks: [["p1", "p2"]] }).conflicts).toEqual([clash]);
    expect(planned({ ...inputOf(worked), coordinatorOnlyLinks: [{ between: ["p1", "p2"] }] }).conflicts).toEqual([clash]);
  });

  test("a date outside the holiday list has no deadlines, and says the status is unknown", () => {
    const worked = caseCalled("c04");
    const { weekday: _, ...meeting } = worked.meeting;
    const { bookings, papers } = planned({ ...inputOf(worked), meeting: { ...meeting, date: "2031-01-15" } });
    for (const { bookBy, lastChance, statusOnPlanningDay } of bookings)
      expect([bookBy, lastChance, statusOnPlanningDay]).toEqual([null, null, "unknown"]);
    for (const { sendBy, startProductionBy } of papers) expect([sendBy, startProductionBy]).toEqual([null, null]);
  });
});

describe.skipIf(process.features.typescript === false || process.features.typescript === undefined)(
  "the command itself",
  { timeout: 60_000 },
  () => {
    const run = (input: string) => spawnSync(process.execPath, ["scripts/plan-meeting.ts"], { input, encoding: "utf8" });

    test("prints the plan as JSON and exits with 0", () => {
      const worked = caseCalled("c20");
      const { status, stdout, stderr } = run(JSON.stringify(inputOf(worked)));
      expect([status, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toEqual(planned(inputOf(worked)));
    });

    test("prints nothing on standard output, the reasons on standard error, and exits with 2", () => {
      const { status, stdout, stderr } = run('{"meeting":{}}');
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("meeting.date: missing");
    });
  },
);
