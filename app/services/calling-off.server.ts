// Moving a meeting to another day, or calling it off: what happens to its bookings, and how everybody is told, each their own way.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";
import { replyByFor } from "#app/domain/meetings/key-dates.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import { calledOffFor, movedFor, type InvitationFacts, type InvitationFor, type WrittenMessage } from "#app/words/invitation.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import type { MeetingCalledOff } from "#db/schema.ts";
import { listBookings, saveBooking, type BookingState } from "#db/stores/bookings.ts";
import { findMeeting, listInvited, saveMeeting, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import { noticeOfCancelling, suppliersTold, tellSupplier, type SupplierNotice, type SupplierTold } from "./booking-cancelling.server.ts";
import type { Context } from "./context.server.ts";
import { invitationFactsOf, sendLink } from "./invitations.server.ts";
import { whyNotThen, type WhenRefusal } from "./meetings.server.ts";
import { renewOffers } from "./offers.server.ts";
import { onceEach } from "./once-each.server.ts";

type When = { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime };

type BookingToCancel = {
  readonly bookingId: string;
  readonly support: SupportId;
  readonly supplier: string;
  readonly state: BookingState;
  readonly cancelFreeUntil: CalendarDate | null;
  /** How the supplier would be told, and in which words; null where it was made for no day. */
  readonly notice: SupplierNotice | null;
};

/** A supplier of a cancelled booking, how to reach them, and how far they were told. */
export type SupplierAfter = {
  readonly bookingId: string;
  readonly support: SupportId;
  readonly notice: SupplierNotice;
  readonly told: SupplierTold | null;
};

/** The suppliers of bookings that were just cancelled, for the page that says what is left to do. Others are left out. */
export async function suppliersAfter(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  bookingIds: readonly string[],
): Promise<readonly SupplierAfter[]> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return [];
  const all = await listBookings(context.db, meeting.organisationId, meeting.id);
  const cancelled = bookingIds.flatMap((wanted) => all.find(({ id, state }) => id === wanted && state === "cancelled") ?? []);
  const told = await suppliersTold(
    context,
    coordinator,
    cancelled.map(({ id }) => id),
  );
  const found = await Promise.all(
    cancelled.map(async (booking) => {
      const notice = await noticeOfCancelling(context, context.db, meeting, booking);
      return notice === null
        ? []
        : [{ bookingId: booking.id, support: booking.supportId as SupportId, notice, told: told.get(booking.id) ?? null }];
    }),
  );
  return found.flat();
}

export type CallingOff = {
  readonly reference: string;
  readonly name: string;
  readonly date: CalendarDate | null;
  readonly version: number;
  readonly today: CalendarDate;
  /** Whether people were offered money for their time, so that it has to be said what happens to time already spent. */
  readonly asksAboutPay: boolean;
  /** Bookings that were asked for or confirmed. */
  readonly bookings: readonly BookingToCancel[];
  readonly mailIsSet: boolean;
  /** How many people would be told, by how it reaches them, and how many have no way to be reached. */
  readonly reach: { readonly email: number; readonly letter: number; readonly show: number; readonly none: number };
  readonly facts: InvitationFacts;
};

type NotNow = "not-found" | "not-open" | "is-over";

function whyNotNow(context: Context, meeting: Meeting): Exclude<NotNow, "not-found"> | null {
  if (meeting.state !== "open") return "not-open";
  return meeting.date !== null && meeting.date < context.today ? "is-over" : null;
}

/** A meeting that can be moved or called off, with what hangs on it. Refused before people were asked to it, and once it is over. */
export async function callingOff(context: Context, coordinator: Coordinator, reference: string): Promise<Result<CallingOff, NotNow>> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const problem = whyNotNow(context, meeting);
  if (problem !== null) return refused(problem);
  const toTell = await whoHears(context.db, meeting);
  const by = (channel: ReturnType<typeof channelFor>): number => toTell.filter(({ person }) => channelFor(person) === channel).length;
  return done({
    reference,
    name: meeting.name,
    date: meeting.date,
    version: meeting.version,
    today: context.today,
    asksAboutPay: meeting.paymentOffered === "time-and-costs",
    bookings: await Promise.all(
      (await liveBookings(context.db, meeting)).map(async (booking) => ({
        bookingId: booking.id,
        support: booking.supportId as SupportId,
        supplier: booking.supplier,
        state: booking.state,
        cancelFreeUntil: booking.cancelFreeUntil,
        notice: await noticeOfCancelling(context, context.db, meeting, booking),
      })),
    ),
    mailIsSet: context.mailIsSet,
    reach: { email: by("email"), letter: by("letter"), show: by("show"), none: by(null) },
    facts: await invitationFactsOf(context, context.db, meeting),
  });
}

// Whoever said no, or that the link is not theirs, is not written to again; somebody with two records hears it once.
async function whoHears(db: Db | Tx, meeting: Meeting): Promise<readonly InvitedPerson[]> {
  const invited = await listInvited(db, meeting.organisationId, meeting.id);
  return onceEach(
    db,
    meeting,
    invited.filter(({ invitation }) => invitation.reply !== "not-coming" && invitation.notForMe === null),
  );
}

async function liveBookings(db: Db | Tx, meeting: Meeting) {
  const all = await listBookings(db, meeting.organisationId, meeting.id);
  return all.filter(({ state }) => state === "asked" || state === "confirmed");
}

