// Nothing is kept without an end: every table goes by a period somebody can choose, with something else that does, or says why not.
import { getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { keptKinds, periodChoices, usualPeriods } from "#app/domain/people/keeping.ts";
import { lifetimes } from "#app/domain/people/what-is-kept.ts";
import { keptSentences, keptWords } from "#app/words/keeping.ts";
import { allTables } from "#tests/support/everything-kept.ts";

test("every table goes by a period, goes with another, or says why it stays", () => {
  expect(Object.keys(lifetimes).toSorted()).toEqual(allTables.map((table) => getTableName(table)).toSorted());
  for (const [table, lifetime] of Object.entries(lifetimes)) {
    if ("why" in lifetime) expect(lifetime.why.length, table).toBeGreaterThan(20);
    if ("goesWith" in lifetime) expect(lifetimes[lifetime.goesWith], table).toHaveProperty("period");
  }
});

test("every period has something that goes by it, can be chosen, and is on the page in words", () => {
  const used = new Set(Object.values(lifetimes).flatMap((lifetime) => ("period" in lifetime ? [lifetime.period] : [])));
  // An invitation that was declined goes sooner than another.
  expect([...used, "declined-invitations"].toSorted()).toEqual([...keptKinds].toSorted());
  for (const kind of keptKinds) {
    expect(periodChoices[kind], kind).toContain(usualPeriods[kind]);
    expect(keptWords[kind].label.length).toBeGreaterThan(5);
  }
  expect(keptSentences(usualPeriods).map(([, until]) => until)).toContain("30 days after the meeting");
});

test("what was decided for somebody says what they need, and is never kept longer than that", () => {
  expect(Math.max(...periodChoices["plan-notes"])).toBeLessThanOrEqual(Math.max(...periodChoices["access-answers"]));
});
