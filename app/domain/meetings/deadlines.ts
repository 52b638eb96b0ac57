// What has to be booked, how many, and by when, in working days of the nation the meeting is held in.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import { formatOf, type FormatId } from "#app/domain/access/formats.ts";
import { askedOf, type AskedId } from "#app/domain/access/asked.ts";
import { supportOf, type LengthStep, type SupportId } from "#app/domain/access/supports.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { unreachable } from "#app/domain/basics/result.ts";
import type { CountBack } from "./count-back.ts";
import { checkFact, type Place } from "./fit.ts";
import { isPlannedAsEssential, type AttendeeNeeds, type MeetingFacts, type MeetingMode, type Need } from "./meeting.ts";
import { formatsFor, type Paper } from "./papers.ts";
import { plannedMinutesOf } from "./timetable.ts";

/** in-time: book by is today or later. late: last chance is. at-risk: past it, try now and plan the fallback. */
export type DeadlineStatus = "in-time" | "late" | "at-risk" | "unknown";

/** Who or what calls for a booking: a person's requirement, the format they chose, or the way out agreed for a clash. */
export type BookingCause = {
  readonly attendee: string;
  readonly clash?: ClashId;
  readonly requirement?: AskedId;
  readonly format?: FormatId;
  readonly isEssential: boolean;
};

export type Booking = {
  readonly support: SupportId;
  readonly quantity: number;
  readonly quantityBasis: QuantityBasis;
  /** References, in order. */
  readonly attendees: readonly string[];
  readonly causes: readonly BookingCause[];
  readonly isEssential: boolean;
  /** The day both dates count back from; absent when the papers date is not known. */
  readonly countedFrom?: CalendarDate;
  /** Absent when it falls outside the days the holiday list covers. */
  readonly bookBy?: CalendarDate;
  readonly lastChance?: CalendarDate;
  readonly status: DeadlineStatus;
};

/** The working behind a quantity: only what it hangs on is there. */
export type QuantityBasis = {
  readonly per: "meeting" | "attendee" | "language" | "people-at-the-meeting" | "document";
  readonly people: number;
  readonly languages?: number;
  /** Where the length of the meeting decides: how many that makes, and which limit it is over or, with the fewest, within. In minutes. */
  readonly length?: { readonly minutes: number; readonly count: number; readonly over: number | null; readonly upTo: number | null };
  /** How many it is at any length, where the rule counts the meeting and length decides nothing. */
  readonly whateverTheLength?: number;
  /** One serves so many people, or so many at the meeting. */
  readonly eachServes?: number;
  /** So many people share one set, which made so many sets; only where more than one was needed. */
  readonly shared?: { readonly mostPeople: number; readonly sets: number };
  readonly moreForParallelGroups?: number;
};

/** Supports that an agreed way out of a clash calls for, and the people they are for. */
export type SupportsOfWay = {
  readonly clash: ClashId;
  readonly supports: readonly SupportId[];
  readonly served: readonly string[];
  readonly isEssential: boolean;
};

/**
 * Everything the people's requirements, chosen formats and agreed ways out call for, one line for each support, in order of its id. Left out are
 * bookings the venue is known to make needless, those another requirement of the same person replaces, and, for a wholly online
 * meeting, those that only serve a room. Book by is the usual notice before the meeting (before the papers go out, for formats);
 * last chance is the shortest notice.
 */
