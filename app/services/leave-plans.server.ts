// Plans to get out safely: written with the person, sealed, seen by the coordinator and the helpers they name, and erased after the
// meeting unless the person keeps theirs. Opening somebody's is put on record.
import { choiceOf, readingOf, type AnswersToShare, type SharedLine } from "#app/domain/access/sharing.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Arrangement } from "#app/domain/meetings/arrangements.ts";
import { standsFor, problemsOf, type LeavePlan, type LeaveAnswerProblem } from "#app/domain/meetings/leave-plan.ts";
import type { VenueFact } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import { leavePlanNews } from "#app/words/news.ts";
import { record } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { listRoles } from "#db/stores/day.ts";
import {
  addLeavePlan,
  findLeavePlan,
  listLeavePlans,
  listLeavePlansToErase,
  removeLeavePlan,
  saveLeavePlan,
  type StoredLeavePlan,
} from "#db/stores/leave-plans.ts";
import { findInvited, findMeeting, findMeetingById, listInvited, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import { findVenue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { bookedForOf } from "./meetings.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { nobodyTold, tellPeople, type Told } from "./news.server.ts";
import { factsOnRecord } from "./venue-facts.server.ts";

const place = (row: string) => ({ table: "leave_plans", column: "plan", row });

/** A plan as somebody may read it. */
export type LeavePlanView = LeavePlan & {
  readonly agreedOn: CalendarDate | null;
  /** Agreed, whole, with its helpers still there, and made for this room and time. */
  readonly stands: boolean;
  readonly isKept: boolean;
  readonly version: number;
};

function opened(context: Context, meeting: Meeting, helpers: readonly string[], stored: StoredLeavePlan): LeavePlanView {
  const plan = JSON.parse(context.vault.unseal(stored.plan, place(stored.invitationId))) as LeavePlan; // written only by this module
  const { agreedOn, madeFor, isKept, version } = stored;
  return { ...plan, agreedOn, isKept, version, stands: standsFor(plan, agreedOn, madeFor, bookedForOf(meeting), helpers) };
}

async function helpersOf(db: Db, meeting: Meeting): Promise<readonly string[]> {
  const roles = await listRoles(db, meeting.organisationId, meeting.id);
  return [...new Set(roles.filter(({ role, name }) => role === "evacuation-helper" && name !== deletedName).map(({ name }) => name))];
}

/** Where everybody who needs a plan stands. Those who did not share their name with anybody who could write it are only counted. */
export type LeavePlanList = {
  readonly meeting: Meeting;
  readonly helpers: readonly string[];
  readonly people: readonly {
    readonly personId: string;
    readonly invitationId: string;
    readonly name: string;
    readonly state: "not-started" | "not-agreed" | "look-again" | "agreed";
  }[];
  readonly withoutName: number;
};

/** The list of plans to write; that it was opened is put on record, because it holds names. */
export async function leavePlansFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<LeavePlanList, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const { needing, mayKnow } = await whoNeedsOne(context, meeting);
  const stored = new Map((await listLeavePlans(context.db, meeting.organisationId, meeting.id)).map((plan) => [plan.invitationId, plan]));
  const helpers = await helpersOf(context.db, meeting);
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  const shown = invited.filter(({ invitation }) => mayKnow.has(invitation.id) || stored.has(invitation.id));
  if (shown.length > 0) {
    await note(
      context,
      coordinator,
      "leave-plans-listed",
      { kind: "meeting", id: meeting.id },
      shown.map(({ invitation }) => invitation.id),
    );
  }
  return done({
    meeting,
    helpers,
    people: shown.map(({ invitation, person }) => {
      const row = stored.get(invitation.id);
      const plan = row === undefined ? null : opened(context, meeting, helpers, row);
      const state = plan === null ? "not-started" : plan.stands ? "agreed" : plan.agreedOn === null ? "not-agreed" : "look-again";
      return { personId: person.id, invitationId: invitation.id, name: person.name, state };
    }),
    withoutName: [...needing].filter((id) => !mayKnow.has(id) && !stored.has(id)).length,
  });
}

/** Every plan that was written for a meeting, to read at once on the day; that each was opened is put on record. */
export async function leavePlansTogether(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<
  Result<
    {
      readonly meeting: Meeting;
      readonly plans: readonly { readonly personId: string; readonly name: string; readonly plan: LeavePlanView }[];
    },
    "not-found"
  >
> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const stored = new Map((await listLeavePlans(context.db, meeting.organisationId, meeting.id)).map((plan) => [plan.invitationId, plan]));
  const helpers = await helpersOf(context.db, meeting);
  const written = (await listInvited(context.db, meeting.organisationId, meeting.id)).flatMap(({ invitation, person }) => {
    const row = stored.get(invitation.id);
    return row === undefined
      ? []
      : [{ invitationId: invitation.id, personId: person.id, name: person.name, plan: opened(context, meeting, helpers, row) }];
  });
  for (const { invitationId } of written) await note(context, coordinator, "leave-plan-opened", { kind: "invitation", id: invitationId });
  return done({ meeting, plans: written.map(({ personId, name, plan }) => ({ personId, name, plan })) });
}

async function whoNeedsOne(context: Context, meeting: Meeting) {
  const { attendees, toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  const needing = new Set(
    meeting.mode === "online"
      ? []
      : attendees
          .filter(({ needs }) => needs.some(({ requirement }) => askedOf(requirement).needsEvacuationPlan === true))
          .map(({ ref }) => ref),
  );
  const mayKnow = new Set(
    toShare.filter((person) => needing.has(person.invitationId) && sharesName(person)).map((one) => one.invitationId),
  );
  return { needing, mayKnow, toShare };
}

// A plan is written with the person, so whoever writes it has to know whose it is.
function sharesName(person: AnswersToShare): boolean {
  return choiceOf(person, "evacuation-helpers") === "with-name" || choiceOf(person, "coordinator") === "with-name";
}

/** The plans that may be relied on, as the planning core reads them: by reference, with who helps. */
export async function standingLeavePlans(
  context: Context,
  meeting: Meeting,
): Promise<readonly Extract<Arrangement, { readonly kind: "evacuation-plan" }>[]> {
  const stored = await listLeavePlans(context.db, meeting.organisationId, meeting.id);
  if (stored.length === 0) return [];
  const helpers = await helpersOf(context.db, meeting);
  return stored.flatMap((row) => {
    const plan = opened(context, meeting, helpers, row);
    if (!plan.stands || plan.agreedOn === null) return [];
    const owner = plan.helper === "" ? "The person themselves" : plan.helper;
    return [{ kind: "evacuation-plan" as const, attendee: row.invitationId, owner, evidence: `Agreed on ${plan.agreedOn}` }];
  });
}

export type OneLeavePlan = {
  readonly meeting: Meeting;
  readonly personId: string;
  readonly invitationId: string;
  readonly name: string;
  readonly plan: LeavePlanView | null;
  readonly helpers: readonly string[];
  /** What they told us for this, as far as they let the helpers read it. */
  readonly told: readonly SharedLine[];
  /** What the venue said about getting out; null where nobody has said. */
  readonly venue: {
    readonly name: string;
    readonly facts: readonly { readonly feature: VenueFeatureId; readonly value: VenueFact | null }[];
  } | null;
};

/** Whose plan is being written, without opening it. */
export async function nameForLeavePlan(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<Result<string, "not-found">> {
  const found = await invitedTo(context, coordinator, reference, personId);
  return found ? done(found.person.name) : refused("not-found");
}

/** One person's plan to write or change; that it was opened is put on record. */
export async function leavePlanOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<Result<OneLeavePlan, "not-found">> {
  const found = await invitedTo(context, coordinator, reference, personId);
  if (!found) return refused("not-found");
  const { meeting, invitation, person } = found;
  const { toShare } = await whoNeedsOne(context, meeting);
  const answers = toShare.find(({ invitationId }) => invitationId === invitation.id);
  const reading = answers === undefined ? null : readingOf(answers, "evacuation-helpers");
  const helpers = await helpersOf(context.db, meeting);
  const stored = await findLeavePlan(context.db, meeting.organisationId, invitation.id);
  await note(context, coordinator, "leave-plan-opened", { kind: "invitation", id: invitation.id });
  return done({
    meeting,
    personId: person.id,
    invitationId: invitation.id,
    name: person.name,
    plan: stored === undefined ? null : opened(context, meeting, helpers, stored),
    helpers,
    told: reading !== null && reading.name !== null ? reading.lines : [],
    venue: await wayOutOf(context, meeting),
  });
}

async function wayOutOf(context: Context, meeting: Meeting): Promise<OneLeavePlan["venue"]> {
  if (meeting.mode === "online" || meeting.venueId === null) return null;
  const venue = await findVenue(context.db, meeting.organisationId, meeting.venueId);
  if (!venue) return null;
  const known = new Map((await factsOnRecord(context, context.db, venue)).map(({ featureId, value }) => [featureId, value]));
  const features = venueFeatureIds.filter((feature) => venueFeatureOf(feature).area === "emergency");
  return { name: venue.name, facts: features.map((feature) => ({ feature, value: known.get(feature) ?? null })) };
}

type SavedPlan = { readonly told: Told };
export type LeavePlanRefusal = "not-found" | "changed-by-someone-else" | "no-date" | { readonly problems: readonly LeaveAnswerProblem[] };

/** Keeps a plan. When the person has agreed it, it is theirs to see on their own page, and they are told. */
export async function writeLeavePlan(
  context: Context,
  coordinator: Coordinator,
  at: { readonly reference: string; readonly personId: string; readonly version: number },
  said: { readonly plan: LeavePlan; readonly isAgreed: boolean | null },
  intent?: string,
): Promise<Result<SavedPlan, LeavePlanRefusal>> {
  // Everything that is missing is said at once, whether the person agreed among it.
  const problems: readonly LeaveAnswerProblem[] = [
    ...problemsOf(said.plan),
    ...(said.isAgreed === null ? (["agreed-not-said"] as const) : []),
  ];
  if (problems.length > 0) return refused({ problems });
  return context.change<Result<SavedPlan, LeavePlanRefusal>>(
    async (tx) => {
      const meeting = await findMeeting(tx, coordinator.organisationId, at.reference);
      const invited = meeting && (await findInvited(tx, coordinator.organisationId, meeting.id, at.personId));
      if (!meeting || !invited) return refused("not-found");
      const madeFor = bookedForOf(meeting);
      if (madeFor === null) return refused("no-date");
      const { id } = invited.invitation;
      const before = await findLeavePlan(tx, meeting.organisationId, id);
      if ((before?.version ?? 0) !== at.version) return refused("changed-by-someone-else");
      const isSame =
        before !== undefined &&
        JSON.stringify(before.madeFor) === JSON.stringify(madeFor) &&
        context.vault.unseal(before.plan, place(id)) === JSON.stringify(said.plan);
      // Saving the same words again is not agreeing again: the day they agreed stays.
      const agreedOn = said.isAgreed === true ? ((isSame ? before.agreedOn : null) ?? context.today) : null;
      const row = {
        plan: context.vault.seal(JSON.stringify(said.plan), place(id)),
        agreedOn,
        madeFor,
        savedBy: coordinator.staffId,
        savedAt: context.now,
      };
      const isSaved = before
        ? await saveLeavePlan(tx, id, before.version, row)
        : await addLeavePlan(tx, { invitationId: id, organisationId: meeting.organisationId, meetingId: meeting.id, ...row });
      if (!isSaved) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: meeting.organisationId,
        actor: auditActorOf(coordinator),
        action: "leave-plan-saved",
        subject: { kind: "invitation", id },
        details: { agreed: said.isAgreed },
      });
      const told = said.isAgreed
        ? await tellPeople(context, tx, meeting, new Set([id]), {
            kind: "leave-plan",
            key: String((before?.version ?? 0) + 1),
            news: leavePlanNews(),
          })
        : nobodyTold;
      return done({ told });
    },
    intent === undefined ? {} : { intent },
  );
}

async function invitedTo(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  personId: string,
): Promise<(InvitedPerson & { readonly meeting: Meeting }) | null> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  const found = meeting && (await findInvited(context.db, coordinator.organisationId, meeting.id, personId));
  return meeting && found ? { meeting, ...found } : null;
}

