// Two records of one person made one: what moves, and the note of it that lets it be undone. Sealed values stay where they are,
// except the account, which is sealed for its person.
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Instant } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import {
  bankDetails,
  claims,
  costRequests,
  earlierContacts,
  invitations,
  meetings,
  people,
  personMerges,
  staff,
  vouchers,
} from "../schema.ts";
import type { Person } from "./people.ts";

export type PersonMerge = typeof personMerges.$inferSelect;
export type { MovedByMerge } from "../schema.ts";

/** The merges into a person, the newest first, each with the record that was merged. */
export async function listMergesInto(
  db: Db,
  organisationId: string,
  intoId: string,
): Promise<readonly { readonly merge: PersonMerge; readonly from: Person }[]> {
  return db
    .select({ merge: personMerges, from: people })
    .from(personMerges)
    .innerJoin(people, eq(people.id, personMerges.fromId))
    .where(and(eq(personMerges.organisationId, organisationId), eq(personMerges.intoId, intoId)))
    .orderBy(desc(personMerges.mergedAt), desc(asWritten(personMerges)));
}

/** One merge of an organisation. */
export async function findMerge(db: Db, organisationId: string, id: string): Promise<PersonMerge | undefined> {
  const [found] = await db
    .select()
    .from(personMerges)
    .where(and(eq(personMerges.organisationId, organisationId), eq(personMerges.id, id)));
  return found;
}

/** Keeps the note of a merge. */
export async function addMerge(tx: Tx, merge: typeof personMerges.$inferInsert): Promise<void> {
  await tx.insert(personMerges).values(merge);
}

/** Notes that a merge was undone; says whether it still stood. */
export async function endMerge(tx: Tx, id: string, by: string, at: Instant): Promise<boolean> {
  const changed = await tx
    .update(personMerges)
    .set({ undoneBy: by, undoneAt: at })
    .where(and(eq(personMerges.id, id), isNull(personMerges.undoneAt)))
    .returning({ id: personMerges.id });
  return changed.length === 1;
}

/** The claims of a person with their state. */
export async function listClaimStates(
  db: Db,
  personId: string,
): Promise<readonly Pick<typeof claims.$inferSelect, "id" | "state" | "invitationId">[]> {
  return db
    .select({ id: claims.id, state: claims.state, invitationId: claims.invitationId })
    .from(claims)
    .where(eq(claims.personId, personId));
}

/** The meetings two people are both invited to. */
export async function listSharedMeetings(
  db: Db,
  oneId: string,
  otherId: string,
): Promise<readonly Pick<typeof meetings.$inferSelect, "id" | "reference" | "name" | "date">[]> {
  const ofOne = db.select({ id: invitations.meetingId }).from(invitations).where(eq(invitations.personId, oneId));
  return db
    .select({ id: meetings.id, reference: meetings.reference, name: meetings.name, date: meetings.date })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(and(eq(invitations.personId, otherId), inArray(invitations.meetingId, ofOne)));
}

/** The two invitations of two records to each of some meetings. */
export async function listInvitationPairs(
  db: Db,
  keptPersonId: string,
  otherPersonId: string,
  meetingIds: readonly string[],
): Promise<readonly { readonly keptId: string; readonly otherId: string }[]> {
  const found = await db
    .select({ id: invitations.id, meetingId: invitations.meetingId, personId: invitations.personId })
    .from(invitations)
    .where(and(inArray(invitations.meetingId, [...meetingIds]), inArray(invitations.personId, [keptPersonId, otherPersonId])));
  const of = (meetingId: string, personId: string) => found.find((one) => one.meetingId === meetingId && one.personId === personId);
  return meetingIds.flatMap((meetingId) => {
    const [kept, other] = [of(meetingId, keptPersonId), of(meetingId, otherPersonId)];
    return kept === undefined || other === undefined ? [] : [{ keptId: kept.id, otherId: other.id }];
  });
}

/** What hangs from a person and can move: by id. Past invitations of meetings both went to are left out by the caller. */
export type Belongings = {
  readonly invitations: readonly string[];
  readonly claims: readonly string[];
  readonly costRequests: readonly string[];
  readonly vouchers: readonly string[];
  readonly staff: readonly string[];
};

/** Everything of a person that a merge moves, save what belongs to the meetings named. */
export async function listBelongings(tx: Tx, personId: string, exceptMeetings: readonly string[]): Promise<Belongings> {
  const except = new Set(exceptMeetings);
  const invited = await tx
    .select({ id: invitations.id, meetingId: invitations.meetingId })
    .from(invitations)
    .where(eq(invitations.personId, personId));
  const theirs = invited.filter(({ meetingId }) => !except.has(meetingId)).map(({ id }) => id);
  const given = await tx.select({ id: vouchers.id }).from(vouchers).where(eq(vouchers.personId, personId));
  const accounts = await tx.select({ id: staff.id }).from(staff).where(eq(staff.personId, personId));
  return {
    invitations: theirs,
    ...(await listMoneyOf(tx, theirs)),
    vouchers: given.map(({ id }) => id),
    staff: accounts.map(({ id }) => id),
  };
}

/** The claims and requests for money that belong to invitations: they go where their invitation goes. */
export async function listMoneyOf(tx: Tx, invitationIds: readonly string[]): Promise<Pick<Belongings, "claims" | "costRequests">> {
  const claimed = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(inArray(claims.invitationId, [...invitationIds]));
  const asked = await tx
    .select({ id: costRequests.id })
    .from(costRequests)
    .where(inArray(costRequests.invitationId, [...invitationIds]));
  return { claims: claimed.map(({ id }) => id), costRequests: asked.map(({ id }) => id) };
}

/** Gives things of one person to another. What has meanwhile gone to somebody else stays there. */
export async function moveBelongings(tx: Tx, things: Belongings, from: string, to: string): Promise<void> {
  const owner = { personId: to };
  await tx
    .update(invitations)
    .set(owner)
    .where(and(inArray(invitations.id, [...things.invitations]), eq(invitations.personId, from)));
  await tx
    .update(claims)
    .set(owner)
    .where(and(inArray(claims.id, [...things.claims]), eq(claims.personId, from)));
  await tx
    .update(costRequests)
    .set(owner)
    .where(and(inArray(costRequests.id, [...things.costRequests]), eq(costRequests.personId, from)));
  await tx
    .update(vouchers)
    .set(owner)
    .where(and(inArray(vouchers.id, [...things.vouchers]), eq(vouchers.personId, from)));
  await tx
    .update(staff)
    .set(owner)
    .where(and(inArray(staff.id, [...things.staff]), eq(staff.personId, from)));
}

/** Takes away the account of a person, once it was sealed for somebody else. */
export async function dropBankDetails(tx: Tx, personId: string): Promise<void> {
  await tx.delete(bankDetails).where(eq(bankDetails.personId, personId));
}

/** Takes away earlier contacts that came with a record that turned out to be somebody else's. */
export async function dropEarlierContacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(earlierContacts).where(inArray(earlierContacts.id, [...ids]));
}
