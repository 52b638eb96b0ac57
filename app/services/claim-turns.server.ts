// Claims one after another: which one a checker or an authoriser opens next, so that nobody goes back to a list thirty times.
import { addDays, addWorkingDays, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { findStaff } from "#db/stores/accounts.ts";
import { countHeldSince, findNextInQueue } from "#db/stores/claim-queue.ts";
import { findSentClaim } from "#db/stores/claims.ts";
import type { Context } from "./context.server.ts";

/**
 * The claim to open once this one is decided: the next to be paid that this officer may decide about, or null when none is left.
 * Their own claims, those they typed in and, to authorise, those they checked are passed over.
 */
export async function nextClaimFor(
  context: Context,
  finance: FinanceOfficer,
  turn: "check" | "authorise",
  claimId: string,
): Promise<string | null> {
  const found = await findSentClaim(context.db, finance.organisationId, claimId);
  const account = await findStaff(context.db, finance.staffId);
  if (!found || !account) return null;
  return findNextInQueue(context.db, finance.organisationId, {
    turn,
    after: { id: claimId, payBy: found.claim.payBy },
    staffId: finance.staffId,
    ownPersonId: account.personId,
  });
}

const heldAtMost = 10;

/** How many claims are on hold since more than 10 working days, and the day the first of them should have been looked at by. */
export async function countHeldTooLong(
  context: Context,
  organisationId: string,
): Promise<{ readonly count: number; readonly since: CalendarDate | null }> {
  const before = addWorkingDays(context.today, -heldAtMost, context.holidaysOf("england"));
  // Where the bank holidays are not known, days of the week count alone: sooner is told rather than later.
  const limit = before.ok ? before.value : addDays(context.today, -14);
  const { count, first } = await countHeldSince(context.db, organisationId, limit);
  if (first === null) return { count, since: null };
  const due = addWorkingDays(first, heldAtMost, context.holidaysOf("england"));
  return { count, since: due.ok ? due.value : addDays(first, 14) };
}
