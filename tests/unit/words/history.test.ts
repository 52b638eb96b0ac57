import { expect, test } from "vitest";
import { whatWasDone } from "#app/words/history.ts";

test("what a coordinator wrote down with somebody is never told as the coordinator's own answer", () => {
  for (const action of ["replied", "dates-answered", "said-more-after-no", "access-answers-sent"]) {
    expect(whatWasDone(action, "staff")).toMatch(/^wrote down .*\ba person\b/u);
    expect(whatWasDone(action, "attendee")).not.toContain("a person");
  }
});

test("what anybody else does is told alike, and what is not for a coordinator is told to none", () => {
  for (const by of ["staff", "attendee", "venue-manager", "system"]) {
    expect(whatWasDone("meeting-moved", by)).toBe("moved the meeting");
    expect(whatWasDone("claim-paid", by)).toBeUndefined();
  }
});
