// The questions about dates: one after another, never a grid, and each may be left out.
import type { ReactElement } from "react";
import { dateChoices, timeOfDayIds } from "#app/domain/meetings/date-poll.ts";
import { dateChoiceLabels, timeOfDayLabels } from "#app/words/dates.ts";
import type { datesWords } from "#app/words/easy-access.ts";
import { Checkboxes, Radios } from "./choices.tsx";
import { LongField } from "./fields.tsx";
import type { PageAnswer } from "./page-frame.tsx";

export type DateAsked = { readonly id: string; readonly legend: string; readonly choice: string; readonly wasTold: boolean };

export type DateAnswersFieldsProps = {
  readonly answer: PageAnswer;
  readonly words: (typeof datesWords)[keyof typeof datesWords];
  readonly dates: readonly DateAsked[];
  readonly never: readonly string[];
  readonly restDays: string;
};

/** Each date, the times that never work, and days of care, treatment or rest. */
export function DateAnswersFields({ answer, words, dates, never, restDays }: DateAnswersFieldsProps): ReactElement {
  return (
    <>
      {dates.map((date, place) => (
        <Radios
          key={date.id}
          name={`date${place}`}
          legend={date.legend}
          hint={date.wasTold ? words.toldBefore : undefined}
          options={dateChoices.map((value) => ({ value, label: dateChoiceLabels[value] }))}
          value={answer.value(`date${place}`, date.choice)}
          error={answer.error(`date${place}`)}
        />
      ))}
      <Checkboxes
        name="never"
        legend={words.never}
        optional
        options={timeOfDayIds.map((value) => ({ value, label: timeOfDayLabels[value] }))}
        orElse={{ value: "none-of-these", label: "None of these" }}
        values={answer.values("never", never)}
        error={answer.error("never")}
      />
      <LongField
        name="restDays"
        label={words.restDays}
        optional
        hint={words.restDaysHint}
        rows={3}
        limit={1000}
        value={answer.value("restDays", restDays)}
        error={answer.error("restDays")}
      />
    </>
  );
}
