// Asking people to a meeting: who was asked, the message each of them gets, and their private links.
import { invitationLetter } from "#app/documents/catalogue/invitation-letter.ts";
import { lettersToPost } from "#app/documents/catalogue/letters-to-post.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument, type RenderedDocument, type RenderRefusal } from "#app/documents/render.ts";
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { minutesOffered } from "#app/domain/payments/offer.ts";
import type { OtherWay } from "#app/domain/people/after-no.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { readNewPeople, type NewPersonProblem } from "#app/domain/people/new-people.ts";
import { channelFor, recipientBy, type Channel } from "#app/domain/people/reach.ts";
import {
  asPlainText,
  invitationFor,
  isInEasyRead,
  linkAgainFor,
  partsOfPlainText,
  type InvitationFacts,
  type PayFacts,
  type WrittenMessage,
} from "#app/words/invitation.ts";
import { rateInWords } from "#app/words/payments.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { findOrganisation } from "#db/stores/accounts.ts";
import { listTwins } from "#db/stores/joined-invitations.ts";
import { findLiveGrant, revokeGrant } from "#db/stores/links.ts";
import {
  addInvitation,
  findInvited,
  findMeeting,
  findVenueOf,
  listAnswered,
  listInvited,
  removeUnanswered,
  saveInvitation,
  type Meeting,
  type NotForMe,
  type Reply,
} from "#db/stores/meetings.ts";
import {
  addPerson,
  findPeople,
  findPeopleByEmail,
  listPeopleOnFile,
  savePerson,
  type Person,
  type PreferredContact,
} from "#db/stores/people.ts";
import { moveMessage } from "#db/stores/messages.ts";
import { findRateCard } from "#db/stores/rate-cards.ts";
import { afterNoOf } from "./after-no.server.ts";
import type { Context } from "./context.server.ts";
import { pairsIfInvited } from "./kept-apart.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { mintLetterCode, mintLink } from "./links.server.ts";
import { listMessagesFor, type MessageView, queueMessage, showMessage, type ShownMessage } from "./messages.server.ts";
import { peopleWithKeptAnswers, whoFilledIn, type FilledBy } from "./needs.server.ts";
import { offerOf } from "./offers.server.ts";
import { sameName } from "./people.server.ts";

export type InvitationView = {
  readonly invitationId: string;
  readonly personId: string;
  readonly name: string;
  readonly preferredContact: PreferredContact;
  readonly reply: Reply;
  readonly repliedAt: Instant | null;
  readonly invitedAt: Instant | null;
  readonly attendance: string | null;
  readonly attendedMinutes: number | null;
  readonly version: number;
};

/** Everybody asked to a meeting of this organisation, by name; nobody for another organisation's meeting. */
export async function listInvitations(context: Context, coordinator: Coordinator, meetingId: string): Promise<readonly InvitationView[]> {
  const invited = await listInvited(context.db, coordinator.organisationId, meetingId);
  return invited.map(({ invitation, person }) => ({
    invitationId: invitation.id,
    personId: person.id,
    name: person.name,
    preferredContact: person.preferredContact,
    reply: invitation.reply,
    repliedAt: invitation.repliedAt,
    invitedAt: invitation.invitedAt,
    attendance: invitation.attendance,
    attendedMinutes: invitation.attendedMinutes,
    version: invitation.version,
  }));
}

export type InvitablePerson = {
  readonly personId: string;
  readonly name: string;
  readonly preferredContact: PreferredContact;
  readonly isInvited: boolean;
  /** They asked us to keep what they told us before. What it says is not here. */
  readonly hasSavedProfile: boolean;
};

