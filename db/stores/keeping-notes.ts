// Erasing what others wrote and what the program kept for its own work, a batch at a time: notes, messages, merged records, leftovers.
import { and, eq, inArray, isNotNull, isNull, lt, ne, not, notInArray, or, sql, exists, type SQL } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "../open.ts";
import {
  arrangements,
  arrivals,
  attempts,
  bankDetails,
  bookings,
  claims,
  costRequests,
  dateAnswers,
  dayBreaks,
  dayChecks,
  dayProblems,
  dayRoles,
  earlierContacts,
  earlierOffers,
  evaluations,
  files,
  heldForms,
  imports,
  intents,
  invitations,
  joinedInvitations,
  keptApart,
  meetings,
  outbox,
  outcomes,
  payeeRecords,
  people,
  personMerges,
  printJobs,
  sessions,
  shownCards,
  signInLinks,
  toDoMarks,
  writtenToDos,
} from "../schema.ts";

// Meetings of an organisation that were before a day. One nobody ever gave a date counts from a year after it was made.
function meetingsBefore(tx: Tx, organisationId: string, before: CalendarDate) {
  return tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.organisationId, organisationId),
        lt(sql`coalesce(${meetings.date}, date(substr(${meetings.createdAt}, 1, 10), '+1 year'))`, before),
      ),
    );
}

async function eraseOf(tx: Tx, table: SQLiteTable, which: SQL | undefined, most: number): Promise<number> {
  const found = await tx
    .select({ row: sql<number>`rowid` })
    .from(table)
    .where(which)
    .limit(most);
  if (found.length === 0) return 0;
  await tx.delete(table).where(
    inArray(
      sql`rowid`,
      found.map(({ row }) => row),
    ),
  );
  return found.length;
}

/** What was decided about what people need, with whom it was talked over, and which days they could do, for meetings before a day. */
export async function erasePlanNotes(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const over = meetingsBefore(tx, organisationId, before);
  const asked = tx.select({ id: invitations.id }).from(invitations).where(inArray(invitations.meetingId, over));
  return (
    (await eraseOf(tx, arrangements, inArray(arrangements.meetingId, over), most)) +
    (await eraseOf(tx, toDoMarks, inArray(toDoMarks.meetingId, over), most)) +
    (await eraseOf(tx, dateAnswers, inArray(dateAnswers.invitationId, asked), most))
  );
}

/**
 * Who did what on the day, who came, what went wrong, what was noted on bookings; and pairs that are kept apart no longer. What people
 * were told has changed goes for meetings before a day of its own; that they were told stays on the meeting.
 */
export async function eraseDayNotes(
  tx: Tx,
  organisationId: string,
  { before, outcomesBefore }: { readonly before: CalendarDate; readonly outcomesBefore: CalendarDate },
  most: number,
): Promise<number> {
  const over = meetingsBefore(tx, organisationId, before);
  const asked = tx.select({ id: invitations.id }).from(invitations).where(inArray(invitations.meetingId, over));
  let gone = await eraseOf(tx, outcomes, inArray(outcomes.meetingId, meetingsBefore(tx, organisationId, outcomesBefore)), most);
  for (const table of [dayProblems, dayRoles, dayChecks, dayBreaks, evaluations, writtenToDos])
    gone += await eraseOf(tx, table, inArray(table.meetingId, over), most);
  for (const table of [arrivals, shownCards]) gone += await eraseOf(tx, table, inArray(table.invitationId, asked), most);
  gone += await eraseOf(
    tx,
    keptApart,
    and(eq(keptApart.organisationId, organisationId), isNotNull(keptApart.endedAt), lt(keptApart.endedAt, sql`${before}`)),
    most,
  );
  const noted = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        inArray(bookings.meetingId, over),
        or(ne(bookings.whoIsComing, ""), ne(bookings.note, ""), ne(bookings.owner, ""), ne(bookings.evidence, "")),
      ),
    )
    .limit(most);
  if (noted.length > 0)
    await tx
      .update(bookings)
      .set({ whoIsComing: "", note: "", owner: "", evidence: "" })
      .where(
        inArray(
          bookings.id,
          noted.map(({ id }) => id),
        ),
      );
  return gone + noted.length;
}

/** Empties messages that were made before a day and are not on their way: that they were sent, and when, stays. */
export async function emptyMessages(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const found = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.organisationId, organisationId),
        notInArray(outbox.state, ["waiting", "sending"]),
        lt(sql`coalesce(${outbox.sentAt}, ${outbox.createdAt})`, before),
        or(ne(outbox.recipient, ""), ne(outbox.subject, ""), isNotNull(outbox.body), ne(outbox.problem, "")),
      ),
    )
    .limit(most);
  if (found.length > 0)
    await tx
      .update(outbox)
      .set({ recipient: "", subject: "", body: null, problem: "" })
      .where(
        inArray(
          outbox.id,
          found.map(({ id }) => id),
        ),
      );
  return found.length;
}

