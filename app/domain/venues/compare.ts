// One venue held against what the people of a meeting need, in the form in which venues are put side by side: what is met, what
// is not, and what nobody knows. Not known is never taken as yes, and never as no.
import type { AskedId } from "#app/domain/access/asked.ts";
import { isSecured, type Arrangement } from "#app/domain/meetings/arrangements.ts";
import { assessFit, placeOf, worstOf, type BaselineFinding, type FactCheck, type Finding, type Level } from "#app/domain/meetings/fit.ts";
import {
  conditionsOf,
  inOrder,
  isPlannedAsEssential,
  type AttendeeNeeds,
  type SettingFacts,
  type VenueFacts,
} from "#app/domain/meetings/meeting.ts";

/** How many venues fit beside each other. */
export const mostCompared = 3;

/** What will be done about a need a chosen venue does not meet. Looking for another venue is no way to choose this one. */
export const waysToGoOn = ["venue-adds", "we-hire", "talk-first"] as const;
export type WayToGoOn = (typeof waysToGoOn)[number];

/** One feature of a venue for one thing asked for. `isArranged`: another way stands for it, owned and with evidence. */
export type ComparedCheck = FactCheck & { readonly level: Level; readonly isArranged: boolean };

/** How one venue does for one thing asked for. "with-change": yes, but only because something else was arranged there. */
export type ComparedNeed = {
  readonly requirement: AskedId;
  readonly people: number;
  /** People who cannot take part without it: all but those who said that it helps. */
  readonly essentialPeople: number;
  /** Somebody cannot take part without a feature of the venue. */
  readonly isEssential: boolean;
  readonly finding: Finding | "with-change";
  /** The features that decide, the most wanted level first. */
  readonly checks: readonly ComparedCheck[];
};

export type VenueInComparison = {
  /** Everything asked for that asks something of a venue, the essential first, else in the order people first asked. */
  readonly needs: readonly ComparedNeed[];
  readonly essential: {
    readonly of: number;
    readonly met: number;
    readonly notMet: readonly AskedId[];
    readonly notKnown: readonly AskedId[];
  };
  /** What every meeting owes everyone, whoever comes. */
  readonly baseline: readonly BaselineFinding[];
};

const strongest: readonly Level[] = ["must", "should", "nice"];

/** Holds a venue's facts against everybody's needs. `arrangements` are those that stand for this venue; none for a venue not chosen. */
export function assessVenue(
  meeting: SettingFacts,
  attendees: readonly AttendeeNeeds[],
  facts: VenueFacts,
  arrangements: readonly Arrangement[] = [],
): VenueInComparison {
  const people = inOrder(attendees);
  const place = placeOf(people, facts, conditionsOf(meeting, people, facts));
  const { findings, baseline } = assessFit(people, place);
  const asked = [...new Set(people.flatMap(({ needs }) => needs.map(({ requirement }) => requirement)))];
  const needs = asked.flatMap((requirement): readonly ComparedNeed[] => {
    const theirs = findings.filter((one) => one.requirement === requirement);
    const level = strongest.find((one) => theirs.some((finding) => finding.level === one));
    if (level === undefined) return [];
    const checks = new Map<string, ComparedCheck>();
    for (const { attendee: _a, requirement: _r, ...check } of theirs) {
      if (check.level !== level) continue;
      checks.set(check.feature, { ...check, isArranged: isArranged(arrangements, requirement, check) });
    }
    const asking = people.filter((one) => one.needs.some((need) => need.requirement === requirement));
    const essentialPeople = asking.filter((one) =>
      one.needs.some((need) => need.requirement === requirement && isPlannedAsEssential(need)),
    ).length;
    return [
      {
        requirement,
        people: asking.length,
        essentialPeople,
        isEssential: level === "must",
        finding: findingOf([...checks.values()]),
        checks: [...checks.values()],
      },
    ];
  });
  const essential = needs.filter(({ isEssential }) => isEssential);
  const which = (finding: Finding): readonly AskedId[] => essential.flatMap((one) => (one.finding === finding ? [one.requirement] : []));
  const [notMet, notKnown] = [which("not-met"), which("unknown")];
  return {
    needs: [...essential, ...needs.filter(({ isEssential }) => !isEssential)],
    essential: { of: essential.length, met: essential.length - notMet.length - notKnown.length, notMet, notKnown },
    baseline,
  };
}

function isArranged(arrangements: readonly Arrangement[], requirement: AskedId, { feature }: FactCheck): boolean {
  return arrangements.some(
    (one) => one.kind === "other-way" && one.requirement === requirement && one.feature === feature && isSecured(one),
  );
}

function findingOf(checks: readonly ComparedCheck[]): ComparedNeed["finding"] {
  const open = worstOf(checks.filter(({ isArranged: isDone }) => !isDone).map(({ finding }) => finding));
  if (open !== "met") return open;
  return checks.some(({ finding, isArranged: isDone }) => isDone && finding !== "met") ? "with-change" : "met";
}
