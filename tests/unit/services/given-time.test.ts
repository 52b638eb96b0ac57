// Time beside the meeting and what was called off, as the coordinator marks it and the person's own offer prices it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { givenTimeOf, markGivenTime } from "#app/services/attendance.server.ts";
import { myClaim } from "#app/services/claims.server.ts";
import { afterwards, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";

let opened: TestInstance;
let asha: Coordinator;
let mia: Attendee;
let reference: string;
const moment = (at: string) => opened.context(at);
const now = () => opened.context(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  asha = (await makeOrganisation(opened.context("2026-08-01T09:00:00.000Z"))).coordinator;
  reference = (await pastMeeting(moment, asha)).reference;
  mia = await invitedPerson(moment, asha, reference);
  await markEverybody(now(), asha, reference);
});

async function given() {
  const found = await givenTimeOf(now(), asha, reference, mia.personId);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const at = async () => ({ reference, personId: mia.personId, version: (await given()).version });
async function timeNow() {
  const found = await myClaim(now(), mia);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.settlement.time;
}

test("what was offered is filled in, and changing it changes the person's claim", async () => {
  expect((await given()).beside.find(({ activity }) => activity === "reading")).toMatchObject({ minutes: 60 });
  expect(await timeNow()).toBe(7_500);
  const marked = await markGivenTime(now(), asha, await at(), {
    beside: [{ activity: "reading", minutes: 120, items: null }],
    calledOff: null,
  });
  expect(marked).toEqual({ ok: true, value: {} });
  expect(await timeNow()).toBe(10_000);
  expect((await given()).total).toBe(10_000);
});

test("without a rule in the offer, a meeting called off pays nothing by itself and a person decides", async () => {
  const calledOff = { by: "organiser", noticeMinutes: 120, preparationDone: true } as const;
  expect(await markGivenTime(now(), asha, await at(), { beside: [], calledOff })).toMatchObject({ ok: true });
  expect((await given()).calledOff).toEqual(calledOff);
  expect(await timeNow()).toBe(0);
});

test("a claim that was sent is left alone, and so is a page somebody else changed", async () => {
  const before = await at();
  await markGivenTime(now(), asha, before, { beside: [], calledOff: null });
  expect(await markGivenTime(now(), asha, before, { beside: [], calledOff: null })).toEqual({
    ok: false,
    refusal: "changed-by-someone-else",
  });
  await sentClaim(now(), mia);
  expect((await given()).isClaimed).toBe(true);
  expect(await markGivenTime(now(), asha, await at(), { beside: [], calledOff: null })).toEqual({ ok: false, refusal: "claimed-already" });
});

test("somebody of another organisation is not found", async () => {
  const elsewhere = (await makeOrganisation(now())).coordinator;
  expect(await givenTimeOf(now(), elsewhere, reference, mia.personId)).toEqual({ ok: false, refusal: "not-found" });
});