/** The people on file whose name holds the given words, and whether each was asked to this meeting already. */
export async function listInvitable(
  context: Context,
  coordinator: Coordinator,
  meetingId: string,
  name = "",
): Promise<readonly InvitablePerson[]> {
  const invited = new Set((await listInvited(context.db, coordinator.organisationId, meetingId)).map(({ person }) => person.id));
  const kept = await peopleWithKeptAnswers(context, coordinator.organisationId);
  const words = name.trim().toLowerCase();
  return (await listPeopleOnFile(context.db, coordinator.organisationId))
    .filter((person) => person.name.toLowerCase().includes(words))
    .map((person) => ({
      personId: person.id,
      name: person.name,
      preferredContact: person.preferredContact,
      isInvited: invited.has(person.id),
      hasSavedProfile: kept.has(person.id),
    }));
}

export type ChosenPeople = {
  readonly known: readonly string[];
  /** One person a line: name, then email or phone. */
  readonly newPeople: string;
  readonly byPost: { readonly name: string; readonly address: string } | null;
};
export type ChoosingRefusal =
  | { readonly reason: "not-found" | "nobody" }
  | { readonly reason: "lines"; readonly problems: readonly NewPersonProblem[] }
  | { readonly reason: "already-on-list"; readonly email: string };

/**
 * Puts new people on file and gives the ids of everybody chosen, to be checked and then invited. Nobody is invited yet.
 * Refused with every line that cannot be read, when an address is on file for somebody of the same name, or when nobody was chosen.
 */
export async function choosePeople(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  chosen: ChosenPeople,
  intent?: string,
): Promise<Result<readonly string[], ChoosingRefusal>> {
  const read = readNewPeople(chosen.newPeople);
  if (read.problems.length > 0) return refused({ reason: "lines", problems: read.problems });
  return context.change<Result<readonly string[], ChoosingRefusal>>(
    async (tx) => {
      if (!(await findMeeting(tx, coordinator.organisationId, reference))) return refused({ reason: "not-found" });
      const ids = (await findPeople(tx, coordinator.organisationId, chosen.known)).map(({ id }) => id);
      for (const person of read.people) {
        const same = person.email === "" ? [] : await findPeopleByEmail(tx, coordinator.organisationId, person.email);
        if (same.some(({ name }) => sameName(name, person.name))) return refused({ reason: "already-on-list", email: person.email });
        ids.push(
          await putOnFile(context, tx, coordinator, { ...person, address: "", preferredContact: person.email === "" ? "phone" : "email" }),
        );
      }
      if (chosen.byPost !== null) {
        ids.push(await putOnFile(context, tx, coordinator, { ...chosen.byPost, email: "", phone: "", preferredContact: "letter" }));
      }
      return ids.length === 0 ? refused({ reason: "nobody" }) : done(ids);
    },
    intent === undefined ? {} : { intent },
  );
}

async function putOnFile(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  facts: Pick<Person, "name" | "email" | "phone" | "address" | "preferredContact">,
): Promise<string> {
  const id = context.newId();
  const { name, email, phone, address, preferredContact } = facts;
  await addPerson(tx, {
    id,
    organisationId: coordinator.organisationId,
    name,
    email,
    phone,
    address,
    preferredContact,
    createdAt: context.now,
  });
  await record(context, tx, {
    organisationId: coordinator.organisationId,
    actor: auditActorOf(coordinator),
    action: "person-added",
    subject: { kind: "person", id },
  });
  return id;
}

export type PersonToInvite = {
  readonly personId: string;
  readonly name: string;
  readonly neutralSubject: boolean;
  readonly easyRead: boolean;
  /** Null when there is no way to reach them. */
  readonly channel: Channel | null;
  readonly addressLines: readonly string[];
};

/** Those of the chosen people who were not invited yet, with what their invitation will say. */
export async function findInvitationDraft(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personIds: readonly string[],
): Promise<
  Result<
    {
      readonly meeting: Meeting;
      readonly facts: InvitationFacts;
      readonly people: readonly PersonToInvite[];
      readonly alreadyInvited: number;
      /** Pairs of people kept apart who would both be asked. */
      readonly pairs: number;
    },
    "not-found"
  >
> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = new Set((await listInvited(context.db, coordinator.organisationId, meeting.id)).map(({ person }) => person.id));
  const chosen = await findPeople(context.db, coordinator.organisationId, personIds);
  return done({
    meeting,
    facts: await invitationFactsOf(context, context.db, meeting),
    pairs: await pairsIfInvited(context, context.db, meeting, personIds),
    alreadyInvited: chosen.filter(({ id }) => invited.has(id)).length,
    people: chosen
      .filter(({ id }) => !invited.has(id))
      .map((person) => ({
        personId: person.id,
        name: person.name,
        neutralSubject: person.neutralSubject,
        easyRead: person.easyRead,
        channel: channelFor(person),
        addressLines: linesOf(person.address),
      })),
  });
}

/** Sends the invitation to the coordinator alone, marked as a test, with no link that opens anything. Refused without a mail server. */
export async function sendTestInvitation(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  said: { readonly personalLine: string; readonly isNeutral: boolean },
  intent?: string,
): Promise<Result<{ readonly to: string }, "not-found" | "no-mail-server">> {
  if (!context.mailIsSet) return refused("no-mail-server");
  return context.change<Result<{ to: string }, "not-found" | "no-mail-server">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const facts = await invitationFactsOf(context, tx, meeting);
      const { subject, parts } = invitationFor(facts, {
        ...said,
        name: coordinator.name,
        form: "email",
        link: "(here stands each person's own private link)",
      });
      await queueMessage(context, tx, {
        organisationId: meeting.organisationId,
        key: `invitation-test ${context.newId()}`,
        kind: "invitation-test",
        channel: "email",
        recipient: coordinator.email,
        subject: `Test: ${subject}`,
        body: asPlainText({ parts }),
      });
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "invitation-test-sent",
        subject: { kind: "meeting", id: meeting.id },
      });
      return done({ to: coordinator.email });
    },
    intent === undefined ? {} : { intent },
  );
}

export type Inviting = {
  readonly personIds: readonly string[];
  readonly personalLine: string;
  /** Those whose message has the neutral subject line. */
  readonly neutralFor: readonly string[];
  /** Those whose messages are written in Easy Read from now on; left out, as it is on their record. */
  readonly easyFor?: readonly string[];
  /** Everybody here is invited by post, however they like to be reached: only those with a postal address. */
  readonly byPost?: boolean;
  /** Whoever invites has read that two of the people who would be asked are kept apart. */
  readonly knowsOfPairs?: boolean;
};
export type Invited = {
  readonly personId: string;
  readonly invitationId: string;
  readonly channel: Channel;
  readonly messageId: string;
  /** The path of the private link just made; null when this form was acted on before, because links are not kept. */
  readonly link: string | null;
};
export type InvitingRefusal =
  { readonly reason: "not-found" | "not-open" | "nobody" | "kept-apart" } | { readonly reason: "no-way-to-contact"; readonly name: string };

/**
 * Invites people: for each of them one invitation, their offer of payment as it stands today, a private link and a message
 * that carries it. Somebody who was invited before is passed over. Refused unless the meeting was created and is still to come, and
 * where two people who are kept apart would both be asked, unless whoever invites has read that.
 */
