// A later version of the rates that pays more, applied to offers already made for a meeting ahead: for whom and how much is shown
// first, the earlier offer is kept, and everybody whose offer went up is told. A later cut touches nobody (payments.md section b, 2).
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { applyRise, makeOffer, type Offer } from "#app/domain/payments/offer.ts";
import { cardInForce, type RateCard } from "#app/domain/payments/rate-card.ts";
import { auditActorOf, type Administrator, type Coordinator } from "#app/domain/people/actors.ts";
import { offerRaisedMessage } from "#app/words/rises.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  findMeeting,
  listEarlierOffers,
  listInvited,
  listMeetings,
  saveInvitation,
  saveMeeting,
  type InvitedPerson,
  type Meeting,
} from "#db/stores/meetings.ts";
import { findRateCard, listRateCards } from "#db/stores/rate-cards.ts";
import type { Context } from "./context.server.ts";
import { isEasyUnseen, queueMessageTo } from "./messages.server.ts";
import { keepEarlier, offerOf } from "./offers.server.ts";
import { onceEach } from "./once-each.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { askAgainAfterRise } from "./payment-choice.server.ts";

/** What the later rates do to one offer; anything but a rise leaves it as it is. */
export type RiseAnswer = "rise" | "a-cut" | "not-a-rise" | "not-in-the-rates" | "no-offer";

export type RiseForPerson = {
  readonly invitationId: string;
  readonly person: string;
  readonly before: Pence | null;
  readonly after: Pence | null;
  readonly answer: RiseAnswer;
};

export type EarlierOfferView = {
  readonly person: string;
  readonly total: Pence;
  readonly madeOn: CalendarDate;
  readonly until: CalendarDate;
  readonly by: string;
  readonly card: string;
};

export type RiseView = {
  readonly meeting: { readonly name: string; readonly reference: string; readonly date: CalendarDate | null };
  readonly version: number;
  /** The rates offers were made by, and those in force on the day of the meeting where they are later; null where there are none. */
  readonly now: string | null;
  readonly later: { readonly cardId: string; readonly name: string; readonly version: number; readonly from: CalendarDate } | null;
  readonly people: readonly RiseForPerson[];
  readonly earlier: readonly EarlierOfferView[];
};

export type NoRise = "not-found" | "no-later-rates" | "nobody-to-raise" | "note-missing" | "changed-by-someone-else";

/** What later rates would do to the offers of a meeting ahead, person by person, and what was offered before. Nothing is changed. */
export async function risesFor(context: Context, coordinator: Coordinator, reference: string): Promise<Result<RiseView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const cards = await laterCard(context, context.db, meeting);
  const invited = await listInvited(context.db, coordinator.organisationId, meeting.id);
  const names = new Map((await listStaff(context.db, coordinator.organisationId)).map(({ id, name }) => [id, name]));
  const people = new Map(invited.map(({ invitation, person }) => [invitation.id, person.name]));
  const earlier = await listEarlierOffers(context.db, [...people.keys()]);
  return done({
    meeting: { name: meeting.name, reference: meeting.reference, date: meeting.date },
    version: meeting.version,
    now: cards.now === null ? null : `${cards.now.name}, version ${cards.now.version}`,
    later:
      cards.later === null
        ? null
        : { cardId: cards.later.id, name: cards.later.name, version: cards.later.version, from: cards.later.validFrom },
    people: invited.map(({ invitation, person }) => ({
      invitationId: invitation.id,
      person: person.name,
      ...answerFor(context, coordinator, invitation.offer, cards.later, "?"),
    })),
    earlier: earlier.map(({ invitationId, offer, replacedAt, replacedBy }) => ({
      person: people.get(invitationId) ?? "",
      total: offer.total,
      madeOn: offer.changes.at(-1)?.on ?? offer.madeOn,
      until: dayIn(replacedAt),
      by: names.get(replacedBy) ?? "A former member of staff",
      card: `${offer.card.name}, version ${offer.card.version}`,
    })),
  });
}

// The card in force on the day of a meeting that is still ahead, where it came after the one its offers were made by.
async function laterCard(
  context: Context,
  db: Db | Tx,
  meeting: Meeting,
): Promise<{ readonly now: RateCard | null; readonly later: RateCard | null }> {
  const stored = meeting.rateCardId === null ? undefined : await findRateCard(db, meeting.organisationId, meeting.rateCardId);
  const now = stored?.card ?? null;
  if (now === null || meeting.date === null || meeting.date < context.today || meeting.paymentOffered !== "time-and-costs")
    return { now, later: null };
  const cards = (await listRateCards(db, meeting.organisationId)).map(({ card }) => card);
  const found = cardInForce(cards, meeting.date);
  return { now, later: found.ok && found.value.version > now.version ? found.value : null };
}

