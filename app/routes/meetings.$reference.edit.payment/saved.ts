// A meeting's payment as its form shows it.
import type { Meeting } from "#app/services/meetings.server.ts";
import { costGroups } from "#app/words/meetings.ts";
import { soonOf } from "./form.ts";

export type SavedPayment = ReturnType<typeof savedPayment>;

/** What was saved, by the names of the form's fields. */
export function savedPayment(meeting: Meeting) {
  const { paidTime } = meeting;
  const hours = (minutes: number | undefined): string =>
    minutes === undefined || minutes === 0 ? "" : String(Math.round((minutes / 60) * 100) / 100);
  const kinds: readonly string[] = meeting.costsCovered;
  return {
    offered: meeting.paymentOffered ?? "",
    rate: meeting.rateLineCode ?? "",
    paidFor: [
      ...(paidTime?.meeting === true ? ["meeting"] : []),
      ...((paidTime?.readingMinutes ?? 0) > 0 ? ["reading"] : []),
      ...((paidTime?.preparationMinutes ?? 0) > 0 ? ["preparation"] : []),
      ...((paidTime?.travelMinutes ?? 0) > 0 ? ["travel"] : []),
    ],
    readingHours: hours(paidTime?.readingMinutes),
    preparationHours: hours(paidTime?.preparationMinutes),
    travelHours: hours(paidTime?.travelMinutes),
    costs: costGroups.filter((group) => group.kinds.some((kind) => kinds.includes(kind))).map(({ value }): string => value),
    costsOther: meeting.costsOther,
    costsBefore: meeting.costsBefore ?? "",
    budgetCode: meeting.budgetCode,
    ...soonOf(meeting.paidWithin),
  };
}
