// The benefit and tax figures in an organisation's hands: what an update holds back, and the two people who agree to it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { administratorOf, type Administrator } from "#app/domain/people/actors.ts";
import { addDays } from "#app/domain/basics/dates.ts";
import { assessOffer } from "#app/domain/benefits/assess.ts";
import { exampleOffer } from "#app/domain/benefits/example-offer.ts";
import { benefitIds } from "#app/domain/benefits/names.ts";
import { packTexts, ruleEntries, stateOf, vouchedUntil } from "#app/domain/benefits/rules-pack.ts";
import { setUp } from "#app/services/accounts.server.ts";
import { approveRules, beginWithRules, heldBackBenefits, keyOf, rulesFor, rulesNeedLooking } from "#app/services/rules.server.ts";
import { todayFor } from "#app/services/today.server.ts";
import { staffOf } from "#app/domain/people/actors.ts";
import { addStaff } from "#db/stores/accounts.ts";
import { figureName, endSentence } from "#app/words/rules.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let first: Administrator;
let organisationId = "";

beforeEach(async () => {
  opened = await testInstance();
  const made = await setUp(
    opened.context(),
    {
      organisationName: "Harbour Trust",
      nation: "england",
      fullName: "Asha Grewal",
      email: "asha@example.org",
      password: "three random words",
    },
    "here",
  );
  if (!made.ok) throw new Error(made.refusal);
  organisationId = made.value.organisationId;
  first = administratorOf({ ...made.value, name: "Asha Grewal", email: "asha@example.org", roles: ["administrator"] })!;
});
afterEach(() => opened.close());

async function anotherAdministrator(name: string): Promise<Administrator> {
  const context = opened.context();
  const staffId = context.newId();
  const facts = { organisationId, name, email: `${staffId}@example.org`, roles: ["administrator"] as const };
  await context.change(async (tx) => addStaff(tx, { id: staffId, ...facts, createdAt: context.now }));
  return administratorOf({ staffId, ...facts })!;
}

/** Makes the figures in use older than the program's own: those of Carer's Allowance and of tax differ. */
async function anUpdateCame(): Promise<string> {
  const context = opened.context("2026-11-23T11:00:00.000Z");
  const before = { ...(await contentsInUse()), [keyOf("carers-allowance")]: "older", [keyOf("tax")]: "older" };
  await context.change(async (tx) => beginWithRules(context, tx, organisationId, { fingerprint: "older", contents: before }));
  const { update } = await rulesFor(opened.context(), first);
  if (update.state !== "waiting") throw new Error("no update waits");
  return update.fingerprint;
}

async function contentsInUse() {
  const rows = await opened.context().db.query.ruleApprovals.findMany();
  return rows[0]?.contents ?? {};
}

const later = () => opened.context("2026-11-23T12:00:00.000Z");

describe("the figures an organisation begins with", () => {
  test("are in use at once, and nothing waits", async () => {
    expect(await heldBackBenefits(opened.context().db, organisationId)).toEqual([]);
    expect((await rulesFor(opened.context(), first)).update).toEqual({ state: "none", since: "2026-11-23", approvedBy: [] });
    expect(await rulesNeedLooking(opened.context(), organisationId)).toBeNull();
  });

  test("are all shown, each with a source, a day it was checked and a last day", async () => {
    const { entries, ends } = await rulesFor(opened.context(), first);
    expect(entries).toHaveLength(ruleEntries.length);
    for (const entry of entries) {
      expect(entry.source.title.length).toBeGreaterThan(3);
      expect(entry.to >= entry.from, `${entry.owner} ${entry.series}`).toBe(true);
    }
    expect(ends.map(({ benefit }) => benefit).toSorted()).toEqual([...benefitIds].toSorted());
    expect(ends.map(({ goodUntil }) => goodUntil)).toEqual(vouchedUntil.map(({ goodUntil }) => goodUntil).toSorted());
  });
});

