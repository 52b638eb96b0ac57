import { describe, expect, test } from "vitest";
import type { AskedId } from "#app/domain/access/asked.ts";
import { askedAbout, inTheirView, metInTheirView, stepAfter, stepBefore, stepsFor } from "#app/domain/meetings/feedback.ts";

const asked: readonly AskedId[] = ["hearing-loop", "low-light"];

describe("how a meeting was", () => {
  test("is asked about eight requirements at most, what somebody cannot do without first, and none of them twice", () => {
    const many: AskedId[] = [
      "low-light",
      "hearing-loop",
      "step-free-route",
      "fixed-breaks",
      "quiet-room",
      "plain-language",
      "large-print",
      "no-stairs",
      "one-at-a-time",
    ] as AskedId[];
    const needs = [...many, "low-light" as AskedId].map((requirement) => ({ requirement, isEssential: requirement === "one-at-a-time" }));
    const found = askedAbout(needs);
    expect(found).toHaveLength(8);
    expect(found[0]).toBe("one-at-a-time");
    expect(new Set(found).size).toBe(8);
  });

  test("what happened is asked only where something was got partly or not", () => {
    expect(stepsFor(asked, { got: { "hearing-loop": "yes", "low-light": "not-needed" } })).not.toContain("what-happened");
    expect(stepAfter("got", asked, { got: { "hearing-loop": "partly" } })).toBe("what-happened");
    expect(stepAfter("got", asked, { got: {} })).toBe("said");
    expect(stepBefore("said", asked, { got: {} })).toBe("got");
  });

  test("somebody who asked for nothing begins with whether they could say what they wanted", () => {
    expect(stepsFor([], { got: {} })[0]).toBe("said");
    expect(stepAfter("name", [], { got: {} })).toBe(null);
  });

  test("partly is not met, and whoever did not need it or does not say counts nowhere", () => {
    const view = inTheirView([
      { got: { "hearing-loop": "yes", "low-light": "partly" } },
      { got: { "hearing-loop": "no", "low-light": "not-needed" } },
      { got: { "low-light": "not-said" } },
    ]);
    expect(view).toEqual([
      { requirement: "hearing-loop", yes: 1, partly: 0, no: 1 },
      { requirement: "low-light", yes: 0, partly: 1, no: 0 },
    ]);
    expect(metInTheirView(view)).toEqual({ met: 1, of: 3 });
  });
});
