// An administrator of an organisation of their own: what tests about settings begin with.
import { administratorOf, type Administrator } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

/** Ines Costa, in an organisation there already is. */
export async function administratorIn(context: Context, organisationId: string): Promise<Administrator> {
  const email = `${context.newId().toLowerCase()}@example.org`;
  const added = await addStaffMember(context, { organisationId, name: "Ines Costa", email, roles: ["administrator"] });
  if (!added.ok) throw new Error(added.refusal);
  return administratorOf({ staffId: added.value.staffId, organisationId, name: "Ines Costa", email, roles: ["administrator"] })!;
}

/** Ines Costa, in a new organisation. */
export async function administratorOfNew(context: Context, name: string): Promise<Administrator> {
  return administratorIn(context, (await makeOrganisation(context, name)).organisationId);
}
