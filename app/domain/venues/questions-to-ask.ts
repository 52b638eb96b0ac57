// What a venue is asked for one meeting: what the people of this meeting need, or every meeting owes, and what is not known or
// will be too old on the day. Nothing else: every question costs somebody's time, and a question too many is a reason to answer
// none. A question that depends on another's answer is asked only once that answer makes it matter.
import { venueFeatureIds, venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { addMonths, type CalendarDate } from "#app/domain/basics/dates.ts";
import { appliesTo, placeOf } from "#app/domain/meetings/fit.ts";
import { conditionsOf, type AttendeeNeeds, type MeetingFacts, type VenueFacts } from "#app/domain/meetings/meeting.ts";
import { factOf, standingOf, type FactHistory } from "./standing.ts";
import { isTooOld, monthsItHolds } from "./statements.ts";

export type Asking = {
  readonly meeting: MeetingFacts;
  readonly attendees: readonly AttendeeNeeds[];
  /** What may be asked: the baseline, and what people let the venue know. */
  readonly wanted: ReadonlySet<VenueFeatureId>;
  /** Everything said of the venue; a feature that is absent was never spoken of. */
  readonly histories: ReadonlyMap<VenueFeatureId, FactHistory>;
  readonly today: CalendarDate;
  readonly changedOn: CalendarDate | null;
};

/**
 * Says whether asking the venue now could make a fact known that is not. Asked: what nobody said, what is too old, what somebody
 * does not know, what is there and not measured, and what will be too old on the day of the meeting where an answer given now
 * would not be. Not asked: what is known, and what the venue has said already while others say otherwise; that is for us to settle.
 */
export function isWorthAsking(
  history: FactHistory,
  {
    today,
    meetingDay,
    changedOn,
  }: { readonly today: CalendarDate; readonly meetingDay: CalendarDate; readonly changedOn: CalendarDate | null },
): boolean {
  const { feature } = history;
  const standing = standingOf(history, { on: today, changedOn });
  if (standing.is === "disagree") {
    return !standing.sayings.some((saying) => saying.source === "venue-said" && !isTooOld(feature, saying, today, changedOn));
  }
  if (standing.is !== "known") return true;
  if (standing.value === true && venueFeatureOf(feature).criterion.is !== "yes") return true;
  const wouldHold = addMonths(today, monthsItHolds(feature)) >= meetingDay;
  return isTooOld(feature, standing.by, meetingDay, changedOn) && wouldHold;
}

/** The features to ask about now, in the order of a walk through the building. */
export function featuresToAskNow(asking: Asking): readonly VenueFeatureId[] {
  const { wanted } = asking;
  const open = new Set([...wanted].filter((feature) => isOpen(asking, feature)));
  const place = placeFrom(asking, open, {});
  return venueFeatureIds.filter((feature) => open.has(feature) && appliesTo(place, feature));
}

/** Those, and the features an answer to them could bring in. */
export function featuresThatMayBeAsked(asking: Asking): readonly VenueFeatureId[] {
  const open = new Set([...asking.wanted].filter((feature) => isOpen(asking, feature)));
  const supposed: VenueFacts = {
    ...(open.has("exit-step-free") ? { "exit-step-free": 0 } : {}),
    ...(open.has("changing-places") ? { "changing-places": true } : {}),
  };
  const place = placeFrom(asking, open, supposed);
  return venueFeatureIds.filter((feature) => open.has(feature) && appliesTo(place, feature));
}

function isOpen({ histories, today, changedOn, meeting }: Asking, feature: VenueFeatureId): boolean {
  const history = histories.get(feature) ?? { feature, statements: [], settlements: [] };
  return isWorthAsking(history, { today, meetingDay: meeting.date, changedOn });
}

// What is being asked again is not known here: it may not decide whether something else is asked.
function placeFrom({ meeting, attendees, histories, today, changedOn }: Asking, open: ReadonlySet<VenueFeatureId>, supposed: VenueFacts) {
  const known = [...histories.values()].flatMap((history) => {
    const fact = open.has(history.feature) ? undefined : factOf(standingOf(history, { on: today, changedOn }));
    return fact === undefined ? [] : [[history.feature, fact] as const];
  });
  const facts: VenueFacts = { ...Object.fromEntries(known), ...supposed };
  return placeOf(attendees, facts, conditionsOf(meeting, attendees, facts));
}
