// What finance does to a claim: pass, change, ask, hold, authorise, send back, mark as paid. Every action goes through the claim's own
// rules and is signed in the same change. What finance reads is in finance-lists.server.ts and finance-claim.server.ts.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { nothing, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { repeatsThatBlock } from "#app/domain/payments/claim-flags.ts";
import { actOnClaim, type ClaimAction, type ClaimRefusal, type ClaimState, mayDecideLines } from "#app/domain/payments/claim-states.ts";
import { fitsPattern, splitClaim } from "#app/domain/payments/budget-codes.ts";
import { decideLine, findBlocks, settleClaim, type BudgetSplit, type Claim } from "#app/domain/payments/claim.ts";
import { budgetCodePatternIn } from "#app/domain/payments/paying-rules.ts";
import { stillGiven } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { amountChangedMessage, claimPaidMessage, claimQuestionMessage, claimWaitsMessage } from "#app/words/claims.ts";
import { record } from "#db/audit.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff } from "#db/stores/accounts.ts";
import { addFinding, addStep, findSentClaim, listSentClaims, saveClaim, type StoredClaim } from "#db/stores/claims.ts";
import { listVouchersOfClaims } from "#db/stores/vouchers.ts";
import { saveBudgetParts, sealOf, sentColumns } from "./claim-records.server.ts";
import { columnsOf, isFinance } from "./claim-signing.server.ts";
import { claimAtHand, type ClaimAtHand, claimsAtHand, otherNames, whyRepeatPlace } from "./claims-at-hand.server.ts";
import type { Context } from "./context.server.ts";
import { isEasyUnseen, type Message, queueMessageTo } from "./messages.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { runDeadline } from "./run-work.server.ts";
import { choiceForFinance } from "./payment-choice.server.ts";
import { type QueuedClaim, queuedOf } from "./finance-lists.server.ts";

export type FinanceRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-by-someone-else" }
  /** It is paid by its run, or taken out of it first. */
  | { readonly kind: "in-a-run"; readonly number: number }
  /** They had everything about them deleted: a question would never be answered, and the claim never paid. */
  | { readonly kind: "nobody-to-ask" }
  | { readonly kind: "rule"; readonly refusal: ClaimRefusal; readonly others: readonly string[] };

type Decided = { readonly reference: string; readonly state: ClaimState["state"] };

const stepOf: Partial<Record<ClaimAction["action"], "check" | "authorise" | "release">> = {
  pass: "check",
  authorise: "authorise",
  release: "release",
};

type Deed = {
  readonly claimId: string;
  readonly version: number;
  readonly intent: string | undefined;
  /** Acts one after another in the one change, like release and then mark as paid. */
  readonly actions: readonly ClaimAction[];
  readonly action: string;
  readonly change?: (claim: Claim, loaded: ClaimAtHand) => Result<Claim, FinanceRefusal>;
  readonly columns?: (claim: StoredClaim) => Partial<StoredClaim>;
  /** What else is kept in the same change. */
  readonly also?: (tx: Tx, loaded: ClaimAtHand) => Promise<void>;
  readonly message?: (
    loaded: ClaimAtHand,
    after: Claim,
  ) => Promise<Omit<Message, "organisationId" | "about" | "channel" | "recipient"> | null>;
};

/** Loads, asks the rules, signs, saves and records, all in one change. */
async function act(context: Context, finance: FinanceOfficer, deed: Deed): Promise<Result<Decided, FinanceRefusal>> {
  return context.change<Result<Decided, FinanceRefusal>>(
    async (tx) => actOn(context, tx, finance, await claimAtHand(context, tx, finance, deed.claimId), deed),
    deed.intent === undefined ? {} : { intent: deed.intent },
  );
}

