// A folder with a new installation in it, for one test: made once in each process, then copied, as making one takes ten times as long.
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelsFolder } from "./models-folder.ts";

const models = new Map<string, Promise<string>>();

/**
 * Gives a temporary folder that holds what `make` puts in one, by the name of what that is. `make` closes what it opens. The caller
 * removes the folder. Every copy has the key of the one it was made from.
 */
export async function freshFolder(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  let model = models.get(name);
  if (model === undefined) {
    model = modelOf(make);
    models.set(name, model);
    // What failed once is tried again by the next who asks.
    model.catch(() => models.delete(name));
  }
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-"));
  cpSync(await model, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

async function modelOf(make: (folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(modelsFolder(), "model-"));
  await make(folder);
  return folder;
}
