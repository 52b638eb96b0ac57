// Counts what is asked of the database while something is done: every statement of every connection of this process.
import Database from "better-sqlite3";

/** How many statements a piece of work asks of the database, whatever they find. Not for work side by side with other work. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const { prototype } = Database;
  // It is only ever called with the connection it belongs to, below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const usual = prototype.prepare;
  let count = 0;
  prototype.prepare = function counted<Bind extends unknown[] | object = unknown[], Row = unknown>(
    this: Database.Database,
    source: string,
  ) {
    count += 1;
    return usual.call<Database.Database, [string], Database.Statement<Bind extends unknown[] ? Bind : [Bind], Row>>(this, source);
  } as typeof usual;
  try {
    await work();
  } finally {
    prototype.prepare = usual;
  }
  return count;
}
