// What people say they need to take part. A person changes their answers as often as they like; everybody else plans from
// what was last sent, and reads no more of it than the person chose.
import { wishesToTalk } from "#app/domain/access/easy-parts.ts";
import { baseline } from "#app/domain/access/baseline.ts";
import type { OwnBreak } from "#app/domain/access/follow-ups.ts";
import { isOwnAsked } from "#app/domain/access/asked.ts";
import type { AnswersToJoin } from "#app/domain/access/join-answers.ts";
import { requirementOf, type RequirementId } from "#app/domain/access/requirements/index.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import { choiceOf, type AnswersToShare } from "#app/domain/access/sharing.ts";
import { meaningOfChoices } from "#app/domain/access/topics.ts";
import type { Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { AttendeeNeeds, StatedBreak } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Sealed } from "#db/vault.ts";
import type { Db } from "#db/open.ts";
import { addAnswers, findAnswers, listAnswersOfMeeting, listSentBy, listSentIn, saveAnswers } from "#db/stores/needs.ts";
import { listTwins } from "#db/stores/joined-invitations.ts";
import { wouldLikeToTalk } from "#app/words/easy-access.ts";
import type { Context } from "./context.server.ts";

/** The last two are a coordinator's, with the person beside them or on the phone. */
export const filledByIds = ["me", "me-with-help", "on-my-behalf", "together-by-phone", "together-in-person"] as const;
export type FilledBy = (typeof filledByIds)[number];

export type AccessAnswers = AnswersToJoin & {
  /** Who filled the answers in; null while nobody has said. */
  readonly filledBy: FilledBy | null;
  /** Whoever helped, if they would like to be contacted. */
  readonly helper: string;
  /** Pages the person has been to, so that the list of tasks can say where they are. */
  readonly visited: readonly string[];
};

const nothingSaid: AccessAnswers = {
  topics: [],
  needsNothing: false,
  chosen: [],
  followUps: {},
  notes: [],
  forEveryone: "",
  choices: {},
  keep: "erase",
  filledBy: null,
  helper: "",
  visited: [],
};

export type OwnAnswers = {
  readonly answers: AccessAnswers;
  /** Nought when nothing was saved yet. */
  readonly version: number;
  readonly sentAt: Instant | null;
  /** Whether something was changed after sending. */
  readonly hasChanges: boolean;
  /** What the person said about answers of an earlier meeting; null when they were not asked. */
  readonly reviewed: Verdict | "skipped" | null;
};

export const verdicts = ["same", "mostly", "start-again"] as const;
/** Whether earlier answers are still right. */
export type Verdict = (typeof verdicts)[number];

const place = (column: "answers" | "sent", row: string) => ({ table: "access_answers", column, row });

/** The answers of the person who asks, as they last saved them. */
export async function ownAnswers(context: Context, attendee: Attendee, db: Db = context.db): Promise<OwnAnswers> {
  const stored = await findAnswers(db, attendee.invitationId);
  if (!stored) return { answers: nothingSaid, version: 0, sentAt: null, hasChanges: false, reviewed: null };
  const answers = answersIn(context, stored.answers, "answers", attendee.invitationId);
  const sent = stored.sent === null ? null : answersIn(context, stored.sent, "sent", attendee.invitationId);
  return {
    answers,
    version: stored.version,
    sentAt: stored.sentAt,
    hasChanges: sent !== null && JSON.stringify({ ...sent, visited: [] }) !== JSON.stringify({ ...answers, visited: [] }),
    reviewed: stored.reviewed,
  };
}

