import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addDays, addMonths, calendarDateOf, clockTimeOf, instantOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { planMeeting } from "#app/domain/meetings/plan.ts";
import type { AttendeeNeeds, MeetingFacts, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { featuresThatMayBeAsked, featuresToAskNow, isWorthAsking, type Asking } from "#app/domain/venues/questions-to-ask.ts";
import { factsToRelyOn, type FactHistory } from "#app/domain/venues/standing.ts";
import type { FactSource, Statement } from "#app/domain/venues/statements.ts";
import { someHolidays } from "#tests/support/meeting-builders.ts";

const today = calendarDateOf("2026-11-23");
const meeting: MeetingFacts = {
  nation: "england",
  date: calendarDateOf("2026-12-10"),
  plannedStart: clockTimeOf("10:30"),
  plannedEnd: clockTimeOf("15:00"),
  mode: "in-person",
  people: 8,
  netAgendaMinutes: 120,
  planningDay: today,
  parallelGroups: 0,
  foodServed: false,
  conditions: [],
};

const isMeasured = (feature: VenueFeatureId): boolean => venueFeatureOf(feature).criterion.is !== "yes";

let count = 0;
const statement = (value: VenueFact | null, checkedOn: CalendarDate, source: FactSource = "venue-said"): Statement => ({
  id: `s${String((count += 1))}`,
  value,
  source,
  checkedOn,
  savedAt: instantOf("2026-11-01T09:00:00.000Z"),
});
const history = (feature: VenueFeatureId, ...statements: readonly Statement[]): FactHistory => ({ feature, statements, settlements: [] });

// Small on purpose: every set of these is tried. Two of them decide whether others matter at all.
const small = [
  "toilet-accessible",
  "changing-places",
  "changing-places-area",
  "changing-places-hoist-load",
  "exit-step-free",
  "refuge",
  "refuge-two-way-call",
  "evac-lift",
  "entrance-door-width",
] as const satisfies readonly VenueFeatureId[];
const numbers: ReadonlySet<VenueFeatureId> = new Set([
  "changing-places-area",
  "changing-places-hoist-load",
  "exit-step-free",
  "entrance-door-width",
]);

const people: readonly AttendeeNeeds[] = [{ ref: "p1", needs: [], chosenFormats: [] }];
const subsets = Array.from({ length: 1 << small.length }, (_, bits) => small.filter((_feature, at) => (bits & (1 << at)) !== 0));

/** What the venue would truthfully say about each. */
type World = Readonly<Record<(typeof small)[number], VenueFact>>;
const world: fc.Arbitrary<World> = fc.record(
  Object.fromEntries(small.map((feature) => [feature, numbers.has(feature) ? fc.constantFrom(0, 1, 900) : fc.boolean()])) as Record<
    (typeof small)[number],
    fc.Arbitrary<VenueFact>
  >,
);
// As in the catalogue: the fact a question hangs on is asked of every meeting, or of whoever needs what hangs on it.
const someWanted = fc
  .subarray([...small])
  .map((wanted) => small.filter((one) => wanted.includes(one) || one === "exit-step-free" || one === "changing-places"));
const states = ["nobody", "fresh-yes", "fresh-no", "old", "old-by-then", "does-not-know", "not-measured", "others-differ"] as const;
const before = fc.array(fc.constantFrom(...states), { minLength: small.length, maxLength: small.length });

function historyIn(feature: VenueFeatureId, state: (typeof states)[number]): FactHistory {
  const isNumber = numbers.has(feature);
  const [yes, no] = isNumber ? [900, 0] : [true, false];
  const fresh = addDays(today, -3);
  switch (state) {
    case "nobody":
      return history(feature);
    case "fresh-yes":
      return history(feature, statement(yes, fresh));
    case "fresh-no":
      return history(feature, statement(no, fresh));
    case "old":
      return history(feature, statement(yes, addMonths(today, -13)));
    case "old-by-then":
      return history(feature, statement(no, addDays(addMonths(meeting.date, feature === "evac-lift" ? -3 : -12), -1)));
    case "does-not-know":
      return history(feature, statement(null, fresh));
    case "not-measured":
      return history(feature, statement(isNumber ? true : yes, fresh));
    case "others-differ":
      return history(feature, statement(yes, fresh, "published-guide"), statement(no, fresh, "map-data"));
  }
}

function asking(wanted: readonly VenueFeatureId[], histories: readonly FactHistory[]): Asking {
  return {
    meeting,
    attendees: people,
    wanted: new Set(wanted),
    histories: new Map(histories.map((one) => [one.feature, one])),
    today,
    changedOn: null,
  };
}

function answered(from: Asking, features: readonly VenueFeatureId[], truth: Partial<World>): Asking {
  const histories = new Map(from.histories);
  for (const feature of features) {
    const old = histories.get(feature) ?? history(feature);
    histories.set(feature, { ...old, statements: [...old.statements, statement(truth[feature as keyof World]!, today)] });
  }
  return { ...from, histories };
}

/** Asks round by round, as the pages do: what an answer brings in is asked after it. */
function askedInAll(from: Asking, truth: World): readonly VenueFeatureId[] {
  const now = featuresToAskNow(from);
  return now.length === 0 ? [] : [...now, ...askedInAll(answered(from, now, truth), truth)];
}

describe("for any venue, people and answers", () => {
  test("no smaller set of questions, and no other of the same size, would leave nothing to ask", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(someWanted, before, world, (wanted, known, truth) => {
        const start = asking(
          wanted,
          small.map((feature, at) => historyIn(feature, known[at] ?? "nobody")),
        );
        const asked = askedInAll(start, truth);
        // What is known and will hold is no question; anything else might be, needed or not.
        const open = (feature: VenueFeatureId): boolean =>
          isWorthAsking(start.histories.get(feature) ?? history(feature), { today, meetingDay: meeting.date, changedOn: null });
        const enough = subsets.filter(
          (subset) => subset.length <= asked.length && subset.every(open) && featuresToAskNow(answered(start, subset, truth)).length === 0,
        );
        expect(enough.map((subset) => subset.toSorted())).toEqual([asked.toSorted()]);
      }),
      { numRuns: 120 },
    );
  });

  test("what may be asked holds everything that is asked in the end, whatever the answers", () => {
    fc.assert(
      fc.property(someWanted, before, world, (wanted, known, truth) => {
        const start = asking(
          wanted,
          small.map((feature, at) => historyIn(feature, known[at] ?? "nobody")),
        );
        const may = new Set(featuresThatMayBeAsked(start));
        for (const feature of askedInAll(start, truth)) expect(may.has(feature)).toBe(true);
      }),
    );
  });

  test("once everything asked is answered, the plan finds nothing unknown about the venue", () => {
    const needs: readonly AttendeeNeeds[] = [
      { ref: "p1", needs: [{ requirement: "changing-places-needed", strength: "essential" }], chosenFormats: [] },
      { ref: "p2", needs: [{ requirement: "hearing-loop", strength: "helpful" }], chosenFormats: [] },
    ];
    const questionsWith = (venue: VenueFacts) => planMeeting({ meeting, attendees: needs, venue, holidays: someHolidays }).venueQuestions;
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom(0, 900), (yes, size) => {
        const wanted = questionsWith({ "exit-step-free": 0, "changing-places": true }).map(({ feature }) => feature);
        const truth = new Proxy({}, { get: (_facts, name) => (isMeasured(name as VenueFeatureId) ? size : yes) }) as World;
        let end = { ...asking(wanted, []), attendees: needs };
        for (let now = featuresToAskNow(end); now.length > 0; now = featuresToAskNow(end)) {
          end = { ...answered(end, now, truth), attendees: needs };
        }
        const known = factsToRelyOn([...end.histories.values()], { on: today, changedOn: null });
        expect(questionsWith(known).filter(({ finding }) => finding === "unknown")).toEqual([]);
      }),
    );
  });
});

