// Sunset by the equations of one almanac, held against those of another, and against times newspapers printed for six cities.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDateOf, clockTimeOf, minutesOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { isInTheUnitedKingdom, sunsetAt, sunsetOf, type Coordinates } from "#app/domain/meetings/sunset.ts";

const leeds: Coordinates = { latitude: 53.8, longitude: -1.55 };
const day = calendarDateOf("2027-02-02");

describe("when the sun sets", () => {
  // As printed by the i newspaper for Thursday 25 November 2021 and by the News Letter of Belfast for 14 December 2024.
  test.each([
    ["London", 51.5074, -0.1278, "2021-11-25", "15:59"],
    ["Manchester", 53.4808, -2.2426, "2021-11-25", "15:59"],
    ["Cardiff", 51.4816, -3.1791, "2021-11-25", "16:11"],
    ["Edinburgh", 55.9533, -3.1883, "2021-11-25", "15:50"],
    ["Inverness", 57.4778, -4.2247, "2021-11-25", "15:45"],
    ["Belfast", 54.5973, -5.9301, "2021-11-25", "16:08"],
    ["Belfast", 54.5973, -5.9301, "2024-12-14", "15:57"],
  ])("in %s it agrees with the printed time within two minutes", (_city, latitude, longitude, date, printed) => {
    const at = sunsetAt(calendarDateOf(date), { latitude, longitude });
    expect(Math.abs(minutesOf(at!) - minutesOf(clockTimeOf(printed)))).toBeLessThanOrEqual(2);
  });

  test("for any day to the end of 2035 and any place in the country, two almanacs differ by three minutes at most", () => {
    const days = fc.integer({ min: 0, max: 3652 }).map((count) => addDays(calendarDateOf("2026-01-01"), count));
    const places = fc.record({
      latitude: fc.double({ min: 49.5, max: 60.9, noNaN: true }),
      longitude: fc.double({ min: -8.5, max: 1.8, noNaN: true }),
    });
    fc.assert(
      fc.property(days, places, (date, place) => {
        const ours = minutesOf(sunsetAt(date, place)!);
        const theirs = byTheNauticalAlmanac(date, place) + summerMinutes(date);
        // In Shetland in June the sun sets as flat as it can: a minute more of difference.
        expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(place.latitude > 59 ? 4 : 3);
      }),
      { numRuns: 2000 },
    );
  });

  test("further north the winter day ends earlier and the summer day later", () => {
    const at = (date: string, latitude: number) => minutesOf(sunsetAt(calendarDateOf(date), { latitude, longitude: -3 })!);
    expect(at("2027-12-21", 58)).toBeLessThan(at("2027-12-21", 51));
    expect(at("2027-06-21", 58)).toBeGreaterThan(at("2027-06-21", 51));
  });

  test("a day on which the sun does not set has no time of sunset", () => {
    expect(sunsetAt(calendarDateOf("2027-06-21"), { latitude: 70, longitude: 20 })).toBeUndefined();
    expect(sunsetAt(calendarDateOf("2027-12-21"), { latitude: 70, longitude: 20 })).toBeUndefined();
  });
});

describe("the sunset a meeting is planned by", () => {
  const typed = { at: clockTimeOf("16:40"), date: day, venueId: "hall" };

  test("is not known while nobody said where the venue is and nobody typed a time", () => {
    expect(sunsetOf({ date: day, venueId: "hall", typed: null }, null)).toBeUndefined();
  });

  test("is worked out from where the venue is", () => {
    expect(sunsetOf({ date: day, venueId: "hall", typed: null }, leeds)).toEqual({ at: sunsetAt(day, leeds), by: "worked-out" });
  });

  test("is the typed one for the day and the venue it was typed for, and for no other", () => {
    expect(sunsetOf({ date: day, venueId: "hall", typed }, leeds)).toEqual({ at: "16:40", by: "typed" });
    expect(sunsetOf({ date: addDays(day, 1), venueId: "hall", typed }, null)).toBeUndefined();
    expect(sunsetOf({ date: day, venueId: "elsewhere", typed }, null)).toBeUndefined();
  });

  test("places in the sea off Africa or with the two numbers the wrong way round are no venue's", () => {
    expect(isInTheUnitedKingdom(leeds)).toBe(true);
    expect(isInTheUnitedKingdom({ latitude: 60.15, longitude: -1.15 })).toBe(true);
    expect(isInTheUnitedKingdom({ latitude: 0, longitude: 0 })).toBe(false);
    expect(isInTheUnitedKingdom({ latitude: -1.55, longitude: 53.8 })).toBe(false);
  });
});

function summerMinutes(date: CalendarDate): number {
  const lastSunday = (month: number): string => {
    const last = new Date(Date.UTC(Number(date.slice(0, 4)), month, 0));
    last.setUTCDate(last.getUTCDate() - last.getUTCDay());
    return last.toISOString().slice(0, 10);
  };
  return date >= lastSunday(3) && date < lastSunday(10) ? 60 : 0;
}

/** Minutes after midnight, universal time, by the Almanac for Computers of the United States Naval Observatory (1990): other equations. */
function byTheNauticalAlmanac(date: CalendarDate, { latitude, longitude }: Coordinates): number {
  const [radian, degree] = [Math.PI / 180, 180 / Math.PI];
  const within = (value: number, whole: number) => ((value % whole) + whole) % whole;
  const ofYear = Math.round((Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000) + 1;
  const time = ofYear + (18 - longitude / 15) / 24;
  const anomaly = 0.9856 * time - 3.289;
  const sun = within(anomaly + 1.916 * Math.sin(anomaly * radian) + 0.02 * Math.sin(2 * anomaly * radian) + 282.634, 360);
  const ascension = within(Math.atan(0.91764 * Math.tan(sun * radian)) * degree, 360);
  const hours = (ascension + (Math.floor(sun / 90) * 90 - Math.floor(ascension / 90) * 90)) / 15;
  const sine = 0.39782 * Math.sin(sun * radian);
  const cosine = Math.cos(Math.asin(sine));
  const angle = (Math.cos((90 + 50 / 60) * radian) - sine * Math.sin(latitude * radian)) / (cosine * Math.cos(latitude * radian));
  const local = (Math.acos(angle) * degree) / 15 + hours - 0.06571 * time - 6.622;
  return within(local - longitude / 15, 24) * 60;
}
