// A paper as a file to keep. Its name never holds anybody's name, and no copy stays behind in a browser.
import { redirect } from "@remix-run/node";
import { printPaper, sizeInFileName, type Doc } from "#app/services/documents.server.ts";
import { notFound } from "./guards.server.ts";

/** Which file is asked for, and what its name begins with; `twin` is the same paper as a web page. */
export type PaperFile = { readonly file: string; readonly name: string; readonly twin: string };

/**
 * The PDF an address asks for, as an attachment. A paper with letters we cannot draw leads to the same paper as a web page,
 * which says so.
 */
export async function pdfResponse(doc: Doc, { file, name, twin }: PaperFile): Promise<Response> {
  const size = sizeInFileName(file, name);
  if (size === null) throw notFound();
  const printed = await printPaper(doc, name, size);
  if (!printed.ok) return redirect(`${twin}${twin.includes("?") ? "&" : "?"}print=letters`, { status: 303 });
  return new Response(new Uint8Array(printed.value.bytes), {
    headers: {
      "Content-Type": printed.value.mediaType,
      "Content-Disposition": `attachment; filename="${printed.value.fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Said on the web page where the same paper could not be printed. */
export const cannotPrintNotice = {
  heading: "We cannot make this PDF",
  text: "Some letters in it are not in our typefaces yet. This page shows every letter. You can print it from your browser’s menu.",
} as const;
