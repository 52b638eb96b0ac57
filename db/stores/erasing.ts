// Finding and deleting everything that is about one person. What it means that something goes or stays is decided by the service.
import { and, eq, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  accessAnswers,
  adviserRequests,
  answeringTogether,
  arrivals,
  bankDetails,
  benefitAnswers,
  claimCodes,
  claimExceptionReviews,
  claimFindings,
  claimLines,
  claims,
  claimSteps,
  claimTyping,
  costRequests,
  dataRequests,
  dateAnswers,
  declaredTies,
  earlierContacts,
  earlierOffers,
  erasures,
  feedback,
  files,
  grants,
  invitations,
  joinedInvitations,
  joiningInstructions,
  leavePlans,
  letterRequests,
  meetings,
  outbox,
  payeeRecords,
  paymentChoices,
  paymentComplaints,
  paymentRunLines,
  people,
  personMerges,
  shownCards,
  staff,
  vouchers,
} from "../schema.ts";

export type ErasedRecord = typeof people.$inferSelect;
export type Erasure = typeof erasures.$inferSelect;

/** A person's record with every record that was merged into it, one after another; the record itself comes first. */
export async function listAllRecordsOf(db: Db, organisationId: string, personId: string): Promise<readonly ErasedRecord[]> {
  const all = await db.select().from(people).where(eq(people.organisationId, organisationId));
  const found = all.filter(({ id }) => id === personId);
  for (const one of found) found.push(...all.filter(({ mergedInto }) => mergedInto === one.id));
  return found;
}

export type Hanging = {
  readonly invitations: readonly { readonly id: string; readonly meetingId: string }[];
  readonly claims: readonly (typeof claims.$inferSelect)[];
  /** The claims that are in a payment run, were paid in vouchers or were looked at as an exception: the accounts need those. */
  readonly claimsInAccounts: ReadonlySet<string>;
  readonly costRequests: readonly {
    readonly id: string;
    readonly personId: string;
    readonly invitationId: string;
    readonly state: string;
  }[];
  /** Whose each is. */
  readonly vouchers: readonly (string | null)[];
  readonly payments: readonly string[];
  readonly merges: readonly string[];
};

/** What hangs from some records. */
export async function findHanging(db: Db, personIds: readonly string[]): Promise<Hanging> {
  const ids = [...personIds];
  const found = await db.select().from(claims).where(inArray(claims.personId, ids));
  const claimIds = found.map(({ id }) => id);
  const inAccounts = await Promise.all(
    [paymentRunLines, vouchers, claimExceptionReviews].map(async (table) =>
      db.selectDistinct({ id: table.claimId }).from(table).where(inArray(table.claimId, claimIds)),
    ),
  );
  return {
    invitations: await db
      .select({ id: invitations.id, meetingId: invitations.meetingId })
      .from(invitations)
      .where(inArray(invitations.personId, ids)),
    claims: found,
    claimsInAccounts: new Set(inAccounts.flat().flatMap(({ id }) => (id === null ? [] : [id]))),
    costRequests: await db
      .select({
        id: costRequests.id,
        personId: costRequests.personId,
        invitationId: costRequests.invitationId,
        state: costRequests.state,
      })
      .from(costRequests)
      .where(inArray(costRequests.personId, ids)),
    vouchers: (await db.select({ id: vouchers.personId }).from(vouchers).where(inArray(vouchers.personId, ids))).map(({ id }) => id),
    payments: (await db.select({ id: paymentRunLines.personId }).from(paymentRunLines).where(inArray(paymentRunLines.personId, ids))).map(
      ({ id }) => id,
    ),
    merges: (
      await db
        .select({ id: personMerges.id })
        .from(personMerges)
        .where(or(inArray(personMerges.fromId, ids), inArray(personMerges.intoId, ids)))
    ).map(({ id }) => id),
  };
}

/** Takes rows away and says how many, or only says how many there are: what somebody is told before is counted as it is done after. */
export type Takes = (table: SQLiteTable, which: SQL) => Promise<number>;

/** Counts what would go; changes nothing. */
export function counting(db: Db): Takes {
  return async (table, which) => db.$count(table, which);
}

/** Takes it away. */
export function deleting(tx: Tx): Takes {
  return async (table, which) => (await tx.delete(table).where(which).returning()).length;
}

async function drop(takes: Takes, table: SQLiteTable, column: SQLiteColumn, ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? 0 : takes(table, inArray(column, [...ids]));
}

/** What somebody said they need and can do, and what was written to them because of it. */
export async function dropAnswers(takes: Takes, invitationIds: readonly string[]): Promise<number> {
  let gone = 0;
  for (const table of [accessAnswers, dateAnswers, answeringTogether, joiningInstructions, arrivals, shownCards, feedback])
    gone += await drop(takes, table, table.invitationId, invitationIds);
  return gone;
}

