// Adding a supplier.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addSupplierFor } from "#app/services/suppliers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { SupplierFields, supplierFields } from "./suppliers._index/fields.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return { shell: staffShell(visit), held: visit.held };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const form = await readForm(request, supplierFields);
  if (!form.ok) return mend(form.answer);
  const { supplierId } = await addSupplierFor(context, coordinator, form.value, form.intent);
  return goBackSaying(`/suppliers/${supplierId}`, "supplier");
}

export default function NewSupplier() {
  const { shell, held } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Add a supplier" back={{ href: "/suppliers", text: "Back to suppliers" }} held={held}>
      <PageForm>
        <SupplierFields answer={answer} />
        <FormButtons primary="Add the supplier" />
      </PageForm>
    </Page>
  );
}
