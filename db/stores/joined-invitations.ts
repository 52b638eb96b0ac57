// Two invitations of one person to one meeting: finding them, everything that hangs from each, and making them one row by row. Rows are
// taken and put back as they are stored, sealed.
import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  accessAnswers,
  adviserRequests,
  answeringTogether,
  arrivals,
  benefitAnswers,
  claims,
  costRequests,
  dateAnswers,
  earlierOffers,
  feedback,
  grants,
  invitations,
  joinedInvitations,
  joiningInstructions,
  leavePlans,
  letterRequests,
  paymentChoices,
  people,
  personMerges,
  shownCards,
} from "../schema.ts";

export type JoinedInvitation = typeof joinedInvitations.$inferSelect;
export type StoredInvitation = typeof invitations.$inferSelect;
export type StoredRow = Readonly<Record<string, unknown>>;

/** What a person says for one invitation, at most one row of each; the columns are sealed for the invitation. */
export const partsSealedForInvitation = {
  accessAnswers: { table: accessAnswers, columns: ["answers", "sent"] },
  dateAnswers: { table: dateAnswers, columns: ["answers"] },
  leavePlans: { table: leavePlans, columns: ["plan"] },
  joiningInstructions: { table: joiningInstructions, columns: ["personalLine", "readyFacts", "sentFacts"] },
  paymentChoices: { table: paymentChoices, columns: ["choice"] },
  benefitAnswers: { table: benefitAnswers, columns: ["answers"] },
  arrivals: { table: arrivals, columns: [] },
  shownCards: { table: shownCards, columns: [] },
  feedback: { table: feedback, columns: ["answers"] },
} as const;
export type SealedPart = keyof typeof partsSealedForInvitation;

/** What hangs from an invitation by its own id, and moves with its seals. */
export const partsThatMove = {
  adviserRequests: { table: adviserRequests, isOnly: true },
  letterRequests: { table: letterRequests, isOnly: true },
  claims: { table: claims, isOnly: true },
  costRequests: { table: costRequests, isOnly: false },
  earlierOffers: { table: earlierOffers, isOnly: false },
  answeringTogether: { table: answeringTogether, isOnly: false },
} as const;
type MovingPart = keyof typeof partsThatMove;
const movingParts = Object.keys(partsThatMove) as readonly MovingPart[];
export const sealedParts = Object.keys(partsSealedForInvitation) as readonly SealedPart[];

/** Everything of one invitation, as stored. */
export type WholeInvitation = {
  readonly invitation: StoredInvitation;
  readonly sealed: Readonly<Partial<Record<SealedPart, StoredRow>>>;
  readonly moving: Readonly<Partial<Record<MovingPart, readonly StoredRow[]>>>;
};

type Keyed = SQLiteTable & { readonly invitationId: SQLiteColumn };

/** An invitation with everything that hangs from it. */
export async function wholeInvitation(db: Db, id: string): Promise<WholeInvitation | undefined> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, id));
  if (!invitation) return undefined;
  const rowsOf = async (table: Keyed): Promise<readonly StoredRow[]> => db.select().from(table).where(eq(table.invitationId, id));
  const sealed: Partial<Record<SealedPart, StoredRow>> = {};
  for (const part of sealedParts) {
    const [row] = await rowsOf(partsSealedForInvitation[part].table);
    if (row !== undefined) sealed[part] = row;
  }
  const moving: Partial<Record<MovingPart, readonly StoredRow[]>> = {};
  for (const part of movingParts) {
    const rows = await rowsOf(partsThatMove[part].table);
    if (rows.length > 0) moving[part] = rows;
  }
  return { invitation, sealed, moving };
}

/** The other invitation of the same person to the same meeting: of a record that was merged with theirs and not taken apart. */
export async function findTwinInvitation(db: Db, of: { readonly id: string; readonly meetingId: string; readonly personId: string }) {
  const [own] = await db.select({ mergedInto: people.mergedInto }).from(people).where(eq(people.id, of.personId));
  const rootId = own?.mergedInto ?? of.personId;
  const [found] = await db
    .select({ invitation: invitations })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(
      and(eq(invitations.meetingId, of.meetingId), ne(invitations.id, of.id), or(eq(people.id, rootId), eq(people.mergedInto, rootId))),
    );
  return found === undefined ? undefined : { twin: found.invitation, rootId };
}

/** An invitation beside another of the same person to the same meeting; `rootId` is the record that is kept. */
export type TwinInvitation = { readonly invitationId: string; readonly personId: string; readonly rootId: string };

