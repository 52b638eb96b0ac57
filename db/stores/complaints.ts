// What people told us went wrong with a payment, and what they were answered.
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { claims, meetings, paymentComplaints, people, staff } from "../schema.ts";

export type StoredComplaint = typeof paymentComplaints.$inferSelect;
export type { ComplaintAbout } from "../schema.ts";

/** Keeps what somebody said. */
export async function addComplaint(tx: Tx, complaint: typeof paymentComplaints.$inferInsert): Promise<void> {
  await tx.insert(paymentComplaints).values(complaint);
}

/** Everything said about one claim, the first first. */
export async function listComplaintsOf(db: Db, claimId: string): Promise<readonly StoredComplaint[]> {
  return db
    .select()
    .from(paymentComplaints)
    .where(eq(paymentComplaints.claimId, claimId))
    .orderBy(asc(paymentComplaints.raisedAt), asc(asWritten(paymentComplaints)));
}

/** Everything said about one claim of an organisation, or about all the claims of one person, the first first. */
export async function listComplaintsAbout(
  db: Db,
  organisationId: string,
  of: { readonly claimId: string } | { readonly personId: string },
): Promise<readonly StoredComplaint[]> {
  const found = await db
    .select({ complaint: paymentComplaints })
    .from(paymentComplaints)
    .innerJoin(claims, eq(claims.id, paymentComplaints.claimId))
    .where(
      and(
        eq(paymentComplaints.organisationId, organisationId),
        "claimId" in of ? eq(claims.id, of.claimId) : eq(claims.personId, of.personId),
      ),
    )
    .orderBy(asc(paymentComplaints.raisedAt), asc(asWritten(paymentComplaints)));
  return found.map(({ complaint }) => complaint);
}

/** One complaint of an organisation, with whose it is and about which claim. */
export async function findComplaint(db: Db, organisationId: string, id: string) {
  const [found] = await withClaim(db).where(and(eq(paymentComplaints.organisationId, organisationId), eq(paymentComplaints.id, id)));
  return found;
}

/** Those that wait for an answer, the first to be answered first; or those that have one, the last answered last. */
export async function listComplaints(db: Db, organisationId: string, which: "open" | "answered", atMost: number) {
  const answered = which === "open" ? isNull(paymentComplaints.answeredAt) : isNotNull(paymentComplaints.answeredAt);
  return withClaim(db)
    .where(and(eq(paymentComplaints.organisationId, organisationId), answered))
    .orderBy(which === "open" ? asc(paymentComplaints.answerBy) : asc(paymentComplaints.answeredAt), asc(asWritten(paymentComplaints)))
    .limit(atMost);
}

/** Keeps an answer, once; says whether none was given before. */
export async function answerComplaint(tx: Tx, id: string, version: number, answer: Partial<StoredComplaint>): Promise<boolean> {
  const changed = await tx
    .update(paymentComplaints)
    .set({ ...answer, version: version + 1 })
    .where(and(eq(paymentComplaints.id, id), eq(paymentComplaints.version, version), isNull(paymentComplaints.answeredAt)))
    .returning({ id: paymentComplaints.id });
  return changed.length === 1;
}

function withClaim(db: Db) {
  return db
    .select({ complaint: paymentComplaints, claim: claims, person: people, meeting: meetings, answeredBy: staff.name })
    .from(paymentComplaints)
    .innerJoin(claims, eq(claims.id, paymentComplaints.claimId))
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId))
    .leftJoin(staff, eq(staff.id, paymentComplaints.answeredBy));
}
