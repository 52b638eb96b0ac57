// What deleting one person takes: found once, then counted for whoever asks what would happen, or done. What the law wants kept stays,
// away from coordinators.
import {
  costsThatStay,
  isCostUnderWay,
  isUnderWay,
  waitsForThePerson,
  type Deletion,
  type GoingKind,
  type StayingKind,
} from "#app/domain/people/erasing.ts";
import { foldedContact, writtenAsOf, type WrittenAs } from "#app/domain/people/written-as.ts";
import type { Db } from "#db/open.ts";
import * as store from "#db/stores/erasing.ts";
import { listOtherNames } from "#db/stores/erasing-notes.ts";
import { listEarlierContacts } from "#db/stores/payees.ts";
import { findPerson } from "#db/stores/people.ts";
import type { Context } from "./context.server.ts";
import { earlierContactOf } from "./earlier-contacts.server.ts";

export type Work = {
  readonly organisationId: string;
  /** The person's record first, then those that were merged into it. */
  readonly records: readonly store.ErasedRecord[];
  readonly personIds: readonly string[];
  readonly hanging: store.Hanging;
  readonly goingClaims: store.Hanging["claims"];
  readonly stayingClaims: store.Hanging["claims"];
  readonly stayingCosts: store.Hanging["costRequests"];
  readonly stayingInvitations: ReadonlySet<string>;
  /** Records that money keeps. */
  readonly keptRecords: ReadonlySet<string>;
  /** Money is still to go to them: they have to be reached and paid, by finance alone. */
  readonly isPaidLater: boolean;
  readonly fileIds: readonly string[];
  readonly receiptIds: readonly string[];
  /** Everything a message can be about. */
  readonly about: readonly string[];
  readonly names: readonly string[];
  /** Ways to reach them that nobody else has. */
  readonly contacts: readonly string[];
  readonly otherNames: readonly string[];
  readonly writtenAs: WrittenAs;
};

/** Everything there is of a person who is not deleted yet; null for anybody else. */
export async function workFor(context: Context, db: Db, organisationId: string, personId: string): Promise<Work | null> {
  const records = await store.listAllRecordsOf(db, organisationId, await currentRecord(db, organisationId, personId));
  const [main] = records;
  if (main === undefined || main.erasedAt !== null) return null;
  const personIds = records.map(({ id }) => id);
  const hanging = await store.findHanging(db, personIds);
  const goingClaims = hanging.claims.filter((one) => waitsForThePerson(one) && !hanging.claimsInAccounts.has(one.id));
  const stayingClaims = hanging.claims.filter((one) => !goingClaims.includes(one));
  const stays = new Set<string>(costsThatStay);
  const stayingCosts = hanging.costRequests.filter(({ state }) => stays.has(state));
  const claimIds = hanging.claims.map(({ id }) => id);
  const complaints = await store.listComplaintsOf(db, claimIds);
  const invitationIds = hanging.invitations.map(({ id }) => id);
  const earlier = (await Promise.all(personIds.map(async (id) => listEarlierContacts(db, id)))).flat();
  const ways = [
    ...records.flatMap(({ email, phone, address }) => [email, phone, address]),
    ...earlier.map((one) => earlierContactOf(context, one)),
  ].filter((one) => one.trim() !== "");
  const taken = new Set((await store.listOtherContacts(db, organisationId, personIds)).map(foldedContact));
  const contacts = [...new Set(ways)].filter((one) => !taken.has(foldedContact(one)));
  const names = [...new Set(records.map(({ name }) => name))];
  const otherNames = await listOtherNames(db, organisationId, personIds);
  return {
    organisationId,
    records,
    personIds,
    hanging,
    goingClaims,
    stayingClaims,
    stayingCosts,
    stayingInvitations: new Set([...stayingClaims, ...stayingCosts].map(({ invitationId }) => invitationId)),
    keptRecords: new Set(
      [...[...stayingClaims, ...stayingCosts].map((one) => one.personId), ...hanging.vouchers, ...hanging.payments].filter(
        (id) => id !== null,
      ),
    ),
    isPaidLater: stayingClaims.some(isUnderWay) || stayingCosts.some(({ state }) => isCostUnderWay(state)),
    fileIds: await store.listFilesOf(db, goingClaims),
    receiptIds: await store.listFilesOf(db, stayingClaims),
    about: [...personIds, ...invitationIds, ...claimIds, ...hanging.costRequests.map(({ id }) => id), ...complaints],
    names,
    contacts,
    otherNames,
    writtenAs: writtenAsOf({ names, contacts, others: otherNames }),
  };
}

