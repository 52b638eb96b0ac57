// The suppliers on file as a list to keep or to work on in a spreadsheet; its columns are those the import reads.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSuppliers } from "#app/services/supplier-lists.server.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { csvResponse } from "#app/web/list-files.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  return csvResponse(await exportSuppliers(context, coordinator), `suppliers-${context.today}.csv`);
}