/** Does it to a claim at hand. Nothing is written where it is refused. */
async function actOn(
  context: Context,
  tx: Tx,
  finance: FinanceOfficer,
  loaded: ClaimAtHand | null,
  deed: Deed,
): Promise<Result<Decided, FinanceRefusal>> {
  if (loaded === null) return refused({ kind: "not-found" });
  const { claim, person } = loaded;
  if (claim.version !== deed.version) return refused({ kind: "changed-by-someone-else" });
  if (loaded.run !== null) return refused({ kind: "in-a-run", number: loaded.run.number });
  const asks = deed.actions.some((one) => one.action === "send-back" && one.to === "person");
  if (asks && person.erasedAt !== null) return refused({ kind: "nobody-to-ask" });
  const changed = deed.change === undefined ? done(loaded.value) : deed.change(loaded.value, loaded);
  if (!changed.ok) return changed;
  const facts = {
    ...loaded.facts,
    toPay: settleClaim(changed.value).toPay,
    blocks: [...findBlocks(changed.value), ...repeatsThatBlock(changed.value, loaded.flags, loaded.decidedRepeats)],
  };
  let state = loaded.state;
  for (const action of deed.actions) {
    const next = actOnClaim({ state, action, actor: loaded.actor, facts, today: context.today });
    if (!next.ok) return refused(ruleOf(next.refusal, otherNames(context, loaded.staff, finance, loaded)));
    state = next.value;
    const step = stepOf[action.action];
    if (step !== undefined) await addStep(tx, { claimId: claim.id, round: claim.round, step, staffId: finance.staffId, at: context.now });
  }
  const saved = await saveClaim(tx, claim.id, claim.version, {
    ...(changed.value === loaded.value ? {} : sentColumns(context, claim.id, changed.value)),
    ...(deed.actions.length === 0 ? {} : columnsOf(context, claim, state)),
    ...deed.columns?.(claim),
  });
  if (!saved) return refused({ kind: "changed-by-someone-else" });
  if (changed.value !== loaded.value) await saveBudgetParts(tx, claim.id, changed.value);
  await deed.also?.(tx, loaded);
  const isException = "released" in state && (state.released?.asException ?? false);
  await record(context, tx, {
    organisationId: claim.organisationId,
    actor: auditActorOf(finance),
    action: deed.action,
    subject: { kind: "claim", id: claim.id },
    details: { state: state.state, round: claim.round, ...(isException ? { exception: "checker-released" } : {}) },
  });
  const message = await deed.message?.(loaded, changed.value);
  if (message)
    await queueMessageTo(context, tx, person, {
      ...message,
      organisationId: claim.organisationId,
      about: { kind: "claim", id: claim.id },
    });
  return done({ reference: claim.reference, state: state.state });
}

function ruleOf(refusal: ClaimRefusal, others: readonly string[] = []): FinanceRefusal {
  const mayAsk =
    refusal.reason === "you-checked-it" ||
    refusal.reason === "over-your-limit" ||
    refusal.reason === "own-claim" ||
    refusal.reason === "barred" ||
    refusal.reason === "not-your-budget" ||
    refusal.reason === "not-in-your-time" ||
    refusal.reason === "you-entered-it";
  return { kind: "rule", refusal, others: mayAsk ? others : [] };
}

type At = { readonly claimId: string; readonly version: number };

/** Passes a claim for authorising, with its budget code. Refused while anything is undecided or missing. */
export async function passClaim(context: Context, finance: FinanceOfficer, at: At, budgetCode: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "pass" }],
    action: "claim-checked",
    change: (claim) => done({ ...claim, budgetCode }),
  });
}

export type AmountChange = { readonly line: string; readonly amount: Pence; readonly why: string };

/** Changes amounts, each with a reason the person reads. The claim stays where it is, to be passed afterwards. */
export async function changeAmounts(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  wanted: { readonly changes: readonly AmountChange[]; readonly budgetCode: string },
  intent?: string,
) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: "claim-amount-changed",
    change(claim, { state, actor, facts }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      let changed: Claim = wanted.budgetCode === "" ? claim : { ...claim, budgetCode: wanted.budgetCode };
      for (const { line, amount, why } of wanted.changes) {
        const decided = decideLine(changed, line, { amount, why, by: finance.name, on: context.today });
        if (!decided.ok) return refused(decided.refusal === "why-missing" ? ruleOf({ reason: "why-missing" }) : { kind: "not-found" });
        changed = decided.value;
      }
      return done(changed);
    },
    message: async ({ claim, person }) => ({
      key: `claim-amount ${claim.id} ${claim.version}`,
      kind: "claim-amount-changed",
      ...amountChangedMessage({
        name: person.name,
        reference: claim.reference,
        reasons: wanted.changes.map(({ why }) => why),
        isEasyRead: isEasyUnseen(context, person),
      }),
    }),
  });
}

/**
 * Keeps what a checker decided about something that may be claimed twice. A repeat is then paid nothing, and the person reads why.
 * Refused for what is no repeat of this claim, what is decided already, and without a reason.
 */
