// Setting plain letters quickly. Shaping a word through all the rules of a typeface takes most of the time a sheet takes; for
// letters that never join or change, a word is its letters and the room between each two, which is remembered for each
// pair. Pairs say nothing about whose paper they came from, so remembering them keeps nobody's words.

export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
export type GlyphRun = { readonly glyphs: readonly Glyph[]; readonly positions: GlyphPosition[]; readonly advanceWidth: number };
export type Shape = (text: string, features?: readonly string[]) => GlyphRun;

/** Letters, digits and signs that stand alone in every typeface we print with: no marks, no joining scripts. */
const standsAlone =
  /^[ -~\u00a3\u00a7\u00a9\u00b0\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0148\u014a-\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2212]*$/u;

type Pair = { readonly first: Glyph; readonly advance: number } | "shaped-together";

/**
 * The same answer as `shape`, faster for plain letters. A pair that `shape` joins or moves is noticed, and any text holding
 * it goes to `shape` whole.
 */
export function shapeByPairs(shape: Shape): Shape {
  const pairsByFeatures = new Map<string, Map<string, Pair>>();
  const singles = new Map<string, Glyph | "shaped-together">();

  const single = (letter: string, features: readonly string[] | undefined, key: string): Glyph | "shaped-together" => {
    const name = `${key} ${letter}`;
    let found = singles.get(name);
    if (found === undefined) {
      const run = shape(letter, features);
      const [glyph] = run.glyphs;
      found = glyph !== undefined && run.glyphs.length === 1 && standsStill(run, 0) ? glyph : "shaped-together";
      singles.set(name, found);
    }
    return found;
  };

  const pair = (first: string, second: string, features: readonly string[] | undefined, key: string): Pair => {
    let pairs = pairsByFeatures.get(key);
    if (pairs === undefined) pairsByFeatures.set(key, (pairs = new Map<string, Pair>()));
    const known = pairs.get(first + second);
    if (known !== undefined) return known;
    const run = shape(first + second, features);
    const alone = single(first, features, key);
    const next = single(second, features, key);
    const isPlain =
      alone !== "shaped-together" &&
      next !== "shaped-together" &&
      run.glyphs.length === 2 &&
      run.glyphs[0]?.id === alone.id &&
      run.glyphs[1]?.id === next.id &&
      standsStill(run, 0) &&
      standsStill(run, 1) &&
      run.positions[1]?.xAdvance === next.advanceWidth;
    const found: Pair = isPlain ? { first: alone, advance: run.positions[0]?.xAdvance ?? 0 } : "shaped-together";
    pairs.set(first + second, found);
    return found;
  };

  return (text, features) => {
    if (text.length === 0 || !standsAlone.test(text)) return shape(text, features);
    const key = features === undefined ? "" : features.join(",");
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    for (let at = 0; at < text.length - 1; at += 1) {
      const next = pair(text.charAt(at), text.charAt(at + 1), features, key);
      if (next === "shaped-together") return shape(text, features);
      glyphs.push(next.first);
      positions.push({ xAdvance: next.advance, yAdvance: 0, xOffset: 0, yOffset: 0 });
    }
    const last = single(text.charAt(text.length - 1), features, key);
    if (last === "shaped-together") return shape(text, features);
    glyphs.push(last);
    positions.push({ xAdvance: last.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
    return runOf(glyphs, positions);
  };
}

function standsStill(run: GlyphRun, at: number): boolean {
  const position = run.positions[at];
  return position !== undefined && position.xOffset === 0 && position.yOffset === 0 && position.yAdvance === 0;
}

/** The width is added up when asked for, because pdfkit scales the positions after it has got them. */
function runOf(glyphs: readonly Glyph[], positions: GlyphPosition[]): GlyphRun {
  return {
    glyphs,
    positions,
    get advanceWidth() {
      let width = 0;
      for (const position of positions) width += position.xAdvance;
      return width;
    },
  };
}
