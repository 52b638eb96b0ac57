// A claim form as a PDF for finance: the claim as it stands, with no access, health or benefit fact in it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { financePaperIds, paperOfClaim, sizeInFileName } from "#app/services/documents.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const { cid = "", file = "" } = params;
  const id = financePaperIds.find((one) => sizeInFileName(file, one) !== null);
  if (id === undefined) throw notFound();
  const made = await paperOfClaim(context, finance, cid, id);
  if (!made.ok) throw notFound();
  return pdfResponse(made.value, { file, name: id, twin: `/payments/claims/${cid}/form/read/${id}` });
}
