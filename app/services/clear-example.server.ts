// Clearing the example: everything that is made up goes, and nothing else.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findOrganisation } from "#db/stores/accounts.ts";
import { removeOrganisation } from "#db/stores/clear-organisation.ts";
import type { Context } from "./context.server.ts";

/** Removes the example organisation. Refused for an organisation that is not the example. */
export async function clearExample(context: Context, administrator: Administrator): Promise<Result<null, "not-the-example">> {
  const cleared = await context.change<Result<null, "not-the-example">>(async (tx) => {
    const organisation = await findOrganisation(tx, administrator.organisationId);
    if (!organisation?.isExample) return refused("not-the-example");
    await record(context, tx, {
      organisationId: organisation.id,
      actor: auditActorOf(administrator),
      action: "example-cleared",
      subject: { kind: "organisation", id: organisation.id },
    });
    await removeOrganisation(tx, organisation.id);
    return done(null);
  });
  await context.emptyLog();
  return cleared;
}
