// An address as the squares a phone's camera reads (QR code, ISO/IEC 18004). Said once, for paper and for pages.
import encodeQR from "qr";

/** Light squares all round, which cameras need to find the rest. */
const quiet = 4;

/** Rows of squares from the top, each from the left; true is dark. About 15% of it may be dirty or torn (level M). */
export function scanSquares(address: string): readonly (readonly boolean[])[] {
  return encodeQR(address, "raw", { ecc: "medium", border: quiet });
}

/** The dark squares as one SVG path, a unit a square: each run of a row is one rectangle. */
export function scanPath(squares: readonly (readonly boolean[])[]): string {
  return darkRuns(squares)
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join("");
}

/** Where dark squares stand side by side, row by row. */
export function darkRuns(
  squares: readonly (readonly boolean[])[],
): readonly { readonly x: number; readonly y: number; readonly width: number }[] {
  return squares.flatMap((row, y) => {
    const runs: { x: number; y: number; width: number }[] = [];
    row.forEach((isDark, x) => {
      const last = runs.at(-1);
      if (!isDark) return;
      if (last !== undefined && last.x + last.width === x) last.width += 1;
      else runs.push({ x, y, width: 1 });
    });
    return runs;
  });
}
