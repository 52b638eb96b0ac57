// "Is everything working?": what is not known is said as not known, and nothing that needs somebody is called working.
import { expect, test } from "vitest";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import { healthParts, type HealthFacts } from "#app/words/health.ts";

const fine: HealthFacts = {
  now: instantOf("2026-11-23T12:00:00.000Z"),
  mailIsSet: true,
  outbox: { waiting: 0, oldestWaiting: null, failed: 0, lastSent: instantOf("2026-11-23T09:00:00.000Z"), letters: 0, toSay: 0 },
  prints: { working: 0, lastDone: instantOf("2026-11-20T15:00:00.000Z"), lastFailed: null },
  storage: { free: 5_000 * 1024 * 1024, used: 12 * 1024 * 1024 },
  rules: { state: "in-date", until: calendarDateOf("2027-04-05"), isUpdateWaiting: false },
  lastKeeping: instantOf("2026-11-23T02:00:00.000Z"),
};

const part = (facts: HealthFacts, name: string) => {
  const found = healthParts(facts).find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return { state: found.state, said: found.sentences.join(" ") };
};

test("where all is well, each part says when it last worked, and backups are still not known", () => {
  expect(healthParts(fine).map(({ name, state }) => [name, state])).toEqual([
    ["Mail", "working"],
    ["Text messages and phone", "not-set-up"],
    ["Prints and letters", "working"],
    ["Storage", "working"],
    ["Benefit and tax rules", "working"],
    ["Deleting what is over its time", "working"],
    ["Backups", "not-known"],
  ]);
  expect(part(fine, "Mail").said).toContain("It last took a message on Monday 23 November 2026 at 9am.");
});

test("a message that has waited more than two hours, and one that was refused, are for somebody to look at", () => {
  const stuck = { ...fine.outbox, waiting: 3, oldestWaiting: instantOf("2026-11-23T09:59:00.000Z") };
  expect(part({ ...fine, outbox: stuck }, "Mail").state).toBe("look-at-it");
  expect(part({ ...fine, outbox: { ...stuck, oldestWaiting: instantOf("2026-11-23T11:00:00.000Z") } }, "Mail").state).toBe("working");
  expect(part({ ...fine, outbox: { ...fine.outbox, failed: 1 } }, "Mail")).toMatchObject({ state: "look-at-it" });
});

test("without a mail server nothing is called broken, and a server that has taken nothing yet is not called working", () => {
  expect(part({ ...fine, mailIsSet: false }, "Mail").state).toBe("not-set-up");
  expect(part({ ...fine, outbox: { ...fine.outbox, lastSent: null } }, "Mail").state).toBe("not-known");
});

test("little room on the disk is told before it runs out, and a machine that does not say is not taken for a full or an empty one", () => {
  expect(part({ ...fine, storage: { free: 150 * 1024 * 1024, used: 1 } }, "Storage")).toMatchObject({ state: "look-at-it" });
  expect(part({ ...fine, storage: { free: null, used: null } }, "Storage").state).toBe("not-known");
});

test("a print that failed last, a daily run that stopped, and rules that end or wait are for somebody to look at", () => {
  const failed = { ...fine.prints, lastFailed: instantOf("2026-11-21T15:00:00.000Z") };
  expect(part({ ...fine, prints: failed }, "Prints and letters").state).toBe("look-at-it");
  expect(part({ ...fine, lastKeeping: instantOf("2026-11-20T02:00:00.000Z") }, "Deleting what is over its time").state).toBe("look-at-it");
  expect(part({ ...fine, rules: { ...fine.rules, isUpdateWaiting: true } }, "Benefit and tax rules").state).toBe("look-at-it");
  const ended = { state: "out-of-date", until: calendarDateOf("2026-04-05"), isUpdateWaiting: false } as const;
  expect(part({ ...fine, rules: ended }, "Benefit and tax rules").said).toContain("told that we cannot tell");
});
