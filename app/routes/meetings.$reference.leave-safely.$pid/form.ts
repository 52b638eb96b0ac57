// A plan to leave safely as it is typed. Whether it is whole is the planning core's to say.
import { z } from "zod";
import { alarmWays, helpWays } from "#app/domain/meetings/leave-plan.ts";
import { choice, choices, longText, optionalText } from "#app/web/form-fields.ts";

/** The form of one person's plan. */
export function leaveForm(name: string) {
  return z.strictObject({
    alarm: choices(alarmWays),
    alarmOther: optionalText({ thing: "something else", max: 200 }),
    route: longText("which way out"),
    help: choices(helpWays),
    helper: optionalText({ thing: "who will help" }),
    backUp: optionalText({ thing: "the back-up" }),
    // Left out, it is the service that says so, together with whatever else is missing.
    agreed: choice(["yes", "not-yet"], `Say whether ${name} has agreed`).optional(),
    version: z.coerce.number().int().nonnegative(),
  });
}
