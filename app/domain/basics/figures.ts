// Figures that change over time. A figure has a start and never an end: each runs until the next, and the series is
// vouched for up to `goodUntil`. Outside that there is no answer, never the nearest number.
import type { CalendarDate } from "./dates.ts";
import { done, refused, type Result } from "./result.ts";
import type { Source } from "./sources.ts";

export type Grade = "confirmed" | "derived" | "unsure";
export type Cited<Value> = { readonly value: Value; readonly from: CalendarDate; readonly source: Source; readonly grade: Grade };
export type Dated<Value> = { readonly entries: readonly [Cited<Value>, ...Cited<Value>[]]; readonly goodUntil: CalendarDate };

export type OutsideKnownDates = {
  readonly reason: "outside-known-dates";
  readonly on: CalendarDate;
  readonly from: CalendarDate;
  readonly goodUntil: CalendarDate;
};

/** The figure in force on a day, or a refusal when the day is outside what we hold. */
export function figureOn<Value>(series: Dated<Value>, on: CalendarDate): Result<Cited<Value>, OutsideKnownDates> {
  const first = series.entries[0];
  if (on < first.from || on > series.goodUntil) {
    return refused({ reason: "outside-known-dates", on, from: first.from, goodUntil: series.goodUntil });
  }
  let found = first;
  for (const entry of series.entries) if (entry.from <= on) found = entry;
  return done(found);
}
