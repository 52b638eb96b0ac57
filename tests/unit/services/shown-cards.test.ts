// Cards held up from a person's own page on the day, through their services on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { dayOf } from "#app/services/day.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { answerCard, myCard, putCardDown, showCard } from "#app/services/shown-cards.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;
let tom: Attendee;

const at = (time: string) => opened.context(`2027-02-02T${time}:00.000Z`);

beforeEach(async () => {
  opened = await testInstance();
  const context = opened.context();
  ({ coordinator: asha } = await makeOrganisation(context));
  meeting = await plannedMeeting(context, asha);
  priya = await somebodyAsks(context, asha, meeting, "Priya Test", []);
  tom = await somebodyAsks(context, asha, meeting, "Tom Test", []);
});
afterEach(() => opened.close());

async function heldUp(time = "10:50") {
  const day = await dayOf(at(time), asha, meeting.reference);
  if (!day.ok) throw new Error(day.refusal);
  return day.value.cards;
}
const seen = async (time?: string) => (await heldUp(time)).map(({ name, card }) => `${name}: ${card}`);

describe("a card shown to the chair", () => {
  test("is on the day page with the name of who shows it, whoever waits longest first", async () => {
    expect(await showCard(at("10:40"), tom, "speak")).toEqual({ ok: true, value: null });
    expect((await showCard(at("10:41"), priya, "slow-down")).ok).toBe(true);
    expect(await seen()).toEqual(["Tom Test: speak", "Priya Test: slow-down"]);
    expect((await heldUp())[0]?.since).toBe("10:40");
  });

  test("takes the place of the one before it, and is known to the person themselves", async () => {
    await showCard(at("10:40"), tom, "speak");
    await showCard(at("10:45"), tom, "break");
    expect(await seen()).toEqual(["Tom Test: break"]);
    expect(await myCard(at("10:50"), tom)).toEqual({ isToday: true, heldUp: { card: "break", since: "10:45" } });
    expect((await myCard(at("10:50"), priya)).heldUp).toBeNull();
  });

  test("is gone when the person puts it down, and putting down nothing is no mistake", async () => {
    await showCard(at("10:40"), tom, "speak");
    expect((await putCardDown(at("10:41"), tom)).ok).toBe(true);
    expect((await putCardDown(at("10:42"), tom)).ok).toBe(true);
    expect(await seen()).toEqual([]);
    const rows = await opened.context().db.query.audit.findMany();
    expect(rows.filter(({ action }) => action.startsWith("card-")).map(({ action }) => action)).toEqual(["card-shown", "card-put-down"]);
  });

  test("is refused on any day but the meeting's own, and when there is no such card", async () => {
    const dayBefore = opened.context("2027-02-01T10:40:00.000Z");
    expect(await showCard(dayBefore, tom, "speak")).toEqual({ ok: false, refusal: "not-today" });
    expect(await showCard(at("10:40"), tom, "hooray")).toEqual({ ok: false, refusal: "not-found" });
    expect(await seen()).toEqual([]);
  });

  test("asks for nothing once its day is over", async () => {
    await showCard(at("12:40"), tom, "speak");
    const after = opened.context("2027-02-03T10:40:00.000Z");
    expect(await myCard(after, tom)).toEqual({ isToday: false, heldUp: null });
    const day = await dayOf(after, asha, meeting.reference);
    expect(day.ok && day.value.cards).toEqual([]);
  });
});

describe("answering a card", () => {
  test("takes it off the list and off the person's own page", async () => {
    await showCard(at("10:40"), tom, "speak");
    const [card] = await heldUp();
    expect(await answerCard(at("10:42"), asha, meeting.reference, card!)).toEqual({ ok: true, value: null });
    expect(await seen()).toEqual([]);
    expect((await myCard(at("10:50"), tom)).heldUp).toBeNull();
  });

  test("never takes away another card than the one that was read", async () => {
    await showCard(at("10:40"), tom, "speak");
    const [read] = await heldUp();
    const changed = { ok: false, refusal: "changed-by-someone-else" };
    await showCard(at("10:41"), tom, "stop");
    expect(await answerCard(at("10:42"), asha, meeting.reference, read!)).toEqual(changed);
    // Put down and shown anew: the same words, and somebody who waits again.
    await putCardDown(at("10:43"), tom);
    await showCard(at("10:44"), tom, "speak");
    expect(await answerCard(at("10:45"), asha, meeting.reference, read!)).toEqual(changed);
    expect(await seen()).toEqual(["Tom Test: speak"]);
  });

  test("is refused for somebody of another meeting or organisation", async () => {
    await showCard(at("10:40"), tom, "speak");
    const [card] = await heldUp();
    const other = await makeOrganisation(opened.context(), "Others");
    const second = await plannedMeeting(opened.context(), asha);
    expect(await answerCard(at("10:42"), other.coordinator, meeting.reference, card!)).toEqual({ ok: false, refusal: "not-found" });
    expect(await answerCard(at("10:42"), asha, second.reference, card!)).toEqual({ ok: false, refusal: "not-found" });
    expect(await seen()).toEqual(["Tom Test: speak"]);
  });
});
