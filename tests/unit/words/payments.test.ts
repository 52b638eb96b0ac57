import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import type { ClaimFlag } from "#app/domain/payments/claim-flags.ts";
import type { ClaimBlock } from "#app/domain/payments/claim.ts";
import type { ExpenseFinding } from "#app/domain/payments/expenses.ts";
import type { PayeeNeed } from "#app/domain/payments/payee.ts";
import type { PriceProblem } from "#app/domain/payments/price-time.ts";
import { choiceKinds, type Choice } from "#app/domain/payments/choice.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { claimStates, type ClaimRefusal } from "#app/domain/payments/claim-states.ts";
import { readAccountNumber } from "#app/domain/payments/bank-details.ts";
import { priceMileage, type MileageRefusal } from "#app/domain/payments/mileage.ts";
import { priceTime } from "#app/domain/payments/price-time.ts";
import { checkRateCard, type RateCardProblem } from "#app/domain/payments/rate-card.ts";
import {
  accountEnding,
  accountNumberRefusalSentence,
  mileageRefusalSentence,
  milesRefusalSentence,
  payeeNeedSentence,
  priceProblemSentence,
  rollNumberRefusalSentence,
  sortCodeRefusalSentence,
  advanceSentence,
  bandInWords,
  charityNote,
  choiceLabels,
  choiceRefusalSentence,
  choiceSentence,
  claimBlockSentence,
  claimFlagSentence,
  claimRefusalSentence,
  claimStateNames,
  expenseFindingSentence,
  mileageSentence,
  milesInWords,
  modulusSentence,
  offerRefusalSentence,
  paidWithinWords,
  rateCardProblemSentence,
  rateInWords,
  takenOffSentence,
  workingSentences,
} from "#app/words/payments.ts";
import {
  bandFrom,
  bandUpTo,
  cardWith,
  claimWith,
  day,
  entryWith,
  fare,
  hmrcBefore2026,
  hourly,
  lineWith,
  pounds,
} from "#tests/unit/domain/payments/builders.ts";
import { valueOf } from "#tests/support/results.ts";

const workingOf = (minutes: number, line = lineWith({})) =>
  workingSentences(valueOf(priceTime({ card: cardWith({ lines: [line] }), entries: [entryWith({ minutes })] })).entries[0]!);

describe("the working of an amount", () => {
  test("plain time at a rate is one sentence", () => {
    expect(workingOf(150)).toEqual(["2 hours 30 minutes at £25 an hour: £62.50"]);
  });

  test("rounding is said when there was any", () => {
    expect(workingOf(35, lineWith({ basis: { kind: "per-minute", hourly: hourly(1650) } }))).toEqual([
      "35 minutes at £16.50 an hour: £9.63, to the nearest penny with half a penny up",
    ]);
  });

  test("started units and a minimum are each a step", () => {
    const line = lineWith({ basis: { kind: "started-unit", unitMinutes: 15, hourly: hourly(1800) }, minimumMinutes: 60 });
    expect(workingOf(100, line)).toEqual([
      "1 hour 40 minutes counted in started 15 minutes: 1 hour 45 minutes",
      "1 hour 45 minutes at £18 an hour: £31.50",
    ]);
    expect(workingOf(35, line)).toEqual([
      "35 minutes counted in started 15 minutes: 45 minutes",
      "Shorter than the minimum, so paid as 1 hour",
      "1 hour at £18 an hour: £18",
    ]);
    expect(workingOf(0, line)).toEqual(["No time: £0"]);
  });

  test("a band says its edges, so that exactly four hours is no surprise", () => {
    const line = lineWith({ basis: { kind: "band", bands: [bandUpTo(240, true, pounds(75)), bandFrom(240, false, pounds(150))] } });
    expect(workingOf(240, line)).toEqual(["4 hours, paid as up to and including 4 hours: £75"]);
    expect(rateInWords(line)).toBe("£75 for up to and including 4 hours; £150 for over 4 hours");
    expect(bandInWords(bandUpTo(240, false, pounds(75)))).toBe("under 4 hours");
    expect(bandInWords(bandFrom(240, true, pounds(75)))).toBe("4 hours or longer");
    expect(bandInWords(bandFrom(0, false, pounds(75)))).toBe("any length");
    expect(bandInWords({ from: { minutes: 60, inclusive: false }, to: { minutes: 240, inclusive: true }, amount: pounds(1) })).toBe(
      "over 1 hour and up to and including 4 hours",
    );
  });

  test("miles say the rate for each part of the year", () => {
    const priced = valueOf(priceMileage(hmrcBefore2026, { vehicle: "car", milesTenths: 240, milesTenthsBefore: 99_900, passengers: 1 }));
    expect(priced.working.map(mileageSentence)).toEqual([
      "10 miles at 45p a mile: £4.50",
      "14 miles at 25p a mile: £3.50, the rate for more miles in one year",
      "1 passenger for 24 miles at 5p a mile each: £1.20",
    ]);
    expect([milesInWords(10), milesInWords(374), milesInWords(0)]).toEqual(["1 mile", "37.4 miles", "0 miles"]);
  });

  test("what is taken off says why, and a claimed line has nothing to explain", () => {
    const card = cardWith({ lines: [lineWith({ dayCap: pounds(100) })] });
    const claim = claimWith({
      minutes: [300],
      card,
      costs: [fare("bus", pounds(5))],
      choice: { kind: "less", amount: pounds(40) },
      advances: [{ id: "a", amount: pounds(5), paidOn: day("2026-09-01"), covers: "any-cost" }],
    });
    expect(settleClaim(claim).lines.map(takenOffSentence)).toEqual([
      undefined,
      "The most for one day is £100. Thursday 10 September 2026 came to £125.",
      "You chose less",
      undefined,
      "Paid before the meeting, on Tuesday 1 September 2026",
    ]);
    expect(advanceSentence({ advanced: pounds(20), spent: pounds(8), due: pounds(0), left: pounds(12) })).toBe(
      "You had £20 before the meeting. You spent £8. You have £12 left.",
    );
    expect(advanceSentence({ advanced: pounds(5), spent: pounds(8), due: pounds(3), left: pounds(0) })).toBe(
      "You had £5 before the meeting. You spent £8. We owe you £3.",
    );
  });
});

