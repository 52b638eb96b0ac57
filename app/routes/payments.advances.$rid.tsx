// One amount to send before a meeting: authorised by one person, sent by another.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { advancesFor, moveAdvance, type AdvanceStep } from "#app/services/costs-before.server.ts";
import { FormButtons } from "#app/ui/buttons.tsx";
import { DateField } from "#app/ui/fields.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { date, versionField } from "#app/web/form-fields.ts";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { notFound, requireFinance } from "#app/web/guards.server.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { advanceRefusalSentence, advanceStates } from "#app/words/costs-before.ts";
import { longDate, money } from "#app/words/format.ts";

type AdvanceForm = z.ZodType<{ readonly version: number; readonly sent?: CalendarDate | undefined }>;
const authoriseForm: AdvanceForm = z.strictObject({ version: versionField });
const sendForm: AdvanceForm = z.strictObject({ version: versionField, sent: date({ thing: "the date it was sent" }) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const one = (await advancesFor(visit.context, visit.finance)).find(({ id }) => id === params["rid"]);
  if (one === undefined) throw notFound();
  return {
    shell: staffShell(visit),
    held: visit.held,
    state: one.state,
    version: one.version,
    today: visit.context.today,
    isCash: one.way === "cash-on-the-day",
    refusal:
      one.refusal === null
        ? null
        : one.refusal === "not-your-part"
          ? "Somebody who authorises payments does the next step."
          : advanceRefusalSentence(one.refusal),
    rows: [
      { name: "For", answer: one.person },
      { name: "Meeting", answer: one.meetingDate === null ? one.meeting : `${one.meeting}, ${longDate(one.meetingDate)}` },
      { name: "Amount", answer: money(one.amount) },
      { name: "How", answer: one.way === "cash-on-the-day" ? "Cash on the day" : "Money sent first" },
      ...(one.neededBy === null ? [] : [{ name: "Needed by", answer: longDate(one.neededBy) }]),
      { name: "State", answer: advanceStates[one.state] },
      { name: "Agreed by", answer: one.agreedBy },
      ...(one.authorisedBy === null ? [] : [{ name: "Authorised by", answer: one.authorisedBy }]),
      ...(one.sentBy === null || one.sentOn === null ? [] : [{ name: "Sent by", answer: `${one.sentBy}, on ${longDate(one.sentOn)}` }]),
    ],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const one = (await advancesFor(context, finance)).find(({ id }) => id === params["rid"]);
  if (one === undefined) throw notFound();
  const isSending = one.state === "money-authorised";
  const read = await readForm(request, isSending ? sendForm : authoriseForm);
  if (!read.ok) return mend(read.answer);
  const { sent } = read.value;
  const step: AdvanceStep = sent === undefined ? { step: "authorise" } : { step: "send", on: sent };
  const moved = await moveAdvance(context, finance, { id: one.id, version: read.value.version }, step, read.intent);
  if (moved.ok) return goBackSaying("/payments/advances", step.step);
  const field = isSending ? "sent" : "version";
  switch (moved.refusal) {
    case "not-found":
    case "not-your-part":
      throw notFound();
    case "in-the-future":
      return mend(problemWith("sent", "The date it was sent must be today or earlier", read.typed));
    case "not-now":
    case "changed-by-someone-else":
      return mend(problemWith(field, "Somebody else changed this while you had it open. Look at it again.", read.typed));
    case "own-money":
    case "you-agreed-it":
    case "you-authorised-it":
      return mend(problemWith(field, advanceRefusalSentence(moved.refusal), read.typed));
  }
}

export default function OneAdvance() {
  const { shell, held, state, version, today, isCash, refusal, rows } = useLoaderData<typeof loader>();
  const answer = useAnswer(held);
  return (
    <Page shell={shell} heading="Money before a meeting" held={held} back={{ href: "/payments/advances" }}>
      <SummaryList rows={rows} />
      {refusal === null ? null : <p>{refusal}</p>}
      {refusal !== null || state === "money-sent" ? null : (
        <PageForm carried={{ version: String(version) }}>
          {state === "money-agreed" ? (
            <FormButtons primary="Authorise this money" />
          ) : (
            <>
              <DateField
                name="sent"
                label={isCash ? "When was it handed over?" : "When was it sent?"}
                value={answer.date("sent", today)}
                error={answer.error("sent")}
              />
              <FormButtons primary={isCash ? "Mark as handed over" : "Mark as sent"} />
            </>
          )}
        </PageForm>
      )}
    </Page>
  );
}
