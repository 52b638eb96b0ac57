// The deadlines of a meeting as a calendar file. No names are in it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToDos, toDosFor } from "#app/services/to-dos.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { calendarFile } from "#app/words/calendar.ts";
import { toDoText } from "#app/words/plan.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await toDosFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { plan } = found.value;
  const days = openToDos(found.value).flatMap(({ toDoId, toDo }) => {
    const { sentence, why } = toDoText(toDo);
    return toDo.by === null ? [] : [{ id: toDoId, on: toDo.by, title: `${plan.name}: ${sentence}`, text: why }];
  });
  return new Response(calendarFile(days, context.now), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="deadlines.ics"',
      "Cache-Control": "no-store",
    },
  });
}
