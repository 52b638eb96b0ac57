// After a meeting: asking how it was, answers with and without a name, what a coordinator reads of them, and telling people what changed.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nothingAnswered, type FeedbackAnswers } from "#app/domain/meetings/feedback.ts";
import { administratorOf, staffOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { usualPeriods, type KeepingPeriods } from "#app/domain/people/keeping.ts";
import { evaluationOf, saveLookBack } from "#app/services/evaluation.server.ts";
import { askDueFeedback, askNow } from "#app/services/feedback-asked.server.ts";
import { feedbackFor, privateWords, takeUpProblem } from "#app/services/feedback-read.server.ts";
import { myFeedback, saveMyFeedback, sendMyFeedback } from "#app/services/feedback.server.ts";
import { changePeriods, keepNoLongerThanPromised } from "#app/services/keeping.server.ts";
import { copyMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { dropOutcome, outcomesForPerson, outcomesOf, sendOutcomes, writeOutcome } from "#app/services/outcomes.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { todayFor } from "#app/services/today.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let bo: Attendee;
let cy: Attendee;

// The meeting is on Tuesday 2 February 2027.
const dayAfter = "2027-02-03T10:00:00.000Z";
const later = "2027-03-17T10:00:00.000Z";
const at = (moment: string) => opened.context(moment);

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  meeting = await plannedMeeting(opened.context(), asha);
  bo = await somebodyAsks(opened.context(), asha, meeting, "Bo Lind", [{ id: "hearing-loop", strength: "essential" }]);
  cy = await somebodyAsks(opened.context(), asha, meeting, "Cy Hale", [{ id: "hearing-loop", strength: "helpful" }]);
  for (const one of [bo, cy]) await saveReply(opened.context(), one, 1, "coming-in-room");
});
afterEach(() => opened.close());

