// The 32 worked cases of the payment examples, each through the rules it is about. The cases are data in tests/golden.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { taxYearOf, type BankHolidays } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { bacsText, layOutBacsFile, type BacsFile } from "#app/domain/payments/bacs18.ts";
import { readAccountNumber, readSortCode, standardAccountOf } from "#app/domain/payments/bank-details.ts";
import { payableFor, makeChoice } from "#app/domain/payments/choice.ts";
import { findRepeats, flagsOf, levelOf, linesToCompare, repeatsThatBlock } from "#app/domain/payments/claim-flags.ts";
import { actOnClaim } from "#app/domain/payments/claim-states.ts";
import { findBlocks, settleClaim } from "#app/domain/payments/claim.ts";
import { assessExpense, latenessOf } from "#app/domain/payments/expenses.ts";
import { hmrcBenchmarkMeals } from "#app/domain/payments/meals.ts";
import { checkModulus } from "#app/domain/payments/modulus-check.ts";
import { priceMileage, type MileageScheme } from "#app/domain/payments/mileage.ts";
import { assessPayee, bacsDays } from "#app/domain/payments/payee.ts";
import { nationalInsuranceOn } from "#app/domain/payments/payroll.ts";
import { payForCancelled, priceTime } from "#app/domain/payments/price-time.ts";
import { adoptPublishedCard, publishedCards } from "#app/domain/payments/published-cards.ts";
import { cardInForce, type RateCard } from "#app/domain/payments/rate-card.ts";
import { universityOfBathVouchers, voucherNeeds } from "#app/domain/payments/vouchers.ts";
import { expectOf, factsOf, paymentExamples, workedCase, workedPolicy } from "#tests/support/payment-examples.ts";
import { valueOf } from "#tests/support/results.ts";
import {
  bandFrom,
  bandUpTo,
  cardWith,
  claimWith,
  day,
  entryWith,
  expenseWith,
  fare,
  hmrcBefore2026,
  hourly,
  lineWith,
  mile,
  policyWith,
  pounds,
} from "./builders.ts";

const nice = valueOf(
  adoptPublishedCard(
    publishedCards.find((card) => card.id === "nice-lived-experience")!,
    {
      id: "nice",
      organisation: "Riverside Voices",
      version: 1,
      validFrom: day("2025-01-01"),
      breaks: { kind: "count" },
      paysPlannedTime: false,
      weekBegins: "Monday",
      cancellation: [],
      answers: {},
    },
  ),
);
const startedQuarters: RateCard = cardWith({
  lines: [
    lineWith({
      basis: {
        kind: "started-unit",
        unitMinutes: workedPolicy("started-quarter-hours")["unitMinutes"]!,
        hourly: hourly(workedPolicy("started-quarter-hours")["perHourPence"]!),
      },
      minimumMinutes: workedPolicy("started-quarter-hours")["minimumMinutes"]!,
      dayCap: penceOf(workedPolicy("started-quarter-hours")["dayCapPence"]!),
    }),
  ],
});
const totalOf = (card: RateCard, ...entries: Parameters<typeof entryWith>[0][]) =>
  valueOf(priceTime({ card, entries: entries.map((entry, index) => entryWith({ id: `t${index}`, event: `M${index}`, ...entry })) })).total;
const general = workedPolicy("general-controls");
const generalPolicy = policyWith({
  withoutReceiptUpTo: penceOf(general["receiptWaiverPence"]!),
  claimWithinDays: general["claimWindowDays"]!,
});
const december: BankHolidays = {
  from: day("2026-11-01"),
  goodUntil: day("2026-12-31"),
  days: new Set([day("2026-12-25"), day("2026-12-28")]),
};

