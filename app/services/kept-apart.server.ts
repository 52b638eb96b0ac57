// Two people who are not to meet: coordinators write it down and read it, and nobody else does, on no paper, in no message and
// on no page of theirs. That the list was opened is put on record. It holds for every meeting both are asked to.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { dayIn } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { KeptApart } from "#app/domain/meetings/meeting.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { addPair, listPairs, savePair, type StoredPair } from "#db/stores/kept-apart.ts";
import { findMeeting, listInvited, type Meeting } from "#db/stores/meetings.ts";
import { findPeople, listPeople, type Person } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";

type Pair = { readonly people: readonly [string, string]; readonly note: string };

const place = (row: string) => ({ table: "kept_apart", column: "details", row });

// Written only by this module, so its shape is known.
function opened(context: Context, row: StoredPair): Pair {
  return JSON.parse(context.vault.unseal(row.details, place(row.id))) as Pair;
}

// People who turned out to be one person are one person here too.
async function currentIds(db: Db | Tx, organisationId: string): Promise<(personId: string) => string> {
  const joined = new Map((await listPeople(db, organisationId)).map(({ id, mergedInto }) => [id, mergedInto]));
  return (personId) => {
    let found = personId;
    for (let next = joined.get(found); next !== undefined && next !== null; next = joined.get(found)) found = next;
    return found;
  };
}

