// Words into lines of a given width: ragged on the right, never hyphenated, a phone number never broken. Knows nothing of
// sheets or of PDF; how wide letters are comes from outside.
import type { Inline } from "#app/documents/model.ts";
import { addressOnPaper, inlineText } from "#app/documents/render/tidy.ts";
import { asPrinted, type Run, type Weight } from "#app/documents/render/typeset/typefaces.ts";

/** How letters are chosen and measured. */
export type Letters = {
  readonly runs: (text: string, weight: Weight) => readonly Run[];
  /** In points, for the text set on its own at one point. */
  readonly widthAtOnePoint: (run: Run, weight: Weight, figures: Figures) => number;
};
/** Figures that stand under each other in columns are all as wide as one another. */
export type Figures = "as-written" | "in-columns";

/** One place that words lead to; its words may be on several lines. */
export type Target = { readonly address: string; readonly words: string };

export type Segment = {
  readonly text: string;
  readonly family: string;
  readonly weight: Weight;
  readonly width: number;
  readonly target: Target | undefined;
};
export type Line = { readonly segments: readonly Segment[]; readonly width: number };

export type Setting = {
  readonly letters: Letters;
  readonly size: number;
  readonly width: number;
  readonly weight: Weight;
  readonly figures?: Figures;
};

/** Sums of widths come out a hair different in another order; this much is not seen. In points. */
const slack = 0.01;

type Stretch = { readonly text: string; readonly weight: Weight; readonly target: Target | undefined };
type Word = { readonly stretches: Stretch[]; isFollowedBySpace: boolean };
type MeasuredWord = {
  readonly segments: readonly Segment[];
  readonly width: number;
  readonly spaceWidth: number;
  readonly isFollowedBySpace: boolean;
};

/**
 * The words on lines no wider than asked, except where a single letter is wider. The space a line was broken at stays at
 * its end, unseen, so that words copied from two lines do not run together.
 */
export function breakLines(content: readonly Inline[], setting: Setting): readonly Line[] {
  const words = wordsOf(content, setting.weight)
    .map((word) => measured(word, setting))
    .flatMap((word) => (word.width <= setting.width + slack ? [word] : brokenAnywhere(word, setting)));
  const lines: Line[] = [];
  let line: MeasuredWord[] = [];
  let used = 0;
  for (const word of words) {
    if (line.length > 0 && used + word.width > setting.width + slack) {
      lines.push(joined(line, word));
      line = [];
      used = 0;
    }
    line.push(word);
    used += word.width + (word.isFollowedBySpace ? word.spaceWidth : 0);
  }
  if (line.length > 0) lines.push(joined(line, undefined));
  return lines;
}

/** How wide the words are on one line, and how wide the longest that cannot be broken is; in points. */
export function widthsOf(
  content: readonly Inline[],
  setting: Omit<Setting, "width">,
): { readonly whole: number; readonly longestWord: number } {
  const words = wordsOf(content, setting.weight).map((word) => measured(word, setting));
  return {
    whole: words.reduce(
      (sum, word, index) => sum + word.width + (word.isFollowedBySpace && index < words.length - 1 ? word.spaceWidth : 0),
      0,
    ),
    longestWord: Math.max(0, ...words.map((word) => word.width)),
  };
}

function stretchesOf(inline: Inline, weight: Weight): readonly Stretch[] {
  const text = inlineText(inline);
  if (inline.kind === "phone") return [{ text: text.replace(/ /gu, "\u00a0"), weight, target: undefined }];
  if (inline.kind === "strong") return [{ text, weight: "bold", target: undefined }];
  if (inline.kind !== "link") return [{ text, weight, target: undefined }];
  const address = addressOnPaper(inline);
  const led: Stretch = { text, weight, target: { address: inline.address, words: text } };
  return address === undefined ? [led] : [led, { text: ` (${address})`, weight, target: undefined }];
}

