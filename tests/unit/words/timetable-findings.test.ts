import { expect, test } from "vitest";
import { clockTimeOf } from "#app/domain/basics/dates.ts";
import type { TimetableSource } from "#app/domain/meetings/timetable.ts";
import { sourceCode, timetableFindingSentence, timetableNoteSentence } from "#app/words/timetable-findings.ts";

const source: TimetableSource = { attendee: "p2", requirement: "childcare" };
const nobody = () => "one person's need";

test("a page can say that a limit is somebody's without saying whose", () => {
  const finding = { kind: "ends-too-late", planned: clockTimeOf("16:00"), limit: clockTimeOf("14:30"), source } as const;
  expect(timetableFindingSentence(finding, sourceCode)).toBe("Planned end 16:00 is after 14:30 (p2:childcare)");
  expect(timetableFindingSentence(finding, nobody)).toBe("Planned end 16:00 is after 14:30 (one person's need)");
});

test("a start before anybody's limit names the baseline as the baseline", () => {
  const finding = { kind: "starts-too-early", planned: clockTimeOf("09:00"), limit: clockTimeOf("10:30"), source: "baseline" } as const;
  expect(timetableFindingSentence(finding, sourceCode)).toBe("Planned start 09:00 is before 10:30 (baseline)");
});

test("an agenda too long for the longest meeting says so even when there is no end time", () => {
  expect(timetableFindingSentence({ kind: "agenda-does-not-fit", neededMinutes: 250, longestMeetingMinutes: 120 }, sourceCode)).toBe(
    "Agenda does not fit: needs 250 minutes with extra time and breaks; longest meeting 120",
  );
});

test("every note is a sentence that names its source", () => {
  const notes = [
    { kind: "baseline-gives-way", key: "latestEnd", baseline: clockTimeOf("15:30"), source },
    { kind: "baseline-gives-way", key: "earliestStart", baseline: clockTimeOf("10:30"), source },
    { kind: "sunset-not-known", source },
    { kind: "falls-on-date-to-avoid", source },
    { kind: "check-term-dates", source },
    { kind: "ask-which-dates", source },
    { kind: "keep-gap-between-meetings", days: 2, source },
  ] as const;
  const sentences = notes.map((note) => timetableNoteSentence(note, sourceCode));
  expect(new Set(sentences).size).toBe(notes.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\(p2:childcare\)$/u);
});
