// Removing one organisation whole: every row of every table that belongs to it, in an order foreign keys allow. The audit
// record stays, as it must; it holds no personal value.
import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "../open.ts";

// Rows that belong to an organisation through another row, before the rows they hang from.
const through: readonly (readonly [table: string, which: string])[] = [
  ["run_exports", "run_id IN (SELECT id FROM payment_runs WHERE organisation_id = :organisation)"],
  ["print_jobs", "run_id IN (SELECT id FROM payment_runs WHERE organisation_id = :organisation)"],
  ["payment_run_lines", "run_id IN (SELECT id FROM payment_runs WHERE organisation_id = :organisation)"],
  ["claim_findings", "claim_id IN (SELECT id FROM claims WHERE organisation_id = :organisation)"],
  ["claim_codes", "claim_id IN (SELECT id FROM claims WHERE organisation_id = :organisation)"],
  ["claim_typing", "claim_id IN (SELECT id FROM claims WHERE organisation_id = :organisation)"],
  ["earlier_offers", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["earlier_contacts", "person_id IN (SELECT id FROM people WHERE organisation_id = :organisation)"],
  ["claim_steps", "claim_id IN (SELECT id FROM claims WHERE organisation_id = :organisation)"],
  ["claim_lines", "claim_id IN (SELECT id FROM claims WHERE organisation_id = :organisation)"],
  ["access_answers", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["payment_choices", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["benefit_answers", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["bank_details", "person_id IN (SELECT id FROM people WHERE organisation_id = :organisation)"],
  ["date_answers", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["arrangements", "meeting_id IN (SELECT id FROM meetings WHERE organisation_id = :organisation)"],
  ["day_checks", "meeting_id IN (SELECT id FROM meetings WHERE organisation_id = :organisation)"],
  ["arrivals", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["shown_cards", "invitation_id IN (SELECT id FROM invitations WHERE organisation_id = :organisation)"],
  ["link_tokens", "grant_id IN (SELECT id FROM grants WHERE organisation_id = :organisation)"],
  ["session_grants", "grant_id IN (SELECT id FROM grants WHERE organisation_id = :organisation)"],
  ["sign_in_links", "staff_id IN (SELECT id FROM staff WHERE organisation_id = :organisation)"],
  ["held_forms", "staff_id IN (SELECT id FROM staff WHERE organisation_id = :organisation)"],
  ["sessions", "staff_id IN (SELECT id FROM staff WHERE organisation_id = :organisation)"],
];
const own = [
  "exception_reviews",
  "claim_exception_reviews",
  "declared_ties",
  "adviser_requests",
  "letter_requests",
  "rule_approvals",
  "export_layouts",
  "advisers",
  "payment_runs",
  "payment_complaints",
  "payee_records",
  "voucher_handovers",
  "vouchers",
  "voucher_counts",
  "tax_decisions",
  "modulus_tables",
  "paying_accounts",
  "venue_statements",
  "venue_places",
  "venue_settlements",
  "venue_photos",
  "venue_problems",
  "venue_imports",
  "claims",
  "to_do_marks",
  "day_roles",
  "day_breaks",
  "day_problems",
  "leave_plans",
  "feedback",
  "unnamed_feedback",
  "outcomes",
  "evaluations",
  "written_to_dos",
  "cost_requests",
  "bookings",
  "suppliers",
  "kept_apart",
  "venue_requests",
  "imports",
  "answering_together",
  "joining_instructions",
  "date_polls",
  "charities",
  "sign_films",
  "joined_invitations",
  "invitations",
  "meetings",
  "series",
  "venues",
  "rate_cards",
  "cost_policies",
  "keeping_rules",
  "keeping_runs",
  "erasures",
  "person_merges",
  "data_requests",
  "people",
  "grants",
  "files",
  "outbox",
  "role_requests",
  "setting_changes",
  "staff",
];

/** Tables that hold no rows of an organisation, or must keep them: the test over the schema knows every table by one of these lists. */
export const tablesLeftAlone = ["installation", "attempts", "audit", "intents"] as const;
export const tablesCleared: readonly string[] = [...through.map(([table]) => table), ...own, "organisations"];

/** Removes an organisation and everything that is its own. */
export async function removeOrganisation(tx: Tx, organisationId: string): Promise<void> {
  for (const [table, which] of through) {
    const [before = "", after = ""] = which.split(":organisation");
    await run(tx, sql`DELETE FROM ${sql.raw(table)} WHERE ${sql.raw(before)}${organisationId}${sql.raw(after)}`);
  }
  for (const table of own) await run(tx, sql`DELETE FROM ${sql.raw(table)} WHERE organisation_id = ${organisationId}`);
  await run(tx, sql`DELETE FROM organisations WHERE id = ${organisationId}`);
}

async function run(tx: Tx, statement: SQL): Promise<void> {
  await tx.run(statement);
}
