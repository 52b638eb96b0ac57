// A venue's checklist: what it asks and no more, who may answer it and until when, and what its answers become.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { venueFeatureIds } from "#app/domain/access/venue-features.ts";
import { findMeeting } from "#db/stores/meetings.ts";
import { venueManagerOf } from "#app/domain/people/actors.ts";
import {
  checklistOf,
  featuresToAskFor,
  finishChecklist,
  forwardChecklist,
  listSentChecklists,
  reopenChecklist,
  saveChecklist,
  sendChecklist,
  showChecklistMessage,
  venueLandingOf,
} from "#app/services/venue-checklist.server.ts";
import { checklistMessage } from "#app/words/venues.ts";
import { askedVenue, type AskedVenue } from "#tests/support/asked-venue.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting } from "#tests/support/planned-meeting.ts";
import { actionsAbout, factAt, said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

let opened: TestInstance;
let desk: VenueDesk;
let asked: AskedVenue;

beforeAll(async () => {
  opened = await testInstance();
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { asha, stranger } = await venueDesk(opened);
  asked = await askedVenue(opened.context(), asha, "2026-12-10", [
    { id: "powered-wheelchair", strength: "essential" },
    { id: "leave-no-stairs", strength: "essential" },
  ]);
  desk = { asha, stranger, venueId: asked.venueId };
});

const now = () => opened.context();
const afterIts = () => opened.context("2026-12-11T09:00:00.000Z");
const features = async () =>
  (await checklistOf(now(), asked.venueManager)).pages.flatMap(({ questions }) => questions.map(({ feature }) => feature));

async function theMeeting(organisationId = desk.asha.organisationId) {
  const meeting = await findMeeting(now().db, organisationId, asked.meeting.reference);
  if (!meeting) throw new Error("no meeting");
  return meeting;
}

async function tokenIn(messageId: string): Promise<string> {
  const shown = await showChecklistMessage(now(), desk.asha, await theMeeting(), messageId);
  if (!shown.ok) throw new Error(shown.refusal);
  return /\/v\/([\w-]{43})/u.exec(shown.value.text)?.[1] ?? "";
}

describe("what a checklist asks", () => {
  test("is what these people need, and not what is known already", async () => {
    const before = await features();
    expect(before).toContain("entrance-door-width");
    expect(before.length).toBeLessThan(venueFeatureIds.length);
    await said(now(), desk, "entrance-door-width", 900, { source: "we-measured", saidBy: "Asha Grewal" });
    const again = await featuresToAskFor(now(), desk.asha, await theMeeting());
    if (!again.ok) throw new Error(again.refusal);
    expect(again.value.toAsk.inAll).not.toContain("entrance-door-width");
  });

  test("is asked again when what we were told has grown too old", async () => {
    await said(now(), desk, "entrance-door-width", 900, { source: "we-measured", on: "2025-11-01" });
    const again = await featuresToAskFor(now(), desk.asha, await theMeeting());
    if (!again.ok) throw new Error(again.refusal);
    expect(again.value.toAsk.now).toContain("entrance-door-width");
  });

  test("is everything when everything is wanted", async () => {
    const all = await askedVenue(now(), desk.asha, "2026-12-10", [], "all");
    const pages = (await checklistOf(now(), all.venueManager)).pages;
    expect(pages.flatMap(({ questions }) => questions)).toHaveLength(venueFeatureIds.length);
  });

  test("never names a person: not on the landing page, not in the message", async () => {
    const landing = await venueLandingOf(now(), await tokenIn(asked.messageId));
    expect(landing?.venue).toBe("Kiln Hall");
    expect(JSON.stringify(landing)).not.toContain("Maren");
    const shown = await showChecklistMessage(now(), desk.asha, await theMeeting(), asked.messageId);
    expect(JSON.stringify(shown)).not.toContain("Maren");
  });

  test("cannot be sent without a venue, for nobody's meeting, or when nothing is left to ask", async () => {
    const sending = {
      email: "hall@example.org",
      sentTo: "",
      answerBy: calendarDateOf("2026-12-10"),
      parts: "needed",
      extraLine: "",
    } as const;
    const words = checklistMessage("");
    expect(await sendChecklist(now(), desk.stranger, asked.meeting.reference, sending, words)).toEqual({ ok: false, refusal: "not-found" });
    const fresh = await plannedMeeting(now(), desk.asha);
    const found = await findMeeting(now().db, desk.asha.organisationId, fresh.reference);
    const there = { asha: desk.asha, stranger: desk.stranger, venueId: found?.venueId ?? "" };
    for (const feature of venueFeatureIds) await said(now(), there, feature, false);
    expect(await sendChecklist(now(), desk.asha, fresh.reference, sending, words)).toEqual({ ok: false, refusal: "nothing-to-ask" });
  });
});

describe("a venue's answers", () => {
  test("are the venue's word, of today, and change what plans rely on at once", async () => {
    const answers = [{ feature: "entrance-door-width", value: 820, note: "The left door" }] as const;
    expect(await saveChecklist(now(), asked.venueManager, answers)).toEqual({ ok: true, value: { saved: 1 } });
    expect(await factAt(now(), desk, "entrance-door-width")).toMatchObject({
      value: 820,
      statements: [{ source: "venue-said", saidBy: "Rosa Bell", checkedOn: "2026-11-23", note: "The left door" }],
    });
    expect(await saveChecklist(now(), asked.venueManager, answers)).toEqual({ ok: true, value: { saved: 0 } });
  });

  test("that say “I do not know”, or say nothing that is an answer, leave it not known", async () => {
    await saveChecklist(now(), asked.venueManager, [
      { feature: "entrance-door-width", value: null, note: "It should be fine, people manage" },
    ]);
    expect((await factAt(now(), desk, "entrance-door-width")).value).toBeNull();
  });

  test("do not take the place of what we measured: both are shown until a person decides", async () => {
    await said(now(), desk, "entrance-door-width", 760, { source: "we-measured", on: "2026-09-01" });
    await saveChecklist(now(), asked.venueManager, [{ feature: "entrance-door-width", value: 900, note: "" }]);
    // 76 cm falls short and was measured by us: it counts until somebody settles it.
    expect(await factAt(now(), desk, "entrance-door-width")).toMatchObject({ value: 760, standing: { is: "disagree" } });
  });

  test("to what was not asked are not taken", async () => {
    const asking = new Set(await features());
    const other = venueFeatureIds.find((feature) => !asking.has(feature));
    if (other === undefined) throw new Error("everything is asked");
    expect(await saveChecklist(now(), asked.venueManager, [{ feature: other, value: true, note: "" }])).toEqual({
      ok: true,
      value: { saved: 0 },
    });
    expect((await factAt(now(), desk, other)).statements).toEqual([]);
  });

  test("are taken on the last day and not on the next, when nothing can be finished either", async () => {
    const answers = [{ feature: "entrance-door-width", value: 820, note: "" }] as const;
    expect(await saveChecklist(opened.context("2026-12-10T22:00:00.000Z"), asked.venueManager, answers)).toMatchObject({ ok: true });
    expect(await saveChecklist(afterIts(), asked.venueManager, [{ ...answers[0], value: 700 }])).toEqual({ ok: false, refusal: "closed" });
    expect(await finishChecklist(afterIts(), asked.venueManager)).toEqual({ ok: false, refusal: "closed" });
    expect((await factAt(afterIts(), desk, "entrance-door-width")).value).toBe(820);
  });

  test("bring in a question that hangs on them, and take it out again", async () => {
    const hangs = "evac-chair-trained";
    expect(await features()).not.toContain(hangs);
    await saveChecklist(now(), asked.venueManager, [{ feature: "exit-step-free", value: 0, note: "" }]);
    expect(await features()).toContain(hangs);
    const later = opened.context("2026-11-23T10:05:00.000Z");
    await saveChecklist(later, asked.venueManager, [{ feature: "exit-step-free", value: 2, note: "" }]);
    expect(await features()).not.toContain(hangs);
  });

  test("show this venue its own answers and nobody else's", async () => {
    await said(now(), desk, "entrance-door-width", 760, { source: "we-measured", note: "MARKER ours" });
    await saveChecklist(now(), asked.venueManager, [{ feature: "corridor-width", value: 1300, note: "ours to see" }]);
    const text = JSON.stringify((await checklistOf(now(), asked.venueManager)).pages);
    expect(text).toContain("ours to see");
    expect(text).not.toContain("MARKER");
    expect(text).not.toContain("760");
  });

  test("finished say who and when, and the coordinator sees how far it has got", async () => {
    await saveChecklist(now(), asked.venueManager, [{ feature: "entrance-door-width", value: 820, note: "" }]);
    expect(await finishChecklist(now(), asked.venueManager)).toEqual({ ok: true, value: null });
    const [sent] = await listSentChecklists(now(), desk.asha, await theMeeting());
    expect(sent).toMatchObject({ answeredBy: "Rosa Bell", answered: 1, isClosed: false, answeredAt: now().now });
    expect(await actionsAbout(now(), asked.requestId)).toEqual(["checklist-sent", "checklist-finished"]);
  });
});

describe("a closed checklist", () => {
  test("opens again until another day, and the same link works", async () => {
    const token = await tokenIn(asked.messageId);
    expect(await venueLandingOf(afterIts(), token)).toMatchObject({ isClosed: true });
    const at = { requestId: asked.requestId, version: 1 };
    expect(await reopenChecklist(afterIts(), desk.stranger, at, calendarDateOf("2026-12-20"))).toEqual({ ok: false, refusal: "not-found" });
    expect(await reopenChecklist(afterIts(), desk.asha, at, calendarDateOf("2026-12-20"))).toMatchObject({ ok: true });
    expect(await reopenChecklist(afterIts(), desk.asha, at, calendarDateOf("2026-12-24"))).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await venueLandingOf(afterIts(), token)).toMatchObject({ isClosed: false });
    const answers = [{ feature: "entrance-door-width", value: 820, note: "" }] as const;
    expect(await saveChecklist(afterIts(), asked.venueManager, answers)).toMatchObject({ ok: true });
  });
});

