// The second opinion on every plan: a planner written straight from the catalogue's conventions (domain/access.md), slow on purpose
// and by another route than app/domain/meetings. It reads the catalogue's data and shares no code with the engine: lists are
// searched through again for every question, time is counted minute by minute and days one by one.
import { baseline } from "#app/domain/access/baseline.ts";
import { clashes, type Clash } from "#app/domain/access/conflicts.ts";
import { formats, type FormatId, type PaperFormat } from "#app/domain/access/formats.ts";
import type { RequirementEntry } from "#app/domain/access/requirement.ts";
import { requirements } from "#app/domain/access/requirements/index.ts";
import { supports, type Support } from "#app/domain/access/supports.ts";
import { ownOptions } from "#app/domain/access/topic-options.ts";
import { venueFeatures, type VenueFeature } from "#app/domain/access/venue-features.ts";
import type { MeetingPlan, PlanInput } from "#app/domain/meetings/plan.ts";

/** What both planners must agree on, in plain lists of text that are easy to compare. */
export type PlanAnswer = {
  readonly findings: readonly string[];
  readonly baseline: readonly string[];
  readonly clashes: readonly string[];
  readonly limits: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly timetable: readonly string[];
  readonly minutesNeeded: number;
  readonly breaks: number;
  readonly bookings: readonly string[];
  readonly papers: readonly string[];
  readonly evacuationPlansFor: readonly string[];
};

/** The engine's plan in the shape of the second opinion. */
export function answerOf(plan: MeetingPlan): PlanAnswer {
  return {
    findings: plan.venueFindings.map((one) => [one.attendee, one.requirement, one.level, one.feature, one.finding].join(" ")),
    baseline: plan.baselineFindings.map((one) => [one.level, one.feature, one.finding].join(" ")),
    clashes: plan.clashes.map(({ clash, isCertain, sides }) =>
      [clash, isCertain ? "certain" : "perhaps", ...sides.map(({ attendee, requirement }) => `${attendee}:${requirement ?? ""}`)].join(" "),
    ),
    limits: plan.timetable.limits,
    sources: Object.fromEntries(
      Object.entries(plan.timetable.sources).map(([key, source]) => {
        if (source === "baseline") return [key, source];
        return [key, "clash" in source ? source.clash : `${source.attendee}:${source.requirement}`];
      }),
    ),
    timetable: plan.timetableFindings.map(({ kind }) => kind),
    minutesNeeded: plan.timeNeeded.totalMinutes,
    breaks: plan.timeNeeded.breaks,
    bookings: plan.bookings.map((one) =>
      [one.support, one.quantity, one.attendees.join(","), one.bookBy ?? "?", one.lastChance ?? "?", one.status].join(" "),
    ),
    papers: plan.papers.map((one) => [one.attendee, one.format, one.sendBy ?? "?", one.startProductionBy ?? "?"].join(" ")),
    evacuationPlansFor: plan.evacuation.plans.map(({ attendee }) => attendee),
  };
}

