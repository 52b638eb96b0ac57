// Deleting everything about one person because they asked (promises.md P5, T24). All of it goes in one change, with a count by kind on
// record and nothing of what it was; what the law wants kept stays, away from coordinators. What would go and stay is found by doing it
// and taking it back, so that what somebody is told before is exactly what happens. Files go from the disk once the change is saved.
import { appendFile, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { instantOf, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { auditActorOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import {
  costsThatWerePaid,
  deletedName,
  goingKindsForStaff,
  isUnderWay,
  partsOfNames,
  withoutPerson,
  withoutReferences,
  type Deletion,
  type GoingKind,
  type StayingKind,
  type WayToKnow,
  type WrittenAs,
} from "#app/domain/people/erasing.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { addDataRequest, findDataRequest, listDataRequests } from "#db/stores/data-requests.ts";
import * as store from "#db/stores/erasing.ts";
import { listEarlierContacts } from "#db/stores/payees.ts";
import { findPerson } from "#db/stores/people.ts";
import { addMonths, dayIn } from "#app/domain/basics/dates.ts";
import type { Context } from "./context.server.ts";
import { earlierContactOf } from "./earlier-contacts.server.ts";
import { dropUpload } from "./files.server.ts";

/** Who had it done: the person, a member of staff, or the program after older data was put back. */
type By = { readonly kind: string; readonly id: string };

type Work = {
  readonly context: Context;
  readonly tx: Tx;
  readonly organisationId: string;
  readonly records: readonly store.ErasedRecord[];
  readonly personIds: readonly string[];
  readonly hanging: store.Hanging;
  /** Claims, and invitations, that stay. */
  readonly staying: { readonly claims: store.Hanging["claims"]; readonly invitations: ReadonlySet<string> };
  readonly writtenAs: WrittenAs;
};

type Done = Deletion & { readonly personIds: readonly string[]; readonly fileIds: readonly string[] };

async function workFor(context: Context, tx: Tx, organisationId: string, personId: string): Promise<Work | null> {
  const records = await store.listAllRecordsOf(tx, organisationId, await currentRecord(tx, organisationId, personId));
  const [main] = records;
  if (main === undefined || main.erasedAt !== null) return null;
  const personIds = records.map(({ id }) => id);
  const hanging = await store.findHanging(tx, personIds);
  const claims = hanging.claims.filter(({ state }) => state !== "open");
  const paid = new Set<string>(costsThatWerePaid);
  const invitations = new Set([
    ...claims.map(({ invitationId }) => invitationId),
    ...hanging.costRequests.filter(({ state }) => paid.has(state)).map(({ invitationId }) => invitationId),
  ]);
  const earlier = (await Promise.all(personIds.map(async (id) => listEarlierContacts(tx, id)))).flat();
  const contacts = [
    ...records.flatMap(({ email, phone, address }) => [email, phone, address]),
    ...earlier.map((one) => earlierContactOf(context, one)),
  ].filter((one) => one.trim() !== "");
  const shared = new Set(await store.listSharedContacts(tx, organisationId, contacts, personIds));
  const names = [...new Set(records.map(({ name }) => name))];
  return {
    context,
    tx,
    organisationId,
    records,
    personIds,
    hanging,
    staying: { claims, invitations },
    writtenAs: {
      names,
      contacts: [...new Set(contacts)].filter((one) => !shared.has(one)),
      parts: partsOfNames(names, await store.listOtherNames(tx, organisationId, personIds)),
    },
  };
}

// A record that was merged is deleted as the one it was merged into.
async function currentRecord(db: Db, organisationId: string, personId: string): Promise<string> {
  const found = await findPerson(db, organisationId, personId);
  return found === undefined || found.mergedInto === null ? personId : currentRecord(db, organisationId, found.mergedInto);
}

// Everything in one go. What hangs from something goes before it.
async function deleteAll(work: Work): Promise<Done> {
  const { context, tx, organisationId, records, personIds, hanging, staying } = work;
  const invitationIds = hanging.invitations.map(({ id }) => id);
  const goingInvitations = invitationIds.filter((id) => !staying.invitations.has(id));
  const goingClaims = hanging.claims.filter(({ state }) => state === "open");
  const underWay = staying.claims.filter(({ state }) => isUnderWay(state));
  const waiting = new Set(underWay.map(({ invitationId }) => invitationId));
  const paid = new Set<string>(costsThatWerePaid);
  const goingCosts = hanging.costRequests.filter(({ state }) => !paid.has(state)).map(({ id }) => id);
  const gone: Partial<Record<GoingKind, number>> = {};
  const count = (kind: GoingKind, more: number): void => {
    if (more > 0) gone[kind] = (gone[kind] ?? 0) + more;
  };

  const complaints = await store.listComplaintsOf(
    tx,
    hanging.claims.map(({ id }) => id),
  );
  const about = [
    ...personIds,
    ...invitationIds,
    ...hanging.claims.map(({ id }) => id),
    ...hanging.costRequests.map(({ id }) => id),
    ...complaints,
  ];
  const fileIds = await store.listFilesOf(tx, goingClaims);
  const receipts = await store.listFilesOf(tx, staying.claims);

  count("notes", await rewriteNotes(work));
  count(
    "messages",
    await store.dropMessages(
      tx,
      organisationId,
      about,
      work.writtenAs.contacts.map((one) => one.toLowerCase()),
    ),
  );
  count("merged-records", await store.dropMerges(tx, personIds, invitationIds));
  count("answers", await store.dropAnswers(tx, invitationIds));
  count("private-answers", await store.dropPrivateAnswers(tx, invitationIds));
  count("leave-plans", await store.dropLeavePlans(tx, invitationIds));
  count(
    "payment-choices",
    await store.dropPaymentChoices(
      tx,
      invitationIds.filter((id) => !waiting.has(id)),
    ),
  );
  count("links", await store.dropLinks(tx, invitationIds));
  count(
    "claims-not-sent",
    await store.dropClaims(
      tx,
      goingClaims.map(({ id }) => id),
    ),
  );
  count(
    "requests",
    await store.dropComplaints(
      tx,
      staying.claims.map(({ id }) => id),
    ),
  );
  count("costs-not-paid", await store.dropCostRequests(tx, goingCosts));
  count("files", await store.dropFiles(tx, fileIds));
  count("invitations", await store.dropInvitations(tx, goingInvitations));
  await store.emptyInvitations(tx, [...staying.invitations]);
  count("requests", await store.dropDataRequests(tx, personIds));

  // Whoever is still to be paid has to be reached and paid: for finance alone, and only until then.
  const isPaidLater = underWay.length > 0;
  let waysToPay = 0;
  if (isPaidLater) waysToPay = 1;
  else {
    count("bank-details", await store.dropAccounts(tx, personIds));
    count("contact", await store.dropEarlierContactsOf(tx, personIds));
  }
  const withMoney = await store.listRecordsWithMoney(tx, personIds);
  const [main, ...merged] = records;
  const isKept = withMoney.size > 0;
  for (const one of merged) {
    if (withMoney.has(one.id) && main !== undefined)
      await store.saveRecord(tx, one.id, {
        ...emptied(isPaidLater),
        email: "",
        phone: "",
        address: "",
        name: main.name,
        erasedAt: context.now,
      });
  }
  count(
    "contact",
    await store.dropRecords(
      tx,
      merged.filter(({ id }) => !withMoney.has(id)).map(({ id }) => id),
    ),
  );
  if (main !== undefined) {
    count("contact", 1);
    if (isKept) await store.saveRecord(tx, main.id, { ...emptied(isPaidLater), erasedAt: context.now });
    else await store.dropRecords(tx, [main.id]);
  }

  const kept: Partial<Record<StayingKind, number>> = {};
  const keep = (kind: StayingKind, number: number): void => {
    if (number > 0) kept[kind] = number;
  };
  keep("claims-under-way", underWay.length);
  keep("ways-to-pay", waysToPay);
  keep("claims-paid", staying.claims.length - underWay.length);
  keep("costs-paid", hanging.costRequests.length - goingCosts.length);
  keep("receipts", receipts.length);
  keep("payments", hanging.payments);
  keep("vouchers", hanging.vouchers);
  return { gone, kept, personIds, fileIds };
}

function emptied(isPaidLater: boolean): Partial<store.ErasedRecord> {
  return {
    ...(isPaidLater ? {} : { email: "", phone: "", address: "" }),
    safeContact: null,
    neutralSubject: true,
    agreedAt: null,
  };
}

// What others wrote stays without the person in it; what was written about them alone goes.
async function rewriteNotes(work: Work): Promise<number> {
  const { context, tx, organisationId, personIds, hanging, writtenAs } = work;
  const references = new Set([...personIds, ...hanging.invitations.map(({ id }) => id)]);
  const inRecord = { names: writtenAs.names.map(inJson), contacts: writtenAs.contacts.map(inJson), parts: writtenAs.parts.map(inJson) };
  let changed = work.records.filter(({ safeContact }) => safeContact !== null).length;
  for (const note of await store.listSealedNotes(tx, organisationId)) {
    const place = { table: note.table, column: note.column, row: note.row };
    const text = context.vault.unseal(note.text, place);
    const left = noteWithout(note, text, references, inRecord);
    if (left === text) continue;
    // Of their own invitation: counted where that goes.
    if (references.has(note.row)) continue;
    changed += 1;
    if (left !== null) await store.saveSealed(tx, note, context.vault.seal(left, place));
    else if (note.table === "imports") await store.emptyImport(tx, note.row, context.now);
    else await store.dropSealed(tx, note);
  }
  for (const form of await store.listSealedForms(tx)) {
    const text = context.vault.unseal(form.text, { table: form.table, column: form.column, row: form.row });
    if ([...references].some((id) => text.includes(id)) || withoutPerson(text, { ...inRecord, parts: [] }) !== text)
      await store.dropSealed(tx, form);
  }
  changed += await store.rewritePlain(tx, organisationId, (text) => withoutPerson(text, { ...writtenAs, parts: [] }));
  await store.dropRolesNamed(tx, organisationId, deletedName);
  return changed;
}

/** Tables whose sealed notes are data; those of the others are words. */
const keptAsData: ReadonlySet<string> = new Set(["arrangements", "kept_apart", "leave_plans"]);

/** What is left of a note: null where it was about this person alone. */
function noteWithout(note: store.SealedText, text: string, references: ReadonlySet<string>, writtenAs: WrittenAs): string | null {
  const rest = withoutPerson(text, note.table === "imports" ? { ...writtenAs, parts: [] } : writtenAs);
  if (note.table === "imports") return rest === text ? text : null;
  if (!keptAsData.has(note.table)) return rest;
  const value = JSON.parse(rest) as unknown;
  const left = withoutReferences(value, references);
  const same = JSON.stringify(left) === JSON.stringify(value);
  if (same) return rest;
  if (note.table === "kept_apart" || note.kind === "talk" || note.kind === "question" || asksNobody(left)) return null;
  return JSON.stringify(left);
}

// A decision about something nobody asks for any more says what this one person asked for.
function asksNobody(decision: unknown): boolean {
  const basis = (decision as { readonly basis?: { readonly people?: Readonly<Record<string, string>> } }).basis;
  return basis?.people !== undefined && Object.keys(basis.people).length === 0;
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

type Looked =
  | { readonly ok: false; readonly refusal: "only-looked"; readonly looked: Deletion }
  | { readonly ok: false; readonly refusal: "not-found" };

// Does it all and takes it back: a refusal leaves nothing behind.
async function look(context: Context, organisationId: string, personId: string): Promise<Result<Deletion, "not-found">> {
  const found = await context.change<Looked>(async (tx) => {
    const work = await workFor(context, tx, organisationId, personId);
    if (work === null) return { ok: false, refusal: "not-found" };
    const { gone, kept } = await deleteAll(work);
    return { ok: false, refusal: "only-looked", looked: { gone, kept } };
  });
  return found.refusal === "only-looked" ? done(found.looked) : refused("not-found");
}

async function carryOut(
  context: Context,
  organisationId: string,
  personId: string,
  { by, how, intent }: { readonly by: By; readonly how: string; readonly intent?: string | undefined },
): Promise<Result<Deletion, "not-found">> {
  const made = await context.change<Result<Done, "not-found">>(
    async (tx) => {
      const work = await workFor(context, tx, organisationId, personId);
      if (work === null) return refused("not-found");
      const result = await deleteAll(work);
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
  return carryOut(context, attendee.organisationId, attendee.personId, { by: auditActorOf(attendee), how: "own-page", intent });
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
  return (await listDataRequests(db, organisationId, personId)).find(({ kind }) => kind === "erase");
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
  const made = await carryOut(context, coordinator.organisationId, personId, { by: auditActorOf(coordinator), how, intent });
  return made.ok ? done(forStaff(made.value)) : made;
}

export type WaitingDeletion = { readonly requestId: string; readonly askedOn: CalendarDate; readonly answerBy: CalendarDate };

/** One request to be deleted, with what it would do, for an administrator: without whose it is. */
export async function deletionRequestFor(
  context: Context,
  administrator: Administrator,
  requestId: string,
): Promise<Result<WaitingDeletion & { readonly deletion: DeletionForStaff }, "not-found">> {
  const found = await findDataRequest(context.db, administrator.organisationId, requestId);
  if (found?.kind !== "erase") return refused("not-found");
  const looked = await look(context, administrator.organisationId, found.personId);
  if (!looked.ok) return looked;
  return done({ requestId, askedOn: found.askedOn, answerBy: found.answerBy, deletion: forStaff(looked.value) });
}

/** Does what one request asks for. */
export async function answerDeletionRequest(
  context: Context,
  administrator: Administrator,
  requestId: string,
  intent?: string,
): Promise<Result<DeletionForStaff, "not-found">> {
  const found = await findDataRequest(context.db, administrator.organisationId, requestId);
  if (found?.kind !== "erase") return refused("not-found");
  const made = await carryOut(context, administrator.organisationId, found.personId, {
    by: auditActorOf(administrator),
    how: "request",
    intent,
  });
  return made.ok ? done(forStaff(made.value)) : made;
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
      const made = await carryOut(context, organisationId, id, { by: { kind: "program", id: "erasing" }, how: "data-put-back" });
      if (made.ok) again += 1;
    }
  }
  return again;
}

/**
 * Finishes what money held up: once nothing is owed, the ways to reach and pay somebody who asked to be deleted go; once their claims
 * are kept whole no longer, so does the name. Says how many of either.
 */
export async function finishDeletions(context: Context, organisationId: string): Promise<number> {
  let finished = 0;
  for (const person of await store.listErasedPeople(context.db, organisationId)) {
    finished += await context.change(async (tx) => {
      const ids = (await store.listAllRecordsOf(tx, organisationId, person.id)).map(({ id }) => id);
      const { whole, underWay } = await store.findLeftOfClaims(tx, ids);
      if (underWay) return 0;
      let went = (await store.dropAccounts(tx, ids)) + (await store.dropEarlierContactsOf(tx, ids));
      const isReachable = [person.email, person.phone, person.address].some((one) => one !== "");
      went += await store.dropMessages(
        tx,
        organisationId,
        ids,
        [person.email].filter((one) => one !== "").map((one) => one.toLowerCase()),
      );
      if (isReachable) await store.saveRecord(tx, person.id, { email: "", phone: "", address: "" });
      const isNamed = !whole && person.name !== deletedName;
      if (isNamed) for (const id of ids) await store.saveRecord(tx, id, { name: deletedName });
      return went > 0 || isReachable || isNamed ? 1 : 0;
    });
  }
  return finished;
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
