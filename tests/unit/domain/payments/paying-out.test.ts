import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { bacsText, layOutBacsFile, type BacsFile } from "#app/domain/payments/bacs18.ts";
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import { actOnClaim, sentClaim, type ClaimState } from "#app/domain/payments/claim-states.ts";
import { assessExpense } from "#app/domain/payments/expenses.ts";
import { layOutExpensesForm, layOutInvolvementForm, layOutPaymentSheet, type FormParties } from "#app/domain/payments/payment-form.ts";
import { assessPayee, bacsDays, type BankChange } from "#app/domain/payments/payee.ts";
import { nationalInsuranceOn } from "#app/domain/payments/payroll.ts";
import { universityOfBathVouchers, voucherNeeds } from "#app/domain/payments/vouchers.ts";
import type { BankHolidays } from "#app/domain/basics/dates.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";
import { claimWith, day, expenseWith, fare, policyWith, pounds } from "./builders.ts";

const holidays: BankHolidays = {
  from: day("2026-01-01"),
  goodUntil: day("2026-12-31"),
  days: new Set([day("2026-12-25"), day("2026-12-28")]),
};

describe("where money may go", () => {
  const plain = { on: day("2026-11-24"), holidays, nameCheck: "match", nameCheckRequired: true, accountOf: "the-person" } as const;
  const change: BankChange = { changedOn: day("2026-11-16"), enteredBy: "ben" };

  test("details that match and did not change are paid", () => {
    expect(assessPayee(plain)).toEqual({ payment: "allowed", needs: [], notes: [], incomeBelongsTo: "the-person" });
  });

  test("a change is held until a second person has called on details already held", () => {
    const call = (by: string, usedDetailsAlreadyHeld: boolean) =>
      assessPayee({
        ...plain,
        on: day("2026-11-17"),
        change: { ...change, callBack: { by, on: day("2026-11-17"), usedDetailsAlreadyHeld } },
      }).payment;
    expect(assessPayee({ ...plain, on: day("2026-11-17"), change }).payment).toBe("held");
    expect([call("grace", true), call("ben", true), call("grace", false)]).toEqual(["allowed", "held", "held"]);
  });

  test("five working days and a confirmed reply will do instead, and not one without the other", () => {
    const reply = { ...change, confirmedReplyOn: day("2026-11-18") };
    expect(assessPayee({ ...plain, on: day("2026-11-23"), change: reply }).payment).toBe("held");
    expect(assessPayee({ ...plain, on: day("2026-11-24"), change: reply }).payment).toBe("allowed");
    expect(assessPayee({ ...plain, on: day("2026-11-24"), change }).payment).toBe("held");
  });

  test("when the holidays are not known, nobody says until when", () => {
    const held = assessPayee({ ...plain, on: day("2027-01-04"), change: { ...change, changedOn: day("2026-12-30") } });
    expect(held.needs).toContainEqual({ need: "wait-or-call-back", until: "not-known" });
  });

  test("contact and bank details changed within 30 days of each other are noted", () => {
    const noted = (contactChangedOn: string) =>
      assessPayee({ ...plain, change: { ...change, contactChangedOn: day(contactChangedOn) } }).notes.length;
    expect([noted("2026-10-17"), noted("2026-10-16")]).toEqual([1, 0]);
  });

  test("unavailable is not a match, and a check nobody did is asked for only where it is required", () => {
    expect(assessPayee({ ...plain, nameCheck: "unavailable" }).needs).toEqual([{ need: "name-check-decision", check: "unavailable" }]);
    expect(assessPayee({ ...plain, nameCheck: "not-done" }).needs).toEqual([{ need: "name-check" }]);
    expect(assessPayee({ ...plain, nameCheck: "not-done", nameCheckRequired: false }).payment).toBe("allowed");
    const decision = { what: "accepted", by: "grace", on: day("2026-11-24"), why: "Saw the card" } as const;
    expect(assessPayee({ ...plain, nameCheck: "unavailable", nameCheckDecision: decision }).payment).toBe("allowed");
    expect(assessPayee({ ...plain, nameCheck: "unavailable", nameCheckDecision: { ...decision, why: " " } }).payment).toBe("held");
  });

  test("somebody else's account needs an authority that was seen and is in date, and an appointee needs advice", () => {
    const needs = (
      authority?: Parameters<typeof assessPayee>[0]["accountOf"] extends infer Of
        ? Of extends { authority?: infer Kind }
          ? Kind
          : never
        : never,
    ) =>
      assessPayee({ ...plain, accountOf: { holder: "Deputy", ...(authority === undefined ? {} : { authority }) } }).needs.map(
        (one) => one.need,
      );
    expect(needs()).toEqual(["authority"]);
    expect(needs({ kind: "attorney" })).toEqual(["authority-seen"]);
    expect(needs({ kind: "attorney", seenBy: "grace", to: day("2026-11-24") })).toEqual([]);
    expect(needs({ kind: "attorney", seenBy: "grace", to: day("2026-11-23") })).toEqual(["authority-out-of-date"]);
    expect(needs({ kind: "attorney", seenBy: "grace", from: day("2026-11-25") })).toEqual(["authority-out-of-date"]);
    expect(needs({ kind: "dwp-appointee", seenBy: "grace" })).toEqual(["advice-on-appointee"]);
  });
});

