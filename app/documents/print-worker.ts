// Prints one long paper beside the running program, so that nobody waits for it. Started from source as a worker; says how many
// sheets are drawn, then hands over the file or the letters it has no form for. Stopping the worker leaves nothing behind.
import { parentPort, workerData } from "node:worker_threads";
import type { Doc } from "#app/documents/model.ts";
import { printTogether, type Print } from "#app/documents/render.ts";

/** Papers to print as one file, each in its own size. */
export type PrintOrder = { readonly prints: readonly Print[]; readonly about: Pick<Doc, "title" | "organisation" | "madeOn"> };
export type PrintNews =
  | { readonly news: "sheets"; readonly drawn: number; readonly of: number }
  | { readonly news: "done"; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly news: "cannot-draw"; readonly characters: readonly string[] };

/** Sheets drawn between two messages: often enough to be believed, rarely enough to cost nothing. */
const sheetsBetween = 20;

const port = parentPort;
if (port !== null) {
  const { prints, about } = workerData as PrintOrder;
  let told = 0;
  const say = (news: PrintNews) => port.postMessage(news);
  const made = await printTogether(prints, about, (drawn, of) => {
    if (drawn < told + sheetsBetween) return;
    told = drawn;
    say({ news: "sheets", drawn, of });
  });
  if (made.ok) say({ news: "done", bytes: made.value.bytes, pages: made.value.pages });
  else say({ news: "cannot-draw", characters: made.refusal.characters });
}
