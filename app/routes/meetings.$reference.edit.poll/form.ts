// "Which dates will you offer?": up to six dates with their times, and the day answers are wanted by.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { NewDate } from "#app/services/date-poll.server.ts";
import { date, optionalDate, optionalText, optionalTime } from "#app/web/form-fields.ts";

export const places = [1, 2, 3, 4, 5, 6] as const;
export type Place = (typeof places)[number];

const dateFields = Object.fromEntries(
  places.flatMap((place) => [
    [`date${place}`, optionalDate({ thing: `date ${place}` })],
    [`starts${place}`, optionalTime(`start time of date ${place}`)],
    [`ends${place}`, optionalTime(`finish time of date ${place}`)],
  ]),
) as Record<`date${Place}`, ReturnType<typeof optionalDate>> & Record<`starts${Place}` | `ends${Place}`, ReturnType<typeof optionalTime>>;

const carried = {
  shown: z.coerce.number().int().min(3).max(6),
  /** The dates that were warned about on the page before, so that a warning is given once. */
  warned: optionalText({ thing: "warned", max: 400 }),
  version: z.coerce.number().int().min(0),
};

export const pollForm = z
  .strictObject({ ...dateFields, replyBy: date({ thing: "'Reply by'" }), ...carried })
  .superRefine((said, context) => {
    for (const place of places) {
      if (said[`date${place}`] === null) continue;
      const missing = (field: string, message: string) => context.addIssue({ code: "custom", message, path: [field] });
      if (said[`starts${place}`] === null) missing(`starts${place}`, `Enter start time of date ${place}`);
      if (said[`ends${place}`] === null) missing(`ends${place}`, `Enter finish time of date ${place}`);
    }
  });

/** The dates that were filled in, each with the place it stands at on the page. */
export function offerFrom(said: z.output<typeof pollForm>): {
  readonly dates: readonly NewDate[];
  readonly places: readonly Place[];
  readonly replyBy: CalendarDate;
} {
  const filled = places.flatMap((place) => {
    const [day, startsAt, endsAt] = [said[`date${place}`], said[`starts${place}`], said[`ends${place}`]];
    return day === null || startsAt === null || endsAt === null ? [] : [{ place, date: { date: day, startsAt, endsAt } }];
  });
  return { dates: filled.map((one) => one.date), places: filled.map(({ place }) => place), replyBy: said.replyBy };
}
