// Reading the append-only record for pages that show what was changed and by whom. Writing it is in db/audit.ts.
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../open.ts";
import { audit, staff } from "../schema.ts";

/** The newest entries of an organisation about some actions, with the name of the member of staff who did each. */
export async function listAuditAbout(db: Db, organisationId: string, actions: readonly string[], most = 200) {
  return db
    .select({ sequence: audit.sequence, at: audit.at, action: audit.action, details: audit.details, name: staff.name })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.actorId))
    .where(and(eq(audit.organisationId, organisationId), inArray(audit.action, [...actions])))
    .orderBy(desc(audit.sequence))
    .limit(most);
}
