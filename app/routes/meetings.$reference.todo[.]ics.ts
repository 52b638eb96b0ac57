// The deadlines of a meeting as a calendar file. No names are in it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedOf } from "#app/domain/access/asked.ts";
import { clashOf } from "#app/domain/access/conflicts.ts";
import type { PlanToDo } from "#app/services/plan-view.ts";
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
    if (isForCoordinatorsOnly(toDo)) return [];
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

// A calendar is copied to phones and colleagues: what only coordinators may know stays on the pages.
function isForCoordinatorsOnly(toDo: PlanToDo): boolean {
  if ("clash" in toDo) return clashOf(toDo.clash).rule === "coordinator-link";
  return "requirement" in toDo && askedOf(toDo.requirement).sensitivity === "confidential-coordinator-only";
}
