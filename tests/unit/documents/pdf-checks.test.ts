// Each machine check is shown a file with one fault planted in it and has to name that fault and no other.
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString, type PDFObject } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { renderDocument } from "#app/documents/render.ts";
import { checkPdf, checkReadPdf, isWellFormed, type PdfFaultName } from "#tests/support/pdf-checks.ts";
import { allElements, dictionaryAt, readLoadedPdf, valueAt, bytesAsText } from "#tests/support/pdf-reader.ts";
import { letter, paymentForm } from "#tests/support/sample-papers.ts";
import type { Doc } from "#app/documents/model.ts";

const files = new Map<Doc, Uint8Array>();

beforeAll(async () => {
  for (const doc of [paymentForm, letter]) {
    const rendered = await renderDocument(doc, { pdf: 12 });
    if (rendered.ok) files.set(doc, rendered.value.bytes);
  }
});

async function opened(doc: Doc): Promise<PDFDocument> {
  return PDFDocument.load(files.get(doc) ?? new Uint8Array(), { updateMetadata: false });
}

function name(text: string): PDFName {
  return PDFName.of(text);
}

/** The dictionary of the first structure element of a type. */
function first(pdf: PDFDocument, type: string): PDFDict {
  const found = allElements(readLoadedPdf(pdf).structure).find((element) => element.type === type);
  if (found === undefined) throw new Error(`No ${type} in this file`);
  return found.dictionary;
}

function renamed(pdf: PDFDocument, type: string, to: string): void {
  first(pdf, type).set(name("S"), name(to));
}

function metadataBecomes(pdf: PDFDocument, change: (xml: string) => string): void {
  const { metadata } = readLoadedPdf(pdf);
  const stream = pdf.context.stream(new TextEncoder().encode(change(metadata ?? "")), { Type: "Metadata", Subtype: "XML" });
  pdf.catalog.set(name("Metadata"), pdf.context.register(stream));
}

function drawnAfterwards(pdf: PDFDocument, instructions: string): void {
  const page = pdf.getPage(0).node;
  const content = valueAt(page, "Contents");
  const before = content instanceof PDFStream ? bytesAsText(content) : "";
  page.set(name("Contents"), pdf.context.register(pdf.context.stream(Buffer.from(`${before}\n${instructions}\n`, "latin1"))));
}

function firstLink(pdf: PDFDocument): PDFDict {
  const found = readLoadedPdf(pdf).pages.flatMap((page) => page.annotations)[0];
  if (found === undefined) throw new Error("No link in this file");
  return found;
}

/** A field to type in, held by the structure or not, with a name or without. */
function withField(pdf: PDFDocument, held: "in-form" | "outside", describedAs: string | undefined): void {
  const page = pdf.getPage(0).node;
  const described: Record<string, PDFObject> = describedAs === undefined ? {} : { TU: PDFString.of(describedAs) };
  const widget = pdf.context.register(
    pdf.context.obj({ Type: "Annot", Subtype: "Widget", FT: "Tx", T: PDFString.of("name"), Rect: [0, 0, 10, 10], ...described }),
  );
  page.set(name("Annots"), pdf.context.obj([widget]));
  if (held === "outside") return;
  const parent = first(pdf, "Document");
  const form = pdf.context.register(pdf.context.obj({ S: "Form", K: [{ Type: "OBJR", Obj: widget }] }));
  parent.lookup(name("K"), PDFArray).push(form);
}

function eachFont(pdf: PDFDocument, change: (font: PDFDict) => void): void {
  for (const font of new Set(readLoadedPdf(pdf).pages.flatMap((page) => page.fonts))) change(font);
}

type Plant = readonly [fault: PdfFaultName, doc: Doc, plant: (pdf: PDFDocument) => void];

