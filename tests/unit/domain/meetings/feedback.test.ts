import { describe, expect, test } from "vitest";
import type { AskedId } from "#app/domain/access/asked.ts";
import {
  askedAbout,
  askedAndAnswered,
  hasBeen,
  inTheirView,
  metInTheirView,
  stepAfter,
  stepBefore,
  stepsFor,
  toTellMoreOf,
} from "#app/domain/meetings/feedback.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";

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
    expect(stepsFor(asked, { got: { "hearing-loop": "yes", "low-light": "not-needed" }, happened: {} })).not.toContain("what-happened");
    expect(stepAfter("got", asked, { got: { "hearing-loop": "partly" }, happened: {} })).toBe("what-happened");
    expect(stepAfter("got", asked, { got: {}, happened: {} })).toBe("said");
    expect(stepBefore("said", asked, { got: {}, happened: {} })).toBe("got");
  });

  test("somebody who asked for nothing begins with whether they could say what they wanted", () => {
    expect(stepsFor([], { got: {}, happened: {} })[0]).toBe("said");
    expect(stepAfter("name", [], { got: {}, happened: {} })).toBe(null);
  });

  test("partly is not met, and whoever did not need it or does not say counts nowhere", () => {
    const view = inTheirView([
      { isNamed: true, got: { "hearing-loop": "yes", "low-light": "partly" } },
      { isNamed: true, got: { "hearing-loop": "no", "low-light": "not-needed" } },
      { isNamed: true, got: { "low-light": "not-said" } },
    ]);
    expect(view).toEqual([
      { requirement: "hearing-loop", yes: 1, partly: 0, no: 1, hidesSome: false },
      { requirement: "low-light", yes: 0, partly: 1, no: 0, hidesSome: false },
    ]);
    expect(metInTheirView(view)).toEqual({ met: 1, of: 3 });
  });

  test("answers without a name are counted from three on, and fewer are neither in a requirement's counts nor in the sum of all", () => {
    const unnamed = { isNamed: false, got: { "hearing-loop": "no" } } as const;
    const named = { isNamed: true, got: { "hearing-loop": "yes" } } as const;
    const few = inTheirView([named, unnamed, unnamed]);
    expect(few).toEqual([{ requirement: "hearing-loop", yes: 1, partly: 0, no: 0, hidesSome: true }]);
    expect(metInTheirView(few)).toEqual({ met: 1, of: 1 });
    const enough = inTheirView([named, unnamed, unnamed, unnamed]);
    expect(enough).toEqual([{ requirement: "hearing-loop", yes: 1, partly: 0, no: 3, hidesSome: false }]);
    expect(inTheirView([unnamed])).toEqual([{ requirement: "hearing-loop", yes: 0, partly: 0, no: 0, hidesSome: true }]);
  });

  test("what somebody wrote stays in sight when they say afterwards that they got it, and empty words do not", () => {
    const said = { got: { "hearing-loop": "yes" }, happened: { "hearing-loop": "It hummed.", "low-light": " " } } as const;
    expect(toTellMoreOf(asked, said)).toEqual(["hearing-loop"]);
    expect(stepsFor(asked, said)).toContain("what-happened");
  });

  test("what was answered stays among what is asked, whatever the person is asked about now", () => {
    expect(askedAndAnswered([], { got: { "low-light": "no" }, happened: { "hearing-loop": "Off." } })).toEqual([
      "low-light",
      "hearing-loop",
    ]);
    expect(askedAndAnswered(["low-light"], { got: { "low-light": "no" }, happened: {} })).toEqual(["low-light"]);
  });

  test("a meeting has been from the day after it, or once it is marked as held, and never when it was called off", () => {
    const date = calendarDateOf("2027-02-02");
    const [day, next] = [date, calendarDateOf("2027-02-03")];
    expect([hasBeen({ state: "open", date }, day), hasBeen({ state: "open", date }, next)]).toEqual([false, true]);
    expect([hasBeen({ state: "held", date }, day), hasBeen({ state: "cancelled", date }, next)]).toEqual([true, false]);
    expect([hasBeen({ state: "open", date: null }, next), hasBeen({ state: "draft", date }, next)]).toEqual([false, false]);
  });
});
