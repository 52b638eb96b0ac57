// Reading the append-only record for pages that show what was changed and by whom. Writing it is in db/audit.ts.
import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../open.ts";
import { audit, staff } from "../schema.ts";

/** The entries of an organisation about one subject and one action, the first first. */
export async function listAuditOf(
  db: Db,
  organisationId: string,
  { action, subject }: { readonly action: string; readonly subject: { readonly kind: string; readonly id: string } },
) {
  return db
    .select({ at: audit.at, details: audit.details })
    .from(audit)
    .where(
      and(
        eq(audit.organisationId, organisationId),
        eq(audit.subjectKind, subject.kind),
        eq(audit.subjectId, subject.id),
        eq(audit.action, action),
      ),
    )
    .orderBy(asc(audit.sequence));
}

/** One page of the entries of an organisation about some actions, the latest first, with who did each, and how many there are in all. */
export async function pageOfAudit(
  db: Db,
  organisationId: string,
  actions: readonly string[],
  { skip, take }: { readonly skip: number; readonly take: number },
) {
  const wanted = and(eq(audit.organisationId, organisationId), inArray(audit.action, [...actions]));
  const [all] = await db.select({ count: count() }).from(audit).where(wanted);
  const entries = await db
    .select({
      sequence: audit.sequence,
      at: audit.at,
      action: audit.action,
      actorKind: audit.actorKind,
      subjectKind: audit.subjectKind,
      name: staff.name,
    })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.actorId))
    .where(wanted)
    .orderBy(desc(audit.sequence))
    .limit(take)
    .offset(skip);
  return { entries, count: all?.count ?? 0 };
}
