// Adding many suppliers at once: choosing the file. Nothing is added here; the next page shows what the file would do.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { supplierColumns, supplierImport } from "#app/services/supplier-lists.server.ts";
import { ChooseListFile } from "#app/ui/list-import.tsx";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { filePage, takeFile } from "#app/web/list-import.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return filePage(visit, request, supplierColumns);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireCoordinator(request);
  return takeFile(visit, request, { definition: supplierImport, path: "/suppliers" });
}

export default function AddSuppliersFromFile() {
  return (
    <ChooseListFile
      data={useLoaderData<typeof loader>()}
      path="/suppliers"
      area="Suppliers"
      things={{ one: "supplier", many: "suppliers" }}
      shape="Save your spreadsheet as CSV. The first line has the titles of the columns. Only Name is needed. Put a semicolon between the things a supplier supplies."
    />
  );
}
