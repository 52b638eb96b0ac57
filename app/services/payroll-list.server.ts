// The list for payroll of a tax year: who was paid in a role the organisation decided to pay through payroll, when and how much; and
// apart from them those for whom nothing, or nothing clear, is recorded. For finance who may authorise; making the file is on record.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { payrollAnswerFor, type PayrollAnswer } from "#app/domain/payments/payroll-list.ts";
import { writeSheet, type SheetCell } from "#app/domain/payments/payment-files.ts";
import { taxYear } from "#app/domain/payments/statement.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { insuranceNumberNotHeld, payrollUnknownSentences } from "#app/words/payroll-list.ts";
import { taxDecisionNames } from "#app/words/tax-decisions.ts";
import { record } from "#db/audit.ts";
import { listClaimsById, type StoredClaim } from "#db/stores/claims.ts";
import { listPaidClaimsIn, listPaidInPeriod } from "#db/stores/statements.ts";
import { listTaxDecisions, type StoredTaxDecision } from "#db/stores/tax-decisions.ts";
import { rolesIn, sentClaimOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { payeeNumberOf } from "./payees.server.ts";
import { costsOnlyRole } from "./tax-decisions.server.ts";

type Decision = Pick<StoredTaxDecision, "role" | "decision" | "route" | "decidedBy" | "secondBy"> & { readonly recordedOn: CalendarDate };

export type PayrollPayment = {
  readonly claimId: string;
  readonly reference: string;
  readonly paidOn: CalendarDate;
  readonly budgetCode: string;
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly answer: PayrollAnswer<Decision>;
};

export type PayrollPerson = {
  readonly personId: string;
  readonly name: string;
  readonly payeeNumber: string;
  readonly payments: readonly PayrollPayment[];
  readonly forTime: Pence;
  readonly forCosts: Pence;
};

export type PayrollList = {
  /** Their payments in a role decided to go through payroll. */
  readonly payroll: readonly PayrollPerson[];
  /** Their payments about which nothing clear is recorded: not known, to be asked. */
  readonly unknown: readonly PayrollPerson[];
  /** How many people there are of each in the whole list. */
  readonly payrollPeople: number;
  readonly unknownPeople: number;
  /** How many people have only payments decided to go another way. */
  readonly others: number;
  readonly people: number;
  readonly pages: number;
};

const peopleOnPage = 50;

/**
 * One page of the list of a tax year: everybody who goes on it, by name, and after them everybody of whom it is not known. The whole list
 * is put in this order first, so that nobody is looked for on a later page.
 */
export async function payrollListFor(context: Context, finance: FinanceOfficer, year: number, page: number): Promise<PayrollList> {
  const people = await everybodyOf(context, finance, year);
  const [payroll, unknown] = [withAnswer(people, "payroll"), withAnswer(people, "not-known")];
  const listed = new Set([...payroll, ...unknown].map(({ personId }) => personId));
  const [from, to] = [(page - 1) * peopleOnPage, page * peopleOnPage];
  const past = (at: number) => Math.max(0, at - payroll.length);
  return {
    payroll: payroll.slice(from, to),
    unknown: unknown.slice(past(from), past(to)),
    payrollPeople: payroll.length,
    unknownPeople: unknown.length,
    others: people.length - listed.size,
    people: people.length,
    pages: Math.max(1, Math.ceil((payroll.length + unknown.length) / peopleOnPage)),
  };
}

const peopleAtOnce = 500;

/** Everybody paid in a tax year, by name. */
async function everybodyOf(context: Context, finance: FinanceOfficer, year: number): Promise<readonly PayrollPerson[]> {
  const all: PayrollPerson[] = [];
  for (let skip = 0; ; skip += peopleAtOnce) {
    const found = await peopleOf(context, finance, year, { skip, atMost: peopleAtOnce });
    all.push(...found);
    if (found.length < peopleAtOnce) return all;
  }
}

function withAnswer(people: readonly PayrollPerson[], wanted: PayrollAnswer<Decision>["answer"]): readonly PayrollPerson[] {
  return people.flatMap((person) => {
    const payments = person.payments.filter(({ answer }) => answer.answer === wanted);
    return payments.length === 0 ? [] : [{ ...person, payments, ...totalsOf(payments) }];
  });
}

function totalsOf(payments: readonly PayrollPayment[]): Pick<PayrollPerson, "forTime" | "forCosts"> {
  return { forTime: sum(payments.map(({ forTime }) => forTime)), forCosts: sum(payments.map(({ forCosts }) => forCosts)) };
}

async function peopleOf(
  context: Context,
  { organisationId }: FinanceOfficer,
  year: number,
  range: { readonly skip: number; readonly atMost: number },
): Promise<readonly PayrollPerson[]> {
  const period = taxYear(year);
  const decisions = (await listTaxDecisions(context.db, organisationId)).map((one): Decision => ({
    ...one,
    recordedOn: dayIn(one.recordedAt),
  }));
  const people = await listPaidInPeriod(context.db, organisationId, { ...period, ...range });
  const claims = await listPaidClaimsIn(
    context.db,
    organisationId,
    people.map(({ person }) => person.id),
    period,
  );
  return people.map(({ person }) => {
    const payments = claims
      .filter(({ personId }) => personId === person.id)
      .flatMap((claim): readonly PayrollPayment[] => {
        if (claim.paidOn === null) return [];
        const { paidOn, forTime, toPay } = amountsOf(context, { ...claim, paidOn: claim.paidOn });
        // What was recorded before a role was decided at all is not known, whatever the role: nothing has to be opened for it.
        const isDecided = decisions.some(({ recordedOn }) => recordedOn <= paidOn);
        const roles = isDecided ? (claim.timeRoles ?? rolesIn(sentClaimOf(context, claim))) : [];
        return [
          {
            claimId: claim.id,
            reference: claim.reference,
            paidOn,
            budgetCode: claim.budgetCode,
            forTime,
            forCosts: subtract(toPay, forTime),
            answer: payrollAnswerFor(decisions, roles.length === 0 ? [costsOnlyRole] : roles, paidOn),
          },
        ];
      });
    return { personId: person.id, name: person.name, payeeNumber: payeeNumberOf(person.id), payments, ...totalsOf(payments) };
  });
}

/** What a claim comes to, from its columns; a claim sent before they were kept is opened for it. */
function amountsOf(context: Context, claim: StoredClaim & { readonly paidOn: CalendarDate }) {
  const { paidOn, forTime, toPay } = claim;
  if (forTime !== null && toPay !== null) return { paidOn, forTime, toPay };
  const settled = settleClaim(sentClaimOf(context, claim));
  return { paidOn, forTime: settled.time, toPay: settled.toPay };
}

/** When the work was done, by claim: the only thing the file has that has to be opened for, so only of those on it. */
async function datesOfWork(
  context: Context,
  { organisationId }: FinanceOfficer,
  people: readonly PayrollPerson[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const ids = people.flatMap(({ payments }) => payments.map(({ claimId }) => claimId));
  const dates = new Map<string, CalendarDate>();
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    const claims = await listClaimsById(context.db, organisationId, ids.slice(from, from + peopleAtOnce));
    for (const claim of claims) dates.set(claim.id, sentClaimOf(context, claim).activityDate);
  }
  return dates;
}

/** Everybody on the list of a tax year, then those not known, as rows for a spreadsheet: a payment each. Making it is on record. */
export async function payrollSheet(context: Context, finance: FinanceOfficer, year: number): Promise<string> {
  const people = await everybodyOf(context, finance, year);
  const [onList, notKnown] = [withAnswer(people, "payroll"), withAnswer(people, "not-known")];
  const dates = await datesOfWork(context, finance, [...onList, ...notKnown]);
  const rowsFor = (some: readonly PayrollPerson[]) => some.flatMap((one) => rowsOf(one, dates));
  const [rows, unknown] = [rowsFor(onList), rowsFor(notKnown)];
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "payroll-list-made",
      subject: { kind: "organisation", id: finance.organisationId },
      details: { year, payments: rows.length, notKnown: unknown.length },
    }),
  );
  return writeSheet(header, [...rows, ...unknown]);
}

const header = [
  "Through payroll",
  "Name",
  "Payee number",
  "National Insurance number",
  "Date paid",
  "Date of the work",
  "For time",
  "For costs",
  "Claim",
  "Budget code",
  "Decision recorded",
  "Recorded on",
  "Decided by",
];

function rowsOf(
  { name, payeeNumber, payments }: PayrollPerson,
  dates: ReadonlyMap<string, CalendarDate>,
): readonly (readonly SheetCell[])[] {
  return payments.map(({ claimId, answer, paidOn, forTime, forCosts, reference, budgetCode }) => [
    answer.answer === "payroll" ? "Yes" : "Not known, ask",
    name,
    payeeNumber,
    insuranceNumberNotHeld,
    paidOn,
    dates.get(claimId) ?? "",
    { money: forTime },
    { money: forCosts },
    reference,
    budgetCode,
    answer.answer === "not-known" ? payrollUnknownSentences[answer.because] : taxDecisionNames[answer.decision.decision],
    answer.answer === "not-known" ? "" : answer.decision.recordedOn,
    answer.answer === "not-known" ? "" : `${answer.decision.decidedBy} and ${answer.decision.secondBy}`,
  ]);
}
