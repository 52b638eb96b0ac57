// Whether money may go to an account, and what finance did to make sure: calls back, name checks, authority seen. Account numbers
// are shown by their end only; what is recorded counts for the account it was made about and for no other.
import { createHash } from "node:crypto";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { readSortCode, readAccountNumber } from "#app/domain/payments/bank-details.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import {
  assessPayee,
  type Authority,
  type BankChange,
  type NameCheck,
  type NameCheckDecision,
  type PayeeAnswer,
} from "#app/domain/payments/payee.ts";
import type { PayerAccount } from "#app/domain/payments/payment-files.ts";
import { referenceFrom, type Reference } from "#app/domain/payments/reference.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type Organisation } from "#db/stores/accounts.ts";
import {
  addPayeeRecord,
  findPayingAccount,
  listAccountsEndingLike,
  listEarlierContactsOf,
  listPayeeRecords,
  putPayingAccount,
  setBankState,
  type EarlierContact,
  type PayeeRecord,
  type PayeeRecordKind,
} from "#db/stores/payees.ts";
import { listBankDetails, type StoredBankDetails } from "#db/stores/payment-choices.ts";
import { findPerson, type Person } from "#db/stores/people.ts";
import { payingAccountFields } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import { openEarlierContacts } from "./earlier-contacts.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { openBankDetails, openedBankDetails, type BankDetails } from "./payment-choice.server.ts";
import { barredFrom } from "./ties.server.ts";

/**
 * The number by which finance knows a person on every paper, list and ledger line: the same for as long as the record lives, and
 * it tells nothing about them.
 */
export function payeeNumberOf(personId: string): Reference {
  return referenceFrom(createHash("sha256").update(`payee ${personId}`).digest());
}

export type PayeeEntry =
  | {
      readonly kind: "call-back";
      readonly reached: string;
      readonly heldBefore: boolean;
      readonly confirmed: boolean;
      readonly said: string;
    }
  | { readonly kind: "confirmed-reply"; readonly on: CalendarDate; readonly said: string }
  | { readonly kind: "name-check"; readonly result: Exclude<NameCheck, "not-done">; readonly nameGiven: string; readonly on: CalendarDate }
  | { readonly kind: "name-check-decision"; readonly what: NameCheckDecision["what"]; readonly why: string }
  | {
      readonly kind: "authority";
      readonly authority: Authority["kind"];
      readonly holder: string;
      readonly from: CalendarDate | null;
      readonly to: CalendarDate | null;
      readonly limits: string;
      readonly evidence: string;
    }
  | { readonly kind: "appointee-advice"; readonly advice: string }
  /** Name checks and some banks' files ask for it; nobody guesses it. */
  | { readonly kind: "account-kind"; readonly accountKind: "personal" | "business" };

const place = (row: string) => ({ table: "payee_records", column: "details", row });

function entryIn(context: Context, { id, details }: PayeeRecord): PayeeEntry {
  return JSON.parse(context.vault.unseal(details, place(id))) as PayeeEntry;
}

/** Tells one account of one person from any other, without showing it. */
function accountPrint(context: Context, personId: string, details: BankDetails): string {
  const { sortCode, accountNumber, nameOnAccount, rollNumber = "" } = details;
  return context.vault.fingerprint("payee-account", JSON.stringify([personId, sortCode, accountNumber, nameOnAccount, rollNumber]));
}

/**
 * Whether accounts are personal or a business's, by the account's own fingerprint, as it was on record at a moment; those nobody had
 * recorded by then are not among them.
 */
