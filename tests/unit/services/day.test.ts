// The day of a meeting and plans to get out safely, through their services on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LeavePlan } from "#app/domain/meetings/leave-plan.ts";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { changeBreak, dayOf, giveRole, noteArrival, noteProblem, saveChecks, startBreak, takeRole } from "#app/services/day.server.ts";
import { openPaper } from "#app/services/documents.server.ts";
import { eraseOldLeavePlans, keepMyLeavePlan, leavePlansFor, myLeavePlan, writeLeavePlan } from "#app/services/leave-plans.server.ts";
import { recordOwnCheck } from "#app/services/venues.server.ts";
import { findMeetingFor, saveWhere, type SavedMeeting } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

const onTheDay = "2027-02-02T10:40:00.000Z";
const plan: LeavePlan = {
  alarm: ["sees-a-light"],
  alarmOther: "",
  route: "Marker-Route-7341 through the garden.",
  help: ["alongside"],
  helper: "Ngozi Obi",
  backUp: "Tom Hale",
};

beforeEach(async () => {
  opened = await testInstance();
  const context = opened.context();
  ({ coordinator: asha } = await makeOrganisation(context));
  meeting = await plannedMeeting(context, asha);
  priya = await somebodyAsks(context, asha, meeting, "Priya Test", [{ id: "no-stairs", strength: "essential" }]);
  await somebodyAsks(context, asha, meeting, "Tom Test", [{ id: "one-at-a-time", strength: "helpful" }]);
});
afterEach(() => opened.close());

