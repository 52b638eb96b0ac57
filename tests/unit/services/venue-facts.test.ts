// What is known of a venue: who said it, how long it holds, and who settles it when people differ.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { factsOnRecord, findFact, recordFact, settleFact } from "#app/services/venue-facts.server.ts";
import { changeVenue, findVenueFor, listVenuesFor, ownCheckOf, recordOwnCheck } from "#app/services/venues.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { actionsAbout, factAt, said, venueDesk, type VenueDesk } from "#tests/support/venue-desk.ts";

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
const door = "entrance-door-width";
const loop = "loop-present";

async function settle(statementId: string | null, considered: readonly string[], reason = "Measured twice", feature: string = door) {
  return settleFact(now(), desk.asha, { venueId: desk.venueId, feature }, { statementId, considered, reason });
}

const idsOf = async (feature: "entrance-door-width" | "loop-present" = door) =>
  (await factAt(now(), desk, feature)).statements.map(({ id }) => id);

describe("a fact of a venue", () => {
  test("nobody spoke of is not known, and plans get nothing", async () => {
    expect(await factAt(now(), desk, door)).toMatchObject({ standing: { is: "nobody-said" }, value: null, statements: [] });
    expect(await factsOnRecord(now(), now().db, { id: desk.venueId, changedOn: null })).toEqual([]);
  });

  test("keeps what was said, by whom, how they know, the day it was true and the note", async () => {
    await said(now(), desk, door, 820, { source: "we-measured", saidBy: "Asha Grewal", on: "2026-11-19", note: "Left leaf only" });
    const { value, statements } = await factAt(now(), desk, door);
    expect(value).toBe(820);
    expect(statements).toMatchObject([
      {
        value: 820,
        source: "we-measured",
        saidBy: "Asha Grewal",
        checkedOn: "2026-11-19",
        note: "Left leaf only",
        holdsUntil: "2027-11-19",
      },
    ]);
    expect(await actionsAbout(now(), desk.venueId)).toEqual(["venue-added", "venue-facts-saved"]);
  });

  test("answered with “I do not know” stays not known, whatever the note says", async () => {
    await said(now(), desk, door, null, { note: "It should be fine" });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: null, standing: { is: "not-known", because: "they-do-not-know" } });
    const [onRecord] = await factsOnRecord(now(), now().db, { id: desk.venueId, changedOn: null });
    expect(onRecord).toMatchObject({ value: null, standing: "not-known", note: "It should be fine" });
  });

  test("that is not there at all is a no, and not unknown", async () => {
    await said(now(), desk, "lift-car-width", false);
    expect(await factAt(now(), desk, "lift-car-width")).toMatchObject({ value: false, standing: { is: "known" } });
  });

  test("nobody can have checked on a day to come", async () => {
    const tomorrow = {
      feature: door,
      value: 820,
      source: "venue-said",
      saidBy: "Rosa Bell",
      checkedOn: calendarDateOf("2026-11-24"),
      note: "",
    } as const;
    expect(await recordFact(now(), desk.asha, desk.venueId, tomorrow)).toEqual({ ok: false, refusal: "not-yet" });
    expect(await recordFact(now(), desk.asha, desk.venueId, { ...tomorrow, checkedOn: calendarDateOf("2026-11-23") })).toMatchObject({
      ok: true,
    });
  });

  test("of another organisation's venue, or of no venue, is not found, and nothing is saved", async () => {
    const fact = {
      feature: door,
      value: 820,
      source: "venue-said",
      saidBy: "Rosa",
      checkedOn: calendarDateOf("2026-11-20"),
      note: "",
    } as const;
    const notFound = { ok: false, refusal: "not-found" };
    expect(await findFact(now(), desk.stranger, { venueId: desk.venueId, feature: door })).toEqual(notFound);
    expect(await findFact(now(), desk.asha, { venueId: desk.venueId, feature: "no-such-thing" })).toEqual(notFound);
    expect(await recordFact(now(), desk.stranger, desk.venueId, fact)).toEqual(notFound);
    expect(
      await settleFact(now(), desk.stranger, { venueId: desk.venueId, feature: door }, { statementId: null, considered: [], reason: "x" }),
    ).toEqual(notFound);
    expect(await findVenueFor(now(), desk.stranger, desk.venueId)).toEqual(notFound);
    expect(await ownCheckOf(now(), desk.stranger, desk.venueId)).toEqual(notFound);
    expect(await recordOwnCheck(now(), desk.stranger, desk.venueId, [{ feature: door, value: 1, note: "" }])).toEqual(notFound);
    expect(await listVenuesFor(now(), desk.stranger)).toEqual([]);
    expect((await factAt(now(), desk, door)).statements).toEqual([]);
  });

  test("saved twice from one form is said once", async () => {
    const fact = {
      feature: door,
      value: 820,
      source: "venue-said",
      saidBy: "Rosa",
      checkedOn: calendarDateOf("2026-11-20"),
      note: "",
    } as const;
    await Promise.all([recordFact(now(), desk.asha, desk.venueId, fact, "one"), recordFact(now(), desk.asha, desk.venueId, fact, "one")]);
    expect(await idsOf()).toHaveLength(1);
  });
});

