// Claims that finance has at hand, with everything their rules ask: who signed, what may be claimed twice, what the person was
// authorised this month, whether their account may be paid into. Many are read together: fifty ask as much of the database as one.
import { addMonths, type CalendarDate, dayIn } from "#app/domain/basics/dates.ts";
import { sum, type Pence } from "#app/domain/basics/money.ts";
import {
  type ClaimFlag,
  costsWithoutReceipt,
  flagsOf,
  linesToCompare,
  type OtherLine,
  type RepeatFlag,
  repeatsAmong,
  repeatsThatBlock,
} from "#app/domain/payments/claim-flags.ts";
import { beyondAuthority, type ClaimActor, type ClaimFacts, type ClaimState } from "#app/domain/payments/claim-states.ts";
import { budgetPartsOf, fitsPattern } from "#app/domain/payments/budget-codes.ts";
import { findBlocks, settleClaim, type Claim } from "#app/domain/payments/claim.ts";
import { budgetCodePatternIn } from "#app/domain/payments/paying-rules.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import type { Db, Tx } from "#db/open.ts";
import { listStaff, type StaffAccount } from "#db/stores/accounts.ts";
import {
  findFiles,
  listClaimsWithReceipts,
  listCostsOf,
  listFindings,
  listSentClaims,
  listSentClaimsOfPeople,
  listSteps,
  listTypists,
  type ClaimWithPeople,
  type StoredClaim,
} from "#db/stores/claims.ts";
import { listLiveRunsOf } from "#db/stores/payment-runs.ts";
import { listBankDetails } from "#db/stores/payment-choices.ts";
import { costPoliciesOf, policyFor, sentClaimOf } from "./claim-records.server.ts";
import { actorFor, authorityOf, isFinance, isSamePerson, stateFrom } from "./claim-signing.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { type Payee, payeesOf, sharersOfAccount } from "./payees.server.ts";
import { bankShown, decisionsFor, type BankOnFile } from "./payment-choice.server.ts";
import { barredFromAll } from "./ties.server.ts";

export type RepeatView = {
  readonly subject: string;
  readonly flag: RepeatFlag;
  /** Its line of this claim. */
  readonly line: string;
  /** The other claim, where it is another. */
  readonly otherClaimId: string | null;
  /** The day the other claim was paid. */
  readonly otherPaidOn: CalendarDate | null;
  readonly decided: {
    readonly decision: "not-a-repeat" | "is-a-repeat";
    readonly why: string;
    readonly by: string;
    readonly on: CalendarDate;
  } | null;
  readonly blocks: boolean;
};

/** A sent claim with what its rules ask, as it stands for one officer. */
export type ClaimAtHand = ClaimWithPeople & {
  readonly value: Claim;
  readonly state: ClaimState;
  readonly actor: ClaimActor;
  readonly facts: ClaimFacts;
  readonly flags: readonly ClaimFlag[];
  readonly repeats: readonly RepeatView[];
  readonly decidedRepeats: ReadonlySet<string>;
  readonly typists: readonly string[];
  readonly bank: BankOnFile | null;
  readonly payee: Payee | null;
  /** The run it is in now. */
  readonly run: { readonly runId: string; readonly number: number } | null;
  readonly staff: readonly StaffAccount[];
};

type Wanted = {
  /** Who shares an account is only ever read, and means opening others: it is not asked when a claim is acted on. */
  readonly isRead?: boolean;
};

/** One sent claim of the organisation; null where there is none. */
export async function claimAtHand(
  context: Context,
  db: Db | Tx,
  finance: FinanceReader,
  claimId: string,
  wanted: Wanted = {},
): Promise<ClaimAtHand | null> {
  return (await claimsAtHand(context, db, finance, [claimId], wanted)).get(claimId) ?? null;
}

/**
 * Sent claims of the organisation, each as it stands before anything is done to any of them: two of one person do not yet know of each
 * other. Ids of none are not among them.
 */
