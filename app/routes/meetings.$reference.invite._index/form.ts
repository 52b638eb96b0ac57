// "Who would you like to invite?": three ways to name people.
import { z } from "zod";
import { longText, optionalPostcode, optionalText } from "#app/web/form-fields.ts";

export const inviteForm = z
  .strictObject({
    known: z.preprocess(
      (given: unknown): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.string().max(40)).max(500),
    ),
    newPeople: longText("new people", { max: 20_000 }),
    postName: optionalText({ thing: "full name" }),
    postLine1: optionalText({ thing: "first line of the address" }),
    postLine2: optionalText({ thing: "second line of the address" }),
    postTown: optionalText({ thing: "town or city" }),
    postPostcode: optionalPostcode(),
  })
  .superRefine((said, context) => {
    const missing = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
    if (said.postName + said.postLine1 + said.postLine2 + said.postTown + said.postPostcode === "") return;
    if (said.postName === "") missing("Enter their full name", "postName");
    if (said.postLine1 === "") missing("Enter the first line of the address", "postLine1");
    if (said.postPostcode === "") missing("Enter a postcode", "postPostcode");
  });

/** The person to be reached by post, if one was named. */
export function byPostFrom(said: z.output<typeof inviteForm>): { readonly name: string; readonly address: string } | null {
  if (said.postName === "") return null;
  const lines = [said.postLine1, said.postLine2, said.postTown, said.postPostcode].filter((line) => line !== "");
  return { name: said.postName, address: lines.join("\n") };
}
