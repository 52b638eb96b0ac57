// Choosing a date with the people it is for: what was offered, what they said, and how the dates compare. Nobody counts for less:
// a date that shuts out somebody with an essential requirement is never put before one that shuts out nobody.
import { daysBetween, isWorkingDay, minutesOf, type BankHolidays, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";
import type { Booking } from "./deadlines.ts";

export type OfferedDate = { readonly id: string; readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime };

export const dateChoices = ["yes", "if-have-to", "no"] as const;
export type DateChoice = (typeof dateChoices)[number];

/** Times of day, in minutes from midnight, as the answers mean them. */
export const timesOfDay = {
  "before-10": [[0, 600]],
  "early-afternoon": [[720, 900]],
  "after-4": [[960, 1440]],
  "school-run": [
    [510, 555],
    [900, 960],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [from: number, to: number])[]>>;
export type TimeOfDay = keyof typeof timesOfDay;
export const timeOfDayIds = Object.keys(timesOfDay) as readonly TimeOfDay[];

export type DateAnswers = {
  /** By the id of the offered date; one without an answer is absent. */
  readonly choices: Readonly<Record<string, DateChoice>>;
  readonly never: readonly TimeOfDay[] | "none-of-these";
  /** In their own words: days of care, treatment or rest. */
  readonly restDays: string;
};

export type OfferProblem =
  | { readonly problem: "too-few" }
  | { readonly problem: "same"; readonly at: number; readonly as: number }
  | { readonly problem: "past" | "ends-before-it-starts"; readonly at: number }
  | { readonly problem: "reply-by-too-late" | "reply-by-past" };

/** What is wrong with dates about to be offered; places count from 0. At least 2, none twice, and an answer wanted before the first. */
export function problemsOfOffer(
  dates: readonly Omit<OfferedDate, "id">[],
  replyBy: CalendarDate,
  today: CalendarDate,
): readonly OfferProblem[] {
  if (dates.length < 2) return [{ problem: "too-few" }];
  const problems: OfferProblem[] = [];
  for (const [at, one] of dates.entries()) {
    const as = dates.findIndex((other) => other.date === one.date && other.startsAt === one.startsAt);
    if (one.date < today) problems.push({ problem: "past", at });
    else if (minutesOf(one.endsAt) <= minutesOf(one.startsAt)) problems.push({ problem: "ends-before-it-starts", at });
    else if (as < at) problems.push({ problem: "same", at, as });
  }
  const first = dates.map(({ date }) => date).toSorted()[0];
  if (replyBy < today) problems.push({ problem: "reply-by-past" });
  else if (first !== undefined && replyBy >= first) problems.push({ problem: "reply-by-too-late" });
  return problems;
}

/** Whether a time of day that never works for somebody touches the times of an offered date. */
export function clashesWith(time: TimeOfDay, { startsAt, endsAt }: Pick<OfferedDate, "startsAt" | "endsAt">): boolean {
  return timesOfDay[time].some(([from, to]) => minutesOf(startsAt) < to && minutesOf(endsAt) > from);
}

/** One person asked: what they said, and whether there is something they cannot take part without. */
export type AskedPerson = {
  readonly ref: string;
  readonly answers: DateAnswers | null;
  readonly hasEssential: boolean;
  /** Days they told us before do not work for them. What they say about an offered date itself goes before it. */
  readonly datesToAvoid: readonly CalendarDate[];
};

/** Whether somebody said nothing about an offered date, and told us before that this day does not work. */
export function isAvoidedBy({ answers, datesToAvoid }: AskedPerson, { id, date }: Pick<OfferedDate, "id" | "date">): boolean {
  return answers?.choices[id] === undefined && datesToAvoid.includes(date);
}

/** Essential support on one date: all of it can be booked with the usual notice, with less, not any more, or nobody can tell. */
export type Bookable = "nothing-needed" | "in-time" | "late" | "at-risk" | "unknown";

export type DateStanding = {
  readonly id: string;
  readonly can: number;
  readonly ifHaveTo: number;
  readonly cannot: number;
  /** Those of them who said it only before, with the days that do not work for them. */
  readonly cannotByEarlierDates: number;
  readonly noReply: number;
  /** People who cannot come on it and cannot take part without support. */
  readonly leavesOut: number;
  readonly bookable: Bookable;
  /** Null when the day is outside the days the lists cover. */
  readonly isBankHoliday: boolean | null;
  /** The one time of day that everybody who cannot come said never works, where the date is then. */
  readonly sameReason: TimeOfDay | null;
};

/** How each offered date stands. `bookings` gives the bookings the plan would need on that date; null where no plan can be made. */
export function standingsOf(input: {
  readonly dates: readonly OfferedDate[];
  readonly people: readonly AskedPerson[];
  readonly holidays: BankHolidays;
  readonly bookings: (date: OfferedDate) => readonly Pick<Booking, "isEssential" | "status">[] | null;
}): readonly DateStanding[] {
  return input.dates.map((date) => {
    const said = (choice: DateChoice) => input.people.filter(({ answers }) => answers?.choices[date.id] === choice);
    const [can, ifHaveTo, saidNo] = [said("yes"), said("if-have-to"), said("no")];
    const before = input.people.filter((person) => isAvoidedBy(person, date));
    const cannot = [...saidNo, ...before];
    const { holidays } = input;
    return {
      id: date.id,
      can: can.length,
      ifHaveTo: ifHaveTo.length,
      cannot: cannot.length,
      cannotByEarlierDates: before.length,
      noReply: input.people.length - can.length - ifHaveTo.length - cannot.length,
      leavesOut: cannot.filter(({ hasEssential }) => hasEssential).length,
      bookable: bookableOf(input.bookings(date)),
      isBankHoliday: isWorkingDay(date.date, holidays).ok ? holidays.days.has(date.date) : null,
      sameReason: sameReasonOf(date, cannot),
    };
  });
}

/**
 * The date to put first, and nothing while nobody has answered: fewest left out, then support that can be booked, then fewest who
 * cannot, fewest who would have to, no bank holiday, the earliest. Two dates that stand the same are a tie, and the earlier is named.
 */
export function bestDate(dates: readonly OfferedDate[], standings: readonly DateStanding[]): DateStanding | null {
  if (standings.every(({ can, ifHaveTo, cannot, cannotByEarlierDates }) => can + ifHaveTo + cannot - cannotByEarlierDates === 0))
    return null;
  const dateOf = new Map(dates.map((date) => [date.id, date.date]));
  const order = (one: DateStanding): readonly number[] => [
    one.leavesOut,
    bookableOrder[one.bookable],
    one.cannot,
    one.ifHaveTo,
    -one.can,
    one.isBankHoliday === true ? 1 : 0,
  ];
  const ranked = standings.toSorted((one, other) => {
    const [first, second] = [order(one), order(other)];
    const at = first.findIndex((value, index) => value !== second[index]);
    if (at !== -1) return (first[at] ?? 0) - (second[at] ?? 0);
    const [a, b] = [dateOf.get(one.id), dateOf.get(other.id)];
    return a === undefined || b === undefined ? 0 : -daysBetween(a, b);
  });
  return ranked[0] ?? null;
}

const bookableOrder: Readonly<Record<Bookable, number>> = { "nothing-needed": 0, "in-time": 0, late: 1, unknown: 2, "at-risk": 3 };

function bookableOf(bookings: readonly Pick<Booking, "isEssential" | "status">[] | null): Bookable {
  if (bookings === null) return "unknown";
  const essential = bookings.filter(({ isEssential }) => isEssential);
  if (essential.length === 0) return "nothing-needed";
  const worst = (["at-risk", "unknown", "late"] as const).find((status) => essential.some((one) => one.status === status));
  return worst ?? "in-time";
}

function sameReasonOf(date: OfferedDate, cannot: readonly AskedPerson[]): TimeOfDay | null {
  if (cannot.length === 0) return null;
  const shared = timeOfDayIds.find(
    (time) =>
      clashesWith(time, date) &&
      cannot.every(({ answers }) => answers !== null && answers.never !== "none-of-these" && answers.never.includes(time)),
  );
  return shared ?? null;
}
