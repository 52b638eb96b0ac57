// Deleting everything about one person: what they said, what was said of them and what they sent is looked for afterwards in every
// column of every table, opened, and in every file. Only what is listed as kept is found.
import { readFileSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { administratorOf, attendeeOf, type Attendee } from "#app/domain/people/actors.ts";
import { deletedName } from "#app/domain/people/written-as.ts";
import type { Context } from "#app/services/context.server.ts";
import { saveCostDetails, startCost } from "#app/services/claims.server.ts";
import {
  answerDeletionRequest,
  askToBeDeleted,
  deleteAgain,
  deleteMe,
  deletePerson,
  deletionAsked,
  deletionFor,
  deletionRequestFor,
  deletionsFor,
  finishDeletions,
  sweepFiles,
  whatWouldGo,
} from "#app/services/erasing.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { writeUpload } from "#app/services/files.server.ts";
import { listPeopleFor } from "#app/services/people.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { firstBrokenEntry } from "#db/audit.ts";
import * as schema from "#db/schema.ts";
import { afterwards } from "#tests/support/claims.ts";
import { everythingKept, whereKept } from "#tests/support/everything-kept.ts";
import { markEverythingOf, wordsOfMarked } from "#tests/support/marked-person.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { harbourSign } from "#tests/support/pictures.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
let wendy: Attendee;
let meetingId: string;

const now = (): Context => opened.context(afterwards);
const proven = (attendee: Attendee): Attendee => attendeeOf({ ...attendee, mayReadBack: true });
const words = wordsOfMarked;

async function put(work: (tx: Parameters<Parameters<Context["change"]>[0]>[0]) => Promise<unknown>): Promise<void> {
  await now().change(async (tx) => {
    await work(tx);
    return {};
  });
}

beforeEach(async () => {
  opened = await testInstance(afterwards);
  team = await moneyTeam((at) => opened.context(at), 3);
  const meeting = await plannedMeeting(now(), team.coordinator);
  meetingId = meeting.id;
  wendy = await somebodyAsks(now(), team.coordinator, meeting, "Wendeline Quarrington", [{ id: "bsl-interpreter", strength: "essential" }]);
  await somebodyAsks(now(), team.coordinator, meeting, "Tomas Oak", [{ id: "low-light", strength: "essential" }]);
  await markEverythingOf(now(), { attendee: wendy, meetingId, coordinator: team.coordinator, otherPersonId: team.people[0]!.personId });
  await askToBeDeleted(now(), wendy);
});
afterEach(() => opened.close());

describe("somebody who was never paid", () => {
  test("is in nothing at all afterwards: no table, no sealed text, no file", async () => {
    expect((await whereKept(now(), words)).length).toBeGreaterThan(30);
    const looked = valueOf(await whatWouldGo(now(), proven(wendy)));
    expect(looked.kept).toEqual({});
    expect(looked.gone).toMatchObject({
      invitations: 1,
      "payment-choices": 1,
      "private-answers": 3,
      "leave-plans": 1,
      "bank-details": 2,
      "costs-not-paid": 1,
      links: 1,
      requests: 1,
    });
    // Notes are opened by deleting alone, so how many named them is counted then.
    const { gone, kept } = valueOf(await deleteMe(now(), proven(wendy)));
    expect({ gone, kept }).toEqual({ gone: { ...looked.gone, notes: 14 }, kept: looked.kept });
    expect(await whereKept(now(), words)).toEqual([]);
    for (const id of [wendy.personId, wendy.invitationId]) {
      const left = (await whereKept(now(), [id])).filter((place) => !/^(?:audit\.(?:subject_id|chain)|erasures\.person_ids)/u.test(place));
      expect(left).toEqual([]);
    }
    const folder = join(opened.folder, "data");
    const bytes = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
      .join("\n");
    for (const word of ["Quarrington", "wendeline@", "07700 900777", "9 Lark Rise"]) expect(bytes).not.toContain(word);
  });

  test("leaves what belongs to others: their answers, and what was arranged for them", async () => {
    await deleteMe(now(), proven(wendy));
    const text = (await everythingKept(now())).map((one) => one.text).join("\n");
    for (const left of [
      "Tomas Oak",
      "low-light",
      `${deletedName} could not get in, and Tomas waited`,
      `Lamps, as ${deletedName} said`,
      "another low-light",
    ])
      expect(text).toContain(left);
    expect((await now().db.query.arrangements.findMany()).map(({ id }) => id)).toEqual(["a2"]);
  });

  test("is counted by kind on record, once, with nothing of what it was, and the record proves itself", async () => {
    await deleteMe(now(), proven(wendy), "one form");
    await deleteMe(now(), proven(wendy), "one form");
    const entries = (await now().db.query.audit.findMany()).filter(({ action }) => action === "person-deleted");
    expect(entries).toMatchObject([{ actorKind: "attendee", subjectKind: "erasure", details: { how: "own-page", "gone invitations": 1 } }]);
    expect(Object.values(entries[0]?.details ?? {}).filter((value) => typeof value === "string")).toEqual(["own-page"]);
    expect(await firstBrokenEntry(now().db, now().vault)).toBeNull();
  });

  test("who is told what would go has lost nothing by asking", async () => {
    const before = JSON.stringify(await everythingKept(now()));
    await whatWouldGo(now(), proven(wendy));
    await deletionFor(now(), team.coordinator, wendy.personId);
    expect(JSON.stringify(await everythingKept(now()))).toBe(before);
  });

  test("is told what would go without anybody waiting for it: nothing is written, and no note of anybody is opened", async () => {
    const { vault, ...rest } = now();
    const looking: Context = {
      ...rest,
      change: () => Promise.reject(new Error("a change was made")),
      vault: {
        ...vault,
        unseal(text, place) {
          if (place.table !== "earlier_contacts") throw new Error(`${place.table} was opened`);
          return vault.unseal(text, place);
        },
      },
    };
    expect(valueOf(await whatWouldGo(looking, proven(wendy))).gone).toMatchObject({ invitations: 1, answers: 4 });
    expect(valueOf(await deletionFor(looking, team.coordinator, wendy.personId)).gone).toMatchObject({ invitations: 1 });
  });

  test("is deleted on a device of their own only, and asks once where they have none", async () => {
    expect(await whatWouldGo(now(), wendy)).toEqual({ ok: false, refusal: "not-proven" });
    expect(await deleteMe(now(), wendy)).toEqual({ ok: false, refusal: "not-proven" });
    expect(await deletionAsked(now(), wendy)).toBe("2026-12-03");
    await askToBeDeleted(now(), wendy);
    expect((await now().db.query.dataRequests.findMany()).length).toBe(1);
  });

  test("is not brought back by older data: they are deleted again before anybody sees them", async () => {
    const person = await now().db.query.people.findFirst({ where: (table, { eq: is }) => is(table.id, wendy.personId) });
    await deleteMe(now(), proven(wendy));
    await put(async (tx) => tx.insert(schema.people).values(person!));
    expect(await deleteAgain(now())).toBe(1);
    expect(await whereKept(now(), words)).toEqual([]);
    expect(await deleteAgain(now())).toBe(0);
  });
});

describe("staff who were asked to delete somebody", () => {
  test("are told counts of what they know of, and nothing that was said in private", async () => {
    const { gone } = valueOf(await deletionFor(now(), team.coordinator, wendy.personId));
    expect(Object.keys(gone).toSorted()).toEqual(["contact", "invitations", "links", "messages"]);
    const [request] = await now().db.query.dataRequests.findMany();
    const administrator = administratorOf({ ...team.coordinator, roles: ["administrator"] })!;
    const seen = valueOf(await deletionRequestFor(now(), administrator, request!.id));
    expect(JSON.stringify(seen)).not.toMatch(/Wend|private|answers|bank|choices/u);
    expect(valueOf(await answerDeletionRequest(now(), administrator, request!.id)).gone).toEqual(gone);
    expect(await whereKept(now(), words)).toEqual([]);
    expect(await deletionsFor(now(), administrator)).toMatchObject([{ on: "2026-11-03", keptSomething: false }]);
  });

  test("of another organisation find nobody", async () => {
    const stranger = { ...team.coordinator, organisationId: "another" };
    expect(await deletionFor(now(), stranger, wendy.personId)).toEqual({ ok: false, refusal: "not-found" });
    expect(await deletePerson(now(), stranger, wendy.personId, "by-phone")).toEqual({ ok: false, refusal: "not-found" });
  });
});

test("two records that were made one are both deleted, with the note that they were", async () => {
  const other = await somebodyAsks(now(), team.coordinator, await plannedMeeting(now(), team.coordinator), "Wendeline Quarry", [
    { id: "low-light", strength: "essential" },
  ]);
  const pair = { keptId: wendy.personId, otherId: other.personId };
  const seen = valueOf(await previewMerge(now(), team.coordinator, pair));
  valueOf(
    await mergePeople(now(), team.coordinator, { ...pair, keptVersion: seen.kept.version, otherVersion: seen.other.version }, "they-said"),
  );
  const made = valueOf(await deletePerson(now(), team.coordinator, wendy.personId, "in-person"));
  expect(made.gone).toMatchObject({ "merged-records": 1, invitations: 2 });
  expect(await whereKept(now(), [...words, "Quarry"])).toEqual([]);
  expect(await now().db.query.personMerges.findMany()).toEqual([]);
});

describe("somebody with claims", () => {
  const paid = () => team.people[1]!;
  const waiting = () => team.people[0]!;

  async function payAll(): Promise<void> {
    await agree(now(), team, [team.claims[1]!]);
    const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06") } as const;
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    const version = async () => ({ runId, version: valueOf(await runForFinance(now(), team.checker, runId)).version });
    valueOf(await signRun(now(), team.releaser, await version()));
    valueOf(await markRunPaid(now(), team.checker, await version(), { paidOn: calendarDateOf("2026-11-06"), notPaid: [] }));
  }

  test("who were paid keep their claim, its receipts and the name, for finance alone; everything else goes", async () => {
    await payAll();
    const looked = valueOf(await whatWouldGo(now(), proven(paid())));
    expect(looked.kept).toEqual({ "claims-paid": 1, payments: 1 });
    expect(looked.gone).toMatchObject({ "bank-details": 1, "payment-choices": 1 });
    valueOf(await deleteMe(now(), proven(paid())));
    expect(await whereKept(now(), ["person-1@example.net"])).toEqual([]);
    const named = await whereKept(now(), ["Siân O'Neill-Brown"]);
    expect(named.map((place) => place.split(":")[0])).toEqual(["payment_run_lines.payee", "people.name"]);
    expect(await listPeopleFor(now(), team.coordinator, "").then((list) => JSON.stringify(list))).not.toContain("O'Neill");
    expect(await deletionFor(now(), team.coordinator, paid().personId)).toEqual({ ok: false, refusal: "not-found" });
    const claim = valueOf(await claimForFinance(now(), team.checker, team.claims[1]!));
    expect(claim.person).toBe("Siân O'Neill-Brown");
  });

  test("that are not paid yet can still be paid: the ways to reach and pay them stay until then, and go after", async () => {
    const { kept } = valueOf(await whatWouldGo(now(), proven(waiting())));
    expect(kept).toEqual({ "claims-under-way": 1, "ways-to-pay": 1 });
    valueOf(await deleteMe(now(), proven(waiting())));
    expect(await finishDeletions(now(), team.organisationId)).toBe(0);
    expect((await whereKept(now(), ["person-0@example.net"])).length).toBeGreaterThan(0);
    await agree(now(), team, [team.claims[0]!]);
    const wanted = { kind: "bank-file", paymentDate: calendarDateOf("2026-11-06") } as const;
    const { runId } = valueOf(await makeRun(now(), team.checker, { ...wanted, claimIds: "all" }));
    const version = async () => ({ runId, version: valueOf(await runForFinance(now(), team.checker, runId)).version });
    valueOf(await signRun(now(), team.releaser, await version()));
    valueOf(await markRunPaid(now(), team.checker, await version(), { paidOn: calendarDateOf("2026-11-06"), notPaid: [] }));
    expect(await finishDeletions(now(), team.organisationId)).toBe(1);
    expect(await whereKept(now(), ["person-0@example.net"])).toEqual([]);
    expect(await finishDeletions(now(), team.organisationId)).toBe(0);
    expect((await now().db.query.people.findFirst({ where: (table, { eq: is }) => is(table.id, waiting().personId) }))?.name).toBe(
      "Mia Bell",
    );
  });

  test("that were never sent lose them, with the picture of the receipt on the disk", async () => {
    const somebody = team.people[2]!;
    await put(async (tx) => {
      for (const table of [schema.claimLines, schema.claimCodes, schema.claimSteps])
        await tx.delete(table).where(eq(table.claimId, team.claims[2]!));
      await tx.update(schema.claims).set({ state: "open", sent: null, sentAt: null }).where(eq(schema.claims.id, team.claims[2]!));
    });
    const { costId } = valueOf(await startCost(now(), somebody, "public-transport"));
    const upload = { name: "QZX-ticket.png", mediaType: "image/png", bytes: harbourSign, fingerprint: "f" } as const;
    valueOf(
      await saveCostDetails(
        now(),
        somebody,
        { costId, version: 1 },
        {
          expense: {
            date: calendarDateOf("2026-11-02"),
            whatFor: "QZX-bus",
            details: { kind: "public-transport" },
            spent: 280 as never,
            agreedFirst: "not-said",
            paidByOrganisation: false,
            paidByEmployer: false,
          },
          receipt: "photo",
          reason: "",
          upload,
        },
      ),
    );
    expect(readdirSync(now().filesFolder).length).toBe(1);
    const made = valueOf(await deleteMe(now(), proven(somebody)));
    expect(made.gone).toMatchObject({ "claims-not-sent": 1, files: 1 });
    expect(readdirSync(now().filesFolder)).toEqual([]);
    expect(await whereKept(now(), ["QZX-ticket", "QZX-bus", "Ruth Patel", "person-2@example.net"])).toEqual([]);
  });
});

test("a file whose row is gone, because the program was stopped in between, is swept from the disk a day later", async () => {
  const noon = new Date("2026-11-23T12:00:00.000Z");
  await writeUpload(now(), { name: "x", mediaType: "image/png", bytes: harbourSign, fingerprint: "f" });
  for (const file of readdirSync(now().filesFolder)) utimesSync(join(now().filesFolder, file), noon, noon);
  expect(await sweepFiles(opened.context("2026-11-24T11:59:00.000Z"))).toBe(0);
  expect(await sweepFiles(opened.context("2026-11-24T12:01:00.000Z"))).toBe(1);
  expect(readdirSync(now().filesFolder)).toEqual([]);
});

test("the list for putting data back holds ids and a moment, and nothing of anybody", async () => {
  await deleteMe(now(), proven(wendy));
  const list = join(opened.folder, "data", "deleted-people");
  const [line = ""] = readFileSync(list, "utf8").split("\n");
  expect(Object.keys(JSON.parse(line) as object)).toEqual(["organisationId", "personIds", "at"]);
  rmSync(list);
  expect(await deleteAgain(now())).toBe(0);
});
