// A receipt, as a download. It is never shown inside a page of ours.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptForFinance } from "#app/services/finance-claim.server.ts";
import { notFound, requireFinanceReader } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, reader } = await requireFinanceReader(request);
  const found = await receiptForFinance(context, reader, params["file"] ?? "");
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
