// An installation of its own for one test file: a real database file in a temporary folder, and a clock the test sets.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { instantOf } from "#app/domain/basics/dates.ts";
import { openInstance, type Context, type Instance } from "#app/services/context.server.ts";
import { freshFolder } from "#tests/support/fresh-folder.ts";

export type TestInstance = {
  readonly instance: Instance;
  /** A context at the test's day, or at another moment. */
  readonly context: (at?: string) => Context;
  readonly folder: string;
  readonly close: () => void;
};

/** Opens an empty installation whose clock stands at the given moment: Monday 23 November 2026, 10am, unless said. */
export async function testInstance(at = "2026-11-23T10:00:00.000Z"): Promise<TestInstance> {
  const openIn = (place: string): Promise<Instance> =>
    openInstance({
      dataFolder: join(place, "data"),
      keyFile: join(place, "key"),
      origin: "http://localhost:3000",
      clock: () => instantOf(at),
    });
  const folder = await freshFolder("empty", async (place) => (await openIn(place)).close());
  const instance = await openIn(folder);
  return {
    instance,
    context: (moment) => instance.context(moment === undefined ? undefined : instantOf(moment)),
    folder,
    close() {
      instance.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
