// How to reach a person: the form for adding one and for changing one.
import { z } from "zod";
import type { PersonFacts } from "#app/services/people.server.ts";
import { choice, longText, optionalEmail, optionalPhone, requiredText, ticked, versionField } from "#app/web/form-fields.ts";

const ways = ["email", "phone", "text", "letter", "someone-i-choose"] as const;
const fields = {
  name: requiredText("Enter their full name", { thing: "full name" }),
  email: optionalEmail,
  phone: optionalPhone,
  address: longText("address", { max: 500 }),
  preferredContact: choice(ways, "Choose how they like to be contacted"),
};

const oneWay = "Enter an email address, a phone number or an address";
type Said = { readonly email: string; readonly phone: string; readonly address: string; readonly preferredContact: (typeof ways)[number] };

function checkWays(said: Said, context: z.RefinementCtx): void {
  const missing = (message: string, path: string) => context.addIssue({ code: "custom", message, path: [path] });
  if (said.email === "" && said.phone === "" && said.address === "") missing(oneWay, "email");
  else if (said.preferredContact === "email" && said.email === "")
    missing("Enter an email address, or choose another way to contact them", "email");
  else if ((said.preferredContact === "phone" || said.preferredContact === "text") && said.phone === "") {
    missing("Enter a phone number, or choose another way to contact them", "phone");
  } else if (said.preferredContact === "letter" && said.address === "")
    missing("Enter an address, or choose another way to contact them", "address");
}

export const addPersonForm = z
  .strictObject({ ...fields, agreed: ticked("Confirm they have agreed to be contacted") })
  .superRefine(checkWays);

export const personForm = z
  .strictObject({
    ...fields,
    neutralSubject: z.literal("yes").optional(),
    easyRead: z.literal("yes").optional(),
    safeContact: longText("notes about safe contact", { max: 1000 }),
    version: versionField,
  })
  .superRefine(checkWays);

/** What was said, as the service takes it. */
export function personFactsFrom(said: z.output<typeof addPersonForm> | z.output<typeof personForm>): PersonFacts {
  const { name, email, phone, address, preferredContact } = said;
  const care =
    "safeContact" in said
      ? { neutralSubject: said.neutralSubject === "yes", easyRead: said.easyRead === "yes", safeContact: said.safeContact }
      : { neutralSubject: false, safeContact: "" };
  return { name, email, phone, address, preferredContact, ...care };
}
