// A photo this venue sent, as a download.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openOwnPhoto } from "#app/services/venue-photos.server.ts";
import { notFound, requireVenueManager } from "#app/web/guards.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, venueManager } = await requireVenueManager(request, params["rid"]);
  const found = await openOwnPhoto(context, venueManager, params["photo"] ?? "");
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
