// A list asks as much of the database for many rows as for few, and so does each step of a claim: counted at the services of every list
// page of finance, and of checking and authorising.
import { afterAll, beforeAll, expect, test } from "vitest";
import { staffOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { complaintsFor } from "#app/services/complaints.server.ts";
import { nextClaimFor } from "#app/services/claim-turns.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { budgetTotals, claimQueue, financeCounts, heldAndLate } from "#app/services/finance-lists.server.ts";
import { authoriseClaim, authoriseTogether, claimsToAuthorise, holdClaim, passClaim, resumeClaim } from "#app/services/finance.server.ts";
import { moneyMessages } from "#app/services/money-messages.server.ts";
import { cardForReader, ratesForReader, trailOfClaim } from "#app/services/money-trail.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { remittancesOf } from "#app/services/run-remittances.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { listRunsFor, runForFinance } from "#app/services/run-views.server.ts";
import { peopleInTaxYear } from "#app/services/statements.server.ts";
import { countStatements } from "#scripts/bench/statements.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { atNow, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
const moment = (at: string) => opened.context(at);
const now = () => moment(afterwards);
const friday = calendarDateOf("2026-11-06");

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());

type Counted = Readonly<Record<string, number>>;
/** Counts what a piece of work asks; a number it gives counts as it is. */
type Count = (page: string, work: () => Promise<unknown>) => Promise<void>;

/** What each list asks of the database in an organisation of so many claims, from the day they are sent to the day they are paid. */
async function countedFor(people: number): Promise<Counted> {
  const team = await moneyTeam(moment, people);
  const { checker } = team;
  const counted: Record<string, number> = {};
  const count: Count = async (page, work) => {
    let given: unknown;
    const asked = await countStatements(async () => {
      given = await work();
    });
    counted[page] = typeof given === "number" ? given : asked;
  };
  await count("counts of the payments page", () => financeCounts(now(), checker));
  await count("claims to check", () => claimQueue(now(), checker, { turn: "check" }));
  await count("claims to check, by person", () => claimQueue(now(), checker, { turn: "check", order: "person" }));
  await count("all claims, by meeting", () => claimQueue(now(), checker, { turn: "all", order: "meeting" }));
  await count("messages to post or say", () => moneyMessages(now(), checker, 1));
  await holdAll(team);
  await count("held and late", () => heldAndLate(now(), checker));
  await resumeAll(team);
  await checkedAndAuthorised(team, count);
  await count("claims for a batch", () => claimsForRun(now(), checker, { kind: "bank-file", paymentDate: friday }));
  const { runId } = valueOf(await makeRun(now(), checker, { kind: "bank-file", paymentDate: friday, claimIds: "all" }));
  const at = async () => ({ runId, version: valueOf(await runForFinance(now(), checker, runId)).version });
  await count("a batch to sign", () => runForFinance(now(), team.releaser, runId));
  valueOf(await signRun(now(), team.releaser, await at()));
  const signed = await at();
  await count("making its file", () => exportRun(now(), checker, signed, "bacs18"));
  await count("having its file", () => downloadExport(now(), checker, { runId, number: 1 }));
  valueOf(await markRunPaid(now(), team.releaser, await at(), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] }));
  await count("what people are told", () => remittancesOf(now(), checker, runId));
  await count("batches", () => listRunsFor(now(), checker, 1));
  await count("totals by budget code", () => budgetTotals(now(), checker, calendarDateOf("2026-04-01")));
  await count("annual statements", () => peopleInTaxYear(now(), checker, 2026, 1));
  await count("rates", () => ratesForReader(now(), checker));
  const card = (await ratesForReader(now(), checker)).cards[0]!.cardId;
  await count("claims offered by one version of the rates", () => cardForReader(now(), checker, card, 1));
  await count("the trail of one claim", () => trailOfClaim(now(), checker, team.claims[0]!));
  await count("complaints", () => complaintsFor(now(), staffOf(checker)));
  return counted;
}

/** Every claim is checked one by one, as its page does it; then all but the last are authorised together, and that one by itself. */
async function checkedAndAuthorised({ checker, authoriser, claims }: MoneyTeam, count: Count): Promise<void> {
  const at = (officer: FinanceOfficer, claimId: string) => atNow(now(), officer, claimId);
  for (const claimId of claims) {
    await count("a claim to check", () => claimForFinance(now(), checker, claimId));
    const checking = await at(checker, claimId);
    await count("checking one claim", async () => valueOf(await passClaim(now(), checker, checking, "PPI-204")));
  }
  const last = claims.at(-1)!;
  const together = claims.slice(0, -1);
  await count("claims to authorise together", () => claimsToAuthorise(now(), authoriser, together));
  const all: { readonly claimId: string; readonly version: number }[] = [];
  for (const claimId of together) all.push(await at(authoriser, claimId));
  const asked = await countStatements(async () => {
    expect(await authoriseTogether(now(), authoriser, all)).toEqual({ authorised: all.length, left: [] });
  });
  await count("the claim after them", () => nextClaimFor(now(), authoriser, "authorise", last));
  const authorising = await at(authoriser, last);
  await count("authorising one claim", async () => valueOf(await authoriseClaim(now(), authoriser, authorising)));
  // What is written is written for each: its signature, its state, and the record of it with the one before.
  await count("authorising together, beside what is written", async () => asked - writtenForEach * all.length);
}

const writtenForEach = 4;

async function holdAll(team: MoneyTeam): Promise<void> {
  for (const claimId of team.claims)
    valueOf(await holdClaim(now(), team.checker, await atNow(now(), team.checker, claimId), "The ticket is to come"));
}

async function resumeAll(team: MoneyTeam): Promise<void> {
  for (const claimId of team.claims) valueOf(await resumeClaim(now(), team.checker, await atNow(now(), team.checker, claimId)));
}

test("no list page of finance asks more of the database for many claims than for few", async () => {
  const few = await countedFor(2);
  const many = await countedFor(6);
  expect(many).toEqual(few);
  // A page that asked nothing would prove nothing.
  for (const [page, count] of Object.entries(few)) expect(count, page).toBeGreaterThan(0);
}, 60_000);
