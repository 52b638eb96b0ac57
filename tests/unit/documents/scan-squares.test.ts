import fc from "fast-check";
import decodeQR from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { letterLines } from "#app/documents/catalogue/letter-lines.ts";
import { darkRuns, scanPath, scanSquares } from "#app/documents/scan-squares.ts";
import { renderHtmlPart } from "#app/documents/render/html.ts";
import { letter } from "#tests/support/sample-papers.ts";

/** What a camera sees: each square eight dots wide, and what it then reads. */
function readByCamera(squares: readonly (readonly boolean[])[]): string {
  const side = squares.length * 8;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (squares[Math.floor(y / 8)]?.[Math.floor(x / 8)] === true) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/u);
const origin = fc.constantFrom("http://localhost:3000", "https://meetings.example.org", `https://${"long-".repeat(12)}name.example.org`);

describe("the square to scan", () => {
  test("for any private address, a phone's camera reads that address and nothing else", () => {
    fc.assert(
      fc.property(origin, fc.constantFrom("i", "v"), token, (where, kind, secret) => {
        const address = `${where}/${kind}/${secret}`;
        expect(readByCamera(scanSquares(address))).toBe(address);
      }),
      { numRuns: 25 },
    );
  });

  test("has four light squares all round, which a camera needs to find it", () => {
    const squares = scanSquares("https://meetings.example.org/i/a");
    const edges = [...squares.slice(0, 4), ...squares.slice(-4), ...squares.flatMap((row) => [row.slice(0, 4), row.slice(-4)])];
    expect(edges.flat()).not.toContain(true);
  });

  test("is drawn on the page and on paper with the same dark runs", () => {
    const squares = scanSquares("https://meetings.example.org/i/a");
    const dark = new Set(darkRuns(squares).flatMap(({ x, y, width }) => Array.from({ length: width }, (_, at) => `${x + at},${y}`)));
    expect(dark).toEqual(new Set(squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))));
    expect(scanPath(squares).match(/M/gu)).toHaveLength(darkRuns(squares).length);
  });

  test("says in words what it opens, for whoever cannot see it", () => {
    expect(renderHtmlPart(letter)).toContain(
      'role="img" aria-label="A square for a phone&#39;s camera. It opens https://www.example.org/i/',
    );
  });
});

describe("a letter", () => {
  const address = `https://meetings.example.org/i/${"aZ9_-".repeat(9).slice(0, 43)}`;

  test("has one square after the line that holds a private address, and the address stays in words", () => {
    const blocks = letterLines(["Hello Bo.", `Or type this whole address: ${address}`, "It is only for you."]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph", "scan-square", "paragraph"]);
    expect(blocks[2]).toMatchObject({ address });
    expect(JSON.stringify(blocks[1])).toContain(address);
  });

  test("has no square for an address that opens nothing of a person's own", () => {
    const kinds = letterLines(["Go to https://meetings.example.org/link-help and type this code: KTRM MWPX", "https://x.example/i/short"]);
    expect(kinds.every(({ kind }) => kind === "paragraph")).toBe(true);
  });
});
