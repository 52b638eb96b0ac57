// Something went wrong with a payment: the person says what, and is told by when they get an answer.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myClaim } from "#app/services/claims.server.ts";
import { raiseComplaint } from "#app/services/complaints.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, longText } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { complaintNames } from "#app/words/complaints.ts";

const kinds = ["not-arrived", "wrong-amount", "too-long", "how-treated", "something-else"] as const;
const form = z.strictObject({
  what: choice(kinds, "Choose what went wrong"),
  text: longText("What you tell us", { missing: "Tell us what went wrong" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const found = await myClaim(context, attendee);
  if (!found.ok || found.value.state === "open") throw redirect(`${home}/claim#main`, { status: 303 });
  return { shell, caption, home };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const said = await raiseComplaint(context, attendee, read.value, read.intent);
  return said.ok ? goBackSaying(`${home}/claim`, "problem") : goOn(`${home}/claim`);
}

export default function ClaimProblem() {
  const { shell, caption, home } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Tell us what went wrong" caption={caption} back={{ href: `${home}/claim` }}>
      <p>We are sorry that something went wrong with your payment. Telling us never changes what you are paid or asked to.</p>
      <PageForm>
        <Radios
          name="what"
          legend="What went wrong?"
          options={kinds.map((value) => ({ value, label: complaintNames[value] }))}
          value={answer.value("what")}
          error={answer.error("what")}
        />
        <LongField
          name="text"
          label="Tell us about it"
          hint="The payments team and the organiser read this. You do not need to write about your health or your benefits."
          value={answer.value("text")}
          error={answer.error("text")}
        />
        <FormButtons primary="Send" />
      </PageForm>
    </Page>
  );
}
