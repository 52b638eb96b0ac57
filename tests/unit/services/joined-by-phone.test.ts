// Somebody who was on file twice and answered twice: what the plan does until they choose, and choosing together with a coordinator, who
// never reads what either set says.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import type { SharingChoice } from "#app/domain/access/sharing.ts";
import { topicOfOption, type ChosenOption } from "#app/domain/access/topics.ts";
import { listSendings } from "#app/services/invitations.server.ts";
import { findJoinByPhone, joinByPhone } from "#app/services/joined-by-phone.server.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { myPage, saveReply } from "#app/services/my-meeting.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let meeting: SavedMeeting;
let first: Attendee;
let second: Attendee;

const now = () => opened.context();

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  meeting = await plannedMeeting(now(), asha);
  first = await somebodyAsks(now(), asha, meeting, "Maren Vik", []);
  second = await somebodyAsks(now(), asha, meeting, "Maren Viken", []);
  await says(first, [{ id: "bsl-interpreter", strength: "essential" }], "MARKER-first");
  await says(second, [{ id: "low-light", strength: "essential" }], "MARKER-second");
});
afterEach(() => opened.close());

async function says(
  attendee: Attendee,
  chosen: readonly ChosenOption[],
  forEveryone: string,
  coordinator: SharingChoice = "without-name",
): Promise<void> {
  const { version } = await ownAnswers(now(), attendee);
  const topics = chosen.map(({ id }) => topicOfOption(id));
  await saveOwnAnswers(now(), attendee, version, (answers) => ({ ...answers, chosen, topics, forEveryone, choices: { coordinator } }));
  await sendOwnAnswers(now(), attendee);
}

async function merged(): Promise<void> {
  const pair = { keptId: second.personId, otherId: first.personId };
  const seen = await previewMerge(now(), asha, pair);
  if (!seen.ok) throw new Error(seen.refusal);
  const { kept, other } = seen.value;
  const versions = { keptVersion: kept.version, otherVersion: other.version };
  expect(await mergePeople(now(), asha, { ...pair, ...versions }, "they-said")).toMatchObject({ ok: true });
}

async function plan() {
  const found = await planFor(now(), asha, meeting.reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

const asked = async () => (await plan()).requirements.map(({ requirement }) => requirement).toSorted();

async function toChoose() {
  const found = await findJoinByPhone(now(), asha, meeting.reference, first.personId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}

describe("until somebody has chosen between two sets of answers", () => {
  test("the plan counts both, says so, and has it among the things to do", async () => {
    expect((await plan()).replies.twice).toBe(0);
    await merged();
    expect(await asked()).toEqual(["bsl-interpreter", "low-light"]);
    const { replies, toDos } = await plan();
    expect(replies.twice).toBe(1);
    expect(toDos.filter(({ kind }) => kind === "answered-twice")).toMatchObject([
      { count: 1, href: `/meetings/${meeting.reference}/people` },
    ]);
    expect((await listSendings(now(), asha, meeting.id)).map(({ isTwice }) => isTwice)).toEqual([true, true]);
  });

  test("a no under one name drops nothing asked for under the other, or under itself, while the other may still come", async () => {
    await merged();
    const { version } = await myPage(now(), first);
    await saveReply(now(), first, version, "not-coming");
    expect(await asked()).toEqual(["bsl-interpreter", "low-light"]);
    const other = await myPage(now(), second);
    await saveReply(now(), second, other.version, "not-coming");
    expect(await asked()).toEqual([]);
  });
});

describe("choosing together by phone", () => {
  const at = async () => ({
    reference: meeting.reference,
    personId: first.personId,
    seen: (await toChoose()).seen,
    how: "by-phone" as const,
  });

  test("shows the coordinator when each set was sent, and nothing of what either says", async () => {
    await merged();
    const found = await toChoose();
    expect(found.questions).toEqual([
      { about: "access", one: { sentOn: "2026-11-23", lines: null }, other: { sentOn: "2026-11-23", lines: null } },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/MARKER|bsl|light/u);
  });

  test("shows what a set says only where the person gives it to the coordinator with their name", async () => {
    await says(first, [{ id: "low-light", strength: "essential" }], "MARKER-first", "with-name");
    await merged();
    const [question] = (await toChoose()).questions;
    expect(question).toMatchObject({ about: "access", one: { lines: null } });
    expect(question?.about === "access" && question.other.lines?.join(" ")).toMatch(/light/iu);
  });

  test.each([
    ["one", ["low-light"]],
    ["other", ["bsl-interpreter"]],
    ["both", ["bsl-interpreter", "low-light"]],
  ] as const)("%s: there is one set afterwards, and the plan has what it asks for", async (access, needs) => {
    await merged();
    expect(await joinByPhone(now(), asha, await at(), { access })).toEqual({ ok: true, value: null });
    expect(await asked()).toEqual(needs);
    expect((await plan()).replies).toMatchObject({ twice: 0, invited: 1 });
    const sent = await now().db.query.outbox.findMany({ where: (table, { eq }) => eq(table.kind, "answers-received") });
    expect(sent.map(({ recipient }) => recipient)).toEqual(["maren.viken@example.org"]);
    const kept = await now().db.query.audit.findMany({ where: (table, { eq }) => eq(table.action, "own-answers-joined") });
    expect(kept).toMatchObject([{ actorKind: "staff", actorId: asha.staffId }]);
  });

  test("is refused without a choice, and after something changed", async () => {
    await merged();
    const before = await at();
    expect(await joinByPhone(now(), asha, before, {})).toEqual({ ok: false, refusal: "not-chosen" });
    await says(second, [{ id: "no-stairs", strength: "essential" }], "MARKER-later");
    expect(await joinByPhone(now(), asha, before, { access: "one" })).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });

  test("is for a coordinator of the same organisation, and for people with two sets only", async () => {
    const notFound = { ok: false, refusal: "not-found" };
    expect(await findJoinByPhone(now(), asha, meeting.reference, first.personId)).toEqual(notFound);
    await merged();
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: "bo@example.org" });
    expect(await findJoinByPhone(now(), stranger, meeting.reference, first.personId)).toEqual(notFound);
  });
});
