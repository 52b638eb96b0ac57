// Telling a supplier that something is cancelled: by email where an address is on file, else the number to ring. The message names
// the booking, its day and its place, and nobody who needs it.
import type { SupportId } from "#app/domain/access/supports.ts";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { cancelSubject, cancelText } from "#app/words/bookings.ts";
import type { Db, Tx } from "#db/open.ts";
import type { StoredBooking } from "#db/stores/bookings.ts";
import type { Meeting } from "#db/stores/meetings.ts";
import { findSupplier } from "#db/stores/suppliers.ts";
import type { Context } from "./context.server.ts";
import { bookedForOf, placeOf } from "./meetings.server.ts";
import { listMessagesFor, queueMessage } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

/** How a supplier would be told, and in which words. `email` and `phone` are empty where none is on file. */
export type SupplierNotice = {
  readonly supplier: string;
  readonly email: string;
  readonly phone: string;
  readonly subject: string;
  readonly text: string;
};

/** The notice about one booking, for the day, time and place it was made for. Null for a booking of no day: there is nothing to cancel. */
export async function noticeOfCancelling(
  context: Context,
  db: Db | Tx,
  meeting: Meeting,
  booking: StoredBooking,
): Promise<SupplierNotice | null> {
  const bookedFor = booking.bookedFor ?? bookedForOf(meeting);
  if (bookedFor === null) return null;
  const onFile = booking.supplierId === null ? undefined : await findSupplier(db, meeting.organisationId, booking.supplierId);
  const organisation = await organisationOf(context, meeting.organisationId);
  const { date, startsAt, endsAt, mode, venueId } = bookedFor;
  const facts = {
    support: booking.supportId as SupportId,
    quantity: booking.quantity,
    meeting: meeting.name,
    organisation: organisation.name,
    date,
    startsAt,
    endsAt,
    place: mode === "online" ? null : await placeOf(context, { ...meeting, mode, venueId }),
    isOnline: mode === "online",
    reply: [meeting.contact?.phone ?? "", meeting.contact?.email ?? ""].filter((way) => way !== ""),
  };
  return {
    supplier: booking.supplier,
    email: booking.supplierEmail === "" ? (onFile?.contactEmail ?? "") : booking.supplierEmail,
    phone: booking.supplierPhone === "" ? (onFile?.contactPhone ?? "") : booking.supplierPhone,
    subject: cancelSubject(facts),
    text: cancelText(facts),
  };
}

/** Puts the message in the outbox, in the change that cancels the booking. Says whether there was an address to write to. */
export async function tellSupplier(context: Context, tx: Tx, meeting: Meeting, booking: StoredBooking): Promise<boolean> {
  const notice = await noticeOfCancelling(context, tx, meeting, booking);
  if (notice === null || notice.email === "") return false;
  await queueMessage(context, tx, {
    organisationId: meeting.organisationId,
    key: `booking-cancelled ${booking.id} ${String(booking.version)}`,
    kind: "booking-cancelled",
    channel: "email",
    recipient: notice.email,
    subject: notice.subject,
    body: notice.text,
    about: { kind: "booking", id: booking.id },
  });
  return true;
}

/** How far a supplier was told from here: on which day, and whether the message has to be sent by hand; null where nothing was written. */
export type SupplierTold = { readonly on: CalendarDate; readonly status: "on-its-way" | "to-send-by-hand" | "not-sent" };

/** What was written to the suppliers of some bookings, by booking. */
export async function suppliersTold(
  context: Context,
  coordinator: Coordinator,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, SupplierTold>> {
  const messages = bookingIds.length === 0 ? [] : await listMessagesFor(context, coordinator, { kind: "booking", ids: bookingIds });
  // Newest first, so the first of each booking is the one that holds.
  const told = new Map<string, SupplierTold>();
  for (const { aboutId, kind, status, createdAt } of messages) {
    if (kind !== "booking-cancelled" || told.has(aboutId)) continue;
    const how = status === "to-show" ? "to-send-by-hand" : status === "not-sent" ? "not-sent" : "on-its-way";
    told.set(aboutId, { on: dayIn(createdAt), status: how });
  }
  return told;
}
