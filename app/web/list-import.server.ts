// The two pages that take in a list from a file, for every kind of list: choosing the file, and checking what it would do. A route
// authorises, then names its list; what is loaded and done is the same for all of them.
import { z } from "zod";
import { confirmImport, dropImport, keepImport, previewImport, type CsvImport } from "#app/services/csv-import.server.ts";
import { changedLine, importChangedMeanwhile } from "#app/words/lists-from-files.ts";
import { ticked } from "./form-fields.ts";
import { mend, problemWith, readForm } from "./forms.server.ts";
import { notFound, type requireCoordinator } from "./guards.server.ts";
import { listFileSentence, readListFile } from "./list-files.server.ts";
import { goBackSaying, goOn } from "./responses.server.ts";
import { staffShell } from "./shell.server.ts";

type CoordinatorVisit = Awaited<ReturnType<typeof requireCoordinator>>;

/** One kind of list: how it is read, where its pages are, and what somebody confirms before it is taken in, if anything. */
export type ListToTakeIn<Name extends string, Row> = {
  readonly definition: CsvImport<Name, Row>;
  /** The address of the list itself, like "/people"; its import is below it. */
  readonly path: string;
  /** What is said when the tick that confirms the list is missing; left out where nothing has to be ticked. */
  readonly askToConfirm?: string;
};

const fileForm = z.strictObject({ file: z.custom<File>((given) => given instanceof Blob).optional() });
const confirmForm = z.strictObject({ agreed: z.string().optional(), seen: z.string().max(20_000) });

// The page below shows every line as it is now: naming some of the changed ones is enough to find them.
const linesNamed = 10;

/** What the page for choosing a file shows. */
export function filePage(visit: CoordinatorVisit, request: Request, columns: readonly string[]) {
  const wasDropped = new URL(request.url).searchParams.get("saved") === "dropped";
  return { shell: staffShell(visit), held: visit.held, columns, wasDropped };
}

/** Keeps the chosen file and goes on to its preview; says what is wrong with a file that is no such list. */
export async function takeFile<Name extends string, Row>(
  { context, coordinator }: CoordinatorVisit,
  request: Request,
  { definition, path }: ListToTakeIn<Name, Row>,
) {
  const form = await readForm(request, fileForm);
  if (!form.ok) return mend(form.answer);
  const file = await readListFile(request);
  if (!file.ok) return mend(problemWith("file", file.refusal, form.typed));
  const kept = await keepImport(context, coordinator, definition, file.value);
  if (!kept.ok) return mend(problemWith("file", listFileSentence(kept.refusal, file.value.name), form.typed));
  return goOn(`${path}/import/${kept.value.importId}`);
}

/** What the page for checking a kept file shows. Ends as not found for a file that is gone or somebody else's. */
export async function previewPage<Name extends string, Row>(
  visit: CoordinatorVisit,
  request: Request,
  importId: string,
  { definition }: ListToTakeIn<Name, Row>,
) {
  const found = await previewImport(visit.context, visit.coordinator, definition, importId);
  if (!found.ok) throw notFound();
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return { shell: staffShell(visit), held: visit.held, importId, page: Number.isInteger(page) ? page : 1, found: found.value };
}

/** Takes the list in as it was shown, or deletes the file. */
export async function decideOnFile<Name extends string, Row>(
  { context, coordinator }: CoordinatorVisit,
  request: Request,
  importId: string,
  { definition, path, askToConfirm }: ListToTakeIn<Name, Row>,
) {
  const form = await readForm(request, confirmForm);
  if (!form.ok) return mend(form.answer);
  if (form.button === "drop") {
    const dropped = await dropImport(context, coordinator, definition.kind, importId);
    if (!dropped.ok) throw notFound();
    return goBackSaying(`${path}/import`, "dropped");
  }
  if (askToConfirm !== undefined && !ticked(askToConfirm).safeParse(form.value.agreed).success)
    return mend(problemWith("agreed", askToConfirm, form.typed));
  const taken = await confirmImport(context, coordinator, definition, { importId, seen: form.value.seen });
  if (taken.ok) return goOn(`${path}/import/${importId}`);
  if (taken.refusal === "not-found") throw notFound();
  const { refusal } = taken;
  const changed = refusal === "nothing-to-add" ? [] : refusal.lines.slice(0, linesNamed).map(changedLine);
  const problems = [importChangedMeanwhile, ...changed].map((message) => ({ field: "main", message }));
  return mend({ problems, typed: form.typed });
}
