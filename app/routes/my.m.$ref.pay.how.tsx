// How to be paid: only the ways the organisation offers, and none chosen beforehand.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { methodHints, methodNames, payWords } from "#app/words/pay-pages.ts";

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

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const wording = wordingIn(request.headers.get("cookie"));
  const [names, hints] = [methodNames(wording), methodHints[wording]];
  const options = methods
    .filter((method) => own.offer.paidBy.includes(method))
    .map((value) => ({ value, label: names[value], ...(hints[value] === undefined ? {} : { hint: hints[value] }) }));
  return { shell, home, caption, version: own.version, wording, options, how: own.draft.how ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const read = await readForm(request, form);
  if (read.button === "skip") return goOn(home);
  // Nothing chosen yet is nothing to save: they come back to it.
  if (read.button === "later" && !read.ok && read.answer.problems.every(({ field }) => field === "how")) return goBackSaying(home, "later");
  if (!read.ok) return mend(read.answer);
  const { version, how } = read.value;
  if (!own.offer.paidBy.includes(how)) return mend(problemWith("how", missing, read.typed));
  const saved = await saveDraft(context, attendee, version, { how }, read.intent);
  if (!saved.ok) return mend(problemWith("how", "Your choice was changed in another window. Check it, and save again.", read.typed));
  if (read.button === "later") return goBackSaying(home, "later");
  return goOn(how === "bank" || how === "someone-elses-account" ? `${home}/pay/bank` : `${home}/pay/check-answers`);
}

export default function How() {
  const { shell, home, caption, version, wording, options, how } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording];
  return (
    <Page shell={shell} caption={caption} title={words.how.legend} back={{ href: `${home}/pay/choose` }}>
      <PageForm carried={{ version: String(version) }}>
        <Radios
          name="how"
          legend={words.how.legend}
          asHeading="h1"
          options={options}
          value={answer.value("how", how)}
          error={answer.error("how")}
        />
        <FormButtons
          primary={words.save}
          secondary={[
            { intent: "skip", text: words.skip },
            { intent: "later", text: words.later },
          ]}
        />
      </PageForm>
    </Page>
  );
}