async function answers(who: Attendee, said: Partial<FeedbackAnswers>, withName = false) {
  const before = await myFeedback(at(dayAfter), who);
  const saved = await saveMyFeedback(at(dayAfter), who, before?.version ?? 0, () => ({ ...nothingAnswered, ...said }));
  if (!saved.ok) throw new Error(saved.refusal);
  return sendMyFeedback(at(dayAfter), who, (before?.version ?? 0) + 1, withName);
}
async function read() {
  const found = await feedbackFor(at(dayAfter), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const everything = async () => {
  const { db } = opened.context();
  return JSON.stringify([await db.query.feedback.findMany(), await db.query.unnamedFeedback.findMany()]);
};

async function keeps(periods: Partial<KeepingPeriods>): Promise<void> {
  const admin = administratorOf({ ...asha, roles: ["administrator"] });
  if (admin === null) throw new Error("no administrator");
  const changed = await changePeriods(opened.context(), admin, 0, { ...usualPeriods, ...periods });
  if (!changed.ok) throw new Error(changed.refusal);
}

describe("asking how a meeting was", () => {
  test("goes the next day, in the day, once to everybody who came or said they would", async () => {
    expect(await askDueFeedback(at("2027-02-02T17:00:00.000Z"))).toBe(0);
    expect(await askDueFeedback(at("2027-02-03T06:00:00.000Z"))).toBe(0);
    expect(await askDueFeedback(at(dayAfter))).toBe(2);
    expect(await askDueFeedback(at("2027-02-04T10:00:00.000Z"))).toBe(0);
    const sent = await opened.context().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "feedback-request") });
    expect(sent.map(({ subject }) => subject)).toEqual(["How was Garden planning group?", "How was Garden planning group?"]);
  });

  test("is never for somebody who said no, and reminds only those who have not answered, once", async () => {
    await saveReply(opened.context(), cy, 2, "not-coming");
    expect(await askDueFeedback(at(dayAfter))).toBe(1);
    expect(await askNow(at(dayAfter), asha, meeting.reference, "reminder")).toEqual({ ok: true, value: { asked: 1 } });
    expect(await askNow(at(dayAfter), asha, meeting.reference, "reminder")).toEqual({ ok: true, value: { asked: 0 } });
  });

  test("cannot be answered before the day after, nor twice", async () => {
    expect(await myFeedback(at("2027-02-02T17:00:00.000Z"), bo)).toBe(null);
    expect((await answers(bo, {})).ok).toBe(true);
    expect(await saveMyFeedback(at(dayAfter), bo, 2, (before) => before)).toEqual({ ok: false, refusal: "sent-already" });
  });

  test("ends when answers are kept no longer: nobody is asked again, no link is made, and nothing more is taken in", async () => {
    await askDueFeedback(at(dayAfter));
    await answers(bo, { hard: "MARKER-noise" }, true);
    const [last, over] = ["2027-05-03T10:00:00.000Z", "2027-05-04T10:00:00.000Z"];
    expect(await askNow(at(last), asha, meeting.reference, "request")).toEqual({ ok: true, value: { asked: 0 } });
    await keepNoLongerThanPromised(at(over));
    const links = async () => (await opened.context().db.query.grants.findMany()).length;
    const before = await links();
    for (const kind of ["request", "reminder"] as const)
      expect(await askNow(at(over), asha, meeting.reference, kind)).toEqual({ ok: false, refusal: "over" });
    expect(await links()).toBe(before);
    const view = await feedbackFor(at(over), asha, meeting.reference);
    // An empty page would say that nobody was asked, which nobody can know any more.
    expect(view.ok && view.value.closed).toEqual({ lastDay: "2027-05-03", daysKept: 90 });
    const open = await feedbackFor(at(last), asha, meeting.reference);
    expect(open.ok && open.value.closed).toBeNull();
    expect(view.ok && view.value.due).toEqual({ toAsk: 0, toRemind: 0 });
    expect(await myFeedback(at(over), cy)).toMatchObject({ isOver: true, daysKept: 90 });
    const row = await opened.context().db.query.feedback.findFirst({ where: (table, { eq }) => eq(table.invitationId, cy.invitationId) });
    expect(await saveMyFeedback(at(over), cy, row!.version, (said) => said)).toEqual({ ok: false, refusal: "over" });
    expect(await sendMyFeedback(at(over), cy, row!.version, false)).toEqual({ ok: false, refusal: "over" });
  });

  test("after answers were erased, whoever was asked is still known to have been asked", async () => {
    await keeps({ feedback: 60 });
    await askDueFeedback(at(dayAfter));
    await answers(bo, { hard: "MARKER-noise" }, true);
    await keepNoLongerThanPromised(at("2027-04-04T10:00:00.000Z"));
    const rows = await opened.context().db.query.feedback.findMany();
    expect(rows.map(({ answers: said, askedAt }) => [said, askedAt === null])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(rows.map(({ sentOn }) => sentOn)).toContain("2027-02-03");
  });

  test("what somebody was asked about stays with what they answered when what they need is erased", async () => {
    await keeps({ "access-answers": 7 });
    const before = await myFeedback(at(dayAfter), bo);
    expect(before?.asked).toEqual(["hearing-loop"]);
    await saveMyFeedback(at(dayAfter), bo, 0, (said) => ({ ...said, got: { "hearing-loop": "no" } }));
    const week = "2027-02-20T10:00:00.000Z";
    await keepNoLongerThanPromised(at(week));
    const after = await myFeedback(at(week), bo);
    expect(after).toMatchObject({ asked: ["hearing-loop"], answers: { got: { "hearing-loop": "no" } } });
    expect((await sendMyFeedback(at(week), bo, after?.version ?? 0, true)).ok).toBe(true);
    const view = await feedbackFor(at(week), asha, meeting.reference);
    expect(view.ok && view.value.compared).toMatchObject([{ requirement: "hearing-loop", no: 1 }]);
  });

  test("what is answered on a page that was open while what they need was erased is taken in", async () => {
    await keeps({ "access-answers": 7 });
    const week = "2027-02-20T10:00:00.000Z";
    await keepNoLongerThanPromised(at(week));
    expect((await myFeedback(at(week), bo))?.asked).toEqual([]);
    await saveMyFeedback(at(week), bo, 0, (said) => ({ ...said, got: { "hearing-loop": "partly" } }));
    expect(await myFeedback(at(week), bo)).toMatchObject({ asked: ["hearing-loop"], answers: { got: { "hearing-loop": "partly" } } });
  });

  test("what was said stands nowhere but in its own row, and what they were asked about is not passed on without their name", async () => {
    const saved = await saveMyFeedback(at(dayAfter), bo, 0, (said) => ({ ...said, hard: "MARKER-noise" }), "a key");
    expect(saved).toEqual({ ok: true, value: null });
    expect(JSON.stringify(await opened.context().db.query.intents.findMany())).not.toContain("MARKER");
    await sendMyFeedback(at(dayAfter), bo, 1, false);
    const [row] = await opened.context().db.query.unnamedFeedback.findMany();
    const words = opened.context().vault.unseal(row!.answers, { table: "unnamed_feedback", column: "answers", row: row!.id });
    expect(words).toContain("MARKER-noise");
    expect(words).not.toContain("asked");
    expect(words).not.toContain("hearing-loop");
  });
});