/** Answers about benefits, and what was asked of an adviser or for a letter. */
export async function dropPrivateAnswers(takes: Takes, invitationIds: readonly string[]): Promise<number> {
  let gone = 0;
  for (const table of [benefitAnswers, adviserRequests, letterRequests])
    gone += await drop(takes, table, table.invitationId, invitationIds);
  return gone;
}

/** Choices about payment. */
export async function dropPaymentChoices(takes: Takes, invitationIds: readonly string[]): Promise<number> {
  return drop(takes, paymentChoices, paymentChoices.invitationId, invitationIds);
}

/** Plans to leave safely. */
export async function dropLeavePlans(takes: Takes, invitationIds: readonly string[]): Promise<number> {
  return drop(takes, leavePlans, leavePlans.invitationId, invitationIds);
}

/** The files of some claims, of their costs and of the scanned paper. */
export async function listFilesOf(
  db: Db,
  some: readonly Pick<typeof claims.$inferSelect, "id" | "scanFileId">[],
): Promise<readonly string[]> {
  const lines = await db
    .select({ fileId: claimLines.fileId })
    .from(claimLines)
    .where(
      and(
        inArray(
          claimLines.claimId,
          some.map(({ id }) => id),
        ),
        isNotNull(claimLines.fileId),
      ),
    );
  return [...lines.map(({ fileId }) => fileId), ...some.map(({ scanFileId }) => scanFileId)].filter((id) => id !== null);
}

/** Claims with everything that hangs from them. Their files are dropped afterwards. */
export async function dropClaims(takes: Takes, claimIds: readonly string[]): Promise<number> {
  for (const table of [claimLines, claimFindings, paymentComplaints, claimCodes, claimTyping, claimSteps])
    await drop(takes, table, table.claimId, claimIds);
  return drop(takes, claims, claims.id, claimIds);
}

/** Money asked for before a meeting. */
export async function dropCostRequests(takes: Takes, ids: readonly string[]): Promise<number> {
  return drop(takes, costRequests, costRequests.id, ids);
}

/** Files' rows; what is on disk is the service's. */
export async function dropFiles(takes: Takes, ids: readonly string[]): Promise<number> {
  return drop(takes, files, files.id, ids);
}

/** Bank details, and how finance made sure of them. */
export async function dropAccounts(takes: Takes, personIds: readonly string[]): Promise<number> {
  const gone = await drop(takes, bankDetails, bankDetails.personId, personIds);
  return gone + (await drop(takes, payeeRecords, payeeRecords.personId, personIds));
}

/** Ways somebody could be reached before. */
export async function dropEarlierContactsOf(takes: Takes, personIds: readonly string[]): Promise<number> {
  return drop(takes, earlierContacts, earlierContacts.personId, personIds);
}

/** Private links to some invitations, and with them whatever was let in by them. */
export async function dropLinks(takes: Takes, invitationIds: readonly string[]): Promise<number> {
  if (invitationIds.length === 0) return 0;
  return takes(grants, all(eq(grants.kind, "invitation"), inArray(grants.subjectId, [...invitationIds])));
}

/** Invitations with what was offered in them. Everything else that hangs from them goes first. */
export async function dropInvitations(takes: Takes, ids: readonly string[]): Promise<number> {
  await drop(takes, earlierOffers, earlierOffers.invitationId, ids);
  return drop(takes, invitations, invitations.id, ids);
}

/** What somebody said beside the reply, on invitations that money keeps. */
export async function emptyInvitations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(invitations)
      .set({ afterNo: null, notForMe: null, version: sql`${invitations.version} + 1` })
      .where(inArray(invitations.id, [...ids]));
}

/** Notes of records that were joined, and of invitations that were. */
export async function dropMerges(takes: Takes, mergeIds: readonly string[], invitationIds: readonly string[]): Promise<number> {
  await drop(takes, joinedInvitations, joinedInvitations.mergeId, mergeIds);
  await drop(takes, joinedInvitations, joinedInvitations.keptId, invitationIds);
  await drop(takes, joinedInvitations, joinedInvitations.otherId, invitationIds);
  return drop(takes, personMerges, personMerges.id, mergeIds);
}

/** What people asked of us about their data. */
export async function dropDataRequests(takes: Takes, personIds: readonly string[]): Promise<number> {
  return drop(takes, dataRequests, dataRequests.personId, personIds);
}

/** Messages about some things, and those sent to addresses that are nobody else's. */
export async function dropMessages(
  takes: Takes,
  organisationId: string,
  about: readonly string[],
  recipients: readonly string[],
): Promise<number> {
  const theirs = any(inArray(outbox.aboutId, [...about]), inArray(sql`lower(${outbox.recipient})`, [...recipients]));
  return takes(outbox, all(eq(outbox.organisationId, organisationId), theirs));
}

// Conditions that are all there: none of them is ever left out.
function all(one: SQL, other: SQL): SQL {
  return sql`(${one} AND ${other})`;
}
function any(one: SQL, other: SQL): SQL {
  return sql`(${one} OR ${other})`;
}

