// What one requirement of one person asks of this meeting, and where each of those things stands. Summaries and the readiness
// gate both read this, so they cannot disagree.
import type { FormatId } from "#app/domain/access/formats.ts";
import type { LayoutId } from "#app/domain/access/layouts.ts";
import type { OnlineFeatureId } from "#app/domain/access/online-features.ts";
import type { TimetableDemands } from "#app/domain/access/requirement.ts";
import { askedOf } from "#app/domain/access/asked.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { minutesOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import { isSecured, quantitySecured, type Arrangement } from "./arrangements.ts";
import { bookingsAskedBy, supportServing, type Booking, type DeadlineStatus } from "./deadlines.ts";
import { appliesTo, checkFact, type FactCheck, type Finding, type Level, type Place } from "./fit.ts";
import type { AttendeeNeeds, MeetingFacts, Need, StatedBreak } from "./meeting.ts";
import type { Paper } from "./papers.ts";
import type { RunningOrder } from "./running-order.ts";
import { plannedMinutesOf, timesAskedBy } from "./timetable.ts";

export type Demand =
  | { readonly kind: "venue-feature"; readonly feature: VenueFeatureId }
  | { readonly kind: "booking"; readonly support: SupportId }
  | { readonly kind: "format"; readonly format: FormatId }
  | { readonly kind: "timetable"; readonly key: keyof TimetableDemands; readonly value: TimetableValue }
  | { readonly kind: "stated-break"; readonly at: StatedBreak["at"]; readonly minutes: number }
  | { readonly kind: "layout"; readonly layout: LayoutId }
  | { readonly kind: "online"; readonly feature: OnlineFeatureId }
  | { readonly kind: "facilitator-action"; readonly action: string }
  | { readonly kind: "evacuation-plan" }
  /** A requirement that asks for nothing we can check: somebody still has to see to it. */
  | { readonly kind: "way-of-working" };

export type TimetableValue = string | number | boolean | readonly string[];

export type DemandReason =
  | "fact-recorded"
  | "fact-not-recorded"
  | "fact-not-measured"
  | "secured"
  | "not-secured"
  | "planned-times-suit"
  | "planned-times-do-not-suit"
  | "agenda-not-known"
  | "sunset-not-known";

export type DemandState = {
  readonly demand: Demand;
  /** The catalogue's level, before a person's strength. Everything but a venue feature is a must of its requirement. */
  readonly level: Level;
  readonly finding: Finding;
  readonly reason: DemandReason;
  /** An owned arrangement with evidence stands behind it, whatever the finding says. */
  readonly isSecured: boolean;
  /** The fact held against what is wanted, for venue features. */
  readonly check?: FactCheck;
  /** Book by, or start production by; absent when there is none or it is not known. */
  readonly dueBy?: CalendarDate;
  readonly status?: DeadlineStatus;
};

export type DemandSetting = {
  readonly meeting: MeetingFacts;
  readonly place: Place;
  readonly bookings: ReadonlyMap<SupportId, Booking>;
  readonly papersOf: ReadonlyMap<string, readonly Paper[]>;
  /** Absent when the day cannot be laid out. */
  readonly runningOrder?: RunningOrder;
  readonly arrangements: readonly Arrangement[];
};

/** Every demand of one need of one person at this meeting, each with where it stands. Never empty. */
export function assessDemands(attendee: AttendeeNeeds, need: Need, setting: DemandSetting): readonly DemandState[] {
  const states = [
    ...venueStates(need, setting),
    ...bookingStates(attendee, need, setting),
    ...formatStates(attendee, need, setting),
    ...timetableStates(need, setting),
    ...wayOfWorkingStates(need, setting),
    ...evacuationStates(attendee, need, setting),
  ];
  if (states.length > 0) return states;
  const instead = statesInPlaceOfBookings(need, setting);
  return instead.length > 0 ? instead : [seenTo(need, setting, { kind: "way-of-working" })];
}

/** Text that is the same for the same demand, so that states of different people can be put together. */
export function demandKey(demand: Demand): string {
  switch (demand.kind) {
    case "venue-feature":
      return `venue-feature ${demand.feature}`;
    case "booking":
      return `booking ${demand.support}`;
    case "format":
      return `format ${demand.format}`;
    case "timetable":
      return `timetable ${demand.key} ${String(demand.value)}`;
    case "stated-break":
      return `stated-break ${demand.at} ${demand.minutes}`;
    case "layout":
      return `layout ${demand.layout}`;
    case "online":
      return `online ${demand.feature}`;
    case "facilitator-action":
    case "evacuation-plan":
    case "way-of-working":
      return demand.kind;
    default:
      return unreachable(demand);
  }
}

