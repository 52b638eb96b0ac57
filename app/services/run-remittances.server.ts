// Telling people that a run paid them, each once and in the way they chose.
import { type CalendarDate, dayIn } from "#app/domain/basics/dates.ts";
import { subtract, sum } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor, recipientBy } from "#app/domain/people/reach.ts";
import { remittanceMessage } from "#app/words/payment-runs.ts";
import type { Organisation } from "#db/stores/accounts.ts";
import { findRun, listRunLines, type RunLineWithNames, saveRun, type StoredRun } from "#db/stores/payment-runs.ts";
import type { Context } from "./context.server.ts";
import { queueMessage } from "./messages.server.ts";
import { isPosted } from "./posting.server.ts";
import { organisationOf } from "./organisations.server.ts";
import type { RunInListView } from "./run-views.server.ts";
import { changeRun, recordOnRun, type RunRefusal } from "./run-work.server.ts";

export type Remittance = {
  readonly lineId: string;
  readonly personId: string;
  readonly person: string;
  readonly channel: "email" | "letter" | "show" | null;
  readonly subject: string;
  readonly body: string;
};

/** What each person paid by a run is told, before it is sent: time and costs apart, and how it shows on the bank statement. */
export async function remittancesOf(
  context: Context,
  finance: FinanceOfficer,
  runId: string,
): Promise<
  Result<
    {
      readonly run: RunInListView;
      readonly sentOn: CalendarDate | null;
      readonly version: number;
      readonly remittances: readonly Remittance[];
    },
    RunRefusal
  >
> {
  const run = await findRun(context.db, finance.organisationId, runId);
  if (!run) return refused({ kind: "not-found" });
  if (run.state !== "paid") return refused({ kind: "not-now", state: run.state });
  const organisation = await organisationOf(context, finance.organisationId);
  const lines = (await listRunLines(context.db, runId)).filter(({ line }) => line.state === "paid");
  return done({
    run: {
      runId,
      number: run.number,
      kind: run.kind,
      state: run.state,
      paymentDate: run.paymentDate,
      count: lines.length,
      total: sum(lines.map(({ line }) => line.toPay)),
    },
    version: run.version,
    sentOn: run.remittedAt === null ? null : dayIn(run.remittedAt),
    remittances: lines.map((one) => remittanceOf(context, organisation, run, one)),
  });
}

function remittanceOf(
  context: Context,
  organisation: Organisation,
  run: StoredRun,
  { line, person, meeting }: RunLineWithNames,
): Remittance {
  return {
    lineId: line.id,
    personId: person.id,
    person: person.name,
    channel: isPosted(context, person) ? "letter" : channelFor(person),
    ...remittanceMessage({
      name: person.name,
      reference: line.reference,
      meeting: meeting.name,
      total: line.toPay,
      time: line.forTime,
      costs: subtract(line.toPay, line.forTime),
      byDay: run.paymentDate,
      method: line.method as PaymentMethod,
      endsIn: line.lastTwo,
      statementName: organisation.statementName,
      organisation: organisation.name,
      contact: organisation.contact,
    }),
  };
}

/**
 * Tells everybody a run paid, each once and in the way they chose, however often it is asked for. Whoever is told by a letter is
 * counted: their letters are printed apart.
 */
export async function sendRemittances(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly runId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly sent: number; readonly toPost: number; readonly unreachable: number }, RunRefusal>> {
  const organisation = await organisationOf(context, finance.organisationId);
  return changeRun(context, finance, at, intent, async (tx, { run, lines }) => {
    if (run.state !== "paid" || run.remittedAt !== null) return refused({ kind: "not-now", state: run.state });
    const paid = lines.filter(({ line }) => line.state === "paid");
    let sent = 0;
    let toPost = 0;
    for (const one of paid) {
      const { channel, subject, body } = remittanceOf(context, organisation, run, one);
      // A letter is printed with the batch's other letters, in the person's own size of print.
      if (channel === "letter") toPost += 1;
      if (channel === null || channel === "letter") continue;
      await queueMessage(context, tx, {
        organisationId: finance.organisationId,
        key: `remittance ${one.line.id}`,
        kind: "remittance",
        channel,
        recipient: recipientBy(one.person, channel),
        subject,
        body,
        about: { kind: "claim", id: one.line.claimId },
      });
      sent += 1;
    }
    if (!(await saveRun(tx, run.id, at.version, { remittedAt: context.now }))) return refused({ kind: "changed-by-someone-else" });
    await recordOnRun(context, tx, finance, run, "remittances-sent", { sent, toPost, unreachable: paid.length - sent - toPost });
    return done({ sent, toPost, unreachable: paid.length - sent - toPost });
  });
}
