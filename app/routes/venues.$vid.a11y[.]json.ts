// What may be relied on of a venue, as A11yJSON.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPlace } from "#app/services/venue-import.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await exportPlace(context, coordinator, params["vid"] ?? "");
  if (!found.ok) throw notFound();
  return new Response(found.value.text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="venue-${context.today}.a11y.json"`,
      "Cache-Control": "no-store",
    },
  });
}
