// A picture made safe to print, an organisation's logo or a photo: a PNG is taken apart dot by dot and written anew, on white and no wider than paper
// needs; a JPEG is looked through and kept. What cannot be read whole is refused here, because a printer of papers would stop at it.
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { jpegSize, type MediaType } from "./picture-metadata.ts";

export type LogoPicture = {
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg";
  /** In dots, as it is looked at. */
  readonly width: number;
  readonly height: number;
};

/** The most bytes of a logo as it is kept: every letter carries a copy. */
export const largestLogo = 1024 * 1024;
/** More than paper can show at the size a logo is printed. */
const mostDotsAcross = 1_200;
/** A picture is taken apart in memory: beyond this it is refused. */
const mostDots = 4_000_000;

export type LogoRefusal = "damaged" | "too-big" | "too-many-dots" | "not-a-picture";

/** A logo from a picture whose metadata is gone already. Refused when it is not whole, not a picture, or too large to carry on every letter. */
export function readLogo(bytes: Uint8Array, mediaType: MediaType): Result<LogoPicture, LogoRefusal> {
  if (mediaType === "application/pdf") return refused("not-a-picture");
  const read = mediaType === "image/png" ? fromPng(bytes) : fromJpeg(bytes);
  return read.ok && read.value.bytes.length > largestLogo ? refused("too-big") : read;
}

/** How wide and high a logo is that was read before and kept; null when it is not one. */
export function sizeOfLogo(bytes: Uint8Array, mediaType: string): { readonly width: number; readonly height: number } | null {
  return mediaType === "image/png" ? headerOf(chunksOf(bytes).get("IHDR")?.[0]) : jpegSize(bytes);
}

/** The same for a photo, which stands in one paper and not on every letter: it may be as large as its upload was. */
export function readPhoto(bytes: Uint8Array, mediaType: "image/png" | "image/jpeg"): Result<LogoPicture, LogoRefusal> {
  return mediaType === "image/png" ? fromPng(bytes) : fromJpeg(bytes);
}

function fromJpeg(bytes: Uint8Array): Result<LogoPicture, LogoRefusal> {
  const size = jpegSize(bytes);
  return size === null ? refused("damaged") : done({ bytes, mediaType: "image/jpeg", ...size });
}

type Header = {
  readonly width: number;
  readonly height: number;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  /** 0 grey, 2 colour, 3 palette, 4 grey and see-through, 6 colour and see-through. */
  readonly kind: 0 | 2 | 3 | 4 | 6;
  readonly isInterlaced: boolean;
};

const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const depthsOf: Readonly<Record<Header["kind"], readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function fromPng(bytes: Uint8Array): Result<LogoPicture, LogoRefusal> {
  const chunks = chunksOf(bytes);
  const header = headerOf(chunks.get("IHDR")?.[0]);
  if (header === null) return refused("damaged");
  if (header.width * header.height > mostDots) return refused("too-many-dots");
  const palette = chunks.get("PLTE")?.[0];
  if (header.kind === 3 && (palette === undefined || palette.length < 3)) return refused("damaged");
  const raw = inflated(chunks.get("IDAT") ?? [], rawLength(header));
  if (raw === null) return refused("damaged");
  const colours = coloursOf(raw, header, { palette, clear: chunks.get("tRNS")?.[0] });
  return colours === null ? refused("damaged") : done(writePng(shrunk({ ...header, colours })));
}

function chunksOf(bytes: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
}

function headerOf(chunk: Uint8Array | undefined): Header | null {
  if (chunk?.length !== 13) return null;
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const [width, height, depth, kind] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  const isKnown = kind in depthsOf && depthsOf[kind as Header["kind"]].includes(depth);
  const [packing, filtering, interlacing] = [view.getUint8(10), view.getUint8(11), view.getUint8(12)];
  if (width === 0 || height === 0 || !isKnown || packing !== 0 || filtering !== 0 || interlacing > 1) return null;
  return { width, height, depth: depth as Header["depth"], kind: kind as Header["kind"], isInterlaced: interlacing === 1 };
}

