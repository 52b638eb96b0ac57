// Finding and deleting everything that is about one person. What it means that something goes or stays is decided by the service.
import { and, eq, getTableColumns, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  accessAnswers,
  adviserRequests,
  answeringTogether,
  arrangements,
  arrivals,
  bankDetails,
  benefitAnswers,
  bookings,
  claimCodes,
  claimFindings,
  claimLines,
  claims,
  claimSteps,
  claimTyping,
  costRequests,
  dataRequests,
  dateAnswers,
  dayProblems,
  dayRoles,
  declaredTies,
  earlierContacts,
  earlierOffers,
  erasures,
  evaluations,
  exceptionReviews,
  feedback,
  files,
  grants,
  heldForms,
  imports,
  intents,
  invitations,
  joinedInvitations,
  joiningInstructions,
  keptApart,
  leavePlans,
  letterRequests,
  meetings,
  outbox,
  outcomes,
  payeeRecords,
  paymentChoices,
  paymentComplaints,
  paymentRunLines,
  people,
  personMerges,
  series,
  shownCards,
  staff,
  suppliers,
  unnamedFeedback,
  venuePhotos,
  venueProblems,
  venueRequests,
  venues,
  venueStatements,
  vouchers,
  writtenToDos,
} from "../schema.ts";
import type { Sealed } from "../vault.ts";

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
  readonly costRequests: readonly { readonly id: string; readonly invitationId: string; readonly state: string }[];
  readonly vouchers: number;
  readonly payments: number;
  readonly ties: number;
};

/** What hangs from some records. */
export async function findHanging(db: Db, personIds: readonly string[]): Promise<Hanging> {
  const ids = [...personIds];
  return {
    invitations: await db
      .select({ id: invitations.id, meetingId: invitations.meetingId })
      .from(invitations)
      .where(inArray(invitations.personId, ids)),
    claims: await db.select().from(claims).where(inArray(claims.personId, ids)),
    costRequests: await db
      .select({ id: costRequests.id, invitationId: costRequests.invitationId, state: costRequests.state })
      .from(costRequests)
      .where(inArray(costRequests.personId, ids)),
    vouchers: await db.$count(vouchers, inArray(vouchers.personId, ids)),
    payments: await db.$count(paymentRunLines, inArray(paymentRunLines.personId, ids)),
    ties: await db.$count(declaredTies, inArray(declaredTies.personId, ids)),
  };
}

async function drop(tx: Tx, table: SQLiteTable, column: SQLiteColumn, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return (
    await tx
      .delete(table)
      .where(inArray(column, [...ids]))
      .returning()
  ).length;
}

/** What somebody said they need and can do, and what was written to them because of it. */
export async function dropAnswers(tx: Tx, invitationIds: readonly string[]): Promise<number> {
  let gone = 0;
  for (const table of [accessAnswers, dateAnswers, answeringTogether, joiningInstructions, arrivals, shownCards, feedback])
    gone += await drop(tx, table, table.invitationId, invitationIds);
  return gone;
}

/** Answers about benefits, and what was asked of an adviser or for a letter. */
export async function dropPrivateAnswers(tx: Tx, invitationIds: readonly string[]): Promise<number> {
  let gone = 0;
  for (const table of [benefitAnswers, adviserRequests, letterRequests]) gone += await drop(tx, table, table.invitationId, invitationIds);
  return gone;
}

/** Choices about payment. */
export async function dropPaymentChoices(tx: Tx, invitationIds: readonly string[]): Promise<number> {
  return drop(tx, paymentChoices, paymentChoices.invitationId, invitationIds);
}

/** Plans to leave safely. */
export async function dropLeavePlans(tx: Tx, invitationIds: readonly string[]): Promise<number> {
  return drop(tx, leavePlans, leavePlans.invitationId, invitationIds);
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
export async function dropClaims(tx: Tx, claimIds: readonly string[]): Promise<number> {
  for (const table of [claimLines, claimFindings, paymentComplaints, claimCodes, claimTyping, claimSteps])
    await drop(tx, table, table.claimId, claimIds);
  return drop(tx, claims, claims.id, claimIds);
}

/** Money asked for before a meeting. */
export async function dropCostRequests(tx: Tx, ids: readonly string[]): Promise<number> {
  return drop(tx, costRequests, costRequests.id, ids);
}

/** Files' rows; what is on disk is the service's. */
export async function dropFiles(tx: Tx, ids: readonly string[]): Promise<number> {
  return drop(tx, files, files.id, ids);
}

/** Bank details, and how finance made sure of them. */
export async function dropAccounts(tx: Tx, personIds: readonly string[]): Promise<number> {
  const gone = await drop(tx, bankDetails, bankDetails.personId, personIds);
  return gone + (await drop(tx, payeeRecords, payeeRecords.personId, personIds));
}

/** Ways somebody could be reached before. */
export async function dropEarlierContactsOf(tx: Tx, personIds: readonly string[]): Promise<number> {
  return drop(tx, earlierContacts, earlierContacts.personId, personIds);
}

/** Private links to some invitations, and with them whatever was let in by them. */
export async function dropLinks(tx: Tx, invitationIds: readonly string[]): Promise<number> {
  if (invitationIds.length === 0) return 0;
  const which = and(eq(grants.kind, "invitation"), inArray(grants.subjectId, [...invitationIds]));
  return (await tx.delete(grants).where(which).returning({ id: grants.id })).length;
}

/** Invitations with what was offered in them. Everything else that hangs from them goes first. */
export async function dropInvitations(tx: Tx, ids: readonly string[]): Promise<number> {
  await drop(tx, earlierOffers, earlierOffers.invitationId, ids);
  return drop(tx, invitations, invitations.id, ids);
}

/** What somebody said beside the reply, on invitations that money keeps. */
export async function emptyInvitations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(invitations)
      .set({ afterNo: null, notForMe: null })
      .where(inArray(invitations.id, [...ids]));
}