export async function invitePeople(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  inviting: Inviting,
  intent?: string,
): Promise<Result<readonly Invited[], InvitingRefusal>> {
  // Links live outside the change's own answer, which is kept in plain words for a form that is sent twice.
  const links = new Map<string, string>();
  const invited = await context.change<Result<readonly Omit<Invited, "link">[], InvitingRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused({ reason: "not-found" });
      if (meeting.state !== "open" || (meeting.date !== null && meeting.date < context.today)) return refused({ reason: "not-open" });
      const people = await findPeople(tx, coordinator.organisationId, inviting.personIds);
      if (people.length === 0) return refused({ reason: "nobody" });
      const pairs = await pairsIfInvited(
        context,
        tx,
        meeting,
        people.map(({ id }) => id),
      );
      if (pairs > 0 && inviting.knowsOfPairs !== true) return refused({ reason: "kept-apart" });
      if (pairs > 0) {
        await record(context, tx, {
          organisationId: meeting.organisationId,
          actor: auditActorOf(coordinator),
          action: "kept-apart-invited",
          subject: { kind: "meeting", id: meeting.id },
          details: { pairs },
        });
      }
      const facts = await invitationFactsOf(context, tx, meeting);
      const sent: Omit<Invited, "link">[] = [];
      for (const person of people) {
        const channel = inviting.byPost === true ? (person.address === "" ? null : "letter") : channelFor(person);
        if (channel === null) return refused({ reason: "no-way-to-contact", name: person.name });
        const offer = await offerOf(context, tx, meeting, person.id);
        const invitationId = context.newId();
        const isNew = await addInvitation(tx, {
          id: invitationId,
          organisationId: meeting.organisationId,
          meetingId: meeting.id,
          personId: person.id,
          invitedAt: context.now,
          offer: offer.ok ? offer.value : null,
        });
        if (!isNew) continue;
        const isEasyRead = inviting.easyFor?.includes(person.id) ?? person.easyRead;
        if (isEasyRead !== person.easyRead) {
          await savePerson(tx, person.id, person.version, { easyRead: isEasyRead });
          await record(context, tx, {
            organisationId: meeting.organisationId,
            actor: auditActorOf(coordinator),
            action: "person-changed",
            subject: { kind: "person", id: person.id },
          });
        }
        const { link, messageId } = await sendLink(
          context,
          tx,
          { meeting, person, invitationId, channel, kind: "invitation", key: `invitation ${invitationId}` },
          (access) =>
            invitationFor(facts, {
              ...access,
              personalLine: inviting.personalLine,
              isNeutral: inviting.neutralFor.includes(person.id),
              isEasyRead,
            }),
        );
        links.set(invitationId, link);
        await record(context, tx, {
          organisationId: meeting.organisationId,
          actor: auditActorOf(coordinator),
          action: "invited",
          subject: { kind: "invitation", id: invitationId },
          details: { channel, offer: offer.ok },
        });
        sent.push({ personId: person.id, invitationId, channel, messageId });
      }
      return done(sent);
    },
    intent === undefined ? {} : { intent },
  );
  if (!invited.ok) return invited;
  return done(invited.value.map((one) => ({ ...one, link: links.get(one.invitationId) ?? null })));
}

/** Makes a new link for somebody invited before and sends it their way; the old links go on working. */
export async function sendLinkAgain(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
  intent?: string,
): Promise<Result<{ readonly name: string; readonly messageId: string; readonly channel: Channel }, "not-found" | "no-way-to-contact">> {
  return context.change(
    async (tx) => {
      const found = await findInvitedTo(tx, coordinator, reference, personId);
      if (!found) return refused("not-found");
      const { meeting, person, invitation } = found;
      const channel = channelFor(person);
      if (channel === null) return refused("no-way-to-contact");
      // The coordinator has looked into it, and the link stands again; what was said stays on record.
      if (invitation.notForMe !== null) await saveInvitation(tx, invitation.id, invitation.version, { notForMe: null });
      const facts = await invitationFactsOf(context, tx, meeting);
      const { messageId } = await sendLink(
        context,
        tx,
        { meeting, person, invitationId: invitation.id, channel, kind: "invitation-link", key: linkAgainKey(context, invitation.id) },
        (access) => linkAgainFor(facts, { ...access, isNeutral: person.neutralSubject, isEasyRead: person.easyRead }),
      );
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "link-sent-again",
        subject: { kind: "invitation", id: invitation.id },
        details: { channel },
      });
      return done({ name: person.name, messageId, channel });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Takes somebody off a meeting who was invited and has not told us anything yet; their links end. Nothing anybody told us is ever removed this way. */
export async function removeInvitation(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
  intent?: string,
): Promise<Result<{ readonly name: string }, "not-found" | "has-answered">> {
  return context.change(
    async (tx) => {
      const found = await findInvitedTo(tx, coordinator, reference, personId);
      if (!found) return refused("not-found");
      if (!(await removeUnanswered(tx, found.invitation.id))) return refused("has-answered");
      const grant = await findLiveGrant(tx, "invitation", found.invitation.id);
      if (grant) await revokeGrant(tx, grant.id, context.now);
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "invitation-removed",
        subject: { kind: "invitation", id: found.invitation.id },
      });
      return done({ name: found.person.name });
    },
    intent === undefined ? {} : { intent },
  );
}