describe("rates", () => {
  test("S01: exactly four hours on the newer page is the lower band", () => {
    expect(totalOf(nice, { minutes: factsOf<{ minutes: number }>("S01").minutes })).toBe(expectOf<{ timePence: number }>("S01").timePence);
  });

  test("S02: exactly four hours on the earlier page is the higher band", () => {
    const earlier = cardWith({
      lines: [
        lineWith({
          basis: {
            kind: "band",
            bands: [
              bandUpTo(240, false, penceOf(workedPolicy("nice-earlier-wording").bands![0]!.pence)),
              bandFrom(240, true, penceOf(workedPolicy("nice-earlier-wording").bands![1]!.pence)),
            ],
          },
        }),
      ],
    });
    expect(totalOf(earlier, { minutes: factsOf<{ minutes: number }>("S02").minutes })).toBe(
      expectOf<{ timePence: number }>("S02").timePence,
    );
  });

  test("S03: a decision maker over four hours", () => {
    const { role, minutes } = factsOf<{ role: string; minutes: number }>("S03");
    expect(totalOf(nice, { role, minutes })).toBe(expectOf<{ timePence: number }>("S03").timePence);
  });

  test("S04: two reviews", () => {
    expect(totalOf(nice, { activity: "review", items: factsOf<{ documentsReviewed: number }>("S04").documentsReviewed })).toBe(
      expectOf<{ timePence: number }>("S04").timePence,
    );
  });

  test("S05: reading and feedback are paid too", () => {
    const { meetingMinutes, readingMinutes, feedbackMinutes } = factsOf<{
      meetingMinutes: number;
      readingMinutes: number;
      feedbackMinutes: number;
    }>("S05");
    const blueHeart = valueOf(publishedCards.find((card) => card.id === "blue-heart")!.buildLines({}));
    const event = "M1";
    const total = totalOf(
      cardWith({ lines: blueHeart }),
      { event, minutes: meetingMinutes },
      { event, activity: "reading", minutes: readingMinutes },
      { event, activity: "feedback", minutes: feedbackMinutes },
    );
    expect(total).toBe(expectOf<{ timePence: number }>("S05").timePence);
  });

  test("S06: started quarter hours", () => {
    const priced = valueOf(
      priceTime({ card: startedQuarters, entries: [entryWith({ minutes: factsOf<{ minutes: number }>("S06").minutes })] }),
    );
    expect({ paidMinutes: priced.entries[0]?.paidMinutes, timePence: priced.total }).toEqual(workedCase("S06").expect);
  });

  test("S07: half a penny goes up", () => {
    const card = cardWith({
      lines: [lineWith({ basis: { kind: "per-minute", hourly: hourly(workedPolicy("minute-pro-rata")["perHourPence"]!) } })],
    });
    expect(totalOf(card, { minutes: factsOf<{ minutes: number }>("S07").minutes })).toBe(expectOf<{ timePence: number }>("S07").timePence);
  });

  test("S08: a short meeting meets the minimum", () => {
    const priced = valueOf(
      priceTime({ card: startedQuarters, entries: [entryWith({ minutes: factsOf<{ minutes: number }>("S08").minutes })] }),
    );
    expect({ paidMinutes: priced.entries[0]?.paidMinutes, timePence: priced.total }).toEqual(workedCase("S08").expect);
  });

  test("S09: two meetings in one day reach the cap, and the cut is its own line", () => {
    const { date, meetings } = factsOf<{ date: string; meetings: { minutes: number }[] }>("S09");
    const entries = meetings.map(({ minutes }, index) => entryWith({ id: `t${index}`, event: `M${index}`, date: day(date), minutes }));
    const priced = valueOf(priceTime({ card: startedQuarters, entries }));
    expect({ uncappedPence: priced.uncapped, timePence: priced.total, capped: priced.cuts.length === 1 }).toEqual(workedCase("S09").expect);
    expect(priced.cuts[0]?.amount).toBe(-2400);
  });

  test("S28: the card in force on the day of the activity", () => {
    const { meetings, riseFrom } = factsOf<{ meetings: string[]; riseFrom: string }>("S28");
    const versions = [cardWith({ name: "before", version: 1 }), cardWith({ name: "after", version: 2, validFrom: day(riseFrom) })];
    expect(meetings.map((on) => valueOf(cardInForce(versions, day(on))).name)).toEqual(
      expectOf<{ cardVersions: string[] }>("S28").cardVersions,
    );
  });

  test("S31: unwell on the morning, the reading done and the lost fare are paid", () => {
    const facts = factsOf<{ cancelledBy: "participant"; noticeHours: number; nonRefundableFarePence: number; prepDoneMinutes: number }>(
      "S31",
    );
    const preparation = totalOf(startedQuarters, { activity: "preparation", minutes: facts.prepDoneMinutes });
    const paid = valueOf(
      payForCancelled({
        rules: [{ cancelledBy: "participant", noticeUnderMinutes: "any", pays: { kind: "nothing" }, paysPreparationDone: true }],
        cancelledBy: facts.cancelledBy,
        noticeMinutes: facts.noticeHours * 60,
        meetingAmount: pounds(36),
        preparationDone: preparation,
        costsLost: penceOf(facts.nonRefundableFarePence),
      }),
    );
    expect({ timePence: paid.preparation, farePence: paid.costs, payPence: paid.total, meetingPence: paid.meeting }).toEqual(
      workedCase("S31").expect,
    );
  });
});

