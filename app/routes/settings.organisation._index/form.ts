// The form of "Organisation details".
import { z } from "zod";
import { nations } from "#app/domain/basics/dates.ts";
import type { OrganisationFacts } from "#app/services/organisation-details.server.ts";
import { choice, longText, optionalEmail, optionalPhone, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";

const webAddress = optionalText({ max: 300, thing: "the address of the video relay" }).refine(
  (typed) => typed === "" || (/^https:\/\/[^\s]+\.[^\s]+$/u.test(typed) && URL.canParse(typed)),
  "Enter a web address that begins with https://",
);

export const organisationForm = z.strictObject({
  name: requiredText("Enter your organisation's name", { max: 120, thing: "organisation name" }),
  department: optionalText({ max: 120, thing: "department" }),
  nation: choice(nations, "Choose where your organisation is"),
  address: longText("The postal address", { max: 400 }),
  contactName: requiredText("Enter whom people can ask", { thing: "the name" }),
  phone: optionalPhone,
  textNumber: optionalPhone,
  email: optionalEmail,
  bslVideoRelay: webAddress,
  hours: optionalText({ max: 120, thing: "opening hours" }),
  file: z.custom<File>((given) => given instanceof Blob).optional(),
  logoDescription: optionalText({ max: 200, thing: "logo description" }),
  removeLogo: z.literal("yes").optional(),
  /** The logo that was chosen before something else had to be mended: its id, what it is called, and whether to leave it out after all. */
  keptLogo: optionalText({ max: 40, thing: "logo" }),
  keptLogoName: optionalText({ max: 120, thing: "name of the logo" }),
  leaveKeptLogo: z.literal("yes").optional(),
  version: versionField,
});

type Said = z.output<typeof organisationForm>;

/** The details as typed. */
export function factsFrom(said: Said): OrganisationFacts {
  const { name, department, nation, address, contactName, phone, textNumber, email, bslVideoRelay, hours, logoDescription } = said;
  const contact = { name: contactName, phone, textNumber, email, bslVideoRelay, hours };
  return { name, department, nation, address, contact, logoDescription };
}
