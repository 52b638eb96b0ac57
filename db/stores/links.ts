// Grants and the tokens that open them.
import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import { grants, linkTokens, sessionGrants } from "../schema.ts";

export type Grant = typeof grants.$inferSelect;
export type LinkToken = typeof linkTokens.$inferSelect;

/** The grant for one subject, made once. */
export async function grantFor(tx: Tx, grant: typeof grants.$inferInsert): Promise<Grant> {
  const [known] = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.kind, grant.kind), eq(grants.subjectId, grant.subjectId), isNull(grants.revokedAt)));
  if (known) return known;
  const [made] = await tx.insert(grants).values(grant).returning();
  if (!made) throw new Error("The grant was not saved");
  return made;
}

/** Adds a token by its fingerprint. */
export async function addLinkToken(tx: Tx, token: typeof linkTokens.$inferInsert): Promise<void> {
  await tx.insert(linkTokens).values(token);
}

/** The token with a fingerprint and its grant, whatever their state. */
export async function findLink(db: Db, fingerprint: string): Promise<{ readonly token: LinkToken; readonly grant: Grant } | undefined> {
  const [found] = await db
    .select({ token: linkTokens, grant: grants })
    .from(linkTokens)
    .innerJoin(grants, eq(grants.id, linkTokens.grantId))
    .where(eq(linkTokens.fingerprint, fingerprint));
  return found;
}

/** The live grants a session holds. */
export async function listSessionGrants(
  db: Db,
  session: string,
  today: string,
): Promise<readonly { readonly grant: Grant; readonly provenAt: Instant | null }[]> {
  return db
    .select({ grant: grants, provenAt: sessionGrants.provenAt })
    .from(sessionGrants)
    .innerJoin(grants, eq(grants.id, sessionGrants.grantId))
    .where(
      and(
        eq(sessionGrants.session, session),
        isNull(grants.revokedAt),
        or(gt(grants.expiresOn, today as Grant["expiresOn"]), eq(grants.expiresOn, today as Grant["expiresOn"])),
      ),
    );
}

/** The live grant for one subject. */
export async function findLiveGrant(db: Db, kind: Grant["kind"], subjectId: string): Promise<Grant | undefined> {
  const [found] = await db
    .select()
    .from(grants)
    .where(and(eq(grants.kind, kind), eq(grants.subjectId, subjectId), isNull(grants.revokedAt)));
  return found;
}

/** Moves the last day of the live grant for one subject. */
export async function moveGrantEnd(tx: Tx, kind: Grant["kind"], subjectId: string, expiresOn: Grant["expiresOn"]): Promise<void> {
  await tx
    .update(grants)
    .set({ expiresOn })
    .where(and(eq(grants.kind, kind), eq(grants.subjectId, subjectId), isNull(grants.revokedAt)));
}

/** Ends a grant: every link to it stops working. */
export async function revokeGrant(tx: Tx, id: string, revokedAt: Instant): Promise<void> {
  await tx.update(grants).set({ revokedAt }).where(eq(grants.id, id));
}
