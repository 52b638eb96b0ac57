// Religious and cultural days on which many people do not work, travel or eat, or are with their families, from 2026 to 2028, each as
// a published list or a fixed rule gives it. Not every tradition is here, and nobody's day is guessed from their name: the list only
// makes a coordinator ask first.
import { addDays, calendarDateOf, type CalendarDate } from "./dates.ts";
import { done, refused, type Result } from "./result.ts";
import type { Source } from "./sources.ts";

export type Observance = {
  readonly name: string;
  /** Whose day it is, as a word before "people". */
  readonly who: string;
  readonly from: CalendarDate;
  /** The last day, itself included. */
  readonly to: CalendarDate;
  /** "moon": the moon decides, and each end may be a day earlier or later. "differs": some keep it a day earlier or later. */
  readonly certainty: "certain" | "moon" | "differs";
  /** It begins at sunset on the day before. */
  readonly beginsAtSunsetBefore: boolean;
  readonly source: Source;
};

/** How a date lies to an observance: in it, next to one that may fall on it, or the day at whose sunset it begins. */
export type ObservanceOn = { readonly observance: Observance; readonly how: "in" | "may-be-in" | "begins-at-sunset" };

const checkedOn = calendarDateOf("2026-11-22");
const known = { from: calendarDateOf("2026-01-01"), goodUntil: calendarDateOf("2028-12-31") };

const easterRule: Source = {
  title: "Calendar (New Style) Act 1750, the rule for Easter",
  locator: "worked out for each year; the Orthodox Easter by the same rule in the Julian calendar",
  url: "https://www.legislation.gov.uk/apgb/Geo2/24/23",
  checkedOn,
};
const julianChristmas: Source = {
  title: "Equality UK: interfaith calendar",
  locator: "7 January, which is 25 December in the Julian calendar until the year 2100",
  url: "http://www.equalityuk.org/interfaithcalendar/",
  checkedOn,
};
const jewishList: Source = {
  title: "Harris Center for Judaic Studies, University of Nebraska-Lincoln: Jewish holidays",
  locator: "published for 2026 to 2027; later years by the fixed rule of the Hebrew calendar",
  url: "https://judaic.unl.edu/jewish-holidays",
  checkedOn,
};
const hebrewList: Source = {
  title: "python-holidays: dates of the Hebrew calendar",
  locator: "holidays/calendars/hebrew.py, as it stood on 22 November 2026: PURIM_DATES and HANUKKAH_DATES; Hanukkah lasts eight days",
  url: "https://github.com/vacanza/holidays/blob/13a9000d6e4bdb05b43bdaa1dfa81c2cc68538ee/holidays/calendars/hebrew.py",
  checkedOn,
};
// Some countries keep Wesak at the next full moon: in 2026 that was 31 May.
const buddhistList: Source = {
  title: "python-holidays: dates of the Buddhist calendar",
  locator: "holidays/calendars/buddhist.py, as it stood on 22 November 2026: VESAK_MAY_DATES, the first full moon of May",
  url: "https://github.com/vacanza/holidays/blob/0d3079bdc9eedeba4a3d3b3203731a8ed01b4b03/holidays/calendars/buddhist.py",
  checkedOn,
};
const muslimList: Source = {
  title: "python-holidays: dates of the Islamic calendar",
  locator: "holidays/calendars/islamic.py, as it stood on 23 July 2026; estimated from the Umm al-Qura calendar",
  url: "https://github.com/vacanza/holidays/blob/c382fdec456ce76e03b841ab809d47e46be610a2/holidays/calendars/islamic.py",
  checkedOn,
};
const hinduList: Source = {
  title: "python-holidays: dates of the Hindu calendar, from timeanddate.com",
  locator: "holidays/calendars/hindu.py, as it stood on 23 July 2026: DIWALI_INDIA_DATES, HOLI_DATES and GURU_NANAK_JAYANTI_DATES",
  url: "https://github.com/vacanza/holidays/blob/c382fdec456ce76e03b841ab809d47e46be610a2/holidays/calendars/hindu.py",
  checkedOn,
};
const chineseList: Source = {
  title: "python-holidays: dates of the Chinese calendar",
  locator: "holidays/calendars/chinese.py, as it stood on 23 July 2026: LUNAR_NEW_YEAR_DATES",
  url: "https://github.com/vacanza/holidays/blob/c382fdec456ce76e03b841ab809d47e46be610a2/holidays/calendars/chinese.py",
  checkedOn,
};
const nanakshahi: Source = {
  title: "Milli's Ashram Gurdwara: the Sikh calendar",
  locator: "the month of Vaisakh begins on 14 April every year",
  url: "https://millisashram.org/gurdwara/calendar",
  checkedOn,
};

const christian = { who: "Christian", certainty: "certain", beginsAtSunsetBefore: false, source: easterRule } as const;
const orthodox = { ...christian, who: "Orthodox Christian" } as const;
const jewish = { who: "Jewish", certainty: "certain", beginsAtSunsetBefore: true, source: jewishList } as const;
const muslim = { who: "Muslim", certainty: "moon", beginsAtSunsetBefore: true, source: muslimList } as const;
const hindu = { who: "Hindu", certainty: "differs", beginsAtSunsetBefore: false, source: hinduList } as const;
const sikh = { ...hindu, who: "Sikh" } as const;

