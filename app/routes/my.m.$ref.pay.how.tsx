// How to be paid: only the ways the organisation offers, and none chosen beforehand.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { paymentMethodNames } from "#app/words/payments.ts";

const methods = [
  "bank",
  "someone-elses-account",
  "cash",
  "voucher",
  "cheque",
  "payment-card",
  "payroll",
] as const satisfies readonly PaymentMethod[];
const missing = "Choose how we should pay you, or skip";
const form = z.strictObject({ version: z.coerce.number().int().nonnegative(), how: choice(methods, missing) });

const hints: Readonly<Partial<Record<PaymentMethod, string>>> = {
  voucher: "For benefits, a voucher usually counts the same as money.",
  "someone-elses-account": "The next page says what to think about first.",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const options = methods
    .filter((method) => own.offer.paidBy.includes(method))
    .map((value) => ({ value, label: paymentMethodNames[value], ...(hints[value] === undefined ? {} : { hint: hints[value] }) }));
  return { shell, home, caption, version: own.version, options, how: own.draft.how ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const read = await readForm(request, form);
  if (read.button === "skip") return goOn(home);
  if (!read.ok) return mend(read.answer);
  const { version, how } = read.value;
  if (!own.offer.paidBy.includes(how)) return mend(problemWith("how", missing, read.typed));
  const saved = await saveDraft(context, attendee, version, { how }, read.intent);
  if (!saved.ok) return mend(problemWith("how", "Your choice was changed in another window. Check it, and save again.", read.typed));
  if (read.button === "later") return goBackSaying(home, "later");
  return goOn(how === "bank" || how === "someone-elses-account" ? `${home}/pay/bank` : `${home}/pay/check-answers`);
}

export default function How() {
  const { shell, home, caption, version, options, how } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page shell={shell} caption={caption} title="How should we pay you?" back={{ href: `${home}/pay/choose` }}>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="how"
          legend="How should we pay you?"
          asHeading="h1"
          options={options}
          value={answer.value("how", how)}
          error={answer.error("how")}
        />
        <FormButtons
          secondary={[
            { intent: "skip", text: "Skip this question" },
            { intent: "later", text: "Save and come back later" },
          ]}
        />
      </PageForm>
    </Page>
  );
}