/** Every invitation to a meeting whose person has another there, under a record that was merged with theirs and not taken apart. */
export async function listTwins(db: Db, organisationId: string, meetingId: string): Promise<readonly TwinInvitation[]> {
  const found = await db
    .select({ invitationId: invitations.id, personId: people.id, mergedInto: people.mergedInto })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.meetingId, meetingId)));
  const rooted = found.map(({ invitationId, personId, mergedInto }) => ({ invitationId, personId, rootId: mergedInto ?? personId }));
  return rooted.filter((one) => rooted.some((other) => other.rootId === one.rootId && other.invitationId !== one.invitationId));
}

/** The merge that brought a record and the one it was merged into together, while it stands. */
export async function findStandingMerge(db: Db, fromId: string): Promise<typeof personMerges.$inferSelect | undefined> {
  const [found] = await db
    .select()
    .from(personMerges)
    .where(and(eq(personMerges.fromId, fromId), isNull(personMerges.undoneAt)));
  return found;
}

/** Puts a row in place of whatever stands there for its invitation. */
export async function putPart(tx: Tx, part: SealedPart, row: StoredRow): Promise<void> {
  const { table } = partsSealedForInvitation[part];
  await tx.delete(table).where(eq(table.invitationId, String(row["invitationId"])));
  // A row that was read from this very table.
  await tx.insert(table).values(row as typeof table.$inferInsert);
}

/** Takes a part of an invitation away. */
export async function dropPart(tx: Tx, part: SealedPart, invitationId: string): Promise<void> {
  const { table } = partsSealedForInvitation[part];
  await tx.delete(table).where(eq(table.invitationId, invitationId));
}

/** Gives rows of one invitation to another, and to its person where the row names one. Where only one can stand, the one there stays. */
export async function moveParts(
  tx: Tx,
  whole: WholeInvitation,
  to: { readonly invitationId: string; readonly personId: string; readonly has: WholeInvitation["moving"] },
): Promise<void> {
  for (const part of movingParts) {
    const rows = whole.moving[part] ?? [];
    const { table, isOnly } = partsThatMove[part];
    const ids = rows.map(({ id }) => String(id));
    if (ids.length === 0 || (isOnly && (to.has[part] ?? []).length > 0)) continue;
    const owner = "personId" in table ? { personId: to.personId } : {};
    await tx
      .update(table)
      .set({ invitationId: to.invitationId, ...owner })
      .where(inArray(table.id, ids));
  }
}

/** Takes an invitation away with everything that still hangs from it; it must be kept elsewhere first. */
export async function dropInvitation(tx: Tx, id: string): Promise<void> {
  await tx.delete(earlierOffers).where(eq(earlierOffers.invitationId, id));
  await tx.delete(invitations).where(eq(invitations.id, id));
}

/** Puts an invitation back with what went with it; what moved elsewhere is brought back by id, and what was taken away is put back. */
export async function putInvitationBack(tx: Tx, whole: WholeInvitation): Promise<void> {
  await tx.insert(invitations).values(whole.invitation);
  for (const part of sealedParts) {
    const row = whole.sealed[part];
    if (row !== undefined) await putPart(tx, part, row);
  }
  for (const part of movingParts) {
    const { table } = partsThatMove[part];
    for (const row of whole.moving[part] ?? []) {
      const owner = "personId" in table ? { personId: whole.invitation.personId } : {};
      const back = await tx
        .update(table)
        .set({ invitationId: whole.invitation.id, ...owner })
        .where(eq(table.id, String(row["id"])))
        .returning({ id: table.id });
      // A row that was read from this very table.
      if (back.length === 0) await tx.insert(table).values(row as typeof table.$inferInsert);
    }
  }
}

/** Lets the links to one invitation open another; gives which. */
export async function moveLinks(tx: Tx, from: string, to: string): Promise<readonly string[]> {
  const moved = await tx
    .update(grants)
    .set({ subjectId: to })
    .where(and(eq(grants.kind, "invitation"), eq(grants.subjectId, from)))
    .returning({ id: grants.id });
  return moved.map(({ id }) => id);
}

/** Brings links back to their invitation. */
export async function bringLinksBack(tx: Tx, grantIds: readonly string[], to: string): Promise<void> {
  if (grantIds.length > 0)
    await tx
      .update(grants)
      .set({ subjectId: to })
      .where(inArray(grants.id, [...grantIds]));
}

/** Keeps that two invitations became one. */
export async function addJoined(tx: Tx, row: typeof joinedInvitations.$inferInsert): Promise<void> {
  await tx.insert(joinedInvitations).values(row);
}

/** What a merge brought together and was not taken apart since. */
export async function listJoinedBy(db: Db, mergeId: string): Promise<readonly JoinedInvitation[]> {
  return db
    .select()
    .from(joinedInvitations)
    .where(and(eq(joinedInvitations.mergeId, mergeId), isNull(joinedInvitations.undoneAt)));
}

/** Notes that two invitations are two again. */
export async function endJoined(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(joinedInvitations).set({ undoneAt: at }).where(eq(joinedInvitations.id, id));
}
