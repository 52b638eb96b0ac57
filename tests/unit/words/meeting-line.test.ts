import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { meetingLine } from "#app/words/meetings.ts";

const next = { id: "reply-by", on: calendarDateOf("2026-12-08") } as const;
const asked = { invited: 8, replied: 3, next: null };

describe("the line under a meeting", () => {
  test("says how many replied, how many requirements are still to sort, and what comes next", () => {
    expect(meetingLine({ ...asked, toSort: { requirements: 4 }, next })).toMatch(
      /^3 of 8 replied\. 4 requirements still to sort\. Next: .+ by .+\.$/u,
    );
  });

  test("never says nought before anybody answered, or while it cannot be worked out", () => {
    expect(meetingLine({ ...asked, toSort: "no-answers" })).toContain("No access answers yet.");
    expect(meetingLine({ ...asked, toSort: "not-worked-out" })).toContain("Requirements cannot be checked yet.");
    expect(meetingLine({ ...asked, toSort: { requirements: 0 } })).toContain("No requirements still to sort.");
    expect(meetingLine({ ...asked, toSort: { requirements: 1 } })).toContain("1 requirement still to sort.");
  });

  test("says nothing of requirements for a meeting nobody is invited to", () => {
    expect(meetingLine({ invited: 0, replied: 0, toSort: "no-answers", next: null })).toBe("Nobody is invited yet.");
  });
});
