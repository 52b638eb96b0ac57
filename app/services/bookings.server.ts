// Booking support for a meeting: asked for, confirmed with something to show, and asked again when date, time or place change.
import { supportOf, supports, type SupportId } from "#app/domain/access/supports.ts";
import { addDays, addWorkingDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ReopenReason } from "#app/domain/meetings/decisions.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import type { RequestFacts } from "#app/words/bookings.ts";
import { clockRange } from "#app/words/format.ts";
import { bookedNews, notBookedNews } from "#app/words/news.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import {
  addBooking,
  findBooking,
  listBookings,
  listConfirmedBookings,
  saveBooking,
  type BookingState,
  type StoredBooking,
} from "#db/stores/bookings.ts";
import { addFile, findFiles } from "#db/stores/claims.ts";
import { findMeeting, type Meeting } from "#db/stores/meetings.ts";
import { findSupplier } from "#db/stores/suppliers.ts";
import { noticeOfCancelling, suppliersTold, tellSupplier, type SupplierNotice, type SupplierTold } from "./booking-cancelling.server.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, endingOf, fileName, fileRow, readStoredFile, writeUpload, type ReadUpload } from "./files.server.ts";
import { linesOf } from "./letterhead.server.ts";
import { bookedForOf, placeOf } from "./meetings.server.ts";
import { queueMessage } from "./messages.server.ts";
import { nobodyTold, tellPeople, type Told } from "./news.server.ts";
import type { Organisation } from "./organisations.server.ts";
import { bookingReopened, invitationsNeeding } from "./plan-loading.server.ts";
import type { BookingView, PlanView } from "./plan-view.ts";
import { planFor } from "./plan.server.ts";

/** How long we wait for an answer before reminding: a working week. Our own rule. */
const answerDays = 7;

export type BookingFacts = {
  readonly plan: PlanView;
  readonly support: SupportId | null;
  readonly view: BookingView | null;
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly contact: Meeting["contact"];
  /** The day papers must reach them; null when they need none or it is not known. */
  readonly papersBy: CalendarDate | null;
};

/** Everything a booking is prefilled with; a support of null means that it is still to be chosen. */
export async function bookingFacts(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  support: string | null,
): Promise<Result<BookingFacts, "not-found" | "no-date">> {
  const found = await planFor(context, coordinator, reference);
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!found.ok || !meeting) return refused("not-found");
  if (support !== null && !isSupportId(support)) return refused("not-found");
  if (meeting.date === null) return refused("no-date");
  const days = support === null ? undefined : supportOf(support).briefingWorkingDays;
  const papersBy = days === undefined ? null : addWorkingDays(meeting.date, -days, context.holidaysOf(meeting.nation));
  return done({
    plan: found.value,
    support,
    view: found.value.bookings.find((one) => one.support === support) ?? null,
    place: await placeOf(context, meeting),
    contact: meeting.contact,
    papersBy: papersBy !== null && papersBy.ok ? papersBy.value : null,
  });
}

/** What is said to a supplier, whichever way they are asked; null while what or when is not known. */
export function requestFactsOf(
  { plan, support, place, contact, papersBy }: BookingFacts,
  { name: organisation, address }: Pick<Organisation, "name" | "address">,
  quantity: number,
): RequestFacts | null {
  const { date, startsAt, endsAt } = plan;
  if (support === null || date === null || startsAt === null || endsAt === null) return null;
  const order = plan.timetable?.runningOrder ?? null;
  // Breaks of a day that runs past its end are no breaks to promise: the times have to be put right first.
  const breaks = order?.fits === true ? order.parts.flatMap((part) => (part.kind === "work" ? [] : [clockRange(part.from, part.to)])) : [];
  const invoiceTo = linesOf(address);
  return { support, quantity, meeting: plan.name, organisation, date, startsAt, endsAt, place, breaks, papersBy, contact, invoiceTo };
}

export function isSupportId(text: string): text is SupportId {
  return Object.hasOwn(supports, text);
}

