// Where a rule or a figure comes from. Every answer somebody may rely on carries at least one of these.
import type { CalendarDate } from "./dates.ts";

export type Source = {
  readonly title: string;
  /** Regulation, section or page inside the source. */
  readonly locator?: string;
  readonly url?: string;
  readonly checkedOn: CalendarDate;
};