type Pass = { readonly fromX: number; readonly fromY: number; readonly stepX: number; readonly stepY: number };
const whole: readonly Pass[] = [{ fromX: 0, fromY: 0, stepX: 1, stepY: 1 }];
/** The seven passes of an interlaced PNG (ISO/IEC 15948, 8.2). */
const interlaced: readonly Pass[] = [
  { fromX: 0, fromY: 0, stepX: 8, stepY: 8 },
  { fromX: 4, fromY: 0, stepX: 8, stepY: 8 },
  { fromX: 0, fromY: 4, stepX: 4, stepY: 8 },
  { fromX: 2, fromY: 0, stepX: 4, stepY: 4 },
  { fromX: 0, fromY: 2, stepX: 2, stepY: 4 },
  { fromX: 1, fromY: 0, stepX: 2, stepY: 2 },
  { fromX: 0, fromY: 1, stepX: 1, stepY: 2 },
];

function passesOf({ width, height, isInterlaced }: Header): readonly (Pass & { readonly across: number; readonly down: number })[] {
  return (isInterlaced ? interlaced : whole)
    .map((pass) => ({
      ...pass,
      across: Math.ceil((width - pass.fromX) / pass.stepX),
      down: Math.ceil((height - pass.fromY) / pass.stepY),
    }))
    .filter(({ across, down }) => across > 0 && down > 0);
}

function lineLength({ kind, depth }: Header, across: number): number {
  return Math.ceil((across * channelsOf[kind] * depth) / 8);
}

function rawLength(header: Header): number {
  return passesOf(header).reduce((sum, { across, down }) => sum + down * (1 + lineLength(header, across)), 0);
}

function inflated(parts: readonly Uint8Array[], length: number): Uint8Array | null {
  try {
    const raw = inflateSync(Buffer.concat(parts), { maxOutputLength: length });
    return raw.length === length ? raw : null;
  } catch {
    // What does not unfold to exactly the dots it promises is a damaged picture, and said to be one.
    return null;
  }
}

/** Three bytes a dot, on white. Null when a line is written in a way nobody knows. */
function coloursOf(
  raw: Uint8Array,
  header: Header,
  { palette, clear }: { readonly palette: Uint8Array | undefined; readonly clear: Uint8Array | undefined },
): Uint8Array | null {
  const colours = new Uint8Array(header.width * header.height * 3);
  const channels = channelsOf[header.kind];
  const stride = Math.max(1, (channels * header.depth) / 8);
  let at = 0;
  for (const { fromX, fromY, stepX, stepY, across, down } of passesOf(header)) {
    const length = lineLength(header, across);
    let above = new Uint8Array(length);
    for (let row = 0; row < down; row += 1) {
      const line = raw.slice(at + 1, at + 1 + length);
      if (!unfilter(raw[at] ?? 0, line, above, stride)) return null;
      for (let column = 0; column < across; column += 1) {
        const sample = (channel: number) => sampleAt(line, column * channels + channel, header.depth);
        const dot = ((fromY + row * stepY) * header.width + fromX + column * stepX) * 3;
        colours.set(onWhite(sample, header, { palette, clear }), dot);
      }
      above = line;
      at += 1 + length;
    }
  }
  return colours;
}

/** Undoes what a line's filter did (ISO/IEC 15948, 9.2), in place. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, stride: number): boolean {
  if (filter > 4) return false;
  for (let index = 0; index < line.length; index += 1) {
    const left = line[index - stride] ?? 0;
    const up = above[index] ?? 0;
    const corner = index < stride ? 0 : (above[index - stride] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, filter === 4 ? nearest(left, up, corner) : 0][filter] ?? 0;
    line[index] = (line[index] ?? 0) + guess;
  }
  return true;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** One sample as it is written, before it is stretched to eight bits. */