/** How two records became one, where that was before a day. The record that went is emptied: they are taken apart no longer. */
export async function eraseMerges(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const found = await tx
    .select({ id: personMerges.id, fromId: personMerges.fromId, undoneAt: personMerges.undoneAt })
    .from(personMerges)
    .where(
      and(eq(personMerges.organisationId, organisationId), lt(sql`coalesce(${personMerges.undoneAt}, ${personMerges.mergedAt})`, before)),
    )
    .limit(most);
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  await tx.delete(joinedInvitations).where(inArray(joinedInvitations.mergeId, ids));
  await tx.delete(personMerges).where(inArray(personMerges.id, ids));
  const kept = sql<string>`(SELECT kept.name FROM people AS kept WHERE kept.id = ${people.mergedInto})`;
  await tx
    .update(people)
    .set({ name: kept, email: "", phone: "", address: "", safeContact: null, agreedAt: null })
    .where(
      and(
        inArray(
          people.id,
          found.filter(({ undoneAt }) => undoneAt === null).map(({ fromId }) => fromId),
        ),
        isNotNull(people.mergedInto),
      ),
    );
  return found.length;
}

/** Invitations to meetings before a day with no claim in them, with the reply, the choice about payment and what was asked for before. */
export async function eraseOtherInvitations(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const hasClaim = tx
    .select({ one: sql`1` })
    .from(claims)
    .where(eq(claims.invitationId, invitations.id));
  const wasPaidBefore = tx
    .select({ one: sql`1` })
    .from(costRequests)
    .where(and(eq(costRequests.invitationId, invitations.id), inArray(costRequests.state, ["booked", "money-authorised", "money-sent"])));
  const found = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        inArray(invitations.meetingId, meetingsBefore(tx, organisationId, before)),
        not(exists(hasClaim)),
        not(exists(wasPaidBefore)),
        // Whoever asked us to keep their answers is asked about them next time.
        sql`NOT EXISTS (SELECT 1 FROM access_answers WHERE access_answers.invitation_id = ${invitations.id})`,
      ),
    )
    .limit(most);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(earlierOffers).where(inArray(earlierOffers.invitationId, ids));
  await tx.delete(costRequests).where(inArray(costRequests.invitationId, ids));
  await tx.delete(invitations).where(inArray(invitations.id, ids));
  return ids.length;
}

/** What was said with a no, on invitations that money keeps. */
export async function emptyDeclined(tx: Tx, organisationId: string, before: CalendarDate): Promise<void> {
  const over = meetingsBefore(tx, organisationId, before);
  await tx
    .update(invitations)
    .set({ afterNo: null })
    .where(and(inArray(invitations.meetingId, over), isNotNull(invitations.afterNo)));
}

/** Earlier ways to reach people and finance's checks of accounts, from before a day, of people who have no account on file any more. */
export async function eraseAccountHistory(tx: Tx, organisationId: string, before: CalendarDate, most: number): Promise<number> {
  const onFile = tx.select({ id: bankDetails.personId }).from(bankDetails);
  const own = tx.select({ id: people.id }).from(people).where(eq(people.organisationId, organisationId));
  const of = (person: SQLiteColumn, at: SQLiteColumn) =>
    and(inArray(person, own), notInArray(person, onFile), lt(sql`substr(${at}, 1, 10)`, before));
  return (
    (await eraseOf(tx, earlierContacts, of(earlierContacts.personId, earlierContacts.replacedAt), most)) +
    (await eraseOf(tx, payeeRecords, of(payeeRecords.personId, payeeRecords.at), most))
  );
}

/** Lists nobody took in, of an organisation. */
export async function eraseOldImports(tx: Tx, organisationId: string, before: CalendarDate, at: Instant): Promise<number> {
  const which = and(eq(imports.organisationId, organisationId), isNotNull(imports.file), lt(imports.createdAt, sql`${before}`));
  return (await tx.update(imports).set({ file: null, endedAt: at }).where(which).returning({ id: imports.id })).length;
}

/** What the installation keeps for its own work, from before a day: forms answered, forms held, sessions and links of nobody. */
export async function eraseLeftovers(tx: Tx, before: CalendarDate, now: Instant, most: number): Promise<number> {
  return (
    (await eraseOf(tx, intents, lt(intents.at, sql`${before}`), most)) +
    (await eraseOf(tx, heldForms, lt(heldForms.heldAt, sql`${before}`), most)) +
    (await eraseOf(tx, attempts, lt(attempts.since, sql`${before}`), most)) +
    (await eraseOf(tx, signInLinks, lt(signInLinks.expiresAt, now), most)) +
    (await eraseOf(tx, sessions, lt(sessions.usedAt, sql`${before}`), most))
  );
}

/** The files of prints that were made before a day. */
export async function listOldPrints(db: Db, organisationId: string, before: CalendarDate, most: number): Promise<readonly string[]> {
  const found = await db
    .select({ fileId: printJobs.fileId })
    .from(printJobs)
    .where(and(eq(printJobs.organisationId, organisationId), isNotNull(printJobs.fileId), lt(printJobs.startedAt, sql`${before}`)))
    .limit(most);
  return found.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
}

/** Takes the files of prints off the record; that there was a print stays. */
export async function erasePrints(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .update(printJobs)
    .set({ fileId: null })
    .where(inArray(printJobs.fileId, [...fileIds]));
  await tx.delete(files).where(inArray(files.id, [...fileIds]));
}

/** Claims of people who asked to be deleted and whose claims are all reduced have a name no more; see erasing.server.ts. */
export async function isErased(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.erasedAt), isNull(people.mergedInto)));
  return found.length === 1;
}
