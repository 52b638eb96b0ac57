// Reads the form of one question of the benefits check into a change of the answers.
import { z } from "zod";
import { answersTo, benefitsAskedIn, type CheckAnswers, type CheckStep, type WhichAnswer } from "#app/domain/benefits/check-answers.ts";
import type { Nation } from "#app/domain/basics/dates.ts";
import { choices, optionalPounds } from "#app/web/form-fields.ts";
import { hoursError, periodDayQuestion } from "#app/words/payment-choice.ts";

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
    context.addIssue({ code: "custom", message: periodDayQuestion.error });
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

/** The schema of a question's form: its sealed answers so far, and the change it asks for. Nothing has to be answered. */
export function formOfQuestion(step: CheckStep, nation: Nation): z.ZodType<{ readonly carried: string; readonly change: Change }> {
  if (step === "which") {
    return z
      .strictObject({ carried, which: choices(whichOptions(nation)) })
      .transform(({ which, ...rest }) => ({ carried: rest.carried, change: (answers: CheckAnswers) => ({ ...answers, which }) }));
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
  const options: readonly string[] = answersTo[step];
  const answer = z
    .string()
    .refine((given) => options.includes(given))
    .optional();
  if (step === "carer" || step === "other-pay" || step === "uc-partner") {
    return z.strictObject({ carried, answer, amount: optionalPounds("amount"), hours }).transform((given) => ({
      carried: given.carried,
      change: (before: CheckAnswers): CheckAnswers => ({
        ...withAnswer(before, step, given.answer),
        pay: {
          ...before.pay,
          [step]: {
            ...(given.amount === null ? {} : { pence: given.amount }),
            ...(given.hours === undefined ? {} : { minutes: given.hours }),
          },
        },
      }),
    }));
  }
  return z
    .strictObject({ carried, answer })
    .transform((given) => ({ carried: given.carried, change: (before: CheckAnswers) => withAnswer(before, step, given.answer) }));
}

function withAnswer(answers: CheckAnswers, step: CheckStep, answer: string | undefined): CheckAnswers {
  const { [step]: _before, ...others } = answers.said;
  return { ...answers, said: { ...others, ...(answer === undefined ? {} : { [step]: answer }) } };
}