describe("choices", () => {
  const charity = { name: "Riverside Food Bank" };
  const choices: readonly Choice[] = [
    { kind: "full" },
    { kind: "less", amount: pounds(40) },
    { kind: "charity", charity },
    { kind: "split", forPerson: pounds(40), forCharity: pounds(35), charity },
    { kind: "costs-only" },
    { kind: "nothing" },
  ];

  test("no choice is worded as a payment sent somewhere else", () => {
    const labels = choiceLabels(pounds(75));
    const said = [...choiceKinds.map((kind) => labels[kind]), ...choices.map((choice) => choiceSentence(choice, pounds(75))), charityNote];
    expect(said.join(" ")).not.toMatch(/redirect|instead of you|give all|avoid|limit/iu);
    expect(labels.charity).toContain("donation of your own");
    expect(charityNote).toContain("our own donation");
  });

  test("messages have the amounts people typed", () => {
    expect(choiceRefusalSentence({ reason: "not-less", offered: pounds(75) })).toBe("Amount must be less than £75");
    expect(choiceRefusalSentence({ reason: "adds-up-to-more", total: penceOf(7501), offered: pounds(75) })).toBe(
      "The two amounts add up to £75.01. They must be £75 or less.",
    );
    expect(choiceRefusalSentence({ reason: "charity-missing" })).toBe("Enter the charity's name");
  });
});

