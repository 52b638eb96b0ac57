// Everything known of a venue as a PDF to keep.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { venueSheet } from "#app/services/venue-sheet.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { vid = "", file = "" } = params;
  const made = await venueSheet(context, coordinator, vid);
  if (!made.ok) throw notFound();
  return pdfResponse(made.value, { file, name: "venue-fact-sheet", twin: `/venues/${vid}/fact-sheet` });
}
