// People we invite: how to reach them, and nothing about benefits, bank or payment.
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db, Tx } from "../open.ts";
import { people } from "../schema.ts";

export type Person = typeof people.$inferSelect;
export type { PreferredContact } from "../schema.ts";

/** Adds a person. */
export async function addPerson(tx: Tx, person: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(person);
}

/** Every record of a person an organisation has, by name, those that were merged with another included. */
export async function listPeople(db: Db, organisationId: string): Promise<readonly Person[]> {
  return db.select().from(people).where(eq(people.organisationId, organisationId)).orderBy(asc(people.name), asc(people.id));
}

/** Everybody an organisation knows, by name; a record that was merged with another, or whose person asked to be deleted, is not listed. */
export async function listPeopleOnFile(db: Db, organisationId: string): Promise<readonly Person[]> {
  return (await listPeople(db, organisationId)).filter(({ mergedInto, erasedAt }) => mergedInto === null && erasedAt === null);
}

/** One person of an organisation, a record that was merged with another included. */
export async function findPerson(db: Db, organisationId: string, id: string): Promise<Person | undefined> {
  const [found] = await db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), eq(people.id, id)));
  return found;
}

/** One person whom coordinators may know: not somebody who asked to be deleted, of whom only money keeps a name. */
export async function findPersonOnFile(db: Db, organisationId: string, id: string): Promise<Person | undefined> {
  const found = await findPerson(db, organisationId, id);
  return found?.erasedAt === null ? found : undefined;
}

/** Those of an organisation's people whose ids are given, records that were merged with another among them. */
export async function listPeopleById(db: Db, organisationId: string, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), inArray(people.id, [...ids])));
}

/** Those of an organisation's people whose ids are given, by name; without records that were merged with another. */
export async function findPeople(db: Db, organisationId: string, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), inArray(people.id, [...ids]), isNull(people.mergedInto), isNull(people.erasedAt)))
    .orderBy(asc(people.name), asc(people.id));
}

/** The people of an organisation who use an email address, which is stored in lower case. Two people may share one. */
export async function findPeopleByEmail(db: Db, organisationId: string, email: string): Promise<readonly Person[]> {
  return db
    .select()
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        eq(people.email, email.toLowerCase()),
        isNull(people.mergedInto),
        isNull(people.erasedAt),
      ),
    );
}

/** Changes a person who is still at the version they were read at; says whether they were. */
export async function savePerson(tx: Tx, id: string, version: number, change: Partial<Person>): Promise<boolean> {
  const changed = await tx
    .update(people)
    .set({ ...change, version: version + 1 })
    .where(and(eq(people.id, id), eq(people.version, version)))
    .returning({ id: people.id });
  return changed.length === 1;
}
