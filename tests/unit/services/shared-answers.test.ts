// What a coordinator finds of somebody's answers on their page among the people: only what was shared with the name, and only on request.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { saveOwnAnswers, sendOwnAnswers, type AccessAnswers } from "#app/services/needs.server.ts";
import { listPeopleFor } from "#app/services/people.server.ts";
import { sharedAnswersOf } from "#app/services/shared-answers.server.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { invite, meetingOf } from "#tests/support/invited-meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let bo: Attendee;
beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  bo = await invite(opened, asha, await meetingOf(opened, asha), "Bo Lind");
});
afterEach(() => opened.close());

async function sends(change: Partial<AccessAnswers>): Promise<void> {
  const chosen = [{ id: "low-light", strength: "essential" }] as const;
  await saveOwnAnswers(opened.context(), bo, 0, (answers) => ({ ...answers, chosen, ...change }));
  await sendOwnAnswers(opened.context(), bo);
}
const openings = async () => (await opened.context().db.query.audit.findMany()).filter(({ action }) => action === "shared-answers-opened");
const seen = async (look: "closed" | "opened", by = asha) => sharedAnswersOf(opened.context(), by, bo.personId, look);

describe("what a person told us, on their page among the people", () => {
  test("is not there before they send it", async () => {
    expect(await seen("opened")).toEqual({ sent: null, supporters: [], lines: null });
  });

  test("is opened only on request where they gave their name, with the day it was sent, and each look is on record", async () => {
    await sends({ choices: { coordinator: "with-name" }, helper: "Mo Lind" });
    expect(await seen("closed")).toEqual({
      sent: { on: "2026-11-23", meeting: "Planning group", isShared: true },
      supporters: ["Mo Lind"],
      lines: null,
    });
    expect(await openings()).toEqual([]);
    expect((await seen("opened")).lines?.join(" ")).toContain("light");
    expect(await openings()).toMatchObject([{ actorId: asha.staffId, subjectKind: "person", subjectId: bo.personId }]);
  });

  test("is never shown where they did not give their name, whoever asks", async () => {
    await sends({ choices: { coordinator: "without-name" } });
    expect(await seen("opened")).toMatchObject({ sent: { isShared: false }, lines: null });
    expect(await openings()).toEqual([]);
    const stranger = await coordinatorWith(opened, { organisation: "Others", email: "else@example.org" });
    expect(await seen("opened", stranger)).toEqual({ sent: null, supporters: [], lines: null });
  });

  test("that it is kept for the next meeting is said in the list of people, and nothing of what it says", async () => {
    const profile = async () => (await listPeopleFor(opened.context(), asha)).people.map(({ hasSavedProfile }) => hasSavedProfile);
    expect(await profile()).toEqual([false]);
    await sends({ keep: "keep" });
    expect(await profile()).toEqual([true]);
    expect(JSON.stringify(await listPeopleFor(opened.context(), asha))).not.toContain("low-light");
  });
});