export async function accountKindsOf(
  context: Context,
  db: Db | Tx,
  personIds: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, "personal" | "business">> {
  const records = await listPayeeRecords(db, personIds);
  return new Map(
    records.flatMap(({ entry }) => {
      if (entry.kind !== "account-kind" || entry.at > at) return [];
      const said = entryIn(context, entry);
      return said.kind === "account-kind" ? [[entry.account, said.accountKind] as const] : [];
    }),
  );
}

export type Payee = {
  readonly details: BankDetails;
  readonly lastTwo: string;
  readonly lastTwoBefore: string | null;
  readonly state: "new" | "checked" | "changed";
  readonly check: "fits" | "does-not-fit" | "not-checked";
  readonly savedAt: Instant;
  readonly account: string;
  readonly answer: PayeeAnswer;
  readonly nameCheck: NameCheck;
  readonly entries: readonly { readonly entry: PayeeEntry; readonly by: string; readonly staffId: string; readonly at: Instant }[];
};

type PayeeAsked = { readonly person: Person; readonly how: PaymentMethod | null };

/**
 * The account a person is paid into with the answer whether money may go there on a day; null without one on file. Nothing is
 * recorded here: whoever shows or exports the numbers does that.
 */
export async function payeeOf(
  context: Context,
  db: Db | Tx,
  { organisation, person, how, on }: PayeeAsked & { readonly organisation: Organisation; readonly on: CalendarDate },
): Promise<Payee | null> {
  const payee = await payeesOf(context, db, { organisation, people: [person], on });
  return payee({ person, how });
}

/** The accounts of many people, read together: asks as much of the database for a thousand as for one. Gives each as it is asked for. */
export async function payeesOf(
  context: Context,
  db: Db | Tx,
  { organisation, people, on }: { readonly organisation: Organisation; readonly people: readonly Person[]; readonly on: CalendarDate },
): Promise<(asked: PayeeAsked) => Payee | null> {
  const ids = [...new Set(people.map(({ id }) => id))];
  const rows = new Map((await listBankDetails(db, ids)).map((row) => [row.personId, row]));
  const records = Map.groupBy(await listPayeeRecords(db, [...rows.keys()]), ({ entry }) => entry.personId);
  const changed = [...rows.values()].filter(({ state }) => state === "changed").map(({ personId }) => personId);
  const contacts = Map.groupBy(await listEarlierContactsOf(db, changed), ({ personId }) => personId);
  return ({ person, how }) => {
    const row = rows.get(person.id);
    if (row === undefined) return null;
    return payeeFrom(context, {
      organisation,
      how,
      on,
      row,
      details: openBankDetails(context, row),
      records: records.get(person.id) ?? [],
      moved: contacts.get(person.id)?.at(-1),
    });
  };
}

type OnFile = {
  readonly organisation: Organisation;
  readonly how: PaymentMethod | null;
  readonly on: CalendarDate;
  readonly row: StoredBankDetails;
  readonly details: BankDetails;
  readonly records: Awaited<ReturnType<typeof listPayeeRecords>>;
  readonly moved: EarlierContact | undefined;
};

function payeeFrom(context: Context, { organisation, how, on, row, details, records, moved }: OnFile): Payee {
  const account = accountPrint(context, row.personId, details);
  const entries = records
    .filter(({ entry }) => entry.account === account)
    .map(({ entry, by }) => ({ entry: entryIn(context, entry), by, staffId: entry.staffId, at: entry.at }));
  const last = <Kind extends PayeeRecordKind>(kind: Kind) =>
    entries.findLast(
      (one): one is typeof one & { readonly entry: Extract<PayeeEntry, { readonly kind: Kind }> } => one.entry.kind === kind,
    );
  const nameCheck = last("name-check")?.entry.result ?? "not-done";
  const decision = last("name-check-decision");
  const authority = last("authority");
  const isSomebodyElses = how === "someone-elses-account" || (details.holderAgreed ?? false);
  const answer = assessPayee({
    on,
    holidays: context.holidaysOf("england"),
    nameCheck,
    nameCheckRequired: organisation.policies["nameCheckRequired"] === "yes",
    ...(decision === undefined
      ? {}
      : { nameCheckDecision: { what: decision.entry.what, why: decision.entry.why, by: decision.staffId, on: dayIn(decision.at) } }),
    ...(row.state === "changed" ? { change: changeIn(row, last, moved) } : {}),
    accountOf: isSomebodyElses
      ? {
          holder: details.nameOnAccount,
          ...(authority === undefined
            ? {}
            : {
                authority: {
                  kind: authority.entry.authority,
                  seenBy: authority.staffId,
                  ...(authority.entry.from === null ? {} : { from: authority.entry.from }),
                  ...(authority.entry.to === null ? {} : { to: authority.entry.to }),
                },
              }),
        }
      : "the-person",
  });
  const needs = answer.needs.filter(({ need }) => need !== "advice-on-appointee" || last("appointee-advice") === undefined);
  return {
    details,
    lastTwo: row.lastTwo,
    lastTwoBefore: row.lastTwoBefore,
    state: row.state,
    check: row.check,
    savedAt: row.savedAt,
    account,
    answer: { ...answer, needs, payment: needs.length === 0 ? "allowed" : "held" },
    nameCheck,
    entries,
  };
}

type Last = <Kind extends PayeeRecordKind>(
  kind: Kind,
) => { readonly entry: Extract<PayeeEntry, { readonly kind: Kind }>; readonly staffId: string; readonly at: Instant } | undefined;

function changeIn(row: StoredBankDetails, last: Last, moved: EarlierContact | undefined): BankChange {
  const call = last("call-back");
  const reply = last("confirmed-reply");
  return {
    changedOn: dayIn(row.changedAt ?? row.savedAt),
    enteredBy: row.enteredBy,
    ...(call === undefined || !call.entry.confirmed
      ? {}
      : { callBack: { by: call.staffId, on: dayIn(call.at), usedDetailsAlreadyHeld: call.entry.heldBefore } }),
    ...(reply === undefined ? {} : { confirmedReplyOn: reply.entry.on }),
    ...(moved === undefined ? {} : { contactChangedOn: dayIn(moved.replacedAt) }),
  };
}

export type PayeeView = Omit<Payee, "details"> & {
  readonly personId: string;
  readonly accountInOwnName: boolean;
  readonly isOwn: boolean;
  readonly sharedWith: readonly { readonly personId: string; readonly name: string }[];
};

/** An account as finance checks it, by its end only. Null: none on file. */
export async function payeeForFinance(
  context: Context,
  finance: FinanceOfficer,
  personId: string,
): Promise<Result<{ readonly person: string; readonly payee: PayeeView | null }, "not-found">> {
  const person = await findPerson(context.db, finance.organisationId, personId);
  if (!person) return refused("not-found");
  const organisation = await organisationOf(context, finance.organisationId);
  const payee = await payeeOf(context, context.db, { organisation, person, how: null, on: context.today });
  if (payee === null) return done({ person: person.name, payee: null });
  const { details, ...rest } = payee;
  return done({
    person: person.name,
    payee: {
      ...rest,
      personId,
      accountInOwnName: !(details.holderAgreed ?? false),
      isOwn: await isOwnPayee(context.db, finance, person),
      sharedWith: await sharersOfAccount(context, context.db, person),
    },
  });
}

/**
 * The other people who are paid into the account of this one. It can be right: couples, care homes and appointees share accounts, so
 * it is shown and never stops anything.
 */
export async function sharersOfAccount(
  context: Context,
  db: Db | Tx,
  person: Pick<Person, "id" | "organisationId">,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const opened = await openedBankDetails(context, db, person.id);
  if (opened === null) return [];
  const { sortCode, accountNumber, rollNumber = "" } = opened.details;
  const alike = await listAccountsEndingLike(db, person.organisationId, opened.row);
  // Read together: how many end alike grows with the people, and what is asked of the database does not.
  const rows = await listBankDetails(
    db,
    alike.map(({ personId }) => personId),
  );
  const same = new Set(
    rows
      .filter((row) => {
        const other = openBankDetails(context, row);
        return other.sortCode === sortCode && other.accountNumber === accountNumber && (other.rollNumber ?? "") === rollNumber;
      })
      .map(({ personId }) => personId),
  );
  return alike.filter(({ personId }) => same.has(personId));
}

export type WayToCall = { readonly value: string; readonly wasHeldBefore: boolean };

/**
 * The phone numbers and email addresses to call somebody back on, and whether each was on file before the account changed. The
 * opening is recorded before they are given.
 */
export async function waysToCallBack(
  context: Context,
  finance: FinanceOfficer,
  personId: string,
): Promise<Result<readonly WayToCall[], "not-found">> {
  const person = await findPerson(context.db, finance.organisationId, personId);
  const opened = person && (await openedBankDetails(context, context.db, personId));
  if (!person || !opened) return refused("not-found");
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "ways-to-call-opened",
      subject: { kind: "person", id: personId },
    }),
  );
  const earlier = await openEarlierContacts(context, context.db, personId);
  const since = monthBefore(opened.row.changedAt ?? opened.row.savedAt);
  const isNew = (kind: "phone" | "email") => earlier.some((one) => one.kind === kind && one.replacedAt >= since);
  return done([
    ...earlier.filter(({ kind }) => kind !== "address").map(({ value }) => ({ value, wasHeldBefore: true })),
    ...(["phone", "email"] as const).flatMap((kind) => (person[kind] === "" ? [] : [{ value: person[kind], wasHeldBefore: !isNew(kind) }])),
  ]);
}