export function planBookings(
  meeting: MeetingFacts,
  attendees: readonly AttendeeNeeds[],
  place: Place,
  papers: readonly Paper[],
  countBack: CountBack,
  ways: readonly SupportsOfWay[] = [],
): readonly Booking[] {
  const causes = new Map<SupportId, BookingCause[]>();
  const add = (support: SupportId, cause: BookingCause) => {
    const booked = supportServing(support, meeting.mode);
    if (booked === undefined) return;
    const before = causes.get(booked);
    if (before === undefined) causes.set(booked, [cause]);
    else before.push(cause);
  };
  for (const attendee of attendees) {
    for (const need of attendee.needs) {
      for (const support of bookingsAskedBy(need, attendee, place)) {
        add(support, { attendee: attendee.ref, requirement: need.requirement, isEssential: isPlannedAsEssential(need) });
      }
    }
    for (const { format } of formatsFor(attendee)) {
      const { support } = formatOf(format);
      if (support !== undefined) add(support, { attendee: attendee.ref, format, isEssential: true });
    }
  }
  for (const { clash, supports, served, isEssential } of ways) {
    for (const support of supports) for (const ref of served) add(support, { attendee: ref, clash, isEssential });
  }
  addSupportsThatComeTogether(causes);
  const languages = languagesOf(attendees);
  return [...causes.keys()].toSorted().map((support) => {
    const asked = causes.get(support) ?? [];
    const asking = new Set(asked.map((cause) => cause.attendee));
    const refs = attendees.map(({ ref }) => ref).filter((ref) => asking.has(ref));
    const { quantity, basis } = quantityOf(support, meeting, refs, languages);
    return {
      support,
      quantity,
      quantityBasis: basis,
      attendees: refs,
      causes: asked,
      isEssential: asked.some((cause) => cause.isEssential),
      ...deadlineOf(support, meeting, papersDateFor(refs, papers), countBack),
    };
  });
}

/** The supports one need of one person calls for here: not those the venue is known to have, nor those another need replaces. */
export function bookingsAskedBy(need: Need, attendee: AttendeeNeeds, place: Place): readonly SupportId[] {
  const alsoAsked = new Set<string>(attendee.needs.map(({ requirement }) => requirement));
  return (askedOf(need.requirement).bookings ?? [])
    .filter(({ unlessVenueHas }) => unlessVenueHas?.every((feature) => checkFact(place, feature).finding === "met") !== true)
    .filter(({ unlessAlsoAsked }) => unlessAlsoAsked?.some((other) => alsoAsked.has(other)) !== true)
    .map(({ support }) => support);
}

/** The support that does the job in this kind of meeting; absent when a wholly online meeting has no use for it. */
export function supportServing(support: SupportId, mode: MeetingMode): SupportId | undefined {
  const { whenOnline } = supportOf(support);
  if (mode !== "online" || whenOnline === undefined) return support;
  return whenOnline === "not-needed" ? undefined : whenOnline;
}

function addSupportsThatComeTogether(causes: Map<SupportId, BookingCause[]>): void {
  for (const [support, asked] of [...causes]) {
    const { alwaysWith } = supportOf(support).quantity;
    if (alwaysWith === undefined) continue;
    const already = causes.get(alwaysWith) ?? [];
    const missing = asked.filter((cause) => !already.some((other) => other.attendee === cause.attendee));
    if (missing.length > 0) causes.set(alwaysWith, [...already, ...missing]);
  }
}

function languagesOf(attendees: readonly AttendeeNeeds[]): ReadonlyMap<string, string> {
  const languages = new Map<string, string>();
  for (const { ref, needs } of attendees) {
    const named = needs
      .find(({ language }) => language !== undefined)
      ?.language?.trim()
      .toLowerCase();
    // Nobody knows that two people whose language is not recorded share one, so each counts as a language of its own.
    languages.set(ref, named === undefined || named === "" ? `not recorded: ${ref}` : named);
  }
  return languages;
}

