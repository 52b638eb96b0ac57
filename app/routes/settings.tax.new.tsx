// Record what was decided about tax and employment status for one role: the questions of the printed form, in its order.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { recordTaxDecision, taxDecisionsOf } from "#app/services/tax-decisions.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, LongField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, longText, optionalChoice, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { taxDecisionNames, taxQuestions, taxRouteNames, yesNoNames } from "#app/words/tax-decisions.ts";

const kinds = ["expenses-only", "payment-without-employment", "payroll-for-tax-only", "employee-or-worker", "self-employed"] as const;
const routes = ["accounts-payable", "payroll", "voucher"] as const;

const form = z.strictObject({
  role: requiredText("Choose the role", { thing: "role" }),
  ...Object.fromEntries(
    taxQuestions.map(({ name, label, answers }): readonly [string, z.ZodType] => [
      `fact-${name}`,
      answers === "words" ? longText(label, { max: 1_000 }) : optionalChoice(["yes", "no", "not-sure"]),
    ]),
  ),
  decision: choice(kinds, "Choose what was decided"),
  route: choice(routes, "Choose how people in this role are paid"),
  reviewOn: date({ thing: "the date to look at it again" }),
  decidedBy: requiredText("Enter who decided", { thing: "name" }),
  secondBy: requiredText("Enter who else decided", { thing: "name" }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const { roles } = await taxDecisionsOf(visit.context, visit.administrator);
  return { shell: staffShell(visit), held: visit.held, roles: roles.map(({ role, label }) => ({ value: role, label })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { role, decision, route, reviewOn, decidedBy, secondBy } = read.value;
  if (reviewOn <= context.today) return mend(problemWith("reviewOn.day", "The date to look at it again must be after today", read.typed));
  const said = read.value as Readonly<Record<string, unknown>>;
  const facts = Object.fromEntries(
    taxQuestions.flatMap(({ name }): readonly (readonly [string, string])[] => {
      const given = said[`fact-${name}`];
      return typeof given === "string" && given !== "" ? [[name, given]] : [];
    }),
  );
  const wanted = { role, decision, route, reviewOn, decidedBy, secondBy, facts };
  const recorded = await recordTaxDecision(context, administrator, wanted, read.intent);
  if (recorded.ok) return goBackSaying("/settings/tax", "recorded");
  return recorded.refusal === "no-such-role"
    ? mend(problemWith("role", "Choose the role", read.typed))
    : mend(problemWith("secondBy", "Two different people decide. Enter another name", read.typed));
}

export default function NewTaxDecision() {
  const { shell, held, roles } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  return (
    <Page
      shell={shell}
      heading="Record a decision about a role"
      held={held}
      back={{ href: "/settings/tax", text: "Tax and employment status" }}
    >
      <p>Fill this in with HR, payroll or tax. A decision is never changed: a new one takes its place, and earlier payments keep theirs.</p>
      <PageForm>
        <SelectField {...field("role")} label="Role" blank="Choose the role" options={roles} />
        {taxQuestions.map(({ name, label, answers }) =>
          answers === "words" ? (
            <LongField key={name} {...field(`fact-${name}`)} label={label} optional rows={2} limit={1000} />
          ) : (
            <Radios
              key={name}
              {...field(`fact-${name}`)}
              legend={label}
              optional
              options={[
                { value: "yes", label: yesNoNames.yes },
                { value: "no", label: yesNoNames.no },
                { value: "not-sure", label: yesNoNames["not-sure"] },
              ]}
            />
          ),
        )}
        <h2>Decision</h2>
        <Radios
          {...field("decision")}
          legend="What was decided?"
          options={kinds.map((value) => ({ value, label: taxDecisionNames[value] }))}
        />
        <Radios
          {...field("route")}
          legend="How are people in this role paid?"
          options={routes.map((value) => ({ value, label: taxRouteNames[value] }))}
        />
        <DateField name="reviewOn" label="Look at it again by" value={answer.date("reviewOn")} error={answer.error("reviewOn")} />
        <TextField {...field("decidedBy")} label="Decided by, name and role" autoComplete="off" />
        <TextField {...field("secondBy")} label="And by, name and role" autoComplete="off" />
        <FormButtons primary="Record this decision" />
      </PageForm>
    </Page>
  );
}
