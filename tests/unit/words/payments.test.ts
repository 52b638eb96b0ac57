import { describe, expect, test } from "vitest";
import { penceOf } from "#app/domain/basics/money.ts";
import { choiceKinds, type Choice } from "#app/domain/payments/choice.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { claimStates } from "#app/domain/payments/claim-states.ts";
import { readAccountNumber } from "#app/domain/payments/bank-details.ts";
import { priceMileage } from "#app/domain/payments/mileage.ts";
import { priceTime } from "#app/domain/payments/price-time.ts";
import { checkRateCard } from "#app/domain/payments/rate-card.ts";
import {
  accountEnding,
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
  valueOf,
} from "#tests/unit/domain/payments/builders.ts";

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
