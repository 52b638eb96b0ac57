// Count the vouchers that are held against the log, and agree a count somebody else made.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { agreeVoucherCount, countTheVouchers, voucherCountsFor } from "#app/services/voucher-counts.server.ts";
import { voucherLogFor } from "#app/services/vouchers.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { LongField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { longText, pounds } from "#app/web/form-fields.ts";
import { formOf, mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, longDate, money } from "#app/words/format.ts";

const countForm = z.strictObject({
  found: z
    .string()
    .trim()
    .default("")
    .transform((typed, context): number => {
      if (/^\d{1,6}$/u.test(typed)) return Number(typed);
      context.addIssue({ code: "custom", message: typed === "" ? "Enter how many you found" : "How many must be a number, like 5" });
      return z.NEVER;
    }),
  foundValue: pounds("what they are worth together"),
  note: longText("Why they differ", { max: 1_000 }),
});
const agreeForm = z.strictObject({ count: z.string().max(60) });

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { totals } = await voucherLogFor(visit.context, visit.finance, { state: "held", page: 1 });
  const counts = await voucherCountsFor(visit.context, visit.finance);
  return {
    shell: staffShell(visit),
    held: visit.held,
    saved: new URL(request.url).searchParams.get("saved"),
    should: `The log says there should be ${counted(totals.held.count, "voucher", "vouchers")}, worth ${money(totals.held.value)} together.`,
    counts: counts.map((one) => ({
      id: one.countId,
      heading: `Counted on ${longDate(one.on)} by ${one.by}`,
      mayAgree: one.agreedBy === null && one.refusal === null,
      why: one.agreedBy === null && one.refusal !== null ? refusals[one.refusal] : null,
      rows: [
        { name: "In the log", answer: `${counted(one.expected, "voucher", "vouchers")}, ${money(one.expectedValue)}` },
        { name: "Found", answer: `${counted(one.found, "voucher", "vouchers")}, ${money(one.foundValue)}` },
        ...(one.differs ? [{ name: "They differ", answer: one.note }] : []),
        {
          name: "Seen by a second person",
          answer: one.agreedBy === null || one.agreedOn === null ? "Not yet" : `${one.agreedBy}, ${longDate(one.agreedOn)}`,
        },
      ],
    })),
  };
}

const refusals = {
  "you-counted": "You counted these, so someone else must agree the count.",
  "you-gave": "You gave vouchers out since the last count, so someone else must agree this one.",
  "agreed-already": "Somebody has agreed this count already.",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const here = "/payments/vouchers/count";
  if ((await formOf(request)).get("intent") === "agree") {
    const read = await readForm(request, agreeForm);
    if (!read.ok) return mend(read.answer);
    const agreed = await agreeVoucherCount(context, finance, read.value.count, read.intent);
    if (agreed.ok) return goBackSaying(here, "agreed");
    if (agreed.refusal === "not-found") throw notFound();
    return mend(problemWith("found", refusals[agreed.refusal], read.typed));
  }
  const read = await readForm(request, countForm);
  if (!read.ok) return mend(read.answer);
  const saved = await countTheVouchers(context, finance, read.value, read.intent);
  if (saved.ok) return goBackSaying(here, saved.value.differs ? "differs" : "counted");
  return mend(problemWith("note", "This is not what the log says. Say why they differ", read.typed));
}

const notices: Readonly<Record<string, string>> = {
  counted: "The count agrees with the log. A second person agrees it next.",
  differs: "The count is saved, with why it differs. A second person looks at it next.",
  agreed: "Your name is on the count.",
};

export default function CountVouchers() {
  const { shell, held, saved, should, counts } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  const notice = saved === null ? undefined : notices[saved];
  return (
    <Page
      shell={shell}
      heading="Count the vouchers"
      held={held}
      back={{ href: "/payments/vouchers", text: "Vouchers" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>{should}</p>
      <PageForm>
        <TextField
          name="found"
          label="How many did you find?"
          width={4}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("found")}
          error={answer.error("found")}
        />
        <MoneyField
          name="foundValue"
          label="What are they worth together, in pounds?"
          value={answer.value("foundValue")}
          error={answer.error("foundValue")}
        />
        <LongField
          name="note"
          label="Why do they differ? (only if they do)"
          rows={3}
          limit={1_000}
          value={answer.value("note")}
          error={answer.error("note")}
        />
        <FormButtons primary="Save the count" />
      </PageForm>
      {counts.length === 0 ? null : <h2>Counts before</h2>}
      {counts.map(({ id, heading, mayAgree, why, rows }) => (
        <section key={id} className="form-part" aria-labelledby={`count-${id}`}>
          <h3 id={`count-${id}`}>{heading}</h3>
          <SummaryList rows={rows} />
          {why === null ? null : <p>{why}</p>}
          {mayAgree ? (
            <PageForm carried={{ intent: "agree", count: id }}>
              <Button kind="secondary" about={heading}>
                I was there and agree
              </Button>
            </PageForm>
          ) : null}
        </section>
      ))}
    </Page>
  );
}
