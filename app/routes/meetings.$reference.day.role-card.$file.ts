// The card of one role as a PDF.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { roleCardOf } from "#app/services/day-sheets.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { reference = "", file = "" } = params;
  const [, role = ""] = /^card-for-([a-z-]+)-\d{2}-point\.pdf$/u.exec(file) ?? [];
  const made = await roleCardOf(context, coordinator, reference, role);
  if (!made.ok) throw notFound();
  return pdfResponse(made.value, { file, name: `card-for-${role}`, twin: `/meetings/${reference}/print/role-cards` });
}
