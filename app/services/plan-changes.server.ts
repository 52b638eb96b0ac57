// What changed since something was decided, as a coordinator reads it: which fact, from what to what, on which day, and what it
// touches. No names and no references of people are in it.
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { MeetingCondition } from "#app/domain/access/meeting-conditions.ts";
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { dayIn, type CalendarDate, type Instant, type Nation } from "#app/domain/basics/dates.ts";
import { featuresOf, type Change, type Sunset, type When } from "#app/domain/meetings/decisions.ts";
import { askedIn, countsWorkingDays, hangsOnSunset } from "#app/domain/meetings/live-plan.ts";
import type { MeetingMode, VenueFact } from "#app/domain/meetings/meeting.ts";
import { latestEntryAbout } from "#db/audit.ts";
import type { Db } from "#db/open.ts";
import { findVenue } from "#db/stores/venues.ts";

/** One thing that changed; `on` is the day it did, null when nobody kept the day. */
export type ChangeView = { readonly on: CalendarDate | null; readonly touches: Touched } & (
  | { readonly kind: "somebody-else-asked" | "answers-changed"; readonly requirement: AskedId | null }
  | { readonly kind: "date-or-times-changed"; readonly then: When; readonly now: When }
  | { readonly kind: "mode-changed"; readonly then: MeetingMode; readonly now: MeetingMode }
  | { readonly kind: "venue-changed"; readonly then: string | null; readonly now: string | null }
  | {
      readonly kind: "venue-facts-changed";
      readonly feature: VenueFeatureId;
      readonly then: VenueFact | null;
      readonly now: VenueFact | null;
    }
  | { readonly kind: "booking-changed"; readonly support: SupportId | null }
  | { readonly kind: "agenda-changed" }
  | { readonly kind: "sunset-changed"; readonly then: Sunset; readonly now: Sunset }
  | { readonly kind: "nation-changed"; readonly then: Nation; readonly now: Nation }
  | { readonly kind: "conditions-changed" }
  | { readonly kind: "decision-changed"; readonly requirement: AskedId | null; readonly clash: ClashId | null }
);

/** What a change touches: everything, or some of what people asked for. */
export type Touched = "everything" | readonly AskedId[];

export type ChangeFacts = {
  readonly db: Db;
  readonly organisationId: string;
  readonly meetingId: string;
  /** What people ask for at this meeting. */
  readonly asked: readonly AskedId[];
  readonly sentAt: ReadonlyMap<string, Instant>;
  readonly checkedOn: ReadonlyMap<string, CalendarDate>;
  readonly supportOfBooking: ReadonlyMap<string, SupportId>;
};

/** The changes with their days and what they touch. */
export async function viewsOfChanges(changes: readonly Change[], facts: ChangeFacts): Promise<readonly ChangeView[]> {
  return Promise.all(changes.map((change) => viewOf(change, facts)));
}

/** Says whether a change touches one thing that was asked for. */
export function touches(change: ChangeView, requirement: AskedId): boolean {
  return change.touches === "everything" || change.touches.includes(requirement);
}

async function viewOf(change: Change, facts: ChangeFacts): Promise<ChangeView> {
  const ofMeeting = async () => dayOfLatest(facts.db, "meeting", facts.meetingId);
  switch (change.kind) {
    case "somebody-else-asked":
    case "answers-changed": {
      const requirement = askedIn(change.asked) ?? null;
      const sent = facts.sentAt.get(change.asked.slice(0, change.asked.lastIndexOf(" ")));
      return {
        kind: change.kind,
        requirement,
        touches: requirement === null ? [] : [requirement],
        on: sent === undefined ? null : dayIn(sent),
      };
    }
    case "date-or-times-changed":
      return { ...change, touches: "everything", on: await ofMeeting() };
    case "mode-changed":
      return { ...change, touches: "everything", on: await ofMeeting() };
    case "venue-changed": {
      const named = async (id: string | null) =>
        id === null ? null : ((await findVenue(facts.db, facts.organisationId, id))?.name ?? null);
      return {
        kind: change.kind,
        then: await named(change.then),
        now: await named(change.now),
        touches: "everything",
        on: await ofMeeting(),
      };
    }
    case "venue-facts-changed":
      return {
        kind: change.kind,
        feature: change.feature,
        then: change.then ?? null,
        now: change.now ?? null,
        touches: facts.asked.filter((id) => featuresOf(id).includes(change.feature)),
        on: facts.checkedOn.get(change.feature) ?? null,
      };
    case "booking-changed": {
      const support = facts.supportOfBooking.get(change.bookingId) ?? null;
      return {
        kind: change.kind,
        support,
        touches: facts.asked.filter((id) => askedOf(id).bookings?.some((booking) => booking.support === support) === true),
        on: await dayOfLatest(facts.db, "booking", change.bookingId),
      };
    }
    case "agenda-changed":
      return {
        kind: change.kind,
        touches: facts.asked.filter((id) => Object.keys(askedOf(id).timetable ?? {}).length > 0),
        on: await ofMeeting(),
      };
    case "sunset-changed":
      return { ...change, touches: facts.asked.filter(hangsOnSunset), on: await ofMeeting() };
    case "conditions-changed":
      return {
        kind: change.kind,
        touches: facts.asked.filter((id) => featuresOf(id).some((feature) => isSwitchedBy(feature, change.added))),
        on: await ofMeeting(),
      };
    case "nation-changed":
      return { ...change, touches: facts.asked.filter(countsWorkingDays), on: await ofMeeting() };
    case "decision-changed": {
      const [kind = "", ...rest] = change.subject.split(" ");
      const requirement = kind === "clash" ? null : (askedIn(change.subject) ?? null);
      return {
        kind: change.kind,
        requirement,
        clash: kind === "clash" ? ((rest[0] ?? null) as ClashId | null) : null,
        touches: requirement === null ? [] : [requirement],
        on: null,
      };
    }
  }
}

function isSwitchedBy(feature: VenueFeatureId, conditions: readonly MeetingCondition[]): boolean {
  const { appliesWhen } = venueFeatureOf(feature);
  return appliesWhen !== undefined && conditions.includes(appliesWhen);
}

async function dayOfLatest(db: Db, kind: string, id: string): Promise<CalendarDate | null> {
  const found = await latestEntryAbout(db, kind, id, [
    "meeting-saved",
    "sunset-typed",
    "venue-chosen",
    "venue-chosen-with-unmet-needs",
    "booking-changed",
    "booking-added",
  ]);
  return found === null ? null : dayIn(found);
}
