// What the papers of a meeting are made from, gathered once: the meeting, who is asked, what they sent and let others read, and
// the plan. A wish to be kept apart from somebody is taken out here, before any paper is made.
import { clashOf } from "#app/domain/access/conflicts.ts";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { requirementIds, requirementOf } from "#app/domain/access/requirements/index.ts";
import { choiceOf, readingsFor, type AnswersToShare, type Reading } from "#app/domain/access/sharing.ts";
import type { AttendeeNeeds } from "#app/domain/meetings/meeting.ts";
import { planMeeting, type MeetingPlan } from "#app/domain/meetings/plan.ts";
import type { PaperFrame } from "#app/documents/catalogue/meeting-on-paper.ts";
import type { NoPlan, PlanOnPaper, Replies } from "#app/documents/catalogue/plan-parts.ts";
import { listInvited, type InvitedPerson, type Meeting } from "#db/stores/meetings.ts";
import { findVenue } from "#db/stores/venues.ts";
import type { Context } from "./context.server.ts";
import { meetingFactsOf, placeOf } from "./meetings.server.ts";
import { needsOfMeeting } from "./needs.server.ts";
import { letterheadOf, linesOf } from "./letterhead.server.ts";
import { organisationOf, type Organisation } from "./organisations.server.ts";
import { factsFrom } from "./plan-loading.server.ts";
import type { ClashView, PlanView } from "./plan-view.ts";
import { factsOnRecord, type FactOnRecord } from "./venue-facts.server.ts";

type AnswersOnDesk = {
  /** What was sent, by invitation. */
  readonly told: ReadonlyMap<string, AnswersToShare>;
  /** Invitations whose person lets the coordinator read their answers by name. */
  readonly named: ReadonlySet<string>;
  readonly attendees: readonly AttendeeNeeds[];
  /** What was sent, to work out what a reader of a paper may read. */
  readonly toShare: readonly AnswersToShare[];
  readonly readings: readonly Reading[];
  readonly forEveryone: readonly Reading[];
};

/** Everything the papers of one meeting are made from, gathered once. */
export type Desk = AnswersOnDesk & {
  readonly meeting: Meeting;
  readonly organisation: Organisation;
  readonly frame: PaperFrame;
  readonly invited: readonly InvitedPerson[];
  readonly venueFacts: readonly FactOnRecord[];
  /** Running order, times of one's own and plans to leave; null while something the plan cannot do without is not known. */
  readonly plan: MeetingPlan | null;
  readonly replies: Replies;
};

/** Gathers what the papers of a meeting are made from. */
export async function deskFor(context: Context, meeting: Meeting): Promise<Desk> {
  const organisation = await organisationOf(context, meeting.organisationId);
  const invited = inOrderAsked(await listInvited(context.db, meeting.organisationId, meeting.id));
  const answers = await answersFor(context, meeting);
  const venueId = meeting.mode === "online" ? null : meeting.venueId;
  const venue = venueId === null ? undefined : await findVenue(context.db, meeting.organisationId, venueId);
  const venueFacts = venue === undefined ? [] : await factsOnRecord(context, context.db, venue);
  const facts = meetingFactsOf(meeting, context.today, venue ?? null);
  const holidays = context.holidaysOf(meeting.nation);
  const plan = facts.ok
    ? planMeeting({ meeting: facts.value, attendees: answers.attendees, venue: factsFrom(venueFacts), holidays })
    : null;
  const isComing = ({ invitation }: InvitedPerson): boolean => invitation.reply.startsWith("coming");
  return {
    ...answers,
    meeting,
    organisation,
    frame: await frameOf(context, meeting, organisation),
    invited,
    venueFacts,
    plan,
    replies: { asked: invited.length, coming: invited.filter(isComing).length, answered: answers.told.size },
  };
}

/** What people sent for a meeting, without what never leaves the coordinator. */
export async function answersFor(context: Context, meeting: Meeting): Promise<AnswersOnDesk> {
  const { attendees, toShare } = await needsOfMeeting(context, meeting.organisationId, meeting.id);
  return {
    told: new Map(toShare.map((person) => [person.invitationId, person])),
    named: new Set(toShare.filter((person) => choiceOf(person, "coordinator") === "with-name").map(({ invitationId }) => invitationId)),
    attendees: attendees.map(withoutConfidential),
    toShare,
    readings: readingsFor(toShare, "coordinator").map(withoutConfidentialLines),
    forEveryone: readingsFor(toShare, "other-attendees"),
  };
}

