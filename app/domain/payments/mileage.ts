// Money for miles in somebody's own vehicle. What an organisation pays is its own rate; what HMRC approves is a dated
// figure used only to say when a rate is above it. Miles are whole tenths (payments.md section g, rule 2).
import { calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { figureOn, type Cited, type Dated, type OutsideKnownDates } from "#app/domain/basics/figures.ts";
import { fractionOf, larger, nothing, penceOf, subtract, sum, type Pence, type Rate } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";

export const vehicles = ["car", "motorcycle", "cycle"] as const;
export type Vehicle = (typeof vehicles)[number];

/** One vehicle's rate: the same for every mile, or lower after so many miles in the scheme's year. */
export type MileRate = { readonly first: Rate<"mile">; readonly then?: { readonly afterMiles: number; readonly rate: Rate<"mile"> } };

export type MileageScheme = {
  readonly name: string;
  readonly validFrom: CalendarDate;
  readonly source: Source;
  /** The day the scheme's year starts, as month and day: "04-06" for the tax year. */
  readonly yearBegins: string;
  /** A vehicle that is absent has no published rate, and a person decides. */
  readonly rates: { readonly [Kind in Vehicle]?: MileRate };
  readonly passenger?: Rate<"mile">;
};

export type Journey = {
  readonly vehicle: Vehicle;
  readonly milesTenths: number;
  /** Tenths already paid in this scheme year for this vehicle, across all teams (section g, rule 8). Absent when not known. */
  readonly milesTenthsBefore?: number;
  readonly passengers: number;
};

export type MileageStep =
  | {
      readonly step: "miles";
      readonly milesTenths: number;
      readonly rate: Rate<"mile">;
      readonly part: "all" | "up-to-the-edge" | "after-the-edge";
      readonly amount: Pence;
    }
  | {
      readonly step: "passengers";
      readonly passengers: number;
      readonly milesTenths: number;
      readonly rate: Rate<"mile">;
      readonly amount: Pence;
    };

export type PricedMileage = {
  readonly scheme: { readonly name: string; readonly validFrom: CalendarDate; readonly source: Source };
  readonly working: readonly MileageStep[];
  readonly mileage: Pence;
  readonly passengers: Pence;
  readonly total: Pence;
};

export type MileageRefusal =
  | "no-scheme-yet"
  | "no-rate-for-vehicle"
  | "no-rate-for-passengers"
  | "miles-before-not-known"
  | "not-tenths-of-miles"
  | "not-whole-passengers";

const hmrcSource2011: Source = {
  title: "HMRC, 480 Appendix 3, mileage allowance payments; EIM31405; GOV.UK, Travel: mileage and fuel rates and allowances",
  url: "https://www.gov.uk/government/publications/rates-and-allowances-travel-mileage-and-fuel-allowances",
  checkedOn: calendarDateOf("2026-11-22"),
};
const hmrcSource2026: Source = {
  title: "Approved mileage rates announced 21 May 2026, back-dated to 6 April 2026; GOV.UK, Travel: mileage and fuel rates and allowances",
  url: "https://www.gov.uk/government/publications/rates-and-allowances-travel-mileage-and-fuel-allowances",
  checkedOn: calendarDateOf("2026-11-22"),
};

const perMile = (pence: number): Rate<"mile"> => ({ pence: penceOf(pence), per: "mile" });
const taxYearEnd = calendarDateOf("2027-04-05");
const since2011 = calendarDateOf("2011-04-06");

/**
 * What HMRC approves for each vehicle. The car rate is 55p from 6 April 2026 (benefit-rates.json, confirmed); payments.md
 * has 45p from a copy of 2019 and asks for a check, so 45p is held only up to 5 April 2026.
 */
export const hmrcApprovedRates: { readonly [Kind in Vehicle]: Dated<MileRate> } = {
  car: {
    entries: [
      {
        value: { first: perMile(45), then: { afterMiles: 10_000, rate: perMile(25) } },
        from: since2011,
        source: hmrcSource2011,
        grade: "confirmed",
      },
      {
        value: { first: perMile(55), then: { afterMiles: 10_000, rate: perMile(25) } },
        from: calendarDateOf("2026-04-06"),
        source: hmrcSource2026,
        grade: "confirmed",
      },
    ],
    goodUntil: taxYearEnd,
  },
  motorcycle: {
    entries: [{ value: { first: perMile(24) }, from: since2011, source: hmrcSource2011, grade: "confirmed" }],
    goodUntil: taxYearEnd,
  },
  cycle: {
    entries: [{ value: { first: perMile(20) }, from: since2011, source: hmrcSource2011, grade: "confirmed" }],
    goodUntil: taxYearEnd,
  },
};

/** What HMRC approves for each passenger. */
export const hmrcApprovedPassenger: Dated<Rate<"mile">> = {
  entries: [{ value: perMile(5), from: since2011, source: hmrcSource2011, grade: "confirmed" }],
  goodUntil: taxYearEnd,
};

/** HMRC's figures as a scheme an organisation can choose for its own, as they stand on a day. Refused outside the days we hold. */
export function hmrcSchemeOn(on: CalendarDate): Result<MileageScheme, OutsideKnownDates> {
  const car = figureOn(hmrcApprovedRates.car, on);
  if (!car.ok) return car;
  const motorcycle = figureOn(hmrcApprovedRates.motorcycle, on);
  if (!motorcycle.ok) return motorcycle;
  const cycle = figureOn(hmrcApprovedRates.cycle, on);
  if (!cycle.ok) return cycle;
  const passenger = figureOn(hmrcApprovedPassenger, on);
  if (!passenger.ok) return passenger;
  return done({
    name: "HMRC approved mileage rates",
    validFrom: car.value.from,
    source: car.value.source,
    yearBegins: "04-06",
    rates: { car: car.value.value, motorcycle: motorcycle.value.value, cycle: cycle.value.value },
    passenger: passenger.value.value,
  });
}

/** The scheme in force on the day of travel: the one that started last. */
export function schemeInForce(schemes: readonly MileageScheme[], on: CalendarDate): Result<MileageScheme, "no-scheme-yet"> {
  let found: MileageScheme | undefined;
  for (const scheme of schemes) if (scheme.validFrom <= on && (found === undefined || scheme.validFrom >= found.validFrom)) found = scheme;
  return found === undefined ? refused("no-scheme-yet") : done(found);
}

/** The first day of the scheme year that a day falls in. */
export function schemeYearOf(scheme: Pick<MileageScheme, "yearBegins">, on: CalendarDate): CalendarDate {
  const year = Number(on.slice(0, 4));
  return calendarDateOf(`${on.slice(5) >= scheme.yearBegins ? year : year - 1}-${scheme.yearBegins}`);
}

/**
 * Prices a journey by a scheme: miles on each side of the yearly edge are lines of their own, each rounded half up, and
 * passengers another. Refused where the scheme has no rate, or where the lower rate may have begun and nobody knows.
 */
export function priceMileage(scheme: MileageScheme, journey: Journey): Result<PricedMileage, MileageRefusal> {
  const { vehicle, milesTenths, passengers } = journey;
  if (!isTenths(milesTenths) || (journey.milesTenthsBefore !== undefined && !isTenths(journey.milesTenthsBefore)))
    return refused("not-tenths-of-miles");
  if (!Number.isSafeInteger(passengers) || passengers < 0) return refused("not-whole-passengers");
  const rate = scheme.rates[vehicle];
  if (rate === undefined) return refused("no-rate-for-vehicle");
  if (passengers > 0 && scheme.passenger === undefined) return refused("no-rate-for-passengers");
  const miles = priceMiles(rate, milesTenths, journey.milesTenthsBefore);
  if (!miles.ok) return miles;
  const working: MileageStep[] = [...miles.value];
  const mileage = sum(miles.value.map((step) => step.amount));
  let forPassengers = nothing;
  if (passengers > 0 && scheme.passenger !== undefined) {
    forPassengers = fractionOf(scheme.passenger.pence, { numerator: milesTenths * passengers, denominator: 10 });
    working.push({ step: "passengers", passengers, milesTenths, rate: scheme.passenger, amount: forPassengers });
  }
  return done({
    scheme: { name: scheme.name, validFrom: scheme.validFrom, source: scheme.source },
    working,
    mileage,
    passengers: forPassengers,
    total: sum([mileage, forPassengers]),
  });
}

export type AboveApproved = { readonly approved: Pence; readonly above: Pence; readonly figure: Cited<MileRate> };

/**
 * The part of a payment for miles that is above what HMRC approves on the day of travel, for the tax check on the form
 * (payments.md section e). Passengers are compared apart. Refused outside the days we hold, or when the year's miles are not known.
 */
export function findAboveApproved(paid: {
  readonly mileage: Pence;
  readonly vehicle: Vehicle;
  readonly milesTenths: number;
  readonly milesTenthsBeforeInTaxYear?: number;
  readonly on: CalendarDate;
}): Result<AboveApproved, OutsideKnownDates | "miles-before-not-known"> {
  const figure = figureOn(hmrcApprovedRates[paid.vehicle], paid.on);
  if (!figure.ok) return figure;
  const steps = priceMiles(figure.value.value, paid.milesTenths, paid.milesTenthsBeforeInTaxYear);
  if (!steps.ok) return steps;
  const approved = sum(steps.value.map((step) => step.amount));
  return done({ approved, above: larger(nothing, subtract(paid.mileage, approved)), figure: figure.value });
}

/** Reads miles as people type them: "12", "37.4", "1,200". Refuses parts smaller than a tenth, so that nothing is rounded unseen. */
export function readMilesTenths(typed: string): Result<number, "missing" | "not-a-number" | "smaller-than-a-tenth" | "too-far"> {
  const plain = typed.normalize("NFKC").replace(/[,\s]|miles?$/giu, "");
  if (plain === "") return refused("missing");
  const parts = /^(\d{1,9})(?:\.(\d*))?$/u.exec(plain);
  if (!parts) return refused("not-a-number");
  const after = parts[2] ?? "";
  if (/[1-9]/u.test(after.slice(1))) return refused("smaller-than-a-tenth");
  const tenths = Number(parts[1]) * 10 + Number(after.charAt(0) === "" ? "0" : after.charAt(0));
  // Further than round the coast of Great Britain and back in one claim is a slip of the keyboard.
  return tenths > 50_000 ? refused("too-far") : done(tenths);
}

function priceMiles(
  rate: MileRate,
  milesTenths: number,
  before: number | undefined,
): Result<readonly (MileageStep & { readonly step: "miles" })[], "miles-before-not-known"> {
  if (rate.then === undefined) return done([milesAt(rate.first, milesTenths, "all")]);
  if (before === undefined) return refused("miles-before-not-known");
  const left = Math.max(0, rate.then.afterMiles * 10 - before);
  if (milesTenths <= left) return done([milesAt(rate.first, milesTenths, "all")]);
  if (left === 0) return done([milesAt(rate.then.rate, milesTenths, "after-the-edge")]);
  return done([milesAt(rate.first, left, "up-to-the-edge"), milesAt(rate.then.rate, milesTenths - left, "after-the-edge")]);
}

function milesAt(
  rate: Rate<"mile">,
  milesTenths: number,
  part: "all" | "up-to-the-edge" | "after-the-edge",
): MileageStep & { readonly step: "miles" } {
  return { step: "miles", milesTenths, rate, part, amount: fractionOf(rate.pence, { numerator: milesTenths, denominator: 10 }) };
}

function isTenths(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
