import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bankHolidayListOf, bankHolidaysOf } from "#app/domain/basics/bank-holidays.ts";
import {
  addDays,
  addWorkingDays,
  calendarDateOf,
  isWorkingDay,
  nations,
  weekdayOf,
  type CalendarDate,
  type Nation,
} from "#app/domain/basics/dates.ts";

const day = calendarDateOf;

// Worked out here from the law, so that the published lists are checked by something that is not themselves:
// Banking and Financial Dealings Act 1971, schedule 1 and section 1(3); St Andrew's Day Bank Holiday (Scotland) Act 2007;
// Easter Sunday by the Gregorian computus.
function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const counted = epact + toSunday - 7 * late + 114;
  return day(`${year}-${String(Math.floor(counted / 31)).padStart(2, "0")}-${String((counted % 31) + 1).padStart(2, "0")}`);
}

function firstMonday(year: number, month: string): CalendarDate {
  let at = day(`${year}-${month}-01`);
  while (weekdayOf(at) !== "Monday") at = addDays(at, 1);
  return at;
}

function lastMonday(year: number, month: string): CalendarDate {
  let at = day(`${year}-${month}-31`);
  while (weekdayOf(at) !== "Monday") at = addDays(at, -1);
  return at;
}

function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) === "Saturday" || weekdayOf(date) === "Sunday";
}

/** Each day itself, or the next weekday that is not already a holiday, taken in order. */
function withSubstitutes(dates: readonly CalendarDate[]): CalendarDate[] {
  const taken = new Set<CalendarDate>(dates.filter((date) => !isWeekend(date)));
  for (const date of dates.filter(isWeekend)) {
    let at = date;
    while (isWeekend(at) || taken.has(at)) at = addDays(at, 1);
    taken.add(at);
  }
  return [...taken].sort();
}

function derivedHolidays(nation: Nation, year: number): CalendarDate[] {
  const easter = easterSunday(year);
  const everywhere = [
    day(`${year}-01-01`),
    addDays(easter, -2),
    firstMonday(year, "05"),
    lastMonday(year, "05"),
    day(`${year}-12-25`),
    day(`${year}-12-26`),
  ];
  if (nation === "scotland") {
    return withSubstitutes([...everywhere, day(`${year}-01-02`), firstMonday(year, "08"), day(`${year}-11-30`)]);
  }
  const southOfScotland = [...everywhere, addDays(easter, 1), lastMonday(year, "08")];
  if (nation === "northern-ireland") return withSubstitutes([...southOfScotland, day(`${year}-03-17`), day(`${year}-07-12`)]);
  return withSubstitutes(southOfScotland);
}

// One-off days cannot be worked out; each is named here with what made it.
const oneOffDays: Readonly<Record<Nation, readonly CalendarDate[]>> = {
  england: [],
  wales: [],
  scotland: [day("2026-06-15")], // royal proclamation of February 2026, for the men's football World Cup
  "northern-ireland": [],
};

describe.each(nations)("bank holidays of %s", (nation) => {
  test.each([2024, 2025, 2026, 2027, 2028])("the published days of %i are the days the law's rules give, and the one-off days", (year) => {
    const published = bankHolidayListOf(nation)
      .map((holiday) => holiday.date)
      .filter((date) => date.startsWith(String(year)));
    const oneOff = oneOffDays[nation].filter((date) => date.startsWith(String(year)));
    expect(published).toEqual([...derivedHolidays(nation, year), ...oneOff].sort());
  });

  test("no bank holiday falls at a weekend, and none is listed twice", () => {
    const dates = bankHolidayListOf(nation).map((holiday) => holiday.date);
    expect(dates.filter(isWeekend)).toEqual([]);
    expect(new Set(dates).size).toBe(dates.length);
  });

  test("every day says where it was read and when", () => {
    for (const holiday of bankHolidayListOf(nation)) {
      expect(holiday.grade).toBe("published");
      expect(holiday.source.url).toMatch(/^https:\/\//u);
      expect(holiday.source.checkedOn >= day("2026-11-22")).toBe(true);
    }
  });

  test("the day before 2024 and the first day of 2029 are not known, rather than working days", () => {
    const holidays = bankHolidaysOf(nation);
    expect(isWorkingDay(day("2023-12-29"), holidays)).toEqual({ ok: false, refusal: "outside-known-holidays" });
    expect(isWorkingDay(day("2029-01-02"), holidays)).toEqual({ ok: false, refusal: "outside-known-holidays" });
    expect(isWorkingDay(day("2028-12-29"), holidays)).toEqual({ ok: true, value: true });
  });
});

test("England and Wales share one list", () => {
  expect(bankHolidayListOf("wales")).toEqual(bankHolidayListOf("england"));
});

test("a substitute is marked, so that a letter can say why Christmas is on a Monday", () => {
  const christmas = bankHolidayListOf("england").filter((holiday) => holiday.date.startsWith("2027-12"));
  expect(christmas.map((holiday) => [holiday.date, holiday.name, holiday.isSubstitute])).toEqual([
    ["2027-12-27", "Christmas Day", true],
    ["2027-12-28", "Boxing Day", true],
  ]);
});

test("Easter Monday is a working day in Scotland and not in England", () => {
  expect(isWorkingDay(day("2027-03-29"), bankHolidaysOf("scotland"))).toEqual({ ok: true, value: true });
  expect(isWorkingDay(day("2027-03-29"), bankHolidaysOf("england"))).toEqual({ ok: true, value: false });
});

test("counting back over Christmas gives a different day in Scotland, which also rests on 4 January 2027", () => {
  expect(addWorkingDays(day("2027-01-05"), -1, bankHolidaysOf("england"))).toEqual({ ok: true, value: "2027-01-04" });
  expect(addWorkingDays(day("2027-01-05"), -1, bankHolidaysOf("scotland"))).toEqual({ ok: true, value: "2026-12-31" });
});

// The lists the worked meetings were computed with, winter 2026 to spring 2027.
const workedMeetings: Readonly<Record<"england-wales" | "scotland" | "northern-ireland", readonly string[]>> = {
  "england-wales": ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31"],
  scotland: ["2026-11-30", "2026-12-25", "2026-12-28", "2027-01-01", "2027-01-04", "2027-03-26", "2027-05-03", "2027-05-31"],
  "northern-ireland": ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-17", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31"],
};

test.each([
  ["england-wales", "england"],
  ["scotland", "scotland"],
  ["northern-ireland", "northern-ireland"],
] as const)("the worked meetings of %s count with the same days", (division, nation) => {
  const held = bankHolidayListOf(nation)
    .map((holiday) => holiday.date)
    .filter((date) => date >= "2026-11-22" && date <= "2027-06-01");
  expect(held).toEqual(workedMeetings[division]);
});

const shared = new URL("../../../../../shared/domain/access-examples.json", import.meta.url);
test.skipIf(!existsSync(shared))("the lists copied here are the lists of the worked meetings", () => {
  const examples = JSON.parse(readFileSync(shared, "utf8")) as { bankHolidays: unknown };
  expect(workedMeetings).toEqual(examples.bankHolidays);
});
