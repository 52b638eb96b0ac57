// Two people who are not to meet: in the plan, for coordinators only, and nowhere else.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { endKeptApart, keepApart, keptApartFor, pairsAmongInvited } from "#app/services/kept-apart.server.ts";
import { findInvitationDraft, invitePeople } from "#app/services/invitations.server.ts";
import { copyMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { decideClash, previewOfTelling, type ClashChoice } from "#app/services/plan-decisions.server.ts";
import { doneForPerson } from "#app/services/plan-loading.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let people: Attendee[];

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  people = [
    await somebodyAsks(opened.context(), asha, meeting, "Priya Zqxone", [{ id: "no-stairs", strength: "essential" }]),
    await somebodyAsks(opened.context(), asha, meeting, "Tom Zqxtwo", []),
    await somebodyAsks(opened.context(), asha, meeting, "Gwen Zqxthree", []),
  ];
});
afterEach(() => opened.close());

const keep = async (one: number, other: number, note = "Zqxnote of why") =>
  keepApart(opened.context(), asha, meeting.reference, { one: people[one]!.personId, other: people[other]!.personId, note });
const clash = async () => {
  const found = await planFor(opened.context(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.clashes.find((one) => one.clash === "people-apart");
};
const agreed: ClashChoice = {
  state: "agreed",
  way: "apart-plan",
  otherWay: "",
  asked: "both",
  agreedBy: "everybody",
  role: "The access host",
  evidence: "Talked to each of them alone on 20 November",
  message: "",
};

describe("two people who should not meet", () => {
  test("are one thing to sort out on the plan, even before either has said what they need, and the plan names neither", async () => {
    expect(await clash()).toBeUndefined();
    expect((await keep(1, 2)).ok).toBe(true);
    expect(await clash()).toMatchObject({ isConfidential: true, people: 2, state: "to-sort-out" });
    const plan = await planFor(opened.context(), asha, meeting.reference);
    expect(JSON.stringify(plan)).not.toMatch(/Zqx/u);
  });

  test("stop being one when somebody says that they are not coming", async () => {
    await keep(0, 1);
    const invitation = await opened.context().db.query.invitations.findFirst({
      where: (table, { eq }) => eq(table.id, people[1]!.invitationId),
    });
    expect((await saveReply(opened.context(), people[1]!, invitation!.version, "not-coming")).ok).toBe(true);
    expect(await clash()).toBeUndefined();
  });

  test("a second pair opens again what was agreed about the first", async () => {
    await keep(0, 1);
    const at = { reference: meeting.reference, clash: "people-apart", version: 0 };
    expect((await decideClash(opened.context(), asha, at, agreed)).ok).toBe(true);
    expect((await clash())?.state).toBe("agreed");
    await keep(1, 2);
    expect(await clash()).toMatchObject({ state: "to-sort-out", reopened: ["somebody-else-asked"], people: 3 });
  });

  test("are never told of it by message, whatever the words", async () => {
    await keep(0, 1);
    const at = { reference: meeting.reference, clash: "people-apart" };
    expect(await previewOfTelling(opened.context(), asha, at, "We planned seats.")).toEqual({ ok: false, refusal: "not-to-be-told" });
    const told = await decideClash(opened.context(), asha, { ...at, version: 0 }, { ...agreed, message: "Seats" }, undefined, "tell");
    expect(told).toEqual({ ok: false, refusal: "not-to-be-told" });
    expect(await opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "clash-agreed") })).toEqual([]);
  });

  test("read nothing of it on their own page", async () => {
    await keep(0, 1);
    await decideClash(opened.context(), asha, { reference: meeting.reference, clash: "people-apart", version: 0 }, agreed);
    for (const person of people) expect(JSON.stringify(await doneForPerson(opened.context(), person))).not.toMatch(/apart|Zqx/u);
  });

  test("are in no file of the database as plain text, and opening the list is on record without saying who", async () => {
    await keep(0, 1);
    const seen = await keptApartFor(opened.context(), asha, meeting.reference);
    expect(seen.ok && seen.value.pairs).toMatchObject([{ note: "Zqxnote of why", savedBy: "Asha Grewal", invited: 2 }]);
    const data = join(opened.folder, "data");
    for (const file of readdirSync(data, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name)).includes("Zqxnote")).toBe(false);
    }
    const entries = await opened.context().db.query.audit.findMany();
    expect(entries.map(({ action }) => action)).toContain("kept-apart-opened");
    expect(
      entries.filter(({ action }) => action.startsWith("kept-apart")).every(({ details }) => !/Zqx/u.test(JSON.stringify(details))),
    ).toBe(true);
  });

  test("may meet again: the pair ends, its words are erased, and it can begin again", async () => {
    const kept = await keep(0, 1);
    if (!kept.ok) throw new Error(kept.refusal);
    expect(await keep(1, 0)).toEqual({ ok: false, refusal: "on-record" });
    expect((await endKeptApart(opened.context(), asha, { pairId: kept.value.pairId, version: 1 })).ok).toBe(true);
    expect(await clash()).toBeUndefined();
    expect((await keep(1, 0, "")).ok).toBe(true);
    const seen = await keptApartFor(opened.context(), asha, meeting.reference);
    expect(seen.ok && seen.value.pairs.map(({ note }) => note)).toEqual([""]);
  });

  test("one person, somebody not invited, and another organisation are refused", async () => {
    const [one] = people;
    expect(await keep(0, 0)).toEqual({ ok: false, refusal: "one-person" });
    const strange = { one: one!.personId, other: "nobody", note: "" };
    expect(await keepApart(opened.context(), asha, meeting.reference, strange)).toEqual({ ok: false, refusal: "not-found" });
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    const kept = await keep(0, 1);
    if (!kept.ok) throw new Error(kept.refusal);
    expect(await keptApartFor(opened.context(), other, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await endKeptApart(opened.context(), other, { pairId: kept.value.pairId, version: 1 })).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });

  describe("when people are invited to another meeting", () => {
    let next: SavedMeeting;
    const ask = async (which: readonly number[], knowsOfPairs = false) =>
      invitePeople(opened.context(), asha, next.reference, {
        personIds: which.map((one) => people[one]!.personId),
        personalLine: "",
        neutralFor: [],
        knowsOfPairs,
      });
    const invited = async () =>
      (await opened.context().db.query.invitations.findMany()).filter(({ meetingId }) => meetingId === next.id).length;
    const draft = async (which: readonly number[]) => {
      const found = await findInvitationDraft(
        opened.context(),
        asha,
        next.reference,
        which.map((one) => people[one]!.personId),
      );
      if (!found.ok) throw new Error(found.refusal);
      return found.value.pairs;
    };
    beforeEach(async () => {
      next = await plannedMeeting(opened.context(), asha);
      await keep(0, 1);
    });

    test("are not both asked until somebody has read the note, and nobody is asked meanwhile", async () => {
      expect(await draft([0, 1, 2])).toBe(1);
      expect(await ask([0, 1, 2])).toEqual({ ok: false, refusal: { reason: "kept-apart" } });
      expect(await invited()).toBe(0);
      expect((await ask([0, 1, 2], true)).ok).toBe(true);
      expect(await invited()).toBe(3);
      const entry = (await opened.context().db.query.audit.findMany()).find(({ action }) => action === "kept-apart-invited");
      expect(entry?.details).toEqual({ pairs: 1 });
    });

    test("are seen also where the other was asked before", async () => {
      expect((await ask([0])).ok).toBe(true);
      expect(await draft([1])).toBe(1);
      expect(await ask([1])).toEqual({ ok: false, refusal: { reason: "kept-apart" } });
    });

    test("are nothing to read about once one of them said no, or where only one is asked", async () => {
      expect(await draft([0, 2])).toBe(0);
      const asked = await ask([0]);
      if (!asked.ok) throw new Error(asked.refusal.reason);
      const invitation = asked.value[0]!.invitationId;
      const attendee = { ...people[0]!, invitationId: invitation, meetingId: next.id };
      expect((await saveReply(opened.context(), attendee, 1, "not-coming")).ok).toBe(true);
      expect(await draft([1])).toBe(0);
      expect((await ask([1])).ok).toBe(true);
    });

    test("stand in the note with ways to go on before anybody is asked", async () => {
      const ids = [people[0]!.personId, people[1]!.personId];
      const seen = await keptApartFor(opened.context(), asha, next.reference, ids);
      expect(seen.ok && seen.value.pairs).toMatchObject([{ invited: 0, wouldMeet: true }]);
      const one = await keptApartFor(opened.context(), asha, next.reference, [ids[0]!]);
      expect(one.ok && one.value.pairs).toMatchObject([{ invited: 0, wouldMeet: false }]);
    });

    test("are remembered for a copy of the meeting, and the copy holds nothing of it itself", async () => {
      expect(await pairsAmongInvited(opened.context(), asha, meeting.reference)).toBe(1);
      const copy = await copyMeeting(opened.context(), asha, meeting.reference, { kind: "new", name: "A series" });
      if (!copy.ok) throw new Error(copy.refusal);
      expect(await pairsAmongInvited(opened.context(), asha, copy.value.reference)).toBe(0);
      const row = await opened.context().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.id, copy.value.id) });
      expect(JSON.stringify(row)).not.toMatch(/Zqx|apart/u);
    });

    test("are nothing that another organisation's coordinator can learn", async () => {
      const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
      expect(await pairsAmongInvited(opened.context(), other, meeting.reference)).toBe(0);
      const theirs = await plannedMeeting(opened.context(), other);
      const ids = [people[0]!.personId, people[1]!.personId];
      const seen = await keptApartFor(opened.context(), other, theirs.reference, ids);
      expect(seen.ok && seen.value).toMatchObject({ people: [], pairs: [] });
    });
  });
});
