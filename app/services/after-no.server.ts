// What somebody may say after "No": why, and how else they would give their views. Nothing of it is asked for twice. Reasons may
// tell of health or money, so they are kept sealed and read only as counts of three people or more.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { countReasons, saysAndWouldRatherNot, type AfterNo, type NoReason } from "#app/domain/people/after-no.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { listInvited, saveInvitation, type Invitation } from "#db/stores/meetings.ts";
import type { Sealed } from "#db/vault.ts";
import type { Context } from "./context.server.ts";

const nothingSaid: AfterNo = { reasons: [], otherWay: null };
const place = (row: string) => ({ table: "invitations", column: "after_no", row });

/** What somebody said after "No"; nothing where they did not, or have changed their mind since. */
export function afterNoOf(context: Context, { id, reply, afterNo }: Pick<Invitation, "id" | "reply" | "afterNo">): AfterNo {
  if (reply !== "not-coming" || afterNo === null) return nothingSaid;
  // Written only by this module, so its shape is known.
  return JSON.parse(context.vault.unseal(afterNo, place(id))) as AfterNo;
}

/** What this person said after "No"; null where they did not say no. */
export async function myAfterNo(context: Context, attendee: Attendee): Promise<AfterNo | null> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  return invitation?.reply === "not-coming" ? afterNoOf(context, invitation) : null;
}

/**
 * Whether a person said no, and whether they said more since. For whoever answers with them: what was said is not read back to anybody
 * but the person.
 */
export async function standingAfterNo(context: Context, attendee: Attendee): Promise<"not-no" | "nothing-more" | "said-more"> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  if (invitation?.reply !== "not-coming") return "not-no";
  return invitation.afterNo === null ? "nothing-more" : "said-more";
}

/** What somebody said after "No", sealed for another invitation that takes theirs over; null where they said nothing. */
export function afterNoSealedFor(
  context: Context,
  { id, afterNo }: Pick<Invitation, "id" | "afterNo">,
  invitationId: string,
): Sealed | null {
  return afterNo === null ? null : context.vault.seal(context.vault.unseal(afterNo, place(id)), place(invitationId));
}

/**
 * Keeps why they said no and how else they would give their views; the last answer counts. Refused unless their reply is "No", and where
 * they would rather not say and give a reason as well.
 */
export async function saveAfterNo(
  context: Context,
  attendee: Attendee,
  version: number,
  said: AfterNo,
  intent?: string,
): Promise<Result<null, "changed-elsewhere" | "mixed-reasons">> {
  if (saysAndWouldRatherNot(said.reasons)) return refused("mixed-reasons");
  return context.change<Result<null, "changed-elsewhere">>(
    async (tx) => {
      const invitation = await tx.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
      if (invitation?.reply !== "not-coming") return refused("changed-elsewhere");
      const afterNo = context.vault.seal(JSON.stringify(said), place(attendee.invitationId));
      if (!(await saveInvitation(tx, attendee.invitationId, version, { afterNo }))) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "said-more-after-no",
        subject: { kind: "invitation", id: attendee.invitationId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/** Why people said no to a meeting: each reason that enough people gave, with how many. Never who. */
export async function countNoReasons(
  context: Context,
  coordinator: Coordinator,
  meetingId: string,
): Promise<readonly { readonly reason: NoReason; readonly people: number }[]> {
  const said = (await listInvited(context.db, coordinator.organisationId, meetingId)).map(({ invitation }) =>
    afterNoOf(context, invitation),
  );
  return countReasons(said);
}
