// What an organisation decided about tax is kept for each role, shown on claims as recorded, and never made up.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { administratorOf, type Administrator, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { openPaper } from "#app/services/documents.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { recordTaxDecision, taxDecisionsOf, type WantedTaxDecision } from "#app/services/tax-decisions.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let ines: Administrator;
let ben: FinanceOfficer;
let reference: string;
const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);
const wanted: WantedTaxDecision = {
  role: "co-producer-hour",
  decision: "payment-without-employment",
  route: "accounts-payable",
  facts: { refuse: "yes", reasons: "People are free to stop." },
  reviewOn: calendarDateOf("2027-11-01"),
  decidedBy: "Ines Costa, HR",
  secondBy: "Tom Price, payroll",
};

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { organisationId, coordinator } = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  asha = coordinator;
  reference = (await pastMeeting(moment, asha)).reference;
  ben = await financePerson(now(), organisationId, "Ben Ali", ["finance-check"]);
  const facts = {
    organisationId,
    name: "Ines Costa",
    email: `${now().newId().toLowerCase()}@example.org`,
    roles: ["administrator"] as const,
  };
  const added = await addStaffMember(now(), facts);
  if (!added.ok) throw new Error(added.refusal);
  ines = administratorOf({ ...facts, staffId: added.value.staffId })!;
});

async function treatmentOf(claimId: string) {
  const found = await claimForFinance(now(), ben, claimId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.taxTreatment;
}

test("a claim says that nothing is recorded until somebody records a decision, and then says only that", async () => {
  const mia = await invitedPerson(moment, asha, reference);
  await markEverybody(now(), asha, reference);
  const claimId = await sentClaim(now(), mia);
  expect(await treatmentOf(claimId)).toBe("not-recorded");
  expect(await recordTaxDecision(now(), ines, wanted)).toEqual({ ok: true, value: {} });
  expect(await treatmentOf(claimId)).toEqual({
    recorded:
      "Recorded by Ines Costa, HR and Tom Price, payroll on Tuesday 3 November 2026: Payment, with no employment link. Paid through: Accounts payable.",
  });
});

test("a later decision takes the place of an earlier one, and both stay to be read", async () => {
  await recordTaxDecision(now(), ines, wanted);
  await recordTaxDecision(opened.context("2026-11-04T09:00:00.000Z"), ines, {
    ...wanted,
    decision: "payroll-for-tax-only",
    route: "payroll",
  });
  const { decisions, withoutDecision } = await taxDecisionsOf(now(), ines);
  expect(decisions.map(({ decision, isReplaced }) => [decision, isReplaced])).toEqual([
    ["payroll-for-tax-only", false],
    ["payment-without-employment", true],
  ]);
  expect(withoutDecision.map(({ role }) => role)).toContain("costs-only");
});

test("two different people decide, about a role people are paid in", async () => {
  expect(await recordTaxDecision(now(), ines, { ...wanted, secondBy: " ines costa, hr " })).toEqual({
    ok: false,
    refusal: "one-name-twice",
  });
  expect(await recordTaxDecision(now(), ines, { ...wanted, role: "nobody" })).toEqual({ ok: false, refusal: "no-such-role" });
});

test("the offer letter says what was recorded for the role, and calls itself no contract only where that was recorded", async () => {
  const mia = await invitedPerson(moment, asha, reference);
  const letter = async () => {
    const made = await openPaper(now(), asha, reference, { id: "offer-letter", invitationId: mia.invitationId });
    if (!made.ok) throw new Error(made.refusal);
    return JSON.stringify(made.value.blocks);
  };
  expect(await letter()).toContain("We have no recorded decision about tax for this role yet.");
  expect(await letter()).not.toContain("not a contract of employment");

  await recordTaxDecision(now(), ines, wanted);
  expect(await letter()).toContain("About tax: Our decision of Tuesday 3 November 2026 is: Payment, with no employment link.");
  expect(await letter()).toContain("not a contract of employment");
  expect(await letter()).not.toContain("no recorded decision");

  const own = { ...wanted, decision: "payroll-for-tax-only", facts: { offer: "We take tax off before we pay you." } } as const;
  await recordTaxDecision(now(), ines, own);
  expect(await letter()).toContain("About tax: We take tax off before we pay you.");
  expect(await letter()).not.toContain("not a contract of employment");
});
