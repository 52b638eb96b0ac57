// Check one claim: read it in the order that finds mistakes, then decide. Once it is agreed, record that it was paid.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimForFinance, type CheckView } from "#app/services/finance-claim.server.ts";
import {
  askPerson,
  budgetCodeRule,
  changeAmounts,
  decideRepeat,
  holdClaim,
  markPaid,
  paidInVouchers,
  passClaim,
  resumeClaim,
  type FinanceRefusal,
  type PaidInVouchers,
} from "#app/services/finance.server.ts";
import { nextClaimFor } from "#app/services/claim-turns.server.ts";
import { complaintsAbout } from "#app/services/complaints.server.ts";
import { givingFor } from "#app/services/voucher-giving.server.ts";
import { ButtonLink, FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { ClaimRepeats } from "#app/ui/claim-repeats.tsx";
import { ClaimView } from "#app/ui/claim-view.tsx";
import { ComplaintLinks } from "#app/ui/complaint-links.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { claimPage, complaintLink, lineWords, moneyHome } from "#app/web/finance-words.ts";
import { formOf, mend, problemWith, readForm, typedIn, typedOf, type Typed } from "#app/web/forms.server.ts";
import { notFound, requireFinance, requireFinanceReader } from "#app/web/guards.server.ts";
import { addressWith, referenceFrom } from "#app/web/list-address.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { decidedSentence, financeRefusalSentence, nobodyToAsk } from "#app/words/claims.ts";
import { money } from "#app/words/format.ts";
import { CheckFields } from "./fields.tsx";
import { changesFrom, checkForm, paidForm, repeatForm, resumeForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinanceReader(request);
  const found = await claimForFinance(visit.context, visit.reader, params["cid"] ?? "");
  if (!found.ok) throw notFound();
  const view = found.value;
  const { pay } = view.refusals;
  const mayAct = visit.reader.kind === "finance";
  const giving =
    visit.reader.kind === "finance" && view.state === "agreed" ? await givingFor(visit.context, visit.reader, view.claimId) : null;
  const vouchers =
    visit.reader.kind === "finance" && view.state === "agreed" ? await paidInVouchers(visit.context, visit.reader, view.claimId) : null;
  return {
    shell: staffShell(visit),
    held: visit.held,
    claim: claimPage(view),
    part: mayAct ? partOf(view) : ("read" as const),
    mayAct,
    home: moneyHome(visit.reader),
    whyNot: mayAct ? whyNotCheck(view) : null,
    whyNotPay: pay === null ? null : financeRefusalSentence(pay, [], "pay"),
    run: view.run === null ? null : { href: `/payments/batches/${view.run.runId}`, text: `Batch ${view.run.number}` },
    vouchersHref: giving?.ok === true && giving.value.refusal?.reason !== "another-way" ? `/payments/vouchers/give/${view.claimId}` : null,
    payeeHref: view.bank === null || !mayAct ? null : `/payments/payees/${view.personId}`,
    complaints: (await complaintsAbout(visit.context, visit.reader, { claimId: view.claimId })).map(complaintLink),
    vouchers: vouchers === null ? null : vouchersHint(vouchers),
    today: visit.context.today,
    notice: noticeFrom(request),
  };
}

function vouchersHint({ toPay, given }: PaidInVouchers): string {
  if (given === 0) return "The log has no voucher given for this claim.";
  return `The log has ${money(given)} given, of ${money(toPay)}.`;
}

/** What was just saved: about this claim, or about the one before it. */
function noticeFrom(request: Request): string | null {
  const saved = new URL(request.url).searchParams.get("saved");
  const before = referenceFrom(request, "of");
  if (saved === null) return null;
  return before === null ? (notices[saved] ?? null) : decidedSentence(saved, before);
}

/** What can be done on this page now. */
function partOf({ state, refusals }: CheckView): "check" | "hold" | "pay" | "read" {
  if (state === "on-hold") return "hold";
  if (state === "agreed") return "pay";
  const refusal = refusals.pass?.reason;
  return refusals.pass === null || refusal === "blocked" ? "check" : "read";
}

function whyNotCheck({ state, refusals, couldAuthorise }: CheckView): string | null {
  const { pass } = refusals;
  if (pass === null || pass.reason === "blocked" || (pass.reason === "not-now" && state !== "sent")) return null;
  return financeRefusalSentence(pass, couldAuthorise, "check");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const claimId = params["cid"] ?? "";
  const found = await claimForFinance(context, finance, claimId);
  if (!found.ok) throw notFound();
  const here = `/payments/claims/${claimId}`;
  const button = (await formOf(request)).get("intent");
  if (button === "paid") {
    const read = await readForm(request, paidForm);
    if (!read.ok) return mend(read.answer);
    const { paidOn, vouchers, version } = read.value;
    if (vouchers === undefined && (await paidInVouchers(context, finance, claimId)) !== null)
      return mend(problemWith("vouchers", "Choose whether the vouchers were given", read.typed));
    if (vouchers === "to-give") return mend(problemWith("vouchers", giveFirst, read.typed));
    if (paidOn > context.today) return mend(problemWith("paidOn.day", "Date paid must be today or earlier", read.typed));
    const paid = await markPaid(context, finance, { claimId, version }, paidOn, read.intent);
    if (paid.ok) return goBackSaying(here, "paid");
    if (paid.refusal.kind === "vouchers-not-given")
      return mend(problemWith("vouchers", `The voucher log has no voucher that was given for this claim. ${giveFirst}`, read.typed));
    return answerTo(paid.refusal, "pay", "paidOn", read.typed);
  }
  if (button === "repeat") {
    const place = typedIn(typedOf(await formOf(request)), "place");
    const repeat = /^\d{1,3}$/u.test(place) ? found.value.repeats[Number(place)] : undefined;
    if (repeat === undefined) throw notFound();
    const read = await readForm(request, repeatForm(place));
    if (!read.ok) return mend(read.answer);
    const { version, decision, why } = read.value;
    const said = { subject: repeat.subject, decision, why };
    const decided = await decideRepeat(context, finance, { claimId, version }, said, read.intent);
    return decided.ok ? goBackSaying(here, decision) : answerTo(decided.refusal, "check", `repeat-${place}`, read.typed);
  }
  if (button === "resume") {
    const read = await readForm(request, resumeForm);
    if (!read.ok) return mend(read.answer);
    const resumed = await resumeClaim(context, finance, { claimId, version: read.value.version }, read.intent);
    return resumed.ok ? goBackSaying(here, "resumed") : answerTo(resumed.refusal, "check", "decision", read.typed);
  }
  const lines = lineWords(found.value);
  const { pattern } = await budgetCodeRule(context, finance.organisationId);
  const read = await readForm(request, checkForm(lines, found.value.firstName, pattern));
  if (!read.ok) return mend(read.answer);
  const { decision, version, budgetCode, question, holdWhy } = read.value;
  const at = { claimId, version };
  const acts = {
    pass: () => passClaim(context, finance, at, budgetCode, read.intent),
    change: () => changeAmounts(context, finance, at, { changes: changesFrom(lines, read.value), budgetCode }, read.intent),
    ask: () => askPerson(context, finance, at, question, read.intent),
    hold: () => holdClaim(context, finance, at, holdWhy, read.intent),
  };
  const decided = await acts[decision]();
  if (!decided.ok) return answerTo(decided.refusal, "check", "decision", read.typed);
  if (decision === "change") return goBackSaying(here, "changed");
  const next = await nextClaimFor(context, finance, "check", claimId);
  if (next === null) return goBackSaying("/payments/check", decision);
  return goBackSaying(addressWith(`/payments/claims/${next}`, { of: decided.value.reference }), decision);
}

const giveFirst = "Give the vouchers out first, then record the payment.";

function answerTo(refusal: FinanceRefusal, tried: "check" | "pay", field: string, typed: Typed) {
  if (refusal.kind === "not-found") throw notFound();
  return mend(problemWith(field, messageFor(refusal, tried), typed));
}

function messageFor(refusal: Exclude<FinanceRefusal, { kind: "not-found" }>, tried: "check" | "pay"): string {
  if (refusal.kind === "rule") return financeRefusalSentence(refusal.refusal, refusal.others, tried);
  if (refusal.kind === "in-a-run") return `This claim is in batch ${refusal.number}. Take it out of the batch first.`;
  if (refusal.kind === "nobody-to-ask") return nobodyToAsk;
  return "Somebody else changed this claim while you had it open. Read it again, then save.";
}

const notices: Readonly<Record<string, string>> = {
  changed: "The amount is changed. The person can see it and why.",
  paid: "The claim is marked as paid. We tell the person today.",
  resumed: "The claim is off hold.",
  "not-a-repeat": "It is noted that this is not a repeat, and why.",
  "is-a-repeat": "Nothing is paid for this line. The person can see why.",
  codes: "The budget codes are saved.",
};

export default function CheckClaim() {
  const { shell, held, claim, part, mayAct, home, whyNot, whyNotPay, run, vouchers, vouchersHref, payeeHref, complaints, today, notice } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={part === "check" ? `Check claim ${claim.reference}` : `Claim ${claim.reference}`}
      width="wide"
      held={held}
      back={part === "check" ? { href: "/payments/check", text: "Claims to check" } : home}
      notice={notice === null ? undefined : { heading: "Saved", children: notice }}
    >
      {whyNot === null ? null : <Warning>{whyNot}</Warning>}
      <ClaimView
        claim={claim}
        bankHref={mayAct ? `/payments/claims/${claim.claimId}/bank` : null}
        repeats={
          <ClaimRepeats
            repeats={claim.repeats}
            deciding={part === "check" && whyNot === null ? { answer, version: claim.version } : undefined}
          />
        }
      />
      <ComplaintLinks links={complaints} />
      {part === "check" ? (
        <>
          <PageForm carried={{ version: String(claim.version) }}>
            <CheckFields claim={claim} answer={answer} />
          </PageForm>
          <p>
            <a className="target" href={`/payments/claims/${claim.claimId}/codes`}>
              Pay this from several budget codes
            </a>
          </p>
        </>
      ) : null}
      {part === "hold" ? (
        <PageForm carried={{ version: String(claim.version), intent: "resume" }}>
          <FormButtons primary="Take off hold" />
        </PageForm>
      ) : null}
      {mayAct && (part === "pay" || claim.paidOn !== null) ? (
        <>
          <h2>Payment form</h2>
          <ButtonLink href={`/payments/claims/${claim.claimId}/form`} kind="secondary">
            See the payment form
          </ButtonLink>
        </>
      ) : null}
      <p>
        <a className="target" href={`/payments/claims/${claim.claimId}/trail`}>
          Follow this money from its rate to the bank
        </a>
      </p>
      {claim.paidOn === null ? null : <p>Paid on {claim.paidOn}.</p>}
      {payeeHref === null ? null : (
        <p>
          <a className="target" href={payeeHref}>
            See the checks of these bank details
          </a>
        </p>
      )}
      {part === "pay" ? (
        <>
          {vouchersHref === null ? null : (
            <>
              <h2>Vouchers</h2>
              <p>This claim is paid in vouchers. Give them out first, then record the payment.</p>
              <ButtonLink href={vouchersHref}>Give vouchers out</ButtonLink>
            </>
          )}
          <h2>Record the payment</h2>
          {run === null ? null : (
            <p>
              This claim is in{" "}
              <a className="target" href={run.href}>
                {run.text}
              </a>
              . It is paid with the batch.
            </p>
          )}
          {run !== null ? null : whyNotPay === null ? (
            <PageForm carried={{ version: String(claim.version), intent: "paid" }}>
              {vouchers === null ? null : (
                <Radios
                  name="vouchers"
                  legend="Have they been given their vouchers?"
                  hint={vouchers}
                  options={[
                    { value: "given", label: "Yes" },
                    { value: "to-give", label: "No, they are still to be given" },
                  ]}
                  value={answer.value("vouchers")}
                  error={answer.error("vouchers")}
                />
              )}
              <DateField name="paidOn" label="Date paid" value={answer.date("paidOn", today)} error={answer.error("paidOn")} />
              <FormButtons primary="Mark as paid" />
            </PageForm>
          ) : (
            <p>{whyNotPay}</p>
          )}
        </>
      ) : null}
    </Page>
  );
}
