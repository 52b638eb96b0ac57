// Who took part in a meeting, as its coordinator marks it. Marking somebody opens their claim and tells them so.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import {
  meetingMinutesIn,
  priceAttendedTime,
  type Attendance,
  type CalledOff,
  type TimeBeside,
} from "#app/domain/payments/attended-time.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { findLine } from "#app/domain/payments/price-time.ts";
import { activities, type Activity, type RateCard } from "#app/domain/payments/rate-card.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { claimOpenMessage, noClaimMessage } from "#app/words/claims.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addClaim, listClaimsOfMeeting } from "#db/stores/claims.ts";
import { findMeeting, listInvited, saveInvitation, saveMeeting, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import { listRateCards } from "#db/stores/rate-cards.ts";
import type { Context } from "./context.server.ts";
import { mintLink } from "./links.server.ts";
import { queueMessageTo } from "./messages.server.ts";
import { minutesOfMeeting } from "./offers.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { choiceFor } from "./payment-choice.server.ts";

export type AttendanceRow = {
  readonly invitationId: string;
  readonly personId: string;
  readonly name: string;
  readonly attendance: Attendance | null;
  /** As marked, else as offered, else the meeting's length; null when nobody knows. */
  readonly minutes: number | null;
  readonly version: number;
  /** Their claim was sent, so changing this now is for finance. */
  readonly isClaimed: boolean;
  /** Their offer pays for time. */
  readonly hasPaidTime: boolean;
};

export type AttendanceView = {
  readonly meeting: Pick<Meeting, "name" | "date" | "reference">;
  readonly isOver: boolean;
  /** The organisation's own line about being ill on the day; empty where it has none. */
  readonly illnessLine: string;
  /** The same about meetings that are called off. */
  readonly cancelledLine: string;
  readonly people: readonly AttendanceRow[];
};

/** The people of a meeting and how they took part. */
export async function attendanceOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<AttendanceView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = await listInvited(context.db, coordinator.organisationId, meeting.id);
  const sent = new Set(
    (await listClaimsOfMeeting(context.db, coordinator.organisationId, meeting.id))
      .filter(({ state }) => state !== "open")
      .map(({ invitationId }) => invitationId),
  );
  const { policies } = await organisationOf(context, coordinator.organisationId);
  return done({
    meeting: { name: meeting.name, date: meeting.date, reference: meeting.reference },
    isOver: hasBegun(context, meeting),
    illnessLine: policies["illnessOnTheDay"] ?? "",
    cancelledLine: policies["cancelledMeetings"] ?? "",
    people: invited.map(({ invitation, person }) => ({
      invitationId: invitation.id,
      personId: person.id,
      name: person.name,
      attendance: invitation.attendance as Attendance | null,
      minutes:
        invitation.attendedMinutes ??
        (invitation.offer === null ? undefined : meetingMinutesIn(invitation.offer)) ??
        minutesOfMeeting(meeting),
      version: invitation.version,
      isClaimed: sent.has(invitation.id),
      hasPaidTime: (invitation.offer?.activities.length ?? 0) > 0,
    })),
  });
}

export type Mark = { readonly invitationId: string; readonly version: number; readonly attendance: Attendance; readonly minutes: number };
export type Marked = { readonly opened: number; readonly told: number };

/**
 * Marks how everybody took part and opens the claims of those who may have one. Somebody who chose to be paid nothing is
 * thanked instead; which of the two a person was told is nobody else's to see. Marking again changes only claims not yet sent.
 */