/** The second opinion on a plan without arrangements. */
export function slowPlan(input: PlanInput): PlanAnswer {
  const { meeting } = input;
  const people = input.attendees.toSorted((one, other) => numberIn(one.ref) - numberIn(other.ref));
  const isOnline = meeting.mode === "online";
  const facts: Readonly<Record<string, unknown>> = isOnline ? {} : (input.venue ?? {});
  const asks = people.flatMap((person) => person.needs.map((need) => ({ ref: person.ref, need, entry: entryOf(need.requirement) })));
  const conditions = conditionsIn(input, facts);
  const applies = (feature: string) => {
    const when = featureOf(feature).appliesWhen;
    return when === undefined || conditions.includes(when);
  };
  const check = (feature: string) => verdict(feature, facts[feature], asks);
  const levels = ["must", "should", "nice"];
  const findings = asks.flatMap(({ ref, need, entry }) =>
    [entry.venueMust ?? [], entry.venueShould ?? [], entry.venueNice ?? []].flatMap((features, level) =>
      features
        .filter(applies)
        .map((feature) =>
          [ref, need.requirement, levels[Math.min(2, need.strength === "helpful" ? level + 1 : level)], feature, check(feature)].join(" "),
        ),
    ),
  );
  const owed = [baseline.venueMust, baseline.venueShould].flatMap((features, level) =>
    features.filter(applies).map((feature) => [levels[level], feature, check(feature)].join(" ")),
  );
  const { limits, sources } = mergedLimits(input, asks);
  const { total, breaks } = minutesFor(meeting.netAgendaMinutes, limits, meeting.foodServed);
  const papers = papersFor(input, people);
  return {
    findings: isOnline ? [] : findings,
    baseline: isOnline ? [] : owed,
    clashes: clashesBetween(asks, { isOnline, conditions, check, facts, limits, total, refs: people.map(({ ref }) => ref) }),
    limits,
    sources,
    timetable: wrongTimes(input, limits, total),
    minutesNeeded: total,
    breaks,
    bookings: bookingsFor(input, people, check, papers),
    papers: papers.map((one) => [one.ref, one.format, one.sendBy ?? "?", one.startBy ?? "?"].join(" ")),
    evacuationPlansFor: isOnline
      ? []
      : people.filter(({ ref }) => asks.some((ask) => ask.ref === ref && ask.entry.needsEvacuationPlan)).map(({ ref }) => ref),
  };
}

type Need = PlanInput["attendees"][number]["needs"][number];
type Ask = { readonly ref: string; readonly need: Need; readonly entry: RequirementEntry };
type Person = PlanInput["attendees"][number];

function numberIn(ref: string): number {
  return Number(/\d+/u.exec(ref)?.[0] ?? 0);
}

function featureOf(id: string): VenueFeature {
  return (venueFeatures as Readonly<Record<string, VenueFeature>>)[id] ?? fail(id);
}

function supportOf(id: string): Support<string> {
  return (supports as Readonly<Record<string, Support<string>>>)[id] ?? fail(id);
}

function formatOf(id: string): PaperFormat {
  return (formats as Readonly<Record<string, PaperFormat>>)[id] ?? fail(id);
}

function fail(id: string): never {
  throw new Error(`Not in the catalogue: ${id}`);
}

// A choice of ours asks for what its own line says; everything it names of a venue is a must.
function entryOf(id: string): RequirementEntry {
  const known = (requirements as Readonly<Record<string, RequirementEntry>>)[id];
  if (known !== undefined) return known;
  const own = (
    ownOptions as Readonly<
      Record<string, Partial<Record<"venueFeatures" | "formats", readonly string[]>> & Pick<RequirementEntry, "timetable">>
    >
  )[id];
  if (own === undefined) return fail(id);
  return {
    label: id,
    help: "",
    sensitivity: "personal",
    sources: [],
    ...(own.venueFeatures === undefined ? {} : { venueMust: own.venueFeatures }),
    ...(own.timetable === undefined ? {} : { timetable: own.timetable }),
  } as RequirementEntry;
}

function conditionsIn({ meeting, attendees }: PlanInput, facts: Readonly<Record<string, unknown>>): readonly string[] {
  const asks = (id: string) => attendees.some(({ needs }) => needs.some(({ requirement }) => requirement === id));
  return [
    ...meeting.conditions,
    ...(meeting.foodServed ? ["food-served"] : []),
    ...(meeting.parallelGroups > 0 ? ["small-groups-used"] : []),
    ...(meeting.mode === "hybrid" ? ["hybrid"] : []),
    ...(meeting.sunset !== undefined && meeting.plannedEnd > meeting.sunset ? ["ends-after-dark"] : []),
    ...(facts["exit-step-free"] === 0 || facts["exit-step-free"] === false ? ["no-step-free-exit-from-room-floor"] : []),
    ...(facts["changing-places"] === true ? ["venue-has-changing-places"] : []),
    ...(asks("blue-badge-parking") ? ["someone-parks"] : []),
    ...(asks("rail-assistance") ? ["someone-uses-public-transport"] : []),
  ];
}

