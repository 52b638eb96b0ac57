// Reads the form of one question of the benefits check into a change of the answers.
import { z } from "zod";
import {
  answersTo,
  benefitsAskedIn,
  moreBenefitsAskedIn,
  paySteps,
  type CheckAnswers,
  type CheckStep,
  type PayStep,
  type WhichAnswer,
} from "#app/domain/benefits/check-answers.ts";
import type { Nation } from "#app/domain/basics/dates.ts";
import { choices, optionalDate, optionalPounds } from "#app/web/form-fields.ts";
import { hoursError, periodDayError } from "#app/words/benefits/questions.ts";

type Change = (answers: CheckAnswers) => CheckAnswers;

const carried = z.string().max(20_000).default("");

const periodDay = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): number | undefined => {
    if (typed === "") return undefined;
    const day = /^\d{1,2}$/u.test(typed) ? Number(typed) : 0;
    if (day >= 1 && day <= 31) return day;
    context.addIssue({ code: "custom", message: periodDayError });
    return z.NEVER;
  });

const hours = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): number | undefined => {
    if (typed === "") return undefined;
    const given = /^\d{1,3}(?:\.\d{1,2})?$/u.test(typed) ? Number(typed) : Number.NaN;
    // Part minutes are rounded up: fewer hours than were worked must never be counted.
    if (given <= 168) return Math.ceil(given * 60);
    context.addIssue({ code: "custom", message: hoursError });
    return z.NEVER;
  });

/** The tick boxes of "Which of these do you get?" for somebody who lives in a nation. */
export function whichOptions(nation: Nation): readonly WhichAnswer[] {
  return [...benefitsAskedIn(nation), "not-sure", "prefer-not-to-say"];
}

/** The tick boxes of the second page of benefits. */
export function moreOptions(nation: Nation): readonly WhichAnswer[] {
  return [...moreBenefitsAskedIn(nation), "not-sure", "prefer-not-to-say"];
}

/** The schema of a question's form: its sealed answers so far, and the change it asks for. Nothing has to be answered. */
export function formOfQuestion(step: CheckStep, nation: Nation): z.ZodType<{ readonly carried: string; readonly change: Change }> {
  if (step === "which") {
    return z
      .strictObject({ carried, which: choices(whichOptions(nation)) })
      .transform(({ which, ...rest }) => ({ carried: rest.carried, change: (answers: CheckAnswers) => ({ ...answers, which }) }));
  }
  if (step === "which-more") {
    return z
      .strictObject({ carried, which: choices(moreOptions(nation)) })
      .transform(({ which, ...rest }) => ({ carried: rest.carried, change: (answers: CheckAnswers) => ({ ...answers, more: which }) }));
  }
  if (step === "uc-dates") {
    return z.strictObject({ carried, day: periodDay }).transform(({ day, ...rest }) => ({
      carried: rest.carried,
      change: ({ periodDay: _before, ...answers }: CheckAnswers): CheckAnswers => ({
        ...answers,
        ...(day === undefined ? {} : { periodDay: day }),
      }),
    }));
  }
  if (step === "other-pay-day") {
    return z
      .strictObject({
        carried,
        worked: optionalDate({ thing: "the day you do that work" }),
        paid: optionalDate({ thing: "the day that money comes" }),
      })
      .transform(({ worked, paid, ...rest }) => ({
        carried: rest.carried,
        change: ({ otherPayDays: _before, ...answers }: CheckAnswers): CheckAnswers => ({
          ...answers,
          otherPayDays: { ...(worked === null ? {} : { worked }), ...(paid === null ? {} : { paid }) },
        }),
      }));
  }
  return formOfRadios(step);
}

function formOfRadios(step: CheckStep): z.ZodType<{ readonly carried: string; readonly change: Change }> {
  const options: readonly string[] = answersTo[step];
  const answer = z
    .string()
    .refine((given) => options.includes(given))
    .optional();
  const paid = paySteps.find((one) => one === step);
  if (paid !== undefined) {
    return z.strictObject({ carried, answer, amount: optionalPounds("amount"), hours }).transform((given) => ({
      carried: given.carried,
      change: (before: CheckAnswers) => withAnswer(withPay(before, paid, given.amount, given.hours), step, given.answer),
    }));
  }
  return z
    .strictObject({ carried, answer })
    .transform((given) => ({ carried: given.carried, change: (before: CheckAnswers) => withAnswer(before, step, given.answer) }));
}

function withPay(answers: CheckAnswers, step: PayStep, pence: number | null, minutes: number | undefined): CheckAnswers {
  const said = { ...(pence === null ? {} : { pence }), ...(minutes === undefined ? {} : { minutes }) };
  return { ...answers, pay: { ...answers.pay, [step]: said } };
}

function withAnswer(answers: CheckAnswers, step: CheckStep, answer: string | undefined): CheckAnswers {
  const { [step]: _before, ...others } = answers.said;
  return { ...answers, said: { ...others, ...(answer === undefined ? {} : { [step]: answer }) } };
}
