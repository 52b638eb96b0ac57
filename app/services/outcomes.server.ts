// "You said, we did": what people said of a meeting and what was done about it, told to everybody who took part, each their own way.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { dayIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { hasBeen } from "#app/domain/meetings/feedback.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { outcomesMessage, type OutcomeWords } from "#app/words/after-meeting.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addOutcome, listOutcomes, noteOutcomesTold, removeOutcome, saveOutcome, type StoredOutcome } from "#db/stores/after-meeting.ts";
import { findMeeting, findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { whoTookPart } from "./feedback-asked.server.ts";
import { sendLink } from "./invitations.server.ts";
import { organisationOf } from "./organisations.server.ts";

const place = (column: "said" | "did", row: string) => ({ table: "outcomes", column, row });

export type OutcomeView = OutcomeWords & {
  readonly outcomeId: string;
  readonly sentOn: CalendarDate | null;
  readonly version: number;
};

export type OutcomesView = {
  readonly meeting: Meeting;
  readonly outcomes: readonly OutcomeView[];
  /** How many people what is not sent yet would go to. */
  readonly people: number;
  /** Whether the meeting has been: before that there is nobody to tell. */
  readonly hasBeen: boolean;
  /** The day people were last told; it stays when the words are kept no longer. */
  readonly toldOn: CalendarDate | null;
};

function opened(context: Context, { id, said, did, byWhen, sentAt, version }: StoredOutcome): OutcomeView {
  return {
    outcomeId: id,
    said: context.vault.unseal(said, place("said", id)),
    did: context.vault.unseal(did, place("did", id)),
    byWhen,
    sentOn: sentAt === null ? null : dayIn(sentAt),
    version,
  };
}

/** What was written down for a meeting, sent or not. */
export async function outcomesOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<OutcomesView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  return done({
    meeting,
    outcomes: (await listOutcomes(context.db, meeting.organisationId, meeting.id)).map((row) => opened(context, row)),
    people: (await toTell(context.db, meeting)).length,
    hasBeen: hasBeen(meeting, context.today),
    toldOn: toldOn(meeting),
  });
}

const toldOn = ({ outcomesToldAt }: Meeting): CalendarDate | null => (outcomesToldAt === null ? null : dayIn(outcomesToldAt));

export type OutcomesForPerson = {
  /** Only what was sent, and only while it is kept. */
  readonly outcomes: readonly OutcomeView[];
  /** The day people were last told; null while they were not. */
  readonly toldOn: CalendarDate | null;
};

/** What changed because of a meeting, for somebody asked to it. */
export async function outcomesForPerson(context: Context, attendee: Attendee): Promise<OutcomesForPerson> {
  const all = await listOutcomes(context.db, attendee.organisationId, attendee.meetingId);
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  return {
    outcomes: all.filter(({ sentAt }) => sentAt !== null).map((row) => opened(context, row)),
    toldOn: meeting === undefined ? null : toldOn(meeting),
  };
}

async function toTell(db: Db, meeting: Meeting) {
  return (await whoTookPart(db, meeting)).flatMap((one) => {
    const channel = channelFor(one.person);
    return channel === null ? [] : [{ ...one, channel }];
  });
}

/** Writes one down, or changes one that was not sent yet: people have read what was sent. */
export async function writeOutcome(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly outcomeId: string | null; readonly version: number },
  words: OutcomeWords,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else" | "sent-already">> {
  return onOutcomes(context, coordinator, { reference: at.reference, action: "outcome-saved", intent }, async (tx, meeting) => {
    const sealed = (id: string) => ({
      said: context.vault.seal(words.said, place("said", id)),
      did: context.vault.seal(words.did, place("did", id)),
      byWhen: words.byWhen,
      savedBy: coordinator.staffId,
    });
    if (at.outcomeId === null) {
      const id = context.newId();
      await addOutcome(tx, { id, organisationId: meeting.organisationId, meetingId: meeting.id, ...sealed(id), savedAt: context.now });
      return null;
    }
    const found = (await listOutcomes(tx, meeting.organisationId, meeting.id)).find(({ id }) => id === at.outcomeId);
    if (!found) return "not-found";
    if (found.sentAt !== null) return "sent-already";
    return (await saveOutcome(tx, found.id, at.version, sealed(found.id))) ? null : "changed-by-someone-else";
  });
}

