// Plans on paper as sheets: what somebody relies on is read first, and what was decided is read whole.
import { describe, expect, test } from "vitest";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderDocument } from "#app/documents/render.ts";
import { documentFacts } from "#tests/support/document-facts.ts";
import { readingText, readPdf, sheetOf, type PdfRead } from "#tests/support/pdf-reader.ts";

const sizes = [12, 14, 16, 18, 20, 24];
const facts = documentFacts();

async function pdfOf(doc: Doc, size: number): Promise<PdfRead> {
  const rendered = await renderDocument(doc, { pdf: size });
  if (!rendered.ok) throw new Error("Refused");
  return readPdf(rendered.value.bytes);
}

describe("a plan to leave safely", () => {
  test.each(sizes)("says first whose it is and whether it may be relied on, before any of what it says, at %d points", async (size) => {
    const [agreed, open] = facts["plan-to-leave"];
    for (const [plan, state] of [
      [agreed, "Agreed on 23 November 2026."],
      [open, "Not agreed as it stands"],
    ] as const) {
      if (plan === undefined) throw new Error("No plan to print");
      const pdf = await pdfOf(buildDocument("plan-to-leave", plan), size);
      expect([sheetOf(pdf, plan.name), sheetOf(pdf, state)]).toEqual([0, 0]);
      const text = readingText(pdf);
      expect(text.indexOf("If something is not as it stands here")).toBeGreaterThan(text.indexOf(state));
      expect(text.indexOf("How they will know there is an alarm")).toBeGreaterThan(text.indexOf("If something is not as it stands here"));
    }
  });
});

describe("what was decided", () => {
  test.each(sizes)("stands on one sheet with whoever decided it, at %d points", async (size) => {
    const [usual] = facts["access-plan"];
    const pdf = await pdfOf(buildDocument("access-plan", usual), size);
    const words = sheetOf(pdf, "The side office is ours all day.");
    expect(sheetOf(pdf, "What shows it")).toBe(words);
    expect(sheetOf(pdf, "Decided by")).toBe(words);
  });
});
