// The private questions before "What could this payment do to my benefits?": which question comes next, and what the
// answers mean to the engine. A question is asked only if its answer could matter; a skipped one is not known.
import { addDays, addMonths, nations, type CalendarDate, type Nation, type WeekdayName } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import type { Assessment } from "./assess.ts";
import { assessmentPeriodContaining } from "./assessment-periods.ts";
import { tierOf, type BenefitId } from "./names.ts";
import type { BenefitsAnswer, Circumstances, OtherEarnings, OtherPay, ServiceUserAnswers, Situation, YesNo } from "./offer.ts";
import type { FactId } from "./reasons.ts";
import { serviceUserTest } from "./service-user.ts";

export const checkSteps = [
  "keep",
  "any",
  "nation",
  "which",
  "which-more",
  "organisation",
  "involvement",
  "services",
  "benefits-topic",
  "carer-of",
  "uc-allowance",
  "uc-rent",
  "uc-dates",
  "uc-self-employed",
  "uc-partner",
  "esa",
  "pc-part",
  "hb-home",
  "hb-permitted",
  "hb-group",
  "carer",
  "other-pay",
  "payroll",
  "pension",
  "other-pay-day",
  "carer-costs",
  "esa-week",
  "jsa-week",
  "carer-week",
  "hb-week",
  "pc-week",
  "uc-cap",
  "uc-award",
  "uc-assessment",
] as const;
export type CheckStep = (typeof checkSteps)[number];

/** The questions that ask for an amount of money beside their radios. */
export const paySteps = ["carer", "other-pay", "uc-partner", "payroll", "pension", "carer-costs"] as const satisfies readonly CheckStep[];
export type PayStep = (typeof paySteps)[number];

/** The questions for the first day of a benefit's week, and the benefit each is about. */
export const weekSteps = {
  "esa-week": "new-style-esa",
  "jsa-week": "new-style-jsa",
  "carer-week": "carers-allowance",
  "hb-week": "housing-benefit",
  "pc-week": "pension-credit",
} as const satisfies Readonly<Partial<Record<CheckStep, BenefitId>>>;
export type WeekStep = keyof typeof weekSteps;

export const yesNoNotSure = ["yes", "no", "not-sure", "prefer-not-to-say"] as const;
const payAnswers = ["no", "yes", "not-sure", "prefer-not-to-say"] as const;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const satisfies readonly WeekdayName[];
const weekAnswers = [...weekdays, "not-sure"] as const;

/** The radios of each question; questions with boxes or a number only have none. */
export const answersTo = {
  keep: ["forget", "keep"],
  any: yesNoNotSure,
  nation: nations,
  which: [],
  "which-more": [],
  organisation: ["statutory", "research", "benefits-department", "other", "not-sure"],
  involvement: yesNoNotSure,
  services: yesNoNotSure,
  "benefits-topic": yesNoNotSure,
  "carer-of": yesNoNotSure,
  "uc-allowance": ["capability", "child", "both", "no", "not-sure", "prefer-not-to-say"],
  "uc-rent": yesNoNotSure,
  "uc-dates": [],
  "uc-self-employed": yesNoNotSure,
  "uc-partner": ["no", "not-paid", "paid", "not-sure", "prefer-not-to-say"],
  esa: yesNoNotSure,
  "pc-part": ["guarantee", "savings", "both", "not-sure", "prefer-not-to-say"],
  "hb-home": yesNoNotSure,
  "hb-permitted": yesNoNotSure,
  "hb-group": ["single", "couple", "lone-parent", "higher", "not-sure"],
  carer: ["no", "yes", "fortnight", "four-weeks", "month", "not-sure", "prefer-not-to-say"],
  "other-pay": payAnswers,
  payroll: yesNoNotSure,
  pension: payAnswers,
  "other-pay-day": [],
  "carer-costs": payAnswers,
  "esa-week": weekAnswers,
  "jsa-week": weekAnswers,
  "carer-week": weekAnswers,
  "hb-week": weekAnswers,
  "pc-week": weekAnswers,
  "uc-cap": yesNoNotSure,
  "uc-award": yesNoNotSure,
  "uc-assessment": yesNoNotSure,
} as const satisfies Readonly<Record<CheckStep, readonly string[]>>;

/** The tick boxes: a benefit each, and two ways not to say. */
export type WhichAnswer = BenefitId | "not-sure" | "prefer-not-to-say";

