// The schedule of a batch as a PDF to sign: accounts by their end only.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { printPaper } from "#app/services/documents.server.ts";
import { scheduleOf } from "#app/services/run-papers.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const made = await scheduleOf(context, finance, runId);
  if (!made.ok) throw notFound();
  const printed = await printPaper(made.value, "batch-schedule", 12);
  // The batch's page shows every letter.
  if (!printed.ok) return redirect(`/payments/batches/${runId}`, { status: 303 });
  return new Response(new Uint8Array(printed.value.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="batch-schedule.pdf"',
      "Cache-Control": "no-store",
    },
  });
}
