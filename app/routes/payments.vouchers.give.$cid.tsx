// Give vouchers out for one claim: which, when and how, by somebody who neither keeps them nor authorised the claim.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { giveVouchers, givingFor } from "#app/services/voucher-giving.server.ts";
import type { VoucherView } from "#app/services/vouchers.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios } from "#app/ui/choices.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { choice, choices, date } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { inFours, longDate, money } from "#app/words/format.ts";
import { endsIn, notGivenSentence, sentHowNames, voucherKindNames, voucherNeedNames, voucherStateNames } from "#app/words/vouchers.ts";

const ways = ["email", "text", "post", "by-hand"] as const;
const steps = ["national-insurance-number", "payroll-approval-first"] as const;
const form = z.strictObject({
  vouchers: z
    .union([z.array(z.string().max(60)), z.string().max(60)])
    .default([])
    .transform((typed) => (typeof typed === "string" ? [typed] : typed)),
  on: date({ thing: "the date they were given" }),
  how: choice(ways, "Choose how they are sent"),
  canUse: choice(["said-yes", "not-asked"], "Choose whether this person can use them"),
  steps: choices(steps),
});
/** More than anybody looks through on one page; they are in order, the first to run out first. */
const shownChoices = 100;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const found = await givingFor(visit.context, visit.finance, params["cid"] ?? "");
  if (!found.ok) throw notFound();
  const {
    reference,
    person,
    firstName,
    meeting,
    toPay,
    given,
    left,
    authorisedOn,
    choices: stock,
    before,
    refusal,
    stepsOver,
  } = found.value;
  return {
    shell: staffShell(visit),
    held: visit.held,
    firstName,
    today: visit.context.today,
    refusal: refusal === null ? null : notGivenSentence(refusal),
    isDone: left === 0,
    claimHref: `/payments/claims/${found.value.claimId}`,
    rows: [
      { name: "Claim", answer: inFours(reference) },
      { name: "Person", answer: person },
      { name: "Meeting", answer: meeting },
      { name: "To pay", answer: money(toPay) },
      { name: "Given so far", answer: money(given) },
      { name: "Left to give", answer: money(left) },
      ...(authorisedOn === null ? [] : [{ name: "Agreed on", answer: longDate(authorisedOn) }]),
    ],
    before: before.map((voucher) => ({ name: nameOf(voucher), answer: voucherStateNames[voucher.state] })),
    stock: stock.slice(0, shownChoices).map((voucher) => ({ value: voucher.voucherId, label: nameOf(voucher), hint: hintOf(voucher) })),
    more: stock.length > shownChoices,
    stepsOver: stepsOver === null ? null : money(stepsOver),
  };
}

function nameOf({ supplier, value, lastFour }: VoucherView): string {
  return `${money(value)}, ${supplier}. ${endsIn(lastFour)}`;
}

function hintOf({ kind, expiresOn, heldBy, heldWhere }: VoucherView): string {
  const use = expiresOn === null ? "" : ` Use by ${longDate(expiresOn)}.`;
  return `${voucherKindNames[kind]}. With ${heldBy}${heldWhere === "" ? "" : `, ${heldWhere}`}.${use}`;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { vouchers, on, how, canUse, steps: met } = read.value;
  const giving = { voucherIds: vouchers, on, sentHow: how, canUse, needsMet: met };
  const given = await giveVouchers(context, finance, params["cid"] ?? "", giving, read.intent);
  if (given.ok) return goBackSaying("/payments/vouchers", given.value.told ? "given" : "given-not-told");
  const { reason } = given.refusal;
  const field = reason === "in-the-future" || reason === "before-agreed" ? "on.day" : reason === "steps-missing" ? "steps" : "vouchers";
  return mend(problemWith(field, notGivenSentence(given.refusal), read.typed));
}

export default function GiveVouchers() {
  const { shell, held, firstName, today, refusal, isDone, claimHref, rows, before, stock, more, stepsOver } =
    useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading={`Give vouchers to ${firstName}`}
      held={held}
      back={{ href: "/payments/vouchers/give", text: "Give vouchers out" }}
    >
      {refusal === null ? null : <Warning>{refusal}</Warning>}
      <SummaryList rows={rows} />
      <p>
        <a className="target" href={claimHref}>
          See the claim
        </a>
      </p>
      {before.length === 0 ? null : (
        <>
          <h2>Given before</h2>
          <SummaryList rows={before} />
        </>
      )}
      {refusal !== null || isDone ? null : stock.length === 0 ? (
        <p>Nothing in stock fits. You cannot give out vouchers you keep yourself, or ones worth more than is left.</p>
      ) : (
        <PageForm>
          <Checkboxes
            name="vouchers"
            legend="Which vouchers?"
            hint={more ? "The first 100 are shown, the first to run out first." : "Only those you can give out for this claim are shown."}
            options={stock}
            values={answer.values("vouchers", [])}
            error={answer.error("vouchers")}
          />
          <DateField name="on" label="Date given" value={answer.date("on", today)} error={answer.error("on")} />
          <Radios
            name="how"
            legend="How are they sent?"
            options={ways.map((value) => ({ value, label: sentHowNames[value] }))}
            value={answer.value("how")}
            error={answer.error("how")}
          />
          <Radios
            name="canUse"
            legend={`Can ${firstName} use them where they are?`}
            options={[
              { value: "said-yes", label: "Yes, they said so" },
              { value: "not-asked", label: "We have not asked" },
            ]}
            value={answer.value("canUse")}
            error={answer.error("canUse")}
          />
          {stepsOver === null ? null : (
            <Checkboxes
              name="steps"
              legend={`Your rule asks for these above ${stepsOver}`}
              options={steps.map((value) => ({ value, label: voucherNeedNames[value] }))}
              values={answer.values("steps", [])}
              error={answer.error("steps")}
            />
          )}
          <FormButtons primary="Give out" />
        </PageForm>
      )}
    </Page>
  );
}
