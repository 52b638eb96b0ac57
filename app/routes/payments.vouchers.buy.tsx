// Write vouchers in the log: what was bought, for which budget, and who keeps it where.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { buyVouchers, mostAtOnce, whoMayHold, type NotBought } from "#app/services/vouchers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Radios } from "#app/ui/choices.tsx";
import { DateField, LongField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, date, longText, optionalDate, optionalText, pounds, requiredText } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { endsIn, voucherKindNames } from "#app/words/vouchers.ts";

const kinds = ["card", "paper", "code"] as const;
const form = z.strictObject({
  supplier: requiredText("Enter where they can be used", { thing: "where they can be used" }),
  kind: choice(kinds, "Choose what kind of voucher it is"),
  value: pounds("what each is worth"),
  cost: pounds("what each cost"),
  codes: longText("The codes", { max: 8_000 }),
  howMany: z
    .string()
    .trim()
    .default("")
    .transform((typed, context): number | null => {
      if (typed === "") return null;
      if (/^[1-9]\d{0,2}$/u.test(typed)) return Number(typed);
      context.addIssue({ code: "custom", message: "How many must be a number, like 5" });
      return z.NEVER;
    }),
  budgetCode: requiredText("Enter a budget code", { max: 40, thing: "the budget code" }),
  boughtOn: date({ thing: "the date you bought them" }),
  expiresOn: optionalDate({ thing: "the date they run out" }),
  heldBy: requiredText("Choose who keeps them", { max: 60, thing: "who keeps them" }),
  heldWhere: optionalText({ max: 200, thing: "where they are kept" }),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  return {
    shell: staffShell(visit),
    held: visit.held,
    today: visit.context.today,
    staff: (await whoMayHold(visit.context, visit.finance)).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { codes, ...rest } = read.value;
  const bought = await buyVouchers(context, finance, { ...rest, codes: codes.split("\n") }, read.intent);
  if (bought.ok) return goBackSaying("/payments/vouchers", "bought");
  const { field, message } = problemOf(bought.refusal);
  return mend(problemWith(field, message, read.typed));
}

function problemOf(refusal: NotBought): { readonly field: string; readonly message: string } {
  switch (refusal.reason) {
    case "how-many":
      return { field: "codes", message: "Enter the codes, or say how many there are" };
    case "count-differs":
      return { field: "howMany", message: `You wrote ${refusal.codes} codes. Check how many there are.` };
    case "too-many":
      return { field: "howMany", message: `Write in ${mostAtOnce} at a time at most` };
    case "nothing-worth":
      return { field: "value", message: "What each is worth must be more than £0" };
    case "in-the-future":
      return { field: "boughtOn.day", message: "The date you bought them must be today or earlier" };
    case "runs-out-before":
      return { field: "expiresOn.day", message: "The date they run out must be after the date you bought them" };
    case "no-such-holder":
      return { field: "heldBy", message: "Choose who keeps them" };
    case "code-pattern":
      return { field: "budgetCode", message: `Budget code must be ${refusal.pattern}` };
    case "code-twice":
      return { field: "codes", message: `A voucher is in the log already: ${endsIn(refusal.lastFour).toLowerCase()}` };
  }
}

export default function BuyVouchers() {
  const { shell, held, today, staff } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const field = (name: string) => ({ name, value: answer.value(name), error: answer.error(name) });
  return (
    <Page shell={shell} heading="Write in vouchers" held={held} back={{ href: "/payments/vouchers", text: "Vouchers" }}>
      <PageForm>
        <TextField
          {...field("supplier")}
          label="Where can they be used?"
          hint="The shop or the card, as people know it."
          autoComplete="off"
        />
        <Radios {...field("kind")} legend="What kind is it?" options={kinds.map((value) => ({ value, label: voucherKindNames[value] }))} />
        <MoneyField {...field("value")} label="What is each worth, in pounds?" />
        <MoneyField {...field("cost")} label="What did each cost, in pounds?" />
        <LongField
          {...field("codes")}
          label="Codes or serial numbers (optional)"
          hint="One on each line. They are stored locked, and lists show only the end."
          rows={5}
        />
        <TextField
          {...field("howMany")}
          label="How many are there? (optional)"
          hint="Needed where they have no codes."
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField {...field("budgetCode")} label="Budget code" width={20} autoComplete="off" spellCheck={false} />
        <DateField name="boughtOn" label="Date you bought them" value={answer.date("boughtOn", today)} error={answer.error("boughtOn")} />
        <DateField
          name="expiresOn"
          label="Date they run out (optional)"
          hint="For example, 23 3 2027"
          value={answer.date("expiresOn", null)}
          error={answer.error("expiresOn")}
        />
        <SelectField
          {...field("heldBy")}
          label="Who keeps them?"
          hint="Somebody else gives them out."
          blank="Choose a person"
          options={staff}
        />
        <TextField {...field("heldWhere")} label="Where are they kept? (optional)" autoComplete="off" />
        <FormButtons primary="Save" />
      </PageForm>
    </Page>
  );
}