export type NewBooking = {
  readonly support: SupportId;
  readonly quantity: number;
  readonly supplier: string;
  readonly supplierContact: string;
  readonly supplierEmail?: string;
  readonly supplierPhone?: string;
  /** Still to be phoned, asked by the coordinator themselves, or booked already with something to show. */
  readonly state: "to-book" | "asked" | "confirmed";
  readonly cost: Pence | null;
  readonly cancelFreeUntil: CalendarDate | null;
  readonly owner: string;
  readonly evidence: string;
  /** The record the supplier was chosen from; null for somebody typed in. */
  readonly supplierId?: string | null;
  /** The booking this one takes over from. */
  readonly takesOverFrom?: string | null;
};

/** A request to send by email from here: it names nobody who needs it. */
export type BookingRequest = { readonly subject: string; readonly text: string };
type AddedBooking = { readonly bookingId: string };
type AddRefusal = "not-found" | "no-date" | "no-email" | "no-mail-server" | "no-such-supplier";

/** Keeps that something was asked for or booked, for the meeting's date, times and place of today. */
export async function addBookingFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  booking: NewBooking,
  intent?: string,
  request?: BookingRequest,
): Promise<Result<AddedBooking, AddRefusal>> {
  if (request !== undefined && !context.mailIsSet) return refused("no-mail-server");
  if (request !== undefined && (booking.supplierEmail ?? "") === "") return refused("no-email");
  return context.change<Result<AddedBooking, AddRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const bookedFor = bookedForOf(meeting);
      if (bookedFor === null) return refused("no-date");
      const { support, ...said } = booking;
      if (said.supplierId && !(await findSupplier(tx, meeting.organisationId, said.supplierId))) return refused("no-such-supplier");
      if (said.takesOverFrom && !(await findBooking(tx, meeting.organisationId, meeting.id, said.takesOverFrom)))
        return refused("not-found");
      const bookingId = context.newId();
      await addBooking(tx, {
        id: bookingId,
        organisationId: meeting.organisationId,
        meetingId: meeting.id,
        supportId: support,
        ...said,
        askedOn: booking.state === "to-book" ? null : context.today,
        remindOn: booking.state === "asked" ? addDays(context.today, answerDays) : null,
        bookedFor,
      });
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "booking-added",
        subject: { kind: "booking", id: bookingId },
        details: { state: booking.state },
      });
      if (request !== undefined) {
        await queueMessage(context, tx, {
          organisationId: meeting.organisationId,
          key: `booking-request ${bookingId}`,
          kind: "booking-request",
          channel: "email",
          recipient: booking.supplierEmail ?? "",
          subject: request.subject,
          body: request.text,
          about: { kind: "booking", id: bookingId },
        });
      }
      return done({ bookingId });
    },
    intent === undefined ? {} : { intent },
  );
}

export type OneBooking = {
  readonly bookingId: string;
  readonly reference: string;
  readonly meeting: string;
  readonly support: SupportId;
  readonly quantity: number;
  readonly state: BookingState;
  readonly supplier: string;
  readonly supplierContact: string;
  readonly supplierEmail: string;
  readonly supplierPhone: string;
  readonly whoIsComing: string;
  readonly owner: string;
  readonly evidence: string;
  readonly cost: Pence | null;
  readonly cancelFreeUntil: CalendarDate | null;
  readonly askedOn: CalendarDate | null;
  readonly remindOn: CalendarDate | null;
  readonly papersSentOn: CalendarDate | null;
  readonly supplierId: string | null;
  /** The supplier this one took over from; null where there was none. */
  readonly tookOverFrom: string | null;
  readonly confirmation: Confirmation | null;
  /** How the supplier would be told that it is cancelled, and how far they were. */
  readonly notice: SupplierNotice | null;
  readonly supplierTold: SupplierTold | null;
  readonly version: number;
  readonly reopened: readonly ReopenReason[];
};
/** The file that shows a booking is confirmed, as its page names it. */
type Confirmation = { readonly name: string; readonly kind: string; readonly savedOn: CalendarDate };

/** One booking of a meeting of the coordinator's organisation. */
export async function findBookingFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  bookingId: string,
): Promise<Result<OneBooking, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const found = meeting && (await findBooking(context.db, coordinator.organisationId, meeting.id, bookingId));
  return meeting && found ? done(await viewOf(context, coordinator, found, meeting)) : refused("not-found");
}

