// A calendar file (RFC 5545): whole days, plain words, no alarm.
import { addDays, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";

export type CalendarDay = { readonly id: string; readonly on: CalendarDate; readonly title: string; readonly text: string };

/** Days as a calendar file. The same days made at the same moment give the same bytes. */
export function calendarFile(days: readonly CalendarDay[], madeAt: Instant): string {
  const stamp = `${madeAt.slice(0, 19).replace(/[-:]/gu, "")}Z`;
  const plain = (date: CalendarDate): string => date.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Welcome Table//Deadlines//EN",
    ...days.flatMap(({ id, on, title, text }) => [
      "BEGIN:VEVENT",
      `UID:${id}@welcome-table`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, (mark) => `\\${mark}`).replace(/\r?\n/gu, "\\n");
}

// A line holds 75 bytes at most; what follows begins with a space. A letter of several bytes is never cut.
function folded(line: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let room = 75;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (size > room) {
      parts.push(part);
      part = " ";
      room = 74;
    }
    part += letter;
    room -= size;
  }
  return [...parts, part];
}
