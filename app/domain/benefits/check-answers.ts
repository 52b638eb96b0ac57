// The private questions before "What could this payment do to my benefits?": which question comes next, and what the
// answers mean to the engine. A question is asked only if its answer could matter; a skipped one is not known.
import { addDays, addMonths, nations, type CalendarDate, type Nation } from "#app/domain/basics/dates.ts";
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { assessmentPeriodContaining } from "./assessment-periods.ts";
import type { BenefitId } from "./names.ts";
import type { BenefitsAnswer, Circumstances, OtherEarnings, OtherPay, ServiceUserAnswers, Situation, YesNo } from "./offer.ts";
import type { FactId } from "./reasons.ts";
import { serviceUserTest } from "./service-user.ts";

export const checkSteps = [
  "keep",
  "any",
  "nation",
  "which",
  "organisation",
  "involvement",
  "services",
  "uc-allowance",
  "uc-rent",
  "uc-dates",
  "uc-self-employed",
  "uc-partner",
  "esa",
  "carer",
  "other-pay",
  "uc-cap",
  "uc-award",
  "uc-assessment",
] as const;
export type CheckStep = (typeof checkSteps)[number];

export const yesNoNotSure = ["yes", "no", "not-sure", "prefer-not-to-say"] as const;
const payAnswers = ["no", "yes", "not-sure", "prefer-not-to-say"] as const;

/** The radios of each question; questions with boxes or a number only have none. */
export const answersTo = {
  keep: ["forget", "keep"],
  any: yesNoNotSure,
  nation: nations,
  which: [],
  organisation: ["statutory", "research", "other", "not-sure"],
  involvement: yesNoNotSure,
  services: yesNoNotSure,
  "uc-allowance": ["capability", "child", "both", "no", "not-sure", "prefer-not-to-say"],
  "uc-rent": yesNoNotSure,
  "uc-dates": [],
  "uc-self-employed": yesNoNotSure,
  "uc-partner": ["no", "not-paid", "paid", "not-sure", "prefer-not-to-say"],
  esa: yesNoNotSure,
  carer: payAnswers,
  "other-pay": payAnswers,
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
  readonly periodDay?: number;
  /** Take-home pay in pence and hours, by the question that asked. */
  readonly pay: Readonly<Partial<Record<"carer" | "other-pay" | "uc-partner", { readonly pence?: number; readonly minutes?: number }>>>;
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

/** The benefits a person named. */
export function namedBenefits(answers: CheckAnswers): readonly BenefitId[] {
  if (answers.said.any !== "yes") return [];
  return answers.which.flatMap((id) => (id === "not-sure" || id === "prefer-not-to-say" ? [] : [id]));
}

/** What the organisation has told us of itself: its kind of body, or that nobody has said. */
export type BodyKind = "statutory" | "research" | "not-recorded";

/** The question that comes next, or "result". `missing` are the facts the engine asked for with the answers so far. */
export function stepAfter(answers: CheckAnswers, body: BodyKind, missing: () => readonly FactId[]): CheckStep | "result" {
  return checkSteps.find((step) => !answers.visited.includes(step) && isAsked(step, answers, body, missing)) ?? "result";
}

function isAsked(step: CheckStep, answers: CheckAnswers, body: BodyKind, missing: () => readonly FactId[]): boolean {
  if (step === "keep" || step === "any") return true;
  if (answers.said.any !== "yes") return false;
  if (step === "nation" || step === "which") return true;
  const named = namedBenefits(answers);
  const doesPayCount = named.some((id) => countsPay.includes(id));
  const isOnUc = named.includes("universal-credit");
  switch (step) {
    case "organisation":
      return doesPayCount && body === "not-recorded";
    case "involvement":
    case "services":
      return doesPayCount;
    case "uc-allowance":
    case "uc-dates":
    case "uc-self-employed":
    case "uc-partner":
      return isOnUc;
    case "uc-rent":
      return isOnUc && answers.said["uc-allowance"] !== "no";
    case "esa":
      return named.includes("new-style-esa");
    case "carer":
      return named.some((id) => countsPay.includes(id) && id !== "universal-credit");
    case "other-pay":
      return doesPayCount;
    case "uc-cap":
      return isOnUc && missing().includes("uc-capped");
    case "uc-award":
      return isOnUc && missing().includes("uc-usual-award");
    case "uc-assessment":
      return isOnUc && missing().includes("uc-waiting-for-assessment");
  }
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
  const kind = body === "not-recorded" ? answers.said.organisation : body;
  const services = yesNoOf(answers.said.services);
  const route = (mine: boolean): YesNo => (services === "no" ? "no" : mine ? services : "not-sure");
  const found: ServiceUserAnswers = {
    a: yesNoOf(answers.said.involvement),
    b: kind === "statutory" || kind === "research" ? "yes" : "not-sure",
    c1: route(kind === "statutory"),
    c2: route(kind === "research"),
  };
  return { answers: found, isMet: serviceUserTest(found, "universal-credit", nation) === "yes" };
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

function benefitsAnswerOf({ said, which }: CheckAnswers): BenefitsAnswer {
  if (said.any === "no") return "none";
  if (said.any === "prefer-not-to-say") return "prefer-not-to-say";
  if (said.any !== "yes" || which.includes("not-sure")) return "not-sure";
  // Names and rules differ between nations: without the nation nothing that was ticked can be worked out.
  if (said.nation === undefined) return "not-sure";
  return which.includes("prefer-not-to-say") ? "prefer-not-to-say" : "some";
}

function circumstancesOf(answers: CheckAnswers): Circumstances {
  const { said, pay, periodDay } = answers;
  if (said.nation === undefined) return {};
  const allowance = said["uc-allowance"];
  const partner = said["uc-partner"];
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
            ? paySaid("uc-partner", "in-the-same-period", pay)
            : { answer: "not-sure" },
      capped: yesNoOf(said["uc-cap"]),
      ...(said["uc-award"] === undefined ? {} : { awardMoreThanCut: yesNoOf(said["uc-award"]) }),
      waitingForAssessment: yesNoOf(said["uc-assessment"]),
    },
    "new-style-esa": { formSent: yesNoOf(said.esa) },
  };
  const named = namedBenefits(answers);
  return Object.fromEntries(named.map((id) => [id, known[id] ?? {}]));
}

