// Each of the 184 requirements, from the page on which somebody ticks it to the plan, its help card, and a plan that may be called
// ready: booked, arranged or talked about, in that order. Before that it never may.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requirementGroups } from "#app/domain/access/requirement.ts";
import { requirementIds, requirementOf, type RequirementId } from "#app/domain/access/requirements/index.ts";
import { followUpIds, followUpOf } from "#app/domain/access/follow-ups.ts";
import { optionOf, type OptionId } from "#app/domain/access/topic-options.ts";
import { mostOptionsOnPage, topics } from "#app/domain/access/topics.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { addBookingFor } from "#app/services/bookings.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { createWholeMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { decideRequirement, recordTalk } from "#app/services/plan-decisions.server.ts";
import type { PlanView, RequirementView } from "#app/services/plan-view.ts";
import { planFor } from "#app/services/plan.server.ts";
import { helpCardOf } from "#app/words/help-cards.ts";
import { requirementName } from "#app/words/requirements.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
const context = (): Context => opened.context();

beforeAll(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
});
afterAll(() => opened.close());

/** The choices of every page people see, and of the questions that follow from a choice. */
const pagesOfChoices: readonly (readonly OptionId[])[] = [
  ...topics.flatMap(({ pages }) => pages.map(({ questions }) => questions.flatMap(({ options }) => options))),
  ...followUpIds.map(followUpOf).map((asked) => ("options" in asked ? asked.options : [])),
];

function choiceFor(requirement: RequirementId): OptionId | undefined {
  const means = pagesOfChoices.flat().filter((id) => optionOf(id).requirements.includes(requirement));
  return means.find((id) => id === requirement) ?? means[0];
}

