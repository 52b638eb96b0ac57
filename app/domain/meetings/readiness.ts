// The gate: a plan is ready only when nobody's essential requirement is open. An essential requirement closes when everything it
// must have is met or secured, or when the person has been talked to about it and that is recorded.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import { isSecured, type Arrangement } from "./arrangements.ts";
import type { PlannedClash } from "./agreed-ways.ts";
import { assessDemands, type DemandSetting, type DemandState } from "./demands.ts";
import { isPlannedAsEssential, type AttendeeNeeds } from "./meeting.ts";
import type { TimetableFinding } from "./timetable.ts";

/** Why a plan is not ready. */
export type OpenItem =
  | {
      readonly kind: "requirement";
      readonly attendee: string;
      readonly requirement: AskedId;
      /** The musts that are neither met nor secured. */
      readonly demands: readonly DemandState[];
    }
  | { readonly kind: "clash"; readonly clash: ClashId; readonly people: readonly string[]; readonly why: OpenClashReason }
  | { readonly kind: "timetable"; readonly finding: TimetableFinding };

export type OpenClashReason = "no-way-out-agreed" | "way-out-not-secured" | "way-out-needs-not-met";

export type Readiness = { readonly isReady: boolean; readonly open: readonly OpenItem[] };

/**
 * Ready, or everything that keeps it from being ready. Helpful requirements and clashes the planner handles by default do not
 * hold a plan back; shoulds do not either: they are actions, not stops.
 */
export function assessReadiness(
  attendees: readonly AttendeeNeeds[],
  clashes: readonly PlannedClash[],
  timetableFindings: readonly TimetableFinding[],
  setting: DemandSetting,
): Readiness {
  const open: readonly OpenItem[] = [
    ...openRequirements(attendees, setting),
    ...clashes.flatMap(openClash),
    ...timetableFindings.map((finding) => ({ kind: "timetable", finding }) as const),
  ];
  return { isReady: open.length === 0, open };
}

function openRequirements(attendees: readonly AttendeeNeeds[], setting: DemandSetting): readonly OpenItem[] {
  return attendees.flatMap((attendee) =>
    attendee.needs.filter(isPlannedAsEssential).flatMap((need): readonly OpenItem[] => {
      if (isTalkedThrough(attendee.ref, need.requirement, setting.arrangements)) return [];
      const demands = assessDemands(attendee, need, setting).filter(isOpen);
      return demands.length === 0 ? [] : [{ kind: "requirement", attendee: attendee.ref, requirement: need.requirement, demands }];
    }),
  );
}

/** Says whether somebody was talked to about one thing they asked for, with something that shows it. */
export function isTalkedThrough(attendee: string, requirement: AskedId, arrangements: readonly Arrangement[]): boolean {
  return arrangements.some(
    (arrangement) =>
      arrangement.kind === "talked-through" &&
      arrangement.attendee === attendee &&
      arrangement.requirement === requirement &&
      isSecured(arrangement),
  );
}

function isOpen({ level, finding, isSecured: secured }: DemandState): boolean {
  return level === "must" && finding !== "met" && !secured;
}

function openClash(clash: PlannedClash): readonly OpenItem[] {
  if (clash.kind === "arrangement" || !clash.sides.some(({ isEssential }) => isEssential)) return [];
  const why = whyClashIsOpen(clash);
  return why === undefined ? [] : [{ kind: "clash", clash: clash.clash, people: clash.people, why }];
}

// A way out of people's own making asks for nothing we know of; a way from the catalogue brings its demands with it.
function whyClashIsOpen({ agreed }: PlannedClash): OpenClashReason | undefined {
  if (agreed.length === 0) return "no-way-out-agreed";
  const secured = agreed.filter((way) => way.isSecured);
  if (secured.length === 0) return "way-out-not-secured";
  return secured.some(({ demands }) => !demands.some(isOpen)) ? undefined : "way-out-needs-not-met";
}