async function note(
  context: Context,
  coordinator: Coordinator,
  action: string,
  subject: { readonly kind: string; readonly id: string },
  named: readonly string[] = [],
): Promise<void> {
  const by = { organisationId: coordinator.organisationId, actor: auditActorOf(coordinator) };
  await context.change(async (tx) => {
    await record(context, tx, { ...by, action, subject });
    // Everybody whose name it was finds it in their own copy.
    for (const id of named) await record(context, tx, { ...by, action: "name-listed-to-leave", subject: { kind: "invitation", id } });
  });
}

/** The plan of the person who asks; null when none was written. */
export async function myLeavePlan(context: Context, attendee: Attendee): Promise<LeavePlanView | null> {
  const meeting = await findMeetingById(context.db, attendee.organisationId, attendee.meetingId);
  const stored = await findLeavePlan(context.db, attendee.organisationId, attendee.invitationId);
  return meeting && stored ? opened(context, meeting, await helpersOf(context.db, meeting), stored) : null;
}

/** The plan of one invitation for a paper; null when none was written. Whoever may have the paper is for documents to say. */
export async function leavePlanOnPaper(context: Context, meeting: Meeting, invitationId: string): Promise<LeavePlanView | null> {
  const stored = await findLeavePlan(context.db, meeting.organisationId, invitationId);
  return stored === undefined ? null : opened(context, meeting, await helpersOf(context.db, meeting), stored);
}

