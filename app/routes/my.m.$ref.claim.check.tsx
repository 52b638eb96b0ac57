// The whole claim to be looked at, signed with a typed name and sent.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askForPaperForm, sendClaim, unreadyOf } from "#app/services/claims.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { LongField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireClaimToFillIn } from "#app/web/claim-page.server.ts";
import { costRows } from "#app/web/claim-rows.ts";
import { fullName, longText, ticked, versionField } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm, type FormAnswer, type Typed } from "#app/web/forms.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { changedElsewhere, notNow, timeLine, unreadySentences } from "#app/words/claims.ts";
import { inFours, money } from "#app/words/format.ts";
import { takenOffSentence } from "#app/words/payments.ts";

const form = z.strictObject({
  confirmed: ticked("Tick to confirm your claim"),
  signedName: fullName,
  answer: longText("Your answer"),
  version: versionField,
});
const paperForm = z.object({ version: versionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, caption, claim, claimHome, home } = await requireClaimToFillIn(request, params["ref"]);
  const { settlement } = claim;
  return {
    shell,
    caption,
    claimHome,
    version: claim.version,
    reference: inFours(claim.reference),
    unready: unreadyOf(claim).map((why) => ({
      text: unreadySentences[why],
      href: {
        "choice-missing": `${home}/pay`,
        "time-not-priced": "/help",
        "time-not-checked": `${claimHome}/time`,
        "cost-not-finished": `${claimHome}/costs`,
        "nothing-to-claim": `${claimHome}/costs`,
      }[why],
    })),
    time: claim.time.map(({ priced }) => ({ name: timeLine(priced.entry.activity, priced.entry.minutes), answer: money(priced.amount) })),
    costs: costRows(claim).map(({ id, label, amount }) => ({ name: label, answer: amount, change: { href: `${claimHome}/costs/${id}` } })),
    takenOff: settlement.lines.flatMap((line) => {
      const sentence = takenOffSentence(line);
      return sentence === undefined ? [] : [{ name: sentence, answer: money(line.amount) }];
    }),
    toDecide: settlement.undecided.length > 0,
    total: money(settlement.toPay),
    differs: claim.timeAnswer === "different" ? claim.timeDiffers : "",
    question: claim.state === "sent-back" ? claim.question : "",
    answer: claim.answer,
    signedName: claim.signedName,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, attendee, claimHome } = await requireClaimToFillIn(request, params["ref"]);
  if ((await formOf(request)).get("intent") === "paper") {
    const asked = await readForm(request, paperForm.loose());
    await askForPaperForm(context, attendee, asked.ok ? asked.intent : undefined);
    return goBackSaying(claimHome, "paper");
  }
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { version, signedName, answer } = read.value;
  const sent = await sendClaim(context, attendee, version, { signedName, answer }, read.intent);
  return sent.ok ? goOn(`${claimHome}/done`) : mend(answerTo(sent.refusal, read.typed));
}

type SendRefusal = Extract<Awaited<ReturnType<typeof sendClaim>>, { ok: false }>["refusal"];

function answerTo(refusal: SendRefusal, typed: Typed): FormAnswer {
  if (refusal === "answer-missing") return problemWith("answer", unreadySentences[refusal], typed);
  if (refusal === "changed-elsewhere") return problemWith("confirmed", changedElsewhere, typed);
  if (refusal === "not-now" || refusal === "not-marked" || refusal === "nothing-offered" || refusal === "nothing-chosen")
    return problemWith("confirmed", notNow, typed);
  return problemWith("confirmed", unreadySentences[refusal], typed);
}

export default function ClaimCheck() {
  const loaded = useLoaderData<typeof loader>();
  const { shell, caption, claimHome, version, reference, unready, time, costs, takenOff, toDecide, total, differs, question } = loaded;
  const answer = useAnswer();
  return (
    <Page shell={shell} heading="Check your claim" caption={caption} back={{ href: claimHome }}>
      {unready.map(({ text, href }) => (
        <Inset key={text}>
          <a className="target" href={href}>
            {text}
          </a>
        </Inset>
      ))}
      <h2>Your time</h2>
      {time.length === 0 ? <p>There is no payment for time.</p> : <SummaryList rows={time} />}
      {differs === "" ? null : (
        <>
          <h3>What you said is different</h3>
          <p className="keeps-lines">{differs}</p>
        </>
      )}
      <h2>Your costs</h2>
      {costs.length === 0 ? <p>No costs.</p> : <SummaryList rows={costs} />}
      <h2>Total</h2>
      <SummaryList
        rows={[...takenOff, { name: "What we pay you", answer: <strong>{total}</strong> }, { name: "Your reference", answer: reference }]}
      />
      {toDecide ? (
        <p>A person will look at one or more of your costs. They are not in this total yet. You do not need to do anything.</p>
      ) : null}
      <PageForm carried={{ version: String(version) }}>
        {question === "" ? null : (
          <>
            <h2>Our question</h2>
            <p className="keeps-lines">{question}</p>
            <LongField name="answer" label="Your answer" value={answer.value("answer", loaded.answer)} error={answer.error("answer")} />
          </>
        )}
        <Tick
          name="confirmed"
          label="This is what I spent and the time I gave, as far as I know."
          isTicked={answer.value("confirmed") === "yes"}
          error={answer.error("confirmed")}
        />
        <TextField
          name="signedName"
          label="Full name"
          hint="Type your name instead of signing. Use the name you want us to use."
          autoComplete="name"
          spellCheck={false}
          value={answer.value("signedName", loaded.signedName)}
          error={answer.error("signedName")}
        />
        <FormButtons primary="Send my claim" secondary={[{ intent: "paper", text: "I cannot sign online: send me a paper form" }]} />
      </PageForm>
    </Page>
  );
}
