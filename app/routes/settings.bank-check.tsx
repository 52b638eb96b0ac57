// The table for checking sort codes against account numbers, which the organisation supplies. Without one nothing is checked.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { loadedTable, loadModulusTable } from "#app/services/modulus-table.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { longText, optionalDate, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate, number } from "#app/words/format.ts";

/** The published file has about 1,150 lines of about 65 letters; there is room for it to grow. */
const largestFile = 400_000;

const form = z.strictObject({
  name: requiredText("Enter the table’s name and version", { thing: "name", max: 60 }),
  validFrom: optionalDate({ thing: "the first day" }),
  weights: longText("The weights", { missing: "Paste the lines of the weights file", max: largestFile }),
  substitutes: longText("The substitutes", { max: largestFile }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const table = await loadedTable(visit.context, visit.administrator);
  return {
    shell: staffShell(visit),
    held: visit.held,
    loaded:
      table === null
        ? "No table is loaded, so sort codes and account numbers are not checked."
        : `${table.name}: ${number(table.rows)} lines, loaded on ${longDate(table.loadedOn)}.`,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const loaded = await loadModulusTable(context, administrator, read.value, read.intent);
  if (loaded.ok) return goBackSaying("/settings/bank-check", "loaded");
  const { problem, lineNumber } = loaded.refusal;
  if (problem === "substitute-not-understood")
    return mend(
      problemWith("substitutes", `Line ${number(lineNumber)} of the substitutes is not two sort codes. Nothing was loaded.`, read.typed),
    );
  const message =
    problem === "no-rows"
      ? "There is no line with weights in it. Nothing was loaded."
      : `Line ${number(lineNumber)} of the weights is not understood. Nothing was loaded.`;
  return mend(problemWith("weights", message, read.typed));
}

export default function BankCheck() {
  const { shell, held, loaded, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  return (
    <Page
      shell={shell}
      heading="Bank number check"
      held={held}
      back={{ href: "/settings", text: "Settings" }}
      notice={isSaved ? { heading: "Saved", children: "The table is loaded. New bank details are checked with it." } : undefined}
    >
      <p>{loaded}</p>
      <p>Get the two text files from whoever publishes them for your bank. The check finds slips of the pen. It does not find fraud.</p>
      <PageForm>
        <TextField {...field("name")} label="Name and version of the table" autoComplete="off" width={30} />
        <DateField name="validFrom" label="In force from" optional value={answer.date("validFrom")} error={answer.error("validFrom")} />
        <LongField {...field("weights")} label="Lines of the weights file" rows={8} limit={largestFile} />
        <LongField {...field("substitutes")} label="Lines of the sort code substitutes file" optional rows={4} limit={largestFile} />
        <FormButtons primary="Load the table" />
      </PageForm>
    </Page>
  );
}
