// Who signed a claim and what that makes of it, shared by checking, authorising and payment runs. A round is one course of
// signatures: sending back ends it, and what was signed in it counts no more.
import { dayIn } from "#app/domain/basics/dates.ts";
import type { Authority, ClaimActor, ClaimState } from "#app/domain/payments/claim-states.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import type { Db, Tx } from "#db/open.ts";
import { hasJoined, type StaffAccount } from "#db/stores/accounts.ts";
import { addStep, listSteps, type ClaimStep, type ClaimWithPeople, type StoredClaim } from "#db/stores/claims.ts";
import { openedText, sealOf } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";

/** Whether somebody has any part in finance and can act in it: who was only invited cannot yet. */
export function isFinance(account: StaffAccount): boolean {
  return hasJoined(account) && (account.roles.includes("finance-check") || account.roles.includes("finance-authorise"));
}

/** Whether a member of staff is the claimant: known by their person record, or by using the same email address for both. */
export function isSamePerson(account: StaffAccount, person: { readonly id: string; readonly email: string }): boolean {
  return account.personId === person.id || (person.email !== "" && person.email.toLowerCase() === account.email.toLowerCase());
}

/** Which budgets a member of staff authorises for, and between which days. */
export function authorityOf({ authorisesCodes, authorisesFrom, authorisesUntil }: StaffAccount): Authority {
  return {
    ...(authorisesCodes.length === 0 ? {} : { codes: authorisesCodes }),
    ...(authorisesFrom === null ? {} : { from: authorisesFrom }),
    ...(authorisesUntil === null ? {} : { until: authorisesUntil }),
  };
}

/** The officer as the rules of a claim know them: as the claimant where it is their own. */
export function actorFor(
  finance: FinanceReader,
  staff: readonly StaffAccount[],
  found: Pick<ClaimWithPeople, "claim" | "person">,
): ClaimActor {
  const account = staff.find(({ id }) => id === finance.staffId);
  const isOwn = account !== undefined && isSamePerson(account, found.person);
  return {
    person: isOwn ? found.claim.personId : finance.staffId,
    may: [
      ...(finance.mayCheck ? (["check"] as const) : []),
      ...(finance.mayAuthorise ? (["authorise"] as const) : []),
      ...(finance.kind === "auditor" ? [] : (["release"] as const)),
    ],
    ...(account?.authorisationLimit == null ? {} : { limit: account.authorisationLimit }),
    ...(account === undefined ? {} : { authority: authorityOf(account) }),
  };
}

/**
 * Begins a new round of a claim whose release came to nothing: the check and the authorisation go with it, as they were signed,
 * and it has to be released again. Gives the columns to save.
 */
export async function withoutItsRelease(tx: Tx, claim: StoredClaim): Promise<Partial<StoredClaim>> {
  const steps = (await listSteps(tx, [claim.id])).map(({ step }) => step).filter(({ round }) => round === claim.round);
  if (!steps.some(({ step }) => step === "release")) return {};
  const round = claim.round + 1;
  for (const step of ["check", "authorise"] as const) {
    const signed: ClaimStep | undefined = steps.find((one) => one.step === step);
    if (signed === undefined) throw new Error(`A released claim has no step ${step}`);
    await addStep(tx, { ...signed, round });
  }
  return { round };
}

/** The state of a sent claim, with who signed in this round. */
export async function stateOf(context: Context, db: Db | Tx, claim: StoredClaim): Promise<ClaimState> {
  return stateFrom(context, claim, await listSteps(db, [claim.id]));
}

/** The state of a sent claim, with who signed in this round, from steps already read. */
export function stateFrom(context: Context, claim: StoredClaim, all: Awaited<ReturnType<typeof listSteps>>): ClaimState {
  const steps = all.filter(({ step }) => step.claimId === claim.id && step.round === claim.round);
  const signed = (wanted: "check" | "authorise" | "release") => {
    const found = steps.find(({ step }) => step.step === wanted);
    if (found === undefined) throw new Error(`A claim is ${claim.state} without its step ${wanted}`);
    return { by: found.step.staffId, on: dayIn(found.step.at) };
  };
  // A signed payment run releases the claims in it before the bank has paid them.
  const released = () => {
    const found = steps.find(({ step }) => step.step === "release");
    if (found === undefined) return {};
    return { released: { by: found.step.staffId, on: dayIn(found.step.at), asException: found.step.staffId === signed("check").by } };
  };
  const moved = { by: claim.movedBy ?? "", on: claim.movedOn ?? context.today };
  const plain = (state: "sent" | "checked" | "agreed") => {
    if (state === "sent") return { state };
    if (state === "checked") return { state, checked: signed("check") };
    return { state, checked: signed("check"), authorised: signed("authorise"), ...released() };
  };
  switch (claim.state) {
    case "open":
      throw new Error("A claim that was never sent was read by finance");
    case "sent":
    case "checked":
    case "agreed":
      return plain(claim.state);
    case "paid": {
      const released = signed("release");
      const checked = signed("check");
      return {
        state: "paid",
        checked,
        authorised: signed("authorise"),
        released: { ...released, asException: released.by === checked.by },
        paidOn: claim.paidOn ?? released.on,
      };
    }
    case "on-hold":
      return { state: "on-hold", from: plain(claim.heldFrom ?? "sent"), held: moved, why: openedText(context, claim, "why") };
    case "sent-back":
      return { state: "sent-back", to: claim.sentBackTo ?? "person", sentBack: moved, why: openedText(context, claim, "why") };
  }
}

/** The columns that hold a state. Signatures are steps of their own. */
export function columnsOf(context: Context, claim: StoredClaim, state: ClaimState): Partial<StoredClaim> {
  const still = { state: state.state, heldFrom: null, sentBackTo: null, why: null, movedBy: null, movedOn: null };
  if (state.state === "on-hold")
    return {
      ...still,
      heldFrom: state.from.state,
      why: sealOf(context, claim.id, "why", state.why),
      movedBy: state.held.by,
      movedOn: state.held.on,
    };
  if (state.state === "sent-back")
    return {
      ...still,
      sentBackTo: state.to,
      why: sealOf(context, claim.id, "why", state.why),
      movedBy: state.sentBack.by,
      movedOn: state.sentBack.on,
      // What was signed counts no more: the next round is checked and authorised afresh.
      round: claim.round + 1,
    };
  return state.state === "paid" ? { ...still, paidOn: state.paidOn } : still;
}
