// A checklist for a venue's record, with no meeting in it: what it asks, what it says, and where its answers land.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { venueTopicOf, type VenueTopic } from "#app/domain/access/venue-topics.ts";
import { staffOf, venueManagerOf } from "#app/domain/people/actors.ts";
import { printPaper } from "#app/services/documents.server.ts";
import {
  checklistOf,
  featuresToAskForRecord,
  finishChecklist,
  forwardChecklist,
  listRecordChecklists,
  saveChecklist,
  sendRecordChecklist,
  showRecordMessage,
  venueLandingOf,
} from "#app/services/venue-checklist.server.ts";
import { checklistOnPaper } from "#app/services/venue-paper.server.ts";
import { makeDueVenueReminders } from "#app/services/venue-reminders.server.ts";
import { todayFor } from "#app/services/today.server.ts";
import { checklistMessage } from "#app/words/venues.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { factAt, said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;
const now = () => opened.context();

beforeEach(async () => {
  opened = await testInstance();
  desk = await venueDesk(opened);
});
afterEach(() => opened.close());

type Choice = { readonly parts?: "needed" | "all"; readonly topics?: readonly VenueTopic[]; readonly answerBy?: string };

async function send({ parts = "needed", topics, answerBy = "2026-12-10" }: Choice = {}) {
  const sending = {
    email: "hall@example.org",
    sentTo: "Rosa Bell",
    answerBy: calendarDateOf(answerBy),
    parts,
    extraLine: "",
    ...(topics === undefined ? {} : { topics }),
  };
  return sendRecordChecklist(now(), desk.asha, desk.venueId, sending, checklistMessage(""));
}

async function asked(choice: Choice = {}) {
  const sent = await send(choice);
  if (!sent.ok) throw new Error(sent.refusal);
  const [request] = await now().db.query.venueRequests.findMany();
  if (!request) throw new Error("Nothing was sent");
  expect(request.meetingId).toBeNull();
  const { organisationId, venueId, id } = request;
  const venueManager = venueManagerOf({ organisationId, venueId, venueRequestId: id, meetingId: null });
  return { request, venueManager, messageId: sent.value.messageId };
}

describe("a checklist for a venue's record", () => {
  test("asks everything nobody can rely on, and no more", async () => {
    await said(now(), desk, "entrance-door-width", 850, { source: "we-measured" });
    await said(now(), desk, "loop-present", true, { source: "we-measured", on: "2026-01-10" });
    const { request } = await asked();
    expect(request.features).not.toContain("entrance-door-width");
    expect(request.features).toContain("loop-present");
    expect(request.features).toHaveLength(venueFeatureIds.length - 1);
    const open = await featuresToAskForRecord(now(), desk.asha, desk.venueId);
    expect(open.ok && open.value.open).toEqual(request.features);
  });

  test("asks the parts that were chosen, with what is known as well where everything is wanted", async () => {
    await said(now(), desk, "toilet-accessible", true, { source: "we-measured" });
    const { request } = await asked({ parts: "all", topics: ["toilets", "food"] });
    expect(request.features).toEqual(venueFeatureIds.filter((id) => ["toilets", "food"].includes(venueTopicOf[id])));
  });

  test("is not sent when nothing is left to ask, nor for another organisation's venue", async () => {
    for (const feature of venueFeatureIds.filter((id) => venueTopicOf[id] === "signs"))
      await said(now(), desk, feature, true, { source: "we-measured" });
    expect(await send({ topics: ["signs"] })).toMatchObject({ ok: false, refusal: "nothing-to-ask" });
    const theirs = { email: "a@example.org", sentTo: "", answerBy: calendarDateOf("2026-12-10"), parts: "all", extraLine: "" } as const;
    expect(await sendRecordChecklist(now(), desk.stranger, desk.venueId, theirs, checklistMessage(""))).toMatchObject({
      refusal: "not-found",
    });
    expect(await now().db.query.venueRequests.findMany()).toEqual([]);
  });

  test("names no meeting: not in its message, not on its first page, not on paper", async () => {
    const { venueManager, messageId } = await asked();
    const shown = await showRecordMessage(now(), desk.asha, desk.venueId, messageId);
    if (!shown.ok) throw new Error(shown.refusal);
    expect(shown.value.subject).toBe("Access checklist for Kiln Hall, please answer by Thursday 10 December 2026");
    expect(shown.value.text).toContain("Weavers keeps a record of access at Kiln Hall, for meetings to come.");
    const token = /\/v\/([\w-]+)/u.exec(shown.value.text)?.[1] ?? "";
    const landing = await venueLandingOf(now(), token);
    expect(landing).toMatchObject({ meeting: null, readings: [], venue: "Kiln Hall" });
    const paper = await checklistOnPaper(now(), venueManager);
    expect(JSON.stringify(paper)).toContain("Our record of the venue");
    expect(JSON.stringify(paper)).not.toContain("How many this meeting needs");
    for (const size of [12, 18, 24]) expect((await printPaper(paper, "checklist", size)).ok).toBe(true);
    expect(await showRecordMessage(now(), desk.stranger, desk.venueId, messageId)).toMatchObject({ refusal: "not-found" });
  });

  test("puts its answers on the record as any other, and tells the coordinator", async () => {
    const { venueManager } = await asked();
    const saved = await saveChecklist(now(), venueManager, [
      { feature: "entrance-door-width", value: 820, note: "" },
      { feature: "loop-present", value: null, note: "Should be fine" },
    ]);
    expect(saved).toMatchObject({ ok: true, value: { saved: 2 } });
    expect(await factAt(now(), desk, "entrance-door-width")).toMatchObject({ value: 820, statements: [{ source: "venue-said" }] });
    expect((await factAt(now(), desk, "loop-present")).value).toBeNull();
    expect((await finishChecklist(now(), venueManager)).ok).toBe(true);
    const [sent] = await listRecordChecklists(now(), desk.asha, desk.venueId);
    expect(sent).toMatchObject({ answered: 2, answeredBy: "Rosa Bell" });
    expect(await listRecordChecklists(now(), desk.stranger, desk.venueId)).toEqual([]);
    const { toDos } = await todayFor(now(), staffOf(desk.asha));
    expect(toDos).toContainEqual(expect.objectContaining({ kind: "venue-answered", venue: "Kiln Hall", href: `/venues/${desk.venueId}` }));
  });

  test("travels on with a link of its own, and is reminded of once", async () => {
    const { venueManager, request } = await asked();
    expect((await forwardChecklist(now(), venueManager, "rosa@example.org", checklistMessage(""))).ok).toBe(true);
    expect((await checklistOf(now(), venueManager)).request.id).toBe(request.id);
    const later = opened.context("2026-12-07T10:00:00.000Z");
    expect(await makeDueVenueReminders(later)).toBe(1);
    expect(await makeDueVenueReminders(later)).toBe(0);
  });
});
