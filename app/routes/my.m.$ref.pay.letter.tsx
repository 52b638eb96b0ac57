// The letter for the Jobcentre: what it should say, the letter itself, and a signed copy by post. It never mentions benefits,
// health or access. What is ticked travels in the address, so looking at it stores nothing.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myPaper } from "#app/services/documents.server.ts";
import { askForSignedLetter, ownLetterRequest } from "#app/services/letter-requests.server.ts";
import { ownChoice } from "#app/services/payment-choice.server.ts";
import { Button, ButtonGroup, FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { DocumentView } from "#app/ui/document-view.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choices, optionalText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { holdsIn, letterHolds, searchOfLetter } from "#app/web/letter-holds.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { longDate } from "#app/words/format.ts";
import { letterParts, payWords } from "#app/words/pay-pages.ts";

const form = z.strictObject({ include: choices(letterParts), address: optionalText({ max: 300, thing: "address" }) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const holds = letterHolds(search);
  const letter = await myPaper(context, attendee, "jobcentre-letter", holds);
  if (!letter.ok) throw notFound();
  const { request: asked, onFile } = await ownLetterRequest(context, attendee);
  const wording = wordingIn(request.headers.get("cookie"));
  const words = payWords[wording].letter;
  return {
    shell,
    home,
    caption,
    wording,
    // An amount nobody has chosen yet cannot be shown.
    options: letterParts
      .filter((part) => part !== "chosen" || own.decision !== null)
      .map((value) => ({ value, label: words.parts[value] })),
    included: letterParts.filter((part) => holds[part]),
    file: `${home}/papers/jobcentre-letter.pdf${searchOfLetter(holds)}`,
    letter: letter.value,
    onFile,
    isJustAsked: search.get("saved") === "asked",
    asked:
      asked === null
        ? null
        : { where: asked.where, postBy: longDate(asked.postBy), postedOn: asked.postedOn === null ? null : longDate(asked.postedOn) },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home, context, attendee } = await requireAttendeePage(request, params["ref"]);
  if ((await ownChoice(context, attendee)) === null) throw notFound();
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { letter: words } = payWords[wordingIn(request.headers.get("cookie"))];
  const { include, address } = read.value;
  const holds = holdsIn(include);
  if (include.length === 0) return mend(problemWith("include", words.nothingChosen, read.typed));
  if (read.button !== "post") return goOn(`${home}/pay/letter${searchOfLetter(holds)}`);
  const asked = await askForSignedLetter(context, attendee, { holds, address }, read.intent);
  if (!asked.ok) return mend(problemWith("address", words.noAddress, read.typed));
  return goBackSaying(`${home}/pay/letter`, "asked");
}

export default function Letter() {
  const { shell, home, caption, wording, options, included, file, letter, onFile, isJustAsked, asked } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const shared = payWords[wording];
  const words = shared.letter;
  const said = asked === null ? null : asked.postedOn === null ? words.waits(asked.postBy) : words.posted(asked.postedOn);
  return (
    <Page
      shell={shell}
      caption={caption}
      heading={words.heading}
      back={{ href: `${home}/pay`, text: shared.backToPayment }}
      notice={isJustAsked && asked !== null ? { heading: words.doneHeading, children: words.done(asked.where, asked.postBy) } : undefined}
    >
      <p className="govuk-body-l">
        <Sentences text={words.intro} wording={wording} />
      </p>
      <p>
        <Sentences text={words.says} wording={wording} />
      </p>
      <PageForm>
        <Checkboxes
          name="include"
          legend={words.legend}
          options={options}
          values={answer.values("include", included)}
          error={answer.error("include")}
        />
        <FormButtons primary={words.show} />
        <h2>{words.postHeading}</h2>
        {said === null ? null : (
          <p>
            <Sentences text={said} wording={wording} />
          </p>
        )}
        <p>
          <Sentences text={words.postWho} wording={wording} />
        </p>
        {onFile === null ? null : (
          <p>
            <Sentences text={words.onFile(onFile)} wording={wording} />
          </p>
        )}
        <LongField
          name="address"
          label={onFile === null ? words.address : words.elsewhere}
          rows={4}
          limit={300}
          value={answer.value("address")}
          error={answer.error("address")}
        />
        <ButtonGroup>
          <Button kind="secondary" intent="post">
            {words.ask}
          </Button>
        </ButtonGroup>
      </PageForm>
      <h2>{words.preview}</h2>
      <LinkList links={[{ href: file, text: `${words.get} (PDF, 1 page)` }]} />
      <DocumentView doc={letter} titleLevel={2} />
    </Page>
  );
}
