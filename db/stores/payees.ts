// What finance did to make sure of an account, ways to reach people that were on file before, the loaded modulus table and the
// account the organisation pays from. Sealed values are moved and never opened here.
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { bankDetails, earlierContacts, modulusTables, payeeRecords, payingAccounts, people, staff } from "../schema.ts";

export type PayeeRecord = typeof payeeRecords.$inferSelect;
export type EarlierContact = typeof earlierContacts.$inferSelect;
export type StoredModulusTable = typeof modulusTables.$inferSelect;
export type StoredPayingAccount = typeof payingAccounts.$inferSelect;
export type { PayeeRecordKind } from "../schema.ts";

/** What was recorded about the accounts of some people, the first first, with who did it. */
export async function listPayeeRecords(
  db: Db,
  personIds: readonly string[],
): Promise<readonly { readonly entry: PayeeRecord; readonly by: string }[]> {
  if (personIds.length === 0) return [];
  return db
    .select({ entry: payeeRecords, by: staff.name })
    .from(payeeRecords)
    .innerJoin(staff, eq(staff.id, payeeRecords.staffId))
    .where(inArray(payeeRecords.personId, [...personIds]))
    .orderBy(asc(payeeRecords.at), asc(asWritten(payeeRecords)));
}

/** Adds to what was recorded about an account. Nothing of it is ever changed. */
export async function addPayeeRecord(tx: Tx, entry: typeof payeeRecords.$inferInsert): Promise<void> {
  await tx.insert(payeeRecords).values(entry);
}

/** Says that an account was checked, if nobody replaced it meanwhile. */
export async function setBankState(
  tx: Tx,
  personId: string,
  state: "checked" | "changed",
  details: Partial<typeof bankDetails.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(bankDetails)
    .set({ ...details, state })
    .where(eq(bankDetails.personId, personId));
}

/** The other people whose account has the same last digits: few enough to open and compare. */
export async function listAccountsEndingLike(
  db: Db,
  organisationId: string,
  account: Pick<typeof bankDetails.$inferSelect, "personId" | "lastTwo">,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  return db
    .select({ personId: people.id, name: people.name })
    .from(bankDetails)
    .innerJoin(people, eq(people.id, bankDetails.personId))
    .where(
      and(eq(bankDetails.lastTwo, account.lastTwo), eq(people.organisationId, organisationId), ne(bankDetails.personId, account.personId)),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** The ways to reach somebody that were on file before. */
export async function listEarlierContacts(db: Db, personId: string): Promise<readonly EarlierContact[]> {
  return db
    .select()
    .from(earlierContacts)
    .where(eq(earlierContacts.personId, personId))
    .orderBy(asc(earlierContacts.replacedAt), asc(asWritten(earlierContacts)));
}

/** The ways to reach several people that were on file before, the first replaced first. */
export async function listEarlierContactsOf(db: Db, personIds: readonly string[]): Promise<readonly EarlierContact[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(earlierContacts)
    .where(inArray(earlierContacts.personId, [...personIds]))
    .orderBy(asc(earlierContacts.replacedAt), asc(asWritten(earlierContacts)));
}

/** Keeps a way to reach somebody that was replaced. */
export async function addEarlierContact(tx: Tx, contact: typeof earlierContacts.$inferInsert): Promise<void> {
  await tx.insert(earlierContacts).values(contact);
}

/** The loaded table for the modulus check. */
export async function findModulusTable(db: Db, organisationId: string): Promise<StoredModulusTable | undefined> {
  const [found] = await db.select().from(modulusTables).where(eq(modulusTables.organisationId, organisationId));
  return found;
}

/** Loads a table in place of the one before. */
export async function putModulusTable(tx: Tx, table: typeof modulusTables.$inferInsert): Promise<void> {
  await tx.insert(modulusTables).values(table).onConflictDoUpdate({ target: modulusTables.organisationId, set: table });
}

/** The account an organisation pays from. */
export async function findPayingAccount(db: Db, organisationId: string): Promise<StoredPayingAccount | undefined> {
  const [found] = await db.select().from(payingAccounts).where(eq(payingAccounts.organisationId, organisationId));
  return found;
}

/** Saves the account an organisation pays from, in place of the one before. */
export async function putPayingAccount(tx: Tx, account: typeof payingAccounts.$inferInsert): Promise<void> {
  await tx.insert(payingAccounts).values(account).onConflictDoUpdate({ target: payingAccounts.organisationId, set: account });
}
