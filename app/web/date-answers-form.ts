// The form about dates that suit somebody, as it is read on their own page and by phone with them.
import { z } from "zod";
import { dateChoices, timeOfDayIds, type DateAnswers } from "#app/domain/meetings/date-poll.ts";
import { choices, longText, optionalChoice } from "./form-fields.ts";

const times = [...timeOfDayIds, "none-of-these"] as const;
const places = [0, 1, 2, 3, 4, 5] as const;

export const dateAnswersForm = z.strictObject({
  ...(Object.fromEntries(places.map((place) => [`date${place}`, optionalChoice(dateChoices)])) as Record<
    `date${(typeof places)[number]}`,
    ReturnType<typeof optionalChoice<"yes" | "if-have-to" | "no">>
  >),
  never: choices(times),
  restDays: longText("what was written", { max: 1000 }),
  /** The dates the page showed, in its order, so that an answer never lands on a date that took another's place. */
  shown: z.string().max(300),
  version: z.coerce.number().int().min(0),
});
type Said = z.output<typeof dateAnswersForm>;

export const mixedTimes = "You chose 'None of these' and other answers. Choose one or the other.";

/** Whether "None of these" was ticked together with a time. */
export function hasMixedTimes({ never }: Said): boolean {
  return never.includes("none-of-these") && never.length > 1;
}

/** What was said; a date without an answer is absent. */
export function dateAnswersFrom(value: Said): DateAnswers {
  return {
    choices: Object.fromEntries(
      value.shown.split(" ").flatMap((id, at) => {
        const place = places[at];
        const choice = place === undefined ? undefined : value[`date${place}`];
        return choice === undefined ? [] : [[id, choice] as const];
      }),
    ),
    never: value.never.includes("none-of-these") ? "none-of-these" : timeOfDayIds.filter((time) => value.never.includes(time)),
    restDays: value.restDays,
  };
}
