// The plan-meeting command without its pipes: reads the JSON of one meeting strictly, plans it, and shapes the answer.
// The answer holds computed keys only: no name, no contact and no private words can be in it, because they are not passed on.
import { z } from "zod";
import { formatIds } from "#app/domain/access/formats.ts";
import { meetingConditions } from "#app/domain/access/meeting-conditions.ts";
import { requirementIds } from "#app/domain/access/requirements/index.ts";
import { venueFeatureIds, venueFeatureOf } from "#app/domain/access/venue-features.ts";
import { bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import { calendarDateOf, clockTimeOf, minutesOf, weekdayOf, type BankHolidays, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, type Result } from "#app/domain/basics/result.ts";
import type { RaisedClash } from "#app/domain/meetings/conflicts.ts";
import type { VenueFinding } from "#app/domain/meetings/fit.ts";
import type { AttendeeNeeds, MeetingFacts, VenueFact, VenueFacts } from "#app/domain/meetings/meeting.ts";
import { planMeeting, type MeetingPlan, type PlanInput } from "#app/domain/meetings/plan.ts";
import type { TimetableNote } from "#app/domain/meetings/timetable.ts";
import { sourceCode, timetableFindingSentence, timetableNoteSentence } from "#app/words/timetable-findings.ts";
import { readStrictly } from "./strict-json.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const divisions = ["england-wales", "england", "wales", "scotland", "northern-ireland"] as const;

const text = (most: number) => z.string().max(most);
const reference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u, "expected a reference of letters, figures, - and _");
const wholeFrom = (least: number, most: number) => z.int().min(least).max(most);

const date = z.string().transform((typed, context): CalendarDate => {
  try {
    return calendarDateOf(typed);
  } catch {
    context.addIssue({ code: "custom", message: "expected a day like 2027-02-03" });
    return z.NEVER;
  }
});

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, "expected a time like 14:30")
  .transform((typed) => clockTimeOf(typed));

const oneOf = <const Options extends readonly [string, ...string[]]>(what: string, options: Options) =>
  z.enum(options, { error: `expected ${what}` });
const atLeastOne = <Item>(items: readonly Item[]) => items as readonly [Item, ...Item[]];

const ownTimes = z.strictObject({
  earliestStart: clock.exactOptional(),
  latestEnd: clock.exactOptional(),
  maxContinuousMinutes: wholeFrom(1, 720).exactOptional(),
  minBreakMinutes: wholeFrom(1, 240).exactOptional(),
  lunchMinMinutes: wholeFrom(1, 240).exactOptional(),
  maxMeetingMinutes: wholeFrom(1, 1440).exactOptional(),
});

const need = z.strictObject({
  id: oneOf("the id of a requirement in the catalogue", atLeastOne(requirementIds)),
  strength: oneOf("essential, helpful, varies or none", ["essential", "helpful", "varies", "none"]),
  ownTimes: ownTimes.exactOptional(),
  breaksAt: z.array(z.strictObject({ at: clock, minutes: wholeFrom(1, 240) })).exactOptional(),
  datesToAvoid: z.array(date).exactOptional(),
  language: text(80).exactOptional(),
});

const attendee = z.strictObject({
  ref: reference,
  name: text(300).exactOptional(),
  contact: text(100).exactOptional(),
  requirements: z.array(need).superRefine((needs, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of needs.entries()) {
      if (seen.has(id)) context.addIssue({ code: "custom", path: [index, "id"], message: "this person already has this requirement" });
      seen.add(id);
    }
  }),
  chosenFormats: z.array(oneOf("the id of a format in the catalogue", atLeastOne(formatIds))).exactOptional(),
  privateFreeText: text(20_000).exactOptional(),
});

const meeting = z
  .strictObject({
    nation: oneOf(`one of ${divisions.join(", ")}`, divisions),
    date,
    weekday: oneOf("a day of the week like Wednesday", weekdays).exactOptional(),
    plannedStart: clock,
    plannedEnd: clock,
    mode: oneOf("in-person, hybrid or online", ["in-person", "hybrid", "online"]),
    people: wholeFrom(1, 100_000),
    netAgendaMinutes: wholeFrom(1, 1440),
    agenda: z.array(z.strictObject({ id: reference, minutes: wholeFrom(1, 1440) })).exactOptional(),
    planningDay: date,
    sunset: z.union([clock, z.null()], { error: "expected a time like 16:52, or null when it is not known" }).exactOptional(),
    parallelGroups: wholeFrom(0, 1000),
    foodServed: z.boolean(),
    conditions: z.array(oneOf("a condition in the catalogue", meetingConditions)),
  })
  .superRefine((facts, context) => {
    if (minutesOf(facts.plannedEnd) <= minutesOf(facts.plannedStart)) {
      context.addIssue({ code: "custom", path: ["plannedEnd"], message: "expected a time after plannedStart" });
    }
    if (facts.weekday !== undefined && facts.weekday !== weekdayOf(facts.date)) {
      context.addIssue({ code: "custom", path: ["weekday"], message: `the date is a ${weekdayOf(facts.date)}` });
    }
  });

