// Personal Independence Payment, in England, Wales and Northern Ireland: no earnings change what it pays.
import { disabilityBenefit, outsideScotland } from "../disability-rule.ts";
import { sources } from "../sources.ts";

export const pip = disabilityBenefit("pip", outsideScotland, [sources.pipGuide, sources.workAsEvidence]);
