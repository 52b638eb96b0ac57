// Deleting somebody to whom money is still to go, or went: what is promised is paid, what cannot be paid is said before, and what is kept
// goes when its time is over.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { attendeeOf, type Attendee } from "#app/domain/people/actors.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import type { Context } from "#app/services/context.server.ts";
import { moveAdvance } from "#app/services/costs-before.server.ts";
import { deleteMe, finishDeletions, whatWouldGo } from "#app/services/erasing.server.ts";
import { askPerson } from "#app/services/finance.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import * as schema from "#db/schema.ts";
import { afterwards } from "#tests/support/claims.ts";
import { whereKept } from "#tests/support/everything-kept.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow, giveAccount, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;

const now = (): Context => opened.context(afterwards);
const proven = (attendee: Attendee): Attendee => attendeeOf({ ...attendee, mayReadBack: true });

beforeEach(async () => {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 2);
});
afterEach(() => opened.close());

async function put(work: (tx: Parameters<Parameters<Context["change"]>[0]>[0]) => Promise<unknown>): Promise<void> {
  await now().change(async (tx) => {
    await work(tx);
    return {};
  });
}

async function nameOf(personId: string): Promise<string | undefined> {
  return (await now().db.query.people.findFirst({ where: (table, { eq: is }) => is(table.id, personId) }))?.name;
}

async function finishings(): Promise<readonly unknown[]> {
  return (await now().db.query.audit.findMany()).filter(({ action }) => action === "deletion-finished").map(({ details }) => details);
}

describe("money before a meeting", () => {
  let maren: Attendee;

  beforeEach(async () => {
    const meeting = await plannedMeeting(now(), team.coordinator);
    maren = await somebodyAsks(now(), team.coordinator, meeting, "Maren Vik", []);
    await giveAccount(now(), maren, 2, "Maren Vik");
    const { organisationId, personId, invitationId, meetingId } = maren;
    await put(async (tx) => {
      await tx.insert(schema.costRequests).values({
        id: "cr",
        organisationId,
        personId,
        invitationId,
        meetingId,
        need: "train-or-bus",
        details: now().vault.seal("{}", { table: "cost_requests", column: "details", row: "cr" }),
        replyBy: now().today,
        state: "asked",
        askedAt: now().now,
      });
      const authorised = { state: "money-authorised", way: "advance", amount: 2000, answeredBy: team.coordinator.staffId } as const;
      await tx
        .update(schema.costRequests)
        .set({ ...authorised, amount: 2000 as never, authorisedBy: team.authoriser.staffId, authorisedAt: now().now })
        .where(eq(schema.costRequests.id, "cr"));
    });
  });

  const send = async () => moveAdvance(now(), team.releaser, { id: "cr", version: 1 }, { step: "send", on: calendarDateOf("2026-11-03") });

  test("that is authorised and not sent can still be sent: the ways to pay stay until it is, and no link is made after", async () => {
    expect(valueOf(await whatWouldGo(now(), proven(maren))).kept).toEqual({ "costs-under-way": 1, "ways-to-pay": 1 });
    valueOf(await deleteMe(now(), proven(maren)));
    expect(await finishDeletions(now(), team.organisationId)).toBe(0);
    expect(await now().db.query.bankDetails.findFirst({ where: (table, { eq: is }) => is(table.personId, maren.personId) })).toBeDefined();
    valueOf(await send());
    expect(
      await now().db.query.grants.findFirst({ where: (table, { eq: is }) => is(table.subjectId, maren.invitationId) }),
    ).toBeUndefined();
    expect(await finishDeletions(now(), team.organisationId)).toBe(1);
    expect(
      await now().db.query.bankDetails.findFirst({ where: (table, { eq: is }) => is(table.personId, maren.personId) }),
    ).toBeUndefined();
    expect(await finishings()).toEqual([{ "gone bank-details": 1, "gone contact": 1 }]);
  });

  test("keeps the name for as long as a claim would, and not a day less; its end is put on record", async () => {
    valueOf(await send());
    expect(valueOf(await whatWouldGo(now(), proven(maren))).kept).toEqual({ "costs-paid": 1 });
    valueOf(await deleteMe(now(), proven(maren)));
    expect(await finishDeletions(opened.context("2026-11-04T09:00:00.000Z"), team.organisationId)).toBe(0);
    expect(await nameOf(maren.personId)).toBe("Maren Vik");
    expect(await finishDeletions(opened.context("2031-06-01T09:00:00.000Z"), team.organisationId)).toBe(0);
    expect(await finishDeletions(opened.context("2036-06-01T09:00:00.000Z"), team.organisationId)).toBe(1);
    expect(await nameOf(maren.personId)).toBe(deletedName);
    expect(await now().db.query.costRequests.findMany()).toEqual([]);
    expect(await finishings()).toEqual([{ "gone costs-paid": 1, "gone name": 1 }]);
  });
});

