// Later rates and offers already made: a rise with a note, for those it is a rise for; never a cut; the earlier offer kept.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { RateLine } from "#app/domain/payments/rate-card.ts";
import { administratorOf, type Administrator, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { addStaffMember } from "#app/services/accounts.server.ts";
import { myClaim } from "#app/services/claims.server.ts";
import { decide, hasDecided, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { mergePeople, previewMerge } from "#app/services/person-merges.server.ts";
import { addRates, rateHistory } from "#app/services/rate-cards.server.ts";
import { meetingsOnEarlierRates, raiseOffers, risesFor } from "#app/services/rises.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { countMoneyMessages } from "#app/services/money-messages.server.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, planning } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let asha: Coordinator;
let ines: Administrator;
let reference: string;
let mia: Attendee;
let ruth: Attendee;
const moment = (at: string) => opened.context(at);
const now = () => opened.context("2026-09-10T09:00:00.000Z");

beforeAll(async () => {
  opened = await testInstance(planning);
});
afterAll(() => opened.close());
beforeEach(async () => {
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  asha = made.coordinator;
  reference = (await pastMeeting(moment, asha)).reference;
  mia = await invitedPerson(moment, asha, reference);
  ruth = await invitedPerson(moment, asha, reference, { name: "Ruth Patel", email: "ruth@example.net", choice: "less" });
  const facts = { organisationId: made.organisationId, name: "Ines Costa", email: `${now().newId().toLowerCase()}@example.org` };
  const added = await addStaffMember(now(), { ...facts, roles: ["administrator"] });
  if (!added.ok) throw new Error(added.refusal);
  ines = administratorOf({ ...facts, staffId: added.value.staffId, roles: ["administrator"] })!;
});

async function newRates(hourly: number, from = "2026-10-01"): Promise<string> {
  const [first] = await rateHistory(now(), ines);
  const { lines, name, breaks, paysPlannedTime, cancellation } = first!.card;
  const basis = { kind: "per-minute", hourly: { pence: penceOf(hourly), per: "hour" } } as const;
  const priced = lines.map((line): RateLine => ({ ...line, basis }));
  const card = { name, breaks, paysPlannedTime, cancellation, lines: priced, validFrom: calendarDateOf(from), sourceTitle: "Our board" };
  const added = await addRates(now(), ines, card);
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return added.value.cardId;
}
const look = async () => {
  const found = await risesFor(now(), asha, reference);
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
};
const raise = async (cardId: string, note = "Our rates went up.") =>
  raiseOffers(now(), asha, { reference, version: (await look()).version, cardId }, note);

test("what a rise would do is shown person by person first, and nothing changes by looking", async () => {
  await newRates(3_000);
  const view = await look();
  expect(view.people).toMatchObject([
    { person: "Mia Bell", before: 7_500, after: 9_000, answer: "rise" },
    { person: "Ruth Patel", before: 7_500, after: 9_000, answer: "rise" },
  ]);
  expect((await ownChoice(now(), mia))?.offer.total).toBe(7_500);
  expect((await meetingsOnEarlierRates(now(), ines)).map((one) => one.reference)).toEqual([reference]);
});

test("a rise comes with a note, keeps the offer as it was, and is told to everybody it reaches", async () => {
  const cardId = await newRates(3_000);
  expect(await raise(cardId, " ")).toEqual({ ok: false, refusal: "note-missing" });
  expect(await raise(cardId)).toEqual({ ok: true, value: { raised: 2, told: 2 } });
  const own = (await ownChoice(now(), mia))!;
  expect(own.offer.total).toBe(9_000);
  expect(own.offer.changes).toMatchObject([{ note: "Our rates went up", totalBefore: 7_500, totalAfter: 9_000, by: "Asha Grewal" }]);
  expect((await look()).earlier).toMatchObject([
    { person: "Mia Bell", total: 7_500, until: "2026-09-10", by: "Asha Grewal" },
    { person: "Ruth Patel", total: 7_500 },
  ]);
  const messages = await now().db.query.outbox.findMany({
    where: (table, { and, eq }) => and(eq(table.kind, "offer-raised"), eq(table.organisationId, asha.organisationId)),
  });
  const ben = await financePerson(now(), asha.organisationId, "Ben Ali", ["finance-check"]);
  const [first, second] = messages.map(({ id, body }) =>
    now()
      .vault.unseal(body!, outboxPlace(id))
      .replace(/Hello [^,]+/u, ""),
  );
  expect(first).toContain("We now offer you £90.");
  // Without a mail server the payments team posts or says them.
  expect(await countMoneyMessages(now(), ben)).toBe(2);
  // Whatever anybody answered about benefits, everybody reads the same.
  expect(second).toBe(first);
  expect(await meetingsOnEarlierRates(now(), ines)).toEqual([]);
  expect(await raise(cardId)).toEqual({ ok: false, refusal: "no-later-rates" });
});

test("somebody with two records has both offers raised, and is told once", async () => {
  const pair = { keptId: mia.personId, otherId: ruth.personId };
  const seen = valueOf(await previewMerge(now(), asha, pair));
  valueOf(await mergePeople(now(), asha, { ...pair, keptVersion: seen.kept.version, otherVersion: seen.other.version }, "they-said"));
  expect(await raise(await newRates(3_000))).toEqual({ ok: true, value: { raised: 2, told: 1 } });
  const told = await now().db.query.outbox.findMany({
    where: (table, { and, eq }) => and(eq(table.kind, "offer-raised"), eq(table.organisationId, asha.organisationId)),
  });
  expect(told.map(({ aboutId }) => aboutId)).toEqual([mia.personId]);
});

test("a later cut touches no offer", async () => {
  const cardId = await newRates(2_000);
  expect((await look()).people.map(({ answer }) => answer)).toEqual(["a-cut", "a-cut"]);
  expect(await raise(cardId)).toEqual({ ok: false, refusal: "nobody-to-raise" });
  expect((await ownChoice(now(), mia))?.offer.total).toBe(7_500);
});

test("rates that begin after the meeting, other rates than were seen and a meeting that is over raise nothing", async () => {
  const after = await newRates(3_000, "2026-11-03");
  expect((await look()).later).toBeNull();
  expect(await raise(after)).toEqual({ ok: false, refusal: "no-later-rates" });
  await newRates(3_500, "2026-10-01");
  expect(await raise(after)).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  const over = await risesFor(moment(afterwards), asha, reference);
  expect(over.ok && over.value.later).toBeNull();
});

test("whoever took all of the offer is asked again in private, and nobody else can tell", async () => {
  const cardId = await newRates(3_000);
  const ids = [mia.invitationId, ruth.invitationId];
  const before = await hasDecided(now().db, ids);
  await raise(cardId);
  expect(await hasDecided(now().db, ids)).toEqual(before);
  const own = (await ownChoice(now(), mia))!;
  expect(own).toMatchObject({ decision: null, askedAgain: { choice: { kind: "full" }, offered: 7_500 } });
  // An amount somebody named stays theirs.
  expect(await ownChoice(now(), ruth)).toMatchObject({ decision: { choice: { kind: "less", amount: 2_000 } }, askedAgain: null });
  await saveDraft(now(), mia, own.version, { kind: "full", how: "bank" });
  expect((await decide(now(), mia, own.version + 1)).ok).toBe(true);
  expect(await ownChoice(now(), mia)).toMatchObject({ decision: { offered: 9_000 }, askedAgain: null });
});

test("until they choose again their claim asks for the choice, and then pays what they chose of the new offer", async () => {
  await raise(await newRates(3_000));
  const later = moment(afterwards);
  await markEverybody(later, asha, reference);
  const asked = await myClaim(later, mia);
  expect(asked.ok && asked.value.choice).toBeNull();
  const own = (await ownChoice(later, mia))!;
  await saveDraft(later, mia, own.version, { kind: "full", how: "bank" });
  await decide(later, mia, own.version + 1);
  const claim = await myClaim(later, mia);
  expect(claim.ok && claim.value.settlement.time).toBe(9_000);
});

test("another organisation's coordinator finds no such meeting", async () => {
  const elsewhere = (await makeOrganisation(now())).coordinator;
  expect(await risesFor(now(), elsewhere, reference)).toEqual({ ok: false, refusal: "not-found" });
  expect(await raiseOffers(now(), elsewhere, { reference, version: 1, cardId: "x" }, "Up")).toEqual({ ok: false, refusal: "not-found" });
});