describe("a fact that ages", () => {
  test("holds to its last day and is not known on the next: a loop after three months", async () => {
    await said(now(), desk, loop, true, { on: "2026-08-23" });
    expect(await factAt(now(), desk, loop)).toMatchObject({ value: true, monthsItHolds: 3 });
    const dayAfter = opened.context("2026-11-24T10:00:00.000Z");
    expect(await factAt(dayAfter, desk, loop)).toMatchObject({ value: null, standing: { is: "too-old" } });
    expect(await listVenuesFor(dayAfter, desk.asha)).toMatchObject([{ known: 0, tooOld: 1, checkedOn: "2026-08-23" }]);
  });

  test("checked before building works ended is not known, and what was checked after them is", async () => {
    await said(now(), desk, door, 820, { on: "2026-11-01" });
    const found = await findVenueFor(now(), desk.asha, desk.venueId);
    if (!found.ok) throw new Error(found.refusal);
    const { name, address, contactName, contactEmail, contactPhone, version } = found.value;
    const details = { name, address, contactName, contactEmail, contactPhone, changedOn: calendarDateOf("2026-11-10"), coordinates: null };
    expect(await changeVenue(now(), desk.asha, { venueId: desk.venueId, version }, details)).toMatchObject({ ok: true });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: null, standing: { is: "too-old" } });
    await said(now(), desk, door, 790, { on: "2026-11-10" });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: 790 });
    expect(await changeVenue(now(), desk.asha, { venueId: desk.venueId, version }, details)).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await changeVenue(now(), desk.stranger, { venueId: desk.venueId, version }, details)).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

