// A receipt, as a download. It is never shown inside a page of ours.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptForFinance } from "#app/services/finance.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const found = await receiptForFinance(context, finance, params["file"] ?? "");
  if (!found.ok) throw notFound();
  const { bytes, mediaType, saveAs } = found.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${saveAs}"`,
      "Content-Length": String(bytes.length),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
