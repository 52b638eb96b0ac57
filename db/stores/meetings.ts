// Meetings and the invitations to them.
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import {
  accessAnswers,
  benefitAnswers,
  claims,
  costRequests,
  dateAnswers,
  earlierOffers,
  feedback,
  invitations,
  leavePlans,
  meetings,
  organisations,
  paymentChoices,
  people,
  venues,
} from "../schema.ts";

export type Meeting = typeof meetings.$inferSelect;
export type Invitation = typeof invitations.$inferSelect;
export type { AgendaItem, MeetingMode, MeetingState, MeetingStep, NotForMe, PaidTime, PaymentOffered, Reply } from "../schema.ts";

/** Adds a meeting. */
export async function addMeeting(tx: Tx, meeting: typeof meetings.$inferInsert): Promise<void> {
  await tx.insert(meetings).values(meeting);
}

/** The meeting of an organisation with a reference. */
export async function findMeeting(db: Db, organisationId: string, reference: string): Promise<Meeting | undefined> {
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.organisationId, organisationId), eq(meetings.reference, reference)));
  return found;
}

/** The meeting of an organisation with an id. */
export async function findMeetingById(db: Db, organisationId: string, id: string): Promise<Meeting | undefined> {
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.organisationId, organisationId), eq(meetings.id, id)));
  return found;
}

/** An organisation's meetings: those without a date first, then by date. */
export async function listMeetings(db: Db, organisationId: string): Promise<readonly Meeting[]> {
  return db.select().from(meetings).where(eq(meetings.organisationId, organisationId)).orderBy(asc(meetings.date), asc(meetings.createdAt));
}

/** Those of some meetings that somebody was asked to, in one look. */
export async function listMeetingsWithPeople(db: Db, organisationId: string, meetingIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (meetingIds.length === 0) return new Set();
  const found = await db
    .selectDistinct({ meetingId: invitations.meetingId })
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), inArray(invitations.meetingId, [...meetingIds])));
  return new Set(found.map(({ meetingId }) => meetingId));
}

/** The meetings of every real organisation that still want replies on a day: for the one reminder. The example reminds nobody. */
export async function listMeetingsWantingReplies(db: Db, today: CalendarDate): Promise<readonly Meeting[]> {
  const found = await db
    .select({ meeting: meetings })
    .from(meetings)
    .innerJoin(organisations, eq(organisations.id, meetings.organisationId))
    .where(
      and(
        eq(meetings.state, "open"),
        gte(meetings.replyBy, today),
        isNull(meetings.remindersStoppedAt),
        eq(organisations.isExample, false),
      ),
    );
  return found.map(({ meeting }) => meeting);
}

/** The meetings one follows from: the one it was copied from, and the last before it in its series. And whether one follows from it. */
export async function meetingsAround(
  db: Db,
  meeting: Pick<Meeting, "id" | "organisationId" | "copiedFrom" | "seriesId" | "date">,
): Promise<{ readonly before: readonly Meeting[]; readonly hasNext: boolean }> {
  const { id, copiedFrom, seriesId, date } = meeting;
  const near = (
    await db
      .select()
      .from(meetings)
      .where(
        and(
          eq(meetings.organisationId, meeting.organisationId),
          or(
            eq(meetings.copiedFrom, id),
            copiedFrom === null ? undefined : eq(meetings.id, copiedFrom),
            seriesId === null ? undefined : eq(meetings.seriesId, seriesId),
          ),
        ),
      )
      .orderBy(desc(meetings.date))
  ).filter((one) => one.id !== id && one.state !== "cancelled");
  const inSeries = seriesId === null || date === null ? [] : near.filter((one) => one.seriesId === seriesId && one.date !== null);
  const before = [near.find((one) => one.id === copiedFrom), inSeries.find((one) => one.date !== null && date !== null && one.date < date)];
  return {
    before: [...new Set(before.flatMap((one) => one ?? []))],
    hasNext: near.some((one) => one.copiedFrom === id) || inSeries.some((one) => one.date !== null && date !== null && one.date > date),
  };
}

/** The meetings of every real organisation whose day lies between two days, both left out. The example asks nobody by itself. */
export async function listMeetingsJustOver(
  db: Db,
  between: { readonly after: CalendarDate; readonly before: CalendarDate },
): Promise<readonly Meeting[]> {
  const found = await db
    .select({ meeting: meetings })
    .from(meetings)
    .innerJoin(organisations, eq(organisations.id, meetings.organisationId))
    .where(
      and(
        inArray(meetings.state, ["open", "held"]),
        gt(meetings.date, between.after),
        lt(meetings.date, between.before),
        eq(organisations.isExample, false),
      ),
    );
  return found.map(({ meeting }) => meeting);
}

/** Changes a meeting that is still at the version it was read at; says whether it was. */
export async function saveMeeting(tx: Tx, id: string, version: number, change: Partial<Meeting>): Promise<boolean> {
  const changed = await tx
    .update(meetings)
    .set({ ...change, version: version + 1 })
    .where(and(eq(meetings.id, id), eq(meetings.version, version)))
    .returning({ id: meetings.id });
  return changed.length === 1;
}

/** Asks one person to one meeting; says whether they were not asked before. */
export async function addInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(invitations)
    .values(invitation)
    .onConflictDoNothing({ target: [invitations.meetingId, invitations.personId] })
    .returning({ id: invitations.id });
  return added.length === 1;
}

export type InvitedPerson = { readonly invitation: Invitation; readonly person: typeof people.$inferSelect };

