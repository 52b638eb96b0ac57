// Adding many suppliers at once: choosing the file. Nothing is added here; the next page shows what the file would do.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keepImport } from "#app/services/csv-import.server.ts";
import { supplierColumns, supplierImport } from "#app/services/supplier-lists.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { FileField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { listFileSentence, readListFile } from "#app/web/list-files.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

const fileForm = z.strictObject({ file: z.custom<File>((given) => given instanceof Blob).optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const wasDropped = new URL(request.url).searchParams.get("saved") === "dropped";
  return { shell: staffShell(visit), held: visit.held, columns: supplierColumns, wasDropped };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, fileForm);
  if (!form.ok) return mend(form.answer);
  const file = await readListFile(request);
  if (!file.ok) return mend(problemWith("file", file.refusal, form.typed));
  const kept = await keepImport(context, coordinator, supplierImport, file.value);
  if (!kept.ok) return mend(problemWith("file", listFileSentence(kept.refusal, file.value.name), form.typed));
  return goOn(`/suppliers/import/${kept.value.importId}`);
}

export default function ImportSuppliers() {
  const { shell, held, columns, wasDropped } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Add suppliers from a file"
      caption="Suppliers"
      back={{ href: "/suppliers", text: "Back to suppliers" }}
      held={held}
      notice={wasDropped ? { heading: "Nothing was added", children: "We have deleted the file you chose." } : undefined}
    >
      <p>You can add a whole list at once. You see what would happen first, line by line. Nothing is added until you say so.</p>
      <h2 id="columns">What the file looks like</h2>
      <p>
        Save your spreadsheet as CSV. The first line has the titles of the columns. Only Name is needed. Put a semicolon between the things
        a supplier supplies.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {columns.map((column) => (
          <li key={column}>{column}</li>
        ))}
      </ul>
      <p>
        <a className="target" href="/suppliers.csv">
          Get your suppliers as a file (CSV)
        </a>{" "}
        to see the same columns, or to keep a copy.
      </p>
      <PageForm hasFiles>
        <FileField
          name="file"
          label="Choose the file"
          hint="A CSV file of up to 1 MB and 2,000 lines."
          accept=".csv,text/csv,text/plain"
          error={answer.error("file")}
        />
        <FormButtons primary="Show what would be added" />
      </PageForm>
    </Page>
  );
}
