// Clashes between people's requirements, and with the room and the times, each with its ways out in order. Both people are
// right. Nothing here ranks people, and online is only ever a way out by choice.
import { clashIds, clashOf, type Clash, type ClashId, type ClashKind, type WayOut, type WayOutNeed } from "#app/domain/access/conflicts.ts";
import { worseOffBy, type WorseOff } from "#app/domain/access/ways-out.ts";
import { onlineFeatures, type OnlineFeatureId } from "#app/domain/access/online-features.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import { supports, type SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import { quantitySecured, type Arrangement } from "./arrangements.ts";
import { checkFact, worstOf, type Finding, type Place } from "./fit.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type KeptApart, type MeetingFacts } from "./meeting.ts";
import { windowMinutesOf, type MergedTimetable, type TimeNeeded } from "./timetable.ts";

/** One side of a clash. The requirement is absent for somebody another person must not meet: they asked for nothing. */
export type ClashSide = { readonly attendee: string; readonly requirement?: AskedId; readonly isEssential: boolean };

export type WayOutNeedState =
  | { readonly kind: "venue-feature"; readonly id: VenueFeatureId; readonly finding: Finding }
  | { readonly kind: "support"; readonly id: SupportId; readonly finding: Finding }
  | { readonly kind: "online-feature"; readonly id: OnlineFeatureId; readonly finding: Finding };

export type WayOutState = {
  readonly way: WayOut;
  readonly needs: readonly WayOutNeedState[];
  /** Met when it needs nothing or everything it needs is there; the worst of its needs otherwise. */
  readonly finding: Finding;
  readonly worseOff: WorseOffState;
};

/** Who has the poorer part if a way is taken: which of the things asked for, and how many different people asked for them. */
export type WorseOffState = { readonly who: WorseOff; readonly requirements: readonly AskedId[]; readonly people: number };

export type RaisedClash = {
  readonly clash: ClashId;
  readonly kind: ClashKind;
  readonly sides: readonly ClashSide[];
  /** References of everybody concerned, in order. */
  readonly people: readonly string[];
  /** False when it is raised because a fact that could rule it out is not known. */
  readonly isCertain: boolean;
  /** For the coordinator only: never printed, exported or put in a file name. */
  readonly isConfidential: boolean;
  readonly waysOut: readonly WayOutState[];
  /** A break long enough for everybody who needs the same place; our own rule (access.md c.3). */
  readonly breakMinutesForQueue?: number;
};

export type ClashSetting = {
  readonly meeting: MeetingFacts;
  readonly place: Place;
  readonly merged: MergedTimetable;
  readonly needed: TimeNeeded;
  readonly keptApart: readonly KeptApart[];
  /** People who may come and have not said what they need: they matter where two must not meet. */
  readonly mayCome?: readonly string[];
  readonly arrangements: readonly Arrangement[];
};

/**
 * Every clash, in the catalogue's order. Only between different people: one person's own mix of needs is their own knowledge.
 * A clash a known fact rules out is not raised; where the fact is not known it is raised as not certain.
 */
export function findClashes(attendees: readonly AttendeeNeeds[], setting: ClashSetting): readonly RaisedClash[] {
  const holders = new Map<AskedId, ClashSide[]>();
  for (const { ref, needs } of attendees) {
    for (const need of needs) {
      const side = { attendee: ref, requirement: need.requirement, isEssential: isPlannedAsEssential(need) };
      const before = holders.get(need.requirement);
      if (before === undefined) holders.set(need.requirement, [side]);
      else before.push(side);
    }
  }
  const order = new Map(attendees.map(({ ref }, index) => [ref, index]));
  return clashIds.flatMap((id) => {
    const clash = clashOf(id);
    if (clash.needsSharedRoom === true && setting.meeting.mode === "online") return [];
    const groups = clash.rule === "coordinator-link" ? linkedPairs(attendees, holders, setting) : [sidesOf(clash, holders)];
    return groups.flatMap((group) => raise(id, inOrderOf(order, group), setting));
  });
}

function raise(id: ClashId, sides: readonly ClashSide[], setting: ClashSetting): readonly RaisedClash[] {
  const clash = clashOf(id);
  const raised = sides.length === 0 ? no : isRaised(clash, sides, setting);
  if (!raised.raised) return [];
  const people = [...new Set(sides.map(({ attendee }) => attendee))];
  return [
    {
      clash: id,
      kind: clash.kind,
      sides,
      people,
      isCertain: raised.certain,
      isConfidential: clash.rule === "coordinator-link",
      waysOut: clash.waysOut.map((way) => ({ ...stateOfWay(way, setting), worseOff: worseOffIn(id, way, sides) })),
      ...(clash.rule === "more-people-than-places" ? { breakMinutesForQueue: Math.max(20, 10 * people.length) } : {}),
    },
  ];
}

