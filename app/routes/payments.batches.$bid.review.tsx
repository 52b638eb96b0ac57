// What somebody outside finance found about the claims of a batch that one person both checked and released.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { exceptionsOf, recordExceptionReview } from "#app/services/exception-reviews.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField, LongField, TextField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { date, longText, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, longDate, number } from "#app/words/format.ts";

const form = z.strictObject({
  reviewer: requiredText("Enter the name of who looked at them", { thing: "name" }),
  on: date({ thing: "the day they looked" }),
  found: longText("What they found", { missing: "Say what they found", max: 2000 }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const found = await exceptionsOf(visit.context, visit.finance, runId);
  if (!found.ok) throw notFound();
  const { review, claims } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    base: `/payments/batches/${runId}`,
    batch: number(found.value.number),
    claims: claims.map(({ claimId, reference }) => ({ href: `/payments/claims/${claimId}`, text: `Claim ${inFours(reference)}` })),
    review:
      review === null
        ? null
        : [
            { name: "Who looked at them", answer: review.reviewer },
            { name: "When", answer: longDate(review.on) },
            { name: "What they found", answer: review.found },
            { name: "Recorded by", answer: review.recordedBy },
          ],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const kept = await recordExceptionReview(context, finance, runId, read.value, read.intent);
  if (kept.ok) return goBackSaying(`/payments/batches/${runId}`, "reviewed");
  switch (kept.refusal) {
    case "not-found":
      throw notFound();
    case "in-the-future":
      return mend(problemWith("on.day", "The day they looked must be today or earlier", read.typed));
    case "one-of-the-signers":
      return mend(problemWith("reviewer", "Choose somebody who signed none of these claims, such as a trustee", read.typed));
    case "reviewed-already":
      return mend(problemWith("found", "Somebody recorded this already. Read it again.", read.typed));
    case "no-exceptions":
      return mend(problemWith("found", "There is nothing to look at in this batch", read.typed));
  }
}

export default function Review() {
  const { shell, held, base, batch, claims, review } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading={`Review of batch ${batch}`} held={held} back={{ href: base, text: `Batch ${batch}` }}>
      {claims.length === 0 ? (
        <p>Three people signed every claim in this batch. There is nothing to review.</p>
      ) : (
        <>
          <p>
            One person both checked and released these claims, because there are few people in finance. Ask a trustee, or somebody else
            outside finance, to look at them.
          </p>
          <LinkList links={claims} />
        </>
      )}
      {review === null ? null : (
        <>
          <h2>What was found</h2>
          <SummaryList rows={review} />
        </>
      )}
      {claims.length === 0 || review !== null ? null : (
        <PageForm>
          <h2>Record what they found</h2>
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
    </Page>
  );
}
