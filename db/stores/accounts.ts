// Organisations, staff, sessions and sign-in links.
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { attempts, heldForms, organisations, sessionGrants, sessions, signInLinks, staff } from "../schema.ts";

export type Organisation = typeof organisations.$inferSelect;
export type StaffAccount = typeof staff.$inferSelect;
export type Session = typeof sessions.$inferSelect;

/** Every organisation, the example last. */
export async function listOrganisations(db: Db): Promise<readonly Organisation[]> {
  return db.select().from(organisations).orderBy(organisations.isExample, organisations.createdAt);
}

/** One organisation. */
export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const [found] = await db.select().from(organisations).where(eq(organisations.id, id));
  return found;
}

/** Adds an organisation. */
export async function addOrganisation(tx: Tx, organisation: typeof organisations.$inferInsert): Promise<void> {
  await tx.insert(organisations).values(organisation);
}

/** Changes an organisation that is still at the version it was read at; says whether it was. */
export async function saveOrganisation(tx: Tx, id: string, version: number, change: Partial<Organisation>): Promise<boolean> {
  const changed = await tx
    .update(organisations)
    .set({ ...change, version: version + 1 })
    .where(and(eq(organisations.id, id), eq(organisations.version, version)))
    .returning({ id: organisations.id });
  return changed.length === 1;
}

/** Remembers a logo that waits for the rest of its form, or none. Nothing anybody reads changes, so the version stays. */
export async function setWaitingLogo(tx: Tx, id: string, fileId: string | null): Promise<void> {
  await tx.update(organisations).set({ waitingLogoFileId: fileId }).where(eq(organisations.id, id));
}

/** Changes a member of staff who is still at the version they were read at; says whether they were. */
export async function saveStaff(tx: Tx, id: string, version: number, change: Partial<StaffAccount>): Promise<boolean> {
  const changed = await tx
    .update(staff)
    .set({ ...change, version: version + 1 })
    .where(and(eq(staff.id, id), eq(staff.version, version)))
    .returning({ id: staff.id });
  return changed.length === 1;
}

/** Adds a member of staff. */
export async function addStaff(tx: Tx, account: typeof staff.$inferInsert): Promise<void> {
  await tx.insert(staff).values(account);
}

/** The account with an email address, which is stored in lower case. */
export async function findStaffByEmail(db: Db, email: string): Promise<StaffAccount | undefined> {
  const [found] = await db.select().from(staff).where(eq(staff.email, email.toLowerCase()));
  return found;
}

/** One member of staff. */
export async function findStaff(db: Db, id: string): Promise<StaffAccount | undefined> {
  const [found] = await db.select().from(staff).where(eq(staff.id, id));
  return found;
}

/** The staff of an organisation who can still sign in, by name. */
export async function listStaff(db: Db, organisationId: string): Promise<readonly StaffAccount[]> {
  return db
    .select()
    .from(staff)
    .where(and(eq(staff.organisationId, organisationId), isNull(staff.disabledAt)))
    .orderBy(staff.name);
}

/** The session with a fingerprint, with its member of staff where it has one. */
export async function findSession(
  db: Db,
  fingerprint: string,
): Promise<{ readonly session: Session; readonly account: StaffAccount | null; readonly organisation: Organisation | null } | undefined> {
  const [found] = await db
    .select({ session: sessions, account: staff, organisation: organisations })
    .from(sessions)
    .leftJoin(staff, eq(staff.id, sessions.staffId))
    .leftJoin(organisations, eq(organisations.id, staff.organisationId))
    .where(eq(sessions.fingerprint, fingerprint));
  return found;
}

/** Saves a session, or renews the one with the same fingerprint. */
export async function saveSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session).onConflictDoUpdate({ target: sessions.fingerprint, set: session });
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, fingerprint: string, usedAt: Instant): Promise<void> {
  await tx.update(sessions).set({ usedAt }).where(eq(sessions.fingerprint, fingerprint));
}

/** Ends one session. */
export async function removeSession(tx: Tx, fingerprint: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.fingerprint, fingerprint));
}

/** Lets a session into what a grant names; proving it again moves the moment of proof on. */
export async function saveSessionGrant(tx: Tx, grant: typeof sessionGrants.$inferInsert): Promise<void> {
  const { provenAt } = grant;
  const target = [sessionGrants.session, sessionGrants.grantId];
  if (provenAt === undefined || provenAt === null) await tx.insert(sessionGrants).values(grant).onConflictDoNothing();
  else await tx.insert(sessionGrants).values(grant).onConflictDoUpdate({ target, set: { provenAt } });
}

/** Saves an emailed sign-in link. */
export async function addSignInLink(tx: Tx, link: typeof signInLinks.$inferInsert): Promise<void> {
  await tx.insert(signInLinks).values(link);
}

/** The account a live link is for, of the purpose asked for: one kind of link never does the other's work. */
export async function findSignInLink(
  db: Db,
  fingerprint: string,
  now: Instant,
  purpose: "sign-in" | "invitation" = "sign-in",
): Promise<StaffAccount | undefined> {
  const [found] = await db
    .select({ account: staff })
    .from(signInLinks)
    .innerJoin(staff, eq(staff.id, signInLinks.staffId))
    .where(
      and(
        eq(signInLinks.fingerprint, fingerprint),
        eq(signInLinks.purpose, purpose),
        sql`${signInLinks.expiresAt} > ${now}`,
        isNull(staff.disabledAt),
      ),
    );
  return found?.account;
}

/** Ends a sign-in link. */
export async function removeSignInLink(tx: Tx, fingerprint: string): Promise<void> {
  await tx.delete(signInLinks).where(eq(signInLinks.fingerprint, fingerprint));
}

/** How often something was tried since a moment; older counts start again. */
export async function countAttempts(db: Db, key: string, since: Instant): Promise<number> {
  const [found] = await db.select().from(attempts).where(eq(attempts.key, key));
  return found && found.since >= since ? found.count : 0;
}

/** Counts one more try. */
export async function addAttempt(tx: Tx, key: string, { now, since }: { readonly now: Instant; readonly since: Instant }): Promise<void> {
  await tx.delete(attempts).where(and(eq(attempts.key, key), lt(attempts.since, since)));
  await tx
    .insert(attempts)
    .values({ key, count: 1, since: now })
    .onConflictDoUpdate({ target: attempts.key, set: { count: sql`${attempts.count} + 1` } });
}

/** Forgets the tries of a key. */
export async function clearAttempts(tx: Tx, key: string): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key));
}

/** Keeps a form that was sent after its sender's session had ended. */
export async function holdForm(tx: Tx, form: typeof heldForms.$inferInsert): Promise<void> {
  await tx.insert(heldForms).values(form);
}

/** A held form of this member of staff. */
export async function findHeldForm(db: Db, id: string, staffId: string): Promise<typeof heldForms.$inferSelect | undefined> {
  const [found] = await db
    .select()
    .from(heldForms)
    .where(and(eq(heldForms.id, id), eq(heldForms.staffId, staffId)));
  return found;
}

/** Forgets held forms of a member of staff. */
export async function removeHeldForms(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(heldForms).where(eq(heldForms.staffId, staffId));
}

/** Whether somebody has set up their account, or has one that was made in another way. */
export function hasJoined({ invitedAt, joinedAt }: Pick<StaffAccount, "invitedAt" | "joinedAt">): boolean {
  return invitedAt === null || joinedAt !== null;
}
