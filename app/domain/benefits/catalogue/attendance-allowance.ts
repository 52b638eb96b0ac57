// Attendance Allowance, in England, Wales and Northern Ireland: no earnings change what it pays.
import { disabilityBenefit, outsideScotland } from "../disability-rule.ts";
import { sources } from "../sources.ts";

export const attendanceAllowance = disabilityBenefit("attendance-allowance", outsideScotland, [
  sources.disabilityGuide,
  sources.workAsEvidence,
]);
