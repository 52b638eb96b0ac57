// A paper form in somebody's hand: its reference leads to where it is typed in.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findPaperClaim } from "#app/services/paper-claims.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

const form = z.strictObject({ formReference: optionalText({ max: 30, thing: "reference" }) });

const messages = {
  missing: "Enter the reference on the form",
  "not-a-reference": "The reference on the form has 8 letters, like KTRC MWPX",
  "not-found": "We have no claim with this reference. Check the letters on the form.",
} as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return { shell: staffShell(visit), held: visit.held };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const found = await findPaperClaim(context, coordinator, read.value.formReference);
  if (!found.ok) return mend(problemWith("formReference", messages[found.refusal], read.typed));
  return goOn(`/meetings/${found.value.meeting}/paper-claims/${found.value.claimId}`);
}

export default function NewFromPaper() {
  const { shell, held } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Type in a paper claim" held={held} back={{ href: "/today", text: "Today" }}>
      <p>Every claim form has a reference of 8 letters at the top. It leads you to the right person and meeting.</p>
      <PageForm>
        <TextField
          name="formReference"
          label="Reference on the form"
          hint="For example, KTRC MWPX. Spaces and small letters do not matter."
          width={10}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("formReference")}
          error={answer.error("formReference")}
        />
        <FormButtons primary="Find the claim" />
      </PageForm>
    </Page>
  );
}
