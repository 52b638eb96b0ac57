// Rates, rules for costs and who staff are, as administrators decide them: dated, on record, and never changing the past.
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Band } from "#app/domain/payments/rate-card.ts";
import { administratorOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { myClaim } from "#app/services/claims.server.ts";

import { addCostRules, costRulesOf, payingFactsOf, savePayingFacts } from "#app/services/money-settings.server.ts";
import { addRates, cardToStartFrom, rateHistory } from "#app/services/rate-cards.server.ts";
import { settingsHistoryFor } from "#app/services/settings-history.server.ts";
import { afterwards, invitedPerson, markEverybody, pastMeeting, planning } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plainCostRules, ratesOf } from "#tests/support/money-settings.ts";

let opened: TestInstance;
let asha: Coordinator;
let ines: Administrator;
let reference: string;
let mia: Attendee;

const now = () => opened.context(afterwards);
const before = () => opened.context(planning);
const moment = (at: string) => opened.context(at);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { organisationId, coordinator } = await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"));
  asha = coordinator;
  const email = `${now().newId().toLowerCase()}@example.org`;
  const added = await addStaffMember(before(), { organisationId, name: "Ines Costa", email, roles: ["administrator"] });
  if (!added.ok) throw new Error(added.refusal);
  ines = administratorOf({ staffId: added.value.staffId, organisationId, name: "Ines Costa", email, roles: ["administrator"] })!;
  reference = (await pastMeeting(moment, asha)).reference;
  mia = await invitedPerson(moment, asha, reference);
});

const wanted = ratesOf({ from: "2026-12-01", hourlyPence: 3000 });

describe("rates", () => {
  test("a new version starts on its day and leaves claims of the old one as they were", async () => {
    await markEverybody(now(), asha, reference);
    expect(await addRates(now(), ines, wanted)).toMatchObject({ ok: true });
    expect((await rateHistory(now(), ines)).map(({ state, until, meetings }) => [state, until, meetings])).toEqual([
      ["to-come", null, 0],
      ["in-use", "2026-11-30", 1],
    ]);
    expect(await myClaim(now(), mia)).toMatchObject({ ok: true, value: { settlement: { time: 7500 } } });
  });

  test("rates that would start in the past, or with others, are refused", async () => {
    expect(await addRates(now(), ines, { ...wanted, validFrom: calendarDateOf("2026-11-02") })).toEqual({
      ok: false,
      refusal: "starts-in-the-past",
    });
    await addRates(now(), ines, wanted);
    expect(await addRates(now(), ines, wanted)).toEqual({ ok: false, refusal: "starts-on-the-same-day" });
  });

  test("bands with a gap are refused with where it is", async () => {
    const bands: readonly Band[] = [
      { from: { minutes: 0, inclusive: false }, to: { minutes: 240, inclusive: false }, amount: penceOf(7500) },
      { from: { minutes: 240, inclusive: false }, to: "no-end", amount: penceOf(15000) },
    ];
    const lines = wanted.lines.map((line) => ({ ...line, basis: { kind: "band", bands } as const }));
    expect(await addRates(now(), ines, { ...wanted, lines })).toEqual({
      ok: false,
      refusal: [{ problem: "bands-gap", line: "hour", fromMinute: 240, toMinute: 240 }],
    });
  });

  test("a published card that leaves half a day open starts without figures until somebody says how long it is", async () => {
    expect((await cardToStartFrom(now(), ines, "university-of-exeter"))?.lines).toEqual([]);
    expect((await cardToStartFrom(now(), ines, "university-of-exeter", 210))?.lines).toHaveLength(2);
    expect(await cardToStartFrom(now(), ines, "nobody")).toBeNull();
  });

  test("the database refuses to change a card that is there", () => {
    const file = new Database(join(opened.folder, "data", "welcome-table.db"));
    expect(() => file.prepare("UPDATE rate_cards SET name = 'x'").run()).toThrow(/a rate card is never changed/u);
    file.close();
  });
});

describe("rules for costs", () => {
  test("hold from their day on: a meeting before it keeps its own last day to claim", async () => {
    await markEverybody(now(), asha, reference);
    expect(await addCostRules(now(), ines, plainCostRules)).toMatchObject({ ok: true });
    expect(await myClaim(now(), mia)).toMatchObject({ ok: true, value: { claimBy: "2027-02-02" } });
    expect((await costRulesOf(now(), ines)).now.claimWithinDays).toBe(30);
  });

  test("cannot start in the past, nor twice on a day", async () => {
    expect(await addCostRules(now(), ines, { ...plainCostRules, validFrom: calendarDateOf("2026-11-02") })).toMatchObject({ ok: false });
    await addCostRules(now(), ines, plainCostRules);
    expect(await addCostRules(now(), ines, plainCostRules)).toEqual({ ok: false, refusal: "starts-on-the-same-day" });
  });

  test("of one organisation are nothing to another", async () => {
    await addCostRules(now(), ines, plainCostRules);
    const other = await makeOrganisation(now(), "Elsewhere");
    expect((await costRulesOf(now(), { ...ines, organisationId: other.organisationId })).versions).toEqual([]);
  });
});

test("every change is in the history with who and when, and a stale page changes nothing", async () => {
  const facts = await payingFactsOf(now(), ines);
  const { version: _version, ...rest } = facts;
  const change = {
    ...rest,
    bodyKind: "charity",
    statementName: "HARBOUR",
    checkDays: 5,
    lines: { ...facts.lines, lateClaims: "Ask us.", withoutCosts: "We always pay travel" },
  };
  expect(await savePayingFacts(now(), ines, facts.version, change)).toMatchObject({ ok: true });
  expect(await savePayingFacts(now(), ines, facts.version, change)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  await addCostRules(now(), ines, plainCostRules);
  const { changes } = await settingsHistoryFor(now(), ines, { kind: null, page: 1 });
  expect(changes.map(({ kind, who }) => [kind, who])).toEqual([
    ["costs", "Ines Costa"],
    ["paying", "Ines Costa"],
    ["rates", "Asha Grewal"],
  ]);
});
