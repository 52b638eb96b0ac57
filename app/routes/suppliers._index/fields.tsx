// A supplier as fields, for adding one and for changing it.
import type { ReactElement } from "react";
import { z } from "zod";
import { supportIds } from "#app/domain/access/supports.ts";
import type { SupplierFacts } from "#app/services/suppliers.server.ts";
import { Checkboxes } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { choices, longText, optionalEmail, optionalPhone, optionalText, requiredText } from "#app/web/form-fields.ts";
import { counted } from "#app/words/format.ts";
import { supportName } from "#app/words/requirements.ts";

export const supplierFields = z.strictObject({
  name: requiredText("Enter the name of the supplier", { thing: "name of the supplier" }),
  supports: choices(supportIds),
  contactName: optionalText({ thing: "contact name" }),
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
  noticeWorkingDays: z
    .string()
    .trim()
    .default("")
    .refine((typed) => /^\d{0,3}$/u.test(typed), "Notice must be a whole number of working days, like 10")
    .transform((typed) => (typed === "" ? null : Number(typed))),
  cancellationTerms: longText("the cancellation terms", { max: 500 }),
  price: optionalText({ thing: "price", max: 500 }),
  notes: longText("the notes", { max: 500 }),
});

/** The fields, with what is saved. */
export function SupplierFields({ answer, saved }: { readonly answer: PageAnswer; readonly saved?: SupplierFacts }): ReactElement {
  const field = (name: "name" | "contactName" | "contactEmail" | "contactPhone" | "cancellationTerms" | "price" | "notes") => ({
    name,
    value: answer.value(name, saved?.[name]),
    error: answer.error(name),
  });
  const chosen = answer.values("supports", saved?.supports);
  return (
    <>
      <TextField {...field("name")} label="Name of the supplier" autoComplete="off" />
      <Details
        summary={chosen.length === 0 ? "What they supply" : `What they supply: ${counted(chosen.length, "thing", "things")} chosen`}
        isOpen={answer.error("supports") !== undefined}
      >
        <Checkboxes
          name="supports"
          legend="What do they supply?"
          options={supportIds.map((id) => ({ value: id, label: supportName[id] }))}
          values={chosen}
          error={answer.error("supports")}
        />
      </Details>
      <TextField {...field("contactName")} label="Who to ask there" optional autoComplete="off" />
      <TextField {...field("contactEmail")} label="Their email address" optional type="email" autoComplete="off" />
      <TextField {...field("contactPhone")} label="Their phone number" optional type="tel" autoComplete="off" />
      <TextField
        name="noticeWorkingDays"
        label="How many working days' notice do they want?"
        optional
        width={3}
        inputMode="numeric"
        autoComplete="off"
        value={answer.value("noticeWorkingDays", saved?.noticeWorkingDays === null ? "" : String(saved?.noticeWorkingDays ?? ""))}
        error={answer.error("noticeWorkingDays")}
      />
      <LongField {...field("cancellationTerms")} label="What does cancelling cost?" optional rows={2} />
      <TextField
        {...field("price")}
        label="What do they charge?"
        hint="In their own words, like “£45 an hour, 2 hours at least”."
        optional
        autoComplete="off"
      />
      <LongField {...field("notes")} label="Notes" hint="Nothing about a person they worked with." optional rows={2} />
    </>
  );
}
