// What administrators decide about money besides rates: rules for costs with their start dates, how the organisation pays and what
// it tells people, and who members of staff are as people. Every change is on record, and none changes the past.
import type { WeekdayName } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { costPolicyInForce, type CostPolicy } from "#app/domain/payments/cost-policy.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import {
  asksOwnTimeIn,
  budgetCodePatternIn,
  checkDaysIn,
  complaintDaysIn,
  paymentWaysIn,
  voucherStepsOverIn,
  weekBeginsIn,
} from "#app/domain/payments/paying-rules.ts";
import { auditActorOf, type Administrator, type FinanceReader } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { listStaff, saveOrganisation } from "#db/stores/accounts.ts";
import { addCostPolicy, listCostPolicies } from "#db/stores/cost-policies.ts";
import { usualCostPolicy } from "./claim-records.server.ts";
import { costRuleFields, payingFields } from "#app/words/setting-fields.ts";
import { longDate } from "#app/words/format.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";
import { organisationOf } from "./organisations.server.ts";

export type CostRules = {
  readonly versions: readonly {
    readonly id: string;
    readonly policy: CostPolicy;
    readonly savedBy: string;
    readonly state: "to-come" | "in-use" | "ended";
  }[];
  /** What holds today: the organisation's own, or what holds while it has written none. */
  readonly now: CostPolicy;
};

/** Every set of rules for costs, the newest first. */
export async function costRulesOf(context: Context, administrator: Administrator | FinanceReader): Promise<CostRules> {
  const stored = await listCostPolicies(context.db, administrator.organisationId);
  const names = new Map((await listStaff(context.db, administrator.organisationId)).map(({ id, name }) => [id, name]));
  const inUse = costPolicyInForce(
    stored.map(({ policy }) => policy),
    context.today,
  );
  const organisation = await organisationOf(context, administrator.organisationId);
  return {
    versions: stored
      .map(({ id, policy, savedBy }) => ({
        id,
        policy,
        savedBy: names.get(savedBy) ?? "",
        state: policy === inUse ? ("in-use" as const) : policy.validFrom > context.today ? ("to-come" as const) : ("ended" as const),
      }))
      .toReversed(),
    now: inUse ?? usualCostPolicy(organisation, context.today),
  };
}

