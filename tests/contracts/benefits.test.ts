// Promises every benefit keeps, and the build laws a figure has to keep before anything can be built.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, calendarDateOf, taxYearOf, weekdayOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { figureOn, type Dated } from "#app/domain/basics/figures.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import type { BenefitExample, FigureValue } from "#app/domain/benefits/benefit.ts";
import { benefits } from "#app/domain/benefits/catalogue/index.ts";
import { exampleOffer } from "#app/domain/benefits/example-offer.ts";
import { livingWage } from "#app/domain/benefits/living-wage.ts";
import { benefitIds, type BenefitId } from "#app/domain/benefits/names.ts";
import {
  actionIds,
  factIds,
  optionsInOrder,
  reasonIds,
  sourcesOfAction,
  sourcesOfOption,
  sourcesOfReason,
} from "#app/domain/benefits/reasons.ts";
import { sources } from "#app/domain/benefits/sources.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import { sayAction, sayMissing, sayOption } from "#app/words/benefits/reasons.ts";

const series = benefitIds.flatMap((id) => Object.entries(benefits[id].figures).map(([name, dated]) => [`${id} ${name}`, dated] as const));
const examples = benefitIds.flatMap((id) =>
  benefits[id].examples.map((example) => [id, example] as [BenefitId, BenefitExample<BenefitId>]),
);

/** The last day before the first Monday of the tax year after the one a day falls in. */
function sundayBeforeUprating(day: CalendarDate): CalendarDate {
  let at = calendarDateOf(`${taxYearOf(day) + 1}-04-06`);
  while (weekdayOf(at) !== "Monday") at = addDays(at, 1);
  return addDays(at, -1);
}

describe("every benefit", () => {
  test.each(benefitIds)("%s is registered under its own name and has words, a source, a nation and an example", (id) => {
    expect(benefits[id].id).toBe(id);
    expect(benefitName(id)).not.toBe("");
    expect(benefits[id].sources.length).toBeGreaterThan(0);
    expect(benefits[id].nations.length).toBeGreaterThan(0);
    expect(benefits[id].examples.length).toBeGreaterThan(0);
  });

  test.each(benefitIds)("%s says nothing but advice first for a day in 2099", (id) => {
    for (const nation of benefits[id].nations) {
      const offer = exampleOffer({ pence: 1, on: "2099-06-10", nation });
      const { findings, overall } = assessOffer(offer, {
        benefits: "some",
        circumstances: { [id]: {} },
        otherEarnings: { answer: "none" },
      });
      expect(findings.map((finding) => [finding.outcome, finding.reasons])).toEqual([["UNKNOWN_ADVICE", ["outside-known-dates"]]]);
      expect(overall.result).toBe("R4");
    }
  });

  test.each(benefitIds)("%s says nothing but advice first the day after its last vouched day", (id) => {
    const { vouchedFor, nations } = benefits[id];
    const offer = exampleOffer({ pence: 1, on: addDays(vouchedFor.goodUntil, 1), nation: nations[0] });
    const { findings } = assessOffer(offer, { benefits: "some", circumstances: { [id]: {} }, otherEarnings: { answer: "none" } });
    expect(findings[0]?.reasons).toEqual(["outside-known-dates"]);
  });

  test.each(benefitIds)("%s says advice first in a nation whose rules it does not hold", (id) => {
    for (const nation of (["england", "wales", "scotland", "northern-ireland"] as const).filter(
      (one) => !benefits[id].nations.includes(one),
    )) {
      const offer = exampleOffer({ pence: 1, on: "2026-06-10", nation });
      const { findings } = assessOffer(offer, { benefits: "some", circumstances: { [id]: {} }, otherEarnings: { answer: "none" } });
      expect(findings[0]).toMatchObject({ outcome: "UNKNOWN_ADVICE", reasons: ["another-nation"] });
    }
  });

  test.each(benefitIds)("%s is vouched for no longer than its own figures, and no later than the next yearly change", (id) => {
    const { vouchedFor, figures } = benefits[id];
    for (const dated of Object.values(figures)) {
      expect(dated.entries[0].from <= vouchedFor.from).toBe(true);
      expect(dated.goodUntil >= vouchedFor.goodUntil).toBe(true);
    }
    expect(vouchedFor.goodUntil <= sundayBeforeUprating(calendarDateOf("2026-11-22"))).toBe(true);
  });

  test.each(examples)("%s: a worked example comes true", (id, example) => {
    const { offer, circumstances, otherEarnings } = example.input;
    const { findings } = assessOffer(offer, { benefits: "some", circumstances: { [id]: circumstances }, otherEarnings });
    const [finding] = findings;
    expect(finding?.outcome, example.title).toBe(example.expected.outcome);
    if (example.expected.cut !== undefined) expect(finding?.reductions[0]?.most).toBe(example.expected.cut);
    if (example.expected.left !== undefined)
      expect(Math.min(...(finding?.rooms ?? []).map((room) => room.left))).toBe(example.expected.left);
  });
});

