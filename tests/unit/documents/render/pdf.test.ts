import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import {
  bullets,
  callout,
  facts,
  link,
  paragraph,
  penLines,
  section,
  sheet,
  strong,
  table,
  column,
  tickBoxes,
  type Block,
  type Doc,
} from "#app/documents/model.ts";
import { renderPdf, renderPdfTogether } from "#app/documents/render/pdf.ts";
import { tidyDoc } from "#app/documents/render/tidy.ts";
import { readLogo } from "#app/services/logo-picture.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { checkPdf } from "#tests/support/pdf-checks.ts";
import {
  allElements,
  readingText,
  readPdf,
  structureOutline,
  wordsIn,
  textAt,
  attributesOf,
  type PdfRead,
} from "#tests/support/pdf-reader.ts";
import { harbourSign } from "#tests/support/pictures.ts";
import { letter, longPlan, paymentForm } from "#tests/support/sample-papers.ts";

function paper(blocks: readonly Block[], more: Partial<Doc> = {}): Doc {
  return {
    title: "A paper",
    language: "en-GB",
    organisation: { name: "Riverside Voices" },
    madeOn: calendarDateOf("2026-03-03"),
    blocks,
    ...more,
  };
}

async function drawn(doc: Doc, sizePoints = 12): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const result = await renderPdf(tidyDoc(doc), { sizePoints });
  if (!result.ok) throw new Error(`Refused: ${result.refusal.join(" ")}`);
  return result.value;
}

async function read(doc: Doc, sizePoints = 12): Promise<PdfRead> {
  return readPdf((await drawn(doc, sizePoints)).bytes);
}

beforeAll(async () => {
  await drawn(paymentForm);
}, 30_000);

const sign = readLogo(harbourSign, "image/png");
if (!sign.ok) throw new Error(sign.refusal);
const logo = {
  address: `data:image/png;base64,${Buffer.from(sign.value.bytes).toString("base64")}`,
  width: 240,
  height: 80,
  description: "A blue lifebelt & two bars",
} as const;
const withLogo = (doc: Doc): Doc => ({ ...doc, organisation: { ...doc.organisation, logo } });

describe("the organisation’s logo", () => {
  it.each([12, 18, 24])("is a picture that says what it shows, before the name, at %i points", async (sizePoints) => {
    for (const doc of [letter, paymentForm]) {
      const pdf = await read(withLogo(doc), sizePoints);
      const figures = allElements(pdf.structure).filter(({ type }) => type === "Figure");
      // The letter has one more: its square to scan.
      expect(figures).toHaveLength(doc === letter ? 2 : 1);
      expect(textAt(figures[0]!.dictionary, "Alt")).toBe("A blue lifebelt & two bars");
      expect(attributesOf(figures[0]!)[0]?.toString()).toContain("/BBox");
      expect(allElements(pdf.structure).findIndex(({ type }) => type === "Figure")).toBeLessThan(
        allElements(pdf.structure).findIndex((element) => wordsIn(pdf, element).trim() === doc.organisation.name),
      );
      expect(await checkPdf((await drawn(withLogo(doc), sizePoints)).bytes)).toEqual([]);
    }
  });

  it("moves no word of a letter, so that its address stays in the window of the envelope", async () => {
    expect(readingText(await read(withLogo(letter)))).toBe(readingText(await read(letter)));
    expect((await drawn(withLogo(letter))).pages).toBe((await drawn(letter)).pages);
  });

  it("is carried once, however many papers show it, and gives the same bytes each time", async () => {
    const prints = [letter, paymentForm, letter].map((doc) => ({ doc: tidyDoc(withLogo(doc)), sizePoints: 12 }));
    const made = await renderPdfTogether(prints, letter);
    const again = await renderPdfTogether(prints, letter);
    if (!made.ok || !again.ok) throw new Error("refused");
    expect(
      Buffer.from(made.value.bytes)
        .toString("latin1")
        .match(/\/Subtype \/Image/gu),
    ).toHaveLength(1);
    expect(Buffer.compare(Buffer.from(made.value.bytes), Buffer.from(again.value.bytes))).toBe(0);
  });
});