async function viewOf(context: Context, coordinator: Coordinator, booking: StoredBooking, meeting: Meeting): Promise<OneBooking> {
  const { id, supportId, organisationId, meetingId, note: _n, bookedFor: _b, confirmationFileId, takesOverFrom, ...rest } = booking;
  const before = takesOverFrom === null ? undefined : await findBooking(context.db, organisationId, meetingId, takesOverFrom);
  const [file] = confirmationFileId === null ? [] : await findFiles(context.db, organisationId, [confirmationFileId]);
  return {
    ...rest,
    bookingId: id,
    support: supportId as SupportId,
    reference: meeting.reference,
    meeting: meeting.name,
    tookOverFrom: before === undefined || before.supplier === "" ? null : before.supplier,
    confirmation:
      file === undefined
        ? null
        : { name: fileName(context, file), kind: endingOf(file.mediaType).toUpperCase(), savedOn: dayIn(file.savedAt) },
    notice: await noticeOfCancelling(context, context.db, meeting, booking),
    supplierTold: (await suppliersTold(context, coordinator, [id])).get(id) ?? null,
    reopened: bookingReopened(booking, meeting),
  };
}

type KeepRefusal = "not-found" | "changed-by-someone-else";

/** Keeps the confirmation of a booking, in place of one kept before; with null it is taken off. The status is not touched. */
export async function keepConfirmation(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly bookingId: string; readonly version: number },
  upload: ReadUpload | null,
  intent?: string,
): Promise<Result<{ readonly bookingId: string }, KeepRefusal>> {
  const written = upload === null ? null : await writeUpload(context, upload);
  let isKept = false;
  const saved = await context.change<Result<{ bookingId: string }, KeepRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      const booking = meeting && (await findBooking(tx, coordinator.organisationId, meeting.id, at.bookingId));
      if (!meeting || !booking) return refused("not-found");
      if (upload !== null && written !== null) {
        await addFile(tx, fileRow(context, meeting.organisationId, written, upload));
        isKept = true;
      }
      if (!(await saveBooking(tx, booking.id, at.version, { confirmationFileId: written }))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: written === null ? "booking-confirmation-removed" : "booking-confirmation-kept",
        subject: { kind: "booking", id: booking.id },
      });
      return done({ bookingId: booking.id });
    },
    intent === undefined ? {} : { intent },
  );
  // Sent twice, refused or failed: what was written for nothing goes again.
  if (written !== null && !(saved.ok && isKept)) await dropUpload(context, written);
  return saved;
}

/** The confirmation of a booking, to download under a name of ours. */
export async function confirmationOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  bookingId: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const booking = meeting && (await findBooking(context.db, coordinator.organisationId, meeting.id, bookingId));
  if (!booking?.confirmationFileId) return refused("not-found");
  const [file] = await findFiles(context.db, coordinator.organisationId, [booking.confirmationFileId]);
  if (file === undefined) return refused("not-found");
  const { mediaType } = file;
  return done({ bytes: await readStoredFile(context, file), mediaType, saveAs: `confirmation.${endingOf(mediaType)}` });
}

/** The details a booking that was turned down hands on to the next supplier, and who was asked already. */
export type CarriedOver = {
  readonly bookingId: string;
  readonly supplier: string;
  readonly quantity: number;
  readonly owner: string;
  /** What they would have cost, as a start; a price somebody agreed is theirs and is not carried over. */
  readonly expectedCost: Pence | null;
  readonly askedAlready: readonly string[];
};

/** What carries over from a booking to the next supplier; null where there is no such booking of this support. */
export async function carriedOver(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  bookingId: string,
): Promise<CarriedOver | null> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const booking = meeting && (await findBooking(context.db, coordinator.organisationId, meeting.id, bookingId));
  if (!meeting || !booking) return null;
  const all = await listBookings(context.db, coordinator.organisationId, meeting.id);
  const { id, supplier, quantity, owner, supportId, state, cost } = booking;
  const askedAlready = all.filter((one) => one.supportId === supportId).flatMap((one) => one.supplierId ?? []);
  return { bookingId: id, supplier, quantity, owner, expectedCost: state === "declined" ? cost : null, askedAlready };
}

