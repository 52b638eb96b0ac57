// The example organisation, made on days of every kind: nobody should have to choose a good day for a first look.
import { afterEach, describe, expect, test } from "vitest";
import { calendarDateOf, daysBetween, weekdayOf } from "#app/domain/basics/dates.ts";
import { administratorOf } from "#app/domain/people/actors.ts";
import { clearExample } from "#app/services/clear-example.server.ts";
import { exampleSignInLinks, makeExample, makeExampleIfNone } from "#app/services/example.server.ts";
import { firstBrokenEntry } from "#db/audit.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

const days = [
  ["a Monday in November", "2026-11-23T10:00:00.000Z"],
  ["a Friday", "2026-11-27T16:30:00.000Z"],
  ["the last day of the year", "2026-12-31T23:59:00.000Z"],
  ["the Saturday before the clocks go forward", "2027-03-27T09:00:00.000Z"],
  ["the hour that the clocks skip", "2027-03-28T01:00:00.000Z"],
  ["the last day of the tax year", "2027-04-05T10:00:00.000Z"],
] as const;

let opened: TestInstance;
afterEach(() => opened.close());

describe("the example", () => {
  test.each(days)("made on %s has one meeting behind it and one ahead, midweek and at least 42 days off", async (_name, at) => {
    opened = await testInstance(at);
    const { organisationId } = await makeExample(opened.instance);
    const context = opened.context();
    const meetings = await context.db.query.meetings.findMany({ where: (table, { eq }) => eq(table.organisationId, organisationId) });
    const dates = meetings.map(({ date }) => date ?? calendarDateOf("1970-01-01")).sort();
    expect(dates).toHaveLength(2);
    const [held = context.today, ahead = context.today] = dates;
    expect(daysBetween(held, context.today)).toBeGreaterThanOrEqual(14);
    expect(daysBetween(context.today, ahead)).toBeGreaterThanOrEqual(42);
    for (const date of dates) expect(["Tuesday", "Wednesday", "Thursday"]).toContain(weekdayOf(date));
    const people = await context.db.query.people.findMany();
    expect(people.length).toBeGreaterThanOrEqual(8);
    expect((await exampleSignInLinks(context)).length).toBeGreaterThanOrEqual(4);
    expect(await firstBrokenEntry(context.db, context.vault)).toBeNull();
  });

  test("happened over weeks, each thing on its day, and nothing of it in the future", async () => {
    opened = await testInstance();
    await makeExample(opened.instance);
    const context = opened.context();
    const entries = await context.db.query.audit.findMany({ orderBy: (table, { asc }) => asc(table.sequence) });
    expect(new Set(entries.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThan(5);
    expect(entries.filter(({ at }) => at > context.now)).toEqual([]);
  });

  test("is made once, however often the program starts", async () => {
    opened = await testInstance();
    await makeExampleIfNone(opened.instance);
    await makeExampleIfNone(opened.instance);
    expect(await opened.context().db.query.organisations.findMany()).toHaveLength(1);
  });

  test("can be cleared and made again", async () => {
    opened = await testInstance();
    const { organisationId } = await makeExample(opened.instance);
    const administrator = administratorOf({
      staffId: "a",
      organisationId,
      name: "Asha Grewal",
      email: "asha@example.org",
      roles: ["administrator"],
    });
    if (!administrator) throw new Error("not an administrator");
    expect(await clearExample(opened.context(), administrator)).toEqual({ ok: true, value: null });
    expect((await makeExample(opened.instance)).organisationId).not.toBe(organisationId);
    expect(await firstBrokenEntry(opened.context().db, opened.context().vault)).toBeNull();
  });
});
