// A photo of a venue. It leaves as an attachment: a page of ours shows it only as a picture.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPhoto } from "#app/services/venue-photos.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "", photo = "" } = params;
  const found = await openPhoto(context, coordinator, { venueId: vid, photoId: photo });
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
