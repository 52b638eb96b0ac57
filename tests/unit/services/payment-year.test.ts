// The year of one person's payments: paid, claimed and still to come, with the weeks and months they fall in.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { nothingSaidYet, type CheckAnswers } from "#app/domain/benefits/check-answers.ts";
import type { BenefitId } from "#app/domain/benefits/names.ts";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { markPaid } from "#app/services/finance.server.ts";
import { checkSubject, type CheckSubject } from "#app/services/payment-check.server.ts";
import { decide, ownChoice, saveDraft } from "#app/services/payment-choice.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { yearFor, type YearView } from "#app/services/payment-year.server.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { inviteKnown, meetingOf } from "#tests/support/invited-meeting.ts";
import { agree, atNow, moneyTeam } from "#tests/support/payment-runs.ts";

let opened: TestInstance;
let asha: Coordinator;
let mia: Attendee;
let januaryFirst: Attendee;
let subject: CheckSubject;
let cardId = "";

const today = "2026-11-23T10:00:00.000Z";
const moment = (at = today) => opened.context(at);

async function comingMeeting(name: string, date: string): Promise<Attendee> {
  const meeting = await meetingOf(opened, asha, {
    name,
    when: { kind: "known", date: calendarDateOf(date), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("12:30") },
    payment: {
      offered: "time-and-costs",
      rate: { cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 0, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport"],
      costsOther: "",
      costsBefore: "claim-later",
      budgetCode: "",
      paidWithin: { kind: "on-the-day" },
    },
  });
  return inviteKnown(opened, asha, meeting, mia.personId);
}

beforeAll(async () => {
  opened = await testInstance(today);
  const team = await moneyTeam(moment, 1);
  asha = team.coordinator;
  mia = team.people[0]!;
  cardId = (await moment().db.query.rateCards.findFirst())!.id;
  const sent = moment("2026-11-12T10:00:00.000Z");
  await agree(sent, team);
  const at = await atNow(sent, team.releaser, team.claims[0]!);
  const paid = await markPaid(sent, team.releaser, at, calendarDateOf("2026-11-12"));
  if (!paid.ok) throw new Error(JSON.stringify(paid.refusal));
  januaryFirst = await comingMeeting("January group", "2027-01-12");
  await comingMeeting("Garden group", "2027-01-14");
  await comingMeeting("March group", "2027-03-02");
  subject = (await checkSubject(moment(), mia))!;
});
afterAll(() => opened.close());

const answersFor = (which: readonly BenefitId[], more: Partial<CheckAnswers["said"]> = {}): CheckAnswers => ({
  ...nothingSaidYet,
  said: {
    keep: "forget",
    any: "yes",
    nation: "england",
    organisation: "statutory",
    involvement: "yes",
    services: "yes",
    carer: "no",
    "other-pay": "no",
    "uc-allowance": "capability",
    "uc-rent": "yes",
    "uc-self-employed": "no",
    "uc-partner": "no",
    "carer-week": "Monday",
    ...more,
  },
  which,
  periodDay: 5,
  visited: ["carer", "other-pay"],
});

const yearWith = (answers: CheckAnswers | null, wording: "standard" | "easy" = "standard"): Promise<YearView> =>
  yearFor(moment(), mia, { subject, answers, wording });

const feeOf = async (attendee: Attendee) => (await ownChoice(moment(), attendee))!.offer.total;

describe("without answers about benefits", () => {
  test("each payment is there, paid or planned, with its day, and nothing is said of any benefit", async () => {
    const year = await yearWith(null);
    expect(year.isAnswered).toBe(false);
    expect(year.benefits).toEqual([]);
    expect(year.payments.map(({ cells }) => [cells[0], cells[2]])).toEqual([
      ["Planning group, 2 November 2026", "Paid on 12 November 2026"],
      ["January group, 12 January 2027", "Planned for 12 January 2027"],
      ["Garden group, 14 January 2027", "Planned for 14 January 2027"],
      ["March group, 2 March 2027", "Planned for 2 March 2027"],
    ]);
  });
});

describe("Universal Credit months", () => {
  test("hold the payments received in them, and what is left of the work allowance", async () => {
    const { benefits, payments } = await yearWith(answersFor(["universal-credit"]));
    const [one] = benefits;
    const [planned, other] = [await feeOf(januaryFirst), await feeOf(mia)];
    const left = (pence: number) => `£${(42_700 - pence) / 100}`.replace(/\.(\d)$/u, ".$10");
    expect(one?.rows.map(({ days, counted, limit, left: room }) => [days, counted, limit, room])).toEqual([
      ["5 November 2026 to 4 December 2026", `£${other / 100}`, "£427", `${left(other)} left`],
      ["5 January 2027 to 4 February 2027", `£${(planned * 2) / 100}`, "£427", `${left(planned * 2)} left`],
      ["5 February 2027 to 4 March 2027", `£${planned / 100}`, "£427", `${left(planned)} left`],
    ]);
    expect(one?.rows[1]?.payments).toBe("January group, 12 January 2027 and Garden group, 14 January 2027");
    expect(one?.finding).toContain("The least room left is");
    expect(payments[1]?.cells[3]).toEqual(["Universal Credit: 5 January 2027 to 4 February 2027"]);
  });

  test("cannot be shown without their first day, and the reason is said", async () => {
    const { periodDay: _unknown, ...answers } = answersFor(["universal-credit"]);
    const [one] = (await yearWith(answers)).benefits;
    expect(one?.rows).toEqual([]);
    expect(one?.texts.join(" ")).toContain("first day of your assessment period");
  });
});

describe("weeks", () => {
  test("with two payments in one go over the limit when both are counted with other pay, and say so in words", async () => {
    const weekly = penceOf(20_400 - (await feeOf(januaryFirst)));
    const answers = { ...answersFor(["carers-allowance"], { carer: "yes" }), pay: { carer: { pence: weekly } } };
    const [one] = (await yearWith(answers)).benefits;
    const week = one?.rows.find(({ days }) => days === "11 January 2027 to 17 January 2027");
    expect(week).toMatchObject({ standing: "over", share: 100 });
    expect(week?.left).toMatch(/^£[\d.]+ over the limit\. Talk to an adviser$/u);
    const march = one?.rows.find(({ days }) => days === "1 March 2027 to 7 March 2027");
    expect(march).toMatchObject({ standing: "fits", left: "£0 left", share: 100 });
    expect(one?.finding).toMatch(/^In \d weeks of \d the pay is above the limit\./u);
  });

  test("are not guessed where other pay is not known", async () => {
    const [one] = (await yearWith({ ...answersFor(["carers-allowance"], { carer: "not-sure" }) })).benefits;
    expect(one?.rows.map(({ standing }) => standing)).not.toContain("fits");
    for (const row of one?.rows ?? []) expect(row.left).not.toMatch(/ left$/u);
  });

  test("do not matter to PIP, and that is all that is said of it", async () => {
    const [one] = (await yearWith(answersFor(["pip"]))).benefits;
    expect(one).toMatchObject({ rows: [], texts: ["The amount of it does not depend on these payments."] });
  });
});

describe("what somebody chose", () => {
  test("is what counts: less than the offer once it is decided, and a meeting they do not come to not at all", async () => {
    const april = await comingMeeting("April group", "2027-03-23");
    const before = (await yearWith(null)).payments.at(-1)?.cells;
    const drafted = await saveDraft(moment(), april, 0, { kind: "less", less: penceOf(1_000), how: "bank" });
    if (!drafted.ok) throw new Error(drafted.refusal);
    const decided = await decide(moment(), april, (await ownChoice(moment(), april))!.version);
    if (!decided.ok) throw new Error(decided.refusal);
    const after = (await yearWith(null)).payments.at(-1)?.cells;
    expect([before?.[0], after?.[0]]).toEqual(["April group, 23 March 2027", "April group, 23 March 2027"]);
    expect(before?.[1]).not.toBe("£10.00");
    expect(after?.[1]).toBe("£10.00");

    const invitation = await moment().db.query.invitations.findFirst({ where: (table, at) => at.eq(table.id, april.invitationId) });
    await saveReply(moment(), april, invitation!.version, "not-coming");
    expect((await yearWith(null)).payments.map(({ cells }) => cells[0])).not.toContain("April group, 23 March 2027");
  });
});

describe("money that is late", () => {
  test("has no day any more: it could fall in any week, so what is left there is not said as if it were whole", async () => {
    const later = opened.context("2027-02-01T10:00:00.000Z");
    const year = await yearFor(later, mia, { subject, answers: answersFor(["universal-credit"]), wording: "standard" });
    const late = year.payments.filter(({ cells }) => cells[2] === "The day is not known yet").map(({ cells }) => cells[0]);
    expect(late).toEqual(expect.arrayContaining(["January group, 12 January 2027", "Garden group, 14 January 2027"]));
    const march = year.benefits[0]?.rows.find(({ days }) => days.startsWith("5 February 2027"));
    const fee = await feeOf(januaryFirst);
    // Its own payment and the two late ones.
    expect(march?.counted).toBe(`£${fee / 100} to £${(fee * 3) / 100}`);
  });
});

describe("in Easy Read", () => {
  test("the numbers are the same, and the sentences are short", async () => {
    const [standard, easy] = [await yearWith(answersFor(["universal-credit"])), await yearWith(answersFor(["universal-credit"]), "easy")];
    expect(easy.benefits[0]?.rows.map(({ counted, limit }) => [counted, limit])).toEqual(
      standard.benefits[0]?.rows.map(({ counted, limit }) => [counted, limit]),
    );
    for (const text of [...easy.intro, ...easy.benefits.flatMap((one) => [one.finding, ...one.texts])])
      for (const sentence of text.split(/(?<=[.?!]) /u)) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(15);
  });
});

test("looking at the year writes nothing at all, whatever was answered", async () => {
  const everything = async () => {
    const { db } = moment();
    return JSON.stringify([
      await db.query.audit.findMany(),
      await db.query.benefitAnswers.findMany(),
      await db.query.paymentChoices.findMany(),
      await db.query.outbox.findMany(),
    ]);
  };
  const before = await everything();
  await yearWith(answersFor(["universal-credit", "carers-allowance"]));
  expect(await everything()).toBe(before);
});
