// What is said while a date is chosen with people: what is wrong with an offer, and how the dates compare.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { Bookable, DateChoice, OfferProblem, TimeOfDay } from "#app/domain/meetings/date-poll.ts";
import { clockRange, counted, longDate, outOf, plural, shortDate } from "./format.ts";

export const dateChoiceLabels: Readonly<Record<DateChoice, string>> = { yes: "Yes", "if-have-to": "Yes if I have to", no: "No" };

export const timeOfDayLabels: Readonly<Record<TimeOfDay, string>> = {
  "before-10": "Before 10am",
  "early-afternoon": "Early afternoon",
  "after-4": "After 4pm",
  "school-run": "School run times",
};

type When = { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime };

/** "Tuesday 23 March 2027, 10:30am to 1pm". */
export function offeredDate({ date, startsAt, endsAt }: When): string {
  return `${longDate(date)}, ${clockRange(startsAt, endsAt)}`;
}

/** What to mend in an offer, and beside which field. */
export function offerProblem(problem: OfferProblem): { readonly field: string; readonly message: string } {
  switch (problem.problem) {
    case "too-few":
      return { field: "date1.day", message: "Enter at least 2 dates" };
    case "same":
      return { field: `date${problem.at + 1}.day`, message: `Date ${problem.as + 1} and date ${problem.at + 1} are the same` };
    case "past":
      return { field: `date${problem.at + 1}.day`, message: `Date ${problem.at + 1} must be today or later` };
    case "ends-before-it-starts":
      return { field: `ends${problem.at + 1}`, message: `Finish time of date ${problem.at + 1} must be after its start time` };
    case "reply-by-too-late":
      return { field: "replyBy.day", message: "'Reply by' must be before the first date" };
    case "reply-by-past":
      return { field: "replyBy.day", message: "'Reply by' must be today or later" };
  }
}

export const bookableWords: Readonly<Record<Bookable, string>> = {
  "nothing-needed": "Nothing to book that we know of",
  "in-time": "Yes",
  late: "Yes, if you ask today",
  "at-risk": "At risk: too little notice",
  unknown: "Not known",
};

type Standing = {
  readonly can: number;
  readonly ifHaveTo: number;
  readonly cannot: number;
  readonly noReply: number;
  readonly leavesOut: number;
  readonly bookable: Bookable;
  readonly sameReason: TimeOfDay | null;
};

/** Why one date is put first, one sentence after another. */
export function recommendation(when: When, standing: Standing, invited: number): readonly string[] {
  const { can, ifHaveTo, cannot, noReply, leavesOut, bookable, sameReason } = standing;
  const day = shortDate(when.date);
  const works =
    ifHaveTo === 0
      ? `${day} works for ${outOf(can, invited)} people.`
      : `${day} works for ${outOf(can + ifHaveTo, invited)} people. ${counted(ifHaveTo, "of them comes", "of them come")} only if they have to.`;
  const left =
    leavesOut > 0
      ? [
          `It leaves someone out: ${counted(leavesOut, "person", "people")} who cannot come ${plural(leavesOut, "needs", "need")} support to take part.`,
        ]
      : cannot > 0
        ? [`${counted(cannot, "person", "people")} cannot come.`]
        : [];
  const reason =
    sameReason === null
      ? []
      : [
          `${plural(cannot, "The person", "Everybody")} who cannot come said that this time never works: ${timeOfDayLabels[sameReason].toLowerCase()}. Ask if another time on the same day would work.`,
        ];
  const support =
    bookable === "at-risk"
      ? ["Support somebody cannot do without may not be there in time."]
      : bookable === "late"
        ? ["Ask for support today: it is past the usual notice."]
        : bookable === "unknown"
          ? ["Nobody can say yet whether support can be booked in time."]
          : [];
  const waiting = noReply === 0 ? [] : [`${counted(noReply, "person has", "people have")} not said.`];
  return [works, ...left, ...reason, ...support, ...waiting];
}

/** The date as the question on the page that chooses it: "Choose Tuesday 23 March?". */
export function chooseHeading(date: CalendarDate): string {
  return `Choose ${shortDate(date)}?`;
}

/** Who said no to a date: those who gave their names, and how many did not. */
export function cannotComeSentence(others: number, hasNames: boolean): string {
  if (others === 0) return "";
  return hasNames
    ? `${counted(others, "more person", "more people")} said no. They did not share their names with you.`
    : `${counted(others, "person", "people")} said no. They did not share their names with you.`;
}
