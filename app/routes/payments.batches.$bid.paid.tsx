// Has the bank paid this batch? All of it, or all but some with the reason; and whether vouchers were given to who is paid in them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { subtract } from "#app/domain/basics/money.ts";
import { reasonsNotPaid } from "#app/domain/payments/payment-files.ts";
import { markRunPaid, vouchersInRun } from "#app/services/run-paying.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DateField, SelectField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, optionalChoice, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { runPage, runRefusalSentences, together } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, money } from "#app/words/format.ts";
import { notPaidNames } from "#app/words/payment-runs.ts";

const several = z.preprocess(
  (given): unknown => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(40)).max(5_000),
);
const form = z
  .strictObject({
    all: choice(["all", "some"], "Choose whether all were paid"),
    notPaid: several,
    vouchers: z.preprocess((given) => (given === "" ? undefined : given), optionalChoice(["all", "some"])),
    toGive: several,
    reason: z.preprocess((given) => (given === "" ? undefined : given), optionalChoice(reasonsNotPaid)),
    paidOn: date({ thing: "the date paid" }),
    version: versionField,
  })
  .superRefine(({ all, notPaid, reason, vouchers, toGive }, context) => {
    if (vouchers === "some" && toGive.length === 0)
      context.addIssue({ code: "custom", message: "Choose who is still to be given vouchers", path: ["toGive"] });
    if (all === "some" && notPaid.length === 0)
      context.addIssue({ code: "custom", message: "Choose which were not paid", path: ["notPaid"] });
    if (all === "some" && reason === undefined)
      context.addIssue({ code: "custom", message: "Choose why they were not paid", path: ["reason"] });
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await runForFinance(visit.context, visit.finance, params["bid"] ?? "");
  if (!found.ok) throw notFound();
  const inVouchers = await vouchersInRun(visit.context, visit.finance, found.value.runId);
  return {
    shell: staffShell(visit),
    held: visit.held,
    run: runPage(found.value),
    inVouchers: inVouchers.map(({ lineId, reference, person, toPay, given }) => ({
      value: lineId,
      label: `${inFours(reference)}, ${person}: ${money(toPay)}`,
      hint:
        given === 0
          ? "The log has no voucher given for this claim."
          : given < toPay
            ? `The log has ${money(given)} given. ${money(subtract(toPay, given))} stays on the list of vouchers to give.`
            : `The log has ${money(given)} given, which is all of it.`,
    })),
    today: visit.context.today,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const runId = params["bid"] ?? "";
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { all, notPaid, vouchers, toGive, reason = "other", paidOn, version } = read.value;
  const areVouchersAsked = (await vouchersInRun(context, finance, runId)).length > 0;
  if (areVouchersAsked && vouchers === undefined)
    return mend(problemWith("vouchers", "Choose whether the vouchers were given", read.typed));
  if (paidOn > context.today) return mend(problemWith("paidOn.day", "Date paid must be today or earlier", read.typed));
  const failed = all === "all" ? [] : notPaid.map((lineId) => ({ lineId, reason }));
  const said = { paidOn, notPaid: failed, vouchersToGive: vouchers === "some" ? toGive : [] };
  const marked = await markRunPaid(context, finance, { runId, version }, said, read.intent);
  if (marked.ok) return goBackSaying(`/payments/batches/${runId}`, "paid");
  const isAboutVouchers = marked.refusal.kind === "vouchers-not-given" || marked.refusal.kind === "nobody-paid";
  return mend(problemWith(isAboutVouchers ? "vouchers" : "all", together(runRefusalSentences(marked.refusal)), read.typed));
}

export default function BatchPaid() {
  const { shell, held, run, inVouchers, today } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const open = run.lines.filter(({ state }) => state === "in");
  return (
    <Page
      shell={shell}
      heading={`Mark batch ${run.number} as paid`}
      held={held}
      back={{ href: `/payments/batches/${run.runId}`, text: `Batch ${run.number}` }}
    >
      {run.raw !== "locked" && run.raw !== "exported" ? (
        <p>{run.raw === "paid" ? "This batch is marked as paid." : "A batch can be marked as paid once it is signed."}</p>
      ) : (
        <PageForm carried={{ version: String(run.version) }}>
          <Radios
            name="all"
            legend={run.kind === "cash-or-voucher" ? "Has everybody in this batch been paid?" : "Has the bank paid this batch?"}
            asHeading="h2"
            options={[
              { value: "all", label: "All paid" },
              { value: "some", label: "Some were not paid", hint: "Tick them below and say why." },
            ]}
            value={answer.value("all")}
            error={answer.error("all")}
          />
          <Checkboxes
            name="notPaid"
            legend="Which were not paid?"
            hint="Leave this empty when all were paid."
            options={open.map(({ lineId, label, sum }) => ({ value: lineId, label: `${label}: ${sum}` }))}
            values={answer.values("notPaid", [])}
            error={answer.error("notPaid")}
          />
          <SelectField
            name="reason"
            label="Why were they not paid?"
            blank="Choose a reason"
            options={reasonsNotPaid.map((value) => ({ value, label: notPaidNames[value] }))}
            value={answer.value("reason")}
            error={answer.error("reason")}
          />
          {inVouchers.length === 0 ? null : (
            <>
              <Radios
                name="vouchers"
                legend="Have people been given their vouchers?"
                asHeading="h2"
                options={[
                  { value: "all", label: "Yes, all of them" },
                  {
                    value: "some",
                    label: "Some are still to be given",
                    hint: "Tick them below. They leave this batch, and are ready for another.",
                  },
                ]}
                value={answer.value("vouchers")}
                error={answer.error("vouchers")}
              />
              <Checkboxes
                name="toGive"
                legend="Who is still to be given vouchers?"
                hint="Leave this empty when all were given."
                options={inVouchers}
                values={answer.values("toGive", [])}
                error={answer.error("toGive")}
              />
              <p>
                <a className="target" href="/payments/vouchers/give">
                  Give vouchers out
                </a>
              </p>
            </>
          )}
          <DateField name="paidOn" label="Date paid" value={answer.date("paidOn", today)} error={answer.error("paidOn")} />
          <FormButtons primary="Save" />
        </PageForm>
      )}
    </Page>
  );
}