// Another day gives people their time to answer anew; another hour of the same day does not.
function replyByAfterMove(
  { date, replyBy }: Pick<Meeting, "date" | "replyBy">,
  to: CalendarDate,
  today: CalendarDate,
): CalendarDate | null {
  return date === to ? replyBy : replyByFor(to, today);
}

/** What the message about a move says, before it is made: the same that `moveMeeting` tells people. */
export function factsIfMoved({ facts, date, today }: Pick<CallingOff, "facts" | "date" | "today">, when: When): InvitationFacts {
  return {
    ...facts,
    when: { date: when.date, from: when.startsAt, to: when.endsAt },
    replyBy: replyByAfterMove({ date, replyBy: facts.replyBy }, when.date, today),
  };
}

type Telling = { readonly told: number; readonly unreachable: number };
type ChangeRefusal = NotNow | "changed-by-someone-else";

/**
 * Calls a meeting off, cancels the bookings that were ticked and writes to their suppliers, and tells everybody who has not said no.
 * What people told us stays as it is, and what they were promised in an offer still holds. Refused when somebody else changed the
 * meeting meanwhile.
 */
export async function callOff(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  said: { readonly pays: PaysPreparation; readonly bookingIds: readonly string[] },
  intent?: string,
): Promise<Result<Telling, ChangeRefusal>> {
  return context.change<Result<Telling, ChangeRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!meeting) return refused("not-found");
      const problem = whyNotNow(context, meeting);
      if (problem !== null) return refused(problem);
      const pays = meeting.paymentOffered === "time-and-costs" ? said.pays : "not-asked";
      const calledOff: MeetingCalledOff = { on: context.today, paysPreparation: pays };
      if (!(await saveMeeting(tx, meeting.id, at.version, { state: "cancelled", calledOff }))) return refused("changed-by-someone-else");
      const bookings = await liveBookings(tx, meeting);
      const cancelled = bookings.filter(({ id }) => said.bookingIds.includes(id));
      for (const booking of cancelled) {
        const { id, version } = booking;
        if (!(await saveBooking(tx, id, version, { state: "cancelled", remindOn: null }))) return refused("changed-by-someone-else");
        await tellSupplier(context, tx, meeting, booking);
        await record(context, tx, {
          organisationId: meeting.organisationId,
          actor: auditActorOf(coordinator),
          action: "booking-changed",
          subject: { kind: "booking", id },
          details: { state: "cancelled" },
        });
      }
      const facts = await invitationFactsOf(context, tx, meeting);
      const telling = await tellEverybody(context, tx, meeting, { kind: "called-off", key: "called-off" }, (person) =>
        calledOffFor(facts, person, pays),
      );
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "meeting-called-off",
        subject: { kind: "meeting", id: meeting.id },
        details: { told: telling.told, bookings: cancelled.length, pays },
      });
      return done(telling);
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Moves a meeting to another day or time and tells everybody who has not said no. Offers move with it and never become smaller; what
 * was booked for the old day comes up in the plan to be asked for again.
 */
export async function moveMeeting(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number },
  when: When,
  intent?: string,
): Promise<Result<Telling, ChangeRefusal | Exclude<WhenRefusal, "not-found" | "changed-by-someone-else"> | "same-day-and-time">> {
  return context.change<Awaited<ReturnType<typeof moveMeeting>>>(
    async (tx) => {
      const before = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!before) return refused("not-found");
      const problem = whyNotNow(context, before) ?? whyNotThen(context, before, when);
      if (problem !== null) return refused(problem);
      if (before.date === when.date && before.startsAt === when.startsAt && before.endsAt === when.endsAt)
        return refused("same-day-and-time");
      const change = { ...when, replyBy: replyByAfterMove(before, when.date, context.today) };
      if (!(await saveMeeting(tx, before.id, at.version, change))) return refused("changed-by-someone-else");
      const meeting: Meeting = { ...before, ...change, version: at.version + 1 };
      await renewOffers(context, tx, coordinator, meeting);
      const facts = await invitationFactsOf(context, tx, meeting);
      const key = `moved ${when.date} ${when.startsAt} ${when.endsAt} ${String(at.version)}`;
      const telling = await tellEverybody(context, tx, meeting, { kind: "meeting-moved", key }, (person) =>
        movedFor(facts, person, before.date),
      );
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "meeting-moved",
        subject: { kind: "meeting", id: meeting.id },
        details: { told: telling.told },
      });
      return done(telling);
    },
    intent === undefined ? {} : { intent },
  );
}

async function tellEverybody(
  context: Context,
  tx: Tx,
  meeting: Meeting,
  { kind, key }: { readonly kind: "called-off" | "meeting-moved"; readonly key: string },
  write: (person: Omit<InvitationFor, "personalLine">) => WrittenMessage,
): Promise<Telling> {
  let told = 0;
  let unreachable = 0;
  for (const { invitation, person } of await whoHears(tx, meeting)) {
    const channel = channelFor(person);
    if (channel === null) {
      unreachable += 1;
      continue;
    }
    const to = { meeting, person, invitationId: invitation.id, channel, kind, key: `${key} ${invitation.id}` };
    await sendLink(context, tx, to, (access) => write({ ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead }));
    told += 1;
  }
  return { told, unreachable };
}
