// What an organisation decided about tax is kept for each role, shown on claims as recorded, and never made up.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { administratorOf, type Administrator, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { claimForFinance } from "#app/services/finance.server.ts";
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
