// What one question of the benefits check shows, as plain data.
import { daysAskedAbout, namedBenefits, paySteps, type CheckAnswers, type CheckStep } from "#app/domain/benefits/check-answers.ts";
import type { Nation } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { checkResult, cutAskedAbout, nextStep, type CheckResult, type CheckSubject } from "#app/services/payment-check.server.ts";
import type { YearView } from "#app/services/payment-year.server.ts";
import { moneyInColumn } from "#app/words/format.ts";
import { anotherNotHere, questionWords, whichLabel, type Wording } from "#app/words/benefits/questions.ts";
import { moreOptions, whichOptions } from "./read.server.ts";

type Choice = { readonly value: string; readonly label: string };

export type CheckView =
  | {
      readonly kind: "question";
      readonly step: CheckStep;
      readonly legend: string;
      /** One sentence to a line. */
      readonly hint: readonly string[];
      readonly control: "radios" | "checkboxes" | "day" | "two-days";
      readonly options: readonly Choice[];
      readonly values: readonly string[];
      readonly amount: { readonly label: string; readonly value: string } | null;
      readonly hours: { readonly label: string; readonly value: string } | null;
      readonly days: readonly { readonly name: "worked" | "paid"; readonly label: string; readonly value: string | null }[];
      readonly isFirst: boolean;
      readonly isKept: boolean;
    }
  | { readonly kind: "result"; readonly result: CheckResult; readonly isKept: boolean }
  | { readonly kind: "year"; readonly year: YearView; readonly isKept: boolean };

/** The nation whose names of benefits are used: where the person lives, else where the meeting is. */
export function nationFor(subject: CheckSubject, answers: CheckAnswers): Nation {
  return (answers.said.nation as Nation | undefined) ?? subject.nation;
}

/** What comes after the answers so far: the next question, or the result. */
export function viewAfter(subject: CheckSubject, answers: CheckAnswers, wording: Wording): CheckView {
  const step = nextStep(subject, answers);
  if (step !== "result") return viewOfQuestion(step, subject, answers, wording);
  return { kind: "result", result: checkResult(subject, answers, wording), isKept: answers.said.keep === "keep" };
}

/** One question with what was answered before. */
export function viewOfQuestion(step: CheckStep, subject: CheckSubject, answers: CheckAnswers, wording: Wording): CheckView {
  const words = questionWords(
    step,
    {
      organisation: subject.organisationName,
      period: daysAskedAbout(answers, { worked: subject.worked, paid: subject.plannedFor }),
      cut: step === "uc-award" ? cutAskedAbout(subject, answers) : null,
      offered: subject.written.total,
    },
    wording,
  );
  const shared = {
    kind: "question" as const,
    step,
    isFirst: step === "keep",
    isKept: answers.said.keep === "keep",
    legend: words.legend,
    hint: words.hint,
    amount: null,
    hours: null,
    days: [],
  };
  const nation = nationFor(subject, answers);
  if (step === "which" || step === "which-more") {
    const offered = step === "which" ? whichOptions(nation) : moreOptions(nation);
    const options = offered.map((value) => ({
      value,
      label: step === "which-more" && value === "another-benefit" ? anotherNotHere[wording] : whichLabel(value, wording),
    }));
    return { ...shared, control: "checkboxes", options, values: step === "which" ? answers.which : (answers.more ?? []) };
  }
  if (step === "uc-dates")
    return { ...shared, control: "day", options: [], values: answers.periodDay === undefined ? [] : [String(answers.periodDay)] };
  if (words.daysLabels !== undefined) {
    const days = (["worked", "paid"] as const).map((name) => ({
      name,
      label: words.daysLabels?.[name] ?? "",
      value: answers.otherPayDays?.[name] ?? null,
    }));
    return { ...shared, control: "two-days", options: [], values: [], days };
  }
  const said = step === "keep" ? (answers.said.keep ?? "forget") : answers.said[step];
  const payStep = paySteps.find((one) => one === step);
  const pay = payStep === undefined ? {} : (answers.pay[payStep] ?? {});
  const asksHours =
    words.hoursLabel !== undefined &&
    namedBenefits(answers).some((id) => id === "new-style-esa" || id === "new-style-jsa" || id === "housing-benefit");
  return {
    ...shared,
    control: "radios",
    options: words.options.map(([value, label]) => ({ value, label })),
    values: said === undefined ? [] : [said],
    amount:
      words.amountLabel === undefined
        ? null
        : { label: words.amountLabel, value: pay.pence === undefined ? "" : moneyInColumn(penceOf(pay.pence)).replace(/[£,]/gu, "") },
    hours: asksHours
      ? { label: words.hoursLabel ?? "", value: pay.minutes === undefined ? "" : String(Math.round((pay.minutes / 60) * 100) / 100) }
      : null,
  };
}
