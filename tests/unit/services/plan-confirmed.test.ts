// Confirming a plan, and recording a talk, through the services on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { setUp } from "#app/services/accounts.server.ts";
import { findMeetingFor, saveWhen, type SavedMeeting } from "#app/services/meetings.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers, type AccessAnswers } from "#app/services/needs.server.ts";
import { confirmPlan, decideRequirement, recordTalk, talksAbout, type RequirementChoice } from "#app/services/plan-decisions.server.ts";
import type { PlanView } from "#app/services/plan-view.ts";
import { planFor } from "#app/services/plan.server.ts";
import { whatChanged, whatItTouches } from "#app/words/plan-changes.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

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
    "set-up",
  );
  if (!made.ok) throw new Error(made.refusal);
  asha = coordinatorOf({ ...made.value, name: "Asha Grewal", email: "asha@example.org", roles: ["coordinator"] })!;
  meeting = await plannedMeeting(opened.context(), asha);
  priya = await somebodyAsks(opened.context(), asha, meeting, "Priya Test", [
    { id: "one-at-a-time", strength: "essential" },
    { id: "makaton", strength: "essential" },
  ]);
});
afterEach(() => opened.close());

async function plan(): Promise<PlanView> {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const need = async (id: string) => (await plan()).requirements.find(({ requirement }) => requirement === id)!;

const met: RequirementChoice = {
  how: "way-of-working",
  state: "met",
  plan: "Everybody waits for the chair.",
  role: "The chair",
  evidence: "Agreed with the chair on 20 November",
  hasPlansToLeave: false,
  tried: "",
  offered: "",
  agreedBy: "",
  message: "",
};
const decide = async (requirement: string, version = 0) =>
  decideRequirement(opened.context(), asha, { reference: meeting.reference, requirement, version }, met);
const confirm = async () => confirmPlan(opened.context(), asha, { reference: meeting.reference, seen: (await plan()).seen });
const move = async () => {
  const now = await findMeetingFor(opened.context(), asha, meeting.reference);
  if (!now.ok) throw new Error(now.refusal);
  return saveWhen(
    opened.context(),
    asha,
    { reference: meeting.reference, version: now.value.version },
    {
      when: { kind: "known", date: calendarDateOf("2027-02-09"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
      breaks: { everyMinutes: 45, minutes: 15 },
    },
  );
};

const answerAgain = async (change: Partial<AccessAnswers>) => {
  const context = opened.context();
  const { version } = await ownAnswers(context, priya);
  const saved = await saveOwnAnswers(context, priya, version, (answers) => ({ ...answers, ...change }));
  if (!saved.ok) throw new Error(saved.refusal);
  await sendOwnAnswers(context, priya);
};

describe("a choice no requirement stands for", () => {
  test("is in the plan once, and can be decided like any other", async () => {
    expect(await need("makaton")).toMatchObject({ people: 1, essentialPeople: 1, status: "to-do" });
    expect((await plan()).alsoAsked).toEqual([]);
    expect((await decide("makaton")).ok).toBe(true);
    expect((await need("makaton")).status).toBe("met");
  });
});

describe("confirming a plan", () => {
  test("is refused while something essential is open", async () => {
    await decide("makaton");
    expect((await plan()).mayConfirm).toBe(false);
    expect(await confirm()).toEqual({ ok: false, refusal: "not-ready" });
  });

  test("keeps who confirmed it and on how much, sealed, with one line in the record", async () => {
    await decide("makaton");
    await decide("one-at-a-time");
    expect(await plan()).toMatchObject({ isReady: true, mayConfirm: true, confirmation: null });
    expect((await plan()).toDos.map(({ kind }) => kind)).toContain("confirm");
    expect((await confirm()).ok).toBe(true);
    const { confirmation, isReady, actionNeeded } = await plan();
    expect(confirmation).toMatchObject({ by: "Asha Grewal", on: "2026-11-23", requirements: 2, answers: 2, decisions: 2 });
    expect([isReady, actionNeeded]).toEqual([true, []]);
    const rows = await opened.context().db.query.arrangements.findMany({ where: (table, { eq }) => eq(table.kind, "confirmation") });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("makaton");
    const lines = await opened.context().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "plan-confirmed") });
    expect(lines).toHaveLength(1);
  });

  test("is refused when the plan is no longer the one that was seen", async () => {
    await decide("makaton");
    await decide("one-at-a-time");
    const { seen } = await plan();
    await decide("makaton", 1);
    await decideRequirement(
      opened.context(),
      asha,
      { reference: meeting.reference, requirement: "makaton", version: 2 },
      { ...met, plan: "Other words" },
    );
    expect(await confirmPlan(opened.context(), asha, { reference: meeting.reference, seen })).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
  });

  test("a moved date re-opens it, and says from when to when, on which day, and what it touches", async () => {
    await decide("makaton");
    await decide("one-at-a-time");
    await confirm();
    await move();
    const { isReady, actionNeeded, toDos, requirements } = await plan();
    expect(isReady).toBe(false);
    expect(actionNeeded.map((change) => `${whatChanged(change)} ${whatItTouches(change.touches)}`)).toEqual([
      "The date or times changed from Tuesday 2 February 2027, 10:30am to 1pm, to Tuesday 9 February 2027, 10:30am to 1pm, (Monday 23 November 2026). It touches everything that was planned.",
    ]);
    expect(toDos.map(({ kind }) => kind)).toContain("confirm-again");
    expect(requirements.every(({ status, changes }) => status === "to-do" && changes.length > 0)).toBe(true);
  });

  test("a changed answer re-opens what it touches and nothing else", async () => {
    await decide("makaton");
    await decide("one-at-a-time");
    await confirm();
    await answerAgain({
      chosen: [
        { id: "one-at-a-time", strength: "varies" },
        { id: "makaton", strength: "essential" },
      ],
    });
    const { actionNeeded, isReady } = await plan();
    expect(isReady).toBe(false);
    expect(actionNeeded.map(({ kind, touches, on }) => [kind, touches, on])).toEqual([
      ["answers-changed", ["one-at-a-time"], "2026-11-23"],
    ]);
    expect((await need("makaton")).status).toBe("met");
    expect((await need("one-at-a-time")).status).toBe("to-do");
    expect(JSON.stringify(await plan())).not.toContain(priya.invitationId);
  });
});

