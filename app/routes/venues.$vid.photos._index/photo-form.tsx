// The form that sends one photo of a venue, the same for a venue and for staff.
import type { ReactElement } from "react";
import { z } from "zod";
import { FormButtons } from "#app/ui/buttons.tsx";
import { FileField, TextField } from "#app/ui/fields.tsx";
import { PageForm, type PageAnswer } from "#app/ui/page-frame.tsx";
import { optionalText } from "#app/web/form-fields.ts";

export const photoForm = z.strictObject({
  file: z.custom<File>((given) => given instanceof Blob).optional(),
  shows: optionalText({ max: 300, thing: "answer to “What does this photo show?”" }),
});

/** One photo, and what it shows in words. */
export function PhotoForm({ answer }: { readonly answer: PageAnswer }): ReactElement {
  return (
    <PageForm hasFiles>
      <FileField
        name="file"
        label="The photo"
        hint="A JPEG, PNG or PDF of up to 5 MB. We take out where and when it was taken."
        accept="image/jpeg,image/png,application/pdf"
        error={answer.error("file")}
      />
      <TextField
        name="shows"
        label="What does this photo show?"
        optional
        hint="For people who cannot see it. No faces or names."
        autoComplete="off"
        value={answer.value("shows")}
        error={answer.error("shows")}
      />
      <FormButtons primary="Save the photo" />
    </PageForm>
  );
}
