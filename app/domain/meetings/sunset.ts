// When the sun sets at a place on a day, and which time of sunset a meeting is planned by. Where nobody has said where the venue is
// and nobody typed a time, it is not known: it is never taken from another place or another day.
import { calendarDateOf, clockIn, instantOf, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";

/** Degrees north, and degrees east: west of Greenwich is below nought. */
export type Coordinates = { readonly latitude: number; readonly longitude: number };

/** The time of sunset as somebody looked it up, for one day at one venue: it counts for no other. */
export type TypedSunset = { readonly at: ClockTime; readonly date: CalendarDate; readonly venueId: string | null };

/** Where the equations come from; they are said to be right within a minute below 72 degrees, save for what the weather does. */
export const sunsetSource: Source = {
  title: "NOAA Global Monitoring Laboratory: Solar Calculation Details",
  url: "https://gml.noaa.gov/grad/solcalc/calcdetails.html",
  checkedOn: calendarDateOf("2026-11-22"),
};

/** The United Kingdom from Scilly to Shetland and from Rockall's longitude to Lowestoft's, with a little room. */
const bounds = { latitude: { from: 49.5, to: 61.2 }, longitude: { from: -9, to: 2.2 } } as const;

/** Says whether a place can be a venue's: somewhere in the United Kingdom. */
export function isInTheUnitedKingdom({ latitude, longitude }: Coordinates): boolean {
  const within = (value: number, { from, to }: { readonly from: number; readonly to: number }) => value >= from && value <= to;
  return within(latitude, bounds.latitude) && within(longitude, bounds.longitude);
}

export type KnownSunset = { readonly at: ClockTime; readonly by: "typed" | "worked-out" };

/** The time of sunset a meeting is planned by: one typed for this day and venue, else worked out from where the venue is; else not known. */
export function sunsetOf(
  meeting: { readonly date: CalendarDate; readonly venueId: string | null; readonly typed: TypedSunset | null },
  coordinates: Coordinates | null,
): KnownSunset | undefined {
  const { date, venueId, typed } = meeting;
  if (typed !== null && typed.date === date && typed.venueId === venueId) return { at: typed.at, by: "typed" };
  const at = coordinates === null ? undefined : sunsetAt(date, coordinates);
  return at === undefined ? undefined : { at, by: "worked-out" };
}

// The sun's upper edge on a level horizon: half its own width and the bending of light together. Same source.
const zenithDegrees = 90.833;

/** When the sun sets there, as a London clock shows it, the whole minute before; undefined on a day without a sunset. Source: sunsetSource. */
export function sunsetAt(date: CalendarDate, { latitude, longitude }: Coordinates): ClockTime | undefined {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // Begun at noon, and once more at the moment found: the sun moves on by up to half a minute meanwhile.
  let minutes: number | undefined = 720;
  for (const _pass of ["first", "second"]) {
    minutes = sunsetMinutes(centuriesSince2000(midnight + minutes * 60_000), latitude, longitude);
    if (minutes === undefined) return undefined;
  }
  return clockIn(instantOf(new Date(midnight + Math.floor(minutes) * 60_000).toISOString()));
}

function centuriesSince2000(moment: number): number {
  const julianDay = moment / 86_400_000 + 2_440_587.5;
  return (julianDay - 2_451_545) / 36_525;
}

/** Minutes after midnight, universal time. */
function sunsetMinutes(century: number, latitude: number, longitude: number): number | undefined {
  const { declination, equationOfTime } = sunAt(century);
  const cosine = cos(zenithDegrees) / (cos(latitude) * cos(declination)) - tan(latitude) * tan(declination);
  if (cosine < -1 || cosine > 1) return undefined;
  return 720 - 4 * longitude - equationOfTime + 4 * degrees(Math.acos(cosine));
}

/** Where the sun stands (degrees) and how far a sundial is ahead of a clock (minutes), at a number of centuries since 2000. */
function sunAt(century: number): { readonly declination: number; readonly equationOfTime: number } {
  const meanLongitude = (280.46646 + century * (36_000.76983 + century * 0.0003032)) % 360;
  const anomaly = 357.52911 + century * (35_999.05029 - century * 0.0001537);
  const eccentricity = 0.016708634 - century * (0.000042037 + century * 0.0000001267);
  const centre =
    sin(anomaly) * (1.914602 - century * (0.004817 + century * 0.000014)) +
    sin(2 * anomaly) * (0.019993 - century * 0.000101) +
    sin(3 * anomaly) * 0.000289;
  const node = 125.04 - 1_934.136 * century;
  const apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * sin(node);
  const seconds = 21.448 - century * (46.815 + century * (0.00059 - century * 0.001813));
  const obliquity = 23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node);
  const y = tan(obliquity / 2) ** 2;
  const equationOfTime =
    4 *
    degrees(
      y * sin(2 * meanLongitude) -
        2 * eccentricity * sin(anomaly) +
        4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
        0.5 * y ** 2 * sin(4 * meanLongitude) -
        1.25 * eccentricity ** 2 * sin(2 * anomaly),
    );
  return { declination: degrees(Math.asin(sin(obliquity) * sin(apparentLongitude))), equationOfTime };
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const sin = (angle: number): number => Math.sin(radians(angle));
const cos = (angle: number): number => Math.cos(radians(angle));
const tan = (angle: number): number => Math.tan(radians(angle));
