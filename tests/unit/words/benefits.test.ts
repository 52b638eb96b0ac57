import { describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer, largestAmountThatFits } from "#app/domain/benefits/assess.ts";
import type { Situation } from "#app/domain/benefits/offer.ts";
import { sayFigure, sayingSum } from "#app/words/benefits/sums.ts";
import {
  choicesSaid,
  choosingLessSaid,
  fitsSaid,
  journalWords,
  reasonsSaid,
  resultBody,
  resultHeading,
  saySource,
  sourcesBehind,
  thingsToDo,
  whatDoesNotChange,
} from "#app/words/benefits.ts";
import { costOf, esaKnown, offerOf, situationOf, ucKnown } from "#tests/support/benefit-builders.ts";

const fee = (pounds: number) => offerOf([{ pounds, on: "2026-06-12" }], { expenses: [costOf("travel-to-venue", 6.4)] });
const assess = (pounds: number, circumstances: Situation["circumstances"]) => assessOffer(fee(pounds), situationOf(circumstances));
const texts = (said: readonly { readonly text: string }[]) => said.map((sentence) => sentence.text);
const heading = (pounds: number, circumstances: Situation["circumstances"]) =>
  resultHeading(assess(pounds, circumstances), penceOf(pounds * 100));

describe("the result page", () => {
  test("has one heading for each of the four results", () => {
    expect(heading(75, { pip: {} })).toBe("From what you told us, this payment should not change a benefit.");
    expect(heading(75, { "carers-allowance": {} })).toBe("From what you told us, £75 fits inside the limits we know about.");
    expect(heading(250, { "carers-allowance": {}, "new-style-esa": esaKnown, pip: {} })).toBe(
      "This payment could change your New Style ESA and Carer's Allowance.",
    );
    expect(heading(75, { "state-pension": {} })).toBe("We cannot tell. Please talk to an adviser before you decide.");
  });

  test("with no benefits named the body says so; with benefits named it does not", () => {
    expect(texts(resultBody(assessOffer(fee(75), { benefits: "none", circumstances: {} })))).toEqual([
      "You said you do not get benefits. If you pay tax or work for us already, see 'Tax and payroll'.",
    ]);
    expect(texts(resultBody(assess(75, { pip: {} })))).toEqual(["The amount of the benefits you named does not depend on this payment."]);
  });

  test("names each limit with what is left", () => {
    expect(texts(resultBody(assess(75, { "universal-credit": ucKnown, "carers-allowance": {} })))).toEqual([
      "Universal Credit: the limit is £427 a Universal Credit month. This payment and what you told us add up to £75. That leaves £352.",
      "Carer's Allowance: the limit is £204 a week. This payment and what you told us add up to £75. That leaves £129.",
    ]);
  });

  test("says what is not known when it cannot tell, and beside a broken limit too", () => {
    const { periodDay: _day, ...untold } = ucKnown;
    expect(texts(resultBody(assess(75, { "universal-credit": untold })))).toEqual([
      "We do not know: the day your Universal Credit month starts.",
    ]);
    expect(texts(resultBody(assess(250, { "carers-allowance": {}, "universal-credit": untold })))[0]).toBe(
      "We cannot tell. Please talk to an adviser before you decide.",
    );
  });
});

describe("what each benefit's answer says", () => {
  const first = (pounds: number, circumstances: Situation["circumstances"]) =>
    texts(reasonsSaid(assess(pounds, circumstances).findings[0]!))[0];

  test("fills the ready sentences with the finding's own numbers", () => {
    expect(first(75, { "universal-credit": ucKnown })).toBe(
      "This payment fits inside the amount you can earn before Universal Credit changes. You would have £352 left for the period 10 June 2026 to 9 July 2026.",
    );
    expect(first(75, { "universal-credit": { ...ucKnown, limitedCapability: "no" } })).toBe(
      "Universal Credit would be about £41.25 lower for the period 10 June 2026 to 9 July 2026. You would keep about £33.75 of the £75. You do not have an amount you can earn first, so 55p of each pound comes off Universal Credit.",
    );
    expect(first(75, { "new-style-esa": esaKnown })).toBe("This keeps you within £203.50 and under 16 hours in that week.");
    expect(first(75, { "new-style-esa": { formSent: "no" } })).toBe(
      "Please do not start until the PW1 form has been sent. We can help you fill it in and give you a letter.",
    );
    expect(first(75, { "carers-allowance": {} })).toBe("With this payment you would have earned £75 in that week. The limit is £204.");
    expect(first(250, { "carers-allowance": {} })).toBe(
      "This would take you over the limit for that week, and you could lose the whole week's payment of £86.45.",
    );
    expect(first(75, { "new-style-jsa": {} })).toBe(
      "You can keep the first £5 of your earnings each week. The rest, £70, would come off your JSA.",
    );
    expect(first(75, { "pension-credit": { part: "guarantee" } })).toBe(
      "Pension Credit could go down by up to £70 a week. Tell the Pension Service.",
    );
  });

  test("says what does not change: costs, and benefits that do not depend on money", () => {
    expect(texts(whatDoesNotChange(assess(75, { "universal-credit": ucKnown, pip: {} })))).toEqual([
      "Paying back what taking part costs you does not count as income for your benefits. Keep your receipts.",
      "PIP: The money does not change this benefit. Keep a note of the support you needed to take part.",
    ]);
  });

  test("puts advice last among the things to do", () => {
    expect(texts(thingsToDo(assess(250, { "carers-allowance": {}, "universal-credit": ucKnown }))).at(-1)).toBe(
      "Talk to a free, independent adviser before you decide.",
    );
  });
});

