// Adding many venues at once: choosing the file. Nothing is added here; the next page shows what the file would do.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { venueColumns, venueImport } from "#app/services/venue-lists.server.ts";
import { ChooseListFile } from "#app/ui/list-import.tsx";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { filePage, takeFile } from "#app/web/list-import.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return filePage(visit, request, venueColumns);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireCoordinator(request);
  return takeFile(visit, request, { definition: venueImport, path: "/venues" });
}

export default function AddVenuesFromFile() {
  return (
    <ChooseListFile
      data={useLoaderData<typeof loader>()}
      path="/venues"
      area="Venues"
      things={{ one: "venue", many: "venues" }}
      shape="Save your spreadsheet as CSV. The first line has the titles of the columns. Only Name is needed."
    />
  );
}