describe("Bacs", () => {
  const file: BacsFile = {
    serviceUserNumber: "123456",
    serial: "260001",
    fileNumber: "001",
    created: day("2026-12-01"),
    processingDay: day("2026-12-02"),
    payer: { sortCode: "089999", accountNumber: "66374958", name: "Riverside Voices" },
    credits: [{ sortCode: "202959", accountNumber: "63748472", name: "R Patel", reference: "INVOLVE 000123", amount: pounds(75) }],
    contraNarrative: "INVOLVEMENT 0001",
  };
  const credit = file.credits[0]!;

  test("over Christmas the three days are working days", () => {
    expect(valueOf(bacsDays(day("2026-12-23"), holidays))).toEqual({
      submitted: "2026-12-23",
      processing: "2026-12-24",
      entry: "2026-12-29",
    });
    expect(valueOf(bacsDays(day("2026-12-26"), holidays)).submitted).toBe("2026-12-29");
    expect(refusalOf(bacsDays(day("2026-12-30"), holidays))).toBe("outside-known-holidays");
    expect(refusalOf(bacsDays(day("2026-01-01"), holidays))).toBe("outside-known-holidays");
    expect(refusalOf(bacsDays(day("2026-12-31"), holidays))).toBe("outside-known-holidays");
  });

  test.each([
    ["Siân O'Neill-Brown", "SIAN O NEILL-BROWN"],
    ["Łukasz Grzyb", "LUKASZ GRZYB      "],
    ["Ægir Þór", "AEGIR THOR        "],
    ["Strauß & Co.", "STRAUSS & CO.     "],
    ["Alexandrina Featherstonehaugh", "ALEXANDRINA FEATHE"],
  ])("%s is written %s", (name, written) => {
    expect(bacsText(name, 18)).toBe(written);
  });

  test.each([
    [{ serviceUserNumber: "12345" }, { problem: "service-user-number" }],
    [{ serial: "000000" }, { problem: "serial" }],
    [{ fileNumber: "1" }, { problem: "file-number" }],
    [{ payer: { ...file.payer, accountNumber: "6637495" } }, { problem: "payer-account" }],
    [{ payer: { ...file.payer, name: " " } }, { problem: "payer-name" }],
    [{ processingDay: day("2026-11-30") }, { problem: "processing-day" }],
    [{ credits: [] }, { problem: "no-credits" }],
    [{ credits: [{ ...credit, accountNumber: "1234567890" }] }, { problem: "account", credit: 0 }],
    [{ credits: [{ ...credit, name: "أمينة" }] }, { problem: "name-has-no-letters", credit: 0 }],
    [{ credits: [{ ...credit, reference: "1234567890123456789" }] }, { problem: "reference-too-long", credit: 0 }],
    [{ credits: [{ ...credit, rollNumber: "1234567890123456789" }] }, { problem: "reference-too-long", credit: 0 }],
    [{ credits: [credit, { ...credit, amount: penceOf(0) }] }, { problem: "nothing-to-pay", credit: 1 }],
    [{ credits: [{ ...credit, amount: penceOf(2_000_000_001) }] }, { problem: "too-large", credit: 0 }],
    [{ credits: Array.from({ length: 50 }, () => ({ ...credit, amount: penceOf(2_000_000_000) })) }, { problem: "total-too-large" }],
  ] as const)("a file with %o is refused rather than sent wrong", (part, refusal) => {
    expect(refusalOf(layOutBacsFile({ ...file, ...(part as Partial<BacsFile>) }))).toEqual(refusal);
  });

  test("for any credits, every record has its width, only allowed characters, and the debit equals the credits", () => {
    const one = fc.record({
      name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map((name) => `A${name}`),
      reference: fc.string({ maxLength: 18 }),
      amount: fc.integer({ min: 1, max: 500_000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (credits) => {
        const made = valueOf(
          layOutBacsFile({ ...file, credits: credits.map((part) => ({ ...credit, ...part, amount: penceOf(part.amount) })) }),
        );
        expect(made.records.map((record) => record.length)).toEqual([80, 80, 80, 80, ...credits.map(() => 100), 100, 80, 80, 80]);
        expect(made.records.every((record) => /^[A-Z0-9.&/ -]+$/u.test(record))).toBe(true);
        const paid = made.records.slice(4, 4 + credits.length).reduce((total, record) => total + Number(record.slice(35, 46)), 0);
        expect([paid, Number(made.records[4 + credits.length]?.slice(35, 46))]).toEqual([made.total, made.total]);
      }),
    );
  });
});

describe("the forms", () => {
  const parties: FormParties = {
    organisation: { name: "Riverside Voices" },
    person: { reference: "P1", nameUsed: "Amina" },
    activities: [{ reference: "M1", title: "Planning the day centre", date: day("2026-09-10") }],
    signatures: [{ role: "person", name: "Amina", on: day("2026-09-12"), how: "online" }, { role: "coordinator" }],
    financeUse: {},
  };
  const taxi = assessExpense({
    expense: expenseWith(
      { kind: "taxi", why: "access" },
      { id: "taxi", spent: pounds(14), receipt: { kind: "lost", reason: "Left in the cab" } },
    ),
    policy: policyWith({ withoutReceiptUpTo: pounds(20) }),
  });
  const assistant = assessExpense({
    expense: expenseWith({ kind: "assistant", whoWasPaid: "Ola", alreadyPaidThem: "yes" }, { id: "pa", spent: pounds(40) }),
    policy: policyWith(),
  });
  const drive = assessExpense({
    expense: expenseWith({ kind: "own-vehicle", vehicle: "car", milesTenths: 100, from: "LS1", passengers: ["Tomasz"] }, { id: "car" }),
    policy: policyWith(),
    milesTenthsBefore: 0,
    milesTenthsBeforeInTaxYear: 0,
  });
  const care = assessExpense({
    expense: expenseWith({ kind: "care", carer: "Ruth", alreadyInCarePackage: "no" }, { id: "care", spent: pounds(30) }),
    policy: policyWith(),
  });
  const meal = assessExpense({
    expense: expenseWith({ kind: "food-drink", away: { minutes: 400, past8pm: false } }, { id: "meal", spent: pounds(4) }),
    policy: policyWith(),
  });
  const stay = assessExpense({
    expense: expenseWith({ kind: "overnight-stay", nights: 1, place: "london" }, { id: "stay", spent: pounds(90) }),
    policy: policyWith(),
  });
  const claim = claimWith({
    minutes: [120],
    costs: [taxi, assistant, drive, care, meal, stay, fare("bus", pounds(3))],
    choice: { kind: "less", amount: pounds(30) },
    advances: [{ id: "a1", amount: pounds(10), paidOn: day("2026-09-01"), covers: "care" }],
  });

  test("the involvement form shows each line's working, what was chosen, and a total for time alone", () => {
    const form = layOutInvolvementForm(claim, parties, { method: "bank", payeeReference: "PAYEE1", choiceRecord: "CHOICE1" });
    expect(form.lines).toMatchObject([{ id: "t1", minutes: 120, rateLine: "Taking part", amount: 5000 }]);
    expect(form.lines[0]?.working.length).toBe(2);
    expect(form.takenOff.map((line) => line.amount)).toEqual([-2000]);
    expect([form.total, form.choice]).toEqual([3000, { choice: { kind: "less", amount: 3000 }, record: "CHOICE1" }]);
  });

  test("a time that a checker changed shows both amounts and the reason", () => {
    const first = claim.lines[0];
    if (first?.about !== "time") throw new Error("Expected a line of time");
    const changed = {
      ...claim,
      lines: [{ ...first, decision: { amount: pounds(25), why: "One hour", by: "ben", on: day("2026-09-15") } }],
    };
    expect(layOutInvolvementForm(changed, parties, {}).lines[0]).toMatchObject({ amount: 2500, changed: { from: 5000, why: "One hour" } });
  });

  test("the expenses form keeps access costs apart, takes off what was advanced, and never says why a taxi was needed", () => {
    const form = layOutExpensesForm(claim, parties, { agreedBefore: [{ on: day("2026-10-12"), amount: pounds(20) }] });
    expect(form.costs.map((item) => item.id)).toEqual(["taxi", "car", "care", "meal", "stay", "bus"]);
    expect(form.access.map((item) => [item.id, item.whoWasPaid])).toEqual([["pa", "Ola"]]);
    expect([form.costsTotal, form.accessTotal, form.advanced, form.balance]).toEqual([14600, 4000, 1000, 17600]);
    expect(form.costs[0]).toMatchObject({ kind: "taxi", receipt: "lost", noReceiptReason: "Left in the cab" });
    expect(JSON.stringify(form.costs[0])).not.toContain("why");
    expect(JSON.stringify(form)).not.toContain('"access","agreed');
    expect(form.costs[1]?.journey).toMatchObject({ milesTenths: 100, passengers: ["Tomasz"], priced: { total: 500 } });
    expect(form.costs[2]?.care).toEqual({ carer: "Ruth", alreadyInCarePackage: "no" });
    expect([form.costs[3]?.timeAway?.minutes, form.costs[4]?.nights, form.isAboveApprovedMileage]).toEqual([400, 1, false]);
    expect(form.totalsByKind.find((total) => total.kind === "taxi")).toEqual({ kind: "taxi", claimed: 1400, payable: 1400 });
  });

  const sign = (state: ClaimState, action: "pass" | "authorise" | "release", person: string) =>
    valueOf(
      actOnClaim({
        state,
        action: { action },
        actor: { person, may: ["check", "authorise", "release"] },
        today: day("2026-09-15"),
        facts: {
          claimant: "amina",
          barred: [],
          blocks: [],
          budgetCodes: [],
          toPay: pounds(1),
          authorisedThisMonth: penceOf(0),
          isPaymentHeld: false,
          financePeople: 3,
        },
      }),
    );
  const agreed = sign(sign(sentClaim, "pass", "ben"), "authorise", "grace");
  const bank = { accountName: "A Yusuf", sortCode: valueOf(readSortCode("089999")), accountNumber: valueOf(readAccountNumber("66374958")) };
  const more = {
    organisation: "Riverside Voices",
    payee: "Amina Yusuf",
    address: [],
    taxTreatment: "not-recorded",
    method: "bank",
    bank,
    nameOf: (person: string) => `${person} by name`,
  } as const;

  test("the payment sheet has time, costs and access apart, and both signatures", () => {
    const sheet = valueOf(layOutPaymentSheet(claim, agreed, more));
    expect([sheet.forTime, sheet.forCosts, sheet.forAccess, sheet.advancesTaken, sheet.toPay]).toEqual([3000, 14600, 4000, 1000, 20600]);
    expect(sheet.signatures.map((one) => one.name)).toEqual(["ben by name", "grace by name", undefined]);
    expect(valueOf(layOutPaymentSheet(claim, sign(agreed, "release", "ola"), more)).signatures[2]?.name).toBe("ola by name");
  });

  test("there is no payment sheet before two people have signed, for nothing, without an account or without a budget code", () => {
    expect(refusalOf(layOutPaymentSheet(claim, sentClaim, more))).toBe("not-agreed");
    expect(refusalOf(layOutPaymentSheet(claim, sign(sentClaim, "pass", "ben"), more))).toBe("not-agreed");
    expect(refusalOf(layOutPaymentSheet(claimWith(), agreed, more))).toBe("nothing-to-pay");
    const { bank: _bank, ...without } = more;
    expect(refusalOf(layOutPaymentSheet(claim, agreed, without))).toBe("no-bank-details");
    expect(layOutPaymentSheet(claim, agreed, { ...without, method: "cash" }).ok).toBe(true);
    expect(refusalOf(layOutPaymentSheet({ ...claim, budgetCode: " " }, agreed, more))).toBe("budget-code-missing");
  });
});

describe("other ways", () => {
  test.each([
    ["week", 9600, 0, 0, false],
    ["week", 12899, 0, 495, false],
    ["week", 12900, 0, 495, true],
    ["week", 24300, 8, 2205, true],
    ["week", 96701, "not-worked-out", 13065, true],
    ["month", 15000, 0, 0, false],
    ["month", 104801, "not-worked-out", 9465, true],
  ] as const)(
    "through a payroll by the %s, %i pence costs the person %s and the employer %i",
    (period, gross, employee, employer, reaches) => {
      const cost = valueOf(nationalInsuranceOn({ gross: penceOf(gross), period, paidOn: day("2026-11-20") }));
      expect([cost.employee, cost.employer, cost.reachesLowerEarningsLimit]).toEqual([employee, employer, reaches]);
    },
  );

  test("in a tax year we hold no thresholds for, nothing is worked out", () => {
    expect(refusalOf(nationalInsuranceOn({ gross: pounds(150), period: "week", paidOn: day("2027-04-06") })).reason).toBe(
      "outside-known-dates",
    );
  });

  test("a voucher of exactly the edge needs no further steps, and a penny more does", () => {
    expect(voucherNeeds(universityOfBathVouchers, penceOf(5000))).toEqual(["signed-receipt", "name-and-address"]);
    expect(voucherNeeds(universityOfBathVouchers, penceOf(5001))).toContain("payroll-approval-first");
  });
});