// Contact and bank changed within a month of each other are taken together (promises.md T12).
function monthBefore(moment: Instant): string {
  return new Date(Date.parse(moment) - 30 * 24 * 3_600_000).toISOString();
}

async function isOwnPayee(db: Db | Tx, finance: FinanceOfficer, person: Person): Promise<boolean> {
  const account = (await listStaff(db, finance.organisationId)).find(({ id }) => id === finance.staffId);
  return account !== undefined && isSamePerson(account, person);
}

export type PayeeRefusal =
  "not-found" | "no-account" | "own-account" | "tied" | "account-changed" | "not-held-before" | "nothing-to-decide";

/**
 * Records what was done about the account that was looked at. Refused for one's own account and when the account was replaced
 * meanwhile. A call back counts only on details held before the change. Where nothing more is needed, a changed account is checked.
 */
export async function recordAboutPayee(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly personId: string; readonly account: string },
  entry: PayeeEntry,
  intent?: string,
): Promise<Result<{ readonly payment: PayeeAnswer["payment"] }, PayeeRefusal>> {
  const organisation = await organisationOf(context, finance.organisationId);
  return context.change<Result<{ readonly payment: PayeeAnswer["payment"] }, PayeeRefusal>>(
    async (tx) => {
      const person = await findPerson(tx, finance.organisationId, at.personId);
      if (!person) return refused("not-found");
      if (await isOwnPayee(tx, finance, person)) return refused("own-account");
      if ((await barredFrom(tx, person.id)).some((one) => one.person === finance.staffId)) return refused("tied");
      const payee = await payeeOf(context, tx, { organisation, person, how: null, on: context.today });
      if (payee === null) return refused("no-account");
      if (payee.account !== at.account) return refused("account-changed");
      if (entry.kind === "call-back" && entry.confirmed && !entry.heldBefore) return refused("not-held-before");
      if (entry.kind === "name-check-decision" && (payee.nameCheck === "not-done" || payee.nameCheck === "match"))
        return refused("nothing-to-decide");
      const id = context.newId();
      await addPayeeRecord(tx, {
        id,
        organisationId: finance.organisationId,
        personId: person.id,
        account: payee.account,
        kind: entry.kind,
        details: context.vault.seal(JSON.stringify(entry), place(id)),
        staffId: finance.staffId,
        at: context.now,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: `payee-${entry.kind}`,
        subject: { kind: "person", id: person.id },
      });
      const after = await payeeOf(context, tx, { organisation, person, how: null, on: context.today });
      const payment = after?.answer.payment ?? "held";
      const changeIsSettled = after?.answer.needs.every(({ need }) => need !== "wait-or-call-back") ?? false;
      if (payee.state === "changed" && changeIsSettled) await setBankState(tx, person.id, "checked");
      return done({ payment });
    },
    intent === undefined ? {} : { intent },
  );
}

