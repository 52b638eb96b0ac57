// Choosing a venue knowing what it leaves unmet, on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askedOf } from "#app/domain/access/asked.ts";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { findMeetingFor, type SavedMeeting } from "#app/services/meetings.server.ts";
import { chooseVenueKnowing, compareVenues, venueChoiceOf, venueToChoose } from "#app/services/venue-comparison.server.ts";
import { recordFact } from "#app/services/venue-facts.server.ts";
import { addVenueFor, recordOwnCheck } from "#app/services/venues.server.ts";
import { checkSentence, tooOldByTheDay, toDoAbout, venueSentences } from "#app/words/venue-comparison.ts";
import { featureName } from "#app/words/venue-questions.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let mill: string;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  await somebodyAsks(opened.context(), asha, meeting, "Priya Marker", [{ id: "no-stairs", strength: "essential" }]);
  const details = { name: "The Mill", address: "", contactName: "", contactEmail: "", contactPhone: "" };
  mill = (await addVenueFor(opened.context(), asha, details)).venueId;
});
afterEach(() => opened.close());

const features = askedOf("no-stairs").venueMust ?? [];
const record = async (value: boolean) =>
  recordOwnCheck(
    opened.context(),
    asha,
    mill,
    features.map((feature) => ({ feature, value, note: "" })),
  );
const at = async () => {
  const found = await findMeetingFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return { reference: meeting.reference, version: found.value.version, venueId: mill, meeting: found.value };
};

describe("choosing a venue", () => {
  test("that leaves an essential need unmet is refused until somebody says what will be done, and then kept with their name", async () => {
    await record(false);
    expect(await chooseVenueKnowing(opened.context(), asha, await at(), new Map())).toEqual({
      ok: false,
      refusal: { without: ["no-stairs"] },
    });
    expect((await at()).meeting.venueId).not.toBe(mill);
    const chosen = await chooseVenueKnowing(opened.context(), asha, await at(), new Map([["no-stairs", "we-hire"]]));
    expect(chosen).toEqual({ ok: true, value: { notKnown: 0, unmet: 1 } });
    const after = (await at()).meeting;
    expect(after.venueId).toBe(mill);
    expect(await venueChoiceOf(opened.context(), asha, after)).toEqual({
      venueId: mill,
      venue: "The Mill",
      unmet: [{ requirement: "no-stairs", way: "we-hire" }],
      notKnown: [],
      on: "2026-11-23",
      by: "Asha Grewal",
    });
    const seen = await venueToChoose(opened.context(), asha, meeting.reference, mill);
    expect(seen.ok && seen.value.notMet.map(({ requirement }) => requirement)).toEqual(["no-stairs"]);
  });

  test("of which nothing is known stops nobody, and says how much is not known", async () => {
    expect(await chooseVenueKnowing(opened.context(), asha, await at(), new Map())).toEqual({
      ok: true,
      value: { notKnown: 1, unmet: 0 },
    });
    expect(await venueChoiceOf(opened.context(), asha, (await at()).meeting)).toBeNull();
  });

  test("that has everything needs no reasons", async () => {
    await record(true);
    expect(await chooseVenueKnowing(opened.context(), asha, await at(), new Map())).toMatchObject({ ok: true, value: { unmet: 0 } });
  });

  test("at the same time as somebody else chooses another one is refused", async () => {
    const seen = await at();
    await chooseVenueKnowing(opened.context(), asha, seen, new Map());
    expect(await chooseVenueKnowing(opened.context(), asha, seen, new Map())).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  });
});

