// Moving a meeting and calling it off: who is told and how, what happens to bookings, and what stays as it was.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { attendanceOf } from "#app/services/attendance.server.ts";
import { addBookingFor, findBookingFor } from "#app/services/bookings.server.ts";
import { callingOff, callOff, factsIfMoved, moveMeeting, suppliersAfter } from "#app/services/calling-off.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { myPage, saveReply } from "#app/services/my-meeting.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { heardWords } from "#app/words/bookings.ts";
import { longDate } from "#app/words/format.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let bo: Attendee;
let cy: Attendee;

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  bo = await somebodyAsks(opened.context(), asha, meeting, "Bo Lind", [{ id: "bsl-interpreter", strength: "essential" }]);
  cy = await somebodyAsks(opened.context(), asha, meeting, "Cy Hale", [{ id: "hearing-loop", strength: "helpful" }]);
});
afterEach(() => opened.close());

const context = () => opened.context();

async function versionNow(): Promise<number> {
  const found = await callingOff(context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.version;
}

async function messages(kind: string) {
  const rows = await context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, kind) });
  return rows.map((row) => ({ ...row, text: row.body === null ? "" : context().vault.unseal(row.body, outboxPlace(row.id)) }));
}

async function book(ways: { readonly supplierEmail?: string; readonly supplierPhone?: string } = {}): Promise<string> {
  const added = await addBookingFor(context(), asha, meeting.reference, {
    support: "bsl-interpreter",
    quantity: 2,
    supplier: "Hands Interpreting",
    supplierContact: "",
    state: "confirmed",
    cost: null,
    cancelFreeUntil: calendarDateOf("2026-12-20"),
    owner: "The access host",
    evidence: "Their email",
    ...ways,
  });
  if (!added.ok) throw new Error(added.refusal);
  return added.value.bookingId;
}

const off = async (said: Partial<Parameters<typeof callOff>[3]> = {}) =>
  callOff(context(), asha, { reference: meeting.reference, version: await versionNow() }, { pays: "yes", bookingIds: [], ...said });

describe("calling a meeting off", () => {
  test("tells everybody who has not said no, once each, and names nobody else and no need", async () => {
    await saveReply(context(), cy, 1, "not-coming");
    expect(await off()).toEqual({ ok: true, value: { told: 1, unreachable: 0 } });
    const sent = await messages("called-off");
    expect(sent.map(({ aboutId }) => aboutId)).toEqual([bo.invitationId]);
    expect(sent[0]?.text).toContain("is not going ahead");
    for (const secret of ["Cy", "interpreter", "essential"]) expect(sent[0]?.text).not.toContain(secret);
  });

  test("cancels the bookings that were ticked and leaves the others as they are", async () => {
    const [ticked, kept] = [await book(), await book()];
    await off({ bookingIds: [ticked, "of-another-meeting"] });
    const stateOf = async (id: string) => {
      const found = await findBookingFor(context(), asha, meeting.reference, id);
      return found.ok ? found.value.state : found.refusal;
    };
    expect([await stateOf(ticked), await stateOf(kept)]).toEqual(["cancelled", "confirmed"]);
  });

  test("writes to the supplier of each booking that was ticked, by day and place and with nobody's name, and gives the number of the others", async () => {
    const written = await book({ supplierEmail: "desk@hands.example", supplierPhone: "01632 960 004" });
    const phoned = await book({ supplierPhone: "01632 960 005" });
    const kept = await book({ supplierEmail: "kept@hands.example" });
    const before = await callingOff(context(), asha, meeting.reference);
    const seen = before.ok ? before.value.bookings.find(({ bookingId }) => bookingId === written)?.notice : null;
    await off({ bookingIds: [written, phoned] });
    const [sent, ...others] = await messages("booking-cancelled");
    expect(others).toEqual([]);
    expect(sent).toMatchObject({ recipient: "desk@hands.example", channel: "email", aboutKind: "booking", aboutId: written });
    expect([sent?.subject, sent?.text]).toEqual([seen?.subject, seen?.text]);
    for (const words of ["Please cancel this booking: ", "2 February 2027", "Kiln Hall"]) expect(sent?.text).toContain(words);
    for (const secret of ["Bo", "Lind", "Cy", "essential", bo.invitationId]) expect(sent?.text).not.toContain(secret);
    const after = await suppliersAfter(context(), asha, meeting.reference, [written, phoned, kept, "of-another-meeting"]);
    expect(after.map(({ bookingId, notice, told }) => [bookingId, heardWords(notice, told)])).toEqual([
      [written, "This service cannot send email yet. Send the message to desk@hands.example yourself."],
      [phoned, "No email address is on file. Phone Hands Interpreting: 01632 960 005."],
    ]);
  });

  test("keeps what people told us, makes the plan a record, and asks them for nothing more", async () => {
    await off();
    const plan = await planFor(context(), asha, meeting.reference);
    expect(plan.ok && [plan.value.isOver, plan.value.state, plan.value.requirements.length]).toEqual([true, "cancelled", 2]);
    expect((await myPage(context(), bo)).meeting.isCalledOff).toBe(true);
  });

  test("lets people still claim what they spent: attendance can be marked at once", async () => {
    const before = await attendanceOf(context(), asha, meeting.reference);
    await off();
    const after = await attendanceOf(context(), asha, meeting.reference);
    expect([before.ok && before.value.isOver, after.ok && after.value.isOver]).toEqual([false, true]);
  });

  test("happens once, and is refused where somebody else changed the meeting, for others, and once it is over", async () => {
    const version = await versionNow();
    const other = await coordinatorWith(opened, { organisation: "Others", email: "olu@example.org" });
    const said = { pays: "yes", bookingIds: [] } as const;
    expect(await callOff(context(), other, { reference: meeting.reference, version }, said)).toEqual({ ok: false, refusal: "not-found" });
    expect(await callOff(context(), asha, { reference: meeting.reference, version: version + 1 }, said)).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
    expect(await callingOff(opened.context("2027-02-03T10:00:00.000Z"), asha, meeting.reference)).toEqual({
      ok: false,
      refusal: "is-over",
    });
    expect((await off()).ok).toBe(true);
    expect(await callOff(context(), asha, { reference: meeting.reference, version: version + 1 }, said)).toEqual({
      ok: false,
      refusal: "not-open",
    });
    expect(await messages("called-off")).toHaveLength(2);
  });
});

