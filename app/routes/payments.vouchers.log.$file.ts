// The voucher log of a month or a financial year as a file: a PDF to print and sign, or rows for a spreadsheet.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { voucherLogPaper, voucherLogSheet } from "#app/services/voucher-papers.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { csvResponse } from "#app/web/list-files.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import { logTimeIn } from "#app/web/voucher-log-days.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const file = params["file"] ?? "";
  const time = logTimeIn(request, context.today);
  if (file === "voucher-log.csv") return csvResponse(await voucherLogSheet(context, finance, time), file);
  const doc = await voucherLogPaper(context, finance, time);
  return pdfResponse(doc, { file, name: "voucher-log", twin: `/payments/vouchers/log?time=${time.value}` });
}