export type CheckAnswers = {
  /** Answers to the questions with radios, by question; left out when skipped. */
  readonly said: Readonly<Partial<Record<CheckStep, string>>>;
  readonly which: readonly WhichAnswer[];
  /** What was ticked on the second page of benefits, for those who get another one. */
  readonly more?: readonly WhichAnswer[];
  readonly periodDay?: number;
  /** The days of the other pay told about, where the person knows them. */
  readonly otherPayDays?: { readonly worked?: CalendarDate; readonly paid?: CalendarDate };
  /** Take-home pay in pence and hours, by the question that asked. */
  readonly pay: Readonly<Partial<Record<PayStep, { readonly pence?: number; readonly minutes?: number }>>>;
  /** The questions gone through, in order, answered or skipped. */
  readonly visited: readonly CheckStep[];
};

export const nothingSaidYet: CheckAnswers = { said: {}, which: [], pay: {}, visited: [] };

const countsPay: readonly BenefitId[] = [
  "universal-credit",
  "new-style-esa",
  "new-style-jsa",
  "carers-allowance",
  "carer-support-payment",
  "housing-benefit",
  "pension-credit",
];

/** The benefits offered as tick boxes in a nation, in the order of the page. */
export function benefitsAskedIn(nation: Nation): readonly BenefitId[] {
  const disability: readonly BenefitId[] =
    nation === "scotland"
      ? ["adult-disability-payment", "child-disability-payment", "pension-age-disability-payment", "scottish-adult-dla", "pip", "dla"]
      : ["pip", "dla", "attendance-allowance"];
  return [
    "universal-credit",
    "new-style-esa",
    "income-related-esa",
    "income-support",
    "new-style-jsa",
    "income-based-jsa",
    ...(nation === "scotland" ? (["carer-support-payment"] as const) : (["carers-allowance"] as const)),
    ...disability,
    "housing-benefit",
    nation === "northern-ireland" ? "rate-rebate" : "council-tax-reduction",
    "pension-credit",
    "state-pension",
    "another-benefit",
  ];
}

/** The less common help on the second page, in the order of the page. */
export function moreBenefitsAskedIn(nation: Nation): readonly BenefitId[] {
  return [
    "industrial-injuries",
    "bereavement",
    "maternity-allowance",
    "statutory-parental-pay",
    "statutory-sick-pay",
    "child-benefit",
    ...(nation === "scotland" ? (["scottish-child-payment"] as const) : []),
    "war-pensions",
    "incapacity-benefit",
    "severe-disablement-allowance",
    "tax-credits",
    "social-care-charging",
    "passported-help",
    "immigration-conditions",
    "another-benefit",
  ];
}

/** Everything ticked on both pages. "Another benefit" gives way to what the second page named in its place. */
export function tickedBenefits({ which, more = [] }: CheckAnswers): readonly WhichAnswer[] {
  const hasMore = which.includes("another-benefit") && more.length > 0;
  return hasMore ? [...which.filter((id) => id !== "another-benefit"), ...more] : which;
}

/** The benefits a person named. */
export function namedBenefits(answers: CheckAnswers): readonly BenefitId[] {
  if (answers.said.any !== "yes") return [];
  return tickedBenefits(answers).flatMap((id) => (id === "not-sure" || id === "prefer-not-to-say" ? [] : [id]));
}

/** What the organisation has told us of itself: its kind of body, or that nobody has said. */
export type BodyKind = "statutory" | "research" | "not-recorded";

/** What the engine says of answers so far; only asked where the next question depends on it. */
type Assess = (answers: CheckAnswers) => Pick<Assessment, "findings"> & { readonly overall: Pick<Assessment["overall"], "missing"> };

/** The question that comes next, or "result". A question is asked only if its answer could matter. */
export function stepAfter(answers: CheckAnswers, body: BodyKind, assess: Assess): CheckStep | "result" {
  return checkSteps.find((step) => !answers.visited.includes(step) && isAsked(step, answers, body, assess)) ?? "result";
}

