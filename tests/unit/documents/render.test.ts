import { describe, expect, it } from "vitest";
import { facts, paragraph, sheet, type Doc } from "#app/documents/model.ts";
import { renderDocument, type Format } from "#app/documents/render.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { letter, longPlan, paymentForm } from "#tests/support/sample-papers.ts";

function paper(more: Partial<Doc>): Doc {
  return {
    title: "A paper",
    language: "en-GB",
    organisation: { name: "Riverside Voices" },
    madeOn: calendarDateOf("2026-03-03"),
    blocks: [],
    ...more,
  };
}

async function fileNameOf(doc: Doc, format: Format): Promise<string> {
  const rendered = await renderDocument(doc, format);
  return rendered.ok ? rendered.value.fileName : "refused";
}

async function textOf(doc: Doc, format: "html" | "html-part" | "plain-text"): Promise<string> {
  const rendered = await renderDocument(doc, format);
  return rendered.ok ? new TextDecoder().decode(rendered.value.bytes) : "refused";
}

describe("the name of a file", () => {
  it.each<[string, Format, string]>([
    ["Payment statement 2026–27", { pdf: 12 }, "payment-statement-2026-27.pdf"],
    ["Payment statement 2026–27", { pdf: 18 }, "payment-statement-2026-27-18-point.pdf"],
    ["Payment statement 2026–27", { pdf: 13.5 }, "payment-statement-2026-27-13-5-point.pdf"],
    ["Łódź, café & Tŷ’r Ŷd", "html", "lodz-cafe-tyr-yd.html"],
    ["../../etc/passwd", "plain-text", "etc-passwd.txt"],
    ["   ", "plain-text", "document.txt"],
  ])("is words any disk can carry: %s", async (title, format, expected) => {
    expect(await fileNameOf(paper({ title }), format)).toBe(expected);
  });

  it("is what the paper asks to be saved as, where it asks", async () => {
    expect(await fileNameOf(paper({ title: "Claim by Amara", saveAs: "claim KTR4-MWPX" }), { pdf: 12 })).toBe("claim-ktr4-mwpx.pdf");
  });

  it("ends at a word when the title is long", async () => {
    expect(await fileNameOf(paper({ title: "a very long title ".repeat(10) }), "html")).toBe(
      "a-very-long-title-a-very-long-title-a-very-long-title-a-very-long-title-a-very.html",
    );
  });
});

describe("a paper with characters no typeface of ours draws", () => {
  const doc = paper({ blocks: [facts([["Name", "محمد 🙂"]])] });

  it("is refused as a PDF, naming them", async () => {
    expect(await renderDocument(doc, { pdf: 18 })).toEqual({
      ok: false,
      refusal: { reason: "characters-without-a-letterform", characters: ["م", "ح", "د", "🙂"] },
    });
  });

  it("is given whole as a page and as text, where the reader's own typefaces draw them", async () => {
    expect(await textOf(doc, "html")).toContain("محمد 🙂");
    expect(await textOf(doc, "plain-text")).toContain("Name: محمد 🙂");
  });
});

describe("a rendered paper", () => {
  it("says what it is and how many sheets it has", async () => {
    const rendered = await renderDocument(paper({ blocks: [paragraph("Cover"), sheet("One", []), sheet("Two", [])] }), { pdf: 12 });
    expect(rendered).toMatchObject({ ok: true, value: { mediaType: "application/pdf", pages: 3 } });
  });

  it("of one claim fits one sheet", async () => {
    expect(await renderDocument(paymentForm, { pdf: 12 })).toMatchObject({ ok: true, value: { pages: 1 } });
  });

  it.each([
    ["payment-form", paymentForm],
    ["letter", letter],
    ["long-plan", longPlan],
  ] as const)("as plain text is as it was last agreed: %s", async (file, doc) => {
    await expect(await textOf(doc, "plain-text")).toMatchFileSnapshot(`../../golden/documents/${file}.txt`);
  });

  it.each([
    ["payment-form", paymentForm],
    ["letter", letter],
  ] as const)("as part of a page is as it was last agreed: %s", async (file, doc) => {
    const part = (await textOf(doc, "html-part")).replace(/(<(?:h\d|p|div|table|tr|section|dl|ul|ol|li|header)\b)/gu, "\n$1");
    await expect(part).toMatchFileSnapshot(`../../golden/documents/${file}.html-part.txt`);
  });
});
