// The organisation itself: its name, its contact block, its policies.
import { findOrganisation, listOrganisations as list, type Organisation } from "#db/stores/accounts.ts";
import type { Context } from "./context.server.ts";

export type { Organisation };

/** Every organisation of this installation, the example last. */
export async function listOrganisations(context: Context): Promise<readonly Organisation[]> {
  return list(context.db);
}

/** One organisation. Throws when it is not there: ids of organisations come from rows that refer to it. */
export async function organisationOf(context: Context, id: string): Promise<Organisation> {
  const found = await findOrganisation(context.db, id);
  if (!found) throw new Error("No organisation has this id");
  return found;
}
