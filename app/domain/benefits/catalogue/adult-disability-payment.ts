// Adult Disability Payment, in Scotland: no earnings change what it pays.
import { disabilityBenefit, onlyScotland } from "../disability-rule.ts";
import { sources } from "../sources.ts";

export const adultDisabilityPayment = disabilityBenefit("adult-disability-payment", onlyScotland, [
  sources.disabilityGuide,
  sources.workAsEvidence,
]);
