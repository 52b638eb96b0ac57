// The payment form, as finance prints it and keys it in. The account number is shown once, on the answer to the button.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { paymentFormFor, paymentFormToLookAt } from "#app/services/payment-form.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { noPaymentFormSentences, noTaxTreatment } from "#app/words/claims.ts";
import { inFours, longDate, money } from "#app/words/format.ts";
import { paymentMethodNames } from "#app/words/payments.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const claimId = params["cid"] ?? "";
  const found = await paymentFormToLookAt(visit.context, visit.finance, claimId);
  if (!found.ok && found.refusal === "not-found") throw notFound();
  return {
    shell: staffShell(visit),
    back: `/payments/claims/${claimId}`,
    pdf: `/payments/claims/${claimId}/form.pdf`,
    why: found.ok || found.refusal === "not-found" ? null : noPaymentFormSentences[found.refusal],
    sheet: found.ok ? wordsOf(found.value) : null,
  };
}

type Looked = Extract<Awaited<ReturnType<typeof paymentFormToLookAt>>, { ok: true }>["value"];

function wordsOf({ sheet, meeting, endsIn }: Looked) {
  const signed = {
    person: "The person",
    coordinator: "Coordinator",
    checker: "Checked by",
    authoriser: "Authorised by",
    releaser: "Released by",
  } as const;
  return {
    reference: inFours(sheet.reference),
    who: [
      { name: "Organisation", answer: sheet.organisation },
      { name: "Reference", answer: inFours(sheet.reference) },
      { name: "Meeting", answer: meeting },
      { name: "Pay to", answer: sheet.payee },
      { name: "Address", answer: sheet.address.length === 0 ? "Not given" : sheet.address.join(", ") },
      { name: "Budget code", answer: sheet.budgetCode },
    ],
    amounts: [
      { name: "For time", answer: money(sheet.forTime) },
      { name: "For costs", answer: money(sheet.forCosts) },
      ...(sheet.forAccess === 0 ? [] : [{ name: "For access costs", answer: money(sheet.forAccess) }]),
      ...(sheet.advancesTaken === 0 ? [] : [{ name: "Paid before the meeting", answer: money(sheet.advancesTaken) }]),
      { name: "Total to pay", answer: money(sheet.toPay) },
      ...(sheet.ownGift === undefined
        ? []
        : [{ name: `Donation of our own to ${sheet.ownGift.charity.name}`, answer: money(sheet.ownGift.amount) }]),
      { name: "Tax treatment", answer: sheet.taxTreatment === "not-recorded" ? noTaxTreatment : sheet.taxTreatment.recorded },
    ],
    how: [
      { name: "How", answer: paymentMethodNames[sheet.method] },
      ...(sheet.notBefore === undefined ? [] : [{ name: "Not before", answer: longDate(sheet.notBefore) }]),
      ...(sheet.notAfter === undefined ? [] : [{ name: "To arrive by", answer: longDate(sheet.notAfter) }]),
      { name: "Account", answer: endsIn === null ? "None on file" : `Ends ${endsIn}` },
    ],
    signed: sheet.signatures.map(({ role, name, on }) => ({
      name: signed[role],
      answer: name === undefined ? "Name, signature and date:" : on === undefined ? name : `${name}, ${longDate(on)}. Signature:`,
    })),
    hasBank: endsIn !== null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const made = await paymentFormFor(context, finance, params["cid"] ?? "");
  if (!made.ok) throw notFound();
  const { bank } = made.value;
  if (bank === undefined) return { bank: [] };
  return {
    bank: [
      { name: "Name on the account", answer: bank.accountName },
      { name: "Sort code", answer: bank.sortCode },
      { name: "Account number", answer: bank.accountNumber },
      ...(bank.rollNumber === undefined ? [] : [{ name: "Roll number", answer: bank.rollNumber }]),
    ],
  };
}

export default function PaymentForm() {
  const { shell, back, pdf, why, sheet } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const bank = shown?.bank ?? [];
  return (
    <Page
      shell={shell}
      heading={sheet === null ? "Payment form" : `Payment form ${sheet.reference}`}
      back={{ href: back, text: "Back to the claim" }}
    >
      {sheet === null ? (
        <p>{why}</p>
      ) : (
        <>
          <SummaryList rows={sheet.who} />
          <h2>Amounts</h2>
          <SummaryList rows={sheet.amounts} />
          <h2>Payment</h2>
          <SummaryList rows={[...sheet.how, ...bank]} />
          <h2>Signed</h2>
          <SummaryList rows={sheet.signed} />
          {sheet.hasBank && bank.length === 0 ? (
            <PageForm>
              <p>The full account number is shown once, to print or key in. We record that you saw it.</p>
              <FormButtons primary="Show full details" />
            </PageForm>
          ) : null}
          {sheet.hasBank ? (
            <PageForm action={pdf}>
              <h2>Print the sheet</h2>
              <p>It holds the full account number. We record that you printed it.</p>
              <FormButtons primary="Print the full payment form (PDF)" />
            </PageForm>
          ) : null}
          <LinkList links={[{ href: pdf, text: `Payment form ${sheet.reference} without the account number (PDF)` }]} />
        </>
      )}
    </Page>
  );
}