export async function decideRepeat(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  said: { readonly subject: string; readonly decision: "not-a-repeat" | "is-a-repeat"; readonly why: string },
  intent?: string,
) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: said.decision === "is-a-repeat" ? "claim-repeat-found" : "claim-repeat-cleared",
    change(claim, { state, actor, facts, repeats }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      const repeat = repeats.find(({ subject }) => subject === said.subject);
      if (repeat === undefined || repeat.decided !== null) return refused({ kind: "not-found" });
      if (said.why.trim() === "") return refused(ruleOf({ reason: "why-missing" }));
      if (said.decision === "not-a-repeat")
        return repeat.flag.flag === "claimed-already" ? refused(ruleOf({ reason: "blocked", blocks: facts.blocks })) : done(claim);
      const decided = decideLine(claim, repeat.line, { amount: nothing, why: said.why, by: finance.name, on: context.today });
      return decided.ok ? decided : refused({ kind: "not-found" });
    },
    async also(tx, { claim }) {
      const { subject, decision, why } = said;
      await addFinding(tx, {
        claimId: claim.id,
        subject,
        decision,
        why: context.vault.seal(why, whyRepeatPlace(claim.id, subject)),
        staffId: finance.staffId,
        at: context.now,
      });
    },
    message: async ({ claim, person }) =>
      said.decision === "not-a-repeat"
        ? null
        : {
            key: `claim-amount ${claim.id} ${claim.version}`,
            kind: "claim-amount-changed",
            ...amountChangedMessage({
              name: person.name,
              reference: claim.reference,
              reasons: [said.why],
              isEasyRead: isEasyUnseen(context, person),
            }),
          },
  });
}

export type SplitRefusal = "code-missing" | "no-amount" | "more-than-the-claim" | "not-the-pattern";

/** Says which budget codes pay a claim. Refused where they cannot, and after it was checked. */
export async function splitBudget(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  wanted: { readonly budgetCode: string; readonly split: BudgetSplit | null },
  intent?: string,
): Promise<Result<object, FinanceRefusal | { readonly kind: "split"; readonly refusal: SplitRefusal }>> {
  const { pattern } = await budgetCodeRule(context, finance.organisationId);
  const codes = [wanted.budgetCode, ...codesIn(wanted.split)];
  if (codes.some((code) => code !== "" && !fitsPattern(code, pattern))) return refused({ kind: "split", refusal: "not-the-pattern" });
  let wrong: SplitRefusal | null = null;
  const saved = await act(context, finance, {
    ...at,
    intent,
    actions: [],
    action: "claim-codes-set",
    change(claim, { state, actor, facts }) {
      const may = mayDecideLines(state, actor, facts);
      if (!may.ok) return refused(ruleOf(may.refusal));
      const split = splitClaim(wanted.budgetCode === "" ? claim : { ...claim, budgetCode: wanted.budgetCode }, wanted.split);
      if (split.ok) return split;
      wrong = split.refusal;
      return refused({ kind: "not-found" });
    },
  });
  return wrong === null ? saved : refused({ kind: "split", refusal: wrong });
}

function codesIn(split: BudgetSplit | null): readonly string[] {
  if (split === null) return [];
  return split.by === "line" ? Object.values(split.codes) : split.parts.map(({ code }) => code);
}

/** How budget codes look here; an empty pattern lets any code be. */
export async function budgetCodeRule(context: Context, organisationId: string): Promise<{ readonly pattern: string }> {
  const { policies } = await organisationOf(context, organisationId);
  return { pattern: budgetCodePatternIn(policies) };
}

/** Asks the person a question: the claim goes back to them until they answer and send it again. */
export async function askPerson(context: Context, finance: FinanceOfficer, at: At, question: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "send-back", to: "person", why: question }],
    action: "claim-question-asked",
    columns: (claim) => ({ question: sealOf(context, claim.id, "question", question), answer: null }),
    message: async ({ claim, person }) => ({
      key: `claim-question ${claim.id} ${claim.version}`,
      kind: "claim-question",
      ...claimQuestionMessage({ name: person.name, reference: claim.reference, question, isEasyRead: isEasyUnseen(context, person) }),
    }),
  });
}

