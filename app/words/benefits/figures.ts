// What each dated figure is called on the page an adviser signs off.
import type { FigureValue } from "#app/domain/benefits/benefit.ts";
import { money } from "../format.ts";

const names: Readonly<Record<string, string>> = {
  "universal-credit workAllowanceWithHousing": "Work allowance where the award includes housing costs",
  "universal-credit workAllowanceWithoutHousing": "Work allowance where the award has no housing costs",
  "universal-credit taper": "Taper: what comes off for each pound above the work allowance",
  "universal-credit firstAssessmentEarnings": "Monthly earnings from which a first work capability assessment cannot normally be done",
  "new-style-esa higherWeeklyLimit": "Permitted work: higher weekly earnings limit (England, Wales, Scotland)",
  "new-style-esa higherWeeklyLimitNorthernIreland": "Permitted work: higher weekly earnings limit (Northern Ireland)",
  "new-style-esa lowerWeeklyLimit": "Permitted work: lower weekly earnings limit, for any hours",
  "new-style-esa hoursLimit": "Permitted work: weekly hours must be fewer than",
  "new-style-jsa ignoredEachWeek": "Earnings ignored each week",
  "new-style-jsa hoursLimit": "Weekly hours on average from which JSA normally stops",
  "carers-allowance weeklyLimit": "Weekly limit for earnings after deductions (England, Wales)",
  "carers-allowance weeklyLimitNorthernIreland": "Weekly limit for earnings after deductions (Northern Ireland)",
  "carers-allowance weeklyRate": "Weekly rate, lost in a week over the limit",
  "carer-support-payment weeklyLimit": "Weekly limit for take-home earnings (Scotland)",
  "carer-support-payment weeklyRate": "Weekly rate, lost in a week over the limit",
  "housing-benefit ignoredSingle": "Earnings ignored each week: single",
  "housing-benefit ignoredCouple": "Earnings ignored each week: couple",
  "housing-benefit ignoredHigher": "Earnings ignored each week: higher group",
  "housing-benefit ignoredLoneParent": "Earnings ignored each week: lone parent",
  "housing-benefit permittedWork": "Earnings ignored each week while on ESA and in permitted work",
  "housing-benefit permittedWorkHours": "Permitted work: weekly hours must be fewer than",
  "housing-benefit taper": "Taper: what comes off for each pound above the ignored part",
  "pension-credit leastIgnored": "Least that may be ignored each week",
  "pension-credit mostIgnored": "Most that may be ignored each week",
  "passported-help nhsEnglandTakeHome": "Help with NHS costs in England: household take-home pay in a month, no more than",
  "passported-help nhsEnglandTakeHomeWithChildOrLimitedCapability":
    "Help with NHS costs in England, with a child or limited capability for work: no more than",
};

/** What a benefit's figure is called, by the benefit and the figure's own name. Throws for a figure nobody has named. */
export function figureName(benefit: string, figure: string): string {
  const name = names[`${benefit} ${figure}`];
  if (name === undefined) throw new Error(`Nobody has named the figure ${figure} of ${benefit}`);
  return name;
}

/** "£204 a week", "55p in each pound", "16 hours a week". */
export function figureAmount(value: FigureValue): string {
  if ("hours" in value) return `${value.hours} hours a week`;
  if ("percent" in value) return `${value.percent}p in each pound`;
  return `${money(value.pence)} a ${value.per}`;
}