function answerFor(
  context: Context,
  coordinator: Coordinator,
  offer: Offer | null,
  later: RateCard | null,
  note: string,
): { readonly before: Pence | null; readonly after: Pence | null; readonly answer: RiseAnswer; readonly raised?: Offer } {
  if (offer === null || offer.activities.length === 0) return { before: offer?.total ?? null, after: null, answer: "no-offer" };
  if (later === null || offer.card.version >= later.version) return { before: offer.total, after: offer.total, answer: "not-a-rise" };
  // What was promised, priced again: the same activities, line by line, by the later rates.
  const repriced = makeOffer({ terms: offer, card: later, activities: offer.activities.map(({ entry }) => entry) });
  if (!repriced.ok) return { before: offer.total, after: null, answer: "not-in-the-rates" };
  const raised = applyRise(offer, {
    repriced: repriced.value,
    on: context.today,
    by: coordinator.name,
    note: note.replace(/[.\s]+$/u, ""),
  });
  if (raised.ok) return { before: offer.total, after: raised.value.total, answer: "rise", raised: raised.value };
  return { before: offer.total, after: repriced.value.total, answer: raised.refusal === "not-a-rise" ? "not-a-rise" : "a-cut" };
}

/**
 * Raises every offer of a meeting ahead that later rates pay more for, with a note. Offers they would cut stay. Whoever is asked to
 * the meeting from now on is offered the later rates, unless those pay less for this meeting.
 */
export async function raiseOffers(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly version: number; readonly cardId: string },
  note: string,
  intent?: string,
): Promise<Result<{ readonly raised: number; readonly told: number }, NoRise>> {
  if (note.trim() === "") return refused("note-missing");
  return context.change<Result<{ readonly raised: number; readonly told: number }, NoRise>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!meeting) return refused("not-found");
      const { later } = await laterCard(context, tx, meeting);
      if (later === null) return refused("no-later-rates");
      // What was seen is what is applied: other rates since, or another meeting, is looked at again first.
      if (later.id !== at.cardId || meeting.version !== at.version) return refused("changed-by-someone-else");
      const raisedFor: { readonly one: InvitedPerson; readonly before: Pence; readonly after: Pence }[] = [];
      for (const one of await listInvited(tx, coordinator.organisationId, meeting.id)) {
        const { invitation } = one;
        const { before, raised: offer } = answerFor(context, coordinator, invitation.offer, later, note.trim());
        if (offer === undefined || invitation.offer === null || before === null) continue;
        if (!(await saveInvitation(tx, invitation.id, invitation.version, { offer }))) return refused("changed-by-someone-else");
        await keepEarlier(context, tx, coordinator, invitation.id, invitation.offer);
        await askAgainAfterRise(context, tx, invitation.id);
        await record(context, tx, {
          organisationId: coordinator.organisationId,
          actor: auditActorOf(coordinator),
          action: "offer-raised",
          subject: { kind: "invitation", id: invitation.id },
          details: { before, after: offer.total, rates: later.version },
        });
        raisedFor.push({ one, before, after: offer.total });
      }
      if (raisedFor.length === 0) return refused("nobody-to-raise");
      const organisation = await organisationOf(context, coordinator.organisationId);
      // Both offers of somebody with two records went up; they hear it once.
      const toTell = await onceEach(
        tx,
        meeting,
        raisedFor.map(({ one }) => one),
      );
      let told = 0;
      for (const { one, before, after } of raisedFor) {
        if (!toTell.includes(one)) continue;
        const { invitation, person } = one;
        const isTold = await queueMessageTo(context, tx, person, {
          organisationId: coordinator.organisationId,
          key: `offer-raised ${invitation.id} ${later.version}`,
          kind: "offer-raised",
          ...offerRaisedMessage({
            name: person.name,
            meeting: meeting.name,
            organisation: organisation.name,
            before,
            after,
            note: note.trim(),
            contact: (meeting.contact ?? organisation.contact).name,
            isEasyRead: isEasyUnseen(context, person),
          }),
          about: { kind: "person", id: person.id },
        });
        if (isTold) told += 1;
      }
      await moveMeetingOn(context, tx, meeting, later);
      return done({ raised: raisedFor.length, told });
    },
    intent === undefined ? {} : { intent },
  );
}

async function moveMeetingOn(context: Context, tx: Tx, meeting: Meeting, later: RateCard): Promise<void> {
  const [before, after] = [await offerOf(context, tx, meeting, ""), await offerOf(context, tx, { ...meeting, rateCardId: later.id }, "")];
  if (!after.ok || (before.ok && after.value.total < before.value.total)) return;
  await saveMeeting(tx, meeting.id, meeting.version, { rateCardId: later.id });
}

export type MeetingOnEarlierRates = {
  readonly reference: string;
  readonly name: string;
  readonly date: CalendarDate;
  readonly version: number;
};

/** Meetings ahead whose offers go by an earlier version than the one in force on their day. */
export async function meetingsOnEarlierRates(
  context: Context,
  { organisationId }: Pick<Administrator, "organisationId">,
): Promise<readonly MeetingOnEarlierRates[]> {
  const cards = (await listRateCards(context.db, organisationId)).map(({ card }) => card);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return (await listMeetings(context.db, organisationId)).flatMap(({ reference, name, date, rateCardId, paymentOffered }) => {
    const now = rateCardId === null ? undefined : byId.get(rateCardId);
    if (now === undefined || date === null || date < context.today || paymentOffered !== "time-and-costs") return [];
    const found = cardInForce(cards, date);
    return found.ok && found.value.version > now.version ? [{ reference, name, date, version: now.version }] : [];
  });
}
