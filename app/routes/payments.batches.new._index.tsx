// Make a payment batch: the day and the way. The claims are looked at on the next page.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isWorkingDay } from "#app/domain/basics/dates.ts";
import { listRunsFor } from "#app/services/run-views.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { addressWith } from "#app/web/list-address.ts";
import { goOn } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { longDate } from "#app/words/format.ts";
import { runKindNames } from "#app/words/payment-runs.ts";

const kinds = ["bank-file", "printed-forms", "cash-or-voucher", "payroll"] as const;
const form = z.strictObject({ paymentDate: date({ thing: "payment date" }), kind: choice(kinds, "Choose how you will pay") });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { runs } = await listRunsFor(visit.context, visit.finance, 1);
  // Most weeks are paid like the week before; it is looked at again on the next page, and nothing is made yet.
  return { shell: staffShell(visit), held: visit.held, lastKind: runs[0]?.kind ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { paymentDate, kind } = read.value;
  const working = isWorkingDay(paymentDate, context.holidaysOf("england"));
  if (paymentDate < context.today || !working.ok || !working.value)
    return mend(problemWith("paymentDate.day", `Payment date must be a working day, ${longDate(context.today)} or later`, read.typed));
  return goOn(addressWith("/payments/batches/new/check", { kind, date: paymentDate }));
}

export default function NewBatch() {
  const { shell, held, lastKind } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Make a payment batch" held={held} back={{ href: "/payments/batches", text: "Payment batches" }}>
      <PageForm>
        <DateField
          name="paymentDate"
          label="Payment date"
          hint="The day people have the money. For example, 23 3 2027"
          value={answer.date("paymentDate")}
          error={answer.error("paymentDate")}
        />
        <Radios
          name="kind"
          legend="How will you pay?"
          options={kinds.map((kind) => ({ value: kind, label: runKindNames[kind] }))}
          value={answer.value("kind", lastKind)}
          error={answer.error("kind")}
        />
        <FormButtons primary="See the claims" />
      </PageForm>
    </Page>
  );
}
