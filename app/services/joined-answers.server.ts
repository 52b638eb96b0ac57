// Two sets of answers of one person to one meeting, because two records of theirs were merged: the person looks at both and chooses,
// question by question, and the two invitations become one. Nobody else sees either. Everything that was on both sides is kept sealed
// and comes back when the records are taken apart.
import type { Instant } from "#app/domain/basics/dates.ts";
import { joinedAnswers, saysAnything, topicsThatDiffer, type Side } from "#app/domain/access/join-answers.ts";
import type { TopicId } from "#app/domain/access/topic-options.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import {
  addJoined,
  bringLinksBack,
  dropInvitation,
  dropPart,
  endJoined,
  findStandingMerge,
  findTwinInvitation,
  listJoinedBy,
  moveLinks,
  moveParts,
  partsSealedForInvitation,
  putInvitationBack,
  putPart,
  sealedParts,
  wholeInvitation,
  type SealedPart,
  type StoredInvitation,
  type StoredRow,
  type WholeInvitation,
} from "#db/stores/joined-invitations.ts";
import { saveInvitation, type Reply } from "#db/stores/meetings.ts";
import type { Sealed } from "#db/vault.ts";
import { afterNoSealedFor } from "./after-no.server.ts";
import type { Context } from "./context.server.ts";
import { answersIn, sealedAnswers, type AccessAnswers } from "./needs.server.ts";

export type { Reply };

/** Parts that only one side's word can hold for: they are not made out of two. */
export const wholeParts = ["dateAnswers", "leavePlans", "paymentChoices"] as const satisfies readonly SealedPart[];
export type WholePart = (typeof wholeParts)[number];

/** One question both sides answered differently. */
export type JoinQuestion =
  | { readonly about: "reply"; readonly one: Reply; readonly other: Reply }
  | {
      readonly about: "topic";
      readonly topic: TopicId;
      readonly one: AccessAnswers;
      readonly other: AccessAnswers;
      readonly bothSay: boolean;
    }
  | { readonly about: "everyone"; readonly one: string; readonly other: string }
  | { readonly about: WholePart; readonly one: Instant; readonly other: Instant };

/** What a question is called in a form: a topic's id, or what it is about. */
export type JoinKey = TopicId | "reply" | "everyone" | WholePart;
export type JoinChoices = Readonly<Partial<Record<JoinKey, Side>>>;

export type ToJoin = {
  readonly questions: readonly JoinQuestion[];
  /** Both versions, so that nothing that changed meanwhile is chosen unseen. */
  readonly seen: string;
};

/** Whether this person answered twice for this meeting, under two records that were since merged. */
export async function hasTwin(context: Context, attendee: Attendee): Promise<boolean> {
  return (await findTwinInvitation(context.db, { ...attendee, id: attendee.invitationId })) !== undefined;
}

/** Both sets of answers, side by side. Refused where there is only one, and on a device that has not shown that it is the person's. */
export async function answersToJoin(context: Context, attendee: Attendee): Promise<Result<ToJoin, "nothing-to-join" | "not-proven">> {
  const sides = await bothSides(context.db, attendee);
  if (sides === null) return refused("nothing-to-join");
  if (!attendee.mayReadBack) return refused("not-proven");
  return done({ questions: questionsOf(context, sides), seen: seenOf(sides) });
}

type Sides = { readonly kept: WholeInvitation; readonly other: WholeInvitation };

// The side that stays is that of the record the other was merged into; of two merged records, the one asked about.
async function bothSides(db: Tx | Context["db"], attendee: Attendee): Promise<Sides | null> {
  const found = await findTwinInvitation(db, { ...attendee, id: attendee.invitationId });
  const own = await wholeInvitation(db, attendee.invitationId);
  const twin = found && (await wholeInvitation(db, found.twin.id));
  if (!found || !own || !twin) return null;
  return twin.invitation.personId === found.rootId ? { kept: twin, other: own } : { kept: own, other: twin };
}

