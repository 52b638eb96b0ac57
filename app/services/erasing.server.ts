// Deleting everything about one person because they asked (promises.md P5, T24). All of it goes in one change, with a count by kind on
// record and nothing of what it was. What somebody is told before is counted by the same work that is done after, and changes nothing.
// Files go from the disk once the change is saved.
import { appendFile, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { addMonths, dayIn, instantOf, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { auditActorOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import {
  goingKindsForStaff,
  isCostUnderWay,
  isUnderWay,
  type Deletion,
  type WayToKnow,
  type WhyNotDeleted,
} from "#app/domain/people/erasing.ts";
import { claimsKeptFrom } from "#app/domain/people/keeping.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addDataRequest, findDataRequest, listDataRequests, saveDataRequest } from "#db/stores/data-requests.ts";
import * as store from "#db/stores/erasing.ts";
import { findPerson } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { rewriteNotes } from "./erasing-notes.server.ts";
import { goingRecords, takeAll, workFor, type Work } from "./erasing-work.server.ts";
import { dropUpload } from "./files.server.ts";
import { periodsOf } from "./keeping-periods.server.ts";

/** Who had it done: the person, a member of staff, or the program after older data was put back. */
type By = { readonly kind: string; readonly id: string };

type Done = Deletion & { readonly personIds: readonly string[]; readonly fileIds: readonly string[] };

// Everything in one go. What hangs from something goes before it.
async function deleteAll(context: Context, tx: Tx, work: Work): Promise<Done> {
  const { records, personIds, keptRecords, isPaidLater, fileIds } = work;
  const notes = await rewriteNotes(context, tx, work);
  await store.untieStaff(tx, goingRecords(work));
  const { gone, kept } = await takeAll(store.deleting(tx), work);
  await store.emptyInvitations(tx, [...work.stayingInvitations]);
  const going = new Set(goingRecords(work));
  const [main, ...merged] = records;
  if (main !== undefined && !going.has(main.id)) await store.saveRecord(tx, main.id, { ...emptied(isPaidLater), erasedAt: context.now });
  for (const { id } of merged.filter((one) => keptRecords.has(one.id)))
    await store.saveRecord(tx, id, { ...emptied(false), ...(main === undefined ? {} : { name: main.name }), erasedAt: context.now });
  return { gone: notes > 0 ? { ...gone, notes } : gone, kept, personIds, fileIds };
}

// Whoever is still to be paid has to be reached and paid: for finance alone, and only until then.
function emptied(isPaidLater: boolean): Partial<store.ErasedRecord> {
  return {
    ...(isPaidLater ? {} : { email: "", phone: "", address: "" }),
    safeContact: null,
    neutralSubject: true,
    agreedAt: null,
  };
}

// Only counts. What others wrote is opened by deleting alone, so how many notes name them is not known before.
async function look(context: Context, organisationId: string, personId: string): Promise<Result<Deletion, "not-found">> {
  const work = await workFor(context, context.db, organisationId, personId);
  return work === null ? refused("not-found") : done(await takeAll(store.counting(context.db), work));
}

type WhoFor<Refusal> = (tx: Tx) => Promise<Result<{ readonly personId: string }, Refusal>>;

// Who it is for is looked up inside the change, so that a form sent twice is answered by what the first one did.
async function carryOut<Refusal extends string>(
  context: Context,
  organisationId: string,
  whoFor: WhoFor<Refusal>,
  { by, how, intent }: { readonly by: By; readonly how: string; readonly intent?: string | undefined },
): Promise<Result<Deletion, Refusal | "not-found">> {
  const made = await context.change<Result<Done, Refusal | "not-found">>(
    async (tx) => {
      const found = await whoFor(tx);
      if (!found.ok) return found;
      const work = await workFor(context, tx, organisationId, found.value.personId);
      if (work === null) return refused("not-found");
      const result = await deleteAll(context, tx, work);
      const { gone, kept, personIds } = result;
      const id = context.newId();
      await store.addErasure(tx, {
        id,
        organisationId,
        personIds,
        erasedBy: by.kind === "staff" ? by.id : by.kind,
        erasedAt: context.now,
        gone,
        kept,
      });
      await record(context, tx, {
        organisationId,
        actor: by,
        action: "person-deleted",
        subject: { kind: "erasure", id },
        details: { how, ...counted("gone", gone), ...counted("kept", kept) },
      });
      return done(result);
    },
    intent === undefined ? {} : { intent },
  );
  if (!made.ok) return made;
  await noteForRestoring(context, organisationId, made.value.personIds);
  for (const id of made.value.fileIds) await dropUpload(context, id);
  await context.emptyLog();
  return done({ gone: made.value.gone, kept: made.value.kept });
}

const known =
  (personId: string): WhoFor<never> =>
  async () =>
    Promise.resolve(done({ personId }));

function counted(what: string, counts: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).map(([kind, number]) => [`${what} ${kind}`, number ?? 0]));
}

// ---- The person themselves ----

/** What would be deleted and what would stay. Refused on a device that has not shown that it is the person's own. */
export async function whatWouldGo(context: Context, attendee: Attendee): Promise<Result<Deletion, "not-proven" | "not-found">> {
  return attendee.mayReadBack ? look(context, attendee.organisationId, attendee.personId) : refused("not-proven");
}

/** Deletes everything about the person who asks. Refused on a device that has not shown that it is their own. */
export async function deleteMe(
  context: Context,
  attendee: Attendee,
  intent?: string,
): Promise<Result<Deletion, "not-proven" | "not-found">> {
  if (!attendee.mayReadBack) return refused("not-proven");
  return carryOut(context, attendee.organisationId, known(attendee.personId), { by: auditActorOf(attendee), how: "own-page", intent });
}

/** Asks the organisation to do it: for somebody who cannot get a fresh link. Asking twice is asking once. */
export async function askToBeDeleted(context: Context, attendee: Attendee, intent?: string): Promise<{ readonly answerBy: CalendarDate }> {
  return context.change(
    async (tx) => {
      const waiting = await waitingDeletion(tx, attendee.organisationId, attendee.personId);
      if (waiting !== undefined) return { answerBy: waiting.answerBy };
      const answerBy = addMonths(context.today, 1);
      await addDataRequest(tx, {
        id: context.newId(),
        organisationId: attendee.organisationId,
        personId: attendee.personId,
        kind: "erase",
        askedOn: context.today,
        answerBy,
        recordedBy: null,
      });
      await record(context, tx, {
        organisationId: attendee.organisationId,
        actor: auditActorOf(attendee),
        action: "deletion-asked",
        subject: { kind: "person", id: attendee.personId },
      });
      return { answerBy };
    },
    intent === undefined ? {} : { intent },
  );
}

/** By when somebody who asked to be deleted has to be answered; null where they did not ask. */
export async function deletionAsked(context: Context, attendee: Attendee): Promise<CalendarDate | null> {
  return (await waitingDeletion(context.db, attendee.organisationId, attendee.personId))?.answerBy ?? null;
}

async function waitingDeletion(db: Db, organisationId: string, personId: string) {
  return (await listDataRequests(db, organisationId, personId)).find(({ kind, closedAt }) => kind === "erase" && closedAt === null);
}

// ---- Staff ----

/** What a member of staff may read of a deletion: no count of anything that was said in private. */
export type DeletionForStaff = Deletion;

function forStaff({ gone, kept }: Deletion): DeletionForStaff {
  const shown = goingKindsForStaff.flatMap((kind) => (gone[kind] === undefined ? [] : [[kind, gone[kind]] as const]));
  return { gone: Object.fromEntries(shown), kept };
}

/** What deleting somebody would do, for a coordinator who was asked for it. */
export async function deletionFor(
  context: Context,
  coordinator: Coordinator,
  personId: string,
): Promise<Result<DeletionForStaff, "not-found">> {
  const found = await look(context, coordinator.organisationId, personId);
  return found.ok ? done(forStaff(found.value)) : found;
}

/** Deletes somebody who asked a coordinator for it. */
export async function deletePerson(
  context: Context,
  coordinator: Coordinator,
  personId: string,
  how: WayToKnow,
  intent?: string,
): Promise<Result<DeletionForStaff, "not-found">> {
  const made = await carryOut(context, coordinator.organisationId, known(personId), { by: auditActorOf(coordinator), how, intent });
  return made.ok ? done(forStaff(made.value)) : made;
}

export type WaitingDeletion = {
  readonly requestId: string;
  readonly version: number;
  readonly askedOn: CalendarDate;
  readonly answerBy: CalendarDate;
};

/** One request to be deleted, with what it would do, for an administrator: without whose it is. */
export async function deletionRequestFor(
  context: Context,
  administrator: Administrator,
  requestId: string,
): Promise<Result<WaitingDeletion & { readonly deletion: DeletionForStaff }, "not-found">> {
  const found = await findDataRequest(context.db, administrator.organisationId, requestId);
  if (found?.kind !== "erase" || found.closedAt !== null) return refused("not-found");
  const looked = await look(context, administrator.organisationId, found.personId);
  if (!looked.ok) return looked;
  const { version, askedOn, answerBy } = found;
  return done({ requestId, version, askedOn, answerBy, deletion: forStaff(looked.value) });
}

/** Does what one request asks for. Refused once it was closed without deleting anybody. */
export async function answerDeletionRequest(
  context: Context,
  administrator: Administrator,
  requestId: string,
  intent?: string,
): Promise<Result<DeletionForStaff, "not-found" | "closed-already">> {
  const whoFor: WhoFor<"not-found" | "closed-already"> = async (tx) => {
    const found = await findDataRequest(tx, administrator.organisationId, requestId);
    if (found?.kind !== "erase") return refused("not-found");
    return found.closedAt === null ? done({ personId: found.personId }) : refused("closed-already");
  };
  const made = await carryOut(context, administrator.organisationId, whoFor, { by: auditActorOf(administrator), how: "request", intent });
  return made.ok ? done(forStaff(made.value)) : made;
}

/**
 * Closes a request to be deleted, because they no longer want it or it was not them: nobody is deleted. Refused where somebody closed it
 * since the page was drawn. `personId` where the page is that of one person: a request of anybody else is not found there.
 */
export async function closeDeletionRequest(
  context: Context,
  actor: Administrator | Coordinator,
  at: { readonly requestId: string; readonly version: number; readonly personId?: string },
  why: WhyNotDeleted,
  intent?: string,
): Promise<Result<null, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<null, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const found = await findDataRequest(tx, actor.organisationId, at.requestId);
      if (found?.kind !== "erase" || (at.personId !== undefined && found.personId !== at.personId)) return refused("not-found");
      const change = { closedAt: context.now, closedWhy: why, closedBy: actor.staffId };
      if (found.closedAt !== null || !(await saveDataRequest(tx, found.id, at.version, change))) return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId: actor.organisationId,
        actor: auditActorOf(actor),
        action: "deletion-request-closed",
        subject: { kind: "person", id: found.personId },
        details: { why },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}

