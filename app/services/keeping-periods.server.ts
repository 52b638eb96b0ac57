// How long an organisation keeps each kind of thing: what it chose, else what is usual.
import { usualPeriods, type KeepingPeriods } from "#app/domain/people/keeping.ts";
import type { Db } from "#db/open.ts";
import { findKeepingRules } from "#db/stores/keeping.ts";

/** The periods of an organisation, in days, and for claims in years. */
export async function periodsOf(db: Db, organisationId: string): Promise<KeepingPeriods> {
  return (await findKeepingRules(db, organisationId))?.periods ?? usualPeriods;
}
