// What a venue reads on the page where it checks its answers.
import { describe, expect, test } from "vitest";
import { answerInWords } from "#app/words/venues.ts";

describe("an answer as the venue checks it", () => {
  test("is the answer with what was written beside it", () => {
    expect(answerInWords("loop-present", { value: true, note: "" })).toBe("Yes");
    expect(answerInWords("loop-present", { value: true, note: "Tested on 3 November" })).toBe("Yes. Tested on 3 November");
    expect(answerInWords("loop-present", { value: null, note: "" })).toBe("I do not know");
  });

  test("says that an unsure answer counts as not known, and how to answer if they are sure", () => {
    expect(answerInWords("loop-present", { value: null, note: "Answered “Yes”, and wrote: should be fine" })).toBe(
      "I do not know. Answered “Yes”, and wrote: should be fine. These words sound unsure, so we count this as not known. If you are sure, answer again without them and say how you know.",
    );
  });
});
