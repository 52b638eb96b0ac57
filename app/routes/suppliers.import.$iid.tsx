// What a file of suppliers would do, line by line, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { supplierImport } from "#app/services/supplier-lists.server.ts";
import { CheckListFile } from "#app/ui/list-import.tsx";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { decideOnFile, previewPage } from "#app/web/list-import.server.ts";

const list = { definition: supplierImport, path: "/suppliers" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return previewPage(visit, request, params["iid"] ?? "", list);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requireCoordinator(request);
  return decideOnFile(visit, request, params["iid"] ?? "", list);
}

export default function CheckSuppliersFile() {
  return (
    <CheckListFile
      data={useLoaderData<typeof loader>()}
      path="/suppliers"
      area="Suppliers"
      things={{ one: "supplier", many: "suppliers" }}
      drop="Do not add any"
      done={{ one: "supplier is", many: "suppliers are", next: "You can book them for a meeting now.", see: "See your suppliers" }}
    />
  );
}
