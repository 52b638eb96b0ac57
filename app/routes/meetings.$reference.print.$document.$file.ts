// One paper of a meeting as a PDF to keep.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isDocumentId, listPapers, openPaper, paperFileName } from "#app/services/documents.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const { reference = "", document: id = "", file = "" } = params;
  const invitationId = new URL(request.url).searchParams.get("for");
  if (!isDocumentId(id)) throw notFound();
  const papers = await listPapers(context, coordinator, reference);
  const person = papers.ok ? papers.value.people.find((one) => one.invitationId === invitationId) : undefined;
  const made = await openPaper(context, coordinator, reference, { id, ...(invitationId === null ? {} : { invitationId }) });
  if (!made.ok) throw notFound();
  const twin = `/meetings/${reference}/print/${id}${invitationId === null ? "" : `?for=${invitationId}`}`;
  return pdfResponse(made.value, { file, name: paperFileName(id, person?.number), twin });
}
