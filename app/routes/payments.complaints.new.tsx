// What somebody told a member of staff about a payment, written down for them: on the phone, in person, in a letter or an email.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { staffToNameFor, writeDownComplaint, type NotWritten } from "#app/services/complaints.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, longText, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { complaintNames, saidHowNames } from "#app/words/complaints.ts";

const kinds = ["not-arrived", "wrong-amount", "too-long", "how-treated", "something-else"] as const;
const ways = ["phone", "in-person", "letter", "email"] as const;
const form = z.strictObject({
  claim: optionalText({ max: 30, thing: "reference" }),
  how: choice(ways, "Choose how they told you"),
  what: choice(kinds, "Choose what went wrong"),
  text: longText("What they said", { missing: "Write what they said" }),
  about: optionalText({ max: 60, thing: "who it is about" }),
});

const problems: Readonly<Record<NotWritten, { readonly field: string; readonly message: string }>> = {
  missing: { field: "claim", message: "Enter the reference of the claim" },
  "not-a-reference": { field: "claim", message: "The reference of a claim has 8 letters, like KTRC MWPX" },
  "not-found": { field: "claim", message: "We have no claim with this reference. Check the letters." },
  "not-sent": { field: "claim", message: "This claim is not sent yet, so nothing of it was paid" },
  "own-claim": { field: "claim", message: "This is your own claim. Write about it on your own claim page." },
  "no-such-person": { field: "about", message: "Choose somebody who works here, or nobody" },
  "about-you": { field: "about", message: "Ask somebody else to write this down" },
};

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireStaff(request);
  return {
    shell: staffShell(visit),
    held: visit.held,
    staff: (await staffToNameFor(visit.context, visit.staff)).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, staff } = await requireStaff(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { claim, how, what, text, about } = read.value;
  const told = { reference: claim, how, what, text, aboutStaff: about === "" ? null : about };
  const written = await writeDownComplaint(context, staff, told, read.intent);
  if (written.ok) return goBackSaying("/payments/complaints", "written");
  const { field, message } = problems[written.refusal];
  return mend(problemWith(field, message, read.typed));
}

export default function WriteDownComplaint() {
  const { shell, held, staff } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  return (
    <Page
      shell={shell}
      heading="Write down what somebody told you"
      held={held}
      back={{ href: "/payments/complaints", text: "Problems with payments" }}
    >
      <p>Use their own words. They are answered in the way they chose, and can read what you write on their claim page.</p>
      <PageForm>
        <TextField
          {...field("claim")}
          label="Reference of the claim"
          hint="For example, KTRC MWPX. Spaces and small letters do not matter."
          width={10}
          autoComplete="off"
          spellCheck={false}
        />
        <Radios {...field("how")} legend="How did they tell you?" options={ways.map((value) => ({ value, label: saidHowNames[value] }))} />
        <Radios {...field("what")} legend="What went wrong?" options={kinds.map((value) => ({ value, label: complaintNames[value] }))} />
        <LongField
          {...field("text")}
          label="What they said"
          hint="The payments team and the organiser read this. Leave out health and benefits."
        />
        <SelectField
          {...field("about")}
          label="Is it about somebody who works here?"
          hint="They do not see it and do not answer it."
          options={[{ value: "", label: "No, nobody" }, ...staff]}
        />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