/** The days somebody was deleted, the latest first: never who. */
export async function deletionsFor(
  context: Context,
  administrator: Administrator,
): Promise<readonly { readonly id: string; readonly on: CalendarDate; readonly keptSomething: boolean }[]> {
  const found = await store.listErasures(context.db, administrator.organisationId);
  return found.map(({ id, erasedAt, kept }) => ({ id, on: dayIn(erasedAt), keptSomething: Object.keys(kept).length > 0 }));
}

// ---- After older data was put back, and once nothing is owed any more ----

const listFile = (context: Context): string => join(dirname(context.filesFolder), "deleted-people");

// Beside the database, so that it is there when older data is put back in the database's place.
async function noteForRestoring(context: Context, organisationId: string, personIds: readonly string[]): Promise<void> {
  await appendFile(listFile(context), `${JSON.stringify({ organisationId, personIds, at: context.now })}\n`, { mode: 0o600 });
}

type Noted = { readonly organisationId: string; readonly personIds: readonly string[]; readonly at: Instant };

async function notedForRestoring(context: Context): Promise<readonly Noted[]> {
  const text = await readFile(listFile(context), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line) as Noted];
    } catch {
      // The last line of a program that was stopped while it wrote.
      return [];
    }
  });
}

/** Deletes again whoever was deleted before and is there again, because an older copy of the data was put back. Says how many were. */
export async function deleteAgain(context: Context): Promise<number> {
  let again = 0;
  for (const { organisationId, personIds } of await notedForRestoring(context)) {
    for (const id of personIds) {
      const found = await findPerson(context.db, organisationId, id);
      if (found === undefined || found.erasedAt !== null) continue;
      const made = await carryOut(context, organisationId, known(id), { by: { kind: "program", id: "erasing" }, how: "data-put-back" });
      if (made.ok) again += 1;
    }
  }
  return again;
}

