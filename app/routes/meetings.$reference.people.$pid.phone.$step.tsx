// The access questions read aloud to somebody and answered together. The same questions they would read themselves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAnsweringTogether, finishTogether } from "#app/services/answering-together.server.ts";
import { myPage } from "#app/services/my-meeting.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { StepPage } from "./my.m.$ref.access.$step/step-page.tsx";
import { readStep, takeStep } from "./my.m.$ref.access.$step/take-step.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const home = `/meetings/${params["reference"] ?? ""}/people/${params["pid"] ?? ""}/phone`;
  const found = await findAnsweringTogether(visit.context, visit.coordinator, params["reference"] ?? "", params["pid"] ?? "");
  if (!found.ok || params["step"] === "done") throw notFound();
  const { attendee, view } = found.value;
  if (attendee === null) throw redirect(home);
  const page = await myPage(visit.context, attendee);
  const step = await readStep({ context: visit.context, attendee, page, home, steps: home, wording: "standard" }, params["step"] ?? "");
  return { shell: staffShell(visit), caption: `With ${view.fullName}`, home, ...step, readAloudTo: view.firstName };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const [reference, personId] = [params["reference"] ?? "", params["pid"] ?? ""];
  const home = `/meetings/${reference}/people/${personId}/phone`;
  const found = await findAnsweringTogether(context, coordinator, reference, personId);
  if (!found.ok) throw notFound();
  const { attendee } = found.value;
  if (attendee === null) throw redirect(home);
  const page = await myPage(context, attendee);
  return takeStep(request, { context, attendee, page, home, steps: home, wording: "standard" }, params["step"] ?? "", async () => {
    const finished = await finishTogether(context, coordinator, reference, personId, { isSent: true });
    return goBackSaying(home, finished.ok && finished.value.channel === null ? "sent-no-message" : "sent");
  });
}

export default function PhoneStep() {
  return <StepPage {...useLoaderData<typeof loader>()} />;
}
