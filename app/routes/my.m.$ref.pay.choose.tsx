// How much to be paid. No reason is ever asked, and declining comes before the meeting (decision 20).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { choiceKinds } from "#app/domain/payments/choice.ts";
import { choiceIn, isCostsOnly, ownChoice, saveDraft, type OwnChoice } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice, optionalPounds } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { money, moneyInColumn } from "#app/words/format.ts";
import { afterTheMeetingNote, choicesAfterTheMeeting, costsOnlyChoices } from "#app/words/payment-choice.ts";
import { charityNote, choiceLabels, choiceRefusalSentence } from "#app/words/payments.ts";
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
  const labels = choiceLabels(offer.total);
  const kinds = kindsFor(own);
  return {
    shell,
    home,
    caption,
    version,
    hint: `Full amount: ${money(offer.total)}. Your costs are paid on top.`,
    isCostsOnly: isCostsOnly(offer),
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
  if (!chosen.ok && chosen.refusal.reason !== "not-chosen") {
    const { refusal } = chosen;
    const field = "field" in refusal ? fieldOf[refusal.field] : refusal.reason === "adds-up-to-more" ? "forPerson" : "less";
    return mend(problemWith(field, choiceRefusalSentence(refusal), read.typed));
  }
  const saved = await saveDraft(context, attendee, version, asked, read.intent);
  if (!saved.ok) return mend(problemWith("kind", "Your choice was changed in another window. Check it, and save again.", read.typed));
  if (read.button === "later") return goBackSaying(home, "later");
  if (needsCharity) return goOn(`${home}/pay/charity`);
  return goOn(kind === "nothing" ? `${home}/pay/check-answers` : `${home}/pay/how`);
}

export default function Choose() {
  const { shell, home, caption, version, hint, options, asksForAmounts, asksForSplit, ...saved } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      caption={caption}
      title="How much would you like to be paid?"
      back={{ href: `${home}/pay`, text: "Back to your payment" }}
    >
      {saved.isBeforeMeeting ? null : <Inset>{afterTheMeetingNote}</Inset>}
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="kind"
          legend="How much would you like to be paid?"
          asHeading="h1"
          hint={saved.isCostsOnly ? "There is no payment for time. We pay your costs." : hint}
          options={options}
          value={answer.value("kind", saved.kind)}
          error={answer.error("kind")}
        />
        {asksForAmounts ? (
          <>
            <h2>If you chose a smaller amount</h2>
            <MoneyField name="less" label="How much, in pounds?" value={answer.value("less", saved.less)} error={answer.error("less")} />
          </>
        ) : null}
        {asksForSplit ? (
          <>
            <h2>If you chose some for you, and a donation</h2>
            <MoneyField
              name="forPerson"
              label="Amount for you, in pounds"
              value={answer.value("forPerson", saved.forPerson)}
              error={answer.error("forPerson")}
            />
            <MoneyField
              name="forCharity"
              label="Amount for the charity, in pounds"
              value={answer.value("forCharity", saved.forCharity)}
              error={answer.error("forCharity")}
            />
            <p>{charityNote}</p>
          </>
        ) : null}
        <FormButtons
          secondary={[
            { intent: "skip", text: "Skip this question" },
            { intent: "later", text: "Save and come back later" },
          ]}
        />
      </PageForm>
      <p>We never ask why.</p>
    </Page>
  );
}
