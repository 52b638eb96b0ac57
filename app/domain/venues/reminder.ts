// The one reminder to a venue that has not finished its checklist. Our own rule: three days before the day it was asked to answer by,
// between 9am and 6pm, and only where it had two days of peace before.
import { addDays, daysBetween, minutesOf, type CalendarDate, type ClockTime } from "#app/domain/basics/dates.ts";

export type AskedToAnswer = { readonly sentOn: CalendarDate; readonly answerBy: CalendarDate };

/** The day a venue is reminded; null where it was asked too shortly before to be reminded at all. */
export function checklistReminderDay({ sentOn, answerBy }: AskedToAnswer): CalendarDate | null {
  const day = addDays(answerBy, -3);
  return daysBetween(sentOn, day) < 2 ? null : day;
}

/** Whether a venue is reminded now, if it was not before and has not finished. */
export function isChecklistReminderDue(asked: AskedToAnswer, now: { readonly today: CalendarDate; readonly time: ClockTime }): boolean {
  const day = checklistReminderDay(asked);
  const minutes = minutesOf(now.time);
  return day !== null && now.today >= day && now.today <= asked.answerBy && minutes >= 9 * 60 && minutes < 18 * 60;
}
