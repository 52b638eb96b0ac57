// The set-up form: one page, once.
import { z } from "zod";
import { nations } from "#app/domain/basics/dates.ts";
import { choice, emailAddress, fullName, newPassword, requiredText } from "#app/web/form-fields.ts";

export const starts = ["example", "empty"] as const;

export const setUpForm = z.strictObject({
  organisationName: requiredText("Enter your organisation's name", { max: 120, thing: "organisation name" }),
  nation: choice(nations, "Choose where your organisation is"),
  fullName,
  email: emailAddress,
  password: newPassword,
  start: choice(starts, "Choose how you would like to start"),
});
