// The access questions, one page at a time. Every page can be skipped, nothing has to be answered, and the last pages show
// what each reader will read before anything is sent.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { topicIds } from "#app/domain/access/topic-options.ts";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { pageFilms } from "#app/web/films.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { StepPage } from "./step-page.tsx";
import { readStep, takeStep } from "./take-step.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, page, home, caption, wording, context, attendee } = await requireAttendeePage(request, params["ref"]);
  // In Easy Read each topic is a question of its own.
  if (wording === "easy" && params["step"] === "topics") throw redirect(`${home}/access/ask/${topicIds[0]}`);
  const step = await readStep({ context, attendee, page, home, steps: `${home}/access`, wording }, params["step"] ?? "");
  const films = step.view.kind === "sharing" ? await pageFilms(request, context, attendee.organisationId, ["who-sees"]) : undefined;
  return { shell, caption, home, films, ...step };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, home, wording, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const steps = `${home}/access`;
  return takeStep(request, { context, attendee, page, home, steps, wording }, params["step"] ?? "", async () => goOn(`${steps}/done`));
}

export default function AccessStep() {
  return <StepPage {...useLoaderData<typeof loader>()} />;
}
