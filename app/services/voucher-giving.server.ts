// Giving vouchers out: for a claim two people agreed, to a person who chose them, by somebody who neither keeps them nor authorised
// the claim; and the person's word that they have them. All vouchers of one giving are given, or none.
import { addDays, dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { voucherStepsOverIn } from "#app/domain/payments/paying-rules.ts";
import {
  leftToGive,
  mayGive,
  stillGiven,
  universityOfBathVouchers,
  voucherNeeds,
  type ClaimForVoucher,
  type GiveRefusal,
  type VoucherNeed,
} from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type Attendee, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { voucherGivenMessage } from "#app/words/vouchers.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import { addFile, findClaimOfInvitation, findFiles, findSentClaim, listSteps, type ClaimWithPeople } from "#db/stores/claims.ts";
import { findLiveRunOf } from "#db/stores/payment-runs.ts";
import {
  findVoucher,
  listClaimsForVouchers,
  listHeld,
  listVouchersById,
  listVouchersOfClaims,
  saveVoucher,
  type StoredVoucher,
} from "#db/stores/vouchers.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, endingOf, fileRow, readStoredFile, type ReadUpload, writeUpload } from "./files.server.ts";
import { queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { decisionFor } from "./payment-choice.server.ts";
import { staffNames, voucherView, type VoucherView } from "./vouchers.server.ts";
import { barredFrom } from "./ties.server.ts";

/** How many days a paid list of vouchers stays among what is to be given out. */
const paidListDays = 60;
const mostListed = 500;

export type WaitingForVouchers = {
  readonly claimId: string;
  readonly reference: string;
  readonly person: string;
  readonly meeting: string;
  readonly payBy: CalendarDate | null;
  readonly toPay: Pence;
  readonly given: Pence;
  readonly left: Pence;
};

/** Agreed claims of people who chose vouchers that have not had all of them yet, the first to be paid first. */
export async function claimsWaitingForVouchers(context: Context, finance: FinanceOfficer): Promise<readonly WaitingForVouchers[]> {
  const found = await listClaimsForVouchers(context.db, finance.organisationId, {
    paidSince: addDays(context.today, -paidListDays),
    atMost: mostListed,
  });
  const given = await listVouchersOfClaims(
    context.db,
    found.map(({ claim }) => claim.id),
  );
  const waiting: WaitingForVouchers[] = [];
  for (const { claim, person, meeting, method } of found) {
    const had = stillGiven(given.filter(({ claimId }) => claimId === claim.id));
    const toPay = penceOf(claim.toPay ?? 0);
    const left = leftToGive({ toPay, given: had });
    if (left === 0 || !(await isPaidInVouchers(context, context.db, claim.invitationId, method))) continue;
    waiting.push({
      claimId: claim.id,
      reference: claim.reference,
      person: person.name,
      meeting: meeting.name,
      payBy: claim.payBy,
      toPay,
      given: had,
      left,
    });
  }
  return waiting;
}

// A batch that holds the claim has settled the way; else it is what the person chose.
async function isPaidInVouchers(context: Context, db: Db | Tx, invitationId: string, method: string | null): Promise<boolean> {
  return method === null ? (await decisionFor(context, db, invitationId))?.how === "voucher" : method === "voucher";
}

type AtHand = {
  readonly found: ClaimWithPeople;
  readonly facts: ClaimForVoucher;
  readonly authorisedOn: CalendarDate | null;
  readonly staff: readonly StaffAccount[];
  readonly before: readonly StoredVoucher[];
};

async function atHand(context: Context, db: Db | Tx, organisationId: string, claimId: string): Promise<AtHand | null> {
  const found = await findSentClaim(db, organisationId, claimId);
  if (found === undefined) return null;
  const { claim, person } = found;
  const staff = await listStaff(db, organisationId);
  const live = await findLiveRunOf(db, claimId);
  const before = await listVouchersOfClaims(db, [claimId]);
  const authorised = (await listSteps(db, [claimId])).find(({ step }) => step.step === "authorise" && step.round === claim.round);
  return {
    found,
    staff,
    before,
    authorisedOn: authorised === undefined ? null : dayIn(authorised.step.at),
    facts: {
      isAgreed: claim.state === "agreed" || (claim.state === "paid" && live?.line.method === "voucher"),
      isPaidInVouchers: await isPaidInVouchers(context, db, claim.invitationId, live?.line.method ?? null),
      toPay: penceOf(claim.toPay ?? 0),
      given: stillGiven(before),
      authorisedBy: authorised?.step.staffId ?? null,
      claimantAmongStaff: staff.filter((account) => isSamePerson(account, person)).map(({ id }) => id),
      tied: (await barredFrom(db, person.id)).flatMap((one) => (one.because === "entered-bank-details" ? [] : [one.person])),
    },
  };
}

export type GivingView = {
  readonly claimId: string;
  readonly reference: string;
  readonly person: string;
  readonly firstName: string;
  readonly meeting: string;
  readonly toPay: Pence;
  readonly given: Pence;
  readonly left: Pence;
  readonly authorisedOn: CalendarDate | null;
  /** Those that may be given now, by somebody like the reader. */
  readonly choices: readonly VoucherView[];
  /** Given for this claim before, whatever became of them. */
  readonly before: readonly VoucherView[];
  /** Why the reader may give none; null where they may. */
  readonly refusal: GiveRefusal | null;
  /** Above this value the organisation's rule asks for more; null where it has no such rule. */
  readonly stepsOver: Pence | null;
};

/** What is needed to give vouchers for one claim. */
export async function givingFor(context: Context, finance: FinanceOfficer, claimId: string): Promise<Result<GivingView, "not-found">> {
  const at = await atHand(context, context.db, finance.organisationId, claimId);
  if (at === null) return refused("not-found");
  const { claim, person, meeting } = at.found;
  const names = await staffNames(context.db, finance.organisationId);
  const may = (vouchers: readonly StoredVoucher[]) => mayGive({ vouchers, claim: at.facts, giver: finance.staffId, on: context.today });
  const itself = may([]);
  const held = itself.ok ? await listHeld(context.db, finance.organisationId, context.today, mostListed) : [];
  const seen = (voucher: StoredVoucher) =>
    voucherView(context, { voucher, person: { id: person.id, name: person.name }, reference: claim.reference, meeting }, names);
  return done({
    claimId,
    reference: claim.reference,
    person: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    meeting: meeting.name,
    toPay: at.facts.toPay,
    given: at.facts.given,
    left: leftToGive(at.facts),
    authorisedOn: at.authorisedOn,
    choices: held.filter((voucher) => may([voucher]).ok).map(seen),
    before: at.before.map(seen),
    refusal: itself.ok ? null : itself.refusal,
    stepsOver: await stepsOverOf(context, finance.organisationId),
  });
}

async function stepsOverOf(context: Context, organisationId: string): Promise<Pence | null> {
  return voucherStepsOverIn((await organisationOf(context, organisationId)).policies);
}

export type SentHow = NonNullable<StoredVoucher["sentHow"]>;
export type Giving = {
  readonly voucherIds: readonly string[];
  readonly on: CalendarDate;
  readonly sentHow: SentHow;
  readonly canUse: StoredVoucher["canUse"];
  /** What the organisation's rule asks above a value, as far as it was had. */
  readonly needsMet: readonly VoucherNeed[];
};

export type NotGiven =
  | GiveRefusal
  | { readonly reason: "not-found" }
  | { readonly reason: "nothing-chosen" }
  | { readonly reason: "in-the-future" }
  | { readonly reason: "before-agreed"; readonly on: CalendarDate }
  | { readonly reason: "steps-missing"; readonly over: Pence };

/** Gives vouchers for a claim and tells the person. Somebody else's voucher, claim or code is not found. */
export async function giveVouchers(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
  giving: Giving,
  intent?: string,
): Promise<Result<{ readonly value: Pence; readonly told: boolean }, NotGiven>> {
  const { organisationId } = finance;
  const stepsOver = await stepsOverOf(context, organisationId);
  return context.change<Result<{ readonly value: Pence; readonly told: boolean }, NotGiven>>(
    async (tx) => {
      const at = await atHand(context, tx, organisationId, claimId);
      const wanted = [...new Set(giving.voucherIds)];
      if (wanted.length === 0) return refused({ reason: "nothing-chosen" });
      const vouchers = await listVouchersById(tx, organisationId, wanted);
      if (at === null || vouchers.length < wanted.length) return refused({ reason: "not-found" });
      if (giving.on > context.today) return refused({ reason: "in-the-future" });
      const may = mayGive({ vouchers, claim: at.facts, giver: finance.staffId, on: giving.on });
      if (!may.ok) return may;
      if (at.authorisedOn !== null && giving.on < at.authorisedOn) return refused({ reason: "before-agreed", on: at.authorisedOn });
      const needs = needsOf(vouchers, stepsOver);
      if (stepsOver !== null && needs.some((need) => !giving.needsMet.includes(need)))
        return refused({ reason: "steps-missing", over: stepsOver });
      const value = sum(vouchers.map((one) => one.value));
      for (const voucher of vouchers) {
        const given = await saveVoucher(tx, voucher, {
          state: "given",
          claimId,
          personId: at.found.person.id,
          givenOn: giving.on,
          givenBy: finance.staffId,
          sentHow: giving.sentHow,
          canUse: giving.canUse,
          needsMet: giving.needsMet.filter((need) => needs.includes(need)),
        });
        if (!given) return refused({ reason: "not-held" });
        await record(context, tx, {
          organisationId,
          actor: auditActorOf(finance),
          action: "voucher-given",
          subject: { kind: "voucher", id: voucher.id },
          details: { claim: claimId, value: voucher.value, on: giving.on, how: giving.sentHow },
        });
      }
      return done({ value, told: await tell(context, tx, at.found, { value, giving, vouchers }) });
    },
    intent === undefined ? {} : { intent },
  );
}

// What the rule asks beyond what is always asked, for the voucher of the highest value.
function needsOf(vouchers: readonly StoredVoucher[], stepsOver: Pence | null): readonly VoucherNeed[] {
  if (stepsOver === null) return [];
  const { needs } = universityOfBathVouchers.over;
  const rule = { always: [], over: { value: stepsOver, needs } };
  return vouchers.some(({ value }) => voucherNeeds(rule, value).length > 0) ? needs : [];
}

async function tell(
  context: Context,
  tx: Tx,
  { claim, person, meeting }: ClaimWithPeople,
  { value, giving, vouchers }: { readonly value: Pence; readonly giving: Giving; readonly vouchers: readonly StoredVoucher[] },
): Promise<boolean> {
  const organisation = await organisationOf(context, claim.organisationId);
  const expires = vouchers.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])).toSorted();
  return queueMessageTo(context, tx, person, {
    organisationId: claim.organisationId,
    key: `voucher-given ${vouchers
      .map(({ id }) => id)
      .toSorted()
      .join(" ")}`,
    kind: "voucher-given",
    ...voucherGivenMessage({
      name: person.name,
      reference: claim.reference,
      value,
      on: giving.on,
      how: giving.sentHow,
      from: [...new Set(vouchers.map(({ supplier }) => supplier))],
      useBy: expires[0] ?? null,
      contact: (meeting.contact ?? organisation.contact).name,
    }),
    about: { kind: "claim", id: claim.id },
  });
}

