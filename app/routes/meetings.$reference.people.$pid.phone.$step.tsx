// The access questions read aloud to somebody and answered together. The same questions they would read themselves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { finishTogether } from "#app/services/answering-together.server.ts";
import { myPage } from "#app/services/my-meeting.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { requirePhonePage } from "#app/web/phone-page.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { StepPage } from "./my.m.$ref.access.$step/step-page.tsx";
import { readStep, takeStep } from "./my.m.$ref.access.$step/take-step.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, home, frame } = await requirePhonePage(request, params);
  if (params["step"] === "done") throw notFound();
  const page = await myPage(context, attendee);
  const step = await readStep({ context, attendee, page, home, steps: home, wording: "standard" }, params["step"] ?? "");
  const { shell, caption, firstName } = frame;
  return { shell, caption, home, ...step, readAloudTo: firstName };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator, reference, personId, attendee, home } = await requirePhonePage(request, params);
  const page = await myPage(context, attendee);
  return takeStep(request, { context, attendee, page, home, steps: home, wording: "standard" }, params["step"] ?? "", async () => {
    const finished = await finishTogether(context, coordinator, reference, personId, { isSent: true });
    return goBackSaying(home, finished.ok && finished.value.channel === null ? "sent-no-message" : "sent");
  });
}

export default function PhoneStep() {
  return <StepPage {...useLoaderData<typeof loader>()} />;
}