/** Every day we hold, in date order within each tradition. */
export const observances: readonly Observance[] = [
  ...each({ ...christian, name: "Ash Wednesday" }, ["2026-02-18"], ["2027-02-10"], ["2028-03-01"]),
  ...each({ ...christian, name: "Good Friday" }, ["2026-04-03"], ["2027-03-26"], ["2028-04-14"]),
  ...each({ ...christian, name: "Easter Sunday" }, ["2026-04-05"], ["2027-03-28"], ["2028-04-16"]),
  ...each({ ...christian, name: "Christmas Day" }, ["2026-12-25"], ["2027-12-25"], ["2028-12-25"]),
  ...each({ ...orthodox, name: "Orthodox Christmas", source: julianChristmas }, ["2026-01-07"], ["2027-01-07"], ["2028-01-07"]),
  ...each({ ...orthodox, name: "Orthodox Good Friday" }, ["2026-04-10"], ["2027-04-30"], ["2028-04-14"]),
  ...each({ ...orthodox, name: "Orthodox Easter" }, ["2026-04-12"], ["2027-05-02"], ["2028-04-16"]),
  ...each({ ...jewish, name: "Purim", source: hebrewList }, ["2026-03-03"], ["2027-03-23"], ["2028-03-12"]),
  ...each({ ...jewish, name: "Passover" }, ["2026-04-02", "2026-04-09"], ["2027-04-22", "2027-04-29"], ["2028-04-11", "2028-04-18"]),
  ...each({ ...jewish, name: "Shavuot" }, ["2026-05-22", "2026-05-23"], ["2027-06-11", "2027-06-12"], ["2028-05-31", "2028-06-01"]),
  ...each({ ...jewish, name: "Rosh Hashanah" }, ["2026-09-12", "2026-09-13"], ["2027-10-02", "2027-10-03"], ["2028-09-21", "2028-09-22"]),
  ...each({ ...jewish, name: "Yom Kippur" }, ["2026-09-21"], ["2027-10-11"], ["2028-09-30"]),
  ...each({ ...jewish, name: "Sukkot" }, ["2026-09-26", "2026-10-02"], ["2027-10-16", "2027-10-22"], ["2028-10-05", "2028-10-11"]),
  ...each(
    { ...jewish, name: "Shemini Atzeret and Simchat Torah" },
    ["2026-10-03", "2026-10-04"],
    ["2027-10-23", "2027-10-24"],
    ["2028-10-12", "2028-10-13"],
  ),
  ...each(
    { ...jewish, name: "Hanukkah", source: hebrewList },
    ["2026-12-05", "2026-12-12"],
    ["2027-12-25", "2028-01-01"],
    ["2028-12-13", "2028-12-20"],
  ),
  ...each({ ...muslim, name: "Ramadan" }, ["2026-02-18", "2026-03-19"], ["2027-02-08", "2027-03-08"], ["2028-01-28", "2028-02-25"]),
  ...each({ ...muslim, name: "Eid al-Fitr" }, ["2026-03-20"], ["2027-03-09"], ["2028-02-26"]),
  ...each({ ...muslim, name: "Eid al-Adha" }, ["2026-05-27"], ["2027-05-16"], ["2028-05-05"]),
  ...each({ ...muslim, name: "Ashura" }, ["2026-06-25"], ["2027-06-15"], ["2028-06-03"]),
  ...each({ ...hindu, name: "Holi" }, ["2026-03-04"], ["2027-03-22"], ["2028-03-11"]),
  ...each({ ...hindu, who: "Hindu, Sikh and Jain", name: "Diwali" }, ["2026-11-08"], ["2027-10-29"], ["2028-10-17"]),
  ...each({ ...sikh, name: "Vaisakhi", source: nanakshahi }, ["2026-04-14"], ["2027-04-14"], ["2028-04-14"]),
  ...each({ ...sikh, name: "Guru Nanak's birthday" }, ["2026-11-24"], ["2027-11-14"], ["2028-11-02"]),
  ...each({ ...hindu, who: "Buddhist", name: "Wesak", source: buddhistList }, ["2026-05-01"], ["2027-05-20"], ["2028-05-09"]),
  ...each(
    { name: "Lunar New Year", who: "Chinese and East Asian", certainty: "certain", beginsAtSunsetBefore: false, source: chineseList },
    ["2026-02-17"],
    ["2027-02-06"],
    ["2028-01-26"],
  ),
];

/** The days our list vouches for. */
export const observancesKnown: { readonly from: CalendarDate; readonly goodUntil: CalendarDate } = known;

/** The observances a date lies in, may lie in, or at whose sunset they begin. Refused outside the years the list holds. */
export function observancesOn(date: CalendarDate): Result<readonly ObservanceOn[], "outside-known-dates"> {
  if (date < known.from || date > known.goodUntil) return refused("outside-known-dates");
  return done(
    observances.flatMap((observance): readonly ObservanceOn[] => {
      const { from, to, certainty, beginsAtSunsetBefore } = observance;
      if (date >= from && date <= to) return [{ observance, how: "in" }];
      // Where the moon decides, the evening before is among the days that may be in it.
      if (certainty !== "certain") return date === addDays(from, -1) || date === addDays(to, 1) ? [{ observance, how: "may-be-in" }] : [];
      return beginsAtSunsetBefore && date === addDays(from, -1) ? [{ observance, how: "begins-at-sunset" }] : [];
    }),
  );
}

type Span = readonly [from: string, to?: string];

function each(what: Omit<Observance, "from" | "to">, ...years: readonly Span[]): readonly Observance[] {
  return years.map(([from, to = from]) => ({ ...what, from: calendarDateOf(from), to: calendarDateOf(to) }));
}
