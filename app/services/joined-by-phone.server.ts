// Choosing between two sets of answers together with the person, on the phone or face to face. What either set says stays private to
// them: a coordinator reads when each was given and what they may read with the person's name already, and writes down what they choose.
import { saysAnything } from "#app/domain/access/join-answers.ts";
import { choiceOf, readingOf } from "#app/domain/access/sharing.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { attendeeOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { answersReceivedFor } from "#app/words/invitation.ts";
import { readingText } from "#app/words/sharing.ts";
import { findTwinInvitation } from "#db/stores/joined-invitations.ts";
import { findLiveGrant } from "#db/stores/links.ts";
import { findInvited, findMeeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { invitationFactsOf, sendLink } from "./invitations.server.ts";
import { answersToJoin, joinOwnAnswers, keyOf, type JoinChoices, type JoinQuestion } from "./joined-answers.server.ts";
import { ownAnswers, sharedOf } from "./needs.server.ts";

/** One set of answers as a coordinator may know of it. */
export type GivenSet = {
  /** The day it was sent; null where it was begun and never sent. */
  readonly sentOn: CalendarDate | null;
  /** What they let the organiser read with their name; null where they did not. */
  readonly lines: readonly string[] | null;
};
export type PhoneQuestion =
  | Extract<JoinQuestion, { readonly about: "reply" }>
  | { readonly about: "dateAnswers" | "leavePlans"; readonly one: Instant; readonly other: Instant }
  | { readonly about: "access"; readonly one: GivenSet; readonly other: GivenSet };
export type PhoneSide = "one" | "other" | "both";
export type PhoneChoices = Readonly<Partial<Record<PhoneQuestion["about"], PhoneSide>>>;

export type ToJoinByPhone = {
  readonly reference: string;
  readonly meeting: string;
  readonly fullName: string;
  readonly firstName: string;
  readonly questions: readonly PhoneQuestion[];
  /** They chose about payment twice: that is between them and the payments team, so they choose by themselves. */
  readonly hasPayment: boolean;
  readonly seen: string;
};

type Found = ToJoinByPhone & {
  readonly attendee: Attendee;
  /** Whose record stays. */
  readonly keptPersonId: string;
  readonly all: readonly JoinQuestion[];
};

/** What somebody has still to choose between. Refused for somebody with one set of answers. */
export async function findJoinByPhone(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<Result<ToJoinByPhone, "not-found">> {
  const found = await findSets(context, coordinator, reference, personId, "by-phone");
  if (found === null) return refused("not-found");
  const { attendee: _attendee, keptPersonId: _kept, all: _all, ...view } = found;
  return done(view);
}

async function findSets(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
  how: "by-phone" | "in-person",
): Promise<Found | null> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const found = meeting && (await findInvited(context.db, coordinator.organisationId, meeting.id, personId));
  if (!meeting || !found || meeting.state !== "open") return null;
  const { invitation, person } = found;
  const grant = await findLiveGrant(context.db, "invitation", invitation.id);
  const attendee = attendeeOf({
    organisationId: coordinator.organisationId,
    personId: person.id,
    invitationId: invitation.id,
    meetingId: meeting.id,
    grantId: grant?.id ?? "",
    // They are on the phone, or in the room: what they choose is written down, and nothing of either set is read out of here.
    mayReadBack: true,
    helpedBy: { staffId: coordinator.staffId, how },
  });
  const toJoin = await answersToJoin(context, attendee);
  const twin = await findTwinInvitation(context.db, { ...attendee, id: attendee.invitationId });
  if (!toJoin.ok || !twin) return null;
  const all = toJoin.value.questions;
  // The first set is that of the record that is kept, as everywhere else.
  const isTwinKept = twin.twin.personId === twin.rootId;
  const [one, other] = isTwinKept ? ([twin.twin.id, invitation.id] as const) : ([invitation.id, twin.twin.id] as const);
  const setOf = async (id: string): Promise<GivenSet> => {
    const { answers, sentAt, hasChanges } = await ownAnswers(context, attendeeOf({ ...attendee, invitationId: id }));
    const shared = sharedOf(person.name, answers);
    const mayRead = sentAt !== null && !hasChanges && choiceOf(shared, "coordinator") === "with-name";
    return {
      sentOn: sentAt === null ? null : dayIn(sentAt),
      lines: mayRead ? readingText(readingOf(shared, "coordinator")).lines : null,
    };
  };
  const differs = all.some(({ about }) => about === "topic" || about === "everyone");
  return {
    attendee,
    keptPersonId: isTwinKept ? twin.twin.personId : person.id,
    all,
    reference,
    meeting: meeting.name,
    fullName: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    questions: [
      ...all.flatMap((question) => (question.about === "reply" ? [question] : [])),
      ...(differs ? [{ about: "access" as const, one: await setOf(one), other: await setOf(other) }] : []),
      ...all.flatMap((question) =>
        question.about === "dateAnswers" || question.about === "leavePlans"
          ? [{ about: question.about, one: question.one, other: question.other }]
          : [],
      ),
    ],
    hasPayment: all.some(({ about }) => about === "paymentChoices"),
    seen: toJoin.value.seen,
  };
}

/**
 * Makes the two sets one as the person chose together with a coordinator, and sends them their link to look at it. Refused while
 * something was changed meanwhile, something is not chosen, they chose about payment twice, or two claims stand.
 */
export async function joinByPhone(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly personId: string; readonly seen: string; readonly how: "by-phone" | "in-person" },
  choices: PhoneChoices,
  intent?: string,
): Promise<Result<null, "not-found" | "payment" | "changed-elsewhere" | "not-chosen" | "two-claims">> {
  const found = await findSets(context, coordinator, at.reference, at.personId, at.how);
  if (found === null) return refused("not-found");
  if (found.hasPayment) return refused("payment");
  const joined = await joinOwnAnswers(context, found.attendee, at.seen, choicesFor(found.all, choices), intent);
  if (!joined.ok) return refused(joined.refusal === "nothing-to-join" || joined.refusal === "not-proven" ? "not-found" : joined.refusal);
  await sendThemTheirLink(context, coordinator, at, found.keptPersonId);
  return done(null);
}

function choicesFor(all: readonly JoinQuestion[], choices: PhoneChoices): JoinChoices {
  return Object.fromEntries(
    all.flatMap((question) => {
      const side =
        question.about === "topic" || question.about === "everyone" ? choices.access : choices[question.about as keyof PhoneChoices];
      if (side === undefined) return [];
      if (question.about !== "topic" || side !== "both" || question.bothSay) return [[keyOf(question), side] as const];
      // Both together, of something only one side says: that side.
      return [[keyOf(question), saysAnything(question.one, question.topic) ? "one" : "other"] as const];
    }),
  );
}

async function sendThemTheirLink(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly how: "by-phone" | "in-person" },
  personId: string,
): Promise<void> {
  await context.change(async (tx) => {
    const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
    const found = meeting && (await findInvited(tx, coordinator.organisationId, meeting.id, personId));
    const channel = found ? channelFor(found.person) : null;
    if (!meeting || !found || channel === null || found.invitation.notForMe !== null) return;
    const facts = await invitationFactsOf(context, tx, meeting);
    await sendLink(
      context,
      tx,
      {
        meeting,
        person: found.person,
        invitationId: found.invitation.id,
        channel,
        kind: "answers-received",
        key: `answers-received ${context.newId()}`,
      },
      (access) =>
        answersReceivedFor(facts, { ...access, isNeutral: found.person.neutralSubject, isEasyRead: found.person.easyRead }, at.how),
    );
  });
}