describe("choices", () => {
  test("come in the order of the rules, and say where the law is not clear", () => {
    const carer = texts(choicesSaid(assess(250, { "carers-allowance": {} })));
    expect(carer[0]).toBe(
      "You can choose a smaller fee. Please tell us before the meeting. We will write down that it was your choice. For this benefit it is not certain how the office treats that. Ask an adviser first.",
    );
    expect(carer).toHaveLength(6);
    expect(texts(choicesSaid(assess(500, { "universal-credit": ucKnown })))[0]).not.toMatch(/not certain/u);
  });

  test("the protection of choosing less is said only where every benefit in play has it", () => {
    expect(choosingLessSaid(assess(500, { "universal-credit": ucKnown }))).toHaveLength(1);
    expect(choosingLessSaid(assess(500, { "universal-credit": ucKnown, "carers-allowance": {} }))).toEqual([]);
    expect(choosingLessSaid(assess(75, { "universal-credit": ucKnown }))).toEqual([]);
  });

  test("an amount is named only when one can be said to fit", () => {
    const said = (circumstances: Situation["circumstances"]) =>
      texts(
        fitsSaid(
          largestAmountThatFits(fee(500), situationOf(circumstances), "fee-1").overall,
          assessOffer(fee(500), situationOf(circumstances)),
        ),
      );
    expect(said({ "carers-allowance": {} })).toEqual(["A payment of £204 or less fits the limits we know about."]);
    expect(said({ "carers-allowance": {}, "state-pension": {} })).toEqual([]);
    expect(said({ "universal-credit": { ...ucKnown, limitedCapability: "no", childOnClaim: "no" } })).toEqual([
      "Any payment for your time could change a benefit you named.",
    ]);
  });
});

describe("papers to use", () => {
  test("the journal words name the fee, the day and that costs are separate", () => {
    const words = journalWords({
      activity: "the Harbour Trust board",
      organisation: "Harbour Trust",
      role: "someone who uses services",
      days: [calendarDateOf("2026-06-02")],
      minutes: 150,
      payments: [{ pence: penceOf(75_00), on: calendarDateOf("2026-06-12") }],
      hasCosts: true,
    });
    expect(words).toContain("I have been asked to take part in the Harbour Trust board as someone who uses services.");
    expect(words).toContain("on Tuesday 2 June 2026");
    expect(words).toContain("It takes 2 hours 30 minutes in all.");
    expect(words).toContain("I will be paid a fee of £75 on 12 June 2026.");
    expect(words).toContain("My expenses are paid back separately.");
  });

  test("the working and the figures read as on paper", () => {
    const [finding] = assess(75, { "carers-allowance": {} }).findings;
    expect(sayingSum(finding!.sums[0]!)).toMatchObject({
      heading: expect.stringMatching(/^By the day of the meeting: \d+ June 2026 to \d+ June 2026$/u) as unknown,
      rows: [
        { label: "This payment", amount: "£75.00" },
        { label: "Total pay counted", amount: "£75.00" },
        { label: "The limit", amount: "£204.00" },
        { label: "What is left", amount: "£129.00" },
      ],
    });
    expect(finding!.figures.map(sayFigure)).toEqual(["£204 a week, from 6 April 2026"]);
  });

  test("sources are listed once each, with the day they were checked", () => {
    const listed = sourcesBehind(assess(75, { "carers-allowance": {}, "new-style-esa": esaKnown })).map(saySource);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toContain("gov.uk, Carer's Allowance eligibility (read June 2026) (checked on 22 November 2026)");
  });
});
