// Every sentence of the private benefits journey is there twice: in the standard words, and in Easy Read by the rules of
// experience.md 5.9. The types ask for both; these tests ask that the easy ones are easy, and say the same thing.
import { describe, expect, test } from "vitest";
import { calendarDateOf, nations } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { answersTo, benefitsAskedIn, checkSteps, moreBenefitsAskedIn } from "#app/domain/benefits/check-answers.ts";
import type { Finding } from "#app/domain/benefits/benefit.ts";
import { exampleOffer } from "#app/domain/benefits/example-offer.ts";
import { actionIds, factIds, optionsInOrder, reasonIds } from "#app/domain/benefits/reasons.ts";
import { checkPageWords, easyFormSteps } from "#app/words/benefits/check-page.ts";
import { easyOptionNotCertain, easyOutcomes } from "#app/words/benefits/easy.ts";
import { anotherNotHere, questionWords, whichLabel } from "#app/words/benefits/questions.ts";
import { sayAction, sayMissing, sayOption, sayReason } from "#app/words/benefits/reasons.ts";
import {
  afterTheMeetingNotes,
  charityNotes,
  choiceLabelsIn,
  choiceSaid,
  methodHints,
  methodNames,
  payWords,
} from "#app/words/pay-pages.ts";
import { yearWords } from "#app/words/benefits/year.ts";
import { readingAgeOf } from "#app/words/reading-age.ts";

const about = {
  organisation: "Harbour Trust",
  period: { from: calendarDateOf("2027-01-05"), to: calendarDateOf("2027-02-04") },
  cut: penceOf(22_50),
  offered: penceOf(75_00),
};

// The names of benefits, forms and offices are what letters say; they are as long as they are.
const names =
  /limited capability for work|Universal Credit|New Style|Jobseeker's Allowance|Carer's Allowance Unit|Carer's Allowance|Carer Support Payment|Housing Benefit|Pension Credit|Pension Service|Social Security Scotland|Disability and Carers Service|Council Tax|Northern Ireland|GOV\.UK|University|university/gu;
const plain = (text: string): string => text.replace(names, "it");
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+/u).filter((sentence) => sentence.trim() !== "");
const wordsOf = (sentence: string): number =>
  plain(sentence)
    .split(/\s+/u)
    .filter((word) => word !== "").length;

const finding: Finding = {
  benefit: "universal-credit",
  outcome: "REDUCES_BY",
  reasons: ["uc-above-allowance"],
  missing: [],
  sums: [],
  figures: [],
  rooms: [],
  reductions: [
    {
      ...about.period,
      per: "assessment-period",
      least: penceOf(10_00),
      most: penceOf(41_25),
      counted: penceOf(75_00),
      kept: penceOf(33_75),
    },
  ],
  actions: [],
  options: [],
};

const year = yearWords.easy;
const yearTexts: readonly string[] = [
  year.intro(about.organisation, about.period.from),
  year.paid(about.period.from),
  year.planned(about.period.from),
  year.plannedBetween(about.period.from, about.period.to),
  ...Object.values(year).flatMap((text) => (typeof text === "string" ? [text] : [])),
];