describe("finance", () => {
  test("every state has the word of the one list", () => {
    expect(claimStates.map((state) => claimStateNames[state])).toEqual(["Sent", "Checked", "Agreed", "Paid", "On hold", "Sent back"]);
  });

  test("a refusal says who to ask when there is somebody", () => {
    expect(claimRefusalSentence({ reason: "you-checked-it" }, ["Grace", "Ola"])).toBe(
      "You checked this claim, so someone else must authorise it. Ask: Grace, Ola.",
    );
    expect(claimRefusalSentence({ reason: "you-checked-it" })).toBe("You checked this claim, so someone else must authorise it.");
    expect(claimRefusalSentence({ reason: "over-your-limit", limit: pounds(500), wouldBe: pounds(600) }, ["Grace"])).toBe(
      "This is over your limit of £500. Send it to Grace.",
    );
    expect(claimRefusalSentence({ reason: "not-your-budget", codes: ["PPI-204", "PPI-310"] }, ["Grace"])).toBe(
      "You do not authorise payments from PPI-204 and PPI-310. Ask: Grace.",
    );
    expect(claimRefusalSentence({ reason: "not-in-your-time", until: day("2026-08-31") })).toBe(
      "You authorised payments until Monday 31 August 2026.",
    );
    expect(claimRefusalSentence({ reason: "not-in-your-time", from: day("2026-09-01"), until: day("2026-09-02") })).toBe(
      "You authorise payments from Tuesday 1 September 2026 to Wednesday 2 September 2026 only.",
    );
    expect(
      claimRefusalSentence({
        reason: "blocked",
        blocks: [{ block: "budget-code-missing" }, { block: "line-undecided", line: "e1", amount: pounds(3) }],
      }),
    ).toBe("Enter a budget code. Decide about the £3 that policy does not cover.");
  });

  test("a flag says what was seen and leaves the deciding to a person", () => {
    expect(claimFlagSentence({ flag: "late", daysLate: 1, lastDay: day("2026-06-02") })).toBe(
      "Sent 1 day after the last day, Tuesday 2 June 2026. Late is not a reason to refuse. Decide.",
    );
    expect(claimBlockSentence({ block: "below-nothing", toPay: penceOf(-500) })).toBe(
      "This claim comes to −£5. Decide how to put that right before it is passed",
    );
    expect(expenseFindingSentence({ finding: "over-ceiling", ceiling: pounds(5), by: penceOf(70) })).toBe(
      "This is £0.70 over the usual £5. Decide whether to pay it all",
    );
  });

  test("an account shows its last two digits and nothing more", () => {
    expect(accountEnding(valueOf(readAccountNumber("66374958")))).toBe("Ends 58");
  });

  test("a check of numbers never says an account is right", () => {
    expect(modulusSentence({ answer: "not-checked", why: "no-table" })).toBe("Not checked. We have no table to check the numbers with.");
    expect(modulusSentence({ answer: "passes", table: "8.50" })).toContain("does not show whose account it is");
    expect(modulusSentence({ answer: "passes", table: "8.50", unchecked: "foreign-currency-account" })).toContain("cannot be checked");
    expect(modulusSentence({ answer: "not-checkable", why: "sort-code-not-in-table", table: "8.50" })).toContain(
      "does not mean they are wrong",
    );
  });

  test("a rate card's gap is named in hours and minutes", () => {
    const [gap] = checkRateCard(
      cardWith({
        lines: [lineWith({ basis: { kind: "band", bands: [bandUpTo(240, false, pounds(75)), bandFrom(240, false, pounds(150))] } })],
      }),
    );
    expect(gap === undefined ? "" : rateCardProblemSentence(gap)).toBe("No band of rate hour covers 4 hours");
    expect(offerRefusalSentence({ reason: "card-not-in-force", entry: "t1", date: day("2026-09-10") })).toBe(
      "This rate is not in force on Thursday 10 September 2026. Choose a rate that is",
    );
    expect(paidWithinWords({ kind: "working-days", days: 10 })).toBe("within 10 working days");
  });
});