/** The pairs of a meeting, as the planning core reads them: by invitation, where both are asked and neither has said no. */
export async function pairsAt(context: Context, meeting: Meeting): Promise<readonly KeptApart[]> {
  const rows = (await listPairs(context.db, meeting.organisationId)).filter(({ endedAt }) => endedAt === null);
  if (rows.length === 0) return [];
  const current = await currentIds(context.db, meeting.organisationId);
  const invited = await listInvited(context.db, meeting.organisationId, meeting.id);
  const invitationOf = new Map(
    invited.flatMap(({ invitation, person }) => (invitation.reply === "not-coming" ? [] : [[person.id, invitation.id] as const])),
  );
  return rows.flatMap((row): readonly KeptApart[] => {
    const [one, other] = opened(context, row).people.map((id) => invitationOf.get(current(id)));
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
}

/**
 * How many pairs would both be asked to a meeting if these people were invited, counting those asked already who have not said no.
 * A pair of two who are both asked already is not counted: the plan says that one.
 */
export async function pairsIfInvited(
  context: Context,
  db: Db | Tx,
  meeting: Pick<Meeting, "id" | "organisationId">,
  personIds: readonly string[],
): Promise<number> {
  const rows = (await listPairs(db, meeting.organisationId)).filter(({ endedAt }) => endedAt === null);
  if (rows.length === 0) return 0;
  const current = await currentIds(db, meeting.organisationId);
  const chosen = new Set(personIds.map(current));
  const asked = (await listInvited(db, meeting.organisationId, meeting.id)).filter(({ invitation }) => invitation.reply !== "not-coming");
  const there = new Set([...chosen, ...asked.map(({ person }) => person.id)]);
  return rows.filter((row) => {
    const ids = opened(context, row).people.map(current);
    return ids.every((id) => there.has(id)) && ids.some((id) => chosen.has(id));
  }).length;
}

/** How many pairs are kept apart among the people asked to a meeting, for a note before the same people are asked again. */
export async function pairsAmongInvited(context: Context, coordinator: Coordinator, reference: string): Promise<number> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  return meeting ? (await pairsAt(context, meeting)).length : 0;
}

export type PairView = {
  readonly pairId: string;
  readonly names: readonly [string, string];
  readonly note: string;
  readonly savedBy: string;
  readonly savedOn: CalendarDate;
  /** How many of the two are asked to this meeting. */
  readonly invited: 0 | 1 | 2;
  /** Both would be asked if those chosen were invited, and are not both asked yet. */
  readonly wouldMeet: boolean;
  readonly version: number;
};

export type PairsOfMeeting = {
  readonly meeting: Pick<Meeting, "reference" | "name" | "date">;
  /** Those invited and those chosen to be, by name, to choose from. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  /** Pairs with at least one person of this meeting. */
  readonly pairs: readonly PairView[];
};

/** Who is kept apart among the people of a meeting, and of those chosen to be invited. That it was opened is put on record. */
export async function keptApartFor(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  chosen: readonly string[] = [],
): Promise<Result<PairsOfMeeting, "not-found">> {
  const { organisationId } = coordinator;
  const meeting = await findMeeting(context.db, organisationId, reference);
  if (!meeting) return refused("not-found");
  const invited = await listInvited(context.db, organisationId, meeting.id);
  const here = new Set(invited.map(({ person }) => person.id));
  const toInvite = (await findPeople(context.db, organisationId, chosen)).filter(({ id }) => !here.has(id));
  const there = new Set([...here, ...toInvite.map(({ id }) => id)]);
  const rows = (await listPairs(context.db, organisationId)).filter(({ endedAt }) => endedAt === null);
  const current = await currentIds(context.db, organisationId);
  const names = new Map((await listPeople(context.db, organisationId)).map(({ id, name }) => [id, name]));
  const staff = new Map((await listStaff(context.db, organisationId)).map(({ id, name }) => [id, name]));
  const pairs = rows.flatMap((row): readonly PairView[] => {
    const { people, note } = opened(context, row);
    const ids = [current(people[0]), current(people[1])] as const;
    if (!ids.some((id) => there.has(id))) return [];
    const asked = ids.filter((id) => here.has(id)).length;
    return [
      {
        pairId: row.id,
        names: [names.get(ids[0]) ?? "", names.get(ids[1]) ?? ""],
        note,
        savedBy: staff.get(row.savedBy) ?? "",
        savedOn: dayIn(row.savedAt),
        invited: asked === 2 ? 2 : asked === 1 ? 1 : 0,
        wouldMeet: asked < 2 && ids.every((id) => there.has(id)),
        version: row.version,
      },
    ];
  });
  if (pairs.length > 0) {
    await context.change(async (tx) =>
      record(context, tx, {
        organisationId,
        actor: auditActorOf(coordinator),
        action: "kept-apart-opened",
        subject: { kind: "meeting", id: meeting.id },
        details: { pairs: pairs.length },
      }),
    );
  }
  return done({ meeting, people: byName([...invited.map(({ person }) => person), ...toInvite]), pairs });
}

function byName(people: readonly Pick<Person, "id" | "name">[]): PairsOfMeeting["people"] {
  return people.map(({ id, name }) => ({ personId: id, name })).toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * Writes down that two people are kept apart, from now on at every meeting of the organisation. Each is asked to this meeting, or
 * chosen to be. A pair that had ended begins again.
 */
export async function keepApart(
  context: Context,
  coordinator: Coordinator,
  reference: string,
  said: { readonly one: string; readonly other: string; readonly note: string },
  intent?: string,
  chosen: readonly string[] = [],
): Promise<Result<{ readonly pairId: string }, "not-found" | "one-person" | "on-record">> {
  const { one, other, note } = said;
  if (one === other) return refused("one-person");
  const { organisationId } = coordinator;
  return context.change<Result<{ pairId: string }, "not-found" | "one-person" | "on-record">>(
    async (tx) => {
      const meeting = await findMeeting(tx, organisationId, reference);
      const here = new Set([
        ...(meeting ? (await listInvited(tx, organisationId, meeting.id)).map(({ person }) => person.id) : []),
        ...(await findPeople(tx, organisationId, chosen)).map(({ id }) => id),
      ]);
      if (!meeting || !here.has(one) || !here.has(other)) return refused("not-found");
      const people = [one, other].toSorted() as [string, string]; // two sorted are two
      const pair = context.vault.fingerprint("kept-apart", people.join(" "));
      const before = (await listPairs(tx, organisationId)).find((row) => row.pair === pair);
      if (before?.endedAt === null) return refused("on-record");
      const pairId = before?.id ?? context.newId();
      const row = {
        details: context.vault.seal(JSON.stringify({ people, note } satisfies Pair), place(pairId)),
        savedBy: coordinator.staffId,
        savedAt: context.now,
      };
      const isSaved = before
        ? await savePair(tx, pairId, before.version, { ...row, endedAt: null })
        : await addPair(tx, { id: pairId, organisationId, pair, ...row });
      if (!isSaved) return refused("on-record");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(coordinator),
        action: "kept-apart-added",
        subject: { kind: "kept-apart", id: pairId },
      });
      return done({ pairId });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Ends a pair: the two may meet again. What was written is erased with it. */
export async function endKeptApart(
  context: Context,
  coordinator: Coordinator,
  at: { readonly pairId: string; readonly version: number },
  intent?: string,
): Promise<Result<{ readonly pairId: string }, "not-found" | "changed-by-someone-else">> {
  const { organisationId } = coordinator;
  return context.change<Result<{ pairId: string }, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const row = (await listPairs(tx, organisationId)).find(({ id, endedAt }) => id === at.pairId && endedAt === null);
      if (!row) return refused("not-found");
      const { people } = opened(context, row);
      const details = context.vault.seal(JSON.stringify({ people, note: "" } satisfies Pair), place(row.id));
      if (!(await savePair(tx, row.id, at.version, { endedAt: context.now, details }))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(coordinator),
        action: "kept-apart-ended",
        subject: { kind: "kept-apart", id: row.id },
      });
      return done({ pairId: row.id });
    },
    intent === undefined ? {} : { intent },
  );
}
