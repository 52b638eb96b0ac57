// The registry of requirements, in the catalogue's 20 groups. To add one, add an entry to its group's file: nothing changes here.
import { attentionAndMemory } from "./attention-and-memory.ts";
import { contactAndPayment } from "./contact-and-payment.ts";
import { deafblind } from "./deafblind.ts";
import { emergency } from "./emergency.ts";
import { energyAndHealth } from "./energy-and-health.ts";
import { faithFamilyTime } from "./faith-family-time.ts";
import { foodAndDrink } from "./food-and-drink.ts";
import { gettingInAndAround } from "./getting-in-and-around.ts";
import { gettingThere } from "./getting-there.ts";
import { hearing } from "./hearing.ts";
import { online } from "./online.ts";
import { peopleAndAnimals } from "./people-and-animals.ts";
import { safetyAndTrust } from "./safety-and-trust.ts";
import { seating } from "./seating.ts";
import { seeing } from "./seeing.ts";
import { sensory } from "./sensory.ts";
import { signLanguage } from "./sign-language.ts";
import { speaking } from "./speaking.ts";
import { toiletsAndCare } from "./toilets-and-care.ts";
import { understanding } from "./understanding.ts";
import type { Requirement, RequirementGroup } from "#app/domain/access/requirement.ts";

export const requirements = {
  ...attentionAndMemory,
  ...contactAndPayment,
  ...deafblind,
  ...emergency,
  ...energyAndHealth,
  ...faithFamilyTime,
  ...foodAndDrink,
  ...gettingInAndAround,
  ...gettingThere,
  ...hearing,
  ...online,
  ...peopleAndAnimals,
  ...safetyAndTrust,
  ...seating,
  ...seeing,
  ...sensory,
  ...signLanguage,
  ...speaking,
  ...toiletsAndCare,
  ...understanding,
};

export type RequirementId = keyof typeof requirements;

export const requirementIds = Object.keys(requirements) as readonly RequirementId[];

/** The entry of a requirement. */
export function requirementOf(id: RequirementId): Requirement {
  return requirements[id];
}

/** Says whether some text is the id of a requirement. */
export function isRequirementId(text: string): text is RequirementId {
  return Object.hasOwn(requirements, text);
}

/** The requirements of one group, in the catalogue's order. */
export function requirementsIn(group: RequirementGroup): readonly RequirementId[] {
  return requirementIds.filter((id) => requirements[id].group === group);
}
