import { describe, expect, test } from "vitest";
import { clashIds, clashOf } from "#app/domain/access/conflicts.ts";
import type { RequirementId } from "#app/domain/access/requirements/index.ts";
import type { Arrangement } from "#app/domain/meetings/arrangements.ts";
import type { AttendeeNeeds, KeptApart, MeetingFacts, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import { aMeeting, person, someHolidays } from "#tests/support/meeting-builders.ts";

type Extra = {
  readonly venue?: VenueFacts;
  readonly meeting?: Partial<MeetingFacts>;
  readonly keptApart?: readonly KeptApart[];
  readonly arrangements?: readonly Arrangement[];
};

function clashesOf(attendees: readonly AttendeeNeeds[], { venue = {}, meeting = {}, ...rest }: Extra = {}) {
  return planMeeting({ meeting: aMeeting(meeting), attendees, venue, holidays: someHolidays, ...rest }).clashes;
}

const idsOf = (attendees: readonly AttendeeNeeds[], extra?: Extra) => clashesOf(attendees, extra).map(({ clash }) => clash);

describe("clashes between people", () => {
  test("an assistance dog and a dog allergy are raised with ways out, easiest first, and nobody is told to stay away", () => {
    const [clash] = clashesOf([person("p1", ["assistance-dog"]), person("p2", ["dog-allergy"])]);
    expect(clash).toMatchObject({ clash: "dog-vs-allergy", kind: "people", people: ["p1", "p2"], isCertain: true });
    expect(clash?.waysOut[0]?.way.id).toBe("apart-in-room");
    expect(clash?.waysOut.find(({ way }) => way.id === "online-by-choice")?.way.leavesWorse).toBe("Not a fair default for one side");
  });

  test("one person's own mix of needs is no clash", () => {
    expect(idsOf([person("p1", ["assistance-dog", "dog-allergy"])])).toEqual([]);
  });

  test("somebody on both sides is named only for what faces another person", () => {
    const [clash] = clashesOf([person("p1", ["warm-room", "fresh-air"]), person("p2", ["cool-room"])]);
    expect(clash?.sides.map(({ attendee, requirement }) => `${attendee}:${requirement ?? ""}`)).toEqual(["p1:warm-room", "p2:cool-room"]);
  });

  test("for every clash between people, one person on each side raises it", () => {
    for (const id of clashIds) {
      const clash = clashOf(id);
      if (clash.kind !== "people" || clash.rule !== "both-present") continue;
      for (const one of clash.one) {
        for (const other of clash.other) {
          expect(idsOf([person("p1", [one]), person("p2", [other])]), `${one} and ${other}`).toContain(id);
          expect(idsOf([person("p1", [other]), person("p2", [one])]), `${other} and ${one}`).toContain(id);
        }
      }
    }
  });

  test("people who share no room cannot clash over a dog, a window or a scent", () => {
    const people = [person("p1", ["assistance-dog", "fresh-air"]), person("p2", ["dog-allergy", "quiet-acoustics"])];
    expect(idsOf(people, { meeting: { mode: "online" } })).toEqual([]);
    expect(idsOf(people)).toEqual(["dog-vs-allergy", "window-vs-noise"]);
  });
});

describe("two people who must not meet", () => {
  const asks = person("p1", ["avoid-a-person"]);

  test("is raised only from the coordinator's link, for the coordinator only", () => {
    const people = [asks, person("p2", ["clear-print-14"]), person("p3", [])];
    expect(idsOf(people)).toEqual([]);
    const [clash, ...others] = clashesOf(people, { keptApart: [["p1", "p2"]] });
    expect(clash).toMatchObject({ clash: "people-apart", people: ["p1", "p2"], isConfidential: true });
    expect(clash?.sides).toEqual([
      { attendee: "p1", requirement: "avoid-a-person", isEssential: true },
      { attendee: "p2", isEssential: true },
    ]);
    expect(others).toEqual([]);
  });

  test("two links are two clashes, and a link to somebody who is not coming is none", () => {
    const people = ["p1", "p2", "p3", "p4"].map((ref) => person(ref, []));
    const links: readonly KeptApart[] = [
      ["p1", "p2"],
      ["p3", "p4"],
      ["p1", "p9"],
    ];
    expect(clashesOf(people, { keptApart: links }).map((clash) => clash.people)).toEqual([
      ["p1", "p2"],
      ["p3", "p4"],
    ]);
  });
});

describe("clashes with the room", () => {
  const transfers = [person("p1", ["toilet-transfer-left"]), person("p2", ["toilet-transfer-right"])];

  test("left and right transfer clash where one side is missing, and perhaps where nobody has measured", () => {
    const at = (venue: VenueFacts) => clashesOf(transfers, { venue }).find(({ clash }) => clash === "two-transfer-sides");
    expect(at({ "toilet-transfer-left": 970, "toilet-transfer-right": 970 })).toBeUndefined();
    expect(at({ "toilet-transfer-left": 970, "toilet-transfer-right": 969 })).toMatchObject({ isCertain: true });
    expect(at({ "toilet-transfer-left": true, "toilet-transfer-right": 970 })).toMatchObject({ isCertain: false });
  });

  test("one accessible toilet serves one person; for three it needs a break of half an hour", () => {
    const users = ["p1", "p2", "p3"].map((ref) => person(ref, ["accessible-toilet"]));
    const at = (count: number, people = users) =>
      clashesOf(people, { venue: { "toilet-accessible-count": count } }).find(({ clash }) => clash === "one-toilet-many");
    expect(at(1, users.slice(0, 1))).toBeUndefined();
    expect(at(3)).toBeUndefined();
    expect(at(1)).toMatchObject({ people: ["p1", "p2", "p3"], breakMinutesForQueue: 30, isCertain: true });
    expect(clashesOf(users).find(({ clash }) => clash === "one-toilet-many")).toMatchObject({ isCertain: false });
  });

  test("a step-free route without a lift serves somebody who avoids lifts too; a lift needs good stairs beside it", () => {
    const people = [person("p1", ["manual-wheelchair"]), person("p2", ["no-lifts"])];
    const upstairs = { conditions: ["route-uses-lift"] } as const;
    const raised = (venue: VenueFacts, meeting: Partial<MeetingFacts> = {}) =>
      idsOf(people, { venue, meeting }).includes("lift-vs-no-lift");
    expect(raised({ "step-free-route-to-room": true })).toBe(false);
    expect(raised({ "step-free-route-to-room": true }, upstairs)).toBe(true);
    expect(raised({ "step-free-route-to-room": true, "lift-in-service": true, "stairs-handrails": true }, upstairs)).toBe(false);
  });

  test("a way out that needs a venue feature says whether the venue has it, and a support is not known until it is booked", () => {
    const people = [person("p1", ["bsl-interpreter"]), person("p2", ["low-light"])];
    const booked: Arrangement = {
      kind: "booking",
      support: "online-access-host",
      quantity: 1,
      state: "confirmed",
      owner: "Access lead",
      evidence: "Letter of 4 January",
    };
    const light = clashesOf(people, { venue: { "room-light-zoned": true, "room-face-light": 149 } })[0];
    expect(light?.waysOut[0]).toMatchObject({ finding: "not-met", needs: [{ finding: "met" }, { finding: "not-met" }] });
    const dogs = (arrangements: readonly Arrangement[]) =>
      clashesOf([person("p1", ["assistance-dog"]), person("p2", ["dog-allergy"])], { arrangements })[0]?.waysOut.find(
        ({ way }) => way.id === "online-by-choice",
      );
    expect(dogs([])?.finding).toBe("unknown");
    expect(dogs([booked])?.finding).toBe("met");
    expect(dogs([{ ...booked, state: "asked" }])?.finding).toBe("unknown");
  });
});

describe("clashes with the times", () => {
  const clash = (ids: readonly [RequirementId, RequirementId], meeting: Partial<MeetingFacts>) =>
    idsOf([person("p1", [ids[0]]), person("p2", [ids[1]])], { meeting });

  test("a late start and an early finish clash only when the time between is too short for the agenda", () => {
    expect(clash(["late-start", "early-finish"], { netAgendaMinutes: 150 })).toEqual([]);
    expect(clash(["late-start", "early-finish"], { netAgendaMinutes: 155 })).toEqual(["late-vs-early"]);
  });

  test("an evening and school hours leave no slot at all", () => {
    expect(clash(["work-hours-only", "school-hours"], {})).toContain("office-hours-vs-evening");
  });

  test("a slow pace and a short meeting clash when the agenda outgrows the longest meeting", () => {
    expect(clash(["slow-pace", "short-meeting"], { netAgendaMinutes: 60 })).toEqual([]);
    expect(clash(["slow-pace", "short-meeting"], { netAgendaMinutes: 120 })).toContain("break-length");
  });
});
