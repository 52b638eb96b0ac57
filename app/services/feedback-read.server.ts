// What people told us after a meeting, for its coordinator: counts for each requirement beside what was planned, and words only as
// far as their writers allow. Who asked for what is never joined to an answer.
import { isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import { addDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { RequirementState } from "#app/domain/meetings/decisions.ts";
import {
  fewestGrouped,
  hasBeen,
  inTheirView,
  metInTheirView,
  nothingAnswered,
  type FeedbackAnswers,
  type HowMuch,
  type RequirementInTheirView,
} from "#app/domain/meetings/feedback.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { requirementProblem } from "#app/words/feedback.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { addWrittenToDo, listWrittenToDos } from "#db/stores/after-meeting.ts";
import { listProblems } from "#db/stores/day.ts";
import { listFeedback, listUnnamedFeedback } from "#db/stores/feedback.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import { addProblem, listProblems as listVenueProblems } from "#db/stores/venue-facts.ts";
import { findVenue } from "#db/stores/venues.ts";
import { toDoPlace } from "./after-to-dos.server.ts";
import type { Context } from "./context.server.ts";
import { openedProblem } from "./day.server.ts";
import { feedbackDue, whoTookPart } from "./feedback-asked.server.ts";
import { openedFeedback, unnamedPlace } from "./feedback.server.ts";
import { feedbackTime } from "./feedback-time.server.ts";
import { planFor } from "./plan.server.ts";

/** Something that did not go well: what people did not get, or what was noted on the day. */
export type AfterProblem = {
  /** Names it in a form. */
  readonly key: string;
  readonly what: string;
  readonly isToDo: boolean;
  /** "on-record" where the venue's record has it; null where the meeting had no venue. */
  readonly venue: "can-be-added" | "on-record" | null;
};

/** What somebody wrote for the coordinator alone; with their name only where they left it on. */
export type WroteAlone = { readonly words: string; readonly name: string | null };

/** Words for a report that stand together: about one thing, about several, or "all" where none are grouped. Never whose they are. */
export type WordsTogether = { readonly about: AskedId | "hard" | "other" | "all"; readonly words: readonly string[] };

type Wrote = WroteAlone & { readonly about: AskedId | "hard" };

export type FeedbackView = {
  readonly meeting: Meeting;
  readonly isOver: boolean;
  /** Since when nobody can answer any more, because what people say is kept no longer; null while they can, or cannot yet. */
  readonly closed: { readonly lastDay: CalendarDate; readonly daysKept: number } | null;
  readonly answered: number;
  readonly of: number;
  readonly met: { readonly met: number; readonly of: number };
  readonly compared: readonly (RequirementInTheirView & { readonly planned: RequirementState | null })[];
  readonly said: Readonly<Record<HowMuch, number>>;
  readonly heard: Readonly<Record<HowMuch, number>>;
  readonly problems: readonly AfterProblem[];
  /** Words that may stand in a report. */
  readonly words: readonly WordsTogether[];
  /** How many people wrote something for the coordinator alone. */
  readonly privateWriters: number;
  /** The first day anybody was asked; null while nobody was. */
  readonly askedOn: CalendarDate | null;
  /** The day people are asked by themselves; null while there is no date. */
  readonly asksOn: CalendarDate | null;
  readonly due: { readonly toAsk: number; readonly toRemind: number };
};

type Reply = { readonly answers: FeedbackAnswers; readonly isNamed: boolean; readonly name: string | null };

const viewOf = (replies: readonly Reply[]): readonly RequirementInTheirView[] =>
  inTheirView(replies.map(({ answers, isNamed }) => ({ got: answers.got, isNamed })));

async function repliesOf(context: Context, db: Db, meeting: Meeting): Promise<readonly Reply[]> {
  const { organisationId, id } = meeting;
  const names = new Map((await listInvited(db, organisationId, id)).map(({ invitation, person }) => [invitation.id, person.name]));
  const named = (await listFeedback(db, organisationId, id))
    .filter(({ sentOn, answers }) => sentOn !== null && answers !== null)
    .map((row) => ({ answers: openedFeedback(context, row), isNamed: true, name: names.get(row.invitationId) ?? null }));
  const unnamed = (await listUnnamedFeedback(db, organisationId, id)).map((row) => ({
    // Written only by the service that sends it.
    answers: { ...nothingAnswered, ...(JSON.parse(context.vault.unseal(row.answers, unnamedPlace(row.id))) as Partial<FeedbackAnswers>) },
    isNamed: false,
    name: null,
  }));
  return [...named, ...unnamed];
}

function wroteOf({ answers, name }: Reply): readonly Wrote[] {
  const happened = (Object.entries(answers.happened) as [AskedId, string][]).map(([about, words]) => ({ about, words, name }));
  return [...happened, { about: "hard" as const, words: answers.hard, name }].filter(({ words }) => words.trim() !== "");
}

// Words about a requirement stand under its name only where its answers are counted: else whoever asked for it could be told by them.
function wordsTogether(replies: readonly Reply[], view: readonly RequirementInTheirView[]): readonly WordsTogether[] {
  const wrote = replies.filter(({ answers }) => answers.mayQuote === true).flatMap(wroteOf);
  if (wrote.length === 0) return [];
  if (replies.length < fewestGrouped) return [{ about: "all", words: wrote.map(({ words }) => words) }];
  const hidden = new Set<string>(view.filter(({ hidesSome }) => hidesSome).map(({ requirement }) => requirement));
  const placed = wrote.map(({ about, words }) => ({ about: hidden.has(about) ? ("other" as const) : about, words }));
  return [...new Set(placed.map(({ about }) => about))].map((about) => ({
    about,
    words: placed.filter((one) => one.about === about).map(({ words }) => words),
  }));
}

/**
 * How each of some meetings was in people's own view: how much of what they needed they got. Where too few answered to be counted
 * together it says so; a meeting nobody answered about is left out.
 */
export async function ratingsOf(
  context: Context,
  coordinator: Coordinator,
  meetings: readonly Pick<Meeting, "reference">[],
): Promise<readonly { readonly reference: string; readonly rating: { readonly met: number; readonly of: number } | "few" }[]> {
  const ratings: { reference: string; rating: { readonly met: number; readonly of: number } | "few" }[] = [];
  for (const { reference } of meetings) {
    const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
    const replies = meeting === undefined ? [] : await repliesOf(context, context.db, meeting);
    if (replies.length === 0) continue;
    const view = metInTheirView(viewOf(replies));
    ratings.push({ reference, rating: replies.length < fewestGrouped ? "few" : view });
  }
  return ratings;
}

/** How the meeting was in people's own view. */
export async function feedbackFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<FeedbackView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const plan = await planFor(context, coordinator, reference);
  if (!meeting || !plan.ok) return refused("not-found");
  const replies = await repliesOf(context, context.db, meeting);
  const rows = await listFeedback(context.db, meeting.organisationId, meeting.id);
  const view = viewOf(replies);
  const time = await feedbackTime(context, meeting);
  const planned = new Map(plan.value.requirements.map(({ requirement, status }) => [requirement, status]));
  const tookPart = (await whoTookPart(context.db, meeting)).length;
  const askedOn = rows.flatMap(({ askedAt }) => (askedAt === null ? [] : [dayIn(askedAt)])).toSorted()[0] ?? null;
  const count = (of: "said" | "heard"): Readonly<Record<HowMuch, number>> => {
    const with_ = (answer: HowMuch) => replies.filter(({ answers }) => answers[of] === answer).length;
    return { all: with_("all"), some: with_("some"), "not-really": with_("not-really"), "not-said": with_("not-said") };
  };
  return done({
    meeting,
    isOver: hasBeen(meeting, context.today),
    closed: time.state === "over" && time.lastDay !== null ? { lastDay: time.lastDay, daysKept: time.daysKept } : null,
    answered: replies.length,
    of: Math.max(tookPart, replies.length),
    met: metInTheirView(view),
    compared: view.map((one) => ({ ...one, planned: planned.get(one.requirement) ?? null })),
    said: count("said"),
    heard: count("heard"),
    problems: await problemsOf(context, context.db, meeting, view),
    words: wordsTogether(replies, view),
    privateWriters: replies.filter((reply) => reply.answers.mayQuote !== true && wroteOf(reply).length > 0).length,
    askedOn,
    asksOn: meeting.date === null ? null : addDays(meeting.date, 1),
    due: await feedbackDue(context, context.db, meeting),
  });
}

async function problemsOf(
  context: Context,
  db: Db,
  meeting: Meeting,
  view: readonly RequirementInTheirView[],
): Promise<readonly AfterProblem[]> {
  const toDos = new Set((await listWrittenToDos(db, meeting.organisationId, [meeting.id])).map(({ source }) => source));
  const onRecord = new Set(
    meeting.venueId === null ? [] : (await listVenueProblems(db, meeting.venueId)).map(({ what, seenOn }) => `${seenOn} ${what}`),
  );
  const fromPeople = view
    .filter(({ partly, no }) => partly + no > 0)
    .map((one) => ({ key: `requirement ${one.requirement}`, what: requirementProblem(one), isOnRecord: false }));
  const fromTheDay = (await listProblems(db, meeting.organisationId, meeting.id)).map((row) => ({
    key: `day ${row.id}`,
    what: openedProblem(context, row),
    // What is noted on the day stands on the record of the venue by itself.
    isOnRecord: row.venueId !== null,
  }));
  return [...fromPeople, ...fromTheDay].map(({ key, what, isOnRecord }) => ({
    key,
    what,
    isToDo: toDos.has(key),
    venue:
      meeting.venueId === null || meeting.mode === "online"
        ? null
        : isOnRecord || onRecord.has(`${meeting.date ?? ""} ${what}`)
          ? ("on-record" as const)
          : ("can-be-added" as const),
  }));
}

/** Words people wrote for the coordinator alone. That they were opened is put on record. */
export async function privateWords(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<readonly WroteAlone[], "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const words = (await repliesOf(context, context.db, meeting)).filter(({ answers }) => answers.mayQuote !== true).flatMap(wroteOf);
  if (words.length > 0)
    await context.change(async (tx) =>
      record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "feedback-words-opened",
        subject: { kind: "meeting", id: meeting.id },
      }),
    );
  return done(words.map(({ words: text, name }) => ({ words: text, name })));
}