export async function claimsAtHand(
  context: Context,
  db: Db | Tx,
  finance: FinanceReader,
  claimIds: readonly string[],
  { isRead = false }: Wanted = {},
): Promise<ReadonlyMap<string, ClaimAtHand>> {
  const found = await listSentClaims(db, finance.organisationId, claimIds);
  const people = [...new Map(found.map(({ person }) => [person.id, person])).values()];
  const personIds = people.map(({ id }) => id);
  const theirs = Map.groupBy(await listSentClaimsOfPeople(db, finance.organisationId, personIds), ({ personId }) => personId);
  const ids = found.map(({ claim }) => claim.id);
  const organisation = await organisationOf(context, finance.organisationId);
  const receipts = await alikeReceipts(db, finance.organisationId, ids);
  const others = (claimId: string, personId: string) => [...(theirs.get(personId) ?? []), ...receipts(claimId)];
  const findings = await listFindings(
    db,
    found.flatMap(({ claim }) => [claim.id, ...others(claim.id, claim.personId).map(({ id }) => id)]),
  );
  const shared: Shared = {
    finance,
    organisation,
    staff: await listStaff(db, finance.organisationId),
    policies: await costPoliciesOf(db, finance.organisationId),
    steps: await listSteps(
      db,
      [...theirs.values()].flat().map(({ id }) => id),
    ),
    findings,
    others,
    theirs: (personId) => theirs.get(personId) ?? [],
    banks: new Map((await listBankDetails(db, personIds)).map((row) => [row.personId, bankShown(row)])),
    decisions: await decisionsFor(
      context,
      db,
      found.map(({ claim }) => claim.invitationId),
    ),
    payeeFor: await payeesOf(context, db, { organisation, people, on: context.today }),
    runs: await listLiveRunsOf(db, ids),
    typists: Map.groupBy(await listTypists(db, ids), ({ claimId }) => claimId),
    barred: await barredFromAll(db, personIds),
  };
  const atHand = new Map<string, ClaimAtHand>();
  for (const one of found) {
    const sharers = isRead ? { accountSharedBy: (await sharersOfAccount(context, db, one.person)).length } : {};
    atHand.set(one.claim.id, atHandOf(context, one, shared, sharers));
  }
  return atHand;
}

/** What was read once for all the claims at hand. */
type Shared = {
  readonly finance: FinanceReader;
  readonly organisation: Awaited<ReturnType<typeof organisationOf>>;
  readonly staff: readonly StaffAccount[];
  readonly policies: Awaited<ReturnType<typeof costPoliciesOf>>;
  readonly steps: Awaited<ReturnType<typeof listSteps>>;
  readonly findings: Awaited<ReturnType<typeof listFindings>>;
  /** The claims one is compared with: the person's, and those with the same receipt. */
  readonly others: (claimId: string, personId: string) => readonly StoredClaim[];
  readonly theirs: (personId: string) => readonly StoredClaim[];
  readonly banks: ReadonlyMap<string, BankOnFile>;
  readonly decisions: Awaited<ReturnType<typeof decisionsFor>>;
  readonly payeeFor: Awaited<ReturnType<typeof payeesOf>>;
  readonly runs: Awaited<ReturnType<typeof listLiveRunsOf>>;
  readonly typists: ReadonlyMap<string, Awaited<ReturnType<typeof listTypists>>>;
  readonly barred: Awaited<ReturnType<typeof barredFromAll>>;
};

async function alikeReceipts(
  db: Db | Tx,
  organisationId: string,
  claimIds: readonly string[],
): Promise<(claimId: string) => readonly StoredClaim[]> {
  const costs = await listCostsOf(db, claimIds);
  const files = await findFiles(
    db,
    organisationId,
    costs.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
  );
  const prints = new Map(files.map(({ id, fingerprint }) => [id, fingerprint]));
  const alike = Map.groupBy(await listClaimsWithReceipts(db, organisationId, [...prints.values()]), ({ fingerprint }) => fingerprint);
  return (claimId) =>
    costs
      .filter((cost) => cost.claimId === claimId)
      .flatMap(({ fileId }) => alike.get(prints.get(fileId ?? "") ?? "") ?? [])
      .map(({ claim }) => claim);
}

