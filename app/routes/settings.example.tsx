// Clear the example: removes the made-up organisation and everything in it, and nothing else.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clearExample } from "#app/services/clear-example.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { requireAdministrator, notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  if (!visit.organisation.isExample) throw notFound();
  // The banner's link leads to this very page, so it is left out here.
  return { shell: { ...staffShell(visit), example: {} } };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const cleared = await clearExample(context, administrator);
  if (!cleared.ok) throw notFound();
  return goOn("/");
}

export default function ClearExample() {
  const { shell } = useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Clear the example" back={{ href: "/settings" }}>
      <p>This removes the example meetings, people, venues and payments. Your own work stays.</p>
      <p>You are signed out afterwards, because the people of the example are removed too.</p>
      <PageForm>
        <FormButtons primary="Clear the example" kind="danger" />
      </PageForm>
    </Page>
  );
}