describe("moving a meeting", () => {
  const when = { date: calendarDateOf("2027-02-09"), startsAt: clockTimeOf("11:00"), endsAt: clockTimeOf("13:30") };
  const move = async (change: Partial<typeof when> = {}) =>
    moveMeeting(context(), asha, { reference: meeting.reference, version: await versionNow() }, { ...when, ...change });

  test("tells everybody both days, and a booking for the old day has to be asked for again", async () => {
    const bookingId = await book();
    expect(await move()).toEqual({ ok: true, value: { told: 2, unreachable: 0 } });
    const [first] = await messages("meeting-moved");
    expect(first?.text).toContain("It was on Tuesday 2 February 2027.");
    expect(first?.text).toContain("9 February 2027");
    const booking = await findBookingFor(context(), asha, meeting.reference, bookingId);
    expect(booking.ok && booking.value.reopened).toContain("date-or-times-changed");
  });

  test.each([
    ["another day, which gives people time to answer again", {}],
    ["another hour of the same day, which keeps the day to answer by", { date: calendarDateOf("2027-02-02") }],
  ])("shows before it is made what people are then told: %s", async (_, change) => {
    const shown = await callingOff(context(), asha, meeting.reference);
    const facts = shown.ok && factsIfMoved(shown.value, { ...when, ...change });
    await move(change);
    const told = await callingOff(context(), asha, meeting.reference);
    expect(facts).toEqual(told.ok && told.value.facts);
    const [first] = await messages("meeting-moved");
    if (!facts || facts.replyBy === null) throw new Error("There is no day to answer by");
    expect(first?.text).toContain(longDate(facts.replyBy));
  });

  test("is refused on a day that has passed, with a finish before the start, and to where it is already", async () => {
    expect(await move({ date: calendarDateOf("2026-11-01") })).toEqual({ ok: false, refusal: "in-the-past" });
    expect(await move({ endsAt: clockTimeOf("10:00") })).toEqual({ ok: false, refusal: "ends-before-it-starts" });
    await move();
    expect(await move()).toEqual({ ok: false, refusal: "same-day-and-time" });
    expect(await messages("meeting-moved")).toHaveLength(2);
  });
});
