// Dates somebody writes in one box: "4 March 2027, 10 to 14 March 2027". Every date has its year: which year was meant is never guessed.
import { addDays, daysBetween, readDate, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";

/** As many days as a school year has holidays, and a fast of a month besides. */
const mostDays = 150;
const longestRangeDays = 62;

/**
 * The days in "4 March 2027, 10 to 14 March 2027 and 5/4/2027", in order and each once; a range holds both its ends. Refused where
 * any part is not a date with its year, where a range runs backwards or over more than 62 days, and over 150 days in all.
 */
export function statedDatesIn(typed: string): Result<readonly CalendarDate[], "not-dates"> {
  const parts = typed
    .normalize("NFC")
    .split(/[,;\n]|\band\b/iu)
    .map((part) => part.trim().replace(/\.$/u, ""))
    .filter((part) => part !== "");
  if (parts.length === 0) return refused("not-dates");
  const days = new Set<CalendarDate>();
  for (const part of parts) {
    const range = rangeIn(part);
    if (range === null) return refused("not-dates");
    for (let day = range.from; day <= range.to; day = addDays(day, 1)) days.add(day);
    if (days.size > mostDays) return refused("not-dates");
  }
  return done([...days].toSorted());
}

type Range = { readonly from: CalendarDate; readonly to: CalendarDate };

function rangeIn(part: string): Range | null {
  const [first = "", last, ...more] = part.split(/\s*(?:\bto\b|\buntil\b|–|\s-\s)\s*/iu);
  if (more.length > 0) return null;
  if (last === undefined) {
    const only = dateIn(first, []);
    return only === null ? null : { from: only, to: only };
  }
  // "10 to 14 March 2027": what the first end leaves out is what the last end says.
  const to = dateIn(last, []);
  const from = dateIn(first, wordsOf(last));
  if (from === null || to === null || to < from || daysBetween(from, to) > longestRangeDays) return null;
  return { from, to };
}

function dateIn(text: string, fromTheEnd: readonly string[]): CalendarDate | null {
  const words = wordsOf(text);
  const whole = words.length < 3 ? [...words, ...fromTheEnd.slice(words.length)] : words;
  const [day = "", month = "", year = "", ...more] = whole;
  if (more.length > 0 || !/^\d{4}$/u.test(year)) return null;
  const read = readDate({ day, month, year });
  return read.ok ? read.value : null;
}

const weekdays = /^(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur?|sun)(?:day)?$/iu;

/** "Thursday 4th of March 2027", "4/3/2027" and "4.3.2027" as day, month and year. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s/.]+|(?<=\d)-(?=\d)/u)
    .filter((word) => word !== "" && !weekdays.test(word) && !/^(?:of|the)$/iu.test(word))
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/iu, "$1"));
}
