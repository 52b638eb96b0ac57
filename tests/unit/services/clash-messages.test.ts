// "Save and tell them": what is shown before is what goes out, to the people a clash affects and nobody else, with nothing of the
// other person in it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { decideClash, previewOfTelling, type ClashChoice } from "#app/services/plan-decisions.server.ts";
import { doneForPerson } from "#app/services/plan-loading.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { arrangedSentences } from "#app/words/arranged.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let withDog: Attendee;
let withAllergy: Attendee;
let neither: Attendee;
const context = (): Context => ({ ...opened.context(), mailIsSet: true });

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  withDog = await somebodyAsks(opened.context(), asha, meeting, "Priya Zqxdog", [{ id: "assistance-dog", strength: "essential" }]);
  withAllergy = await somebodyAsks(opened.context(), asha, meeting, "Tom Zqxallergy", [{ id: "dog-allergy", strength: "essential" }]);
  neither = await somebodyAsks(opened.context(), asha, meeting, "Gwen Zqxnone", [{ id: "no-stairs", strength: "helpful" }]);
});
afterEach(() => opened.close());

const message = "We planned seats at opposite ends of the room, and two ways in.";
const agreed: ClashChoice = {
  state: "agreed",
  way: "apart-in-room",
  otherWay: "",
  asked: "both",
  agreedBy: "everybody",
  role: "The access host",
  evidence: "Both said yes by phone on 20 November",
  message,
};
const at = () => ({ reference: meeting.reference, clash: "dog-vs-allergy", version: 0 });

async function sent() {
  const rows = await context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "clash-agreed") });
  return rows.map((row) => ({
    to: row.recipient,
    subject: row.subject,
    about: row.aboutId,
    text: row.body === null ? "" : context().vault.unseal(row.body, outboxPlace(row.id)),
  }));
}
const linkOnly = (text: string): string =>
  text.replace(/http\S+/gu, "(their own private link)").replace(/Hello [^.]+\./u, "Hello (their own name).");

describe("saying what was agreed", () => {
  test("what is shown first is word for word what goes out, and seeing it sends nothing", async () => {
    const shown = await previewOfTelling(context(), asha, at(), message);
    if (!shown.ok) throw new Error(shown.refusal);
    expect(await sent()).toEqual([]);
    expect(shown.value.reach).toEqual({ emailed: 2, onTheirPage: 0 });
    const decided = await decideClash(context(), asha, at(), agreed, undefined, "tell");
    expect(decided.ok && decided.value.told).toEqual({ emailed: 2, onTheirPage: 0 });
    for (const { subject, text } of await sent()) expect([subject, linkOnly(text)]).toEqual([shown.value.subject, shown.value.body]);
  });

  test("goes to the people it affects and to nobody else", async () => {
    await decideClash(context(), asha, at(), agreed, undefined, "tell");
    expect((await sent()).map(({ about }) => about).toSorted()).toEqual([withDog.invitationId, withAllergy.invitationId].toSorted());
  });

  test("holds nothing of the other person: no name, no need, no note", async () => {
    await saveOwnAnswers(opened.context(), withAllergy, 1, (answers) => ({
      ...answers,
      notes: [{ about: "anything-else", text: "Zqxnote: my lungs", mayRead: ["coordinator"] }],
    }));
    await sendOwnAnswers(opened.context(), withAllergy);
    await decideClash(context(), asha, at(), agreed, undefined, "tell");
    const letters = await sent();
    expect(letters).toHaveLength(2);
    for (const { to, subject, text } of letters) {
      const others = ["Zqxdog", "Zqxallergy", "Zqxnone"].filter((name) => !to.includes(name.toLowerCase()));
      for (const secret of [...others, "Zqxnote", "allerg", "dog"].filter((one) => !to.includes(one)))
        expect(`${subject} ${text}`.replace(/Hello [^.]+\./u, "")).not.toMatch(new RegExp(secret, "iu"));
    }
  });

  test("a message with somebody's name in it is not sent, first or last, however it is written", async () => {
    for (const words of ["We talked to Priya.", "ask ZQXALLERGY about it", "Gwen will help"]) {
      expect(await previewOfTelling(context(), asha, at(), words)).toEqual({ ok: false, refusal: "names-somebody" });
      const told = await decideClash(context(), asha, at(), { ...agreed, message: words }, undefined, "tell");
      expect(told).toEqual({ ok: false, refusal: "names-somebody" });
    }
    expect(await sent()).toEqual([]);
  });

  test("the people it affects read the same words on their own page, while it stands, and others do not", async () => {
    await decideClash(context(), asha, at(), agreed, undefined, "tell");
    const pageOf = async (person: Attendee) => arrangedSentences(await doneForPerson(context(), person));
    expect(await pageOf(withDog)).toContain(message);
    expect(await pageOf(withAllergy)).toContain(message);
    expect(await pageOf(neither)).not.toContain(message);
    await somebodyAsks(opened.context(), asha, meeting, "Ola Test", [{ id: "dog-allergy", strength: "essential" }]);
    expect(await pageOf(withDog)).not.toContain(message);
  });

  test("saving without telling sends nothing and shows nothing", async () => {
    await decideClash(context(), asha, at(), agreed);
    expect(await sent()).toEqual([]);
    expect(arrangedSentences(await doneForPerson(context(), withDog))).not.toContain(message);
    const plan = await planFor(context(), asha, meeting.reference);
    expect(plan.ok && plan.value.clashes.find(({ clash }) => clash === "dog-vs-allergy")?.state).toBe("agreed");
  });

  test("the same form sent twice tells once", async () => {
    await decideClash(context(), asha, at(), agreed, "one form", "tell");
    await decideClash(context(), asha, at(), agreed, "one form", "tell");
    expect(await sent()).toHaveLength(2);
  });
});