export type BookingChange = Pick<
  OneBooking,
  "quantity" | "whoIsComing" | "owner" | "evidence" | "cost" | "cancelFreeUntil" | "papersSentOn"
> & { readonly state: Exclude<BookingState, "to-book"> };

export type ChangedBooking = { readonly bookingId: string; readonly told: Told };
type ChangeRefusal = "not-found" | "changed-by-someone-else" | "no-date";

/** Changes a booking; what it is for becomes the meeting as it stands today. Writes to the supplier of a cancelled one where `supplier` says so. Refused when somebody else changed it meanwhile. */
export async function changeBooking(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly bookingId: string; readonly version: number },
  change: BookingChange,
  intent?: string,
  supplier: "tell" | "do-not-tell" = "do-not-tell",
): Promise<Result<ChangedBooking, ChangeRefusal>> {
  const before = await findMeeting(context.db, coordinator.organisationId, at.reference);
  const held = before && (await findBooking(context.db, coordinator.organisationId, before.id, at.bookingId));
  const needing = before && held ? await invitationsNeeding(context, before, held.supportId as SupportId) : new Set<string>();
  return context.change<Result<ChangedBooking, ChangeRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      const booking = meeting && (await findBooking(tx, coordinator.organisationId, meeting.id, at.bookingId));
      if (!meeting || !booking) return refused("not-found");
      const bookedFor = bookedForOf(meeting);
      if (bookedFor === null) return refused("no-date");
      const remindOn = change.state === "asked" ? addDays(context.today, answerDays) : null;
      if (!(await saveBooking(tx, booking.id, at.version, { ...change, bookedFor, remindOn, askedOn: booking.askedOn ?? context.today })))
        return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "booking-changed",
        subject: { kind: "booking", id: booking.id },
        details: { state: change.state },
      });
      if (supplier === "tell" && change.state === "cancelled") await tellSupplier(context, tx, meeting, booking);
      return done({ bookingId: booking.id, told: await tellOfBooking(context, tx, meeting, { booking, state: change.state, needing }) });
    },
    intent === undefined ? {} : { intent },
  );
}

// People hear when something of theirs is booked for certain, and when it no longer is.
async function tellOfBooking(
  context: Context,
  tx: Tx,
  meeting: Meeting,
  changed: { readonly booking: StoredBooking; readonly state: BookingState; readonly needing: ReadonlySet<string> },
): Promise<Told> {
  const { booking, state, needing } = changed;
  const support = booking.supportId as SupportId;
  const isNew = state === "confirmed" && booking.state !== "confirmed";
  const isGone = booking.state === "confirmed" && (state === "declined" || state === "cancelled");
  if (!isNew && !isGone) return nobodyTold;
  return tellPeople(context, tx, meeting, needing, {
    kind: isNew ? "booking-confirmed" : "booking-gone",
    key: `${booking.id} ${String(booking.version + 1)}`,
    news: isNew ? bookedNews(support) : notBookedNews(support),
  });
}

export type PastBookings = {
  readonly support: SupportId;
  readonly suppliers: readonly string[];
  /** The cheapest and the dearest booking on record with a cost; null where none has one. */
  readonly cost: { readonly from: Pence; readonly to: Pence; readonly bookings: number } | null;
};

/** What the organisation's own bookings of these supports tell: who was confirmed before, and what it cost. */
export async function pastBookings(
  context: Context,
  coordinator: Coordinator,
  wanted: readonly SupportId[],
): Promise<readonly PastBookings[]> {
  const all = await listConfirmedBookings(context.db, coordinator.organisationId, wanted);
  return wanted.map((support) => {
    const theirs = all.filter(({ supportId }) => supportId === support);
    const costs = theirs.flatMap(({ cost }) => cost ?? []).toSorted((one, other) => one - other);
    const [from] = costs;
    const to = costs.at(-1);
    return {
      support,
      suppliers: [...new Set(theirs.map(({ supplier }) => supplier).filter((supplier) => supplier !== ""))],
      cost: from === undefined || to === undefined ? null : { from, to, bookings: costs.length },
    };
  });
}
