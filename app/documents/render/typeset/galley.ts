// What lies between a paper's blocks and its sheets: strips that are never cut, what is drawn on them, and the tags that say
// what each thing drawn means. Nothing here knows on which sheet it will land.
import type { Line, Target } from "#app/documents/render/typeset/lines.ts";
import type { Weight } from "#app/documents/render/typeset/typefaces.ts";

/** Something drawn on a strip. `x` is from the sheet's left edge, `y` from the strip's top, all in points. */
export type Ink =
  | {
      readonly kind: "text";
      readonly x: number;
      /** Where the letters stand. */
      readonly y: number;
      readonly text: string;
      readonly family: string;
      readonly weight: Weight;
      readonly size: number;
      readonly width: number;
      readonly isInColumn: boolean;
      /** Black unless said. */
      readonly colour?: string;
    }
  | { readonly kind: "rule"; readonly x: number; readonly y: number; readonly width: number; readonly thickness: number }
  /** `address` is a data: address of a PNG or a JPEG. */
  | {
      readonly kind: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly address: string;
    }
  /** Dark rectangles on white, each `unit` points high: a square to scan. */
  | {
      readonly kind: "squares";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly unit: number;
      readonly runs: readonly { readonly x: number; readonly y: number; readonly width: number }[];
    }
  /**
   * The ground of a card and a shape on it, drawn before anything else on its sheet: `outline` is a path in a square of 100. Without a
   * shape, a line round an empty ground.
   */
  | {
      readonly kind: "card";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly shape: {
        readonly outline: string;
        readonly x: number;
        readonly y: number;
        readonly side: number;
        readonly ink: string;
        readonly fill: string;
      } | null;
    }
  /** A drawing of ours: `outline` is a path in a square of 100. */
  | { readonly kind: "drawing"; readonly x: number; readonly y: number; readonly side: number; readonly outline: string }
  | { readonly kind: "tick-box"; readonly x: number; readonly y: number; readonly side: number; readonly isTicked: boolean };

/** A slice of the paper as wide as the sheet. Mutable until it is placed: what follows a block can change how it keeps. */
export type Strip = {
  readonly height: number;
  /** Room above, which goes when the strip begins a sheet. */
  gapBefore: number;
  /** Not parted from the next strip while all that keep together fit on one sheet. What fills more is parted where it keeps loosely. */
  keepsWithNext: false | Keeping;
  startsSheet: boolean;
  /** As high as half the paper, and placed to its edges: two of them to a sheet, with nothing else but the line at its foot. */
  readonly isHalfSheet?: true;
  /** Drawn for the eye alone. */
  readonly ornaments: readonly Ink[];
  /** Drawn again, for the eye alone, above this strip when it begins a sheet: the head of its table. */
  readonly headAgain?: HeadAgain;
};
/** A label keeps firmly to the line it is for; one answer on a form keeps loosely to the next. */
export type Keeping = "loosely" | "firmly";
export type HeadAgain = { readonly height: number; readonly inks: readonly Ink[] };

/** One thing drawn that has a meaning. */
export type Piece = { readonly kind: "piece"; readonly strip: Strip; readonly ink: Ink };

export type TagType =
  | "P"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "Sect"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Link"
  | "Form"
  | "Caption"
  | "Figure";

/** What something is, for those who cannot see how it looks. Children are in reading order. */
export type Tag = {
  readonly kind: "tag";
  readonly type: TagType;
  readonly scope?: "Column" | "Row";
  readonly numbering?: "Decimal" | "Disc";
  readonly field?: { readonly role: "cb" | "tv"; readonly isTicked?: boolean; readonly describedAs: string; readonly alternative: string };
  readonly target?: Target;
  /** What a picture shows, for those who cannot see it. */
  readonly shows?: string;
  /** A heading that the list of parts leads to. */
  readonly bookmark?: { readonly words: string; readonly depth: number; readonly strip: Strip };
  readonly children: (Tag | Piece)[];
};

/** Lines round strips that belong together, drawn on each sheet they reach. */
export type Frame = { readonly strips: readonly Strip[]; readonly shape: "box" | "bar"; readonly x: number; readonly width: number };

export type Galley = { readonly strips: readonly Strip[]; readonly tags: readonly (Tag | Piece)[]; readonly frames: readonly Frame[] };

export const emptyGalley: Galley = { strips: [], tags: [], frames: [] };

/** Galleys one under another. */
export function joinGalleys(galleys: readonly Galley[]): Galley {
  return {
    strips: galleys.flatMap((galley) => galley.strips),
    tags: galleys.flatMap((galley) => galley.tags),
    frames: galleys.flatMap((galley) => galley.frames),
  };
}

