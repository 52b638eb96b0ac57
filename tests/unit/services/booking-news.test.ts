// Requests to suppliers and messages to the people a booking is for, with markers: a supplier never reads who it is for, and nobody
// but the person reads what they need.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import {
  addBookingFor,
  bookingFacts,
  changeBooking,
  pastBookings,
  requestFactsOf,
  type NewBooking,
} from "#app/services/bookings.server.ts";
import { sendLinkAgain } from "#app/services/invitations.server.ts";
import { mintLink } from "#app/services/links.server.ts";
import { refuseLink } from "#app/services/my-meeting.server.ts";
import { openInstance, type Context, type Instance } from "#app/services/context.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { outboxPlace, showMessage } from "#app/services/messages.server.ts";
import { decideRequirement } from "#app/services/plan-decisions.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import { beforeSentence, phoneScript, requestSubject, requestText } from "#app/words/bookings.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let folder: string;
let instance: Instance;
let asha: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

const context = (): Context => instance.context();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "welcome-table-"));
  instance = await openInstance({
    dataFolder: join(folder, "data"),
    keyFile: join(folder, "key"),
    origin: "http://localhost:3000",
    mailIsSet: true,
    clock: () => instantOf("2026-11-23T10:00:00.000Z"),
  });
  ({ coordinator: asha } = await makeOrganisation(context()));
  meeting = await plannedMeeting(context(), asha);
  priya = await somebodyAsks(context(), asha, meeting, "Priya Marker", [{ id: "bsl-interpreter", strength: "essential" }]);
  await somebodyAsks(context(), asha, meeting, "Tom Other", [{ id: "one-at-a-time", strength: "helpful" }]);
});
afterEach(() => {
  instance.close();
  rmSync(folder, { recursive: true, force: true });
});

const booking: NewBooking = {
  support: "bsl-interpreter",
  quantity: 2,
  supplier: "Hands Interpreting",
  supplierContact: "",
  supplierEmail: "bookings@hands.example",
  state: "asked",
  cost: penceOf(24000),
  cancelFreeUntil: null,
  owner: "The access host",
  evidence: "Their email of 23 November",
};

async function messages(kind: string) {
  const rows = await context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, kind) });
  return rows.map((row) => ({
    ...row,
    text: row.body === null ? "" : context().vault.unseal(row.body, outboxPlace(row.id)),
  }));
}

async function request() {
  const found = await bookingFacts(context(), asha, meeting.reference, "bsl-interpreter");
  if (!found.ok) throw new Error(found.refusal);
  return requestFactsOf(found.value, { name: "Harbour Health Trust", address: "Harbour House\nQuay Street\nLeeds LS1 4AP" }, 2)!;
}

async function add(state: NewBooking["state"] = "asked") {
  const facts = await request();
  const sending = state === "asked" ? { subject: requestSubject(facts), text: requestText(facts) } : undefined;
  const added = await addBookingFor(context(), asha, meeting.reference, { ...booking, state }, undefined, sending);
  if (!added.ok) throw new Error(added.refusal);
  return added.value.bookingId;
}

async function change(bookingId: string, state: "confirmed" | "cancelled", version: number) {
  const changed = await changeBooking(
    context(),
    asha,
    { reference: meeting.reference, bookingId, version },
    {
      quantity: 2,
      whoIsComing: "",
      owner: "The access host",
      evidence: "Their email",
      cost: null,
      cancelFreeUntil: null,
      papersSentOn: null,
      state,
    },
  );
  if (!changed.ok) throw new Error(changed.refusal);
  return changed.value.told;
}

describe("a request to a supplier", () => {
  test("is sent once, says what, when and how many, and names nobody it is for", async () => {
    await add();
    const [sent, ...others] = await messages("booking-request");
    expect(others).toEqual([]);
    expect(sent).toMatchObject({ recipient: "bookings@hands.example", state: "waiting", channel: "email" });
    expect(sent!.text).toContain("How many: 2");
    expect(sent!.text).toContain("Please send the invoice to: Harbour Health Trust, Harbour House, Quay Street, Leeds LS1 4AP.");
    expect(sent!.text).toContain("2 February 2027");
    expect(sent!.subject.length).toBeLessThan(90);
    for (const secret of ["Priya", "Marker", "essential", priya.invitationId]) expect(sent!.text + sent!.subject).not.toContain(secret);
  });

  test("on the phone says the same, and asks for it in writing", async () => {
    const script = phoneScript(await request());
    expect(script).toContain("2 February 2027");
    expect(script).toContain("confirm that by email");
    expect(script).not.toContain("Priya");
  });

  test("without an address, or without a mail server, keeps nothing and says why", async () => {
    const facts = await request();
    const sending = { subject: requestSubject(facts), text: requestText(facts) };
    const { supplierEmail: _none, ...rest } = booking;
    expect(await addBookingFor(context(), asha, meeting.reference, rest, undefined, sending)).toEqual({ ok: false, refusal: "no-email" });
    const quiet: Context = { ...context(), mailIsSet: false };
    expect(await addBookingFor(quiet, asha, meeting.reference, booking, undefined, sending)).toEqual({
      ok: false,
      refusal: "no-mail-server",
    });
    expect(await context().db.query.bookings.findMany()).toEqual([]);
  });

  test("that is still to be phoned leaves the booking to do", async () => {
    await add("to-book");
    const plan = await planFor(context(), asha, meeting.reference);
    expect(plan.ok && plan.value.toDos.map(({ kind }) => kind)).toContain("book");
  });
});

