// What was decided about a clash.
import { z } from "zod";
import { whoAgreed } from "#app/domain/meetings/decisions.ts";
import { choice, longText, optionalText } from "#app/web/form-fields.ts";

export const somethingElse = "something-else";

/** The form of a clash with the ids of its ways out. */
export function clashForm(ways: readonly string[]) {
  return z
    .strictObject({
      way: choice([...ways, somethingElse], "Choose a way forward"),
      otherWay: longText("the other way"),
      asked: choice(["both", "one", "not-yet"], "Say whether you have asked the people it affects"),
      agreedBy: z.enum([...whoAgreed, ""], { error: "Choose who agreed" }).default(""),
      message: longText("the message"),
      role: optionalText({ thing: "who makes sure" }),
      evidence: longText("what shows it"),
      couldNot: z.literal("yes").optional(),
      version: z.coerce.number().int().nonnegative(),
    })
    .superRefine((said, context) => {
      if (said.way === somethingElse && said.otherWay === "")
        context.addIssue({ code: "custom", message: "Choose a way forward", path: ["otherWay"] });
    });
}