/** Where a line may break inside what has no space: after the hyphen of a compound, after a slash or a dash, between two ideographs. */
const breakable =
  /(?<=\p{L}{2}-)(?=\p{L}{2})|(?<=\p{L}\/)(?=\p{L})|(?<=[–—])(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

function wordsOf(content: readonly Inline[], weight: Weight): readonly Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  for (const { text, weight: own, target } of content.flatMap((inline) => stretchesOf(inline, weight))) {
    for (const part of text.split(/( )/u)) {
      if (part === "") continue;
      if (part === " ") {
        if (open !== undefined) open.isFollowedBySpace = true;
        open = undefined;
        continue;
      }
      part.split(breakable).forEach((piece, index) => {
        const printed = asPrinted(piece);
        if (printed === "") return;
        if (open === undefined || index > 0) words.push((open = { stretches: [], isFollowedBySpace: false }));
        open.stretches.push({ text: printed, weight: own, target });
      });
    }
  }
  const last = words.at(-1);
  if (last !== undefined) last.isFollowedBySpace = false;
  return words;
}

function measured(word: Word, setting: Omit<Setting, "width">): MeasuredWord {
  const segments = word.stretches.flatMap((stretch) => segmentsOf(stretch, setting));
  const last = segments.at(-1);
  const spaceWidth =
    last === undefined ? 0 : setting.letters.widthAtOnePoint({ family: last.family, text: " " }, last.weight, "as-written") * setting.size;
  return { segments, width: totalWidth(segments), spaceWidth, isFollowedBySpace: word.isFollowedBySpace };
}

function segmentsOf(stretch: Stretch, setting: Omit<Setting, "width">): readonly Segment[] {
  return setting.letters.runs(stretch.text, stretch.weight).map((run) => ({
    ...run,
    weight: stretch.weight,
    target: stretch.target,
    width: setting.letters.widthAtOnePoint(run, stretch.weight, setting.figures ?? "as-written") * setting.size,
  }));
}

/** A word too long for any line, as pieces that each fit: an address on the web, or a name in a narrow column. */
function brokenAnywhere(word: MeasuredWord, setting: Setting): readonly MeasuredWord[] {
  const pieces: MeasuredWord[] = [];
  let segments: Segment[] = [];
  let used = 0;
  const close = (): void => {
    if (segments.length > 0)
      pieces.push({ segments: merged(segments), width: used, spaceWidth: word.spaceWidth, isFollowedBySpace: false });
    segments = [];
    used = 0;
  };
  for (const segment of word.segments) {
    for (const [letter] of segment.text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
      const [one] = segmentsOf({ text: letter, weight: segment.weight, target: segment.target }, setting);
      if (one === undefined) continue;
      if (used + one.width > setting.width + slack) close();
      segments.push(one);
      used += one.width;
    }
  }
  close();
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, isFollowedBySpace: word.isFollowedBySpace } : piece));
}

/** Words side by side, with what comes after them on the next line. The width is that of what is seen, without the space at the end. */
function joined(words: readonly MeasuredWord[], following: MeasuredWord | undefined): Line {
  const segments = words.flatMap((word, index) => {
    const last = word.segments.at(-1);
    if (!word.isFollowedBySpace || last === undefined) return word.segments;
    const next = (words[index + 1] ?? following)?.segments[0];
    // The space between words that lead somewhere and words that do not belongs to the latter.
    const isInside = last.target === undefined || (next !== undefined && next.target === last.target);
    if (isInside) return [...word.segments.slice(0, -1), { ...last, text: `${last.text} `, width: last.width + word.spaceWidth }];
    return [...word.segments, { ...last, target: undefined, text: " ", width: word.spaceWidth }];
  });
  const last = words.at(-1);
  return { segments: merged(segments), width: totalWidth(segments) - (last?.isFollowedBySpace === true ? last.spaceWidth : 0) };
}

function merged(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last !== undefined && last.family === segment.family && last.weight === segment.weight && last.target === segment.target) {
      result[result.length - 1] = { ...last, text: last.text + segment.text, width: last.width + segment.width };
    } else {
      result.push(segment);
    }
  }
  return result;
}

function totalWidth(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + segment.width, 0);
}
