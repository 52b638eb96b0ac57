// How the organisation pays and what it tells people about it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readCodePattern } from "#app/domain/payments/budget-codes.ts";
import { poundsInFigures } from "#app/domain/payments/payment-files.ts";
import { paymentWays, usualWays, weekdays } from "#app/domain/payments/paying-rules.ts";
import { payingFactsOf, savePayingFacts } from "#app/services/money-settings.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { Checkboxes, Radios, Tick } from "#app/ui/choices.tsx";
import { LongField, MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { HistoryLink } from "#app/ui/history-link.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { choice, choices, longText, optionalPounds, optionalText, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireAdministrator } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { bodyKindNames, paymentWayLabels } from "#app/words/money-settings.ts";

const kinds = ["statutory", "research", "charity", "other"] as const;
const notDays = "Working days must be a number from 1 to 60";
/** A number of working days, or null where none was typed. */
const workingDays = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): number | null => {
    if (typed === "") return null;
    if (/^[1-9]\d?$/u.test(typed) && Number(typed) <= 60) return Number(typed);
    context.addIssue({ code: "custom", message: notDays });
    return z.NEVER;
  });
const form = z.strictObject({
  kind: choice(kinds, "Choose what kind of body you are"),
  statementName: optionalText({ thing: "the name on the bank statement", max: 18 }),
  ways: choices(paymentWays),
  pattern: optionalText({ max: 40, thing: "how budget codes look" }).transform((typed, context): string => {
    if (typed === "" || readCodePattern(typed).ok) return typed;
    context.addIssue({ code: "custom", message: "Show how codes look with an A for a letter and a 9 for a figure, like AA-9999" });
    return z.NEVER;
  }),
  weekBegins: choice(weekdays, "Choose the day a week begins on"),
  complaintDays: workingDays.pipe(z.number({ error: notDays })),
  checkDays: workingDays,
  voucherStepsOver: optionalPounds("the value"),
  ownTime: z.literal("yes").optional(),
  withoutCosts: longText("The line", { max: 300 }),
  lateClaims: longText("The line", { max: 300 }),
  illness: longText("The line", { max: 300 }),
  cancelled: longText("The line", { max: 300 }),
  moneyLeft: longText("The line", { max: 300 }),
  version: versionField,
});

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireAdministrator(request);
  const facts = await payingFactsOf(visit.context, visit.administrator);
  const isSaved = new URL(request.url).searchParams.get("saved") === "paying";
  return { shell: staffShell(visit), held: visit.held, facts, isSaved };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, administrator } = await requireAdministrator(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { kind, statementName, lateClaims, illness, moneyLeft, pattern, ways, weekBegins, complaintDays, version } = read.value;
  const { voucherStepsOver, ownTime, checkDays, withoutCosts, cancelled } = read.value;
  const lines = { withoutCosts, lateClaims, illnessOnTheDay: illness, cancelledMeetings: cancelled, moneyLeft };
  const facts = {
    bodyKind: kind,
    statementName,
    ways,
    weekBegins,
    budgetCodePattern: pattern,
    complaintDays,
    checkDays,
    voucherStepsOver,
    asksOwnTime: ownTime === "yes",
    lines,
  };
  const saved = await savePayingFacts(context, administrator, version, facts, read.intent);
  if (saved.ok) return goBackSaying("/settings/paying", "paying");
  return mend(problemWith("kind", "Somebody else changed this page while you had it open. Check it and save again.", read.typed));
}

