// The plan page part by part: a part that cannot be loaded keeps its heading and says so, and the rest of the page still stands. The
// links to its papers are made here too, with the length of each where that is known without keeping anybody waiting.
import type { Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { papersOfPlan, printedSizeIfQuick, printedSizeOf, type Doc } from "#app/services/documents.server.ts";
import type { LoadPart, PlanPart, PlanView } from "#app/services/plan-view.ts";
import { addressOf, type PlanWanted } from "#app/web/plan-wanted.ts";
import { logFault } from "#app/web/log.server.ts";
import { planPaperLink } from "#app/words/plan-parts.ts";

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

/** How long the page waits for papers to be counted. What is not counted by then has no length on this view, and has on the next. */
const mostMillisecondsToCount = 150;
const afterTheAnswerMilliseconds = 50;

/** The links of "Print and share": what each is, that it is a PDF, and its pages where somebody counted them or that is quick. */
export async function planLinks(context: Context, coordinator: Coordinator, view: PlanView): Promise<readonly PlanLink[]> {
  const made = await papersOfPlan(context, coordinator, view);
  if (!made.ok) return [];
  const print = `/meetings/${view.reference}/print`;
  const lengthOf = counter();
  // There is no room to send a sheet to, or to put one up in, when everybody is online. The shortest are counted first.
  const forTheRoom = view.mode === "online" ? [] : (["wall-sheet", "plan-for-venue"] as const);
  const links = new Map<keyof typeof made.value, PlanLink>();
  for (const id of [...forTheRoom, "plan-without-names", "access-plan"] as const) {
    const { file, pages } = await lengthOf(made.value[id], id);
    const href = id === "wall-sheet" ? `${print}/wall-sheet/${file}` : `${print}/plan/${file}?${addressOf(wantedFor[id])}`;
    links.set(id, { href, text: planPaperLink(id, pages) });
  }
  return (["access-plan", "plan-without-names", "plan-for-venue", "wall-sheet"] as const).flatMap((id) => links.get(id) ?? []);
}

const wantedFor = {
  "access-plan": { reader: "my-file", size: 12, showsClashes: true },
  "plan-without-names": { reader: "anyone", size: 12, showsClashes: false },
  "plan-for-venue": { reader: "venue", size: 12, showsClashes: false },
} as const satisfies Readonly<Record<string, PlanWanted>>;

type Length = { readonly file: string; readonly pages: number | null };

/** Counts papers for one view of a page until its time is up; the rest are counted after the answer. */
function counter(): (doc: Doc, name: string) => Promise<Length> {
  const began = performance.now();
  return async (doc, name) => {
    const printed = await printedSizeIfQuick(doc, name, 12, performance.now() - began < mostMillisecondsToCount);
    // Letters no typeface of ours can draw: the address of the file leads on to the page that shows them.
    if (!printed.ok) return { file: `${name}-12-point.pdf`, pages: null };
    if (printed.value.pages === null) countAfterwards(doc, name);
    return { file: printed.value.fileName, pages: printed.value.pages };
  };
}

function countAfterwards(doc: Doc, name: string): void {
  setTimeout(() => void printedSizeOf(doc, name, 12).catch(logFault), afterTheAnswerMilliseconds).unref();
}
