// Who may have which role: what one administrator may do alone, and what needs a second (promises.md T3, decision 27).
import { done, refused, type Result } from "../basics/result.ts";
import type { StaffRole } from "./actors.ts";

export const staffRoles: readonly StaffRole[] = ["coordinator", "finance-check", "finance-authorise", "auditor", "administrator"];

export type Colleague = { readonly id: string; readonly roles: readonly StaffRole[] };

export type RoleRefusal = "no-role" | "last-administrator" | "only-authoriser" | "too-soon-alone";

/** What happens to somebody's roles when an administrator asks for others: some at once, some once another administrator agrees. */
export type RoleChange = { readonly now: readonly StaffRole[]; readonly waiting: readonly StaffRole[] };

/**
 * What an administrator's wish comes to. Roles taken away go at once. Roles given wait for a second administrator, whoever they are
 * for, where there is one. A single administrator gives them alone, but not soon after ending another's access or role: or one of two
 * could put the other out and then give themself everything. Refused too when nobody would be left to administer or to authorise.
 * `others` are everybody else who can sign in.
 */
export function changeRoles({
  person,
  wanted,
  others,
  askedBy,
  endedAnother,
}: {
  readonly person: Colleague;
  readonly wanted: readonly StaffRole[];
  readonly others: readonly Colleague[];
  readonly askedBy: string;
  /** Whether the asker put another administrator out in the last days. */
  readonly endedAnother: boolean;
}): Result<RoleChange, RoleRefusal> {
  if (wanted.length === 0) return refused("no-role");
  const lost = findLost(person.roles, wanted, others);
  if (lost !== null) return refused(lost);
  const given = staffRoles.filter((role) => wanted.includes(role) && !person.roles.includes(role));
  const kept = staffRoles.filter((role) => wanted.includes(role) && person.roles.includes(role));
  const isSecondThere = [person, ...others].some(({ id, roles }) => id !== askedBy && roles.includes("administrator"));
  if (!isSecondThere && endedAnother && given.length > 0) return refused("too-soon-alone");
  if (!isSecondThere || given.length === 0) return done({ now: staffRoles.filter((role) => wanted.includes(role)), waiting: [] });
  return done({ now: kept, waiting: given });
}

export type WhyItStays = "last-administrator" | "only-authoriser";

/** Days in which an administrator who put another out gives no role alone. */
export const daysBeforeAlone = 7;

/** Why somebody's access may not end, or null. */
export function whyAccessStays(person: Colleague, others: readonly Colleague[]): WhyItStays | null {
  return findLost(person.roles, [], others);
}

function findLost(had: readonly StaffRole[], has: readonly StaffRole[], others: readonly Colleague[]): WhyItStays | null {
  const isLost = (role: StaffRole): boolean =>
    had.includes(role) && !has.includes(role) && !others.some(({ roles }) => roles.includes(role));
  if (isLost("administrator")) return "last-administrator";
  return isLost("finance-authorise") ? "only-authoriser" : null;
}
