// The one folder below which a test run makes what its tests copy: made before the run and removed after it, as workers are stopped
// without a word.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const variable = "WELCOME_TABLE_TEST_MODELS";

/** Makes the folder before a run. What it gives removes it again. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "welcome-table-models-"));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The folder of this run, in any of its workers. */
export function modelsFolder(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error("Expected the test run to have made a folder to copy from");
  return folder;
}
