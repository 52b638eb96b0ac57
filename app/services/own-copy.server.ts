// A copy of everything held about one person, for that person alone (promises.md P4): opened after a fresh link to a channel already
// on file, by nobody on the staff. Coordinators note that somebody asked, and by when the law wants it answered.
import { addMonths, dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import type { WhyNotDeleted } from "#app/domain/people/erasing.ts";
import type { CopyTree } from "#app/documents/catalogue/own-copy.ts";
import { buildDocument } from "#app/documents/catalogue/index.ts";
import type { Doc } from "#app/documents/model.ts";
import { lookedWords, purposes } from "#app/words/own-copy.ts";
import { record } from "#db/audit.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { addDataRequest, listDataRequests, saveDataRequest, type DataRequestKind } from "#db/stores/data-requests.ts";
import {
  listDeedsAbout,
  listInvitationsOf,
  listLooks,
  listMessagesAbout,
  listPart,
  listRecordsOf,
  partsOfClaim,
  partsOfInvitation,
  partsOfPerson,
  placeIn,
  type PartOfCopy,
} from "#db/stores/own-copy.ts";
import { findPerson, findPersonOnFile } from "#db/stores/people.ts";
import type { Sealed } from "#db/vault.ts";
import { afterNoOf } from "./after-no.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { letterheadOf } from "./letterhead.server.ts";
import { printSizes, usualPoints } from "./posting.server.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a copy holds, counted by part: for the page that offers it. */
export type CopySummary = {
  readonly meetings: number;
  readonly messages: number;
  readonly deeds: number;
  readonly hasSafeContact: boolean;
};

/** How much the copy would hold. Nothing of it is opened. */
export async function copySummary(context: Context, attendee: Attendee): Promise<CopySummary> {
  const { records, invited, ids } = await everythingOf(context, attendee);
  return {
    meetings: invited.length,
    messages: (await listMessagesAbout(context.db, ids)).length,
    deeds: (await listDeedsAbout(context.db, ids)).length,
    hasSafeContact: records.some(({ safeContact }) => safeContact !== null),
  };
}

/**
 * The whole copy as text to keep: every row that is about the person, opened, with what each is kept for and who reads it. Left out are notes about safe contact, which are read to the person by somebody they trust, account numbers, which are never
 * shown in full, and whatever opens a page or spends money. Refused on a device that has not shown that it is the person's own.
 */
export async function copyOfEverything(context: Context, attendee: Attendee): Promise<Result<{ readonly text: string }, "not-proven">> {
  if (!attendee.mayReadBack) return refused("not-proven");
  const copy = await gathered(context, attendee);
  await noteOpened(context, attendee);
  return done({ text: `${JSON.stringify(copy, null, 2)}\n` });
}

/** The same copy to read or to print, and the size of print the person asked for. Refused as the file is. */
export async function copyToRead(
  context: Context,
  attendee: Attendee,
): Promise<Result<{ readonly doc: Doc; readonly points: number }, "not-proven">> {
  if (!attendee.mayReadBack) return refused("not-proven");
  // What is written to the file is what is shown: dates and absent values as JSON has them.
  const copy = JSON.parse(JSON.stringify(await gathered(context, attendee))) as Readonly<Record<string, CopyTree>>;
  await noteOpened(context, attendee);
  const organisation = await letterheadOf(context, await organisationOf(context, attendee.organisationId));
  return done({
    doc: buildDocument("own-copy", { organisation, madeOn: context.today, copy }),
    points: await printSizeOf(context, attendee),
  });
}

/** The size of print the person asked for, in points; the usual one where they asked for none. */
export async function printSizeOf(context: Context, attendee: Attendee): Promise<number> {
  const person = await findPerson(context.db, attendee.organisationId, attendee.personId);
  return person ? printSizes(context)(person) : usualPoints;
}

async function gathered(context: Context, attendee: Attendee) {
  const { records, invited, ids } = await everythingOf(context, attendee);
  const organisation = await organisationOf(context, attendee.organisationId);
  const meetings = await Promise.all(
    invited.map(async ({ invitation, meeting, date }) => {
      const parts = await partsFor(context, partsOfInvitation, [invitation.id]);
      const claimIds = (parts["claim"] ?? []).map(({ id }) => String(id));
      const said = invitation.afterNo === null ? null : afterNoOf(context, { ...invitation, reply: "not-coming" });
      return {
        meeting,
        date,
        invitation: { ...invitation, afterNo: said },
        ...parts,
        ...(await partsFor(context, partsOfClaim, claimIds)),
      };
    }),
  );
  return {
    madeOn: context.now,
    heldBy: { name: organisation.name, contact: organisation.contact },
    whatItIsFor: purposes,
    you: records.map(({ safeContact, ...rest }) => ({ ...rest, hasNotesAboutSafeContact: safeContact !== null })),
    ...(await partsFor(
      context,
      partsOfPerson,
      records.map(({ id }) => id),
    )),
    meetings,
    messages: await listMessagesAbout(context.db, ids),
    whoLooked: await looksAt(context, attendee.organisationId, records, ids),
    whoDidWhat: await listDeedsAbout(context.db, ids),
  };
}

/** Somebody looked at something sensitive of the person. */
export type LookView = { readonly at: Instant; readonly who: string; readonly what: string };

/** Who looked at what is sensitive of the person, the latest first; for a device that has shown it is theirs. */
export async function whoLooked(context: Context, attendee: Attendee): Promise<readonly LookView[]> {
  if (!attendee.mayReadBack) return [];
  const { records, ids } = await everythingOf(context, attendee);
  return looksAt(context, attendee.organisationId, records, ids);
}

async function looksAt(
  context: Context,
  organisationId: string,
  records: readonly { readonly id: string; readonly createdAt: Instant }[],
  ids: readonly string[],
): Promise<readonly LookView[]> {
  const since = records.map(({ createdAt }) => createdAt).toSorted()[0] ?? context.now;
  const found = await listLooks(context.db, {
    organisationId,
    ids,
    personIds: records.map(({ id }) => id),
    since,
    actions: Object.keys(lookedWords),
  });
  return found.flatMap(({ at, action }) => {
    const words = lookedWords[action];
    return words === undefined ? [] : [{ at, ...words }];
  });
}

async function everythingOf(context: Context, { organisationId, personId }: Attendee) {
  const records = await listRecordsOf(context.db, organisationId, personId);
  const invited = await listInvitationsOf(
    context.db,
    records.map(({ id }) => id),
  );
  const [claim] = partsOfInvitation.filter(({ name }) => name === "claim");
  const invitationIds = invited.map(({ invitation }) => invitation.id);
  const claims = claim === undefined ? [] : await listPart(context.db, claim, invitationIds);
  return { records, invited, ids: [...records.map(({ id }) => id), ...invitationIds, ...claims.map(({ id }) => String(id))] };
}

async function partsFor(
  context: Context,
  parts: readonly PartOfCopy[],
  ids: readonly string[],
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const found = await Promise.all(
    parts.map(async (part) => [part.name, (await listPart(context.db, part, ids)).map((row) => openedRow(context, part, row))] as const),
  );
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}

function openedRow(context: Context, part: PartOfCopy, row: Row): Row {
  const shown = Object.entries(row).filter(([column]) => !part.hidden.includes(column));
  return Object.fromEntries(
    shown.map(([column, value]) => {
      if (!part.sealed.includes(column) || value === null) return [column, value];
      return [column, asData(context.vault.unseal(value as Sealed, placeIn(part, column, row)))];
    }),
  );
}

// Some sealed texts are words and some are data.
function asData(text: string): unknown {
  if (!/^[[{]/u.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function noteOpened(context: Context, attendee: Attendee): Promise<void> {
  await context.change(async (tx) => {
    for (const waiting of await listDataRequests(tx, attendee.organisationId, attendee.personId))
      if (waiting.kind === "copy" && waiting.openedAt === null)
        await saveDataRequest(tx, waiting.id, waiting.version, { openedAt: context.now });
    await record(context, tx, {
      organisationId: attendee.organisationId,
      actor: auditActorOf(attendee),
      action: "own-copy-opened",
      subject: { kind: "person", id: attendee.personId },
    });
    return {};
  });
}

export type DataRequestView = {
  readonly requestId: string;
  readonly version: number;
  readonly kind: DataRequestKind;
  readonly askedOn: CalendarDate;
  readonly answerBy: CalendarDate;
  /** The day they opened their copy; null while they have not. */
  readonly openedOn: CalendarDate | null;
  /** The day they were given it in another way, and by whom; null while they were not. */
  readonly given: { readonly on: CalendarDate; readonly by: string } | null;
  /** The day a request to be deleted was closed and nobody was deleted, why and by whom; null while it was not. */
  readonly closed: { readonly on: CalendarDate; readonly why: WhyNotDeleted; readonly by: string } | null;
};

/** When somebody asked for their copy or to be deleted, the latest first. What is in a copy is no coordinator's to see. */
export async function listDataRequestsFor(
  context: Context,
  coordinator: Coordinator,
  personId: string,
): Promise<readonly DataRequestView[]> {
  const staff = new Map((await listStaff(context.db, coordinator.organisationId)).map(({ id, name }) => [id, name]));
  const found = await listDataRequests(context.db, coordinator.organisationId, personId);
  return found.map(({ id, version, kind, askedOn, answerBy, openedAt, givenOn, givenBy, closedAt, closedWhy, closedBy }) => ({
    requestId: id,
    version,
    kind,
    askedOn,
    answerBy,
    openedOn: dayOf(openedAt),
    given: givenOn === null ? null : { on: givenOn, by: staff.get(givenBy ?? "") ?? "" },
    closed: closedAt === null || closedWhy === null ? null : { on: dayIn(closedAt), why: closedWhy, by: staff.get(closedBy ?? "") ?? "" },
  }));
}

const dayOf = (at: Instant | null): CalendarDate | null => (at === null ? null : dayIn(at));

/** Notes that somebody asked for a copy of what is held about them, or to have it deleted: a month to answer, as the law has it (UK GDPR Article 12(3)). */
export async function noteDataRequest(
  context: Context,
  coordinator: Coordinator,
  personId: string,
  asked: { readonly kind: DataRequestKind; readonly on: CalendarDate },
  intent?: string,
): Promise<Result<{ readonly answerBy: CalendarDate }, "not-found" | "not-yet">> {
  if (asked.on > context.today) return refused("not-yet");
  return context.change<Result<{ answerBy: CalendarDate }, "not-found">>(
    async (tx) => {
      const person = await findPersonOnFile(tx, coordinator.organisationId, personId);
      if (!person || person.mergedInto !== null) return refused("not-found");
      const answerBy = addMonths(asked.on, 1);
      await addDataRequest(tx, {
        id: context.newId(),
        organisationId: coordinator.organisationId,
        personId: person.id,
        kind: asked.kind,
        askedOn: asked.on,
        answerBy,
        recordedBy: coordinator.staffId,
      });
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "data-request-noted",
        subject: { kind: "person", id: person.id },
        details: { asked: asked.kind },
      });
      return done({ answerBy });
    },
    intent === undefined ? {} : { intent },
  );
}

/**
 * Notes that the person was given their copy in another way than by opening it: on paper, or read to them. The request is answered then.
 * Refused for a day before they asked or still to come, and once it is answered.
 */
export async function noteCopyGiven(
  context: Context,
  coordinator: Coordinator,
  at: { readonly personId: string; readonly requestId: string; readonly version: number },
  givenOn: CalendarDate,
  intent?: string,
): Promise<Result<null, "not-found" | "not-then" | "answered-already">> {
  return context.change<Result<null, "not-found" | "not-then" | "answered-already">>(
    async (tx) => {
      const found = (await listDataRequests(tx, coordinator.organisationId, at.personId)).find(({ id }) => id === at.requestId);
      if (found?.kind !== "copy") return refused("not-found");
      if (givenOn < found.askedOn || givenOn > context.today) return refused("not-then");
      const isOpen = found.openedAt === null && found.givenOn === null;
      if (!isOpen || !(await saveDataRequest(tx, found.id, at.version, { givenOn, givenBy: coordinator.staffId })))
        return refused("answered-already");
      await record(context, tx, {
        organisationId: coordinator.organisationId,
        actor: auditActorOf(coordinator),
        action: "own-copy-given",
        subject: { kind: "person", id: at.personId },
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}