describe("costs", () => {
  test("S10: a car with a passenger", () => {
    const { milesTenths, passengers } = factsOf<{ milesTenths: number; passengers: number }>("S10");
    const priced = valueOf(priceMileage(hmrcBefore2026, { vehicle: "car", milesTenths, passengers, milesTenthsBefore: 0 }));
    expect({ mileagePence: priced.mileage, passengerPence: priced.passengers, totalPence: priced.total }).toEqual(workedCase("S10").expect);
  });

  test("S11: a cycle", () => {
    const priced = valueOf(
      priceMileage(hmrcBefore2026, { vehicle: "cycle", milesTenths: factsOf<{ milesTenths: number }>("S11").milesTenths, passengers: 0 }),
    );
    expect(priced.mileage).toBe(expectOf<{ mileagePence: number }>("S11").mileagePence);
  });

  test("S12: a journey across the yearly edge", () => {
    const { milesTenths, milesThisYearBefore } = factsOf<{ milesTenths: number; milesThisYearBefore: number }>("S12");
    const priced = valueOf(
      priceMileage(hmrcBefore2026, { vehicle: "car", milesTenths, milesTenthsBefore: milesThisYearBefore * 10, passengers: 0 }),
    );
    expect(priced.mileage).toBe(expectOf<{ mileagePence: number }>("S12").mileagePence);
  });

  test("S13: a rate above what HMRC approves is paid and flagged", () => {
    const nhs = workedPolicy("afc-2026");
    const scheme: MileageScheme = {
      name: "NHS staff rates from 1 January 2026",
      validFrom: day("2026-01-01"),
      source: { title: "Derbyshire Community Health Services, mileage consultation, 21 Jan 2026", checkedOn: day("2026-11-22") },
      yearBegins: "01-01",
      rates: { car: { first: mile(nhs["carPence"]!), then: { afterMiles: nhs["carFirstMiles"]!, rate: mile(nhs["carAfterPence"]!) } } },
    };
    const { milesTenths } = factsOf<{ milesTenths: number }>("S13");
    const expense = expenseWith({ kind: "own-vehicle", vehicle: "car", milesTenths, passengers: [] }, { date: day("2026-02-10") });
    const assessed = assessExpense({
      expense,
      policy: policyWith({ mileage: [scheme] }),
      milesTenthsBefore: 0,
      milesTenthsBeforeInTaxYear: 0,
    });
    const { mileagePence, aboveHmrcApprovedPence, flag } = expectOf<{ mileagePence: number; aboveHmrcApprovedPence: number; flag: string }>(
      "S13",
    );
    expect(assessed.payable).toBe(mileagePence);
    expect(assessed.findings).toEqual([
      { finding: flag === "above-approved-mileage" ? flag : "", approved: 1080, above: aboveHmrcApprovedPence },
    ]);
  });

  test("S14: a lost bus ticket is paid with its reason, and noted", () => {
    const { pence, reason } = factsOf<{ pence: number; reason: string }>("S14");
    const lost = (why: string) =>
      assessExpense({
        expense: expenseWith({ kind: "public-transport" }, { spent: penceOf(pence), receipt: { kind: "lost", reason: why } }),
        policy: generalPolicy,
      });
    expect(lost(reason)).toMatchObject({
      payable: expectOf<{ payPence: number }>("S14").payPence,
      needsAPerson: false,
      findings: [{ finding: "paid-without-receipt" }],
    });
    expect(lost("").needsAPerson).toBe(true);
  });

  test("S15: a claim four months late goes to a person and is not refused", () => {
    const { meetingDate, claimDate } = factsOf<{ meetingDate: string; claimDate: string }>("S15");
    const late = latenessOf({ activityDate: day(meetingDate), sentOn: day(claimDate), claimWithinDays: generalPolicy.claimWithinDays });
    const claim = claimWith({ minutes: [60], activityDate: day(meetingDate), sentOn: day(claimDate) });
    const flags = flagsOf({ claim, others: [], viewer: "ben", claimWithinDays: generalPolicy.claimWithinDays });
    expect(late.daysLate).toBe(30);
    expect(flags.map((flag) => [flag.flag, levelOf(flag)])).toEqual([["late", "a-person-decides"]]);
    expect(findBlocks(claim)).toEqual([]);
  });

  test("S29: a meal under the ceiling is paid as spent, not as the ceiling", () => {
    const { hoursAway, spentPence } = factsOf<{ hoursAway: number; spentPence: number }>("S29");
    const expense = expenseWith({ kind: "food-drink", away: { minutes: hoursAway * 60, past8pm: false } }, { spent: penceOf(spentPence) });
    expect(assessExpense({ expense, policy: policyWith({ meals: hmrcBenchmarkMeals }) }).payable).toBe(
      expectOf<{ payPence: number }>("S29").payPence,
    );
  });

  test("S30: replacement care is paid at cost and is no part of the person's payment", () => {
    const { invoicePence } = factsOf<{ invoicePence: number }>("S30");
    const care = assessExpense({
      expense: expenseWith({ kind: "care", alreadyInCarePackage: "no" }, { spent: penceOf(invoicePence) }),
      policy: policyWith(),
    });
    const settled = settleClaim(claimWith({ costs: [care] }));
    expect([settled.toPay, settled.time]).toEqual([expectOf<{ payPence: number }>("S30").payPence, 0]);
  });
});

