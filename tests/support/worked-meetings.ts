// The seven worked meetings, as the planner reads them and with the answers worked out for them by hand.
import { readFileSync } from "node:fs";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import type { AttendeeNeeds, MeetingFacts, Need, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import type { PlanInput } from "#app/domain/meetings/plan.ts";
import type { PlanAnswer } from "#scripts/plan-meeting-door.ts";

type Given = {
  readonly id: string;
  readonly title: string;
  readonly meeting: Omit<MeetingFacts, "nation" | "sunset"> & {
    readonly nation: string;
    readonly weekday: string;
    readonly sunset: MeetingFacts["plannedEnd"] | null;
  };
  readonly attendees: readonly {
    readonly ref: string;
    readonly name: string;
    readonly requirements: readonly (Omit<Need, "requirement"> & { readonly id: Need["requirement"] })[];
    readonly chosenFormats?: AttendeeNeeds["chosenFormats"];
    readonly privateFreeText?: string;
  }[];
  readonly venue: { readonly guide: string; readonly facts: Readonly<Partial<Record<VenueFeatureId, VenueFact | "unknown">>> } | null;
  readonly coordinatorOnlyLinks: readonly (readonly [string, string])[];
  readonly expected: PlanAnswer & {
    readonly mustNotAppearOutsideCoordinatorView: readonly string[];
    readonly mustNotMiss: readonly string[];
    readonly mustNotClaim: readonly string[];
  };
};

/** A worked meeting: as it was given, as the planner reads it, and what was worked out for it. */
export type WorkedMeeting = { readonly id: string; readonly given: Given; readonly input: PlanInput; readonly expected: Given["expected"] };

/** Every worked meeting kept in tests/golden. */
export function workedMeetings(): readonly WorkedMeeting[] {
  const { cases } = JSON.parse(readFileSync("tests/golden/access-examples.json", "utf8")) as { readonly cases: readonly Given[] };
  return cases.map((given) => ({ id: given.id, given, input: inputOf(given), expected: given.expected }));
}

/** The worked meeting whose id begins so. */
export function workedMeeting(start: string): WorkedMeeting {
  const found = workedMeetings().find(({ id }) => id.startsWith(start));
  if (found === undefined) throw new Error(`No worked meeting called ${start}`);
  return found;
}

function inputOf({ meeting, attendees, venue, coordinatorOnlyLinks }: Given): PlanInput {
  const { nation: division, sunset, weekday: _weekday, ...facts } = meeting;
  const nation = (division === "england-wales" ? "england" : division) as MeetingFacts["nation"];
  return {
    meeting: { ...facts, nation, ...(sunset === null ? {} : { sunset }) },
    attendees: attendees.map(({ ref, requirements, chosenFormats = [] }) => ({
      ref,
      chosenFormats,
      needs: requirements.map(({ id, ...rest }) => ({ requirement: id, ...rest })),
    })),
    venue: venue === null ? null : factsOf(venue.facts),
    holidays: bankHolidaysOf(nation),
    keptApart: coordinatorOnlyLinks,
  };
}

function factsOf(given: NonNullable<Given["venue"]>["facts"]): VenueFacts {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "unknown"));
}