function verdict(id: string, fact: unknown, asks: readonly Ask[]): "met" | "not-met" | "unknown" {
  const { criterion, countsPeopleWhoAsk } = featureOf(id);
  if (fact === undefined) return "unknown";
  if (fact === false) return "not-met";
  if (fact === true) return criterion.is === "yes" ? "met" : "unknown";
  const figure = fact as number;
  if (criterion.is === "yes" || !Number.isFinite(figure)) return "unknown";
  if (criterion.is === "between") return figure < criterion.from || figure > criterion.to ? "not-met" : "met";
  if (criterion.is === "at-most") return figure > criterion.value ? "not-met" : "met";
  const people = asks.filter(({ entry }) => entry.venueMust?.some((feature) => feature === id)).map(({ ref }) => ref);
  const wanted =
    countsPeopleWhoAsk === true
      ? Math.max(criterion.value, people.filter((ref, at) => people.indexOf(ref) === at).length)
      : criterion.value;
  return figure < wanted ? "not-met" : "met";
}

// ---- Times ----

function minutes(clock: string): number {
  return 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3));
}

function clock(total: number): string {
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

const smallestWins = [
  "latestEnd",
  "maxContinuousMinutes",
  "maxMeetingMinutes",
  "maxItemMinutes",
  "maxItemsPerHour",
  "summaryAfterWorkingDays",
];
const keptForOnePerson = ["arrivalBufferMinutes", "preMeetingMinutes", "reminders"];

type Limits = Record<string, number | string | boolean>;

// A usual time that gives way is as if it had never been there: what people themselves can manage is looked through again.
function mergedLimits(
  input: PlanInput,
  asks: readonly Ask[],
  usualTimes = baseline.timetable as Limits,
): { readonly limits: Limits; readonly sources: Record<string, string> } {
  const { meeting } = input;
  const limits: Limits = {};
  const sources: Record<string, string> = {};
  const asked = [
    { who: "baseline", times: usualTimes },
    ...asks
      .filter(({ need }) => need.strength !== "helpful")
      .map(({ ref, need, entry }) => ({ who: `${ref}:${need.requirement}`, times: { ...entry.timetable, ...need.ownTimes } as Limits })),
  ];
  for (const { who, times } of asked) {
    for (const [key, value] of Object.entries(times)) {
      if (keptForOnePerson.includes(key)) continue;
      const before = limits[key];
      const isSmall = smallestWins.includes(key);
      const wins = before === undefined || (typeof value !== "boolean" && (isSmall ? value < before : value > before));
      if (!wins) continue;
      limits[key] = value;
      sources[key] = who;
    }
  }
  const isFriday = new Date(`${meeting.date}T12:00:00Z`).getUTCDay() === 5;
  for (const key of ["endBeforeSunsetMinutes", ...(isFriday ? ["endBeforeSunsetFridayMinutes"] : [])]) {
    const before = limits[key];
    if (typeof before !== "number" || meeting.sunset === undefined) continue;
    const end = clock(Math.max(0, minutes(meeting.sunset) - before));
    if (limits["latestEnd"] !== undefined && String(limits["latestEnd"]) <= end) continue;
    limits["latestEnd"] = end;
    sources["latestEnd"] = sources[key] ?? "";
  }
  const [start, end] = [limits["earliestStart"], limits["latestEnd"]];
  if (start !== undefined && end !== undefined && minutes(String(end)) - minutes(String(start)) < 60) {
    const drops = sources["latestEnd"] === "baseline" && sources["earliestStart"] !== "baseline" ? "latestEnd" : "earliestStart";
    const other = drops === "latestEnd" ? "earliestStart" : "latestEnd";
    if (sources[drops] === "baseline" && sources[other] !== "baseline") {
      return mergedLimits(input, asks, Object.fromEntries(Object.entries(usualTimes).filter(([key]) => key !== drops)));
    }
  }
  if (meeting.mode === "online") Reflect.deleteProperty(limits, "lunchMinMinutes");
  return { limits, sources };
}

// Net minutes times the factor, up to the next five; then the work is walked through, with a break whenever a stretch is full.
function minutesFor(net: number, limits: Limits, foodServed: boolean): { readonly total: number; readonly breaks: number } {
  const factor = Math.round(Number(limits["extraTimeFactor"] ?? 1) * 100);
  let work = 0;
  while (work * 100 < net * factor) work += 5;
  const longest = Math.max(1, Number(limits["maxContinuousMinutes"] ?? work));
  let breaks = 0;
  let stretch = 0;
  for (let minute = 0; minute < work; minute += 1) {
    if (stretch === longest) {
      breaks += 1;
      stretch = 0;
    }
    stretch += 1;
  }
  const pause = Number(limits["minBreakMinutes"] ?? 0);
  const total = work + breaks * pause;
  const lunch = limits["lunchMinMinutes"];
  if (!foodServed || breaks === 0 || total < 150 || lunch === undefined) return { total, breaks };
  return { total: total - pause + Math.max(pause, Number(lunch)), breaks };
}

function wrongTimes({ meeting }: PlanInput, limits: Limits, total: number): readonly string[] {
  const start = limits["earliestStart"];
  const end = limits["latestEnd"];
  const window = start === undefined || end === undefined ? Infinity : minutes(String(end)) - minutes(String(start));
  const possible = Math.min(window, Number(limits["maxMeetingMinutes"] ?? Infinity));
  const planned = minutes(meeting.plannedEnd) - minutes(meeting.plannedStart);
  return [
    ...(start !== undefined && meeting.plannedStart < String(start) ? ["starts-too-early"] : []),
    ...(end !== undefined && meeting.plannedEnd > String(end) ? ["ends-too-late"] : []),
    ...(total > possible ? ["agenda-does-not-fit"] : planned < total ? ["planned-too-short"] : []),
  ];
}

// ---- Clashes ----

type ClashFacts = {
  readonly isOnline: boolean;
  readonly conditions: readonly string[];
  readonly check: (feature: string) => "met" | "not-met" | "unknown";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly limits: Limits;
  readonly total: number;
  readonly refs: readonly string[];
};

function clashesBetween(asks: readonly Ask[], found: ClashFacts): readonly string[] {
  return Object.entries(clashes as Readonly<Record<string, Clash>>).flatMap(([id, clash]) => {
    if (clash.rule === "coordinator-link" || (clash.needsSharedRoom === true && found.isOnline)) return [];
    const on = (side: readonly string[], ask: Ask) => side.includes(ask.need.requirement);
    // An ask takes part when somebody else stands on the other side.
    const sides = asks.filter((ask) =>
      asks.some(
        (other) =>
          other.ref !== ask.ref && ((on(clash.one, ask) && on(clash.other, other)) || (on(clash.other, ask) && on(clash.one, other))),
      ),
    );
    if (sides.length === 0) return [];
    const said = raisedAs(clash, sides, found);
    if (said === undefined) return [];
    const place = ({ ref }: Ask) => found.refs.indexOf(ref);
    const ordered = sides.toSorted((one, other) => place(one) - place(other) || (one.need.requirement < other.need.requirement ? -1 : 1));
    return [[id, said, ...ordered.map(({ ref, need }) => `${ref}:${need.requirement}`)].join(" ")];
  });
}

function raisedAs(
  clash: Clash,
  sides: readonly Ask[],
  { conditions, check, facts, limits, total }: ClashFacts,
): "certain" | "perhaps" | undefined {
  const start = limits["earliestStart"];
  const end = limits["latestEnd"];
  switch (clash.rule) {
    case "shared-window-too-short":
    case "no-valid-slot":
      return start !== undefined && end !== undefined && minutes(String(end)) - minutes(String(start)) < total ? "certain" : undefined;
    case "longer-than-longest-meeting":
      return total > Number(limits["maxMeetingMinutes"] ?? Infinity) ? "certain" : undefined;
    case "more-people-than-places": {
      const people = sides.map(({ ref }) => ref).filter((ref, at, all) => all.indexOf(ref) === at).length;
      const places = clash.placesCountedBy === undefined ? undefined : facts[clash.placesCountedBy];
      if (people < 2) return undefined;
      if (typeof places === "number") return people > places ? "certain" : undefined;
      return places === false ? "certain" : "perhaps";
    }
    case "demand-exceeds-supply":
    case "venue-does-not-serve-both": {
      const lines = (clash.servedWhen ?? []).filter(({ without }) => without === undefined || !conditions.includes(without));
      if (lines.some(({ met }) => met.every((feature) => check(feature) === "met"))) return undefined;
      const couldBe = lines.some(({ met }) => met.every((feature) => check(feature) !== "not-met"));
      return couldBe ? "perhaps" : "certain";
    }
    default:
      return "certain";
  }
}

// ---- Papers and bookings ----

// One day at a time, from the day before; not known as soon as a day lies outside the list of holidays.
function daysBefore(date: string, count: number, { holidays }: PlanInput): string | undefined {
  const day = new Date(`${date}T12:00:00Z`);
  let left = count;
  while (left > 0) {
    day.setUTCDate(day.getUTCDate() - 1);
    const iso = day.toISOString().slice(0, 10);
    if (iso < holidays.from || iso > holidays.goodUntil) return undefined;
    const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!isWeekend && ![...holidays.days].some((holiday) => holiday === iso)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

type PaperLine = {
  readonly ref: string;
  readonly format: FormatId;
  readonly sendBy: string | undefined;
  readonly startBy: string | undefined;
};

function formatsOf({ chosenFormats, needs }: Person): readonly FormatId[] {
  const asked = needs.flatMap(({ requirement }) => {
    const { formats: wanted, aisCategory } = entryOf(requirement);
    if (wanted === undefined || aisCategory !== "information-format") return [];
    return wanted.choose === "one" ? wanted.from.slice(0, 1) : wanted.from;
  });
  const all = chosenFormats.length > 0 ? chosenFormats : asked.length > 0 ? asked : (["clear-print"] as const);
  return all.filter((format, at) => all.indexOf(format) === at);
}

function papersFor(input: PlanInput, people: readonly Person[]): readonly PaperLine[] {
  return people.flatMap((person) => {
    const notice = person.needs
      .filter(({ strength }) => strength !== "helpful")
      .map(({ requirement, ownTimes }) => ownTimes?.papersOutWorkingDays ?? entryOf(requirement).timetable?.papersOutWorkingDays ?? 0);
    const sendBy = daysBefore(input.meeting.date, Math.max(baseline.timetable.papersOutWorkingDays ?? 0, ...notice), input);
    return formatsOf(person).map((format) => ({
      ref: person.ref,
      format,
      sendBy,
      startBy: sendBy === undefined ? undefined : daysBefore(sendBy, formatOf(format).leadWorkingDays.typical, input),
    }));
  });
}

function bookingsFor(
  input: PlanInput,
  people: readonly Person[],
  check: (feature: string) => string,
  papers: readonly PaperLine[],
): readonly string[] {
  const { meeting } = input;
  const wanted: { support: string; ref: string }[] = [];
  for (const { ref, needs } of people) {
    for (const { requirement } of needs) {
      for (const booking of entryOf(requirement).bookings ?? []) {
        const { unlessVenueHas, unlessAlsoAsked = [] } = booking;
        if (unlessVenueHas !== undefined && !unlessVenueHas.some((feature) => check(feature) !== "met")) continue;
        if (needs.some((other) => unlessAlsoAsked.includes(other.requirement))) continue;
        wanted.push({ support: booking.support, ref });
      }
    }
  }
  for (const person of people) {
    for (const format of formatsOf(person)) {
      const { support } = formatOf(format);
      if (support !== undefined) wanted.push({ support, ref: person.ref });
    }
  }
  const served = wanted.flatMap(({ support, ref }) => {
    const instead = meeting.mode === "online" ? supportOf(support).whenOnline : undefined;
    if (instead === "not-needed") return [];
    return [{ support: instead ?? support, ref }];
  });
  const together = served.flatMap(({ support, ref }) => {
    const { alwaysWith } = supportOf(support).quantity;
    return alwaysWith === undefined ? [] : [{ support: alwaysWith, ref }];
  });
  const all = [...served, ...together];
  const named = all.map(({ support }) => support).filter((support, at, list) => list.indexOf(support) === at);
  return named.toSorted().map((support) => {
    const refs = people.map(({ ref }) => ref).filter((ref) => all.some((one) => one.support === support && one.ref === ref));
    const theirs = people.filter(({ ref }) => refs.includes(ref));
    const lines = papers.filter(({ ref }) => refs.includes(ref));
    const { kind, leadWorkingDays } = supportOf(support);
    const counted =
      kind !== "format-production"
        ? meeting.date
        : lines.some(({ sendBy }) => sendBy === undefined)
          ? undefined
          : lines.map(({ sendBy }) => sendBy ?? "").toSorted()[0];
    const bookBy = counted === undefined ? undefined : daysBefore(counted, leadWorkingDays.typical, input);
    const last = counted === undefined ? undefined : daysBefore(counted, leadWorkingDays.minimum, input);
    return [
      support,
      howMany(support, input, theirs),
      refs.join(","),
      bookBy ?? "?",
      last ?? "?",
      statusOn(meeting.planningDay, bookBy, last),
    ].join(" ");
  });
}

function statusOn(today: string, bookBy: string | undefined, last: string | undefined): string {
  if (last === undefined) return "unknown";
  if (today > last) return "at-risk";
  if (bookBy === undefined) return "unknown";
  return today > bookBy ? "late" : "in-time";
}

function howMany(support: string, { meeting }: PlanInput, people: readonly Person[]): number {
  const rule = supportOf(support).quantity;
  const length = minutes(meeting.plannedEnd) - minutes(meeting.plannedStart);
  const stepped = (steps: readonly { readonly overMinutes: number; readonly count: number }[]) => {
    const passed = steps.filter(({ overMinutes }) => length > overMinutes);
    return passed[passed.length - 1]?.count ?? 1;
  };
  const shared = (count: number, each: number) => {
    let vehicles = 0;
    while (vehicles * each < count) vehicles += 1;
    return vehicles;
  };
  switch (rule.per) {
    case "meeting": {
      const teams = rule.mostPeopleSharing === undefined ? 1 : shared(people.length, rule.mostPeopleSharing);
      const groups = meeting.parallelGroups < people.length ? meeting.parallelGroups : people.length;
      return stepped(rule.byLength) * teams + groups * (rule.morePerParallelGroup ?? 0);
    }
    case "language": {
      const spoken = people.map(({ ref, needs }) => {
        const named = needs.map(({ language }) => language).find((language) => language !== undefined);
        return named === undefined || named.trim() === "" ? `unknown ${ref}` : named.trim().toLowerCase();
      });
      return stepped(rule.byLength) * spoken.filter((language, at) => spoken.indexOf(language) === at).length;
    }
    case "attendee":
      return "byLength" in rule ? stepped(rule.byLength) * people.length : shared(people.length, rule.eachServes);
    case "people-at-the-meeting":
      return shared(Math.max(meeting.people, people.length), rule.eachServes);
    case "document":
      return 1;
  }
}
