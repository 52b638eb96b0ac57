// A letter that was written as plain text, part by part. After a private address comes a square to scan, so that nobody has to type it;
// in Easy Read each part has its picture.
import { easyPartPictures } from "#app/words/easy-pictures.ts";
import { paragraph, pictured, scanSquare, section, type Block } from "#app/documents/model.ts";
import { easyPartOf, isInEasyRead, type MessagePart } from "#app/words/invitation.ts";

const privateAddress = /https?:\/\/\S+\/[iv]\/[A-Za-z0-9_-]{43}(?=$|[\s.,;)])/u;

const toScan = "Or point the camera of a phone at this square. It opens the same address.";

/** Each line as a paragraph, and a square after each that holds a private address. */
export function letterLines(lines: readonly string[]): readonly Block[] {
  return lines.flatMap((line) => [paragraph(line), ...squareFor(line)]);
}

/** Every part of a letter, under its heading where it has one. */
export function letterParts(parts: readonly MessagePart[]): readonly Block[] {
  const isEasy = isInEasyRead(parts);
  return parts.flatMap((part): readonly Block[] => {
    const about = isEasy ? easyPartOf(part) : undefined;
    const blocks =
      about === undefined ? letterLines(part.lines) : [pictured(easyPartPictures[about], part.lines), ...part.lines.flatMap(squareFor)];
    return part.heading === undefined ? blocks : [section(part.heading, blocks)];
  });
}

function squareFor(line: string): readonly Block[] {
  const address = privateAddress.exec(line)?.[0];
  return address === undefined ? [] : [scanSquare(toScan, address)];
}
