// Statements of what people were paid: each person's own, and the list of a tax year for finance. They go by the day of payment,
// and say nothing about what anybody owes.
import { penceOf, subtract, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { writeSheet } from "#app/domain/payments/payment-files.ts";
import { statementOf, taxYear, type PaidClaim, type Period, type Statement } from "#app/domain/payments/statement.ts";
import { auditActorOf, type Attendee, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { paymentStatement } from "#app/documents/catalogue/payment-statement.ts";
import type { Doc } from "#app/documents/model.ts";
import { statementMessage } from "#app/words/statements.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import type { ClaimWithPeople } from "#db/stores/claims.ts";
import { findPerson } from "#db/stores/people.ts";
import { countPaidInPeriod, listPaidClaimsOf, listPaidInPeriod } from "#db/stores/statements.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessage } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

/** Somebody's own statement of each of some periods. */
export async function myStatements(context: Context, attendee: Attendee, periods: readonly Period[]): Promise<readonly Statement[]> {
  const paid = await paidOf(context, context.db, attendee.organisationId, attendee.personId);
  return periods.map((period) => statementOf(period, paid));
}

async function paidOf(context: Context, db: Db | Tx, organisationId: string, personId: string): Promise<readonly PaidClaim[]> {
  return (await listPaidClaimsOf(db, organisationId, personId)).flatMap((one) => paidClaim(context, one));
}

function paidClaim(context: Context, { claim, meeting }: ClaimWithPeople): readonly PaidClaim[] {
  if (claim.paidOn === null) return [];
  const value = sentClaimOf(context, claim);
  const { time, toPay, ownGift } = settleClaim(value);
  return [
    {
      reference: claim.reference,
      meeting: meeting.name,
      activityDate: value.activityDate,
      paidOn: claim.paidOn,
      forTime: time,
      forCosts: subtract(toPay, time),
      toCharity: ownGift?.amount ?? penceOf(0),
    },
  ];
}

/** A statement as rows for a spreadsheet. */
export function statementSheet(statements: readonly Statement[]): string {
  return writeSheet(
    ["From", "To", "Date paid", "Meeting", "Meeting date", "For your time", "For costs", "To charity", "Reference"],
    statements.flatMap(({ period, rows }) =>
      rows.map((row) => [
        period.from,
        period.to,
        row.paidOn,
        row.meeting,
        row.activityDate,
        { money: row.forTime },
        { money: row.forCosts },
        { money: row.toCharity },
        row.reference,
      ]),
    ),
  );
}

export type PersonInYear = {
  readonly personId: string;
  readonly name: string;
  readonly time: Pence;
  readonly costs: Pence;
  readonly payments: number;
  readonly canBeTold: boolean;
};

const peopleOnPage = 50;

/** One page of the people paid in a tax year, by name. */
export async function peopleInTaxYear(
  context: Context,
  finance: FinanceOfficer,
  year: number,
  page: number,
): Promise<{ readonly people: readonly PersonInYear[]; readonly total: number; readonly pages: number }> {
  const period = taxYear(year);
  const found = await listPaidInPeriod(context.db, finance.organisationId, {
    ...period,
    skip: (page - 1) * peopleOnPage,
    atMost: peopleOnPage,
  });
  const total = await countPaidInPeriod(context.db, finance.organisationId, period.from, period.to);
  return {
    people: found.map(({ person, time, costs, payments }) => ({
      personId: person.id,
      name: person.name,
      time: penceOf(time),
      costs: penceOf(costs),
      payments,
      canBeTold: channelFor(person) !== null,
    })),
    total,
    pages: Math.max(1, Math.ceil(total / peopleOnPage)),
  };
}

/** Everybody paid in a tax year as rows for a spreadsheet; making it is recorded. */
export async function taxYearSheet(context: Context, finance: FinanceOfficer, year: number): Promise<string> {
  const period = taxYear(year);
  const rows: Parameters<typeof writeSheet>[1][number][] = [];
  for (let skip = 0; ; skip += 1_000) {
    const found = await listPaidInPeriod(context.db, finance.organisationId, { ...period, skip, atMost: 1_000 });
    rows.push(
      ...found.map(({ person, time, costs, payments }) => [
        person.name,
        String(payments),
        { money: penceOf(time) },
        { money: penceOf(costs) },
      ]),
    );
    if (found.length < 1_000) break;
  }
  await recordSending(context, finance, "statements-exported", year, rows.length);
  return writeSheet([`Paid from ${period.from} to ${period.to}`, "Payments", "For time", "For costs"], rows);
}

async function recordSending(context: Context, finance: FinanceOfficer, action: string, year: number, people: number): Promise<void> {
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action,
      subject: { kind: "organisation", id: finance.organisationId },
      details: { year, people },
    }),
  );
}

/** Sends everybody on one page of a tax year their statement, each once a day at most. Refused while the year is not over. */
export async function sendStatements(
  context: Context,
  finance: FinanceOfficer,
  { year, page }: { readonly year: number; readonly page: number },
): Promise<Result<{ readonly sent: number }, "year-not-over">> {
  const period = taxYear(year);
  if (context.today <= period.to) return refused("year-not-over");
  const organisation = await organisationOf(context, finance.organisationId);
  const found = await listPaidInPeriod(context.db, finance.organisationId, {
    ...period,
    skip: (page - 1) * peopleOnPage,
    atMost: peopleOnPage,
  });
  let sent = 0;
  for (const { person } of found) {
    const channel = channelFor(person);
    if (channel === null) continue;
    const statement = statementOf(period, await paidOf(context, context.db, finance.organisationId, person.id));
    await context.change(async (tx) => {
      await queueMessage(context, tx, {
        organisationId: finance.organisationId,
        key: `statement ${person.id} ${year} ${context.today}`,
        kind: "annual-statement",
        channel,
        recipient: channel === "email" ? person.email : channel === "letter" ? person.address : person.phone,
        ...statementMessage({ name: person.name, organisation: organisation.name, statement }),
        about: { kind: "person", id: person.id },
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "statement-sent",
        subject: { kind: "person", id: person.id },
        details: { year },
      });
    });
    sent += 1;
  }
  return done({ sent });
}

/** Somebody's own statement as a paper. */
export async function statementPaper(context: Context, attendee: Attendee, statements: readonly Statement[]): Promise<Doc> {
  const { name: organisation } = await organisationOf(context, attendee.organisationId);
  const name = (await findPerson(context.db, attendee.organisationId, attendee.personId))?.name ?? "";
  return paymentStatement({ organisation: { name: organisation }, madeOn: context.today, name, statements });
}
