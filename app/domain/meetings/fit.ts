// Whether a venue's recorded facts give people what they asked for: met, not met, or not known. Not known is never a yes.
import { baseline } from "#app/domain/access/baseline.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { venueFeatureOf, type Criterion, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type VenueFact, type VenueFacts } from "./meeting.ts";

export type Finding = "met" | "not-met" | "unknown";
export type Level = "must" | "should" | "nice";

/** Why a finding is what it is: a fact was compared, nobody recorded one, or it is there and nobody measured it. */
export type FindingReason = "recorded" | "not-recorded" | "not-measured";

/** A fact held against what is wanted, with the working. */
export type FactCheck = {
  readonly feature: VenueFeatureId;
  readonly finding: Finding;
  readonly reason: FindingReason;
  readonly wanted: Criterion;
  /** Absent when nothing is recorded. */
  readonly fact?: VenueFact;
};

export type VenueFinding = FactCheck & {
  readonly attendee: string;
  readonly requirement: AskedId;
  /** What it means for this person: the requirement's level, one step lower when they said it is only helpful. */
  readonly level: Level;
};

export type BaselineFinding = FactCheck & { readonly level: "must" | "should" };

export type Fit = {
  /** One for each person, requirement and venue feature that applies, in the order of people and of the catalogue. */
  readonly findings: readonly VenueFinding[];
  /** What every meeting owes everyone, whoever comes. */
  readonly baseline: readonly BaselineFinding[];
};

export type Place = {
  readonly facts: VenueFacts;
  readonly conditions: ReadonlySet<MeetingCondition>;
  /** How many people ask for each feature that is counted by people. */
  readonly peopleWhoAsk: ReadonlyMap<VenueFeatureId, number>;
};

/**
 * Holds every requirement of every person, and the baseline, against the venue's facts. A feature whose condition the meeting
 * lacks is left out. Sources: the entries of the access catalogue.
 */
export function assessFit(attendees: readonly AttendeeNeeds[], place: Place): Fit {
  const findings: VenueFinding[] = [];
  for (const { ref, needs } of attendees) {
    for (const need of needs) {
      const entry = askedOf(need.requirement);
      const lowered = !isPlannedAsEssential(need);
      for (const [level, features] of [
        ["must", entry.venueMust],
        ["should", entry.venueShould],
        ["nice", entry.venueNice],
      ] as const) {
        for (const feature of features ?? []) {
          if (!appliesTo(place, feature)) continue;
          const check = checkFact(place, feature);
          findings.push({ attendee: ref, requirement: need.requirement, level: lowered ? oneStepLower(level) : level, ...check });
        }
      }
    }
  }
  return { findings, baseline: assessBaseline(place) };
}

/** What a meeting in this place owes everyone before anybody is asked, held against the facts. */
export function assessBaseline(place: Place): readonly BaselineFinding[] {
  const checked = (level: "must" | "should", features: readonly VenueFeatureId[]) =>
    features.filter((feature) => appliesTo(place, feature)).map((feature) => ({ level, ...checkFact(place, feature) }));
  return [...checked("must", baseline.venueMust), ...checked("should", baseline.venueShould)];
}

/** The facts of a place, its conditions, and how many people ask for each counted feature. */
export function placeOf(attendees: readonly AttendeeNeeds[], facts: VenueFacts, conditions: ReadonlySet<MeetingCondition>): Place {
  const peopleWhoAsk = new Map<VenueFeatureId, number>();
  for (const { needs } of attendees) {
    const asked = new Set<VenueFeatureId>();
    for (const need of needs) for (const feature of askedOf(need.requirement).venueMust ?? []) asked.add(feature);
    for (const feature of asked) {
      if (venueFeatureOf(feature).countsPeopleWhoAsk === true) peopleWhoAsk.set(feature, (peopleWhoAsk.get(feature) ?? 0) + 1);
    }
  }
  return { facts, conditions, peopleWhoAsk };
}

/** Says whether a feature matters at this meeting at all: some only do when, for example, the route uses a ramp. */
export function appliesTo(place: Place, feature: VenueFeatureId): boolean {
  const { appliesWhen } = venueFeatureOf(feature);
  return appliesWhen === undefined || place.conditions.has(appliesWhen);
}

/** Holds one recorded fact against what is wanted of it, whether or not the feature applies. */
export function checkFact(place: Place, feature: VenueFeatureId): FactCheck {
  const wanted = wantedOf(place, feature);
  const fact = place.facts[feature];
  if (fact === undefined) return { feature, finding: "unknown", reason: "not-recorded", wanted };
  const finding = compare(fact, wanted);
  return { feature, finding, reason: finding === "unknown" ? "not-measured" : "recorded", wanted, fact };
}

function wantedOf(place: Place, feature: VenueFeatureId): Criterion {
  const { criterion, countsPeopleWhoAsk } = venueFeatureOf(feature);
  const people = place.peopleWhoAsk.get(feature) ?? 0;
  if (countsPeopleWhoAsk !== true || criterion.is !== "at-least" || people <= criterion.value) return criterion;
  return { is: "at-least", value: people, unit: criterion.unit };
}

function compare(fact: VenueFact, wanted: Criterion): Finding {
  if (fact === false) return "not-met";
  if (wanted.is === "yes") return fact === true ? "met" : "unknown";
  // A yes where a number is wanted means the thing is there and nobody measured it: the number is asked for.
  if (fact === true || !Number.isFinite(fact)) return "unknown";
  switch (wanted.is) {
    case "at-least":
      return fact >= wanted.value ? "met" : "not-met";
    case "at-most":
      return fact <= wanted.value ? "met" : "not-met";
    case "between":
      return fact >= wanted.from && fact <= wanted.to ? "met" : "not-met";
    default:
      return unreachable(wanted);
  }
}

function oneStepLower(level: Level): Level {
  return level === "must" ? "should" : "nice";
}

/** The worst of several findings: not met, then not known, then met. Met when there are none. */
export function worstOf(findings: readonly Finding[]): Finding {
  if (findings.includes("not-met")) return "not-met";
  return findings.includes("unknown") ? "unknown" : "met";
}
