// Print a batch: start the forms or the letters, see how far they are, stop them, and have the file when it is done.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { cancelPrint, printsOf, startPrint, type PrintView } from "#app/services/print-jobs.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { runPage } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, outOf, plainDate } from "#app/words/format.ts";

const formsForm = z.strictObject({
  order: choice(["surname", "budget-code"], "Choose an order"),
  as: choice(["one-file", "file-each"], "Choose one file, or a file for each claim"),
});
const lettersForm = z.strictObject({});
const cancelForm = z.strictObject({ job: z.string().max(40) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const found = await runForFinance(visit.context, visit.finance, runId);
  const prints = await printsOf(visit.context, visit.finance, runId);
  if (!found.ok || !prints.ok) throw notFound();
  const run = runPage(found.value);
  return {
    shell: staffShell(visit),
    held: visit.held,
    run,
    prints: prints.value.map((print) => ({
      jobId: print.jobId,
      state: print.state,
      name: `${printNames[print.what]} batch ${run.number}${copyOf(print, prints.value)}`,
      size: print.pages === null ? "" : sizeOf(print.what, print.pages),
      on: plainDate(print.on),
      far:
        print.done === 0 ? "Getting ready" : `${outOf(print.done, print.total)} ${print.what === inFiles ? "files" : "sheets"} are ready`,
    })),
  };
}

const inFiles = "payment-form-files" satisfies PrintView["what"];
const printNames: Readonly<Record<PrintView["what"], string>> = {
  "payment-forms": "Payment forms for",
  [inFiles]: "Payment forms, a file each, for",
  "remittance-letters": "Letters for",
};

function sizeOf(what: PrintView["what"], many: number): string {
  return what === inFiles ? `ZIP, ${counted(many, "file", "files")}` : `PDF, ${counted(many, "page", "pages")}`;
}

/** Each copy has a number of its own, so that two prints are never called the same. */
function copyOf(print: PrintView, all: readonly PrintView[]): string {
  if (!print.isCopy) return "";
  const copies = all.filter(({ what, isCopy }) => what === print.what && isCopy).map(({ jobId }) => jobId);
  return `, copy ${copies.length - copies.indexOf(print.jobId)}`;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const here = `/payments/batches/${runId}/print`;
  const button = (await formOf(request)).get("intent");
  if (button === "cancel") {
    const read = await readForm(request, cancelForm);
    if (!read.ok) return mend(read.answer);
    const stopped = await cancelPrint(context, finance, read.value.job);
    if (!stopped.ok && stopped.refusal === "not-found") throw notFound();
    return goOn(here);
  }
  const read = button === "letters" ? await readForm(request, lettersForm) : await readForm(request, formsForm);
  if (!read.ok) return mend(read.answer);
  const begun = await startPrint(context, finance, runId, wantedBy(read.value), read.intent);
  if (begun.ok) return goOn(here);
  if (begun.refusal === "not-found") throw notFound();
  const message = begun.refusal === "not-now" ? "The batch is printed once it is signed" : "There is nothing to print in this batch";
  return mend(problemWith("order", message, read.typed));
}

function wantedBy(said: z.output<typeof formsForm> | z.output<typeof lettersForm>): Parameters<typeof startPrint>[3] {
  if (!("order" in said)) return { what: "remittance-letters", order: "surname" };
  return { what: said.as === "file-each" ? inFiles : "payment-forms", order: said.order };
}

export default function PrintBatch() {
  const { shell, held, run, prints } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const base = `/payments/batches/${run.runId}`;
  const isWorking = prints.some(({ state }) => state === "working");
  return (
    <Page shell={shell} heading={`Print batch ${run.number}`} held={held} back={{ href: base, text: `Batch ${run.number}` }}>
      {prints.length === 0 ? null : <h2>Prints</h2>}
      {isWorking ? (
        <ButtonLink href={`${base}/print`} kind="secondary">
          See how far it is now
        </ButtonLink>
      ) : null}
      {prints.map((print) => (
        <div key={print.jobId}>
          {print.state === "working" ? (
            <>
              <p role="status">
                {print.name}: {print.far}.
              </p>
              <PageForm carried={{ intent: "cancel", job: print.jobId }}>
                <FormButtons primary={`Stop printing ${print.name.toLowerCase()}`} kind="danger" />
              </PageForm>
            </>
          ) : null}
          {print.state === "done" ? (
            <PageForm action={`${base}/print/${print.jobId}`}>
              <p>
                {print.name}, made on {print.on}.
              </p>
              <FormButtons primary={`${print.name} (${print.size})`} />
            </PageForm>
          ) : null}
          {print.state === "cancelled" ? <p>{print.name}: stopped. Nothing of it was kept.</p> : null}
          {print.state === "failed" ? <p>{print.name}: it was not finished. Print it again.</p> : null}
        </div>
      ))}
      {run.raw === "draft" || run.raw === "cancelled" ? (
        <p>The forms can be printed once the batch is signed.</p>
      ) : (
        <PageForm>
          <Radios
            name="order"
            legend="Payment forms: in which order?"
            asHeading="h2"
            hint="One claim on each sheet. They hold full account numbers, and we record that you printed them."
            options={[
              { value: "surname", label: "By surname" },
              { value: "budget-code", label: "By budget code" },
            ]}
            value={answer.value("order", "surname")}
            error={answer.error("order")}
          />
          <Radios
            name="as"
            legend="One file, or a file for each claim?"
            options={[
              { value: "one-file", label: "One file to print, with a cover (PDF)" },
              { value: "file-each", label: "A file for each claim, packed as one (ZIP)", hint: "To file each form by itself." },
            ]}
            value={answer.value("as", "one-file")}
            error={answer.error("as")}
          />
          <FormButtons primary="Print forms" />
        </PageForm>
      )}
      {run.raw === "paid" ? (
        <PageForm carried={{ intent: "letters" }}>
          <h2>Letters</h2>
          <p>One letter for each person who is told by post.</p>
          <FormButtons primary="Print letters" />
        </PageForm>
      ) : null}
      <h2>Schedule</h2>
      <LinkList links={[{ href: `${base}/schedule.pdf`, text: `Schedule for batch ${run.number}, to sign (PDF)` }]} />
    </Page>
  );
}