export type Sending = {
  readonly personId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly reply: Reply;
  readonly preferredContact: PreferredContact;
  /** Empty where none is on file. */
  readonly phone: string;
  /** Something is on file about contacting them safely; never what. */
  readonly hasSafeContact: boolean;
  /** Whether they sent us their access answers; never what is in them. */
  readonly hasSentAnswers: boolean;
  /** Who filled in the answers they sent; null where nobody has said. */
  readonly filledBy: FilledBy | null;
  readonly helper: string;
  /** How else somebody who said no would give their views; null where they did not say. */
  readonly otherWay: OtherWay | null;
  /** What was said where the link was refused; null where it was not. */
  readonly notForMe: NotForMe | null;
  /** They were on file twice, answered twice, and have still to choose which is right. */
  readonly isTwice: boolean;
  /** The latest message about their invitation; null when none was written. */
  readonly message: MessageView | null;
};

/** Everybody invited, each with the latest message that carries their link. */
export async function listSendings(context: Context, coordinator: Coordinator, meetingId: string): Promise<readonly Sending[]> {
  const invited = await listInvited(context.db, coordinator.organisationId, meetingId);
  const messages = await listMessagesFor(context, coordinator, { kind: "invitation", ids: invited.map(({ invitation }) => invitation.id) });
  const answered = new Set(
    await listAnswered(
      context.db,
      invited.map(({ invitation }) => invitation.id),
    ),
  );
  const writers = await whoFilledIn(context, coordinator.organisationId, meetingId);
  const twins = new Set((await listTwins(context.db, coordinator.organisationId, meetingId)).map(({ invitationId }) => invitationId));
  const withLink = messages.filter(({ kind }) => kindsWithLink.some((one) => one === kind));
  return invited.map(({ invitation, person }) => ({
    personId: person.id,
    invitationId: invitation.id,
    name: person.name,
    reply: invitation.reply,
    preferredContact: person.preferredContact,
    phone: person.phone,
    hasSafeContact: person.safeContact !== null,
    hasSentAnswers: answered.has(invitation.id),
    filledBy: writers.get(invitation.id)?.filledBy ?? null,
    helper: writers.get(invitation.id)?.helper ?? "",
    otherWay: afterNoOf(context, invitation).otherWay,
    notForMe: invitation.notForMe,
    isTwice: twins.has(invitation.id),
    message: withLink.find(({ aboutId }) => aboutId === invitation.id) ?? null,
  }));
}

export type MessageForOne = {
  readonly meeting: string;
  readonly name: string;
  readonly message: ShownMessage;
  /** The message as a letter to print; null for one that goes another way. */
  readonly letter: Doc | null;
  readonly isEasyRead: boolean;
};

/** One message about an invitation to this meeting, for a coordinator to show, send by hand or print. */
export async function findMessageFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  messageId: string,
): Promise<Result<MessageForOne, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = await listInvited(context.db, coordinator.organisationId, meeting.id);
  const messages = await listMessagesFor(context, coordinator, { kind: "invitation", ids: invited.map(({ invitation }) => invitation.id) });
  const about = messages.find((message) => message.messageId === messageId)?.aboutId;
  const person = invited.find(({ invitation }) => invitation.id === about)?.person;
  if (!person) return refused("not-found");
  const shown = await showMessage(context, coordinator, messageId);
  if (!shown.ok) return refused("not-found");
  const organisation = await findOrganisation(context.db, coordinator.organisationId);
  if (!organisation) throw new Error("A coordinator belongs to no organisation");
  const parts = partsOfPlainText(shown.value.text);
  const letter = invitationLetter({
    organisation: await letterheadOf(context, organisation),
    name: person.name,
    addressLines: linesOf(shown.value.recipient),
    subject: shown.value.subject,
    parts,
    madeOn: dayIn(shown.value.createdAt),
  });
  return done({
    meeting: meeting.name,
    name: person.name,
    message: shown.value,
    letter: shown.value.channel === "letter" ? letter : null,
    isEasyRead: isInEasyRead(parts),
  });
}

