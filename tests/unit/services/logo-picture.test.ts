import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLogo, sizeOfLogo } from "#app/services/logo-picture.ts";
import { dotsOf, harbourSign, pngChunk, pngOf, pngPicture, type Colour } from "#tests/support/pictures.ts";

function read(bytes: Uint8Array) {
  const logo = readLogo(bytes, "image/png");
  if (!logo.ok) throw new Error(logo.refusal);
  const { width, height } = logo.value;
  const kept = Buffer.from(logo.value.bytes);
  const at = kept.indexOf("IDAT") + 4;
  return { width, height, rows: dotsOf(inflateSync(kept.subarray(at, at + kept.readUInt32BE(at - 8))), width), bytes: logo.value.bytes };
}

describe("a logo sent as a PNG", () => {
  test("keeps its colours and its size, whatever each dot is", () => {
    const dot = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(fc.array(dot, { minLength: 12, maxLength: 12 }), (dots) => {
        const { rows, width, height } = read(pngPicture(4, 3, (x, y) => [...dots[y * 4 + x]!, 255]));
        expect([width, height]).toEqual([4, 3]);
        expect(rows.flat()).toEqual(dots.flat());
      }),
    );
  });

  test("is laid on white where one can see through it", () => {
    const colours: readonly Colour[] = [
      [0, 0, 0, 0],
      [0, 0, 0, 255],
      [255, 0, 0, 51],
    ];
    expect(read(pngPicture(3, 1, (x) => colours[x]!)).rows).toEqual([[255, 255, 255, 0, 0, 0, 255, 204, 204]]);
  });

  test("reads a palette of four colours of which one is clear", () => {
    const palette = pngChunk("PLTE", Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9));
    const clear = pngChunk("tRNS", Uint8Array.of(255, 0));
    const bytes = pngOf({ width: 4, height: 1, depth: 2, kind: 3 }, Uint8Array.of(0, 0b00_01_10_11), [palette, clear]);
    expect(read(bytes).rows).toEqual([[255, 0, 0, 255, 255, 255, 0, 0, 255, 9, 9, 9]]);
  });

  test("reads black and white written in single bits, and grey in sixteen", () => {
    expect(read(pngOf({ width: 3, height: 1, depth: 1, kind: 0 }, Uint8Array.of(0, 0b10100000))).rows).toEqual([
      [255, 255, 255, 0, 0, 0, 255, 255, 255],
    ]);
    expect(read(pngOf({ width: 1, height: 1, depth: 16, kind: 0 }, Uint8Array.of(0, 0x80, 0x80))).rows).toEqual([[128, 128, 128]]);
  });

  test("reads a line written in each of the five ways to the same dots", () => {
    // The second line of each holds 10, 20, 30 under a first line of 5, 5, 5, written as differences.
    const second: Readonly<Record<number, readonly number[]>> = {
      0: [10, 20, 30],
      1: [10, 10, 10],
      2: [5, 15, 25],
      3: [8, 13, 18],
      4: [5, 10, 10],
    };
    for (const [filter, written] of Object.entries(second)) {
      const bytes = pngOf({ width: 3, height: 2, depth: 8, kind: 0 }, Uint8Array.of(0, 5, 5, 5, Number(filter), ...written));
      expect(read(bytes).rows[1], `filter ${filter}`).toEqual([10, 10, 10, 20, 20, 20, 30, 30, 30]);
    }
  });

  test("reads an interlaced picture to the same dots as a plain one", () => {
    const grey = (x: number, y: number) => (x * 40 + y * 7) & 255;
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const lines: number[] = [];
    for (const [fromX, fromY, stepX, stepY] of passes) {
      for (let y = fromY; y < 5 && fromX < 5; y += stepY) {
        lines.push(0);
        for (let x = fromX; x < 5; x += stepX) lines.push(grey(x, y));
      }
    }
    const { rows } = read(pngOf({ width: 5, height: 5, depth: 8, kind: 0, isInterlaced: true }, Uint8Array.from(lines)));
    expect(rows).toEqual([0, 1, 2, 3, 4].map((y) => [0, 1, 2, 3, 4].flatMap((x) => [grey(x, y), grey(x, y), grey(x, y)])));
  });

  test("is made no wider than paper needs", () => {
    const { width, height } = read(pngPicture(1_900, 400, () => [11, 74, 153, 255]));
    expect([width, height]).toEqual([950, 200]);
  });

  test("can be read again for its size once it is kept, and holds nothing but the picture", () => {
    const kept = read(harbourSign).bytes;
    expect(sizeOfLogo(kept, "image/png")).toMatchObject({ width: 240, height: 80 });
    expect(Buffer.from(kept).toString("latin1")).not.toMatch(/tEXt|eXIf|iTXt/u);
  });

  test("is refused when its dots are fewer or more than it says, or written in no known way", () => {
    const header = { width: 4, height: 4, depth: 8, kind: 0 };
    for (const lines of [Buffer.alloc(19), Buffer.alloc(21), Buffer.alloc(20, 9)])
      expect(readLogo(pngOf(header, lines), "image/png")).toEqual({ ok: false, refusal: "damaged" });
    expect(readLogo(pngOf({ ...header, kind: 3 }, Buffer.alloc(20)), "image/png")).toEqual({ ok: false, refusal: "damaged" });
    expect(readLogo(pngOf({ ...header, depth: 3 }, Buffer.alloc(20)), "image/png")).toEqual({ ok: false, refusal: "damaged" });
    expect(readLogo(pngOf({ ...header, width: 0 }, Buffer.alloc(4)), "image/png")).toEqual({ ok: false, refusal: "damaged" });
  });

  test("is refused when it would unfold into more than can be taken apart", () => {
    const bytes = pngOf({ width: 2_001, height: 2_000, depth: 1, kind: 0 }, Buffer.alloc(10));
    expect(readLogo(bytes, "image/png")).toEqual({ ok: false, refusal: "too-many-dots" });
  });
});

describe("a logo sent as a JPEG", () => {
  const frame = (width: number, height: number, channels = 3) => [
    0xff,
    0xc0,
    0,
    8 + 3 * channels,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    channels,
    ...Array<number>(3 * channels).fill(0),
  ];
  const onItsSide = [
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6,
  ];
  const jpeg = (...parts: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xda, 0, 2, 0xff, 0xd9]);

  test("is as wide and high as it says, turned the way it says", () => {
    expect(readLogo(jpeg(frame(300, 100)), "image/jpeg")).toMatchObject({ ok: true, value: { width: 300, height: 100 } });
    expect(readLogo(jpeg([...onItsSide, 0, 0, 0, 0, 0, 0], frame(300, 100)), "image/jpeg")).toMatchObject({
      ok: true,
      value: { width: 100, height: 300 },
    });
  });

  test("is refused when it says no size, holds colours of no known kind, or is too large for every letter", () => {
    expect(readLogo(jpeg(), "image/jpeg")).toEqual({ ok: false, refusal: "damaged" });
    expect(readLogo(jpeg(frame(300, 100, 2)), "image/jpeg")).toEqual({ ok: false, refusal: "damaged" });
    const large = Uint8Array.from([...jpeg(frame(300, 100)), ...Array<number>(1024 * 1024).fill(0)]);
    expect(readLogo(large, "image/jpeg")).toEqual({ ok: false, refusal: "too-big" });
  });
});

test("a PDF is no logo", () => {
  expect(readLogo(Buffer.from("%PDF-1.7"), "application/pdf")).toEqual({ ok: false, refusal: "not-a-picture" });
});
