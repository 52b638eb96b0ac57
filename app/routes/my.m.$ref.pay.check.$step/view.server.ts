// What one question of the benefits check shows, as plain data.
import { daysAskedAbout, namedBenefits, type CheckAnswers, type CheckStep } from "#app/domain/benefits/check-answers.ts";
import type { Nation } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { checkResult, cutAskedAbout, nextStep, type CheckResult, type CheckSubject } from "#app/services/payment-check.server.ts";
import { moneyInColumn } from "#app/words/format.ts";
import { hoursQuestion, periodDayQuestion, questionWords, whichLabel, whichQuestion } from "#app/words/payment-choice.ts";
import { whichOptions } from "./read.server.ts";

type Choice = { readonly value: string; readonly label: string };

export type CheckView =
  | {
      readonly kind: "question";
      readonly step: CheckStep;
      readonly legend: string;
      readonly hint: string | null;
      readonly control: "radios" | "checkboxes" | "day";
      readonly options: readonly Choice[];
      readonly values: readonly string[];
      readonly amount: { readonly label: string; readonly value: string } | null;
      readonly hours: { readonly label: string; readonly value: string } | null;
      readonly isFirst: boolean;
      readonly isKept: boolean;
    }
  | { readonly kind: "result"; readonly result: CheckResult; readonly isKept: boolean };

/** The nation whose names of benefits are used: where the person lives, else where the meeting is. */
export function nationFor(subject: CheckSubject, answers: CheckAnswers): Nation {
  return (answers.said.nation as Nation | undefined) ?? subject.nation;
}

/** What comes after the answers so far: the next question, or the result. */
export function viewAfter(subject: CheckSubject, answers: CheckAnswers): CheckView {
  const step = nextStep(subject, answers);
  if (step === "result") return { kind: "result", result: checkResult(subject, answers), isKept: answers.said.keep === "keep" };
  return viewOfQuestion(step, subject, answers);
}

/** One question with what was answered before. */
export function viewOfQuestion(step: CheckStep, subject: CheckSubject, answers: CheckAnswers): CheckView {
  const shared = {
    kind: "question" as const,
    step,
    isFirst: step === "keep",
    isKept: answers.said.keep === "keep",
    amount: null,
    hours: null,
  };
  if (step === "which") {
    const options = whichOptions(nationFor(subject, answers)).map((value) => ({ value, label: whichLabel(value) }));
    return { ...shared, ...whichQuestion, control: "checkboxes", options, values: answers.which };
  }
  if (step === "uc-dates") {
    const { label, hint } = periodDayQuestion;
    return {
      ...shared,
      legend: label,
      hint,
      control: "day",
      options: [],
      values: answers.periodDay === undefined ? [] : [String(answers.periodDay)],
    };
  }
  const words = questionWords(step, {
    organisation: subject.organisationName,
    period: daysAskedAbout(answers, { worked: subject.worked, paid: subject.plannedFor }),
    cut: step === "uc-award" ? cutAskedAbout(subject, answers) : null,
  });
  const said = step === "keep" ? (answers.said.keep ?? "forget") : answers.said[step];
  const pay = step === "carer" || step === "other-pay" || step === "uc-partner" ? (answers.pay[step] ?? {}) : {};
  const asksHours =
    (step === "carer" || step === "other-pay") && namedBenefits(answers).some((id) => id === "new-style-esa" || id === "new-style-jsa");
  return {
    ...shared,
    legend: words.legend,
    hint: words.hint ?? null,
    control: "radios",
    options: words.options.map(([value, label]) => ({ value, label })),
    values: said === undefined ? [] : [said],
    amount:
      words.amountLabel === undefined
        ? null
        : { label: words.amountLabel, value: pay.pence === undefined ? "" : moneyInColumn(penceOf(pay.pence)).replace(/[£,]/gu, "") },
    hours: asksHours ? { label: hoursQuestion, value: pay.minutes === undefined ? "" : String(pay.minutes / 60) } : null,
  };
}