describe("the page Today", () => {
  const news = async (moment: string) => (await todayFor(at(moment), staffOf(asha))).toDos.filter(({ kind }) => kind === "feedback-in");

  test("says for three days that feedback is in and how much, and never whose", async () => {
    expect(await news(dayAfter)).toEqual([]);
    await answers(bo, { hard: "MARKER-hard" });
    await answers(cy, {}, true);
    const found = await news("2027-02-06T10:00:00.000Z");
    expect(found).toMatchObject([{ meeting: "Garden planning group", count: 2, href: `/meetings/${meeting.reference}/feedback` }]);
    expect(JSON.stringify(found)).not.toMatch(/Bo|Cy|MARKER/u);
    expect(await news("2027-02-07T10:00:00.000Z")).toEqual([]);
  });
});

describe("what people told us", () => {
  test("without a name nothing that is kept joins the words to their writer", async () => {
    await answers(bo, { got: { "hearing-loop": "no" }, happened: { "hearing-loop": "MARKER-loop was off" }, mayQuote: true });
    const own = await opened.context().db.query.feedback.findMany();
    expect(own).toMatchObject([{ invitationId: bo.invitationId, answers: null, sentOn: "2027-02-03" }]);
    expect(JSON.stringify(await opened.context().db.query.unnamedFeedback.findMany())).not.toContain(bo.invitationId);
    expect((await read()).words).toEqual([{ about: "all", words: ["MARKER-loop was off"] }]);
    expect(await everything()).not.toContain("MARKER");
  });

  test("counts what was got beside what was planned, and partly is not met", async () => {
    await answers(bo, { got: { "hearing-loop": "yes" } }, true);
    await answers(cy, { got: { "hearing-loop": "partly" } }, true);
    const view = await read();
    expect([view.answered, view.of, view.met]).toEqual([2, 2, { met: 1, of: 2 }]);
    expect(view.compared).toMatchObject([{ requirement: "hearing-loop", yes: 1, partly: 1, no: 0 }]);
    expect(view.problems.map(({ what }) => what)).toEqual(["Hearing loop: 1 person got it partly."]);
  });

  test("one answer without a name is in no count and no problem, and its words do not stand under what it is about", async () => {
    const more = await Promise.all(
      ["Di Rook", "Ed Marsh", "Flo Birch"].map((name) => somebodyAsks(opened.context(), asha, meeting, name, [])),
    );
    for (const one of more) await saveReply(opened.context(), one, 1, "coming-in-room");
    await answers(bo, { got: { "hearing-loop": "no" }, happened: { "hearing-loop": "MARKER-loop was off" }, mayQuote: true });
    await answers(cy, { got: { "hearing-loop": "yes" } }, true);
    for (const one of more) await answers(one, { hard: "MARKER-stairs", mayQuote: true });
    const view = await read();
    expect(view.compared).toMatchObject([{ requirement: "hearing-loop", yes: 1, no: 0, hidesSome: true }]);
    expect([view.met, view.problems]).toEqual([{ met: 1, of: 1 }, []]);
    expect(view.words.find(({ about }) => about === "other")?.words).toEqual(["MARKER-loop was off"]);
    expect(view.words.find(({ about }) => about === "hard")?.words).toHaveLength(3);
    expect(view.words.some(({ about }) => about === "hearing-loop")).toBe(false);
  });

  test("words nobody allowed for a report are read apart, on record, with a name only where it was left on", async () => {
    await answers(bo, { hard: "MARKER-noise", mayQuote: false }, true);
    await answers(cy, { hard: "MARKER-stairs" });
    const view = await read();
    expect([view.words, view.privateWriters]).toEqual([[], 2]);
    const found = await privateWords(at(dayAfter), asha, meeting.reference);
    expect(found).toEqual({
      ok: true,
      value: [
        { words: "MARKER-noise", name: "Bo Lind" },
        { words: "MARKER-stairs", name: null },
      ],
    });
    const opening = await opened.context().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "feedback-words-opened") });
    expect(opening).toHaveLength(1);
  });

  test("a problem becomes a thing to do for the next meeting, and goes on the venue's record once", async () => {
    await answers(bo, { got: { "hearing-loop": "no" } }, true);
    const key = "requirement hearing-loop";
    for (const as of ["to-do", "venue-problem", "venue-problem"] as const)
      expect((await takeUpProblem(at(dayAfter), asha, meeting.reference, key, as)).ok).toBe(true);
    expect((await read()).problems).toMatchObject([{ isToDo: true, venue: "on-record" }]);
    expect(await opened.context().db.query.venueProblems.findMany()).toHaveLength(1);
    const copied = await copyMeeting(at(dayAfter), asha, meeting.reference);
    if (!copied.ok) throw new Error(copied.refusal);
    const plan = await planFor(at(dayAfter), asha, copied.value.reference);
    expect(plan.ok && plan.value.toDos.find(({ kind }) => kind === "written")).toMatchObject({
      what: "Hearing loop: 1 person did not get it.",
    });
  });

  test("is erased 90 days after the meeting, with a name or without", async () => {
    await answers(bo, { hard: "MARKER-noise", mayQuote: true }, true);
    await answers(cy, { hard: "MARKER-stairs" });
    await keepNoLongerThanPromised(at("2027-05-03T10:00:00.000Z"));
    expect((await opened.context().db.query.unnamedFeedback.findMany()).length).toBe(1);
    await keepNoLongerThanPromised(at("2027-05-04T10:00:00.000Z"));
    expect(await opened.context().db.query.unnamedFeedback.findMany()).toEqual([]);
    expect((await opened.context().db.query.feedback.findMany()).map(({ answers: said }) => said)).toEqual([null, null]);
  });

  test("is nobody else's to read", async () => {
    await answers(bo, { hard: "MARKER-noise", mayQuote: true });
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: "others@example.net" });
    expect(await feedbackFor(at(dayAfter), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await privateWords(at(dayAfter), stranger, meeting.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await takeUpProblem(at(dayAfter), stranger, meeting.reference, "x", "to-do")).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("you said, we did", () => {
  const words = { said: "The loop was off.", did: "We test it the day before.", byWhen: null };
  const write = (outcomeId: string | null, version: number, said = words.said) =>
    writeOutcome(at(dayAfter), asha, { reference: meeting.reference, outcomeId, version }, { ...words, said });
  const written = async (moment = dayAfter) => {
    const found = await outcomesOf(at(moment), asha, meeting.reference);
    if (!found.ok) throw new Error(found.refusal);
    return found.value.outcomes;
  };

  test("is read by people only once it is sent, and what was sent stays as it was", async () => {
    expect((await write(null, 0)).ok).toBe(true);
    expect(await outcomesForPerson(at(dayAfter), bo)).toEqual({ outcomes: [], toldOn: null });
    expect(await sendOutcomes(at(dayAfter), asha, meeting.reference, await written())).toEqual({ ok: true, value: { told: 2 } });
    expect(await outcomesForPerson(at(dayAfter), bo)).toMatchObject({ outcomes: [words], toldOn: "2027-02-03" });
    const [sent] = await written();
    expect(await write(sent!.outcomeId, 2)).toEqual({ ok: false, refusal: "sent-already" });
    expect(await dropOutcome(at(dayAfter), asha, meeting.reference, sent!)).toEqual({ ok: false, refusal: "sent-already" });
    expect(await sendOutcomes(at(dayAfter), asha, meeting.reference, [])).toEqual({ ok: false, refusal: "nothing-to-send" });
  });

  test("sends only what was looked at, as it was looked at", async () => {
    await write(null, 0);
    const seen = await written();
    await write(null, 0, "A draft of a colleague.");
    expect((await sendOutcomes(at(dayAfter), asha, meeting.reference, seen)).ok).toBe(true);
    expect((await written()).filter(({ sentOn }) => sentOn === null).map(({ said }) => said)).toEqual(["A draft of a colleague."]);
    const draft = (await written()).filter(({ sentOn }) => sentOn === null);
    await write(draft[0]!.outcomeId, draft[0]!.version, "Changed meanwhile.");
    const changed = { ok: false, refusal: "changed-by-someone-else" };
    expect(await sendOutcomes(at(dayAfter), asha, meeting.reference, draft)).toEqual(changed);
    expect(await dropOutcome(at(dayAfter), asha, meeting.reference, draft[0]!)).toEqual(changed);
    expect((await written()).filter(({ sentOn }) => sentOn === null)).toHaveLength(1);
  });

  test("cannot be sent before the day after the meeting", async () => {
    await write(null, 0);
    const onTheDay = "2027-02-02T17:00:00.000Z";
    expect(await sendOutcomes(at(onTheDay), asha, meeting.reference, await written())).toEqual({ ok: false, refusal: "not-yet" });
  });

  test("that people were told stays when the words are erased, and nothing of it is late again", async () => {
    await keeps({ "day-notes": 30 });
    await write(null, 0);
    await sendOutcomes(at(dayAfter), asha, meeting.reference, await written());
    await keepNoLongerThanPromised(at("2027-04-03T10:00:00.000Z"));
    expect(await written()).toHaveLength(1);
    const after = "2027-04-04T10:00:00.000Z";
    await keepNoLongerThanPromised(at(after));
    expect(await written(after)).toEqual([]);
    expect(await outcomesForPerson(at(after), bo)).toEqual({ outcomes: [], toldOn: "2027-02-03" });
    expect((await todayFor(at(after), staffOf(asha))).toDos.some(({ kind }) => kind === "outcomes-due")).toBe(false);
    const plan = await planFor(at(after), asha, meeting.reference);
    expect(plan.ok && plan.value.toDos.map(({ kind }) => kind)).toEqual([]);
  });

  test("is a thing to do from six weeks after the meeting until it is sent, and for half a year", async () => {
    const kinds = async (moment = later) => {
      const plan = await planFor(at(moment), asha, meeting.reference);
      const today = await todayFor(at(moment), staffOf(asha));
      return [plan.ok && plan.value.toDos.map(({ kind }) => kind), today.toDos.some(({ kind }) => kind === "outcomes-due")];
    };
    expect(await kinds()).toEqual([["tell-outcomes"], true]);
    expect(await kinds("2027-08-03T10:00:00.000Z")).toEqual([["tell-outcomes"], true]);
    expect(await kinds("2027-08-04T10:00:00.000Z")).toEqual([[], false]);
    await write(null, 0);
    await sendOutcomes(at(later), asha, meeting.reference, await written());
    expect(await kinds()).toEqual([[], false]);
  });
});

describe("the look back", () => {
  test("keeps what was said sealed, and what to do differently is a thing to do only while it is wanted", async () => {
    const said = { didItsJob: "partly", howMuchSay: "decided", missing: "MARKER-who", addedCost: null, staffMinutes: 390 } as const;
    const save = (version: number, isToDo: boolean) =>
      saveLookBack(at(dayAfter), asha, { reference: meeting.reference, version }, { ...said, differently: "MARKER-next", isToDo });
    const toDos = async () => {
      const plan = await planFor(at(dayAfter), asha, meeting.reference);
      return plan.ok && plan.value.toDos.map((toDo) => toDo.kind === "written" && toDo.what);
    };
    expect((await save(0, true)).ok).toBe(true);
    expect(await save(0, true)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
    expect(await toDos()).toEqual(["MARKER-next"]);
    expect(JSON.stringify(await opened.context().db.query.evaluations.findMany())).not.toContain("MARKER");
    expect((await save(1, false)).ok).toBe(true);
    expect(await toDos()).toEqual([]);
    expect(await save(2, true)).toMatchObject({ ok: true });
    const ids = async () => (await opened.context().db.query.writtenToDos.findMany()).map(({ id }) => id);
    const before = await ids();
    expect(await save(3, true)).toMatchObject({ ok: true });
    expect([before.length, await ids()]).toEqual([1, before]);
    const nothing = { ...said, differently: " ", isToDo: true };
    expect(await saveLookBack(at(dayAfter), asha, { reference: meeting.reference, version: 4 }, nothing)).toEqual({
      ok: false,
      refusal: "nothing-to-do-written",
    });
    const found = await evaluationOf(at(dayAfter), asha, meeting.reference);
    expect(found).toMatchObject({ ok: true, value: { version: 4, evaluation: { missing: "MARKER-who", staffMinutes: 390 } } });
  });
});
