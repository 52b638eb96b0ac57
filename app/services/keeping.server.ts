// Nothing about people is kept longer than promised (promises.md P3). Once a day, for each organisation, what has come to its end is
// erased, and claims are reduced to who, how much, when and under which reference. Each step is a small change of its own that counts
// what it did in the same change, so that a stop half way loses no count, and the next start goes on where it stopped.
import { instantOf, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { reducedClaim } from "#app/domain/payments/reduce-claim.ts";
import { auditActorOf, type Administrator } from "#app/domain/people/actors.ts";
import {
  claimsKeptFrom,
  daysOutcomesAreKept,
  endsBefore,
  keptKinds,
  periodChoices,
  usualPeriods,
  type KeepingPeriods,
  type KeptKind,
} from "#app/domain/people/keeping.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import { record, recordBegins, sealedBeginning } from "#db/audit.ts";
import type { Tx } from "#db/open.ts";
import { listOrganisations } from "#db/stores/accounts.ts";
import { listClaimCodes, saveClaim, type StoredClaim } from "#db/stores/claims.ts";
import {
  addKeepingRun,
  earliestWholeClaim,
  eraseAccessAnswers,
  eraseBankDetails,
  eraseBenefitAnswers,
  eraseDeclined,
  eraseEndedLinks,
  eraseEntriesUpTo,
  eraseFiles,
  eraseJoined,
  eraseRestOfClaim,
  findKeepingRules,
  findKeepingRun,
  lastEntryBefore,
  listClaimsToReduce,
  listFilesOfClaims,
  listKeepingRuns,
  listOldAnswers,
  listRunLinesOf,
  putInstallationFact,
  saveKeepingRules,
  saveKeepingRun,
  saveRunLine,
  type KeepingRun,
} from "#db/stores/keeping.ts";
import {
  emptyDeclined,
  emptyMessages,
  eraseAccountHistory,
  eraseDayNotes,
  eraseLeftovers,
  eraseMerges,
  eraseOldImports,
  eraseOtherInvitations,
  erasePlanNotes,
  erasePrints,
  isErased,
  listOldPrints,
} from "#db/stores/keeping-notes.ts";
import { eraseFeedback } from "#db/stores/feedback.ts";
import { listSentBy } from "#db/stores/needs.ts";
import { saveBudgetParts, sentClaimOf, sentColumns } from "./claim-records.server.ts";
import type { Context } from "./context.server.ts";
import { finishDeletions, sweepFiles } from "./erasing.server.ts";
import { dropUpload } from "./files.server.ts";
import { periodsOf } from "./keeping-periods.server.ts";
import { answersIn } from "./needs.server.ts";
import { frozenPayeeOf, payeePlace } from "./run-work.server.ts";

/** How many rows one change erases: small enough that nobody waits for it. */
const batch = 50;

/** What a run counts: the kinds that are kept for a time, and the record of who did what, which goes with the claims. */
const counted = [...keptKinds, "record"] as const;
type Counted = (typeof counted)[number];

/** Erases what is kept no longer, in every organisation. A day's run that is done is not done again; one that was stopped goes on. */
export async function keepNoLongerThanPromised(context: Context): Promise<void> {
  let erased = 0;
  const organisations = await listOrganisations(context.db);
  for (const { id } of organisations) erased += await runFor(context, id);
  const leftovers = await Promise.all(organisations.map(async ({ id }) => (await periodsOf(context.db, id)).leftovers));
  erased += await eraseOwnLeftovers(context, Math.min(usualPeriods.leftovers, ...leftovers));
  erased += await sweepFiles(context);
  erased += await shortenRecord(context);
  // What was erased is not to be read out of the log of the database either.
  if (erased > 0) await context.emptyLog();
}

async function runFor(context: Context, organisationId: string): Promise<number> {
  const run = await runOfToday(context, organisationId);
  if (run === null) return 0;
  const periods = await periodsOf(context.db, organisationId);
  let erased = 0;
  for (const kind of keptKinds) {
    const before = kind === "claims" ? claimsKeptFrom(context.today, periods.claims) : endsBefore(context.today, periods[kind]);
    for (let gone = -1; gone !== 0; erased += gone) gone = await steps[kind](context, { organisationId, runId: run.id, before });
  }
  erased += await finishDeletions(context, organisationId);
  await context.change(async (tx) => {
    const counts = (await findKeepingRun(tx, run.id))?.counts ?? {};
    await saveKeepingRun(tx, run.id, { finishedAt: context.now });
    await record(context, tx, {
      organisationId,
      actor: { kind: "program", id: "erasing" },
      action: "kept-no-longer",
      subject: { kind: "organisation", id: organisationId },
      details: counts,
    });
  });
  return erased;
}

// Null where today's run is done and none was stopped before.
async function runOfToday(context: Context, organisationId: string): Promise<KeepingRun | null> {
  return context.change(async (tx) => {
    const [last] = await listKeepingRuns(tx, organisationId, 1);
    if (last?.finishedAt === null) return last;
    if (last !== undefined && last.day >= context.today) return null;
    const run = { id: context.newId(), organisationId, day: context.today, startedAt: context.now, finishedAt: null, counts: {} };
    await addKeepingRun(tx, run);
    return run;
  });
}

type Step = { readonly organisationId: string; readonly runId: string; readonly before: CalendarDate };

/** One batch of each kind; gives how many went, and nought when none is left. */
const steps: Readonly<Record<KeptKind, (context: Context, step: Step) => Promise<number>>> = {
  // A link says on itself when it ends: the period was counted when it was made.
  links: async (context, step) =>
    erase(context, step, "links", async (tx) => eraseEndedLinks(tx, step.organisationId, context.today, batch)),
  "access-answers": eraseOldAnswers,
  "benefit-answers": async (context, step) =>
    erase(context, step, "benefit-answers", async (tx) => eraseBenefitAnswers(tx, step.organisationId, step.before, batch)),
  "plan-notes": async (context, step) =>
    erase(context, step, "plan-notes", async (tx) => erasePlanNotes(tx, step.organisationId, step.before, batch)),
  "day-notes": async (context, step) =>
    erase(context, step, "day-notes", async (tx) => eraseDayNotes(tx, step.organisationId, dayNotesEnd(context, step), batch)),
  feedback: async (context, step) =>
    erase(context, step, "feedback", async (tx) => eraseFeedback(tx, step.organisationId, step.before, batch)),
  "declined-invitations": async (context, step) =>
    erase(context, step, "declined-invitations", async (tx) => {
      await emptyDeclined(tx, step.organisationId, step.before);
      return eraseDeclined(tx, step.organisationId, step.before, batch);
    }),
  invitations: async (context, step) =>
    erase(context, step, "invitations", async (tx) => eraseOtherInvitations(tx, step.organisationId, step.before, batch)),
  messages: async (context, step) =>
    erase(context, step, "messages", async (tx) => emptyMessages(tx, step.organisationId, step.before, batch)),
  "merged-records": async (context, step) =>
    erase(context, step, "merged-records", async (tx) => eraseMerges(tx, step.organisationId, step.before, batch)),
  leftovers: async (context, step) =>
    erase(context, step, "leftovers", async (tx) => eraseOldImports(tx, step.organisationId, step.before, context.now)),
  "bank-details": async (context, step) =>
    erase(context, step, "bank-details", async (tx) => {
      const gone = await eraseBankDetails(tx, step.organisationId, step.before, batch);
      return gone > 0 ? gone : eraseAccountHistory(tx, step.organisationId, step.before, batch);
    }),
  claims: reduceOldClaims,
};

function dayNotesEnd(context: Context, { before }: Step): { readonly before: CalendarDate; readonly outcomesBefore: CalendarDate } {
  const least = endsBefore(context.today, daysOutcomesAreKept);
  return { before, outcomesBefore: least < before ? least : before };
}

async function erase(context: Context, { runId }: Step, kind: Counted, take: (tx: Tx) => Promise<number>): Promise<number> {
  return context.change(async (tx) => {
    const gone = await take(tx);
    if (gone > 0) await count(tx, runId, kind, gone);
    return gone;
  });
}

async function count(tx: Tx, runId: string, kind: Counted, more: number): Promise<void> {
  const counts = (await findKeepingRun(tx, runId))?.counts ?? {};
  await saveKeepingRun(tx, runId, { counts: { ...counts, [kind]: (counts[kind] ?? 0) + more } });
}

// Whoever asked us to keep their answers in what they sent last is remembered; whoever asked last to have them deleted is not, and then
// no older answers of theirs stay behind either.
async function eraseOldAnswers(context: Context, step: Step): Promise<number> {
  const joined = await erase(context, step, "access-answers", async (tx) => eraseJoined(tx, step.organisationId, step.before, batch));
  if (joined > 0) return joined;
  const old = await listOldAnswers(context.db, step.organisationId, step.before);
  const isRemembered = new Map<string, boolean>();
  const going: string[] = [];
  for (const { invitationId, personId } of old) {
    if (!isRemembered.has(personId)) isRemembered.set(personId, await askedToBeRemembered(context, step.organisationId, personId));
    if (isRemembered.get(personId) !== true) going.push(invitationId);
    if (going.length === batch) break;
  }
  if (going.length === 0) return 0;
  return erase(context, step, "access-answers", async (tx) => {
    await eraseAccessAnswers(tx, going);
    return going.length;
  });
}

async function askedToBeRemembered(context: Context, organisationId: string, personId: string): Promise<boolean> {
  const [last] = await listSentBy(context.db, organisationId, personId);
  if (last === undefined || last.answers.sent === null) return false;
  return answersIn(context, last.answers.sent, "sent", last.answers.invitationId).keep === "keep";
}

// Of the whole installation: a form that was answered names no organisation.
async function eraseOwnLeftovers(context: Context, days: number): Promise<number> {
  let erased = 0;
  for (let gone = -1; gone !== 0; erased += Math.max(0, gone))
    gone = await context.change(async (tx) => eraseLeftovers(tx, endsBefore(context.today, days), context.now, batch * 10));
  return erased;
}

async function reduceOldClaims(context: Context, step: Step): Promise<number> {
  const prints = await listOldPrints(context.db, step.organisationId, step.before, batch);
  if (prints.length > 0) {
    for (const id of prints) await dropUpload(context, id);
    return erase(context, step, "claims", async (tx) => {
      await erasePrints(tx, prints);
      return prints.length;
    });
  }
  const old = await listClaimsToReduce(context.db, step.organisationId, step.before, batch);
  if (old.length === 0) return 0;
  const fileIds = await listFilesOfClaims(context.db, old);
  // Off the disk first: after a stop half way the claim is found again, and what is on disk without a row never would be.
  for (const id of fileIds) await dropUpload(context, id);
  return erase(context, step, "claims", async (tx) => {
    for (const claim of old) await reduce(context, tx, claim);
    await eraseFiles(tx, fileIds);
    return old.length;
  });
}

async function reduce(context: Context, tx: Tx, claim: StoredClaim): Promise<void> {
  const { forTime, forCosts, toPay } = claim;
  const rest = { timeDiffers: null, question: null, answer: null, why: null, scanFileId: null, reducedAt: context.now };
  if (claim.sent === null) {
    await saveClaim(tx, claim.id, claim.version, rest);
  } else {
    const parts = (await listClaimCodes(tx, [claim.id])).map(({ code, amount }) => ({ code, amount }));
    const left = reducedClaim(sentClaimOf(context, claim), parts);
    // The columns stay as they were: what was for costs is not made smaller by an advance that was taken off.
    await saveClaim(tx, claim.id, claim.version, { ...sentColumns(context, claim.id, left), forTime, forCosts, toPay, ...rest });
    await saveBudgetParts(tx, claim.id, left);
  }
  for (const line of await listRunLinesOf(tx, claim.id)) {
    const name = (await isErased(tx, line.personId)) ? deletedName : frozenPayeeOf(context, line).name;
    const payee = { name, account: null };
    await saveRunLine(tx, line.id, { payee: context.vault.seal(JSON.stringify(payee), payeePlace(line.id)), why: null, lastTwo: "" });
  }
  await eraseRestOfClaim(tx, claim);
}

/**
 * The record of who did what goes with the claims: entries older than the longest any organisation keeps its claims, from the oldest
 * on, and none that is younger than a claim still kept whole. Where it then begins is written down first, sealed, so that the rest can
 * still be proved to be as it was written.
 */
async function shortenRecord(context: Context): Promise<number> {
  const organisations = await listOrganisations(context.db);
  const years = await Promise.all(organisations.map(async ({ id }) => (await periodsOf(context.db, id)).claims));
  const limit = claimsKeptFrom(context.today, Math.max(usualPeriods.claims, ...years));
  const oldest = await earliestWholeClaim(context.db);
  const last = await lastEntryBefore(context.db, startOf(oldest !== null && oldest < limit ? oldest : limit));
  if (last === undefined) return 0;
  return context.change(async (tx) => {
    await putInstallationFact(tx, recordBegins.chain, sealedBeginning(context.vault, last.sequence, last.chain));
    await putInstallationFact(tx, recordBegins.after, String(last.sequence));
    const gone = await eraseEntriesUpTo(tx, last.sequence);
    for (const { id } of organisations) {
      await record(context, tx, {
        organisationId: id,
        actor: { kind: "program", id: "erasing" },
        action: "record-shortened",
        subject: { kind: "organisation", id },
        details: { entries: gone },
      });
    }
    return gone;
  });
}

const startOf = (day: CalendarDate): Instant => instantOf(`${day}T00:00:00.000Z`);

export type KeepingView = {
  readonly periods: KeepingPeriods;
  /** Nought where nothing was chosen yet. */
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: Instant | null;
  /** The days things were erased, the newest first: how many of each kind, and nothing else. */
  readonly runs: readonly { readonly day: CalendarDate; readonly isDone: boolean; readonly counts: Readonly<Record<string, number>> }[];
};

/** How long things are kept, and what was erased in the last days. */
export async function keepingFor(context: Context, administrator: Administrator): Promise<KeepingView> {
  const rules = await findKeepingRules(context.db, administrator.organisationId);
  const runs = await listKeepingRuns(context.db, administrator.organisationId);
  return {
    // What was chosen before a kind was there has no period for it yet.
    periods: { ...usualPeriods, ...rules?.periods },
    version: rules?.version ?? 0,
    savedBy: rules?.savedBy ?? "",
    savedAt: rules?.savedAt ?? null,
    runs: runs.map(({ day, finishedAt, counts }) => ({ day, isDone: finishedAt !== null, counts })),
  };
}

/** Chooses how long each kind of thing is kept. What is then past its time goes with the next daily run. */
export async function changePeriods(
  context: Context,
  administrator: Administrator,
  version: number,
  periods: KeepingPeriods,
  intent?: string,
): Promise<Result<null, "not-a-choice" | "changed-by-someone-else">> {
  if (keptKinds.some((kind) => !periodChoices[kind].includes(periods[kind]))) return refused("not-a-choice");
  return context.change<Result<null, "changed-by-someone-else">>(
    async (tx) => {
      const { organisationId, name } = administrator;
      if (!(await saveKeepingRules(tx, version, { organisationId, periods, savedBy: name, savedAt: context.now })))
        return refused("changed-by-someone-else");
      await record(context, tx, {
        organisationId,
        actor: auditActorOf(administrator),
        action: "keeping-changed",
        subject: { kind: "organisation", id: organisationId },
        details: periods,
      });
      return done(null);
    },
    intent === undefined ? {} : { intent },
  );
}
