// A finished print as a download, only as the answer to a form that was sent on purpose: it holds account numbers.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { printedFile, printsOf } from "#app/services/print-jobs.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  if (!(await printsOf(context, finance, runId)).ok) throw notFound();
  return redirect(`/payments/batches/${runId}/print`, { status: 303 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const { bid: runId = "", job: jobId = "" } = params;
  // A print of another batch is not found under this one's address.
  const prints = await printsOf(context, finance, runId);
  if (!prints.ok || !prints.value.some((one) => one.jobId === jobId)) throw notFound();
  const printed = await printedFile(context, finance, jobId);
  if (!printed.ok) throw notFound();
  const { bytes, fileName, mediaType } = printed.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
