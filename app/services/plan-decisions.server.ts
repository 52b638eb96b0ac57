// What a coordinator decides on a plan: how something is met, a way out of a clash, that somebody was talked to, that the plan is ready.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import { isAskedId, type AskedId } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ClashDecision, Decision, RequirementDecision, TalkDecision } from "#app/domain/meetings/decisions.ts";
import { basisFor, decisionText, subjectKey, subjectsOfClash, subjectsOfRequirement, wholeBasis } from "#app/domain/meetings/live-plan.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { agreedNews, cannotNews } from "#app/words/news.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addArrangement, listArrangements, saveArrangement } from "#db/stores/arrangements.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { nobodyTold, reachOf, tellPeople, type Told } from "./news.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { viewsOfChanges, type ChangeView } from "./plan-changes.server.ts";
import {
  loadPlan,
  eachClashOnce,
  peopleToTalkTo,
  changeFactsOf,
  seenOf,
  type StoredConfirmation,
  decisionPlace,
} from "./plan-loading.server.ts";
import { recordNames } from "./plan-names.server.ts";

// ---- Deciding ----

type DecisionRefusal = "not-found" | "changed-by-someone-else" | "no-date";

export type RequirementChoice = Omit<RequirementDecision, "kind" | "requirement" | "decidedOn" | "decidedBy" | "basis">;

export type ClashChoice = Omit<ClashDecision, "kind" | "clash" | "decidedOn" | "decidedBy" | "basis">;

/** Keeps how one requirement will be met, with the facts it rests on today. Refused when nobody asked for it or somebody else decided meanwhile. */
export async function decideRequirement(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string; readonly version: number },
  choice: RequirementChoice,
  intent?: string,
): Promise<Result<{ readonly requirement: AskedId; readonly told: Told }, DecisionRefusal>> {
  const { requirement } = at;
  if (!isAskedId(requirement)) return refused("not-found");
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { attendees, world } = await loadPlan(context, meeting);
  if (!attendees.some(({ needs }) => needs.some((need) => need.requirement === requirement))) return refused("not-found");
  if (world === null) return refused("no-date");
  const basis = basisFor(subjectsOfRequirement(requirement), world);
  const decision: RequirementDecision = { kind: "requirement", requirement, ...choice, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    // Somebody who is rung today hears it from a person first; their own page says it either way.
    if (choice.state !== "cannot-meet" || choice.plan !== "") return done({ requirement, told: nobodyTold });
    const asking = attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).map(({ ref }) => ref);
    const key = `${requirement} ${String(at.version + 1)}`;
    const told = await tellPeople(context, tx, meeting, new Set(asking), {
      kind: "cannot-meet",
      key: context.vault.fingerprint("news", key),
      news: cannotNews(choice.message),
    });
    return done({ requirement, told });
  }, optional(intent));
}

/**
 * Keeps what was decided about a clash, and where `tell` says so sends the message that was seen to everybody it affects. Refused when it
 * is not raised, when somebody else decided meanwhile, and when a message would say who somebody is or is about people kept apart.
 */
export async function decideClash(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly clash: string; readonly version: number },
  choice: ClashChoice,
  intent?: string,
  tell: "tell" | "do-not-tell" = "do-not-tell",
): Promise<Result<{ readonly clash: ClashId; readonly told: Told }, DecisionRefusal | "names-somebody" | "not-to-be-told">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { world, plan } = await loadPlan(context, meeting);
  const raised = eachClashOnce(plan?.clashes ?? []).find(({ clash }) => clash === at.clash);
  if (raised === undefined) return refused("not-found");
  if (world === null) return refused("no-date");
  if (tell === "tell") {
    if (raised.isConfidential) return refused("not-to-be-told");
    if (await namesSomebody(context, meeting, choice.message)) return refused("names-somebody");
  }
  const basis = basisFor(subjectsOfClash(raised.clash), world);
  const toldOn = tell === "tell" ? { toldOn: context.today } : {};
  const decision: ClashDecision = { kind: "clash", clash: raised.clash, ...choice, ...toldOn, ...madeBy(context, coordinator), basis };
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, at.version))) return refused("changed-by-someone-else");
    if (tell === "do-not-tell") return done({ clash: raised.clash, told: nobodyTold });
    const told = await tellPeople(context, tx, meeting, new Set(raised.people), {
      kind: "clash-agreed",
      key: context.vault.fingerprint("news", `${raised.clash} ${String(at.version + 1)}`),
      news: agreedNews(choice.message),
    });
    return done({ clash: raised.clash, told });
  }, optional(intent));
}