describe("a question to a venue", () => {
  const day = { today, meetingDay: meeting.date, changedOn: null };
  const fresh = addDays(today, -3);

  test("is not asked when the fact is known and will hold on the day", () => {
    expect(isWorthAsking(history("toilet-accessible", statement(true, fresh)), day)).toBe(false);
    expect(isWorthAsking(history("toilet-accessible", statement(false, fresh)), day)).toBe(false);
  });

  test("is asked when the fact will be too old on the day, unless an answer now would be too", () => {
    const lift = history("lift-in-service", statement(true, addDays(today, -85)));
    expect(isWorthAsking(lift, day)).toBe(true);
    expect(isWorthAsking(lift, { ...day, meetingDay: addMonths(today, 6) })).toBe(false);
  });

  test("is asked where a thing is there and nobody measured it", () => {
    expect(isWorthAsking(history("entrance-door-width", statement(true, fresh)), day)).toBe(true);
    expect(isWorthAsking(history("loop-present", statement(true, fresh)), day)).toBe(false);
  });

  test("is not asked again of a venue that gave its word while others say otherwise: that is for a person to settle", () => {
    const differ = history("entrance-door-width", statement(820, fresh), statement(760, fresh, "we-measured"));
    expect(isWorthAsking(differ, day)).toBe(false);
    const others = history("entrance-door-width", statement(820, fresh, "map-data"), statement(760, fresh, "published-guide"));
    expect(isWorthAsking(others, day)).toBe(true);
  });

  test("that nobody of this meeting needs is not asked, however little is known", () => {
    expect(featuresToAskNow(asking(["toilet-accessible"], []))).toEqual(["toilet-accessible"]);
  });

  test("about refuges waits until the venue says that no way out is step-free", () => {
    const start = asking(["exit-step-free", "refuge"], []);
    expect(featuresToAskNow(start)).toEqual(["exit-step-free"]);
    expect(featuresThatMayBeAsked(start)).toEqual(["exit-step-free", "refuge"]);
    expect(featuresToAskNow(answered(start, ["exit-step-free"], { "exit-step-free": 0 }))).toEqual(["refuge"]);
    expect(featuresToAskNow(answered(start, ["exit-step-free"], { "exit-step-free": 1 }))).toEqual([]);
  });
});
