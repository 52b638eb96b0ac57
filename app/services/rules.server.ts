// The benefit and tax figures of this version of the program: their state, and the two people who agree before an update is
// used (experience.md 2.5.0 and 2.15). What nobody agreed to yet is held back: people are told we cannot tell.
import { createHash } from "node:crypto";
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { benefitIds, type BenefitId } from "#app/domain/benefits/names.ts";
import {
  packTexts,
  ruleEntries,
  ruleOwners,
  stateOf,
  vouchedUntil,
  type RuleEntry,
  type RuleOwner,
  type RuleState,
} from "#app/domain/benefits/rules-pack.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { findStaff, listStaff } from "#db/stores/accounts.ts";
import { addRuleApproval, listApprovalsOf, listRuleApprovals, type RuleApproval } from "#db/stores/rule-approvals.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

/** Two people agree to an update, where there are two administrators (decision 27). */
const approversNeeded = 2;

type Pack = { readonly fingerprint: string; readonly contents: Readonly<Record<string, string>> };

function packNow(): Pack {
  const texts = packTexts();
  const contents = Object.fromEntries(ruleOwners.map((owner) => [keyOf(owner), hashOf(texts[owner])]));
  return { fingerprint: hashOf(JSON.stringify(contents)), contents };
}

const pack = packNow();

/** What an owner is called in `contents`. A fingerprint, so that no benefit's name stands in the database for any reason. */
export function keyOf(owner: RuleOwner): string {
  return hashOf(owner).slice(0, 12);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Writes down the set of figures an organisation begins with, in the change that makes the organisation. */
export async function beginWithRules(context: Context, tx: Tx, organisationId: string, begunWith: Pack = pack): Promise<void> {
  await addRuleApproval(tx, { id: context.newId(), organisationId, ...begunWith, staffId: null, approvedAt: context.now });
}

function inUse(approvals: readonly RuleApproval[]): RuleApproval | undefined {
  return approvals.findLast(({ staffId }) => staffId === null);
}

function changedSince(used: RuleApproval | undefined): readonly RuleOwner[] {
  if (used === undefined || used.fingerprint === pack.fingerprint) return [];
  return ruleOwners.filter((owner) => pack.contents[keyOf(owner)] !== used.contents[keyOf(owner)]);
}

/** The benefits whose figures changed with an update that this organisation has not agreed to yet. */
export async function heldBackBenefits(db: Db | Tx, organisationId: string): Promise<readonly BenefitId[]> {
  const changed = changedSince(inUse(await listRuleApprovals(db, organisationId)));
  return benefitIds.filter((id) => changed.includes(id));
}

export type RulesView = {
  readonly today: CalendarDate;
  readonly entries: readonly (RuleEntry & { readonly state: RuleState; readonly isNow: boolean })[];
  /** For each benefit, how long it is vouched for, soonest first. */
  readonly ends: readonly { readonly benefit: BenefitId; readonly goodUntil: CalendarDate; readonly state: RuleState }[];
  readonly update:
    | { readonly state: "none"; readonly since: CalendarDate | null; readonly approvedBy: readonly string[] }
    | {
        readonly state: "waiting";
        readonly fingerprint: string;
        readonly changed: readonly RuleOwner[];
        readonly approvedBy: readonly { readonly name: string; readonly on: CalendarDate }[];
        readonly isMineDone: boolean;
        readonly stillNeeded: number;
      };
};

/** The rules page: every figure and its state, and the update that waits, if one does. */
export async function rulesFor(context: Context, administrator: Administrator): Promise<RulesView> {
  const { organisationId } = administrator;
  const approvals = await listRuleApprovals(context.db, organisationId);
  const used = inUse(approvals);
  const changed = changedSince(used);
  const { today } = context;
  const byPeople = approvals.filter(({ staffId, fingerprint }) => staffId !== null && fingerprint === pack.fingerprint);
  const approvedBy = await Promise.all(
    byPeople.map(async ({ staffId, approvedAt }) => ({
      name: (await findStaff(context.db, staffId ?? ""))?.name ?? "Somebody who has left",
      on: dayIn(approvedAt),
    })),
  );
  const needed = await neededIn(context.db, organisationId);
  return {
    today,
    entries: ruleEntries.map((entry) => ({
      ...entry,
      state: stateOf(entry.goodUntil, today),
      isNow: entry.from <= today && today <= entry.to,
    })),
    ends: vouchedUntil.map((end) => ({ ...end, state: stateOf(end.goodUntil, today) })),
    update:
      changed.length === 0
        ? { state: "none", since: used === undefined ? null : dayIn(used.approvedAt), approvedBy: approvedBy.map(({ name }) => name) }
        : {
            state: "waiting",
            fingerprint: pack.fingerprint,
            changed,
            approvedBy,
            isMineDone: byPeople.some(({ staffId }) => staffId === administrator.staffId),
            stillNeeded: Math.max(0, needed - byPeople.length),
          },
  };
}

async function neededIn(db: Db | Tx, organisationId: string): Promise<number> {
  const administrators = (await listStaff(db, organisationId)).filter(({ roles }) => roles.includes("administrator"));
  return Math.min(approversNeeded, Math.max(1, administrators.length));
}

/**
 * One administrator agrees to the update they were shown. It is used once two different people have, or the only
 * administrator there is. Refused when the program has changed since the page was drawn, or nothing waits.
 */
export async function approveRules(
  context: Context,
  administrator: Administrator,
  fingerprint: string,
  intent?: string,
): Promise<Result<{ readonly isInUse: boolean }, "changed-since" | "already-yours">> {
  const { organisationId, staffId } = administrator;
  return context.change<Result<{ readonly isInUse: boolean }, "changed-since" | "already-yours">>(
    async (tx) => {
      if (fingerprint !== pack.fingerprint || changedSince(inUse(await listRuleApprovals(tx, organisationId))).length === 0)
        return refused("changed-since");
      const row = { organisationId, ...pack, approvedAt: context.now };
      if (!(await addRuleApproval(tx, { id: context.newId(), ...row, staffId }))) return refused("already-yours");
      const approvals = (await listApprovalsOf(tx, organisationId, fingerprint)).filter((approval) => approval.staffId !== null);
      const needed = await neededIn(tx, organisationId);
      const isInUse = approvals.length >= needed;
      if (isInUse) await addRuleApproval(tx, { id: context.newId(), ...row, staffId: null });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: isInUse ? "rules-update-in-use" : "rules-update-approved",
        subject: { kind: "rules", id: fingerprint },
        // A single administrator approving alone is an exception worth finding later.
        details: { approvals: approvals.length, needed },
      });
      const after = isInUse ? "Agreed, and used from now on" : "Agreed by one administrator. Another has to agree.";
      const fields = [{ field: "New figures and rules", before: "Waiting to be agreed to", after }];
      await keepSettingChange(context, tx, administrator, { kind: "rules", about: "Benefit and tax rules", fields });
      return done({ isInUse });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Whether an administrator should look at the rules: an update waits, or something is out of date or will be soon. */
export async function rulesNeedLooking(
  context: Context,
  organisationId: string,
): Promise<{ readonly reason: "update-waits" | "out-of-date" | "review-soon"; readonly by: CalendarDate | null } | null> {
  if (changedSince(inUse(await listRuleApprovals(context.db, organisationId))).length > 0) return { reason: "update-waits", by: null };
  const [first] = vouchedUntil;
  if (first === undefined) return null;
  const state = stateOf(first.goodUntil, context.today);
  return state === "in-date" ? null : { reason: state, by: first.goodUntil };
}
