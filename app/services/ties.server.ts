// Ties between members of staff and people who are paid: a relative, somebody they help, an account that is theirs. Whoever says
// so does no step of that person's claims from then on, and what they signed and nobody has paid yet is checked afresh.
import { dayIn, type CalendarDate } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ClaimFacts, Tie } from "#app/domain/payments/claim-states.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listSentClaimsOf, listSteps, saveClaim, type StoredClaim } from "#db/stores/claims.ts";
import { findLiveRunOf } from "#db/stores/payment-runs.ts";
import { listBankDetails } from "#db/stores/payment-choices.ts";
import { findPerson } from "#db/stores/people.ts";
import { addTie, endTie, listTies, listTiesEver, listTiesOf } from "#db/stores/ties.ts";
import type { Context } from "./context.server.ts";
import { columnsOf } from "./claim-signing.server.ts";

/** Who does no step of a person's claims, and why: those who declared a tie, and whoever typed their bank details in. */
export async function barredFrom(db: Db | Tx, personId: string): Promise<ClaimFacts["barred"]> {
  return (await barredFromAll(db, [personId]))(personId);
}

/** The same for many people, read together: asks as much of the database for a thousand as for one. */
export async function barredFromAll(db: Db | Tx, personIds: readonly string[]): Promise<(personId: string) => ClaimFacts["barred"]> {
  const ids = [...new Set(personIds)];
  const ties = await listTiesOf(db, ids);
  const banks = new Map((await listBankDetails(db, ids)).map((bank) => [bank.personId, bank]));
  return (personId) => {
    const bank = banks.get(personId);
    return [
      ...(ties.get(personId) ?? []).map(({ staffId, kind }) => ({ person: staffId, because: kind })),
      ...(bank === undefined || bank.enteredBy === "person" ? [] : [{ person: bank.enteredBy, because: "entered-bank-details" as const }]),
    ];
  };
}

export type TieView = {
  readonly id: string;
  readonly kind: Tie;
  readonly by: string;
  readonly isMine: boolean;
  readonly on: CalendarDate;
  readonly ended: { readonly by: string; readonly on: CalendarDate } | null;
};

export type TiesView = {
  readonly person: string;
  readonly ties: readonly TieView[];
  readonly isTied: boolean;
  /** Claims in a batch that was not paid yet, signed by somebody who said afterwards how they know the person. */
  readonly inBatches: readonly { readonly reference: string; readonly number: number; readonly by: string }[];
};

/** The ties declared to a person, for finance. */
export async function tiesOf(context: Context, finance: FinanceOfficer, personId: string): Promise<Result<TiesView, "not-found">> {
  const person = await findPerson(context.db, finance.organisationId, personId);
  if (!person) return refused("not-found");
  const ever = await listTiesEver(context.db, person.id);
  const standing = ever.filter(({ tie }) => tie.endedAt === null);
  const inBatches = [];
  for (const { tie, by } of standing)
    for (const { claim, number } of await signedAndUnpaid(context.db, finance, person.id, tie.staffId))
      if (number !== null) inBatches.push({ reference: claim.reference, number, by });
  return done({
    person: person.name,
    isTied: standing.some(({ tie }) => tie.staffId === finance.staffId),
    inBatches,
    ties: ever.map(({ tie, by, endedBy }) => ({
      id: tie.id,
      kind: tie.kind,
      by,
      isMine: tie.staffId === finance.staffId,
      on: dayIn(tie.declaredAt),
      ended: tie.endedAt === null ? null : { by: endedBy ?? "", on: dayIn(tie.endedAt) },
    })),
  });
}

type Signed = { readonly claim: StoredClaim; readonly number: number | null };

// The claims of a person that one member of staff signed in the round that counts, and that nobody has paid; with the batch each is in.
async function signedAndUnpaid(
  db: Db | Tx,
  { organisationId }: Pick<FinanceOfficer, "organisationId">,
  personId: string,
  staffId: string,
): Promise<readonly Signed[]> {
  const open = (await listSentClaimsOf(db, organisationId, personId)).filter(({ state }) => state === "checked" || state === "agreed");
  const steps = (
    await listSteps(
      db,
      open.map(({ id }) => id),
    )
  ).map(({ step }) => step);
  const signed = open.filter(({ id, round }) =>
    steps.some((step) => step.claimId === id && step.round === round && step.staffId === staffId),
  );
  const found: Signed[] = [];
  for (const claim of signed) found.push({ claim, number: (await findLiveRunOf(db, claim.id))?.run.number ?? null });
  return found;
}

/**
 * Keeps how the officer is tied to a person. Claims they signed that are not in a batch go back to be checked by somebody else,
 * with the reason given; those in a batch are named on the page, to be taken out. Refused for a tie that stands already.
 */
export async function declareTie(
  context: Context,
  finance: FinanceOfficer,
  personId: string,
  said: { readonly kind: Tie; readonly why: string },
  intent?: string,
): Promise<Result<{ readonly sentBack: readonly string[] }, "not-found" | "declared-already">> {
  return context.change<Result<{ readonly sentBack: readonly string[] }, "not-found" | "declared-already">>(
    async (tx) => {
      const person = await findPerson(tx, finance.organisationId, personId);
      if (!person) return refused("not-found");
      if ((await listTies(tx, person.id)).some(({ staffId, kind }) => staffId === finance.staffId && kind === said.kind))
        return refused("declared-already");
      const id = context.newId();
      await addTie(tx, {
        id,
        organisationId: finance.organisationId,
        staffId: finance.staffId,
        personId: person.id,
        kind: said.kind,
        declaredAt: context.now,
      });
      const sentBack: string[] = [];
      for (const { claim, number } of await signedAndUnpaid(tx, finance, person.id, finance.staffId)) {
        if (number !== null) continue;
        const sentBackBy = { by: finance.staffId, on: context.today };
        const columns = columnsOf(context, claim, { state: "sent-back", to: "checker", sentBack: sentBackBy, why: said.why });
        if (!(await saveClaim(tx, claim.id, claim.version, columns))) throw new Error("A claim changed within one change");
        await record(context, tx, {
          organisationId: finance.organisationId,
          actor: auditActorOf(finance),
          action: "claim-sent-back-for-a-tie",
          subject: { kind: "claim", id: claim.id },
        });
        sentBack.push(claim.reference);
      }
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "tie-declared",
        subject: { kind: "person", id: person.id },
      });
      return done({ sentBack });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Ends a tie that is no longer so. Refused from whoever declared it: a second person looks at it. */
export async function endDeclaredTie(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly personId: string; readonly tieId: string },
  intent?: string,
): Promise<Result<object, "not-found" | "your-own">> {
  return context.change<Result<object, "not-found" | "your-own">>(
    async (tx) => {
      const person = await findPerson(tx, finance.organisationId, at.personId);
      const tie = person && (await listTies(tx, person.id)).find(({ id }) => id === at.tieId);
      if (!tie) return refused("not-found");
      if (tie.staffId === finance.staffId) return refused("your-own");
      if (!(await endTie(tx, tie.id, finance.staffId, context.now))) return refused("not-found");
      await record(context, tx, {
        organisationId: finance.organisationId,
        actor: auditActorOf(finance),
        action: "tie-ended",
        subject: { kind: "person", id: at.personId },
      });
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}
