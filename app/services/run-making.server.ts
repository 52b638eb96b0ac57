// Making a payment run, which people read as a batch: which claims can go in, what keeps each of the others out, and the run itself
// with everybody's account as it is at that moment.
import { addDays, type CalendarDate, dayIn, isWorkingDay } from "#app/domain/basics/dates.ts";
import { type Pence, sum } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { standardAccountOf } from "#app/domain/payments/bank-details.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import { stillGiven } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import type { ClaimWithPeople } from "#db/stores/claims.ts";
import { addRun, addRunLine, listClaimsWithoutRun, nextRunNumber, type RunKind, type StoredRunLine } from "#db/stores/payment-runs.ts";
import { listPeopleTiedTo } from "#db/stores/ties.ts";
import { listVouchersOfClaims } from "#db/stores/vouchers.ts";
import { sentClaimOf } from "./claim-records.server.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { payeesOf } from "./payees.server.ts";
import { choicesForFinance, type ChoiceForFinance } from "./payment-choice.server.ts";
import { type FrozenPayee, needsAccount, payeePlace, runDeadline } from "./run-work.server.ts";

/** Which ways of being paid each kind of run serves. */
const servedBy: Readonly<Record<RunKind, readonly PaymentMethod[]>> = {
  "bank-file": ["bank", "someone-elses-account"],
  "printed-forms": ["bank", "someone-elses-account", "cheque"],
  "cash-or-voucher": ["cash", "voucher", "payment-card"],
  payroll: ["payroll"],
};

export type RunStop =
  | { readonly stop: "own-claim" }
  | { readonly stop: "you-are-tied" }
  | { readonly stop: "no-bank-details" }
  | { readonly stop: "payee-held"; readonly needs: readonly PayeeNeed[] }
  | { readonly stop: "number-depends-on-the-bank" }
  | { readonly stop: "not-before"; readonly on: CalendarDate }
  | { readonly stop: "another-way"; readonly method: PaymentMethod }
  | { readonly stop: "nothing-to-pay" };

export type ReadyClaim = {
  readonly claimId: string;
  readonly personId: string;
  readonly reference: string;
  readonly person: string;
  readonly meeting: string;
  readonly toPay: Pence;
  readonly payBy: CalendarDate | null;
  readonly budgetCode: string;
  readonly accountChanged: boolean;
  readonly stops: readonly RunStop[];
};

type Candidate = ReadyClaim & {
  readonly line: Omit<StoredRunLine, "id" | "runId" | "position" | "payee" | "why" | "paidOn" | "closedOn" | "state">;
  readonly payee: FrozenPayee;
};

type Wanted = { readonly kind: RunKind; readonly paymentDate: CalendarDate };

/** Agreed claims that are in no run, with what keeps each out of a run like this one. */
export async function claimsForRun(context: Context, finance: FinanceOfficer, wanted: Wanted): Promise<readonly ReadyClaim[]> {
  const found = await candidates(context, context.db, finance, wanted);
  return found.map(({ line: _line, payee: _payee, ...claim }) => claim);
}

async function candidates(context: Context, db: Db | Tx, finance: FinanceOfficer, wanted: Wanted): Promise<readonly Candidate[]> {
  const organisation = await organisationOf(context, finance.organisationId);
  const staff = await listStaff(db, finance.organisationId);
  const account = staff.find(({ id }) => id === finance.staffId);
  const tiedTo = await listPeopleTiedTo(db, finance.staffId);
  const found = await listClaimsWithoutRun(db, finance.organisationId);
  const choices = await choicesForFinance(
    context,
    finance,
    found.map(({ claim }) => claim.invitationId),
  );
  const payeeFor = await payeesOf(context, db, { organisation, people: found.map(({ person }) => person), on: wanted.paymentDate });
  const vouchers = Map.groupBy(
    await listVouchersOfClaims(
      db,
      found.map(({ claim }) => claim.id),
    ),
    ({ claimId }) => claimId,
  );
  return found.map((one) =>
    candidateOf(context, {
      ...wanted,
      account,
      tiedTo,
      payeeFor,
      found: one,
      terms: choices.get(one.claim.invitationId) ?? null,
      vouchers: vouchers.get(one.claim.id) ?? [],
    }),
  );
}

type AtHand = Wanted & {
  readonly account: StaffAccount | undefined;
  readonly payeeFor: Awaited<ReturnType<typeof payeesOf>>;
  readonly terms: ChoiceForFinance | null;
  readonly tiedTo: ReadonlySet<string>;
  readonly vouchers: Awaited<ReturnType<typeof listVouchersOfClaims>>;
  readonly found: ClaimWithPeople;
};

