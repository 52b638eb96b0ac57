// A talk in writing with people who gave no name: it counts like any talk, and nobody who plans learns who they are.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { answerQuestion, askWithoutNames, myQuestions, remindWithoutNames, writtenAbout } from "#app/services/written-questions.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let hidden: Attendee;
let shared: Attendee;
const context = (): Context => ({ ...opened.context(), mailIsSet: true });

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Harbour Trust", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  hidden = await somebodyAsks(opened.context(), asha, meeting, "Priya Zqxhidden", [{ id: "quiet-room", strength: "essential" }]);
  shared = await somebodyAsks(opened.context(), asha, meeting, "Tom Zqxshared", [{ id: "quiet-room", strength: "essential" }]);
  await share(hidden, "without-name");
  await share(shared, "with-name");
});
afterEach(() => opened.close());

async function share(person: Attendee, choice: "with-name" | "without-name"): Promise<void> {
  const { version } = await ownAnswers(opened.context(), person);
  await saveOwnAnswers(opened.context(), person, version, (answers) => ({ ...answers, choices: { coordinator: choice } }));
  await sendOwnAnswers(opened.context(), person);
}

const at = () => ({ reference: meeting.reference, requirement: "quiet-room" });
const ask = async (offer = "The small office next door, all day.") => askWithoutNames(context(), asha, at(), offer);
const answer = async (said: "yes" | "no" | "talk", words = "") => {
  const [question] = await myQuestions(context(), hidden);
  return answerQuestion(context(), hidden, { questionId: question!.questionId, version: question!.version }, { said, words });
};
const need = async () => {
  const plan = await planFor(context(), asha, meeting.reference);
  if (!plan.ok) throw new Error(plan.refusal);
  return plan.value.requirements.find(({ requirement }) => requirement === "quiet-room")!;
};
const written = async () => {
  const found = await writtenAbout(context(), asha, meeting.reference, "quiet-room");
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};

