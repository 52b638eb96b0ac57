// The access plan as a PDF for the reader, in the size and with the parts that were chosen.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPaper } from "#app/services/documents.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import { addressOf, readPlanWanted } from "#app/web/plan-wanted.ts";
import { planPaperOf } from "#app/words/print-plan.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { reference = "", file = "" } = params;
  const { wanted } = readPlanWanted(new URL(request.url).searchParams);
  if (wanted === null) throw notFound();
  const id = planPaperOf[wanted.reader];
  const made = await openPaper(context, coordinator, reference, { id, showsClashes: wanted.showsClashes });
  if (!made.ok) throw notFound();
  return pdfResponse(made.value, { file, name: id, twin: `/meetings/${reference}/print/plan?${addressOf(wanted)}` });
}
