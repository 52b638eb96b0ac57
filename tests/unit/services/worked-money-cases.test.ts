// The 32 worked cases of money through the services and the database: meetings are planned, people invited, claims sent, checked and
// paid, and each figure is read back from where it is kept. What the rules say without a database is in the domain's own tests.
import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeAt } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Choice } from "#app/domain/payments/choice.ts";
import type { CostPolicy } from "#app/domain/payments/cost-policy.ts";
import type { Expense, ExpenseKind } from "#app/domain/payments/expenses.ts";
import { readAccountNumber, readRollNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import { nationalInsuranceOn } from "#app/domain/payments/payroll.ts";
import { taxYear } from "#app/domain/payments/statement.ts";
import { universityOfBathVouchers, voucherNeeds } from "#app/domain/payments/vouchers.ts";
import type { RateCard } from "#app/domain/payments/rate-card.ts";
import { adoptPublishedCard, publishedCards } from "#app/domain/payments/published-cards.ts";
import { administratorOf, type Attendee, type Coordinator, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { attendanceOf, markAttendance } from "#app/services/attendance.server.ts";
import { sentClaimOf } from "#app/services/claim-records.server.ts";
import { myClaim, saveCostDetails, saveTime, sendClaim, startCost } from "#app/services/claims.server.ts";
import { claimForFinance } from "#app/services/finance-claim.server.ts";
import { authoriseClaim, markPaid, passClaim } from "#app/services/finance.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { addCostRules } from "#app/services/money-settings.server.ts";
import { decide, decisionFor, ownChoice, saveBankDetails, saveDraft } from "#app/services/payment-choice.server.ts";
import { payeeForFinance, recordAboutPayee, savePayingAccount } from "#app/services/payees.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { claimsForRun, makeRun } from "#app/services/run-making.server.ts";
import { lettersOf } from "#app/services/run-papers.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { myStatements } from "#app/services/statements.server.ts";
import { renderDocument } from "#app/documents/render.ts";
import { addClaim } from "#db/stores/claims.ts";
import { addRateCard } from "#db/stores/rate-cards.ts";
import { findRun } from "#db/stores/payment-runs.ts";
import { claims, invitations, organisations } from "#db/schema.ts";
import { financePerson } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { attendeeFor, makeOrganisation } from "#tests/support/meeting.ts";
import { expectOf, factsOf, paymentExamples, workedCase, workedPolicy } from "#tests/support/payment-examples.ts";
import { valueOf } from "#tests/support/results.ts";
import { bandFrom, bandUpTo, cardWith, day, hourly, lineWith, mile } from "../domain/payments/builders.ts";

let opened: TestInstance;
const moment = (at: string) => opened.context(at);
beforeAll(async () => {
  opened = await testInstance("2026-11-03T09:00:00.000Z");
});
afterAll(() => opened.close());

/** Two months before a day, so that there is time to plan, and the day after it. */
const planningFor = (date: string) => {
  const before = new Date(`${date}T09:00:00.000Z`);
  before.setUTCDate(before.getUTCDate() - 60);
  return before.toISOString();
};
const dayAfter = (date: string) => {
  const after = new Date(`${date}T09:00:00.000Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  return after.toISOString();
};

type World = {
  readonly organisationId: string;
  readonly coordinator: Coordinator;
  readonly checker: FinanceOfficer;
  readonly authoriser: FinanceOfficer;
  readonly releaser: FinanceOfficer;
};

async function world(cards: readonly RateCard[], at = "2025-10-01T09:00:00.000Z"): Promise<World> {
  const { organisationId, coordinator } = await makeOrganisation(moment(at));
  for (const card of cards)
    await moment(at).change(async (tx) => {
      const id = moment(at).newId();
      await addRateCard(tx, {
        id,
        organisationId,
        card: { ...card, id, organisation: organisationId },
        name: card.name,
        validFrom: card.validFrom,
        createdAt: moment(at).now,
      });
      return { ok: true as const, value: {} };
    });
  const both = ["finance-check", "finance-authorise"] as const;
  const [checker, authoriser, releaser] = [
    await financePerson(moment(at), organisationId, "Ben Ali", both),
    await financePerson(moment(at), organisationId, "Cara Iqbal", both),
    await financePerson(moment(at), organisationId, "Dev Shah", both),
  ];
  return { organisationId, coordinator, checker: checker, authoriser: authoriser, releaser: releaser };
}

type MeetingWanted = {
  readonly date: string;
  readonly minutes: number;
  readonly startsAt?: number;
  readonly lineCode?: string;
  readonly role?: string;
  readonly paidTime?: { readonly readingMinutes?: number; readonly preparationMinutes?: number };
};

const every: readonly ExpenseKind[] = ["public-transport", "taxi", "own-vehicle", "care", "food-drink", "other"];

async function meeting({ coordinator, organisationId }: World, wanted: MeetingWanted): Promise<string> {
  const { date, minutes, startsAt = 600, lineCode = "hour", paidTime = {} } = wanted;
  const context = moment(planningFor(date));
  const stored = (await context.db.query.rateCards.findMany())
    .filter((row) => row.organisationId === organisationId && row.validFrom <= date)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(-1)!;
  const { reference } = await createWholeMeeting(context, coordinator, {
    name: "Planning group",
    about: "We plan the new clinic together.",
    asked: "Tell us what matters to you.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "online",
    when: { kind: "known", date: calendarDateOf(date), startsAt: clockTimeAt(startsAt), endsAt: clockTimeAt(startsAt + minutes) },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "The clinic", minutes }], expectedPeople: 2, foodServed: false, parallelGroups: 0, conditions: [] },
    where: { online: { service: "zoom", joiningLink: "", features: [] }, conditions: [] },
    payment: {
      offered: "time-and-costs",
      rate: { cardId: stored.id, lineCode },
      paidTime: { meeting: true, readingMinutes: 0, preparationMinutes: 0, travelMinutes: 0, ...paidTime },
      costs: every,
      costsOther: "",
      costsBefore: "claim-later",
      budgetCode: "PPI-204",
      paidWithin: { kind: "working-days", days: 10 },
    },
  });
  return reference;
}

let people = 0;
async function personIn({ coordinator }: World, at: string, name = "Mia Bell", email?: string): Promise<string> {
  people += 1;
  const facts = {
    name,
    email: email ?? `person-${people}@example.net`,
    phone: "",
    address: "1 Sea Road",
    preferredContact: "letter" as const,
    neutralSubject: false,
    safeContact: "",
  };
  return valueOf(await addPerson(moment(at), coordinator, facts)).personId;
}

async function invited(
  { coordinator }: World,
  reference: string,
  personId: string,
  {
    date,
    choice = { kind: "full" },
    how = "bank",
  }: { readonly date: string; readonly choice?: Choice; readonly how?: "bank" | "someone-elses-account" },
): Promise<Attendee> {
  const context = moment(planningFor(date));
  const asked = valueOf(await invitePeople(context, coordinator, reference, { personIds: [personId], personalLine: "", neutralFor: [] }));
  const attendee = await attendeeFor(context, asked[0]!.invitationId);
  valueOf(await saveDraft(context, attendee, 0, { kind: choice.kind, how }));
  valueOf(await decide(context, attendee, (await ownChoice(context, attendee))!.version));
  return attendee;
}

type Cost = Pick<Expense, "details"> & {
  readonly spent?: number;
  readonly receipt?: "lost" | "will-post";
  readonly reason?: string;
  readonly date?: string;
};

async function sent(
  { coordinator }: World,
  reference: string,
  attendee: Attendee,
  {
    date,
    at = dayAfter(date),
    minutes,
    costs: spent = [],
    paidByEmployer = "no",
    attendance = "online",
  }: {
    readonly date: string;
    readonly at?: string;
    readonly minutes: number;
    readonly costs?: readonly Cost[];
    readonly paidByEmployer?: "yes" | "no";
    readonly attendance?: "online" | "another-way" | "not";
  },
): Promise<string> {
  const context = moment(at);
  const rows = valueOf(await attendanceOf(context, coordinator, reference)).people;
  const marks = rows
    .filter(({ invitationId, isClaimed }) => invitationId === attendee.invitationId && !isClaimed)
    .map(({ invitationId, version }) => ({ invitationId, version, attendance, minutes }));
  valueOf(await markAttendance(context, coordinator, reference, marks));
  const claim = async () => valueOf(await myClaim(context, attendee));
  for (const cost of spent) {
    const { costId } = valueOf(await startCost(context, attendee, cost.details.kind));
    valueOf(
      await saveCostDetails(
        context,
        attendee,
        { costId, version: 1 },
        {
          expense: {
            date: day(cost.date ?? date),
            whatFor: "",
            details: cost.details,
            ...(cost.spent === undefined ? {} : { spent: penceOf(cost.spent) }),
            agreedFirst: "not-said",
            paidByOrganisation: false,
            paidByEmployer: false,
          },
          receipt: cost.receipt ?? "will-post",
          reason: cost.reason ?? "",
          upload: null,
        },
      ),
    );
  }
  valueOf(await saveTime(context, attendee, (await claim()).version, { answer: "right", differs: "", paidByEmployer }));
  valueOf(
    await sendClaim(context, attendee, (await claim()).version, { signedName: "Mia Bell", answer: spent.length === 0 ? "no-costs" : "" }),
  );
  return (await row(attendee)).id;
}

const row = async (attendee: Attendee) =>
  (await opened.context().db.query.claims.findFirst({ where: (table, { eq: is }) => is(table.invitationId, attendee.invitationId) }))!;
const valueIn = async (attendee: Attendee) => sentClaimOf(opened.context(), await row(attendee));

/** One meeting with one person who was there for all of it, claimed: what the database says it comes to. */
async function oneClaim(
  made: World,
  wanted: MeetingWanted & { readonly costs?: readonly Cost[]; readonly choice?: Choice; readonly paidByEmployer?: "yes" | "no" },
) {
  const reference = await meeting(made, wanted);
  const attendee = await invited(made, reference, await personIn(made, planningFor(wanted.date)), wanted);
  const claimId = await sent(made, reference, attendee, wanted);
  const { forTime, forCosts, toPay } = await row(attendee);
  return { attendee, claimId, reference, forTime, forCosts, toPay };
}

const at = async (context: ReturnType<typeof moment>, finance: FinanceOfficer, claimId: string) => ({
  claimId,
  version: valueOf(await claimForFinance(context, finance, claimId)).version,
});

async function agreed(made: World, claimId: string, when: string): Promise<void> {
  const context = moment(when);
  valueOf(await passClaim(context, made.checker, await at(context, made.checker, claimId), "PPI-204"));
  valueOf(await authoriseClaim(context, made.authoriser, await at(context, made.authoriser, claimId)));
}

const account = (
  sort: string,
  number: string,
  name: string,
  more: { readonly rollNumber?: string; readonly holderAgreed?: boolean } = {},
) => ({
  nameOnAccount: name,
  sortCode: valueOf(readSortCode(sort)),
  accountNumber: valueOf(readAccountNumber(number)),
  ...(more.rollNumber === undefined ? {} : { rollNumber: valueOf(readRollNumber(more.rollNumber)) }),
  ...(more.holderAgreed === undefined ? {} : { holderAgreed: more.holderAgreed }),
});

async function payFrom(made: World): Promise<void> {
  const payer = { name: "Example Trust", sortCode: "089999", accountNumber: "66374958", serviceUserNumber: "123456" };
  valueOf(await savePayingAccount(moment("2026-11-03T09:00:00.000Z"), made.releaser, payer));
}

const quarters = workedPolicy("started-quarter-hours");
const startedQuarters = cardWith({
  lines: [
    lineWith({
      basis: { kind: "started-unit", unitMinutes: quarters["unitMinutes"]!, hourly: hourly(quarters["perHourPence"]!) },
      minimumMinutes: quarters["minimumMinutes"]!,
      dayCap: penceOf(quarters["dayCapPence"]!),
    }),
  ],
});
const twentyFive = cardWith({ lines: [lineWith({})] });
const nice = () =>
  valueOf(
    adoptPublishedCard(
      publishedCards.find(({ id }) => id === "nice-lived-experience")!,
      {
        id: "nice",
        organisation: "o",
        version: 1,
        validFrom: day("2025-01-01"),
        breaks: { kind: "count" },
        paysPlannedTime: true,
        weekBegins: "Monday",
        cancellation: [],
        answers: {},
      },
    ),
  );
const lineFor = (role: string) => (role === "decision maker" ? "decision-maker-meeting" : "contributor-meeting");
const monday = "2026-11-02";

// The cases begin here.
describe("rates", () => {
  test("S01: exactly four hours on the newer page is kept as the lower band", async () => {
    const card = nice();
    const { role, minutes } = factsOf<{ role: string; minutes: number }>("S01");
    const { forTime } = await oneClaim(await world([card]), { date: monday, minutes, lineCode: lineFor(role) });
    expect(forTime).toBe(expectOf<{ timePence: number }>("S01").timePence);
  });

  test("S02: exactly four hours on the earlier page is kept as the higher band", async () => {
    const bands = workedPolicy("nice-earlier-wording").bands!;
    const card = cardWith({
      lines: [
        lineWith({
          basis: { kind: "band", bands: [bandUpTo(240, false, penceOf(bands[0]!.pence)), bandFrom(240, true, penceOf(bands[1]!.pence))] },
        }),
      ],
    });
    const { minutes } = factsOf<{ minutes: number }>("S02");
    expect((await oneClaim(await world([card]), { date: monday, minutes })).forTime).toBe(expectOf<{ timePence: number }>("S02").timePence);
  });

  test("S03: a decision maker over four hours", async () => {
    const card = nice();
    const { role, minutes } = factsOf<{ role: string; minutes: number }>("S03");
    const { forTime } = await oneClaim(await world([card]), { date: monday, minutes, lineCode: lineFor(role) });
    expect(forTime).toBe(expectOf<{ timePence: number }>("S03").timePence);
  });

  test("S04: two reviews, offered by the piece", async () => {
    const { role, documentsReviewed } = factsOf<{ role: string; documentsReviewed: number }>("S04");
    const made = await world([nice()]);
    const reference = await meeting(made, { date: monday, minutes: 240, lineCode: lineFor(role) });
    const attendee = await invited(made, reference, await personIn(made, planningFor(monday)), { date: monday });
    const { offer } = (await opened
      .context()
      .db.query.invitations.findFirst({ where: (table, { eq: is }) => is(table.id, attendee.invitationId) }))!;
    const [first] = offer!.activities;
    const { minutes: _minutes, ...entry } = first!.entry;
    const review = {
      ...first!,
      entry: { ...entry, id: "review", activity: "review" as const, items: documentsReviewed, lineCode: "one-review" },
    };
    await change(attendee, { offer: { ...offer!, activities: [review] } });
    await sent(made, reference, attendee, { date: monday, minutes: 0, attendance: "another-way" });
    expect((await row(attendee)).forTime).toBe(expectOf<{ timePence: number }>("S04").timePence);
  });

  test("S05: reading and feedback are paid too", async () => {
    const { meetingMinutes, readingMinutes, feedbackMinutes } = factsOf<Record<string, number>>("S05");
    const made = await world([twentyFive]);
    const reference = await meeting(made, { date: monday, minutes: meetingMinutes!, paidTime: { readingMinutes: readingMinutes! } });
    const attendee = await invited(made, reference, await personIn(made, planningFor(monday)), { date: monday });
    await given(attendee, [
      { activity: "reading", minutes: readingMinutes!, items: null },
      { activity: "feedback", minutes: feedbackMinutes!, items: null },
    ]);
    await sent(made, reference, attendee, { date: monday, minutes: meetingMinutes! });
    expect((await row(attendee)).forTime).toBe(expectOf<{ timePence: number }>("S05").timePence);
  });

  test.each(["S06", "S08"])("%s: started quarter hours and their minimum", async (id) => {
    const { minutes } = factsOf<{ minutes: number }>(id);
    const { attendee, forTime } = await oneClaim(await world([startedQuarters]), { date: "2026-09-10", minutes });
    const [line] = (await valueIn(attendee)).lines;
    expect({ paidMinutes: line?.about === "time" ? line.priced.paidMinutes : null, timePence: forTime }).toEqual(workedCase(id).expect);
  });

  test("S07: half a penny goes up", async () => {
    const card = cardWith({
      lines: [lineWith({ basis: { kind: "per-minute", hourly: hourly(workedPolicy("minute-pro-rata")["perHourPence"]!) } })],
    });
    const { forTime } = await oneClaim(await world([card]), { date: monday, minutes: factsOf<{ minutes: number }>("S07").minutes });
    expect(forTime).toBe(expectOf<{ timePence: number }>("S07").timePence);
  });

  test("S09: two meetings in one day reach the cap across two claims", async () => {
    const { date, meetings } = factsOf<{ date: string; meetings: readonly { minutes: number }[] }>("S09");
    const made = await world([startedQuarters]);
    const personId = await personIn(made, planningFor(date));
    const sums: { readonly time: number; readonly uncapped: number }[] = [];
    for (const [index, { minutes }] of meetings.entries()) {
      const reference = await meeting(made, { date, minutes, startsAt: index === 0 ? 540 : 900 });
      const attendee = await invited(made, reference, personId, { date });
      await sent(made, reference, attendee, { date, minutes });
      const value = await valueIn(attendee);
      sums.push({
        time: (await row(attendee)).forTime ?? 0,
        uncapped: value.lines.reduce((total, line) => total + (line.about === "time" ? line.priced.amount : 0), 0),
      });
    }
    const total = (part: "time" | "uncapped") => sums.reduce((all, one) => all + one[part], 0);
    expect({ uncappedPence: total("uncapped"), timePence: total("time"), capped: total("time") < total("uncapped") }).toEqual(
      workedCase("S09").expect,
    );
  });

  test("S28: the card in force on the day of the activity is the one in the offer", async () => {
    const { meetings, riseFrom } = factsOf<{ meetings: readonly string[]; riseFrom: string }>("S28");
    const made = await world([cardWith({ name: "before" }), cardWith({ name: "after", version: 2, validFrom: day(riseFrom) })]);
    const names: string[] = [];
    for (const date of meetings) {
      const reference = await meeting(made, { date, minutes: 60 });
      const attendee = await invited(made, reference, await personIn(made, planningFor(date)), { date });
      const kept = await opened
        .context()
        .db.query.invitations.findFirst({ where: (table, { eq: is }) => is(table.id, attendee.invitationId) });
      names.push(kept?.offer?.card.name ?? "");
    }
    expect(names).toEqual(expectOf<{ cardVersions: string[] }>("S28").cardVersions);
  });

  test("S31: unwell on the morning, the reading done and the lost fare are paid", async () => {
    const facts = factsOf<{ cancelledBy: "participant"; noticeHours: number; nonRefundableFarePence: number; prepDoneMinutes: number }>(
      "S31",
    );
    const card = {
      ...startedQuarters,
      cancellation: [{ cancelledBy: "participant", noticeUnderMinutes: "any", pays: { kind: "nothing" }, paysPreparationDone: true }],
    } as const;
    const made = await world([card]);
    const reference = await meeting(made, { date: monday, minutes: 120, paidTime: { preparationMinutes: facts.prepDoneMinutes } });
    const attendee = await invited(made, reference, await personIn(made, planningFor(monday)), { date: monday });
    await change(attendee, { calledOff: { by: facts.cancelledBy, noticeMinutes: facts.noticeHours * 60, preparationDone: true } });
    await sent(made, reference, attendee, {
      date: monday,
      minutes: 0,
      attendance: "not",
      costs: [{ details: { kind: "public-transport" }, spent: facts.nonRefundableFarePence }],
    });
    const { forTime, forCosts, toPay } = await row(attendee);
    const ofMeeting = (await valueIn(attendee)).lines.flatMap((line) =>
      line.about === "time" && line.priced.entry.activity === "meeting" ? [line.priced.amount] : [],
    );
    expect({
      timePence: forTime,
      farePence: forCosts,
      payPence: toPay,
      meetingPence: ofMeeting.reduce((all, one) => all + one, 0),
    }).toEqual(workedCase("S31").expect);
  });
});

async function change(attendee: Attendee, to: Partial<typeof invitations.$inferInsert>): Promise<void> {
  await opened.context().change(async (tx) => {
    await tx.update(invitations).set(to).where(eq(invitations.id, attendee.invitationId));
    return { ok: true as const, value: {} };
  });
}
const given = (attendee: Attendee, givenTime: NonNullable<(typeof invitations.$inferInsert)["givenTime"]>) =>
  change(attendee, { givenTime });

const rules = (part: Partial<CostPolicy>): CostPolicy => ({
  validFrom: day("2025-10-01"),
  withoutReceiptUpTo: penceOf(workedPolicy("general-controls")["receiptWaiverPence"]!),
  claimWithinDays: workedPolicy("general-controls")["claimWindowDays"]!,
  ceilings: {},
  meals: "none",
  mileage: "hmrc-approved",
  ...part,
});

async function withRules(part: Partial<CostPolicy>): Promise<World> {
  const made = await world([twentyFive], "2025-09-01T09:00:00.000Z");
  const { organisationId, coordinator } = made;
  const administrator = administratorOf({
    staffId: coordinator.staffId,
    organisationId,
    name: coordinator.name,
    email: coordinator.email,
    roles: ["administrator"],
  })!;
  valueOf(await addCostRules(moment("2025-09-01T09:00:00.000Z"), administrator, rules(part)));
  return made;
}

describe("costs", () => {
  const winter = "2026-02-02";
  const car = (milesTenths: number, passengers: readonly string[] = []): Cost => ({
    details: { kind: "own-vehicle", vehicle: "car", milesTenths, from: "Harbour", to: "Exampleton", passengers },
  });

  test("S10: a car with a passenger", async () => {
    const { milesTenths } = factsOf<{ milesTenths: number }>("S10");
    const { attendee, forCosts } = await oneClaim(await withRules({}), {
      date: winter,
      minutes: 60,
      costs: [car(milesTenths, ["Kofi Mensah"])],
    });
    const line = (await valueIn(attendee)).lines.find((one) => one.about === "expense");
    const priced = line?.about === "expense" ? line.assessed.mileage : undefined;
    expect({ mileagePence: priced?.mileage, passengerPence: priced?.passengers, totalPence: forCosts }).toEqual(workedCase("S10").expect);
  });

  test("S11: a cycle", async () => {
    const { milesTenths } = factsOf<{ milesTenths: number }>("S11");
    const cycle: Cost = { details: { kind: "own-vehicle", vehicle: "cycle", milesTenths, passengers: [] } };
    const { forCosts } = await oneClaim(await withRules({}), { date: winter, minutes: 60, costs: [cycle] });
    expect(forCosts).toBe(expectOf<{ mileagePence: number }>("S11").mileagePence);
  });

  test("S12: a journey across the yearly edge, after the miles of an earlier claim", async () => {
    const { milesTenths, milesThisYearBefore } = factsOf<{ milesTenths: number; milesThisYearBefore: number }>("S12");
    const made = await withRules({});
    const personId = await personIn(made, planningFor("2026-01-12"));
    const half = (milesThisYearBefore * 10) / 2;
    const first = await meeting(made, { date: "2026-01-12", minutes: 60 });
    const before = await invited(made, first, personId, { date: "2026-01-12" });
    await sent(made, first, before, { date: "2026-01-12", minutes: 60, costs: [car(half), car(half)] });
    const second = await meeting(made, { date: winter, minutes: 60 });
    const attendee = await invited(made, second, personId, { date: winter });
    await sent(made, second, attendee, { date: winter, minutes: 60, costs: [car(milesTenths)] });
    expect((await row(attendee)).forCosts).toBe(expectOf<{ mileagePence: number }>("S12").mileagePence);
  });

  test("S13: a rate above what HMRC approves is paid and flagged", async () => {
    const nhs = workedPolicy("afc-2026");
    const made = await withRules({
      mileage: {
        rates: { car: { first: mile(nhs["carPence"]!), then: { afterMiles: nhs["carFirstMiles"]!, rate: mile(nhs["carAfterPence"]!) } } },
        yearBegins: "01-01",
      },
    });
    const { attendee, forCosts } = await oneClaim(made, {
      date: winter,
      minutes: 60,
      costs: [car(factsOf<{ milesTenths: number }>("S13").milesTenths)],
    });
    const { mileagePence, aboveHmrcApprovedPence, flag } = expectOf<{ mileagePence: number; aboveHmrcApprovedPence: number; flag: string }>(
      "S13",
    );
    expect(forCosts).toBe(mileagePence);
    const line = (await valueIn(attendee)).lines.find((one) => one.about === "expense");
    expect(line?.about === "expense" ? line.assessed.findings : []).toMatchObject([{ finding: flag, above: aboveHmrcApprovedPence }]);
  });

  test("S14: a lost bus ticket is paid with its reason, and noted for who checks", async () => {
    const { pence, reason } = factsOf<{ pence: number; reason: string }>("S14");
    const made = await withRules({});
    const lost: Cost = { details: { kind: "public-transport" }, spent: pence, receipt: "lost", reason };
    const { attendee, claimId, forCosts } = await oneClaim(made, { date: winter, minutes: 60, costs: [lost] });
    expect(forCosts).toBe(expectOf<{ payPence: number }>("S14").payPence);
    const line = (await valueIn(attendee)).lines.find((one) => one.about === "expense");
    expect(line?.about === "expense" ? line.assessed.findings.map(({ finding }) => finding) : []).toEqual(["paid-without-receipt"]);
    // It still takes somebody to pass it and somebody to authorise it.
    await agreed(made, claimId, dayAfter(winter));
    expect((await row(attendee)).state).toBe("agreed");
  });

  test("S15: a claim four months late goes to a person and is not refused", async () => {
    const { meetingDate, claimDate } = factsOf<{ meetingDate: string; claimDate: string }>("S15");
    const made = await withRules({});
    const reference = await meeting(made, { date: meetingDate, minutes: 60 });
    const attendee = await invited(made, reference, await personIn(made, planningFor(meetingDate)), { date: meetingDate });
    const late = `${claimDate}T09:00:00.000Z`;
    const claimId = await sent(made, reference, attendee, { date: meetingDate, at: late, minutes: 60 });
    expect((await row(attendee)).state).toBe("sent");
    expect(valueOf(await claimForFinance(moment(late), made.checker, claimId)).flags.map(({ flag }) => flag)).toContain("late");
  });

  test("S29: a meal under the ceiling is paid as spent, not as the ceiling", async () => {
    const { hoursAway, spentPence } = factsOf<{ hoursAway: number; spentPence: number }>("S29");
    const meal: Cost = { details: { kind: "food-drink", away: { minutes: hoursAway * 60, past8pm: false } }, spent: spentPence };
    const { forCosts } = await oneClaim(await withRules({ meals: "hmrc-benchmark" }), { date: winter, minutes: 60, costs: [meal] });
    expect(forCosts).toBe(expectOf<{ payPence: number }>("S29").payPence);
  });

  test("S30: replacement care is paid at cost and is no part of the person's pay", async () => {
    const { invoicePence } = factsOf<{ invoicePence: number }>("S30");
    const care: Cost = { details: { kind: "care", alreadyInCarePackage: "no" }, spent: invoicePence };
    const made = await oneClaim(await withRules({}), { date: winter, minutes: 60, choice: { kind: "costs-only" }, costs: [care] });
    expect([made.toPay, made.forTime]).toEqual([expectOf<{ payPence: number }>("S30").payPence, 0]);
  });
});

describe("controls", () => {
  test("S16: the same person, meeting and kind of pay twice is stopped, by the service and by the database", async () => {
    const { attendee, claimId } = await oneClaim(await withRules({}), { date: monday, minutes: 60 });
    const context = moment(dayAfter(monday));
    const again = await sendClaim(context, attendee, (await row(attendee)).version, { signedName: "Mia Bell", answer: "no-costs" });
    expect(again.ok).toBe(false);
    const first = await row(attendee);
    const added = await context.change(async (tx) => ({
      ok: true as const,
      value: await addClaim(tx, { ...first, id: context.newId(), reference: context.newReference(), state: "open" }),
    }));
    expect(added).toEqual({ ok: true, value: false });
    const all = await context.db
      .select()
      .from(claims)
      .where(and(eq(claims.invitationId, attendee.invitationId)));
    expect(all.map(({ id }) => id)).toEqual([claimId]);
  });

  test("S17: nobody approves their own claim", async () => {
    const made = await withRules({});
    const reference = await meeting(made, { date: monday, minutes: 60 });
    const personId = await personIn(made, planningFor(monday), "Nia Obi", "nia.obi@example.org");
    const attendee = await invited(made, reference, personId, { date: monday });
    const claimId = await sent(made, reference, attendee, { date: monday, minutes: 60 });
    const context = moment(dayAfter(monday));
    const nia = await financePerson(context, made.organisationId, "Nia Obi", ["finance-check", "finance-authorise"], "nia.obi@example.org");
    expect((await passClaim(context, nia, await at(context, nia, claimId), "PPI-204")).ok).toBe(false);
    valueOf(await passClaim(context, made.checker, await at(context, made.checker, claimId), "PPI-204"));
    expect(await authoriseClaim(context, nia, await at(context, nia, claimId))).toMatchObject({
      ok: false,
      refusal: { kind: "rule", refusal: { reason: "own-claim" } },
    });
    valueOf(await authoriseClaim(context, made.authoriser, await at(context, made.authoriser, claimId)));
  });

  test("S18: bank details changed the day before a batch are held", async () => {
    const { changeRequested, batchDate } = factsOf<{ changeRequested: string; batchDate: string }>("S18");
    const made = await withRules({});
    const { attendee, claimId } = await oneClaim(made, { date: monday, minutes: 60 });
    valueOf(await saveBankDetails(moment(dayAfter(monday)), attendee, account("089999", "66374958", "Mia Bell")));
    await agreed(made, claimId, dayAfter(monday));
    valueOf(await saveBankDetails(moment(`${changeRequested}T09:00:00.000Z`), attendee, account("202959", "63748472", "Mia Bell")));
    const [ready] = await claimsForRun(moment(`${batchDate}T09:00:00.000Z`), made.checker, {
      kind: "bank-file",
      paymentDate: day(batchDate),
    });
    expect(ready?.stops).toMatchObject([{ stop: "payee-held" }]);
    const needs = ready?.stops.flatMap((stop) => (stop.stop === "payee-held" ? stop.needs.map(({ need }) => need) : []));
    expect(needs).toEqual(expect.arrayContaining(["contact-on-details-already-held", "second-person-check"]));
  });

  test("S19: a close match is held until who decided, when and why are on record", async () => {
    const { enteredName, accountName } = factsOf<{ enteredName: string; accountName: string }>("S19");
    const made = await withRules({});
    const { attendee } = await oneClaim(made, { date: monday, minutes: 60 });
    const context = moment(dayAfter(monday));
    await context.change(async (tx) => {
      await tx
        .update(organisations)
        .set({ policies: { nameCheckRequired: "yes" } })
        .where(eq(organisations.id, made.organisationId));
      return { ok: true as const, value: {} };
    });
    valueOf(await saveBankDetails(context, attendee, account("089999", "66374958", enteredName)));
    const payee = async () => valueOf(await payeeForFinance(context, made.checker, attendee.personId)).payee!;
    const about = { personId: attendee.personId, account: (await payee()).account };
    valueOf(
      await recordAboutPayee(context, made.checker, about, {
        kind: "name-check",
        result: "close-match",
        nameGiven: accountName,
        on: context.today,
      }),
    );
    expect((await payee()).answer).toMatchObject({ payment: "held", needs: [{ need: "name-check-decision", check: "close-match" }] });
    valueOf(
      await recordAboutPayee(context, made.authoriser, about, {
        kind: "name-check-decision",
        what: "confirmed-with-person",
        why: "Rang them",
      }),
    );
    expect((await payee()).answer.payment).toBe("allowed");
    const decision = (await payee()).entries.find(({ entry }) => entry.kind === "name-check-decision");
    expect(decision).toMatchObject({ by: "Cara Iqbal", at: context.now, entry: { why: "Rang them" } });
  });

  test("S32: a deputy's account is allowed once the order was seen, and the income and the statement stay the person's", async () => {
    const made = await withRules({});
    await payFrom(made);
    const reference = await meeting(made, { date: monday, minutes: 60 });
    const attendee = await invited(made, reference, await personIn(made, planningFor(monday), "Ruth Patel"), {
      date: monday,
      how: "someone-elses-account",
    });
    const claimId = await sent(made, reference, attendee, { date: monday, minutes: 60 });
    const context = moment(dayAfter(monday));
    valueOf(await saveBankDetails(context, attendee, account("089999", "66374958", "A Deputy", { holderAgreed: true })));
    await agreed(made, claimId, dayAfter(monday));
    const wanted = { kind: "bank-file", paymentDate: day("2026-11-06") } as const;
    expect((await claimsForRun(context, made.checker, wanted))[0]?.stops).toMatchObject([{ stop: "payee-held" }]);
    const payee = valueOf(await payeeForFinance(context, made.checker, attendee.personId)).payee!;
    valueOf(
      await recordAboutPayee(
        context,
        made.authoriser,
        { personId: attendee.personId, account: payee.account },
        {
          kind: "authority",
          authority: "court-order",
          holder: "A Deputy",
          from: null,
          to: null,
          limits: "",
          evidence: "The order, looked at",
        },
      ),
    );
    expect((await claimsForRun(context, made.checker, wanted))[0]?.stops).toEqual([]);
    const runId = await paid(made, dayAfter(monday), wanted.paymentDate);
    const [line] = valueOf(await runForFinance(context, made.checker, runId)).lines;
    expect(line?.person).toBe("Ruth Patel");
    const [statement] = await myStatements(context, attendee, [taxYear(2026)]);
    expect(statement?.time).toBe(2_500);
  });
});

async function signedRun(made: World, when: string, paymentDate: ReturnType<typeof day>): Promise<string> {
  const context = moment(when);
  const { runId } = valueOf(await makeRun(context, made.checker, { kind: "bank-file", paymentDate, claimIds: "all" }));
  const { version } = valueOf(await runForFinance(context, made.releaser, runId));
  valueOf(await signRun(context, made.releaser, { runId, version }));
  return runId;
}

async function paid(made: World, when: string, paymentDate: ReturnType<typeof day>): Promise<string> {
  const runId = await signedRun(made, when, paymentDate);
  const context = moment(when);
  const { version } = valueOf(await runForFinance(context, made.releaser, runId));
  valueOf(await markRunPaid(context, made.releaser, { runId, version }, { paidOn: context.today, notPaid: [] }));
  return runId;
}

async function bacsFile(made: World, when: string, runId: string): Promise<readonly string[]> {
  const context = moment(when);
  const { version } = valueOf(await runForFinance(context, made.checker, runId));
  const { number } = valueOf(await exportRun(context, made.checker, { runId, version }, "bacs18"));
  return valueOf(await downloadExport(context, made.checker, { runId, number })).text.split("\r\n");
}

describe("choices", () => {
  test("S22: the whole payment declined, costs still met, and the offer and the choice are kept", async () => {
    const { expensesPence } = factsOf<{ expensesPence: number }>("S22");
    const fare: Cost = { details: { kind: "public-transport" }, spent: expensesPence };
    const { attendee, forTime, toPay } = await oneClaim(await withRules({}), {
      date: monday,
      minutes: 180,
      choice: { kind: "costs-only" },
      costs: [fare],
    });
    const { timePence, payPence } = expectOf<{ timePence: number; payPence: number }>("S22");
    expect([forTime, toPay]).toEqual([timePence, payPence]);
    const context = opened.context();
    const kept = await context.db.query.invitations.findFirst({ where: (table, { eq: is }) => is(table.id, attendee.invitationId) });
    const { offeredPence } = factsOf<{ offeredPence: number }>("S22");
    expect(kept?.offer?.total).toBe(offeredPence);
    expect(await decisionFor(context, context.db, attendee.invitationId)).toMatchObject({
      choice: { kind: "costs-only" },
      offered: offeredPence,
    });
  });

  test("S23: in paid work time only the fare is paid", async () => {
    const { travelPence } = factsOf<{ travelPence: number }>("S23");
    const fare: Cost = { details: { kind: "public-transport" }, spent: travelPence };
    const { forTime, toPay } = await oneClaim(await withRules({}), { date: monday, minutes: 120, paidByEmployer: "yes", costs: [fare] });
    expect({ timePence: forTime, payPence: toPay }).toEqual(workedCase("S23").expect);
  });
});

describe("bank files, years, payroll and vouchers", () => {
  test("S20 and S21: a roll number stands in the reference field, and a name is written as Bacs can carry it", async () => {
    const { rollNumber } = factsOf<{ rollNumber: string }>("S20");
    const { name } = factsOf<{ name: string }>("S21");
    const made = await withRules({});
    await payFrom(made);
    const { attendee, claimId } = await oneClaim(made, { date: monday, minutes: 60 });
    valueOf(await saveBankDetails(moment(dayAfter(monday)), attendee, account("872427", "46238510", name, { rollNumber })));
    await agreed(made, claimId, dayAfter(monday));
    const runId = await paid(made, dayAfter(monday), day("2026-11-06"));
    const payment = (await bacsFile(made, dayAfter(monday), runId))[4]!;
    expect(payment.slice(64, 82)).toBe(expectOf<{ bacsPositions65to82: string }>("S20").bacsPositions65to82);
    expect(payment.slice(82, 100)).toBe(expectOf<{ bacsName: string }>("S21").bacsName);
    // What it is for then stands on the letter about the payment.
    const run = (await findRun(opened.context().db, made.organisationId, runId))!;
    const { prints } = valueOf(await lettersOf(moment(dayAfter(monday)), made.checker, run));
    const text = new TextDecoder().decode(valueOf(await renderDocument(prints[0]!.doc, "plain-text")).bytes);
    expect(text).toContain("for Planning group");
    expect(text).toContain(rollNumber);
  });

  test("S24: the statement year goes by the day of payment, and shows the day of the activity", async () => {
    const { activityDate, paymentDate } = factsOf<{ activityDate: string; paymentDate: string }>("S24");
    const made = await withRules({});
    const { attendee, claimId } = await oneClaim(made, { date: activityDate, minutes: 60 });
    const when = `${paymentDate}T09:00:00.000Z`;
    await agreed(made, claimId, when);
    valueOf(await saveBankDetails(moment(when), attendee, account("089999", "66374958", "Mia Bell")));
    valueOf(await markPaid(moment(when), made.releaser, await at(moment(when), made.releaser, claimId), day(paymentDate)));
    const [before, after] = await myStatements(moment(when), attendee, [taxYear(2025), taxYear(2026)]);
    expect(before?.rows).toEqual([]);
    expect(after?.rows).toMatchObject([{ paidOn: paymentDate, activityDate }]);
    expect(`${after!.period.from.slice(0, 4)}-${after!.period.to.slice(2, 4)}`).toBe(
      expectOf<{ statementYear: string }>("S24").statementYear,
    );
  });

  test("S25: a file made on Tuesday for Thursday is processed on Wednesday", async () => {
    const { submittedAt } = factsOf<{ submittedAt: string }>("S25");
    const { processingDay, entryDay } = expectOf<{ processingDay: string; entryDay: string }>("S25");
    const made = await withRules({});
    await payFrom(made);
    const { attendee, claimId } = await oneClaim(made, { date: monday, minutes: 60 });
    valueOf(await saveBankDetails(moment(dayAfter(monday)), attendee, account("089999", "66374958", "Mia Bell")));
    await agreed(made, claimId, dayAfter(monday));
    const when = `${submittedAt}:00.000Z`;
    const runId = await signedRun(made, when, day(entryDay));
    const dayOfYear = (iso: string) => Math.round((Date.parse(iso) - Date.parse(`${iso.slice(0, 4)}-01-01`)) / 86_400_000) + 1;
    expect((await bacsFile(made, when, runId))[3]!.slice(4, 10)).toBe(` ${processingDay.slice(2, 4)}${dayOfYear(processingDay)}`);
  });

  // Nothing of these two is kept in the database: the program shows what the rules say, and a person decides.
  test("S26: £150 through a weekly payroll costs the organisation its own National Insurance", () => {
    const { grossPence } = factsOf<{ grossPence: number }>("S26");
    const cost = valueOf(nationalInsuranceOn({ gross: penceOf(grossPence), period: "week", paidOn: day("2026-11-20") }));
    expect({ employeeNiPence: cost.employee, employerNiPence: cost.employer, reachesLel: cost.reachesLowerEarningsLimit }).toEqual({
      employeeNiPence: expectOf<{ employeeNiPence: number }>("S26").employeeNiPence,
      employerNiPence: expectOf<{ employerNiPence: number }>("S26").employerNiPence,
      reachesLel: expectOf<{ reachesLel: boolean }>("S26").reachesLel,
    });
  });

  test("S27: a voucher over one university's edge takes the further steps", () => {
    const { voucherPence } = factsOf<{ voucherPence: number }>("S27");
    expect(voucherNeeds(universityOfBathVouchers, penceOf(voucherPence))).toHaveLength(expectOf<{ needs: string[] }>("S27").needs.length);
  });
});

test("every worked case is tried here", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8").split("// The cases begin here.")[1] ?? "";
  const tried = [...source.matchAll(/\bS\d\d\b(?=:| and |"\]|",)/gu)].map(([id]) => id);
  expect([...new Set(tried)].toSorted()).toEqual(paymentExamples.cases.map(({ id }) => id).toSorted());
});
