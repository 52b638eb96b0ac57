// Claims, their costs, who did which step, and the receipts that belong to them.
import { and, asc, count, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Offer } from "#app/domain/payments/offer.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import {
  audit,
  claimCodes,
  claimFindings,
  claimLines,
  claims,
  claimSteps,
  claimTyping,
  files,
  invitations,
  meetings,
  people,
  staff,
} from "../schema.ts";

export type StoredClaim = typeof claims.$inferSelect;
export type StoredCost = typeof claimLines.$inferSelect;
export type StoredFile = typeof files.$inferSelect;
export type ClaimStep = typeof claimSteps.$inferSelect;
export type { ClaimState as StoredClaimState } from "../schema.ts";

export type ClaimWithPeople = {
  readonly claim: StoredClaim;
  readonly person: typeof people.$inferSelect;
  readonly meeting: typeof meetings.$inferSelect;
};

/** Opens a claim; says whether there was none for this invitation before. */
export async function addClaim(tx: Tx, claim: typeof claims.$inferInsert): Promise<boolean> {
  const added = await tx.insert(claims).values(claim).onConflictDoNothing({ target: claims.invitationId }).returning({ id: claims.id });
  return added.length === 1;
}

/** The claim of one invitation. */
export async function findClaimOfInvitation(db: Db, invitationId: string): Promise<StoredClaim | undefined> {
  const [found] = await db.select().from(claims).where(eq(claims.invitationId, invitationId));
  return found;
}

/** A claim that was sent, of one organisation, with who it is from and what it is for. */
export async function findSentClaim(db: Db, organisationId: string, claimId: string): Promise<ClaimWithPeople | undefined> {
  const [found] = await withPeople(db).where(
    and(eq(claims.organisationId, organisationId), eq(claims.id, claimId), ne(claims.state, "open")),
  );
  return found;
}

/** Those of some claims that were sent, with who each is from and what it is for. */
export async function listSentClaims(db: Db, organisationId: string, claimIds: readonly string[]): Promise<readonly ClaimWithPeople[]> {
  if (claimIds.length === 0) return [];
  return withPeople(db).where(and(eq(claims.organisationId, organisationId), inArray(claims.id, [...claimIds]), ne(claims.state, "open")));
}

/** One claim of an organisation, of any state. */
export async function findClaim(db: Db, organisationId: string, claimId: string): Promise<ClaimWithPeople | undefined> {
  const [found] = await withPeople(db).where(and(eq(claims.organisationId, organisationId), eq(claims.id, claimId)));
  return found;
}

/** The claim with a reference, of any state. */
export async function findClaimByReference(db: Db, organisationId: string, reference: string): Promise<ClaimWithPeople | undefined> {
  const [found] = await withPeople(db).where(and(eq(claims.organisationId, organisationId), eq(claims.reference, reference)));
  return found;
}

/** The offer a claim was made by; null where only costs are paid. */
export async function findOfferOfClaim(db: Db, organisationId: string, claimId: string): Promise<Offer | null> {
  const [found] = await db
    .select({ offer: invitations.offer })
    .from(claims)
    .innerJoin(invitations, eq(invitations.id, claims.invitationId))
    .where(and(eq(claims.organisationId, organisationId), eq(claims.id, claimId)));
  return found?.offer ?? null;
}

const madeByCard = (organisationId: string, cardId: string) =>
  and(
    eq(claims.organisationId, organisationId),
    ne(claims.state, "open"),
    // Written as the index over it is, so that the database reads that.
    sql`${invitations.offer} ->> '$.card.id' = ${cardId}`,
  );

/** How many sent claims have an offer made by one version of the rates. */
export async function countClaimsByCard(db: Db, organisationId: string, cardId: string): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(invitations)
    .innerJoin(claims, eq(claims.invitationId, invitations.id))
    .where(madeByCard(organisationId, cardId));
  return found?.count ?? 0;
}

/** A page of the sent claims whose offers were made by one version of the rates. */
export async function listClaimsByCard(
  db: Db,
  organisationId: string,
  cardId: string,
  { from, atMost }: { readonly from: number; readonly atMost: number },
) {
  return db
    .select({ claimId: claims.id, reference: claims.reference, person: people.name, forTime: claims.forTime })
    .from(invitations)
    .innerJoin(claims, eq(claims.invitationId, invitations.id))
    .innerJoin(people, eq(people.id, claims.personId))
    .where(madeByCard(organisationId, cardId))
    .orderBy(asc(claims.reference))
    .limit(atMost)
    .offset(from);
}

/** The claims of one meeting, of any state. */
export async function listClaimsOfMeeting(db: Db, organisationId: string, meetingId: string): Promise<readonly StoredClaim[]> {
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), eq(claims.meetingId, meetingId)));
}