function factsFor(claimant: string): Parameters<typeof actOnClaim>[0]["facts"] {
  return {
    claimant,
    barred: [],
    blocks: [],
    budgetCodes: [],
    toPay: pounds(75),
    authorisedThisMonth: penceOf(0),
    isPaymentHeld: false,
    financePeople: 3,
  };
}

describe("controls", () => {
  test("S16: the same person, meeting and kind of payment twice is stopped", () => {
    const first = { ...claimWith({ minutes: [60] }), reference: "FIRST" };
    const second = claimWith({ minutes: [60] });
    expect(repeatsThatBlock(second, findRepeats(second, linesToCompare(first)))).toEqual([
      { block: "claimed-already", line: "t1", claim: "FIRST" },
    ]);
  });

  test("S17: nobody approves their own claim", () => {
    const { claimant, approver } = factsOf<{ claimant: string; approver: string }>("S17");
    const checked = { state: "checked", checked: { by: "U8", on: day("2026-09-15") } } as const;
    const asked = (person: string) =>
      actOnClaim({
        state: checked,
        action: { action: "authorise" },
        actor: { person, may: ["authorise"] },
        today: day("2026-09-15"),
        facts: factsFor(claimant),
      });
    expect(asked(approver)).toEqual({ ok: false, refusal: { reason: "own-claim" } });
    expect(asked("U9").ok).toBe(true);
  });

  test("S18: bank details changed the day before a run are held", () => {
    const { changeRequested, batchDate } = factsOf<{ changeRequested: string; batchDate: string }>("S18");
    const answer = assessPayee({
      on: day(batchDate),
      holidays: december,
      nameCheck: "match",
      nameCheckRequired: true,
      accountOf: "the-person",
      change: { changedOn: day(changeRequested), enteredBy: "ben" },
    });
    expect(answer.payment).toBe("held");
    expect(answer.needs.map((one) => one.need)).toEqual(["contact-on-details-already-held", "second-person-check", "wait-or-call-back"]);
  });

  test("S19: a close match is held until who decided, when and why are recorded", () => {
    const base = {
      on: day("2026-11-24"),
      holidays: december,
      nameCheck: "close-match",
      nameCheckRequired: true,
      accountOf: "the-person",
    } as const;
    expect(assessPayee(base)).toMatchObject({ payment: "held", needs: [{ need: "name-check-decision", check: "close-match" }] });
    expect(
      assessPayee({ ...base, nameCheckDecision: { what: "confirmed-with-person", by: "grace", on: day("2026-11-24"), why: "Rang them" } })
        .payment,
    ).toBe("allowed");
  });

  test("S32: a deputy's account is allowed, and the income stays the person's", () => {
    const answer = assessPayee({
      on: day("2026-11-24"),
      holidays: december,
      nameCheck: "match",
      nameCheckRequired: true,
      accountOf: { holder: "A deputy", authority: { kind: "court-order", seenBy: "U9" } },
    });
    expect([answer.payment, answer.incomeBelongsTo]).toEqual(["allowed", "the-person"]);
  });
});