/** Notes of records that were joined, and of invitations that were. */
export async function dropMerges(tx: Tx, personIds: readonly string[], invitationIds: readonly string[]): Promise<number> {
  const ids = [...personIds];
  const merges = await tx
    .select({ id: personMerges.id })
    .from(personMerges)
    .where(or(inArray(personMerges.fromId, ids), inArray(personMerges.intoId, ids)));
  const mergeIds = merges.map(({ id }) => id);
  await drop(tx, joinedInvitations, joinedInvitations.mergeId, mergeIds);
  await drop(tx, joinedInvitations, joinedInvitations.keptId, invitationIds);
  await drop(tx, joinedInvitations, joinedInvitations.otherId, invitationIds);
  return drop(tx, personMerges, personMerges.id, mergeIds);
}

/** What people asked of us about their data. */
export async function dropDataRequests(tx: Tx, personIds: readonly string[]): Promise<number> {
  return drop(tx, dataRequests, dataRequests.personId, personIds);
}

/** Messages about some things, and those sent to addresses that are nobody else's. */
export async function dropMessages(
  tx: Tx,
  organisationId: string,
  about: readonly string[],
  recipients: readonly string[],
): Promise<number> {
  const which = and(
    eq(outbox.organisationId, organisationId),
    or(inArray(outbox.aboutId, [...about]), inArray(sql`lower(${outbox.recipient})`, [...recipients])),
  );
  return (await tx.delete(outbox).where(which).returning({ id: outbox.id })).length;
}

/** Of some addresses and numbers, those that other people on file have too. */
export async function listSharedContacts(db: Db, organisationId: string, contacts: readonly string[], except: readonly string[]) {
  const others = (await db.select().from(people).where(eq(people.organisationId, organisationId))).filter(({ id }) => !except.includes(id));
  const taken = new Set(others.flatMap(({ email, phone, address }) => [email, phone, address].map((one) => one.toLowerCase())));
  const colleagues = await db.select({ email: staff.email }).from(staff).where(eq(staff.organisationId, organisationId));
  for (const { email } of colleagues) taken.add(email.toLowerCase());
  return contacts.filter((one) => taken.has(one.toLowerCase()));
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
export async function dropComplaints(tx: Tx, claimIds: readonly string[]): Promise<number> {
  return drop(tx, paymentComplaints, paymentComplaints.claimId, claimIds);
}

/** Deletes records nothing needs any more; a member of staff who was this person as well is no longer tied to it. */
export async function dropRecords(tx: Tx, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  await drop(tx, declaredTies, declaredTies.personId, personIds);
  await tx
    .update(staff)
    .set({ personId: null })
    .where(inArray(staff.personId, [...personIds]));
  return drop(tx, people, people.id, personIds);
}

/** Changes a record that has to stay. */
export async function saveRecord(tx: Tx, id: string, change: Partial<ErasedRecord>): Promise<void> {
  await tx
    .update(people)
    .set({ ...change, version: sql`${people.version} + 1` })
    .where(eq(people.id, id));
}

/** Those of some records that money keeps: by a claim, a payment, a voucher or money paid before a meeting. */
export async function listRecordsWithMoney(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...personIds];
  const found = await Promise.all(
    [claims, paymentRunLines, vouchers, costRequests].map(async (table) =>
      db.selectDistinct({ id: table.personId }).from(table).where(inArray(table.personId, ids)),
    ),
  );
  return new Set(found.flat().flatMap(({ id }) => (id === null ? [] : [id])));
}

/** People who asked to be deleted and of whom something is kept for now. */
export async function listErasedPeople(db: Db, organisationId: string): Promise<readonly ErasedRecord[]> {
  return db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), isNotNull(people.erasedAt), isNull(people.mergedInto)));
}