function isAsked(step: CheckStep, answers: CheckAnswers, body: BodyKind, assess: Assess): boolean {
  if (step === "keep" || step === "any") return true;
  if (answers.said.any !== "yes") return false;
  if (step === "nation" || step === "which") return true;
  const named = namedBenefits(answers);
  const doesPayCount = named.some((id) => countsPay.includes(id));
  const isOnUc = named.includes("universal-credit");
  const isMissing = (fact: FactId): boolean => assess(answers).overall.missing.includes(fact);
  const kind = kindOfBody(answers, body);
  switch (step) {
    case "which-more":
      return answers.which.includes("another-benefit");
    case "organisation":
      return doesPayCount && body === "not-recorded";
    case "involvement":
    case "services":
      return doesPayCount;
    case "benefits-topic":
      return doesPayCount && answers.said.services !== "yes" && (kind === "benefits-department" || kind === "research");
    case "carer-of":
      return doesPayCount && answers.said.services !== "yes" && answers.said["benefits-topic"] !== "yes";
    case "uc-allowance":
    case "uc-dates":
    case "uc-self-employed":
    case "uc-partner":
      return isOnUc;
    case "uc-rent":
      return isOnUc && answers.said["uc-allowance"] !== "no";
    case "esa":
      return named.includes("new-style-esa");
    case "pc-part":
      return named.includes("pension-credit");
    case "hb-home":
      return isMissing("hb-housing-kind");
    case "hb-permitted":
      return isMissing("hb-permitted-work");
    case "hb-group":
      return isMissing("hb-disregard");
    case "carer":
      return named.some((id) => countsPay.includes(id) && id !== "universal-credit");
    case "other-pay":
      return doesPayCount;
    case "payroll":
      return isMissing("take-home-pay");
    case "pension":
      return answers.pay.carer?.pence !== undefined && isPaidWeekly(answers) && assess(answers).findings.some(isAboveLimits);
    case "other-pay-day":
      return answers.pay["other-pay"]?.pence !== undefined && answers.said["other-pay"] === "yes" && isMissing("other-earnings-dates");
    case "carer-costs":
      return assess(answers).findings.some((finding) => finding.reasons.includes("carer-over-limit"));
    case "esa-week":
    case "jsa-week":
    case "carer-week":
    case "hb-week":
    case "pc-week":
      return named.includes(weekSteps[step]) && couldWeekMatter(step, answers, assess);
    case "uc-cap":
      return isOnUc && isMissing("uc-capped");
    case "uc-award":
      return isOnUc && isMissing("uc-usual-award");
    case "uc-assessment":
      return isOnUc && isMissing("uc-waiting-for-assessment");
  }
}

function isPaidWeekly({ said }: CheckAnswers): boolean {
  return patternOf(said.carer) !== undefined;
}

function isAboveLimits({ outcome }: Assessment["findings"][number]): boolean {
  return tierOf(outcome) > tierOf("NOTICE_FIRST");
}

// The first day of the week is asked for only where one of the seven days would change what is said.
function couldWeekMatter(step: WeekStep, answers: CheckAnswers, assess: Assess): boolean {
  const told = (given: CheckAnswers): string => {
    const finding = assess(given).findings.find(({ benefit }) => benefit === weekSteps[step]);
    return finding === undefined ? "" : JSON.stringify([finding.outcome, finding.reductions.map(({ least, most }) => [least, most])]);
  };
  const now = told(answers);
  return weekdays.some((day) => told({ ...answers, said: { ...answers.said, [step]: day } }) !== now);
}

/** The answers without the last question gone through, for going back to it; what was said stays, to be shown again. */
export function oneStepBack(answers: CheckAnswers): CheckAnswers {
  return { ...answers, visited: answers.visited.slice(0, -1) };
}

/** The answers to the plain questions of the service-user test, and whether it is clearly met. */
export function serviceUserAnswers(
  answers: CheckAnswers,
  body: BodyKind,
  nation: Nation,
): { readonly answers: ServiceUserAnswers; readonly isMet: boolean } {
  const kind = kindOfBody(answers, body);
  const services = yesNoOf(answers.said.services);
  const route = (mine: boolean): YesNo => (services === "no" ? "no" : mine ? services : "not-sure");
  const found: ServiceUserAnswers = {
    a: yesNoOf(answers.said.involvement),
    b: kind === "statutory" || kind === "research" || kind === "benefits-department" ? "yes" : "not-sure",
    c1: route(kind === "statutory"),
    c2: route(kind === "research"),
    c3: aboutBenefits(kind, answers.said["benefits-topic"]),
    c4: yesNoOf(answers.said["carer-of"]),
  };
  return { answers: found, isMet: serviceUserTest(found, "universal-credit", nation) === "yes" };
}

function kindOfBody(answers: CheckAnswers, body: BodyKind): string | undefined {
  return body === "not-recorded" ? answers.said.organisation : body;
}

// Only the government department for benefits, or a body that looks into its work, takes this way (benefits.md 2.2, C3).
function aboutBenefits(kind: string | undefined, topic: string | undefined): YesNo {
  if (kind === "statutory") return "no";
  return kind === "benefits-department" || kind === "research" ? yesNoOf(topic) : "not-sure";
}

