// The charity a person names. What the organisation then gives is its own donation (decision 20).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isPaid, choiceIn, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalText, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { charityNotes, payWords } from "#app/words/pay-pages.ts";

const form = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  name: requiredText("Enter the charity's name", { max: 200, thing: "charity name" }),
  number: optionalText({ max: 20, thing: "charity number" }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null || !own.isBeforeMeeting) throw notFound();
  const { name = "", number = "" } = own.draft.charity ?? {};
  return { shell, home, caption, version: own.version, name, number, wording: wordingIn(request.headers.get("cookie")) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null || !own.isBeforeMeeting) throw notFound();
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { version, name, number } = read.value;
  const charity = number === "" ? { name } : { name, number };
  const saved = await saveDraft(context, attendee, version, { charity }, read.intent);
  if (!saved.ok) return mend(problemWith("name", "Your choice was changed in another window. Check it, and save again.", read.typed));
  const chosen = choiceIn({ ...own.draft, charity }, own.offer.total);
  return goOn(chosen.ok && isPaid(chosen.value, own.offer) ? `${home}/pay/how` : `${home}/pay/check-answers`);
}

export default function CharityPage() {
  const { shell, home, caption, version, name, number, wording } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording].charity;
  return (
    <Page shell={shell} caption={caption} heading={words.heading} back={{ href: `${home}/pay/choose` }}>
      <Inset>
        <Sentences text={charityNotes[wording]} wording={wording} />
      </Inset>
      <PageForm carried={{ version: String(version) }}>
        <TextField name="name" label={words.name} value={answer.value("name", name)} error={answer.error("name")} />
        <TextField name="number" label={words.number} width={10} value={answer.value("number", number)} error={answer.error("number")} />
        <FormButtons primary={payWords[wording].save} />
      </PageForm>
    </Page>
  );
}
