// The charity a person names. What the organisation then gives is its own donation (decision 20).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { charitiesOf } from "#app/services/charities.server.ts";
import { isPaid, choiceIn, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { TextField } from "#app/ui/fields.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { charityNotes, payWords } from "#app/words/pay-pages.ts";

const another = "another";

// With a list to choose from, the boxes are for a charity that is not on it; without one, they are the question.
function formWith(ids: readonly string[], words: { readonly notChosen: string }) {
  const isAnswered = (given: string | undefined): given is string => given !== undefined && (ids.includes(given) || given === another);
  return z
    .strictObject({
      version: z.coerce.number().int().nonnegative(),
      charity: z.string().max(100).optional(),
      name: optionalText({ max: 200, thing: "charity name" }),
      number: optionalText({ max: 20, thing: "charity number" }),
    })
    .superRefine(({ charity, name }, context) => {
      if (ids.length > 0 && !isAnswered(charity)) context.addIssue({ code: "custom", path: ["charity"], message: words.notChosen });
      const isTyped = ids.length === 0 || charity === another;
      if (isTyped && name === "") context.addIssue({ code: "custom", path: ["name"], message: "Enter the charity's name" });
    });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null || !own.isBeforeMeeting) throw notFound();
  const { name = "", number = "" } = own.draft.charity ?? {};
  const listed = await charitiesOf(context, attendee.organisationId);
  const chosen = listed.find((one) => one.name === name);
  const wording = wordingIn(request.headers.get("cookie"));
  return {
    shell,
    home,
    caption,
    version: own.version,
    wording,
    options: listed.map((one) => ({ value: one.id, label: one.name })),
    charity: chosen?.id ?? (name === "" ? "" : another),
    name: chosen === undefined ? name : "",
    number: chosen === undefined ? number : "",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null || !own.isBeforeMeeting) throw notFound();
  const listed = await charitiesOf(context, attendee.organisationId);
  const words = payWords[wordingIn(request.headers.get("cookie"))].charity;
  const form = formWith(
    listed.map(({ id }) => id),
    words,
  );
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { version, name, number } = read.value;
  const chosenOne = listed.find(({ id }) => id === read.value.charity) ?? { name, number };
  const charity = chosenOne.number === "" ? { name: chosenOne.name } : { name: chosenOne.name, number: chosenOne.number };
  const saved = await saveDraft(context, attendee, version, { charity }, read.intent);
  if (!saved.ok) return mend(problemWith("name", "Your choice was changed in another window. Check it, and save again.", read.typed));
  const chosen = choiceIn({ ...own.draft, charity }, own.offer.total);
  return goOn(chosen.ok && isPaid(chosen.value, own.offer) ? `${home}/pay/how` : `${home}/pay/check-answers`);
}

export default function CharityPage() {
  const { shell, home, caption, version, options, charity, name, number, wording } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const words = payWords[wording].charity;
  const hasList = options.length > 0;
  return (
    <Page
      shell={shell}
      caption={caption}
      {...(hasList ? { title: words.heading } : { heading: words.heading })}
      back={{ href: `${home}/pay/choose` }}
    >
      <Inset>
        <Sentences text={charityNotes[wording]} wording={wording} />
      </Inset>
      <PageForm carried={{ version: String(version) }}>
        {hasList ? (
          <>
            <Radios
              name="charity"
              legend={words.heading}
              asHeading="h1"
              options={[...options, { value: another, label: words.another }]}
              value={answer.value("charity", charity)}
              error={answer.error("charity")}
            />
            <h2>{words.ifAnother}</h2>
          </>
        ) : null}
        <TextField name="name" label={words.name} value={answer.value("name", name)} error={answer.error("name")} />
        <TextField name="number" label={words.number} width={10} value={answer.value("number", number)} error={answer.error("number")} />
        <FormButtons primary={payWords[wording].save} />
      </PageForm>
    </Page>
  );
}
