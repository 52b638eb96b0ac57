// The plan page part by part: a part that cannot be loaded keeps its heading and says so, and the rest of the page still stands. The
// links to its papers are made here too, with the length of each where that is known without keeping anybody waiting.
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { papersOfPlan, printedSizeIfQuick, printedSizeOf, type Doc } from "#app/services/documents.server.ts";
import type { LoadPart, PlanPart, PlanView } from "#app/services/plan.server.ts";
import { addressOf, type PlanWanted } from "#app/web/plan-wanted.ts";
import { logFault } from "#app/web/log.server.ts";
import { planPaperLink } from "#app/words/plan-parts.ts";
import { planPaperOf } from "#app/words/print-plan.ts";

/** Loads a page part by part. Each fault goes into the server's own log, as any other does; `failed` says which parts cannot be shown. */
export function inParts(): { readonly loadPart: LoadPart; readonly failed: ReadonlySet<PlanPart> } {
  const failed = new Set<PlanPart>();
  const loadPart: LoadPart = async (part, load, without) => {
    try {
      return await load();
    } catch (problem) {
      // An answer on purpose, like "not found", is no fault.
      if (problem instanceof Response) throw problem;
      logFault(problem);
      failed.add(part);
      return without;
    }
  };
  return { loadPart, failed };
}

export type PlanLink = { readonly href: string; readonly text: string };

/** The links of "Print and share": what each is, that it is a PDF, and its pages. Those of a large plan are counted once it was shown. */
export async function planLinks(context: Context, coordinator: Coordinator, view: PlanView): Promise<readonly PlanLink[]> {
  const made = await papersOfPlan(context, coordinator, view);
  if (!made.ok) return [];
  const print = `/meetings/${view.reference}/print`;
  const links: PlanLink[] = [];
  const wanted: readonly (PlanWanted & { readonly size: 12 })[] = [
    { reader: "my-file", size: 12, showsClashes: true },
    { reader: "anyone", size: 12, showsClashes: false },
    // There is no room to send a sheet to, or to put one up in, when everybody is online.
    ...(view.mode === "online" ? [] : [{ reader: "venue", size: 12, showsClashes: false } as const]),
  ];
  for (const one of wanted) {
    const id = planPaperOf[one.reader];
    if (id === "plan-for-chair") continue;
    const { file, pages } = await lengthOf(made.value[id], id);
    links.push({ href: `${print}/plan/${file}?${addressOf(one)}`, text: planPaperLink(id, pages) });
  }
  if (view.mode !== "online") {
    const { file, pages } = await lengthOf(made.value["wall-sheet"], "wall-sheet");
    links.push({ href: `${print}/wall-sheet/${file}`, text: planPaperLink("wall-sheet", pages) });
  }
  return links;
}

async function lengthOf(doc: Doc, name: string): Promise<{ readonly file: string; readonly pages: number | null }> {
  const printed = await printedSizeIfQuick(doc, name, 12);
  // Letters no typeface of ours can draw: the address of the file leads on to the page that shows them.
  if (!printed.ok) return { file: `${name}-12-point.pdf`, pages: null };
  if (printed.value.pages === null) countAfterwards(doc, name);
  return { file: printed.value.fileName, pages: printed.value.pages };
}

const afterTheAnswerMilliseconds = 50;

function countAfterwards(doc: Doc, name: string): void {
  setTimeout(() => void printedSizeOf(doc, name, 12).catch(logFault), afterTheAnswerMilliseconds).unref();
}
