// Everything to do, with marks, and what has changed, through their services on a real database.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { addBookingFor } from "#app/services/bookings.server.ts";
import { historyFor } from "#app/services/history.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { markToDos, openToDos, planToDo, toDosFor } from "#app/services/to-dos.server.ts";
import { calendarFile } from "#app/words/calendar.ts";
import { historyLine } from "#app/words/history.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

beforeEach(async () => {
  opened = await testInstance();
  ({ coordinator: asha } = await makeOrganisation(opened.context()));
  meeting = await plannedMeeting(opened.context(), asha);
  priya = await somebodyAsks(opened.context(), asha, meeting, "Priya Test", [{ id: "bsl-interpreter", strength: "essential" }]);
});
afterEach(() => opened.close());

async function list(at?: string) {
  const found = await toDosFor(opened.context(at), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
async function booking(at?: string) {
  return (await list(at)).toDos.find(({ toDo }) => toDo.kind === "book")!;
}

describe("a thing to do", () => {
  test("that is marked as done leaves the list, and the plan is no readier for it", async () => {
    const before = await planFor(opened.context(), asha, meeting.reference);
    const { toDoId } = await booking();
    expect(await markToDos(opened.context(), asha, meeting.reference, [toDoId], "done")).toEqual({ ok: true, value: { marked: 1 } });
    expect((await booking()).state).toBe("done");
    expect(openToDos(await list()).map((one) => one.toDoId)).not.toContain(toDoId);
    expect(await planFor(opened.context(), asha, meeting.reference)).toEqual(before);
    await markToDos(opened.context(), asha, meeting.reference, [toDoId], "open");
    expect((await booking()).state).toBe("open");
  });

  test("comes back by itself when somebody else asks for the same", async () => {
    const { toDoId } = await booking();
    await markToDos(opened.context(), asha, meeting.reference, [toDoId], "done");
    await somebodyAsks(opened.context(), asha, meeting, "Gwen Test", [{ id: "bsl-interpreter", strength: "essential" }]);
    expect(await booking()).toMatchObject({ toDoId, state: "open" });
  });

  test("that is put off comes back on its day, and keeps who it was given to", async () => {
    const { toDoId } = await booking();
    const remindOn = calendarDateOf("2026-11-27");
    await planToDo(opened.context(), asha, meeting.reference, toDoId, { givenTo: asha.staffId, remindOn });
    expect(await booking()).toMatchObject({ state: "later", givenTo: { name: "Asha Grewal" } });
    expect((await booking("2026-11-27T09:00:00.000Z")).givenTo?.name).toBe("Asha Grewal");
  });

  test("is given to nobody outside the organisation", async () => {
    const { toDoId } = await booking();
    const stranger = await makeOrganisation(opened.context(), "Elsewhere");
    const said = { givenTo: stranger.coordinator.staffId, remindOn: null };
    expect((await planToDo(opened.context(), asha, meeting.reference, toDoId, said)).ok).toBe(false);
    expect((await toDosFor(opened.context(), stranger.coordinator, meeting.reference)).ok).toBe(false);
  });

  test("says nothing of what it is about where its mark is kept", async () => {
    const { toDoId } = await booking();
    await markToDos(opened.context(), asha, meeting.reference, [toDoId], "done");
    expect(JSON.stringify(await opened.context().db.query.toDoMarks.findMany())).not.toContain("bsl");
  });
});

describe("what has changed", () => {
  test("tells who did what and when, without names of people or what they need", async () => {
    await addBookingFor(opened.context(), asha, meeting.reference, {
      support: "bsl-interpreter",
      quantity: 2,
      supplier: "Hands Interpreting",
      supplierContact: "",
      state: "asked",
      cost: null,
      cancelFreeUntil: null,
      owner: "",
      evidence: "",
    });
    const found = await historyFor(opened.context(), asha, meeting.reference, 1);
    if (!found.ok) throw new Error(found.refusal);
    const lines = found.value.entries.map(({ who, what, state }) => historyLine(who, what, state));
    expect(lines).toContain("Asha Grewal added a booking: Asked.");
    expect(lines).toContain("A person who is invited sent what they need.");
    for (const secret of ["Priya", "bsl", "Hands", priya.invitationId, priya.personId]) expect(lines.join("\n")).not.toContain(secret);
  });

  test("of one meeting is not another organisation's to read", async () => {
    const stranger = await makeOrganisation(opened.context(), "Elsewhere");
    expect((await historyFor(opened.context(), stranger.coordinator, meeting.reference, 1)).ok).toBe(false);
  });
});

describe("a calendar file", () => {
  const made = calendarFile(
    [{ id: "a", on: calendarDateOf("2026-12-31"), title: "Book; ask, then wait", text: `${"é".repeat(60)}\nand more` }],
    instantOf("2026-11-23T10:00:00.000Z"),
  );
  test("is a whole day that ends on the next, in the new year too", () => {
    expect(made).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  });
  test("holds no line longer than 75 bytes, and unfolds to what was said", () => {
    for (const line of made.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(made.replaceAll("\r\n ", "")).toContain(`DESCRIPTION:${"é".repeat(60)}\\nand more`);
    expect(made).toContain("SUMMARY:Book\\; ask\\, then wait");
  });
});
