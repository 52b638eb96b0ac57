// "What will you pay people?": time, costs, and how soon. And the smaller form that takes over a published rate card.
import { z } from "zod";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import type { PaymentFacts } from "#app/services/meetings.server.ts";
import { choice, choices, optionalChoice, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";
import { costGroups } from "#app/words/meetings.ts";

export const paidParts = ["meeting", "reading", "preparation", "travel"] as const;
export const hoursFields = { reading: "readingHours", preparation: "preparationHours", travel: "travelHours" } as const;
const soon = ["on-the-day", "10-working-days", "30-days", "other"] as const;

export const paymentForm = z
  .strictObject({
    offered: choice(["time-and-costs", "costs-only", "nothing"], "Choose whether you will pay people for their time"),
    rate: optionalText({ thing: "payment rate" }),
    paidFor: choices(paidParts),
    readingHours: optionalText({ thing: "hours" }),
    preparationHours: optionalText({ thing: "hours" }),
    travelHours: optionalText({ thing: "hours" }),
    costs: choices(costGroups.map(({ value }) => value)),
    costsOther: optionalText({ thing: "other costs" }),
    costsBefore: optionalChoice(["book-for-you", "cash-on-the-day", "advance", "claim-later"]),
    budgetCode: optionalText({ max: 40, thing: "budget code" }),
    paidWithin: optionalChoice(soon),
    paidWithinOther: optionalText({ thing: "how soon" }),
    /** That the words about paying nothing were shown on the page before. */
    warned: optionalText({ thing: "warned" }),
    version: versionField,
  })
  .superRefine((said, context) => {
    const missing = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
    if (said.offered === "nothing") return;
    if (said.offered === "time-and-costs") {
      if (said.rate === "") missing("Choose a payment rate", "rate");
      if (said.paidFor.length === 0) missing("Choose what time you pay for", "paidFor");
      for (const part of ["reading", "preparation", "travel"] as const) {
        if (said.paidFor.includes(part) && minutesFrom(said[hoursFields[part]]) === null)
          missing("Hours must be a number, like 1.5", hoursFields[part]);
      }
    }
    if (said.costs.length === 0) missing("Choose which costs you cover", "costs");
    if (said.costs.includes("other") && said.costsOther === "") missing("Say which other costs you cover", "costsOther");
    if (said.costsBefore === undefined) missing("Choose whether costs can be paid before the meeting", "costsBefore");
    if (said.paidWithin === undefined) missing("Choose how soon people will be paid", "paidWithin");
    if (said.paidWithin === "other" && said.paidWithinOther === "") missing("Say how soon people will be paid", "paidWithinOther");
  });

export const adoptForm = z
  .strictObject({
    published: requiredText("Choose which published rates to use", { thing: "published rates" }),
    halfDayHours: optionalText({ thing: "hours in half a day" }),
    version: versionField.optional(),
  })
  .superRefine((said, context) => {
    if (said.halfDayHours !== "" && minutesFrom(said.halfDayHours) === null) {
      context.addIssue({ code: "custom", message: "Hours must be a number, like 1.5", path: ["halfDayHours"] });
    }
  });

/** Whole minutes from hours as people type them: "1.5", "2", ".25". Null for what is not a number over nothing, and under 100 hours. */
export function minutesFrom(hours: string): number | null {
  if (!/^(?:\d{1,2}(?:\.\d{1,2})?|\.\d{1,2})$/u.test(hours)) return null;
  const minutes = Math.round(Number(hours) * 60);
  return minutes > 0 ? minutes : null;
}

/** What was said, as the service takes it. `cardId` is the card the rate is on. */
export function paymentFactsFrom(said: z.output<typeof paymentForm>, cardId: string | null): PaymentFacts {
  const base = { offered: said.offered, budgetCode: said.budgetCode };
  if (said.offered === "nothing") return { ...base, costs: [], costsOther: "" };
  const minutesOf = (part: keyof typeof hoursFields): number =>
    said.paidFor.includes(part) ? (minutesFrom(said[hoursFields[part]]) ?? 0) : 0;
  const within = withinFrom(said.paidWithin, said.paidWithinOther);
  return {
    ...base,
    ...(said.offered === "time-and-costs" && cardId !== null
      ? {
          rate: { cardId, lineCode: said.rate },
          paidTime: {
            meeting: said.paidFor.includes("meeting"),
            readingMinutes: minutesOf("reading"),
            preparationMinutes: minutesOf("preparation"),
            travelMinutes: minutesOf("travel"),
          },
        }
      : {}),
    costs: costGroups.filter(({ value }) => said.costs.includes(value)).flatMap(({ kinds }): readonly ExpenseKind[] => kinds),
    costsOther: said.costs.includes("other") ? said.costsOther : "",
    ...(said.costsBefore === undefined ? {} : { costsBefore: said.costsBefore }),
    ...(within === undefined ? {} : { paidWithin: within }),
  };
}

function withinFrom(chosen: (typeof soon)[number] | undefined, words: string): PaidWithin | undefined {
  switch (chosen) {
    case "on-the-day":
      return { kind: "on-the-day" };
    case "10-working-days":
      return { kind: "working-days", days: 10 };
    case "30-days":
      return { kind: "days", days: 30 };
    case "other":
      return { kind: "other", words };
    case undefined:
      return undefined;
  }
}

/** The radio that stands for a saved promise, and its own words. */
export function soonOf(within: PaidWithin | null): { readonly paidWithin: string; readonly paidWithinOther: string } {
  if (within === null) return { paidWithin: "", paidWithinOther: "" };
  if (within.kind === "on-the-day") return { paidWithin: "on-the-day", paidWithinOther: "" };
  if (within.kind === "working-days" && within.days === 10) return { paidWithin: "10-working-days", paidWithinOther: "" };
  if (within.kind === "days" && within.days === 30) return { paidWithin: "30-days", paidWithinOther: "" };
  return { paidWithin: "other", paidWithinOther: within.kind === "other" ? within.words : `within ${within.days} days` };
}
