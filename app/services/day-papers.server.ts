// What the papers of the day are made from: the plan as it stands, who has which role, and what was agreed. Nothing only the
// coordinator may know comes in.
import { dayChecksFor } from "#app/domain/meetings/day-checks.ts";
import { buildDocument, type DocumentId } from "#app/documents/catalogue/index.ts";
import type { DayFacts } from "#app/documents/catalogue/day-papers.ts";
import type { PaperFrame } from "#app/documents/catalogue/meeting-on-paper.ts";
import type { Doc } from "#app/documents/model.ts";
import { firstNameOf } from "#app/words/leave-plan.ts";
import { listRoles } from "#db/stores/day.ts";
import type { InvitedPerson, Meeting } from "#db/stores/meetings.ts";
import type { Context } from "./context.server.ts";
import { rolesOf } from "./day.server.ts";
import { agreedWayOf, confidentialActions, isConfidential } from "./paper-desk.server.ts";
import type { ClashView, PlanView } from "./plan-view.ts";

type DayPaperId = "wall-sheet" | "role-cards" | "cards" | "day-pack" | "day-pack-without-details";

/** Says whether a paper is one of the day's. */
export function isDayPaper(id: DocumentId): id is DayPaperId {
  return id === "wall-sheet" || id === "role-cards" || id === "cards" || id === "day-pack" || id === "day-pack-without-details";
}

const fewestSignInLines = 6;
const mostSignInLines = 40;

/** The facts of a meeting's day, from its plan. */
export async function dayPaperFacts(context: Context, frame: PaperFrame, meeting: Meeting, plan: PlanView): Promise<DayFacts> {
  const holders = await listRoles(context.db, meeting.organisationId, meeting.id);
  const asked = new Set(plan.requirements.map(({ requirement }) => requirement).filter((requirement) => !isConfidential(requirement)));
  return {
    frame,
    agenda: meeting.agenda.map(({ title }) => title),
    runningOrder: plan.timetable?.runningOrder ?? null,
    roles: rolesOf(meeting.mode).map((role) => ({
      role,
      holders: holders.filter((one) => one.role === role).map(({ name, phone }) => ({ name, phone })),
    })),
    waysOfWorking: plan.facilitatorActions.filter((action) => !confidentialActions.has(action)),
    checks: dayChecksFor(meeting.mode ?? "in-person", asked, new Set(plan.bookings.map(({ support }) => support))),
    agreed: plan.clashes.flatMap((clash) => agreedWay(clash)),
    plansToLeave: plan.leaveSafely.people,
    signInLines: Math.min(Math.max(meeting.expectedPeople ?? 0, fewestSignInLines), mostSignInLines),
  };
}

function agreedWay(clash: ClashView): DayFacts["agreed"] {
  const way = clash.isConfidential || clash.requirements.some(isConfidential) ? null : agreedWayOf(clash);
  return way === null ? [] : [{ clash: clash.clash, way }];
}

/** One paper of the day. First names stand only on the pack for whoever runs it. */
export function buildDayPaper(id: DayPaperId, day: DayFacts, invited: readonly InvitedPerson[]): Doc {
  if (id !== "day-pack") return buildDocument(id, day);
  const coming = invited.filter(({ invitation }) => invitation.reply !== "not-coming");
  return buildDocument(id, {
    ...day,
    firstNames: coming.map(({ person }) => firstNameOf(person.name)).toSorted((one, other) => one.localeCompare(other, "en-GB")),
  });
}
