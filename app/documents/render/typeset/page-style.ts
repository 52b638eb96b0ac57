// The measurements of a printed sheet for a given size of print, in points. Large print is set anew, not enlarged: headings
// grow less than the text does, and names stand above their details instead of beside them.

export type PageStyle = {
  readonly body: number;
  /** Sizes of headings from the title down; the last is used for all deeper ones. */
  readonly headings: readonly [number, number, number, number];
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  readonly margin: number;
  /** Below the line at the foot of each sheet. */
  readonly footMargin: number;
  /** Long lines are hard to follow: sentences are never set wider than this. */
  readonly measure: number;
  readonly leading: number;
  readonly headingLeading: number;
  readonly isLargePrint: boolean;
};

/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** A4, whatever the size of print. */
export const sheetSize = { width: 210 * millimetre, height: 297 * millimetre };
const smallestPoints = 12;
const largestPoints = 72;
const largePrintPoints = 16;

/** How high the line at the foot of a sheet is, for so many lines in this size: room above its rule included. */
export function footHeight(size: number, lines: number): number {
  return size * 1.4 + lines * size * footLeading;
}

export const footLeading = 1.3;
/**
 * On a sheet to cut, the line at the foot stands within the lower card: a line for each thing it says. It is large print at most in the
 * smallest of its sizes, so that who may read it stands there whole; the cards themselves are larger by far.
 */
export const cardFootLines = 2;
const largestCardFoot = largePrintPoints;

/** The size of the line at the foot of a sheet to cut. */
export function cardFootSize({ body }: PageStyle): number {
  return Math.min(body, largestCardFoot);
}

/** The measurements for A4 at a size of print. Throws RangeError under 12 points, which nobody should be handed, and over 72. */
export function pageStyle(sizePoints: number): PageStyle {
  if (!(sizePoints >= smallestPoints && sizePoints <= largestPoints)) {
    throw new RangeError(`Expected print of ${smallestPoints} to ${largestPoints} points, found ${sizePoints}`);
  }
  const grow = (most: number, points: number): number =>
    sizePoints * Math.max(1 + points / sizePoints / 2, Math.min(most, 1 + points / sizePoints));
  return {
    body: sizePoints,
    headings: [grow(1.75, 9), grow(1.34, 4), grow(1.17, 2), sizePoints],
    sheetWidth: sheetSize.width,
    sheetHeight: sheetSize.height,
    margin: 20 * millimetre,
    footMargin: 13 * millimetre,
    measure: sizePoints * 34,
    leading: 1.4,
    headingLeading: 1.22,
    isLargePrint: sizePoints >= largePrintPoints,
  };
}
