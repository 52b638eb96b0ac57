// Agreed claims ready for a payment run, with accounts on file: what tests about runs begin with.
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import type { Attendee, Coordinator, FinanceOfficer } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, passClaim } from "#app/services/finance.server.ts";
import { saveBankDetails } from "#app/services/payment-choice.server.ts";
import { savePayingAccount } from "#app/services/payees.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

type Moment = (at: string) => Context;

export const names = ["Mia Bell", "Siân O'Neill-Brown", "Ruth Patel", "Ali Zaman", "Edith Long-Overbridge", "Kofi Mensah"] as const;
/** Published test numbers of the modulus check; they belong to no person. */
const accounts = [
  ["089999", "66374958"],
  ["202959", "63748472"],
  ["872427", "46238510"],
  ["871427", "99123496"],
  ["827999", "73988638"],
  ["134020", "63849203"],
] as const;

export type MoneyTeam = {
  readonly organisationId: string;
  readonly coordinator: Coordinator;
  readonly reference: string;
  readonly checker: FinanceOfficer;
  readonly authoriser: FinanceOfficer;
  readonly releaser: FinanceOfficer;
  readonly people: readonly Attendee[];
  readonly claims: readonly string[];
};

/** The version of a claim as it stands. */
export async function atNow(context: Context, finance: FinanceOfficer, claimId: string): Promise<{ claimId: string; version: number }> {
  const found = await claimForFinance(context, finance, claimId);
  if (!found.ok) throw new Error(found.refusal);
  return { claimId, version: found.value.version };
}

/** Gives somebody's account, a published test number. */
export async function giveAccount(
  context: Context,
  person: Attendee,
  which: number,
  name = names[which % names.length] ?? "",
): Promise<void> {
  const [sort, number] = accounts[which % accounts.length] ?? ["", ""];
  const sortCode = readSortCode(sort);
  const accountNumber = readAccountNumber(number);
  if (!sortCode.ok || !accountNumber.ok) throw new Error("not an account");
  const saved = await saveBankDetails(context, person, {
    nameOnAccount: name,
    sortCode: sortCode.value,
    accountNumber: accountNumber.value,
  });
  if (!saved.ok) throw new Error(saved.refusal);
}

/** An organisation with three people in finance and claims sent by some people, each with an account. */
export async function moneyTeam(moment: Moment, people: number): Promise<MoneyTeam> {
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  const context = moment(afterwards);
  const { organisationId, coordinator } = made;
  const { reference } = await pastMeeting(moment, coordinator);
  const attendees: Attendee[] = [];
  for (let index = 0; index < people; index += 1) {
    const name = names[index] ?? `Person ${index}`;
    const attendee = await invitedPerson(moment, coordinator, reference, { name, email: `person-${index}@example.net` });
    await giveAccount(context, attendee, index, name);
    attendees.push(attendee);
  }
  const both = ["finance-check", "finance-authorise"] as const;
  const checker = await financePerson(context, organisationId, "Ben Ali", both);
  const authoriser = await financePerson(context, organisationId, "Cara Iqbal", both);
  const releaser = await financePerson(context, organisationId, "Dev Shah", both);
  const account = await savePayingAccount(context, releaser, {
    name: "Example Trust",
    sortCode: "089999",
    accountNumber: "66374958",
    serviceUserNumber: "123456",
  });
  if (!account.ok) throw new Error(account.refusal);
  await markEverybody(context, coordinator, reference);
  const claims: string[] = [];
  for (const attendee of attendees) claims.push(await sentClaim(context, attendee, { kind: "public-transport", pence: 280 }));
  return { organisationId, coordinator, reference, checker, authoriser, releaser, people: attendees, claims };
}

/** Checks and authorises claims, each by its own person. A cost without a receipt is decided by the checker first. */
export async function agree(context: Context, team: MoneyTeam, claims: readonly string[] = team.claims): Promise<void> {
  for (const claimId of claims) {
    const passed = await passClaim(context, team.checker, await atNow(context, team.checker, claimId), "PPI-204");
    if (!passed.ok) throw new Error(JSON.stringify(passed.refusal));
    const authorised = await authoriseClaim(context, team.authoriser, await atNow(context, team.authoriser, claimId));
    if (!authorised.ok) throw new Error(JSON.stringify(authorised.refusal));
  }
}