/** One outcome as somebody saw it. */
export type SeenOutcome = Pick<OutcomeView, "outcomeId" | "version">;

/** Takes one away that was not sent, as it was seen. */
export async function dropOutcome(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  seen: SeenOutcome,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else" | "sent-already">> {
  return onOutcomes(context, coordinator, { reference, action: "outcome-removed", intent }, async (tx, meeting) => {
    const found = (await listOutcomes(tx, meeting.organisationId, meeting.id)).find(({ id }) => id === seen.outcomeId);
    if (!found) return "not-found";
    if (found.sentAt !== null) return "sent-already";
    if (found.version !== seen.version) return "changed-by-someone-else";
    await removeOutcome(tx, found.id);
    return null;
  });
}

type Refusal = "not-found" | "changed-by-someone-else" | "sent-already";

async function onOutcomes(
  context: Context,
  coordinator: Coordinator,
  { reference, action, intent }: { readonly reference: string; readonly action: string; readonly intent: string | undefined },
  change: (tx: Tx, meeting: Meeting) => Promise<Refusal | null>,
): Promise<Result<null, Refusal>> {
  return context.change<Result<null, Refusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const refusal = await change(tx, meeting);
      if (refusal !== null) return refused(refusal);
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action,
        subject: { kind: "meeting", id: meeting.id },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

export type SendRefusal = "not-found" | "not-yet" | "nothing-to-send" | "changed-by-someone-else";

/**
 * Tells everybody who took part what was seen and is not sent yet, as it was seen. What a colleague wrote meanwhile waits; what a
 * colleague changed or took away meanwhile is looked at first. Gives how many were told.
 */
export async function sendOutcomes(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  seen: readonly SeenOutcome[],
  intent?: string,
): Promise<Result<{ readonly told: number }, SendRefusal>> {
  const organisation = await organisationOf(context, coordinator.organisationId);
  return context.change<Result<{ told: number }, SendRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      if (!hasBeen(meeting, context.today)) return refused("not-yet");
      const wasSeen = ({ id, version }: StoredOutcome) => seen.some((one) => one.outcomeId === id && one.version === version);
      const fresh = (await listOutcomes(tx, meeting.organisationId, meeting.id)).filter((row) => row.sentAt === null && wasSeen(row));
      const people = await toTell(tx, meeting);
      if (seen.length === 0 || people.length === 0) return refused("nothing-to-send");
      if (fresh.length < seen.length) return refused("changed-by-someone-else");
      for (const row of fresh) await saveOutcome(tx, row.id, row.version, { sentAt: context.now });
      await noteOutcomesTold(tx, meeting.id, context.now);
      const words = fresh.map((row) => opened(context, row));
      for (const { invitation, person, channel } of people) {
        await sendLink(
          context,
          tx,
          {
            meeting,
            person,
            invitationId: invitation.id,
            channel,
            kind: "outcomes",
            key: `outcomes ${invitation.id} ${words[0]?.outcomeId ?? ""}`,
          },
          (access) =>
            outcomesMessage({ meeting: meeting.name, organisation: organisation.name }, words, {
              ...access,
              isNeutral: person.neutralSubject,
              isEasyRead: person.easyRead,
            }),
        );
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "outcomes-sent",
        subject: { kind: "meeting", id: meeting.id },
        details: { outcomes: fresh.length, people: people.length },
      });
      return done({ told: people.length });
    },
    intent === undefined ? {} : { intent },
  );
}