describe("venues side by side", () => {
  test("say for each what is met and what is not known, and name nobody", async () => {
    await record(false);
    const found = await compareVenues(opened.context(), asha, meeting.reference, []);
    if (!found.ok) throw new Error(found.refusal);
    const { venues } = found.value;
    expect(venues.map(({ name, isChosen, essential }) => [name, isChosen, essential.notMet.length, essential.notKnown.length])).toEqual([
      ["Kiln Hall", true, 0, 1],
      ["The Mill", false, 1, 0],
    ]);
    expect(venues[1]?.needs[0]?.checks[0]?.recorded).toMatchObject({ saidBy: "Asha Grewal", checkedOn: "2026-11-23" });
    expect(JSON.stringify(found.value)).not.toContain("Marker");
  });

  test("another organisation's meeting and venues are not found", async () => {
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await compareVenues(opened.context(), other, meeting.reference, [])).toEqual({ ok: false, refusal: "not-found" });
    expect(await venueToChoose(opened.context(), other, meeting.reference, mill)).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("the sentence above a comparison", () => {
  const asked = { sentAt: instantOf("2027-02-03T10:00:00.000Z"), answeredAt: null };

  test("names the one essential need that is missing", () => {
    const counts = { of: 12, met: 11, notMet: ["charge-equipment"], notKnown: [] } as const;
    expect(venueSentences("Kiln Hall", counts, asked)).toBe(
      "Kiln Hall meets 11 of 12 essential needs. The missing one is “Power to charge equipment”. You asked on Wednesday 3 February 2027. They have not finished.",
    );
  });

  test("names several, and never calls what is not known missing", () => {
    const counts = { of: 12, met: 9, notMet: ["charge-equipment", "natural-light"], notKnown: ["no-stairs"] } as const;
    const sentence = venueSentences("Kiln Hall", counts, null);
    expect(sentence).toContain("The missing ones are “");
    expect(sentence).toMatch(/Not known: “[^”]+”\. You have not asked them yet\.$/u);
  });
});

describe("what nobody can rely on yet, beside other venues", () => {
  const [feature] = features;
  const state = async (value: boolean, source: "venue-said" | "published-guide", on: string) =>
    recordFact(opened.context(), asha, mill, {
      feature: feature!,
      value,
      source,
      saidBy: source === "venue-said" ? "Rosa Bell" : "Town guide",
      checkedOn: calendarDateOf(on),
      note: "",
    });
  const checkOf = async () => {
    const found = await compareVenues(opened.context(), asha, meeting.reference, [mill]);
    if (!found.ok) throw new Error(found.refusal);
    const check = found.value.venues[0]!.needs[0]!.checks.find((one) => one.feature === feature);
    if (check === undefined) throw new Error("no check");
    return check;
  };

  test("names both sides where people differ, and asks somebody to settle it", async () => {
    await state(true, "published-guide", "2026-11-01");
    await state(false, "venue-said", "2026-11-20");
    const check = await checkOf();
    expect(check.finding).toBe("unknown");
    expect(checkSentence(check)).toMatch(
      /what we were told disagrees\. Yes\. .*Town guide, Sunday 1 November 2026\. No\. .*Rosa Bell, Friday 20 November 2026\./u,
    );
    expect(toDoAbout(check)).toBe("Settle it");
  });

  test("gives the last word of a fact that is too old, as too old", async () => {
    await state(true, "venue-said", "2024-11-20");
    const check = await checkOf();
    expect(check.finding).toBe("unknown");
    expect(checkSentence(check)).toMatch(/what we were told is too old to rely on\. Yes\. .*Rosa Bell, Wednesday 20 November 2024\./u);
    expect(toDoAbout(check)).toBe("Check it again");
  });

  test("says of what is known today when it grows too old before the meeting", async () => {
    await state(true, "venue-said", "2025-12-20");
    const check = await checkOf();
    expect(check.finding).toBe("met");
    expect(tooOldByTheDay([check])).toEqual([
      `${featureName[feature!]}: known until Sunday 20 December 2026, and too old by the day of the meeting.`,
    ]);
    expect(toDoAbout(check)).toBe("Check it again");
  });

  test("leaves what is known as it is", async () => {
    await state(true, "venue-said", "2026-11-20");
    expect(toDoAbout(await checkOf())).toBeUndefined();
    expect(tooOldByTheDay([await checkOf()])).toEqual([]);
  });
});
