// Scottish Adult Disability Living Allowance: no earnings change what it pays.
import { disabilityBenefit, onlyScotland } from "../disability-rule.ts";
import { sources } from "../sources.ts";

export const scottishAdultDla = disabilityBenefit("scottish-adult-dla", onlyScotland, [sources.disabilityGuide, sources.workAsEvidence]);
