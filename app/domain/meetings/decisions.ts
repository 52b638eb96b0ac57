// What a coordinator decided about a requirement or a clash, the facts that decision rests on, and what it secures. When one of
// those facts changes the decision no longer counts, and the reason is known.
import { requirementOf, type RequirementId } from "#app/domain/access/requirements/index.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { Arrangement } from "./arrangements.ts";
import { checkFact, placeOf } from "./fit.ts";
import type { AttendeeNeeds, MeetingMode, VenueFacts } from "./meeting.ts";
import { formatsFor } from "./papers.ts";

export type HowMet = "booking" | "venue" | "way-of-working" | "talk" | "cannot";
export type RequirementState = "to-do" | "waiting" | "part-met" | "met" | "cannot-meet";
export type ClashState = "to-sort-out" | "asked" | "agreed" | "could-not-agree";

/** The facts a decision was made on. */
export type Basis = {
  /** Who asked, by reference, and how: a fingerprint of each person's answer. */
  readonly people: Readonly<Record<string, string>>;
  readonly date: CalendarDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly mode: MeetingMode;
  readonly venueId: string | null;
  readonly facts: VenueFacts;
};

export type RequirementDecision = {
  readonly kind: "requirement";
  readonly requirement: RequirementId;
  readonly how: HowMet;
  readonly state: RequirementState;
  readonly plan: string;
  /** Who makes sure on the day. */
  readonly role: string;
  /** What shows that it is met: a confirmation, a photo, a call and its date. */
  readonly evidence: string;
  /** A plan to leave safely was made with everybody who needs one because of this. */
  readonly hasPlansToLeave: boolean;
  readonly tried: string;
  readonly offered: string;
  readonly agreedBy: string;
  /** What the people it is for are told when it cannot be met. */
  readonly message: string;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly basis: Basis;
};

export type ClashDecision = {
  readonly kind: "clash";
  readonly clash: ClashId;
  readonly state: ClashState;
  /** The id of a way out of the catalogue, or "something-else". */
  readonly way: string;
  readonly otherWay: string;
  readonly asked: "both" | "one" | "not-yet";
  readonly role: string;
  readonly evidence: string;
  readonly message: string;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly basis: Basis;
};

export type Decision = RequirementDecision | ClashDecision;

export type ReopenReason =
  "somebody-else-asked" | "answers-changed" | "date-or-times-changed" | "mode-changed" | "venue-changed" | "venue-facts-changed";

/** Why a decision has to be looked at again; empty while everything it rests on stands. Somebody who no longer asks changes nothing. */
export function reasonsToReopen(then: Basis, now: Basis): readonly ReopenReason[] {
  const asking = Object.entries(now.people);
  const isNew = asking.some(([ref]) => then.people[ref] === undefined);
  const isOther = asking.some(([ref, answer]) => then.people[ref] !== undefined && then.people[ref] !== answer);
  const features = new Set([...Object.keys(then.facts), ...Object.keys(now.facts)]) as ReadonlySet<VenueFeatureId>;
  const isMoved = then.date !== now.date || then.startsAt !== now.startsAt || then.endsAt !== now.endsAt;
  const isElsewhere = then.venueId !== now.venueId;
  return [
    ...(isNew ? (["somebody-else-asked"] as const) : []),
    ...(isOther ? (["answers-changed"] as const) : []),
    ...(isMoved ? (["date-or-times-changed"] as const) : []),
    ...(then.mode === now.mode ? [] : (["mode-changed"] as const)),
    ...(isElsewhere ? (["venue-changed"] as const) : []),
    ...(!isElsewhere && [...features].some((feature) => then.facts[feature] !== now.facts[feature])
      ? (["venue-facts-changed"] as const)
      : []),
  ];
}

/** The venue features a requirement asks about. */
export function featuresOf(requirement: RequirementId): readonly VenueFeatureId[] {
  const { venueMust = [], venueShould = [], venueNice = [] } = requirementOf(requirement);
  return [...venueMust, ...venueShould, ...venueNice];
}

/**
 * What a decision that still stands secures. "The venue has it" never secures a feature whose recorded fact says the opposite:
 * two sources that disagree are not evidence.
 */
export function arrangementsFrom(decision: Decision, attendees: readonly AttendeeNeeds[], facts: VenueFacts): readonly Arrangement[] {
  const backing = { owner: decision.role, evidence: decision.evidence };
  if (decision.kind === "clash") {
    return decision.state === "agreed" ? [{ kind: "clash", clash: decision.clash, way: decision.way, ...backing }] : [];
  }
  if (decision.state !== "met" || decision.how === "cannot") return [];
  const { requirement, how } = decision;
  const asking = attendees.filter(({ needs }) => needs.some((need) => need.requirement === requirement));
  const owed = requirementOf(requirement).formats;
  const place = placeOf(attendees, facts, new Set());
  const features = featuresOf(requirement).filter((feature) => how !== "venue" || checkFact(place, feature).finding !== "not-met");
  return [
    { kind: "way-of-working", requirement, ...backing },
    ...(how === "booking" ? [] : features.map((feature): Arrangement => ({ kind: "other-way", requirement, feature, ...backing }))),
    ...asking.flatMap((attendee): readonly Arrangement[] => [
      ...(owed === undefined
        ? []
        : [...new Set([...formatsFor(attendee).map(({ format }) => format), ...owed.from])]
            .filter((format) => owed.from.includes(format))
            .map((format): Arrangement => ({ kind: "papers", attendee: attendee.ref, format, ...backing }))),
      ...(decision.hasPlansToLeave ? [{ kind: "evacuation-plan", attendee: attendee.ref, ...backing } as const] : []),
      ...(how === "talk"
        ? [{ kind: "talked-through", attendee: attendee.ref, requirement, by: decision.decidedBy, on: decision.decidedOn } as const]
        : []),
    ]),
  ];
}
