// Merging two records of one person. One record is kept; the meetings of the other move to it with everything that was said and
// claimed there, and every link that was sent keeps working. Nothing is thrown away: the other record stays, is listed nowhere, and can
// be taken apart again. An account that moves, or that now pays more meetings than before, is closed until finance made sure of it.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { CalendarDate, Instant } from "#app/domain/basics/dates.ts";
import { auditActorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listMeetingsOf } from "#db/stores/meetings.ts";
import { listEarlierContacts, setBankState } from "#db/stores/payees.ts";
import { findBankDetails, putBankDetails } from "#db/stores/payment-choices.ts";
import { findPersonOnFile, listPeopleOnFile, savePerson, type Person, type PreferredContact } from "#db/stores/people.ts";
import {
  addMerge,
  dropBankDetails,
  dropEarlierContacts,
  endMerge,
  findMerge,
  listBelongings,
  listInvitationPairs,
  listClaimStates,
  listMergesInto,
  listMoneyOf,
  listSharedMeetings,
  moveBelongings,
  type MovedByMerge,
  type PersonMerge,
} from "#db/stores/person-merges.ts";
import type { Context } from "./context.server.ts";
import { keepReplacedContacts } from "./earlier-contacts.server.ts";
import { joinWhereNothingDiffers, takeAnswersApart } from "./joined-answers.server.ts";
import { openedBankDetails, sealBankDetails } from "./payment-choice.server.ts";
import { plainName, safeContactOf, sealSafeContact } from "./people.server.ts";

/** How somebody knows that two records are one person. */
export type HowKnown = PersonMerge["how"];

/** What makes two records look like one person. */
export type Likeness = "email" | "phone" | "name";

export type PossibleTwin = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly alike: readonly Likeness[];
};

/** The other people on file who look like this one, those most alike first; with words, everybody whose name has them. */
export async function listPossibleTwins(
  context: Context,
  coordinator: Coordinator,
  personId: string,
  words = "",
): Promise<Result<{ readonly name: string; readonly twins: readonly PossibleTwin[] }, "not-found">> {
  const person = await findPersonOnFile(context.db, coordinator.organisationId, personId);
  if (!person || person.mergedInto !== null) return refused("not-found");
  const wanted = plainName(words);
  const twins = (await listPeopleOnFile(context.db, coordinator.organisationId))
    .filter(({ id }) => id !== person.id)
    .map((other) => ({ personId: other.id, name: other.name, email: other.email, phone: other.phone, alike: likenessOf(person, other) }))
    .filter(({ name, alike }) => (wanted === "" ? alike.length > 0 : plainName(name).includes(wanted)))
    .toSorted((one, other) => other.alike.length - one.alike.length || one.name.localeCompare(other.name));
  return done({ name: person.name, twins: twins.slice(0, mostTwins) });
}

const mostTwins = 50;

function likenessOf(one: Person, other: Person): readonly Likeness[] {
  const digits = (phone: string): string => phone.replace(/\D/gu, "").replace(/^44/u, "0");
  return [
    ...(one.email !== "" && one.email === other.email ? (["email"] as const) : []),
    ...(one.phone !== "" && digits(one.phone) === digits(other.phone) ? (["phone"] as const) : []),
    ...(plainName(one.name) === plainName(other.name) ? (["name"] as const) : []),
  ];
}

export type RecordView = {
  readonly personId: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly preferredContact: PreferredContact;
  readonly hasSafeContact: boolean;
  readonly hasBankDetails: boolean;
  readonly meetings: number;
};

/** Why two records cannot be merged now. */
export type MergeObstacle = { readonly reason: "claim-under-way" };

/** A meeting still to come that both records are invited to: the person chooses which answers are right. */
export type MeetingOfBoth = { readonly reference: string; readonly name: string; readonly date: CalendarDate | null };

