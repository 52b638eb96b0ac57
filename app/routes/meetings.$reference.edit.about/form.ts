// "What is the meeting?": the form of the first page, for a new meeting and for one begun before.
import { z } from "zod";
import type { AboutFacts } from "#app/services/meetings.server.ts";
import { longText, optionalEmail, optionalPhone, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";

export const someoneElse = "someone-else";

const fields = {
  name: requiredText("Enter a meeting name", { max: 80, thing: "meeting name" }),
  about: longText("what it is about", { missing: "Say what the meeting is about", max: 500 }),
  asked: longText("what people will be asked to do", { missing: "Say what people will be asked to do", max: 500 }),
  contact: requiredText("Choose who people can talk to", { thing: "who people can talk to" }),
  contactName: optionalText({ thing: "full name" }),
  contactPhone: optionalPhone,
  contactEmail: optionalEmail,
};

type Said = { readonly contact: string; readonly contactName: string; readonly contactPhone: string; readonly contactEmail: string };

function checkSomeoneElse(said: Said, context: z.RefinementCtx): void {
  if (said.contact !== someoneElse) return;
  if (said.contactName === "") context.addIssue({ code: "custom", message: "Enter their full name", path: ["contactName"] });
  if (said.contactPhone === "" && said.contactEmail === "") {
    context.addIssue({ code: "custom", message: "Enter a phone number or an email address for them", path: ["contactPhone"] });
  }
}

export const newAboutForm = z.strictObject(fields).superRefine(checkSomeoneElse);
export const aboutForm = z.strictObject({ ...fields, version: versionField }).superRefine(checkSomeoneElse);

/** What was said, as the service takes it. */
export function aboutFactsFrom(said: z.output<typeof newAboutForm>): AboutFacts {
  return {
    name: said.name,
    about: said.about,
    asked: said.asked,
    contact:
      said.contact === someoneElse
        ? { kind: "someone-else", name: said.contactName, phone: said.contactPhone, email: said.contactEmail }
        : { kind: "staff", staffId: said.contact },
  };
}