describe("every series of figures", () => {
  test.each(series)("%s is in date order, with a source, a day it was checked and a grade for each figure", (_name, dated) => {
    const starts = dated.entries.map((entry) => entry.from);
    expect(starts).toEqual([...new Set(starts)].sort());
    for (const entry of dated.entries) {
      expect(entry.source.title).not.toBe("");
      expect(entry.source.checkedOn >= "2026-01-01").toBe(true);
      expect(["confirmed", "derived", "unsure"]).toContain(entry.grade);
    }
  });

  test.each(series)("%s is vouched for past its last start and no further than the next yearly change", (_name, dated) => {
    expect(dated.goodUntil > (dated.entries.at(-1)?.from ?? "")).toBe(true);
    expect(dated.goodUntil <= sundayBeforeUprating(calendarDateOf("2026-11-22"))).toBe(true);
  });
});

function penceFrom(dated: Dated<FigureValue> | undefined, on: string): number {
  const found = dated === undefined ? undefined : figureOn(dated, calendarDateOf(on));
  if (found?.ok !== true || !("pence" in found.value.value)) throw new Error(`No amount on ${on}`);
  return found.value.value.pence;
}

/** A day of each year for which both the wage and the limits are known. */
const years = ["2024-06-10", "2025-06-10", "2026-06-10"];

describe("build laws", () => {
  test.each(years)("the permitted work limit of %s is 16 hours of the National Living Wage, rounded up to the next 50p", (on) => {
    const expected = Math.ceil((16 * penceFrom(livingWage, on)) / 50) * 50;
    expect(penceFrom(benefits["new-style-esa"].figures["higherWeeklyLimit"], on)).toBe(expected);
    expect(penceFrom(benefits["new-style-esa"].figures["higherWeeklyLimitNorthernIreland"], on)).toBe(expected);
    expect(penceFrom(benefits["housing-benefit"].figures["permittedWork"], on)).toBe(expected);
  });

  test.each(years.slice(1))("the carers' limit of %s is 16 hours of the National Living Wage, rounded up to the next pound", (on) => {
    const expected = Math.ceil((16 * penceFrom(livingWage, on)) / 100) * 100;
    expect(penceFrom(benefits["carers-allowance"].figures["weeklyLimit"], on)).toBe(expected);
    expect(penceFrom(benefits["carers-allowance"].figures["weeklyLimitNorthernIreland"], on)).toBe(expected);
    expect(penceFrom(benefits["carer-support-payment"].figures["weeklyLimit"], on)).toBe(expected);
  });

  test.each(years)(
    "the first-assessment earnings of %s are 16 hours of the National Living Wage for 52 weeks, shared over 12 months",
    (on) => {
      expect(penceFrom(benefits["universal-credit"].figures["firstAssessmentEarnings"], on)).toBe(
        Math.floor((16 * penceFrom(livingWage, on) * 52) / 12 + 0.5),
      );
    },
  );

  test("weekly figures begin on a Monday, and Carer Support Payment's on a Sunday", () => {
    const begin = (dated: Dated<FigureValue> | undefined): readonly string[] =>
      (dated?.entries ?? []).slice(1).map((entry) => weekdayOf(entry.from));
    expect(new Set(begin(benefits["carers-allowance"].figures["weeklyLimit"]))).toEqual(new Set(["Monday"]));
    expect(new Set(begin(benefits["new-style-esa"].figures["higherWeeklyLimit"]))).toEqual(new Set(["Monday"]));
    expect(new Set(begin(benefits["carer-support-payment"].figures["weeklyLimit"]))).toEqual(new Set(["Sunday"]));
  });
});

