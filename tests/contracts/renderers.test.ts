// What every renderer promises about every paper, whatever its blocks and words.
import { PDFArray, PDFDict, PDFStream } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { heldBack, wordsOfReading } from "#tests/support/paper-words.ts";
import type { Block, Doc } from "#app/documents/model.ts";
import { plainWords } from "#app/documents/render/tidy.ts";
import { renderDocument, type Format } from "#app/documents/render.ts";
import { anyDoc, anyPrintableText, anyText } from "#tests/support/any-doc.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";
import { readingText, readPdf, structureOutline } from "#tests/support/pdf-reader.ts";
import { paymentForm, samplePapers } from "#tests/support/sample-papers.ts";

const allFormats: readonly Format[] = ["html", "html-part", "plain-text", { pdf: 12 }, { pdf: 14 }, { pdf: 18 }, { pdf: 24 }];
const sizes = [12, 14, 18, 24] as const;

async function bytesOf(doc: Doc, format: Format): Promise<Uint8Array> {
  const rendered = await renderDocument(doc, format);
  if (!rendered.ok) throw new Error(`Refused: ${rendered.refusal.characters.join(" ")}`);
  return rendered.value.bytes;
}

async function textOf(doc: Doc, format: "html" | "html-part" | "plain-text"): Promise<string> {
  return new TextDecoder().decode(await bytesOf(doc, format));
}

// Typefaces are parsed once for the process; the first paper should not make one test look slow.
beforeAll(async () => {
  await bytesOf(paymentForm, { pdf: 12 });
}, 30_000);

/**
 * How long the longest word in any table is. Columns too wide for the sheet are printed as facts, which say their headers again in
 * each row; plain text knows no sheet.
 */
function longestInTables(blocks: readonly Block[]): number {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.flatMap((text) => text.split(/\s/u)).map((word) => word.length));
  return Math.max(
    0,
    ...blocks.map((block) => {
      if (block.kind === "section") return longestInTables(block.blocks);
      if (block.kind !== "table") return 0;
      const cells = [...block.rows, ...block.totals].flat().map(plainWords);
      return longest([...cells, ...block.columns.map(({ header }) => header)]);
    }),
  );
}

