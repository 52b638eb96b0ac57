// The account one claim is paid into: its end by link, all of it once, as the answer to the button, and on record.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { accountOfClaim } from "#app/services/payment-form.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours } from "#app/words/format.ts";

const nothingTyped = z.strictObject({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await claimForFinance(visit.context, visit.finance, params["cid"] ?? "");
  if (!found.ok || found.value.bank === null) throw notFound();
  const { claimId, reference, person, bank } = found.value;
  return {
    shell: staffShell(visit),
    back: `/payments/claims/${claimId}`,
    heading: `Bank details for claim ${inFours(reference)}`,
    person,
    endsIn: `Ends ${bank.lastTwo}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const asked = await readForm(request, nothingTyped);
  if (!asked.ok) return mend(asked.answer);
  const opened = await accountOfClaim(context, finance, params["cid"] ?? "");
  if (!opened.ok) throw notFound();
  const { nameOnAccount, sortCode, accountNumber, rollNumber } = opened.value;
  return {
    account: [
      { name: "Name on the account", answer: nameOnAccount },
      { name: "Sort code", answer: sortCode },
      { name: "Account number", answer: accountNumber },
      ...(rollNumber === undefined ? [] : [{ name: "Roll number", answer: rollNumber }]),
    ],
  };
}

export default function ClaimBank() {
  const { shell, back, heading, person, endsIn } = useLoaderData<typeof loader>();
  const shown = useActionData<{ readonly account?: readonly { readonly name: string; readonly answer: string }[] }>();
  const account = shown?.account ?? [];
  return (
    <Page shell={shell} heading={heading} back={{ href: back, text: "Back to the claim" }}>
      <SummaryList
        rows={[{ name: "Pay to", answer: person }, ...(account.length === 0 ? [{ name: "Account", answer: endsIn }] : account)]}
      />
      {account.length === 0 ? (
        <PageForm>
          <p>The full account number is shown once. We record that you saw it.</p>
          <FormButtons primary="Show full details" />
        </PageForm>
      ) : (
        <p>This is shown once. It is on record that you saw it.</p>
      )}
    </Page>
  );
}
