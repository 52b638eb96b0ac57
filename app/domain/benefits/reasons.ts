// The closed lists of what the engine can say: reasons, missing facts, things to do, and choices to offer. Every one
// has a source here, so that no sentence can be shown without one; the sentences themselves are in app/words.
import type { Source } from "#app/domain/basics/sources.ts";
import { sources } from "./sources.ts";

type Sources = readonly [Source, ...Source[]];

const reasonSources = {
  // Any benefit
  "outside-known-dates": [sources.rulesHeld],
  "figure-not-certain": [sources.rulesHeld],
  "figures-not-approved": [sources.rulesHeld],
  "another-nation": [sources.rulesHeld],
  "rule-not-held": [sources.rulesHeld],
  "no-date-known": [sources.rulesHeld],
  "no-pay-counts": [sources.rulesHeld],
  "voucher-not-certain": [sources.vouchersScotland, sources.vouchersContrary, sources.vouchersOlder],
  "voucher-dwp-view-on-uc": [sources.vouchersScotland],
  "service-user-not-sure": [sources.ucServiceUser, sources.expensesOrdinary],
  "expenses-ignored": [sources.ucExpenses, sources.esaServiceUser, sources.carerExpenses, sources.hbServiceUser],
  "expenses-count": [sources.expensesOrdinary],
  "expenses-perhaps-count": [sources.expensesOrdinary],
  "turned-down-before": [sources.ucNotionalEarnings, sources.scie],
  "given-away-after": [sources.ucNotionalEarnings, sources.scie],
  "turned-down-not-certain": [sources.ucNotionalEarnings, sources.scie],
  "take-home-not-known": [sources.ucTaper],
  "payment-date-not-known": [sources.ucReceived],
  "activity-date-not-known": [sources.esaPermittedWork],
  "other-earnings-not-known": [sources.ucTaper],
  // Universal Credit
  "uc-inside-allowance": [sources.ucTaper],
  "uc-above-allowance": [sources.ucTaper],
  "uc-no-allowance": [sources.ucTaper],
  "uc-allowance-not-known": [sources.ucTaper],
  "uc-period-not-known": [sources.ucPeriods, sources.ucReceived],
  "uc-self-employed": [sources.ucSelfEmployed],
  "uc-capped": [sources.ucCap],
  "uc-could-reach-nil": [sources.ucTaper],
  "uc-award-not-known": [sources.ucTaper],
  "uc-reaches-assessment-threshold": [sources.ucAssessmentThreshold],
  "uc-health-element-not-lost-by-working": [sources.ucHealthElement],
  "uc-kind-of-work-not-certain": [sources.ucOtherPaidWork, sources.ucExpenses],
  "uc-linked-help": [sources.nhsHealthCosts],
  "uc-savings-not-looked-at": [sources.ucOtherPaidWork],
  // New Style ESA
  "esa-inside-limit": [sources.esaPermittedWork, sources.esaFactsheet],
  "esa-inside-lower-limit": [sources.esaPermittedWork],
  "esa-form-missing": [sources.esaFactsheet],
  "esa-over-limit": [sources.esaPermittedWork, sources.esaGoingOver],
  "esa-over-hours": [sources.esaPermittedWork],
  "esa-hours-not-known": [sources.esaPermittedWork],
  "esa-weeks-disagree": [sources.esaPermittedWork, sources.esaEarnings],
  "esa-averaging-is-for-the-office": [sources.esaEarnings],
  "esa-any-seven-days": [sources.esaPermittedWork],
  // Carer's Allowance and Carer Support Payment
  "carer-inside-limit": [sources.carerGuide, sources.cspGuide],
  "carer-over-limit": [sources.carerGuide, sources.carerExcessWeeks],
  "carer-one-payment-over": [sources.carerEarningsPeriod, sources.carerAttribution],
  "carer-one-payment-for-several": [sources.carerEarningsPeriod, sources.carerAttribution],
  "carer-averaging-is-for-the-office": [sources.carerAveraging, sources.carerAveragingCase],
  "carer-care-costs-decide": [sources.carerCareCosts],
  "carer-may-be-over": [sources.carerGuide],
  "carer-any-seven-days": [sources.carerEarningsPeriod],
  "carer-paid-for-a-period": [sources.carerEarningsPeriod, sources.carerAttribution],
  "carer-hours-of-care": [sources.carerGuide],
  // Disability benefits
  "disability-money-does-not-matter": [sources.pipGuide, sources.disabilityGuide],
  "disability-activity-is-evidence": [sources.workAsEvidence],
  // New Style JSA
  "jsa-inside-disregard": [sources.jsaRegulations],
  "jsa-above-disregard": [sources.jsaRegulations],
  "jsa-above-disregard-in-weeks": [sources.jsaRegulations],
  "jsa-over-hours": [sources.jsaWork],
  "jsa-hours-not-known": [sources.jsaWork],
  "jsa-cut-not-known": [sources.jsaRegulations],
  // Housing Benefit
  "hb-guarantee-credit": [sources.hbByParallel],
  "hb-permitted-work": [sources.hbByParallel],
  "hb-permitted-work-may-fail": [sources.hbByParallel],
  "hb-inside-disregard": [sources.hbByParallel],
  "hb-above-disregard": [sources.hbByParallel],
  "hb-averaging-is-for-the-council": [sources.hbByParallel],
  "hb-with-universal-credit": [sources.hbByParallel],
  "hb-facts-missing": [sources.hbByParallel],
  // Pension Credit
  "pc-range": [sources.pensionCredit, sources.pensionCreditGuide],
  "pc-perhaps-none": [sources.pensionCredit, sources.pensionCreditGuide],
  "pc-facts-missing": [sources.pensionCredit],
  // Others
  "ctr-each-council": [sources.ctrSchemes],
  "ctr-may-fall-where-others-do-not": [sources.scie],
  "ctr-national-scheme": [sources.ctrSchemes],
  "ctr-not-in-northern-ireland": [sources.rulesHeld],
  "ctr-guarantee-credit": [sources.ctrGuaranteeCredit],
  "rate-rebate-not-read": [sources.rulesHeld],
  "state-pension-not-read": [sources.rulesHeld],
  "old-sickness-rule-not-current": [sources.incapacityOldText],
  "industrial-injuries-parts-differ": [sources.rulesHeld],
  "bereavement-not-read": [sources.rulesHeld],
  "child-benefit-not-read": [sources.rulesHeld],
  "scottish-child-payment-follows": [sources.rulesHeld],
  "maternity-work-days": [sources.rulesHeld],
  "parental-pay-work-days": [sources.rulesHeld],
  "sick-pay-ask-employer": [sources.sickPay],
  "war-pensions-not-read": [sources.rulesHeld],
  "social-care-charging-not-read": [sources.rulesHeld],
  "immigration-conditions": [sources.rulesHeld],
  "another-benefit-named": [sources.rulesHeld],
  "passported-nhs-england": [sources.nhsHealthCosts],
  "passported-other-limits": [sources.rulesHeld],
  "closed-income-related-esa": [sources.closedEsa],
  "closed-income-support": [sources.closedLegacy],
  "closed-income-based-jsa": [sources.closedLegacy],
  "closed-tax-credits": [sources.closedTaxCredits],
  "closed-great-britain": [sources.closedLegacy, sources.closedEsa],
  "closed-everywhere": [sources.closedTaxCredits],
  "closed-date-not-known-northern-ireland": [sources.rulesHeld],
  "before-it-closed": [sources.closedLegacy, sources.closedEsa, sources.closedTaxCredits],
} as const satisfies Readonly<Record<string, Sources>>;

