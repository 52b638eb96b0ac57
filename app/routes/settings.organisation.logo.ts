// The organisation's logo as it is kept, for the page where it is looked after.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openLogo } from "#app/services/organisation-details.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireAdministrator } from "#app/web/guards.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const found = await openLogo(context, administrator);
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
