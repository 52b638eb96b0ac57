// Create a meeting, page 6: what people are paid, by the organisation's own rates.
import { budgetCodePatternOf, policyWithoutCosts } from "#app/services/organisations.server.ts";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fitsPattern } from "#app/domain/payments/budget-codes.ts";
import { minutesOffered } from "#app/domain/payments/offer.ts";
import { findMeetingFor, savePayment } from "#app/services/meetings.server.ts";
import { offerOf } from "#app/services/offers.server.ts";
import { adoptRates, listRateLines, publishedChoices } from "#app/services/rate-cards.server.ts";
import { LinkList } from "#app/ui/items.tsx";
import { Page, useAnswer } from "#app/ui/page-frame.tsx";
import { Inset } from "#app/ui/warning.tsx";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireCoordinator } from "#app/web/guards.server.ts";
import { backFrom, onFrom } from "#app/web/meeting-pages.ts";
import { goBackSaying, goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { costsInWords } from "#app/words/invitation.ts";
import { changedMeanwhile, offerSentence, withoutCostsSentence } from "#app/words/meetings.ts";
import { offerRefusalSentence, rateInWords } from "#app/words/payments.ts";
import { AdoptRates } from "./adopt-rates.tsx";
import { PaymentFields } from "./fields.tsx";
import { adoptForm, minutesFrom, paymentFactsFrom, paymentForm } from "./form.ts";
import { savedPayment } from "./saved.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const { context, coordinator } = visit;
  const found = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  const rates = await listRateLines(context, coordinator.organisationId, meeting.date ?? context.today);
  const offer = await offerOf(context, context.db, meeting, "");
  return {
    shell: staffShell(visit),
    offersHref: `/meetings/${params["reference"] ?? ""}/offers`,
    held: visit.held,
    name: meeting.name,
    version: meeting.version,
    back: backFrom(request, meeting, "payment"),
    wasAdopted: new URL(request.url).searchParams.get("saved") === "rates",
    rates: rates.ok
      ? {
          name: rates.value.card.name,
          updated: longDate(rates.value.updatedOn),
          from: longDate(rates.value.card.validFrom),
          lines: rates.value.lines.map((line) => ({ value: line.code, label: `${line.label}: ${rateInWords(line)}` })),
        }
      : null,
    published: rates.ok ? [] : publishedChoices(),
    saved: savedPayment(meeting),
    offer: offer.ok
      ? offerSentence({
          total: offer.value.total,
          minutes: minutesOffered(offer.value),
          costs: costsInWords(meeting.costsCovered, meeting.costsOther),
          within: meeting.paidWithin,
          isCostsOnly: meeting.paymentOffered === "costs-only",
        })
      : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, coordinator } = await requireCoordinator(request);
  const found = await findMeetingFor(context, coordinator, params["reference"] ?? "");
  if (!found.ok) throw notFound();
  const meeting = found.value;
  const here = `/meetings/${meeting.reference}/edit/payment${new URL(request.url).search}`;
  if ((await formOf(request)).get("intent") === "adopt") {
    const asked = await readForm(request, adoptForm);
    if (!asked.ok) return mend(asked.answer);
    const halfDayMinutes = minutesFrom(asked.value.halfDayHours) ?? undefined;
    const validFrom = meeting.date !== null && meeting.date < context.today ? meeting.date : context.today;
    const adopted = await adoptRates(context, coordinator, { publishedId: asked.value.published, validFrom, halfDayMinutes }, asked.intent);
    if (adopted.ok) return goBackSaying(here, "rates");
    return mend(
      adopted.refusal === "not-found"
        ? problemWith("published", "Choose which published rates to use", asked.typed)
        : problemWith("halfDayHours", "Enter how many hours half a day is, more than 1", asked.typed),
    );
  }
  const form = await readForm(request, paymentForm);
  if (!form.ok) return mend(form.answer);
  if (form.value.offered === "nothing" && form.value.warned !== "nothing" && meeting.paymentOffered !== "nothing") {
    const policy = await policyWithoutCosts(context, coordinator);
    return data({ problems: [], typed: form.typed, warned: "nothing", policy });
  }
  const pattern = await budgetCodePatternOf(context, coordinator);
  if (form.value.budgetCode !== "" && form.value.budgetCode !== meeting.budgetCode && !fitsPattern(form.value.budgetCode, pattern))
    return mend(problemWith("budgetCode", `Budget code must be ${pattern}`, form.typed));
  const rates = await listRateLines(context, coordinator.organisationId, meeting.date ?? context.today);
  const at = { reference: meeting.reference, version: form.value.version };
  const saved = await savePayment(
    context,
    coordinator,
    at,
    paymentFactsFrom(form.value, rates.ok ? rates.value.cardId : null),
    form.intent,
  );
  if (!saved.ok) {
    const { refusal } = saved;
    if (refusal === "not-found") throw notFound();
    if (refusal === "changed-by-someone-else") return mend(problemWith("offered", changedMeanwhile, form.typed));
    if (refusal === "unknown-rate") return mend(problemWith("rate", "Choose a payment rate", form.typed));
    return mend(problemWith("paidFor", offerRefusalSentence(refusal), form.typed));
  }
  return form.button === "work-out" ? goOn(here) : goOn(onFrom(request, at.reference, "payment"));
}

export default function EditPayment() {
  const { shell, held, name, version, back, wasAdopted, rates, published, saved, offer, offersHref } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const { warned = "", policy = "" } = useActionData<{ readonly warned?: string; readonly policy?: string }>() ?? {};
  const notice =
    warned === "nothing"
      ? {
          heading: "Before you go on",
          kind: "news" as const,
          children: `${withoutCostsSentence(policy)} You can change your answer, or continue anyway.`,
        }
      : wasAdopted
        ? { heading: "Saved", children: "These are now your organisation's rates." }
        : undefined;
  return (
    <Page shell={shell} heading="What will you pay people?" caption={name} back={back} held={held} notice={notice}>
      <p>People need to know this before they decide.</p>
      {offer === null ? null : <Inset>{offer}</Inset>}
      <LinkList links={[{ href: offersHref, text: "Offers already made, and new rates" }]} />
      {rates === null ? <AdoptRates published={published} answer={answer} /> : null}
      <PaymentFields
        answer={answer}
        isOwnAnswer={!("halfDayHours" in answer.typed)}
        saved={saved}
        rates={rates}
        version={version}
        warned={warned}
      />
    </Page>
  );
}
