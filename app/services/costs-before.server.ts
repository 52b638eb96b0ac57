// Money before a meeting: somebody asks, a coordinator answers, and an advance goes past two people of finance. What was asked for,
// in the person's own words, is read by them and by coordinators; finance sees a name and an amount.
import { addDays, addWorkingDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import {
  mayMoveAdvance,
  moveCostRequest,
  type AdvanceRefusal,
  type CostNeed,
  type CostRequestMove,
  type CostRequestState,
} from "#app/domain/payments/costs-before.ts";
import type { CostsBefore } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Actor, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { channelFor } from "#app/domain/people/reach.ts";
import { answeredMessage, askedMessage } from "#app/words/costs-before.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  addCostRequests,
  findCostRequest,
  listCostRequestsIn,
  listCostRequestsOf,
  listCostRequestsOfMeeting,
  saveCostRequest,
  type CostRequestWithPeople,
  type StoredCostRequest,
} from "#db/stores/cost-requests.ts";
import { findMeeting, findMeetingById } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { mintLink } from "./links.server.ts";
import { queueMessage, queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";

/** Working days in which somebody answers. */
const answerWithin = 3;

type Told = { readonly words: string; readonly way: CostsBefore | null };

export type MyCostRequest = {
  readonly id: string;
  readonly version: number;
  readonly need: CostNeed;
  readonly state: CostRequestState;
  /** How it is paid, once that is decided. */
  readonly way: CostsBefore | null;
  readonly words: string;
  readonly wish: CostsBefore | null;
  readonly estimate: Pence | null;
  readonly neededBy: CalendarDate | null;
  readonly replyBy: CalendarDate;
  readonly amount: Pence | null;
  readonly sentOn: CalendarDate | null;
  readonly question: string;
  readonly reply: string;
  readonly answer: string;
};

export type MyCostsBefore = {
  /** False once the meeting is over or called off, or where nothing is offered: then there is only what was asked before. */
  readonly mayAsk: boolean;
  /** What this organisation does for this meeting; other ways are still asked for and answered by a person. */
  readonly ways: readonly CostsBefore[];
  readonly meetingDate: CalendarDate | null;
  readonly contactName: string;
  readonly requests: readonly MyCostRequest[];
};

/** What somebody has asked for before a meeting, and whether they may ask for more. */
export async function myCostsBefore(context: Context, attendee: Attendee): Promise<MyCostsBefore> {
  const { meeting, offer, organisation } = await mine(context, context.db, attendee);
  const isAhead = meeting.state === "open" && (meeting.date === null || meeting.date >= context.today);
  return {
    mayAsk: isAhead && offer !== null,
    ways: offer?.costsBefore ?? [],
    meetingDate: meeting.date,
    contactName: meeting.contact?.name ?? organisation.contact.name,
    requests: (await listCostRequestsOf(context.db, attendee.invitationId)).map((request) => viewOf(context, request)),
  };
}

export type Asked = {
  readonly needs: readonly CostNeed[];
  readonly wish: CostsBefore | null;
  readonly words: string;
  readonly estimate: Pence | null;
  readonly neededBy: CalendarDate | null;
};

/** Asks for costs to be paid before the meeting, one request for each thing. Refused after the meeting and where nothing is offered. */
export async function askForCosts(
  context: Context,
  attendee: Attendee,
  asked: Asked,
  intent?: string,
): Promise<Result<{ readonly replyBy: CalendarDate }, "not-now" | "after-the-meeting">> {
  return context.change<Result<{ readonly replyBy: CalendarDate }, "not-now" | "after-the-meeting">>(
    async (tx) => {
      const { meeting, offer, organisation } = await mine(context, tx, attendee);
      if (meeting.state !== "open" || offer === null || (meeting.date !== null && meeting.date < context.today)) return refused("not-now");
      if (asked.neededBy !== null && meeting.date !== null && asked.neededBy > meeting.date) return refused("after-the-meeting");
      const working = addWorkingDays(context.today, answerWithin, context.holidaysOf(meeting.nation));
      const replyBy = working.ok ? working.value : addDays(context.today, answerWithin + 4);
      const told: Told = { words: asked.words, way: asked.wish };
      const rows = asked.needs.map((need) => {
        const id = context.newId();
        return {
          id,
          organisationId: attendee.organisationId,
          invitationId: attendee.invitationId,
          personId: attendee.personId,
          meetingId: attendee.meetingId,
          need,
          details: context.vault.seal(JSON.stringify(told), place(id, "details")),
          estimate: asked.estimate,
          neededBy: asked.neededBy,
          replyBy,
          state: "asked" as const,
          askedAt: context.now,
        };
      });
      await addCostRequests(tx, rows);
      for (const { id } of rows) await note(context, tx, attendee, "costs-before-asked", id);
      const contact = meeting.contact ?? organisation.contact;
      await queueMessage(context, tx, {
        organisationId: attendee.organisationId,
        key: `costs-before ${rows[0]?.id ?? attendee.invitationId}`,
        kind: "costs-before-asked",
        channel: contact.email === "" ? "show" : "email",
        recipient: contact.email === "" ? contact.name : contact.email,
        ...askedMessage({ meeting: meeting.name, link: `${context.origin}/meetings/${meeting.reference}/costs-before` }),
        about: { kind: "invitation", id: attendee.invitationId },
      });
      return done({ replyBy });
    },
    intent === undefined ? {} : { intent },
  );
}

type OwnRefusal = "not-found" | "not-now" | "changed-elsewhere";

/** Answers a coordinator's question about a request of one's own, which then waits for them again. */
export async function answerQuestion(
  context: Context,
  attendee: Attendee,
  at: { readonly id: string; readonly version: number },
  reply: string,
  intent?: string,
): Promise<Result<object, OwnRefusal>> {
  return changeOwn(context, attendee, at, { move: "answer" }, { reply }, intent);
}

/** Takes a request back that nobody has acted on. */
export async function withdrawRequest(
  context: Context,
  attendee: Attendee,
  at: { readonly id: string; readonly version: number },
  intent?: string,
): Promise<Result<object, OwnRefusal>> {
  return changeOwn(context, attendee, at, { move: "withdraw" }, {}, intent);
}

async function changeOwn(
  context: Context,
  attendee: Attendee,
  at: { readonly id: string; readonly version: number },
  move: CostRequestMove,
  said: { readonly reply?: string },
  intent: string | undefined,
): Promise<Result<object, OwnRefusal>> {
  return context.change<Result<object, OwnRefusal>>(
    async (tx) => {
      const request = (await listCostRequestsOf(tx, attendee.invitationId)).find(({ id }) => id === at.id);
      if (request === undefined) return refused("not-found");
      const moved = moveCostRequest(request.state, move);
      if (!moved.ok) return refused("not-now");
      const saved = await saveCostRequest(tx, at, {
        state: moved.value,
        ...(said.reply === undefined ? {} : { reply: context.vault.seal(said.reply, place(at.id, "reply")) }),
      });
      if (!saved) return refused("changed-elsewhere");
      await note(context, tx, attendee, `costs-before-${moved.value}`, at.id);
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

export type CostRequestForCoordinator = MyCostRequest & { readonly person: string; readonly agreedBy: string | null };

/** What everybody asked for before one meeting. */
export async function costsBeforeOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<
  Result<
    {
      readonly meeting: { readonly name: string; readonly date: CalendarDate | null; readonly reference: string };
      readonly requests: readonly CostRequestForCoordinator[];
    },
    "not-found"
  >
> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const names = await namesOf(context, coordinator.organisationId);
  const found = await listCostRequestsOfMeeting(context.db, coordinator.organisationId, meeting.id);
  return done({
    meeting: { name: meeting.name, date: meeting.date, reference: meeting.reference },
    requests: found.map(({ request, person }) => ({
      ...viewOf(context, request),
      person: person.name,
      agreedBy: request.answeredBy === null ? null : (names.get(request.answeredBy) ?? null),
    })),
  });
}

export type Answer =
  | { readonly move: "book"; readonly amount: Pence | null; readonly words: string }
  | { readonly move: "agree-first"; readonly amount: Pence | null; readonly words: string }
  | { readonly move: "agree-money"; readonly way: "advance" | "cash-on-the-day"; readonly amount: Pence; readonly words: string }
  | { readonly move: "ask"; readonly words: string }
  | { readonly move: "cannot"; readonly words: string };

type AnswerRefusal = "not-found" | "not-now" | "no-amount" | "changed-by-someone-else" | "own-money";

/** Answers what somebody asked for and tells them, in one change. Nobody answers for themselves. */
export async function answerCostRequest(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly id: string; readonly version: number },
  answer: Answer,
  intent?: string,
): Promise<Result<object, AnswerRefusal>> {
  return context.change<Result<object, AnswerRefusal>>(
    async (tx) => {
      const found = await findCostRequest(tx, coordinator.organisationId, at.id);
      if (found?.meeting.reference !== at.reference) return refused("not-found");
      if ((await personOf(tx, coordinator)) === found.person.id) return refused("own-money");
      const moved = moveCostRequest(found.request.state, answer);
      if (!moved.ok) return moved;
      const isQuestion = answer.move === "ask";
      const saved = await saveCostRequest(tx, at, {
        state: moved.value,
        ...(isQuestion
          ? { question: context.vault.seal(answer.words, place(at.id, "question")) }
          : {
              answer: context.vault.seal(answer.words, place(at.id, "answer")),
              answeredBy: coordinator.staffId,
              answeredAt: context.now,
              way: wayOf(answer),
            }),
        ...("amount" in answer ? { amount: answer.amount } : {}),
      });
      if (!saved) return refused("changed-by-someone-else");
      await note(context, tx, coordinator, `costs-before-${moved.value}`, at.id);
      await tell(context, tx, found, isQuestion);
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

function wayOf(answer: Answer): CostsBefore | null {
  if (answer.move === "book") return "book-for-you";
  if (answer.move === "agree-first") return "claim-later";
  return answer.move === "agree-money" ? answer.way : null;
}

/** Money agreed for somebody before a meeting, as finance sees it: never what it is for. */
export type AdvanceForFinance = {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly meeting: string;
  readonly meetingDate: CalendarDate | null;
  readonly amount: Pence;
  readonly way: "advance" | "cash-on-the-day";
  readonly state: "money-agreed" | "money-authorised" | "money-sent";
  readonly neededBy: CalendarDate | null;
  readonly agreedBy: string;
  readonly authorisedBy: string | null;
  readonly sentBy: string | null;
  readonly sentOn: CalendarDate | null;
  /** Why this person may not do the next step, or null when they may. */
  readonly refusal: AdvanceRefusal | "not-your-part" | null;
};

/** Money before meetings that is agreed, authorised or gone, the first asked first. */
export async function advancesFor(context: Context, finance: FinanceOfficer): Promise<readonly AdvanceForFinance[]> {
  const names = await namesOf(context, finance.organisationId);
  const own = await personOf(context.db, finance);
  const found = await listCostRequestsIn(context.db, finance.organisationId, ["money-agreed", "money-authorised", "money-sent"]);
  return found.flatMap(({ request, person, meeting }): readonly AdvanceForFinance[] => {
    const { state, amount, answeredBy, authorisedBy, sentBy } = request;
    if ((state !== "money-agreed" && state !== "money-authorised" && state !== "money-sent") || amount === null) return [];
    return [
      {
        id: request.id,
        version: request.version,
        person: person.name,
        meeting: meeting.name,
        meetingDate: meeting.date,
        amount,
        way: request.way === "cash-on-the-day" ? "cash-on-the-day" : "advance",
        state,
        neededBy: request.neededBy,
        agreedBy: (answeredBy === null ? undefined : names.get(answeredBy)) ?? "",
        authorisedBy: authorisedBy === null ? null : (names.get(authorisedBy) ?? null),
        sentBy: sentBy === null ? null : (names.get(sentBy) ?? null),
        sentOn: request.sentOn,
        refusal: refusalFor(finance, own, request),
      },
    ];
  });
}

function refusalFor(finance: FinanceOfficer, own: string | null, request: StoredCostRequest): AdvanceForFinance["refusal"] {
  if (request.state === "money-sent") return null;
  const step = request.state === "money-agreed" ? "authorise-money" : "send-money";
  if (step === "authorise-money" && !finance.mayAuthorise) return "not-your-part";
  const may = mayMoveAdvance(step, {
    actor: finance.staffId,
    actorPerson: own,
    person: request.personId,
    agreedBy: request.answeredBy,
    authorisedBy: request.authorisedBy,
  });
  return may.ok ? null : may.refusal;
}

export type AdvanceStep = { readonly step: "authorise" } | { readonly step: "send"; readonly on: CalendarDate };
type StepRefusal = AdvanceRefusal | "not-your-part" | "not-found" | "not-now" | "changed-by-someone-else" | "in-the-future";

/** Authorises money before a meeting, or records that it went. Three people take part in it; the database refuses fewer. */
export async function moveAdvance(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly id: string; readonly version: number },
  asked: AdvanceStep,
  intent?: string,
): Promise<Result<object, StepRefusal>> {
  return context.change<Result<object, StepRefusal>>(
    async (tx) => {
      const found = await findCostRequest(tx, finance.organisationId, at.id);
      if (found === undefined) return refused("not-found");
      const { request } = found;
      const move: CostRequestMove = asked.step === "authorise" ? { move: "authorise-money" } : { move: "send-money", on: asked.on };
      const moved = moveCostRequest(request.state, move);
      if (!moved.ok) return refused("not-now");
      if (asked.step === "send" && asked.on > context.today) return refused("in-the-future");
      const refusal = refusalFor(finance, await personOf(tx, finance), request);
      if (refusal !== null) return refused(refusal);
      const saved = await saveCostRequest(tx, at, {
        state: moved.value,
        ...(asked.step === "authorise"
          ? { authorisedBy: finance.staffId, authorisedAt: context.now }
          : { sentBy: finance.staffId, sentOn: asked.on }),
      });
      if (!saved) return refused("changed-by-someone-else");
      await note(context, tx, finance, `costs-before-${moved.value}`, at.id);
      if (asked.step === "send") await tell(context, tx, found, false);
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

async function tell(context: Context, tx: Tx, { request, person, meeting }: CostRequestWithPeople, isQuestion: boolean): Promise<void> {
  // Who had everything deleted has no page to be told on, and no link is ever made for them again.
  if (person.erasedAt !== null || channelFor(person) === null) return;
  const organisation = await organisationOf(context, request.organisationId);
  const path = await mintLink(context, tx, {
    organisationId: request.organisationId,
    kind: "invitation",
    id: request.invitationId,
    meetingDate: meeting.date,
  });
  await queueMessageTo(context, tx, person, {
    organisationId: request.organisationId,
    key: `costs-before-answer ${request.id} ${request.version}`,
    kind: "costs-before-answered",
    ...answeredMessage({
      name: person.name,
      meeting: meeting.name,
      organisation: organisation.name,
      link: `${context.origin}${path}`,
      isQuestion,
      isEasyRead: person.easyRead,
    }),
    about: { kind: "invitation", id: request.invitationId },
  });
}

async function note(context: Context, tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
  await record(context, tx, {
    organisationId: actor.organisationId,
    actor: auditActorOf(actor),
    action,
    subject: { kind: "cost-request", id },
  });
}

async function mine(context: Context, db: Db | Tx, attendee: Attendee) {
  const invitation = await db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  const meeting = await findMeetingById(db, attendee.organisationId, attendee.meetingId);
  if (!invitation || !meeting) throw new Error("An attendee's invitation or meeting is gone");
  return { meeting, offer: invitation.offer, organisation: await organisationOf(context, attendee.organisationId) };
}

async function namesOf(context: Context, organisationId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listStaff(context.db, organisationId)).map(({ id, name }) => [id, name]));
}

/** The person record of a member of staff, where it is known. */
async function personOf(db: Db | Tx, actor: { readonly staffId: string; readonly organisationId: string }): Promise<string | null> {
  const account = (await listStaff(db, actor.organisationId)).find(({ id }) => id === actor.staffId);
  return account?.personId ?? null;
}

function viewOf(context: Context, request: StoredCostRequest): MyCostRequest {
  const { id, version, need, state, way, estimate, neededBy, replyBy, amount, sentOn } = request;
  const told = JSON.parse(context.vault.unseal(request.details, place(id, "details"))) as Told;
  const open = (column: "question" | "reply" | "answer") =>
    request[column] === null ? "" : context.vault.unseal(request[column], place(id, column));
  return {
    id,
    version,
    need,
    state,
    way,
    words: told.words,
    wish: told.way,
    estimate,
    neededBy,
    replyBy,
    amount,
    sentOn,
    question: open("question"),
    reply: open("reply"),
    answer: open("answer"),
  };
}

const place = (row: string, column: "details" | "question" | "reply" | "answer") => ({ table: "cost_requests", column, row });
