// What is said on the pages where administrators decide about money.
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { CostPolicy, MealScaleId } from "#app/domain/payments/cost-policy.ts";
import type { MileRate } from "#app/domain/payments/mileage.ts";
import { expenseKinds } from "#app/domain/payments/expenses.ts";
import { counted, money, number, penceOrPounds } from "./format.ts";
import { expenseKindNames, vehicleNames } from "./payments.ts";

export const mealScaleNames: Readonly<Record<MealScaleId, string>> = {
  none: "No limit for food",
  "hmrc-benchmark": "HMRC benchmark meal scale",
  scottish: "Scottish Government meal scale",
};

export const bodyKindNames = {
  statutory: "A public body, such as a council or NHS trust",
  research: "A body that does research",
  charity: "A charity",
  other: "Another kind of body",
} as const;

/** Rules for costs, one sentence each. */
export function costPolicySentences(policy: CostPolicy): readonly string[] {
  const { nightly, mileage } = policy;
  return [
    policy.withoutReceiptUpTo === 0
      ? "A person decides about each cost without a receipt."
      : `Without a receipt, up to ${money(policy.withoutReceiptUpTo)} is paid once a reason is given.`,
    `Claims come in within ${counted(policy.claimWithinDays, "day", "days")}. Later ones go to a person.`,
    `${mealScaleNames[policy.meals]}.`,
    ...(nightly === undefined ? [] : [`A night: up to ${money(nightly.london)} in London, ${money(nightly.elsewhere)} elsewhere.`]),
    ...expenseKinds.flatMap((kind) => {
      const ceiling = policy.ceilings[kind];
      return ceiling === undefined ? [] : [`${expenseKindNames[kind]}: up to ${money(ceiling)}.`];
    }),
    ...(mileage === "hmrc-approved"
      ? ["Miles: the rates HMRC approves on the day."]
      : [
          ...(["car", "motorcycle", "cycle"] as const).flatMap((vehicle) => {
            const rate = mileage.rates[vehicle];
            return rate === undefined ? [] : [`${vehicleNames[vehicle]}: ${mileRateWords(rate)}.`];
          }),
          ...(mileage.passenger === undefined ? [] : [`Each passenger: ${penceOrPounds(mileage.passenger.pence)} a mile.`]),
        ]),
  ];
}

function mileRateWords({ first, then }: MileRate): string {
  if (then === undefined) return `${penceOrPounds(first.pence)} a mile`;
  return `${penceOrPounds(first.pence)} a mile, then ${penceOrPounds(then.rate.pence)} after ${number(then.afterMiles)} miles in a year`;
}

export const versionStates = { "to-come": "Starts later", "in-use": "In use", ended: "Ended" } as const;

/** Ways of paying as an organisation ticks them. */
export const paymentWayLabels: Readonly<Record<PaymentMethod, string>> = {
  bank: "Into their own account",
  "someone-elses-account": "Into an account they share or somebody else’s",
  cash: "Cash on the day",
  voucher: "Vouchers",
  cheque: "Cheque",
  "payment-card": "A payment card",
  payroll: "Through payroll",
};