/** The ways to reach everybody else on file and colleagues, to tell which ones are one person's own. */
export async function listOtherContacts(db: Db, organisationId: string, except: readonly string[]): Promise<readonly string[]> {
  const others = (await db.select().from(people).where(eq(people.organisationId, organisationId))).filter(({ id }) => !except.includes(id));
  const colleagues = await db.select({ email: staff.email }).from(staff).where(eq(staff.organisationId, organisationId));
  return [...others.flatMap(({ email, phone, address }) => [email, phone, address]), ...colleagues.map(({ email }) => email)].filter(
    (one) => one.trim() !== "",
  );
}

/** Complaints about payments of some claims: their ids are what messages are about. */
export async function listComplaintsOf(db: Db, claimIds: readonly string[]): Promise<readonly string[]> {
  if (claimIds.length === 0) return [];
  const found = await db
    .select({ id: paymentComplaints.id })
    .from(paymentComplaints)
    .where(inArray(paymentComplaints.claimId, [...claimIds]));
  return found.map(({ id }) => id);
}

/** What somebody told us went wrong with a payment. */
export async function dropComplaints(takes: Takes, claimIds: readonly string[]): Promise<number> {
  return drop(takes, paymentComplaints, paymentComplaints.claimId, claimIds);
}

/** Records nothing needs any more, with the ties declared to them. Who works here and was one of them is untied first. */
export async function dropRecords(takes: Takes, personIds: readonly string[]): Promise<number> {
  await drop(takes, declaredTies, declaredTies.personId, personIds);
  return drop(takes, people, people.id, personIds);
}

/** Unties members of staff from records that go. */
export async function untieStaff(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .update(staff)
    .set({ personId: null })
    .where(inArray(staff.personId, [...personIds]));
}

/** Changes a record that has to stay. */
export async function saveRecord(tx: Tx, id: string, change: Partial<ErasedRecord>): Promise<void> {
  await tx
    .update(people)
    .set({ ...change, version: sql`${people.version} + 1` })
    .where(eq(people.id, id));
}

/** People who asked to be deleted and of whom something is kept for now. */
export async function listErasedPeople(db: Db, organisationId: string): Promise<readonly ErasedRecord[]> {
  return db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), isNotNull(people.erasedAt), isNull(people.mergedInto)));
}

/** Puts something in place of the name people signed their claims with. */
export async function unsignClaims(tx: Tx, personIds: readonly string[], instead: string): Promise<void> {
  await tx
    .update(claims)
    .set({ signedName: instead, version: sql`${claims.version} + 1` })
    .where(inArray(claims.personId, [...personIds]));
}

/** Money of some people that is still kept: claims that are whole, and what was paid or is to be paid before meetings. */
export type LeftOfMoney = {
  readonly claims: readonly { readonly state: string; readonly sentBackTo: string | null }[];
  /** `from` is the day its time begins: when it was sent, else the meeting, else when it was asked for. */
  readonly costs: readonly { readonly id: string; readonly state: string; readonly from: CalendarDate }[];
};

/** What money still keeps of some people. */
export async function findLeftOfMoney(db: Db, personIds: readonly string[]): Promise<LeftOfMoney> {
  const ids = [...personIds];
  return {
    claims: await db
      .select({ state: claims.state, sentBackTo: claims.sentBackTo })
      .from(claims)
      .where(and(inArray(claims.personId, ids), isNull(claims.reducedAt))),
    costs: await db
      .select({
        id: costRequests.id,
        state: costRequests.state,
        from: sql<CalendarDate>`coalesce(${costRequests.sentOn}, ${meetings.date}, substr(${costRequests.askedAt}, 1, 10))`,
      })
      .from(costRequests)
      .innerJoin(meetings, eq(meetings.id, costRequests.meetingId))
      .where(inArray(costRequests.personId, ids)),
  };
}

// ---- The list of what was done ----

/** Puts on record that somebody was deleted. */
export async function addErasure(tx: Tx, erasure: typeof erasures.$inferInsert): Promise<void> {
  await tx.insert(erasures).values(erasure);
}

/** Who was deleted, by ids that are nobody's, the latest first. */
export async function listErasures(db: Db, organisationId: string, most = 50): Promise<readonly Erasure[]> {
  return db
    .select()
    .from(erasures)
    .where(eq(erasures.organisationId, organisationId))
    .orderBy(sql`${erasures.erasedAt} DESC`, sql`${erasures.id} DESC`)
    .limit(most);
}

/** The note that somebody was deleted, by any of their records. */
export async function findErasureOf(db: Db, organisationId: string, personIds: readonly string[]): Promise<Erasure | undefined> {
  const found = await db.select().from(erasures).where(eq(erasures.organisationId, organisationId));
  return found.find((one) => one.personIds.some((id) => personIds.includes(id)));
}

/** The ids of every file on record. */
export async function listFileIds(db: Db): Promise<ReadonlySet<string>> {
  return new Set((await db.select({ id: files.id }).from(files)).map(({ id }) => id));
}
