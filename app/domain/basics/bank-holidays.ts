// The days each nation does not work, from 2024 to 2028, as published. Local holidays (Edinburgh, Belfast, a school term) are
// not here: they are not bank holidays, and a coordinator who works by them says so on the meeting.
import { calendarDateOf, type BankHolidays, type CalendarDate, type Nation } from "./dates.ts";
import type { Source } from "./sources.ts";

/** Published: read from the government's own list. Derived: worked out from the law's rules, because no list was found yet. */
export type BankHolidayGrade = "published" | "derived";

export type BankHoliday = {
  readonly date: CalendarDate;
  /** As the published list names it. */
  readonly name: string;
  /** The day itself fell at a weekend, and this weekday stands in for it. */
  readonly isSubstitute: boolean;
  readonly grade: BankHolidayGrade;
  readonly source: Source;
};

const from = calendarDateOf("2024-01-01");
const goodUntil = calendarDateOf("2028-12-31");

const publishedList: Source = {
  title: "GOV.UK: UK bank holidays",
  locator: "the list as published on 25 February 2026, which runs to the end of 2028",
  url: "https://www.gov.uk/bank-holidays",
  checkedOn: calendarDateOf("2026-11-22"),
};

const englandAndWales: readonly BankHoliday[] = [
  onTheDay("2024-01-01", "New Year's Day"),
  onTheDay("2024-03-29", "Good Friday"),
  onTheDay("2024-04-01", "Easter Monday"),
  onTheDay("2024-05-06", "Early May bank holiday"),
  onTheDay("2024-05-27", "Spring bank holiday"),
  onTheDay("2024-08-26", "Summer bank holiday"),
  onTheDay("2024-12-25", "Christmas Day"),
  onTheDay("2024-12-26", "Boxing Day"),
  onTheDay("2025-01-01", "New Year's Day"),
  onTheDay("2025-04-18", "Good Friday"),
  onTheDay("2025-04-21", "Easter Monday"),
  onTheDay("2025-05-05", "Early May bank holiday"),
  onTheDay("2025-05-26", "Spring bank holiday"),
  onTheDay("2025-08-25", "Summer bank holiday"),
  onTheDay("2025-12-25", "Christmas Day"),
  onTheDay("2025-12-26", "Boxing Day"),
  onTheDay("2026-01-01", "New Year's Day"),
  onTheDay("2026-04-03", "Good Friday"),
  onTheDay("2026-04-06", "Easter Monday"),
  onTheDay("2026-05-04", "Early May bank holiday"),
  onTheDay("2026-05-25", "Spring bank holiday"),
  onTheDay("2026-08-31", "Summer bank holiday"),
  onTheDay("2026-12-25", "Christmas Day"),
  instead("2026-12-28", "Boxing Day"),
  onTheDay("2027-01-01", "New Year's Day"),
  onTheDay("2027-03-26", "Good Friday"),
  onTheDay("2027-03-29", "Easter Monday"),
  onTheDay("2027-05-03", "Early May bank holiday"),
  onTheDay("2027-05-31", "Spring bank holiday"),
  onTheDay("2027-08-30", "Summer bank holiday"),
  instead("2027-12-27", "Christmas Day"),
  instead("2027-12-28", "Boxing Day"),
  instead("2028-01-03", "New Year's Day"),
  onTheDay("2028-04-14", "Good Friday"),
  onTheDay("2028-04-17", "Easter Monday"),
  onTheDay("2028-05-01", "Early May bank holiday"),
  onTheDay("2028-05-29", "Spring bank holiday"),
  onTheDay("2028-08-28", "Summer bank holiday"),
  onTheDay("2028-12-25", "Christmas Day"),
  onTheDay("2028-12-26", "Boxing Day"),
];

const scotland: readonly BankHoliday[] = [
  onTheDay("2024-01-01", "New Year's Day"),
  onTheDay("2024-01-02", "2 January"),
  onTheDay("2024-03-29", "Good Friday"),
  onTheDay("2024-05-06", "Early May bank holiday"),
  onTheDay("2024-05-27", "Spring bank holiday"),
  onTheDay("2024-08-05", "Summer bank holiday"),
  instead("2024-12-02", "St Andrew's Day"),
  onTheDay("2024-12-25", "Christmas Day"),
  onTheDay("2024-12-26", "Boxing Day"),
  onTheDay("2025-01-01", "New Year's Day"),
  onTheDay("2025-01-02", "2 January"),
  onTheDay("2025-04-18", "Good Friday"),
  onTheDay("2025-05-05", "Early May bank holiday"),
  onTheDay("2025-05-26", "Spring bank holiday"),
  onTheDay("2025-08-04", "Summer bank holiday"),
  instead("2025-12-01", "St Andrew's Day"),
  onTheDay("2025-12-25", "Christmas Day"),
  onTheDay("2025-12-26", "Boxing Day"),
  onTheDay("2026-01-01", "New Year's Day"),
  onTheDay("2026-01-02", "2 January"),
  onTheDay("2026-04-03", "Good Friday"),
  onTheDay("2026-05-04", "Early May bank holiday"),
  onTheDay("2026-05-25", "Spring bank holiday"),
  // One year only: appointed by royal proclamation in February 2026 under section 1(3) of the 1971 Act.
  onTheDay("2026-06-15", "World Cup bank holiday"),
  onTheDay("2026-08-03", "Summer bank holiday"),
  onTheDay("2026-11-30", "St Andrew's Day"),
  onTheDay("2026-12-25", "Christmas Day"),
  instead("2026-12-28", "Boxing Day"),
  onTheDay("2027-01-01", "New Year's Day"),
  instead("2027-01-04", "2 January"),
  onTheDay("2027-03-26", "Good Friday"),
  onTheDay("2027-05-03", "Early May bank holiday"),
  onTheDay("2027-05-31", "Spring bank holiday"),
  onTheDay("2027-08-02", "Summer bank holiday"),
  onTheDay("2027-11-30", "St Andrew's Day"),
  instead("2027-12-27", "Christmas Day"),
  instead("2027-12-28", "Boxing Day"),
  instead("2028-01-03", "New Year's Day"),
  instead("2028-01-04", "2 January"),
  onTheDay("2028-04-14", "Good Friday"),
  onTheDay("2028-05-01", "Early May bank holiday"),
  onTheDay("2028-05-29", "Spring bank holiday"),
  onTheDay("2028-08-07", "Summer bank holiday"),
  onTheDay("2028-11-30", "St Andrew's Day"),
  onTheDay("2028-12-25", "Christmas Day"),
  onTheDay("2028-12-26", "Boxing Day"),
];