function candidateOf(
  context: Context,
  { kind, paymentDate, account, tiedTo, payeeFor, terms, vouchers, found: { claim, person, meeting } }: AtHand,
): Candidate {
  const value = sentClaimOf(context, claim);
  const settled = settleClaim(value);
  // Vouchers that were given settle the way, whatever the person changes afterwards: nothing is paid twice.
  const method: PaymentMethod = stillGiven(vouchers) > 0 ? "voucher" : (terms?.how ?? "bank");
  const payee = needsAccount.includes(method) ? payeeFor({ person, how: method }) : null;
  const stops: RunStop[] = [];
  if (account !== undefined && isSamePerson(account, person)) stops.push({ stop: "own-claim" });
  if (tiedTo.has(person.id)) stops.push({ stop: "you-are-tied" });
  if (settled.toPay <= 0) stops.push({ stop: "nothing-to-pay" });
  if (!servedBy[kind].includes(method)) stops.push({ stop: "another-way", method });
  else if (needsAccount.includes(method)) {
    if (payee === null) stops.push({ stop: "no-bank-details" });
    else {
      if (payee.answer.payment === "held") stops.push({ stop: "payee-held", needs: payee.answer.needs });
      if (kind === "bank-file" && !standardAccountOf(payee.details).ok) stops.push({ stop: "number-depends-on-the-bank" });
    }
  }
  if (terms?.earliest != null && paymentDate < terms.earliest) stops.push({ stop: "not-before", on: terms.earliest });
  const budgetCode = value.budgetCode ?? "";
  return {
    claimId: claim.id,
    personId: person.id,
    reference: claim.reference,
    person: person.name,
    meeting: meeting.name,
    toPay: settled.toPay,
    payBy: claim.payBy,
    budgetCode,
    accountChanged: payee?.lastTwoBefore != null && dayIn(payee.savedAt) >= addDays(context.today, -30),
    stops,
    line: {
      claimId: claim.id,
      personId: person.id,
      reference: claim.reference,
      budgetCode,
      method,
      forTime: settled.time,
      forCosts: settled.costs,
      forAccess: settled.access,
      toPay: settled.toPay,
      lastTwo: payee?.lastTwo ?? "",
    },
    payee: {
      name: person.name,
      account:
        payee === null
          ? null
          : {
              nameOnAccount: payee.details.nameOnAccount,
              sortCode: payee.details.sortCode,
              accountNumber: payee.details.accountNumber,
              ...(payee.details.rollNumber === undefined ? {} : { rollNumber: payee.details.rollNumber }),
              print: payee.account,
            },
    },
  };
}

export type NoRun = "not-a-working-day" | "nothing-to-put-in" | "a-claim-cannot-go";

/**
 * Makes a run of all ready claims, or of those chosen. Refused when a chosen claim cannot go in: nobody finds out from the bank.
 * Two runs made at once never hold the same claim.
 */
export async function makeRun(
  context: Context,
  finance: FinanceOfficer,
  wanted: Wanted & { readonly claimIds: "all" | readonly string[] },
  intent?: string,
): Promise<Result<{ readonly runId: string; readonly number: number }, NoRun>> {
  if (!isPaymentDay(context, wanted.paymentDate)) return refused("not-a-working-day");
  return context.change<Result<{ readonly runId: string; readonly number: number }, NoRun>>(
    async (tx) => {
      const found = await candidates(context, tx, finance, wanted);
      const { claimIds } = wanted;
      const chosen =
        claimIds === "all" ? found.filter(({ stops }) => stops.length === 0) : found.filter(({ claimId }) => claimIds.includes(claimId));
      if (chosen.some(({ stops }) => stops.length > 0) || (claimIds !== "all" && chosen.length < new Set(claimIds).size))
        return refused("a-claim-cannot-go");
      if (chosen.length === 0) return refused("nothing-to-put-in");
      const runId = context.newId();
      const number = await nextRunNumber(tx, finance.organisationId);
      await addRun(tx, {
        id: runId,
        organisationId: finance.organisationId,
        number,
        kind: wanted.kind,
        state: "draft",
        paymentDate: wanted.paymentDate,
        builtBy: finance.staffId,
        builtAt: context.now,
      });
      const inOrder = chosen.toSorted((one, other) => bySurname(one.person, other.person));
      for (const [index, { line, payee }] of inOrder.entries()) {
        const id = context.newId();
        await addRunLine(tx, {
          ...line,
          id,
          runId,
          position: index + 1,
          state: "in",
          payee: context.vault.seal(JSON.stringify(payee), payeePlace(id)),
        });
      }
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "payment-run-made",
        subject: { kind: "payment-run", id: runId },
        details: { number, claims: chosen.length, pence: sum(chosen.map(({ toPay }) => toPay)) },
      });
      return done({ runId, number });
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** Whether money can be paid on a day: a working day of the banks, today or later. */
function isPaymentDay(context: Context, day: CalendarDate): boolean {
  const answer = isWorkingDay(day, context.holidaysOf("england"));
  return day >= context.today && answer.ok && answer.value;
}

function bySurname(one: string, other: string): number {
  const surname = (name: string) => `${name.trim().split(/\s+/u).at(-1) ?? ""} ${name}`.toLowerCase().normalize("NFD");
  const [first, second] = [surname(one), surname(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
