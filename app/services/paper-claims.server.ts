// Claims that come on paper or by phone: a coordinator types in what the person wrote, in the order of the printed form, and the
// person is told. Whoever typed does no step of the claim afterwards. Nobody types in their own.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { readReference } from "#app/domain/payments/reference.ts";
import { attendeeOf, auditActorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { listStaff } from "#db/stores/accounts.ts";
import {
  addFile,
  addTypist,
  findClaim,
  findClaimByReference,
  findFiles,
  listClaimsOfMeeting,
  listSteps,
  listTypists,
  saveClaim,
  type ClaimWithPeople,
  type StoredClaimState,
} from "#db/stores/claims.ts";
import { findLiveGrant } from "#db/stores/links.ts";
import { findMeeting, listInvited } from "#db/stores/meetings.ts";
import { sealOf } from "./claim-records.server.ts";
import { isSamePerson } from "./claim-signing.server.ts";
import { myClaim, sendTypedClaim, type ChangeRefusal, type MyClaim, type NoClaim, type TimeSaid, type Unready } from "./claims.server.ts";
import type { Context } from "./context.server.ts";
import { dropUpload, fileName, fileRow, readStoredFile, writeUpload, type ReadUpload } from "./files.server.ts";
import { decide, ownChoice, saveDraft, type OwnChoice } from "./payment-choice.server.ts";

/** Why a coordinator may not type in a claim. */
export type NotTheTypist = "own-claim" | "did-a-step";

export type PaperClaimRow = {
  readonly claimId: string;
  readonly person: string;
  readonly reference: string;
  readonly state: StoredClaimState;
  /** Open, or sent back to the person: somebody may type in what they say. */
  readonly mayBeTyped: boolean;
  readonly typedBy: readonly string[];
};

export type PaperClaims = {
  readonly meeting: { readonly name: string; readonly date: CalendarDate | null; readonly reference: string };
  readonly claims: readonly PaperClaimRow[];
};

/** The claims of a meeting, for typing in what comes on paper or by phone. */
export async function paperClaimsOf(
  context: Context,
  coordinator: Coordinator,
  reference: string,
): Promise<Result<PaperClaims, "not-found">> {
  const meeting = await findMeeting(context.db, coordinator.organisationId, reference);
  if (!meeting) return refused("not-found");
  const claims = await listClaimsOfMeeting(context.db, coordinator.organisationId, meeting.id);
  const typists = await listTypists(
    context.db,
    claims.map(({ id }) => id),
  );
  const names = new Map(
    (await listInvited(context.db, coordinator.organisationId, meeting.id)).map(({ invitation, person }) => [invitation.id, person.name]),
  );
  return done({
    meeting: { name: meeting.name, date: meeting.date, reference: meeting.reference },
    claims: claims
      .map((claim) => ({
        claimId: claim.id,
        person: names.get(claim.invitationId) ?? "",
        reference: claim.reference,
        state: claim.state,
        mayBeTyped: claim.state === "open" || (claim.state === "sent-back" && claim.sentBackTo === "person"),
        typedBy: typists.filter(({ claimId }) => claimId === claim.id).map(({ name }) => name),
      }))
      .toSorted((one, other) => one.person.localeCompare(other.person, "en-GB")),
  });
}

/** Where the claim with the reference on a form is typed in; small letters, spaces and dashes do not matter. */
export async function findPaperClaim(
  context: Context,
  coordinator: Coordinator,
  typed: string,
): Promise<Result<{ readonly claimId: string; readonly meeting: string }, "missing" | "not-a-reference" | "not-found">> {
  const read = readReference(typed);
  if (!read.ok) return read;
  const found = await findClaimByReference(context.db, coordinator.organisationId, read.value);
  return found === undefined ? refused("not-found") : done({ claimId: found.claim.id, meeting: found.meeting.reference });
}

export type PaperClaim = {
  readonly claimId: string;
  readonly person: string;
  readonly firstName: string;
  readonly claim: MyClaim;
  /** The person's own place in the claim, with the coordinator as who types. */
  readonly typist: Attendee;
  readonly whyNot: NotTheTypist | null;
  readonly scanName: string | null;
  readonly receivedOn: CalendarDate | null;
  readonly from: "paper" | "phone" | null;
  readonly typedBy: readonly string[];
  /** Ways this offer can be paid, asked for where the person has not chosen yet. */
  readonly paidBy: readonly PaymentMethod[];
};

type At = { readonly reference: string; readonly claimId: string };

/** One claim as whoever types it in sees it. */
export async function paperClaimOf(context: Context, coordinator: Coordinator, at: At): Promise<Result<PaperClaim, "not-found" | NoClaim>> {
  const found = await findOf(context, coordinator, at);
  if (found === null) return refused("not-found");
  const { claim, person } = found;
  const typist = await typistFor(context, coordinator, found);
  const mine = await myClaim(context, typist);
  if (!mine.ok) return mine;
  const [scan] = claim.scanFileId === null ? [] : await findFiles(context.db, claim.organisationId, [claim.scanFileId]);
  return done({
    claimId: claim.id,
    person: person.name,
    firstName: person.name.split(" ")[0] ?? person.name,
    claim: mine.value,
    typist,
    whyNot: await whyNotType(context, coordinator, found),
    scanName: scan === undefined ? null : fileName(context, scan),
    receivedOn: claim.receivedOn,
    from: claim.enteredFrom,
    typedBy: (await listTypists(context.db, [claim.id])).map(({ name }) => name),
    paidBy: (await ownChoice(context, typist))?.offer.paidBy ?? [],
  });
}

async function findOf(context: Context, coordinator: Coordinator, at: At): Promise<ClaimWithPeople | null> {
  const found = await findClaim(context.db, coordinator.organisationId, at.claimId);
  // A claim of somebody who asked to be deleted is finance's alone.
  return found?.person.erasedAt === null && found.meeting.reference === at.reference ? found : null;
}

async function typistFor(context: Context, coordinator: Coordinator, { claim }: ClaimWithPeople): Promise<Attendee> {
  const grant = await findLiveGrant(context.db, "invitation", claim.invitationId);
  return attendeeOf({
    organisationId: claim.organisationId,
    personId: claim.personId,
    invitationId: claim.invitationId,
    meetingId: claim.meetingId,
    grantId: grant?.id ?? "",
    mayReadBack: false,
    helpedBy: { staffId: coordinator.staffId, how: claim.enteredFrom === "phone" ? "by-phone" : "on-paper" },
  });
}

async function whyNotType(
  context: Context,
  coordinator: Coordinator,
  { claim, person }: Pick<ClaimWithPeople, "claim" | "person">,
): Promise<NotTheTypist | null> {
  const account = (await listStaff(context.db, coordinator.organisationId)).find(({ id }) => id === coordinator.staffId);
  if (account !== undefined && isSamePerson(account, person)) return "own-claim";
  const steps = await listSteps(context.db, [claim.id]);
  return steps.some(({ step }) => step.round === claim.round && step.staffId === coordinator.staffId) ? "did-a-step" : null;
}

/** What stands on the form besides its costs; a part that was not read yet is absent. */
export type PaperParts = {
  readonly from: "paper" | "phone";
  readonly receivedOn: CalendarDate | null;
  readonly time: TimeSaid | null;
  readonly scan: ReadUpload | null;
  readonly signedName: string;
};

export type PaperRefusal = "not-found" | "not-now" | "changed-elsewhere" | NotTheTypist;

/** Saves what was typed in so far, with a scan or photo of the form where one came. Nothing is sent by it. */
export async function savePaperParts(
  context: Context,
  coordinator: Coordinator,
  at: At & { readonly version: number },
  parts: PaperParts,
  intent?: string,
): Promise<Result<{ readonly version: number }, PaperRefusal>> {
  const found = await findOf(context, coordinator, at);
  if (found === null) return refused("not-found");
  const whyNot = await whyNotType(context, coordinator, found);
  if (whyNot !== null) return refused(whyNot);
  const { claimId } = at;
  const written = parts.scan === null ? null : await writeUpload(context, parts.scan);
  let isKept = false;
  const saved = await context.change<Result<{ readonly version: number }, PaperRefusal>>(
    async (tx) => {
      const again = await findClaim(tx, coordinator.organisationId, claimId);
      if (again === undefined) return refused("not-found");
      const { claim } = again;
      if (claim.state !== "open" && !(claim.state === "sent-back" && claim.sentBackTo === "person")) return refused("not-now");
      if (claim.version !== at.version) return refused("changed-elsewhere");
      await addTypist(tx, { claimId, staffId: coordinator.staffId, at: context.now });
      if (parts.scan !== null && written !== null) {
        await addFile(tx, fileRow(context, claim.organisationId, written, parts.scan));
        isKept = true;
      }
      const { time } = parts;
      await saveClaim(tx, claimId, claim.version, {
        enteredBy: coordinator.staffId,
        enteredFrom: parts.from,
        receivedOn: parts.receivedOn,
        signedName: parts.signedName,
        ...(written === null ? {} : { scanFileId: written }),
        ...(time === null
          ? {}
          : {
              timeAnswer: time.answer,
              timeDiffers: time.answer === "different" ? sealOf(context, claimId, "time_differs", time.differs) : null,
              paidByEmployer: time.paidByEmployer,
              ...(time.ownTime === undefined ? {} : { ownTime: time.ownTime }),
            }),
      });
      await record(context, tx, {
        organisationId: claim.organisationId,
        actor: auditActorOf(coordinator),
        action: "claim-typed-in",
        subject: { kind: "claim", id: claimId },
        details: { from: parts.from, scan: written !== null },
      });
      return done({ version: claim.version + 1 });
    },
    intent === undefined ? {} : { intent },
  );
  // Sent twice, refused or failed: the picture that was written for nothing goes again.
  if (written !== null && !(saved.ok && isKept)) await dropUpload(context, written);
  return saved;
}

/** What somebody wrote about their payment, where they had not chosen before. */
export type PaperChoice = {
  readonly kind: "full" | "less" | "costs-only" | "nothing";
  readonly less: Pence | null;
  readonly how: PaymentMethod | null;
};

/** Records a choice about payment as it stands on the form. An earlier choice of the person's own is never changed by it. */
export async function savePaperChoice(
  context: Context,
  coordinator: Coordinator,
  at: At,
  said: PaperChoice,
): Promise<Result<object, "not-found" | "not-chosen" | "not-less" | "how-missing" | "changed-elsewhere" | NotTheTypist>> {
  const found = await findOf(context, coordinator, at);
  if (found === null) return refused("not-found");
  const whyNot = await whyNotType(context, coordinator, found);
  if (whyNot !== null) return refused(whyNot);
  const typist = await typistFor(context, coordinator, found);
  const own = await ownChoice(context, typist);
  if (own === null) return refused("not-found");
  if (own.decision !== null) return done({});
  if (said.kind === "less" && (said.less === null || said.less <= 0 || said.less >= own.offer.total)) return refused("not-less");
  const drafted = await saveDraft(context, typist, own.version, {
    kind: said.kind,
    ...(said.less === null ? {} : { less: said.less }),
    ...(said.how === null ? {} : { how: said.how }),
  });
  if (!drafted.ok) return drafted;
  return agreeTo(context, typist, await ownChoice(context, typist));
}

async function agreeTo(
  context: Context,
  typist: Attendee,
  own: OwnChoice | null,
): Promise<Result<object, "not-chosen" | "how-missing" | "changed-elsewhere">> {
  if (own === null) return refused("not-chosen");
  const decided = await decide(context, typist, own.version);
  if (decided.ok) return done({});
  // A gift is not among the answers of the form, so it cannot come too late.
  return refused(decided.refusal === "too-late-for-a-gift" ? "not-chosen" : decided.refusal);
}

/** Sends a claim that was typed in: from now on it is checked like any other, by somebody else. */
export async function sendPaperClaim(
  context: Context,
  coordinator: Coordinator,
  at: At & { readonly version: number },
  said: {
    readonly signedName: string;
    readonly answer: string;
    readonly from: "paper" | "phone";
    readonly receivedOn: CalendarDate;
  },
  intent?: string,
): Promise<Result<{ readonly reference: string }, ChangeRefusal | Unready | NotTheTypist | "not-found">> {
  const found = await findOf(context, coordinator, at);
  if (found === null) return refused("not-found");
  const whyNot = await whyNotType(context, coordinator, found);
  if (whyNot !== null) return refused(whyNot);
  const typist = await typistFor(context, coordinator, found);
  const { signedName, answer, from, receivedOn } = said;
  return sendTypedClaim(context, typist, at.version, { signedName, answer, typed: { from, receivedOn } }, intent);
}

/** The scan of a paper form, for coordinators alone: it can say what somebody needs. Every opening is on record. */
export async function scanOfPaperClaim(
  context: Context,
  coordinator: Coordinator,
  at: At,
): Promise<Result<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly reference: string }, "not-found">> {
  const found = await findOf(context, coordinator, at);
  if (found === null || found.claim.scanFileId === null) return refused("not-found");
  const { claim } = found;
  const [file] = await findFiles(context.db, coordinator.organisationId, [found.claim.scanFileId]);
  if (file === undefined) return refused("not-found");
  const bytes = await readStoredFile(context, file);
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: coordinator.organisationId,
      actor: auditActorOf(coordinator),
      action: "claim-scan-opened",
      subject: { kind: "claim", id: claim.id },
      details: { saved: dayIn(file.savedAt) },
    }),
  );
  return done({ bytes, mediaType: file.mediaType, reference: claim.reference });
}
