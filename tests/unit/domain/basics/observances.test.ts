// Religious and cultural days, checked against the rules they come from: worked out here a second time, in another way.
import { describe, expect, test } from "vitest";
import { addDays, calendarDateOf, daysBetween } from "#app/domain/basics/dates.ts";
import { observances, observancesKnown, observancesOn, type Observance } from "#app/domain/basics/observances.ts";

const years = [2026, 2027, 2028] as const;
const named = (name: string): readonly Observance[] => observances.filter((one) => one.name === name);
const on = (iso: string) => {
  const found = observancesOn(calendarDateOf(iso));
  if (!found.ok) throw new Error(found.refusal);
  return found.value.map(({ observance, how }) => [observance.name, how]);
};

/** The anonymous Gregorian computus of 1876. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, "0")}-${String((sum % 31) + 1).padStart(2, "0")}`;
}

/** Meeus: the Julian Easter, 13 days later in our calendar in this century. */
function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const julian = `${year}-${String(Math.floor(sum / 31)).padStart(2, "0")}-${String((sum % 31) + 1).padStart(2, "0")}`;
  return addDays(calendarDateOf(julian), 13);
}

/** "10 Tishri" and the like, as the calendar of another tradition names a day. */
function inCalendar(calendar: "hebrew" | "islamic-umalqura", iso: string): string {
  // eslint-disable-next-line no-restricted-syntax -- the runtime's own calendars are the second opinion here; nobody reads these words
  const format = new Intl.DateTimeFormat(`en-GB-u-ca-${calendar}`, { timeZone: "UTC", day: "numeric", month: "long" });
  const parts = Object.fromEntries(format.formatToParts(new Date(`${iso}T12:00:00Z`)).map(({ type, value }) => [type, value]));
  return `${parts["day"]} ${parts["month"]}`;
}

describe("the list of days", () => {
  test("holds each day once in each of its years, with a source and its end not before its start", () => {
    for (const name of new Set(observances.map((one) => one.name))) {
      expect([name, named(name).map(({ from }) => Number(from.slice(0, 4)))]).toEqual([name, [...years]]);
    }
    for (const { from, to, source } of observances) {
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
      expect(source.url).toMatch(/^https?:/u);
    }
  });

  test("Easter and what hangs from it are where the rule puts them", () => {
    const before = (dates: readonly string[], days: number) => dates.map((date) => addDays(calendarDateOf(date), -days));
    const sundays = years.map(easter);
    expect(named("Easter Sunday").map(({ from }) => from)).toEqual(sundays);
    expect(named("Good Friday").map(({ from }) => from)).toEqual(before(sundays, 2));
    expect(named("Ash Wednesday").map(({ from }) => from)).toEqual(before(sundays, 46));
    const orthodox = years.map(orthodoxEaster);
    expect(named("Orthodox Easter").map(({ from }) => from)).toEqual(orthodox);
    expect(named("Orthodox Good Friday").map(({ from }) => from)).toEqual(before(orthodox, 2));
  });

  test.each([
    ["Passover", "15 Nisan", 8],
    ["Shavuot", "6 Sivan", 2],
    ["Rosh Hashanah", "1 Tishri", 2],
    ["Yom Kippur", "10 Tishri", 1],
    ["Sukkot", "15 Tishri", 7],
    ["Hanukkah", "25 Kislev", 8],
    ["Shemini Atzeret and Simchat Torah", "22 Tishri", 2],
  ] as const)("%s is on %s", (name, day, length) => {
    for (const { from, to } of named(name)) {
      expect(inCalendar("hebrew", from)).toBe(day);
      expect(daysBetween(from, to) + 1).toBe(length);
    }
  });

  test("Purim is thirty days before Passover, on 14 Adar or, in a year with two, the second", () => {
    expect(named("Purim").map(({ from }) => addDays(from, 30))).toEqual(named("Passover").map(({ from }) => from));
    expect(named("Purim").map(({ from, to }) => [inCalendar("hebrew", from), to === from])).toEqual([
      ["14 Adar", true],
      ["14 Adar II", true],
      ["14 Adar", true],
    ]);
  });

  test("Wesak is within a day of the first full moon of May, worked out from a full moon that is known", () => {
    // 3 January 2026, 10:03 UTC; a mean month later the moon is full again, to within 14 hours.
    const known = Date.UTC(2026, 0, 3, 10, 3);
    const month = 29.530_588_853 * 86_400_000;
    for (const [place, { from }] of named("Wesak").entries()) {
      const may = Date.UTC(years[place]!, 4, 1);
      const first = known + Math.ceil((may - 14 * 3_600_000 - known) / month) * month;
      expect(Math.abs(first - Date.parse(`${from}T12:00:00Z`)), from).toBeLessThan(36 * 3_600_000);
    }
  });

  test.each([
    ["Ramadan", "1 Ramadan"],
    ["Eid al-Fitr", "1 Shawwal"],
    ["Eid al-Adha", "10 Dhuʻl-Hijjah"],
    ["Ashura", "10 Muharram"],
  ] as const)("%s begins on %s of the calculated calendar", (name, day) => {
    for (const { from } of named(name)) expect(inCalendar("islamic-umalqura", from)).toBe(day);
  });

  test("Ramadan lasts until the day before Eid al-Fitr", () => {
    expect(named("Ramadan").map(({ to }) => addDays(to, 1))).toEqual(named("Eid al-Fitr").map(({ from }) => from));
  });
});

describe("a date", () => {
  test("a day in the middle of Ramadan is in it, and an ordinary day is in nothing", () => {
    expect(on("2027-02-20")).toEqual([["Ramadan", "in"]]);
    expect(on("2027-01-12")).toEqual([]);
  });

  test("a day that the moon may make Eid is said to be perhaps in it, a day either side and no further", () => {
    expect(on("2027-05-15")).toEqual([["Eid al-Adha", "may-be-in"]]);
    expect(on("2027-05-17")).toEqual([["Eid al-Adha", "may-be-in"]]);
    expect(on("2027-05-18")).toEqual([]);
  });

  test("Yom Kippur begins at sunset on the day before", () => {
    expect(on("2027-10-10")).toEqual([["Yom Kippur", "begins-at-sunset"]]);
    expect(on("2027-10-11")).toEqual([["Yom Kippur", "in"]]);
    expect(on("2027-10-12")).toEqual([]);
  });

  test("outside the years of the list nobody knows", () => {
    expect(observancesOn(addDays(observancesKnown.goodUntil, 1))).toEqual({ ok: false, refusal: "outside-known-dates" });
    expect(observancesOn(addDays(observancesKnown.from, -1)).ok).toBe(false);
    expect(observancesOn(observancesKnown.goodUntil).ok).toBe(true);
  });
});
