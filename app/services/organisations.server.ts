// The organisation itself: its name, its contact block, its policies.
import { budgetCodePatternIn } from "#app/domain/payments/paying-rules.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { findOrganisation, listOrganisations as list, type Organisation } from "#db/stores/accounts.ts";
import type { Context } from "./context.server.ts";

export type { Organisation };

/** Every organisation of this installation, the example last. */
export async function listOrganisations(context: Context): Promise<readonly Organisation[]> {
  return list(context.db);
}

/** One organisation. Throws when it is not there: ids of organisations come from rows that refer to it. */
export async function organisationOf(context: Context, id: string): Promise<Organisation> {
  const found = await findOrganisation(context.db, id);
  if (!found) throw new Error("No organisation has this id");
  return found;
}

/** What an organisation's policy says about meetings where no costs are paid; empty where it wrote nothing. */
export async function policyWithoutCosts(context: Context, { organisationId }: Pick<Coordinator, "organisationId">): Promise<string> {
  return (await organisationOf(context, organisationId)).policies["withoutCosts"] ?? "";
}

/** How an organisation's budget codes look; empty where any code will do. */
export async function budgetCodePatternOf(context: Context, { organisationId }: Pick<Coordinator, "organisationId">): Promise<string> {
  return budgetCodePatternIn((await organisationOf(context, organisationId)).policies);
}