describe("every thing that can be said", () => {
  test("has at least one source with a title and the day it was checked", () => {
    const all = [...reasonIds.map(sourcesOfReason), ...actionIds.map(sourcesOfAction), ...optionsInOrder.map(sourcesOfOption)];
    for (const found of all) {
      expect(found.length).toBeGreaterThan(0);
      for (const source of found) expect(source.title.length * source.checkedOn.length).toBeGreaterThan(0);
    }
    for (const source of Object.values(sources)) expect(source.checkedOn).toBe("2026-11-22");
  });

  test("has words for every fact, action and choice, and none of them promises anything", () => {
    for (const text of [
      ...factIds.map((fact) => sayMissing(fact)),
      ...actionIds.map((action) => sayAction(action)),
      ...optionsInOrder.map((option) => sayOption(option)),
    ]) {
      expect(text).toMatch(/^[A-Z]/u);
      expect(text).not.toMatch(/\bsafe\b|guaranteed|be fine|entitled/iu);
    }
  });
});

type RateRow = { readonly from: string; readonly value: number; readonly confidence: string; readonly nations: readonly string[] };
type RateFile = { readonly parameters: readonly { readonly id: string; readonly values: readonly RateRow[] }[] };

const published = new URL("../../../shared/domain/benefit-rates.json", import.meta.url);

describe.skipIf(!existsSync(published))("the dated parameters the rules were compiled with", () => {
  const file = existsSync(published) ? (JSON.parse(readFileSync(published, "utf8")) as RateFile) : { parameters: [] };
  const pairs: readonly [string, Dated<FigureValue> | undefined][] = [
    ["nmw.national_living_wage_21_plus", livingWage],
    ["esa.permitted_work.higher_weekly_limit", benefits["new-style-esa"].figures["higherWeeklyLimit"]],
    ["esa.permitted_work.lower_weekly_limit", benefits["new-style-esa"].figures["lowerWeeklyLimit"]],
    ["ca.weekly_net_earnings_limit", benefits["carers-allowance"].figures["weeklyLimit"]],
    ["ca.weekly_rate", benefits["carers-allowance"].figures["weeklyRate"]],
    ["csp.weekly_net_earnings_limit", benefits["carer-support-payment"].figures["weeklyLimit"]],
    ["uc.work_allowance.lower", benefits["universal-credit"].figures["workAllowanceWithHousing"]],
    ["uc.work_allowance.higher", benefits["universal-credit"].figures["workAllowanceWithoutHousing"]],
    ["uc.wca_earnings_threshold", benefits["universal-credit"].figures["firstAssessmentEarnings"]],
    ["uc.taper", benefits["universal-credit"].figures["taper"]],
    ["jsa_new_style.earnings_disregard", benefits["new-style-jsa"].figures["ignoredEachWeek"]],
    ["hb.disregard.single", benefits["housing-benefit"].figures["ignoredSingle"]],
    ["hb.disregard.couple", benefits["housing-benefit"].figures["ignoredCouple"]],
    ["hb.disregard.higher", benefits["housing-benefit"].figures["ignoredHigher"]],
    ["hb.disregard.lone_parent", benefits["housing-benefit"].figures["ignoredLoneParent"]],
    ["hb.disregard.permitted_work", benefits["housing-benefit"].figures["permittedWork"]],
    ["hb.taper", benefits["housing-benefit"].figures["taper"]],
    ["pc.disregard.single", benefits["pension-credit"].figures["leastIgnored"]],
    ["pc.disregard.higher", benefits["pension-credit"].figures["mostIgnored"]],
  ];

  test.each(pairs)("agree with %s: value, first day and grade", (id, dated) => {
    const rows = file.parameters.find((parameter) => parameter.id === id)?.values ?? [];
    const mine = (dated?.entries ?? []).map(({ value, from, grade }) => ({ value: inPounds(value), from, confidence: grade }));
    expect(mine).toEqual(rows.map(({ value, from, confidence }) => ({ value, from, confidence })));
  });
});

function inPounds(value: FigureValue): number {
  if ("pence" in value) return value.pence / 100;
  return "percent" in value ? value.percent / 100 : value.hours;
}
