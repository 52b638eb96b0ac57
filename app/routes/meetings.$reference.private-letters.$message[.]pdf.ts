// A private letter as a PDF to post sealed: only ever a file, never a page.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { printReadBackLetter } from "#app/services/read-back-letters.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const reference = params["reference"] ?? "";
  const printed = await printReadBackLetter(context, coordinator, reference, params["message"] ?? "");
  if (!printed.ok && printed.refusal === "not-found") throw notFound();
  if (!printed.ok) return redirect(`/meetings/${reference}/private-letters?saved=no-print`, { status: 303 });
  const { bytes, mediaType } = printed.value;
  return new Response(Buffer.from(bytes), {
    headers: { "Content-Type": mediaType, "Content-Disposition": 'attachment; filename="private-letter.pdf"', "Cache-Control": "no-store" },
  });
}