describe("the words of a printed paper", () => {
  it.each([
    ["Welsh", "Siân Ŵyn-Jones, Tŷ’r Ŷd"],
    ["Polish", "Zażółć gęślą jaźń, Łucja"],
    ["Hungarian", "Őrzsébet Űr"],
    ["Vietnamese", "Nguyễn Thị Hồng Đào"],
    ["Greek", "Ελένη Παπαδοπούλου, 5 μg"],
    ["Ukrainian", "Олена Щербак-Ґудзь"],
    ["Hindi", "नमस्ते, प्रिया श्रीवास्तव"],
    ["letters written with separate marks", "e\u0301 n\u0303 Z\u0307"],
    ["ligatures of another typeface", "Ж office fi ffl Ж"],
    ["references and account numbers", "KTR4-MWPX 08-99-99 00012345 −£1,234.50 2026–27"],
    ["quotes and dashes", "“Quoted” ‘words’ — and … • × ½"],
    ["brackets of PDF itself", "(a) [b] {c} <d> \\e %f /g"],
  ])("are read back exactly: %s", async (_, words) => {
    const pdf = await read(paper([paragraph(words), paragraph(strong(words))], { title: words }));
    const texts = allElements(pdf.structure)
      .filter((element) => ["P", "H1"].includes(element.type))
      .map((element) => wordsIn(pdf, element));
    expect(texts.filter((text) => text !== "Riverside Voices")).toEqual(Array.from({ length: 3 }, () => words.normalize("NFC")));
  });

  it("never turn a hyphen into a soft hyphen, whichever was met first", async () => {
    await drawn(paper([paragraph("soft\u00adhyphen")]));
    const pdf = await read(paper([paragraph("co\u00adoperate step-free\u2011route")]));
    expect(readingText(pdf)).toContain("cooperate step-free-route");
  });

  it("do not run together where a line or an address breaks", async () => {
    const long = "Every word of this sentence is to be read with a space between it and the next one. ".repeat(4).trim();
    expect(readingText(await read(paper([paragraph(long)])))).toContain(long);
    expect(readingText(await read(letter))).toContain("Flat 2, 8 Mill Lane Exampleton EX1 2AB");
  });

  it("keep a name longer than its column whole when copied", async () => {
    const name = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
    expect(readingText(await read(paper([facts([["Name", name]])])))).toContain(name);
  });
});

describe("characters without a letterform", () => {
  it.each([
    ["Arabic", "محمد", ["م", "ح", "د"]],
    ["Chinese", "王小明", ["王", "小", "明"]],
    ["a smiling face", "Thanks 🙂", ["🙂"]],
    ["an arrow", "A → B", ["→"]],
  ])("are named and nothing is drawn: %s", async (_, words, characters) => {
    const result = await renderPdf(tidyDoc(paper([facts([["Name", words]])])), { sizePoints: 12 });
    expect(result).toEqual({ ok: false, refusal: characters });
  });

  it("are looked for everywhere a paper can hold words", async () => {
    const everywhere: readonly Partial<Doc>[] = [
      { title: "→" },
      { organisation: { name: "→" } },
      { edition: "→" },
      { reference: "→" },
      { audience: "→" },
      { addressedTo: ["→"] },
    ];
    for (const part of everywhere) expect((await renderPdf(tidyDoc(paper([], part)), { sizePoints: 12 })).ok).toBe(false);
    const blocks: readonly Block[] = [
      section("→", []),
      paragraph(link("→", "https://example.org/")),
      bullets(["→"]),
      facts([["→", "a"]]),
      facts([["a", "→"]]),
      facts([["a", "b"]], "→"),
      table({ caption: "→", columns: [column("a")], rows: [] }),
      table({ caption: "a", columns: [column("→")], rows: [] }),
      table({ caption: "a", columns: [column("a")], rows: [["→"]] }),
      table({ caption: "a", columns: [column("a")], rows: [], totals: [["→"]] }),
      tickBoxes("→", []),
      tickBoxes("a", [["→", false]]),
    ];
    for (const block of blocks)
      expect((await renderPdf(tidyDoc(paper([block])), { sizePoints: 12 })).ok, JSON.stringify(block)).toBe(false);
  });

  it("do not include joiners and selectors, which nobody sees", async () => {
    expect(readingText(await read(paper([paragraph("a\u200db\ufe0fc")])))).toContain("abc");
  });
});