/** The smallest print of a letter in Easy Read (experience.md 5.9). */
const easyReadPoints = 16;

/** A letter as a PDF, in Easy Read never under 16 point. Refused with the characters no typeface of ours can print. */
export async function printLetter(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  messageId: string,
  sizePoints: number,
): Promise<Result<RenderedDocument, "not-found" | RenderRefusal>> {
  const found = await findMessageFor(context, coordinator, reference, messageId);
  if (!found.ok || found.value.letter === null) return refused("not-found");
  return renderDocument(found.value.letter, { pdf: found.value.isEasyRead ? Math.max(sizePoints, easyReadPoints) : sizePoints });
}

/**
 * Every letter of a meeting that waits to be posted, the latest to each person, as one PDF; with one in Easy Read among them, all in at
 * least 16 point. Looking is recorded for each. Refused when
 * none waits, and with the characters no typeface of ours can print.
 */
export async function printLettersToPost(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  sizePoints: number,
): Promise<Result<RenderedDocument, "not-found" | "none" | RenderRefusal>> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const organisation = await findOrganisation(context.db, coordinator.organisationId);
  if (!meeting || !organisation) return refused("not-found");
  const letters = [];
  for (const { name, message } of await listSendings(context, coordinator, meeting.id)) {
    if (message?.status !== "letter-to-post") continue;
    const shown = await showMessage(context, coordinator, message.messageId);
    if (!shown.ok) continue;
    const { subject, text, recipient } = shown.value;
    letters.push({ name, addressLines: linesOf(recipient), subject, parts: partsOfPlainText(text) });
  }
  if (letters.length === 0) return refused("none");
  const doc = lettersToPost({
    organisation: await letterheadOf(context, organisation),
    madeOn: context.today,
    letters,
  });
  const hasEasyRead = letters.some(({ parts }) => isInEasyRead(parts));
  return renderDocument(doc, { pdf: hasEasyRead ? Math.max(sizePoints, easyReadPoints) : sizePoints });
}

/**
 * Notes that letters about this meeting's invitations were posted: their words, with the private link, are erased. Gives how many; one
 * that was noted meanwhile stays as it is.
 */
export async function markLettersPosted(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  messageIds: readonly string[],
  intent?: string,
): Promise<Result<{ readonly posted: number }, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const waiting = (await listSendings(context, coordinator, meeting.id)).flatMap(({ invitationId, message }) =>
    message?.status === "letter-to-post" && messageIds.includes(message.messageId) ? [{ invitationId, id: message.messageId }] : [],
  );
  return context.change(
    async (tx) => {
      let posted = 0;
      for (const { invitationId, id } of waiting) {
        if (!(await moveMessage(tx, id, "shown", { state: "sent", sentAt: context.now, body: null }))) continue;
        await record(context, tx, {
          organisationId: meeting.organisationId,
          actor: auditActorOf(coordinator),
          action: "letter-posted",
          subject: { kind: "invitation", id: invitationId },
        });
        posted += 1;
      }
      return done({ posted });
    },
    intent === undefined ? {} : { intent },
  );
}