/** Every text of the pay pages in Easy Read; those made from something are made from a short sample. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return textsIn((words as (...given: readonly string[]) => unknown)("Asha", "3 June 2026"));
  if (typeof words !== "object" || words === null) return [];
  return Object.values(words).flatMap(textsIn);
}
const charity = { name: "Harbour Lifeboat" };
const payTexts: readonly string[] = [
  ...textsIn(payWords.easy),
  ...Object.values(choiceLabelsIn("easy", about.offered)),
  ...(
    [
      { kind: "full" },
      { kind: "less", amount: about.cut },
      { kind: "charity", charity },
      { kind: "costs-only" },
      { kind: "nothing" },
    ] as const
  ).map((choice) => choiceSaid("easy", choice, about.offered)),
  charityNotes.easy,
  afterTheMeetingNotes.easy,
  ...Object.values(methodNames("easy")),
  ...Object.values(methodHints.easy),
];

const easyTexts: readonly (readonly [where: string, text: string])[] = [
  ...checkSteps.flatMap((step) => {
    const { legend, hint } = questionWords(step, about, "easy");
    return [legend, ...hint].map((text) => [`question ${step}`, text] as const);
  }),
  ...reasonIds.map((reason) => [`reason ${reason}`, sayReason(reason, finding, "easy")] as const),
  ...factIds.map((fact) => [`fact ${fact}`, sayMissing(fact, "easy")] as const),
  ...actionIds.map((action) => [`action ${action}`, sayAction(action, "easy")] as const),
  ...optionsInOrder.map((option) => [`option ${option}`, sayOption(option, "easy")] as const),
  ...Object.entries(easyOutcomes),
  ...easyFormSteps.map((text) => ["form", text] as const),
  ["not certain", easyOptionNotCertain],
  ...payTexts.map((text) => ["pay", text] as const),
  ...yearTexts.map((text) => ["year", text] as const),
  ...Object.entries(checkPageWords.easy).flatMap(([where, text]) => (typeof text === "string" ? [[where, text] as const] : [])),
];

describe("Easy Read", () => {
  test("no sentence is longer than 15 words, and 12 or fewer on average", () => {
    const long = easyTexts.flatMap(([where, text]) => sentencesOf(text).flatMap((one) => (wordsOf(one) > 15 ? [`${where}: ${one}`] : [])));
    expect(long).toEqual([]);
    const lengths = easyTexts.flatMap(([, text]) => sentencesOf(text).map(wordsOf));
    expect(lengths.reduce((one, other) => one + other, 0) / lengths.length).toBeLessThanOrEqual(12);
  });

  test("has no brackets, percentages, semicolons or long words to stumble over", () => {
    const marked = easyTexts.filter(([, text]) => /[()%;/&]|\be\.g|\bi\.e/u.test(text));
    expect(marked).toEqual([]);
    const hard = easyTexts.filter(([, text]) => (readingAgeOf(plain(text))?.age ?? 0) > 14);
    expect(hard).toEqual([]);
  });

  test("never promises, and never says what somebody is due", () => {
    for (const [, text] of easyTexts) expect(text).not.toMatch(/\bsafe\b|guaranteed|be fine|entitled|\bjust\b|simply/iu);
  });
});

describe("both ways of writing", () => {
  test("the pay pages offer the same choices and ways to be paid", () => {
    expect(Object.keys(choiceLabelsIn("easy", about.offered))).toEqual(Object.keys(choiceLabelsIn("standard", about.offered)));
    expect(Object.keys(methodNames("easy")).toSorted()).toEqual(Object.keys(methodNames("standard")).toSorted());
    for (const wording of ["standard", "easy"] as const) {
      const labels = Object.values(choiceLabelsIn(wording, about.offered));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test.each(checkSteps)("%s offers the same answers, in the same order, under a question of its own", (step) => {
    const [standard, easy] = [questionWords(step, about, "standard"), questionWords(step, about, "easy")];
    expect(easy.options.map(([value]) => value)).toEqual(standard.options.map(([value]) => value));
    expect(standard.options.map(([value]) => value).toSorted()).toEqual([...answersTo[step]].toSorted());
    expect([easy.amountLabel !== undefined, easy.hoursLabel !== undefined, easy.daysLabels !== undefined]).toEqual([
      standard.amountLabel !== undefined,
      standard.hoursLabel !== undefined,
      standard.daysLabels !== undefined,
    ]);
    for (const words of [standard, easy]) expect(new Set(words.options.map(([, label]) => label)).size).toBe(words.options.length);
  });

  test.each(checkSteps.filter((step) => !["keep", "any", "nation", "organisation"].includes(step) && answersTo[step].length > 0))(
    "%s can be answered with not being sure",
    (step) => {
      expect(answersTo[step]).toContain("not-sure");
    },
  );

  test.each(nations)("in %s every tick box has a label of its own in both", (nation) => {
    for (const wording of ["standard", "easy"] as const) {
      for (const offered of [benefitsAskedIn(nation), moreBenefitsAskedIn(nation)]) {
        const labels = offered.map((id) => (id === "another-benefit" ? anotherNotHere[wording] : whichLabel(id, wording)));
        expect(new Set(labels).size).toBe(offered.length);
      }
    }
  });

  test("a sum of money is the same in both", () => {
    const { findings } = assessOffer(exampleOffer({ pence: 50_00, on: "2026-06-10" }), {
      benefits: "some",
      circumstances: { "new-style-jsa": {} },
      otherEarnings: { answer: "none" },
    });
    for (const wording of ["standard", "easy"] as const) {
      const text = findings.flatMap((found) => found.reasons.map((reason) => sayReason(reason, found, wording))).join(" ");
      expect(text).toContain("£45");
      expect(text).toContain("£5");
    }
  });
});
