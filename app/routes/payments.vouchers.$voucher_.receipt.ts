// The receipt somebody gave for a voucher, as a download. It is never shown inside a page of ours.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptScanOf } from "#app/services/voucher-giving.server.ts";
import { fileResponse } from "#app/web/file-response.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const found = await receiptScanOf(context, finance, params["voucher"] ?? "");
  if (!found.ok) throw notFound();
  return fileResponse(found.value);
}
