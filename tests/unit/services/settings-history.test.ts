// What every setting was before and what it became: kept with the change itself, in words, and never to be changed.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { SettingKind } from "#app/domain/people/setting-kinds.ts";
import { administratorOf, type Administrator, type Coordinator } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { addAdviserFor, advisersOf, stopAdviserFor } from "#app/services/advisers.server.ts";
import { addCharityFor, charitiesOf, removeCharityFor } from "#app/services/charities.server.ts";
import { addCostRules, payingFactsOf, savePayingFacts } from "#app/services/money-settings.server.ts";
import { savePayingAccount } from "#app/services/payees.server.ts";
import { addRates } from "#app/services/rate-cards.server.ts";
import { settingsHistoryFor } from "#app/services/settings-history.server.ts";
import { addSupplierFor, changeSupplier } from "#app/services/suppliers.server.ts";
import { recordTaxDecision } from "#app/services/tax-decisions.server.ts";
import { afterwards, financePerson } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plainCostRules, ratesOf } from "#tests/support/money-settings.ts";

let opened: TestInstance;
let asha: Coordinator;
let ines: Administrator;
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = (await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"))).coordinator;
  const { organisationId } = asha;
  const email = `${now().newId().toLowerCase()}@example.org`;
  const added = await addStaffMember(now(), { organisationId, name: "Ines Costa", email, roles: ["administrator"] });
  if (!added.ok) throw new Error(added.refusal);
  ines = administratorOf({ staffId: added.value.staffId, organisationId, name: "Ines Costa", email, roles: ["administrator"] })!;
});

const history = async (kind: SettingKind) => (await settingsHistoryFor(now(), ines, { kind, page: 1 })).changes;
const fieldsOf = async (kind: SettingKind) => (await history(kind))[0]?.fields;

const rates = ratesOf({ from: "2026-11-10", hourlyPence: 2500 });

