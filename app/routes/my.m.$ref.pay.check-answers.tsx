// Check and agree: the one page where a choice becomes a decision.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { choiceIn, decide, isPaid, ownChoice } from "#app/services/payment-choice.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Tick } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { ticked } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { arrivalSentence } from "#app/words/payment-choice.ts";
import { choiceSaid, methodNames, payWords } from "#app/words/pay-pages.ts";

const form = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  understood: ticked("Tick to say you understand, or talk to us first"),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const { offer, draft, bank, worked, plannedFor } = own;
  const chosen = choiceIn(draft, offer.total);
  if (!chosen.ok) throw goOn(`${home}/pay/choose`);
  const choice = chosen.value;
  const isToBePaid = isPaid(choice, offer);
  if (isToBePaid && draft.how === undefined) throw goOn(`${home}/pay/how`);
  const wording = wordingIn(request.headers.get("cookie"));
  const words = payWords[wording].check;
  const usesBank = draft.how === "bank" || draft.how === "someone-elses-account";
  return {
    shell,
    home,
    caption,
    version: own.version,
    wording,
    amount: choiceSaid(wording, choice, offer.total),
    hasCharity: choice.kind === "charity" || choice.kind === "split",
    how: isToBePaid && draft.how !== undefined ? methodNames(wording)[draft.how] : null,
    bank: isToBePaid && usesBank ? (bank === null ? words.notGiven : words.ends(bank.lastTwo)) : null,
    when: isToBePaid ? arrivalSentence(worked ?? undefined, plannedFor ?? undefined, offer.paidWithin, wording) : null,
    coordinator: page.meeting.coordinatorName,
  };
}

const problems = {
  "changed-elsewhere": "Your choice was changed in another window. Check it, and save again.",
  "not-chosen": "Choose how much you would like to be paid first.",
  "too-late-for-a-gift": "The day of the meeting has come, so a donation can no longer be chosen. Choose again.",
  "how-missing": "Choose how we should pay you first.",
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (read.button === "adviser") return goOn(`${home}/pay/adviser`);
  if (!read.ok) return mend(read.answer);
  const decided = await decide(context, attendee, read.value.version, read.intent);
  return decided.ok ? goOn(`${home}/pay/done`) : mend(problemWith("understood", problems[decided.refusal], read.typed));
}

export default function CheckAnswers() {
  const { shell, home, caption, wording, version, amount, hasCharity, how, bank, when, coordinator } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording].check;
  const lines = (text: string) => <Sentences text={text} wording={wording} />;
  const change = (href: string) => ({ href: `${home}/pay/${href}` });
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: `${home}/pay` }}>
      <SummaryList
        rows={[
          { name: words.amount, answer: lines(amount), change: change("choose") },
          ...(hasCharity ? [{ name: words.charity, answer: lines(words.charityNamed), change: change("charity") }] : []),
          ...(how === null ? [] : [{ name: words.how, answer: how, change: change("how") }]),
          ...(bank === null ? [] : [{ name: words.account, answer: bank, change: change("bank") }]),
          ...(when === null ? [] : [{ name: words.when, answer: lines(when) }]),
          { name: words.whoSees, answer: lines(words.whoSeesText(coordinator)) },
        ]}
      />
      <PageForm carried={{ version: String(version) }}>
        <Tick
          name="understood"
          label={words.understood}
          isTicked={answer.value("understood") === "yes"}
          error={answer.error("understood")}
        />
        <FormButtons primary={words.save}>
          <ButtonLink href={`${home}/pay/adviser`} kind="secondary">
            {words.adviser}
          </ButtonLink>
        </FormButtons>
      </PageForm>
    </Page>
  );
}