export type MergePreview = {
  readonly kept: RecordView;
  readonly other: RecordView;
  /** Contact details the kept record lacks and takes over. */
  readonly filled: readonly ("email" | "phone" | "address")[];
  readonly obstacle: MergeObstacle | null;
  readonly ofBoth: readonly MeetingOfBoth[];
};

type Pair = { readonly keptId: string; readonly otherId: string };

/** What merging two records would do, and what stands in its way. Nothing is changed. */
export async function previewMerge(
  context: Context,
  coordinator: Coordinator,
  pair: Pair,
): Promise<Result<MergePreview, "not-found" | "same-record">> {
  const found = await findPair(context.db, coordinator, pair);
  if (!found.ok) return found;
  const { kept, other } = found.value;
  return done({
    kept: await recordView(context.db, kept),
    other: await recordView(context.db, other),
    filled: filledBy(kept, other),
    obstacle: await obstacleTo(context.db, found.value),
    ofBoth: (await aheadOf(context, context.db, found.value)).map(({ reference, name, date }) => ({ reference, name, date })),
  });
}

async function findPair(
  db: Db | Tx,
  coordinator: Coordinator,
  { keptId, otherId }: Pair,
): Promise<Result<{ readonly kept: Person; readonly other: Person }, "not-found" | "same-record">> {
  if (keptId === otherId) return refused("same-record");
  const kept = await findPersonOnFile(db, coordinator.organisationId, keptId);
  const other = await findPersonOnFile(db, coordinator.organisationId, otherId);
  if (!kept || !other || kept.mergedInto !== null || other.mergedInto !== null) return refused("not-found");
  return done({ kept, other });
}

async function recordView(db: Db, person: Person): Promise<RecordView> {
  const { id, version, name, email, phone, address, preferredContact } = person;
  return {
    personId: id,
    version,
    name,
    email,
    phone,
    address,
    preferredContact,
    hasSafeContact: person.safeContact !== null,
    hasBankDetails: (await findBankDetails(db, id)) !== undefined,
    meetings: (await listMeetingsOf(db, person.organisationId, id)).length,
  };
}

function filledBy(kept: Person, other: Person): readonly ("email" | "phone" | "address")[] {
  return (["email", "phone", "address"] as const).filter((kind) => kept[kind] === "" && other[kind] !== "");
}

// Money on its way is looked at by several people under one name: it arrives before anything moves.
async function obstacleTo(db: Db | Tx, { kept, other }: { readonly kept: Person; readonly other: Person }): Promise<MergeObstacle | null> {
  for (const { id } of [kept, other]) {
    if ((await listClaimStates(db, id)).some(({ state }) => state !== "open" && state !== "paid")) return { reason: "claim-under-way" };
  }
  return null;
}

// Of two sets of answers to one meeting, nobody but the person can say which holds.
async function aheadOf(context: Context, db: Db | Tx, { kept, other }: { readonly kept: Person; readonly other: Person }) {
  return (await listSharedMeetings(db, kept.id, other.id)).filter(({ date }) => date === null || date >= context.today);
}

type Seen = { readonly keptVersion: number; readonly otherVersion: number };

/**
 * Merges the other record into the one that is kept. Past meetings that both were at stay where they are. For a meeting still to come
 * that both are invited to, the two invitations become one at once where one of them has no answers yet; else the person chooses, on
 * their own page, and until then both stand. Refused when either record was changed since it was looked at, and while a claim of either
 * is with finance.
 */
