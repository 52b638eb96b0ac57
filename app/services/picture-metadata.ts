// Tells a photo or a PDF by its content, and takes out of a photo what is not the picture: where it was taken, when, by which
// device, and any smaller copy. Which way up it is stays, because a receipt that lies on its side cannot be read.
import { done, refused, type Result } from "#app/domain/basics/result.ts";

export type MediaType = "image/jpeg" | "image/png" | "application/pdf";

/** What a file is by its first bytes, whatever it is called. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | "heic" | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, pngSignature)) return "image/png";
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)$/u.test(brand) ? "heic" : null;
}

/** The most dots of a picture. A small file can unfold into one that stops the browser of whoever opens the page. */
export const mostDots = 60_000_000;

export type PictureRefusal = "damaged" | "too-many-dots";

/** A copy of a file without its metadata. PDFs stay as they are. Refused when a photo is not whole, or has too many dots to show. */
export function withoutMetadata(bytes: Uint8Array, mediaType: MediaType): Result<Uint8Array, PictureRefusal> {
  if (mediaType === "image/jpeg") return cleanJpeg(bytes);
  if (mediaType === "image/png") return cleanPng(bytes);
  return done(bytes);
}

/** How wide and high a photo is as it is looked at, turned the way it says; null when it does not say, or its colours are of no known kind. */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  let isOnItsSide = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === startOfScan || marker === endOfImage) return null;
    if (marker === 0xff) {
      at += 1; // a fill byte before a marker
      continue;
    }
    const segment = bytes.subarray(at, at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)));
    if (marker === 0xe1) isOnItsSide = (orientationIn(segment) ?? 1) > 4;
    if (isFrame(marker)) {
      const side = (from: number): number => ((segment[from] ?? 0) << 8) | (segment[from + 1] ?? 0);
      const [height, width, channels] = [side(5), side(7), segment[9] ?? 0];
      if (width === 0 || height === 0 || segment[4] !== 8 || ![1, 3, 4].includes(channels)) return null;
      return isOnItsSide ? { width: height, height: width } : { width, height };
    }
    at += Math.max(4, segment.length);
  }
  return null;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
// Needed to draw the picture as it was meant; everything else can carry words, places or dates.
const pngChunksKept: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
]);

function cleanPng(bytes: Uint8Array): Result<Uint8Array, PictureRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let hasPicture = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (name === "IHDR") !== (at === 8) || (at === 8 && end !== 33)) return refused("damaged");
    if (name === "IHDR" && view.getUint32(16) * view.getUint32(20) > mostDots) return refused("too-many-dots");
    if (name === "IDAT") hasPicture = true;
    if (pngChunksKept.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") return hasPicture ? done(joined(kept)) : refused("damaged");
    at = end;
  }
  return refused("damaged");
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

function cleanJpeg(bytes: Uint8Array): Result<Uint8Array, PictureRefusal> {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation: number | null = null;
  let hasPicture = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return refused("damaged");
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte before a marker
      continue;
    }
    if (marker === endOfImage) {
      if (!hasPicture) return refused("damaged");
      kept.push(bytes.subarray(at, at + 2));
      if (orientation !== null) kept.splice(1, 0, orientationSegment(orientation));
      // Whatever follows the picture is dropped: some phones hide a second picture there.
      return done(joined(kept));
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return refused("damaged");
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && dotsOf(segment) > mostDots) return refused("too-many-dots");
    if (marker === 0xe1) orientation ??= orientationIn(segment);
    if (isPartOfThePicture(marker)) kept.push(segment);
    at = end;
    if (marker === startOfScan) {
      hasPicture = true;
      const scanEnd = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  return refused("damaged");
}

// Of the application segments only 0 (how pixels are shaped) and 14 (how colours are stored) are needed; a comment never is.
function isPartOfThePicture(marker: number): boolean {
  if (marker === 0xe0 || marker === 0xee) return true;
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe;
}

// A frame says how high and how wide the picture is; C4, C8 and CC are tables and not frames.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function dotsOf(frame: Uint8Array): number {
  const side = (at: number): number => ((frame[at] ?? 0) << 8) | (frame[at + 1] ?? 0);
  return side(5) * side(7);
}

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

// Exif is a little TIFF: a byte order, then a list of tags. Only tag 0x0112, which way up, is read.
function orientationIn(segment: Uint8Array): number | null {
  if (String.fromCharCode(...segment.subarray(4, 10)) !== "Exif\0\0" || segment.length < 18) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 2 && value <= 8 ? value : null;
  }
  return null;
}

function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const oneTag = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...exif, ...header, ...oneTag];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