/** The message as everybody it affects would get it, with no name and no link in it, and how many would get it which way. */
export type TellingPreview = { readonly subject: string; readonly body: string; readonly reach: Told };

/** What "save and tell them" would send. Refused where a message cannot be sent as it is. */
export async function previewOfTelling(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly clash: string },
  message: string,
): Promise<Result<TellingPreview, "not-found" | "names-somebody" | "not-to-be-told">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const { plan } = await loadPlan(context, meeting);
  const raised = eachClashOnce(plan?.clashes ?? []).find(({ clash }) => clash === at.clash);
  if (raised === undefined) return refused("not-found");
  if (raised.isConfidential) return refused("not-to-be-told");
  if (await namesSomebody(context, meeting, message)) return refused("names-somebody");
  const organisation = await organisationOf(context, meeting.organisationId);
  const { name, contact } = meeting;
  const words = agreedNews(message)({
    name: "(their own name)",
    meeting: name,
    organisation: organisation.name,
    contact,
    link: "(their own private link)",
    isNeutral: false,
    isEasyRead: false,
  });
  return done({ ...words, reach: await reachOf(context, meeting, new Set(raised.people)) });
}

// One message goes to people on both sides, so nobody's name may stand in it, first or last.
async function namesSomebody(context: Context, meeting: Meeting, message: string): Promise<boolean> {
  const words = new Set(plainWords(message));
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  return invited.some(({ person }) => plainWords(person.name).some((part) => part.length > 2 && words.has(part)));
}

function plainWords(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export type Talk = Pick<TalkDecision, "state" | "evidence" | "agreed">;

/**
 * Keeps that one person was talked to about one thing they asked for. From then on it does not hold the plan back, until their
 * answer or a fact it rests on changes. Refused for somebody who did not ask for it or did not give their name for it.
 */
export async function recordTalk(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly requirement: string; readonly person: string },
  talk: Talk,
  intent?: string,
): Promise<Result<{ readonly requirement: AskedId }, DecisionRefusal>> {
  const { requirement, person } = at;
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  if (!peopleToTalkTo(requirement, loaded).some(({ invitationId }) => invitationId === person)) return refused("not-found");
  if (loaded.world === null) return refused("no-date");
  const basis = basisFor(subjectsOfRequirement(requirement, person), loaded.world);
  const decision: TalkDecision = { kind: "talk", requirement, attendee: person, ...talk, ...madeBy(context, coordinator), basis };
  const version = loaded.talks.find((one) => one.decision.requirement === requirement && one.decision.attendee === person)?.version ?? 0;
  return context.change(async (tx) => {
    if (!(await keep(context, tx, coordinator, meeting, decision, version))) return refused("changed-by-someone-else");
    return done({ requirement });
  }, optional(intent));
}

export type TalkView = {
  readonly meeting: string;
  readonly reference: string;
  readonly requirement: AskedId;
  readonly people: readonly {
    readonly invitationId: string;
    readonly name: string;
    readonly talk: (Talk & { readonly on: CalendarDate; readonly by: string; readonly changes: readonly ChangeView[] }) | null;
  }[];
  /** How many asked for it without giving their name. */
  readonly withoutName: number;
};