// A wish to be kept apart from somebody is for the coordinator's eyes only: it is taken out before any paper is planned, so
// no part of a paper can follow from it (access.md a.4).
function withoutConfidential(attendee: AttendeeNeeds): AttendeeNeeds {
  return {
    ...attendee,
    needs: attendee.needs.filter(({ requirement }) => !isConfidential(requirement)),
  };
}

function withoutConfidentialLines(reading: Reading): Reading {
  return { ...reading, lines: reading.lines.filter(({ kind }) => kind !== "confidential-item") };
}

/** People in the order they were asked, so that each keeps their number. */
export function inOrderAsked(invited: readonly InvitedPerson[]): readonly InvitedPerson[] {
  return invited.toSorted((one, other) => {
    const byDay = (one.invitation.invitedAt ?? "").localeCompare(other.invitation.invitedAt ?? "");
    return byDay === 0 ? one.invitation.id.localeCompare(other.invitation.id) : byDay;
  });
}

/** What stands on every paper of a meeting. */
export async function frameOf(context: Context, meeting: Meeting, organisation: Organisation): Promise<PaperFrame> {
  const place = await placeOf(context, meeting);
  return {
    madeOn: context.today,
    organisation: await letterheadOf(context, organisation),
    meeting: {
      reference: meeting.reference,
      name: meeting.name,
      about: meeting.about,
      asked: meeting.asked,
      date: meeting.date,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      mode: meeting.mode,
      place: place === null ? null : { name: place.name, address: linesOf(place.address) },
      onlineService: meeting.onlineService,
      joiningLink: meeting.joiningLink,
      contact: meeting.contact,
    },
  };
}

/** The plan as papers print it: it holds no names already, and what only the coordinator may know is taken out besides. */
export function planOnPaper(view: PlanView): PlanOnPaper | NoPlan {
  const { timetable, missing } = view;
  if (missing !== null) return missing;
  if (timetable === null) throw new Error("A plan with nothing missing has no timetable");
  return {
    isReady: view.isReady,
    needs: view.requirements.filter(({ requirement }) => !isConfidential(requirement)),
    bookings: view.bookings.map(({ support, needed, secured, records }) => ({ support, needed, secured, made: records })),
    clashes: view.clashes
      .filter((clash) => !clash.isConfidential && !clash.requirements.some(isConfidential))
      .map((one) => ({
        clash: one.clash,
        isCertain: one.isCertain,
        state: one.state,
        agreedWay: agreedWayOf(one),
        waysOut: one.waysOut
          .filter(({ way }) => one.state !== "agreed" || way.id !== one.decision?.way)
          .map(({ way, finding }) => ({ label: way.label, finding })),
      })),
    runningOrder: timetable.runningOrder,
    limits: timetable.limits,
    timeNeeded: timetable.needed,
    timetableFindings: timetable.findings,
    facilitatorActions: view.facilitatorActions.filter((action) => !confidentialActions.has(action)),
    peopleWithAPlanToLeave: view.leaveSafely.people,
  };
}

/** The way agreed, for a paper: words a coordinator typed may say who, so it is one of the catalogue, or that it was another one. */
export function agreedWayOf({ clash, state, decision }: ClashView): string | null {
  if (state !== "agreed" || decision === null) return null;
  return clashOf(clash).waysOut.find(({ id }) => id === decision.way)?.label ?? "Another way was agreed. Ask the access host.";
}

/** Says whether something asked for is for the coordinator's eyes only, so that no paper may follow from it. */
export function isConfidential(requirement: AskedId): boolean {
  return askedOf(requirement).sensitivity === "confidential-coordinator-only";
}

/** What whoever leads does for something only the coordinator may know. */
export const confidentialActions: ReadonlySet<string> = new Set(
  requirementIds.filter(isConfidential).flatMap((requirement) => requirementOf(requirement).facilitatorAction ?? []),
);