/** Whether somebody has a claim that is still kept whole, and whether one of them is not paid. */
export async function findLeftOfClaims(
  db: Db,
  personIds: readonly string[],
): Promise<{ readonly whole: boolean; readonly underWay: boolean }> {
  const whole = await db
    .select({ state: claims.state })
    .from(claims)
    .where(and(inArray(claims.personId, [...personIds]), isNull(claims.reducedAt)));
  return { whole: whole.length > 0, underWay: whole.some(({ state }) => state !== "paid" && state !== "open") };
}

// ---- What others wrote ----

/** Plain columns somebody may have written a name into, of the rows of an organisation. */
const writtenFreely: readonly {
  readonly table: SQLiteTable;
  readonly organisation: SQLiteColumn;
  readonly columns: readonly SQLiteColumn[];
}[] = [
  {
    table: bookings,
    organisation: bookings.organisationId,
    columns: [bookings.whoIsComing, bookings.note, bookings.evidence, bookings.owner, bookings.supplierContact],
  },
  { table: dayRoles, organisation: dayRoles.organisationId, columns: [dayRoles.name, dayRoles.phone] },
  { table: meetings, organisation: meetings.organisationId, columns: [meetings.name, meetings.about, meetings.asked, meetings.costsOther] },
  {
    table: venueRequests,
    organisation: venueRequests.organisationId,
    columns: [venueRequests.extraLine, venueRequests.sentTo, venueRequests.answeredBy],
  },
  { table: venueProblems, organisation: venueProblems.organisationId, columns: [venueProblems.what, venueProblems.fixedHow] },
  { table: venueStatements, organisation: venueStatements.organisationId, columns: [venueStatements.note] },
  { table: venuePhotos, organisation: venuePhotos.organisationId, columns: [venuePhotos.shows] },
  { table: venues, organisation: venues.organisationId, columns: [venues.notes] },
  { table: suppliers, organisation: suppliers.organisationId, columns: [suppliers.notes] },
  { table: series, organisation: series.organisationId, columns: [series.name] },
  { table: exceptionReviews, organisation: exceptionReviews.organisationId, columns: [exceptionReviews.found] },
];

/** Rewrites what others wrote freely, where it changes; says how many texts did. */
export async function rewritePlain(tx: Tx, organisationId: string, rewrite: (text: string) => string): Promise<number> {
  let changed = 0;
  for (const { table, organisation, columns } of writtenFreely) {
    for (const column of columns) {
      const found = await tx
        .selectDistinct({ text: sql<string>`${column}` })
        .from(table)
        .where(and(eq(organisation, organisationId), ne(column, "")));
      for (const { text } of found) {
        const rest = rewrite(text);
        if (rest === text) continue;
        changed += 1;
        await tx.run(
          sql`UPDATE ${table} SET ${sql.identifier(column.name)} = ${rest} WHERE ${organisation} = ${organisationId} AND ${column} = ${text}`,
        );
      }
    }
  }
  for (const { id, agenda } of await tx
    .select({ id: meetings.id, agenda: meetings.agenda })
    .from(meetings)
    .where(eq(meetings.organisationId, organisationId))) {
    const rest = agenda.map((item) => ({ ...item, title: rewrite(item.title) }));
    if (rest.every(({ title }, at) => title === agenda[at]?.title)) continue;
    changed += 1;
    await tx.update(meetings).set({ agenda: rest }).where(eq(meetings.id, id));
  }
  return changed;
}

/** Takes away roles on the day that were this person's. */
export async function dropRolesNamed(tx: Tx, organisationId: string, name: string): Promise<number> {
  const which = and(eq(dayRoles.organisationId, organisationId), eq(dayRoles.name, name));
  return (await tx.delete(dayRoles).where(which).returning({ id: dayRoles.id })).length;
}

/** A sealed text of an organisation and the place it is sealed for. */
export type SealedText = {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly text: Sealed;
  readonly kind: string;
};