function sampleAt(line: Uint8Array, index: number, depth: Header["depth"]): number {
  if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
  if (depth === 8) return line[index] ?? 0;
  const bit = index * depth;
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function onWhite(
  sample: (channel: number) => number,
  { kind, depth }: Header,
  { palette, clear }: { readonly palette: Uint8Array | undefined; readonly clear: Uint8Array | undefined },
): readonly [number, number, number] {
  const most = 2 ** depth - 1;
  const eightBits = (value: number) => Math.round((value * 255) / most);
  if (kind === 3) {
    const entry = sample(0);
    const colour = [palette?.[entry * 3] ?? 0, palette?.[entry * 3 + 1] ?? 0, palette?.[entry * 3 + 2] ?? 0] as const;
    return laidOnWhite(colour, (clear?.[entry] ?? 255) / 255);
  }
  const isGrey = kind === 0 || kind === 4;
  const given = isGrey ? [sample(0), sample(0), sample(0)] : [sample(0), sample(1), sample(2)];
  const colour = [eightBits(given[0] ?? 0), eightBits(given[1] ?? 0), eightBits(given[2] ?? 0)] as const;
  if (kind === 4) return laidOnWhite(colour, sample(1) / most);
  if (kind === 6) return laidOnWhite(colour, sample(3) / most);
  // Without a channel of its own, one colour may be named as the one to see through.
  const named = (index: number) => ((clear?.[index * 2] ?? 0) << 8) | (clear?.[index * 2 + 1] ?? 0);
  const isClear = clear !== undefined && given.every((value, index) => value === named(isGrey ? 0 : index));
  return laidOnWhite(colour, isClear ? 0 : 1);
}

function laidOnWhite([red, green, blue]: readonly [number, number, number], cover: number): readonly [number, number, number] {
  const laid = (value: number) => Math.round(255 - (255 - value) * cover);
  return [laid(red), laid(green), laid(blue)];
}

type Dots = { readonly width: number; readonly height: number; readonly colours: Uint8Array };

/** Every so many dots become one, their mean, until the picture is no larger than paper needs. */
function shrunk({ width, height, colours }: Dots): Dots {
  const by = Math.ceil(Math.max(width, height) / mostDotsAcross);
  if (by === 1) return { width, height, colours };
  const [across, down] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))];
  const smaller = new Uint8Array(across * down * 3);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) smaller[(y * across + x) * 3 + channel] = meanOf(x * by, y * by, channel);
    }
  }
  return { width: across, height: down, colours: smaller };

  function meanOf(left: number, top: number, channel: number): number {
    let sum = 0;
    let count = 0;
    for (let y = top; y < Math.min(top + by, height); y += 1) {
      for (let x = left; x < Math.min(left + by, width); x += 1) {
        sum += colours[(y * width + x) * 3 + channel] ?? 0;
        count += 1;
      }
    }
    return Math.round(sum / count);
  }
}

function writePng({ width, height, colours }: Dots): LogoPicture {
  const lines = new Uint8Array(height * (1 + width * 3));
  for (let row = 0; row < height; row += 1) {
    // Written as the difference from the line above, which packs flat colour best.
    lines[row * (1 + width * 3)] = 2;
    for (let index = 0; index < width * 3; index += 1) {
      const own = colours[row * width * 3 + index] ?? 0;
      const above = row === 0 ? 0 : (colours[(row - 1) * width * 3 + index] ?? 0);
      lines[row * (1 + width * 3) + 1 + index] = own - above;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, 2);
  const bytes = Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
  return { bytes: new Uint8Array(bytes), mediaType: "image/png", width, height };
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, content.length);
  frame.setUint32(4, crc32(named));
  return Buffer.concat([new Uint8Array(frame.buffer, 0, 4), named, new Uint8Array(frame.buffer, 4, 4)]);
}