// A record that was merged is deleted as the one it was merged into.
async function currentRecord(db: Db, organisationId: string, personId: string): Promise<string> {
  const found = await findPerson(db, organisationId, personId);
  return found === undefined || found.mergedInto === null ? personId : currentRecord(db, organisationId, found.mergedInto);
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

/** Takes everything that goes, or counts it, in the order in which one thing hangs from another. Records that stay are not emptied. */
export async function takeAll(takes: store.Takes, work: Work): Promise<Deletion> {
  const { organisationId, records, personIds, hanging, goingClaims, stayingClaims, stayingCosts, stayingInvitations } = work;
  const invitationIds = idsOf(hanging.invitations);
  const waiting = new Set(stayingClaims.filter(isUnderWay).map(({ invitationId }) => invitationId));
  const goingCosts = hanging.costRequests.filter((one) => !stayingCosts.includes(one));
  const isSentBack = ({ state }: { readonly state: string }): boolean => state === "sent-back";
  const gone: Partial<Record<GoingKind, number>> = {};
  const count = (kind: GoingKind, more: number): void => {
    if (more > 0) gone[kind] = (gone[kind] ?? 0) + more;
  };

  const recipients = work.contacts.map((one) => one.toLowerCase());
  count("messages", await store.dropMessages(takes, organisationId, work.about, recipients));
  count("merged-records", await store.dropMerges(takes, hanging.merges, invitationIds));
  count("answers", await store.dropAnswers(takes, invitationIds));
  count("private-answers", await store.dropPrivateAnswers(takes, invitationIds));
  count("leave-plans", await store.dropLeavePlans(takes, invitationIds));
  const decided = invitationIds.filter((id) => !waiting.has(id));
  count("payment-choices", await store.dropPaymentChoices(takes, decided));
  count("links", await store.dropLinks(takes, invitationIds));
  count("claims-not-sent", await store.dropClaims(takes, idsOf(goingClaims.filter((one) => !isSentBack(one)))));
  count("claims-sent-back", await store.dropClaims(takes, idsOf(goingClaims.filter(isSentBack))));
  count("requests", await store.dropComplaints(takes, idsOf(stayingClaims)));
  count("costs-not-paid", await store.dropCostRequests(takes, idsOf(goingCosts)));
  count("files", await store.dropFiles(takes, work.fileIds));
  const goingInvitations = invitationIds.filter((id) => !stayingInvitations.has(id));
  count("invitations", await store.dropInvitations(takes, goingInvitations));
  count("requests", await store.dropDataRequests(takes, personIds));
  if (!work.isPaidLater) {
    count("bank-details", await store.dropAccounts(takes, personIds));
    count("contact", await store.dropEarlierContactsOf(takes, personIds));
  }
  await store.dropRecords(takes, goingRecords(work));
  // Of a record that stays the ways to reach them go, or go later.
  count("contact", records.filter(({ id }, at) => at === 0 || !work.keptRecords.has(id)).length);
  return { gone, kept: keptOf(work) };
}

/** The records that go: all of them where no money keeps any, else all but the person's own and those money keeps. */
export function goingRecords({ records, keptRecords }: Work): readonly string[] {
  return idsOf(records.filter(({ id }, at) => !keptRecords.has(id) && (at > 0 || keptRecords.size === 0)));
}

function keptOf({ hanging, stayingClaims, stayingCosts, isPaidLater, receiptIds }: Work): Deletion["kept"] {
  const numbers: Readonly<Record<StayingKind, number>> = {
    "claims-under-way": stayingClaims.filter(isUnderWay).length,
    "costs-under-way": stayingCosts.filter(({ state }) => isCostUnderWay(state)).length,
    "ways-to-pay": isPaidLater ? 1 : 0,
    "claims-paid": stayingClaims.filter(({ state }) => state === "paid").length,
    "claims-stopped": stayingClaims.filter(waitsForThePerson).length,
    "costs-paid": stayingCosts.filter(({ state }) => !isCostUnderWay(state)).length,
    receipts: receiptIds.length,
    payments: hanging.payments.length,
    vouchers: hanging.vouchers.length,
  };
  return Object.fromEntries(Object.entries(numbers).filter(([, number]) => number > 0));
}