function seenOf({ kept, other }: Sides): string {
  const versions = [kept, other].map(({ invitation, sealed }) => [
    invitation.version,
    ...sealedParts.map((part) => sealed[part]?.["version"] ?? sealed[part]?.["savedAt"] ?? 0),
  ]);
  return JSON.stringify(versions);
}

function questionsOf(context: Context, { kept, other }: Sides): readonly JoinQuestion[] {
  const replies = [kept.invitation.reply, other.invitation.reply] as const;
  const [one, two] = [answersOf(context, kept), answersOf(context, other)];
  return [
    ...(replies[0] !== replies[1] && !replies.includes("none") ? [{ about: "reply", one: replies[0], other: replies[1] } as const] : []),
    ...(one === null || two === null
      ? []
      : topicsThatDiffer(one, two).map((topic) => ({
          about: "topic" as const,
          topic,
          one,
          other: two,
          bothSay: saysAnything(one, topic) && saysAnything(two, topic),
        }))),
    ...(one !== null && two !== null && one.forEveryone !== two.forEveryone
      ? [{ about: "everyone", one: one.forEveryone, other: two.forEveryone } as const]
      : []),
    ...wholeParts.flatMap((part) => {
      const [mine, theirs] = [kept.sealed[part], other.sealed[part]];
      return mine === undefined || theirs === undefined ? [] : [{ about: part, one: savedAt(mine), other: savedAt(theirs) }];
    }),
  ];
}

// When a row was saved, by whichever of its columns says so; every part that is asked about whole has one of them.
function savedAt(row: StoredRow): Instant {
  return (row["savedAt"] ?? row["decidedAt"] ?? row["adviserAskedAt"] ?? "") as Instant;
}

function answersOf(context: Context, { invitation, sealed }: WholeInvitation): AccessAnswers | null {
  const stored = sealed.accessAnswers;
  return stored === undefined ? null : answersIn(context, stored["answers"] as Sealed, "answers", invitation.id);
}

/** Which choices are missing: every question is answered, and "both" only where both can hold. */
export function missingChoices(questions: readonly JoinQuestion[], choices: JoinChoices): readonly JoinKey[] {
  return questions.flatMap((question): readonly JoinKey[] => {
    const key = keyOf(question);
    const chosen = choices[key];
    if (chosen === undefined) return [key];
    const mayBeBoth = question.about === "everyone" || (question.about === "topic" && question.bothSay);
    return chosen === "both" && !mayBeBoth ? [key] : [];
  });
}

/** What a question is called in a form. */
export function keyOf(question: JoinQuestion): JoinKey {
  return question.about === "topic" ? question.topic : question.about;
}

/**
 * Makes the two invitations one, as the person chose. What only one side said stays. If either had sent answers, what they chose now is
 * sent. Refused when something changed meanwhile, and while a claim stands on both sides.
 */