/** The galley with so much room above it. */
export function withGap(galley: Galley, gap: number): Galley {
  const first = galley.strips[0];
  if (first !== undefined) first.gapBefore = gap;
  return galley;
}

/** The galley whose last strip is not parted from what follows. */
export function keepingWithNext(galley: Galley, keeping: Keeping = "firmly"): Galley {
  const last = galley.strips.at(-1);
  if (last !== undefined) last.keepsWithNext = keeping;
  return galley;
}

/** The galley that is not cut while it fits on one sheet. */
export function unbroken(galley: Galley, keeping: Keeping = "firmly"): Galley {
  for (const strip of galley.strips.slice(0, -1)) if (strip.keepsWithNext !== "firmly") strip.keepsWithNext = keeping;
  return galley;
}

/** Lines of one kind of text, ready to stand beside others in a row. */
export type Cell = {
  readonly lines: readonly Line[];
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly leading: number;
  readonly align?: "left" | "right";
  /** Drawn on the first line with the cell's meaning, before its words. */
  readonly mark?: Ink;
  readonly isInColumn?: boolean;
};

export type RowSetting = {
  readonly padTop?: number;
  readonly padBottom?: number;
  readonly leastHeight?: number;
  readonly ornaments?: (height: number) => readonly Ink[];
  readonly headAgain?: HeadAgain;
};

export type SetRow<Cells extends readonly Cell[]> = {
  readonly strips: readonly Strip[];
  readonly contents: { readonly [Index in keyof Cells]: (Tag | Piece)[] };
};

/**
 * Cells side by side, cut into strips a line high that keep together. Gives back what each cell's tag holds, in the order of
 * the cells. A row with no words at all is still as high as one line.
 */
export function setRow<const Cells extends readonly Cell[]>(cells: Cells, setting: RowSetting = {}): SetRow<Cells> {
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const padTop = setting.padTop ?? 0;
  const padBottom = setting.padBottom ?? 0;
  const lineHeights = Array.from({ length: count }, (_, index) =>
    Math.max(...cells.map((cell) => (index < Math.max(1, cell.lines.length) ? cell.size * cell.leading : 0))),
  );
  const needed = lineHeights.reduce((sum, height) => sum + height, padTop + padBottom);
  const spare = Math.max(0, (setting.leastHeight ?? 0) - needed);
  const strips = lineHeights.map((lineHeight, index): Strip => {
    const isLast = index === count - 1;
    const height = lineHeight + (index === 0 ? padTop + spare : 0) + (isLast ? padBottom : 0);
    return {
      height,
      gapBefore: 0,
      keepsWithNext: isLast ? false : "firmly",
      startsSheet: false,
      ornaments: isLast ? (setting.ornaments?.(height) ?? []) : [],
      ...(setting.headAgain === undefined ? {} : { headAgain: setting.headAgain }),
    };
  });
  // A mapped tuple is as long as the tuple it was mapped from; the type of map does not say so.
  const contents = cells.map((cell) => cellContents(cell, strips, padTop + spare)) as unknown as SetRow<Cells>["contents"];
  return { strips, contents };
}

function cellContents(cell: Cell, strips: readonly Strip[], firstOffset: number): (Tag | Piece)[] {
  const contents: (Tag | Piece)[] = [];
  const firstStrip = strips[0];
  if (cell.mark !== undefined && firstStrip !== undefined) contents.push({ kind: "piece", strip: firstStrip, ink: cell.mark });
  cell.lines.forEach((line, index) => {
    const strip = strips[index];
    if (strip === undefined) return;
    let x = cell.align === "right" ? cell.x + cell.width - line.width : cell.x;
    const y = (index === 0 ? firstOffset : 0) + baseline(cell.size, cell.leading);
    for (const segment of line.segments) {
      const ink: Ink = {
        kind: "text",
        x,
        y,
        text: segment.text,
        family: segment.family,
        weight: segment.weight,
        size: cell.size,
        width: segment.width,
        isInColumn: cell.isInColumn ?? false,
      };
      place({ kind: "piece", strip, ink }, segment.target, contents);
      x += segment.width;
    }
  });
  return contents;
}

/** Words that lead to one place are one link, also over several lines. */
function place(piece: Piece, target: Target | undefined, contents: (Tag | Piece)[]): void {
  if (target === undefined) {
    contents.push(piece);
    return;
  }
  const last = contents.at(-1);
  if (last?.kind === "tag" && last.target === target) last.children.push(piece);
  else contents.push({ kind: "tag", type: "Link", target, children: [piece] });
}

/** Where letters stand in a line, from its top: Atkinson's letters reach 0.984 up and 0.316 down of their size. */
export function baseline(size: number, leading: number): number {
  return size * ((leading - 1.3) / 2 + 0.984);
}