function inAllowance(answer: string | undefined, part: "capability" | "child"): YesNo {
  if (answer === part || answer === "both") return "yes";
  return answer === "no" || answer === "capability" || answer === "child" ? "no" : "not-sure";
}

function otherEarningsOf(answers: CheckAnswers): OtherEarnings {
  const { said, pay } = answers;
  const asked: readonly (readonly ["carer" | "other-pay", OtherPay["pattern"]])[] = [
    ["carer", "week"],
    ["other-pay", "in-the-same-period"],
  ];
  const wasAsked = asked.filter(([step]) => answers.visited.includes(step));
  if (!wasAsked.some(([step]) => step === "other-pay")) return { answer: "not-sure" };
  const found: OtherPay[] = [];
  for (const [step, pattern] of wasAsked) {
    if (said[step] === "no") continue;
    const earned: OtherEarnings = said[step] === "yes" ? paySaid(step, pattern, pay) : { answer: "not-sure" };
    if (earned.answer !== "some") return { answer: "not-sure" };
    found.push(...earned.pay);
  }
  const [first, ...others] = found;
  return first === undefined ? { answer: "none" } : { answer: "some", pay: [first, ...others] };
}

// Somebody who is paid and did not say how much is paid an amount we do not know.
function paySaid(id: "carer" | "other-pay" | "uc-partner", pattern: OtherPay["pattern"], pay: CheckAnswers["pay"]): OtherEarnings {
  const said = pay[id];
  if (said?.pence === undefined) return { answer: "not-sure" };
  const takeHomePence: Pence = penceOf(said.pence);
  return { answer: "some", pay: [{ id, pattern, takeHomePence, ...(said.minutes === undefined ? {} : { minutes: said.minutes }) }] };
}

function yesNoOf(said: string | undefined): YesNo {
  return said === "yes" || said === "no" ? said : "not-sure";
}