function atHandOf(context: Context, found: ClaimWithPeople, shared: Shared, sharers: { readonly accountSharedBy?: number }): ClaimAtHand {
  const { claim, person } = found;
  const { finance, staff, organisation } = shared;
  const value = sentClaimOf(context, claim);
  const actor = actorFor(finance, staff, found);
  const { lines: others, claims: otherClaims, theirs } = otherLines(context, found, shared.others(claim.id, person.id));
  const yearBefore = addMonths(value.activityDate, -12);
  const { claimWithinDays } = policyFor(organisation, shared.policies, { costsCovered: [] }, value.activityDate);
  const split = monthOf(context, claim, shared);
  const pattern = budgetCodePatternIn(organisation.policies);
  const flags = flagsOf({
    claim: value,
    others,
    viewer: actor.person,
    claimWithinDays,
    ...(pattern === "" ? {} : { budgetCode: { pattern, fits: (code: string) => fitsPattern(code, pattern) } }),
    ...(split.limit === undefined ? {} : { split: { limit: split.limit, claims: split.claims, total: split.total } }),
    withoutReceipt: { costs: costsWithoutReceipt([value, ...theirs], yearBefore), from: yearBefore },
    ...sharers,
  });
  const payee = shared.payeeFor({ person, how: shared.decisions.get(claim.invitationId)?.how ?? null });
  const typists = shared.typists.get(claim.id) ?? [];
  const noticed = repeatsOf(context, { claim, value, flags, otherClaims, findings: shared.findings });
  return {
    ...found,
    payee,
    run: shared.runs.get(claim.id) ?? null,
    value,
    state: stateFrom(context, claim, shared.steps),
    actor,
    flags,
    repeats: noticed.repeats,
    decidedRepeats: noticed.decided,
    typists: typists.map(({ name }) => name),
    bank: shared.banks.get(person.id) ?? null,
    staff,
    facts: {
      claimant: claim.personId,
      typedBy: typists.map(({ staffId }) => staffId),
      barred: shared.barred(person.id),
      blocks: [...findBlocks(value), ...repeatsThatBlock(value, flags, noticed.decided)],
      budgetCodes: budgetPartsOf(value).map(({ code }) => code),
      toPay: settleClaim(value).toPay,
      authorisedThisMonth: split.authorised,
      isPaymentHeld: payee?.answer.payment === "held",
      financePeople: staff.filter(isFinance).length,
    },
  };
}

/** Those who could authorise this claim, but for the viewer: not its checker, not the claimant, and not under their limit. */
export function otherNames(
  { today }: Pick<Context, "today">,
  staff: readonly StaffAccount[],
  finance: FinanceReader,
  loaded: Omit<ClaimAtHand, "staff">,
): readonly string[] {
  const { state, facts } = loaded;
  const checker = "checked" in state ? state.checked.by : null;
  const wouldBe = sum([facts.authorisedThisMonth, facts.toPay]);
  return staff
    .filter(
      (one) =>
        isFinance(one) &&
        one.roles.includes("finance-authorise") &&
        one.id !== finance.staffId &&
        one.id !== checker &&
        !(facts.typedBy ?? []).includes(one.id) &&
        !facts.barred.some(({ person }) => person === one.id) &&
        !isSamePerson(one, loaded.person) &&
        beyondAuthority(authorityOf(one), { ...facts, today }) === null &&
        (one.authorisationLimit === null || one.authorisationLimit >= wouldBe),
    )
    .map(({ name }) => name);
}

type Other = { readonly id: string; readonly paidOn: CalendarDate | null };
/** Lines of other claims, and those claims by their references. */
type Others = {
  readonly lines: readonly OtherLine[];
  readonly claims: ReadonlyMap<string, Other>;
  /** The other claims of the same person. */
  readonly theirs: readonly Claim[];
};

