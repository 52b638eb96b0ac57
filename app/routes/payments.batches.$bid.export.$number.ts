// A file of a batch as a download, only as the answer to a form that was sent on purpose: bank files hold account numbers.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { checksumOf, downloadExport } from "#app/services/run-exports.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  if (!(await runForFinance(context, finance, runId)).ok) throw notFound();
  return redirect(`/payments/batches/${runId}/export`, { status: 303 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const { bid: runId = "", number = "" } = params;
  const read = await readForm(request, z.strictObject({ what: z.literal("checksum").optional() }));
  if (!read.ok) return redirect(`/payments/batches/${runId}/export`, { status: 303 });
  const made = await downloadExport(context, finance, { runId, number: Number(number) });
  if (!made.ok && made.refusal.kind === "not-found") throw notFound();
  // The page it was asked from says in words what is wrong.
  if (!made.ok) return redirect(`/payments/batches/${runId}/export?again=${Number(number)}`, { status: 303 });
  const wanted = read.value.what === "checksum" && made.value.hasChecksum ? checksumOf(made.value) : made.value;
  const { text, fileName } = wanted;
  return new Response(text, {
    headers: {
      "Content-Type": fileName.endsWith(".csv") ? "text/csv; charset=utf-8" : "text/plain; charset=us-ascii",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