describe("choices", () => {
  test("S22: the whole payment declined, and costs still met", () => {
    const { offeredPence, expensesPence } = factsOf<{ offeredPence: number; expensesPence: number }>("S22");
    const choice = valueOf(makeChoice(penceOf(offeredPence), { kind: "costs-only" }));
    const settled = settleClaim(claimWith({ minutes: [180], costs: [fare("train", penceOf(expensesPence))], choice }));
    expect([settled.time, settled.toPay, settled.declined]).toEqual([0, expectOf<{ payPence: number }>("S22").payPence, offeredPence]);
    expect(payableFor(choice, penceOf(offeredPence)).paysCosts).toBe(true);
  });

  test("S23: in paid work time only the fare is paid", () => {
    const { travelPence } = factsOf<{ travelPence: number }>("S23");
    const settled = settleClaim(
      claimWith({ minutes: [120], costs: [fare("bus", penceOf(travelPence))], paidByEmployerForThisTime: "yes" }),
    );
    expect({ timePence: settled.time, payPence: settled.toPay }).toEqual(workedCase("S23").expect);
  });
});

describe("years, payroll and vouchers", () => {
  test("S24: the statement year goes by the day of payment", () => {
    const { activityDate, paymentDate } = factsOf<{ activityDate: string; paymentDate: string }>("S24");
    expect(expectOf<{ statementYear: string }>("S24").statementYear).toBe(
      `${taxYearOf(day(paymentDate))}-${String(taxYearOf(day(paymentDate)) + 1).slice(2)}`,
    );
    expect(taxYearOf(day(activityDate))).toBe(2025);
  });

  test("S26: £150 through a weekly payroll", () => {
    const cost = valueOf(
      nationalInsuranceOn({ gross: penceOf(factsOf<{ grossPence: number }>("S26").grossPence), period: "week", paidOn: day("2026-11-20") }),
    );
    const { employeeNiPence, employerNiPence, reachesLel } = expectOf<{
      employeeNiPence: number;
      employerNiPence: number;
      reachesLel: boolean;
    }>("S26");
    expect([cost.employee, cost.employer, cost.reachesLowerEarningsLimit]).toEqual([employeeNiPence, employerNiPence, reachesLel]);
  });

  test("S27: a voucher over one university's edge takes the further steps", () => {
    expect(voucherNeeds(universityOfBathVouchers, penceOf(factsOf<{ voucherPence: number }>("S27").voucherPence))).toEqual([
      "signed-receipt",
      "name-and-address",
      "national-insurance-number",
      "payroll-approval-first",
    ]);
  });
});