describe("a question nobody has answered", () => {
  const toDo = async () => {
    const plan = await planFor(context(), asha, meeting.reference);
    if (!plan.ok) throw new Error(plan.refusal);
    return plan.value.toDos.find(({ kind }) => kind === "question-waits");
  };
  const remind = async () => remindWithoutNames(context(), asha, at());

  test("is something to do within a week, for so many people, and names nobody", async () => {
    expect(await toDo()).toBeUndefined();
    await ask();
    expect(await toDo()).toMatchObject({ requirement: "quiet-room", people: 1, by: "2026-11-30", harm: 1 });
    expect(JSON.stringify(await planFor(context(), asha, meeting.reference))).not.toContain("Zqxhidden");
  });

  test("is reminded of once, by email to those who use it, and then waits no more on the list", async () => {
    await ask();
    expect(await remind()).toEqual({ ok: true, value: { emailed: 1, onTheirPage: 0 } });
    expect(await toDo()).toBeUndefined();
    expect(await remind()).toEqual({ ok: false, refusal: "nobody" });
    expect(await written()).toMatchObject({ waiting: 1, toRemind: 0 });
    const sent = await opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "question-reminder") });
    expect(sent).toHaveLength(1);
    const body = opened.context().vault.unseal(sent[0]!.body!, outboxPlace(sent[0]!.id));
    expect(body).toContain("It still waits on your own page");
    expect(body).not.toMatch(/quiet|office/iu);
  });

  test("is nothing to do once they answered, gave their name, or are asked again", async () => {
    await ask();
    await answer("no");
    expect(await toDo()).toBeUndefined();
    expect(await remind()).toEqual({ ok: false, refusal: "nobody" });
    await ask("The library.");
    expect(await toDo()).toMatchObject({ people: 1 });
    await share(hidden, "with-name");
    expect(await toDo()).toBeUndefined();
  });

  test("where nobody has mail, says that nobody was sent one, so that the words are said to everybody", async () => {
    await askWithoutNames(opened.context(), asha, at(), "The office.");
    expect(await remindWithoutNames(opened.context(), asha, at())).toEqual({ ok: true, value: { emailed: 0, onTheirPage: 1 } });
  });

  test("is not another organisation's to remind of", async () => {
    await ask();
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await remindWithoutNames(context(), other, at())).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("asking people who gave no name", () => {
  test("reaches them and not those who gave theirs", async () => {
    expect(await ask()).toMatchObject({ ok: true, value: { emailed: 1, onTheirPage: 0 } });
    expect(await myQuestions(context(), hidden)).toMatchObject([{ requirement: "quiet-room", answer: null }]);
    expect(await myQuestions(context(), shared)).toEqual([]);
  });

  test("sends a message that does not say what it is about", async () => {
    await ask("Zqxoffer of a room");
    const rows = await context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "question") });
    expect(rows).toHaveLength(1);
    const text = `${rows[0]!.subject} ${context().vault.unseal(rows[0]!.body!, outboxPlace(rows[0]!.id))}`;
    expect(text).not.toMatch(/Zqxoffer|quiet|room/iu);
  });

  test("a yes counts as a talk, and opens again when they change what they asked for", async () => {
    await ask();
    expect((await need()).talkedTo).toBe(0);
    expect((await answer("yes")).ok).toBe(true);
    expect((await need()).talkedTo).toBe(1);
    const { version } = await ownAnswers(opened.context(), hidden);
    await saveOwnAnswers(opened.context(), hidden, version, (answers) => ({
      ...answers,
      chosen: [{ id: "quiet-room", strength: "helpful" }],
    }));
    await sendOwnAnswers(opened.context(), hidden);
    expect((await need()).talkedTo).toBe(0);
    expect((await need()).changes).toMatchObject([{ kind: "answers-changed" }]);
  });

  test("a no or a wish to talk counts for nothing, and is seen as a number", async () => {
    await ask();
    await answer("talk", "I may need to lie down.");
    expect((await need()).talkedTo).toBe(0);
    expect(await written()).toMatchObject({
      withoutName: 1,
      asked: 1,
      said: { yes: 0, no: 0, talk: 1 },
      words: ["I may need to lie down."],
    });
    await answer("no");
    expect((await written()).said).toEqual({ yes: 0, no: 1, talk: 0 });
  });

  test("asking again takes the place of the question before, and the answer to it no longer counts", async () => {
    await ask();
    await answer("yes");
    await ask("The garden room instead.");
    expect((await need()).talkedTo).toBe(0);
    expect(await myQuestions(context(), hidden)).toMatchObject([{ offer: "The garden room instead.", answer: null }]);
  });

  test("shows the coordinator no name and no reference of anybody", async () => {
    await ask();
    await answer("yes");
    const seen = JSON.stringify([await written(), await planFor(context(), asha, meeting.reference)]);
    for (const secret of ["Zqxhidden", hidden.invitationId, hidden.personId]) expect(seen).not.toContain(secret);
  });

  test("nobody answers somebody else's question, and another organisation asks nothing", async () => {
    await ask();
    const [question] = await myQuestions(context(), hidden);
    const theirs = { questionId: question!.questionId, version: question!.version };
    expect(await answerQuestion(context(), shared, theirs, { said: "yes", words: "" })).toEqual({ ok: false, refusal: "not-found" });
    const other = await coordinatorWith(opened, { organisation: "Elsewhere", email: "else@example.org" });
    expect(await askWithoutNames(context(), other, at(), "Zqx")).toEqual({ ok: false, refusal: "not-found" });
    expect(await writtenAbout(context(), other, meeting.reference, "quiet-room")).toEqual({ ok: false, refusal: "not-found" });
  });

  test("where everybody gave their name there is nobody to ask", async () => {
    await share(hidden, "with-name");
    expect(await ask()).toEqual({ ok: false, refusal: "nobody" });
  });
});
