// A meeting's own address leads to its plan, or to its unfinished pages while it is a draft.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { findMeetingFor } from "#app/services/meetings.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const { reference, state } = found.value;
  return redirect(state === "draft" ? `/meetings/${reference}/edit/check` : `/meetings/${reference}/plan`);
}