describe("every reason has its sentence", () => {
  // A table for each union, so that a reason added later does not compile until it has a sample here.
  type Table<Union, Key extends keyof Union> = { readonly [Kind in Union[Key] & string]: Extract<Union, Readonly<Record<Key, Kind>>> };
  const at = {
    claim: "CLAIM000",
    line: "t1",
    person: "amina",
    event: "M1",
    date: day("2026-09-10"),
    amount: pounds(1),
    what: { kind: "time", activity: "meeting" },
  } as const;
  const on = day("2026-09-10");

  const blocks: Table<ClaimBlock, "block"> = {
    "choice-missing": { block: "choice-missing" },
    "budget-code-missing": { block: "budget-code-missing" },
    "line-undecided": { block: "line-undecided", line: "e1", amount: pounds(3) },
    "left-over-undecided": { block: "left-over-undecided", advance: "a1", amount: pounds(3) },
    "below-nothing": { block: "below-nothing", toPay: penceOf(-5) },
    "repeat-undecided": { block: "repeat-undecided", line: "e1", subject: "same-receipt C/e1 D/e2" },
    "split-too-large": { block: "split-too-large", by: penceOf(250) },
    "claimed-already": { block: "claimed-already", line: "t1", claim: "CLAIM000" },
  };
  const refusals: Table<ClaimRefusal, "reason"> = {
    "not-now": { reason: "not-now", state: "paid" },
    "not-your-duty": { reason: "not-your-duty", duty: "authorise" },
    "own-claim": { reason: "own-claim" },
    barred: { reason: "barred", because: "relative" },
    "you-entered-it": { reason: "you-entered-it" },
    "you-checked-it": { reason: "you-checked-it" },
    "you-authorised-it": { reason: "you-authorised-it" },
    "further-person-needed": { reason: "further-person-needed" },
    "not-your-budget": { reason: "not-your-budget", codes: ["PPI-204", "PPI-310"] },
    "not-in-your-time": { reason: "not-in-your-time", from: day("2026-09-01"), until: day("2026-12-31") },
    "over-your-limit": { reason: "over-your-limit", limit: pounds(500), wouldBe: pounds(501) },
    blocked: { reason: "blocked", blocks: [blocks["choice-missing"]] },
    "why-missing": { reason: "why-missing" },
    "payment-held": { reason: "payment-held" },
    "not-released": { reason: "not-released" },
    "nothing-to-pay": { reason: "nothing-to-pay" },
    "not-the-claimant": { reason: "not-the-claimant" },
  };
  const findings: Table<ExpenseFinding, "finding"> = {
    "paid-by-organisation": { finding: "paid-by-organisation" },
    "paid-by-employer": { finding: "paid-by-employer" },
    "not-covered": { finding: "not-covered" },
    "not-agreed-first": { finding: "not-agreed-first" },
    "paid-without-receipt": { finding: "paid-without-receipt", limit: pounds(10) },
    "no-receipt": { finding: "no-receipt", limit: pounds(10), why: "over-limit" },
    "receipt-to-come": { finding: "receipt-to-come" },
    "over-ceiling": { finding: "over-ceiling", ceiling: pounds(5), by: pounds(1) },
    "time-away-not-given": { finding: "time-away-not-given" },
    "away-too-short-for-the-scale": { finding: "away-too-short-for-the-scale" },
    "in-care-package": { finding: "in-care-package" },
    "care-package-not-said": { finding: "care-package-not-said" },
    "amount-missing": { finding: "amount-missing" },
    "mileage-not-priced": { finding: "mileage-not-priced", why: "no-rate-for-vehicle" },
    "above-approved-mileage": { finding: "above-approved-mileage", approved: pounds(9), above: pounds(1) },
    "approved-mileage-not-known": { finding: "approved-mileage-not-known" },
  };
  const flags: Table<ClaimFlag, "flag"> = {
    "own-claim": { flag: "own-claim" },
    "claimed-already": { flag: "claimed-already", line: "t1", other: at },
    "looks-alike": { flag: "looks-alike", line: "t1", other: at, why: "same-journey" },
    "at-the-same-time": { flag: "at-the-same-time", line: "t1", other: at },
    late: { flag: "late", daysLate: 3, lastDay: on },
    expense: { flag: "expense", line: "e1", finding: findings["not-covered"] },
    "budget-code-missing": { flag: "budget-code-missing" },
    "budget-code-form": { flag: "budget-code-form", pattern: "2 letters and 4 numbers" },
    "called-off": { flag: "called-off", hasRule: false },
    "booked-already": { flag: "booked-already", line: "e1" },
    "under-wage-floor": { flag: "under-wage-floor", line: "t1", floor: pounds(12) },
    "choice-missing": { flag: "choice-missing" },
    "employer-not-said": { flag: "employer-not-said" },
    "advance-left-over": { flag: "advance-left-over", advance: "a1", amount: pounds(3) },
    "without-receipt-before": { flag: "without-receipt-before", costs: 3, from: day("2025-12-01") },
    "account-shared": { flag: "account-shared", others: 2 },
    "just-under-limit": { flag: "just-under-limit", limit: pounds(500), claims: 3, total: pounds(600) },
  };
  const needs: Table<PayeeNeed, "need"> = {
    "contact-on-details-already-held": { need: "contact-on-details-already-held" },
    "second-person-check": { need: "second-person-check" },
    "wait-or-call-back": { need: "wait-or-call-back", until: on },
    "name-check": { need: "name-check" },
    "name-check-decision": { need: "name-check-decision", check: "close-match" },
    authority: { need: "authority" },
    "authority-seen": { need: "authority-seen" },
    "authority-out-of-date": { need: "authority-out-of-date" },
    "advice-on-appointee": { need: "advice-on-appointee" },
  };
  const prices: Table<PriceProblem, "problem"> = {
    "no-line": { problem: "no-line", entry: "t1" },
    "more-than-one-line": { problem: "more-than-one-line", entry: "t1", lines: ["a", "b"] },
    "minutes-missing": { problem: "minutes-missing", entry: "t1" },
    "not-whole-minutes": { problem: "not-whole-minutes", entry: "t1" },
    "items-missing": { problem: "items-missing", entry: "t1" },
    "not-whole-items": { problem: "not-whole-items", entry: "t1" },
    "no-band": { problem: "no-band", entry: "t1" },
    "included-already": { problem: "included-already", entry: "t1", inEntry: "t2", line: "hour" },
  };
  const cards: Table<RateCardProblem, "problem"> = {
    "no-name": { problem: "no-name" },
    "no-lines": { problem: "no-lines" },
    "ends-before-it-starts": { problem: "ends-before-it-starts" },
    "code-used-twice": { problem: "code-used-twice", line: "hour" },
    "no-label": { problem: "no-label", line: "hour" },
    "nothing-chosen": { problem: "nothing-chosen", line: "hour", field: "roles" },
    "not-an-amount": { problem: "not-an-amount", line: "hour" },
    "not-whole-minutes": { problem: "not-whole-minutes", line: "hour" },
    "minimum-not-whole-units": { problem: "minimum-not-whole-units", line: "hour", unitMinutes: 15, minimumMinutes: 50 },
    "minimum-without-time": { problem: "minimum-without-time", line: "hour" },
    "band-empty": { problem: "band-empty", line: "hour", band: 0 },
    "bands-gap": { problem: "bands-gap", line: "hour", fromMinute: 61, toMinute: "no-end" },
    "bands-overlap": { problem: "bands-overlap", line: "hour", fromMinute: 60, toMinute: 90 },
    "lines-clash": { problem: "lines-clash", line: "hour", other: "chair" },
    "cancellation-rule-twice": { problem: "cancellation-rule-twice", cancelledBy: "organiser" },
    "cancellation-not-a-share": { problem: "cancellation-not-a-share", cancelledBy: "organiser" },
  };
  const mileage: Readonly<Record<MileageRefusal, MileageRefusal>> = {
    "no-scheme-yet": "no-scheme-yet",
    "no-rate-for-vehicle": "no-rate-for-vehicle",
    "no-rate-for-passengers": "no-rate-for-passengers",
    "miles-before-not-known": "miles-before-not-known",
    "not-tenths-of-miles": "not-tenths-of-miles",
    "not-whole-passengers": "not-whole-passengers",
  };

  const said: readonly (readonly [string, readonly string[]])[] = [
    ["blocks", Object.values(blocks).map(claimBlockSentence)],
    ["refusals", Object.values(refusals).map((refusal) => claimRefusalSentence(refusal))],
    ["findings", Object.values(findings).map(expenseFindingSentence)],
    ["flags", Object.values(flags).map(claimFlagSentence)],
    ["needs of a payee", Object.values(needs).map(payeeNeedSentence)],
    ["prices", Object.values(prices).map(priceProblemSentence)],
    ["rate cards", Object.values(cards).map(rateCardProblemSentence)],
    ["miles", Object.values(mileage).map(mileageRefusalSentence)],
    ["miles typed", (["missing", "not-a-number", "smaller-than-a-tenth", "too-far"] as const).map(milesRefusalSentence)],
    ["sort codes", (["missing", "not-six-digits"] as const).map(sortCodeRefusalSentence)],
    ["account numbers", (["missing", "not-digits", "not-six-to-ten-digits"] as const).map(accountNumberRefusalSentence)],
    ["roll numbers", (["missing", "too-long", "other-characters"] as const).map(rollNumberRefusalSentence)],
  ];

  test.each(said)("%s: plain, whole and without blame", (_subject, sentences) => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z£0-9]/u);
      expect(sentence).not.toMatch(/undefined|\bNaN\b|\[object|invalid|required|must not|please|error|failed|forgot|!/iu);
      expect(sentence.split(" ").length).toBeLessThanOrEqual(24);
    }
  });

  test("nothing said to finance about a claim names a benefit or an access requirement", () => {
    const all = said.flatMap(([, sentences]) => sentences).join(" ");
    expect(all).not.toMatch(/benefit|universal credit|allowance|wheelchair|disab|access requirement/iu);
  });
});
