// The words of a person's year of payments: each payment, the week or month it falls in, and what is left there. Both ways of
// writing. Nothing here says that something fits: it says what is counted and what the limit is.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Span } from "#app/domain/benefits/benefit.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import { dayAndMonth, money, plainDate, sentenceCase } from "../format.ts";
import { benefitName } from "./names.ts";
import type { Wording } from "./questions.ts";

type YearWords = {
  readonly heading: string;
  readonly intro: (organisation: string, from: CalendarDate) => string;
  readonly costs: string;
  readonly lastDays: string;
  readonly sameAnswers: string;
  readonly none: string;
  readonly noAnswers: string;
  readonly ask: string;
  readonly paymentsCaption: string;
  readonly paymentColumns: readonly [string, string, string, string];
  readonly paid: (on: CalendarDate) => string;
  readonly planned: (on: CalendarDate) => string;
  readonly plannedBetween: (from: CalendarDate, to: CalendarDate) => string;
  readonly noDay: string;
  readonly voucher: string;
  readonly noLimit: string;
  readonly cannotShow: string;
  readonly tableCaption: (benefit: string) => string;
  readonly tableColumns: (per: Span["per"]) => readonly [string, string, string, string, string];
  readonly notShown: string;
  readonly limitNotKnown: string;
  readonly pictureOf: (benefit: string) => string;
  readonly anySevenDays: string;
  readonly backToResult: string;
  readonly limitsOf: (benefit: string) => string;
  readonly notKept: string;
  readonly kept: string;
  readonly someNotKnown: string;
};

export const yearWords: Readonly<Record<Wording, YearWords>> = {
  standard: {
    heading: "Your payments in a year",
    intro: (organisation, from) => `These are payments for your time from ${organisation}, from ${plainDate(from)} on.`,
    costs: "Costs paid back are not in these amounts.",
    lastDays: "We worked with the last day each planned payment may come. On another day it could fall in another week or month.",
    sameAnswers: "We used your answers about this meeting for all of them.",
    none: "No payment is made or planned yet.",
    noAnswers: "To see the weeks and months they fall in, answer the questions about benefits first.",
    ask: "Answer the questions about benefits",
    paymentsCaption: "Each payment, planned and paid",
    paymentColumns: ["Meeting", "For your time", "When", "Where it falls"],
    paid: (on) => `Paid on ${plainDate(on)}`,
    planned: (on) => `Planned for ${plainDate(on)}`,
    plannedBetween: (from, to) => `Planned for ${plainDate(to)}. It may come from ${plainDate(from)} on.`,
    noDay: "The day is not known yet",
    voucher: "A voucher",
    noLimit: "The amount of it does not depend on these payments.",
    cannotShow: "We cannot show weeks or months for this one.",
    tableCaption: (benefit) => `What is counted for ${benefit}, and what is left`,
    tableColumns: (per) => [per === "week" ? "Week" : "Universal Credit month", "Payments in it", "Pay counted", "Limit", "What is left"],
    notShown: "Not known",
    limitNotKnown: "The limit is not known",
    pictureOf: (benefit) => `Pay counted and what is left for ${benefit}`,
    anySevenDays: "We do not know the day your week starts. Each row is the tightest of the seven weeks it could be.",
    backToResult: "Back to your result",
    limitsOf: (benefit) => `Where the limits for ${benefit} come from`,
    notKept: "We have not kept your answers or this page. To keep a copy, print this page now.",
    kept: "We kept your answers because you asked us to. We have not kept this page.",
    someNotKnown: "We cannot tell for everything here. Please talk to an adviser before you decide.",
  },
  easy: {
    heading: "Your payments in a year",
    intro: (organisation, from) => `This is what ${organisation} pays you for your time. It starts on ${plainDate(from)}.`,
    costs: "Money for your costs is not in it.",
    lastDays: "A payment may come early. Then it may be in another week or month.",
    sameAnswers: "We used the same answers for all meetings.",
    none: "There is no payment yet.",
    noAnswers: "We can show more. First we ask about your benefits.",
    ask: "Answer the questions",
    paymentsCaption: "Every payment",
    paymentColumns: ["Meeting", "How much", "When", "Which week or month"],
    paid: (on) => `We paid you on ${plainDate(on)}`,
    planned: (on) => `We plan to pay on ${plainDate(on)}`,
    plannedBetween: (from, to) => `We plan to pay by ${plainDate(to)}. It may come from ${plainDate(from)}.`,
    noDay: "We do not know the day yet",
    voucher: "A voucher",
    noLimit: "These payments do not change how much you get.",
    cannotShow: "We cannot show weeks or months for this.",
    tableCaption: (benefit) => `What counts for ${benefit}, and what is left`,
    tableColumns: (per) => [per === "week" ? "Week" : "Universal Credit month", "Payments", "What counts", "Limit", "What is left"],
    notShown: "We do not know",
    limitNotKnown: "We do not know the limit",
    pictureOf: (benefit) => `What counts and what is left for ${benefit}`,
    anySevenDays: "We do not know the day your week starts. So we show the week with the least left.",
    backToResult: "Back to your answer",
    limitsOf: (benefit) => `Where we read the limits for ${benefit}`,
    notKept: "We did not keep this. Print this page if you want to keep it.",
    kept: "We kept your answers. You asked us to. We did not keep this page.",
    someNotKnown: "We cannot tell it all. Please talk to an adviser.",
  },
};

