// The register of benefits: one line each. The compiler asks for a line when a name is added to names.ts.
import type { Benefit } from "../benefit.ts";
import type { BenefitId } from "../names.ts";
import { carerSupportPayment } from "./carer-support-payment.ts";
import { carersAllowance } from "./carers-allowance.ts";
import { incomeBasedJsa, incomeRelatedEsa, incomeSupport, taxCredits } from "./closed.ts";
import {
  adultDisabilityPayment,
  attendanceAllowance,
  childDisabilityPayment,
  dla,
  pensionAgeDisabilityPayment,
  pip,
  scottishAdultDla,
} from "./disability.ts";
import { housingBenefit } from "./housing-benefit.ts";
import { newStyleEsa } from "./new-style-esa.ts";
import { newStyleJsa } from "./new-style-jsa.ts";
import {
  anotherBenefit,
  bereavement,
  childBenefit,
  councilTaxReduction,
  immigrationConditions,
  incapacityBenefit,
  industrialInjuries,
  maternityAllowance,
  passportedHelp,
  rateRebate,
  scottishChildPayment,
  severeDisablementAllowance,
  socialCareCharging,
  statePension,
  statutoryParentalPay,
  statutorySickPay,
  warPensions,
} from "./not-held.ts";
import { pensionCredit } from "./pension-credit.ts";
import { universalCredit } from "./universal-credit.ts";

export type BenefitRegister = { readonly [Id in BenefitId]: Benefit<Id> };

export const benefits: BenefitRegister = {
  "universal-credit": universalCredit,
  "new-style-esa": newStyleEsa,
  "new-style-jsa": newStyleJsa,
  "carers-allowance": carersAllowance,
  "carer-support-payment": carerSupportPayment,
  "housing-benefit": housingBenefit,
  "council-tax-reduction": councilTaxReduction,
  "rate-rebate": rateRebate,
  "pension-credit": pensionCredit,
  "state-pension": statePension,
  pip,
  dla,
  "attendance-allowance": attendanceAllowance,
  "adult-disability-payment": adultDisabilityPayment,
  "pension-age-disability-payment": pensionAgeDisabilityPayment,
  "child-disability-payment": childDisabilityPayment,
  "scottish-adult-dla": scottishAdultDla,
  "income-related-esa": incomeRelatedEsa,
  "income-support": incomeSupport,
  "income-based-jsa": incomeBasedJsa,
  "tax-credits": taxCredits,
  "incapacity-benefit": incapacityBenefit,
  "severe-disablement-allowance": severeDisablementAllowance,
  "industrial-injuries": industrialInjuries,
  bereavement,
  "child-benefit": childBenefit,
  "scottish-child-payment": scottishChildPayment,
  "maternity-allowance": maternityAllowance,
  "statutory-parental-pay": statutoryParentalPay,
  "statutory-sick-pay": statutorySickPay,
  "war-pensions": warPensions,
  "passported-help": passportedHelp,
  "social-care-charging": socialCareCharging,
  "immigration-conditions": immigrationConditions,
  "another-benefit": anotherBenefit,
};
