// Pictures made dot by dot, in every way a PNG can be written that a logo may come in.
import { crc32, deflateSync } from "node:zlib";

export type Colour = readonly [red: number, green: number, blue: number, cover: number];

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG chunk with its length and its check. */
export function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG out of a header and lines written already. */
export function pngOf(
  header: {
    readonly width: number;
    readonly height: number;
    readonly depth: number;
    readonly kind: number;
    readonly isInterlaced?: boolean;
  },
  lines: Uint8Array,
  more: readonly Buffer[] = [],
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(header.width, 0);
  head.writeUInt32BE(header.height, 4);
  head[8] = header.depth;
  head[9] = header.kind;
  head[12] = header.isInterlaced === true ? 1 : 0;
  const parts = [
    Buffer.from(signature),
    pngChunk("IHDR", head),
    ...more,
    pngChunk("IDAT", deflateSync(lines)),
    pngChunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** A picture with colour and cover for each dot, eight bits each. */
export function pngPicture(width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const lines = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines.set(colourAt(x, y), y * (1 + width * 4) + 1 + x * 4);
  }
  return pngOf({ width, height, depth: 8, kind: 6 }, lines);
}

/** A wide sign: a blue lifebelt beside two bars, on a ground one can see through. */
export const harbourSign = pngPicture(240, 80, (x, y) => {
  const fromMiddle = Math.hypot(x - 40, y - 40);
  if (fromMiddle > 22 && fromMiddle < 36) return [11, 74, 153, 255];
  if (x > 96 && x < 226 && ((y > 18 && y < 34) || (y > 46 && y < 62))) return [27, 31, 36, 255];
  return [255, 255, 255, 0];
});

/** The dots of a PNG written as eight-bit colour, each line as the difference from the one above. */
export function dotsOf(lines: Uint8Array, width: number): readonly (readonly number[])[] {
  const stride = 1 + width * 3;
  const rows: number[][] = [];
  for (let row = 0; row * stride < lines.length; row += 1) {
    const above = rows.at(-1);
    rows.push([...lines.subarray(row * stride + 1, (row + 1) * stride)].map((value, index) => (value + (above?.[index] ?? 0)) & 255));
  }
  return rows;
}
