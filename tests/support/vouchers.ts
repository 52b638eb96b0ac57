// People who chose vouchers, or did not, with claims sent and agreed, and a log to give from: what tests about vouchers begin with.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { buyVouchers, voucherLogFor, type BoughtVouchers } from "#app/services/vouchers.server.ts";
import { findOrganisation, saveOrganisation } from "#db/stores/accounts.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { agree } from "#tests/support/payment-runs.ts";

type Moment = (at: string) => Context;

export type VoucherTeam = {
  readonly organisationId: string;
  readonly coordinator: Coordinator;
  readonly reference: string;
  readonly checker: FinanceOfficer;
  readonly authoriser: FinanceOfficer;
  readonly releaser: FinanceOfficer;
  /** The first two chose vouchers, the third a bank account; the claim of the second is sent and not agreed. */
  readonly people: readonly Attendee[];
  readonly claims: readonly string[];
};

/** Sets a policy of an organisation, as settings would. */
export async function setPolicies(context: Context, organisationId: string, policies: Readonly<Record<string, string>>): Promise<void> {
  const organisation = await findOrganisation(context.db, organisationId);
  if (!organisation) throw new Error("no such organisation");
  await context.change(async (tx) =>
    saveOrganisation(tx, organisationId, organisation.version, { policies: { ...organisation.policies, ...policies } }),
  );
}

/** The organisation, its people in finance and three claims of 77.80 pounds each; with words, for an assistant instead of a bus. */
export async function voucherTeam(moment: Moment, assistantWas?: string): Promise<VoucherTeam> {
  const { organisationId, coordinator } = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  await setPolicies(moment("2026-08-01T09:00:00.000Z"), organisationId, { paidBy: "voucher" });
  const { reference } = await pastMeeting(moment, coordinator);
  const people = [
    await invitedPerson(moment, coordinator, reference, { name: "Ruth Patel", email: "ruth@example.net", how: "voucher" }),
    await invitedPerson(moment, coordinator, reference, { name: "Kofi Mensah", email: "kofi@example.net", how: "voucher" }),
    await invitedPerson(moment, coordinator, reference, { name: "Mia Bell", email: "mia@example.net" }),
  ];
  const context = moment(afterwards);
  const both = ["finance-check", "finance-authorise"] as const;
  const checker = await financePerson(context, organisationId, "Ben Ali", both);
  const authoriser = await financePerson(context, organisationId, "Cara Iqbal", both);
  const releaser = await financePerson(context, organisationId, "Dev Shah", both);
  await markEverybody(context, coordinator, reference);
  const claims: string[] = [];
  for (const person of people)
    claims.push(
      await sentClaim(context, person, {
        kind: assistantWas === undefined ? "public-transport" : "assistant",
        pence: 280,
        words: assistantWas ?? "",
      }),
    );
  const team = { organisationId, coordinator, reference, checker, authoriser, releaser, people, claims };
  await agree(
    context,
    team,
    claims.filter((_, index) => index !== 1),
  );
  return team;
}

/** Vouchers of 25 pounds each for the log, kept by the coordinator unless said. */
export function someVouchers(team: VoucherTeam, change: Partial<BoughtVouchers> = {}): BoughtVouchers {
  return {
    supplier: "High Street Card",
    kind: "card",
    codes: ["HS-1111-2222", "HS-3333-4444", "HS-5555-6666"],
    howMany: null,
    value: penceOf(2_500),
    cost: penceOf(2_500),
    budgetCode: "PPI-204",
    boughtOn: calendarDateOf("2026-10-20"),
    expiresOn: calendarDateOf("2027-10-20"),
    heldBy: team.coordinator.staffId,
    heldWhere: "The safe",
    ...change,
  };
}

/** Writes vouchers in the log; gives their ids in the order of the log. */
export async function stock(context: Context, team: VoucherTeam, change: Partial<BoughtVouchers> = {}): Promise<readonly string[]> {
  const bought = await buyVouchers(context, team.checker, someVouchers(team, change));
  if (!bought.ok) throw new Error(JSON.stringify(bought.refusal));
  const log = await voucherLogFor(context, team.checker, { state: "held", page: 1 });
  return log.vouchers.map(({ voucherId }) => voucherId);
}
