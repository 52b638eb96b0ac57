// One thing somebody asked to have paid before the meeting: what we said, our question, and taking it back.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerQuestion, myCostsBefore, withdrawRequest } from "#app/services/costs-before.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { longText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { changedElsewhere } from "#app/words/claims.ts";
import { needLabels, requestState, wayLabels } from "#app/words/costs-before.ts";
import { longDate, money } from "#app/words/format.ts";

const form = z.strictObject({ reply: longText("Your answer"), version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { context, attendee, shell, caption, home } = await requireAttendeePage(request, params["ref"]);
  const found = (await myCostsBefore(context, attendee)).requests.find(({ id }) => id === params["rid"]);
  if (found === undefined) throw notFound();
  const { words, wish, estimate, neededBy, amount, state, question, reply, answer, version } = found;
  return {
    shell,
    caption,
    home,
    heading: needLabels[found.need],
    version,
    question: state === "question" ? question : "",
    mayTakeBack: state === "asked" || state === "question",
    answer,
    rows: [
      { name: "Where it is", answer: requestState(found) },
      ...(words === "" ? [] : [{ name: "What you told us", answer: words }]),
      ...(wish === null ? [] : [{ name: "What you asked us to do", answer: wayLabels[wish] }]),
      ...(estimate === null ? [] : [{ name: "About how much", answer: money(estimate) }]),
      ...(neededBy === null ? [] : [{ name: "Needed by", answer: longDate(neededBy) }]),
      ...(amount === null || state === "booked" ? [] : [{ name: "Amount", answer: money(amount) }]),
      ...(state !== "question" && question !== "" ? [{ name: "Our question", answer: question }] : []),
      ...(reply === "" ? [] : [{ name: "Your answer", answer: reply }]),
    ],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const at = { id: params["rid"] ?? "", version: read.value.version };
  const isTakenBack = read.button === "take-back";
  if (!isTakenBack && read.value.reply === "") return mend(problemWith("reply", "Write your answer to our question", read.typed));
  const saved = isTakenBack
    ? await withdrawRequest(context, attendee, at, read.intent)
    : await answerQuestion(context, attendee, at, read.value.reply, read.intent);
  if (saved.ok) return goOn(`${home}/before`);
  if (saved.refusal === "not-found") throw notFound();
  return mend(problemWith("reply", changedElsewhere, read.typed));
}

export default function OneCostBefore() {
  const { shell, caption, home, heading, version, question, mayTakeBack, answer: ourAnswer, rows } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} heading={heading} caption={caption} back={{ href: `${home}/before` }}>
      {ourAnswer === "" ? null : (
        <Inset>
          <h2>What we say</h2>
          <p className="keeps-lines">{ourAnswer}</p>
        </Inset>
      )}
      <SummaryList rows={rows.map((row) => ({ ...row, answer: <span className="keeps-lines">{row.answer}</span> }))} />
      {mayTakeBack ? (
        <PageForm carried={{ version: String(version) }}>
          {question === "" ? null : (
            <>
              <Inset>
                <h2>Our question</h2>
                <p className="keeps-lines">{question}</p>
              </Inset>
              <LongField name="reply" label="Your answer" value={answer.value("reply", "")} error={answer.error("reply")} />
              <FormButtons primary="Send my answer" />
            </>
          )}
          <p>
            <Button kind="secondary" intent="take-back">
              I do not need this any more
            </Button>
          </p>
        </PageForm>
      ) : null}
    </Page>
  );
}