export default function Paying() {
  const { shell, held, facts, isSaved } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page
      shell={shell}
      heading="How we pay"
      held={held}
      back={{ href: "/settings" }}
      notice={isSaved ? { heading: "Saved", children: "Letters and offers made from now on use this." } : undefined}
    >
      <PageForm carried={{ version: String(facts.version) }}>
        <Radios
          name="kind"
          legend="What kind of body are you?"
          hint="Letters say it, and the benefit rules ask it."
          options={kinds.map((value) => ({ value, label: bodyKindNames[value] }))}
          value={answer.value("kind", facts.bodyKind)}
          error={answer.error("kind")}
        />
        <TextField
          name="statementName"
          label="Name on people's bank statements (optional)"
          hint="As the bank shows it, up to 18 letters. Offers tell people what to look for."
          autoComplete="off"
          value={answer.value("statementName", facts.statementName)}
          error={answer.error("statementName")}
        />
        <Checkboxes
          name="ways"
          legend="How can you pay people?"
          hint="Into a bank or building society account is always offered. Offers already made keep their ways."
          options={paymentWays.filter((way) => !usualWays.includes(way)).map((value) => ({ value, label: paymentWayLabels[value] }))}
          values={answer.values("ways", facts.ways)}
          error={answer.error("ways")}
        />
        <TextField
          name="pattern"
          label="How your budget codes look (optional)"
          hint="An A for each letter and a 9 for each figure, like AA-9999. Leave it empty if any code will do."
          width={20}
          autoComplete="off"
          spellCheck={false}
          value={answer.value("pattern", facts.budgetCodePattern)}
          error={answer.error("pattern")}
        />
        <SelectField
          name="weekBegins"
          label="The week for weekly limits begins on"
          hint="Rates already saved keep their own week."
          options={weekdays.map((value) => ({ value, label: value }))}
          value={answer.value("weekBegins", facts.weekBegins)}
          error={answer.error("weekBegins")}
        />
        <TextField
          name="complaintDays"
          label="Working days to answer when a payment went wrong"
          width={2}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("complaintDays", String(facts.complaintDays))}
          error={answer.error("complaintDays")}
        />
        <TextField
          name="checkDays"
          label="Working days to check a claim (optional)"
          hint="People who claim are told this day. Leave it empty if you do not promise one."
          width={2}
          inputMode="numeric"
          autoComplete="off"
          value={answer.value("checkDays", facts.checkDays === null ? "" : String(facts.checkDays))}
          error={answer.error("checkDays")}
        />
        <MoneyField
          name="voucherStepsOver"
          label="Vouchers above this value need more steps, in pounds (optional)"
          hint="Whoever gives one out then says that a National Insurance number was seen and payroll agreed. Leave it empty if you have no such rule."
          value={answer.value("voucherStepsOver", facts.voucherStepsOver === null ? "" : poundsInFigures(facts.voucherStepsOver))}
          error={answer.error("voucherStepsOver")}
        />
        <Tick
          name="ownTime"
          label="Ask people who claim if they did it in their own time"
          hint="Only where your rule for people with a public-sector job asks it. They can leave it out."
          isTicked={answer.isAnswer ? answer.value("ownTime") === "yes" : facts.asksOwnTime}
          error={answer.error("ownTime")}
        />
        <h2>What you tell people</h2>
        <LongField
          name="withoutCosts"
          label="About meetings where no costs are paid (optional)"
          hint="Shown to whoever sets up such a meeting, as your organisation's policy. For example: We always pay travel."
          rows={2}
          limit={300}
          value={answer.value("withoutCosts", facts.lines.withoutCosts)}
          error={answer.error("withoutCosts")}
        />
        <LongField
          name="lateClaims"
          label="About claims that come late (optional)"
          hint="Shown where people claim. We always add that lateness alone is no reason to refuse."
          rows={2}
          limit={300}
          value={answer.value("lateClaims", facts.lines.lateClaims)}
          error={answer.error("lateClaims")}
        />
        <LongField
          name="illness"
          label="About being ill on the day (optional)"
          hint="Shown to whoever marks attendance."
          rows={2}
          limit={300}
          value={answer.value("illness", facts.lines.illnessOnTheDay)}
          error={answer.error("illness")}
        />
        <LongField
          name="cancelled"
          label="About meetings that are called off (optional)"
          hint="Shown to whoever marks attendance. What your rates say about it holds for the payment."
          rows={2}
          limit={300}
          value={answer.value("cancelled", facts.lines.cancelledMeetings)}
          error={answer.error("cancelled")}
        />
        <LongField
          name="moneyLeft"
          label="About money left from what was sent before (optional)"
          hint="For example: Keep it for the next meeting."
          rows={2}
          limit={300}
          value={answer.value("moneyLeft", facts.lines.moneyLeft)}
          error={answer.error("moneyLeft")}
        />
        <FormButtons primary="Save" />
      </PageForm>
      <HistoryLink kind="paying" />
    </Page>
  );
}
