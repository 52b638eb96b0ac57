import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { venueFeatureIds, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addDays, addMonths, calendarDateOf, instantOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { factOf, factsToRelyOn, standingOf, type Settlement } from "#app/domain/venues/standing.ts";
import {
  disagree,
  factSources,
  fallsShort,
  isFirstHand,
  monthsItHolds,
  rankOf,
  type FactSource,
  type Statement,
} from "#app/domain/venues/statements.ts";

const today = calendarDateOf("2026-11-23");
const day = { on: today, changedOn: null };
const door: VenueFeatureId = "entrance-door-width";

let count = 0;
const said = (value: VenueFact | null, more: Partial<Statement> = {}): Statement => ({
  id: `s${String((count += 1))}`,
  value,
  source: "venue-said",
  checkedOn: calendarDateOf("2026-10-01"),
  savedAt: instantOf("2026-10-01T09:00:00.000Z"),
  ...more,
});
const settle = (statementId: string | null, considered: readonly Statement[], settledAt = "2026-11-01T09:00:00.000Z"): Settlement => ({
  statementId,
  considered: considered.map(({ id }) => id),
  settledAt: instantOf(settledAt),
});
const at = (statements: readonly Statement[], settlements: readonly Settlement[] = [], feature: VenueFeatureId = door) =>
  standingOf({ feature, statements, settlements }, day);

describe("a fact of a venue", () => {
  test("nobody spoke of is not known, and no plan may rely on it", () => {
    expect(at([])).toEqual({ is: "nobody-said" });
    expect(factOf(at([]))).toBeUndefined();
  });

  test("somebody answered with “I do not know” is not known, and never a no", () => {
    const standing = at([said(null)]);
    expect(standing).toMatchObject({ is: "not-known", because: "they-do-not-know" });
    expect(factOf(standing)).toBeUndefined();
  });

  test("the venue gave and later says it does not know is not known any more", () => {
    expect(at([said(860), said(null, { checkedOn: calendarDateOf("2026-11-01") })]).is).toBe("not-known");
  });

  test("a newer word of the same kind takes the place of the older one", () => {
    expect(factOf(at([said(860), said(840, { checkedOn: calendarDateOf("2026-11-01") })]))).toBe(840);
  });

  test("a newer word does not beat a better one: both are shown, and a person settles it", () => {
    const measured = said(860, { source: "we-measured", checkedOn: calendarDateOf("2026-03-01") });
    const told = said(900, { checkedOn: calendarDateOf("2026-11-20") });
    const standing = at([measured, told]);
    expect(standing).toMatchObject({ is: "disagree", sayings: [measured, told] });
    expect(factOf(standing)).toBeUndefined();
  });

  test("a better word that has grown too old still speaks against a newer one that differs", () => {
    const measured = said(760, { source: "we-measured", checkedOn: calendarDateOf("2025-01-01") });
    expect(at([measured, said(900)])).toMatchObject({ is: "disagree" });
    const map = said(760, { source: "map-data", checkedOn: calendarDateOf("2025-01-01") });
    expect(factOf(at([map, said(900)]))).toBe(900);
  });

  test("a visitor found wanting counts as wanting at once, until somebody settles it", () => {
    const told = said(true);
    const seen = said(false, { source: "seen-by-visitor", checkedOn: calendarDateOf("2026-09-01") });
    const standing = at([told, seen], [], "loop-present");
    expect(standing).toMatchObject({ is: "disagree", meanwhile: seen });
    expect(factOf(standing)).toBe(false);
  });

  test("“it is there” and a measurement of it do not disagree, and the measurement is used", () => {
    expect(factOf(at([said(true, { source: "we-measured" }), said(860)]))).toBe(860);
    expect(factOf(at([said(false), said(0, { source: "map-data" })], [], "toilet-accessible-count"))).toBe(0);
  });

  test("somebody settled has the value they chose, until another word comes that differs", () => {
    const [measured, told] = [said(860, { source: "we-measured" }), said(900)];
    const settled = settle(told.id, [measured, told]);
    expect(at([measured, told], [settled])).toMatchObject({ is: "known", value: 900, isSettled: true });
    const seen = said(820, { source: "seen-by-visitor", checkedOn: calendarDateOf("2026-11-10") });
    expect(at([measured, told, seen], [settled]).is).toBe("disagree");
    const agrees = said(900, { source: "seen-by-visitor", checkedOn: calendarDateOf("2026-11-10") });
    expect(factOf(at([measured, told, agrees], [settled]))).toBe(900);
  });

  test("settled as not known stays so until somebody checks", () => {
    const both = [said(860, { source: "we-measured" }), said(900)];
    const settled = settle(null, both);
    expect(at(both, [settled])).toMatchObject({ is: "not-known", because: "settled-so" });
    const seen = said(840, { source: "seen-by-visitor" });
    expect(factOf(at([...both, seen], [settled]))).toBe(840);
  });

  test("settled as not known is not known after a word that is worse than those set aside, and is after a check or one as good", () => {
    const measured = said(760, { source: "we-measured", id: "measured" });
    const told = said(820, { source: "venue-said", id: "told" });
    const settled = settle(null, [measured, told]);
    const later = (source: FactSource) =>
      said(900, { source, id: "later", checkedOn: today, savedAt: instantOf("2026-11-20T09:00:00.000Z") });
    for (const source of ["map-data", "venue-said", "published-guide"] as const)
      expect(at([measured, told, later(source)], [settled])).toMatchObject({ is: "not-known", because: "settled-so" });
    for (const source of ["we-measured", "seen-by-visitor"] as const)
      expect(at([measured, told, later(source)], [settled])).toMatchObject({ is: "known", value: 900 });
    // Between two who were only told, another word of the better one counts.
    const map = said(700, { source: "map-data", id: "map" });
    expect(at([told, map, later("venue-said")], [settle(null, [told, map])])).toMatchObject({ is: "known", value: 900 });
  });

  test("the last decision is the one that holds", () => {
    const both = [said(860, { source: "we-measured" }), said(900)];
    const [measured, told] = both.map(({ id }) => id) as [string, string];
    const first = settle(told, both, "2026-11-01T09:00:00.000Z");
    const second = settle(measured, both, "2026-11-02T09:00:00.000Z");
    expect(factOf(at(both, [second, first]))).toBe(860);
  });

  test("checked before building works is too old, whatever the day", () => {
    const standing = standingOf({ feature: door, statements: [said(860)], settlements: [] }, { on: today, changedOn: addDays(today, -1) });
    expect(standing.is).toBe("too-old");
  });

  test("ages after twelve months, and a loop or a lift after three", () => {
    const on = (feature: VenueFeatureId, value: VenueFact, checkedOn: CalendarDate) =>
      factOf(standingOf({ feature, statements: [said(value, { checkedOn })], settlements: [] }, day));
    expect(on(door, 860, addMonths(today, -12))).toBe(860);
    expect(on(door, 860, addDays(addMonths(today, -12), -1))).toBeUndefined();
    for (const feature of ["loop-present", "lift-in-service"] as const) {
      expect(on(feature, true, addMonths(today, -3))).toBe(true);
      expect(on(feature, true, addDays(addMonths(today, -3), -1))).toBeUndefined();
    }
  });
});

const features = fc.constantFrom(...venueFeatureIds);
const values = fc.oneof(fc.constant(null), fc.boolean(), fc.constantFrom(0, 1, 5, 300, 820, 1500));
const statement = fc.record({
  id: fc.uuid(),
  value: values,
  source: fc.constantFrom(...factSources),
  checkedOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays(today, -days)),
  savedAt: fc.integer({ min: 1, max: 28 }).map((date) => instantOf(`2026-10-${String(date).padStart(2, "0")}T09:00:00.000Z`)),
});
const statements = fc.uniqueArray(statement, { selector: ({ id }) => id, maxLength: 7 });
const history = fc.record({ feature: features, statements }).chain(({ feature, statements: all }) =>
  fc
    .array(
      fc.record({
        statementId: fc.option(fc.constantFrom("", ...all.map(({ id }) => id)), { nil: null }),
        considered: fc.subarray(all.map(({ id }) => id)),
        settledAt: fc.integer({ min: 1, max: 28 }).map((date) => instantOf(`2026-11-${String(date).padStart(2, "0")}T09:00:00.000Z`)),
      }),
      { maxLength: 1 },
    )
    .map((settlements) => ({ feature, statements: all, settlements })),
);