const fact = z.union([z.boolean(), z.number().min(0).max(1_000_000), z.literal("unknown")], {
  error: 'expected true, false, a number that is not negative, or "unknown"',
});

const facts = z
  .partialRecord(z.enum(atLeastOne(venueFeatureIds)), fact, { error: "expected venue features of the catalogue" })
  .superRefine((recorded, context) => {
    for (const [feature, value] of Object.entries(recorded)) {
      if (typeof value !== "number" || venueFeatureOf(feature as keyof typeof recorded).criterion.is !== "yes") continue;
      context.addIssue({ code: "custom", path: [feature], message: 'expected true, false or "unknown"' });
    }
  });

const venue = z.strictObject({
  guide: text(500).exactOptional(),
  url: text(2000).exactOptional(),
  note: text(2000).exactOptional(),
  facts,
});

const bankHolidays = z.strictObject({ from: date, goodUntil: date, days: z.array(date) });
const keptApart = z.union([z.tuple([reference, reference]), z.strictObject({ between: z.tuple([reference, reference]) })], {
  error: 'expected two references, like ["p1", "p2"]',
});

const input = z
  .strictObject({
    meeting,
    attendees: z.array(attendee).max(5000),
    venue: venue.nullable(),
    bankHolidays: bankHolidays.exactOptional(),
    coordinatorOnlyLinks: z.array(keptApart).exactOptional(),
  })
  .superRefine((given, context) => {
    const known = new Set<string>();
    for (const [index, { ref }] of given.attendees.entries()) {
      if (known.has(ref))
        context.addIssue({ code: "custom", path: ["attendees", index, "ref"], message: "two people have this reference" });
      known.add(ref);
    }
    for (const [index, link] of (given.coordinatorOnlyLinks ?? []).entries()) {
      if (pairOf(link).some((ref) => !known.has(ref))) {
        context.addIssue({ code: "custom", path: ["coordinatorOnlyLinks", index], message: "expected references of two attendees" });
      }
    }
  });

type Input = z.infer<typeof input>;

/** Plans the meeting described by some JSON. Refused with one line for each thing that is wrong, by its path; values are never repeated. */
export function planMeetingFromJson(json: string): Result<PlanAnswer, readonly string[]> {
  const read = readStrictly(json, input);
  return read.ok ? done(answerOf(planMeeting(planInputOf(read.value)))) : read;
}

function planInputOf(given: Input): PlanInput {
  const { nation: division, sunset, weekday: _, ...facts } = given.meeting;
  // England and Wales keep the same bank holidays and the same law on adjustments.
  const nation = division === "england-wales" ? "england" : division;
  const meetingFacts: MeetingFacts = { ...facts, nation, ...(sunset === undefined || sunset === null ? {} : { sunset }) };
  const attendees = given.attendees.map(({ ref, requirements, chosenFormats }): AttendeeNeeds => ({
    ref,
    needs: requirements.map(({ id, ...rest }) => ({ requirement: id, ...rest })),
    chosenFormats: chosenFormats ?? [],
  }));
  return {
    meeting: meetingFacts,
    attendees,
    venue: given.venue === null ? null : recordedFacts(given.venue.facts),
    holidays: given.bankHolidays === undefined ? bankHolidaysOf(nation) : holidaysOf(given.bankHolidays),
    keptApart: (given.coordinatorOnlyLinks ?? []).map(pairOf),
  };
}

function recordedFacts(given: z.infer<typeof facts>): VenueFacts {
  const known = Object.entries(given).filter((entry): entry is [string, VenueFact] => entry[1] !== undefined && entry[1] !== "unknown");
  return Object.fromEntries(known);
}

function holidaysOf({ from, goodUntil, days }: z.infer<typeof bankHolidays>): BankHolidays {
  return { from, goodUntil, days: new Set(days) };
}

function pairOf(link: z.infer<typeof keptApart>): readonly [string, string] {
  return "between" in link ? link.between : link;
}