function venueStates(need: Need, { meeting, place, arrangements }: DemandSetting): readonly DemandState[] {
  if (meeting.mode === "online") return [];
  const entry = askedOf(need.requirement);
  const statesAt = (level: Level, features: readonly VenueFeatureId[] | undefined) =>
    (features ?? [])
      .filter((feature) => appliesTo(place, feature))
      .map((feature): DemandState => {
        const check = checkFact(place, feature);
        return {
          demand: { kind: "venue-feature", feature },
          level,
          finding: check.finding,
          reason: `fact-${check.reason}`,
          check,
          isSecured: arrangements.some(
            (arrangement) =>
              arrangement.kind === "other-way" &&
              arrangement.feature === feature &&
              arrangement.requirement === need.requirement &&
              isSecured(arrangement),
          ),
        };
      });
  return [...statesAt("must", entry.venueMust), ...statesAt("should", entry.venueShould), ...statesAt("nice", entry.venueNice)];
}

function bookingStates(
  attendee: AttendeeNeeds,
  need: Need,
  { meeting, place, bookings, arrangements }: DemandSetting,
): readonly DemandState[] {
  const supports = bookingsAskedBy(need, attendee, place).flatMap((asked) => supportServing(asked, meeting.mode) ?? []);
  return supports.map((support) => {
    const booking = bookings.get(support);
    const secured = booking !== undefined && quantitySecured(arrangements, support) >= booking.quantity;
    return {
      ...arranged({ kind: "booking", support }, secured),
      ...(booking?.bookBy === undefined ? {} : { dueBy: booking.bookBy }),
      ...(booking === undefined ? {} : { status: booking.status }),
    };
  });
}

// Where the venue is known to have what would otherwise be booked, what was asked for is met by that fact and nobody has to see to it.
function statesInPlaceOfBookings(need: Need, { meeting, place }: DemandSetting): readonly DemandState[] {
  if (meeting.mode === "online") return [];
  const features = new Set((askedOf(need.requirement).bookings ?? []).flatMap(({ unlessVenueHas }) => unlessVenueHas ?? []));
  return [...features].flatMap((feature): readonly DemandState[] => {
    const check = checkFact(place, feature);
    if (check.finding !== "met") return [];
    return [
      {
        demand: { kind: "venue-feature", feature },
        level: "must",
        finding: check.finding,
        reason: `fact-${check.reason}`,
        check,
        isSecured: false,
      },
    ];
  });
}

function formatStates(attendee: AttendeeNeeds, need: Need, { papersOf, arrangements }: DemandSetting): readonly DemandState[] {
  const asked = askedOf(need.requirement).formats;
  if (asked === undefined) return [];
  // What else a person gets takes nothing away: a captioned film or a posted pack is still owed to somebody whose papers come in
  // another format. Of several that would each do, theirs is the one they chose, else the first.
  const chosen = asked.from.filter((format) => attendee.chosenFormats.includes(format));
  const theirs = asked.choose === "all" ? asked.from : chosen.length > 0 ? chosen : [asked.from[0]];
  return theirs.map((format) => {
    const secured = arrangements.some(
      (arrangement) =>
        arrangement.kind === "papers" && arrangement.attendee === attendee.ref && arrangement.format === format && isSecured(arrangement),
    );
    const paper = papersOf.get(attendee.ref)?.find((line) => line.format === format);
    return {
      ...arranged({ kind: "format", format }, secured),
      ...(paper?.startProductionBy === undefined ? {} : { dueBy: paper.startProductionBy }),
    };
  });
}

function timetableStates(need: Need, setting: DemandSetting): readonly DemandState[] {
  const times: TimetableDemands = timesAskedBy(need);
  const { datesToAvoid = [] } = need;
  // Days somebody named ask for another day, whatever they belong to.
  const withDates = datesToAvoid.length > 0 && times.termTimeOnly !== true ? { ...times, avoidDates: true as const } : times;
  const asked = Object.entries(withDates) as readonly (readonly [keyof TimetableDemands, TimetableValue])[];
  const limits = asked.map(([key, value]): DemandState => {
    const demand: Demand = { kind: "timetable", key, value };
    const outcome = isAboutDays(key) && datesToAvoid.length > 0 ? dayOutcome(datesToAvoid, setting) : timeOutcome(key, value, setting);
    if (outcome === "to-arrange") return seenTo(need, setting, demand);
    const finding = outcome === "planned-times-suit" ? "met" : outcome === "planned-times-do-not-suit" ? "not-met" : "unknown";
    return { demand, level: "must", finding, reason: outcome, isSecured: false };
  });
  const breaks = (need.breaksAt ?? []).map(({ at, minutes }): DemandState => {
    const isLaidOut =
      setting.runningOrder?.parts.some((part) => part.kind !== "work" && part.from === at && part.minutes >= minutes) === true;
    return {
      demand: { kind: "stated-break", at, minutes },
      level: "must",
      finding: isLaidOut || isOutside(at, setting.meeting) ? "met" : "not-met",
      reason: isLaidOut || isOutside(at, setting.meeting) ? "planned-times-suit" : "planned-times-do-not-suit",
      isSecured: false,
    };
  });
  return [...limits, ...breaks];
}