describe("a checklist passed on", () => {
  const words = checklistMessage("");

  test("gives the next person a link of their own, and the answers are then the venue's", async () => {
    expect(await forwardChecklist(now(), asked.venueManager, "caretaker@example.org", words)).toMatchObject({ ok: true });
    const [sent] = await listSentChecklists(now(), desk.asha, await theMeeting());
    expect(sent?.forwards).toMatchObject([{ email: "caretaker@example.org" }]);
    const tokens = await Promise.all((sent?.messages ?? []).map(async ({ messageId }) => tokenIn(messageId)));
    expect(new Set(tokens).size).toBe(2);
    await saveChecklist(now(), asked.venueManager, [{ feature: "entrance-door-width", value: 820, note: "" }]);
    expect((await factAt(now(), desk, "entrance-door-width")).statements).toMatchObject([{ saidBy: "Kiln Hall" }]);
  });

  test("travels to five people and no further, and nowhere once it is closed", async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await forwardChecklist(now(), asked.venueManager, `one${String(count)}@example.org`, words)).toMatchObject({ ok: true });
    }
    expect(await forwardChecklist(now(), asked.venueManager, "six@example.org", words)).toEqual({ ok: false, refusal: "too-many" });
    const other = await askedVenue(now(), desk.asha);
    expect(await forwardChecklist(afterIts(), other.venueManager, "late@example.org", words)).toEqual({ ok: false, refusal: "closed" });
  });
});

test("a message about another meeting's checklist, or another organisation's, is not found", async () => {
  const other = await askedVenue(now(), desk.asha);
  const notFound = { ok: false, refusal: "not-found" };
  expect(await showChecklistMessage(now(), desk.asha, await theMeeting(), other.messageId)).toEqual(notFound);
  expect(await showChecklistMessage(now(), desk.stranger, await theMeeting(), asked.messageId)).toEqual(notFound);
  expect(await venueLandingOf(now(), "x".repeat(43))).toBeNull();
  const elsewhere = venueManagerOf({ ...asked.venueManager, organisationId: desk.stranger.organisationId });
  await expect(checklistOf(now(), elsewhere)).rejects.toThrow("A checklist belongs to no venue or meeting");
});
