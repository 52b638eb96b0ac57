// Advisers the organisation works with: a simple list. How many people asked is a number here, and never a name.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addAdviserFor, advisersFor, stopAdviserFor } from "#app/services/advisers.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { longText, optionalEmail, optionalPhone, optionalText, requiredText, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";

const days = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): number => {
    const number = /^\d{1,2}$/u.test(typed) ? Number(typed) : 0;
    if (number >= 1 && number <= 60) return number;
    context.addIssue({ code: "custom", message: "Days must be a number from 1 to 60" });
    return z.NEVER;
  });

const addForm = z.strictObject({
  name: requiredText("Enter the adviser's name", { max: 200, thing: "name" }),
  about: longText("who they help", { max: 500 }),
  email: optionalEmail,
  phone: optionalPhone,
  otherWays: optionalText({ max: 300, thing: "other ways" }),
  hours: optionalText({ max: 200, thing: "hours" }),
  repliesWithinDays: days,
});
const stopForm = z.strictObject({ adviserId: z.string().max(100), version: versionField });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { advisers, requests } = await advisersFor(visit.context, visit.administrator);
  return {
    shell: staffShell(visit),
    advisers,
    asked:
      requests === 0
        ? "Nobody has asked for advice yet."
        : `${counted(requests, "person has", "people have")} asked an adviser to contact them.`,
    mailIsSet: visit.context.mailIsSet,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  if ((await formOf(request)).has("adviserId")) {
    const stop = await readForm(request, stopForm);
    if (!stop.ok) return mend(stop.answer);
    const stopped = await stopAdviserFor(context, administrator, stop.value, stop.intent);
    return stopped.ok
      ? goBackSaying("/settings/advisers", "stopped")
      : mend(problemWith("name", "The list was changed in another window. Look at it here again.", stop.typed));
  }
  const read = await readForm(request, addForm);
  if (!read.ok) return mend(read.answer);
  const added = await addAdviserFor(context, administrator, read.value, read.intent);
  if (!added.ok) return mend(problemWith("email", "Enter an email address or a phone number", read.typed));
  return goBackSaying("/settings/advisers", "added");
}

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  added: { heading: "Saved", children: "People can ask this adviser now." },
  stopped: { heading: "Saved", children: "The adviser is off the list." },
};

export default function Advisers() {
  const { shell, advisers, asked, mailIsSet, saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="Advisers"
      back={{ href: "/settings", text: "Settings" }}
      notice={saved === null ? undefined : notices[saved]}
    >
      <p className="govuk-body-l">
        Free, independent advisers who help people with benefits. They do not work for you. What people ask goes to the adviser alone.
      </p>
      <p>{asked}</p>
      {mailIsSet ? null : (
        <p>No mail server is set up, so people cannot send a request from here. They see how to reach the adviser themselves.</p>
      )}
      {advisers.length === 0 ? <p>You have no advisers of your own yet. People see the national advice lines.</p> : null}
      {advisers.map((adviser) => (
        <section key={adviser.id} aria-label={adviser.name}>
          <h2>{adviser.name}</h2>
          <SummaryList
            rows={[
              ...(adviser.about === "" ? [] : [{ name: "Who they help", answer: adviser.about }]),
              ...(adviser.email === "" ? [] : [{ name: "Email", answer: adviser.email }]),
              ...(adviser.phone === "" ? [] : [{ name: "Phone", answer: adviser.phone }]),
              ...(adviser.otherWays === "" ? [] : [{ name: "Other ways", answer: adviser.otherWays }]),
              ...(adviser.hours === "" ? [] : [{ name: "Hours", answer: adviser.hours }]),
              { name: "Replies within", answer: counted(adviser.repliesWithinDays, "day", "days") },
            ]}
          />
          <PageForm carried={{ adviserId: adviser.id, version: String(adviser.version) }}>
            <Button kind="secondary" about={adviser.name}>
              Take off the list
            </Button>
          </PageForm>
        </section>
      ))}
      <h2>Add an adviser</h2>
      <PageForm>
        <TextField name="name" label="Name of the adviser or the service" value={answer.value("name")} error={answer.error("name")} />
        <LongField name="about" label="Who they help (optional)" rows={3} value={answer.value("about")} error={answer.error("about")} />
        <TextField
          name="email"
          label="Email address (optional)"
          hint="Requests are sent here, and nowhere else."
          type="email"
          value={answer.value("email")}
          error={answer.error("email")}
        />
        <TextField name="phone" label="Phone number (optional)" type="tel" value={answer.value("phone")} error={answer.error("phone")} />
        <TextField
          name="otherWays"
          label="Text, relay and sign language (optional)"
          value={answer.value("otherWays")}
          error={answer.error("otherWays")}
        />
        <TextField name="hours" label="Hours (optional)" value={answer.value("hours")} error={answer.error("hours")} />
        <TextField
          name="repliesWithinDays"
          label="How many days until they reply"
          width={2}
          inputMode="numeric"
          value={answer.value("repliesWithinDays")}
          error={answer.error("repliesWithinDays")}
        />
        <FormButtons primary="Add the adviser" />
      </PageForm>
      <HistoryLink kind="advisers" />
    </Page>
  );
}