async function day(at = onTheDay) {
  const found = await dayOf(opened.context(at), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
async function helpers() {
  for (const name of ["Ngozi Obi", "Tom Hale"])
    await giveRole(opened.context(), asha, meeting.reference, { role: "evacuation-helper", name, phone: "" });
}
async function write(isAgreed = true, version = 0) {
  return writeLeavePlan(opened.context(), asha, { reference: meeting.reference, personId: priya.personId, version }, { plan, isAgreed });
}
async function demand() {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  const need = found.value.requirements.find(({ requirement }) => requirement === "no-stairs")!;
  return {
    isSecured: need.demands.find((state) => state.demand.kind === "evacuation-plan")?.isSecured,
    toDos: found.value.toDos.map(({ kind }) => kind),
  };
}

describe("the day page", () => {
  test("says that it is the day by the meeting's own clock", async () => {
    expect((await day()).standing).toBe("today");
    expect((await day("2027-02-01T23:30:00.000Z")).standing).toBe("before");
    expect((await day("2027-02-03T00:30:00.000Z")).standing).toBe("after");
  });

  test("a role passes to its new holder, and several people may help to leave safely", async () => {
    const give = (role: "chair" | "evacuation-helper", name: string) =>
      giveRole(opened.context(), asha, meeting.reference, { role, name, phone: "" });
    await give("chair", "Ann One");
    await give("chair", "Ben Two");
    await helpers();
    expect(await give("chair", "Ben Two")).toEqual({ ok: false, refusal: "already-there" });
    const { roles } = await day();
    expect(roles.find(({ role }) => role === "chair")!.holders.map(({ name }) => name)).toEqual(["Ben Two"]);
    expect(roles.find(({ role }) => role === "evacuation-helper")!.holders).toHaveLength(2);
    const [first] = roles.find(({ role }) => role === "chair")!.holders;
    expect((await takeRole(opened.context(), asha, meeting.reference, first!.roleId)).ok).toBe(true);
    expect(await takeRole(opened.context(), asha, meeting.reference, first!.roleId)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("beside a name stands only what the person let whoever welcomes them read with their name", async () => {
    const { people, unnamed } = await day();
    expect(people.map(({ name, lines }) => [name, lines.length])).toEqual([
      ["Priya Test", 0],
      ["Tom Test", 0],
    ]);
    expect(unnamed?.lines.length).toBeGreaterThan(0);
  });

  test("who has come is kept, can be changed and taken back, and is not attendance", async () => {
    const noted = (state: "arrived" | "not-here" | "not-said") =>
      noteArrival(opened.context(onTheDay), asha, meeting.reference, { invitationId: priya.invitationId, state });
    await noted("arrived");
    await noted("not-here");
    expect((await day()).people.find(({ name }) => name === "Priya Test")?.arrival).toBe("not-here");
    await noted("not-said");
    expect((await day()).people.find(({ name }) => name === "Priya Test")?.arrival).toBeNull();
    const row = await opened.context().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, priya.invitationId) });
    expect(row?.attendance).toBeNull();
    expect((await noteArrival(opened.context(), asha, meeting.reference, { invitationId: "somebody-else", state: "arrived" })).ok).toBe(
      false,
    );
  });

  test("what was looked at is kept with who and when, and only what was on the page is taken back", async () => {
    const { checks } = await day();
    const shown = checks.map(({ check }) => check);
    expect(shown).toContain("lift-working");
    expect(shown).not.toContain("hoist-checked");
    await saveChecks(opened.context(onTheDay), asha, meeting.reference, { shown, seen: ["lift-working", "exits-known"] });
    await saveChecks(opened.context(onTheDay), asha, meeting.reference, { shown: ["exits-known"], seen: [] });
    const seen = (await day()).checks.filter((one) => one.done !== null);
    expect(seen.map(({ check }) => check)).toEqual(["lift-working"]);
    expect(seen[0]?.done?.by).toBe("Asha Grewal");
  });

  test("one break runs at a time, can be made longer, and ends once", async () => {
    expect((await startBreak(opened.context(onTheDay), asha, meeting.reference, 15)).ok).toBe(true);
    expect(await startBreak(opened.context(onTheDay), asha, meeting.reference, 15)).toEqual({ ok: false, refusal: "break-is-running" });
    const [running] = (await day("2027-02-02T10:50:00.000Z")).breaks;
    expect(running).toMatchObject({ isRunning: true, minutesLeft: 5, to: "10:55" });
    const at = { reference: meeting.reference, breakId: running!.breakId, version: running!.version };
    await changeBreak(opened.context(onTheDay), asha, at, "add-five");
    expect((await day("2027-02-02T10:50:00.000Z")).breaks[0]?.minutesLeft).toBe(10);
    expect(await changeBreak(opened.context(onTheDay), asha, at, "end")).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    await changeBreak(opened.context("2027-02-02T11:01:00.000Z"), asha, { ...at, version: running!.version + 1 }, "end");
    expect((await day("2027-02-02T11:05:00.000Z")).breaks[0]).toMatchObject({ isRunning: false, to: "11:01", minutes: 21 });
  });

  test("a problem is sealed where it is kept, and told with who wrote it", async () => {
    await noteProblem(opened.context(onTheDay), asha, meeting.reference, { what: "Marker-Problem-2207", isFixed: false });
    expect((await day()).problems).toMatchObject([{ what: "Marker-Problem-2207", isFixed: false, by: "Asha Grewal" }]);
    const rows = await opened.context().db.query.dayProblems.findMany();
    expect(JSON.stringify(rows)).not.toContain("Marker-Problem-2207");
    const audit = await opened.context().db.query.audit.findMany();
    expect(JSON.stringify(audit)).not.toContain("Marker-Problem-2207");
  });
});

describe("a plan to leave safely", () => {
  test("counts once the person has agreed it, and not before", async () => {
    await helpers();
    expect((await demand()).toDos).toContain("leave-safely");
    await write(false);
    expect((await demand()).isSecured).toBe(false);
    expect((await write(true, 1)).ok).toBe(true);
    expect((await demand()).isSecured).toBe(true);
    expect((await demand()).toDos).not.toContain("leave-safely");
  });

  test("no longer counts when a helper gives their role back", async () => {
    await helpers();
    await write();
    const { roles } = await day();
    const tom = roles.flatMap(({ holders }) => holders).find(({ name }) => name === "Tom Hale")!;
    await takeRole(opened.context(), asha, meeting.reference, tom.roleId);
    expect((await demand()).isSecured).toBe(false);
    const list = await leavePlansFor(opened.context(), asha, meeting.reference);
    expect(list.ok && list.value.people.map(({ state }) => state)).toEqual(["look-again"]);
  });

  test("no longer counts in another room", async () => {
    await helpers();
    await write();
    const found = await findMeetingFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error("no meeting");
    await saveWhere(
      opened.context(),
      asha,
      { reference: meeting.reference, version: found.value.version },
      { place: { kind: "new", name: "Other Hall", address: "", email: "" }, conditions: [] },
    );
    expect((await demand()).isSecured).toBe(false);
  });

  test("is kept as it was typed only sealed, and opening it is put on record", async () => {
    await helpers();
    await write();
    expect(JSON.stringify(await opened.context().db.query.leavePlans.findMany())).not.toContain("Marker-Route-7341");
    await openPaper(opened.context(), asha, meeting.reference, { id: "plan-to-leave", invitationId: priya.invitationId });
    const actions = (await opened.context().db.query.audit.findMany()).map(({ action }) => action);
    expect(actions).toContain("plan-to-leave-opened");
    expect(JSON.stringify(await opened.context().db.query.audit.findMany())).not.toContain("Marker-Route-7341");
  });

  test("stands on no other paper of the meeting, and on no page of the plan", async () => {
    await helpers();
    await write();
    for (const id of [
      "access-plan",
      "plan-without-names",
      "plan-for-venue",
      "plan-for-chair",
      "wall-sheet",
      "role-cards",
      "day-pack",
      "day-pack-without-details",
    ] as const) {
      const made = await openPaper(opened.context(), asha, meeting.reference, { id });
      expect(made.ok).toBe(true);
      expect(JSON.stringify(made)).not.toContain("Marker-Route-7341");
      if (id !== "access-plan" && id !== "day-pack") expect(JSON.stringify(made)).not.toContain("Priya");
    }
    expect(JSON.stringify(await planFor(opened.context(), asha, meeting.reference))).not.toContain("Marker-Route-7341");
  });

  test("two coordinators who write it at once never overwrite each other", async () => {
    await helpers();
    await write();
    expect(await write(true, 0)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  });

  test("says everything that keeps it from being whole", async () => {
    const empty: LeavePlan = { alarm: [], alarmOther: "", route: "", help: ["alongside"], helper: "Ann", backUp: "Ann" };
    const at = { reference: meeting.reference, personId: priya.personId, version: 0 };
    expect(await writeLeavePlan(opened.context(), asha, at, { plan: empty, isAgreed: false })).toEqual({
      ok: false,
      refusal: { problems: ["no-alarm", "no-route", "same-back-up"] },
    });
  });

  test("is erased after the meeting, unless the person keeps it", async () => {
    await helpers();
    await write();
    expect(await eraseOldLeavePlans(opened.context(onTheDay))).toBe(0);
    await keepMyLeavePlan(opened.context(), priya, 1, true);
    expect(await eraseOldLeavePlans(opened.context("2027-02-03T09:00:00.000Z"))).toBe(0);
    await keepMyLeavePlan(opened.context(), priya, 2, false);
    expect(await eraseOldLeavePlans(opened.context("2027-02-03T09:00:00.000Z"))).toBe(1);
    expect(await myLeavePlan(opened.context(), priya)).toBeNull();
  });

  test("is nobody else's: not another attendee's, not another organisation's", async () => {
    await helpers();
    await write();
    const tom = await somebodyAsks(opened.context(), asha, meeting, "Gwen Test", []);
    expect(await myLeavePlan(opened.context(), tom)).toBeNull();
    const stranger = coordinatorOf({
      staffId: "x",
      organisationId: "elsewhere",
      name: "X",
      email: "x@example.org",
      roles: ["coordinator"],
    })!;
    expect((await leavePlansFor(opened.context(), stranger, meeting.reference)).ok).toBe(false);
    expect((await dayOf(opened.context(), stranger, meeting.reference)).ok).toBe(false);
  });

  test("a fact of the venue never makes the plan agreed", async () => {
    const found = await planFor(opened.context(), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    await recordOwnCheck(opened.context(), asha, found.value.venue!.venueId, [{ feature: "evac-chair-trained", value: true, note: "" }]);
    expect((await demand()).isSecured).toBe(false);
  });
});
