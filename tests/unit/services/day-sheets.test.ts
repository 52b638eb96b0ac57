// The card of one role, and the day page kept on a phone, through their services on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { dayToKeep, roleCardOf } from "#app/services/day-sheets.server.ts";
import { dayRoleIds, giveRole, noteArrival, noteProblem, rolesOf, saveChecks } from "#app/services/day.server.ts";
import { paperAsPage, printPaper } from "#app/services/documents.server.ts";
import { writeLeavePlan } from "#app/services/leave-plans.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

const onTheDay = "2027-02-02T09:10:00.000Z";
const now = () => opened.context(onTheDay);

beforeEach(async () => {
  opened = await testInstance();
  const context = opened.context();
  ({ coordinator: asha } = await makeOrganisation(context));
  meeting = await plannedMeeting(context, asha);
  priya = await somebodyAsks(context, asha, meeting, "Priya Test", [{ id: "no-stairs", strength: "essential" }]);
});
afterEach(() => opened.close());

async function copy(): Promise<string> {
  const made = await dayToKeep(now(), asha, meeting.reference);
  if (!made.ok) throw new Error(made.refusal);
  return new TextDecoder().decode((await paperAsPage(made.value, "copy")).bytes);
}

describe("the saved copy of the day", () => {
  test("needs nothing else to be read: no other file, no script, no address of ours", async () => {
    const page = await copy();
    expect(page).toMatch(/^<!doctype html>/u);
    expect(page).not.toMatch(/<script|<link|src="(?!data:)|url\((?!data:)|href="(?!tel:|mailto:)/u);
  });

  test("says from when it is, who does what, what was looked at, who has come and what went wrong", async () => {
    await giveRole(now(), asha, meeting.reference, { role: "chair", name: "Ann One", phone: "07700 900461" });
    await noteArrival(now(), asha, meeting.reference, { invitationId: priya.invitationId, state: "arrived" });
    await saveChecks(now(), asha, meeting.reference, { shown: ["route-clear"], seen: ["route-clear"] });
    await noteProblem(now(), asha, meeting.reference, { what: "The lift stopped.", isFixed: false });
    const page = await copy();
    for (const words of [
      "Saved at 9:10am on 2 February 2027",
      "Ann One, 07700 900461",
      "Priya Test",
      "Arrived.",
      "Not fixed: The lift stopped.",
    ])
      expect(page).toContain(words);
  });

  test("never holds a plan to leave safely, and is put on record when it is saved", async () => {
    const plan = {
      alarm: ["sees-a-light"],
      alarmOther: "",
      route: "Marker-Route-7341 through the garden.",
      help: ["alongside"],
      helper: "Ngozi Obi",
      backUp: "Tom Hale",
    } as const;
    const at = { reference: meeting.reference, personId: priya.personId, version: 0 };
    expect((await writeLeavePlan(now(), asha, at, { plan, isAgreed: true })).ok).toBe(true);
    expect(await copy()).not.toContain("Marker-Route-7341");
    const rows = await opened.context().db.query.audit.findMany();
    expect(rows.filter(({ action }) => action === "day-copy-saved")).toHaveLength(1);
  });

  test("of another organisation's meeting is not found", async () => {
    const other = await makeOrganisation(opened.context(), "Others");
    expect(await dayToKeep(now(), other.coordinator, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await roleCardOf(now(), other.coordinator, meeting.reference, "chair")).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("the card of one role", () => {
  test("is one page at 12 points, for every role", async () => {
    for (const role of rolesOf("in-person")) {
      const made = await roleCardOf(now(), asha, meeting.reference, role);
      if (!made.ok) throw new Error(made.refusal);
      const printed = await printPaper(made.value, "card", 12);
      expect(printed.ok && printed.value.pages, role).toBe(1);
    }
  });

  test("names who has the role and nobody who takes part", async () => {
    await giveRole(now(), asha, meeting.reference, { role: "access-host", name: "Ngozi Obi", phone: "" });
    const made = await roleCardOf(now(), asha, meeting.reference, "access-host");
    const words = JSON.stringify(made);
    expect(words).toContain("Ngozi Obi");
    expect(words).not.toContain("Priya");
  });

  test("of a role this meeting does not have is not found", async () => {
    for (const role of ["online-access-host", "treasurer", ""])
      expect(await roleCardOf(now(), asha, meeting.reference, role)).toEqual({ ok: false, refusal: "not-found" });
    expect(dayRoleIds).toContain("online-access-host");
  });
});
