// The nation a meeting is held in, through the services: chosen with the place, and read by everything that counts working days.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf, type Nation } from "#app/domain/basics/dates.ts";
import type { Coordinator } from "#app/domain/people/actors.ts";
import { historyFor } from "#app/services/history.server.ts";
import {
  copyMeeting,
  findMeetingFor,
  holidayWarnings,
  keyDatesOf,
  saveWhen,
  saveWhere,
  type Meeting,
} from "#app/services/meetings.server.ts";
import { decideRequirement } from "#app/services/plan-decisions.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { whatChanged } from "#app/words/plan-changes.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let reference: string;
beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  ({ reference } = await plannedMeeting(opened.context(), asha));
});
afterEach(() => opened.close());

async function meeting(of = reference): Promise<Meeting> {
  const found = await findMeetingFor(opened.context(), asha, of);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

async function hold(nation: Nation): Promise<void> {
  const { version, conditions } = await meeting();
  const saved = await saveWhere(opened.context(), asha, { reference, version }, { nation, conditions });
  if (!saved.ok) throw new Error(saved.refusal);
}

const bookBy = async () => keyDatesOf(opened.context(), await meeting())?.find(({ id }) => id === "book-communication")?.on;

describe("the nation of a meeting", () => {
  test("is the organisation's until somebody says otherwise, and the place is kept when it changes", async () => {
    const before = await meeting();
    expect(before.nation).toBe("england");
    await hold("scotland");
    expect(await meeting()).toMatchObject({ nation: "scotland", venueId: before.venueId, venueState: "chosen" });
  });

  test("decides the bank holidays: a day people do not work in Scotland moves what is booked by a day", async () => {
    expect(await bookBy()).toEqual({ ok: true, value: "2026-12-17" });
    await hold("scotland");
    expect(await bookBy()).toEqual({ ok: true, value: "2026-12-16" });
  });

  test("a date that is a bank holiday only there is said to be one", async () => {
    const { version } = await meeting();
    const saved = await saveWhen(
      opened.context(),
      asha,
      { reference, version },
      {
        when: { kind: "known", date: calendarDateOf("2027-11-30"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
        breaks: { everyMinutes: 45, minutes: 15 },
      },
    );
    expect(saved.ok).toBe(true);
    expect(holidayWarnings(opened.context(), await meeting())).toEqual([]);
    await hold("scotland");
    expect(holidayWarnings(opened.context(), await meeting())).toEqual([{ kind: "bank-holiday" }]);
    expect(holidayWarnings(opened.context(), { date: null, nation: "scotland" })).toEqual([]);
    expect(holidayWarnings(opened.context(), { date: calendarDateOf("2029-01-01"), nation: "wales" })).toEqual([
      { kind: "holidays-not-known" },
    ]);
  });

  test("goes along when the meeting is copied, and a change of it is in the history once", async () => {
    await hold("northern-ireland");
    await hold("northern-ireland");
    const copied = await copyMeeting(opened.context(), asha, reference);
    if (!copied.ok) throw new Error(copied.refusal);
    expect((await meeting(copied.value.reference)).nation).toBe("northern-ireland");
    const history = await historyFor(opened.context(), asha, reference, 1);
    if (!history.ok) throw new Error(history.refusal);
    expect(history.value.entries.filter(({ what }) => what === "changed which nation the meeting is in")).toHaveLength(1);
  });

  test("opens again what was decided about things counted in working days, and nothing else", async () => {
    const context = opened.context();
    const saved = { ...(await meeting()), reference };
    await somebodyAsks(context, asha, saved, "Priya Test", [
      { id: "bsl-interpreter", strength: "essential" },
      { id: "finish-in-daylight", strength: "essential" },
    ]);
    for (const requirement of ["bsl-interpreter", "finish-in-daylight"] as const) {
      const words = { tried: "", offered: "", agreedBy: "", message: "" };
      await decideRequirement(
        context,
        asha,
        { reference, requirement, version: 0 },
        {
          how: "way-of-working",
          state: "met",
          plan: "As agreed.",
          role: "The chair",
          evidence: "A call",
          hasPlansToLeave: false,
          ...words,
        },
      );
    }
    const needs = async () => {
      const plan = await planFor(context, asha, reference);
      if (!plan.ok) throw new Error(plan.refusal);
      return plan.value.requirements;
    };
    expect((await needs()).flatMap(({ reopened }) => reopened)).toEqual([]);
    await hold("scotland");
    const after = await needs();
    expect(after.filter(({ reopened }) => reopened.length > 0).map(({ requirement }) => requirement)).toEqual(["bsl-interpreter"]);
    const [change] = after.flatMap(({ changes }) => changes);
    expect(change === undefined ? "" : whatChanged({ ...change, on: null })).toBe(
      "The meeting was in England, and is now in Scotland, with other bank holidays.",
    );
  });
});