export async function markAttendance(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  marks: readonly Mark[],
  intent?: string,
): Promise<Result<Marked, "not-found" | "not-yet" | "changed-by-someone-else">> {
  return context.change<Result<Marked, "not-found" | "not-yet" | "changed-by-someone-else">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      if (!hasBegun(context, meeting)) return refused("not-yet");
      const claims = await listClaimsOfMeeting(tx, coordinator.organisationId, meeting.id);
      const invited = new Map((await listInvited(tx, coordinator.organisationId, meeting.id)).map((one) => [one.invitation.id, one]));
      let opened = 0;
      let told = 0;
      for (const mark of marks) {
        const found = invited.get(mark.invitationId);
        if (!found) return refused("not-found");
        const before = claims.find(({ invitationId }) => invitationId === mark.invitationId);
        if (before !== undefined && before.state !== "open") continue;
        const { attendance, minutes } = mark;
        if (
          !(await saveInvitation(tx, mark.invitationId, mark.version, { attendance, attendedMinutes: attendance === "not" ? 0 : minutes }))
        )
          return refused("changed-by-someone-else");
        if (before === undefined && found.invitation.offer !== null) {
          opened += (await openClaim(context, tx, meeting, found)) ? 1 : 0;
          told += await tell(context, tx, meeting, found);
        }
      }
      if (meeting.state === "open") await saveMeeting(tx, meeting.id, meeting.version, { state: "held" });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "attendance-marked",
        subject: { kind: "meeting", id: meeting.id },
        details: { people: marks.length, claimsOpened: opened },
      });
      return done({ opened, told });
    },
    intent === undefined ? {} : { intent },
  );
}

/** One kind of time beside the meeting itself, as the card can pay for it. */
export type BesideRow = {
  readonly activity: Activity;
  readonly isCounted: boolean;
  readonly minutes: number | null;
  readonly items: number | null;
};

export type GivenTime = {
  readonly name: string;
  readonly firstName: string;
  readonly version: number;
  readonly isClaimed: boolean;
  readonly beside: readonly BesideRow[];
  readonly calledOff: CalledOff | null;
  /** What their time comes to as marked; null where the card cannot say. */
  readonly total: Pence | null;
};

/** What somebody gave beside the meeting's own hours, and whether it was called off. Refused where no time is paid. */
export async function givenTimeOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<Result<GivenTime, "not-found">> {
  const found = await paidPerson(context, context.db, coordinator, reference, personId);
  if (found === null) return refused("not-found");
  const { invitation, person, offer, card, isClaimed } = found;
  const marked = invitation.givenTime;
  const priced = priceAttendedTime({
    offer,
    card,
    attendance: (invitation.attendance ?? "in-room") as Attendance,
    minutes: invitation.attendedMinutes ?? undefined,
    beside: marked ?? undefined,
    calledOff: invitation.calledOff ?? undefined,
    earlier: [],
  });
  return done({
    name: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    version: invitation.version,
    isClaimed,
    beside: besideRows(offer, card, marked),
    calledOff: invitation.calledOff,
    total: priced.ok ? priced.value.total : null,
  });
}

async function paidPerson(context: Context, db: Db | Tx, coordinator: Coordinator, reference: string, personId: string) {
  const meeting = await findMeeting(db, coordinator.organisationId, reference);
  const invited = meeting && (await listInvited(db, coordinator.organisationId, meeting.id)).find(({ person }) => person.id === personId);
  if (!meeting || !invited) return null;
  const { invitation, person } = invited;
  const { offer } = invitation;
  if (offer === null || offer.activities.length === 0 || !hasBegun(context, meeting)) return null;
  const card = (await listRateCards(db, coordinator.organisationId))
    .map((stored) => stored.card)
    .find(({ id, version }) => id === offer.card.id && version === offer.card.version);
  if (card === undefined) return null;
  const claims = await listClaimsOfMeeting(db, coordinator.organisationId, meeting.id);
  const isClaimed = claims.some(({ invitationId, state }) => invitationId === invitation.id && state !== "open");
  return { meeting, invitation, person, offer, card, isClaimed };
}

// What was offered, and every other kind of time one line of the card can pay for.
function besideRows(offer: Offer, card: RateCard, marked: readonly TimeBeside[] | null): readonly BesideRow[] {
  const offered = new Map(offer.activities.map(({ entry }) => [entry.activity, entry]));
  const [model] = offer.activities;
  if (model === undefined) return [];
  return activities.flatMap((activity): readonly BesideRow[] => {
    if (activity === "meeting") return [];
    const entry = offered.get(activity);
    const { lineCode: _line, minutes: _minutes, items: _items, ...rest } = model.entry;
    const line = findLine(card, entry ?? { ...rest, id: activity, activity });
    if (!line.ok) return [];
    const said = marked?.find((one) => one.activity === activity);
    const as = marked === null ? entry : said;
    return [{ activity, isCounted: line.value.basis.kind === "per-item", minutes: as?.minutes ?? null, items: as?.items ?? null }];
  });
}