/** Puts a claim on hold, with a reason. */
export async function holdClaim(context: Context, finance: FinanceOfficer, at: At, why: string, intent?: string) {
  return act(context, finance, { ...at, intent, actions: [{ action: "hold", why }], action: "claim-held" });
}

/** Takes a claim off hold: it goes on from where it was. */
export async function resumeClaim(context: Context, finance: FinanceOfficer, at: At, intent?: string) {
  return act(context, finance, { ...at, intent, actions: [{ action: "resume" }], action: "claim-resumed" });
}

/** Authorises a claim that somebody else checked. */
export async function authoriseClaim(context: Context, finance: FinanceOfficer, at: At, intent?: string) {
  return act(context, finance, { ...at, intent, ...authorising });
}

const authorising = { actions: [{ action: "authorise" }], action: "claim-authorised" } as const;

/** Sends a checked claim back to be checked again, with a reason. */
export async function sendBackClaim(context: Context, finance: FinanceOfficer, at: At, why: string, intent?: string) {
  return act(context, finance, {
    ...at,
    intent,
    actions: [{ action: "send-back", to: "checker", why }],
    action: "claim-sent-back",
  });
}

/**
 * Releases an agreed claim and records the day it was paid. Somebody other than its authoriser does this; in a team of fewer
 * than three its checker may, and that is recorded as an exception (decision 27). Somebody paid in vouchers is paid once the log has one
 * that was given for the claim, as in a batch.
 */
export async function markPaid(
  context: Context,
  finance: FinanceOfficer,
  at: At,
  paidOn: CalendarDate,
  intent?: string,
): Promise<Result<Decided, FinanceRefusal | { readonly kind: "vouchers-not-given" }>> {
  return context.change<Result<Decided, FinanceRefusal | { readonly kind: "vouchers-not-given" }>>(
    async (tx) => {
      const loaded = await claimAtHand(context, tx, finance, at.claimId);
      const paid = await actOn(context, tx, finance, loaded, { ...at, intent, ...paying(context, paidOn) });
      if (!paid.ok || loaded === null) return paid;
      const vouchers = await inVouchers(context, tx, finance, loaded);
      return vouchers?.given === 0 ? refused({ kind: "vouchers-not-given" }) : paid;
    },
    intent === undefined ? {} : { intent },
  );
}

function paying(context: Context, paidOn: CalendarDate): Pick<Deed, "actions" | "action" | "message"> {
  return {
    actions: [{ action: "release" }, { action: "mark-paid", paidOn }],
    action: "claim-paid",
    message: async ({ claim, person, meeting }, after) => {
      const settled = settleClaim(after);
      return {
        key: `claim-paid ${claim.id}`,
        kind: "claim-paid",
        ...claimPaidMessage({
          name: person.name,
          reference: claim.reference,
          meeting: meeting.name,
          total: settled.toPay,
          time: settled.time,
          costs: subtract(settled.toPay, settled.time),
          paidOn,
          isEasyRead: isEasyUnseen(context, person),
        }),
      };
    },
  };
}

/** What a claim pays in vouchers, and what the log says was given for it. */
export type PaidInVouchers = { readonly toPay: Pence; readonly given: Pence };

/** Whether a claim is paid in vouchers, with what the log says; null where it is paid another way, or is none of theirs. */
export async function paidInVouchers(context: Context, finance: FinanceOfficer, claimId: string): Promise<PaidInVouchers | null> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  return loaded === null ? null : inVouchers(context, context.db, finance, loaded);
}

// Vouchers that were given settle the way, whatever the person changes afterwards, as when a batch is made.
async function inVouchers(
  context: Context,
  db: Db | Tx,
  finance: FinanceOfficer,
  { claim, value }: ClaimAtHand,
): Promise<PaidInVouchers | null> {
  const given = stillGiven(await listVouchersOfClaims(db, [claim.id]));
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  if (given === 0 && !(chosen.ok && chosen.value?.how === "voucher")) return null;
  return { toPay: settleClaim(value).toPay, given };
}