/** The sent claims of one person, for caps, limits, miles and repeats. */
export async function listSentClaimsOf(db: Db, organisationId: string, personId: string): Promise<readonly StoredClaim[]> {
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), eq(claims.personId, personId), ne(claims.state, "open")));
}

/** The sent claims of several people. */
export async function listSentClaimsOfPeople(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
): Promise<readonly StoredClaim[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.personId, [...personIds]), ne(claims.state, "open")));
}

/** Sent claims of anybody in the organisation that hold a receipt with one of these fingerprints, with which. */
export async function listClaimsWithReceipts(
  db: Db,
  organisationId: string,
  fingerprints: readonly string[],
): Promise<readonly { readonly claim: StoredClaim; readonly fingerprint: string }[]> {
  if (fingerprints.length === 0) return [];
  return db
    .select({ claim: claims, fingerprint: files.fingerprint })
    .from(claims)
    .innerJoin(claimLines, eq(claimLines.claimId, claims.id))
    .innerJoin(files, eq(files.id, claimLines.fileId))
    .where(and(eq(claims.organisationId, organisationId), ne(claims.state, "open"), inArray(files.fingerprint, [...fingerprints])));
}

/** Changes a claim that is still at the version it was read at; says whether it was. */
export async function saveClaim(tx: Tx, id: string, version: number, change: Partial<StoredClaim>): Promise<boolean> {
  const changed = await tx
    .update(claims)
    .set({ ...change, version: version + 1 })
    .where(and(eq(claims.id, id), eq(claims.version, version)))
    .returning({ id: claims.id });
  return changed.length === 1;
}

/** The costs of a claim, in the order they were added. */
export async function listCosts(db: Db, claimId: string): Promise<readonly StoredCost[]> {
  return db.select().from(claimLines).where(eq(claimLines.claimId, claimId)).orderBy(asc(claimLines.position));
}

/** The costs of several claims, in the order they were added. */
export async function listCostsOf(db: Db, claimIds: readonly string[]): Promise<readonly StoredCost[]> {
  if (claimIds.length === 0) return [];
  return db
    .select()
    .from(claimLines)
    .where(inArray(claimLines.claimId, [...claimIds]))
    .orderBy(asc(claimLines.position));
}

/** Adds a cost. */
export async function addCost(tx: Tx, cost: typeof claimLines.$inferInsert): Promise<void> {
  await tx.insert(claimLines).values(cost);
}

/** Changes a cost of one claim that is still at the version it was read at; says whether it was. */
export async function saveCost(
  tx: Tx,
  cost: { readonly claimId: string; readonly id: string; readonly version: number },
  change: Partial<StoredCost>,
): Promise<boolean> {
  const changed = await tx
    .update(claimLines)
    .set({ ...change, version: cost.version + 1 })
    .where(and(eq(claimLines.claimId, cost.claimId), eq(claimLines.id, cost.id), eq(claimLines.version, cost.version)))
    .returning({ id: claimLines.id });
  return changed.length === 1;
}

/** Takes a cost out of a claim; says whether it was there. */
export async function removeCost(tx: Tx, claimId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(claimLines)
    .where(and(eq(claimLines.claimId, claimId), eq(claimLines.id, id)))
    .returning({ id: claimLines.id });
  return removed.length === 1;
}

/** Keeps what each budget code pays of a claim; none where its own code pays all of it. */
export async function putClaimCodes(
  tx: Tx,
  claimId: string,
  parts: readonly { readonly code: string; readonly amount: Pence }[],
): Promise<void> {
  await tx.delete(claimCodes).where(eq(claimCodes.claimId, claimId));
  if (parts.length > 0) await tx.insert(claimCodes).values(parts.map(({ code, amount }) => ({ claimId, code, amount })));
}

/** What each budget code pays of those claims that are paid from several. */
export async function listClaimCodes(db: Db, claimIds: readonly string[]): Promise<readonly (typeof claimCodes.$inferSelect)[]> {
  if (claimIds.length === 0) return [];
  return db
    .select()
    .from(claimCodes)
    .where(inArray(claimCodes.claimId, [...claimIds]))
    .orderBy(asc(claimCodes.code));
}

/** Keeps what a person decided about something that may be claimed twice. It is never changed. */
export async function addFinding(tx: Tx, finding: typeof claimFindings.$inferInsert): Promise<void> {
  await tx.insert(claimFindings).values(finding);
}

/** What was decided about repeats of some claims, with who decided. */
export async function listFindings(
  db: Db,
  claimIds: readonly string[],
): Promise<readonly { readonly finding: typeof claimFindings.$inferSelect; readonly name: string }[]> {
  if (claimIds.length === 0) return [];
  return db
    .select({ finding: claimFindings, name: staff.name })
    .from(claimFindings)
    .innerJoin(staff, eq(staff.id, claimFindings.staffId))
    .where(inArray(claimFindings.claimId, [...claimIds]));
}

