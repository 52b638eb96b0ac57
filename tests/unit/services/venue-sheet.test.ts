// The fact sheet of a venue, and the meetings it can be asked about, on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readUpload } from "#app/services/files.server.ts";
import { sendRecordChecklist, type Sending } from "#app/services/venue-checklist.server.ts";
import { addOwnPhoto, addPhotoFor, describePhoto } from "#app/services/venue-photos.server.ts";
import { venueManagerOf, type VenueManager } from "#app/domain/people/actors.ts";
import { checklistMessage } from "#app/words/venues.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";
import { allElements, readPdf, textAt } from "#tests/support/pdf-reader.ts";
import { harbourSign } from "#tests/support/pictures.ts";
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

describe("the photos of a fact sheet", () => {
  const shown = async () => {
    const made = await venueSheet(now(), desk.asha, desk.venueId);
    if (!made.ok) throw new Error(made.refusal);
    return made.value;
  };
  const png = async (name: string) => {
    const upload = await readUpload(now(), new File([new Uint8Array(harbourSign)], name, { type: "image/png" }));
    if (!upload.ok) throw new Error(upload.refusal);
    return upload.value;
  };
  const sent = async (manager: VenueManager, shows: string) => {
    const kept = await addOwnPhoto(now(), manager, { feature: null, shows, upload: await png("door.png") });
    if (!kept.ok) throw new Error(kept.refusal);
    return kept.value.photoId;
  };
  const managerOf = async (): Promise<VenueManager> => {
    const sending = { email: "hall@example.org", sentTo: "Rosa Bell", answerBy: calendarDateOf("2026-12-10"), parts: "all", extraLine: "" };
    const asked = await sendRecordChecklist(now(), desk.asha, desk.venueId, sending as Sending, checklistMessage(""));
    if (!asked.ok) throw new Error(asked.refusal);
    const request = await now().db.query.venueRequests.findFirst({ where: (table, { eq }) => eq(table.venueId, desk.venueId) });
    if (!request) throw new Error("Nothing was sent");
    const { organisationId, venueId, id } = request;
    return venueManagerOf({ organisationId, venueId, venueRequestId: id, meetingId: null });
  };

  test("are those somebody here took or looked at, each with words for people who cannot see it", async () => {
    await addPhotoFor(now(), desk.asha, desk.venueId, { feature: null, shows: "A blue front door", upload: await png("door.png") });
    const doc = await shown();
    expect(JSON.stringify(doc)).toContain("A blue front door. Sent by");
    for (const size of [12, 18, 24]) {
      const printed = await printPaper(doc, "sheet", size);
      if (!printed.ok) throw new Error(printed.refusal);
      expect(await checkPdf(printed.value.bytes)).toEqual([]);
      const figures = allElements((await readPdf(printed.value.bytes)).structure).filter(({ type }) => type === "Figure");
      expect(figures.map(({ dictionary }) => textAt(dictionary, "Alt"))).toEqual(["A blue front door"]);
    }
  });

  test("leave out, and count, what has no words or was looked at by nobody here", async () => {
    const manager = await managerOf();
    await sent(manager, "");
    const photoId = await sent(manager, "The ramp");
    const before = JSON.stringify(await shown());
    expect(before).not.toContain('"kind":"photo"');
    expect(before).toContain("1 photo waits for words.");
    expect(before).toContain("1 photo from the venue waits until somebody here has looked at them.");
    expect((await describePhoto(now(), desk.asha, { venueId: desk.venueId, photoId, version: 1 }, "The ramp at the side")).ok).toBe(true);
    const after = JSON.stringify(await shown());
    expect(after).toContain('"shows":"The ramp at the side"');
    expect(after).not.toContain("looked at");
    expect(after).toContain("1 photo waits for words.");
  });

  test("do not stop the paper where a picture is damaged: it is counted", async () => {
    const bytes = new Uint8Array([...harbourSign.slice(0, 60), ...new Uint8Array(40)]);
    const upload = { ...(await png("door.png")), bytes };
    await addPhotoFor(now(), desk.asha, desk.venueId, { feature: null, shows: "A door", upload });
    const doc = await shown();
    expect(JSON.stringify(doc)).toContain("1 more photo or PDF is on the page of the venue.");
    expect((await printPaper(doc, "sheet", 12)).ok).toBe(true);
  });
});
