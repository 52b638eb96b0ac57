// Joining instructions: who is ready to have theirs, sending them, and noticing when something changed after they went out.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { keyDates } from "#app/domain/meetings/key-dates.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { channelFor, type Channel } from "#app/domain/people/reach.ts";
import { onlineServiceNames } from "#app/words/invitation.ts";
import {
  changedSince,
  joiningFor,
  joiningWhen,
  lookAgainReasons,
  type JoiningFacts,
  type Missing,
  type ReadyFor,
} from "#app/words/joining.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { listJoiningInstructions, saveJoiningInstructions, type StoredInstructions } from "#db/stores/joining-instructions.ts";
import { findMeeting, findVenueOf, listAnswered, listInvited, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import type { PreferredContact } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { sendLink } from "./invitations.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { photosOfPlace, type PhotosOfPlace } from "./venue-photos.server.ts";
import { whoMeetsAt } from "./who-meets.server.ts";

export type PersonToJoin = {
  readonly personId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly firstName: string;
  readonly preferredContact: PreferredContact;
  readonly channel: Channel | null;
  /** What stands in the way; empty when they are ready. */
  readonly missing: readonly Missing[];
  readonly sentOn: CalendarDate | null;
  /** The day a coordinator looked at theirs and marked them as ready; null while nobody did, or something it says changed since. */
  readonly readyOn: CalendarDate | null;
  /** What changed since it was marked as ready, so that it is not ready any more; empty while it stands, or was never marked. */
  readonly lookAgain: readonly string[];
  /** Whether they have sent what they need, so that theirs has a list of what is arranged. Never what is in it. */
  readonly hasSentAnswers: boolean;
  /** Whether the subject line of theirs says nothing of the meeting. */
  readonly isNeutral: boolean;
  /** Whether theirs is written in Easy Read. */
  readonly isEasyRead: boolean;
  /** What is different from what was sent to them. */
  readonly changed: readonly string[];
  readonly personalLine: string;
  /** Nought while nothing was done about theirs. */
  readonly version: number;
};

// A fingerprint of what they told us goes with each person inside this module, and no further.
type WithAnswers = PersonToJoin & { readonly answers: string };

export type JoiningList = {
  readonly reference: string;
  readonly name: string;
  readonly date: CalendarDate | null;
  /** The day to send them by; null while nobody knows. */
  readonly sendBy: CalendarDate | null;
  readonly facts: JoiningFacts;
  /** What the meeting itself lacks. */
  readonly missing: readonly Missing[];
  readonly photos: PhotosOfPlace;
  readonly people: readonly PersonToJoin[];
};

const linePlace = (row: string) => ({ table: "joining_instructions", column: "personal_line", row });
const readyPlace = (row: string) => ({ table: "joining_instructions", column: "ready_facts", row });
const factsPlace = (row: string) => ({ table: "joining_instructions", column: "sent_facts", row });

/** How the joining instructions of a meeting stand. People who said no, or that the invitation is not for them, are left out. */
export async function listJoining(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<JoiningList, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const { facts, missing } = await factsOf(context.db, meeting);
  const sendBy =
    meeting.date === null
      ? undefined
      : keyDates({
          date: meeting.date,
          today: context.today,
          replyBy: meeting.replyBy,
          hasRoom: meeting.mode !== "online",
          holidays: context.holidaysOf(meeting.nation),
        }).find(({ id }) => id === "joining-instructions")?.on;
  return done({
    reference,
    name: meeting.name,
    date: meeting.date,
    sendBy: sendBy?.ok === true ? sendBy.value : null,
    facts,
    missing,
    photos: await photosOfPlace(context, meeting),
    people: (await peopleOf(context, context.db, meeting, facts, missing)).map(({ answers: _answers, ...person }) => person),
  });
}

/** Keeps the personal line of one person's instructions. */
export async function savePersonalLine(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly personId: string; readonly version: number },
  personalLine: string,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else">> {
  return context.change(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      const found = meeting && (await listInvited(tx, meeting.organisationId, meeting.id)).find(({ person }) => person.id === at.personId);
      if (!meeting || !found) return refused("not-found");
      const invitationId = found.invitation.id;
      const saved = await saveJoiningInstructions(tx, at.version, {
        invitationId,
        organisationId: meeting.organisationId,
        personalLine: personalLine === "" ? null : context.vault.seal(personalLine, linePlace(invitationId)),
        readyAt: null,
        readyFacts: null,
      });
      if (!saved) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "joining-line-saved",
        subject: { kind: "invitation", id: invitationId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/** Notes that a coordinator looked at one person's instructions and found them ready. Refused while something is missing. */
export async function markReady(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly personId: string; readonly version: number },
  intent?: string,
): Promise<Result<null, "not-found" | "something-missing" | "changed-by-someone-else">> {
  return context.change(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      if (!meeting) return refused("not-found");
      const { facts, missing } = await factsOf(tx, meeting);
      const person = (await peopleOf(context, tx, meeting, facts, missing)).find(({ personId }) => personId === at.personId);
      if (!person) return refused("not-found");
      if (person.missing.length > 0) return refused("something-missing");
      const { invitationId } = person;
      const readyFacts = context.vault.seal(JSON.stringify({ facts, answers: person.answers }), readyPlace(invitationId));
      const row = { invitationId, organisationId: meeting.organisationId, readyAt: context.now, readyFacts };
      if (!(await saveJoiningInstructions(tx, at.version, row))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "joining-marked-ready",
        subject: { kind: "invitation", id: invitationId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Sends their instructions to those of the given people who are ready, each their own way; left out, to everybody who is ready and
 * has not had them as they stand now. Somebody who had them before is told first what has changed. Gives how many.
 */
export async function sendJoining(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  wanted: { readonly personIds: readonly string[] } | "all-ready",
  intent?: string,
): Promise<Result<{ readonly sent: number }, "not-found">> {
  const organisation = await organisationOf(context, coordinator.organisationId);
  return context.change(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const { date } = meeting;
      if (meeting.state !== "open" || date === null) return done({ sent: 0 });
      const { facts, missing } = await factsOf(tx, meeting);
      const invited = new Map((await listInvited(tx, meeting.organisationId, meeting.id)).map((one) => [one.person.id, one]));
      let sent = 0;
      for (const ready of await peopleOf(context, tx, meeting, facts, missing)) {
        const isWanted =
          wanted === "all-ready"
            ? ready.lookAgain.length === 0 && (ready.sentOn === null || ready.changed.length > 0)
            : wanted.personIds.includes(ready.personId);
        const found = invited.get(ready.personId);
        if (!isWanted || ready.missing.length > 0 || ready.channel === null || !found) continue;
        const { invitationId } = ready;
        const saved = await saveJoiningInstructions(tx, ready.version, {
          invitationId,
          organisationId: meeting.organisationId,
          sentAt: context.now,
          sentFacts: context.vault.seal(JSON.stringify(facts), factsPlace(invitationId)),
        });
        if (!saved) continue;
        await sendLink(
          context,
          tx,
          {
            meeting,
            person: found.person,
            invitationId,
            channel: ready.channel,
            kind: "joining-instructions",
            key: `joining-instructions ${invitationId} ${ready.version}`,
          },
          (access) =>
            joiningFor(
              facts,
              { name: meeting.name, organisation: organisation.name, date },
              { ...access, isNeutral: found.person.neutralSubject, isEasyRead: found.person.easyRead, personalLine: ready.personalLine },
              ready.changed,
            ),
        );
        await record(context, tx, {
          organisationId: meeting.organisationId,
          actor: auditActorOf(coordinator),
          action: "joining-instructions-sent",
          subject: { kind: "invitation", id: invitationId },
          details: { channel: ready.channel, changed: ready.changed.length > 0 },
        });
        sent += 1;
      }
      return done({ sent });
    },
    intent === undefined ? {} : { intent },
  );
}

async function factsOf(db: Db, meeting: Meeting): Promise<{ readonly facts: JoiningFacts; readonly missing: readonly Missing[] }> {
  const { date, startsAt, endsAt, mode, venueId, joiningLink, onlineService } = meeting;
  const venue = venueId === null || mode === "online" ? undefined : await findVenueOf(db, meeting.organisationId, venueId);
  const welcome = await whoMeetsAt(db, meeting);
  const isOnline = mode === "online" || mode === "hybrid";
  const missing: Missing[] = [];
  if (date === null || startsAt === null || endsAt === null) missing.push("date");
  if (mode !== "online" && venue === undefined) missing.push("place");
  if (isOnline && joiningLink === "" && onlineService !== "phone") missing.push("joining-link");
  if (welcome === null) missing.push("who-meets");
  else if (welcome.phone === "") missing.push("day-phone");
  return {
    missing,
    facts: {
      when: date === null || startsAt === null || endsAt === null ? "" : joiningWhen({ date, startsAt, endsAt }),
      where: [
        ...(venue === undefined ? [] : [`${[venue.name, ...venue.address.split("\n")].filter((line) => line.trim() !== "").join(", ")}.`]),
        ...(isOnline
          ? [`Online, by ${onlineServiceNames[onlineService] ?? "an online service"}${joiningLink === "" ? "." : `: ${joiningLink}`}`]
          : []),
      ],
      whoMeetsYou: welcome === null || welcome.phone === "" ? "" : `${welcome.name}. Phone on the day: ${welcome.phone}.`,
    },
  };
}

async function peopleOf(
  context: Context,
  db: Db,
  meeting: Meeting,
  facts: JoiningFacts,
  missing: readonly Missing[],
): Promise<readonly WithAnswers[]> {
  const stored = new Map((await listJoiningInstructions(db, meeting.organisationId, meeting.id)).map((row) => [row.invitationId, row]));
  const invited = (await listInvited(db, meeting.organisationId, meeting.id)).filter(
    ({ invitation }) => invitation.reply !== "not-coming" && invitation.notForMe === null,
  );
  const answered = new Set(
    await listAnswered(
      db,
      invited.map(({ invitation }) => invitation.id),
    ),
  );
  const { attendees } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  return invited.map((one) => {
    const said = { reply: one.invitation.reply, needs: attendees.find(({ ref }) => ref === one.invitation.id) ?? null };
    const now = { facts, answers: context.vault.fingerprint("joining-answers", JSON.stringify(said)) };
    return {
      ...personOf(context, one, stored.get(one.invitation.id), now, missing),
      hasSentAnswers: answered.has(one.invitation.id),
      answers: now.answers,
    };
  });
}

function personOf(
  context: Context,
  { invitation, person }: InvitedPerson,
  row: StoredInstructions | undefined,
  now: ReadyFor,
  missing: readonly Missing[],
): Omit<PersonToJoin, "hasSentAnswers"> {
  const channel = channelFor(person);
  const { facts } = now;
  const lookAgain = lookAgainAt(context, row, now);
  // Written only by this module, so its shape is known.
  const before =
    row === undefined || row.sentFacts === null
      ? null
      : (JSON.parse(context.vault.unseal(row.sentFacts, factsPlace(invitation.id))) as JoiningFacts);
  return {
    personId: person.id,
    invitationId: invitation.id,
    name: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    preferredContact: person.preferredContact,
    channel,
    missing: channel === null ? [...missing, "no-way-to-contact"] : missing,
    isNeutral: person.neutralSubject,
    isEasyRead: person.easyRead,
    readyOn: row?.readyAt && lookAgain.length === 0 ? dayIn(row.readyAt) : null,
    lookAgain,
    sentOn: row?.sentAt ? dayIn(row.sentAt) : null,
    changed: before === null ? [] : changedSince(before, facts),
    personalLine: row === undefined || row.personalLine === null ? "" : context.vault.unseal(row.personalLine, linePlace(invitation.id)),
    version: row?.version ?? 0,
  };
}

// Nobody can say of what was marked before we kept what it said that it still says the same: somebody looks again.
function lookAgainAt(context: Context, row: StoredInstructions | undefined, now: ReadyFor): readonly string[] {
  if (row === undefined || row.readyAt === null) return [];
  if (row.readyFacts === null) return ["We did not keep what it said when it was marked as ready."];
  // Written only by this module, so its shape is known.
  return lookAgainReasons(JSON.parse(context.vault.unseal(row.readyFacts, readyPlace(row.invitationId))) as ReadyFor, now);
}
