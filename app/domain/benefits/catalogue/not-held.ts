// Benefits we can name and hold no confirmed rule for, and council tax reduction, where each council writes its own. The
// answer is always advice first: a rule somebody remembers is not a rule that was read.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { cannotTell, defineBenefit, type Benefit } from "../benefit.ts";
import { exampleOffer } from "../example-offer.ts";
import type { BenefitId } from "../names.ts";
import type { CircumstancesFor } from "../offer.ts";
import { sources } from "../sources.ts";

type NotHeld =
  | "council-tax-reduction"
  | "rate-rebate"
  | "state-pension"
  | "incapacity-benefit"
  | "severe-disablement-allowance"
  | "industrial-injuries"
  | "bereavement"
  | "child-benefit"
  | "scottish-child-payment"
  | "maternity-allowance"
  | "statutory-parental-pay"
  | "statutory-sick-pay"
  | "war-pensions"
  | "passported-help"
  | "social-care-charging"
  | "immigration-conditions"
  | "another-benefit";

function define<Id extends NotHeld & BenefitId>(id: Id): Benefit<Id> {
  const isCouncils = id === "council-tax-reduction";
  return defineBenefit<Id>({
    id,
    nations: ["england", "wales", "scotland", "northern-ireland"],
    sources: [isCouncils ? sources.ctrSchemes : sources.rulesHeld],
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures: {},
    assess: () => (isCouncils ? cannotTell(["ctr-each-council"], { actions: ["ctr-ask-council"] }) : cannotTell(["rule-not-held"])),
    examples: [
      {
        title: "Nothing is said about it beyond advice first",
        source: "The list of rules this program holds",
        input: {
          offer: exampleOffer({ pence: 1, on: "2026-06-10" }),
          circumstances: {} as CircumstancesFor<Id>,
          otherEarnings: { answer: "none" },
        },
        expected: { outcome: "UNKNOWN_ADVICE" },
      },
    ],
  });
}

export const councilTaxReduction = define("council-tax-reduction");
export const rateRebate = define("rate-rebate");
export const statePension = define("state-pension");
export const incapacityBenefit = define("incapacity-benefit");
export const severeDisablementAllowance = define("severe-disablement-allowance");
export const industrialInjuries = define("industrial-injuries");
export const bereavement = define("bereavement");
export const childBenefit = define("child-benefit");
export const scottishChildPayment = define("scottish-child-payment");
export const maternityAllowance = define("maternity-allowance");
export const statutoryParentalPay = define("statutory-parental-pay");
export const statutorySickPay = define("statutory-sick-pay");
export const warPensions = define("war-pensions");
export const passportedHelp = define("passported-help");
export const socialCareCharging = define("social-care-charging");
export const immigrationConditions = define("immigration-conditions");
export const anotherBenefit = define("another-benefit");
