// The coordinator's look back on a meeting: what may be answered, and what access cost by kind of support.
import type { SupportId } from "#app/domain/access/supports.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";

export const didItsJob = ["yes", "partly", "no"] as const;
export type DidItsJob = (typeof didItsJob)[number];
export const howMuchSay = ["planned", "decided", "gave-views", "were-told"] as const;
export type HowMuchSay = (typeof howMuchSay)[number];

export type AccessCosts = {
  readonly byType: readonly { readonly support: SupportId; readonly cost: Pence }[];
  readonly total: Pence;
  /** Bookings nobody has written a cost for: what they cost is not known, and not nothing. */
  readonly unknown: number;
};

/** What was booked came to, by type, in the order first booked. What was called off counts only where it cost something. */
export function accessCosts(
  bookings: readonly { readonly support: SupportId; readonly cost: Pence | null; readonly isCalledOff: boolean }[],
): AccessCosts {
  const known = bookings.flatMap(({ support, cost }) => (cost === null ? [] : [{ support, cost }]));
  const byType = [...new Set(known.map(({ support }) => support))].map((support) => ({
    support,
    cost: sum(known.filter((one) => one.support === support).map(({ cost }) => cost)),
  }));
  return {
    byType,
    total: sum(byType.map(({ cost }) => cost)),
    unknown: bookings.filter(({ cost, isCalledOff }) => cost === null && !isCalledOff).length,
  };
}
