import { createRequire } from "node:module";
import fc from "fast-check";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { shapeByPairs, type GlyphRun, type Shape } from "#app/documents/render/typeset/letter-pairs.ts";
import { families } from "#app/documents/render/typeset/typefaces.ts";

const find = createRequire(import.meta.url);

function shaperOf(file: string): Shape {
  const scratch = new PDFDocument({ autoFirstPage: false, font: find.resolve(file) });
  const { font } = (scratch as unknown as { _font: { font: { layout: Shape } } })._font;
  return (text, features) => font.layout(text, features);
}

function drawn(run: GlyphRun): readonly unknown[] {
  return run.glyphs.map((glyph, index) => {
    const { xAdvance, yAdvance, xOffset, yOffset } = run.positions[index] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
    return [glyph.id, xAdvance, yAdvance, xOffset, yOffset];
  });
}

const words = fc
  .array(
    fc.constantFrom(
      ...Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-–—'’“”()/£€@&!?łŁŵŷéüőżĳŉﬁ\u0301\u0307Жя"),
    ),
    { maxLength: 14 },
  )
  .map((letters) => letters.join(""));

describe("setting letters by their pairs", () => {
  it.each(families.flatMap(({ name, files }) => (["regular", "bold"] as const).map((weight) => [name, weight, files[weight]] as const)))(
    "draws any text as the typeface's own rules would: %s %s",
    (_, __, file) => {
      const shape = shaperOf(file);
      const quick = shapeByPairs(shape);
      fc.assert(
        fc.property(words, fc.constantFrom(undefined, ["tnum", "kern"]), (text, features) => {
          expect(drawn(quick(text, features))).toEqual(drawn(shape(text, features)));
          expect(quick(text, features).advanceWidth).toBeCloseTo(shape(text, features).advanceWidth, 6);
        }),
        { numRuns: 400 },
      );
    },
    60_000,
  );

  it("gives each caller positions of its own, because they are scaled in place", () => {
    const quick = shapeByPairs(shaperOf(families[0]!.files.regular));
    const first = quick("Room");
    for (const position of first.positions) position.xAdvance = 0;
    expect(quick("Room").advanceWidth).toBeGreaterThan(0);
    expect(first.advanceWidth).toBe(0);
  });
});
