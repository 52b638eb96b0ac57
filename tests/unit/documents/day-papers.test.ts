// The papers of the day as sheets: nothing that is read or written on together falls apart, in any size of print.
import { describe, expect, test } from "vitest";
import { buildDocument, type DocumentId } from "#app/documents/catalogue/index.ts";
import { renderDocument } from "#app/documents/render.ts";
import { documentFacts } from "#tests/support/document-facts.ts";
import { readPdf, sheetOf, type PdfRead } from "#tests/support/pdf-reader.ts";

const sizes = [12, 14, 16, 18, 20, 24];
const facts = documentFacts();

async function pdfOf(id: DocumentId, which: 0 | 1, size: number): Promise<PdfRead> {
  const doc = id === "wall-sheet" ? buildDocument(id, facts[id][which]!) : buildDocument("day-pack", facts["day-pack"][which]!);
  const rendered = await renderDocument(doc, { pdf: size });
  if (!rendered.ok) throw new Error("Refused");
  return readPdf(rendered.value.bytes);
}

describe.each([0, 1] as const)("the papers of the day %d", (which) => {
  test.each(sizes)("have the lines of the wall sheet on the sheet that says whom to ask, at %d points", async (size) => {
    const pdf = await pdfOf("wall-sheet", which, size);
    const asking = sheetOf(pdf, "Who to ask");
    expect(sheetOf(pdf, "Toilets and quiet room")).toBe(asking);
    expect(sheetOf(pdf, "Ways out and meeting point")).toBe(asking);
  });

  test.each(sizes)("say what the cards mean whole, on a sheet before the first card, at %d points", async (size) => {
    const pdf = await pdfOf("day-pack", which, size);
    const saying = sheetOf(pdf, "What the cards say");
    expect(sheetOf(pdf, "Cards")).toBe(saying);
    expect(sheetOf(pdf, "Whoever leads looks out for cards")).toBe(saying);
  });
});