/** "6 June 2026 to 12 June 2026". */
export function spanDays({ from, to }: Pick<Span, "from" | "to">): string {
  return `${plainDate(from)} to ${plainDate(to)}`;
}

/** "6 June to 12 June": the label of a bar. */
export function spanLabel({ from, to }: Pick<Span, "from" | "to">): string {
  return `${dayAndMonth(from)} to ${dayAndMonth(to)}`;
}

const isAmountEarnedFirst = (benefit: BenefitId): boolean => benefit !== "new-style-esa" && !benefit.startsWith("carer");

/** What is left in a week or month, or what going over means there: for a cell of the table and under a bar. */
export function leftSaid(benefit: BenefitId, span: Span, wording: Wording): string {
  const { standing, left, reduction, limit, counted } = span;
  if (standing === "no-figure") return wording === "easy" ? "We do not know the limit yet" : "We do not have the limit for these days";
  if (standing === "fits" && left !== undefined) return `${money(left)} left`;
  if (standing === "perhaps") return wording === "easy" ? "May be too much. Ask an adviser" : "May be over. Talk to an adviser";
  if (reduction !== undefined && reduction.most > 0) return `${sentenceCase(benefitName(benefit))} about ${money(reduction.most)} lower`;
  if (limit === undefined || counted.least <= limit) return wording === "easy" ? "We cannot tell" : "Not known. Talk to an adviser";
  const over = money((counted.least - limit) as Pence);
  if (isAmountEarnedFirst(benefit)) return wording === "easy" ? `${over} more than you keep` : `${over} above what you can earn first`;
  return wording === "easy" ? `${over} too much. Ask an adviser` : `${over} over the limit. Talk to an adviser`;
}

/** "£75", or "£75 to £340" where nobody knows whether other pay falls in it: what is counted. */
export function payCounted({ counted: { least, most } }: Pick<Span, "counted">, wording: Wording): string {
  if (most === "no-limit") return yearWords[wording].notShown;
  return least === most ? money(most) : `${money(least)} to ${money(most)}`;
}

/** "£75 of £204": what a bar shows. */
export function countedSaid(span: Span, wording: Wording): string {
  return span.limit === undefined ? payCounted(span, wording) : `${payCounted(span, wording)} of ${money(span.limit)}`;
}

/** The same as `leftSaid` in few enough words to stand under a bar on a small screen. */
export function leftUnderBar(benefit: BenefitId, span: Span, wording: Wording): string {
  const [first = ""] = leftSaid(benefit, span, wording).split(". ");
  return span.standing === "no-figure" ? yearWords[wording].limitNotKnown : first;
}

/** The finding of a picture in one or two sentences: the least room, and how many weeks or months are over or not known. */
export function pictureSays(spans: readonly Span[], wording: Wording): string {
  const isMonths = spans.some(({ per }) => per === "assessment-period");
  const unit = isMonths ? ["month", "months"] : ["week", "weeks"];
  const many = (count: number): string => `${count} ${count === 1 ? unit[0] : unit[1]}`;
  const over = spans.filter(({ standing }) => standing === "over").length;
  const unclear = spans.filter(({ standing }) => standing === "perhaps" || standing === "no-figure").length;
  const tightest = spans
    .filter((span) => span.left !== undefined)
    .toSorted((one, other) => (one.left ?? 0) - (other.left ?? 0))
    .at(0);
  const easy = wording === "easy";
  return [
    ...(over === 0
      ? []
      : [easy ? `${many(over)} with more than the limit.` : `In ${many(over)} of ${spans.length} the pay is above the limit.`]),
    ...(unclear === 0 ? [] : [easy ? `${many(unclear)} where we cannot tell.` : `For ${many(unclear)} of ${spans.length} we cannot tell.`]),
    ...(tightest?.left === undefined
      ? []
      : [
          easy
            ? `The least left is ${money(tightest.left)}. That is from ${plainDate(tightest.from)}.`
            : `The least room left is ${money(tightest.left)}, from ${spanDays(tightest)}.`,
        ]),
  ].join(" ");
}
