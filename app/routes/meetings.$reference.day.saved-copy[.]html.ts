// The day page as one file that needs no signal.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayToKeep } from "#app/services/day-sheets.server.ts";
import { paperAsPage } from "#app/services/documents.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const made = await dayToKeep(context, coordinator, params["reference"] ?? "");
  if (!made.ok) throw notFound();
  const { bytes, mediaType, fileName } = await paperAsPage(made.value, "saved-copy-of-the-day");
  return fileResponse({ bytes, mediaType, saveAs: fileName });
}