/** Saves a change of one's own answers. Refused when they were changed elsewhere since the page was drawn. */
export async function saveOwnAnswers(
  context: Context,
  attendee: Attendee,
  version: number,
  change: (answers: AccessAnswers) => AccessAnswers,
  intent?: string,
): Promise<Result<{ version: number }, "changed-elsewhere">> {
  return context.change(
    async (tx) => {
      const before = await ownAnswers(context, attendee, tx);
      if (before.version !== version || isTheirsAlone(attendee, before)) return refused("changed-elsewhere");
      const answers = sealedAnswers(context, withWriter(attendee, change(before.answers)), "answers", attendee.invitationId);
      const saved =
        version === 0
          ? await addAnswers(tx, { invitationId: attendee.invitationId, answers, savedAt: context.now })
          : await saveAnswers(tx, attendee.invitationId, version, { answers, savedAt: context.now });
      if (!saved) return refused("changed-elsewhere");
      await recordAnswers(context, tx, attendee, "access-answers-saved");
      return done({ version: version + 1 });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Sends one's answers: from now on everybody plans from them. Sending again replaces what was sent. */
export async function sendOwnAnswers(
  context: Context,
  attendee: Attendee,
  intent?: string,
): Promise<Result<{ sentAt: Instant }, "changed-elsewhere">> {
  return context.change(
    async (tx) => {
      const before = await ownAnswers(context, attendee, tx);
      if (isTheirsAlone(attendee, before)) return refused("changed-elsewhere");
      const sent = sealedAnswers(context, before.answers, "sent", attendee.invitationId);
      const change = { sent, sentAt: context.now };
      const saved =
        before.version === 0
          ? await addAnswers(tx, {
              invitationId: attendee.invitationId,
              answers: sealedAnswers(context, before.answers, "answers", attendee.invitationId),
              savedAt: context.now,
              ...change,
            })
          : await saveAnswers(tx, attendee.invitationId, before.version, change);
      if (!saved) return refused("changed-elsewhere");
      await recordAnswers(context, tx, attendee, "access-answers-sent");
      return done({ sentAt: context.now });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Whether answers were filled in by the person without us: then nobody who helps opens or changes them. */
export function isTheirsAlone(attendee: Attendee, { version, answers }: OwnAnswers): boolean {
  return attendee.helpedBy !== undefined && version > 0 && !isTogether(answers.filledBy);
}

const isTogether = (filledBy: FilledBy | null): boolean => filledBy === "together-by-phone" || filledBy === "together-in-person";

// Once the person changes what was filled in with them, it is theirs alone again.
function withWriter({ helpedBy }: Attendee, answers: AccessAnswers): AccessAnswers {
  if (helpedBy !== undefined) return { ...answers, filledBy: helpedBy.how === "by-phone" ? "together-by-phone" : "together-in-person" };
  return isTogether(answers.filledBy) ? { ...answers, filledBy: null } : answers;
}

export type EarlierAnswers = { readonly answers: AccessAnswers; readonly sentAt: Instant; readonly meeting: string };

/**
 * What a person last sent for another meeting, if they asked us to keep it; null when there is nothing to go by, and once they
 * have begun to answer for this meeting. Nothing of it counts here until they say that it may.
 */
export async function earlierAnswers(context: Context, attendee: Attendee, db: Db = context.db): Promise<EarlierAnswers | null> {
  const own = await findAnswers(db, attendee.invitationId);
  if (own && own.reviewed !== "skipped") return null;
  const found = await findEarlier(context, attendee, db);
  return found === null ? null : { answers: found.answers, sentAt: found.sentAt, meeting: found.meeting };
}

async function findEarlier(context: Context, attendee: Attendee, db: Db) {
  for (const { answers, meetingName } of await listSentBy(db, attendee.organisationId, attendee.personId)) {
    if (answers.invitationId === attendee.invitationId || answers.sent === null || answers.sentAt === null) continue;
    const sent = answersIn(context, answers.sent, "sent", answers.invitationId);
    // Only the latest answers stand for the person now: asked to be deleted, they are not gone round.
    return sent.keep === "keep" ? { answers: sent, sentAt: answers.sentAt, meeting: meetingName, from: answers.invitationId } : null;
  }
  return null;
}

/** Whether a person let coordinators read what they sent with their name. */
export function areReadWithName(answers: AccessAnswers): boolean {
  return choiceOf(sharedOf("", answers), "coordinator") === "with-name";
}

/** The people of an organisation who asked us to keep what they last sent. Only that there is something, never what. */
export async function peopleWithKeptAnswers(context: Context, organisationId: string): Promise<ReadonlySet<string>> {
  const latest = new Map<string, boolean>();
  for (const { answers, personId } of await listSentIn(context.db, organisationId)) {
    if (latest.has(personId) || answers.sent === null) continue;
    latest.set(personId, answersIn(context, answers.sent, "sent", answers.invitationId).keep === "keep");
  }
  return new Set([...latest].flatMap(([personId, isKept]) => (isKept ? [personId] : [])));
}

/**
 * Records what a person said about their earlier answers. "same" and "mostly" take them up as their own for this meeting, not yet
 * sent; "start-again" leaves them out; skipped, they stand here unconfirmed and nobody else reads them. Sharing is looked at again
 * before anything is sent. Refused when something was saved meanwhile, or when there is nothing to take up; by phone with a coordinator
 * also where the person did not let coordinators read it with their name.
 */
export async function reviewEarlierAnswers(
  context: Context,
  attendee: Attendee,
  version: number,
  verdict: Verdict | "skipped",
  intent?: string,
): Promise<Result<{ readonly version: number }, "changed-elsewhere" | "nothing-earlier">> {
  return context.change(
    async (tx) => {
      const own = await ownAnswers(context, attendee, tx);
      if (own.version !== version || (own.version > 0 && own.reviewed !== "skipped")) return refused("changed-elsewhere");
      if (isTheirsAlone(attendee, own)) return refused("changed-elsewhere");
      const earlier = await findEarlier(context, attendee, tx);
      if (earlier === null) return refused("nothing-earlier");
      // Taken up with somebody beside them, they are open to that person: only where they let coordinators read them with their name.
      if (attendee.helpedBy !== undefined && verdict !== "start-again" && (verdict === "skipped" || !areReadWithName(earlier.answers)))
        return refused("nothing-earlier");
      const taken: AccessAnswers =
        verdict === "start-again" ? nothingSaid : { ...earlier.answers, filledBy: null, helper: "", visited: ["review"] };
      const change = {
        answers: sealedAnswers(context, withWriter(attendee, taken), "answers", attendee.invitationId),
        savedAt: context.now,
        reviewed: verdict,
        reusedFrom: verdict === "start-again" ? null : earlier.from,
      };
      const saved =
        version === 0
          ? await addAnswers(tx, { invitationId: attendee.invitationId, ...change })
          : await saveAnswers(tx, attendee.invitationId, version, change);
      if (!saved) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "earlier-answers-reviewed",
        subject: { kind: "invitation", id: attendee.invitationId },
        details: { taken: verdict !== "start-again", confirmed: verdict !== "skipped" },
      });
      return done({ version: version + 1 });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Who filled in the answers that were sent, by invitation; never what is in them. */
export async function whoFilledIn(
  context: Context,
  organisationId: string,
  meetingId: string,
): Promise<ReadonlyMap<string, { readonly filledBy: FilledBy | null; readonly helper: string }>> {
  const found = await listAnswersOfMeeting(context.db, organisationId, meetingId);
  return new Map(
    found.flatMap(({ invitation, answers }) => {
      if (answers === null || answers.sent === null) return [];
      const { filledBy, helper } = answersIn(context, answers.sent, "sent", invitation.id);
      return [[invitation.id, { filledBy, helper }] as const];
    }),
  );
}

export type NeedsOfMeeting = {
  readonly attendees: readonly AttendeeNeeds[];
  readonly toShare: readonly (AnswersToShare & { readonly invitationId: string })[];
  /** When each of them last sent their answers, by invitation. */
  readonly sentAt: ReadonlyMap<string, Instant>;
};

/**
 * What everybody coming to a meeting needs, without names: `ref` is the invitation. Only what was sent counts. Of two sets of answers of
 * one person both count until they have chosen, also those of the side that said no while the other did not: nothing is dropped unasked.
 */
export async function needsOfMeeting(context: Context, organisationId: string, meetingId: string): Promise<NeedsOfMeeting> {
  const sentAt = new Map<string, Instant>();
  const attendees: AttendeeNeeds[] = [];
  const toShare: (AnswersToShare & { invitationId: string })[] = [];
  const all = await listAnswersOfMeeting(context.db, organisationId, meetingId);
  const twins = await listTwins(context.db, organisationId, meetingId);
  const mayCome = (id: string): boolean => {
    const rootId = twins.find(({ invitationId }) => invitationId === id)?.rootId;
    const theirs = rootId === undefined ? [id] : twins.filter((one) => one.rootId === rootId).map(({ invitationId }) => invitationId);
    return all.some(({ invitation }) => theirs.includes(invitation.id) && invitation.reply !== "not-coming");
  };
  for (const { invitation, personName, answers } of all) {
    if (!mayCome(invitation.id) || answers === null || answers.sent === null) continue;
    const sent = answersIn(context, answers.sent, "sent", invitation.id);
    attendees.push(needsOf(invitation.id, sent));
    if (answers.sentAt !== null) sentAt.set(invitation.id, answers.sentAt);
    toShare.push({ ...sharedOf(personName, sent), invitationId: invitation.id });
  }
  return { attendees, toShare, sentAt };
}

/** A person's answers as the planning core reads them: every choice that asks for something is a need, in our words or the catalogue's. */
export function needsOf(ref: string, answers: AccessAnswers): AttendeeNeeds {
  const meant = meaningOfChoices(answers.chosen, answers.followUps);
  const formats: readonly FormatId[] = meant.formats;
  return {
    ref,
    chosenFormats: formats,
    needs: [
      ...meant.requirements.map(({ id, strength, ownTimes, breaksAt, datesToAvoid, languages }) => ({
        requirement: id,
        strength: strength ?? ("none" as const),
        ...(ownTimes === undefined ? {} : { ownTimes }),
        ...(breaksAt === undefined ? {} : { breaksAt: breaksAt.map((own) => lengthened(id, own)) }),
        ...(datesToAvoid === undefined ? {} : { datesToAvoid }),
        ...(languages === undefined || languages.length === 0 ? {} : { language: languages.join(", ") }),
      })),
      ...answers.chosen.flatMap(({ id, strength }) =>
        isOwnAsked(id)
          ? [
              {
                requirement: id,
                strength: strength ?? ("none" as const),
                ...(id === "some-dates-do-not-work" && meant.datesToAvoid.length > 0 ? { datesToAvoid: meant.datesToAvoid } : {}),
              },
            ]
          : [],
      ),
    ],
  };
}

// Where somebody did not say how long, the break is as long as the requirement asks, or as every meeting's breaks are.
function lengthened(requirement: RequirementId, { at, minutes }: OwnBreak): StatedBreak {
  const usual = requirementOf(requirement).timetable?.minBreakMinutes ?? baseline.timetable.minBreakMinutes;
  if (usual === undefined) throw new Error("The baseline says no length of a break");
  return { at, minutes: minutes ?? usual };
}

/** A person's answers as the sharing page and every reader's page read them. */
export function sharedOf(name: string, answers: AccessAnswers): AnswersToShare {
  return {
    name,
    chosen: answers.chosen,
    answers: answers.followUps,
    notes: answers.notes,
    choices: answers.choices,
    ...(wishesToTalk(answers, "any", wouldLikeToTalk) ? { wishesToTalk: true as const } : {}),
    ...(answers.forEveryone === "" ? {} : { forEveryone: answers.forEveryone }),
  };
}

/** Answers as they are stored for one invitation. */
export function sealedAnswers(context: Context, answers: AccessAnswers, column: "answers" | "sent", row: string): Sealed {
  return context.vault.seal(JSON.stringify(answers), place(column, row));
}

/** Stored answers, opened. Written only by this module, so their shape is known; a field that came later is empty in older ones. */
export function answersIn(context: Context, stored: Sealed, column: "answers" | "sent", row: string): AccessAnswers {
  return { ...nothingSaid, ...(JSON.parse(context.vault.unseal(stored, place(column, row))) as Partial<AccessAnswers>) };
}

async function recordAnswers(context: Context, tx: Parameters<typeof record>[1], attendee: Attendee, action: string): Promise<void> {
  await record(context, tx, {
    organisationId: attendee.organisationId,
    actor: auditActorOf(attendee),
    action,
    subject: { kind: "invitation", id: attendee.invitationId },
  });
}
