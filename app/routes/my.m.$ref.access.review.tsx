// "Has anything changed since last time?": answers to an earlier meeting, offered again and never used unasked.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayIn } from "#app/domain/basics/dates.ts";
import { earlierAnswers, ownAnswers, reviewEarlierAnswers, verdicts } from "#app/services/needs.server.ts";
import { FormButtons, skipAndLater } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalChoice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { reviewWords } from "#app/words/easy-access.ts";
import { longDate } from "#app/words/format.ts";
import { answerRows } from "./my.m.$ref.access.$step/view.server.ts";

const reviewForm = z.strictObject({ verdict: optionalChoice(verdicts), version: z.coerce.number().int().nonnegative() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, wording, context, attendee, page } = await requireAttendeePage(request, params["ref"]);
  const earlier = await earlierAnswers(context, attendee);
  if (earlier === null) throw redirect(home);
  const { version } = await ownAnswers(context, attendee);
  return {
    shell,
    home,
    caption,
    wording,
    version,
    planner: page.meeting.coordinatorName,
    told: longDate(dayIn(earlier.sentAt)),
    meeting: earlier.meeting,
    needsNothing: earlier.answers.needsNothing,
    rows: answerRows(earlier.answers).map(({ name, lines }) => ({ name, lines })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const form = await readForm(request, reviewForm);
  if (!form.ok) return mend(form.answer);
  const { verdict, version } = form.value;
  if (form.button === "later") return goBackSaying(home, "later");
  if (form.button !== "skip" && verdict === undefined)
    return mend(problemWith("verdict", "Choose whether this is still right, or skip", form.typed));
  const said = form.button === "skip" || verdict === undefined ? "skipped" : verdict;
  const reviewed = await reviewEarlierAnswers(context, attendee, version, said, form.intent);
  if (!reviewed.ok) return goOn(home);
  if (said === "skipped") return goOn(home);
  return goOn(`${home}/access/who${said === "same" ? "?next=sharing" : ""}`);
}

export default function ReviewEarlier() {
  const { shell, home, caption, wording, version, planner, told, meeting, needsNothing, rows } = useLoaderData<typeof loader>();
  const words = reviewWords[wording];
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: home }}>
      <p>
        <Sentences text={words.told(told, meeting)} wording={wording} />
      </p>
      {needsNothing ? <p>{words.nothing}</p> : null}
      {rows.length === 0 ? null : (
        <SummaryList
          rows={rows.map((row) => ({
            name: row.name,
            answer: (
              <ul className="govuk-list">
                {(row.lines.length === 0 ? ["Nothing yet"] : row.lines).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="verdict"
          legend={words.question}
          hint={words.hint}
          options={[
            { value: "same", label: words.same },
            { value: "mostly", label: words.mostly },
            { value: "start-again", label: words.again },
          ]}
          value={answer.value("verdict")}
          error={answer.error("verdict")}
        />
        <FormButtons secondary={skipAndLater} />
      </PageForm>
      <Details summary="Why we ask this">{words.why}</Details>
      <Details summary="Who will see this">{words.whoSees(planner)}</Details>
    </Page>
  );
}
