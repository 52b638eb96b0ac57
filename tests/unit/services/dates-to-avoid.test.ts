// Days that do not work for somebody, from their answers to the plan and to the comparison of dates: a coordinator reads the day, and
// what day it is only where the person gives their name with it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FollowUpAnswers } from "#app/domain/access/follow-ups.ts";
import type { ChosenOption } from "#app/domain/access/topics.ts";
import type { SharingChoice } from "#app/domain/access/sharing.ts";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { paperOfMeeting } from "#app/services/documents.server.ts";
import { chooseDate, compareDates, dateQuestion, dateToChoose, saveDateAnswers, savePoll } from "#app/services/date-poll.server.ts";
import { warningsBefore } from "#app/services/date-warnings.server.ts";
import { findMeetingFor, type SavedMeeting } from "#app/services/meetings.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { myPage, saveReply } from "#app/services/my-meeting.server.ts";
import { needsOfMeeting, ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf } from "#tests/support/invited-meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
});
afterEach(() => opened.close());

async function say(
  person: Attendee,
  chosen: readonly ChosenOption[],
  followUps: FollowUpAnswers,
  coordinator: SharingChoice = "without-name",
): Promise<void> {
  const { version } = await ownAnswers(opened.context(), person);
  await saveOwnAnswers(opened.context(), person, version, (answers) => ({
    ...answers,
    topics: ["running"],
    chosen,
    followUps,
    choices: { coordinator },
  }));
  await sendOwnAnswers(opened.context(), person);
}

describe("days that do not work, in the plan", () => {
  let meeting: SavedMeeting;
  let date: string;
  let noor: Attendee;
  beforeEach(async () => {
    meeting = await plannedMeeting(opened.context(), asha);
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    date = found.ok ? (found.value.date ?? "") : "";
    noor = await somebodyAsks(opened.context(), asha, meeting, "Noor Zqxname", []);
  });
  const need = async () => {
    const found = await planFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    return found.value.requirements[0];
  };
  const typed = () => date.split("-").reverse().join("/");

  test.each([
    ["some-dates-do-not-work", "own-dates"],
    ["avoid-holy-days", "holy-days"],
    ["school-hours", "school-holidays"],
    ["fasting", "fast-days"],
  ] as const)("%s: the day itself is not met, and another day is not", async (option, question) => {
    await say(noor, [{ id: option, strength: "essential" }], { [question]: typed() });
    const { attendees } = await needsOfMeeting(opened.context(), asha.organisationId, meeting.id);
    expect(attendees[0]?.needs[0]).toMatchObject({ requirement: option, datesToAvoid: [date] });
    const about = (await need())?.demands.find(
      ({ demand }) => demand.kind === "timetable" && (demand.key === "avoidDates" || demand.key === "termTimeOnly"),
    );
    expect(about).toMatchObject({ finding: "not-met" });
    await say(noor, [{ id: option, strength: "essential" }], { [question]: "4 July 2030" });
    const after = (await need())?.demands.find(
      ({ demand }) => demand.kind === "timetable" && (demand.key === "avoidDates" || demand.key === "termTimeOnly"),
    );
    expect(after).toMatchObject({ finding: "met" });
  });

  test("a wish without a date is not known, and the plan says to ask which", async () => {
    await say(noor, [{ id: "some-dates-do-not-work", strength: "essential" }], {});
    expect((await need())?.finding).toBe("unknown");
    const found = await planFor(opened.context(), asha, meeting.reference);
    expect(found.ok && found.value.timetable?.notes.map(({ kind }) => kind)).toContain("ask-which-dates");
  });

  test("an answer to a question that is no longer asked counts for nothing", async () => {
    await say(noor, [{ id: "timed-agenda", strength: "essential" }], { "holy-days": typed() });
    const { attendees } = await needsOfMeeting(opened.context(), asha.organisationId, meeting.id);
    expect(JSON.stringify(attendees)).not.toContain(date);
  });

  test("the coordinator's file says only that the day does not work, and what it is only with the person's name", async () => {
    const file = async () => JSON.stringify(await paperOfMeeting(opened.context(), asha, meeting.reference, { id: "access-plan" }));
    await say(noor, [{ id: "fasting", strength: "essential" }], { "fast-days": "8 February 2027" });
    expect(await file()).toContain("Dates that do not work: 8 February 2027");
    expect(await file()).not.toMatch(/days of a fast/u);
    await say(noor, [{ id: "fasting", strength: "essential" }], { "fast-days": "8 February 2027" }, "with-name");
    expect(await file()).toMatch(/days of a fast/u);
  });

  test("stands on no paper for the venue, the chair, the wall or anybody without names", async () => {
    await say(noor, [{ id: "avoid-holy-days", strength: "essential" }], { "holy-days": "8 February 2027" }, "with-name");
    for (const id of ["plan-for-venue", "plan-for-chair", "plan-without-names", "wall-sheet", "day-pack", "venue-checklist"] as const)
      expect(JSON.stringify(await paperOfMeeting(opened.context(), asha, meeting.reference, { id }))).not.toContain("8 February");
  });
});