const payerPlace = (row: string) => ({ table: "paying_accounts", column: "details", row });

/** The account the organisation pays from, opened for writing a bank file; null where nobody has entered it. */
export async function payingAccountOf(context: Context, db: Db | Tx, organisationId: string): Promise<PayerAccount | null> {
  const found = await findPayingAccount(db, organisationId);
  return found ? (JSON.parse(context.vault.unseal(found.details, payerPlace(organisationId))) as PayerAccount) : null;
}

/** What may be shown of it: its end, its name and its number with Bacs. */
export async function payingAccountOnFile(
  context: Context,
  finance: FinanceOfficer,
): Promise<{ readonly lastTwo: string; readonly name: string; readonly serviceUserNumber: string; readonly savedOn: CalendarDate } | null> {
  const found = await findPayingAccount(context.db, finance.organisationId);
  const account = await payingAccountOf(context, context.db, finance.organisationId);
  if (!found || account === null) return null;
  return { lastTwo: found.lastTwo, name: account.name, serviceUserNumber: account.serviceUserNumber, savedOn: dayIn(found.savedAt) };
}

/** Saves the account the organisation pays from. */
export async function savePayingAccount(
  context: Context,
  finance: FinanceOfficer,
  typed: { readonly name: string; readonly sortCode: string; readonly accountNumber: string; readonly serviceUserNumber: string },
  intent?: string,
): Promise<Result<object, "sort-code" | "account-number">> {
  const sortCode = readSortCode(typed.sortCode);
  if (!sortCode.ok) return refused("sort-code");
  const number = readAccountNumber(typed.accountNumber);
  if (!number.ok || number.value.length !== 8) return refused("account-number");
  const account: PayerAccount = { ...typed, sortCode: sortCode.value, accountNumber: number.value };
  return context.change<Result<object, never>>(
    async (tx) => {
      const before = await payingAccountOf(context, tx, finance.organisationId);
      await putPayingAccount(tx, {
        organisationId: finance.organisationId,
        details: context.vault.seal(JSON.stringify(account), payerPlace(finance.organisationId)),
        lastTwo: number.value.slice(-2),
        savedBy: finance.staffId,
        savedAt: context.now,
      });
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "paying-account-saved",
        subject: { kind: "organisation", id: finance.organisationId },
      });
      const fields = payingAccountFields(before, account);
      await keepSettingChange(context, tx, finance, { kind: "account", about: "The account we pay from", fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
