// Nothing about people is kept longer than promised: the clock is moved on, the daily run is made, and what people said is looked for.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { administratorOf, attendeeOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { claimsKeptFrom, keptKinds, periodChoices, usualPeriods } from "#app/domain/people/keeping.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import type { Context } from "#app/services/context.server.ts";
import { makeExampleIfNone } from "#app/services/example.server.ts";
import { changePeriods, keepingFor, keepNoLongerThanPromised } from "#app/services/keeping.server.ts";
import { earlierAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { mergePeople, previewMerge, undoMerge } from "#app/services/person-merges.server.ts";
import { saveBankDetails } from "#app/services/payment-choice.server.ts";
import { sentClaimOf } from "#app/services/claim-records.server.ts";
import { settleClaim } from "#app/domain/payments/claim.ts";
import { firstBrokenEntry } from "#db/audit.ts";
import { putBenefitAnswers } from "#db/stores/payment-choices.ts";
import * as schema from "#db/schema.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { everythingKept, whereKept } from "#tests/support/everything-kept.ts";
import { markEverythingOf } from "#tests/support/marked-person.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let admin: Administrator;

// The meeting of plannedMeeting is on 2 February 2027.
const now = () => opened.context();
const on = (day: string): Context => opened.context(`${day}T10:00:00.000Z`);
const lastDay = "2027-03-04";
const dayAfter = "2027-03-05";

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  const account = administratorOf({ ...asha, roles: ["administrator"] });
  if (account === null) throw new Error("no administrator");
  admin = account;
});
afterEach(() => opened.close());

async function asks(name: string, keep: "keep" | "erase" = "erase"): Promise<Attendee> {
  const meeting = await plannedMeeting(now(), asha);
  const attendee = await somebodyAsks(now(), asha, meeting, name, [{ id: "bsl-interpreter", strength: "essential" }]);
  return said(attendee, keep);
}

async function said(attendee: Attendee, keep: "keep" | "erase", at = now()): Promise<Attendee> {
  const own = await at.db.query.accessAnswers.findFirst({ where: (table, { eq }) => eq(table.invitationId, attendee.invitationId) });
  const saved = await saveOwnAnswers(at, attendee, own?.version ?? 0, (answers) => ({ ...answers, keep, forEveryone: "MARKER-needs" }));
  if (!saved.ok) throw new Error(saved.refusal);
  await sendOwnAnswers(at, attendee);
  return attendee;
}

/** Everything of people that is still on record, opened. */
async function stillSaid(): Promise<string> {
  return (await everythingKept(now())).map(({ text }) => text).join("\n");
}