export async function mergePeople(
  context: Context,
  coordinator: Coordinator,
  pair: Pair & Seen,
  how: HowKnown,
  intent?: string,
): Promise<Result<{ readonly personId: string }, "not-found" | "same-record" | "changed-by-someone-else" | MergeObstacle["reason"]>> {
  return context.change<Result<{ personId: string }, "not-found" | "same-record" | "changed-by-someone-else" | MergeObstacle["reason"]>>(
    async (tx) => {
      const found = await findPair(tx, coordinator, pair);
      if (!found.ok) return found;
      const { kept, other } = found.value;
      const obstacle = await obstacleTo(tx, found.value);
      if (obstacle !== null) return refused(obstacle.reason);
      const filled = filledBy(kept, other);
      const contact = Object.fromEntries(filled.map((kind) => [kind, other[kind]]));
      const safeContact = [kept, other].map((person) => safeContactOf(context, person)).filter((text) => text !== "");
      const merged = {
        ...contact,
        neutralSubject: kept.neutralSubject || other.neutralSubject,
        easyRead: kept.easyRead || other.easyRead,
        safeContact: safeContact.length === 0 ? null : sealSafeContact(context, kept.id, [...new Set(safeContact)].join("\n")),
        agreedAt: kept.agreedAt ?? other.agreedAt,
      };
      if (!(await savePerson(tx, kept.id, pair.keptVersion, merged))) return refused("changed-by-someone-else");
      if (!(await savePerson(tx, other.id, pair.otherVersion, { mergedInto: kept.id }))) return refused("changed-by-someone-else");
      const shared = await listSharedMeetings(tx, kept.id, other.id);
      const things = await listBelongings(
        tx,
        other.id,
        shared.map(({ id }) => id),
      );
      await moveBelongings(tx, things, other.id, kept.id);
      const moved: MovedByMerge = {
        ...things,
        filled,
        bankVersion: await moveAccount(context, tx, coordinator, other.id, kept.id),
        earlierContacts: await keepContactsOf(context, tx, other, { ...kept, ...contact }),
      };
      const mergeId = context.newId();
      await addMerge(tx, {
        id: mergeId,
        organisationId: coordinator.organisationId,
        fromId: other.id,
        intoId: kept.id,
        how,
        moved,
        mergedBy: coordinator.name,
        mergedAt: context.now,
      });
      const ahead = await aheadOf(context, tx, found.value);
      const pairs = await listInvitationPairs(
        tx,
        kept.id,
        other.id,
        ahead.map(({ id }) => id),
      );
      const toChoose = await joinWhereNothingDiffers(context, tx, pairs);
      for (const { id } of [kept, other]) {
        await record(context, tx, {
          organisationId: coordinator.organisationId,
          actor: auditActorOf(coordinator),
          action: "people-merged",
          subject: { kind: "person", id },
          details: { how, meetings: things.invitations.length, account: moved.bankVersion !== null, toChoose },
        });
      }
      return done({ personId: kept.id });
    },
    intent === undefined ? {} : { intent },
  );
}

// The ways to reach the other record stay known as earlier ones: the call back about an account goes to them as well.
async function keepContactsOf(context: Context, tx: Tx, other: Person, kept: Person): Promise<readonly string[]> {
  const before = new Set((await listEarlierContacts(tx, kept.id)).map(({ id }) => id));
  await keepReplacedContacts(context, tx, { id: kept.id, email: other.email, phone: other.phone, address: other.address }, kept);
  return (await listEarlierContacts(tx, kept.id)).map(({ id }) => id).filter((id) => !before.has(id));
}

// Gives the version of the account once it moved; null where none did. Whoever merged counts as having entered it, and so may
// neither check nor pay it. Where both have one, the other stays with its record and is used no more.
async function moveAccount(context: Context, tx: Tx, coordinator: Coordinator, from: string, to: string): Promise<number | null> {
  if ((await findBankDetails(tx, to)) !== undefined) {
    await setBankState(tx, to, "changed", { changedAt: context.now });
    return null;
  }
  const opened = await openedBankDetails(context, tx, from);
  if (opened === null) return null;
  const version = opened.row.version + 1;
  await putBankDetails(tx, {
    ...opened.row,
    personId: to,
    details: sealBankDetails(context, to, opened.details),
    state: "changed",
    changedAt: context.now,
    enteredBy: coordinator.staffId,
    version,
  });
  await dropBankDetails(tx, from);
  return version;
}