/** The days other pay is asked about: every week and Universal Credit month the payment could fall in. */
export function daysAskedAbout(
  answers: CheckAnswers,
  days: { readonly worked: CalendarDate | undefined; readonly paid: CalendarDate | undefined },
): { readonly from: CalendarDate; readonly to: CalendarDate } | undefined {
  const known = [days.worked, days.paid].filter((day) => day !== undefined).toSorted();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const named = namedBenefits(answers);
  const ends: { from: CalendarDate; to: CalendarDate }[] = [];
  if (named.includes("universal-credit")) {
    const received = days.paid ?? last;
    if (answers.periodDay === undefined) ends.push({ from: addDays(addMonths(received, -1), 1), to: addDays(addMonths(received, 1), -1) });
    else ends.push(assessmentPeriodContaining(received, answers.periodDay));
  }
  if (named.some((id) => countsPay.includes(id) && id !== "universal-credit"))
    ends.push({ from: addDays(first, -6), to: addDays(last, 6) });
  const from = ends.map((end) => end.from).toSorted()[0];
  const to = ends
    .map((end) => end.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** What the answers mean to the engine. */
export function situationOf(answers: CheckAnswers): Situation {
  return {
    benefits: benefitsAnswerOf(answers),
    circumstances: circumstancesOf(answers),
    otherEarnings: otherEarningsOf(answers),
  };
}

function benefitsAnswerOf(answers: CheckAnswers): BenefitsAnswer {
  const { said } = answers;
  const which = tickedBenefits(answers);
  if (said.any === "no") return "none";
  if (said.any === "prefer-not-to-say") return "prefer-not-to-say";
  if (said.any !== "yes" || which.includes("not-sure")) return "not-sure";
  // Names and rules differ between nations: without the nation nothing that was ticked can be worked out.
  if (said.nation === undefined) return "not-sure";
  return which.includes("prefer-not-to-say") ? "prefer-not-to-say" : "some";
}

function circumstancesOf(answers: CheckAnswers): Circumstances {
  const { said, periodDay } = answers;
  if (said.nation === undefined) return {};
  const allowance = said["uc-allowance"];
  const partner = said["uc-partner"];
  const named = namedBenefits(answers);
  // A benefit left unticked is one the person does not get, unless they were not sure or would rather not say.
  const isListWhole = !tickedBenefits(answers).some((id) => id === "not-sure" || id === "prefer-not-to-say");
  const ticked = (id: BenefitId): YesNo => (named.includes(id) ? "yes" : isListWhole ? "no" : "not-sure");
  const known: Circumstances = {
    "universal-credit": {
      ...(periodDay === undefined ? {} : { periodDay }),
      limitedCapability: inAllowance(allowance, "capability"),
      childOnClaim: inAllowance(allowance, "child"),
      housingCosts: yesNoOf(said["uc-rent"]),
      selfEmployed: yesNoOf(said["uc-self-employed"]),
      couple: partner === "no" ? "no" : partner === "paid" || partner === "not-paid" ? "yes" : "not-sure",
      partnerEarnings:
        partner === "not-paid"
          ? { answer: "none" }
          : partner === "paid"
            ? paySaid("uc-partner", "in-the-same-period", answers)
            : { answer: "not-sure" },
      capped: yesNoOf(said["uc-cap"]),
      ...(said["uc-award"] === undefined ? {} : { awardMoreThanCut: yesNoOf(said["uc-award"]) }),
      waitingForAssessment: yesNoOf(said["uc-assessment"]),
    },
    "new-style-esa": { formSent: yesNoOf(said.esa), ...weekOf(said["esa-week"]) },
    "new-style-jsa": weekOf(said["jsa-week"]),
    "carers-allowance": { ...weekOf(said["carer-week"]), ...careCosts(answers) },
    "carer-support-payment": careCosts(answers),
    "housing-benefit": {
      guaranteeCredit: named.includes("pension-credit") ? guaranteeIn(said["pc-part"]) : ticked("pension-credit"),
      onUniversalCredit: ticked("universal-credit"),
      temporaryOrSupportedHousing: yesNoOf(said["hb-home"]),
      permittedWorkEsa: yesNoOf(said["hb-permitted"]),
      disregard: oneOf(said["hb-group"], ["single", "couple", "lone-parent", "higher"]) ?? "not-sure",
      ...weekOf(said["hb-week"]),
    },
    "council-tax-reduction": {
      guaranteeCredit: named.includes("pension-credit") ? guaranteeIn(said["pc-part"]) : ticked("pension-credit"),
    },
    "pension-credit": {
      part: oneOf(said["pc-part"], ["guarantee", "savings", "both"]) ?? "not-sure",
      ...weekOf(said["pc-week"]),
    },
  };
  return Object.fromEntries(named.map((id) => [id, known[id] ?? {}]));
}

function inAllowance(answer: string | undefined, part: "capability" | "child"): YesNo {
  if (answer === part || answer === "both") return "yes";
  return answer === "no" || answer === "capability" || answer === "child" ? "no" : "not-sure";
}

function guaranteeIn(part: string | undefined): YesNo {
  if (part === "guarantee" || part === "both") return "yes";
  return part === "savings" ? "no" : "not-sure";
}

function weekOf(said: string | undefined): { readonly weekBegins?: WeekdayName } {
  const weekBegins = oneOf(said, weekdays);
  return weekBegins === undefined ? {} : { weekBegins };
}

function careCosts({ said, pay }: CheckAnswers): { readonly careCostsWeeklyPence?: Pence } {
  const pence = pay["carer-costs"]?.pence;
  return said["carer-costs"] === "yes" && pence !== undefined ? { careCostsWeeklyPence: penceOf(pence) } : {};
}

/** What was said about payroll: whether it is used, and what would be taken home where the person told us. */
export function payrollSaid({ said, pay }: CheckAnswers): { readonly payroll: YesNo; readonly takeHomePence?: Pence } | undefined {
  if (said.payroll === undefined) return undefined;
  const payroll = yesNoOf(said.payroll);
  const pence = pay.payroll?.pence;
  return payroll === "yes" && pence !== undefined ? { payroll, takeHomePence: penceOf(pence) } : { payroll };
}

function otherEarningsOf(answers: CheckAnswers): OtherEarnings {
  const { said } = answers;
  const wasAsked = (["carer", "other-pay"] as const).filter((step) => answers.visited.includes(step));
  if (!wasAsked.some((step) => step === "other-pay")) return { answer: "not-sure" };
  const found: OtherPay[] = [];
  for (const step of wasAsked) {
    if (said[step] === "no") continue;
    const pattern = step === "carer" ? patternOf(said.carer) : said[step] === "yes" ? "in-the-same-period" : undefined;
    const earned: OtherEarnings = pattern === undefined ? { answer: "not-sure" } : paySaid(step, pattern, answers);
    if (earned.answer !== "some") return { answer: "not-sure" };
    found.push(...earned.pay);
  }
  const [first, ...others] = found;
  return first === undefined ? { answer: "none" } : { answer: "some", pay: [first, ...others] };
}

function patternOf(said: string | undefined): OtherPay["pattern"] | undefined {
  return said === "yes" ? "week" : oneOf(said, ["fortnight", "four-weeks", "month"]);
}

// Somebody who is paid and did not say how much is paid an amount we do not know.
function paySaid(id: "carer" | "other-pay" | "uc-partner", pattern: OtherPay["pattern"], answers: CheckAnswers): OtherEarnings {
  const said = answers.pay[id];
  if (said?.pence === undefined) return { answer: "not-sure" };
  const takeHomePence: Pence = penceOf(said.pence);
  const pension = id === "carer" && answers.said.pension === "yes" ? answers.pay.pension?.pence : undefined;
  return {
    answer: "some",
    pay: [
      {
        id,
        pattern,
        takeHomePence,
        ...(pension === undefined ? {} : { pensionPence: penceOf(Math.min(pension, said.pence)) }),
        ...(said.minutes === undefined ? {} : { minutes: said.minutes }),
        ...(id === "other-pay" ? daysOfOtherPay(answers) : {}),
      },
    ],
  };
}

// Only a day of payment makes one payment of what was told as a total: a day of work alone does not say when money comes.
function daysOfOtherPay({ otherPayDays }: CheckAnswers): Pick<OtherPay, "workedOn" | "paidOn"> & { readonly pattern?: "once" } {
  if (otherPayDays?.paid === undefined) return {};
  const { worked, paid } = otherPayDays;
  return { pattern: "once", paidOn: paid, ...(worked === undefined ? {} : { workedOn: worked }) };
}

function oneOf<Known extends string>(said: string | undefined, known: readonly Known[]): Known | undefined {
  return known.find((one) => one === said);
}

function yesNoOf(said: string | undefined): YesNo {
  return said === "yes" || said === "no" ? said : "not-sure";
}
