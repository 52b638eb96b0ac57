// How one requirement will be met, and "Before you say no".
import { z } from "zod";
import { choice, longText, optionalChoice, optionalText, ticked } from "#app/web/form-fields.ts";

export const hows = ["booking", "venue", "way-of-working", "talk", "cannot"] as const;
export const states = ["to-do", "waiting", "part-met", "met"] as const;

/** The form of a requirement. "Met" is only taken with a role and something to show. */
export const requirementForm = z
  .strictObject({
    how: choice(hows, "Choose how you will meet this"),
    plan: longText("what you have planned"),
    role: optionalText({ thing: "who will make sure", max: 100 }),
    evidence: longText("what shows it"),
    hasPlansToLeave: ticked("").optional(),
    state: optionalChoice(states),
    version: z.coerce.number().int().nonnegative(),
  })
  .superRefine((said, context) => {
    if (said.how === "cannot") return;
    const missing = (field: string, message: string) => context.addIssue({ code: "custom", message, path: [field] });
    if (said.plan === "" && said.how !== "booking") missing("plan", "Say what you have planned");
    if (said.state === undefined) missing("state", "Choose a status");
    if (said.state === "met" && said.role === "") missing("role", "Choose who will make sure on the day");
    if (said.state === "met" && said.evidence === "") missing("evidence", "Say what shows that it is met");
  });

/** "Before you say no". */
export const cannotForm = z.strictObject({
  tried: longText("what you tried", { missing: "Say what you tried" }),
  offered: longText("what you could offer instead", { missing: "Say what you could offer instead, or 'nothing'" }),
  agreedBy: optionalText({ thing: "who agreed this" }).refine((text) => text !== "", "Choose who agreed this"),
  message: longText("the message", { missing: "Write the message the person will see" }),
  version: z.coerce.number().int().nonnegative(),
});