describe("for any statements about a fact", () => {
  test("the order they came in makes no difference", () => {
    fc.assert(
      fc.property(history, fc.func(fc.integer()), (one, key) => {
        const shuffled = { ...one, statements: one.statements.toSorted((a, b) => key(a.id) - key(b.id)) };
        expect(standingOf(shuffled, day)).toEqual(standingOf(one, day));
      }),
    );
  });

  test("a value relied on was said by somebody, is fresh, and is nobody's guess", () => {
    fc.assert(
      fc.property(history, (one) => {
        const fact = factOf(standingOf(one, day));
        if (fact === undefined) return;
        const oldest = addMonths(today, -monthsItHolds(one.feature));
        expect(one.statements.some(({ value, checkedOn }) => value === fact && checkedOn >= oldest)).toBe(true);
      }),
    );
  });

  test("none is relied on once all of them are too old", () => {
    fc.assert(
      fc.property(history, (one) => {
        expect(factOf(standingOf(one, { on: addMonths(today, 13), changedOn: null }))).toBeUndefined();
        expect(factOf(standingOf(one, { on: today, changedOn: addDays(today, 1) }))).toBeUndefined();
      }),
    );
  });

  test("a newer word to be trusted less never puts its own value in place of a known one, save one that a visitor found wanting", () => {
    fc.assert(
      fc.property(features, statements, statement, (feature, all, added) => {
        const before = standingOf({ feature, statements: all, settlements: [] }, day);
        if (before.is !== "known" || added.value === null) return;
        if (rankOf(added.source) <= rankOf(before.by.source) || !disagree(feature, before.value, added.value)) return;
        // Its own earlier word may have been the one relied on; then nothing better was there.
        const after = factOf(
          standingOf({ feature, statements: [...all, { ...added, checkedOn: today, id: "new" }], settlements: [] }, day),
        );
        if (after === added.value) expect(isFirstHand(added.source) && fallsShort(feature, added.value)).toBe(true);
      }),
    );
  });

  test("while people disagree, nothing that would be good enough is relied on", () => {
    fc.assert(
      fc.property(history, (one) => {
        const standing = standingOf(one, day);
        const fact = factOf(standing);
        if (standing.is === "disagree" && fact !== undefined) expect(fallsShort(one.feature, fact)).toBe(true);
      }),
    );
  });

  test("settling a disagreement for one of them ends it, with that one's value if it is fresh and not known if it is too old", () => {
    fc.assert(
      fc.property(features, statements, fc.nat(), (feature, all, pick) => {
        const before = standingOf({ feature, statements: all, settlements: [] }, day);
        if (before.is !== "disagree") return;
        const chosen = before.sayings[pick % before.sayings.length];
        if (chosen === undefined) return;
        const settled = settle(chosen.id, all);
        const after = standingOf({ feature, statements: all, settlements: [settled] }, day);
        expect(["known", "too-old"]).toContain(after.is);
        if (after.is === "known") expect(after.value).toBe(chosen.value);
      }),
    );
  });

  test("“I do not know” gives no value and takes away no other kind's word", () => {
    fc.assert(
      fc.property(features, statements, fc.constantFrom(...factSources), (feature, all, source) => {
        const others = all.filter((one) => one.source !== source);
        const unsure = said(null, { source, checkedOn: today, id: "unsure" });
        const before = factOf(standingOf({ feature, statements: others, settlements: [] }, day));
        expect(factOf(standingOf({ feature, statements: [...others, unsure], settlements: [] }, day))).toBe(before);
      }),
    );
  });
});

test("the facts to rely on leave out what is not known, disagreed on or too old", () => {
  const facts = factsToRelyOn(
    [
      { feature: door, statements: [said(860)], settlements: [] },
      { feature: "loop-present", statements: [said(null)], settlements: [] },
      { feature: "quiet-room", statements: [said(true, { checkedOn: calendarDateOf("2024-01-01") })], settlements: [] },
    ],
    day,
  );
  expect(facts).toEqual({ [door]: 860 });
});
