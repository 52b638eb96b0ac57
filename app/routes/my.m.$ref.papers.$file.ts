// One of a person's own papers as a PDF to keep.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { myPaper, ownPaperIds, sizeInFileName } from "#app/services/documents.server.ts";
import { notFound, requireAttendee } from "#app/web/guards.server.ts";
import { letterHolds, searchOfLetter } from "#app/web/letter-holds.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, reference } = await requireAttendee(request, params["ref"]);
  const file = params["file"] ?? "";
  const id = ownPaperIds.find((one) => sizeInFileName(file, one) !== null);
  if (id === undefined) throw notFound();
  const holds = letterHolds(new URL(request.url).searchParams);
  const made = await myPaper(context, attendee, id, holds);
  if (!made.ok) throw notFound();
  return pdfResponse(made.value, { file, name: id, twin: `/my/m/${reference}/papers/read/${id}${searchOfLetter(holds)}` });
}
