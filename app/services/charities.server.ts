// The charities an organisation offers when somebody would rather it gave than paid them. Administrators keep the list; which one
// anybody chose is not theirs to see.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { addCharity, listCharities, removeCharity } from "#db/stores/charities.ts";
import { listedFields } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

export type CharityOnList = { readonly id: string; readonly version: number; readonly name: string; readonly number: string };

/** The charities to choose from, by name, for anybody of that organisation. */
export async function charitiesOf(context: Context, organisationId: string): Promise<readonly CharityOnList[]> {
  return (await listCharities(context.db, organisationId)).map(({ id, version, name, number }) => ({ id, version, name, number }));
}

/** Puts a charity on the list. Refused when one of that name stands on it. */
export async function addCharityFor(
  context: Context,
  administrator: Administrator,
  { name, number }: { readonly name: string; readonly number: string },
  intent?: string,
): Promise<Result<object, "already-there">> {
  const { organisationId, staffId } = administrator;
  return context.change<Result<object, "already-there">>(
    async (tx) => {
      const isThere = (await listCharities(tx, organisationId)).some((one) => one.name.toLowerCase() === name.toLowerCase());
      if (isThere) return refused("already-there");
      const id = context.newId();
      await addCharity(tx, { id, organisationId, name, number, addedBy: staffId, addedAt: context.now });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "charity-added",
        subject: { kind: "charity", id },
      });
      const fields = listedFields(null, { name, "charity number": number });
      await keepSettingChange(context, tx, administrator, { kind: "charities", about: name, fields });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

/** Takes a charity off the list. Choices already made stand. */
export async function removeCharityFor(
  context: Context,
  administrator: Administrator,
  { charityId, version }: { readonly charityId: string; readonly version: number },
  intent?: string,
): Promise<Result<object, "not-found">> {
  const { organisationId } = administrator;
  return context.change<Result<object, "not-found">>(
    async (tx) => {
      const found = (await listCharities(tx, organisationId)).find(({ id }) => id === charityId);
      if (!(await removeCharity(tx, { organisationId, id: charityId, version, at: context.now }))) return refused("not-found");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "charity-removed",
        subject: { kind: "charity", id: charityId },
      });
      await keepSettingChange(context, tx, administrator, { kind: "charities", about: found?.name ?? "", fields: listedFields({}, null) });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