export type ReceiptSaid = {
  readonly how: "signed" | "said-so" | "wrote";
  readonly on: CalendarDate;
  /** A photo or scan of what they signed or wrote. */
  readonly scan?: ReadUpload | null;
};

export type NotReceived = "not-found" | "changed-elsewhere" | "not-now" | "before-given" | "in-the-future";

/**
 * Writes down that the person has a voucher and how they said so, with a scan where there is one. Refused twice, before it was given,
 * and for a day to come.
 */
export async function recordReceipt(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly voucherId: string; readonly version: number },
  { how, on, scan = null }: ReceiptSaid,
  intent?: string,
): Promise<Result<object, NotReceived>> {
  const written = scan === null ? null : await writeUpload(context, scan);
  let isKept = false;
  const saved = await context.change<Result<object, NotReceived>>(
    async (tx) => {
      const found = await findVoucher(tx, finance.organisationId, at.voucherId);
      if (found === undefined) return refused("not-found");
      const { voucher } = found;
      if (voucher.version !== at.version) return refused("changed-elsewhere");
      if (voucher.state !== "given" || voucher.confirmedOn !== null) return refused("not-now");
      if (on > context.today) return refused("in-the-future");
      if (voucher.givenOn !== null && on < voucher.givenOn) return refused("before-given");
      if (scan !== null && written !== null) {
        await addFile(tx, fileRow(context, finance.organisationId, written, scan));
        isKept = true;
      }
      const received = { confirmedOn: on, confirmedHow: how, confirmedBy: finance.staffId, receiptFileId: written };
      if (!(await saveVoucher(tx, voucher, received))) return refused("changed-elsewhere");
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "voucher-receipt-recorded",
        subject: { kind: "voucher", id: voucher.id },
        details: { how, scan: written !== null },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
  // Sent twice, refused or failed: what was written for nothing goes again.
  if (written !== null && !(saved.ok && isKept)) await dropUpload(context, written);
  return saved;
}

/** The scan of a receipt for a voucher, to download under a name of ours; the opening is recorded. */
export async function receiptScanOf(
  context: Context,
  finance: FinanceOfficer,
  voucherId: string,
): Promise<Result<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly saveAs: string }, "not-found">> {
  const found = await findVoucher(context.db, finance.organisationId, voucherId);
  const fileId = found?.voucher.receiptFileId ?? null;
  const [file] = fileId === null ? [] : await findFiles(context.db, finance.organisationId, [fileId]);
  if (found === undefined || file === undefined) return refused("not-found");
  const bytes = await readStoredFile(context, file);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "voucher-receipt-opened",
      subject: { kind: "voucher", id: voucherId },
    }),
  );
  const { mediaType } = file;
  return done({ bytes, mediaType, saveAs: `voucher-receipt-${found.reference ?? "claim"}.${endingOf(mediaType)}` });
}

