// The fact sheet of a venue, and the meetings it can be asked about, on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { printPaper } from "#app/services/documents.server.ts";
import { noteProblem } from "#app/services/venue-problems.server.ts";
import { meetingsToAskAbout, venueSheet } from "#app/services/venue-sheet.server.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting } from "#tests/support/planned-meeting.ts";
import { said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;
const now = () => opened.context();

beforeEach(async () => {
  opened = await testInstance();
  desk = await venueDesk(opened);
});
afterEach(() => opened.close());

async function sheet(): Promise<string> {
  const made = await venueSheet(now(), desk.asha, desk.venueId);
  if (!made.ok) throw new Error(made.refusal);
  for (const size of [12, 18, 24]) expect((await printPaper(made.value, "sheet", size)).ok).toBe(true);
  return JSON.stringify(made.value);
}

describe("the fact sheet of a venue", () => {
  test("gives each fact with who said so and until when it is good, and what is wrong there", async () => {
    await said(now(), desk, "entrance-door-width", 850, { source: "we-measured", saidBy: "Asha Grewal", on: "2026-11-20" });
    await noteProblem(now(), desk.asha, desk.venueId, { what: "The ramp is steep.", seenOn: calendarDateOf("2026-11-19") });
    const words = await sheet();
    expect(words).toMatch(/Asha Grewal, (?:Friday )?20 November 2026/u);
    expect(words).toContain("Good until");
    expect(words).toContain("The ramp is steep. Seen on 19 November 2026.");
  });

  test("never turns what people differ on, or do not know, into a yes or a no", async () => {
    await said(now(), desk, "loop-present", true, { source: "published-guide", saidBy: "Town guide" });
    await said(now(), desk, "loop-present", false, { source: "venue-said" });
    await said(now(), desk, "toilet-accessible", null);
    const words = await sheet();
    expect(words).toContain("To settle:");
    expect(words).toContain("Not known: “I do not know”");
    expect(words).toContain("Nobody has told us");
  });

  test("of another organisation's venue is not found", async () => {
    expect(await venueSheet(now(), desk.stranger, desk.venueId)).toEqual({ ok: false, refusal: "not-found" });
  });
});

test("a venue can be asked about meetings ahead, the ones planned there first, and about nobody else's", async () => {
  const meeting = await plannedMeeting(now(), desk.asha);
  await plannedMeeting(now(), desk.stranger);
  expect(await meetingsToAskAbout(now(), desk.asha, desk.venueId)).toEqual([
    { reference: meeting.reference, name: "Garden planning group", date: "2027-02-02", isHere: false },
  ]);
  const own = (await now().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, meeting.reference) }))?.venueId;
  expect((await meetingsToAskAbout(now(), desk.asha, own ?? ""))[0]?.isHere).toBe(true);
  expect(await meetingsToAskAbout(opened.context("2027-02-02T09:00:00.000Z"), desk.asha, desk.venueId)).toEqual([]);
});
