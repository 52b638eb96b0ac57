// A photo of the place of a meeting, for the letter of somebody who is asked to it. It leaves as an attachment.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPhotoOfPlace } from "#app/services/venue-photos.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireAttendee } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee } = await requireAttendee(request, params["ref"]);
  const found = await openPhotoOfPlace(context, attendee, params["photo"] ?? "");
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