describe("people who say different things", () => {
  test("newer does not beat better: what was measured is not quietly replaced, and nobody is believed until a person decides", async () => {
    await said(now(), desk, door, 820, { source: "we-measured", on: "2026-10-01" });
    await said(now(), desk, door, 900, { source: "venue-said", on: "2026-11-20" });
    const { standing, value } = await factAt(now(), desk, door);
    expect(standing).toMatchObject({ is: "disagree", sayings: [{ value: 820 }, { value: 900 }] });
    expect(value).toBeNull();
    expect(await listVenuesFor(now(), desk.asha)).toMatchObject([{ known: 0, toSettle: 1 }]);
  });

  test("a visitor who found it missing counts at once", async () => {
    await said(now(), desk, loop, true, { source: "venue-said" });
    await said(now(), desk, loop, false, { source: "seen-by-visitor" });
    expect(await factAt(now(), desk, loop)).toMatchObject({ value: false, standing: { is: "disagree" } });
  });

  test("a person settles it with a reason, which is kept with their name and what they looked at", async () => {
    await said(now(), desk, door, 820, { source: "we-measured" });
    await said(now(), desk, door, 900);
    const ids = await idsOf();
    const measured = (await factAt(now(), desk, door)).statements.find(({ value }) => value === 820);
    expect(await settle(measured?.id ?? "", ids)).toEqual({ ok: true, value: { feature: door } });
    const { value, standing, settlements } = await factAt(now(), desk, door);
    expect({ value, is: standing.is }).toEqual({ value: 820, is: "known" });
    expect(settlements).toMatchObject([{ statementId: measured?.id, reason: "Measured twice", settledBy: "Asha Grewal" }]);
    expect(settlements[0]?.considered.toSorted()).toEqual([...ids].toSorted());
    expect((await actionsAbout(now(), desk.venueId)).at(-1)).toBe("venue-fact-settled");
  });

  test("what is settled opens again when somebody new says otherwise, and not when they agree", async () => {
    await said(now(), desk, door, 820, { source: "we-measured" });
    await said(now(), desk, door, 900);
    const measured = (await factAt(now(), desk, door)).statements.find(({ value }) => value === 820);
    await settle(measured?.id ?? "", await idsOf());
    await said(now(), desk, door, 820, { source: "published-guide", on: "2026-11-21" });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: 820 });
    await said(now(), desk, door, 880, { source: "seen-by-visitor", on: "2026-11-22" });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: null, standing: { is: "disagree" } });
  });

  test("settled as “none of them” is not known until somebody checks", async () => {
    await said(now(), desk, door, 820, { source: "we-measured" });
    await said(now(), desk, door, 900);
    await settle(null, await idsOf(), "Neither is to be trusted");
    expect(await factAt(now(), desk, door)).toMatchObject({ value: null, standing: { is: "not-known", because: "settled-so" } });
    await said(now(), desk, door, 840, { source: "we-measured", on: "2026-11-23" });
    expect(await factAt(now(), desk, door)).toMatchObject({ value: 840 });
  });

  test("nobody settles what they have not seen", async () => {
    await said(now(), desk, door, 820, { source: "we-measured" });
    const seen = await idsOf();
    await said(now(), desk, door, 900);
    expect(await settle(seen[0] ?? "", seen)).toEqual({ ok: false, refusal: "changed" });
    expect((await factAt(now(), desk, door)).settlements).toEqual([]);
  });

  test("only a statement about this feature of this venue can stand", async () => {
    await said(now(), desk, door, 820);
    await said(now(), desk, loop, true);
    const [ofLoop = ""] = await idsOf(loop);
    expect(await settle(ofLoop, await idsOf())).toEqual({ ok: false, refusal: "not-found" });
    expect(await settle("no-such-statement", await idsOf())).toEqual({ ok: false, refusal: "not-found" });
    expect(await settle(null, [], "x", "no-such-feature")).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("a visit of our own", () => {
  test("says who checked it, today, and an answer sent again as it stands is not said twice", async () => {
    const answers = [
      { feature: door, value: 820, note: "" },
      { feature: loop, value: null, note: "" },
    ] as const;
    expect(await recordOwnCheck(now(), desk.asha, desk.venueId, answers)).toEqual({ ok: true, value: { saved: 2 } });
    expect(await recordOwnCheck(now(), desk.asha, desk.venueId, answers)).toEqual({ ok: true, value: { saved: 0 } });
    expect((await factAt(now(), desk, door)).statements).toMatchObject([
      { source: "we-measured", saidBy: "Asha Grewal", checkedOn: "2026-11-23" },
    ]);
  });

  test("on a later day shows what we found last, as what was, and not as today's answer", async () => {
    await recordOwnCheck(now(), desk.asha, desk.venueId, [{ feature: door, value: 820, note: "" }]);
    const found = await ownCheckOf(opened.context("2026-12-01T10:00:00.000Z"), desk.asha, desk.venueId);
    if (!found.ok) throw new Error(found.refusal);
    const question = found.value.pages.flatMap(({ questions }) => questions).find(({ feature }) => feature === door);
    expect(question).toMatchObject({ answer: null, before: { value: 820, on: "2026-11-23" } });
  });

  test("asks every feature once, at most eight on a page", async () => {
    const found = await ownCheckOf(now(), desk.asha, desk.venueId);
    if (!found.ok) throw new Error(found.refusal);
    const asked = found.value.pages.flatMap(({ questions }) => questions.map(({ feature }) => feature));
    expect(new Set(asked).size).toBe(asked.length);
    expect(Math.max(...found.value.pages.map(({ questions }) => questions.length))).toBeLessThanOrEqual(8);
  });
});