const northernIreland: readonly BankHoliday[] = [
  onTheDay("2024-01-01", "New Year's Day"),
  instead("2024-03-18", "St Patrick's Day"),
  onTheDay("2024-03-29", "Good Friday"),
  onTheDay("2024-04-01", "Easter Monday"),
  onTheDay("2024-05-06", "Early May bank holiday"),
  onTheDay("2024-05-27", "Spring bank holiday"),
  onTheDay("2024-07-12", "Battle of the Boyne"),
  onTheDay("2024-08-26", "Summer bank holiday"),
  onTheDay("2024-12-25", "Christmas Day"),
  onTheDay("2024-12-26", "Boxing Day"),
  onTheDay("2025-01-01", "New Year's Day"),
  onTheDay("2025-03-17", "St Patrick's Day"),
  onTheDay("2025-04-18", "Good Friday"),
  onTheDay("2025-04-21", "Easter Monday"),
  onTheDay("2025-05-05", "Early May bank holiday"),
  onTheDay("2025-05-26", "Spring bank holiday"),
  instead("2025-07-14", "Battle of the Boyne"),
  onTheDay("2025-08-25", "Summer bank holiday"),
  onTheDay("2025-12-25", "Christmas Day"),
  onTheDay("2025-12-26", "Boxing Day"),
  onTheDay("2026-01-01", "New Year's Day"),
  onTheDay("2026-03-17", "St Patrick's Day"),
  onTheDay("2026-04-03", "Good Friday"),
  onTheDay("2026-04-06", "Easter Monday"),
  onTheDay("2026-05-04", "Early May bank holiday"),
  onTheDay("2026-05-25", "Spring bank holiday"),
  instead("2026-07-13", "Battle of the Boyne"),
  onTheDay("2026-08-31", "Summer bank holiday"),
  onTheDay("2026-12-25", "Christmas Day"),
  instead("2026-12-28", "Boxing Day"),
  onTheDay("2027-01-01", "New Year's Day"),
  onTheDay("2027-03-17", "St Patrick's Day"),
  onTheDay("2027-03-26", "Good Friday"),
  onTheDay("2027-03-29", "Easter Monday"),
  onTheDay("2027-05-03", "Early May bank holiday"),
  onTheDay("2027-05-31", "Spring bank holiday"),
  onTheDay("2027-07-12", "Battle of the Boyne"),
  onTheDay("2027-08-30", "Summer bank holiday"),
  instead("2027-12-27", "Christmas Day"),
  instead("2027-12-28", "Boxing Day"),
  instead("2028-01-03", "New Year's Day"),
  onTheDay("2028-03-17", "St Patrick's Day"),
  onTheDay("2028-04-14", "Good Friday"),
  onTheDay("2028-04-17", "Easter Monday"),
  onTheDay("2028-05-01", "Early May bank holiday"),
  onTheDay("2028-05-29", "Spring bank holiday"),
  onTheDay("2028-07-12", "Battle of the Boyne"),
  onTheDay("2028-08-28", "Summer bank holiday"),
  onTheDay("2028-12-25", "Christmas Day"),
  onTheDay("2028-12-26", "Boxing Day"),
];

const lists: Readonly<Record<Nation, readonly BankHoliday[]>> = {
  england: englandAndWales,
  wales: englandAndWales,
  scotland,
  "northern-ireland": northernIreland,
};

/** Every bank holiday we hold for a nation, in date order, each with its name, grade and source. */
export function bankHolidayListOf(nation: Nation): readonly BankHoliday[] {
  return lists[nation];
}

/**
 * The days a nation does not work, in the form the working-day counters read. Vouched for from 1 January 2024 to
 * 31 December 2028; outside that the counters refuse, because nobody has published the days.
 */
export function bankHolidaysOf(nation: Nation): BankHolidays {
  return { from, goodUntil, days: new Set(lists[nation].map((holiday) => holiday.date)) };
}

function onTheDay(iso: string, name: string): BankHoliday {
  return { date: calendarDateOf(iso), name, isSubstitute: false, grade: "published", source: publishedList };
}

function instead(iso: string, name: string): BankHoliday {
  return { date: calendarDateOf(iso), name, isSubstitute: true, grade: "published", source: publishedList };
}