/** Why a benefit came out as it did. */
export type Reason = keyof typeof reasonSources;

const actionSources = {
  "get-advice": [sources.advice],
  "keep-receipts": [sources.expensesOrdinary],
  "keep-the-letter": [sources.scie],
  "uc-report-in-journal": [sources.ucReporting],
  "uc-report-payroll": [sources.ucReporting],
  "esa-send-form-first": [sources.esaFactsheet],
  "esa-form-was-sent": [sources.esaFactsheet],
  "esa-keep-note-of-support": [sources.esaPermittedWork],
  "ca-tell-the-unit": [sources.carerGuide],
  "ca-tell-northern-ireland": [sources.carerGuide],
  "csp-tell-social-security-scotland": [sources.cspGuide],
  "jsa-declare": [sources.jsaWork],
  "hb-tell-council": [sources.hbByParallel],
  "ctr-ask-council": [sources.ctrSchemes],
  "ask-the-office": [sources.advice],
  "ask-employer": [sources.sickPay],
  "passported-check-again": [sources.nhsHealthCosts],
  "uc-keep-commitment": [sources.ucRequirements],
  "jsa-stay-available": [sources.jsaWork],
  "pc-tell-pension-service": [sources.pensionCreditGuide],
  "disability-keep-note-of-support": [sources.workAsEvidence],
  "closed-check-letter": [sources.closedLegacy],
} as const satisfies Readonly<Record<string, Sources>>;

/** What the person may need to do, and whom to tell. */
export type ActionId = keyof typeof actionSources;

const optionSources = {
  "smaller-fee": [sources.ucNotionalEarnings, sources.scie],
  "other-dates": [sources.carerEarningsPeriod],
  "decline-keep-costs": [sources.ucNotionalEarnings, sources.scie],
  "organisation-donation": [sources.ucNotionalEarnings, sources.scie],
  "non-cash-recognition": [sources.scie],
  "pause-and-advice": [sources.advice],
} as const satisfies Readonly<Record<string, Sources>>;

export type OptionId = keyof typeof optionSources;

/** The choices to offer, in the order the rules ask for (benefits.md section 10). Never one of them chosen for the person. */
export const optionsInOrder: readonly OptionId[] = [
  "smaller-fee",
  "other-dates",
  "decline-keep-costs",
  "organisation-donation",
  "non-cash-recognition",
  "pause-and-advice",
];

/** Facts that would let us say more. The pages use them to say which answer is missing. */
export const factIds = [
  "which-benefits",
  "activity-date",
  "activity-hours",
  "payment-date",
  "payment-split",
  "take-home-pay",
  "other-earnings",
  "other-earnings-dates",
  "service-user-test",
  "uc-period-day",
  "uc-limited-capability-or-child",
  "uc-housing-costs",
  "uc-self-employed",
  "uc-capped",
  "uc-couple",
  "uc-partner-earnings",
  "uc-usual-award",
  "uc-waiting-for-assessment",
  "esa-form-sent",
  "hb-guarantee-credit",
  "hb-universal-credit",
  "hb-housing-kind",
  "hb-permitted-work",
  "hb-disregard",
  "pc-part",
] as const;
export type FactId = (typeof factIds)[number];

export const reasonIds = Object.keys(reasonSources) as readonly Reason[];
export const actionIds = Object.keys(actionSources) as readonly ActionId[];

/** Where a reason comes from: at least one source. */
export function sourcesOfReason(reason: Reason): Sources {
  return reasonSources[reason];
}

/** Where something to do comes from: at least one source. */
export function sourcesOfAction(action: ActionId): Sources {
  return actionSources[action];
}

/** Where a choice comes from: at least one source. */
export function sourcesOfOption(option: OptionId): Sources {
  return optionSources[option];
}
