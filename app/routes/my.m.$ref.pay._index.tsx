// The start of a person's private payment pages: what is offered, whose choice it is, and who sees what.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keptAnswers } from "#app/services/payment-check.server.ts";
import { isCostsOnly, ownChoice } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { wordingIn } from "#app/ui/display-preferences.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice } from "#app/web/form-fields.ts";
import { pageFilms } from "#app/web/films.server.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { money } from "#app/words/format.ts";
import { choiceSaid, payWords, riseWords } from "#app/words/pay-pages.ts";

const ways = ["choose", "check", "adviser", "later"] as const;
const form = z.strictObject({ next: choice(ways, "Choose what you would like to do, or skip") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const { decision, offer } = own;
  const wording = wordingIn(request.headers.get("cookie"));
  return {
    wording,
    films: await pageFilms(request, context, attendee.organisationId, isCostsOnly(offer) ? [] : ["payment"]),
    shell,
    home,
    caption,
    amount: money(offer.total),
    isCostsOnly: isCostsOnly(offer),
    paysCosts: offer.costsCovered.length > 0,
    askedAgain: own.askedAgain === null ? null : riseWords[wording](money(own.askedAgain.offered), money(offer.total)),
    decided: decision === null ? null : choiceSaid(wording, decision.choice, decision.offered),
    coordinator: page.meeting.coordinatorName,
    hasKept: (await keptAnswers(context, attendee)) !== null,
    reference: page.meeting.reference,
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { home } = await requireAttendeePage(request, params["ref"]);
  const read = await readForm(request, form);
  if (read.button === "skip") return goOn(home);
  if (!read.ok) return mend(read.answer);
  const addresses = { choose: `${home}/pay/choose`, check: `${home}/pay/check/keep`, adviser: `${home}/pay/adviser`, later: home };
  return goOn(addresses[read.value.next]);
}

export default function PaymentStart() {
  const {
    shell,
    home,
    caption,
    wording,
    films,
    amount,
    isCostsOnly,
    paysCosts,
    askedAgain,
    decided,
    coordinator,
    hasKept,
    reference,
    saved,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer();
  const shared = payWords[wording];
  const words = shared.start;
  const notice = saved === "forgotten" || saved === "undone" ? words.notices[saved] : undefined;
  const whoSees = words.whoSees(coordinator);
  return (
    <Page
      shell={shell}
      caption={caption}
      heading={words.heading}
      back={{ href: home }}
      films={films}
      notice={notice === undefined ? undefined : { heading: notice.heading, children: notice.text }}
    >
      <p className="govuk-body-l">
        <Sentences
          text={isCostsOnly ? words.costsOnly : [words.offered(amount), ...(paysCosts ? [words.paysCosts] : [])].join(" ")}
          wording={wording}
        />
      </p>
      {askedAgain === null ? null : (
        <Inset>
          <Sentences text={askedAgain} wording={wording} />
        </Inset>
      )}
      {decided === null ? null : (
        <>
          <h2>{words.chosen}</h2>
          <p>
            <Sentences text={decided} wording={wording} />
          </p>
        </>
      )}
      <h2>{words.yourChoice}</h2>
      <p>
        <Sentences text={words.yourChoiceText} wording={wording} />
      </p>
      <PageForm>
        <Radios
          name="next"
          legend={words.legend}
          options={ways.map((value) => ({ value, label: words.options[value] }))}
          value={answer.value("next")}
          error={answer.error("next")}
        />
        <FormButtons primary={shared.next} secondary={[{ intent: "skip", text: shared.skip }]} />
      </PageForm>
      {hasKept ? (
        <p>
          {words.keptBefore} <a href={`/my/confirm-you?ref=${reference}`}>{words.keptLink}</a>
        </p>
      ) : null}
      {[whoSees, words.tellsDwp].map(({ heading, text }) => (
        <Details key={heading} summary={heading}>
          <Sentences text={text} wording={wording} />
        </Details>
      ))}
      <LinkList
        links={[
          { href: `${home}/pay/check/year`, text: words.year },
          { href: `${home}/pay/letter`, text: words.letter },
          { href: "/help/tax-and-payroll", text: words.tax },
        ]}
      />
    </Page>
  );
}
