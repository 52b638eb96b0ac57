// A list that comes as a file with a form, and one that goes as a file: the same for people, venues and suppliers.
import { importLimits, type FileRefusal } from "#app/services/csv-import.server.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { fileProblemSentence } from "#app/words/lists-from-files.ts";
import { formOf } from "./forms.server.ts";

/** The file chosen in the field "file", or the sentence to show beside that field. */
export async function readListFile(request: Request): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, string>> {
  const file = (await formOf(request)).get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return refused("Choose a file");
  if (file.size > importLimits.bytes) return refused(listFileSentence({ problem: "too-big" }, file.name));
  return done({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

/** Why a service did not take a file. */
export function listFileSentence(refusal: FileRefusal, fileName: string): string {
  return fileProblemSentence(refusal, fileName === "" ? "The file" : fileName);
}

/** CSV text as a file to keep; no copy stays behind in a browser. */
export function csvResponse(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