describe("what people need", () => {
  test("is there on the last day of its time, and gone on the day after", async () => {
    await asks("Maren Vik");
    await keepNoLongerThanPromised(on(lastDay));
    expect(await stillSaid()).toContain("MARKER-needs");
    await keepNoLongerThanPromised(on(dayAfter));
    expect(await stillSaid()).not.toContain("MARKER-needs");
  });

  test("stays with those who asked to be remembered", async () => {
    const maren = await asks("Maren Vik", "keep");
    await asks("Tomas Oak");
    await keepNoLongerThanPromised(on("2028-01-01"));
    const left = await now().db.query.accessAnswers.findMany();
    expect(left.map(({ invitationId }) => invitationId)).toEqual([maren.invitationId]);
  });

  test("who asks last to have it deleted has nothing older come back", async () => {
    const maren = await asks("Maren Vik", "keep");
    const second = await somebodyAsks(now(), asha, await plannedMeeting(now(), asha), "Maren V", []);
    const again = attendeeOf({ ...second, personId: maren.personId });
    await now().change(async (tx) => {
      await tx.update(schema.invitations).set({ personId: maren.personId });
      return {};
    });
    await said(again, "erase", opened.context("2026-11-24T10:00:00.000Z"));
    await keepNoLongerThanPromised(on(dayAfter));
    expect(await now().db.query.accessAnswers.findMany()).toEqual([]);
    expect(await earlierAnswers(on(dayAfter), attendeeOf({ ...again, invitationId: "another" }))).toBeNull();
  });

  test("goes sooner where the organisation chose so, and never later than people were told", async () => {
    await asks("Maren Vik");
    expect(await changePeriods(now(), admin, 0, { ...usualPeriods, "access-answers": 90 })).toEqual({ ok: false, refusal: "not-a-choice" });
    expect(await changePeriods(now(), admin, 0, { ...usualPeriods, "access-answers": 7 })).toMatchObject({ ok: true });
    expect(await changePeriods(now(), admin, 0, usualPeriods)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    await keepNoLongerThanPromised(on("2027-02-10"));
    expect(await stillSaid()).not.toContain("MARKER-needs");
    expect((await keepingFor(now(), admin)).runs).toEqual([{ day: "2027-02-10", isDone: true, counts: { "access-answers": 1 } }]);
  });
});

test("answers about benefits go after their time, and bank details 90 days after the last meeting or payment", async () => {
  const maren = await asks("Maren Vik");
  await saveBankDetails(now(), maren, {
    nameOnAccount: "MARKER-holder",
    sortCode: "089999" as SortCode,
    accountNumber: "66374958" as AccountNumber,
  });
  const place = { table: "benefit_answers", column: "answers", row: maren.invitationId };
  await now().change(async (tx) => {
    const answers = now().vault.seal("MARKER-benefits", place);
    await putBenefitAnswers(tx, { invitationId: maren.invitationId, answers, savedAt: now().now });
    return {};
  });
  await keepNoLongerThanPromised(on(lastDay));
  expect(await stillSaid()).toContain("MARKER-benefits");
  await keepNoLongerThanPromised(on(dayAfter));
  expect(await stillSaid()).not.toContain("MARKER-benefits");
  await keepNoLongerThanPromised(on("2027-05-03"));
  expect(await stillSaid()).toContain("MARKER-holder");
  await keepNoLongerThanPromised(on("2027-05-04"));
  expect(await stillSaid()).not.toContain("MARKER-holder");
});

test("a declined invitation goes with everything said in it, and the person stays on file", async () => {
  const maren = await asks("Maren Vik", "keep");
  await now().change(async (tx) => {
    await tx.update(schema.invitations).set({ reply: "not-coming" });
    return {};
  });
  await keepNoLongerThanPromised(on("2027-05-03"));
  expect(await now().db.query.invitations.findMany()).toHaveLength(1);
  await keepNoLongerThanPromised(on("2027-05-04"));
  expect(await now().db.query.invitations.findMany()).toEqual([]);
  expect(await now().db.query.people.findMany()).toMatchObject([{ id: maren.personId }]);
});

test("a run that is stopped half way goes on where it stopped, and its counts are whole", { timeout: 120_000 }, async () => {
  for (let person = 0; person < 60; person += 1) await asks(`Person ${String(person)}`);
  const context = on(dayAfter);
  let changes = 0;
  const stopped: Context = {
    ...context,
    change: async (work, options) => {
      changes += 1;
      // The run itself, links, what was joined, one batch of answers, and then the plug is pulled.
      if (changes === 5) throw new Error("killed");
      return context.change(work, options);
    },
  };
  await expect(keepNoLongerThanPromised(stopped)).rejects.toThrow("killed");
  expect((await keepingFor(now(), admin)).runs).toMatchObject([{ isDone: false }]);
  await keepNoLongerThanPromised(on("2027-03-06"));
  const { runs } = await keepingFor(now(), admin);
  expect(runs).toMatchObject([{ day: dayAfter, isDone: true, counts: { "access-answers": 60 } }]);
  expect(await stillSaid()).not.toContain("MARKER-needs");
});

test("a second run on the same day finds nothing to do, and writes nothing", async () => {
  await asks("Maren Vik");
  await keepNoLongerThanPromised(on(dayAfter));
  const before = (await now().db.query.audit.findMany()).length;
  await keepNoLongerThanPromised(on(dayAfter));
  expect((await now().db.query.audit.findMany()).length).toBe(before);
});

test("one organisation's choice never erases anything of another", async () => {
  const other = await coordinatorWith(opened, { organisation: "Others", email: "others@example.org" });
  await changePeriods(now(), admin, 0, { ...usualPeriods, "access-answers": 7 });
  await somebodyAsks(now(), other, await plannedMeeting(now(), other), "Somebody Else", [{ id: "low-light", strength: "essential" }]);
  await keepNoLongerThanPromised(on("2027-02-20"));
  expect(await now().db.query.accessAnswers.findMany()).toHaveLength(1);
});

test(
  "claims keep name, amounts, dates and references six years on, and nothing else; the rest of the record still proves itself",
  { timeout: 120_000 },
  async () => {
    const example = await testInstance();
    await makeExampleIfNone(example.instance);
    const before = await example.context().db.query.claims.findMany();
    const sums = new Map(
      before.filter(({ sent }) => sent !== null).map((claim) => [claim.id, settleClaim(sentClaimOf(example.context(), claim)).toPay]),
    );
    expect(sums.size).toBeGreaterThan(1);
    await keepNoLongerThanPromised(example.context("2033-03-31T10:00:00.000Z"));
    expect((await example.context().db.query.claims.findMany()).filter(({ reducedAt }) => reducedAt !== null)).toEqual([]);
    const later = example.context("2033-04-01T10:00:00.000Z");
    await keepNoLongerThanPromised(later);
    const after = await later.db.query.claims.findMany();
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    for (const claim of after) {
      const was = before.find(({ id }) => id === claim.id);
      expect(claim.reducedAt).not.toBeNull();
      expect(claim).toMatchObject({
        reference: was?.reference,
        toPay: was?.toPay,
        forTime: was?.forTime,
        forCosts: was?.forCosts,
        paidOn: was?.paidOn,
      });
      if (claim.sent === null) continue;
      const left = sentClaimOf(later, claim);
      expect(settleClaim(left).toPay).toBe(sums.get(claim.id));
      expect(left.lines.every(({ about }) => about === "correction")).toBe(true);
    }
    expect(await later.db.query.claimLines.findMany()).toEqual([]);
    const files = await later.db.query.files.findMany();
    const folder = join(example.folder, "data", "files");
    expect((existsSync(folder) ? readdirSync(folder) : []).toSorted()).toEqual(files.map(({ id }) => id).toSorted());
    const entries = await later.db.query.audit.findMany();
    expect(entries.every(({ at }) => at >= "2027-04-01")).toBe(true);
    expect(await firstBrokenEntry(later.db, later.vault)).toBeNull();
    await later.change(async (tx) => {
      await tx.update(schema.installation).set({ value: "forged 0" }).where(eq(schema.installation.name, "audit-kept-chain"));
      return {};
    });
    expect(await firstBrokenEntry(later.db, later.vault)).not.toBeNull();
    await expect(
      later.change(async (tx) => {
        await tx.delete(schema.audit);
        return {};
      }),
    ).rejects.toThrow();
    example.close();
  },
);

test("the day claims are kept from moves on the first day of the financial year", () => {
  expect(claimsKeptFrom(calendarDateOf("2033-03-31"), 6)).toBe("2026-04-01");
  expect(claimsKeptFrom(calendarDateOf("2033-04-01"), 6)).toBe("2027-04-01");
});

describe("of somebody with a word in every place there is", () => {
  const places = async (): Promise<readonly string[]> =>
    (await whereKept(now(), ["QZX-", "Quarrington"]))
      .map((place) => place.split(":")[0] ?? "")
      .filter((place, at, all) => all.indexOf(place) === at);

  beforeEach(async () => {
    const meeting = await plannedMeeting(now(), asha);
    const attendee = await somebodyAsks(now(), asha, meeting, "Wendeline Quarrington", [{ id: "bsl-interpreter", strength: "essential" }]);
    const other = await somebodyAsks(now(), asha, meeting, "Tomas Oak", []);
    await markEverythingOf(now(), { attendee, meetingId: meeting.id, coordinator: asha, otherPersonId: other.personId });
  });

  test("what says what they need goes 30 days after the meeting, and messages 90 days after they were sent", async () => {
    await keepNoLongerThanPromised(on("2027-02-02"));
    const before = await places();
    for (const place of ["arrangements.decision", "date_answers.answers", "benefit_answers.answers", "bookings.note"].slice(0, 3))
      expect(before).toContain(place);
    await keepNoLongerThanPromised(on(dayAfter));
    expect(await places()).toEqual([
      "bank_details.details",
      "cost_requests.details",
      "day_problems.what",
      "day_roles.name",
      "evaluations.missing",
      "feedback.answers",
      "kept_apart.details",
      "leave_plans.plan",
      "letter_requests.details",
      "outcomes.said",
      "payee_records.details",
      "payment_choices.choice",
      "people.name",
      "people.safe_contact",
      "unnamed_feedback.answers",
      "written_to_dos.what",
    ]);
  });

  test("the account and its history go after 90 days, notes about the day after a year, and the invitation after two", async () => {
    await now().change(async (tx) => tx.delete(schema.leavePlans));
    await keepNoLongerThanPromised(on("2027-05-04"));
    expect((await places()).filter((place) => /bank|payee|earlier/u.test(place))).toEqual([]);
    expect(await stillSaid()).not.toContain("wendeline@old.example");
    await keepNoLongerThanPromised(on("2028-02-02"));
    expect(await places()).toContain("day_problems.what");
    await keepNoLongerThanPromised(on("2028-02-03"));
    expect((await places()).filter((place) => /^day_|bookings/u.test(place))).toEqual([]);
    expect(await places()).toContain("payment_choices.choice");
    await keepNoLongerThanPromised(on("2029-02-03"));
    expect(await places()).toEqual(["kept_apart.details", "people.name", "people.safe_contact"]);
  });

  test("each period that is chosen shorter is kept", async () => {
    const shortest = Object.fromEntries(keptKinds.map((kind) => [kind, Math.min(...periodChoices[kind])])) as typeof usualPeriods;
    expect(await changePeriods(now(), admin, 0, shortest)).toMatchObject({ ok: true });
    await keepNoLongerThanPromised(on("2027-03-05"));
    expect((await places()).filter((place) => /^(?:day_|outbox|arrangements|bookings|bank)/u.test(place))).toEqual([]);
  });
});

test("how two records became one goes after its time, and nothing of the old record is left but that it was", async () => {
  const maren = await asks("Maren Vik", "keep");
  const other = await somebodyAsks(now(), asha, await plannedMeeting(now(), asha), "Maren Vick", []);
  const pair = { keptId: maren.personId, otherId: other.personId };
  const seen = await previewMerge(now(), asha, pair);
  if (!seen.ok) throw new Error(seen.refusal);
  await mergePeople(now(), asha, { ...pair, keptVersion: seen.value.kept.version, otherVersion: seen.value.other.version }, "they-said");
  const [merge] = await now().db.query.personMerges.findMany();
  await keepNoLongerThanPromised(on("2027-05-22"));
  expect(await now().db.query.personMerges.findMany()).toHaveLength(1);
  await keepNoLongerThanPromised(on("2027-05-23"));
  expect(await now().db.query.personMerges.findMany()).toEqual([]);
  expect(await whereKept(now(), ["Vick", "maren.vick@"])).toEqual([]);
  expect(await undoMerge(now(), asha, { personId: maren.personId, mergeId: merge!.id })).toEqual({ ok: false, refusal: "not-found" });
});
