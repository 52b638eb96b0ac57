// Authorise one claim that somebody else checked: read it, then authorise it or send it back.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, sendBackClaim } from "#app/services/finance.server.ts";
import { nextClaimFor } from "#app/services/claim-turns.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { ClaimRepeats } from "#app/ui/claim-repeats.tsx";
import { ClaimView } from "#app/ui/claim-view.tsx";
import { LongField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { claimPage } from "#app/web/finance-words.ts";
import { choice, longText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { addressWith, referenceFrom } from "#app/web/list-address.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { decidedSentence, financeRefusalSentence } from "#app/words/claims.ts";

const form = z
  .strictObject({
    decision: choice(["authorise", "send-back"], "Choose whether to authorise this claim"),
    why: longText("Why"),
    version: versionField,
  })
  .superRefine(({ decision, why }, context) => {
    if (decision === "send-back" && why === "")
      context.addIssue({ code: "custom", message: "Say why you are sending it back", path: ["why"] });
  });

const staysOpenTo: ReadonlySet<string> = new Set(["over-your-limit", "not-your-budget", "not-in-your-time", "blocked"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await claimForFinance(visit.context, visit.finance, params["cid"] ?? "");
  if (!found.ok) throw notFound();
  const { refusals, couldAuthorise, isOwn } = found.value;
  const refusal = refusals.authorise;
  const saved = new URL(request.url).searchParams.get("saved");
  const before = referenceFrom(request, "of");
  return {
    shell: staffShell(visit),
    held: visit.held,
    claim: claimPage(found.value),
    notice: before === null || saved === null ? null : decidedSentence(saved, before),
    whyNot: refusal === null ? null : financeRefusalSentence(refusal, isOwn ? [] : couldAuthorise, "authorise"),
    // Beyond their limit or their budgets, or blocked, it can still be sent back.
    mayDecide: refusal === null || staysOpenTo.has(refusal.reason),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const claimId = params["cid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { decision, why, version } = read.value;
  const at = { claimId, version };
  const decided =
    decision === "authorise"
      ? await authoriseClaim(context, finance, at, read.intent)
      : await sendBackClaim(context, finance, at, why, read.intent);
  if (decided.ok) {
    const next = await nextClaimFor(context, finance, "authorise", claimId);
    if (next === null) return goBackSaying("/payments/authorise", decision);
    return goBackSaying(addressWith(`/payments/authorise/${next}`, { of: decided.value.reference }), decision);
  }
  const { refusal } = decided;
  if (refusal.kind === "not-found") throw notFound();
  const message =
    refusal.kind === "rule"
      ? financeRefusalSentence(refusal.refusal, refusal.others, "authorise")
      : refusal.kind === "in-a-run"
        ? `This claim is in batch ${refusal.number} already.`
        : "Somebody else changed this claim while you had it open. Read it again, then save.";
  return mend(problemWith("decision", message, read.typed));
}

export default function AuthoriseClaim() {
  const { shell, held, claim, whyNot, mayDecide, notice } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Authorise claim ${claim.reference}`}
      width="wide"
      held={held}
      back={{ href: "/payments/authorise", text: "Authorise payments" }}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      {whyNot === null ? null : <Warning>{whyNot}</Warning>}
      <ClaimView claim={claim} bankHref={`/payments/claims/${claim.claimId}/bank`} repeats={<ClaimRepeats repeats={claim.repeats} />} />
      {mayDecide ? (
        <PageForm carried={{ version: String(claim.version) }}>
          <Radios
            name="decision"
            legend="Do you authorise this claim?"
            asHeading="h2"
            options={[
              { value: "authorise", label: "Authorise" },
              { value: "send-back", label: "Send back", hint: "Say why below. It is checked again." },
            ]}
            value={answer.value("decision")}
            error={answer.error("decision")}
          />
          <LongField name="why" label="Why?" value={answer.value("why")} error={answer.error("why")} rows={3} />
          <FormButtons primary="Save" />
        </PageForm>
      ) : null}
    </Page>
  );
}