describe("a claim with a question to the person", () => {
  const mia = () => team.people[0]!;
  const ask = async () => askPerson(now(), team.checker, await atNow(now(), team.checker, team.claims[0]!), "Which bus was it?");

  test("goes with them, and they are told that it is not paid: nobody else could answer", async () => {
    valueOf(await ask());
    const looked = valueOf(await whatWouldGo(now(), proven(mia())));
    expect(looked.kept).toEqual({});
    expect(looked.gone).toMatchObject({ "claims-sent-back": 1, "bank-details": 1 });
    valueOf(await deleteMe(now(), proven(mia())));
    // The claims of these tests are all signed with this name.
    expect(
      (await whereKept(now(), ["Mia Bell", "person-0@example.net"])).filter((place) => !place.startsWith("claims.signed_name")),
    ).toEqual([]);
    expect(await now().db.query.claims.findMany()).toMatchObject([{ id: team.claims[1] }]);
  });

  test("that the accounts have already stays, and holds up nothing else", async () => {
    valueOf(await ask());
    await put(async (tx) => tx.insert(schema.claimExceptionReviews).values(review(team.claims[0]!, "All was well")));
    expect(valueOf(await whatWouldGo(now(), proven(mia()))).kept).toEqual({ "claims-stopped": 1 });
    valueOf(await deleteMe(now(), proven(mia())));
    expect(await whereKept(now(), ["person-0@example.net"])).toEqual([]);
    expect(await nameOf(mia().personId)).toBe("Mia Bell");
    await put(async (tx) => tx.update(schema.claims).set({ reducedAt: now().now }).where(eq(schema.claims.id, team.claims[0]!)));
    expect(await finishDeletions(now(), team.organisationId)).toBe(1);
    const claim = await now().db.query.claims.findFirst({ where: (table, { eq: is }) => is(table.id, team.claims[0]!) });
    expect([await nameOf(mia().personId), claim?.signedName]).toEqual([deletedName, deletedName]);
  });

  test("is not asked once they are deleted, because it would never be answered", async () => {
    valueOf(await deleteMe(now(), proven(mia())));
    expect(refusalOf(await ask())).toEqual({ kind: "nobody-to-ask" });
  });
});

test("an invitation that money keeps has another version once what was said in it is gone", async () => {
  const { invitationId } = team.people[0]!;
  const version = async () =>
    (await now().db.query.invitations.findFirst({ where: (table, { eq: is }) => is(table.id, invitationId) }))!.version;
  const before = await version();
  valueOf(await deleteMe(now(), proven(team.people[0]!)));
  expect(await version()).toBe(before + 1);
});

function review(claimId: string, found: string) {
  const by = { organisationId: team.organisationId, reviewer: "Trustee", recordedBy: team.checker.staffId, recordedAt: now().now };
  return { ...by, claimId, round: 1, reviewedOn: now().today, found };
}

describe("what somebody outside finance found", () => {
  test("loses the name of who is deleted, of a claim and of a batch alike", async () => {
    await agree(now(), team, [team.claims[1]!]);
    const { runId } = valueOf(
      await makeRun(now(), team.checker, { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06"), claimIds: "all" }),
    );
    const found = "Ben Ali and Mia Bell are cousins";
    const { claimId: _, round: __, ...rest } = review("", found);
    await put(async (tx) => {
      await tx.insert(schema.claimExceptionReviews).values(review(team.claims[1]!, found));
      await tx.insert(schema.exceptionReviews).values({ ...rest, runId });
    });
    valueOf(await deleteMe(now(), proven(team.people[0]!)));
    const left = `Ben Ali and ${deletedName} are cousins`;
    expect(await now().db.query.claimExceptionReviews.findMany()).toMatchObject([{ found: left }]);
    expect(await now().db.query.exceptionReviews.findMany()).toMatchObject([{ found: left }]);
    for (const table of [schema.claimExceptionReviews, schema.exceptionReviews]) {
      for (const change of [{ found: "All was well" }, { found: deletedName }, { reviewer: "Somebody else" }])
        await expect(put(async (tx) => tx.update(table).set(change))).rejects.toThrow();
    }
  });
});
