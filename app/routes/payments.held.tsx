// Held and late payments: each with why, who waits for whom and how long, and a button that tells the person.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { heldAndLate, type Held } from "#app/services/finance-lists.server.ts";
import { tellPerson } from "#app/services/finance.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Item, Items } from "#app/ui/items.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { mend, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { queueRow } from "#app/web/finance-words.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, money } from "#app/words/format.ts";
import { notPaidNames } from "#app/words/payment-runs.ts";

const form = z.strictObject({ claim: z.string().max(40) });

const waitsFor = {
  check: "Waits for somebody to check it.",
  authorise: "Waits for somebody to authorise it.",
  pay: "Waits to be put in a batch.",
  "the-person": "Waits for the person to answer.",
  hold: "On hold until finance takes it off.",
  nobody: "Waits for nobody.",
} as const;

function dueSentence({ payBy }: Held): string {
  return payBy === null ? "" : `To be paid by ${longDate(payBy)}.`;
}

function itemOf(claim: Held) {
  const why = claim.why in notPaidNames ? notPaidNames[claim.why as keyof typeof notPaidNames] : claim.why;
  return {
    claimId: claim.claimId,
    name: queueRow(claim).link,
    state: queueRow(claim).state,
    firstName: claim.firstName,
    why,
    amount: `${money(claim.total)} for ${claim.meeting}.`,
    waits: waitsFor[claim.waitsFor],
    since: claim.since === null ? "" : `Since ${longDate(claim.since)}, ${counted(claim.daysWaiting, "day", "days")}.`,
    late: claim.daysLate === 0 ? dueSentence(claim) : `Late by ${counted(claim.daysLate, "day", "days")}.`,
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { onHold, withPeople, late, soonLate } = await heldAndLate(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    onHold: onHold.map(itemOf),
    withPeople: withPeople.map(itemOf),
    late: late.map(itemOf),
    soonLate: soonLate === "not-known" ? null : soonLate.map(itemOf),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const told = await tellPerson(context, finance, read.value.claim, read.intent);
  if (!told.ok) throw notFound();
  return goBackSaying("/payments/held", told.value.told ? "told" : "no-way");
}

type ItemWords = ReturnType<typeof itemOf>;

export default function HeldAndLate() {
  const { shell, onHold, withPeople, late, soonLate, saved } = useLoaderData<typeof loader>();
  const notice =
    saved === null
      ? undefined
      : {
          heading: "Saved",
          children: saved === "told" ? "The person is told in the way they chose." : "There is no safe way on file to tell this person.",
        };
  return (
    <Page shell={shell} heading="Held and late payments" back={{ href: "/payments", text: "Payments" }} notice={notice}>
      <Part heading="On hold" items={onHold} empty="Nothing is on hold." />
      <Part heading="Waiting for the person" items={withPeople} empty="No claim waits for an answer." />
      <Part heading="Late" items={late} empty="Nothing is late." />
      {soonLate === null ? (
        <>
          <h2>Late soon</h2>
          <p>It is not known what is late soon: the bank holidays of these days are not in this service yet.</p>
        </>
      ) : (
        <Part heading="Late soon" items={soonLate} empty="Nothing is due today or in the next 2 working days." />
      )}
    </Page>
  );
}

function Part({ heading, items, empty }: { readonly heading: string; readonly items: readonly ItemWords[]; readonly empty: string }) {
  return (
    <>
      <h2>{heading}</h2>
      {items.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <Items>
          {items.map((item) => (
            <Item
              key={item.claimId}
              level="h3"
              heading={
                <a className="target" href={`/payments/claims/${item.claimId}`}>
                  {item.name}
                </a>
              }
              status={item.state}
            >
              {item.why === "" ? null : <p className="keeps-lines">{item.why}</p>}
              <p>
                {item.amount} {item.waits} {item.since} {item.late}
              </p>
              <PageForm carried={{ claim: item.claimId }}>
                <Button
                  kind="secondary"
                  about={`about ${item.name.slice(0, 9)}, ${heading.toLowerCase()}`}
                >{`Tell ${item.firstName}`}</Button>
              </PageForm>
            </Item>
          ))}
        </Items>
      )}
    </>
  );
}
