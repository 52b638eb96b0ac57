// Ways to reach somebody that were on file before. They are kept sealed, so that news of a changed account still goes where the
// person was reached before somebody changed both (promises.md T12).
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Db, Tx } from "#db/open.ts";
import { addEarlierContact, listEarlierContacts } from "#db/stores/payees.ts";
import type { Sealed } from "#db/vault.ts";
import type { Context } from "./context.server.ts";

type Reachable = { readonly id: string; readonly email: string; readonly phone: string; readonly address: string };

/** For so long after it was replaced a channel still gets the notice; after that it may be somebody else's. */
const noticeDays = 90;

const place = (row: string) => ({ table: "earlier_contacts", column: "value", row });

/** Keeps what a change of somebody's contact details replaces. */
export async function keepReplacedContacts(context: Context, tx: Tx, before: Reachable, after: Omit<Reachable, "id">): Promise<void> {
  for (const kind of ["email", "phone", "address"] as const) {
    const value = before[kind];
    if (value === "" || value === after[kind]) continue;
    const id = context.newId();
    await addEarlierContact(tx, { id, personId: before.id, kind, value: context.vault.seal(value, place(id)), replacedAt: context.now });
  }
}

/** The earlier channels that still get the notice of a changed account. */
export async function earlierChannels(
  context: Context,
  db: Db | Tx,
  personId: string,
): Promise<readonly { readonly channel: "email" | "letter"; readonly recipient: string }[]> {
  const since = Date.parse(context.now) - noticeDays * 24 * 3_600_000;
  return (await listEarlierContacts(db, personId)).flatMap(({ id, kind, value, replacedAt }) => {
    if (kind === "phone" || Date.parse(replacedAt) < since) return [];
    return [{ channel: kind === "email" ? ("email" as const) : ("letter" as const), recipient: context.vault.unseal(value, place(id)) }];
  });
}

/** One of them, opened. */
export function earlierContactOf(context: Context, { id, value }: { readonly id: string; readonly value: Sealed }): string {
  return context.vault.unseal(value, place(id));
}

export type EarlierContactView = { readonly kind: "email" | "phone" | "address"; readonly replacedAt: Instant; readonly value: string };

/** Everything that was on file before, opened: for the call back, which the caller records. */
export async function openEarlierContacts(context: Context, db: Db | Tx, personId: string): Promise<readonly EarlierContactView[]> {
  return (await listEarlierContacts(db, personId)).map(({ id, kind, value, replacedAt }) => ({
    kind,
    replacedAt,
    value: context.vault.unseal(value, place(id)),
  }));
}
