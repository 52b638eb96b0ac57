// The register of benefits: one line each. The compiler asks for a line when a name is added to names.ts.
import type { Benefit } from "../benefit.ts";
import type { BenefitId } from "../names.ts";
import { adultDisabilityPayment } from "./adult-disability-payment.ts";
import { anotherBenefit } from "./another-benefit.ts";
import { attendanceAllowance } from "./attendance-allowance.ts";
import { bereavement } from "./bereavement.ts";
import { carerSupportPayment } from "./carer-support-payment.ts";
import { carersAllowance } from "./carers-allowance.ts";
import { childBenefit } from "./child-benefit.ts";
import { childDisabilityPayment } from "./child-disability-payment.ts";
import { councilTaxReduction } from "./council-tax-reduction.ts";
import { dla } from "./dla.ts";
import { housingBenefit } from "./housing-benefit.ts";
import { immigrationConditions } from "./immigration-conditions.ts";
import { incapacityBenefit } from "./incapacity-benefit.ts";
import { incomeBasedJsa } from "./income-based-jsa.ts";
import { incomeRelatedEsa } from "./income-related-esa.ts";
import { incomeSupport } from "./income-support.ts";
import { industrialInjuries } from "./industrial-injuries.ts";
import { maternityAllowance } from "./maternity-allowance.ts";
import { newStyleEsa } from "./new-style-esa.ts";
import { newStyleJsa } from "./new-style-jsa.ts";
import { passportedHelp } from "./passported-help.ts";
import { pensionAgeDisabilityPayment } from "./pension-age-disability-payment.ts";
import { pensionCredit } from "./pension-credit.ts";
import { pip } from "./pip.ts";
import { rateRebate } from "./rate-rebate.ts";
import { scottishAdultDla } from "./scottish-adult-dla.ts";
import { scottishChildPayment } from "./scottish-child-payment.ts";
import { severeDisablementAllowance } from "./severe-disablement-allowance.ts";
import { socialCareCharging } from "./social-care-charging.ts";
import { statePension } from "./state-pension.ts";
import { statutoryParentalPay } from "./statutory-parental-pay.ts";
import { statutorySickPay } from "./statutory-sick-pay.ts";
import { taxCredits } from "./tax-credits.ts";
import { universalCredit } from "./universal-credit.ts";
import { warPensions } from "./war-pensions.ts";

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