/** Keeps the plan after the meeting, or lets it be erased then: the person's own choice. */
export async function keepMyLeavePlan(
  context: Context,
  attendee: Attendee,
  version: number,
  isKept: boolean,
  intent?: string,
): Promise<Result<{ readonly isKept: boolean }, "not-found" | "changed-elsewhere">> {
  return context.change<Result<{ isKept: boolean }, "not-found" | "changed-elsewhere">>(
    async (tx) => {
      const stored = await findLeavePlan(tx, attendee.organisationId, attendee.invitationId);
      if (!stored) return refused("not-found");
      if (!(await saveLeavePlan(tx, attendee.invitationId, version, { isKept }))) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: isKept ? "leave-plan-kept" : "leave-plan-to-erase",
        subject: { kind: "invitation", id: attendee.invitationId },
      });
      return done({ isKept });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Erases the plans of meetings that are over, save those people keep; gives how many went. */
export async function eraseOldLeavePlans(context: Context): Promise<number> {
  const old = await listLeavePlansToErase(context.db, context.today);
  if (old.length === 0) return 0;
  await context.change(async (tx) => {
    for (const { invitationId, organisationId } of old) {
      await removeLeavePlan(tx, invitationId);
      await record(context, tx, {
        organisationId,
        actor: { kind: "program", id: "erasing" },
        action: "leave-plan-erased",
        subject: { kind: "invitation", id: invitationId },
      });
    }
  });
  await context.emptyLog();
  return old.length;
}