/** Makes a problem a thing to do for the next meeting, or puts it on the record of the venue. Doing it twice changes nothing. */
export async function takeUpProblem(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  key: string,
  as: "to-do" | "venue-problem",
  intent?: string,
): Promise<Result<null, "not-found">> {
  return context.change<Result<null, "not-found">>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, reference);
      if (!meeting) return refused("not-found");
      const replies = await repliesOf(context, tx, meeting);
      const found = (await problemsOf(context, tx, meeting, viewOf(replies))).find((problem) => problem.key === key);
      if (!found) return refused("not-found");
      if (as === "to-do") {
        const id = context.newId();
        await addWrittenToDo(tx, {
          id,
          organisationId: meeting.organisationId,
          meetingId: meeting.id,
          source: key,
          what: context.vault.seal(found.what, toDoPlace(id)),
          savedBy: coordinator.staffId,
          savedAt: context.now,
        });
      } else {
        const venue = meeting.venueId === null ? undefined : await findVenue(tx, meeting.organisationId, meeting.venueId);
        if (!venue || found.venue === null) return refused("not-found");
        if (found.venue === "can-be-added")
          await addProblem(tx, {
            id: context.newId(),
            organisationId: meeting.organisationId,
            venueId: venue.id,
            what: found.what,
            seenOn: meeting.date ?? context.today,
            savedBy: coordinator.name,
            savedAt: context.now,
          });
      }
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: as === "to-do" ? "problem-made-to-do" : "problem-put-on-venue",
        subject: { kind: "meeting", id: meeting.id },
        details: { from: isAskedId(key.replace("requirement ", "")) ? "feedback" : "day" },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}