/** Everybody asked to a meeting, by name; without those who asked to be deleted, of whom only finance keeps something. */
export async function listInvited(db: Db, organisationId: string, meetingId: string): Promise<readonly InvitedPerson[]> {
  return db
    .select({ invitation: invitations, person: people })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.meetingId, meetingId),
        isNotNull(invitations.invitedAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** Those of the given invitations whose access answers were sent: not what they say. */
export async function listAnswered(db: Db, invitationIds: readonly string[]): Promise<readonly string[]> {
  if (invitationIds.length === 0) return [];
  const found = await db
    .select({ id: accessAnswers.invitationId })
    .from(accessAnswers)
    .where(and(inArray(accessAnswers.invitationId, [...invitationIds]), isNotNull(accessAnswers.sentAt)));
  return found.map(({ id }) => id);
}

/** One person's invitation to a meeting. */
export async function findInvited(db: Db, organisationId: string, meetingId: string, personId: string): Promise<InvitedPerson | undefined> {
  const [found] = await db
    .select({ invitation: invitations, person: people })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.meetingId, meetingId),
        eq(invitations.personId, personId),
        isNull(people.erasedAt),
      ),
    );
  return found;
}

/** The replies to several meetings: no names. */
export async function listReplies(
  db: Db,
  organisationId: string,
  meetingIds: readonly string[],
): Promise<readonly Pick<Invitation, "meetingId" | "reply">[]> {
  if (meetingIds.length === 0) return [];
  return db
    .select({ meetingId: invitations.meetingId, reply: invitations.reply })
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), inArray(invitations.meetingId, [...meetingIds])));
}

/** The meetings one person was asked to, the latest first. */
export async function listMeetingsOf(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<readonly { readonly invitation: Invitation; readonly meeting: Meeting }[]> {
  return db
    .select({ invitation: invitations, meeting: meetings })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.personId, personId)))
    .orderBy(desc(meetings.date), desc(meetings.createdAt));
}

/** Every invitation of an organisation with its meeting: for "next meeting" in the list of people. */
export async function listAllInvitations(
  db: Db,
  organisationId: string,
): Promise<readonly { readonly personId: string; readonly meeting: Pick<Meeting, "name" | "date" | "reference" | "state"> }[]> {
  return db
    .select({
      personId: invitations.personId,
      meeting: { name: meetings.name, date: meetings.date, reference: meetings.reference, state: meetings.state },
    })
    .from(invitations)
    .innerJoin(meetings, eq(meetings.id, invitations.meetingId))
    .where(eq(invitations.organisationId, organisationId));
}

/** Changes an invitation that is still at the version it was read at; says whether it was. */
export async function saveInvitation(tx: Tx, id: string, version: number, change: Partial<Invitation>): Promise<boolean> {
  const changed = await tx
    .update(invitations)
    .set({ ...change, version: version + 1 })
    .where(and(eq(invitations.id, id), eq(invitations.version, version)))
    .returning({ id: invitations.id });
  return changed.length === 1;
}

/** Keeps an offer as it was before it changed. It is never changed again. */
export async function addEarlierOffer(tx: Tx, earlier: typeof earlierOffers.$inferInsert): Promise<void> {
  await tx.insert(earlierOffers).values(earlier);
}

/** What people were offered before, for some invitations, the first offer first. */
export async function listEarlierOffers(db: Db, invitationIds: readonly string[]): Promise<readonly (typeof earlierOffers.$inferSelect)[]> {
  if (invitationIds.length === 0) return [];
  return db
    .select()
    .from(earlierOffers)
    .where(inArray(earlierOffers.invitationId, [...invitationIds]))
    .orderBy(asc(earlierOffers.replacedAt), asc(asWritten(earlierOffers)));
}

/** Removes an invitation about which nobody has said anything: no reply, no answers, no choice, no claim. Says whether it was removed. */
export async function removeUnanswered(tx: Tx, id: string): Promise<boolean> {
  const answered = [
    await tx.select({ id: accessAnswers.invitationId }).from(accessAnswers).where(eq(accessAnswers.invitationId, id)).limit(1),
    await tx.select({ id: paymentChoices.invitationId }).from(paymentChoices).where(eq(paymentChoices.invitationId, id)).limit(1),
    await tx.select({ id: benefitAnswers.invitationId }).from(benefitAnswers).where(eq(benefitAnswers.invitationId, id)).limit(1),
    await tx.select({ id: claims.invitationId }).from(claims).where(eq(claims.invitationId, id)).limit(1),
    await tx.select({ id: dateAnswers.invitationId }).from(dateAnswers).where(eq(dateAnswers.invitationId, id)).limit(1),
    await tx.select({ id: costRequests.invitationId }).from(costRequests).where(eq(costRequests.invitationId, id)).limit(1),
    await tx.select({ id: leavePlans.invitationId }).from(leavePlans).where(eq(leavePlans.invitationId, id)).limit(1),
    await tx.select({ id: feedback.invitationId }).from(feedback).where(eq(feedback.invitationId, id)).limit(1),
  ];
  if (answered.some((rows) => rows.length > 0)) return false;
  const removed = await tx
    .delete(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.reply, "none")))
    .returning({ id: invitations.id });
  return removed.length === 1;
}

export type Venue = typeof venues.$inferSelect;

/** A venue of an organisation. */
export async function findVenueOf(db: Db, organisationId: string, id: string): Promise<Venue | undefined> {
  const [found] = await db
    .select()
    .from(venues)
    .where(and(eq(venues.organisationId, organisationId), eq(venues.id, id)));
  return found;
}

/** Adds a venue named while creating a meeting; nothing is known of it yet. */
export async function addVenueOf(tx: Tx, venue: typeof venues.$inferInsert): Promise<void> {
  await tx.insert(venues).values(venue);
}
