// How long each kind of thing is kept, counted from the day its purpose ended (promises.md P3). The usual periods hold until an
// organisation chooses otherwise. What people are told on the page where they answer is the most that can be chosen, so that nobody's
// answers are ever kept longer than they were told.
import { addDays, calendarDateOf, type CalendarDate } from "#app/domain/basics/dates.ts";

/** What is kept for a time and then erased or, for claims, reduced. */
export const keptKinds = [
  "links",
  "access-answers",
  "plan-notes",
  "day-notes",
  "feedback",
  "benefit-answers",
  "declined-invitations",
  "invitations",
  "messages",
  "merged-records",
  "leftovers",
  "bank-details",
  "claims",
] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Days for everything but claims, which are kept whole for so many years after the end of the financial year. */
export type KeepingPeriods = Readonly<Record<KeptKind, number>>;

/** The periods of promises.md P3; what it does not name is kept for no longer than it is of use. */
export const usualPeriods: KeepingPeriods = {
  links: 30,
  "access-answers": 30,
  "plan-notes": 30,
  "day-notes": 365,
  feedback: 90,
  "benefit-answers": 30,
  "declined-invitations": 90,
  invitations: 730,
  messages: 90,
  "merged-records": 180,
  leftovers: 30,
  "bank-details": 90,
  claims: 6,
};

/** What can be chosen. Answers about needs and benefits can be kept for less than usual and never for more. */
export const periodChoices: Readonly<Record<KeptKind, readonly number[]>> = {
  links: [14, 30, 60, 90],
  "access-answers": [7, 14, 30],
  // What was decided for somebody says what they need, so it is never kept longer than that.
  "plan-notes": [7, 14, 30],
  "day-notes": [30, 90, 180, 365],
  // Long enough for people to be told what changed because of it (meetings/feedback.ts, daysToTell), and never longer than people were
  // told where they answered.
  feedback: [60, 90],
  "benefit-answers": [1, 7, 14, 30],
  "declined-invitations": [30, 60, 90],
  invitations: [180, 365, 730],
  messages: [30, 60, 90],
  "merged-records": [30, 90, 180],
  leftovers: [7, 14, 30],
  "bank-details": [30, 60, 90],
  claims: [6, 7, 8, 10],
};

/** What changed because of a meeting is kept for so many days at least, longer than the time there is to tell people of it. */
export const daysOutcomesAreKept = 60;

/** The last day before which a thing's own day must lie for it to go: it is kept on the last day of its period. */
export function endsBefore(today: CalendarDate, days: number): CalendarDate {
  return addDays(today, -days);
}

/**
 * The first day on which claims are still kept whole. A claim is kept for so many years after the end of the financial year it was paid
 * in, which for public bodies ends on 31 March.
 */
export function claimsKeptFrom(today: CalendarDate, years: number): CalendarDate {
  const year = Number(today.slice(0, 4));
  const firstOfThisYear = today.slice(5) >= "04-01" ? year : year - 1;
  return calendarDateOf(`${String(firstOfThisYear - years)}-04-01`);
}