function quantityOf(
  support: SupportId,
  meeting: MeetingFacts,
  refs: readonly string[],
  languages: ReadonlyMap<string, string>,
): { readonly quantity: number; readonly basis: QuantityBasis } {
  const rule = supportOf(support).quantity;
  const people = refs.length;
  const minutes = plannedMinutesOf(meeting);
  switch (rule.per) {
    case "meeting": {
      const sets = rule.mostPeopleSharing === undefined ? 1 : Math.ceil(people / rule.mostPeopleSharing);
      // A small group needs its own only when somebody in it uses it, so never more groups than people who do.
      const groups = Math.min(meeting.parallelGroups, people) * (rule.morePerParallelGroup ?? 0);
      const basis: QuantityBasis = {
        per: rule.per,
        people,
        ...lengthBasis(rule.byLength, minutes),
        ...(rule.mostPeopleSharing === undefined || sets < 2 ? {} : { shared: { mostPeople: rule.mostPeopleSharing, sets } }),
        ...(groups === 0 ? {} : { moreForParallelGroups: groups }),
      };
      return { quantity: countFor(rule.byLength, minutes) * sets + groups, basis };
    }
    case "language": {
      const spoken = new Set(refs.map((ref) => languages.get(ref))).size;
      const basis: QuantityBasis = { per: rule.per, people, languages: spoken, ...lengthBasis(rule.byLength, minutes) };
      return { quantity: countFor(rule.byLength, minutes) * spoken, basis };
    }
    case "attendee":
      if ("byLength" in rule) {
        const basis: QuantityBasis = { per: rule.per, people, ...lengthBasis(rule.byLength, minutes) };
        return { quantity: countFor(rule.byLength, minutes) * people, basis };
      }
      return { quantity: Math.ceil(people / rule.eachServes), basis: { per: rule.per, people, eachServes: rule.eachServes } };
    case "people-at-the-meeting": {
      const everyone = Math.max(meeting.people, people);
      return {
        quantity: Math.ceil(everyone / rule.eachServes),
        basis: { per: rule.per, people: everyone, eachServes: rule.eachServes },
      };
    }
    case "document":
      return { quantity: 1, basis: { per: rule.per, people } };
    default:
      return unreachable(rule);
  }
}

// Steps that all say the same number do not make the length a reason.
function lengthBasis(steps: readonly LengthStep[], minutes: number): Pick<QuantityBasis, "length" | "whateverTheLength"> {
  const count = countFor(steps, minutes);
  const different = steps.filter((step, index) => step.count !== (steps[index - 1]?.count ?? step.count));
  if (different.length === 0) return { whateverTheLength: count };
  const over = different.findLast((step) => minutes > step.overMinutes)?.overMinutes ?? null;
  const upTo = over === null ? (different[0]?.overMinutes ?? null) : null;
  return { length: { minutes, count, over, upTo } };
}

function countFor(steps: readonly LengthStep[], minutes: number): number {
  return steps.findLast((step) => minutes > step.overMinutes)?.count ?? 1;
}

function papersDateFor(refs: readonly string[], papers: readonly Paper[]): CalendarDate | undefined {
  const asking = new Set(refs);
  const theirs = papers.filter((paper) => asking.has(paper.attendee));
  const dates = theirs.flatMap(({ sendBy }) => (sendBy === undefined ? [] : [sendBy]));
  return dates.length === theirs.length ? dates.toSorted()[0] : undefined;
}

function deadlineOf(
  support: SupportId,
  meeting: MeetingFacts,
  papersDate: CalendarDate | undefined,
  countBack: CountBack,
): Pick<Booking, "countedFrom" | "bookBy" | "lastChance" | "status"> {
  const { kind, leadWorkingDays } = supportOf(support);
  const countedFrom = kind === "format-production" ? papersDate : meeting.date;
  if (countedFrom === undefined) return { status: "unknown" };
  const bookBy = countBack(countedFrom, leadWorkingDays.typical);
  const lastChance = countBack(countedFrom, leadWorkingDays.minimum);
  return {
    countedFrom,
    ...(bookBy === undefined ? {} : { bookBy }),
    ...(lastChance === undefined ? {} : { lastChance }),
    status: statusOn(meeting.planningDay, bookBy, lastChance),
  };
}

/** Where a day stands against the two dates of a booking. Not known as soon as a date that decides is not known. */
export function statusOn(day: CalendarDate, bookBy: CalendarDate | undefined, lastChance: CalendarDate | undefined): DeadlineStatus {
  if (lastChance === undefined) return "unknown";
  if (day > lastChance) return "at-risk";
  if (bookBy === undefined) return "unknown";
  return day <= bookBy ? "in-time" : "late";
}
