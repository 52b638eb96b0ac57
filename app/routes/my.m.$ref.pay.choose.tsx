// How much to be paid. No reason is ever asked, and declining comes before the meeting (decision 20).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { choiceKinds } from "#app/domain/payments/choice.ts";
import { choiceIn, isCostsOnly, ownChoice, saveDraft, type OwnChoice } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { MoneyField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, optionalPounds } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm, typedIn, type FormAnswer } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { money, moneyInColumn } from "#app/words/format.ts";
import { afterTheMeetingNotes, charityNotes, choiceLabelsIn, payWords } from "#app/words/pay-pages.ts";
import { choicesAfterTheMeeting, costsOnlyChoices } from "#app/words/payment-choice.ts";
import { choiceRefusalSentence } from "#app/words/payments.ts";
import type { Pence } from "#app/domain/basics/money.ts";

const form = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  kind: choice(choiceKinds, "Choose how much you would like to be paid, or skip"),
  less: optionalPounds("amount"),
  forPerson: optionalPounds("amount for you"),
  forCharity: optionalPounds("amount for the charity"),
});

function kindsFor(own: OwnChoice) {
  if (isCostsOnly(own.offer)) return costsOnlyChoices;
  return own.isBeforeMeeting ? choiceKinds : choicesAfterTheMeeting;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const { offer, draft, isBeforeMeeting, version } = own;
  const wording = wordingIn(request.headers.get("cookie"));
  const labels = choiceLabelsIn(wording, offer.total);
  const kinds = kindsFor(own);
  return {
    shell,
    home,
    caption,
    version,
    wording,
    hint: isCostsOnly(offer) ? payWords[wording].choose.costsOnlyHint : payWords[wording].choose.hint(money(offer.total)),
    isBeforeMeeting,
    options: kinds.map((value) => ({ value, label: labels[value] })),
    kind: draft.kind ?? "",
    less: typed(draft.less),
    forPerson: typed(draft.forPerson),
    forCharity: typed(draft.forCharity),
    asksForAmounts: kinds.includes("less"),
    asksForSplit: kinds.includes("split"),
  };
}

function typed(pence: Pence | undefined): string {
  return pence === undefined ? "" : moneyInColumn(pence).replace(/[£,]/gu, "");
}

const fieldOf = { less: "less", "for-person": "forPerson", "for-charity": "forCharity" } as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const read = await readForm(request, form);
  if (read.button === "skip") return goOn(home);
  const isForLater = read.button === "later";
  // Nothing chosen yet is nothing to save: they come back to it.
  if (isForLater && !read.ok && hasOnlyNothingChosen(read.answer)) return goBackSaying(home, "later");
  if (!read.ok) return mend(read.answer);
  const { version, kind, less, forPerson, forCharity } = read.value;
  if (!kindsFor(own).includes(kind)) return mend(problemWith("kind", "Choose one of the answers", read.typed));
  const asked = {
    kind,
    ...(less === null ? {} : { less }),
    ...(forPerson === null ? {} : { forPerson }),
    ...(forCharity === null ? {} : { forCharity }),
  };
  const needsCharity = kind === "charity" || kind === "split";
  // The charity has its own page: its name does not hold this one up.
  const chosen = choiceIn({ ...asked, ...(needsCharity ? { charity: { name: "-" } } : {}) }, own.offer.total);
  // What is left for later may be unfinished; it is judged when it is agreed to.
  if (!isForLater && !chosen.ok && chosen.refusal.reason !== "not-chosen") {
    const { refusal } = chosen;
    const field = "field" in refusal ? fieldOf[refusal.field] : refusal.reason === "adds-up-to-more" ? "forPerson" : "less";
    return mend(problemWith(field, choiceRefusalSentence(refusal), read.typed));
  }
  const saved = await saveDraft(context, attendee, version, asked, read.intent);
  if (!saved.ok) return mend(problemWith("kind", "Your choice was changed in another window. Check it, and save again.", read.typed));
  if (isForLater) return goBackSaying(home, "later");
  if (needsCharity) return goOn(`${home}/pay/charity`);
  return goOn(kind === "nothing" ? `${home}/pay/check-answers` : `${home}/pay/how`);
}

function hasOnlyNothingChosen({ problems, typed }: FormAnswer): boolean {
  const hasAmount = ["less", "forPerson", "forCharity"].some((field) => typedIn(typed, field).trim() !== "");
  return problems.every(({ field }) => field === "kind") && !hasAmount;
}

export default function Choose() {
  const { shell, home, caption, version, wording, hint, options, asksForAmounts, asksForSplit, ...saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const shared = payWords[wording];
  const words = shared.choose;
  return (
    <Page shell={shell} caption={caption} title={words.legend} back={{ href: `${home}/pay`, text: shared.backToPayment }}>
      {saved.isBeforeMeeting ? null : (
        <Inset>
          <Sentences text={afterTheMeetingNotes[wording]} wording={wording} />
        </Inset>
      )}
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="kind"
          legend={words.legend}
          asHeading="h1"
          hint={<Sentences text={hint} wording={wording} />}
          options={options}
          value={answer.value("kind", saved.kind)}
          error={answer.error("kind")}
        />
        {asksForAmounts ? (
          <>
            <h2>{words.lessHeading}</h2>
            <MoneyField name="less" label={words.less} value={answer.value("less", saved.less)} error={answer.error("less")} />
          </>
        ) : null}
        {asksForSplit ? (
          <>
            <h2>{words.splitHeading}</h2>
            <MoneyField
              name="forPerson"
              label={words.forPerson}
              value={answer.value("forPerson", saved.forPerson)}
              error={answer.error("forPerson")}
            />
            <MoneyField
              name="forCharity"
              label={words.forCharity}
              value={answer.value("forCharity", saved.forCharity)}
              error={answer.error("forCharity")}
            />
            <p>
              <Sentences text={charityNotes[wording]} wording={wording} />
            </p>
          </>
        ) : null}
        <FormButtons
          primary={shared.save}
          secondary={[
            { intent: "skip", text: shared.skip },
            { intent: "later", text: shared.later },
          ]}
        />
      </PageForm>
      <p>{words.noReason}</p>
    </Page>
  );
}
