// The set-up form: one page, once.
import { z } from "zod";
import { nations } from "#app/domain/basics/dates.ts";
import { choice, emailAddress, fullName, requiredText } from "#app/web/form-fields.ts";

export const starts = ["example", "empty"] as const;

export const setUpForm = z.strictObject({
  organisationName: requiredText("Enter your organisation's name", { max: 120, thing: "organisation name" }),
  nation: choice(nations, "Choose where your organisation is"),
  fullName,
  email: emailAddress,
  password: z
    .string({ error: "Enter a password" })
    .min(12, "Password must be 12 characters or more")
    .max(200, "Password must be 200 characters or fewer"),
  start: choice(starts, "Choose how you would like to start"),
});