/** What an invitation says about a meeting, the same for everybody. Throws for a meeting nobody can be invited to yet. */
export async function invitationFactsOf(context: Context, db: Db | Tx, meeting: Meeting): Promise<InvitationFacts> {
  const organisation = await findOrganisation(db, meeting.organisationId);
  if (!organisation || meeting.contact === null || meeting.mode === null)
    throw new Error("An invitation was asked for before the meeting was created");
  const venue =
    meeting.venueId === null || meeting.mode === "online" ? undefined : await findVenueOf(db, meeting.organisationId, meeting.venueId);
  const { date, startsAt, endsAt } = meeting;
  return {
    organisation: organisation.name,
    meeting: meeting.name,
    about: meeting.about,
    asked: meeting.asked,
    contact: meeting.contact,
    when: date === null || startsAt === null || endsAt === null ? null : { date, from: startsAt, to: endsAt },
    mode: meeting.mode,
    place: venue ? { name: venue.name, address: venue.address } : null,
    onlineService: meeting.onlineService,
    pay: await payOf(context, db, meeting),
    costs: meeting.costsCovered,
    costsOther: meeting.costsOther,
    paidWithin: meeting.paidWithin,
    replyBy: replyByOf(meeting, context.today),
  };
}

async function payOf(context: Context, db: Db | Tx, meeting: Meeting): Promise<PayFacts> {
  if (meeting.paymentOffered === "nothing") return { kind: "nothing" };
  if (meeting.paymentOffered === "costs-only") return { kind: "costs-only" };
  const offer = await offerOf(context, db, meeting, "");
  if (offer.ok) return { kind: "time-and-costs", total: offer.value.total, minutes: minutesOffered(offer.value) };
  const stored = meeting.rateCardId === null ? undefined : await findRateCard(db, meeting.organisationId, meeting.rateCardId);
  const line = stored?.card.lines.find(({ code }) => code === meeting.rateLineCode);
  if (!line) throw new Error("An invitation was asked for before the payment was decided");
  return { kind: "rate", rate: rateInWords(line) };
}

// Asking people to reply by a day that has passed would tell them they are too late.
function replyByOf(meeting: Meeting, today: CalendarDate): CalendarDate | null {
  return meeting.replyBy !== null && meeting.replyBy >= today ? meeting.replyBy : null;
}

const linkAgainKey = (context: Context, invitationId: string): string => `invitation-link ${invitationId} ${context.newId()}`;

export type LinkAccess = Pick<Parameters<typeof invitationFor>[1], "name" | "form" | "link" | "code">;
/** The kinds of message about an invitation that carry its private link. */
const kindsWithLink = [
  "invitation",
  "invitation-link",
  "reminder",
  "date-chosen",
  "called-off",
  "meeting-moved",
  "answers-received",
  "joining-instructions",
  "feedback-request",
  "outcomes",
] as const;

/**
 * Writes one message to somebody invited, their way, with a new private link in it; old links go on working. One message is
 * written for each key. The link is given back once, because it is kept nowhere.
 */
export async function sendLink(
  context: Context,
  tx: Tx,
  to: {
    readonly meeting: Meeting;
    readonly person: Person;
    readonly invitationId: string;
    readonly channel: Channel;
    readonly kind: (typeof kindsWithLink)[number];
    readonly key: string;
  },
  write: (access: LinkAccess) => WrittenMessage,
): Promise<{ readonly link: string; readonly messageId: string }> {
  const { meeting, person, invitationId, channel, kind, key } = to;
  const subject = { organisationId: meeting.organisationId, kind: "invitation" as const, id: invitationId, meetingDate: meeting.date };
  const link = await mintLink(context, tx, subject);
  const code = channel === "letter" ? { code: await mintLetterCode(context, tx, subject), at: `${context.origin}/link-help` } : undefined;
  const message = write({
    name: person.name,
    form: channel === "show" ? "text" : channel,
    link: `${context.origin}${link}`,
    ...(code === undefined ? {} : { code }),
  });
  const messageId = await queueMessage(context, tx, {
    organisationId: meeting.organisationId,
    key,
    kind,
    channel,
    recipient: recipientBy(person, channel),
    subject: message.subject,
    body: asPlainText(message),
    about: { kind: "invitation", id: invitationId },
  });
  return { link, messageId };
}

async function findInvitedTo(tx: Tx, coordinator: Coordinator, reference: string, personId: string) {
  const meeting = await findMeeting(tx, coordinator.organisationId, reference);
  const found = meeting && (await findInvited(tx, coordinator.organisationId, meeting.id, personId));
  return meeting && found ? { meeting, ...found } : null;
}
