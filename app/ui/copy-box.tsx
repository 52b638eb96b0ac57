// Words to be copied elsewhere: a message, a link, a letter. Selecting and copying by hand always works.
import type { ReactElement } from "react";
import { fieldIdOf } from "#app/ui/field-ids.ts";

/** A read-only box with its label. `name` makes its id; the words are not sent anywhere. */
export function CopyBox({
  name,
  label,
  text,
  rows,
}: {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly rows?: number | undefined;
}): ReactElement {
  const id = fieldIdOf(name);
  return (
    <div className="govuk-form-group copy-box">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <textarea className="govuk-textarea" id={id} rows={rows ?? Math.min(12, text.split("\n").length + 1)} readOnly defaultValue={text} />
    </div>
  );
}
