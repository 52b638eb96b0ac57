// The copy of everything held about somebody as a tagged PDF, in the size of print they choose.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { copyToRead } from "#app/services/own-copy.server.ts";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { requireAnyAttendee } from "#app/web/guards.server.ts";
import { pdfResponse } from "#app/web/paper-response.server.ts";
import { goOn } from "#app/web/responses.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = attendeeAsked(request, visit);
  const copy = await copyToRead(visit.context, attendee);
  if (!copy.ok) return goOn(`/my/copy?ref=${reference}`);
  const file = { file: params["file"] ?? "", name: "your-copy", twin: `/my/copy/read?ref=${reference}` };
  return pdfResponse(copy.value.doc, file);
}