describe("the history of settings", () => {
  test("says of rates which line was how much and is how much, and what happens when something is called off", async () => {
    await addRates(now(), ines, rates);
    await addRates(now(), ines, {
      ...rates,
      validFrom: calendarDateOf("2026-12-01"),
      lines: rates.lines.map((line) => ({ ...line, basis: { kind: "per-minute", hourly: { pence: penceOf(2750), per: "hour" } } })),
      cancellation: [
        { cancelledBy: "organiser", noticeUnderMinutes: 48 * 60, pays: { kind: "percent", percent: 50 }, paysPreparationDone: true },
      ],
    });
    expect((await history("rates"))[0]).toMatchObject({ who: "Ines Costa", about: "Harbour rates, version 2" });
    expect(await fieldsOf("rates")).toEqual([
      { field: "Starts on", before: "Tuesday 10 November 2026", after: "Tuesday 1 December 2026" },
      {
        field: "Rate: Working together",
        before: "Working together: £25 an hour.",
        after: "Working together: £27.50 an hour.",
      },
      {
        field: "When something is called off",
        before: "",
        after: "By us, with less than 48 hours of notice: 50 in 100 of the payment, and preparation that was done.",
      },
    ]);
  });

  test("says of rules for costs only the sentences that differ", async () => {
    await addCostRules(now(), ines, plainCostRules);
    await addCostRules(now(), ines, { ...plainCostRules, validFrom: calendarDateOf("2026-12-01"), claimWithinDays: 60 });
    expect(await fieldsOf("costs")).toEqual([
      { field: "Starts on", before: "Tuesday 3 November 2026", after: "Tuesday 1 December 2026" },
      {
        field: "Rules",
        before: "Claims come in within 30 days. Later ones go to a person.",
        after: "Claims come in within 60 days. Later ones go to a person.",
      },
    ]);
  });

  test("says how the organisation pays, field by field", async () => {
    const { version, ...facts } = await payingFactsOf(now(), ines);
    await savePayingFacts(now(), ines, version, { ...facts, statementName: "HARBOUR", complaintDays: 10 });
    expect(await fieldsOf("paying")).toEqual([
      { field: "Name on people’s bank statements", before: "", after: "HARBOUR" },
      { field: "Days to answer when a payment went wrong", before: "5 working days", after: "10 working days" },
    ]);
  });

  test("keeps only the last two figures of the account the organisation pays from, wherever one looks", async () => {
    const tom = await financePerson(now(), asha.organisationId, "Tom Hale", ["finance-check"]);
    const account = { name: "Harbour Trust", sortCode: "08-99-99", accountNumber: "66374958", serviceUserNumber: "123456" };
    await savePayingAccount(now(), tom, account);
    await savePayingAccount(now(), tom, { ...account, accountNumber: "66374931" });
    await savePayingAccount(now(), tom, { ...account, accountNumber: "10374931" });
    expect((await history("account")).map(({ who, fields }) => [who, fields])).toEqual([
      ["Tom Hale", [{ field: "Account", before: "Ends 31", after: "Another account. Ends 31" }]],
      ["Tom Hale", [{ field: "Account", before: "Ends 58", after: "Ends 31" }]],
      [
        "Tom Hale",
        [
          { field: "Name of the account", before: "", after: "Harbour Trust" },
          { field: "Account", before: "", after: "Ends 58" },
          { field: "Number with Bacs", before: "", after: "123456" },
        ],
      ],
    ]);
    expect(JSON.stringify(await history("account"))).not.toMatch(/663749|0899|08-99/u);
  });

  test("says what went on a list and what came off it: advisers, charities, suppliers", async () => {
    const adviser = {
      name: "Harbour Advice",
      about: "",
      email: "a@example.org",
      phone: "",
      otherWays: "",
      hours: "",
      repliesWithinDays: 3,
    };
    await addAdviserFor(now(), ines, adviser);
    const [onList] = await advisersOf(now(), ines.organisationId);
    await stopAdviserFor(now(), ines, { adviserId: onList!.id, version: onList!.version });
    expect((await history("advisers")).map(({ about, fields }) => [about, fields[0]])).toEqual([
      ["Harbour Advice", { field: "On the list", before: "Yes", after: "No" }],
      ["Harbour Advice", { field: "On the list", before: "No", after: "Yes" }],
    ]);
    await addCharityFor(now(), ines, { name: "Harbour Lifeboat", number: "123" });
    const [charity] = await charitiesOf(now(), ines.organisationId);
    await removeCharityFor(now(), ines, { charityId: charity!.id, version: charity!.version });
    expect((await history("charities")).map(({ about, fields }) => [about, fields.length])).toEqual([
      ["Harbour Lifeboat", 1],
      ["Harbour Lifeboat", 3],
    ]);
    const supplier = {
      name: "Hands and Voices",
      supports: ["bsl-interpreter"] as const,
      contactName: "",
      contactEmail: "hands@example.org",
      contactPhone: "",
      noticeWorkingDays: 10,
      cancellationTerms: "",
      price: "",
      notes: "",
    };
    const { supplierId } = await addSupplierFor(now(), asha, supplier);
    await changeSupplier(now(), asha, { supplierId, version: 1 }, { facts: { ...supplier, noticeWorkingDays: 15 } });
    expect((await history("suppliers"))[0]).toMatchObject({
      who: "Asha Grewal",
      fields: [{ field: "Notice", before: "10 working days", after: "15 working days" }],
    });
  });

  test("says what was decided about tax before and now", async () => {
    await addRates(now(), ines, rates);
    const decision = {
      role: "hour",
      decision: "expenses-only",
      route: "accounts-payable",
      facts: { refuse: "yes" },
      reviewOn: calendarDateOf("2027-11-03"),
      decidedBy: "Ines Costa, HR",
      secondBy: "Tom Price, payroll",
    } as const;
    await recordTaxDecision(now(), ines, decision);
    await recordTaxDecision(opened.context("2026-11-04T09:00:00.000Z"), ines, {
      ...decision,
      decision: "payroll-for-tax-only",
      route: "payroll",
    });
    expect((await history("tax"))[0]).toMatchObject({
      about: "Working together",
      fields: [
        { field: "Decision", before: "Expenses only", after: "Through payroll, for tax only" },
        { field: "Paid through", before: "Accounts payable", after: "Payroll" },
      ],
    });
  });

  test("holds nothing of a change that was refused", async () => {
    await addCostRules(now(), ines, plainCostRules);
    await addCostRules(now(), ines, plainCostRules);
    await addRates(now(), ines, { ...rates, lines: [] });
    expect((await settingsHistoryFor(now(), ines, { kind: null, page: 1 })).total).toBe(1);
  });

  test("comes in pages, the latest first, and is another organisation's to nobody", async () => {
    for (let count = 1; count <= 21; count += 1) await addCharityFor(now(), ines, { name: `Charity ${count}`, number: "" });
    const first = await settingsHistoryFor(now(), ines, { kind: null, page: 1 });
    const second = await settingsHistoryFor(now(), ines, { kind: null, page: 2 });
    expect([first.total, first.changes.length, first.changes[0]?.about, second.changes.map(({ about }) => about)]).toEqual([
      21,
      20,
      "Charity 21",
      ["Charity 1"],
    ]);
    const other = await makeOrganisation(now(), "Elsewhere");
    expect((await settingsHistoryFor(now(), { ...ines, organisationId: other.organisationId }, { kind: null, page: 1 })).total).toBe(0);
  });

  test("cannot be changed or removed in the database itself, and cannot be read in its file", async () => {
    await addCharityFor(now(), ines, { name: "Zebra Crossing Fund", number: "" });
    const path = join(opened.folder, "data", "welcome-table.db");
    const file = new Database(path);
    expect(() => file.prepare("UPDATE setting_changes SET kind = 'tax'").run()).toThrow(/never changed/u);
    expect(() => file.prepare("DELETE FROM setting_changes").run()).toThrow(/never removed/u);
    const [row] = file.prepare("SELECT changes FROM setting_changes ORDER BY sequence DESC").all() as { readonly changes: string }[];
    expect(row?.changes).not.toContain("Zebra");
    file.close();
  });
});
