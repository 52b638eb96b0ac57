// What benefits are called in sentences and in headings.
import type { BenefitId } from "#app/domain/benefits/names.ts";

const names: Readonly<Record<BenefitId, string>> = {
  "universal-credit": "Universal Credit",
  "new-style-esa": "New Style ESA",
  "new-style-jsa": "New Style JSA",
  "carers-allowance": "Carer's Allowance",
  "carer-support-payment": "Carer Support Payment",
  "housing-benefit": "Housing Benefit",
  "council-tax-reduction": "Council Tax Reduction",
  "rate-rebate": "Rate Rebate",
  "pension-credit": "Pension Credit",
  "state-pension": "State Pension",
  pip: "PIP",
  dla: "DLA",
  "attendance-allowance": "Attendance Allowance",
  "adult-disability-payment": "Adult Disability Payment",
  "pension-age-disability-payment": "Pension Age Disability Payment",
  "child-disability-payment": "Child Disability Payment",
  "scottish-adult-dla": "Scottish Adult DLA",
  "income-related-esa": "income-related ESA",
  "income-support": "Income Support",
  "income-based-jsa": "income-based JSA",
  "tax-credits": "tax credits",
  "incapacity-benefit": "Incapacity Benefit",
  "severe-disablement-allowance": "Severe Disablement Allowance",
  "industrial-injuries": "Industrial Injuries Disablement Benefit",
  bereavement: "bereavement benefit",
  "child-benefit": "Child Benefit",
  "scottish-child-payment": "Scottish Child Payment",
  "maternity-allowance": "Maternity Allowance",
  "statutory-parental-pay": "statutory parental pay",
  "statutory-sick-pay": "Statutory Sick Pay",
  "war-pensions": "war pension",
  "passported-help": "other help you get because of a benefit",
  "social-care-charging": "what you pay for social care",
  "immigration-conditions": "rules about your immigration status",
  "another-benefit": "another benefit",
};

/** A benefit's name inside a sentence. */
export function benefitName(benefit: BenefitId): string {
  return names[benefit];
}