function otherLines(context: Context, { claim, person }: ClaimWithPeople, found: readonly StoredClaim[]): Others {
  const others = new Map(found.filter(({ id }) => id !== claim.id).map((one) => [one.id, one]));
  const opened = [...others.values()].map((one) => ({ one, value: sentClaimOf(context, one) }));
  return {
    lines: opened.flatMap((each) => linesToCompare(each.value)),
    theirs: opened.filter(({ one }) => one.personId === person.id).map((each) => each.value),
    claims: new Map([...others.values()].map(({ reference, id, paidOn }) => [reference, { id, paidOn }])),
  };
}

/** Where the reason for a decision about a repeat is sealed. */
export const whyRepeatPlace = (claimId: string, subject: string) => ({
  table: "claim_findings",
  column: "why",
  row: `${claimId} ${subject}`,
});

/** What may be claimed twice, with what was decided about it from this claim or from the other. */
function repeatsOf(
  context: Context,
  at: {
    readonly claim: StoredClaim;
    readonly value: Claim;
    readonly flags: readonly ClaimFlag[];
    readonly otherClaims: ReadonlyMap<string, Other>;
    readonly findings: Shared["findings"];
  },
): { readonly repeats: readonly RepeatView[]; readonly decided: ReadonlySet<string> } {
  const { claim, value, flags, otherClaims } = at;
  const among = repeatsAmong(value, flags);
  if (among.length === 0) return { repeats: [], decided: new Set() };
  const compared = new Set([claim.id, ...[...otherClaims.values()].map(({ id }) => id)]);
  const findings = at.findings.filter(({ finding }) => compared.has(finding.claimId));
  const decided = new Set(findings.map(({ finding }) => finding.subject));
  const blocking = new Set(
    repeatsThatBlock(value, flags, decided).flatMap((block) =>
      block.block === "repeat-undecided" || block.block === "claimed-already" ? [block.line] : [],
    ),
  );
  return {
    decided,
    repeats: among.map(({ subject, flag }): RepeatView => {
      const said = findings.find(({ finding }) => finding.subject === subject);
      const other = flag.flag === "booked-already" ? undefined : otherClaims.get(flag.other.claim);
      return {
        subject,
        flag,
        line: flag.line,
        otherClaimId: other?.id ?? null,
        otherPaidOn: other?.paidOn ?? null,
        decided:
          said === undefined
            ? null
            : {
                decision: said.finding.decision,
                why: context.vault.unseal(said.finding.why, whyRepeatPlace(said.finding.claimId, subject)),
                by: said.name,
                on: dayIn(said.finding.at),
              },
        blocks: said === undefined && blocking.has(flag.line),
      };
    }),
  };
}

type Month = { readonly authorised: Pence; readonly claims: number; readonly total: Pence; readonly limit: Pence | undefined };

// What this person was already authorised this month, so that a claim cut in pieces meets the same limit as a whole one.
function monthOf(context: Context, claim: StoredClaim, { theirs, steps, staff }: Shared): Month {
  const month = context.today.slice(0, 7);
  const mine = theirs(claim.personId).filter(({ id }) => id !== claim.id);
  const authorisedNow = mine.filter(
    ({ id, round, state }) =>
      (state === "agreed" || state === "paid" || state === "on-hold") &&
      steps.some(
        ({ step }) => step.claimId === id && step.round === round && step.step === "authorise" && dayIn(step.at).startsWith(month),
      ),
  );
  const toPayOf = (one: StoredClaim) => settleClaim(sentClaimOf(context, one)).toPay;
  const sentNow = [claim, ...mine].filter(({ sentAt }) => sentAt !== null && dayIn(sentAt).startsWith(month));
  const limits = staff
    .flatMap(({ authorisationLimit }) => (authorisationLimit === null ? [] : [authorisationLimit]))
    .sort((one, other) => one - other);
  const [limit] = limits.filter((one) => sentNow.every((each) => toPayOf(each) <= one));
  return { authorised: sum(authorisedNow.map(toPayOf)), claims: sentNow.length, total: sum(sentNow.map(toPayOf)), limit };
}
