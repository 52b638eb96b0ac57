// What every meeting owes everyone before anybody is asked. The law looks ahead: plan for disabled people in general.
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import type { AccessSourceId } from "./access-sources.ts";
import type { FormatId } from "./formats.ts";
import type { LayoutId } from "./layouts.ts";
import type { OnlineFeatureId } from "./online-features.ts";
import type { TimetableDemands } from "./requirement.ts";
import type { VenueFeatureId } from "./venue-features.ts";

export type Baseline = {
  readonly venueMust: readonly VenueFeatureId[];
  readonly venueShould: readonly VenueFeatureId[];
  readonly timetable: TimetableDemands;
  readonly formats: readonly FormatId[];
  readonly online: readonly OnlineFeatureId[];
  readonly layout: readonly LayoutId[];
  readonly facilitatorActions: readonly string[];
  readonly sources: readonly AccessSourceId[];
};

export const baseline: Baseline = {
  venueMust: [
    "step-free-route-to-room",
    "entrance-threshold",
    "entrance-door-width",
    "toilet-accessible",
    "toilet-not-a-store",
    "exit-step-free",
    "sight-lines",
    "venue-contact-on-day",
    "dogs-welcome",
    "entrance-revolving-bypass",
    "lift-in-service",
    "loop-present",
    "alarm-visual",
  ],
  venueShould: [
    "water-in-room",
    "staff-disability-trained",
    "stage-step-free",
    "signage-clear",
    "quiet-room",
    "microphones",
    "arrival-info-published",
    "no-works-on-date",
    "allergen-sheet",
    "lift-speaks",
    "lift-tactile-buttons",
    "room-noise",
    "room-task-light",
    "furniture-movable",
  ],
  timetable: {
    earliestStart: clockTimeOf("10:30"),
    latestEnd: clockTimeOf("15:30"),
    maxContinuousMinutes: 60,
    minBreakMinutes: 15,
    lunchMinMinutes: 45,
    papersOutWorkingDays: 5,
    maxItemsPerHour: 4,
    fixedBreakTimes: true,
    endOnTime: true,
    summaryAfterWorkingDays: 10,
  },
  formats: ["html-accessible", "clear-print", "plain-english"],
  online: [
    "captions-auto",
    "camera-optional",
    "dial-in-phone",
    "host-phone-help",
    "chat-optional-and-read-aloud",
    "slides-sent-before",
    "mute-on-entry",
  ],
  layout: ["horseshoe", "one-mic-passed", "name-cards"],
  facilitatorActions: [
    "Access check-in and ground rules in the first five minutes",
    "One person speaks at a time, says their name first",
    "Breaks on time, end on time",
    "Say where toilets, quiet room and exits are, and the alarm test time",
    "Ask at the end what to change",
  ],
  sources: ["eqa-guide", "scie-event", "incl-scot", "lanarkshire"],
};