/** A voucher as the person it was given to sees it: never the code, which they were sent by itself. */
export type OwnVoucher = {
  readonly voucherId: string;
  readonly supplier: string;
  readonly value: Pence;
  readonly lastFour: string;
  readonly expiresOn: CalendarDate | null;
  readonly state: "given" | "given-back" | "expired" | "lost";
  readonly sentOn: CalendarDate;
  readonly sentHow: SentHow;
  readonly confirmedOn: CalendarDate | null;
};

/** The vouchers of a person's own claim, the first given first; nothing where there is no claim. */
export async function myVouchers(context: Context, attendee: Attendee): Promise<readonly OwnVoucher[]> {
  const claim = await findClaimOfInvitation(context.db, attendee.invitationId);
  if (claim === undefined) return [];
  return (await listVouchersOfClaims(context.db, [claim.id])).flatMap((voucher) => {
    const { state, givenOn, sentHow } = voucher;
    if (state === "held" || givenOn === null || sentHow === null) return [];
    return [
      {
        voucherId: voucher.id,
        supplier: voucher.supplier,
        value: voucher.value,
        lastFour: voucher.lastFour,
        expiresOn: voucher.expiresOn,
        state,
        sentOn: givenOn,
        sentHow,
        confirmedOn: voucher.confirmedOn,
      },
    ];
  });
}

/** The person says that they have the vouchers of their claim; those they said it of before stay as they are. */
export async function confirmMyVouchers(context: Context, attendee: Attendee, intent?: string): Promise<{ readonly confirmed: number }> {
  return context.change(
    async (tx) => {
      const claim = await findClaimOfInvitation(tx, attendee.invitationId);
      const given = claim === undefined ? [] : await listVouchersOfClaims(tx, [claim.id]);
      const open = given.filter(({ state, confirmedOn }) => state === "given" && confirmedOn === null);
      const { helpedBy } = attendee;
      for (const voucher of open) {
        await saveVoucher(tx, voucher, {
          confirmedOn: context.today,
          confirmedHow: helpedBy === undefined ? "online" : "said-so",
          confirmedBy: helpedBy?.staffId ?? "person",
        });
        await record(context, tx, {
          organisationId: attendee.organisationId,
          actor: auditActorOf(attendee),
          action: "voucher-receipt-recorded",
          subject: { kind: "voucher", id: voucher.id },
          details: { how: helpedBy === undefined ? "online" : "said-so" },
        });
      }
      return { confirmed: open.length };
    },
    intent === undefined ? {} : { intent },
  );
}