export async function joinOwnAnswers(
  context: Context,
  attendee: Attendee,
  seen: string,
  choices: JoinChoices,
  intent?: string,
): Promise<Result<null, "nothing-to-join" | "not-proven" | "changed-elsewhere" | "not-chosen" | "two-claims">> {
  if (!attendee.mayReadBack) return refused("not-proven");
  return context.change<Result<null, "nothing-to-join" | "changed-elsewhere" | "not-chosen" | "two-claims">>(
    async (tx) => {
      const sides = await bothSides(tx, attendee);
      if (sides === null) return refused("nothing-to-join");
      if (seenOf(sides) !== seen) return refused("changed-elsewhere");
      if (missingChoices(questionsOf(context, sides), choices).length > 0) return refused("not-chosen");
      const joined = await joinSides(context, tx, sides, choices);
      if (!joined.ok) return joined;
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "own-answers-joined",
        subject: { kind: "invitation", id: sides.kept.invitation.id },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Inside a merge: makes one of two invitations where nothing has to be chosen, because one side has said nothing yet. Gives the
 * meetings of those that the person has to choose for.
 */
export async function joinWhereNothingDiffers(
  context: Context,
  tx: Tx,
  pairs: readonly { readonly keptId: string; readonly otherId: string }[],
): Promise<number> {
  let waiting = 0;
  for (const { keptId, otherId } of pairs) {
    const [kept, other] = [await wholeInvitation(tx, keptId), await wholeInvitation(tx, otherId)];
    if (!kept || !other) continue;
    const isPlain = isUntouched(kept) || isUntouched(other);
    const joined = isPlain ? await joinSides(context, tx, { kept, other }, {}) : null;
    if (joined === null || !joined.ok) waiting += 1;
  }
  return waiting;
}

function isUntouched({ invitation, sealed, moving }: WholeInvitation): boolean {
  const said = sealedParts.some((part) => part !== "joiningInstructions" && sealed[part] !== undefined);
  return invitation.reply === "none" && !said && Object.keys(moving).length === 0;
}

/** Both sides before they were joined, and the one that stayed right after: what is still so later was not changed since. */
type Before = Sides & {
  readonly after: WholeInvitation;
  readonly grantIds: readonly string[];
  readonly choices: JoinChoices;
};

const beforePlace = (row: string) => ({ table: "joined_invitations", column: "before", row });

async function joinSides(
  context: Context,
  tx: Tx,
  sides: Sides,
  choices: JoinChoices,
): Promise<Result<null, "two-claims" | "nothing-to-join">> {
  const { kept, other } = sides;
  if ((kept.moving.claims ?? []).length > 0 && (other.moving.claims ?? []).length > 0) return refused("two-claims");
  const merge = await findStandingMerge(tx, other.invitation.personId);
  if (!merge) return refused("nothing-to-join");
  const to = { invitationId: kept.invitation.id, personId: kept.invitation.personId, has: kept.moving };
  const access = joinedAccess(context, sides, choices);
  await moveParts(tx, other, to);
  for (const part of sealedParts) {
    if (part === "accessAnswers") continue;
    const row = rowThatHolds(part, sides, choices);
    if (row !== undefined && row !== kept.sealed[part]) await putPart(tx, part, resealed(context, part, row, kept.invitation.id));
  }
  if (access !== null) await putPart(tx, "accessAnswers", access);
  await saveInvitation(tx, kept.invitation.id, kept.invitation.version, replyThatHolds(context, sides, choices));
  const grantIds = await moveLinks(tx, other.invitation.id, kept.invitation.id);
  const after = await wholeInvitation(tx, kept.invitation.id);
  if (after === undefined) throw new Error("The invitation that stays is gone");
  const before: Before = { kept, other, after, grantIds, choices };
  const id = context.newId();
  await addJoined(tx, {
    id,
    organisationId: kept.invitation.organisationId,
    meetingId: kept.invitation.meetingId,
    mergeId: merge.id,
    keptId: kept.invitation.id,
    otherId: other.invitation.id,
    before: context.vault.seal(JSON.stringify(before), beforePlace(id)),
    joinedAt: context.now,
  });
  await dropInvitation(tx, other.invitation.id);
  return done(null);
}

// What was said after "No" goes with the "No" that holds; where both said no and one of them said more, that is not lost.
function replyThatHolds(
  context: Context,
  { kept, other }: Sides,
  choices: JoinChoices,
): Pick<StoredInvitation, "reply" | "repliedAt" | "afterNo"> {
  const takesOther = kept.invitation.reply === "none" || (other.invitation.reply !== "none" && choices.reply === "other");
  const [mine, theirs] = takesOther ? [other.invitation, kept.invitation] : [kept.invitation, other.invitation];
  const { reply, repliedAt } = mine;
  const saidMore = [mine, theirs].find((one) => one.reply === "not-coming" && one.afterNo !== null);
  const holds = reply === "not-coming" && saidMore !== undefined;
  return { reply, repliedAt, afterNo: holds ? afterNoSealedFor(context, saidMore, kept.invitation.id) : null };
}

function rowThatHolds(part: SealedPart, { kept, other }: Sides, choices: JoinChoices): StoredRow | undefined {
  const [mine, theirs] = [kept.sealed[part], other.sealed[part]];
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  const asked = wholeParts.find((one) => one === part);
  if (asked !== undefined) return choices[asked] === "other" ? theirs : mine;
  // Nobody is asked about these: what is newer holds, and the older one is kept with the rest of what was before.
  return savedAt(theirs) > savedAt(mine) ? theirs : mine;
}

// A sealed value is bound to its invitation: moved to another, it is sealed anew.
function resealed(context: Context, part: SealedPart, row: StoredRow, invitationId: string): StoredRow {
  const { columns } = partsSealedForInvitation[part];
  const from = String(row["invitationId"]);
  const table = tableNames[part];
  const again = columns.flatMap((column) => {
    const value = row[column];
    if (value === null || value === undefined) return [];
    const name = column.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    const words = context.vault.unseal(value as Sealed, { table, column: name, row: from });
    return [[column, context.vault.seal(words, { table, column: name, row: invitationId })] as const];
  });
  return { ...row, invitationId, ...Object.fromEntries(again) };
}

const tableNames: Readonly<Record<SealedPart, string>> = {
  accessAnswers: "access_answers",
  dateAnswers: "date_answers",
  leavePlans: "leave_plans",
  joiningInstructions: "joining_instructions",
  paymentChoices: "payment_choices",
  benefitAnswers: "benefit_answers",
  arrivals: "arrivals",
  shownCards: "shown_cards",
  feedback: "feedback",
};

function joinedAccess(context: Context, sides: Sides, choices: JoinChoices): StoredRow | null {
  const { kept, other } = sides;
  const [one, two] = [answersOf(context, kept), answersOf(context, other)];
  const stored = kept.sealed.accessAnswers ?? other.sealed.accessAnswers;
  if (stored === undefined) return null;
  if (one === null || two === null)
    return kept.sealed.accessAnswers === undefined ? resealed(context, "accessAnswers", stored, kept.invitation.id) : null;
  const answers: AccessAnswers = {
    ...one,
    ...joinedAnswers(one, two, choices),
    visited: [...new Set([...one.visited, ...two.visited])],
    helper: one.helper === "" ? two.helper : one.helper,
    filledBy: null,
  };
  const wasSent = [kept, other].some(({ sealed }) => sealed.accessAnswers?.["sentAt"] !== null);
  return {
    ...stored,
    invitationId: kept.invitation.id,
    answers: sealedAnswers(context, answers, "answers", kept.invitation.id),
    sent: wasSent ? sealedAnswers(context, answers, "sent", kept.invitation.id) : null,
    sentAt: wasSent ? context.now : null,
    savedAt: context.now,
    version: Number(stored["version"]) + 1,
  };
}

/**
 * Inside taking two records apart: the invitations that were made one are two again. What the person changed since they were joined
 * stays with the invitation that stayed; the rest is as it was before.
 */
export async function takeAnswersApart(context: Context, tx: Tx, mergeId: string): Promise<number> {
  const joined = await listJoinedBy(tx, mergeId);
  for (const row of joined) {
    const before = JSON.parse(context.vault.unseal(row.before, beforePlace(row.id))) as Before;
    const now = await wholeInvitation(tx, row.keptId);
    await putInvitationBack(tx, before.other);
    await bringLinksBack(tx, before.grantIds, before.other.invitation.id);
    if (now !== undefined) await putKeptBack(tx, before, now);
    await endJoined(tx, row.id, context.now);
  }
  return joined.length;
}

async function putKeptBack(tx: Tx, { kept, after }: Before, now: WholeInvitation): Promise<void> {
  for (const part of sealedParts) {
    if (JSON.stringify(now.sealed[part]) !== JSON.stringify(after.sealed[part])) continue;
    const was = kept.sealed[part];
    if (was !== undefined) await putPart(tx, part, was);
    else await dropPart(tx, part, now.invitation.id);
  }
  const { id, version, reply, repliedAt, afterNo } = now.invitation;
  const was = after.invitation;
  if (reply === was.reply && repliedAt === was.repliedAt && afterNo === was.afterNo)
    await saveInvitation(tx, id, version, {
      reply: kept.invitation.reply,
      repliedAt: kept.invitation.repliedAt,
      afterNo: kept.invitation.afterNo,
    });
}
