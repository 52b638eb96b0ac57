// Whether everything works: what the program knows about its own mail, prints, storage, rules and daily run. Counts and days only.
import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Administrator } from "#app/domain/people/actors.ts";
import type { HealthFacts } from "#app/words/health.ts";
import { lastKeepingRun, outboxHealth, printHealth } from "#db/stores/health.ts";
import type { Context } from "./context.server.ts";
import { rulesFor } from "./rules.server.ts";

/** What is known on this day. Asking changes nothing, apart from what the asking itself finds out about the disk. */
export async function healthFor(context: Context, administrator: Administrator): Promise<HealthFacts> {
  const { organisationId } = administrator;
  const rules = await rulesFor(context, administrator);
  const [first] = rules.ends;
  return {
    now: context.now,
    mailIsSet: context.mailIsSet,
    outbox: await outboxHealth(context.db, organisationId),
    prints: await printHealth(context.db, organisationId),
    storage: await storageOf(context),
    rules: {
      state: first?.state ?? "out-of-date",
      until: first?.goodUntil ?? null,
      isUpdateWaiting: rules.update.state === "waiting",
    },
    lastKeeping: await lastKeepingRun(context.db, organisationId),
  };
}

/** Free room on the disk the data is on, and what the data takes, in bytes. Null where the machine does not say. */
async function storageOf(context: Context): Promise<HealthFacts["storage"]> {
  const folder = dirname(context.filesFolder);
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
  return { free, used: (await sizeOf(folder)) ?? null };
}

async function sizeOf(folder: string): Promise<number | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const sizes = await Promise.all(
      entries.map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return (await sizeOf(path)) ?? 0;
        return entry.isFile() ? (await stat(path)).size : 0;
      }),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    // A file can go while it is being counted: the size is then not known, which is said.
    return undefined;
  }
}
