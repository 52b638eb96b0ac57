// "Who is filling this in?": the person, the person with help, or somebody for them. It can be skipped.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stepAt } from "#app/domain/access/journey.ts";
import { ownAnswers, saveOwnAnswers } from "#app/services/needs.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalChoice, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { whoWords } from "#app/words/easy-access.ts";

const whoForm = z.strictObject({
  who: optionalChoice(["me", "me-with-help", "on-my-behalf"]),
  helper: optionalText({ thing: "their name" }),
  version: z.coerce.number().int().nonnegative(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, wording, context, attendee, page } = await requireAttendeePage(request, params["ref"]);
  const { answers, version } = await ownAnswers(context, attendee);
  return {
    shell,
    home,
    caption,
    wording,
    version,
    filledBy: answers.filledBy ?? "",
    helper: answers.helper,
    planner: page.meeting.coordinatorName,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, whoForm);
  const wanted = new URL(request.url).searchParams.get("next") === "sharing";
  const canShare = stepAt((await ownAnswers(context, attendee)).answers, "sharing") !== undefined;
  const next = `${home}/access/${wanted ? (canShare ? "sharing" : "check") : "topics"}`;
  if (form.button === "skip") return goOn(next);
  if (!form.ok) return mend(form.answer);
  const { who, helper, version } = form.value;
  if (who === undefined) return form.button === "later" ? goBackSaying(home, "later") : goOn(next);
  const saved = await saveOwnAnswers(
    context,
    attendee,
    version,
    (answers) => ({ ...answers, filledBy: who, helper: who === "me" ? "" : helper }),
    form.intent,
  );
  if (!saved.ok)
    return mend(problemWith("who", "Your answers were changed in another window. Check this page, and save it again.", form.typed));
  return form.button === "later" ? goBackSaying(home, "later") : goOn(next);
}

export default function Who() {
  const { shell, home, caption, wording, version, filledBy, helper, planner } = useLoaderData<typeof loader>();
  const words = whoWords[wording];
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} title={words.question} back={{ href: home }}>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="who"
          legend={words.question}
          asHeading="h1"
          options={[
            { value: "me", label: words.me },
            { value: "me-with-help", label: words.withHelp },
            { value: "on-my-behalf", label: words.onMyBehalf, hint: words.onMyBehalfHint },
          ]}
          value={answer.value("who", filledBy)}
          error={answer.error("who")}
        />
        <TextField
          name="helper"
          label={words.helper}
          optional
          hint={words.helperHint}
          value={answer.value("helper", helper)}
          error={answer.error("helper")}
          autoComplete="off"
          spellCheck={false}
        />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      <Details summary="Why we ask this">{words.why}</Details>
      <Details summary="Who will see this">{words.whoSees(planner)}</Details>
    </Page>
  );
}
