// The advisers an organisation works with. Administrators keep the list and see how many people asked; a request itself goes
// to the adviser alone, and nobody who works here can read it (experience.md 2.5.7, field matrix).
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { addAdviser, countAdviserRequests, listAdvisers, stopAdviser, type Adviser } from "#db/stores/advisers.ts";
import { adviserSaid, listedFields } from "#app/words/setting-fields.ts";
import type { Context } from "./context.server.ts";
import { keepSettingChange } from "./settings-history.server.ts";

export type AdviserFacts = {
  readonly name: string;
  readonly about: string;
  readonly email: string;
  readonly phone: string;
  readonly otherWays: string;
  readonly hours: string;
  readonly repliesWithinDays: number;
};

export type AdviserView = AdviserFacts & { readonly id: string; readonly version: number };

function viewOf({ id, version, name, about, email, phone, otherWays, hours, repliesWithinDays }: Adviser): AdviserView {
  return { id, version, name, about, email, phone, otherWays, hours, repliesWithinDays };
}

/** The organisation's own advisers, for anybody of that organisation. */
export async function advisersOf(context: Context, organisationId: string): Promise<readonly AdviserView[]> {
  return (await listAdvisers(context.db, organisationId)).map(viewOf);
}

/** The list an administrator keeps, and how many people asked for advice: never who. */
export async function advisersFor(
  context: Context,
  { organisationId }: Administrator,
): Promise<{ readonly advisers: readonly AdviserView[]; readonly requests: number }> {
  return { advisers: await advisersOf(context, organisationId), requests: await countAdviserRequests(context.db, organisationId) };
}

/** Adds an adviser. Refused when neither an email address nor a phone number says how to reach them. */
export async function addAdviserFor(
  context: Context,
  administrator: Administrator,
  facts: AdviserFacts,
  intent?: string,
): Promise<Result<{ readonly adviserId: string }, "no-way-to-reach">> {
  if (facts.email === "" && facts.phone === "") return refused("no-way-to-reach");
  const { organisationId } = administrator;
  return context.change<Result<{ readonly adviserId: string }, never>>(
    async (tx) => {
      const adviserId = context.newId();
      await addAdviser(tx, { id: adviserId, organisationId, ...facts, createdAt: context.now });
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "adviser-added",
        subject: { kind: "adviser", id: adviserId },
      });
      const fields = listedFields(null, adviserSaid(facts));
      await keepSettingChange(context, tx, administrator, { kind: "advisers", about: facts.name, fields });
      return done({ adviserId });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Takes an adviser off the list. Requests they were sent stay theirs. */
export async function stopAdviserFor(
  context: Context,
  administrator: Administrator,
  { adviserId, version }: { readonly adviserId: string; readonly version: number },
  intent?: string,
): Promise<Result<object, "not-found">> {
  const { organisationId } = administrator;
  return context.change<Result<object, "not-found">>(
    async (tx) => {
      const found = (await listAdvisers(tx, organisationId)).find(({ id }) => id === adviserId);
      if (!(await stopAdviser(tx, organisationId, adviserId, version, context.now))) return refused("not-found");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "adviser-stopped",
        subject: { kind: "adviser", id: adviserId },
      });
      await keepSettingChange(context, tx, administrator, { kind: "advisers", about: found?.name ?? "", fields: listedFields({}, null) });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