function isAboutDays(key: keyof TimetableDemands): boolean {
  return key === "avoidDates" || key === "termTimeOnly";
}

function dayOutcome(datesToAvoid: readonly CalendarDate[], { meeting }: DemandSetting): TimeOutcome {
  return datesToAvoid.includes(meeting.date) ? "planned-times-do-not-suit" : "planned-times-suit";
}

function isOutside(at: StatedBreak["at"], meeting: MeetingFacts): boolean {
  return at < meeting.plannedStart || at >= meeting.plannedEnd;
}

type TimeOutcome = "planned-times-suit" | "planned-times-do-not-suit" | "agenda-not-known" | "sunset-not-known" | "to-arrange";

function timeOutcome(key: keyof TimetableDemands, value: TimetableValue, { meeting, runningOrder }: DemandSetting): TimeOutcome {
  const suits = (isSo: boolean): TimeOutcome => (isSo ? "planned-times-suit" : "planned-times-do-not-suit");
  const parts = runningOrder?.parts ?? [];
  // Only whether there is room for the breaks: an end too late for somebody else is that person's finding, not this one's.
  const laidOut = runningOrder?.fitsPlannedLength === true;
  const figure = Number(value);
  switch (key) {
    case "earliestStart":
      return suits(meeting.plannedStart >= String(value));
    case "latestEnd":
      return suits(meeting.plannedEnd <= String(value));
    case "maxMeetingMinutes":
      return suits(plannedMinutesOf(meeting) <= figure);
    case "maxContinuousMinutes":
      return suits(laidOut && parts.every((part) => part.kind !== "work" || part.minutes <= figure));
    case "minBreakMinutes":
      return suits(laidOut && parts.every((part) => part.kind === "work" || part.minutes >= figure));
    case "lunchMinMinutes":
      return suits(laidOut && parts.every((part) => part.kind !== "lunch" || part.minutes >= figure));
    case "extraTimeFactor":
    case "fixedBreakTimes":
    case "endOnTime":
      return suits(laidOut);
    case "maxItemMinutes":
      if (meeting.agenda === undefined) return "agenda-not-known";
      return suits(meeting.agenda.every((item) => item.minutes <= figure));
    case "maxItemsPerHour":
      if (meeting.agenda === undefined) return "agenda-not-known";
      return suits(meeting.agenda.length * 60 <= figure * Math.max(meeting.netAgendaMinutes, 60));
    case "endBeforeSunsetMinutes":
      if (meeting.sunset === undefined) return "sunset-not-known";
      return suits(minutesOf(meeting.plannedEnd) <= minutesOf(meeting.sunset) - figure);
    case "endBeforeSunsetFridayMinutes":
    case "avoidDates":
    case "termTimeOnly":
    case "minGapDays":
    case "papersOutWorkingDays":
    case "papersToProfessionalsWorkingDays":
    case "questionsOutWorkingDays":
    case "summaryAfterWorkingDays":
    case "arrivalBufferMinutes":
    case "preMeetingMinutes":
    case "reminders":
      return "to-arrange";
    default:
      return unreachable(key);
  }
}

function wayOfWorkingStates(need: Need, setting: DemandSetting): readonly DemandState[] {
  const entry = askedOf(need.requirement);
  const { mode } = setting.meeting;
  const demands: readonly Demand[] = [
    ...(mode === "online" ? [] : (entry.layout ?? []).map((layout): Demand => ({ kind: "layout", layout }))),
    ...(mode === "in-person" ? [] : (entry.online ?? []).map((feature): Demand => ({ kind: "online", feature }))),
    ...(entry.facilitatorAction === undefined ? [] : [{ kind: "facilitator-action", action: entry.facilitatorAction } as const]),
  ];
  return demands.map((demand) => seenTo(need, setting, demand));
}

function evacuationStates(attendee: AttendeeNeeds, need: Need, { meeting, arrangements }: DemandSetting): readonly DemandState[] {
  if (meeting.mode === "online" || askedOf(need.requirement).needsEvacuationPlan !== true) return [];
  const secured = arrangements.some(
    (arrangement) => arrangement.kind === "evacuation-plan" && arrangement.attendee === attendee.ref && isSecured(arrangement),
  );
  return [arranged({ kind: "evacuation-plan" }, secured)];
}

// Ways of running a meeting are promises: met once somebody owns them and there is evidence, and not known until then.
function seenTo(need: Need, { arrangements }: DemandSetting, demand: Demand): DemandState {
  const secured = arrangements.some(
    (arrangement) => arrangement.kind === "way-of-working" && arrangement.requirement === need.requirement && isSecured(arrangement),
  );
  return arranged(demand, secured);
}

function arranged(demand: Demand, secured: boolean): DemandState {
  return {
    demand,
    level: "must",
    finding: secured ? "met" : "unknown",
    reason: secured ? "secured" : "not-secured",
    isSecured: secured,
  };
}
