// One supplier: what they supply and on what terms, to change, to end or to bring back.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { changeSupplier, findSupplierFor } from "#app/services/suppliers.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { changedMeanwhile } from "#app/words/meetings.ts";
import { SupplierFields, supplierFields } from "./suppliers._index/fields.tsx";

const changeForm = supplierFields.extend({ version: versionField });
const endForm = z.strictObject({ version: versionField, used: z.enum(["end", "again"]) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const found = await findSupplierFor(visit.context, visit.coordinator, params["supplier"] ?? "");
  if (!found.ok) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    supplier: found.value,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const supplierId = params["supplier"] ?? "";
  const isEnding = (await formOf(request)).has("used");
  const form = isEnding ? await readForm(request, endForm) : await readForm(request, changeForm);
  if (!form.ok) return mend(form.answer);
  const { version, ...facts } = form.value;
  const change = "used" in facts ? { isEnded: facts.used === "end" } : { facts };
  const changed = await changeSupplier(context, coordinator, { supplierId, version }, change, form.intent);
  if (changed.ok) return goBackSaying(`/suppliers/${supplierId}`, "supplier");
  if (changed.refusal === "not-found") throw notFound();
  return mend(problemWith("name", changedMeanwhile, form.typed));
}

export default function OneSupplier() {
  const { shell, held, supplier, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={supplier.name}
      back={{ href: "/suppliers", text: "Back to suppliers" }}
      held={held}
      notice={isSaved ? { heading: "Saved", children: "The supplier is on file." } : undefined}
    >
      {supplier.isEnded ? <p>You no longer use this supplier. Past bookings keep the name.</p> : null}
      <PageForm carried={{ version: String(supplier.version) }}>
        <SupplierFields answer={answer} saved={supplier} />
        <FormButtons primary="Save the supplier" />
      </PageForm>
      <PageForm carried={{ version: String(supplier.version), used: supplier.isEnded ? "again" : "end" }}>
        <Button kind="secondary" about={supplier.name}>
          {supplier.isEnded ? "Use this supplier again" : "Stop using this supplier"}
        </Button>
      </PageForm>
    </Page>
  );
}
