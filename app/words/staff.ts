// What is said about the people who work here: the letter that invites them, and why something about a role cannot be done.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { StaffRole } from "#app/domain/people/actors.ts";
import type { RoleRefusal } from "#app/domain/people/role-changes.ts";
import { list, longDate } from "./format.ts";
import { roleNames } from "./roles.ts";

/** The message with the link by which somebody sets up their account. */
export function invitationToWork(facts: {
  readonly name: string;
  readonly organisation: string;
  readonly invitedBy: string;
  readonly link: string;
  readonly days: number;
}): { readonly subject: string; readonly body: string } {
  return {
    subject: "Set up your account",
    body: [
      `Hello ${facts.name}.`,
      `${facts.invitedBy} has invited you to work with ${facts.organisation} on Welcome Table.`,
      `Open this link to choose your password. It works for ${facts.days} days, and once.`,
      facts.link,
      "If you did not expect this, you can ignore this message.",
    ].join("\n\n"),
  };
}

/** What other administrators are told once roles were given to somebody. */
export function rolesGivenMessage(facts: {
  readonly to: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly agreedBy: string;
}): { readonly subject: string; readonly body: string } {
  return {
    subject: `${facts.name} has more roles`,
    body: [
      `Hello ${facts.to}.`,
      `${facts.name} now has these roles: ${list(facts.roles.map((role) => roleNames[role]))}. ${facts.agreedBy} agreed.`,
      "If this surprises you, look at People and roles in Settings.",
    ].join("\n\n"),
  };
}

/** Roles that wait for a second administrator, in a sentence. */
export function waitingRolesSentence(request: {
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly askedBy: string;
  readonly askedOn: CalendarDate;
  readonly isInvitation: boolean;
  readonly isMine: boolean;
}): string {
  const roles = list(request.roles.map((role) => roleNames[role]));
  const what = request.isInvitation ? `to invite ${request.name} as: ${roles}` : `to give ${request.name} more roles: ${roles}`;
  const asked = `${request.isMine ? "You" : request.askedBy} asked on ${longDate(request.askedOn)} ${what}.`;
  return request.isMine ? `${asked} Another administrator has to agree.` : asked;
}

/** Why roles cannot be as wished, or somebody's access cannot end. `from` is the day a single administrator may act alone again. */
export function roleRefusalSentence(refusal: RoleRefusal, name: string, from: string): string {
  switch (refusal) {
    case "no-role":
      return "Choose at least 1 role";
    case "last-administrator":
      return "At least 1 person must be an administrator";
    case "only-authoriser":
      return `${name} is the only person who can authorise payments. Add another first.`;
    case "too-soon-alone":
      return `You ended another administrator’s role a short time ago. You can give roles on your own again from ${from}.`;
  }
}

/** What somebody authorises, for the history of settings: "Every code", or codes and days. */
export function authorityWords(authority: {
  readonly codes: readonly string[];
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}): string {
  const { codes, from, until } = authority;
  return [
    codes.length === 0 ? "Every code" : list(codes),
    ...(from === null ? [] : [`from ${longDate(from)}`]),
    ...(until === null ? [] : [`until ${longDate(until)}`]),
  ].join(", ");
}