type Unmet = {
  readonly attendee: string;
  readonly requirement: string;
  readonly feature: string;
  readonly level: string;
  readonly fact: VenueFact | null;
  readonly fallback: string;
};

/** Exactly the computed keys; `expected` of the worked meetings has this shape. */
export type PlanAnswer = {
  readonly unmetMusts: readonly Unmet[];
  readonly unmetShoulds: readonly Unmet[];
  readonly unknownMustsToAsk: readonly Omit<Unmet, "fact" | "fallback">[];
  readonly baselineNotMet: readonly string[];
  readonly conflicts: readonly { readonly conflict: string; readonly between: readonly string[] }[];
  readonly otherConflictsToConsider: readonly { readonly conflict: string; readonly kind: string; readonly people: readonly string[] }[];
  readonly mergedTimetable: object;
  readonly timetableSource: Readonly<Record<string, string>>;
  readonly timetableFindings: readonly string[];
  readonly minutesNeeded: number;
  readonly breaksNeeded: number;
  readonly bookings: readonly {
    readonly support: string;
    readonly quantity: number;
    readonly attendees: readonly string[];
    readonly bookBy: CalendarDate | null;
    readonly lastChance: CalendarDate | null;
    readonly statusOnPlanningDay: string;
  }[];
  readonly papers: readonly {
    readonly attendee: string;
    readonly format: string;
    readonly sendBy: CalendarDate | null;
    readonly startProductionBy: CalendarDate | null;
  }[];
  readonly evacuationPlansFor: readonly string[];
};

// These three change what the merged times mean, so they stand beside the findings; the rest are errands for the plan page.
const notesBesideFindings: readonly TimetableNote["kind"][] = ["baseline-gives-way", "sunset-not-known", "falls-on-date-to-avoid"];

function answerOf(plan: MeetingPlan): PlanAnswer {
  const findings = (level: string, finding: string) => plan.venueFindings.filter((one) => one.level === level && one.finding === finding);
  const notes = plan.timetable.notes.filter(({ kind }) => notesBesideFindings.includes(kind));
  return {
    unmetMusts: findings("must", "not-met").map(unmet),
    unmetShoulds: findings("should", "not-met").map(unmet),
    unknownMustsToAsk: findings("must", "unknown").map(({ attendee: ref, requirement, feature, level }) => ({
      attendee: ref,
      requirement,
      feature,
      level,
    })),
    baselineNotMet: plan.baselineFindings
      .filter(({ level, finding }) => level === "must" && finding === "not-met")
      .map(({ feature }) => feature),
    conflicts: plan.clashes
      .filter(({ kind }) => kind === "people")
      .map(({ clash, sides }) => ({ conflict: clash, between: sides.map(sideCode) })),
    otherConflictsToConsider: plan.clashes
      .filter(({ kind }) => kind !== "people")
      .map(({ clash, kind, people }) => ({ conflict: clash, kind, people })),
    mergedTimetable: plan.timetable.limits,
    timetableSource: Object.fromEntries(Object.entries(plan.timetable.sources).map(([key, source]) => [key, sourceCode(source)])),
    timetableFindings: [
      ...plan.timetableFindings.map((finding) => timetableFindingSentence(finding, sourceCode)),
      ...notes.map((note) => timetableNoteSentence(note, sourceCode)),
    ],
    minutesNeeded: plan.timeNeeded.totalMinutes,
    breaksNeeded: plan.timeNeeded.breaks,
    bookings: plan.bookings.map(({ support, quantity, attendees, bookBy, lastChance, status }) => ({
      support,
      quantity,
      attendees,
      bookBy: bookBy ?? null,
      lastChance: lastChance ?? null,
      statusOnPlanningDay: status,
    })),
    papers: plan.papers.map(({ attendee: ref, format, sendBy, startProductionBy }) => ({
      attendee: ref,
      format,
      sendBy: sendBy ?? null,
      startProductionBy: startProductionBy ?? null,
    })),
    evacuationPlansFor: plan.evacuation.plans.map(({ attendee: ref }) => ref),
  };
}

function unmet({ attendee: ref, requirement, feature, level, fact: found }: VenueFinding): Unmet {
  return { attendee: ref, requirement, feature, level, fact: found ?? null, fallback: venueFeatureOf(feature).fallback };
}

function sideCode({ attendee: ref, requirement }: RaisedClash["sides"][number]): string {
  return requirement === undefined ? ref : `${ref}:${requirement}`;
}
