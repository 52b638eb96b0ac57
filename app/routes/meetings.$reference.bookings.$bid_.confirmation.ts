// The confirmation of a booking, as a download. It is never shown inside a page of ours.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { confirmationOf } from "#app/services/bookings.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await confirmationOf(context, coordinator, params["reference"] ?? "", params["bid"] ?? "");
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
