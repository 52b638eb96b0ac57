// What a file of people would do, line by line, and the one button that does it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { peopleImport } from "#app/services/people-import.server.ts";
import { CheckListFile } from "#app/ui/list-import.tsx";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { decideOnFile, previewPage } from "#app/web/list-import.server.ts";

const list = { definition: peopleImport, path: "/people", askToConfirm: "Confirm that everybody on the list has agreed to be contacted" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  return previewPage(visit, request, params["iid"] ?? "", list);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requireCoordinator(request);
  return decideOnFile(visit, request, params["iid"] ?? "", list);
}

export default function CheckPeopleFile() {
  return (
    <CheckListFile
      data={useLoaderData<typeof loader>()}
      path="/people"
      area="People"
      things={{ one: "person", many: "people" }}
      confirm="Everybody on this list has agreed to be contacted about taking part"
      drop="Do not add anybody"
      done={{ one: "person is", many: "people are", next: "You can invite them to a meeting now.", see: "See everybody" }}
    />
  );
}
