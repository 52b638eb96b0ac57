// Getting out safely: who needs a plan of their own, what it holds, and what the venue has to confirm. Never a condition.
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { appliesTo, checkFact, type FactCheck, type Place } from "./fit.ts";
import type { AttendeeNeeds, MeetingFacts } from "./meeting.ts";

/** The twelve things a personal plan says, in order. Source: access.md section g, after Home Office guidance on means of escape. */
export const evacuationPlanTopics = [
  "where-and-when",
  "how-i-will-know",
  "what-i-need-to-be-told",
  "how-i-leave",
  "my-routes",
  "refuge",
  "helpers",
  "equipment",
  "what-i-bring",
  "how-we-talk",
  "toilets-and-quiet-room",
  "walked-through-and-agreed",
] as const;
export type EvacuationPlanTopic = (typeof evacuationPlanTopics)[number];

export type EvacuationPlan = {
  readonly attendee: string;
  readonly because: readonly AskedId[];
  readonly topics: readonly EvacuationPlanTopic[];
};

export type Evacuation = {
  readonly plans: readonly EvacuationPlan[];
  /** Facts about getting out that the venue has to confirm because somebody needs a plan. */
  readonly venueToConfirm: readonly FactCheck[];
};

/** Who needs a conversation and a plan for getting out. Nobody does at a wholly online meeting. */
export function planEvacuation(meeting: MeetingFacts, attendees: readonly AttendeeNeeds[], place: Place): Evacuation {
  if (meeting.mode === "online") return { plans: [], venueToConfirm: [] };
  const plans = attendees.flatMap(({ ref, needs }) => {
    const because = needs.map(({ requirement }) => requirement).filter((id) => askedOf(id).needsEvacuationPlan === true);
    return because.length === 0 ? [] : [{ attendee: ref, because, topics: evacuationPlanTopics }];
  });
  const features = plans.length === 0 ? [] : emergencyFeatures.filter((feature) => appliesTo(place, feature));
  return {
    plans,
    venueToConfirm: features.map((feature) => checkFact(place, feature)).filter((check) => check.finding !== "met"),
  };
}

const emergencyFeatures = venueFeatureIds.filter((feature) => venueFeatureOf(feature).area === "emergency");