export type MergeView = {
  readonly mergeId: string;
  readonly otherName: string;
  readonly how: HowKnown;
  readonly mergedBy: string;
  readonly mergedAt: Instant;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
  /** How many meetings moved. */
  readonly meetings: number;
};

/** The records merged into this one, the newest first, those taken apart again among them. */
export async function listMergesOf(context: Context, coordinator: Coordinator, personId: string): Promise<readonly MergeView[]> {
  return (await listMergesInto(context.db, coordinator.organisationId, personId)).map(({ merge, from }) => viewOf(merge, from));
}

function viewOf({ id, how, mergedBy, mergedAt, undoneBy, undoneAt, moved }: PersonMerge, from: Person): MergeView {
  return { mergeId: id, otherName: from.name, how, mergedBy, mergedAt, undoneBy, undoneAt, meetings: moved.invitations.length };
}

/** One merge of this person. */
export async function findMergeFor(
  context: Context,
  coordinator: Coordinator,
  at: { readonly personId: string; readonly mergeId: string },
): Promise<Result<MergeView & { readonly name: string }, "not-found">> {
  const person = await findPersonOnFile(context.db, coordinator.organisationId, at.personId);
  const found = (await listMergesOf(context, coordinator, at.personId)).find(({ mergeId }) => mergeId === at.mergeId);
  return person && found ? done({ ...found, name: person.name }) : refused("not-found");
}

/**
 * Takes two merged records apart: what moved goes back, and what was said since stays with the kept record, as do notes about safe
 * contact, which do no harm there. Refused while a claim that moved is with finance, and when it was done already.
 */
export async function undoMerge(
  context: Context,
  coordinator: Coordinator,
  at: { readonly personId: string; readonly mergeId: string },
  intent?: string,
): Promise<Result<{ readonly otherId: string }, "not-found" | "done-already" | "claim-under-way">> {
  return context.change<Result<{ otherId: string }, "not-found" | "done-already" | "claim-under-way">>(
    async (tx) => {
      const merge = await findMerge(tx, coordinator.organisationId, at.mergeId);
      const kept = await findPersonOnFile(tx, coordinator.organisationId, at.personId);
      const other = merge && (await findPersonOnFile(tx, coordinator.organisationId, merge.fromId));
      if (!merge || !kept || !other || merge.intoId !== kept.id) return refused("not-found");
      const moving = new Set(merge.moved.invitations);
      const states = (await listClaimStates(tx, kept.id)).filter(({ invitationId }) => moving.has(invitationId));
      if (states.some(({ state }) => state !== "open" && state !== "paid")) return refused("claim-under-way");
      if (!(await endMerge(tx, merge.id, coordinator.name, context.now))) return refused("done-already");
      await takeAnswersApart(context, tx, merge.id);
      // A claim or a request made since the merge belongs to its invitation, and goes back with it.
      await moveBelongings(tx, { ...merge.moved, ...(await listMoneyOf(tx, merge.moved.invitations)) }, kept.id, other.id);
      await dropEarlierContacts(tx, merge.moved.earlierContacts);
      const emptied = merge.moved.filled.filter((kind) => kept[kind] === other[kind]);
      await savePerson(tx, kept.id, kept.version, Object.fromEntries(emptied.map((kind) => [kind, ""])));
      await savePerson(tx, other.id, other.version, { mergedInto: null });
      const account = merge.moved.bankVersion === null ? undefined : await findBankDetails(tx, kept.id);
      const isSame = account !== undefined && account.version === merge.moved.bankVersion;
      if (isSame) await moveAccount(context, tx, coordinator, kept.id, other.id);
      for (const { id } of [kept, other]) {
        await record(context, tx, {
          organisationId: coordinator.organisationId,
          actor: auditActorOf(coordinator),
          action: "people-taken-apart",
          subject: { kind: "person", id },
          details: { meetings: moving.size, account: isSame },
        });
      }
      return done({ otherId: other.id });
    },
    intent === undefined ? {} : { intent },
  );
}
