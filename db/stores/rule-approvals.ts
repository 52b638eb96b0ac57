// Which sets of benefit and tax figures an organisation agreed to, and who agreed. A row without a member of staff says that
// the set is in use from then on: it is what an organisation began with, or has been approved by enough people.
import { and, asc, eq } from "drizzle-orm";
import { asWritten } from "../columns.ts";
import type { Db, Tx } from "../open.ts";
import { ruleApprovals } from "../schema.ts";

export type RuleApproval = typeof ruleApprovals.$inferSelect;

/** Everything an organisation agreed to, oldest first. */
export async function listRuleApprovals(db: Db | Tx, organisationId: string): Promise<readonly RuleApproval[]> {
  return db
    .select()
    .from(ruleApprovals)
    .where(eq(ruleApprovals.organisationId, organisationId))
    .orderBy(asc(ruleApprovals.approvedAt), asc(asWritten(ruleApprovals)));
}

/** Who agreed to one set. */
export async function listApprovalsOf(tx: Tx, organisationId: string, fingerprint: string): Promise<readonly RuleApproval[]> {
  return tx
    .select()
    .from(ruleApprovals)
    .where(and(eq(ruleApprovals.organisationId, organisationId), eq(ruleApprovals.fingerprint, fingerprint)));
}

/** Writes an approval down; says whether this person had not agreed to this set before. */
export async function addRuleApproval(tx: Tx, approval: typeof ruleApprovals.$inferInsert): Promise<boolean> {
  const added = await tx.insert(ruleApprovals).values(approval).onConflictDoNothing().returning({ id: ruleApprovals.id });
  return added.length === 1;
}
