// The private benefits check. Each answer is the next page, drawn straight from what was sent: the answers so far travel
// sealed in the person's own form, so that forgetting needs nothing to be deleted (decision 8, promises.md P2).
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checkSteps, nothingSaidYet, oneStepBack, type CheckAnswers } from "#app/domain/benefits/check-answers.ts";
import { checkSubject, forgetAnswers, keepOrForget, keptAnswers, openAnswers, sealAnswers } from "#app/services/payment-check.server.ts";
import { yearFor } from "#app/services/payment-year.server.ts";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { CheckPage } from "./check-page.tsx";
import { formOfQuestion, moreOptions, whichOptions } from "./read.server.ts";
import { nationFor, viewAfter, viewOfQuestion, type CheckView } from "./view.server.ts";

type Shown = { readonly view: CheckView; readonly carried: string };

const addresses: readonly string[] = [...checkSteps, "result", "year"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const address = params["step"] ?? "";
  const wording = wordingIn(request.headers.get("cookie"));
  const subject = await checkSubject(context, attendee);
  if (subject === null || !addresses.includes(address)) throw notFound();
  const kept = await keptAnswers(context, attendee);
  const frame = { shell, home, caption, wording, isAskedAgain: address !== "keep" && kept === null };
  // Kept answers are read back only on a device that has shown it is the person's; otherwise the questions begin again.
  const known = kept !== null && kept !== "ask-first" ? kept : nothingSaidYet;
  if (address === "year") {
    const answers = known === nothingSaidYet ? null : known;
    const year = await yearFor(context, attendee, { subject, answers, wording });
    const view: CheckView = { kind: "year", year, isKept: answers !== null };
    return { ...frame, isLocked: kept === "ask-first", view, carried: sealAnswers(context, attendee, known) };
  }
  const view =
    address === "result" && known !== nothingSaidYet ? viewAfter(subject, known, wording) : viewOfQuestion("keep", subject, known, wording);
  const before = view.kind === "result" ? known : { ...known, visited: [] };
  return { ...frame, isLocked: kept === "ask-first", view, carried: sealAnswers(context, attendee, before) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const step = checkSteps.find((one) => one === params["step"]);
  const wording = wordingIn(request.headers.get("cookie"));
  const subject = await checkSubject(context, attendee);
  if (subject === null || !addresses.includes(params["step"] ?? "")) throw notFound();
  const sent = await readForm(request, z.looseObject({ carried: z.string().default("") }));
  const before = sent.ok ? openAnswers(context, attendee, sent.value.carried) : null;
  if (sent.button === "forget") {
    await forgetAnswers(context, attendee);
    return goBackSaying(`${home}/pay`, "forgotten");
  }
  // Sealed on another day or for somebody else, or not sealed by us: the questions begin again.
  if (before === null) return goOn(`${home}/pay/check/keep`);
  const show = (answers: CheckAnswers, view = viewAfter(subject, answers, wording)): Shown => ({
    view,
    carried: sealAnswers(context, attendee, answers),
  });
  if (params["step"] === "year") {
    const year = await yearFor(context, attendee, { subject, answers: before, wording });
    return data(show(before, { kind: "year", year, isKept: before.said.keep === "keep" }));
  }
  if (sent.button === "back") {
    const earlier = oneStepBack(before);
    const last = before.visited.at(-1) ?? "keep";
    return data(show(earlier, viewOfQuestion(last, subject, earlier, wording)));
  }
  if (step === undefined) return data(show(before));
  const visited = [...before.visited.filter((one) => one !== step), step];
  if (sent.button === "skip") {
    const { [step]: _skipped, ...said } = before.said;
    return data(show({ ...before, said, visited }));
  }
  const read = await readForm(request, formOfQuestion(step, nationFor(subject, before)));
  if (!read.ok) return data({ ...read.answer, ...show(before, viewOfQuestion(step, subject, before, wording)) }, { status: 422 });
  const changed = { ...read.value.change(before), visited };
  const nation = nationFor(subject, changed);
  const offered = [whichOptions(nation), moreOptions(nation)] as const;
  // Names differ between nations: what was ticked for another nation is not carried over to a list that does not have it.
  const answers: CheckAnswers = {
    ...changed,
    which: changed.which.filter((id) => offered[0].includes(id)),
    more: (changed.more ?? []).filter((id) => offered[1].includes(id)),
  };
  await keepOrForget(context, attendee, answers);
  if (sent.button === "later") return goBackSaying(home, "later");
  return data(show(answers));
}

export default function BenefitsCheck() {
  const { view, carried, isAskedAgain, isLocked, ...frame } = useLoaderData<typeof loader>();
  const sent = useActionData<Partial<Shown>>();
  const shown = sent?.view !== undefined && sent.carried !== undefined ? { view: sent.view, carried: sent.carried } : { view, carried };
  const isAnswer = sent?.view !== undefined;
  return <CheckPage {...frame} {...shown} isAskedAgain={isAskedAgain && !isAnswer} isLocked={isLocked && !isAnswer} />;
}
