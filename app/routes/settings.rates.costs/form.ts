// Rules for costs as a form: limits, miles, food and nights, from a day on.
import { z } from "zod";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { mealScales, type CostPolicy } from "#app/domain/payments/cost-policy.ts";
import { expenseKinds, type ExpenseKind } from "#app/domain/payments/expenses.ts";
import { vehicles, type MileRate, type Vehicle } from "#app/domain/payments/mileage.ts";
import type { Problem, Typed } from "#app/web/forms.server.ts";
import { choice, date, optionalPounds, optionalText, pounds } from "#app/web/form-fields.ts";

/** Kinds of cost with a limit of their own; miles, food and nights have rules of another shape. */
export const limitedKinds = expenseKinds.filter((kind) => !["own-vehicle", "food-drink", "overnight-stay"].includes(kind));
const penceText = optionalText({ thing: "pence a mile", max: 10 });

const mileFields = Object.fromEntries(
  vehicles.flatMap((vehicle) => [
    [`${vehicle}First`, penceText],
    [`${vehicle}After`, optionalText({ thing: "miles", max: 10 })],
    [`${vehicle}Then`, penceText],
  ]),
);

export const costsForm = z.strictObject({
  starts: date({ thing: "the start date" }),
  noReceipt: pounds("amount"),
  days: z
    .string({ error: "Enter how many days" })
    .trim()
    .regex(/^[1-9]\d{0,3}$/u, "Days must be a whole number, like 92")
    .transform(Number),
  meals: choice(mealScales, "Choose a limit for food, or none"),
  nightLondon: optionalPounds("amount"),
  nightElsewhere: optionalPounds("amount"),
  miles: choice(["hmrc-approved", "own"], "Choose what you pay for miles"),
  passenger: penceText,
  ...mileFields,
  ...Object.fromEntries(limitedKinds.map((kind) => [`most-${kind}`, optionalPounds("amount")])),
});

type Said = Readonly<Record<string, unknown>>;

/** The rules that were typed, or each thing that cannot be read. */
export function policyFrom(
  said: Said,
): { readonly ok: true; readonly value: CostPolicy } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const typed = (field: string): string => {
    const value = said[field];
    return typeof value === "string" ? value.trim() : "";
  };
  const perMile = (field: string): Pence | undefined => {
    const plain = typed(field).replace(/p$/u, "");
    if (plain === "") return undefined;
    if (/^\d{1,3}$/u.test(plain)) return penceOf(Number(plain));
    problems.push({ field, message: "Pence a mile must be a whole number, like 45" });
    return undefined;
  };
  const rates: { [Kind in Vehicle]?: MileRate } = {};
  if (said["miles"] === "own") {
    for (const vehicle of vehicles) {
      const rate = mileRate(vehicle, { typed, perMile, problems });
      if (rate !== undefined) rates[vehicle] = rate;
    }
    if (Object.keys(rates).length === 0 && problems.length === 0)
      problems.push({ field: "carFirst", message: "Enter at least 1 rate a mile" });
  }
  const passenger = perMile("passenger");
  const london = said["nightLondon"] as Pence | null;
  const elsewhere = said["nightElsewhere"] as Pence | null;
  if ((london === null) !== (elsewhere === null))
    problems.push({ field: london === null ? "nightLondon" : "nightElsewhere", message: "Enter both amounts for a night, or neither" });
  if (problems.length > 0) return { ok: false, problems };
  const ceilings: { [Kind in ExpenseKind]?: Pence } = {};
  for (const kind of limitedKinds) {
    const most = said[`most-${kind}`] as Pence | null;
    if (most !== null) ceilings[kind] = most;
  }
  return {
    ok: true,
    value: {
      validFrom: said["starts"] as CostPolicy["validFrom"],
      withoutReceiptUpTo: said["noReceipt"] as Pence,
      claimWithinDays: said["days"] as number,
      ceilings,
      meals: said["meals"] as CostPolicy["meals"],
      ...(london === null || elsewhere === null ? {} : { nightly: { london, elsewhere } }),
      mileage:
        said["miles"] === "own"
          ? { rates, yearBegins: "04-06", ...(passenger === undefined ? {} : { passenger: { pence: passenger, per: "mile" } }) }
          : "hmrc-approved",
    },
  };
}

type Reading = {
  readonly typed: (field: string) => string;
  readonly perMile: (field: string) => Pence | undefined;
  readonly problems: Problem[];
};

function mileRate(vehicle: Vehicle, { typed, perMile, problems }: Reading): MileRate | undefined {
  const first = perMile(`${vehicle}First`);
  const then = perMile(`${vehicle}Then`);
  const after = typed(`${vehicle}After`).replaceAll(",", "");
  if (first === undefined) return undefined;
  if (after === "" && then === undefined) return { first: { pence: first, per: "mile" } };
  if (!/^[1-9]\d{0,5}$/u.test(after)) {
    problems.push({ field: `${vehicle}After`, message: "Enter after how many miles, like 10000" });
    return undefined;
  }
  if (then === undefined) {
    problems.push({ field: `${vehicle}Then`, message: "Enter the pence a mile after that" });
    return undefined;
  }
  return { first: { pence: first, per: "mile" }, then: { afterMiles: Number(after), rate: { pence: then, per: "mile" } } };
}

const typedPounds = (amount: Pence | undefined): string => (amount === undefined ? "" : (amount / 100).toFixed(2));

/** Rules as they stand in the form's boxes, to start the next set from. */
export function typedFromPolicy(policy: CostPolicy): Typed {
  const { mileage } = policy;
  const own = mileage === "hmrc-approved" ? undefined : mileage;
  return {
    noReceipt: [typedPounds(policy.withoutReceiptUpTo)],
    days: [String(policy.claimWithinDays)],
    meals: [policy.meals],
    nightLondon: [typedPounds(policy.nightly?.london)],
    nightElsewhere: [typedPounds(policy.nightly?.elsewhere)],
    miles: [own === undefined ? "hmrc-approved" : "own"],
    passenger: [own?.passenger === undefined ? "" : String(own.passenger.pence)],
    ...Object.fromEntries(
      vehicles.flatMap((vehicle) => {
        const rate = own?.rates[vehicle];
        return [
          [`${vehicle}First`, [rate === undefined ? "" : String(rate.first.pence)]],
          [`${vehicle}After`, [rate?.then === undefined ? "" : String(rate.then.afterMiles)]],
          [`${vehicle}Then`, [rate?.then === undefined ? "" : String(rate.then.rate.pence)]],
        ];
      }),
    ),
    ...Object.fromEntries(limitedKinds.map((kind) => [`most-${kind}`, [typedPounds(policy.ceilings[kind])]])),
  };
}
