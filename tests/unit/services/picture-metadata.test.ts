// Photos lose where and when they were made, keep their picture, and are told by content.
import { describe, expect, test } from "vitest";
import { mediaTypeOf, mostDots, withoutMetadata } from "#app/services/picture-metadata.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))));
const segment = (marker: number, body: string) => bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body);
const exif = (orientation: number) =>
  `Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(orientation)}\0\0\0MARKER-place`;
const jpeg = (...segments: readonly Uint8Array[]) =>
  bytes(
    [0xff, 0xd8],
    ...segments.map((one) => [...one]),
    [...segment(0xda, "scan")],
    "picture\xff\x00still\xff\xd0more",
    [0xff, 0xd9],
    "MARKER-second picture",
  );
const chunk = (name: string, body: string) => bytes([0, 0, 0, body.length], name, body, [0, 0, 0, 0]);
const png = (...chunks: readonly Uint8Array[]) =>
  bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ...chunks.map((one) => [...one]), "MARKER-after");

const size = (wide: number, high: number): string => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(wide, 0);
  body.writeUInt32BE(high, 4);
  return body.toString("latin1");
};

function cleaned(given: Uint8Array, type: "image/jpeg" | "image/png"): string {
  const clean = withoutMetadata(given, type);
  if (!clean.ok) throw new Error(clean.refusal);
  return Buffer.from(clean.value).toString("latin1");
}

describe("a JPEG", () => {
  test("loses place, comments, other applications' words and whatever follows it, and keeps its picture", () => {
    const given = jpeg(
      segment(0xe0, "JFIF"),
      segment(0xe1, exif(1)),
      segment(0xed, "MARKER-words"),
      segment(0xfe, "MARKER-comment"),
      segment(0xdb, "tables"),
    );
    const clean = cleaned(given, "image/jpeg");
    expect(clean).not.toContain("MARKER");
    expect(clean).toContain("picture\xff\x00still\xff\xd0more");
    expect(clean).toContain("tables");
    expect(clean.endsWith("\xff\xd9")).toBe(true);
  });

  test("that lies on its side still says which way is up, and nothing else", () => {
    const clean = cleaned(jpeg(segment(0xe1, exif(6))), "image/jpeg");
    expect(clean).toContain("Exif\0\0MM");
    expect(clean).not.toContain("MARKER");
    expect(cleaned(Buffer.from(clean, "latin1"), "image/jpeg")).toBe(clean);
  });

  test("that is cut off anywhere is refused, never half kept", () => {
    const given = jpeg(segment(0xe0, "JFIF"));
    const end = given.length - "MARKER-second picture".length;
    for (let length = 2; length < end; length += 1) {
      expect(withoutMetadata(given.subarray(0, length), "image/jpeg")).toEqual({ ok: false, refusal: "damaged" });
    }
  });
});

describe("a PNG", () => {
  test("loses its words, times and places, and whatever follows it", () => {
    const given = png(
      chunk("IHDR", size(40, 30)),
      chunk("tEXt", "MARKER"),
      chunk("eXIf", "MARKER"),
      chunk("tIME", "MARKER"),
      chunk("IDAT", "dots"),
      chunk("IEND", ""),
    );
    const clean = cleaned(given, "image/png");
    expect(clean).not.toContain("MARKER");
    expect(clean).toContain("dots");
  });

  test("that does not begin with its size, or is cut off, is refused", () => {
    expect(withoutMetadata(png(chunk("IDAT", "dots"), chunk("IEND", "")), "image/png")).toEqual({ ok: false, refusal: "damaged" });
    expect(withoutMetadata(png(chunk("IHDR", size(40, 30))), "image/png")).toEqual({ ok: false, refusal: "damaged" });
    expect(withoutMetadata(png(chunk("IHDR", size(40, 30)), chunk("IEND", "")), "image/png")).toEqual({ ok: false, refusal: "damaged" });
  });

  test("that gives its size twice is refused, so that a second one cannot make it another picture", () => {
    const twice = png(chunk("IHDR", size(40, 30)), chunk("IHDR", size(60_000, 60_000)), chunk("IDAT", "dots"), chunk("IEND", ""));
    expect(withoutMetadata(twice, "image/png")).toEqual({ ok: false, refusal: "damaged" });
  });
});

describe("a small file that unfolds into a huge picture", () => {
  const frame = (wide: number, high: number) =>
    segment(0xc2, String.fromCharCode(8, high >> 8, high & 0xff, wide >> 8, wide & 0xff, 1, 1, 0x11, 0));
  const dots = (wide: number, high: number) => png(chunk("IHDR", size(wide, high)), chunk("IDAT", "dots"), chunk("IEND", ""));

  test("is refused whether it is a PNG or a JPEG", () => {
    expect(withoutMetadata(dots(60_000, 60_000), "image/png")).toEqual({ ok: false, refusal: "too-many-dots" });
    expect(withoutMetadata(jpeg(frame(60_000, 60_000)), "image/jpeg")).toEqual({ ok: false, refusal: "too-many-dots" });
  });

  test("is refused from the first dot above the most, and a phone's picture is taken", () => {
    expect(withoutMetadata(dots(mostDots / 6_000, 6_000), "image/png").ok).toBe(true);
    expect(withoutMetadata(dots(mostDots / 6_000, 6_001), "image/png").ok).toBe(false);
    expect(withoutMetadata(jpeg(frame(8_160, 6_120)), "image/jpeg").ok).toBe(true);
  });
});

test.each([
  ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
  ["a PDF", bytes("%PDF-1.7"), "application/pdf"],
  ["a HEIC photo", bytes([0, 0, 0, 24], "ftypheic"), "heic"],
  ["a web page", bytes("<html><script>"), null],
  ["a program", bytes("MZ\x90\0"), null],
  ["nothing", bytes(""), null],
])("%s is told by its content, whatever it is called", (_name, given, type) => {
  expect(mediaTypeOf(given)).toBe(type);
});
