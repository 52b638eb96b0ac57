// The lines of a letter that was written as plain text. After a private address comes a square to scan, so that nobody has to type it.
import { paragraph, scanSquare, type Block } from "#app/documents/model.ts";

const privateAddress = /https?:\/\/\S+\/[iv]\/[A-Za-z0-9_-]{43}(?=$|[\s.,;)])/u;

const toScan = "Or point the camera of a phone at this square. It opens the same address.";

/** Each line as a paragraph, and a square after each that holds a private address. */
export function letterLines(lines: readonly string[]): readonly Block[] {
  return lines.flatMap((line) => {
    const address = privateAddress.exec(line)?.[0];
    return address === undefined ? [paragraph(line)] : [paragraph(line), scanSquare(toScan, address)];
  });
}