/**
 * Finishes what money held up: once nothing is owed, the ways to reach and pay somebody who asked to be deleted go; once nothing of
 * theirs is kept for the accounts any longer, so does the name, with what was paid for them before meetings. Each is put on record.
 * Says of how many people something went.
 */
export async function finishDeletions(context: Context, organisationId: string): Promise<number> {
  const { claims: years } = await periodsOf(context.db, organisationId);
  let finished = 0;
  for (const person of await store.listErasedPeople(context.db, organisationId))
    finished += await context.change(async (tx) => ((await finishOne(context, tx, person, claimsKeptFrom(context.today, years))) ? 1 : 0));
  return finished;
}

// `from` is the first day of what the accounts still need.
async function finishOne(context: Context, tx: Tx, person: store.ErasedRecord, from: CalendarDate): Promise<boolean> {
  const { organisationId } = person;
  const ids = (await store.listAllRecordsOf(tx, organisationId, person.id)).map(({ id }) => id);
  const { claims, costs } = await store.findLeftOfMoney(tx, ids);
  if (claims.some(isUnderWay) || costs.some(({ state }) => isCostUnderWay(state))) return false;
  const takes = store.deleting(tx);
  const accounts = await store.dropAccounts(takes, ids);
  const ways = await store.dropEarlierContactsOf(takes, ids);
  const recipients = [person.email].filter((one) => one !== "").map((one) => one.toLowerCase());
  const messages = await store.dropMessages(takes, organisationId, ids, recipients);
  const isReachable = [person.email, person.phone, person.address].some((one) => one !== "");
  if (isReachable) await store.saveRecord(tx, person.id, { email: "", phone: "", address: "" });
  const isOver = claims.length === 0 && costs.every((cost) => cost.from < from);
  const over = isOver
    ? await store.dropCostRequests(
        takes,
        costs.map(({ id }) => id),
      )
    : 0;
  const isNamed = isOver && person.name !== deletedName;
  if (isNamed) {
    for (const id of ids) await store.saveRecord(tx, id, { name: deletedName });
    await store.unsignClaims(tx, ids, deletedName);
  }
  const went = {
    "bank-details": accounts,
    contact: ways + (isReachable ? 1 : 0),
    messages,
    "costs-paid": over,
    name: isNamed ? 1 : 0,
  };
  if (Object.values(went).every((number) => number === 0)) return false;
  const erasure = await store.findErasureOf(tx, organisationId, ids);
  await record(context, tx, {
    organisationId,
    actor: { kind: "program", id: "erasing" },
    action: "deletion-finished",
    subject: erasure === undefined ? { kind: "person", id: person.id } : { kind: "erasure", id: erasure.id },
    details: counted("gone", Object.fromEntries(Object.entries(went).filter(([, number]) => number > 0))),
  });
  return true;
}

/** Removes from the disk what no row names any more: what a change deleted just before the program was stopped. Says how many. */
export async function sweepFiles(context: Context): Promise<number> {
  const known = await store.listFileIds(context.db);
  const dayAgo = Date.parse(context.now) - 86_400_000;
  let swept = 0;
  for (const name of await readdir(context.filesFolder).catch(() => [])) {
    if (known.has(name)) continue;
    // Written before its row is: one that is new may only not have it yet.
    const { mtime } = await stat(join(context.filesFolder, name));
    if (instantOf(mtime.toISOString()) > instantOf(new Date(dayAgo).toISOString())) continue;
    await dropUpload(context, name);
    swept += 1;
  }
  return swept;
}