describe("bank files", () => {
  test("S20: a roll number goes in the reference field", () => {
    const { rollNumber, reference } = factsOf<{ rollNumber: string; reference: string }>("S20");
    const file = bacsFile();
    const made = valueOf(layOutBacsFile({ ...file, credits: [{ ...file.credits[0]!, reference, rollNumber }] }));
    expect(made.records[4]?.slice(64, 82)).toBe(expectOf<{ bacsPositions65to82: string }>("S20").bacsPositions65to82);
  });

  test("S21: a name with an accent and an apostrophe", () => {
    expect(bacsText(factsOf<{ name: string }>("S21").name, 18)).toBe(expectOf<{ bacsName: string }>("S21").bacsName);
  });

  test("S25: three working days in an ordinary week", () => {
    const days = valueOf(bacsDays(day(factsOf<{ submittedAt: string }>("S25").submittedAt.slice(0, 10)), december));
    expect({ processingDay: days.processing, entryDay: days.entry }).toEqual(workedCase("S25").expect);
  });

  test("the whole sample file comes out byte for byte", () => {
    const made = valueOf(layOutBacsFile(bacsFile()));
    const sample = paymentExamples.bacsStandard18[0]!.expect;
    expect(made.records).toEqual(sample.records);
    expect(made.total).toBe(sample.totalPence);
  });

  test("the published account numbers are read, and without a table are not checked", () => {
    for (const one of [...paymentExamples.modulus.cases, ...paymentExamples.modulus.notCheckable]) {
      const account = { sortCode: valueOf(readSortCode(one.sortCode)), accountNumber: valueOf(readAccountNumber(one.accountNumber)) };
      expect(checkModulus(null, account)).toEqual({ answer: "not-checked", why: "no-table" });
    }
  });

  test("numbers of ten and six digits become eight by their bank's custom", () => {
    const sortCode = valueOf(readSortCode("601111"));
    expect(
      valueOf(standardAccountOf({ sortCode, accountNumber: valueOf(readAccountNumber("01-23456789")) }, "last-eight")).accountNumber,
    ).toBe("23456789");
    expect(valueOf(standardAccountOf({ sortCode, accountNumber: valueOf(readAccountNumber("123456")) })).accountNumber).toBe("00123456");
  });
});

function bacsFile(): BacsFile {
  type Credit = BacsFile["credits"][number];
  const facts = paymentExamples.bacsStandard18[0]!.facts as Omit<BacsFile, "credits"> & {
    readonly credits: readonly (Omit<Credit, "amount"> & { readonly pence: number })[];
  };
  return { ...facts, credits: facts.credits.map(({ pence, ...credit }) => ({ ...credit, amount: penceOf(pence) })) };
}

test("every worked case is tried", () => {
  const tried =
    readFileSync(new URL(import.meta.url), "utf8")
      .match(/test\("S\d\d/gu)
      ?.map((found) => found.slice(6)) ?? [];
  expect(tried.toSorted()).toEqual(paymentExamples.cases.map((one) => one.id).toSorted());
});

const shared = new URL("../../../../../shared/domain/payment-examples.json", import.meta.url);
test.skipIf(!existsSync(shared))("the copied cases are the ones that were written", () => {
  expect(JSON.parse(readFileSync(shared, "utf8"))).toEqual(paymentExamples);
});
