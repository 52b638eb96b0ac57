// The life of a claim: Sent, Checked, Agreed, Paid, On hold, Sent back. Claimant, checker and authoriser are always three
// different people; the releaser is a further one where there are enough (decision 27, promises.md T13). Anybody who may
// not act is refused by name of the reason. A state carries who signed, so an unsigned payment cannot be written down.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ClaimBlock } from "./claim.ts";

export type Duty = "check" | "authorise" | "release";
export type ClaimActor = {
  readonly person: string;
  readonly may: readonly Duty[];
  /** The most this person may authorise for one claimant in one month; absent means no limit was set. */
  readonly limit?: Pence;
  readonly authority?: Authority;
};

/** Which budgets somebody authorises for, and between which days, both of them included (payments.md section d 8); what is absent does not bind. */
export type Authority = { readonly codes?: readonly string[]; readonly from?: CalendarDate; readonly until?: CalendarDate };

/** Why an authority does not reach a claim on a day; null where it does. Small and capital letters of a code are the same. */
export function beyondAuthority(
  { codes, from, until }: Authority,
  claim: { readonly budgetCodes: readonly string[]; readonly today: CalendarDate },
): Extract<ClaimRefusal, { reason: "not-your-budget" | "not-in-your-time" }> | null {
  if ((from !== undefined && claim.today < from) || (until !== undefined && claim.today > until))
    return { reason: "not-in-your-time", ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  if (codes === undefined) return null;
  const asKept = (code: string) => code.trim().toUpperCase();
  const mine = new Set(codes.map(asKept));
  const others = claim.budgetCodes.filter((code) => !mine.has(asKept(code)));
  return others.length === 0 ? null : { reason: "not-your-budget", codes: others };
}

type Signature = { readonly by: string; readonly on: CalendarDate };
type Sent = { readonly state: "sent" };
type Checked = { readonly state: "checked"; readonly checked: Signature };
type Agreed = {
  readonly state: "agreed";
  readonly checked: Signature;
  readonly authorised: Signature;
  readonly released?: Signature & { readonly asException: boolean };
};
type Paid = {
  readonly state: "paid";
  readonly checked: Signature;
  readonly authorised: Signature;
  readonly released: Signature & { readonly asException: boolean };
  readonly paidOn: CalendarDate;
};
type OnHold = { readonly state: "on-hold"; readonly from: Sent | Checked | Agreed; readonly held: Signature; readonly why: string };
type SentBack = { readonly state: "sent-back"; readonly to: "person" | "checker"; readonly sentBack: Signature; readonly why: string };

export type ClaimState = Sent | Checked | Agreed | Paid | OnHold | SentBack;
export const claimStates: readonly ClaimState["state"][] = ["sent", "checked", "agreed", "paid", "on-hold", "sent-back"];

export type ClaimAction =
  | { readonly action: "pass" }
  | { readonly action: "authorise" }
  | { readonly action: "release" }
  | { readonly action: "mark-paid"; readonly paidOn: CalendarDate }
  | { readonly action: "mark-returned"; readonly why: string }
  | { readonly action: "hold"; readonly why: string }
  | { readonly action: "resume" }
  | { readonly action: "send-back"; readonly to: "person" | "checker"; readonly why: string }
  | { readonly action: "send-again" };

/** How a member of staff said they are tied to the claimant: `payee` where the money goes to an account of theirs. */
export type Tie = "payee" | "relative" | "helper";

/** What the rules need to know about a claim and its surroundings at the moment of the action. */
export type ClaimFacts = {
  readonly claimant: string;
  /** Everybody who typed the claim in, when that was not the claimant. None of them does a step of it. */
  readonly typedBy?: readonly string[];
  /** People who may not act: the payee, a declared relative, a helper, whoever entered the bank details. */
  readonly barred: readonly { readonly person: string; readonly because: Tie | "entered-bank-details" }[];
  readonly blocks: readonly ClaimBlock[];
  /** The budget codes that pay for it. */
  readonly budgetCodes: readonly string[];
  readonly toPay: Pence;
  /** What is already authorised for this claimant in the month, so that a split claim does not slip under a limit. */
  readonly authorisedThisMonth: Pence;
  readonly isPaymentHeld: boolean;
  /** People with any finance duty, to know whether a further releaser can be expected. */
  readonly financePeople: number;
};

export type ClaimRefusal =
  | { readonly reason: "not-now"; readonly state: ClaimState["state"] }
  | { readonly reason: "not-your-duty"; readonly duty: Duty }
  | { readonly reason: "own-claim" }
  | { readonly reason: "barred"; readonly because: ClaimFacts["barred"][number]["because"] }
  | { readonly reason: "you-entered-it" }
  | { readonly reason: "you-checked-it" }
  | { readonly reason: "you-authorised-it" }
  | { readonly reason: "further-person-needed" }
  | { readonly reason: "not-your-budget"; readonly codes: readonly string[] }
  | { readonly reason: "not-in-your-time"; readonly from?: CalendarDate; readonly until?: CalendarDate }
  | { readonly reason: "over-your-limit"; readonly limit: Pence; readonly wouldBe: Pence }
  | { readonly reason: "blocked"; readonly blocks: readonly ClaimBlock[] }
  | { readonly reason: "why-missing" }
  | { readonly reason: "payment-held" }
  | { readonly reason: "not-released" }
  | { readonly reason: "nothing-to-pay" }
  | { readonly reason: "not-the-claimant" };

/** The state every claim begins in. */
export const sentClaim: ClaimState = { state: "sent" };

/**
 * Does one action on a claim, or says why this person may not do it now. Sending back wipes the signatures: the next
 * round is checked and authorised afresh. A hold keeps them, except that a held payment has to be released again.
 */
export function actOnClaim(input: {
  readonly state: ClaimState;
  readonly action: ClaimAction;
  readonly actor: ClaimActor;
  readonly facts: ClaimFacts;
  readonly today: CalendarDate;
}): Result<ClaimState, ClaimRefusal> {
  const { state, action, actor, facts, today } = input;
  const signed: Signature = { by: actor.person, on: today };
  switch (action.action) {
    case "pass":
      return pass(state, actor, facts, signed);
    case "authorise":
      return authorise(state, actor, facts, signed);
    case "release":
      return release(state, actor, facts, signed);
    case "mark-paid":
      return markPaid(state, actor, facts, action.paidOn);
    case "mark-returned": {
      const may = requireDuty(actor, facts, "release");
      if (!may.ok) return may;
      if (state.state !== "paid") return notNow(state);
      if (action.why.trim() === "") return refused({ reason: "why-missing" });
      return done({
        state: "on-hold",
        from: { state: "agreed", checked: state.checked, authorised: state.authorised },
        held: signed,
        why: action.why,
      });
    }
    case "hold": {
      const may = requireAnyDuty(actor, facts);
      if (!may.ok) return may;
      if (state.state !== "sent" && state.state !== "checked" && state.state !== "agreed") return notNow(state);
      if (action.why.trim() === "") return refused({ reason: "why-missing" });
      return done({ state: "on-hold", from: withoutRelease(state), held: signed, why: action.why });
    }
    case "resume": {
      const may = requireAnyDuty(actor, facts);
      if (!may.ok) return may;
      return state.state === "on-hold" ? done(state.from) : notNow(state);
    }
    case "send-back":
      return sendBack(state, actor, facts, signed, action);
    case "send-again": {
      const isTheirs = actor.person === facts.claimant || isTypist(actor, facts);
      if (!isTheirs) return refused({ reason: "not-the-claimant" });
      return state.state === "sent-back" && state.to === "person" ? done(sentClaim) : notNow(state);
    }
  }
}

/** Whether this person may decide lines of the claim now: a checker, before it is passed, and never the claimant. */
export function mayDecideLines(state: ClaimState, actor: ClaimActor, facts: ClaimFacts): Result<true, ClaimRefusal> {
  const may = requireDuty(actor, facts, "check");
  if (!may.ok) return may;
  if (isTypist(actor, facts)) return refused({ reason: "you-entered-it" });
  return isOpenForChecking(state) ? done(true) : notNow(state);
}

function pass(state: ClaimState, actor: ClaimActor, facts: ClaimFacts, signed: Signature): Result<ClaimState, ClaimRefusal> {
  const may = mayDecideLines(state, actor, facts);
  if (!may.ok) return may;
  if (facts.blocks.length > 0) return refused({ reason: "blocked", blocks: facts.blocks });
  return done({ state: "checked", checked: signed });
}

function authorise(state: ClaimState, actor: ClaimActor, facts: ClaimFacts, signed: Signature): Result<ClaimState, ClaimRefusal> {
  const may = requireDuty(actor, facts, "authorise");
  if (!may.ok) return may;
  if (state.state !== "checked") return notNow(state);
  if (actor.person === state.checked.by) return refused({ reason: "you-checked-it" });
  if (isTypist(actor, facts)) return refused({ reason: "you-entered-it" });
  // A change after the check (a repeat found, an advance recorded) stops the second signature too.
  if (facts.blocks.length > 0) return refused({ reason: "blocked", blocks: facts.blocks });
  const beyond = actor.authority === undefined ? null : beyondAuthority(actor.authority, { ...facts, today: signed.on });
  if (beyond !== null) return refused(beyond);
  const wouldBe = sum([facts.authorisedThisMonth, facts.toPay]);
  if (actor.limit !== undefined && wouldBe > actor.limit) return refused({ reason: "over-your-limit", limit: actor.limit, wouldBe });
  return done({ state: "agreed", checked: state.checked, authorised: signed });
}

function release(state: ClaimState, actor: ClaimActor, facts: ClaimFacts, signed: Signature): Result<ClaimState, ClaimRefusal> {
  const may = requireDuty(actor, facts, "release");
  if (!may.ok) return may;
  if (state.state !== "agreed" || state.released !== undefined) return notNow(state);
  if (actor.person === state.authorised.by) return refused({ reason: "you-authorised-it" });
  if (isTypist(actor, facts)) return refused({ reason: "you-entered-it" });
  const asException = actor.person === state.checked.by;
  if (asException && facts.financePeople > 2) return refused({ reason: "further-person-needed" });
  if (facts.isPaymentHeld) return refused({ reason: "payment-held" });
  if (facts.toPay <= 0) return refused({ reason: "nothing-to-pay" });
  return done({ ...state, released: { ...signed, asException } });
}

function markPaid(state: ClaimState, actor: ClaimActor, facts: ClaimFacts, paidOn: CalendarDate): Result<ClaimState, ClaimRefusal> {
  const may = requireDuty(actor, facts, "release");
  if (!may.ok) return may;
  if (state.state !== "agreed") return notNow(state);
  if (state.released === undefined) return refused({ reason: "not-released" });
  return done({ state: "paid", checked: state.checked, authorised: state.authorised, released: state.released, paidOn });
}

function sendBack(
  state: ClaimState,
  actor: ClaimActor,
  facts: ClaimFacts,
  signed: Signature,
  action: Extract<ClaimAction, { action: "send-back" }>,
): Result<ClaimState, ClaimRefusal> {
  // The checker asks the person; the authoriser may ask either. From then on nothing is signed.
  const duty: Duty = state.state === "checked" ? "authorise" : "check";
  const may = requireDuty(actor, facts, duty);
  if (!may.ok) return may;
  const isToTheRightPlace = state.state === "checked" || (isOpenForChecking(state) && action.to === "person");
  if (!isToTheRightPlace) return notNow(state);
  if (action.why.trim() === "") return refused({ reason: "why-missing" });
  return done({ state: "sent-back", to: action.to, sentBack: signed, why: action.why });
}

function isOpenForChecking(state: ClaimState): boolean {
  return state.state === "sent" || (state.state === "sent-back" && state.to === "checker");
}

function requireDuty(actor: ClaimActor, facts: ClaimFacts, duty: Duty): Result<true, ClaimRefusal> {
  if (actor.person === facts.claimant) return refused({ reason: "own-claim" });
  const bar = facts.barred.find((one) => one.person === actor.person);
  if (bar !== undefined) return refused({ reason: "barred", because: bar.because });
  return actor.may.includes(duty) ? done(true) : refused({ reason: "not-your-duty", duty });
}

function isTypist(actor: ClaimActor, facts: ClaimFacts): boolean {
  return facts.typedBy?.includes(actor.person) ?? false;
}

function requireAnyDuty(actor: ClaimActor, facts: ClaimFacts): Result<true, ClaimRefusal> {
  return requireDuty(actor, facts, actor.may[0] ?? "check");
}

function withoutRelease(state: Sent | Checked | Agreed): Sent | Checked | Agreed {
  return state.state === "agreed" ? { state: "agreed", checked: state.checked, authorised: state.authorised } : state;
}

function notNow(state: ClaimState): { readonly ok: false; readonly refusal: ClaimRefusal } {
  return refused({ reason: "not-now", state: state.state });
}
