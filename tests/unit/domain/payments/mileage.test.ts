import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import {
  findAboveApproved,
  hmrcSchemeOn,
  priceMileage,
  readMilesTenths,
  schemeInForce,
  schemeYearOf,
  type MileageScheme,
} from "#app/domain/payments/mileage.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { day, hmrcBefore2026, mile } from "./builders.ts";

const local: MileageScheme = {
  ...hmrcBefore2026,
  name: "Ours",
  validFrom: day("2026-01-01"),
  rates: { car: { first: mile(40) } },
  yearBegins: "01-01",
};
delete (local as { passenger?: unknown }).passenger;
const car = { vehicle: "car", milesTenths: 240, milesTenthsBefore: 0, passengers: 0 } as const;

describe("miles", () => {
  test("the approved car rate is 45p on 5 April 2026 and 55p on 6 April 2026", () => {
    expect(valueOf(priceMileage(valueOf(hmrcSchemeOn(day("2026-04-05"))), car)).total).toBe(1080);
    expect(valueOf(priceMileage(valueOf(hmrcSchemeOn(day("2026-04-06"))), car)).total).toBe(1320);
  });

  test("after the last day we vouch for there is no approved rate", () => {
    expect(refusalOf(hmrcSchemeOn(day("2027-04-06"))).reason).toBe("outside-known-dates");
    expect(refusalOf(hmrcSchemeOn(day("2011-04-05"))).reason).toBe("outside-known-dates");
  });

  test.each([
    [99_759, "all", 1080],
    [99_760, "all", 1080],
    [99_761, "up-to-the-edge", 1079],
    [99_999, "up-to-the-edge", 603],
    [100_000, "after-the-edge", 600],
    [100_001, "after-the-edge", 600],
  ])("with %i tenths already paid this year the 24 miles begin as %s and come to %i pence", (before, part, pence) => {
    const priced = valueOf(priceMileage(hmrcBefore2026, { ...car, milesTenthsBefore: before }));
    expect([priced.working[0]?.step === "miles" ? priced.working[0].part : "", priced.total]).toEqual([part, pence]);
  });

  test("when nobody knows the year's miles so far, a car is not priced, and a cycle is", () => {
    const { milesTenthsBefore: _before, ...unknown } = car;
    expect(refusalOf(priceMileage(hmrcBefore2026, unknown))).toBe("miles-before-not-known");
    expect(valueOf(priceMileage(hmrcBefore2026, { ...unknown, vehicle: "cycle" })).total).toBe(480);
  });

  test("a vehicle or passenger without a rate goes to a person instead of being paid nothing", () => {
    expect(refusalOf(priceMileage(local, { ...car, vehicle: "cycle" }))).toBe("no-rate-for-vehicle");
    expect(refusalOf(priceMileage(local, { ...car, passengers: 1 }))).toBe("no-rate-for-passengers");
    expect(refusalOf(priceMileage(local, { ...car, milesTenths: 1.5 }))).toBe("not-tenths-of-miles");
    expect(refusalOf(priceMileage(local, { ...car, passengers: -1 }))).toBe("not-whole-passengers");
  });

  test("the scheme of the day of travel is used, and before the first there is none", () => {
    expect(valueOf(schemeInForce([local, hmrcBefore2026], day("2026-01-01"))).name).toBe("Ours");
    expect(valueOf(schemeInForce([local, hmrcBefore2026], day("2025-12-31"))).name).toBe("HMRC approved mileage rates");
    expect(refusalOf(schemeInForce([local], day("2025-12-31")))).toBe("no-scheme-yet");
  });

  test("the scheme's year turns on its own day", () => {
    expect(schemeYearOf({ yearBegins: "04-06" }, day("2026-04-05"))).toBe("2025-04-06");
    expect(schemeYearOf({ yearBegins: "04-06" }, day("2026-04-06"))).toBe("2026-04-06");
  });

  test("what is above the approved rate is found by the day of travel", () => {
    const paid = { mileage: penceOf(1344), vehicle: "car", milesTenths: 240, milesTenthsBeforeInTaxYear: 0 } as const;
    expect(valueOf(findAboveApproved({ ...paid, on: day("2026-04-05") })).above).toBe(264);
    expect(valueOf(findAboveApproved({ ...paid, on: day("2026-04-06") })).above).toBe(24);
    expect(valueOf(findAboveApproved({ ...paid, mileage: penceOf(1), on: day("2026-04-06") })).above).toBe(0);
    const { milesTenthsBeforeInTaxYear: _before, ...unknown } = paid;
    expect(refusalOf(findAboveApproved({ ...unknown, on: day("2026-04-06") }))).toBe("miles-before-not-known");
    expect(findAboveApproved({ ...paid, on: day("2027-04-06") }).ok).toBe(false);
  });

  test("for any split at the edge, the parts are the whole journey and the total is the sum of its lines", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 98_000, max: 101_000 }),
        fc.integer({ min: 0, max: 4 }),
        (milesTenths, before, passengers) => {
          const priced = valueOf(priceMileage(hmrcBefore2026, { vehicle: "car", milesTenths, milesTenthsBefore: before, passengers }));
          const miles = priced.working.filter((step) => step.step === "miles");
          expect(miles.reduce((total, step) => total + step.milesTenths, 0)).toBe(milesTenths);
          expect(priced.working.reduce((total, step) => total + step.amount, 0)).toBe(priced.total);
        },
      ),
    );
  });
});

describe("miles as people type them", () => {
  test.each([
    ["12", 120],
    ["37.4", 374],
    [" 1,200 miles", 12_000],
    ["5.", 50],
    ["0.5", 5],
    ["12.50", 125],
    ["5000", 50_000],
  ])("%s is read", (typed, tenths) => {
    expect(valueOf(readMilesTenths(typed))).toBe(tenths);
  });

  test.each([
    ["", "missing"],
    ["far", "not-a-number"],
    ["-3", "not-a-number"],
    ["12.55", "smaller-than-a-tenth"],
    ["5000.1", "too-far"],
  ])("%s is not guessed at", (typed, refusal) => {
    expect(refusalOf(readMilesTenths(typed))).toBe(refusal);
  });
});
