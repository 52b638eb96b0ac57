import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { link, phone, strong, written, type Written } from "#app/documents/model.ts";
import { breakLines, widthsOf, type Letters, type Line } from "#app/documents/render/typeset/lines.ts";

/** Every letter as wide as it is high, so that a width is a count of letters. */
const letters: Letters = {
  runs: (text) => (text === "" ? [] : [{ family: "square", text }]),
  widthAtOnePoint: (run) => [...run.text].length,
};

function linesOf(words: Written, width: number): readonly string[] {
  return breakLines(written(words), { letters, size: 1, width, weight: "regular" }).map(textOf);
}

function textOf(line: Line): string {
  return line.segments.map((segment) => segment.text).join("");
}

describe("words on lines", () => {
  it("for any words and width, nothing is lost, added or wider than the line", () => {
    const anyWords = fc.array(fc.string({ unit: fc.constantFrom(...Array.from("abcÉ-/–’.,王明")), minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = breakLines(written(words.join(" ")), { letters, size: 1, width, weight: "regular" });
        expect(lines.map(textOf).join("")).toBe(words.join(" "));
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(width + 0.01);
          expect(line.width).toBe([...textOf(line).trimEnd()].length);
        }
      }),
    );
  });

  it("break at spaces, and keep the space they broke at", () => {
    expect(linesOf("the quiet room", 9)).toEqual(["the quiet ", "room"]);
  });

  it("keep a phone number whole", () => {
    expect(linesOf(["Ring ", phone("01632 960 001"), " now"], 16)).toEqual(["Ring ", "01632 960 001 ", "now"]);
  });

  it("may break a compound after its hyphen, but never a reference or a year", () => {
    expect(linesOf("step-free", 6)).toEqual(["step-", "free"]);
    expect(linesOf("to KTR4-MWPX", 9)).toEqual(["to ", "KTR4-MWPX"]);
    expect(linesOf("in 2026-27", 7)).toEqual(["in ", "2026-27"]);
  });

  it("do not part a full stop from a strong word before it", () => {
    expect(linesOf(["by ", strong("Friday"), "."], 9)).toEqual(["by ", "Friday."]);
  });

  it("break a word that is longer than the line wherever the line ends", () => {
    expect(linesOf("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  });

  it("break Chinese between any two characters, but not before a full stop", () => {
    expect(linesOf("王小明。李娜", 2)).toEqual(["王小", "明。", "李娜"]);
  });

  it("say a link's address after its words, unless the words are the address", () => {
    expect(linesOf(link("our page", "https://example.org/help/"), 99)).toEqual(["our page (example.org/help)"]);
    expect(linesOf(link("example.org/help", "https://example.org/help"), 99)).toEqual(["example.org/help"]);
  });

  it("know how wide they are on one line, and how wide their longest word is", () => {
    expect(widthsOf(written("the quiet room"), { letters, size: 2, weight: "regular" })).toEqual({ whole: 28, longestWord: 10 });
    expect(widthsOf([], { letters, size: 2, weight: "regular" })).toEqual({ whole: 0, longestWord: 0 });
  });
});
