// Follow the money: find a payment by its reference, ask whether a file is one we exported, and the ways to rates, batches and claims.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { claimByReference, recogniseFile } from "#app/services/money-trail.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { FileField, LongField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { longText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinanceReader } from "#app/web/guards.server.ts";
import { typedFrom } from "#app/web/list-address.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { number } from "#app/words/format.ts";
import { fileAnswerSentences } from "#app/words/money-trail.ts";

const mostBytes = 5 * 1024 * 1024;
const form = z.strictObject({
  file: z.custom<File>((given) => given instanceof Blob).optional(),
  text: longText("The text", { max: 1_000_000 }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const reference = typedFrom(request, "reference");
  const found = reference === "" ? null : await claimByReference(visit.context, visit.reader, reference);
  if (found !== null) throw redirect(`/payments/claims/${found}/trail#main`, { status: 303 });
  return { shell: staffShell(visit), isAuditor: visit.reader.kind === "auditor", reference, isUnknown: reference !== "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, reader } = await requireFinanceReader(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { file, text } = read.value;
  const hasFile = file !== undefined && file.size > 0;
  if (!hasFile && text.trim() === "") return mend(problemWith("file", "Choose a file, or paste its text", read.typed));
  if (hasFile && file.size > mostBytes)
    return mend(problemWith("file", `${file.name} is too big. It must be 5 MB or smaller.`, read.typed));
  const whole = hasFile ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer()) : text;
  const found = await recogniseFile(context, reader, whole);
  const batches = found.answer === "yes" ? [{ runId: found.runId, batch: found.batch }] : found.named;
  return {
    answered: {
      isOurs: found.answer === "yes",
      sentences: fileAnswerSentences(found),
      links: batches.map(({ runId, batch }) => ({ href: `/payments/batches/${runId}`, text: `Batch ${number(batch)}` })),
    },
  };
}

export default function Audit() {
  const { shell, isAuditor, reference, isUnknown } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const answered = sent !== undefined && "answered" in sent ? sent.answered : null;
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="Follow the money"
      {...(isAuditor ? {} : { back: { href: "/payments", text: "Payments" } })}
      notice={
        answered === null
          ? undefined
          : {
              heading: "Compared with our files",
              kind: answered.isOurs ? ("done" as const) : ("news" as const),
              children: (
                <>
                  {answered.sentences.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  <LinkList links={answered.links} />
                </>
              ),
            }
      }
    >
      <p>Every payment can be followed from the rate it was worked out by to the file it left in, and back.</p>
      <form method="get" action="/payments/audit">
        <h2>Find one payment</h2>
        <TextField
          name="reference"
          label="Reference"
          hint="As it is on the bank statement, in the file or on the form. For example, CLAIM KTRMWPXC"
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={reference}
        />
        {isUnknown ? (
          <div role="status">
            <Inset>No claim here has this reference. Check each letter.</Inset>
          </div>
        ) : null}
        <button type="submit" className="govuk-button">
          Find the payment
        </button>
      </form>
      <h2>Start from</h2>
      <LinkList
        links={[
          { href: "/payments/rates", text: "Rates and rules for costs, every version" },
          { href: "/payments/batches", text: "Payment batches and their files" },
          { href: "/payments/claims", text: "All claims" },
        ]}
      />
      <PageForm hasFiles>
        <h2>Is this the file we exported?</h2>
        <p>We compare it with the fingerprint that was kept when each file was made. We do not keep what you send here.</p>
        <FileField name="file" label="The file" hint="Up to 5 MB." accept=".csv,.txt,text/csv,text/plain" error={answer.error("file")} />
        <LongField
          name="text"
          label="Or paste its text"
          hint="All of it, from the first letter to the last."
          rows={4}
          limit={1_000_000}
          value={answer.value("text")}
          error={answer.error("text")}
        />
        <FormButtons primary="Compare it" />
      </PageForm>
    </Page>
  );
}