describe("any paper", () => {
  it("in characters we can draw is printed at every size and passes our machine checks", async () => {
    await fc.assert(
      fc.asyncProperty(anyDoc(anyPrintableText), fc.constantFrom(...sizes), async (doc, pdf) => {
        expect(await checkPdf(await bytesOf(doc, { pdf }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("says the same words in large print as in plain text, in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(anyDoc(anyPrintableText), async (doc) => {
        fc.pre(longestInTables(doc.blocks) <= 16);
        const read = readingText(await readPdf(await bytesOf(doc, { pdf: 18 })));
        expect(wordsOfReading(read)).toEqual(wordsOfReading(await textOf(doc, "plain-text")));
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("says the same words at 12 points as in plain text, where no table is wide", async () => {
    await fc.assert(
      fc.asyncProperty(anyDoc(anyPrintableText, 2), async (doc) => {
        fc.pre(longestInTables(doc.blocks) <= 24);
        const read = readingText(await readPdf(await bytesOf(doc, { pdf: 12 })));
        expect(wordsOfReading(read)).toEqual(wordsOfReading(await textOf(doc, "plain-text")));
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it("in any characters at all is printed whole, or refused by naming characters that are in it", async () => {
    await fc.assert(
      fc.asyncProperty(anyDoc(anyText), async (doc) => {
        const rendered = await renderDocument(doc, { pdf: 12 });
        const plain = (await textOf(doc, "plain-text")).normalize("NFC");
        if (rendered.ok) {
          expect(await checkPdf(rendered.value.bytes)).toEqual([]);
          return;
        }
        expect(rendered.refusal.characters.length).toBeGreaterThan(0);
        for (const character of rendered.refusal.characters) expect(heldBack(plain)).toContain(character);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("as a page holds no markup of anybody else's making", async () => {
    await fc.assert(
      fc.asyncProperty(anyDoc(anyText), async (doc) => {
        const page = await textOf(doc, "html");
        expect(page).not.toMatch(/<script|javascript:|<\/style>.*<\/style>/u);
        const body = page.slice(page.indexOf("<body>"));
        expect(unclosedTags(body)).toEqual([]);
        expect(body).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/u);
        const levels = [...body.matchAll(/<h([1-6])>/gu)].map((match) => Number(match[1]));
        expect(levels[0]).toBe(1);
        levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it("gives the same bytes whatever was printed before it", async () => {
    const alone = await bytesOf(paymentForm, { pdf: 12 });
    await fc.assert(
      fc.asyncProperty(anyDoc(anyPrintableText), async (between) => {
        await bytesOf(between, { pdf: 18 });
        expect(Buffer.from(await bytesOf(paymentForm, { pdf: 12 })).equals(Buffer.from(alone))).toBe(true);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe("the sample papers", () => {
  it("hold every kind of block", () => {
    const kinds = new Set<Block["kind"]>();
    const visit = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        kinds.add(block.kind);
        if (block.kind === "section" || block.kind === "callout") visit(block.blocks);
      }
    };
    for (const doc of samplePapers) visit(doc.blocks);
    const every: Record<Block["kind"], true> = {
      section: true,
      paragraph: true,
      list: true,
      facts: true,
      table: true,
      callout: true,
      address: true,
      "pen-lines": true,
      signature: true,
      "tick-boxes": true,
      "scan-square": true,
      "hold-up-card": true,
      pictured: true,
      photo: true,
    };
    expect([...kinds].sort()).toEqual(Object.keys(every).sort());
  });

  it.each(samplePapers.map((doc) => [doc.title, doc] as const))("are given in every format, with a name of words: %s", async (_, doc) => {
    for (const format of allFormats) {
      const rendered = await renderDocument(doc, format);
      if (!rendered.ok) throw new Error("Refused");
      expect(rendered.value.fileName).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:html|txt|pdf)$/u);
      expect(rendered.value.bytes.length).toBeGreaterThan(500);
    }
  });

  it.each(samplePapers.flatMap((doc) => sizes.map((pdf) => [doc.title, pdf, doc] as const)))(
    "pass our machine checks: %s at %d points",
    async (_, pdf, doc) => {
      expect(await checkPdf(await bytesOf(doc, { pdf }))).toEqual([]);
    },
  );
});

describe("words that look like instructions", () => {
  const attacks = [
    ") Tj ET Q EMC endstream endobj 1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj",
    "/OpenAction << /S /Launch /F (cmd.exe) >> >> endobj",
    "<</Type/Annot/Subtype/Link/A<</S/URI/URI(http://evil.example)>>>>",
    "\\) Tj (\\",
    "\u202egnp.exe\u2066 \u0000 \u200f",
    "</rdf:li><pdfuaid:part>9</pdfuaid:part>",
    "https://evil.example/ mailto:x@evil.example",
  ];

  function withWords(words: string): Doc {
    return {
      ...paymentForm,
      title: `Claim ${words}`,
      reference: words,
      audience: words,
      organisation: { name: words },
      blocks: [
        { kind: "paragraph", content: [{ kind: "text", text: words }] },
        { kind: "facts", rows: [{ name: words, detail: [{ kind: "strong", text: words }] }] },
        { kind: "tick-boxes", question: words, options: [{ label: [{ kind: "text", text: words }], isTicked: true }] },
        { kind: "pen-lines", lines: [{ label: words, room: "line" }] },
      ],
    };
  }

  const shapeOf = (outline: string): string => outline.replace(/ “[^\n]*”/gu, "");

  it.each(attacks)("stay words: %s", async (attack) => {
    const plain = await readPdf(await bytesOf(withWords("Sam Green".repeat(Math.ceil(attack.length / 9))), { pdf: 12 }));
    const bytes = await bytesOf(withWords(attack), { pdf: 12 });
    const attacked = await readPdf(bytes);
    expect(await checkPdf(bytes)).toEqual([]);
    expect(shapeOf(structureOutline(attacked))).toBe(shapeOf(structureOutline(plain)));
    expect(attacked.document.context.enumerateIndirectObjects().length).toBe(plain.document.context.enumerateIndirectObjects().length);
    const names = namesIn(attacked.document.context.enumerateIndirectObjects().map(([, object]) => object));
    for (const name of ["JS", "JavaScript", "Launch", "URI", "EmbeddedFile", "EmbeddedFiles", "OpenAction", "AA", "AcroForm"])
      expect(names).not.toContain(name);
    expect(attacked.metadata).not.toContain("<pdfuaid:part>9");
  });

  /** Every name used in any object: keys and values. */
  function namesIn(objects: readonly unknown[]): ReadonlySet<string> {
    const names = new Set<string>();
    const visit = (object: unknown): void => {
      if (object instanceof PDFStream) visit(object.dict);
      else if (object instanceof PDFArray) object.asArray().forEach(visit);
      else if (object instanceof PDFDict) {
        for (const [key, value] of object.entries()) {
          names.add(key.decodeText());
          visit(value);
        }
      } else if (object !== null && typeof object === "object" && "decodeText" in object && object.constructor.name.includes("Name")) {
        names.add((object as { decodeText: () => string }).decodeText());
      }
    };
    objects.forEach(visit);
    return names;
  }
});

/** Tags of a page that are opened and not closed, or closed and not opened. */
function unclosedTags(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, closes, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gu)) {
    if (name === "br" || name === "img" || name === "meta" || name === "html") continue;
    if (closes !== "/") open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
