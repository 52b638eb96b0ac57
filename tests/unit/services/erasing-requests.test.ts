// A request to be deleted is answered once: by deleting, or by closing it where they do not want it or did not ask.
import { afterEach, beforeEach, expect, test } from "vitest";
import { administratorOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import {
  answerDeletionRequest,
  askToBeDeleted,
  closeDeletionRequest,
  deletionAsked,
  deletionRequestFor,
} from "#app/services/erasing.server.ts";
import { listDataRequestsFor } from "#app/services/own-copy.server.ts";
import { requestsDueFor } from "#app/services/sensitive-reads.server.ts";
import { dataRequestSentence } from "#app/words/own-copy.ts";
import { coordinatorWith } from "#tests/support/coordinators.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";
import { refusalOf, valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let asha: Coordinator;
let administrator: Administrator;
let maren: Attendee;
let requestId: string;

const now = (): Context => opened.context();

beforeEach(async () => {
  opened = await testInstance();
  asha = await coordinatorWith(opened, { organisation: "Weavers", email: "asha@example.org" });
  administrator = administratorOf({ ...asha, roles: ["administrator"] })!;
  maren = await somebodyAsks(now(), asha, await plannedMeeting(now(), asha), "Maren Vik", []);
  await askToBeDeleted(now(), maren);
  requestId = (await now().db.query.dataRequests.findMany())[0]!.id;
});
afterEach(() => opened.close());

test("pressing the button twice is pressing it once: the second press is told what the first one did", async () => {
  const first = valueOf(await answerDeletionRequest(now(), administrator, requestId, "one form"));
  expect(valueOf(await answerDeletionRequest(now(), administrator, requestId, "one form"))).toEqual(first);
  expect(refusalOf(await answerDeletionRequest(now(), administrator, requestId, "another form"))).toBe("not-found");
  expect((await now().db.query.erasures.findMany()).length).toBe(1);
});

test("one they no longer want is closed: nobody is deleted, nothing is due, and who closed it and why is on record", async () => {
  valueOf(await closeDeletionRequest(now(), administrator, { requestId, version: 1 }, "not-wanted-any-more", "one form"));
  expect(await requestsDueFor(now(), administrator)).toEqual([]);
  expect(await deletionAsked(now(), maren)).toBeNull();
  expect(refusalOf(await deletionRequestFor(now(), administrator, requestId))).toBe("not-found");
  expect(refusalOf(await answerDeletionRequest(now(), administrator, requestId))).toBe("closed-already");
  expect((await now().db.query.people.findMany()).map(({ name }) => name)).toEqual(["Maren Vik"]);
  const [seen] = await listDataRequestsFor(now(), asha, maren.personId);
  expect(seen).toMatchObject({ closed: { on: "2026-11-23", why: "not-wanted-any-more", by: asha.name } });
  expect(dataRequestSentence(seen!)).toBe(
    `Asked on Monday 23 November 2026 to have everything deleted. They no longer want it: ${asha.name} closed the request on Monday 23 November 2026. Nothing was deleted.`,
  );
  const entries = (await now().db.query.audit.findMany()).filter(({ action }) => action === "deletion-request-closed");
  expect(entries).toMatchObject([{ actorId: asha.staffId, details: { why: "not-wanted-any-more" } }]);
});

test("one that was not them is closed by the coordinator who rang them, on that person's record only", async () => {
  const elsewhere = { requestId, version: 1, personId: "somebody-else" };
  expect(refusalOf(await closeDeletionRequest(now(), asha, elsewhere, "was-not-them"))).toBe("not-found");
  valueOf(await closeDeletionRequest(now(), asha, { ...elsewhere, personId: maren.personId }, "was-not-them"));
  // They may ask again, and that is another request.
  await askToBeDeleted(now(), maren);
  expect(await requestsDueFor(now(), administrator)).toMatchObject([{ kind: "erase" }]);
});

test("one somebody closed meanwhile is not closed again", async () => {
  valueOf(await closeDeletionRequest(now(), asha, { requestId, version: 1 }, "was-not-them"));
  expect(refusalOf(await closeDeletionRequest(now(), administrator, { requestId, version: 1 }, "not-wanted-any-more"))).toBe(
    "changed-by-someone-else",
  );
});

test("one of another organisation is not found", async () => {
  const stranger = { ...administrator, organisationId: "another" };
  expect(refusalOf(await closeDeletionRequest(now(), stranger, { requestId, version: 1 }, "was-not-them"))).toBe("not-found");
  expect(refusalOf(await answerDeletionRequest(now(), stranger, requestId))).toBe("not-found");
});
