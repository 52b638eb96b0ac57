// What went wrong at a venue, kept where the next coordinator sees it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { listDayProblemsAt, listProblemsFor, markFixed, noteProblem } from "#app/services/venue-problems.server.ts";
import { noteProblem as noteOnTheDay } from "#app/services/day.server.ts";
import { askedVenue } from "#tests/support/asked-venue.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { actionsAbout, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  desk = await venueDesk(opened);
});

const now = () => opened.context();

async function noted(what: string, seenOn: string): Promise<string> {
  const saved = await noteProblem(now(), desk.asha, desk.venueId, { what, seenOn: calendarDateOf(seenOn) });
  if (!saved.ok) throw new Error(saved.refusal);
  return saved.value.problemId;
}

async function problems() {
  const found = await listProblemsFor(now(), desk.asha, desk.venueId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

const fixed = { fixedOn: calendarDateOf("2026-11-22"), fixedHow: "A new motor" };

describe("a problem at a venue", () => {
  test("is kept with its day and who noted it, the newest first", async () => {
    await noted("The lift stopped", "2026-10-01");
    await noted("The loop hummed", "2026-11-02");
    expect(await problems()).toMatchObject([
      { what: "The loop hummed", seenOn: "2026-11-02", savedBy: "Asha Grewal", fixedOn: null },
      { what: "The lift stopped", seenOn: "2026-10-01" },
    ]);
    expect(await actionsAbout(now(), desk.venueId)).toEqual(["venue-added", "venue-problem-noted", "venue-problem-noted"]);
  });

  test("put right stays on record, after those that are not", async () => {
    const lift = await noted("The lift stopped", "2026-11-02");
    await noted("The loop hummed", "2026-10-01");
    expect(await markFixed(now(), desk.asha, { venueId: desk.venueId, problemId: lift, version: 1 }, fixed)).toMatchObject({ ok: true });
    expect(await problems()).toMatchObject([{ what: "The loop hummed" }, { what: "The lift stopped", ...fixed, version: 2 }]);
    expect((await actionsAbout(now(), desk.venueId)).at(-1)).toBe("venue-problem-fixed");
  });

  test("somebody else changed meanwhile is not overwritten", async () => {
    const problemId = await noted("The lift stopped", "2026-11-02");
    const at = { venueId: desk.venueId, problemId, version: 1 };
    await markFixed(now(), desk.asha, at, fixed);
    expect(await markFixed(now(), desk.asha, at, { ...fixed, fixedHow: "Mended" })).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await problems()).toMatchObject([{ fixedHow: "A new motor" }]);
  });

  test("of another organisation's venue, or at another venue, is not found", async () => {
    const problemId = await noted("The lift stopped", "2026-11-02");
    const notFound = { ok: false, refusal: "not-found" };
    const other = await venueDesk(opened);
    expect(await listProblemsFor(now(), desk.stranger, desk.venueId)).toEqual(notFound);
    expect(await noteProblem(now(), desk.stranger, desk.venueId, { what: "x", seenOn: calendarDateOf("2026-11-02") })).toEqual(notFound);
    expect(await markFixed(now(), desk.stranger, { venueId: desk.venueId, problemId, version: 1 }, fixed)).toEqual(notFound);
    expect(await markFixed(now(), other.asha, { venueId: other.venueId, problemId, version: 1 }, fixed)).toEqual(notFound);
    expect(await problems()).toMatchObject([{ fixedOn: null, version: 1 }]);
  });

  test("sent twice is noted once", async () => {
    const problem = { what: "The lift stopped", seenOn: calendarDateOf("2026-11-02") };
    await Promise.all([1, 2].map(async () => noteProblem(now(), desk.asha, desk.venueId, problem, "one form")));
    expect(await problems()).toHaveLength(1);
  });
});

test("what was written down on the day of a meeting here is there for the next one, and for nobody else", async () => {
  const { meeting, venueId } = await askedVenue(now(), desk.asha);
  const day = opened.context("2027-02-02T11:00:00.000Z");
  await noteOnTheDay(day, desk.asha, meeting.reference, { what: "The loop hummed", isFixed: false });
  expect(await listDayProblemsAt(day, desk.asha, venueId)).toMatchObject({
    value: [{ what: "The loop hummed", meeting: "Garden planning group", on: "2027-02-02", isFixed: false }],
  });
  expect(await listDayProblemsAt(day, desk.asha, desk.venueId)).toEqual({ ok: true, value: [] });
  expect(await listDayProblemsAt(day, desk.stranger, venueId)).toEqual({ ok: false, refusal: "not-found" });
});
