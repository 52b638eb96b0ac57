// The access questions, one page at a time. Every page can be skipped, nothing has to be answered, and the last pages show
// what each reader will read before anything is sent.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addressAfter, addressBefore, stepAt } from "#app/domain/access/journey.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { formOfStep } from "./read.server.ts";
import { StepPage } from "./step-page.tsx";
import { viewOfStep } from "./view.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, page, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownAnswers(context, attendee);
  const address = params["step"] ?? "";
  const frame = { shell, caption, home, version: own.version };
  if (address === "done") return { ...frame, back: `${home}/access/check`, view: viewOfStep({ kind: "done" }, own, page) };
  const step = stepAt(own.answers, address);
  if (!step) throw notFound();
  const before = addressBefore(own.answers, step);
  return { ...frame, back: before === null ? home : `${home}/access/${before}`, view: viewOfStep(step, own, page) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { page, home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownAnswers(context, attendee);
  const address = params["step"] ?? "";
  const step = stepAt(own.answers, address);
  if (!step) throw notFound();
  const read = await readForm(request, formOfStep(step, own.answers, page.fullName));
  if (read.button === "skip") return goOn(`${home}/access/${addressAfter(own.answers, step)}`);
  if (!read.ok) return mend(read.answer);
  const { change, version } = read.value;
  const changedElsewhere = problemWith("", "Your answers were changed in another window. Check this page, and save it again.", read.typed);
  if (step.kind === "check" && read.button !== "later") {
    const sent = await sendOwnAnswers(context, attendee, read.intent);
    return sent.ok ? goOn(`${home}/access/done`) : mend(changedElsewhere);
  }
  const saved = await saveOwnAnswers(
    context,
    attendee,
    version,
    (answers) => {
      const changed = change(answers);
      return { ...changed, visited: [...new Set([...changed.visited, address])] };
    },
    read.intent,
  );
  if (!saved.ok) return mend(changedElsewhere);
  if (read.button === "later") return goBackSaying(home, "later");
  const now = await ownAnswers(context, attendee);
  return goOn(`${home}/access/${addressAfter(now.answers, step)}`);
}

export default function AccessStep() {
  return <StepPage {...useLoaderData<typeof loader>()} />;
}
