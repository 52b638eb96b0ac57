// The copy of everything held about somebody as a tagged PDF, in the size of print they choose.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sizeInFileName } from "#app/services/documents.server.ts";
import { copyToRead } from "#app/services/own-copy.server.ts";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { notFound, requireAnyAttendee } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import { goOn } from "#app/web/responses.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = attendeeAsked(request, visit);
  const name = "your-copy";
  const file = params["file"] ?? "";
  if (sizeInFileName(file, name) === null) throw notFound();
  const copy = await copyToRead(visit.context, attendee);
  if (!copy.ok) return goOn(`/my/copy?ref=${reference}`);
  return pdfResponse(copy.value.doc, { file, name, twin: `/my/copy/read?ref=${reference}` });
}
