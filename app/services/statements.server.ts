// Statements of what people were paid: each person's own, and the list of a tax year for finance. They go by the day of payment,
// and say nothing about what anybody owes.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, subtract, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { writeSheet, type SheetCell } from "#app/domain/payments/payment-files.ts";
import { statementOf, taxYear, type PaidClaim, type Period, type ReturnedPayment, type Statement } from "#app/domain/payments/statement.ts";
import { auditActorOf, type Attendee, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor, recipientBy } from "#app/domain/people/reach.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import type { Doc } from "#app/documents/model.ts";
import { printTogether, type Print } from "#app/documents/render.ts";
import { adviceLines } from "#app/words/payment-choice.ts";
import { statementMessage } from "#app/words/statements.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import type { ClaimWithPeople } from "#db/stores/claims.ts";
import { listAuditOf } from "#db/stores/audit.ts";
import { listMethodsOf, listReturnedTo } from "#db/stores/payment-runs.ts";
import { findPerson, type Person } from "#db/stores/people.ts";
import { countPaidInPeriod, listPaidClaimsOf, listPaidInPeriod } from "#db/stores/statements.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessage } from "./messages.server.ts";
import { letterheadOf } from "./letterhead.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { decisionFor } from "./payment-choice.server.ts";
import { payeeNumberOf } from "./payees.server.ts";
import { isPosted, printSizes } from "./posting.server.ts";

/** Somebody's own statement of each of some periods. */
export async function myStatements(context: Context, attendee: Attendee, periods: readonly Period[]): Promise<readonly Statement[]> {
  return statementsOf(context, context.db, attendee, periods);
}

/** Statements of one person. The caller has checked who asks. */
export async function statementsOf(
  context: Context,
  db: Db | Tx,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  periods: readonly Period[],
): Promise<readonly Statement[]> {
  const methods = await listMethodsOf(db, personId);
  const paid: PaidClaim[] = [];
  for (const one of await listPaidClaimsOf(db, organisationId, personId)) paid.push(...(await paidClaim(context, db, one, methods)));
  const returned = await returnedTo(context, db, organisationId, personId);
  return periods.map((period) => statementOf(period, paid, returned));
}

async function returnedTo(context: Context, db: Db | Tx, organisationId: string, personId: string): Promise<readonly ReturnedPayment[]> {
  return (await listReturnedTo(db, organisationId, personId)).flatMap(({ line, meeting, claim }) =>
    line.paidOn === null
      ? []
      : [
          {
            reference: line.reference,
            meeting: meeting.name,
            paidOn: line.paidOn,
            returnedOn: line.closedOn ?? context.today,
            amount: line.toPay,
            paidAgainOn: claim.state === "paid" ? claim.paidOn : null,
          },
        ],
  );
}

async function paidClaim(
  context: Context,
  db: Db | Tx,
  { claim, meeting }: ClaimWithPeople,
  methods: ReadonlyMap<string, string>,
): Promise<readonly PaidClaim[]> {
  if (claim.paidOn === null) return [];
  const value = sentClaimOf(context, claim);
  const { time, toPay, ownGift, declined } = settleClaim(value);
  // Paid by itself, outside a run, it went the way the person chose.
  const method = (methods.get(claim.id) ?? (await decisionFor(context, db, claim.invitationId))?.how ?? "bank") as PaymentMethod;
  return [
    {
      reference: claim.reference,
      meeting: meeting.name,
      activityDate: value.activityDate,
      paidOn: claim.paidOn,
      forTime: time,
      forCosts: subtract(toPay, time),
      toCharity: ownGift?.amount ?? penceOf(0),
      declined,
      method,
    },
  ];
}

/** A statement as rows for a spreadsheet. */
export function statementSheet(statements: readonly Statement[]): string {
  return writeSheet(
    [
      "From",
      "To",
      "Date paid",
      "Meeting",
      "Meeting date",
      "For your time",
      "For costs",
      "To charity",
      "How",
      "Reference",
      "Sent back on",
      "Sent back",
    ],
    statements.flatMap(({ period, rows, returned }) => [
      ...rows.map((row): readonly SheetCell[] => [
        period.from,
        period.to,
        row.paidOn,
        row.meeting,
        row.activityDate,
        { money: row.forTime },
        { money: row.forCosts },
        { money: row.toCharity },
        row.method,
        row.reference,
        "",
        "",
      ]),
      // What came back is in columns of its own, so that the columns of payments add up to what was paid.
      ...returned.map((one): readonly SheetCell[] => [
        period.from,
        period.to,
        one.paidOn,
        one.meeting,
        "",
        "",
        "",
        "",
        "",
        one.reference,
        one.returnedOn,
        { money: one.amount },
      ]),
    ]),
  );
}

