// The copy of everything held about somebody, as a file to keep.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { copyOfEverything } from "#app/services/own-copy.server.ts";
import { attendeeAsked } from "#app/web/attendee-asked.server.ts";
import { requireAnyAttendee } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAnyAttendee(request);
  const { attendee, reference } = attendeeAsked(request, visit);
  const copy = await copyOfEverything(visit.context, attendee);
  if (!copy.ok) return goOn(`/my/copy?ref=${reference}`);
  return new Response(copy.value.text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="everything-we-hold.json"',
      "Cache-Control": "no-store",
    },
  });
}