async function meetingFor(group: string): Promise<SavedMeeting> {
  const place = { kind: "new" as const, name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "hall@example.org" };
  const isOnlineToo = group === "online";
  return createWholeMeeting(context(), asha, {
    name: "Garden planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: isOnlineToo ? "hybrid" : "in-person",
    when: { kind: "known", date: calendarDateOf("2027-02-02"), startsAt: clockTimeOf("11:00"), endsAt: clockTimeOf("12:30") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Ideas", minutes: 40 }], expectedPeople: 8, foodServed: true, parallelGroups: 0, conditions: [] },
    where: { place, conditions: [], ...(isOnlineToo ? { online: { service: "zoom", joiningLink: "", features: [] } } : {}) },
    payment: { offered: "nothing", costs: [], costsOther: "", budgetCode: "" },
  });
}

async function planOf({ reference }: SavedMeeting): Promise<PlanView> {
  const plan = await planFor(context(), asha, reference);
  if (!plan.ok) throw new Error(plan.refusal);
  return plan.value;
}

/** The one line of the plan for something asked for; there is never another. */
function lineOf(plan: PlanView, requirement: RequirementId): RequirementView {
  const lines = plan.requirements.filter((one) => one.requirement === requirement);
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new Error(`${requirement} stands ${String(lines.length)} times in the plan`);
  return line;
}

const shown = { owner: "The access host", evidence: "Their email of 20 November" };

async function bookEverything(meeting: SavedMeeting, plan: PlanView): Promise<void> {
  for (const { support, needed } of plan.bookings) {
    const booked = await addBookingFor(context(), asha, meeting.reference, {
      support,
      quantity: needed?.quantity ?? 1,
      supplier: "A supplier",
      supplierContact: "",
      state: "confirmed",
      cost: null,
      cancelFreeUntil: null,
      ...shown,
    });
    if (!booked.ok) throw new Error(booked.refusal);
  }
}

async function arrange(meeting: SavedMeeting, requirement: RequirementId): Promise<void> {
  const choice = {
    how: "way-of-working" as const,
    state: "met" as const,
    plan: "The access host sees to it.",
    role: shown.owner,
    evidence: shown.evidence,
    hasPlansToLeave: true,
    tried: "",
    offered: "",
    agreedBy: "",
    message: "",
  };
  const decided = await decideRequirement(context(), asha, { reference: meeting.reference, requirement, version: 0 }, choice);
  if (!decided.ok) throw new Error(decided.refusal);
}

async function talk(meeting: SavedMeeting, requirement: RequirementId, { invitationId }: Attendee): Promise<void> {
  const said = { state: "other-way-agreed" as const, agreed: "They told us what would work.", evidence: "By phone on 20 November" };
  const recorded = await recordTalk(context(), asha, { reference: meeting.reference, requirement, person: invitationId }, said);
  if (!recorded.ok) throw new Error(recorded.refusal);
}

async function carriedThrough(requirement: RequirementId): Promise<"nothing-to-do" | "booked" | "arranged" | "talked"> {
  const chosen = choiceFor(requirement);
  if (chosen === undefined) throw new Error(`No page asks for ${requirement}`);
  const meeting = await meetingFor(requirementOf(requirement).group);
  const person = await somebodyAsks(context(), asha, meeting, `Ada ${requirement}`, []);
  const saved = await saveOwnAnswers(context(), person, 0, (answers) => ({
    ...answers,
    chosen: [{ id: chosen, strength: "essential" }],
    choices: { coordinator: "with-name" },
  }));
  if (!saved.ok) throw new Error(saved.refusal);
  await sendOwnAnswers(context(), person);

  const asked = await planOf(meeting);
  const line = lineOf(asked, requirement);
  expect([line.people, line.essentialPeople]).toEqual([1, 1]);
  expect(line.demands.length, "something is asked of the meeting").toBeGreaterThan(0);
  // What is open holds the plan back, and the plan says what to do about it; what is not open was met by a fact or the times.
  expect(asked.mayConfirm).toBe(asked.openEssentials + asked.openClashes + asked.openTimes === 0);
  if (asked.mayConfirm) return "nothing-to-do";
  expect(asked.toDos.length).toBeGreaterThan(0);

  await bookEverything(meeting, asked);
  if ((await planOf(meeting)).mayConfirm) return "booked";
  for (const other of (await planOf(meeting)).requirements) await arrange(meeting, other.requirement as RequirementId);
  const arranged = await planOf(meeting);
  if (arranged.mayConfirm) return "arranged";
  for (const other of arranged.requirements) await talk(meeting, other.requirement as RequirementId, person);
  const talked = await planOf(meeting);
  expect(talked.openEssentials).toBe(0);
  expect(talked.mayConfirm, JSON.stringify(talked.timetable?.findings)).toBe(true);
  return "talked";
}

describe("each requirement, through the services of the pages", { timeout: 240_000 }, () => {
  test("stands on a page people see, twelve choices at most on each, and has a name and a help card", () => {
    expect(requirementIds).toHaveLength(184);
    for (const id of requirementIds) {
      expect(choiceFor(id), id).toBeDefined();
      expect(requirementName[id].length, id).toBeGreaterThan(0);
      expect(helpCardOf(id).goodLooksLike.length, id).toBeGreaterThan(0);
    }
    for (const { pages } of topics)
      for (const { questions } of pages) for (const { options } of questions) expect(options.length).toBeLessThanOrEqual(mostOptionsOnPage);
  });

  // Nothing is asked of this short meeting by a few: the times suit them, or what they ask for is only nice to have at a venue.
  const ends: Record<string, number> = {};
  test.each(requirementGroups.map((group) => [group]))("%s: each stands once in the plan, and can be brought to an end", async (group) => {
    const ids = requirementIds.filter((id) => requirementOf(id).group === group);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const end = await carriedThrough(id);
      ends[end] = (ends[end] ?? 0) + 1;
    }
  });

  test("nearly all hold the plan back until somebody does something, and some are only closed by a talk", () => {
    const { talked = 0, booked = 0, arranged = 0, "nothing-to-do": suited = 0 } = ends;
    expect(talked + booked + arranged + suited).toBe(184);
    expect(suited).toBeLessThan(12);
    expect([talked > 0, booked > 0, arranged > 0]).toEqual([true, true, true]);
  });
});
