// Prints long papers beside the running program, so that nobody waits for them: as one file, or as a file each in an archive. Started
// from source as a worker; says how many are drawn, then hands over the file or the letters it has no form for. Stopping the worker
// leaves nothing behind.
import { parentPort, workerData } from "node:worker_threads";
import { done } from "#app/domain/basics/result.ts";
import { openArchive } from "#app/documents/archive.ts";
import type { Doc } from "#app/documents/model.ts";
import { printTogether, renderDocument, type Print } from "#app/documents/render.ts";

/** Papers to print as one file, each in its own size; or each as a file of its own, with its name in the archive. */
export type PrintOrder =
  | { readonly as: "one-file"; readonly prints: readonly Print[]; readonly about: Pick<Doc, "title" | "organisation" | "madeOn"> }
  | { readonly as: "file-each"; readonly files: readonly (Print & { readonly name: string })[] };
export type PrintNews =
  | { readonly news: "sheets"; readonly drawn: number; readonly of: number }
  | { readonly news: "done"; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly news: "cannot-draw"; readonly characters: readonly string[] };

/** Sheets drawn between two messages: often enough to be believed, rarely enough to cost nothing. */
const sheetsBetween = 20;

const port = parentPort;
if (port !== null) {
  const order = workerData as PrintOrder;
  let told = 0;
  const tell = (drawn: number, of: number) => {
    if (drawn < told + sheetsBetween) return;
    told = drawn;
    port.postMessage({ news: "sheets", drawn, of } satisfies PrintNews);
  };
  const made = order.as === "one-file" ? await printTogether(order.prints, order.about, tell) : await eachOf(order.files, tell);
  if (made.ok) {
    const { bytes, pages } = made.value;
    // Handed over, not copied: it can be many megabytes.
    port.postMessage({ news: "done", bytes, pages } satisfies PrintNews, [bytes.buffer as ArrayBuffer]);
  } else port.postMessage({ news: "cannot-draw", characters: made.refusal.characters } satisfies PrintNews);
}

/** A file for each paper, in one archive; `pages` counts the files. Refused whole where one cannot be drawn. */
async function eachOf(files: Extract<PrintOrder, { readonly as: "file-each" }>["files"], tell: (drawn: number, of: number) => void) {
  const archive = openArchive();
  for (const [index, { name, doc, sizePoints }] of files.entries()) {
    const drawn = await renderDocument(doc, { pdf: sizePoints });
    if (!drawn.ok) return drawn;
    archive.add({ name, bytes: drawn.value.bytes });
    tell(index + 1, files.length);
  }
  return done({ bytes: archive.bytes(), pages: files.length });
}