/** Adds rules for costs from a day on. Refused before today once there are some, and on a day others start. */
export async function addCostRules(
  context: Context,
  administrator: Administrator,
  policy: CostPolicy,
  intent?: string,
): Promise<Result<object, "starts-in-the-past" | "starts-on-the-same-day">> {
  return context.change<Result<object, "starts-in-the-past" | "starts-on-the-same-day">>(
    async (tx) => {
      if (policy.validFrom < context.today) return refused("starts-in-the-past");
      const earlier = await listCostPolicies(tx, administrator.organisationId);
      const before = earlier.filter(({ validFrom }) => validFrom < policy.validFrom).at(-1)?.policy;
      const usual = usualCostPolicy(await organisationOf(context, administrator.organisationId), context.today);
      const id = context.newId();
      const row = { id, organisationId: administrator.organisationId, policy, validFrom: policy.validFrom, savedBy: administrator.staffId };
      if (!(await addCostPolicy(tx, { ...row, createdAt: context.now }))) return refused("starts-on-the-same-day");
      await record(context, tx, {
        organisationId: administrator.organisationId,
        actor: auditActorOf(administrator),
        action: "cost-rules-added",
        subject: { kind: "cost-policy", id },
        details: { from: policy.validFrom },
      });
      const fields = costRuleFields(before ?? usual, policy, before === undefined);
      await keepSettingChange(context, tx, administrator, { kind: "costs", about: `Rules from ${longDate(policy.validFrom)}`, fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

/** Lines the organisation writes for people, by the name they are kept under. */
export const policyLines = ["withoutCosts", "lateClaims", "illnessOnTheDay", "cancelledMeetings", "moneyLeft"] as const;
export type PolicyLine = (typeof policyLines)[number];

export type PayingFacts = {
  readonly bodyKind: string;
  readonly statementName: string;
  /** Ways people can be paid; into an account is always one of them. */
  readonly ways: readonly PaymentMethod[];
  readonly weekBegins: WeekdayName;
  readonly budgetCodePattern: string;
  readonly complaintDays: number;
  /** Working days in which a claim is checked, as people are told; null where nothing is promised. */
  readonly checkDays: number | null;
  /** Above this value a voucher asks for more steps; null where the organisation made no such rule. */
  readonly voucherStepsOver: Pence | null;
  /** Claims ask whether the work was in the person's own time, beside a public-sector job. */
  readonly asksOwnTime: boolean;
  readonly lines: Readonly<Record<PolicyLine, string>>;
};

/** How the organisation pays, and what it tells people about it. */
export async function payingFactsOf(context: Context, administrator: Administrator): Promise<PayingFacts & { readonly version: number }> {
  const { bodyKind, statementName, policies, version } = await organisationOf(context, administrator.organisationId);
  const line = (name: PolicyLine) => policies[name] ?? "";
  return {
    bodyKind,
    statementName,
    version,
    ways: paymentWaysIn(policies),
    weekBegins: weekBeginsIn(policies),
    budgetCodePattern: budgetCodePatternIn(policies),
    complaintDays: complaintDaysIn(policies),
    checkDays: checkDaysIn(policies),
    voucherStepsOver: voucherStepsOverIn(policies),
    asksOwnTime: asksOwnTimeIn(policies),
    lines: {
      withoutCosts: line("withoutCosts"),
      lateClaims: line("lateClaims"),
      illnessOnTheDay: line("illnessOnTheDay"),
      cancelledMeetings: line("cancelledMeetings"),
      moneyLeft: line("moneyLeft"),
    },
  };
}

/** Saves them. Offers already made keep the name and the ways they were made with, and rate cards their week. */
export async function savePayingFacts(
  context: Context,
  administrator: Administrator,
  version: number,
  facts: PayingFacts,
  intent?: string,
): Promise<Result<object, "changed-by-someone-else">> {
  return context.change<Result<object, "changed-by-someone-else">>(
    async (tx) => {
      const { policies, ...before } = await organisationOf(context, administrator.organisationId);
      const was = await payingFactsOf(context, administrator);
      const { bodyKind, statementName, lines } = facts;
      const rules: Readonly<Record<string, string>> = {
        paidBy: facts.ways.join(" "),
        weekBegins: facts.weekBegins,
        budgetCodePattern: facts.budgetCodePattern,
        complaintDays: String(facts.complaintDays),
        checkDays: facts.checkDays === null ? "" : String(facts.checkDays),
        voucherStepsOver: facts.voucherStepsOver === null ? "" : String(facts.voucherStepsOver),
        asksOwnTime: facts.asksOwnTime ? "yes" : "",
      };
      const change = { bodyKind, statementName, policies: { ...policies, ...lines, ...rules } };
      if (!(await saveOrganisation(tx, administrator.organisationId, version, change))) return refused("changed-by-someone-else");
      const changed = [
        ...(["bodyKind", "statementName"] as const).filter((name) => before[name] !== facts[name]),
        ...policyLines.filter((name) => (policies[name] ?? "") !== lines[name]),
        ...Object.keys(rules).filter((name) => (policies[name] ?? "") !== rules[name]),
      ];
      await record(context, tx, {
        organisationId: administrator.organisationId,
        actor: auditActorOf(administrator),
        action: "paying-facts-saved",
        subject: { kind: "organisation", id: administrator.organisationId },
        details: { changed: changed.join(", ") },
      });
      const fields = payingFields(was, facts);
      await keepSettingChange(context, tx, administrator, { kind: "paying", about: "How we pay", fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
