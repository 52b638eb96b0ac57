// What planning needs to know about a meeting, the people coming and the place. Names, contact details and private words are
// left out on purpose: nothing that reasons here can print them.
import type { FormatId } from "#app/domain/access/formats.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import type { TimetableDemands } from "#app/domain/access/requirement.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { minutesOf, type CalendarDate, type ClockTime, type Nation } from "#app/domain/basics/dates.ts";

export type MeetingMode = "in-person" | "hybrid" | "online";

export type MeetingFacts = {
  readonly nation: Nation;
  readonly date: CalendarDate;
  readonly plannedStart: ClockTime;
  readonly plannedEnd: ClockTime;
  readonly mode: MeetingMode;
  /** Everybody in the meeting, not only those whose needs are known. */
  readonly people: number;
  /** Minutes of work on the agenda, before extra time and breaks. */
  readonly netAgendaMinutes: number;
  /** Items in order, when known; their minutes need not add up to the net minutes, which decide. */
  readonly agenda?: readonly AgendaItem[];
  /** The day from which book-by dates are judged in time, late or at risk. */
  readonly planningDay: CalendarDate;
  /** Absent when nobody has looked it up. */
  readonly sunset?: ClockTime;
  readonly parallelGroups: number;
  readonly foodServed: boolean;
  readonly conditions: readonly MeetingCondition[];
};

/** What of a meeting decides which features of a place matter. Its finish is only needed once the time of sunset is known. */
export type SettingFacts = Pick<MeetingFacts, "mode" | "parallelGroups" | "foodServed" | "conditions" | "sunset"> &
  Partial<Pick<MeetingFacts, "plannedEnd">>;

export type AgendaItem = { readonly id: string; readonly minutes: number };

/** How strongly a person asked. "varies" and "none" (no answer) are kept as given and planned as essential. */
export type Strength = "essential" | "helpful" | "varies" | "none";

/** A time at which a person must have a break: medication, food, prayer. */
export type StatedBreak = { readonly at: ClockTime; readonly minutes: number };

export type Need = {
  readonly requirement: AskedId;
  readonly strength: Strength;
  /** The person's own figures, which stand in place of the catalogue's. */
  readonly ownTimes?: TimetableDemands;
  readonly breaksAt?: readonly StatedBreak[];
  readonly datesToAvoid?: readonly CalendarDate[];
  /** For interpreters and translations. */
  readonly language?: string;
};

export type AttendeeNeeds = {
  readonly ref: string;
  readonly needs: readonly Need[];
  /** Formats of papers the person picked; empty when they picked none. */
  readonly chosenFormats: readonly FormatId[];
};

/** Yes, no, or a number in the unit of the feature's criterion. */
export type VenueFact = boolean | number;

/** What is recorded of a venue. An absent feature is not known; it is never a no and never a yes. */
export type VenueFacts = { readonly [Feature in VenueFeatureId]?: VenueFact };

/** Two people a coordinator has to keep apart. Never printed for anybody else. */
export type KeptApart = readonly [string, string];

/** Says whether a need is planned as essential; all but "helpful" are (it varies, or no answer). */
export function isPlannedAsEssential(need: Need): boolean {
  return need.strength !== "helpful";
}

/**
 * The people in the natural order of their references (p2 before p10), each requirement once. Where somebody has the same
 * requirement twice the stronger answer stays. So the order in which people answered changes nothing.
 */
export function inOrder(attendees: readonly AttendeeNeeds[]): readonly AttendeeNeeds[] {
  return attendees
    .toSorted((one, other) => compareReferences(one.ref, other.ref))
    .map((attendee) => ({ ...attendee, needs: withoutRepeats(attendee.needs) }));
}

/** Compares references so that runs of digits count as numbers: p2 comes before p10. */
export function compareReferences(one: string, other: string): number {
  const oneParts = one.split(/(\d+)/u);
  const otherParts = other.split(/(\d+)/u);
  for (const [index, part] of oneParts.entries()) {
    const opposite = otherParts[index];
    if (opposite === undefined) return 1;
    if (part === opposite) continue;
    const byNumber = index % 2 === 1 ? Number(part) - Number(opposite) : 0;
    if (byNumber !== 0) return byNumber;
    return part < opposite ? -1 : 1;
  }
  return oneParts.length - otherParts.length;
}

const conditionsPeopleBring: { readonly [Id in AskedId]?: MeetingCondition } = {
  "blue-badge-parking": "someone-parks",
  "rail-assistance": "someone-uses-public-transport",
};

/**
 * The meeting's conditions: those stated, and those that follow from other facts (food, small groups, a hybrid meeting, an end
 * after sunset, somebody who parks or comes by train, a venue without a step-free exit or with a Changing Places toilet).
 * A check that follows from a fact is never skipped because nobody ticked a box.
 */
export function conditionsOf(meeting: SettingFacts, attendees: readonly AttendeeNeeds[], venue: VenueFacts): ReadonlySet<MeetingCondition> {
  const conditions = new Set(meeting.conditions);
  if (meeting.foodServed) conditions.add("food-served");
  if (meeting.parallelGroups > 0) conditions.add("small-groups-used");
  if (meeting.mode === "hybrid") conditions.add("hybrid");
  const { sunset, plannedEnd } = meeting;
  if (sunset !== undefined && plannedEnd !== undefined && minutesOf(plannedEnd) > minutesOf(sunset)) conditions.add("ends-after-dark");
  if (venue["exit-step-free"] === 0 || venue["exit-step-free"] === false) conditions.add("no-step-free-exit-from-room-floor");
  if (venue["changing-places"] === true) conditions.add("venue-has-changing-places");
  for (const { needs } of attendees) {
    for (const { requirement } of needs) {
      const brought = conditionsPeopleBring[requirement];
      if (brought !== undefined) conditions.add(brought);
    }
  }
  return conditions;
}

/** The conditions that somebody stated or that follow from the day itself, and not from a venue's facts or from who comes. */
export function statedConditionsOf(
  meeting: Pick<MeetingFacts, "conditions" | "foodServed" | "parallelGroups">,
): readonly MeetingCondition[] {
  const conditions = new Set(meeting.conditions);
  if (meeting.foodServed) conditions.add("food-served");
  if (meeting.parallelGroups > 0) conditions.add("small-groups-used");
  return [...conditions].toSorted();
}

/** The law on adjustments where the meeting is held: Northern Ireland has its own. Source: access.md a.2. */
export function lawOf(nation: Nation): "equality-act-2010" | "disability-discrimination-act-1995" {
  return nation === "northern-ireland" ? "disability-discrimination-act-1995" : "equality-act-2010";
}

function withoutRepeats(needs: readonly Need[]): readonly Need[] {
  const strongest = new Map<AskedId, Need>();
  for (const need of needs) {
    const before = strongest.get(need.requirement);
    if (before === undefined || (!isPlannedAsEssential(before) && isPlannedAsEssential(need))) strongest.set(need.requirement, need);
  }
  return [...strongest.values()];
}
