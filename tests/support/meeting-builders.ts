// Made-up meetings for tests: a plain Wednesday meeting in England, people with the needs a sentence is about, and a venue.
import fc from "fast-check";
import { ownAskedIds, type AskedId } from "#app/domain/access/asked.ts";
import { formatIds } from "#app/domain/access/formats.ts";
import { meetingConditions } from "#app/domain/access/meeting-conditions.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addDays, calendarDateOf, clockTimeAt, clockTimeOf, type BankHolidays } from "#app/domain/basics/dates.ts";
import type { AttendeeNeeds, MeetingFacts, Need, Strength, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";

/** Some bank holidays of England and Wales, so that these tests stand still when the real list grows. */
export const someHolidays: BankHolidays = {
  from: calendarDateOf("2026-01-01"),
  goodUntil: calendarDateOf("2027-12-31"),
  days: new Set(["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31"].map(calendarDateOf)),
};

/** A small in-person meeting on Wednesday 3 February 2027, 10:30 to 14:30, two hours of agenda; change what matters. */
export function aMeeting(changes: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    nation: "england",
    date: calendarDateOf("2027-02-03"),
    plannedStart: clockTimeOf("10:30"),
    plannedEnd: clockTimeOf("14:30"),
    mode: "in-person",
    people: 10,
    netAgendaMinutes: 120,
    planningDay: calendarDateOf("2026-11-23"),
    parallelGroups: 0,
    foodServed: false,
    conditions: [],
    ...changes,
  };
}

/** A person with these requirements, all essential unless a strength is given. */
export function person(
  ref: string,
  requirements: readonly (AskedId | Need)[],
  chosenFormats: AttendeeNeeds["chosenFormats"] = [],
): AttendeeNeeds {
  return {
    ref,
    chosenFormats,
    needs: requirements.map((one) => (typeof one === "string" ? { requirement: one, strength: "essential" } : one)),
  };
}

/** A need that is only helpful. */
export function helpful(requirement: AskedId): Need {
  return { requirement, strength: "helpful" };
}

const strengths: readonly Strength[] = ["essential", "helpful", "varies", "none"];

/** Any mix of people: up to five, each with up to five different requirements and some chosen formats. */
export const anyAttendees: fc.Arbitrary<readonly AttendeeNeeds[]> = fc
  .array(
    fc.record({
      needs: fc.uniqueArray(
        fc.record({ requirement: fc.constantFrom(...requirementIds, ...ownAskedIds), strength: fc.constantFrom(...strengths) }),
        {
          selector: (need) => need.requirement,
          maxLength: 5,
        },
      ),
      chosenFormats: fc.uniqueArray(fc.constantFrom(...formatIds), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((people) => people.map((one, index) => ({ ref: `p${index + 1}`, ...one })));

const anyOwnTimes = fc.record(
  {
    earliestStart: fc.integer({ min: 18, max: 30 }).map((half) => clockTimeAt(half * 30)),
    latestEnd: fc.integer({ min: 22, max: 42 }).map((half) => clockTimeAt(half * 30)),
    maxContinuousMinutes: fc.integer({ min: 10, max: 90 }),
    minBreakMinutes: fc.integer({ min: 5, max: 40 }),
    maxMeetingMinutes: fc.integer({ min: 30, max: 300 }),
  },
  { requiredKeys: [] },
);

/** A larger group, with people's own times and languages: up to fourteen, so that references pass p9. */
export const manyAttendees: fc.Arbitrary<readonly AttendeeNeeds[]> = fc
  .array(
    fc.record({
      needs: fc.uniqueArray(
        fc.record(
          {
            requirement: fc.constantFrom(...requirementIds, ...ownAskedIds),
            strength: fc.constantFrom(...strengths),
            ownTimes: anyOwnTimes,
            language: fc.constantFrom("Polish", "polish ", "Urdu", ""),
          },
          { requiredKeys: ["requirement", "strength"] },
        ),
        { selector: (need) => need.requirement, maxLength: 6 },
      ),
      chosenFormats: fc.uniqueArray(fc.constantFrom(...formatIds), { maxLength: 2 }),
    }),
    { minLength: 6, maxLength: 14 },
  )
  .map((people) => people.map((one, index) => ({ ref: `p${index + 1}`, ...one })));

/** Any recorded facts: yes, no, or a number round the criterion; most features have none. */
export const anyVenue: fc.Arbitrary<VenueFacts> = fc
  .array(
    fc.constantFrom(...venueFeatureIds).chain((feature) => anyFactOf(feature).map((fact): [VenueFeatureId, VenueFact] => [feature, fact])),
    { maxLength: 80 },
  )
  .map((facts) => Object.fromEntries(facts));

function anyFactOf(feature: VenueFeatureId): fc.Arbitrary<VenueFact> {
  const { criterion } = venueFeatureOf(feature);
  if (criterion.is === "yes") return fc.boolean();
  const near = criterion.is === "between" ? criterion.to : criterion.value;
  return fc.oneof(fc.boolean(), fc.integer({ min: 0, max: Math.ceil(near * 2) }));
}

/** Any meeting in the days the holidays above cover, with lead times to spare on both sides. */
export const anyMeeting: fc.Arbitrary<MeetingFacts> = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }),
    planning: fc.integer({ min: -120, max: 10 }),
    start: fc.integer({ min: 16, max: 40 }),
    length: fc.integer({ min: 2, max: 16 }),
    mode: fc.constantFrom("in-person" as const, "hybrid" as const, "online" as const),
    netAgendaMinutes: fc.integer({ min: 1, max: 300 }),
    people: fc.integer({ min: 1, max: 80 }),
    parallelGroups: fc.integer({ min: 0, max: 4 }),
    foodServed: fc.boolean(),
    conditions: fc.uniqueArray(fc.constantFrom(...meetingConditions)),
    sunset: fc.option(fc.integer({ min: 15 * 60, max: 22 * 60 }), { nil: undefined }),
  })
  .map(({ day, planning, start, length, sunset, ...rest }) => {
    const date = addDays(calendarDateOf("2026-06-01"), day);
    return {
      ...rest,
      nation: "england" as const,
      date,
      planningDay: addDays(date, planning),
      plannedStart: clockTimeAt(start * 30),
      plannedEnd: clockTimeAt(Math.min((start + length) * 30, 24 * 60 - 1)),
      ...(sunset === undefined ? {} : { sunset: clockTimeAt(sunset) }),
    };
  });
