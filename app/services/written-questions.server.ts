// Asking people who gave no name: a coordinator writes what they can offer, everybody who asked for the thing without a name reads
// it on their own page, and their answer counts as a talk. Nobody who plans learns who they are.
import { isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { QuestionAnswer, WrittenQuestion } from "#app/domain/meetings/decisions.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { questionNews, questionReminderNews } from "#app/words/news.ts";
import { record } from "#db/audit.ts";
import { addArrangement, listArrangements, saveArrangement } from "#db/stores/arrangements.ts";
import { findMeeting, findMeetingById, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { tellPeople, type Told } from "./news.server.ts";
import { openQuestion, sealQuestion, talkBasis, withoutNameFor, type QuestionRow } from "./plan-loading.server.ts";

async function questionsOf(context: Context, meeting: Pick<Meeting, "id" | "organisationId">): Promise<readonly QuestionRow[]> {
  const rows = await listArrangements(context.db, meeting.organisationId, meeting.id);
  return rows.flatMap((row) => (row.kind === "question" ? [openQuestion(context, row)] : []));
}

export type WrittenSoFar = {
  /** People who asked for it and gave no name for it. */
  readonly withoutName: number;
  readonly asked: number;
  readonly said: Readonly<Record<QuestionAnswer, number>>;
  /** What they wrote, without names. */
  readonly words: readonly string[];
  readonly offer: string;
  readonly askedOn: CalendarDate | null;
  /** How many have not answered, and how many of those were not reminded either. */
  readonly waiting: number;
  readonly toRemind: number;
};

/** How asking about one thing stands: counts and words, never who. */
export async function writtenAbout(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<WrittenSoFar, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const refs = await withoutNameFor(context, meeting, requirement);
  const asked = (await questionsOf(context, meeting)).filter(
    ({ question }) => question.requirement === requirement && refs.has(question.attendee),
  );
  const [latest] = asked.toSorted((one, other) => other.question.askedOn.localeCompare(one.question.askedOn));
  const count = (said: QuestionAnswer): number => asked.filter(({ question }) => question.answer?.said === said).length;
  return done({
    withoutName: refs.size,
    asked: asked.length,
    said: { yes: count("yes"), no: count("no"), talk: count("talk") },
    words: asked
      .flatMap(({ question }) => (question.answer === null || question.answer.words === "" ? [] : [question.answer.words]))
      .toSorted(),
    offer: latest?.question.offer ?? "",
    askedOn: latest?.question.askedOn ?? null,
    waiting: asked.filter(({ question }) => question.answer === null).length,
    toRemind: asked.filter(({ question }) => mayBeReminded(question)).length,
  });
}

/** Puts a question to everybody who asked for something without their name. Asking again takes the place of what was asked before. */
export async function askWithoutNames(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string },
  offer: string,
  intent?: string,
): Promise<Result<Told, "not-found" | "nobody">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  const { requirement } = at;
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const refs = await withoutNameFor(context, meeting, requirement);
  if (refs.size === 0) return refused("nobody");
  return context.change<Result<Told, "not-found" | "nobody">>(
    async (tx) => {
      const rows = await listArrangements(tx, meeting.organisationId, meeting.id);
      for (const attendee of refs) {
        const subject = context.vault.fingerprint("arrangement", `${meeting.id} question ${attendee} ${requirement}`);
        const before = rows.find((row) => row.subject === subject);
        const id = before?.id ?? context.newId();
        const question: WrittenQuestion = {
          requirement,
          attendee,
          offer,
          askedOn: context.today,
          askedBy: coordinator.name,
          answer: null,
        };
        const row = { decision: sealQuestion(context, id, question), savedBy: coordinator.staffId, savedAt: context.now };
        if (before) await saveArrangement(tx, id, before.version, row);
        else
          await addArrangement(tx, {
            id,
            organisationId: meeting.organisationId,
            meetingId: meeting.id,
            kind: "question",
            subject,
            ...row,
          });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "question-asked",
        subject: { kind: "meeting", id: meeting.id },
        details: { people: refs.size },
      });
      const key = context.vault.fingerprint("news", `question ${requirement} ${context.newId()}`);
      return done(await tellPeople(context, tx, meeting, refs, { kind: "question", key, news: questionNews() }));
    },
    intent === undefined ? {} : { intent },
  );
}

