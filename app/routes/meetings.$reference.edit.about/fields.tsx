// The fields of "What is the meeting?", with what a plain-words checker says of texts that were saved.
import type { JSX, ReactNode } from "react";
import { LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Fieldset } from "#app/ui/field-parts.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { readingAgeSentence } from "#app/words/meetings.ts";
import { readingAgeOf } from "#app/words/reading-age.ts";
import { someoneElse } from "./form.ts";

export type SavedAbout = {
  readonly name: string;
  readonly about: string;
  readonly asked: string;
  readonly contact: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
};

/** Every field of the page, filled with what was typed, else with what was saved. */
export function AboutFields({
  answer,
  saved,
  contacts,
}: {
  readonly answer: PageAnswer;
  readonly saved?: SavedAbout;
  readonly contacts: readonly { readonly staffId: string; readonly name: string }[];
}): JSX.Element {
  const field = (name: keyof SavedAbout) => ({ name, value: answer.value(name, saved?.[name]), error: answer.error(name) });
  return (
    <>
      <TextField {...field("name")} label="Meeting name" hint="Use a name people will recognise. Avoid initials." />
      <LongField
        {...field("about")}
        label="What is it about?"
        limit={500}
        rows={3}
        hint="One or two short sentences. People read this in the invitation. Imagine saying it to someone on the phone."
      />
      <PlainWords text={saved?.about} />
      <LongField
        {...field("asked")}
        label="What will people be asked to do?"
        limit={500}
        rows={3}
        hint="For example: give views, vote, read papers first, tell their story."
      />
      <PlainWords text={saved?.asked} />
      <SelectField
        {...field("contact")}
        label="Who can they talk to about it?"
        hint="A named person, not a team inbox."
        blank="Choose a person"
        options={[...contacts.map(({ staffId, name }) => ({ value: staffId, label: name })), { value: someoneElse, label: "Someone else" }]}
      />
      <Fieldset legend="If someone else">
        <TextField
          {...field("contactName")}
          label="Full name"
          hint="Use the name they want people to use."
          autoComplete="off"
          spellCheck={false}
        />
        <TextField {...field("contactPhone")} type="tel" label="Phone number" hint="Mobile or landline." autoComplete="off" />
        <TextField
          {...field("contactEmail")}
          type="email"
          label="Email address"
          hint="People see this in the invitation."
          autoComplete="off"
          spellCheck={false}
        />
      </Fieldset>
    </>
  );
}

function PlainWords({ text }: { readonly text: string | undefined }): ReactNode {
  const found = text === undefined ? null : readingAgeOf(text);
  return found === null ? null : <p className="note">{readingAgeSentence(found)}</p>;
}
