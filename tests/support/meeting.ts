// One meeting made through the services, with people asked to it: what most tests about people begin with.
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { attendeeOf } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { addOrganisation } from "#db/stores/accounts.ts";

export { calendarDateOf, clockTimeOf };

export type MadeOrganisation = { readonly organisationId: string; readonly coordinator: Coordinator };

/** An organisation with one coordinator. */
export async function makeOrganisation(context: Context, name = "Harbour Health Trust"): Promise<MadeOrganisation> {
  const organisationId = context.newId();
  await context.change(async (tx) =>
    addOrganisation(tx, {
      id: organisationId,
      name,
      nation: "england",
      contact: { name: "Asha Grewal", phone: "01632 960 001", textNumber: "", email: "asha@example.org", bslVideoRelay: "", hours: "" },
      policies: {},
      createdAt: context.now,
    }),
  );
  const email = `${context.newId().toLowerCase()}@example.org`;
  const added = await addStaffMember(context, { organisationId, name: "Asha Grewal", email, roles: ["coordinator"] });
  if (!added.ok) throw new Error(added.refusal);
  const coordinator = coordinatorOf({ staffId: added.value.staffId, organisationId, name: "Asha Grewal", email, roles: ["coordinator"] });
  if (!coordinator) throw new Error("not a coordinator");
  return { organisationId, coordinator };
}

/** The attendee behind an invitation, as their private link lets them in. */
export async function attendeeFor(context: Context, invitationId: string, mayReadBack = false): Promise<Attendee> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invitationId) });
  if (!invitation) throw new Error("no such invitation");
  return attendeeOf({
    organisationId: invitation.organisationId,
    personId: invitation.personId,
    invitationId,
    meetingId: invitation.meetingId,
    grantId: "test",
    mayReadBack,
  });
}