const plants: readonly Plant[] = [
  ["not-marked-as-tagged", paymentForm, (pdf) => dictionaryAt(pdf.catalog, "MarkInfo")?.set(name("Marked"), PDFBool.False)],
  ["no-structure", paymentForm, (pdf) => pdf.catalog.delete(name("StructTreeRoot"))],
  ["no-language", paymentForm, (pdf) => pdf.catalog.delete(name("Lang"))],
  ["title-not-displayed", paymentForm, (pdf) => pdf.catalog.delete(name("ViewerPreferences"))],
  ["metadata-unreadable", paymentForm, (pdf) => metadataBecomes(pdf, (xml) => xml.replace("Involvement", "Time & costs"))],
  ["metadata-unreadable", paymentForm, (pdf) => pdf.catalog.delete(name("Metadata"))],
  ["metadata-without-identifier", paymentForm, (pdf) => metadataBecomes(pdf, (xml) => xml.replace(/pdfuaid:part/gu, "pdfuaid:other"))],
  ["metadata-without-title", paymentForm, (pdf) => metadataBecomes(pdf, (xml) => xml.replace(/dc:title/gu, "dc:subject"))],
  ["structure-type-not-standard", paymentForm, (pdf) => renamed(pdf, "P", "Aside")],
  ["first-heading-not-h1", paymentForm, (pdf) => renamed(pdf, "H1", "H2")],
  ["heading-level-skipped", paymentForm, (pdf) => renamed(pdf, "H2", "H3")],
  ["figure-without-alternative", paymentForm, (pdf) => renamed(pdf, "P", "Figure")],
  ["header-cell-without-scope", paymentForm, (pdf) => first(pdf, "TH").delete(name("A"))],
  ["child-not-allowed-in-table", paymentForm, (pdf) => renamed(pdf, "TR", "P")],
  ["child-not-allowed-in-table", paymentForm, (pdf) => renamed(pdf, "TD", "P")],
  ["child-not-allowed-in-list", paymentForm, (pdf) => renamed(pdf, "LI", "P")],
  ["child-not-allowed-in-list", paymentForm, (pdf) => renamed(pdf, "LBody", "P")],
  [
    "empty-element",
    paymentForm,
    (pdf) =>
      first(pdf, "Document")
        .lookup(name("K"), PDFArray)
        .push(pdf.context.register(pdf.context.obj({ S: "P", K: [] }))),
  ],
  ["drawn-outside-marks", paymentForm, (pdf) => drawnAfterwards(pdf, "0 0 m 10 10 l S")],
  ["drawn-outside-marks", paymentForm, (pdf) => drawnAfterwards(pdf, "BT /F1 12 Tf <0001> Tj ET")],
  ["marks-not-balanced", paymentForm, (pdf) => drawnAfterwards(pdf, "/Artifact BMC")],
  ["marks-not-balanced", paymentForm, (pdf) => drawnAfterwards(pdf, "EMC")],
  ["mark-without-element", paymentForm, (pdf) => drawnAfterwards(pdf, "/P << /MCID 9999 >> BDC 0 0 m 10 10 l S EMC")],
  ["link-outside-link-element", letter, (pdf) => renamed(pdf, "Link", "Span")],
  ["link-without-description", letter, (pdf) => firstLink(pdf).set(name("Contents"), PDFHexString.fromText(""))],
  ["field-outside-form-element", paymentForm, (pdf) => withField(pdf, "outside", "Your name")],
  ["field-without-name", paymentForm, (pdf) => withField(pdf, "in-form", undefined)],
  ["tab-order-not-structure", letter, (pdf) => pdf.getPages().forEach((page) => page.node.delete(name("Tabs")))],
  [
    "font-not-embedded",
    paymentForm,
    (pdf) =>
      eachFont(pdf, (font) => {
        const inner = font.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict);
        dictionaryAt(inner, "FontDescriptor")?.delete(name("FontFile2"));
      }),
  ],
  ["font-without-unicode-map", paymentForm, (pdf) => eachFont(pdf, (font) => font.delete(name("ToUnicode")))],
  ["letterform-missing", paymentForm, (pdf) => drawnAfterwards(pdf, "/Artifact BMC BT /F1 12 Tf <0000> Tj ET EMC")],
];

describe("the machine checks", () => {
  it.each(plants)("name %s when it is planted, and nothing else", async (fault, doc, plant) => {
    const pdf = await opened(doc);
    plant(pdf);
    const found = checkReadPdf(readLoadedPdf(pdf)).map((each) => each.fault);
    expect([...new Set(found)]).toEqual([fault]);
  });

  it("find nothing to say about the file the faults are planted in", async () => {
    for (const bytes of files.values()) expect(await checkPdf(bytes)).toEqual([]);
  });

  it("accept a field to type in that is held by the structure and has a name", async () => {
    const pdf = await opened(paymentForm);
    withField(pdf, "in-form", "Your name");
    expect(checkReadPdf(readLoadedPdf(pdf))).toEqual([]);
  });

  it("know a heading number that is not a level from one that is", async () => {
    const pdf = await opened(paymentForm);
    first(pdf, "H2").set(name("S"), name("H9"));
    expect(checkReadPdf(readLoadedPdf(pdf)).map((each) => each.fault)).toEqual(["structure-type-not-standard"]);
  });
});

describe("a record is well formed", () => {
  it.each(["<a/>", "<a b='1'>text &amp; &#163;</a>", '<?xml version="1.0"?><a><b c="d"/><!-- e --></a>'])("when it is %s", (xml) => {
    expect(isWellFormed(xml)).toBe(true);
  });

  it.each(["", "text", "<a>", "<a></b>", "<a>&</a>", "<a>&pound;</a>", "<a b=1/>", "<a/><b/>", "<a <b/>", "<a>\u0001</a>", "<a b='<'/>"])(
    "but not when it is %j",
    (xml) => {
      expect(isWellFormed(xml)).toBe(false);
    },
  );
});
