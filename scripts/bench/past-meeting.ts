// A meeting that is over, with its rates: what the bench of claims and the tests about claims begin with.
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { adoptRates } from "#app/services/rate-cards.server.ts";

/** Months before the day of the meeting, so that there is time to plan and time to claim. */
export const planning = "2026-09-01T09:00:00.000Z";
/** The day after the meeting. */
export const afterwards = "2026-11-03T09:00:00.000Z";

/** A meeting of two hours on Monday 2 November 2026, paid at a card's hourly rate, with costs covered. */
export async function pastMeeting(moment: (at: string) => Context, coordinator: Coordinator): Promise<{ readonly reference: string }> {
  const context = moment(planning);
  const rates = await adoptRates(context, coordinator, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-08-01") });
  if (!rates.ok) throw new Error(rates.refusal);
  return createWholeMeeting(context, coordinator, {
    name: "Planning group",
    about: "We plan the new clinic together.",
    asked: "Tell us what matters to you.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "online",
    when: { kind: "known", date: calendarDateOf("2026-11-02"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("12:30") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "The clinic", minutes: 90 }], expectedPeople: 4, foodServed: false, parallelGroups: 0, conditions: [] },
    where: { online: { service: "zoom", joiningLink: "", features: [] }, conditions: [] },
    payment: {
      offered: "time-and-costs",
      rate: { cardId: rates.value.cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 60, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport", "taxi", "own-vehicle", "assistant", "other"],
      costsOther: "",
      costsBefore: "claim-later",
      budgetCode: "PPI-204",
      paidWithin: { kind: "working-days", days: 10 },
    },
  });
}