export type PersonInYear = {
  readonly personId: string;
  readonly name: string;
  readonly time: Pence;
  readonly costs: Pence;
  readonly payments: number;
  readonly canBeTold: boolean;
  /** Told by a letter. */
  readonly isPosted: boolean;
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
      isPosted: isPosted(context, person),
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

/** Sends everybody on one page of a tax year who is not told by a letter their statement, each once a day at most. Refused while the year is not over. */
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
    // Whoever is told by a letter gets it printed, in their own size of print.
    if (channel === null || isPosted(context, person)) continue;
    const [statement] = await statementsOf(context, context.db, { organisationId: finance.organisationId, personId: person.id }, [period]);
    if (statement === undefined) continue;
    await context.change(async (tx) => {
      await queueMessage(context, tx, {
        organisationId: finance.organisationId,
        key: `statement ${person.id} ${year} ${context.today}`,
        kind: "annual-statement",
        channel,
        recipient: recipientBy(person, channel),
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
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  if (!person) throw new Error("A link belongs to nobody");
  return paperFor(context, person, statements, "file");
}

async function paperFor(context: Context, person: Person, statements: readonly Statement[], as: "file" | "letter"): Promise<Doc> {
  const organisation = await organisationOf(context, person.organisationId);
  const { contact } = organisation;
  const [latest] = statements;
  return buildDocument("annual-statement", {
    organisation: await letterheadOf(context, organisation),
    contact: { name: contact.name === "" ? organisation.name : contact.name, phone: contact.phone, email: contact.email },
    madeOn: context.today,
    person: { name: person.name, reference: payeeNumberOf(person.id), addressLines: person.address.split("\n") },
    statements,
    lastSentOn: latest === undefined ? null : await lastSent(context, person, latest.period),
    advice: adviceLines(organisation.nation),
    asLetter: as === "letter",
  });
}

/** The day the statement of a tax year was last sent to somebody; null for another period, or where none was. */
async function lastSent(context: Context, person: Person, period: Period): Promise<CalendarDate | null> {
  const year = Number(period.from.slice(0, 4));
  if (period.from !== taxYear(year).from || period.to !== taxYear(year).to) return null;
  const sent = await listAuditOf(context.db, person.organisationId, {
    action: "statement-sent",
    subject: { kind: "person", id: person.id },
  });
  const last = sent.findLast(({ details }) => (details as { readonly year?: number } | null)?.year === year);
  return last === undefined ? null : dayIn(last.at);
}

/**
 * The statements of one page of a tax year as letters to post, each in the size of print its person asked for, for those who like
 * letters; and for those who would get an email, while no mail server is set. Making them is recorded as sending is.
 */
export async function statementLetters(
  context: Context,
  finance: FinanceOfficer,
  { year, page }: { readonly year: number; readonly page: number },
): Promise<Result<{ readonly bytes: Uint8Array; readonly letters: number }, "year-not-over" | "no-letters" | "letters-we-cannot-draw">> {
  const period = taxYear(year);
  if (context.today <= period.to) return refused("year-not-over");
  const organisation = await organisationOf(context, finance.organisationId);
  const found = await listPaidInPeriod(context.db, finance.organisationId, {
    ...period,
    skip: (page - 1) * peopleOnPage,
    atMost: peopleOnPage,
  });
  const toPost = found.filter(({ person }) => isPosted(context, person));
  if (toPost.length === 0) return refused("no-letters");
  const prints: Print[] = [];
  const sizeFor = printSizes(context);
  for (const { person } of toPost) {
    const statements = await statementsOf(context, context.db, { organisationId: finance.organisationId, personId: person.id }, [period]);
    prints.push({ doc: await paperFor(context, person, statements, "letter"), sizePoints: await sizeFor(person) });
  }
  const printed = await printTogether(prints, {
    title: `Statements of payments, ${year} to ${year + 1}`,
    organisation: { name: organisation.name },
    madeOn: context.today,
  });
  if (!printed.ok) return refused("letters-we-cannot-draw");
  await context.change(async (tx) => {
    for (const { person } of toPost)
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "statement-sent",
        subject: { kind: "person", id: person.id },
        details: { year },
      });
    return done({});
  });
  return done({ bytes: printed.value.bytes, letters: toPost.length });
}
