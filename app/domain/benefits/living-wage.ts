// The National Living Wage, which the weekly limits are built from. Used by the build laws in the tests and by the monthly
// earnings threshold; a limit itself is always the published figure, never worked out here.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { penceOf, type Rate } from "#app/domain/basics/money.ts";
import { rulesCheckedOn } from "./sources.ts";

const source = { title: "National Minimum Wage Regulations 2015", locator: "regulation 4, as amended", checkedOn: rulesCheckedOn };

export const livingWage: Dated<Rate<"hour">> = {
  entries: [
    { value: { pence: penceOf(1144), per: "hour" }, from: calendarDateOf("2024-04-01"), source, grade: "confirmed" },
    { value: { pence: penceOf(1221), per: "hour" }, from: calendarDateOf("2025-04-01"), source, grade: "confirmed" },
    { value: { pence: penceOf(1271), per: "hour" }, from: calendarDateOf("2026-04-01"), source, grade: "confirmed" },
  ],
  goodUntil: calendarDateOf("2027-03-31"),
};
