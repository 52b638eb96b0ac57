// The start of a person's private payment pages: what is offered, whose choice it is, and who sees what.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keptAnswers } from "#app/services/payment-check.server.ts";
import { isCostsOnly, ownChoice } from "#app/services/payment-choice.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { Details } from "#app/ui/details.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { requireAttendeePage } from "#app/web/attendee-page.server.ts";
import { choice } from "#app/web/form-fields.ts";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound } from "#app/web/guards.server.ts";
import { goOn } from "#app/web/responses.server.ts";
import { money } from "#app/words/format.ts";
import { choiceSentence } from "#app/words/payments.ts";

const ways = ["choose", "check", "adviser", "later"] as const;
const form = z.strictObject({ next: choice(ways, "Choose what you would like to do, or skip") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shell, home, caption, page, context, attendee } = await requireAttendeePage(request, params["ref"]);
  const own = await ownChoice(context, attendee);
  if (own === null) throw notFound();
  const { decision, offer } = own;
  return {
    shell,
    home,
    caption,
    amount: money(offer.total),
    isCostsOnly: isCostsOnly(offer),
    paysCosts: offer.costsCovered.length > 0,
    decided: decision === null ? null : choiceSentence(decision.choice, decision.offered),
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

const notices: Readonly<Record<string, { readonly heading: string; readonly children: string }>> = {
  forgotten: { heading: "Forgotten", children: "We have not kept your answers about benefits." },
  undone: { heading: "Undone", children: "Your choice is taken back. Nothing is decided until you choose again." },
};

export default function PaymentStart() {
  const { shell, home, caption, amount, isCostsOnly, paysCosts, decided, coordinator, hasKept, reference, saved } =
    useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      caption={caption}
      heading="Your payment for this meeting"
      back={{ href: home }}
      notice={saved === null ? undefined : notices[saved]}
    >
      {isCostsOnly ? (
        <p className="govuk-body-l">We pay your costs for this meeting. There is no payment for time.</p>
      ) : (
        <p className="govuk-body-l">
          We would like to pay you {amount} for your time. {paysCosts ? "We also pay your costs. Costs are separate from payment." : null}
        </p>
      )}
      {decided === null ? null : (
        <>
          <h2>What you have chosen</h2>
          <p>{decided}</p>
        </>
      )}
      <h2>It is your choice</h2>
      <p>
        You can take all of it, some of it, or say no thank you. If you turn it down before the meeting, we may give a donation of our own.
        No one at the meeting will know.
      </p>
      <PageForm>
        <Radios
          name="next"
          legend="What would you like to do?"
          options={[
            { value: "choose", label: "I know what I want: choose my payment" },
            { value: "check", label: "Check how a payment could affect my benefits" },
            { value: "adviser", label: "Talk to an adviser first" },
            { value: "later", label: "Decide later" },
          ]}
          value={answer.value("next")}
          error={answer.error("next")}
        />
        <FormButtons primary="Continue" secondary={[{ intent: "skip", text: "Skip this question" }]} />
      </PageForm>
      {hasKept ? (
        <p>
          You asked us to keep your answers about benefits. <a href={`/my/confirm-you?ref=${reference}`}>See your kept answers</a>
        </p>
      ) : null}
      <Details summary="Who will see this">
        You, and the payments team. The payments team sees how much to pay and when. They do not see which benefits you get. {coordinator}{" "}
        sees only that you have decided.
      </Details>
      <Details summary="Will you tell the DWP?">
        We do not send your answers to the DWP or the council. If you are paid through payroll, HMRC and the DWP can see the amount paid.
        You may need to tell the DWP yourself. We explain how.
      </Details>
      <LinkList
        links={[
          { href: `${home}/pay/check/year`, text: "See all your payments in a year" },
          { href: `${home}/pay/letter`, text: "Get a letter for the Jobcentre" },
          { href: "/help/tax-and-payroll", text: "Read about tax and payroll" },
        ]}
      />
    </Page>
  );
}