describe("days that do not work, before a date is set", () => {
  let meeting: SavedMeeting;
  let noor: Attendee;
  const about = async (date: string, startsAt = "10:30") => {
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    const when = { date: calendarDateOf(date), startsAt: clockTimeOf(startsAt), endsAt: clockTimeOf("13:00") };
    const [warnings = []] = await warningsBefore(opened.context(), found.value, [when]);
    return warnings.filter(({ kind }) => kind === "people-cannot" || kind === "never-then");
  };
  beforeEach(async () => {
    meeting = await meetingOf(opened, asha);
    noor = await invite(opened, asha, meeting, "Noor Zqxname");
    await say(noor, [{ id: "some-dates-do-not-work", strength: "essential" }], { "own-dates": "12 January 2027" });
  });

  test("a known date that somebody named already is warned about by number, and another day is not", async () => {
    expect(await about("2027-01-12")).toEqual([{ kind: "people-cannot", people: 1, leavesOut: 1 }]);
    expect(JSON.stringify(await about("2027-01-12"))).not.toContain("Zqxname");
    expect(await about("2027-01-13")).toEqual([]);
  });

  test("somebody who is not coming to this meeting holds no date back", async () => {
    const { version } = await myPage(opened.context(), noor);
    await saveReply(opened.context(), noor, version, "not-coming");
    expect(await about("2027-01-12")).toEqual([]);
  });

  test("what people answered about an offered date, and times that never work, are warned about when the date is set by hand", async () => {
    const offered = (date: string) => ({ date: calendarDateOf(date), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") });
    const dates = [offered("2027-01-12"), offered("2027-01-14")];
    await savePoll(opened.context(), asha, { reference: meeting.reference, version: 0 }, { dates, replyBy: calendarDateOf("2026-12-04") });
    const asked = (await dateQuestion(opened.context(), noor))?.dates ?? [];
    const choices = { [asked[0]!.id]: "yes", [asked[1]!.id]: "no" } as const;
    await saveDateAnswers(opened.context(), noor, 0, { choices, never: ["before-10"], restDays: "" });
    expect(await about("2027-01-12")).toEqual([]);
    expect(await about("2027-01-14")).toEqual([{ kind: "people-cannot", people: 1, leavesOut: 1 }]);
    expect(await about("2027-01-12", "09:30")).toEqual([{ kind: "never-then", people: 1 }]);
  });
});

describe("days that do not work, when a date is chosen together", () => {
  let meeting: SavedMeeting;
  let noor: Attendee;
  const when = (date: string) => ({ date: calendarDateOf(date), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") });
  const compared = async () => {
    const found = await compareDates(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    return found.value.dates;
  };
  beforeEach(async () => {
    meeting = await meetingOf(opened, asha);
    const dates = [when("2027-01-12"), when("2027-01-14")];
    await savePoll(opened.context(), asha, { reference: meeting.reference, version: 0 }, { dates, replyBy: calendarDateOf("2026-12-04") });
    noor = await invite(opened, asha, meeting, "Noor Zqxname");
    await say(noor, [{ id: "some-dates-do-not-work", strength: "essential" }], { "own-dates": "12 January 2027" });
  });

  test("the day leaves them out before they answer, and what they say about the date itself goes before it", async () => {
    const [first, second] = await compared();
    expect(first).toMatchObject({ cannot: 1, cannotByEarlierDates: 1, leavesOut: 1 });
    expect(second).toMatchObject({ cannot: 0, noReply: 1 });
    await saveDateAnswers(opened.context(), noor, 0, { choices: { [first!.id]: "if-have-to" }, never: [], restDays: "" });
    expect((await compared())[0]).toMatchObject({ cannot: 0, cannotByEarlierDates: 0, ifHaveTo: 1, leavesOut: 0 });
  });

  test("their own page says that they told us, and the coordinator's names nobody who kept their name back", async () => {
    const [first] = await compared();
    expect((await dateQuestion(opened.context(), noor))?.toldBefore).toEqual([first!.id]);
    const choosing = await dateToChoose(opened.context(), asha, meeting.reference, first!.id);
    expect(choosing.ok && choosing.value.cannot).toEqual({ names: [], others: 1 });
    expect(JSON.stringify([choosing, await compared()])).not.toContain("Zqxname");
  });

  test("whoever it shuts out is told so when the date is chosen all the same", async () => {
    const [first] = await compared();
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    const at = { reference: meeting.reference, version: found.ok ? found.value.version : 0, dateId: first!.id };
    expect((await chooseDate(opened.context(), asha, at, { askForOtherWays: true })).ok).toBe(true);
    const kept = await opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "date-chosen") });
    expect(kept).toHaveLength(1);
    expect(opened.context().vault.unseal(kept[0]!.body!, outboxPlace(kept[0]!.id))).toContain("does not work for you");
  });
});
