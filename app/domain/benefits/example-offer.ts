// One fee for one meeting: the plainest offer there is. Benefit files use it to write down worked examples.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Offer } from "./offer.ts";

/** An offer of a fee outside payroll for a meeting of two hours, due and paid on the day of the meeting, with the service-user test met. */
export function exampleOffer(fee: { readonly pence: number; readonly on: string; readonly nation?: Nation }): Offer {
  const on = calendarDateOf(fee.on);
  return {
    nation: fee.nation ?? "england",
    activities: [{ id: "meeting", on, minutes: 120 }],
    payments: [
      {
        id: "fee",
        kind: "fee",
        pence: penceOf(fee.pence),
        payer: "the organisation",
        payroll: "no",
        for: [{ activity: "meeting" }],
        dueOn: on,
        paidOn: on,
      },
    ],
    expenses: [],
    serviceUser: { a: "yes", b: "yes", c1: "yes" },
  };
}