describe("a booking that is confirmed", () => {
  test("tells the person it is for and nobody else, once, through a link of their own", async () => {
    const id = await add();
    expect(await change(id, "confirmed", 1)).toEqual({ emailed: 1, onTheirPage: 0 });
    expect(await change(id, "confirmed", 2)).toEqual({ emailed: 0, onTheirPage: 0 });
    const sent = await messages("booking-confirmed");
    expect(sent.map(({ recipient }) => recipient)).toEqual(["priya.marker@example.org"]);
    expect(sent[0]!.text).toMatch(/http:\/\/localhost:3000\/i\/[A-Za-z0-9_-]{43}/u);
    expect(sent[0]!.text).not.toContain("Tom");
  });

  test("sends nothing to an address whose reader said that the link is not for them, until the link is sent again", async () => {
    const path = await context().change(async (tx) =>
      mintLink(context(), tx, {
        organisationId: asha.organisationId,
        kind: "invitation",
        id: priya.invitationId,
        meetingDate: calendarDateOf("2027-02-02"),
      }),
    );
    await refuseLink(context(), path.replace("/i/", ""), "wrong-person");
    const id = await add();
    expect(await change(id, "confirmed", 1)).toEqual({ emailed: 0, onTheirPage: 0 });
    expect(await messages("booking-confirmed")).toEqual([]);
    await sendLinkAgain(context(), asha, meeting.reference, priya.personId);
    await change(id, "cancelled", 2);
    expect(await messages("booking-gone")).toHaveLength(1);
  });

  test("and called off afterwards tells them that too", async () => {
    const id = await add();
    await change(id, "confirmed", 1);
    await change(id, "cancelled", 2);
    expect((await messages("booking-gone")).map(({ recipient }) => recipient)).toEqual(["priya.marker@example.org"]);
  });

  test("is never shown to a coordinator as a message, because it says who it is for", async () => {
    const id = await add();
    await change(id, "confirmed", 1);
    const [sent] = await messages("booking-confirmed");
    expect(await showMessage(context(), asha, sent!.id)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("tells the next coordinator who did it and what it cost, never a price of ours", async () => {
    await add("confirmed");
    const [past] = await pastBookings(context(), asha, ["bsl-interpreter"]);
    expect(beforeSentence(past!)).toContain("Hands Interpreting");
    const stranger = await makeOrganisation(context(), "Elsewhere");
    const [none] = await pastBookings(context(), stranger.coordinator, ["bsl-interpreter"]);
    expect(none).toMatchObject({ suppliers: [], cost: null });
  });
});

describe("something that cannot be met", () => {
  const no = {
    how: "cannot",
    state: "cannot-meet",
    role: "",
    evidence: "",
    hasPlansToLeave: false,
    tried: "Three agencies",
    offered: "Captions",
    agreedBy: "Ngozi Obi",
    message: "We could not find an interpreter.",
  } as const;
  const at = () => ({ reference: meeting.reference, requirement: "bsl-interpreter", version: 0 });

  test("is told to the person, in the coordinator’s own words, and to nobody else", async () => {
    const saved = await decideRequirement(context(), asha, at(), { ...no, plan: "" });
    expect(saved.ok && saved.value.told).toEqual({ emailed: 1, onTheirPage: 0 });
    const [sent] = await messages("cannot-meet");
    expect(sent!.text).toContain("We could not find an interpreter.");
    expect(sent!.text).not.toContain("Three agencies");
  });

  test("waits for the call where the coordinator rings today", async () => {
    const saved = await decideRequirement(context(), asha, at(), { ...no, plan: "The coordinator rings the people it is for today." });
    expect(saved.ok && saved.value.told).toEqual({ emailed: 0, onTheirPage: 0 });
    expect(await messages("cannot-meet")).toEqual([]);
  });
});
