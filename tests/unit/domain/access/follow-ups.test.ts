import { describe, expect, test } from "vitest";
import { followUpIds, followUpOf, followUpsFor, isFollowUpId, ownBreaksIn, readFollowUp } from "#app/domain/access/follow-ups.ts";

describe("which questions follow", () => {
  test("nothing follows from nothing", () => {
    expect(followUpsFor([])).toEqual([]);
  });

  test("an interpreter is followed by three questions, once, however many interpreters are chosen", () => {
    const asked = followUpsFor(["bsl-interpreter", "lipspeaker-needed"]).map((one) => one.id);
    expect(asked).toEqual(["interpreter-preferred", "interpreter-not-wanted", "interpreter-at-breaks"]);
  });

  test("the size in points is asked only after another size", () => {
    expect(followUpsFor(["large-print"]).map((one) => one.id)).toEqual(["print-size"]);
    expect(followUpsFor(["large-print", "large-print-another-size"]).map((one) => one.id)).toEqual(["print-size", "print-size-other"]);
  });

  test("what stands on the topic's own page does not follow", () => {
    expect(followUpsFor(["vegan", "timed-agenda"])).toEqual([]);
  });
});

describe("reading what was typed", () => {
  test.each(followUpIds.filter((id) => !["radios", "checkboxes"].includes(followUpOf(id).kind)))("%s may be left empty", (id) => {
    expect(readFollowUp(id, "  ")).toEqual({ ok: true, value: null });
  });

  test.each([
    ["13", false],
    ["14", true],
    ["72", true],
    ["73", false],
    ["16.5", false],
    ["large", false],
  ])("a print size of %s", (typed, isFine) => {
    expect(readFollowUp("print-size-other", typed)).toEqual(
      isFine ? { ok: true, value: Number(typed) } : { ok: false, refusal: "Enter a print size from 14 to 72" },
    );
  });

  test.each([
    ["70", 700],
    ["70 cm", 700],
    ["70.5cm", 705],
    ["700mm", 700],
    ["0.7 m", 700],
    ['28"', 712],
    ["28 inches", 712],
    ["27.5 in", 699],
  ])("a wheelchair width of %s is kept as %i millimetres, never less than it is", (typed, millimetres) => {
    expect(readFollowUp("wheelchair-width", typed)).toEqual({ ok: true, value: millimetres });
  });

  test.each(["wide", "28", "-70", "70 feet", "7000", "70 cm 2"])("a width of %s is asked for again", (typed) => {
    expect(readFollowUp("wheelchair-width", typed)).toEqual({ ok: false, refusal: "Width must be a number, like 70" });
  });

  test.each([
    ["0", false],
    ["1", true],
    ["4", true],
    ["5", false],
    ["two", false],
  ])("%s people coming along", (typed, isFine) => {
    expect(readFollowUp("supporter-count", typed).ok).toBe(isFine);
  });

  test("a time is kept as a clock shows it", () => {
    expect(readFollowUp("not-before", "2.15 pm")).toEqual({ ok: true, value: "14:15" });
    expect(readFollowUp("not-before", "noonish")).toEqual({ ok: false, refusal: "'Not before' must be a time, like 10:30am" });
  });

  test("a yes-no answer is one of the four", () => {
    expect(readFollowUp("interpreter-at-breaks", "varies")).toEqual({ ok: true, value: "varies" });
    expect(readFollowUp("interpreter-at-breaks", "maybe").ok).toBe(false);
  });

  test("text in any writing is kept, up to its limit", () => {
    expect(readFollowUp("papers-language", " Cymraeg ")).toEqual({ ok: true, value: "Cymraeg" });
    expect(readFollowUp("spoken-language", "العربية")).toEqual({ ok: true, value: "العربية" });
    expect(readFollowUp("allergies", "a".repeat(4000)).ok).toBe(true);
    expect(readFollowUp("allergies", "a".repeat(4001)).ok).toBe(false);
  });

  test("the choices of radios are options, so typed text there is a fault", () => {
    expect(() => readFollowUp("print-size", "18")).toThrow(/print-size/u);
  });
});

test("only our own questions are follow-up questions", () => {
  expect(isFollowUpId("print-size")).toBe(true);
  expect(isFollowUpId("toString")).toBe(false);
});

describe("times of one's own", () => {
  test.each([
    ["12:30pm for 15 minutes, 3pm", [{ at: "12:30", minutes: 15 }, { at: "15:00" }]],
    ["at 1pm", [{ at: "13:00" }]],
    ["9.30 and 13:15 20 mins", [{ at: "09:30" }, { at: "13:15", minutes: 20 }]],
    ["12:30;\n4pm for 5m", [{ at: "12:30" }, { at: "16:00", minutes: 5 }]],
  ])("%j are read as people write them", (typed, breaks) => {
    expect(ownBreaksIn(typed)).toEqual({ ok: true, value: breaks });
    expect(readFollowUp("prayer-times", typed)).toEqual({ ok: true, value: typed });
  });

  test.each(["lunch time", "12:30pm for 3 minutes", "1pm for 200 minutes", "25:00", "1pm, 2pm, 3pm, 4pm, 5pm, 6pm, 7pm", "1pm, soon"])(
    "%j is asked for again",
    (typed) => {
      expect(readFollowUp("medicine-times", typed)).toEqual({
        ok: false,
        refusal: "Times must be like 12:30pm for 15 minutes, 3pm",
      });
    },
  );
});
