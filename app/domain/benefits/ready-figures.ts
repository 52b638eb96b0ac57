// Dated figures made ready once for being looked up for many days, so that a year of weeks costs next to nothing. The rules
// are those of the series: no answer outside the known days, and none from a figure that is graded unsure.
import { dayNumberOf } from "#app/domain/basics/day-numbers.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { FigureUsed, FigureValue } from "./benefit.ts";

export type FigureRefusal = { readonly reason: "outside-known-dates" | "figure-not-certain" };

/** A series made ready to be looked up for many days. */
export type ReadySeries<Value extends FigureValue> = {
  readonly entries: readonly { readonly fromDay: number; readonly found: FigureFound<Value> }[];
  readonly goodUntilDay: number;
};
export type FigureFound<Value extends FigureValue> = Result<{ readonly value: Value; readonly used: FigureUsed }, FigureRefusal>;

const outside: Result<never, FigureRefusal> = refused({ reason: "outside-known-dates" });
const notCertain: Result<never, FigureRefusal> = refused({ reason: "figure-not-certain" });

/** Makes a series ready under the name its figures are shown by. A figure graded unsure may never be used to say something fits. */
export function readySeries<Value extends FigureValue>(id: string, series: Dated<Value>): ReadySeries<Value> {
  const entries = series.entries.map((entry) => ({
    fromDay: dayNumberOf(entry.from),
    found: entry.grade === "unsure" ? notCertain : done({ value: entry.value, used: { id, ...entry, goodUntil: series.goodUntil } }),
  }));
  return { entries, goodUntilDay: dayNumberOf(series.goodUntil) };
}

/** A figure for a day that may be used to say something fits: refused outside the known dates and when its grade is unsure. */
export function figureAt<Value extends FigureValue>(series: ReadySeries<Value>, day: number): FigureFound<Value> {
  const at = entryAt(series, day);
  return at === undefined ? outside : at.found;
}

function entryAt<Value extends FigureValue>({ entries, goodUntilDay }: ReadySeries<Value>, day: number) {
  if (day > goodUntilDay) return undefined;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry !== undefined && entry.fromDay <= day) return entry;
  }
  return undefined;
}

/** What holds from one day until the next stretch begins; the first begins before all days. */
export type Stretch<Held> = { readonly fromDay: number; readonly held: Held };

/** Works something out once for every stretch of days in which none of the series changes. */
export function stretchesOf<Held>(all: readonly ReadySeries<FigureValue>[], hold: (day: number) => Held): readonly Stretch<Held>[] {
  const starts = new Set(all.flatMap((series) => [...series.entries.map((entry) => entry.fromDay), series.goodUntilDay + 1]));
  const days = [-Infinity, ...[...starts].sort((one, other) => one - other)];
  return days.map((fromDay) => ({ fromDay, held: hold(fromDay) }));
}

/** What holds on a day. */
export function heldOn<Held>(stretches: readonly Stretch<Held>[], day: number): Held {
  for (let index = stretches.length - 1; index >= 0; index -= 1) {
    const stretch = stretches[index];
    if (stretch !== undefined && stretch.fromDay <= day) return stretch.held;
  }
  throw new RangeError(`Expected a day, found ${day}`);
}
