// "Who would you like to invite?": three ways to name people.
import { z } from "zod";
import { longText, optionalText } from "#app/web/form-fields.ts";

export const inviteForm = z
  .strictObject({
    known: z.preprocess(
      (given: unknown): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.string().max(40)).max(500),
    ),
    newPeople: longText("new people", { max: 20_000 }),
    postName: optionalText({ thing: "full name" }),
    postAddress: longText("address", { max: 500 }),
  })
  .superRefine((said, context) => {
    if (said.postName === "" && said.postAddress !== "")
      context.addIssue({ code: "custom", message: "Enter their full name", path: ["postName"] });
    if (said.postName !== "" && said.postAddress === "")
      context.addIssue({ code: "custom", message: "Enter their address", path: ["postAddress"] });
  });

/** The person to be reached by post, if one was named. */
export function byPostFrom(said: z.output<typeof inviteForm>): { readonly name: string; readonly address: string } | null {
  return said.postName === "" ? null : { name: said.postName, address: said.postAddress };
}
