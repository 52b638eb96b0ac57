// Payments: how much waits for each part, what is ready to pay, and the ways to everything else.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { advancesFor } from "#app/services/costs-before.server.ts";
import { countLetters } from "#app/services/letter-requests.server.ts";
import { countMoneyMessages } from "#app/services/money-messages.server.ts";
import { claimQueue, financeCounts } from "#app/services/finance-lists.server.ts";
import { isAloneInFinance } from "#app/services/finance.server.ts";
import { countToReview } from "#app/services/exception-reviews.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { QueueTable } from "#app/ui/claim-tables.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { queueRow } from "#app/web/finance-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { number, plural } from "#app/words/format.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const counts = await financeCounts(visit.context, visit.finance);
  const { claims, total } = await claimQueue(visit.context, visit.finance, { turn: "pay" });
  const advances = await advancesFor(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    mayAuthorise: visit.finance.mayAuthorise,
    mayInvite: visit.account.roles.includes("administrator"),
    isAlone: await isAloneInFinance(visit.context, visit.finance),
    counts,
    advances: advances.filter(({ state }) => state !== "money-sent").length,
    letters: await countLetters(visit.context, visit.finance),
    messages: await countMoneyMessages(visit.context, visit.finance),
    toReview: await countToReview(visit.context, visit.finance),
    more: total - claims.length,
    toPay: claims.map((claim) => ({ ...queueRow(claim), href: `/payments/claims/${claim.claimId}` })),
  };
}

export default function Payments() {
  const { shell, mayAuthorise, isAlone, mayInvite, counts, advances, letters, messages, toReview, toPay, more } =
    useLoaderData<typeof loader>();
  const waits = (count: number) => `${number(count)} ${plural(count, "waits", "wait")}`;
  return (
    <Page shell={shell} heading="Payments" width="wide">
      {isAlone ? (
        <Warning>
          You need a second person to authorise payments.{" "}
          {mayInvite ? <a href="/settings/people">Invite an authoriser</a> : "Ask an administrator to invite an authoriser."}
        </Warning>
      ) : null}
      <p className="govuk-body-l">
        {`${number(counts.check)} to check, ${number(counts.authorise)} to authorise, ${number(counts.pay)} ready to pay, ${number(counts.late)} late.`}
      </p>
      <h2>To do</h2>
      <LinkList
        links={[
          { href: "/payments/check", text: `Check claims: ${waits(counts.check)}` },
          { href: "/payments/authorise", text: `Authorise payments: ${waits(counts.authorise)}` },
          { href: "/payments/batches", text: "Payment batches" },
          { href: "/payments/advances", text: `Money to send before meetings: ${number(advances)} to do` },
          { href: "/payments/letters", text: `Letters to sign and post: ${waits(letters)}` },
          { href: "/payments/messages", text: `Messages to post or say: ${waits(messages)}` },
        ]}
      />
      <h2>Ready to pay</h2>
      {toPay.length === 0 ? (
        <p>Nothing is ready to pay. Claims appear here once two people have agreed them.</p>
      ) : (
        <>
          <ButtonLink href="/payments/batches/new">Make a payment batch</ButtonLink>
          <QueueTable id="to-pay" caption="Claims to pay, the first to be paid first" rows={toPay} />
          {more > 0 ? <p>{`And ${number(more)} more.`}</p> : null}
        </>
      )}
      <h2>Not going smoothly</h2>
      <LinkList
        links={[
          { href: "/payments/held", text: `Held and late payments: ${number(counts.hold)} held, ${number(counts.late)} late` },
          { href: "/payments/complaints", text: "Problems people told us about" },
          { href: "/payments/exceptions", text: `To be looked at from outside finance: ${waits(toReview)}` },
        ]}
      />
      <h2>Records and lists</h2>
      <LinkList
        links={[
          { href: "/payments/claims", text: "All claims" },
          { href: "/payments/vouchers", text: "Vouchers" },
          { href: "/payments/budgets", text: "Totals by budget code" },
          { href: "/payments/statements", text: "Annual statements" },
          ...(mayAuthorise ? [{ href: "/payments/payroll", text: "Year-end list for payroll" }] : []),
          { href: "/payments/audit", text: "Follow the money from a rate to a bank file" },
          { href: "/payments/layouts", text: "Your own columns for files" },
        ]}
      />
    </Page>
  );
}