/** Who can be talked to about one thing people asked for. Opening their names is recorded (decision 23). */
export async function talksAbout(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  requirement: string,
): Promise<Result<TalkView, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting || !isAskedId(requirement)) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const asking = loaded.attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement)).length;
  if (asking === 0) return refused("not-found");
  const named = peopleToTalkTo(requirement, loaded);
  if (named.length > 0) await recordNames(context, coordinator, meeting, named);
  const people = await Promise.all(
    named.map(async ({ invitationId, name }) => {
      const found = loaded.talks.find(({ decision }) => decision.requirement === requirement && decision.attendee === invitationId);
      if (found === undefined) return { invitationId, name, talk: null };
      const { state, evidence, agreed, decidedOn: on, decidedBy: by } = found.decision;
      const changes = await viewsOfChanges(found.changes, changeFactsOf(context, loaded));
      return { invitationId, name, talk: { state, evidence, agreed, on, by, changes } };
    }),
  );
  return done({ meeting: meeting.name, reference: meeting.reference, requirement, people, withoutName: asking - named.length });
}

/**
 * Keeps who confirmed that the plan is ready, with every fact it rests on. Refused while something essential is open, and when the
 * plan is no longer the one that was seen.
 */
export async function confirmPlan(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly seen: string },
  intent?: string,
): Promise<Result<{ readonly requirements: number }, "not-found" | "not-ready" | "changed-by-someone-else">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, at.reference);
  if (!meeting) return refused("not-found");
  const loaded = await loadPlan(context, meeting);
  const { plan, world, live, attendees } = loaded;
  if (plan === null || world === null || live === null || attendees.length === 0 || !plan.readiness.isReady) return refused("not-ready");
  if (seenOf(context, loaded) !== at.seen) return refused("changed-by-someone-else");
  const confirmation: StoredConfirmation = {
    confirmedBy: coordinator.name,
    confirmedOn: context.today,
    basis: wholeBasis(plan, world),
    decisions: Object.fromEntries(live.standing.map(({ decision }) => [subjectKey(decision), decisionText(decision)])),
    requirements: plan.requirements.length,
  };
  return context.change(async (tx) => {
    const id = context.newId();
    await addArrangement(tx, {
      id,
      organisationId: meeting.organisationId,
      meetingId: meeting.id,
      kind: "confirmation",
      subject: context.vault.fingerprint("arrangement", `${meeting.id} confirmation ${id}`),
      decision: context.vault.seal(JSON.stringify(confirmation), decisionPlace(id)),
      savedBy: coordinator.staffId,
      savedAt: context.now,
    });
    await record(context, tx, {
      organisationId: meeting.organisationId,
      actor: auditActorOf(coordinator),
      action: "plan-confirmed",
      subject: { kind: "meeting", id: meeting.id },
      details: { requirements: confirmation.requirements, facts: Object.keys(confirmation.basis.facts).length },
    });
    return done({ requirements: confirmation.requirements });
  }, optional(intent));
}

async function keep(
  context: Context,
  tx: Tx,
  coordinator: Coordinator,
  meeting: Meeting,
  decision: Decision,
  version: number,
): Promise<boolean> {
  const subject = context.vault.fingerprint("arrangement", `${meeting.id} ${subjectKey(decision)}`);
  const [before] = (await listArrangements(tx, meeting.organisationId, meeting.id)).filter((one) => one.subject === subject);
  if ((before?.version ?? 0) !== version) return false;
  const id = before?.id ?? context.newId();
  const row = {
    decision: context.vault.seal(JSON.stringify(decision), decisionPlace(id)),
    savedBy: coordinator.staffId,
    savedAt: context.now,
  };
  const isSaved = before
    ? await saveArrangement(tx, id, before.version, row)
    : await addArrangement(tx, { id, organisationId: meeting.organisationId, meetingId: meeting.id, kind: decision.kind, subject, ...row });
  if (!isSaved) return false;
  await record(context, tx, {
    organisationId: meeting.organisationId,
    actor: auditActorOf(coordinator),
    action: ({ requirement: "requirement-decided", clash: "clash-decided", talk: "talk-recorded" } as const)[decision.kind],
    subject: { kind: "arrangement", id },
    details: { state: decision.state },
  });
  return true;
}

function madeBy(context: Context, coordinator: Coordinator) {
  return { decidedOn: context.today, decidedBy: coordinator.name };
}

function optional(intent: string | undefined): { readonly intent?: string } {
  return intent === undefined ? {} : { intent };
}
