// The live plan through its services, on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { phoneListDay } from "#app/domain/meetings/key-dates.ts";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { setUp } from "#app/services/accounts.server.ts";
import { addBookingFor, findBookingFor } from "#app/services/bookings.server.ts";
import { findMeetingFor, saveWhen, type SavedMeeting } from "#app/services/meetings.server.ts";
import { decideRequirement, type RequirementChoice } from "#app/services/plan-decisions.server.ts";
import { doneForPerson } from "#app/services/plan-loading.server.ts";
import { openNames } from "#app/services/plan-names.server.ts";
import type { PlanView } from "#app/services/plan-view.ts";
import { planFor, toSort } from "#app/services/plan.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { recordOwnCheck } from "#app/services/venues.server.ts";
import { arrangedSentences } from "#app/words/arranged.ts";
import { toDoText } from "#app/words/plan.ts";
import { meetings } from "#db/schema.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

beforeEach(async () => {
  opened = await testInstance();
  const context = opened.context();
  const made = await setUp(
    context,
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
  meeting = await plannedMeeting(context, asha);
  priya = await somebodyAsks(context, asha, meeting, "Priya Test", [
    { id: "no-stairs", strength: "essential" },
    { id: "bsl-interpreter", strength: "essential" },
    { id: "one-at-a-time", strength: "helpful" },
  ]);
  await somebodyAsks(context, asha, meeting, "Tom Test", []);
});
afterEach(() => opened.close());

async function plan(): Promise<PlanView> {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
async function need(id: string) {
  return (await plan()).requirements.find(({ requirement }) => requirement === id)!;
}

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

describe("people who have not replied", () => {
  const toDo = async (at: string) => {
    const found = await planFor(opened.context(at), asha, meeting.reference);
    const one = found.ok ? found.value.toDos.find(({ kind }) => kind === "no-reply") : undefined;
    return one === undefined ? null : { ...toDoText(one, calendarDateOf(at.slice(0, 10))), href: one.href, by: one.by };
  };

  test("are to be phoned from the day after replies were wanted, with a list to ring from, and are not once they said no", async () => {
    const replyBy = calendarDateOf(
      (await findMeetingFor(opened.context(), asha, meeting.reference).then((found) => found.ok && found.value.replyBy)) || "",
    );
    expect((await toDo("2026-11-23T10:00:00.000Z"))?.sentence).toMatch(/^Contact 2 people who have not replied by /u);
    expect((await toDo(`${replyBy}T10:00:00.000Z`))?.sentence).toMatch(/^Contact /u);
    const after = await toDo(`${phoneListDay(replyBy)}T10:00:00.000Z`);
    expect(after).toMatchObject({
      sentence: "Phone 2 people who have not replied.",
      link: "See who",
      href: `/meetings/${meeting.reference}/people?show=no-reply#main`,
      by: phoneListDay(replyBy),
    });
    await saveReply(opened.context(), priya, 1, "not-coming");
    expect((await toDo(`${phoneListDay(replyBy)}T10:00:00.000Z`))?.sentence).toBe("Phone 1 person who has not replied.");
  });
});

describe("the plan", () => {
  test("counts replies and requirements, and holds no name and no reference of a person", async () => {
    const found = await plan();
    expect(found.replies).toMatchObject({ invited: 2, answered: 1 });
    const everything = JSON.stringify(found);
    for (const secret of ["Priya", "Tom", priya.invitationId, priya.personId]) expect(everything).not.toContain(secret);
  });

  test("says that those of the building know something, and not for a meeting that has no building", async () => {
    const told = async () => new Set((await plan()).requirements.flatMap(({ told: readers }) => readers));
    const inARoom = await told();
    expect(inARoom).toContain("venue");
    expect(inARoom).toContain("interpreter");
    await opened.context().change(async (tx) => tx.update(meetings).set({ mode: "online" }));
    const online = await told();
    expect(online).toContain("interpreter");
    for (const reader of ["venue", "caterer", "evacuation-helpers"] as const) expect(online).not.toContain(reader);
  });

  test("a fact nobody recorded is not known, and the venue is asked", async () => {
    const steps = await need("no-stairs");
    expect(steps.status).toBe("to-do");
    expect(steps.finding).toBe("unknown");
    expect((await plan()).toDos.map(({ kind }) => kind)).toContain("ask-venue");
  });

  test("what is still to sort falls by one for a requirement that is met, and is no number before anybody answered", async () => {
    const before = toSort(await plan());
    expect(before).toEqual({ requirements: 3 });
    const at = { reference: meeting.reference, requirement: "one-at-a-time", version: 0 } as const;
    expect((await decideRequirement(opened.context(), asha, at, met)).ok).toBe(true);
    expect(toSort(await plan())).toEqual({ requirements: 2 });
    const found = await plan();
    expect(toSort({ ...found, replies: { ...found.replies, answered: 0 } })).toBe("no-answers");
    expect(toSort({ ...found, missing: "no-date" })).toBe("not-worked-out");
  });

  test("another organisation's coordinator finds nothing", async () => {
    const stranger = coordinatorOf({
      staffId: "x",
      organisationId: "elsewhere",
      name: "X",
      email: "x@example.org",
      roles: ["coordinator"],
    })!;
    expect(await planFor(opened.context(), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("a requirement that is met re-opens when a fact of the venue changes, and says why", async () => {
    const saved = await decideRequirement(
      opened.context(),
      asha,
      { reference: meeting.reference, requirement: "no-stairs", version: 0 },
      { ...met, hasPlansToLeave: true },
    );
    expect(saved.ok).toBe(true);
    const route = async () => (await need("no-stairs")).demands.find(({ key }) => key === "venue-feature step-free-route-to-room");
    expect((await route())?.isSecured).toBe(true);
    const { venue } = await plan();
    await recordOwnCheck(opened.context(), asha, venue!.venueId, [{ feature: "step-free-route-to-room", value: false, note: "" }]);
    const after = await need("no-stairs");
    expect(after.reopened).toEqual(["venue-facts-changed"]);
    expect(after.status).toBe("to-do");
    expect(after.finding).toBe("not-met");
    expect((await route())?.isSecured).toBe(false);
  });

  test("somebody else who asks for the same thing re-opens what was decided for the first", async () => {
    await decideRequirement(opened.context(), asha, { reference: meeting.reference, requirement: "one-at-a-time", version: 0 }, met);
    expect((await need("one-at-a-time")).status).toBe("met");
    await somebodyAsks(opened.context(), asha, meeting, "Gwen Test", [{ id: "one-at-a-time", strength: "essential" }]);
    expect((await need("one-at-a-time")).reopened).toEqual(["somebody-else-asked"]);
  });

  test("two coordinators who decide at once never overwrite each other", async () => {
    const at = { reference: meeting.reference, requirement: "one-at-a-time", version: 0 };
    expect((await decideRequirement(opened.context(), asha, at, met)).ok).toBe(true);
    expect(await decideRequirement(opened.context(), asha, at, met)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  });

  test("a confirmed booking is asked for again when the date moves", async () => {
    const added = await addBookingFor(opened.context(), asha, meeting.reference, {
      support: "bsl-interpreter",
      quantity: 2,
      supplier: "Signs Together",
      supplierContact: "",
      state: "confirmed",
      cost: null,
      cancelFreeUntil: null,
      owner: "The coordinator",
      evidence: "Their email of 20 November",
    });
    if (!added.ok) throw new Error(added.refusal);
    expect(arrangedSentences(await doneForPerson(opened.context(), priya))).toContain("British Sign Language interpreter: booked.");
    const now = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!now.ok) throw new Error(now.refusal);
    const moved = await saveWhen(
      opened.context(),
      asha,
      { reference: meeting.reference, version: now.value.version },
      {
        when: { kind: "known", date: calendarDateOf("2027-02-09"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
        breaks: { everyMinutes: 45, minutes: 15 },
      },
    );
    expect(moved.ok).toBe(true);
    const booking = await findBookingFor(opened.context(), asha, meeting.reference, added.value.bookingId);
    expect(booking.ok && booking.value.reopened).toEqual(["date-or-times-changed"]);
    expect(arrangedSentences(await doneForPerson(opened.context(), priya))).not.toContain("British Sign Language interpreter: booked.");
  });

  test("what is decided is sealed on disk, and opening names is recorded", async () => {
    await decideRequirement(opened.context(), asha, { reference: meeting.reference, requirement: "one-at-a-time", version: 0 }, met);
    const rows = await opened.context().db.query.arrangements.findMany();
    expect(JSON.stringify(rows)).not.toContain("one-at-a-time");
    const names = await openNames(opened.context(), asha, meeting.reference, "no-stairs");
    expect(names.ok).toBe(true);
    const audit = await opened.context().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "names-opened") });
    expect(audit).toHaveLength(1);
  });
});
