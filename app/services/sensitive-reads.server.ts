// Who looked at what is sensitive, for administrators: who, when and what kind of thing. Never whose: an administrator looks after
// people's privacy and has no part in what they told us.
import type { Instant } from "#app/domain/basics/dates.ts";
import type { Administrator } from "#app/domain/people/actors.ts";
import { sensitiveReads } from "#app/words/keeping.ts";
import { pageOfAudit } from "#db/stores/audit.ts";
import { listOpenRequests } from "#db/stores/data-requests.ts";
import type { Context } from "./context.server.ts";

export type SensitiveRead = { readonly sequence: number; readonly at: Instant; readonly who: string; readonly what: string };
export type SensitiveReads = { readonly entries: readonly SensitiveRead[]; readonly page: number; readonly pages: number };

const entriesOnAPage = 25;

/** One page of who looked at sensitive things, the latest first. */
export async function sensitiveReadsFor(context: Context, administrator: Administrator, page: number): Promise<SensitiveReads> {
  const at = { skip: (Math.max(1, page) - 1) * entriesOnAPage, take: entriesOnAPage };
  const { entries, count } = await pageOfAudit(context.db, administrator.organisationId, Object.keys(sensitiveReads), at);
  return {
    entries: entries.map(({ sequence, at: when, action, actorKind, name }) => ({
      sequence,
      at: when,
      who: name ?? (actorKind === "attendee" ? "The person themselves" : "Somebody who has left"),
      what: sensitiveReads[action] ?? action,
    })),
    page: Math.max(1, page),
    pages: Math.max(1, Math.ceil(count / entriesOnAPage)),
  };
}

/** The requests for a copy, or to be deleted, that nobody has answered yet, by the day they are due; never whose. */
export async function requestsDueFor(context: Context, administrator: Administrator) {
  return (await listOpenRequests(context.db, administrator.organisationId)).map(({ id, kind, askedOn, answerBy }) => ({
    id,
    kind,
    askedOn,
    answerBy,
  }));
}