const mayBeReminded = ({ answer, remindedOn }: WrittenQuestion): boolean => answer === null && remindedOn === undefined;

/** Reminds everybody who has not answered a question, once. Only how many are told of it is given back, never who. */
export async function remindWithoutNames(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string },
  intent?: string,
): Promise<Result<Told, "not-found" | "nobody">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  const { requirement } = at;
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const refs = await withoutNameFor(context, meeting, requirement);
  return context.change<Result<Told, "not-found" | "nobody">>(
    async (tx) => {
      const rows = (await listArrangements(tx, meeting.organisationId, meeting.id)).flatMap((row) =>
        row.kind === "question" ? [openQuestion(context, row)] : [],
      );
      const due = rows.filter(
        ({ question }) => question.requirement === requirement && refs.has(question.attendee) && mayBeReminded(question),
      );
      if (due.length === 0) return refused("nobody");
      for (const { id, version, question } of due) {
        const decision = sealQuestion(context, id, { ...question, remindedOn: context.today });
        await saveArrangement(tx, id, version, { decision, savedAt: context.now });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "question-reminded",
        subject: { kind: "meeting", id: meeting.id },
        details: { people: due.length },
      });
      const people = new Set(due.map(({ question }) => question.attendee));
      const key = context.vault.fingerprint("news", `question-reminder ${requirement} ${context.newId()}`);
      return done(await tellPeople(context, tx, meeting, people, { kind: "question-reminder", key, news: questionReminderNews() }));
    },
    intent === undefined ? {} : { intent },
  );
}

export type MyQuestion = {
  readonly questionId: string;
  readonly requirement: AskedId;
  readonly offer: string;
  readonly answer: WrittenQuestion["answer"];
  readonly version: number;
};

/** The questions put to one person, for their own page. */
export async function myQuestions(context: Context, attendee: Attendee): Promise<readonly MyQuestion[]> {
  const all = await questionsOf(context, { id: attendee.meetingId, organisationId: attendee.organisationId });
  return all
    .filter(({ question }) => question.attendee === attendee.invitationId)
    .map(({ id, version, question: { requirement, offer, answer } }) => ({ questionId: id, requirement, offer, answer, version }));
}

/** Keeps a person's answer. It can be changed; a yes counts for the plan until what it rests on changes. */
export async function answerQuestion(
  context: Context,
  attendee: Attendee,
  at: { readonly questionId: string; readonly version: number },
  answer: { readonly said: QuestionAnswer; readonly words: string },
  intent?: string,
): Promise<Result<{ readonly said: QuestionAnswer }, "not-found" | "changed-elsewhere">> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  const found = meeting && (await questionsOf(context, meeting)).find(({ id }) => id === at.questionId);
  if (!meeting || found?.question.attendee !== attendee.invitationId) return refused("not-found");
  const basis = await talkBasis(context, meeting, found.question.requirement, attendee.invitationId);
  return context.change<Result<{ said: QuestionAnswer }, "not-found" | "changed-elsewhere">>(
    async (tx) => {
      const question: WrittenQuestion = {
        ...found.question,
        answer: { ...answer, on: context.today, ...(basis === null ? {} : { basis }) },
      };
      const decision = sealQuestion(context, found.id, question);
      if (!(await saveArrangement(tx, found.id, at.version, { decision, savedAt: context.now }))) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "question-answered",
        subject: { kind: "arrangement", id: found.id },
      });
      return done({ said: answer.said });
    },
    intent === undefined ? {} : { intent },
  );
}