describe("the record inside the file", () => {
  it("stays readable whatever the title is", async () => {
    const title = `Time & costs <for "two"> people's ]]> trips`;
    const { bytes } = await drawn(paper([], { title, organisation: { name: "Voices & <Friends>" } }));
    expect(await checkPdf(bytes)).toEqual([]);
    const pdf = await readPdf(bytes);
    expect(pdf.metadata).toContain("Time &amp; costs &lt;for");
    expect(pdf.document.getTitle()).toBe(title);
  });

  it("gives the day the paper was made and no other moment", async () => {
    const pdf = await read(paper([]));
    expect(pdf.document.getCreationDate()?.toISOString()).toBe("2026-03-03T12:00:00.000Z");
    expect(pdf.document.getModificationDate()).toBeUndefined();
  });

  it("is the same file, byte for byte, when the same paper is printed again", async () => {
    const [one, other] = [await drawn(longPlan), await drawn(longPlan)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});

describe("sheets", () => {
  it("are counted as the file counts them", async () => {
    const { bytes, pages } = await drawn(longPlan, 18);
    expect((await readPdf(bytes)).pages).toHaveLength(pages);
  });

  it("each say their number, what they belong to and who may read them", async () => {
    const pdf = await read(longPlan);
    pdf.pages.forEach((page, index) => {
      const foot = page.artifacts.join("");
      expect(foot).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
      expect(foot).toContain("Venue copy: no names");
      expect(foot).toContain("Access plan: Shaping the new health hub");
    });
  });

  it("begin anew for each part that is handed over on its own", async () => {
    const claims = ["Ana", "Bilal", "Chidi"].map((name) => sheet(name, [facts([["Amount", "£10"]])]));
    expect((await drawn(paper([paragraph("Cover sheet"), ...claims]))).pages).toBe(4);
  });

  it("say whole on every sheet who they are for, in large print as well", async () => {
    const audience = "For the person and the people who help. Destroy it after the meeting.";
    for (const size of [12, 18, 24]) {
      const { pages } = await read(paper([paragraph("Words."), sheet("More", [paragraph("Words.")])], { audience }), size);
      for (const { artifacts } of pages) expect(artifacts.join("").replace(/\s+/gu, "")).toContain(audience.replace(/\s+/gu, ""));
    }
  });

  it("leave no row of a table alone on a sheet, wherever on the sheet the table begins", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`Zrow${String(index)}`, "words"]);
    for (let before = 0; before < 30; before += 1) {
      const filler = Array.from({ length: before }, () => paragraph("Words."));
      const { pages } = await read(paper([...filler, table({ caption: "Rows", columns: [column("One"), column("Two")], rows })]));
      const onSheets = pages.map(({ textOfMarks }) => [...textOfMarks.values()].filter((words) => words.includes("Zrow")).length);
      expect(onSheets.filter((count) => count === 1)).toEqual([]);
    }
  });

  it("repeat the head of a table for the eye, while the table stays one", async () => {
    const pdf = await read(longPlan);
    const heads = pdf.pages.filter((page) => page.artifacts.join("").includes("What happens"));
    expect(heads.length).toBeGreaterThan(0);
    const tables = allElements(pdf.structure).filter((element) => element.type === "Table");
    expect(tables).toHaveLength(2);
    expect(allElements(tables.slice(0, 1)).filter((element) => wordsIn(pdf, element) === "What happens")).toHaveLength(1);
  });

  it("have a list of parts beside them from five sheets on, and not before", async () => {
    expect((await read(longPlan)).bookmarks).toEqual([]);
    expect((await read(longPlan, 24)).bookmarks.slice(0, 4)).toEqual([
      "Access plan: Shaping the new health hub, Tuesday 14 April 2026",
      "  Do next",
      "  What people need",
      "    Getting in",
    ]);
  });

  it("refuse print smaller than anybody should be handed", async () => {
    await expect(renderPdf(tidyDoc(paper([])), { sizePoints: 11 })).rejects.toThrow(RangeError);
    await expect(renderPdf(tidyDoc(paper([])), { sizePoints: Number.NaN })).rejects.toThrow(RangeError);
  });
});