/**
 * Marks what somebody gave beside the meeting's own hours, and whether the meeting or their part was called off: then the rule in
 * their offer decides what is paid, and without one a person does. Refused once their claim was sent, and when the card cannot price it.
 */
export async function markGivenTime(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly personId: string; readonly version: number },
  given: { readonly beside: readonly TimeBeside[]; readonly calledOff: CalledOff | null },
  intent?: string,
): Promise<Result<object, "not-found" | "claimed-already" | "not-priced" | "changed-by-someone-else">> {
  return context.change<Result<object, "not-found" | "claimed-already" | "not-priced" | "changed-by-someone-else">>(
    async (tx) => {
      const found = await paidPerson(context, tx, coordinator, at.reference, at.personId);
      if (found === null) return refused("not-found");
      const { invitation, offer, card, isClaimed } = found;
      if (isClaimed) return refused("claimed-already");
      const { beside, calledOff } = given;
      const priced = priceAttendedTime({
        offer,
        card,
        attendance: (invitation.attendance ?? "in-room") as Attendance,
        minutes: invitation.attendedMinutes ?? undefined,
        beside,
        calledOff: calledOff ?? undefined,
        earlier: [],
      });
      if (!priced.ok) return refused("not-priced");
      if (!(await saveInvitation(tx, invitation.id, at.version, { givenTime: beside, calledOff })))
        return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "given-time-marked",
        subject: { kind: "invitation", id: invitation.id },
        details: { kinds: beside.length, calledOff: calledOff === null ? "no" : calledOff.by },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

// Two claims never have one reference: with a million of them, chance alone makes some twice.
async function freeReference(context: Context, tx: Tx): Promise<string> {
  const reference = context.newReference();
  const taken = await tx.query.claims.findFirst({ where: (table, { eq }) => eq(table.reference, reference), columns: { id: true } });
  return taken === undefined ? reference : freeReference(context, tx);
}

async function openClaim(context: Context, tx: Tx, meeting: Meeting, { invitation, person }: InvitedPerson): Promise<boolean> {
  const id = context.newId();
  const isNew = await addClaim(tx, {
    id,
    organisationId: meeting.organisationId,
    invitationId: invitation.id,
    personId: person.id,
    meetingId: meeting.id,
    reference: await freeReference(context, tx),
    state: "open",
  });
  if (isNew)
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: { kind: "program", id: "attendance" },
      action: "claim-opened",
      subject: { kind: "claim", id },
    });
  return isNew;
}

async function tell(context: Context, tx: Tx, meeting: Meeting, { invitation, person }: InvitedPerson): Promise<number> {
  if (channelFor(person) === null) return 0;
  const organisation = await organisationOf(context, meeting.organisationId);
  const choice = await choiceFor(context, tx, invitation.id);
  const facts = { name: person.name, meeting: meeting.name, organisation: organisation.name, isEasyRead: person.easyRead };
  const path = await mintLink(context, tx, {
    organisationId: meeting.organisationId,
    kind: "invitation",
    id: invitation.id,
    meetingDate: meeting.date,
  });
  const words = choice?.kind === "nothing" ? noClaimMessage(facts) : claimOpenMessage({ ...facts, link: `${context.origin}${path}` });
  await queueMessageTo(context, tx, person, {
    organisationId: meeting.organisationId,
    key: `claim-open ${invitation.id}`,
    kind: "claim-open",
    subject: words.subject,
    body: words.body,
    about: { kind: "invitation", id: invitation.id },
  });
  return 1;
}

// A meeting can be marked from its own day on, or once it was marked as held or called off: then people claim what they spent.
function hasBegun(context: Context, meeting: Meeting): boolean {
  return (
    meeting.state === "held" ||
    meeting.state === "cancelled" ||
    (meeting.state === "open" && meeting.date !== null && meeting.date <= context.today)
  );
}
