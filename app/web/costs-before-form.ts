// The form that asks for costs to be paid before a meeting, as it is read on a person's own page and by phone with them.
import { z } from "zod";
import { costNeeds, waysBefore } from "#app/domain/payments/costs-before.ts";
import { choices, longText, optionalChoice, optionalDate, optionalPounds } from "./form-fields.ts";

export const costsBeforeForm = z
  .strictObject({
    needs: choices(costNeeds),
    about: longText("What you tell us"),
    amount: optionalPounds("amount"),
    needed: optionalDate({ thing: "the date you need it by" }),
    way: optionalChoice(waysBefore),
  })
  .superRefine(({ needs }, context) => {
    if (needs.length === 0) context.addIssue({ code: "custom", message: "Choose what you need", path: ["needs"] });
  });

/** What was asked, as the service takes it. */
export function costsAskedFrom({ needs, about, amount, needed, way }: z.output<typeof costsBeforeForm>) {
  return { needs, words: about, estimate: amount, neededBy: needed, wish: way ?? null };
}

/** The box and the sentence for each reason that nothing can be asked. */
export const costsBeforeProblems = {
  "after-the-meeting": ["needed", "The date must be before the meeting"],
  "not-now": ["needs", "You cannot ask for this now. Please contact us instead"],
} as const;