/** Adds a step. The database refuses a second step by the same person, and any step on one's own claim. */
export async function addStep(tx: Tx, step: typeof claimSteps.$inferInsert): Promise<void> {
  await addSteps(tx, [step]);
}

/** Adds several steps, each as it would be added alone; none is added where one is refused. */
export async function addSteps(tx: Tx, steps: readonly (typeof claimSteps.$inferInsert)[]): Promise<void> {
  if (steps.length > 0) await tx.insert(claimSteps).values([...steps]);
}

/** Notes that a member of staff typed in a claim. The database refuses their own, and one they already did a step of. */
export async function addTypist(tx: Tx, typist: typeof claimTyping.$inferInsert): Promise<void> {
  await tx.insert(claimTyping).values(typist).onConflictDoNothing();
}

/** Everybody who typed in a claim, the first first. */
export async function listTypists(
  db: Db,
  claimIds: readonly string[],
): Promise<readonly { readonly claimId: string; readonly staffId: string; readonly name: string }[]> {
  if (claimIds.length === 0) return [];
  return db
    .select({ claimId: claimTyping.claimId, staffId: claimTyping.staffId, name: staff.name })
    .from(claimTyping)
    .innerJoin(staff, eq(staff.id, claimTyping.staffId))
    .where(inArray(claimTyping.claimId, [...claimIds]))
    .orderBy(asc(claimTyping.at), asc(asWritten(claimTyping)));
}

/** Every step of some claims, of every round, with who did it. */
export async function listSteps(
  db: Db,
  claimIds: readonly string[],
): Promise<readonly { readonly step: ClaimStep; readonly name: string }[]> {
  if (claimIds.length === 0) return [];
  return db
    .select({ step: claimSteps, name: staff.name })
    .from(claimSteps)
    .innerJoin(staff, eq(staff.id, claimSteps.staffId))
    .where(inArray(claimSteps.claimId, [...claimIds]))
    .orderBy(asc(claimSteps.at), asc(asWritten(claimSteps)));
}

/** What was recorded about a claim, the first first, with the name of a member of staff where one did it. */
export async function listClaimHistory(db: Db, organisationId: string, claimId: string) {
  return db
    .select({ at: audit.at, action: audit.action, actorKind: audit.actorKind, name: staff.name })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.actorId))
    .where(and(eq(audit.organisationId, organisationId), eq(audit.subjectKind, "claim"), eq(audit.subjectId, claimId)))
    .orderBy(asc(audit.sequence));
}

/** Adds the record of an uploaded file. */
export async function addFile(tx: Tx, file: typeof files.$inferInsert): Promise<void> {
  await tx.insert(files).values(file);
}

/** Those of an organisation's files whose ids are given. */
export async function findFiles(db: Db, organisationId: string, ids: readonly string[]): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(files)
    .where(and(eq(files.organisationId, organisationId), inArray(files.id, [...ids])));
}

/** The cost of a sent claim that a file is the receipt of. */
export async function findCostOfFile(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<{ readonly claim: StoredClaim; readonly cost: StoredCost } | undefined> {
  const [found] = await db
    .select({ claim: claims, cost: claimLines })
    .from(claimLines)
    .innerJoin(claims, eq(claims.id, claimLines.claimId))
    .where(and(eq(claims.organisationId, organisationId), eq(claimLines.fileId, fileId), ne(claims.state, "open")));
  return found;
}

/** Open meetings of an organisation that nobody has been asked to. */
export async function listMeetingsNobodyIsAskedTo(
  db: Db,
  organisationId: string,
): Promise<readonly Pick<typeof meetings.$inferSelect, "reference" | "name" | "date">[]> {
  return db
    .select({ reference: meetings.reference, name: meetings.name, date: meetings.date })
    .from(meetings)
    .leftJoin(invitations, eq(invitations.meetingId, meetings.id))
    .where(and(eq(meetings.organisationId, organisationId), eq(meetings.state, "open"), isNull(invitations.id)))
    .orderBy(asc(meetings.date));
}

/** Claims with who each is from and what it is for, to be narrowed by whoever asks. */
export function withPeople(db: Db) {
  return db
    .select({ claim: claims, person: people, meeting: meetings })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .innerJoin(meetings, eq(meetings.id, claims.meetingId));
}

/** Those of an organisation's claims whose ids are given, sent or not. */
export async function listClaimsById(db: Db, organisationId: string, claimIds: readonly string[]): Promise<readonly StoredClaim[]> {
  if (claimIds.length === 0) return [];
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.organisationId, organisationId), inArray(claims.id, [...claimIds])));
}