describe("an update that nobody agreed to yet", () => {
  test("holds back the benefits it changed and no others, whatever is asked of them", async () => {
    await anUpdateCame();
    const heldBack = await heldBackBenefits(opened.context().db, organisationId);
    expect(heldBack).toEqual(["carers-allowance"]);
    const offer = exampleOffer({ pence: 10_00, on: "2026-06-10" });
    const asked = { benefits: "some", circumstances: { "carers-allowance": {}, pip: {} }, otherEarnings: { answer: "none" } } as const;
    expect(assessOffer(offer, asked).overall.result).toBe("R2");
    const held = assessOffer(offer, { ...asked, heldBack });
    expect(held.overall.result).toBe("R4");
    expect(held.findings.map(({ benefit, outcome }) => [benefit, outcome])).toEqual([
      ["carers-allowance", "UNKNOWN_ADVICE"],
      ["pip", "NO_EFFECT"],
    ]);
  });

  test("is used once two different administrators agree, and each is on record", async () => {
    const second = await anotherAdministrator("Tom Hale");
    const fingerprint = await anUpdateCame();
    expect(await approveRules(later(), first, fingerprint)).toEqual({ ok: true, value: { isInUse: false } });
    expect(await approveRules(later(), first, fingerprint)).toEqual({ ok: false, refusal: "already-yours" });
    expect(await heldBackBenefits(later().db, organisationId)).toEqual(["carers-allowance"]);
    expect((await rulesFor(later(), first)).update).toMatchObject({
      isMineDone: true,
      stillNeeded: 1,
      changed: ["carers-allowance", "tax"],
    });
    expect(await approveRules(later(), second, fingerprint)).toEqual({ ok: true, value: { isInUse: true } });
    expect(await heldBackBenefits(later().db, organisationId)).toEqual([]);
    expect(await approveRules(later(), second, fingerprint)).toEqual({ ok: false, refusal: "changed-since" });
    const audit = await later().db.query.audit.findMany({ where: (table, { like }) => like(table.action, "rules-update%") });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["rules-update-approved", first.staffId],
      ["rules-update-in-use", second.staffId],
    ]);
  });

  test("one press sent twice is one approval", async () => {
    await anotherAdministrator("Tom Hale");
    const fingerprint = await anUpdateCame();
    await approveRules(later(), first, fingerprint, "one-press");
    expect(await approveRules(later(), first, fingerprint, "one-press")).toEqual({ ok: true, value: { isInUse: false } });
    expect((await rulesFor(later(), first)).update).toMatchObject({ stillNeeded: 1 });
  });

  test("may be agreed to by the only administrator there is, and that is on record", async () => {
    const fingerprint = await anUpdateCame();
    expect(await approveRules(later(), first, fingerprint)).toEqual({ ok: true, value: { isInUse: true } });
    const [entry] = await later().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "rules-update-in-use") });
    expect(entry?.details).toEqual({ approvals: 1, needed: 1 });
  });

  test("cannot be agreed to unseen: another set than the one shown is refused", async () => {
    await anUpdateCame();
    expect(await approveRules(later(), first, "another set")).toEqual({ ok: false, refusal: "changed-since" });
  });

  test("stands on the administrator's page for today, and on nobody else's", async () => {
    await anUpdateCame();
    const facts = { staffId: first.staffId, organisationId, name: "", email: "" };
    const asked = async (roles: readonly ("administrator" | "coordinator" | "finance-check")[]) =>
      (await todayFor(later(), staffOf({ ...facts, roles }))).toDos.map(({ kind }) => kind);
    expect(await asked(["administrator"])).toEqual(["rules-to-agree"]);
    expect(await asked(["coordinator", "finance-check"])).not.toContain("rules-to-agree");
  });
});

describe("when rules end", () => {
  const [end] = vouchedUntil;
  const goodUntil = end!.goodUntil;
  test.each([
    [-43, "in-date"],
    [-42, "review-soon"],
    [0, "review-soon"],
    [1, "out-of-date"],
  ] as const)("%i days from the last day they are %s", (days, state) => {
    expect(stateOf(goodUntil, addDays(goodUntil, days))).toBe(state);
  });

  test("the page for today says so from six weeks before", async () => {
    const context = opened.context(`${addDays(goodUntil, -10)}T10:00:00.000Z`);
    expect(await rulesNeedLooking(context, organisationId)).toEqual({ reason: "review-soon", by: goodUntil });
    expect(endSentence(goodUntil, addDays(goodUntil, 1))).toContain("told now that we cannot tell");
    expect(endSentence(goodUntil, addDays(goodUntil, -1))).toContain("1 day from today");
  });
});

test("a figure, its source or its last day cannot change without the text that is agreed to changing", () => {
  const texts = packTexts();
  for (const { owner, value, source, from } of ruleEntries) {
    expect(texts[owner]).toContain(JSON.stringify(value));
    expect(texts[owner]).toContain(source.title);
    expect(texts[owner]).toContain(from);
  }
  expect(figureName("higherWeeklyLimit")).toBe("Higher weekly limit");
});
