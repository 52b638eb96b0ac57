// The written offer of payment for one person and one meeting: made when they are invited, frozen, and moved with the
// meeting's date. It may become larger, with a note; it never becomes smaller (payments.md section b, rule 2).
import { addDays, momentOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import { makeCostsOnlyOffer, makeOffer, type Offer, type OfferRefusal, type OfferTerms } from "#app/domain/payments/offer.ts";
import { paymentWaysIn } from "#app/domain/payments/paying-rules.ts";
import { plannedEntries } from "#app/domain/payments/planned-time.ts";
import { minutesBetween } from "#app/domain/payments/price-time.ts";
import type { Mode } from "#app/domain/payments/rate-card.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { findOrganisation } from "#db/stores/accounts.ts";
import { addEarlierOffer, listInvited, saveInvitation, type Meeting } from "#db/stores/meetings.ts";
import { findRateCard } from "#db/stores/rate-cards.ts";
import type { Context } from "./context.server.ts";
import { moveLinkEnd } from "./links.server.ts";

/** Why there is no offer yet: nothing is offered, or what decides it is not known. */
export type NoOffer = "nothing-offered" | "not-decided" | "no-date";

/**
 * The offer a meeting makes to a person, as it stands now; kept nowhere. `person` is their id. Without a person it is what
 * everybody is offered.
 */
export async function offerOf(
  context: Context,
  db: Db | Tx,
  meeting: Meeting,
  person: string,
): Promise<Result<Offer, NoOffer | OfferRefusal>> {
  const { paymentOffered, date, costsBefore, paidWithin } = meeting;
  if (paymentOffered === "nothing") return { ok: false, refusal: "nothing-offered" };
  if (paymentOffered === null || costsBefore === null || paidWithin === null) return { ok: false, refusal: "not-decided" };
  const organisation = await findOrganisation(db, meeting.organisationId);
  if (!organisation) throw new Error("A meeting belongs to no organisation");
  const terms: OfferTerms = {
    reference: meeting.reference,
    person,
    event: meeting.id,
    madeOn: context.today,
    costsCovered: meeting.costsCovered,
    costsBefore: costsBefore === "claim-later" ? ["claim-later"] : [costsBefore, "claim-later"],
    paidBy: paymentWaysIn(organisation.policies),
    paidWithin,
    ...(organisation.statementName === "" ? {} : { nameOnStatement: organisation.statementName }),
    ...(date === null ? {} : { mayDeclineUntil: addDays(date, -1) }),
  };
  if (paymentOffered === "costs-only") {
    // No card decides costs: the organisation's own decision for this meeting is the source.
    const source = { title: `${organisation.name}, decision for the meeting ${meeting.name}`, checkedOn: context.today };
    return done(makeCostsOnlyOffer(terms, { id: "costs-only", name: "Costs only", version: 1, validFrom: context.today, source }));
  }
  const stored = meeting.rateCardId === null ? undefined : await findRateCard(db, meeting.organisationId, meeting.rateCardId);
  const line = stored?.card.lines.find(({ code }) => code === meeting.rateLineCode);
  if (!stored || !line || meeting.paidTime === null) return { ok: false, refusal: "not-decided" };
  const length = minutesOfMeeting(meeting);
  if (date === null || length === null) return { ok: false, refusal: "no-date" };
  const { paidTime } = meeting;
  const mode = modeOf(meeting);
  const activities = plannedEntries({
    event: meeting.id,
    date,
    line,
    ...(mode === undefined ? {} : { mode }),
    minutes: {
      meeting: paidTime.meeting ? length : 0,
      reading: paidTime.readingMinutes,
      preparation: paidTime.preparationMinutes,
      travel: paidTime.travelMinutes,
    },
  });
  return makeOffer({ terms, card: stored.card, activities });
}

/** The planned length of a meeting in minutes, by the clock that passes; null while its times are not known. */
export function minutesOfMeeting(meeting: Pick<Meeting, "date" | "startsAt" | "endsAt">): number | null {
  const { date, startsAt, endsAt } = meeting;
  if (date === null || startsAt === null || endsAt === null) return null;
  const start = momentOf(date, startsAt);
  const end = momentOf(date, endsAt);
  return start.ok && end.ok ? minutesBetween(start.value, end.value) : null;
}

function modeOf(meeting: Meeting): Mode | undefined {
  if (meeting.mode === "in-person") return "in-person";
  if (meeting.mode === "online") return meeting.onlineService === "phone" ? "phone" : "online";
  // In a hybrid meeting each person chooses, and the offer is the same for both.
  return undefined;
}

/**
 * Brings the offers and links of everybody invited in line with a changed meeting, inside the change that changed it. An
 * offer follows the date; its amounts stay, or rise with a note.
 */
export async function renewOffers(context: Context, tx: Tx, coordinator: Coordinator, meeting: Meeting): Promise<void> {
  for (const { invitation, person } of await listInvited(tx, meeting.organisationId, meeting.id)) {
    await moveLinkEnd(context, tx, {
      organisationId: meeting.organisationId,
      kind: "invitation",
      id: invitation.id,
      meetingDate: meeting.date,
    });
    const now = await offerOf(context, tx, meeting, person.id);
    const before = invitation.offer;
    const after = renewed(before, now, { on: context.today, by: coordinator.name, date: meeting.date });
    if (JSON.stringify(after) === JSON.stringify(before)) continue;
    if (!(await saveInvitation(tx, invitation.id, invitation.version, { offer: after }))) continue;
    if (before !== null) await keepEarlier(context, tx, coordinator, invitation.id, before);
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: before === null ? "offer-made" : "offer-changed",
      subject: { kind: "invitation", id: invitation.id },
    });
  }
}

