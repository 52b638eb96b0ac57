// Tax and employment status as the organisation decided it for each role (payments.md form 11). The program keeps what was decided, by
// whom and until when, and never says what the right answer is.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Claim } from "#app/domain/payments/claim.ts";
import type { Offer } from "#app/domain/payments/offer.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { taxDecisionSentence, taxInTheLetter, type TaxDecisionKind, type TaxRoute } from "#app/words/tax-decisions.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listClaimsById } from "#db/stores/claims.ts";
import { listRateCards } from "#db/stores/rate-cards.ts";
import { addTaxDecision, listTaxDecisions, type StoredTaxDecision } from "#db/stores/tax-decisions.ts";
import { rolesIn, sentClaimOf } from "./claim-records.server.ts";
import { taxDecisionFields } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

/** The role of somebody whose costs are paid and whose time is not. */
export const costsOnlyRole = "costs-only";

export type TaxRole = { readonly role: string; readonly label: string };
export type TaxDecisionView = TaxRole & {
  readonly id: string;
  readonly decision: TaxDecisionKind;
  readonly route: TaxRoute;
  readonly facts: Readonly<Record<string, string>>;
  readonly reviewOn: CalendarDate;
  readonly isReviewDue: boolean;
  readonly decidedBy: string;
  readonly secondBy: string;
  readonly recordedOn: CalendarDate;
  /** Another was recorded for this role since. */
  readonly isReplaced: boolean;
};

export type TaxDecisions = {
  readonly roles: readonly TaxRole[];
  readonly withoutDecision: readonly TaxRole[];
  /** The newest first. */
  readonly decisions: readonly TaxDecisionView[];
};

/** Every role people are paid in, and every decision recorded about one. */
export async function taxDecisionsOf(context: Context, administrator: Administrator): Promise<TaxDecisions> {
  const roles = await rolesOf(context.db, administrator.organisationId);
  const stored = await listTaxDecisions(context.db, administrator.organisationId);
  const decisions = stored.map((one, index): TaxDecisionView => {
    const { id, role, decision, route, facts, reviewOn, decidedBy, secondBy, recordedAt } = one;
    return {
      id,
      role,
      label: roles.find((known) => known.role === role)?.label ?? role,
      decision,
      route,
      facts,
      reviewOn,
      isReviewDue: reviewOn < context.today,
      decidedBy,
      secondBy,
      recordedOn: dayIn(recordedAt),
      isReplaced: stored.slice(index + 1).some((later) => later.role === role),
    };
  });
  return {
    roles,
    withoutDecision: roles.filter(({ role }) => !stored.some((one) => one.role === role)),
    decisions: decisions.toReversed(),
  };
}

async function rolesOf(db: Db | Tx, organisationId: string): Promise<readonly TaxRole[]> {
  const lines = (await listRateCards(db, organisationId)).flatMap(({ card }) => card.lines);
  const latest = new Map(lines.map(({ code, label }) => [code, label]));
  return [...[...latest].map(([role, label]) => ({ role, label })), { role: costsOnlyRole, label: "Costs only, no payment for time" }];
}

export type WantedTaxDecision = {
  readonly role: string;
  readonly decision: TaxDecisionKind;
  readonly route: TaxRoute;
  readonly facts: Readonly<Record<string, string>>;
  readonly reviewOn: CalendarDate;
  readonly decidedBy: string;
  readonly secondBy: string;
};

/** Records a decision; an earlier one of the same role stays as it was. Refused for a role nobody is paid in, and with one name twice. */
export async function recordTaxDecision(
  context: Context,
  administrator: Administrator,
  wanted: WantedTaxDecision,
  intent?: string,
): Promise<Result<object, "no-such-role" | "one-name-twice">> {
  return context.change<Result<object, "no-such-role" | "one-name-twice">>(
    async (tx) => {
      const { organisationId } = administrator;
      const known = (await rolesOf(tx, organisationId)).find(({ role }) => role === wanted.role);
      if (known === undefined) return refused("no-such-role");
      const plain = (name: string) => name.trim().toLowerCase();
      if (plain(wanted.decidedBy) === plain(wanted.secondBy)) return refused("one-name-twice");
      const before = (await listTaxDecisions(tx, organisationId)).filter(({ role }) => role === wanted.role).at(-1);
      const id = context.newId();
      await addTaxDecision(tx, { id, organisationId, ...wanted, recordedBy: administrator.staffId, recordedAt: context.now });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "tax-decision-recorded",
        subject: { kind: "tax-decision", id },
        details: { role: wanted.role, decision: wanted.decision, route: wanted.route },
      });
      const fields = taxDecisionFields(before ?? null, wanted);
      await keepSettingChange(context, tx, administrator, { kind: "tax", about: known.label, fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

/** The decision recorded for a claim's role by a day, in words, or that none is recorded: what forms may say about tax. */
export async function taxTreatmentOf(
  db: Db | Tx,
  organisationId: string,
  claim: Pick<Claim, "lines">,
  on: CalendarDate,
): Promise<{ readonly recorded: string } | "not-recorded"> {
  const decision = decisionOf(await listTaxDecisions(db, organisationId), rolesIn(claim)[0] ?? costsOnlyRole, on);
  return decision === undefined
    ? "not-recorded"
    : { recorded: taxDecisionSentence({ ...decision, recordedOn: dayIn(decision.recordedAt) }) };
}

/** The same for the claims of a batch, by claim; a claim that is absent has nothing recorded. */
export async function taxTreatmentsOf(
  context: Context,
  organisationId: string,
  claims: readonly { readonly claimId: string; readonly on: CalendarDate }[],
): Promise<ReadonlyMap<string, { readonly recorded: string }>> {
  const stored = await listTaxDecisions(context.db, organisationId);
  const treatments = new Map<string, { readonly recorded: string }>();
  if (stored.length === 0) return treatments;
  const ids = claims.map(({ claimId }) => claimId);
  const found = new Map((await listClaimsById(context.db, organisationId, ids)).map((claim) => [claim.id, claim]));
  for (const { claimId, on } of claims) {
    const claim = found.get(claimId);
    const roles = claim === undefined ? [] : (claim.timeRoles ?? rolesIn(sentClaimOf(context, claim)));
    const decision = claim === undefined ? undefined : decisionOf(stored, roles[0] ?? costsOnlyRole, on);
    if (decision !== undefined)
      treatments.set(claimId, { recorded: taxDecisionSentence({ ...decision, recordedOn: dayIn(decision.recordedAt) }) });
  }
  return treatments;
}

function decisionOf(stored: readonly StoredTaxDecision[], role: string, on: CalendarDate): StoredTaxDecision | undefined {
  return stored.filter((one) => one.role === role && dayIn(one.recordedAt) <= on).at(-1);
}

/** What an offer letter may say about tax today; undefined while nothing is recorded for the role that is offered. */
export async function taxForOffer(
  context: Context,
  organisationId: string,
  { activities }: Pick<Offer, "activities">,
): Promise<ReturnType<typeof taxInTheLetter> | undefined> {
  const stored = await listTaxDecisions(context.db, organisationId);
  const decision = decisionOf(stored, activities[0]?.line.code ?? costsOnlyRole, context.today);
  return decision === undefined ? undefined : taxInTheLetter({ ...decision, recordedOn: dayIn(decision.recordedAt) });
}
