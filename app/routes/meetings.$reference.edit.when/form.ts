// "When is it?": the date, the times and the breaks.
import { z } from "zod";
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { WhenFacts } from "#app/services/meetings.server.ts";
import { choice, optionalDate, optionalText, optionalTime, versionField } from "#app/web/form-fields.ts";

/** The breaks that are offered, by the value of their radio. */
export const usualBreaks = { "45": { everyMinutes: 45, minutes: 15 }, "60": { everyMinutes: 60, minutes: 15 } } as const;

/** The form, with the first day that may be chosen. Times and date are only wanted where the date is known. */
export function whenForm(notBefore: CalendarDate | undefined) {
  return z
    .strictObject({
      when: choice(["known", "poll", "not-known"], "Choose when the meeting is"),
      date: optionalDate({ thing: "the meeting date", ...(notBefore === undefined ? {} : { notBefore }) }),
      startsAt: optionalTime("start time"),
      endsAt: optionalTime("finish time"),
      breaks: choice(["45", "60", "own"], "Choose how breaks will work"),
      breakEvery: optionalText({ thing: "minutes between breaks" }),
      breakFor: optionalText({ thing: "minutes for each break" }),
      /** The date and time that were warned about on the page before, so that a warning is given once. */
      warned: optionalText({ thing: "warned" }),
      version: versionField,
    })
    .superRefine((said, context) => {
      const missing = (message: string, path: (string | number)[]) => context.addIssue({ code: "custom", message, path });
      if (said.when === "known") {
        if (said.date === null) missing("Enter the meeting date", ["date", "day"]);
        if (said.startsAt === null) missing("Enter start time", ["startsAt"]);
        if (said.endsAt === null) missing("Enter finish time", ["endsAt"]);
      }
      if (said.breaks === "own") {
        if (minutesFrom(said.breakEvery, 5, 180) === null)
          missing("Minutes between breaks must be a whole number from 5 to 180", ["breakEvery"]);
        if (minutesFrom(said.breakFor, 5, 120) === null)
          missing("Minutes for each break must be a whole number from 5 to 120", ["breakFor"]);
      }
    });
}

/** What was said, as the service takes it. */
export function whenFactsFrom(said: z.output<ReturnType<typeof whenForm>>): WhenFacts {
  const { date, startsAt, endsAt, breaks } = said;
  return {
    when:
      said.when === "known" && date !== null && startsAt !== null && endsAt !== null
        ? { kind: "known", date, startsAt, endsAt }
        : { kind: "not-known" },
    breaks: breaks === "own" ? { everyMinutes: Number(said.breakEvery), minutes: Number(said.breakFor) } : usualBreaks[breaks],
  };
}

function minutesFrom(typed: string, least: number, most: number): number | null {
  return /^\d{1,3}$/u.test(typed) && Number(typed) >= least && Number(typed) <= most ? Number(typed) : null;
}
