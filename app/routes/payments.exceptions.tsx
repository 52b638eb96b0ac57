// Claims that one person both checked and released: batches to look at, claims that were paid outside one, and what was found about them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { exceptionsToReview, recordOutsideReview, type OutsideException } from "#app/services/exception-reviews.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes } from "#app/ui/choices.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { date, longText, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { dateInColumn, inFours, money, number, plainDate } from "#app/words/format.ts";

const form = z.strictObject({
  claim: z.preprocess(
    (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.string().max(40)).min(1, "Choose which claims they looked at").max(200),
  ),
  reviewer: requiredText("Enter the name of who looked at them", { thing: "name" }),
  on: date({ thing: "the day they looked" }),
  found: longText("What they found", { missing: "Say what they found", max: 2000 }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { waiting, reviewed, batches } = await exceptionsToReview(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    held: visit.held,
    saved: new URL(request.url).searchParams.get("saved"),
    batches: batches.map(({ runId, number: batch }) => ({
      href: `/payments/batches/${runId}/review`,
      text: `Review of batch ${number(batch)}`,
    })),
    waiting: waiting.map((one) => ({ value: one.claimId, label: labelOf(one), hint: paidWords(one) })),
    reviewed: reviewed.flatMap((one) =>
      one.review === null
        ? []
        : [
            {
              key: one.claimId,
              href: `/payments/claims/${one.claimId}`,
              link: labelOf(one),
              cells: [`${one.review.reviewer}, ${dateInColumn(one.review.on)}`, one.review.found, one.review.recordedBy],
            },
          ],
    ),
  };
}

function labelOf({ reference, person }: OutsideException): string {
  return `Claim ${inFours(reference)}, ${person}`;
}

function paidWords({ amount, paidOn, releasedBy }: OutsideException): string {
  const paid = paidOn === null ? money(amount) : `${money(amount)}, paid on ${plainDate(paidOn)}`;
  return `${paid}. ${releasedBy} checked it and released it.`;
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { claim, ...said } = read.value;
  const kept = await recordOutsideReview(context, finance, claim, said, read.intent);
  if (kept.ok) return goBackSaying("/payments/exceptions", "reviewed");
  const { field, message } = problems[kept.refusal];
  return mend(problemWith(field, message, read.typed));
}

const readAgain = "Somebody recorded one of these already, or it was paid another way. Read the list again.";
const problems = {
  "nothing-chosen": { field: "claim", message: "Choose which claims they looked at" },
  "not-found": { field: "claim", message: readAgain },
  "reviewed-already": { field: "claim", message: readAgain },
  "in-the-future": { field: "on.day", message: "The day they looked must be today or earlier" },
  "one-of-the-signers": { field: "reviewer", message: "Choose somebody who signed none of these claims, such as a trustee" },
} as const;

export default function Exceptions() {
  const { shell, held, saved, batches, waiting, reviewed } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="Claims to be looked at from outside finance"
      width="wide"
      held={held}
      back={{ href: "/payments", text: "Payments" }}
      notice={saved === "reviewed" ? { heading: "Saved", children: "What they found is on record." } : undefined}
    >
      <p>
        One person may check a claim and also release it only where there are few people in finance. Each time, somebody outside finance,
        such as a trustee, looks at it.
      </p>
      <h2>In batches</h2>
      {batches.length === 0 ? <p>No batch waits for a review.</p> : <LinkList links={batches} />}
      <h2>Paid outside a batch</h2>
      {waiting.length === 0 ? (
        <p>
          No claim waits for a review. A claim appears here when it is paid by hand, in cash or in vouchers by the person who checked it.
        </p>
      ) : (
        <PageForm>
          <Checkboxes
            name="claim"
            legend="Which claims did they look at?"
            hint="Paid by hand, in cash or in vouchers. Show them each claim first."
            options={waiting}
            values={answer.values("claim", [])}
            error={answer.error("claim")}
          />
          <LinkList links={waiting.map(({ value, label }) => ({ href: `/payments/claims/${value}`, text: `Read: ${label}` }))} />
          <TextField name="reviewer" label="Who looked at them?" value={answer.value("reviewer")} error={answer.error("reviewer")} />
          <DateField name="on" label="When did they look?" value={answer.date("on")} error={answer.error("on")} />
          <LongField
            name="found"
            label="What did they find?"
            rows={4}
            limit={2000}
            value={answer.value("found")}
            error={answer.error("found")}
          />
          <FormButtons primary="Save" />
        </PageForm>
      )}
      {reviewed.length === 0 ? null : (
        <DataTable
          id="reviewed"
          caption="Looked at already, the last first"
          columns={[{ header: "Claim" }, { header: "Who looked, and when" }, { header: "What they found" }, { header: "Recorded by" }]}
          rows={reviewed.map(({ key, href, link, cells }) => ({
            key,
            cells: [
              <a key="claim" className="target" href={href}>
                {link}
              </a>,
              ...cells,
            ],
          }))}
        />
      )}
    </Page>
  );
}