describe("recording a talk", () => {
  test("closes what that person asked for, and opens it again when their answer changes", async () => {
    await decide("one-at-a-time");
    const unnamed = await talksAbout(opened.context(), asha, meeting.reference, "makaton");
    expect(unnamed.ok && [unnamed.value.people.length, unnamed.value.withoutName]).toEqual([0, 1]);
    await answerAgain({ choices: { coordinator: "with-name" } });
    const about = await talksAbout(opened.context(), asha, meeting.reference, "makaton");
    if (!about.ok) throw new Error(about.refusal);
    expect(about.value.people.map(({ name, talk }) => [name, talk])).toEqual([["Priya Test", null]]);
    const talk = { state: "other-way-agreed" as const, agreed: "Priya brings a friend who signs", evidence: "By phone on 20 November" };
    const at = { reference: meeting.reference, requirement: "makaton", person: priya.invitationId };
    expect((await recordTalk(opened.context(), asha, at, talk)).ok).toBe(true);
    expect((await need("makaton")).talkedTo).toBe(1);
    expect((await plan()).mayConfirm).toBe(true);
    await move();
    expect((await need("makaton")).talkedTo).toBe(0);
    expect((await plan()).mayConfirm).toBe(false);
  });

  test("is refused for somebody who did not ask for it, and for another organisation", async () => {
    const tom = await somebodyAsks(opened.context(), asha, meeting, "Tom Test", [{ id: "low-light", strength: "essential" }]);
    const talk = { state: "other-way-agreed" as const, agreed: "Yes", evidence: "By phone" };
    const at = { reference: meeting.reference, requirement: "makaton", person: tom.invitationId };
    expect(await recordTalk(opened.context(), asha, at, talk)).toEqual({ ok: false, refusal: "not-found" });
    const stranger = coordinatorOf({
      staffId: "x",
      organisationId: "elsewhere",
      name: "X",
      email: "x@example.org",
      roles: ["coordinator"],
    })!;
    expect(await recordTalk(opened.context(), stranger, { ...at, person: priya.invitationId }, talk)).toEqual({
      ok: false,
      refusal: "not-found",
    });
    expect(await talksAbout(opened.context(), stranger, meeting.reference, "makaton")).toEqual({ ok: false, refusal: "not-found" });
    expect(await confirmPlan(opened.context(), stranger, { reference: meeting.reference, seen: "x" })).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});