describe("meaning", () => {
  it.each([12, 18, 24])("keeps a heading, a question, its box and the line to write on together at %i points", async (sizePoints) => {
    const question = (number: number): readonly Block[] => [
      tickBoxes(`Question ${number}: how wide is the door?`, [["I do not know", false]]),
      penLines([{ label: `Answer ${number}, in centimetres`, room: "few-words" }]),
    ];
    const questions = Array.from({ length: 12 }, (_, number) =>
      number % 4 === 0 ? [section(`Part ${number}`, [...question(number)])] : question(number),
    ).flat();
    for (let filling = 0; filling < 12; filling += 1) {
      const before = Array.from({ length: filling }, (_, line) => paragraph(`Line ${line}.`));
      const pdf = await read(paper([...before, ...questions]), sizePoints);
      const sheets = pdf.pages.map((page) => [...page.textOfMarks.values()].join(" "));
      const sheetOf = (words: string): number => sheets.findIndex((sheet) => sheet.includes(words));
      for (let number = 0; number < 12; number += 1) {
        const asked = sheetOf(`Question ${number}:`);
        expect(asked).toBeGreaterThanOrEqual(0);
        expect(sheetOf(`Answer ${number},`)).toBe(asked);
        if (number % 4 === 0) expect(sheetOf(`Part ${number} `)).toBe(asked);
      }
    }
  });

  it("keeps every notice whole, and does not tie it to what comes after it", async () => {
    const notices = Array.from({ length: 14 }, (_, number) =>
      callout("warning", `Notice ${number}.`, [
        paragraph(`Said in a sentence that is long enough to need two lines of large print, up to the end of ${number}.`),
      ]),
    );
    for (let filling = 0; filling < 10; filling += 1) {
      const before = Array.from({ length: filling }, (_, line) => paragraph(`Line ${line}.`));
      const pdf = await read(paper([...before, ...notices]), 24);
      const sheets = pdf.pages.map((page) => [...page.textOfMarks.values()].join(" "));
      for (let number = 0; number < 14; number += 1)
        expect(sheets.filter((sheet) => sheet.includes(`Notice ${number}.`) && sheet.includes(`end of ${number}.`))).toHaveLength(1);
    }
  });

  it("tells a tick box from its label, and whether it is ticked", async () => {
    const pdf = await read(paymentForm);
    const boxes = allElements(pdf.structure).filter(
      (element) => element.type === "Form" && attributesOf(element).some((attributes) => textAt(attributes, "Desc")?.includes("eceipt")),
    );
    expect(boxes.map((box) => textAt(box.dictionary, "Alt"))).toEqual(["Ticked", "Not ticked"]);
  });

  it("gives a link its words and paper its address", async () => {
    const pdf = await read(letter);
    const links = allElements(pdf.structure).filter((element) => element.type === "Link");
    expect(links.map((element) => wordsIn(pdf, element))).toEqual(["payments and benefits", "hello@riverside.example"]);
    expect(readingText(pdf)).toContain("payments and benefits (www.example.org/payments-and-benefits).");
  });

  it("gives a link broken over two lines one element and an area to press on each line", async () => {
    const words = "a very long name for a page that goes on and on until the line it is on has to be broken somewhere before its end";
    const pdf = await read(paper([paragraph(["Before: ", link(words, "https://www.example.org/"), " after."])]));
    const links = allElements(pdf.structure).filter((element) => element.type === "Link");
    expect(links).toHaveLength(1);
    expect(pdf.pages[0]?.annotations.length).toBe(2);
    expect(pdf.pages[0]?.annotations.map((annotation) => textAt(annotation, "Contents"))).toEqual([words, words]);
  });

  it.each([
    ["payment form", "payment-form", paymentForm],
    ["letter", "letter", letter],
  ])("of a whole %s is as it was last agreed", async (_, file, doc) => {
    await expect(structureOutline(await read(doc))).toMatchFileSnapshot(`../../../golden/documents/${file}.structure.txt`);
  });
});

describe("typefaces", () => {
  it("have the same letters in bold as in regular, so that emphasis never loses one", async () => {
    const { families } = await import("#app/documents/render/typeset/typefaces.ts");
    const find = createRequire(import.meta.url);
    const { default: PDFDocument } = await import("pdfkit");
    const lettersOf = (file: string): string => {
      const scratch = new PDFDocument({ autoFirstPage: false, font: find.resolve(file) });
      const { _font } = scratch as unknown as { _font: { font: { characterSet: number[] } } };
      return [...new Set(_font.font.characterSet)].sort((one, other) => one - other).join(",");
    };
    for (const { files } of families) expect(lettersOf(files.bold)).toBe(lettersOf(files.regular));
  });
});
