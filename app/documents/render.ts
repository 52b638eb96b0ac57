// The one door from a paper to bytes. Every format goes through the same tidying, so none can show what another would not.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Doc } from "#app/documents/model.ts";
import { renderHtmlPage, renderHtmlPart } from "#app/documents/render/html.ts";
import { narrowDoc } from "#app/documents/render/narrow.ts";
import { renderPdf, renderPdfTogether, type OnSheet } from "#app/documents/render/pdf.ts";
import { renderPlainText } from "#app/documents/render/plain-text.ts";
import { tidyDoc } from "#app/documents/render/tidy.ts";

/** "html" is a page that needs nothing else; "html-part" goes inside a page of the program; a PDF has a size of print in points. */
export type Format = "html" | "html-part" | "plain-text" | { readonly pdf: number; readonly onSheet?: OnSheet };

export type RenderedDocument = {
  readonly mediaType: "text/html; charset=utf-8" | "text/plain; charset=utf-8" | "application/pdf";
  /** In words and safe in any folder: "access-plan-18-point.pdf". */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Sheets, for the formats that have them. */
  readonly pages?: number;
};

/** No typeface we hold can draw these characters. The same paper as a web page shows them with the reader's own typefaces. */
export type RenderRefusal = { readonly reason: "characters-without-a-letterform"; readonly characters: readonly string[] };

/** From this size of print up, tables wider than two columns become facts (architecture.md section 7). */
const largePrintPoints = 18;
const mostColumnsInLargePrint = 2;

/**
 * One paper in one format; the same paper gives the same bytes on any day. Refuses a PDF whose words need a letterform we
 * do not have, naming the characters: nothing is ever left out in silence. Throws RangeError for print under 12 or over 72 points.
 */
export async function renderDocument(doc: Doc, format: Format): Promise<Result<RenderedDocument, RenderRefusal>> {
  const tidy = tidyDoc(doc);
  if (format === "html") return done(asText(doc, "text/html; charset=utf-8", "html", renderHtmlPage(tidy)));
  if (format === "html-part") return done(asText(doc, "text/html; charset=utf-8", "html", renderHtmlPart(tidy)));
  if (format === "plain-text") {
    return done(asText(doc, "text/plain; charset=utf-8", "txt", renderPlainText(narrowDoc(tidy, mostColumnsInLargePrint))));
  }
  const sizePoints = format.pdf;
  const drawn = await renderPdf(shapedFor(tidy, sizePoints), {
    sizePoints,
    ...(format.onSheet === undefined ? {} : { onSheet: format.onSheet }),
  });
  if (!drawn.ok) return refused({ reason: "characters-without-a-letterform", characters: drawn.refusal });
  const size = sizePoints === 12 ? "" : `-${String(sizePoints).replace(".", "-")}-point`;
  return done({
    mediaType: "application/pdf",
    fileName: `${fileWords(doc)}${size}.pdf`,
    bytes: drawn.value.bytes,
    pages: drawn.value.pages,
  });
}

/** A paper and the size it is printed in. */
export type Print = { readonly doc: Doc; readonly sizePoints: number };

/**
 * Several papers as one PDF to print, each in its own size, on sheets of its own and numbered by itself. Refuses as `renderDocument`
 * does, for all of them at once.
 */
export async function printTogether(
  prints: readonly Print[],
  about: Pick<Doc, "title" | "organisation" | "madeOn">,
  onSheet?: OnSheet,
): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }, RenderRefusal>> {
  const shaped = prints.map(({ doc, sizePoints }) => ({ doc: shapedFor(tidyDoc(doc), sizePoints), sizePoints }));
  const { title, organisation, madeOn } = about;
  const drawn = await renderPdfTogether(shaped, { title, organisation, madeOn, language: "en-GB" }, onSheet);
  return drawn.ok ? drawn : refused({ reason: "characters-without-a-letterform", characters: drawn.refusal });
}

function shapedFor(tidy: Doc, sizePoints: number): Doc {
  return sizePoints >= largePrintPoints ? narrowDoc(tidy, mostColumnsInLargePrint) : tidy;
}

function asText(doc: Doc, mediaType: RenderedDocument["mediaType"], ending: string, text: string): RenderedDocument {
  return { mediaType, fileName: `${fileWords(doc)}.${ending}`, bytes: new TextEncoder().encode(text) };
}

/** Words with hyphens between, in letters any disk and any mail program can carry. */
function fileWords(doc: Doc): string {
  const plain = (doc.saveAs ?? doc.title)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/gu, "l")
    .replace(/['’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const short = plain.length <= 80 ? plain : plain.slice(0, 80).replace(/-[^-]*$/u, "");
  return short === "" ? "document" : short;
}