/** Tells the person that their claim is late or on hold, once a day at most, in the way they chose. */
export async function tellPerson(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
  intent?: string,
): Promise<Result<{ readonly told: boolean }, "not-found">> {
  return context.change<Result<{ readonly told: boolean }, "not-found">>(
    async (tx) => {
      const found = await findSentClaim(tx, finance.organisationId, claimId);
      if (!found) return refused("not-found");
      const { claim, person } = found;
      const organisation = await organisationOf(context, finance.organisationId);
      const told = await queueMessageTo(context, tx, person, {
        organisationId: claim.organisationId,
        key: `claim-waits ${claim.id} ${context.today}`,
        kind: "claim-waits",
        ...claimWaitsMessage({
          name: person.name,
          reference: claim.reference,
          contact: organisation.contact.name,
          isEasyRead: isEasyUnseen(context, person),
        }),
        about: { kind: "claim", id: claim.id },
      });
      if (!told) return done({ told });
      await record(context, tx, {
        organisationId: claim.organisationId,
        actor: auditActorOf(finance),
        action: "claim-person-told",
        subject: { kind: "claim", id: claim.id },
      });
      return done({ told });
    },
    intent === undefined ? {} : { intent },
  );
}

export type TogetherView = {
  readonly claims: readonly (QueuedClaim & { readonly version: number })[];
  readonly refused: readonly { readonly claim: QueuedClaim; readonly refusal: ClaimRefusal; readonly others: readonly string[] }[];
  readonly total: Pence;
};

/** Claims somebody means to authorise together: those they may, and those they may not with the reason. */
export async function claimsToAuthorise(context: Context, finance: FinanceOfficer, claimIds: readonly string[]): Promise<TogetherView> {
  const mine: (QueuedClaim & { readonly version: number })[] = [];
  const not: { claim: QueuedClaim; refusal: ClaimRefusal; others: readonly string[] }[] = [];
  const found = await claimsAtHand(context, context.db, finance, claimIds);
  for (const claimId of claimIds) {
    const loaded = found.get(claimId);
    if (loaded === undefined) continue;
    const answer = actOnClaim({
      state: loaded.state,
      action: { action: "authorise" },
      actor: loaded.actor,
      facts: loaded.facts,
      today: context.today,
    });
    const claim = queuedOf(context, loaded);
    if (answer.ok) mine.push({ ...claim, version: loaded.claim.version });
    else not.push({ claim, refusal: answer.refusal, others: otherNames(context, loaded.staff, finance, loaded) });
  }
  return { claims: mine, refused: not, total: sum(mine.map(({ total }) => total)) };
}

/**
 * Authorises claims in one change, each by its own rules: what may not be is left as it is and named. What is read for them is read
 * together. Two claims of one person come one after the other, so that the second knows what the first came to (promises.md T13).
 */
export async function authoriseTogether(
  context: Context,
  finance: FinanceOfficer,
  claims: readonly At[],
  intent?: string,
): Promise<{ readonly authorised: number; readonly left: readonly string[] }> {
  return context.change(
    async (tx) => {
      let authorised = 0;
      const left: string[] = [];
      for (const round of await onePerPerson(tx, finance, claims)) {
        const found = await claimsAtHand(
          context,
          tx,
          finance,
          round.map(({ claimId }) => claimId),
        );
        for (const at of round) {
          const loaded = found.get(at.claimId) ?? null;
          const answer = await actOn(context, tx, finance, loaded, { ...at, intent, ...authorising });
          if (answer.ok) authorised += 1;
          else left.push(at.claimId);
        }
      }
      return { authorised, left };
    },
    { deadline: runDeadline, ...(intent === undefined ? {} : { intent }) },
  );
}

/** Some claims in rounds, each with one claim of a person at most; each claim once. */
async function onePerPerson(tx: Tx, finance: FinanceOfficer, claims: readonly At[]): Promise<readonly (readonly At[])[]> {
  const asked = [...new Map(claims.map((at) => [at.claimId, at])).values()];
  const stored = await listSentClaims(
    tx,
    finance.organisationId,
    asked.map(({ claimId }) => claimId),
  );
  const personOf = new Map(stored.map(({ claim }) => [claim.id, claim.personId]));
  const rounds: At[][] = [];
  const many = new Map<string, number>();
  for (const at of asked) {
    const person = personOf.get(at.claimId) ?? at.claimId;
    const before = many.get(person) ?? 0;
    many.set(person, before + 1);
    (rounds[before] ??= []).push(at);
  }
  return rounds;
}

/** Whether there is only one person in finance, so that nobody can authorise what they check. */
export async function isAloneInFinance(context: Context, finance: FinanceOfficer): Promise<boolean> {
  return (await listStaff(context.db, finance.organisationId)).filter(isFinance).length < 2;
}
