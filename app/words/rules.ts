// The words of the page "Benefit and tax rules".
import { daysBetween, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Grade } from "#app/domain/basics/figures.ts";
import type { RuleOwner, RuleState } from "#app/domain/benefits/rules-pack.ts";
import { benefitName } from "./benefits/names.ts";
import { counted, plainDate, sentenceCase } from "./format.ts";

export const ruleStates: Readonly<Record<RuleState, "In date" | "Review soon" | "Out of date">> = {
  "in-date": "In date",
  "review-soon": "Review soon",
  "out-of-date": "Out of date",
};

export const grades: Readonly<Record<Grade, string>> = {
  confirmed: "Read in a source",
  derived: "Worked out from a source",
  unsure: "Not certain: never used to say something fits",
};

/** Whose figure it is, as a heading. */
export function ownerName(owner: RuleOwner): string {
  if (owner === "living-wage") return "National Living Wage";
  return owner === "tax" ? "Tax" : sentenceCase(benefitName(owner));
}

/** The name a figure has in its own file, in words: "weeklyLimit" is "Weekly limit". */
export function figureName(series: string): string {
  return sentenceCase(series.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`));
}

/** What happens when a benefit's rules end, and how far off that is. */
export function endSentence(goodUntil: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, goodUntil);
  if (days < 0) return `Ended on ${plainDate(goodUntil)}. People who get it are told now that we cannot tell.`;
  return `${counted(days, "day", "days")} from today, on ${plainDate(goodUntil)}. After it, people who get it are told that we cannot tell.`;
}

/** What people read once figures are out of date or wait to be agreed to. */
export const whatPeopleSee =
  "We do not have this year's figures yet for all the benefits you named. So we cannot work them out. Please talk to an adviser before you decide.";

export const springBanner = "Benefit figures usually change in April. Load the new rules pack.";
export const howToLoad =
  "The figures are part of this program. A new version brings the new ones, each with its source. Nobody can type a figure here.";
