// What a file of venues would do, line by line, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { venueImport } from "#app/services/venue-lists.server.ts";
import { CheckListFile } from "#app/ui/list-import.tsx";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { decideOnFile, previewPage } from "#app/web/list-import.server.ts";

const list = { definition: venueImport, path: "/venues" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return previewPage(visit, request, params["iid"] ?? "", list);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requireCoordinator(request);
  return decideOnFile(visit, request, params["iid"] ?? "", list);
}

export default function CheckVenuesFile() {
  return (
    <CheckListFile
      data={useLoaderData<typeof loader>()}
      path="/venues"
      area="Venues"
      things={{ one: "venue", many: "venues" }}
      drop="Do not add any"
      done={{ one: "venue is", many: "venues are", next: "You can ask them about access now.", see: "See your venues" }}
    />
  );
}