/** Everything sealed that coordinators wrote about meetings, and about pairs of people. */
export async function listSealedNotes(db: Db, organisationId: string): Promise<readonly SealedText[]> {
  const from = async (
    table: SQLiteTable,
    organisation: SQLiteColumn,
    key: SQLiteColumn,
    column: SQLiteColumn,
    name: string,
    kind: SQLiteColumn | null = null,
  ) =>
    (
      await db
        .select({ row: sql<string>`${key}`, text: sql<Sealed>`${column}`, kind: kind === null ? sql<string>`''` : sql<string>`${kind}` })
        .from(table)
        .where(and(eq(organisation, organisationId), isNotNull(column)))
    ).map((one) => ({ ...one, table: name, column: column.name }));
  return (
    await Promise.all([
      from(arrangements, arrangements.organisationId, arrangements.id, arrangements.decision, "arrangements", arrangements.kind),
      from(dayProblems, dayProblems.organisationId, dayProblems.id, dayProblems.what, "day_problems"),
      from(keptApart, keptApart.organisationId, keptApart.id, keptApart.details, "kept_apart"),
      from(leavePlans, leavePlans.organisationId, leavePlans.invitationId, leavePlans.plan, "leave_plans"),
      from(
        joiningInstructions,
        joiningInstructions.organisationId,
        joiningInstructions.invitationId,
        joiningInstructions.personalLine,
        "joining_instructions",
      ),
      from(evaluations, evaluations.organisationId, evaluations.meetingId, evaluations.missing, "evaluations"),
      from(evaluations, evaluations.organisationId, evaluations.meetingId, evaluations.differently, "evaluations"),
      from(outcomes, outcomes.organisationId, outcomes.id, outcomes.said, "outcomes"),
      from(outcomes, outcomes.organisationId, outcomes.id, outcomes.did, "outcomes"),
      from(feedback, feedback.organisationId, feedback.invitationId, feedback.answers, "feedback"),
      from(unnamedFeedback, unnamedFeedback.organisationId, unnamedFeedback.id, unnamedFeedback.answers, "unnamed_feedback"),
      from(writtenToDos, writtenToDos.organisationId, writtenToDos.id, writtenToDos.what, "written_to_dos"),
      from(imports, imports.organisationId, imports.id, imports.file, "imports"),
    ])
  ).flat();
}

/** Forms sent before, and forms kept for somebody who was signed out: of the whole installation, because they name no organisation. */
export async function listSealedForms(db: Db): Promise<readonly SealedText[]> {
  const once = await db.select({ row: intents.key, text: intents.result }).from(intents);
  const held = await db.select({ row: heldForms.id, text: heldForms.form }).from(heldForms);
  return [
    ...once.map((one) => ({ ...one, table: "intents", column: "result", kind: "" })),
    ...held.map((one) => ({ ...one, table: "held_forms", column: "form", kind: "" })),
  ];
}

const keysOf: Readonly<Record<string, { readonly table: SQLiteTable; readonly key: SQLiteColumn }>> = {
  arrangements: { table: arrangements, key: arrangements.id },
  day_problems: { table: dayProblems, key: dayProblems.id },
  kept_apart: { table: keptApart, key: keptApart.id },
  leave_plans: { table: leavePlans, key: leavePlans.invitationId },
  joining_instructions: { table: joiningInstructions, key: joiningInstructions.invitationId },
  evaluations: { table: evaluations, key: evaluations.meetingId },
  outcomes: { table: outcomes, key: outcomes.id },
  feedback: { table: feedback, key: feedback.invitationId },
  unnamed_feedback: { table: unnamedFeedback, key: unnamedFeedback.id },
  written_to_dos: { table: writtenToDos, key: writtenToDos.id },
  imports: { table: imports, key: imports.id },
  intents: { table: intents, key: intents.key },
  held_forms: { table: heldForms, key: heldForms.id },
};

/** Deletes the row of a sealed text. */
export async function dropSealed(tx: Tx, { table, row }: SealedText): Promise<void> {
  const found = keysOf[table];
  if (found === undefined) throw new Error(`No sealed texts are known in ${table}`);
  await drop(tx, found.table, found.key, [row]);
}

/** Puts another sealed text in its place; whoever has the row open is told that it changed. */
export async function saveSealed(tx: Tx, { table, column, row }: SealedText, text: Sealed): Promise<void> {
  const found = keysOf[table];
  if (found === undefined) throw new Error(`No sealed texts are known in ${table}`);
  const version = "version" in getTableColumns(found.table) ? sql`, version = version + 1` : sql``;
  await tx.run(sql`UPDATE ${found.table} SET ${sql.identifier(column)} = ${text}${version} WHERE ${found.key} = ${row}`);
}

/** Ends a list that waits to be taken in: the file goes, that there was one stays. */
export async function emptyImport(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.update(imports).set({ file: null, endedAt: at }).where(eq(imports.id, id));
}

/** The names of everybody else on file, to tell whose a single name is. */
export async function listOtherNames(db: Db, organisationId: string, except: readonly string[]): Promise<readonly string[]> {
  const others = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.organisationId, organisationId));
  const colleagues = await db.select({ name: staff.name }).from(staff).where(eq(staff.organisationId, organisationId));
  return [...others.filter(({ id }) => !except.includes(id)), ...colleagues].map(({ name }) => name);
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

/** The ids of every file on record. */
export async function listFileIds(db: Db): Promise<ReadonlySet<string>> {
  return new Set((await db.select({ id: files.id }).from(files)).map(({ id }) => id));
}
