// How long an organisation keeps each kind of thing: what it chose, else what is usual.
import { usualPeriods, type KeepingPeriods } from "#app/domain/people/keeping.ts";
import type { Db } from "#db/open.ts";
import { listOrganisations } from "#db/stores/accounts.ts";
import { findKeepingRules } from "#db/stores/keeping.ts";

/** The periods of an organisation, in days, and for claims in years. */
export async function periodsOf(db: Db, organisationId: string): Promise<KeepingPeriods> {
  // What was chosen before a kind was there has no period for it yet.
  return { ...usualPeriods, ...(await findKeepingRules(db, organisationId))?.periods };
}

/** The periods of the organisation whose name stands on the pages anybody may open. */
export async function publicPeriods(db: Db): Promise<KeepingPeriods> {
  const [organisation] = await listOrganisations(db);
  return organisation === undefined ? usualPeriods : periodsOf(db, organisation.id);
}
