// Export a batch: choose a kind of file, and keep each file that was made with its fingerprint.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { exportFormats } from "#app/domain/payments/payment-files.ts";
import { exportRun, whyNotAgain, type ExportRefusal } from "#app/services/run-exports.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { layoutsOf } from "#app/services/export-layouts.server.ts";
import { payingAccountOnFile } from "#app/services/payees.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { runPage, runRefusalSentences, together } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, inFours, list } from "#app/words/format.ts";
import { bankFileSentence, exportNames } from "#app/words/payment-runs.ts";
import { columnNames } from "#app/words/sheet-layouts.ts";

const missing = "Choose a file type";

const own = /^own-([\w-]{1,40})$/u;
const form = z.strictObject({
  format: z.string({ error: missing }).refine((said) => own.test(said) || exportFormats.some((one) => one === said), missing),
  checksum: z.literal("yes").optional(),
  version: versionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await runForFinance(visit.context, visit.finance, params["bid"] ?? "");
  if (!found.ok) throw notFound();
  const payer = await payingAccountOnFile(visit.context, visit.finance);
  const layouts = await layoutsOf(visit.context, visit.finance);
  const search = new URL(request.url).searchParams;
  const number = Number(search.get("again") ?? "0");
  const why = number === 0 ? null : await whyNotAgain(visit.context, visit.finance, { runId: found.value.runId, number });
  const { paidFrom } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    run: runPage(found.value),
    notAgain: why === null || why.kind === "not-found" ? null : sentenceFor(why),
    paidFrom: paidFrom === null ? null : { text: `${paidFrom.name}, ends ${paidFrom.endsIn}`, isStillOurs: paidFrom.isStillOurs },
    payer: payer === null ? null : `${payer.name}, ends ${payer.lastTwo}`,
    layouts: layouts.map(({ layoutId, name, layout }) => ({ value: `own-${layoutId}`, label: name, isForBank: layout.isFor === "bank" })),
    isMade: search.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { format, checksum, version } = read.value;
  const layoutId = own.exec(format)?.[1];
  const known = exportFormats.find((one) => one === format);
  if (layoutId === undefined && known === undefined) return mend(problemWith("format", missing, read.typed));
  const wanted = { ...(known === undefined ? { layoutId: layoutId ?? "" } : { format: known }), withChecksum: checksum === "yes" };
  const made = await exportRun(context, finance, { runId, version }, wanted, read.intent);
  if (made.ok) return goBackSaying(`/payments/batches/${runId}/export`, "made");
  return mend(problemWith("format", sentenceFor(made.refusal), read.typed));
}

function sentenceFor(refusal: ExportRefusal): string {
  switch (refusal.kind) {
    case "no-paying-account":
      return "Enter the account you pay from first. A file for Bacs also needs your number with Bacs.";
    case "no-accounts":
      return `${counted(refusal.references.length, "claim has", "claims have")} no bank details. Take them out or add details: ${list(refusal.references.map(inFours))}.`;
    case "bank-file":
      return bankFileSentence(refusal.refusal, refusal.reference);
    case "signed-without-bacs-number":
      return "The account this batch was signed with has no number with Bacs, and you pay from another account now. Take the claims out and make a new batch.";
    case "taken-out-since":
      return "A claim was taken out after this file was made, so the file would pay too much. Make a new file.";
    case "no-such-layout":
      return missing;
    case "not-known":
      return `${counted(refusal.references.length, "claim has", "claims have")} nothing on record for “${columnNames[refusal.column].toLowerCase()}”. Record it with their bank details first: ${list(refusal.references.map(inFours))}.`;
    case "too-long":
      return `${counted(refusal.references.length, "claim has", "claims have")} more than ${counted(refusal.most, "character", "characters")} for “${columnNames[refusal.column].toLowerCase()}”, and nothing is cut. Change your columns, or take them out: ${list(refusal.references.map(inFours))}.`;
    case "not-for-this-kind":
      return "This batch is not paid by a bank file. Choose the spreadsheet.";
    default:
      return together(runRefusalSentences(refusal));
  }
}

function paidFromSentences(
  signed: { readonly text: string; readonly isStillOurs: boolean } | null,
  payer: string | null,
): readonly string[] {
  if (signed !== null)
    return [
      `Paid from ${signed.text}, as this batch was signed.`,
      ...(signed.isStillOurs
        ? []
        : ["You pay from another account now. To pay this batch from that one, take its claims out and make a new batch."]),
    ];
  return [payer === null ? "No account to pay from is entered yet." : `Paid from ${payer}.`];
}

function accountLink(isSigned: boolean, isEntered: boolean): string {
  if (isSigned) return "Change the account that later batches are paid from";
  return isEntered ? "Change the account you pay from" : "Enter the account you pay from";
}

export default function ExportBatch() {
  const { shell, held, run, paidFrom, payer, layouts, isMade, notAgain } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const formats = run.kind === "bank-file" ? exportFormats : exportFormats.filter((one) => one === "csv" || one === "ledger");
  const base = `/payments/batches/${run.runId}`;
  return (
    <Page
      shell={shell}
      heading={`Export batch ${run.number}`}
      held={held}
      back={{ href: base, text: `Batch ${run.number}` }}
      notice={isMade ? { heading: "Saved", children: "The file is made. Download it below." } : undefined}
    >
      {run.raw === "draft" || run.raw === "cancelled" ? (
        <p>A batch can be exported once it is signed.</p>
      ) : (
        <PageForm carried={{ version: String(run.version) }}>
          <Radios
            name="format"
            legend="What kind of file?"
            asHeading="h2"
            hint="A spreadsheet is safe to open and look at. A bank file is for your bank only, and holds account numbers."
            options={[
              ...formats.map((value) => ({ value, label: exportNames[value] })),
              ...layouts
                .filter(({ isForBank }) => run.kind === "bank-file" || !isForBank)
                .map(({ value, label, isForBank }) => ({
                  value,
                  label: `${label} (${isForBank ? "bank file, your own columns" : "your own columns"})`,
                })),
            ]}
            value={answer.value("format")}
            error={answer.error("format")}
          />
          <Checkboxes
            name="checksum"
            legend="Checksum"
            options={[
              {
                value: "yes",
                label: "Include a checksum file",
                hint: "A second small file. With it, anybody can tell whether the first was changed on its way.",
              },
            ]}
            values={answer.values("checksum", [])}
          />
          <p>
            <a className="target" href="/payments/layouts">
              Choose your own columns
            </a>
          </p>
          {run.kind === "bank-file" ? (
            <p>
              {paidFromSentences(paidFrom, payer).join(" ")}{" "}
              <a className="target" href="/payments/account">
                {accountLink(paidFrom !== null, payer !== null)}
              </a>
            </p>
          ) : null}
          <FormButtons primary="Make the file" />
        </PageForm>
      )}
      <h2>Files made</h2>
      {notAgain === null ? null : <Warning>{notAgain}</Warning>}
      {run.raw === "draft" || run.raw === "cancelled" ? null : (
        <p>
          A file is the same each time you download it. It says the names, meetings and account of the day this batch was signed, whatever
          changed afterwards.
        </p>
      )}
      {run.exports.length === 0 ? (
        <p>No file has been made yet.</p>
      ) : (
        <ol className="govuk-list govuk-list--spaced">
          {run.exports.map((made) => (
            <li key={made.number}>
              <p>
                {made.isCopy ? <strong>Copy {made.number}: </strong> : null}
                {made.text}. Fingerprint {made.fingerprint}.
              </p>
              <PageForm action={`${base}/export/${made.number}`}>
                <FormButtons primary={`Download ${made.fileName}`} />
              </PageForm>
              {made.withChecksum ? (
                <PageForm action={`${base}/export/${made.number}`} carried={{ what: "checksum" }}>
                  <Button kind="secondary">{`Download ${made.fileName}.sha256`}</Button>
                </PageForm>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
