// The shape of a requirement: what a person may need, said in their own words, and what it asks of the world.
// Requirements are functional. None names a condition, and none needs proof or a reason.
import type { ClockTime } from "#app/domain/basics/dates.ts";
import type { AccessSourceId } from "./access-sources.ts";
import type { FormatId } from "./formats.ts";
import type { LayoutId } from "./layouts.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import type { SupportId } from "./supports.ts";
import type { VenueFeatureId } from "./venue-features.ts";

export const requirementGroups = [
  "attention-and-memory",
  "contact-and-payment",
  "deafblind",
  "emergency",
  "energy-and-health",
  "faith-family-time",
  "food-and-drink",
  "getting-in-and-around",
  "getting-there",
  "hearing",
  "online",
  "people-and-animals",
  "safety-and-trust",
  "seating",
  "seeing",
  "sensory",
  "sign-language",
  "speaking",
  "toilets-and-care",
  "understanding",
] as const;
export type RequirementGroup = (typeof requirementGroups)[number];

/**
 * low: preference or format. personal: about a person's needs. special-category: reveals or strongly suggests health, religion or
 * similar (UK GDPR article 9). confidential-coordinator-only: never printed, never exported.
 */
export type Sensitivity = "low" | "personal" | "special-category" | "confidential-coordinator-only";

/** The Accessible Information Standard's record categories (DAPB1605). */
export type AisCategory = "contact-method" | "information-format" | "communication-professional" | "communication-support";

/** What a requirement asks of the times of a meeting. How two people's values are merged is in meetings/timetable.ts. */
export type TimetableDemands = {
  readonly earliestStart?: ClockTime;
  readonly latestEnd?: ClockTime;
  readonly maxContinuousMinutes?: number;
  readonly minBreakMinutes?: number;
  readonly lunchMinMinutes?: number;
  readonly maxMeetingMinutes?: number;
  readonly maxItemMinutes?: number;
  readonly maxItemsPerHour?: number;
  readonly extraTimeFactor?: number;
  readonly papersOutWorkingDays?: number;
  readonly papersToProfessionalsWorkingDays?: number;
  readonly questionsOutWorkingDays?: number;
  readonly summaryAfterWorkingDays?: number;
  readonly minGapDays?: number;
  readonly endBeforeSunsetMinutes?: number;
  readonly endBeforeSunsetFridayMinutes?: number;
  readonly fixedBreakTimes?: true;
  readonly endOnTime?: true;
  readonly avoidDates?: true;
  readonly termTimeOnly?: true;
  readonly arrivalBufferMinutes?: number;
  readonly preMeetingMinutes?: number;
  readonly reminders?: readonly string[];
};

export type BookingDemand = {
  readonly support: SupportId;
  /** Not booked when the venue is known to have every one of these. */
  readonly unlessVenueHas?: readonly VenueFeatureId[];
  /** Not booked when the same person also asked for one of these requirements. */
  readonly unlessAlsoAsked?: readonly string[];
};

export type RequirementEntry = {
  readonly label: string;
  readonly help: string;
  readonly sensitivity: Sensitivity;
  readonly aisCategory?: AisCategory;
  /** Without it the person cannot take part. */
  readonly venueMust?: readonly VenueFeatureId[];
  /** Needed unless the person says otherwise or a fallback is agreed. */
  readonly venueShould?: readonly VenueFeatureId[];
  /** Helps. */
  readonly venueNice?: readonly VenueFeatureId[];
  readonly bookings?: readonly BookingDemand[];
  readonly timetable?: TimetableDemands;
  readonly layout?: readonly LayoutId[];
  /** Formats of papers: every one, or the one the person picks (the first is the default). */
  readonly formats?: { readonly choose: "all" | "one"; readonly from: readonly [FormatId, ...FormatId[]] };
  readonly online?: readonly OnlineFeatureId[];
  readonly facilitatorAction?: string;
  readonly needsEvacuationPlan?: true;
  readonly sources: readonly AccessSourceId[];
};

export type Requirement = RequirementEntry & { readonly group: RequirementGroup };

/** Puts a group's name on each of its entries. Only the files of requirements/ call it. */
export function requirementsOf<Id extends string>(
  group: RequirementGroup,
  entries: { readonly [Key in Id]: RequirementEntry },
): { readonly [Key in Id]: Requirement } {
  const grouped = Object.entries<RequirementEntry>(entries).map(([id, entry]) => [id, { ...entry, group }] as const);
  return Object.fromEntries(grouped) as { readonly [Key in Id]: Requirement };
}
