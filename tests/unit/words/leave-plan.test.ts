// A plan to leave safely as it is read: choices that have commas of their own never run into each other.
import { describe, expect, test } from "vitest";
import { leavePlanLines, myLeavePlanLines } from "#app/words/leave-plan.ts";

const plan = {
  alarm: ["sees-a-light", "something-else"],
  alarmOther: "A tap on the arm.",
  route: "The garden doors",
  help: ["alongside", "calm-guide"],
  helper: "",
  backUp: "",
} as const;

describe("a plan to leave safely", () => {
  test("says each of several choices as a sentence, and somebody's own words as they wrote them", () => {
    expect(leavePlanLines(plan)).toEqual([
      { name: "How they will know there is an alarm", detail: "Sees a flashing light. A tap on the arm." },
      { name: "The way out, and the safe place", detail: "The garden doors" },
      { name: "Help", detail: "Someone alongside. Quiet, calm guide." },
    ]);
    expect(myLeavePlanLines(plan)[0]?.detail).toBe("You see a flashing light. A tap on the arm.");
  });

  test("says one choice as it is", () => {
    expect(leavePlanLines({ ...plan, alarm: ["hears-it"], help: ["none"] }).map(({ detail }) => detail)).toEqual([
      "Hears it",
      "The garden doors",
      "None",
    ]);
  });
});
