// What this meeting has to know of a venue: features and counts, with no names, no references and no requirements.
import { baseline } from "#app/domain/access/baseline.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import { supportOf } from "#app/domain/access/supports.ts";
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { CountBack } from "./count-back.ts";
import { appliesTo, checkFact, type FactCheck, type Level, type Place } from "./fit.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type MeetingFacts } from "./meeting.ts";

export type VenueQuestion = FactCheck & {
  /** The strongest level anybody needs it at, after strength; the baseline counts too. */
  readonly level: Level;
  /** Different people who need it. Nothing means only the baseline asks. */
  readonly people: number;
  readonly isBaseline: boolean;
  /** How many the venue has to supply, where a number of places matters. */
  readonly quantity?: number;
  /** The last day to ask and still have time to put it right; absent when it is not known. */
  readonly askBy?: CalendarDate;
};

// Our own rule (access.md gives a dated question but no date): a working week to answer, then the time to hire or change things.
const answerWorkingDays = 5;
const changeWorkingDays = 10;

/** Features that an agreed way out of a clash rests on, and the people it is for. */
export type FeaturesOfWay = {
  readonly features: readonly VenueFeatureId[];
  readonly served: readonly string[];
  readonly isEssential: boolean;
};

/** Every venue feature this meeting needs, in the order of a walk through the building. None for a wholly online meeting. */
export function venueQuestions(
  meeting: MeetingFacts,
  attendees: readonly AttendeeNeeds[],
  place: Place,
  countBack: CountBack,
  ways: readonly FeaturesOfWay[] = [],
): readonly VenueQuestion[] {
  if (meeting.mode === "online") return [];
  const needed = new Map<VenueFeatureId, { level: Level; people: Set<string>; isBaseline: boolean }>();
  const need = (feature: VenueFeatureId, level: Level, attendee?: string) => {
    const so = needed.get(feature) ?? { level, people: new Set<string>(), isBaseline: false };
    needed.set(feature, so);
    so.level = strongerOf(so.level, level);
    if (attendee === undefined) so.isBaseline = true;
    else so.people.add(attendee);
  };
  const add = (feature: VenueFeatureId, level: Level, attendee?: string) => {
    if (appliesTo(place, feature)) need(feature, level, attendee);
  };
  for (const feature of baseline.venueMust) add(feature, "must");
  for (const feature of baseline.venueShould) add(feature, "should");
  for (const { ref, needs } of attendees) {
    for (const asked of needs) {
      const entry = askedOf(asked.requirement);
      const isEssential = isPlannedAsEssential(asked);
      for (const feature of entry.venueMust ?? []) add(feature, isEssential ? "must" : "should", ref);
      for (const feature of entry.venueShould ?? []) add(feature, isEssential ? "should" : "nice", ref);
      for (const feature of entry.venueNice ?? []) add(feature, "nice", ref);
    }
  }
  // A way out that was agreed needs its features whatever the meeting would otherwise use.
  for (const { features, served, isEssential } of ways) {
    for (const feature of features) for (const ref of served) need(feature, isEssential ? "must" : "should", ref);
  }
  return venueFeatureIds.flatMap((feature) => {
    const so = needed.get(feature);
    if (so === undefined) return [];
    const askBy = askByFor(feature, meeting.date, countBack);
    const check = checkFact(place, feature);
    const quantity = venueFeatureOf(feature).countsPeopleWhoAsk === true && check.wanted.is === "at-least" ? check.wanted.value : undefined;
    return [
      {
        ...check,
        level: so.level,
        people: so.people.size,
        isBaseline: so.isBaseline,
        ...(quantity === undefined ? {} : { quantity }),
        ...(askBy === undefined ? {} : { askBy }),
      },
    ];
  });
}

function askByFor(feature: VenueFeatureId, date: CalendarDate, countBack: CountBack): CalendarDate | undefined {
  const remedies = (venueFeatureOf(feature).remedySupports ?? []).map((support) => supportOf(support).leadWorkingDays.typical);
  return countBack(date, answerWorkingDays + Math.max(changeWorkingDays, ...remedies));
}

const strength: { readonly [Name in Level]: number } = { must: 3, should: 2, nice: 1 };

function strongerOf(one: Level, other: Level): Level {
  return strength[one] >= strength[other] ? one : other;
}