/** Keeps what somebody was offered until now, whole, inside the change that replaces it. */
export async function keepEarlier(context: Context, tx: Tx, coordinator: Coordinator, invitationId: string, offer: Offer): Promise<void> {
  await addEarlierOffer(tx, { id: context.newId(), invitationId, offer, replacedAt: context.now, replacedBy: coordinator.staffId });
}

type Change = { readonly on: CalendarDate; readonly by: string; readonly date: CalendarDate | null };

/** An offer once the meeting has changed: on the new date, and never with less for anything than was promised. */
function renewed(before: Offer | null, now: Result<Offer, NoOffer | OfferRefusal>, { on, by, date }: Change): Offer | null {
  if (before === null) return now.ok ? now.value : null;
  const moved = date === null ? before : onDate(before, date);
  // What can no longer be priced, or is no longer offered to others, was still promised to this person.
  if (!now.ok) return moved;
  const terms = termsAfter(before, now.value);
  if (!offersMore(moved, now.value)) return { ...moved, ...terms };
  const { card, activities, cuts, total } = now.value;
  const change = { on, by, note: "The meeting or its rate changed", totalBefore: before.total, totalAfter: total };
  return { ...moved, ...terms, card, activities, cuts, total, changes: [...before.changes, change] };
}

/** More in all, and no activity promised before that is missing now or paid less. */
function offersMore(before: Offer, now: Offer): boolean {
  const amounts = new Map(now.activities.map((one) => [one.entry.id, one.amount]));
  return now.total > before.total && before.activities.every((one) => (amounts.get(one.entry.id) ?? -1) >= one.amount);
}

// What a change may give and never take: costs covered and ways to have them before the meeting only grow.
function termsAfter(before: Offer, now: Offer): Pick<Offer, "costsCovered" | "costsBefore"> {
  return {
    costsCovered: [...before.costsCovered, ...now.costsCovered.filter((kind) => !before.costsCovered.includes(kind))],
    costsBefore: [...now.costsBefore, ...before.costsBefore.filter((way) => !now.costsBefore.includes(way))],
  };
}

function onDate(offer: Offer, date: CalendarDate): Offer {
  const activities = offer.activities.map((one) => ({ ...one, entry: { ...one.entry, date } }));
  return { ...offer, activities, mayDeclineUntil: addDays(date, -1) };
}