function sidesOf(clash: Clash, holders: ReadonlyMap<AskedId, readonly ClashSide[]>): readonly ClashSide[] {
  const ones = clash.one.flatMap((id) => holders.get(id) ?? []);
  const others = clash.other.flatMap((id) => holders.get(id) ?? []);
  const facing = (sides: readonly ClashSide[], opposite: ReadonlySet<string>) =>
    sides.filter(({ attendee }) => opposite.size > 1 || (opposite.size === 1 && !opposite.has(attendee)));
  const onePeople = new Set(ones.map(({ attendee }) => attendee));
  const otherPeople = new Set(others.map(({ attendee }) => attendee));
  const both = [...facing(ones, otherPeople), ...facing(others, onePeople)];
  const seen = new Set<string>();
  return both.filter(({ attendee, requirement }) => {
    const key = `${attendee}:${requirement ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function linkedPairs(
  attendees: readonly AttendeeNeeds[],
  holders: ReadonlyMap<AskedId, readonly ClashSide[]>,
  { keptApart, mayCome = [] }: ClashSetting,
): readonly (readonly ClashSide[])[] {
  const coming = new Set([...attendees.map(({ ref }) => ref), ...mayCome]);
  const asked = holders.get("avoid-a-person") ?? [];
  const pairs = keptApart.filter(([one, other]) => one !== other && coming.has(one) && coming.has(other));
  return pairs.map((pair) => pair.map((attendee) => asked.find((side) => side.attendee === attendee) ?? { attendee, isEssential: true }));
}

function inOrderOf(order: ReadonlyMap<string, number>, sides: readonly ClashSide[]): readonly ClashSide[] {
  const place = ({ attendee }: ClashSide) => order.get(attendee) ?? order.size;
  return sides.toSorted((one, other) => place(one) - place(other) || compareIds(one.requirement ?? "", other.requirement ?? ""));
}

function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

type Raised = { readonly raised: boolean; readonly certain: boolean };
const no: Raised = { raised: false, certain: true };
const yes: Raised = { raised: true, certain: true };
const perhaps: Raised = { raised: true, certain: false };

function isRaised(clash: Clash, sides: readonly ClashSide[], { place, merged, needed }: ClashSetting): Raised {
  const windowMinutes = windowMinutesOf(merged.limits);
  switch (clash.rule) {
    case "both-present":
    case "coordinator-link":
      return yes;
    case "shared-window-too-short":
    case "no-valid-slot":
      return windowMinutes !== undefined && windowMinutes < needed.totalMinutes ? yes : no;
    case "longer-than-longest-meeting":
      return needed.totalMinutes > (merged.limits.maxMeetingMinutes ?? Number.POSITIVE_INFINITY) ? yes : no;
    case "demand-exceeds-supply":
    case "venue-does-not-serve-both":
      return unlessServed(clash, place);
    case "more-people-than-places":
      return unlessEnoughPlaces(clash, sides, place);
    default:
      return unreachable(clash.rule);
  }
}

function unlessServed(clash: Clash, place: Place): Raised {
  const lines = (clash.servedWhen ?? []).filter(({ without }) => without === undefined || !place.conditions.has(without));
  const findings = lines.map(({ met }) => worstOf(met.map((feature) => checkFact(place, feature).finding)));
  if (findings.includes("met")) return no;
  return findings.includes("unknown") ? perhaps : yes;
}

function unlessEnoughPlaces(clash: Clash, sides: readonly ClashSide[], place: Place): Raised {
  const people = new Set(sides.map(({ attendee }) => attendee)).size;
  if (people < 2) return no;
  const places = clash.placesCountedBy === undefined ? undefined : place.facts[clash.placesCountedBy];
  if (typeof places === "number") return people > places ? yes : no;
  return places === false ? yes : perhaps;
}

/** The references of the people on each side of a clash; somebody may stand on both. */
export function peopleOnSides(
  clash: ClashId,
  sides: readonly ClashSide[],
): { readonly one: readonly string[]; readonly other: readonly string[] } {
  const asking = (requirements: readonly string[]) => [
    ...new Set(
      sides.flatMap(({ attendee, requirement }) => (requirement !== undefined && requirements.includes(requirement) ? [attendee] : [])),
    ),
  ];
  const { one, other } = clashOf(clash);
  return { one: asking(one), other: asking(other) };
}

function worseOffIn(clash: ClashId, way: WayOut, sides: readonly ClashSide[]): WorseOffState {
  const who = worseOffBy[clash][way.id];
  if (who === undefined) throw new RangeError(`Nobody has said who ${way.id} of ${clash} leaves worse off`);
  const { one, other } = clashOf(clash);
  const asked: Readonly<Record<WorseOff, readonly string[]>> = { nobody: [], one, other, both: [...one, ...other], "whoever-agrees": [] };
  const theirs = sides.filter(({ requirement }) => requirement !== undefined && asked[who].includes(requirement));
  return {
    who,
    requirements: [...new Set(theirs.flatMap(({ requirement }) => requirement ?? []))],
    people: new Set(theirs.map(({ attendee }) => attendee)).size,
  };
}

function stateOfWay(way: WayOut, setting: ClashSetting): Omit<WayOutState, "worseOff"> {
  const needs = way.needs.map((need) => stateOfNeed(need, setting));
  return { way, needs, finding: worstOf(needs.map(({ finding }) => finding)) };
}

// Whether a support can be had is not known until it is booked, and whether a platform does something until it is arranged.
function stateOfNeed(need: WayOutNeed, { place, meeting, arrangements }: ClashSetting): WayOutNeedState {
  if (isSupportId(need)) {
    return { kind: "support", id: need, finding: quantitySecured(arrangements, need) > 0 ? "met" : "unknown" };
  }
  if (isOnlineFeatureId(need)) return { kind: "online-feature", id: need, finding: "unknown" };
  const finding = meeting.mode === "online" ? "unknown" : checkFact(place, need).finding;
  return { kind: "venue-feature", id: need, finding };
}

function isSupportId(need: WayOutNeed): need is SupportId {
  return Object.hasOwn(supports, need);
}

function isOnlineFeatureId(need: WayOutNeed): need is OnlineFeatureId {
  return Object.hasOwn(onlineFeatures, need);
}
