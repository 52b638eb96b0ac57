// The link by which somebody who was invited sets up their own account. By email where there is a mail server; else it is shown once to
// the administrator who invited them, to hand over, and that it was shown is on record. It works for 7 days and once.
import { hash } from "@node-rs/argon2";
import { instantOf } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { list } from "#app/words/format.ts";
import { roleNames } from "#app/words/roles.ts";
import { invitationToWork } from "#app/words/staff.ts";
import { record } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { addSignInLink, findOrganisation, findSignInLink, saveStaff } from "#db/stores/accounts.ts";
import { endLinks } from "#db/stores/staff-roles.ts";
import { argon2id, beginFirstSession, isCommonPassword } from "./accounts.server.ts";
import type { Context } from "./context.server.ts";
import { queueMessage } from "./messages.server.ts";

/** The days a link to set up an account works. */
export const invitationDays = 7;

/** How an invitation goes: by email, or as a link for the administrator to hand over. */
export type InvitationWay = "sent" | { readonly link: string };

/** Makes somebody's link and sends it. Links made before end. */
export async function inviteToSetUp(
  context: Context,
  tx: Tx,
  administrator: Administrator,
  { staffId, name, email }: { readonly staffId: string; readonly name: string; readonly email: string },
): Promise<InvitationWay> {
  const { organisationId } = administrator;
  const token = context.newToken();
  const link = `${context.origin}/sign-in/join/${token}`;
  await endLinks(tx, staffId);
  await addSignInLink(tx, {
    fingerprint: invitationFingerprint(context, token),
    purpose: "invitation",
    staffId,
    expiresAt: instantOf(new Date(Date.parse(context.now) + invitationDays * 24 * 3_600_000).toISOString()),
  });
  const organisation = await findOrganisation(tx, organisationId);
  if (!context.mailIsSet) {
    await record(context, tx, {
      organisationId,
      actor: auditActorOf(administrator),
      action: "staff-link-shown",
      subject: { kind: "staff", id: staffId },
    });
    return { link };
  }
  await queueMessage(context, tx, {
    organisationId,
    key: `staff-invitation ${context.newId()}`,
    kind: "staff-invitation",
    channel: "email",
    recipient: email,
    ...invitationToWork({ name, organisation: organisation?.name ?? "", invitedBy: administrator.name, link, days: invitationDays }),
  });
  return "sent";
}

export type InvitationToWork = { readonly name: string; readonly email: string; readonly organisation: string; readonly roles: string };

/** Whose link to set up an account this is, without using it up; null when it works no more. */
export async function findInvitationToWork(context: Context, token: string): Promise<InvitationToWork | null> {
  const account = await findSignInLink(context.db, invitationFingerprint(context, token), context.now, "invitation");
  if (account === undefined) return null;
  const organisation = await findOrganisation(context.db, account.organisationId);
  return {
    name: account.name,
    email: account.email,
    organisation: organisation?.name ?? "",
    roles: list(account.roles.map((role) => roleNames[role])),
  };
}

/** Sets the account up with the name and password its owner chose, and signs them in. The link works no more after that. */
export async function joinByInvitation(
  context: Context,
  token: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Result<{ readonly session: string }, "link-ended" | "password-is-common">> {
  if (isCommonPassword(password)) return refused("password-is-common");
  const passwordHash = await hash(password, argon2id);
  const joined = await context.change<Result<{ readonly email: string }, "link-ended">>(async (tx) => {
    const account = await findSignInLink(tx, invitationFingerprint(context, token), context.now, "invitation");
    if (account === undefined) return refused("link-ended");
    await saveStaff(tx, account.id, account.version, { name, passwordHash, joinedAt: context.now });
    await endLinks(tx, account.id);
    await record(context, tx, {
      organisationId: account.organisationId,
      actor: { kind: "staff", id: account.id },
      action: "staff-joined",
      subject: { kind: "staff", id: account.id },
    });
    return done({ email: account.email });
  });
  if (!joined.ok) return joined;
  return done({ session: await beginFirstSession(context, joined.value.email, "link") });
}

function invitationFingerprint(context: Context, token: string): string {
  return context.vault.fingerprint("staff-invitation", token);
}
