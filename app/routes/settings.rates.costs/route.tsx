// The next set of rules for costs. It starts on a day; costs of days before are judged by the rules of their day.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mealScales } from "#app/domain/payments/cost-policy.ts";
import { vehicles } from "#app/domain/payments/mileage.ts";
import { addCostRules, costRulesOf } from "#app/services/money-settings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { mealScaleNames } from "#app/words/money-settings.ts";
import { expenseKindNames, vehicleNames } from "#app/words/payments.ts";
import { costsForm, limitedKinds, policyFrom, typedFromPolicy } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { now } = await costRulesOf(visit.context, visit.administrator);
  return { shell: staffShell(visit), held: visit.held, start: typedFromPolicy(now) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const form = await readForm(request, costsForm);
  if (!form.ok) return mend(form.answer);
  const policy = policyFrom(form.value);
  if (!policy.ok) return mend({ problems: policy.problems, typed: form.typed });
  const added = await addCostRules(context, administrator, policy.value, form.intent);
  if (added.ok) return goBackSaying("/settings/rates", "costs");
  return mend(
    problemWith(
      "starts",
      added.refusal === "starts-in-the-past"
        ? "Start date must be today or later, so that nothing already spent changes"
        : "Other rules start on this day already. Choose another day",
      form.typed,
    ),
  );
}

export default function CostRules() {
  const { shell, held, start } = useLoaderData<typeof loader>();
  const answer = useAnswer(held ?? start);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  return (
    <Page shell={shell} heading="Change rules for costs" held={held} back={{ href: "/settings/rates" }}>
      <p>Nothing here refuses a cost. What is over a limit, late or without a receipt goes to a person.</p>
      <PageForm>
        <DateField name="starts" label="Starts on" value={answer.date("starts")} error={answer.error("starts")} />
        <MoneyField
          {...field("noReceipt")}
          label="Most that is paid without a receipt, in pounds"
          hint="Once a reason is given. 0 means a person decides about each."
        />
        <TextField
          {...field("days")}
          label="Days in which claims come in"
          hint="After the meeting. For example, 92"
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <h2>Miles</h2>
        <Radios
          {...field("miles")}
          legend="What do you pay for miles?"
          options={[
            { value: "hmrc-approved", label: "The rates HMRC approves on the day" },
            { value: "own", label: "Our own rates", hint: "A part above what HMRC approves is shown to finance." },
          ]}
        />
        {vehicles.map((vehicle) => (
          <fieldset key={vehicle} className="govuk-fieldset form-part">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{vehicleNames[vehicle]}, own rates</legend>
            <TextField
              {...field(`${vehicle}First`)}
              label={`${vehicleNames[vehicle]}: pence a mile`}
              width={4}
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              {...field(`${vehicle}After`)}
              label={`${vehicleNames[vehicle]}: changes after how many miles in a tax year`}
              hint="Leave empty where it never changes."
              width={10}
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              {...field(`${vehicle}Then`)}
              label={`${vehicleNames[vehicle]}: pence a mile after that`}
              width={4}
              inputMode="numeric"
              autoComplete="off"
            />
          </fieldset>
        ))}
        <TextField
          {...field("passenger")}
          label="Each passenger: pence a mile, own rates"
          width={4}
          inputMode="numeric"
          autoComplete="off"
        />
        <h2>Food and nights</h2>
        <Radios
          {...field("meals")}
          legend="Limit for food"
          hint="A limit is not an allowance: what was spent is paid, up to it."
          options={mealScales.map((value) => ({ value, label: mealScaleNames[value] }))}
        />
        <MoneyField {...field("nightLondon")} label="Most for a night in London, in pounds (optional)" />
        <MoneyField {...field("nightElsewhere")} label="Most for a night elsewhere, in pounds (optional)" />
        <h2>Limits for other costs</h2>
        <p>Leave a box empty for no limit. A higher cost goes to a person, because a disability can make things cost more.</p>
        {limitedKinds.map((kind) => (
          <MoneyField key={kind} {...field(`most-${kind}`)} label={`${expenseKindNames[kind]}: most for one cost, in pounds`} />
        ))}
        <FormButtons primary="Save these rules" />
      </PageForm>
    </Page>
  );
}
