// The fields for reaching a person.
import type { JSX } from "react";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import type { PageAnswer } from "#app/ui/page-frame.tsx";
import { sentenceCase } from "#app/words/format.ts";
import { preferredContactNames } from "#app/words/meetings.ts";

export type SavedContact = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: string;
};

/** Name, ways to reach them, and the way they like best. */
export function ContactFields({ answer, saved }: { readonly answer: PageAnswer; readonly saved?: SavedContact }): JSX.Element {
  const field = (name: keyof SavedContact) => ({ name, value: answer.value(name, saved?.[name]), error: answer.error(name) });
  return (
    <>
      <TextField {...field("name")} label="Full name" hint="Use the name they want us to use." autoComplete="off" spellCheck={false} />
      <TextField
        {...field("email")}
        type="email"
        label="Email address"
        optional
        hint="We only use this to contact them about taking part."
        autoComplete="off"
        spellCheck={false}
      />
      <TextField {...field("phone")} type="tel" label="Phone number" optional hint="Mobile or landline." autoComplete="off" />
      <LongField
        {...field("address")}
        label="Address"
        optional
        hint="As it goes on the envelope, with the postcode."
        rows={4}
        limit={500}
      />
      <Radios
        {...field("preferredContact")}
        legend="How do they like to be contacted?"
        options={Object.entries(preferredContactNames).map(([value, label]) => ({ value, label: sentenceCase(label) }))}
      />
    </>
  );
}
