// The example organisation: made-up people, real services. Everything in it is done through the same services a person
// would use, each with a context whose clock is set to the day it happened (decision 36).
import { addDays, clockTimeOf, instantOf, isWorkingDay, momentOf, weekdayOf, type CalendarDate } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Result } from "#app/domain/basics/result.ts";
import {
  attendeeOf,
  coordinatorOf,
  financeOfficerOf,
  type Attendee,
  type Coordinator,
  type FinanceOfficer,
} from "#app/domain/people/actors.ts";
import { addOrganisation, findStaffByEmail, listOrganisations, listStaff } from "#db/stores/accounts.ts";
import { findMeeting, listInvited, listMeetings } from "#db/stores/meetings.ts";
import { addBookingFor } from "./bookings.server.ts";
import { addStaffMember, beginFirstSession, exampleSignInLink } from "./accounts.server.ts";
import { instance, type Context, type Instance } from "./context.server.ts";
import { answerCostRequest, askForCosts, costsBeforeOf } from "./costs-before.server.ts";
import {
  chooseForExample,
  claimDays,
  exampleMoney,
  exampleRequests,
  markExampleAttendance,
  moveExampleClaim,
  sendExampleClaim,
} from "./example/money.ts";
import { examplePeople, type ExamplePerson } from "./example/people.ts";
import { riversideCentre, weaversHall } from "./example/venues.ts";
import { invitePeople } from "./invitations.server.ts";
import { mintLink } from "./links.server.ts";
import { createWholeMeeting, type SavedMeeting, type WholeMeeting } from "./meetings.server.ts";
import { saveReply } from "./my-meeting.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "./needs.server.ts";
import { addPerson } from "./people.server.ts";
import { adoptRates } from "./rate-cards.server.ts";
import { beginWithRules } from "./rules.server.ts";
import { recordOwnCheck, type FactAnswer } from "./venues.server.ts";

/** Makes the example where no organisation exists at all. */
export async function makeExampleIfNone(opened: Instance): Promise<void> {
  const context = opened.context();
  if ((await listOrganisations(context.db)).length > 0) return;
  await makeExample(opened);
}

/** Makes the example organisation, its staff, and all that happened up to today. */
export async function makeExample(opened: Instance): Promise<{ readonly organisationId: string }> {
  const { today } = opened.context();
  const began = contextOn(opened, addDays(today, -60));
  const organisationId = began.newId();
  await began.change(async (tx) => {
    await addOrganisation(tx, {
      id: organisationId,
      name: "Riverbank Council (example)",
      nation: "england",
      isExample: true,
      address: "Example House\n1 Example Street\nLeeds\nLS1 4AP",
      contact: {
        name: "Asha Grewal",
        phone: "01632 960 001",
        textNumber: "07700 900 982",
        email: "asha@example.org",
        bslVideoRelay: "",
        hours: "Monday to Friday, 9am to 5pm",
      },
      bodyKind: "statutory",
      statementName: "RIVERBANK COUNCIL",
      policies: { paidBy: "voucher" },
      createdAt: began.now,
    });
    await beginWithRules(began, tx, organisationId);
  });
  for (const member of exampleStaff) sure(await addStaffMember(began, { organisationId, ...member }));
  const coordinator = await coordinatorOfExample(began, organisationId);
  const rates = sure(await adoptRates(began, coordinator, { publishedId: "blue-heart", validFrom: began.today }));
  const people = new Map<ExamplePerson, string>();
  for (const person of examplePeople) people.set(person, await addExamplePerson(began, coordinator, person));

  const scene: Scene = { instance: opened, today, coordinator, rateCardId: rates.cardId, people };
  await heldMeeting(scene);
  await meetingAhead(scene);
  return { organisationId };
}

/**
 * Lets somebody who has just set up look round the example as its coordinator: makes it where it was cleared, and gives a
 * session and the meeting to begin with. The example's people are made up, so this opens nothing of anybody's.
 */
export async function openExample(context: Context): Promise<{ readonly session: string; readonly reference: string }> {
  const example = (await listOrganisations(context.db)).find((organisation) => organisation.isExample);
  const organisationId = example?.id ?? (await makeExample(await instance())).organisationId;
  const ahead = (await listMeetings(context.db, organisationId)).find((meeting) => (meeting.date ?? "") > context.today);
  if (!ahead) throw new Error("The example has no meeting ahead");
  return { session: await beginFirstSession(context, exampleStaff[0].email), reference: ahead.reference };
}

type Scene = {
  readonly instance: Instance;
  readonly today: CalendarDate;
  readonly coordinator: Coordinator;
  readonly rateCardId: string;
  readonly people: ReadonlyMap<ExamplePerson, string>;
};

const exampleStaff = [
  { name: "Asha Grewal", email: "asha@example.org", phone: "01632 960 001", roles: ["coordinator", "administrator"] },
  { name: "Tom Hale", email: "tom@example.org", phone: "01632 960 002", roles: ["finance-check"] },
  { name: "Ngozi Obi", email: "ngozi@example.org", phone: "01632 960 003", roles: ["finance-authorise"] },
] as const;

const times = { startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("15:30") };
const whatWeOffer = {
  offered: "time-and-costs",
  paidTime: { meeting: true, readingMinutes: 60, preparationMinutes: 0, travelMinutes: 0 },
  costs: ["public-transport", "taxi", "own-vehicle", "care", "assistant", "food-drink"],
  costsOther: "",
  costsBefore: "book-for-you",
  paidWithin: { kind: "working-days", days: 10 },
} as const;

/** The meeting that took place about three weeks ago; its claims are at three stages. */
async function heldMeeting(scene: Scene): Promise<void> {
  const date = midweekDay(scene, addDays(scene.today, -21), -1);
  const came = [...scene.people].filter(([person]) => person.wasAtLastMeeting);
  const meeting = await makeMeeting(scene, addDays(scene.today, -56), {
    ...about("Day services planning group, first meeting", "We begin to plan day services together. We agree how to work.", scene),
    mode: "in-person",
    when: { kind: "known", date, ...times },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [
        { title: "Welcome and ground rules", minutes: 20 },
        { title: "What works now", minutes: 45 },
        { title: "What to change first", minutes: 45 },
      ],
      expectedPeople: 12,
      foodServed: true,
      parallelGroups: 0,
      conditions: [],
    },
    where: {
      place: { kind: "new", name: "Weavers' Hall", address: "Example Lane\nLeeds\nLS1 4AP", email: "hall@example.org" },
      conditions: [],
    },
    payment: { ...whatWeOffer, rate: { cardId: scene.rateCardId, lineCode: "co-producer-hour" }, budgetCode: "CP-1042" },
  });
  await recordVenue(scene, meeting, addDays(scene.today, -50), weaversHall);
  await inviteAndAnswer(scene, meeting, came, { invitedOn: addDays(scene.today, -55), answeredOn: () => addDays(scene.today, -45) });
  await payForIt(scene, meeting, date);
}

async function payForIt(scene: Scene, meeting: SavedMeeting, date: CalendarDate): Promise<void> {
  const on = (day: CalendarDate): Context => contextOn(scene.instance, day);
  const invited = await listInvited(on(date).db, scene.coordinator.organisationId, meeting.id);
  const attendeeNamed = async (name: string): Promise<Attendee> => {
    const found = invited.find(({ person }) => person.name === name);
    if (!found) throw new Error(`${name} was not invited`);
    return attendeeBehind(on(date), found.invitation.id);
  };
  for (const money of exampleMoney) await chooseForExample(on(addDays(scene.today, -44)), await attendeeNamed(money.name), money);
  await markExampleAttendance(on(addDays(date, 1)), scene.coordinator, meeting.reference);
  const days = claimDays(date);
  const officers = { checker: await financeOfExample(scene, 1), authoriser: await financeOfExample(scene, 2) };
  for (const money of exampleMoney.filter(({ claim }) => claim !== "open")) {
    const reference = await sendExampleClaim(on(days.sent), await attendeeNamed(money.name), money, date);
    await moveExampleClaim({ checked: on(days.checked), authorised: on(days.authorised) }, officers, reference, money.claim);
  }
}

async function financeOfExample(scene: Scene, place: 1 | 2): Promise<FinanceOfficer> {
  const account = await findStaffByEmail(scene.instance.context().db, exampleStaff[place].email);
  const { organisationId } = scene.coordinator;
  const officer =
    account && financeOfficerOf({ staffId: account.id, organisationId, name: account.name, email: account.email, roles: account.roles });
  if (!officer) throw new Error("The example has no finance officer");
  return officer;
}

/** The hybrid meeting about six weeks ahead, with clashing requirements and a booking that is already late. */
async function meetingAhead(scene: Scene): Promise<void> {
  const date = midweekDay(scene, addDays(scene.today, 42), 1);
  const meeting = await makeMeeting(scene, addDays(scene.today, -14), {
    ...about(
      "Day services planning group",
      "We are planning how day services should work from next year. We decide together what to change first.",
      scene,
    ),
    mode: "hybrid",
    when: { kind: "known", date, ...times },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [
        { title: "Welcome and what we agreed last time", minutes: 20 },
        { title: "What people told us", minutes: 40 },
        { title: "Choosing what to change first", minutes: 50 },
        { title: "Who does what next", minutes: 20 },
      ],
      expectedPeople: 14,
      foodServed: true,
      parallelGroups: 2,
      conditions: ["reception-used"],
    },
    where: {
      place: { kind: "new", name: "Riverside Community Centre", address: "2 Example Street\nLeeds\nLS1 4AP", email: "centre@example.org" },
      online: { service: "teams", joiningLink: "", features: [] },
      conditions: ["route-uses-ramp"],
    },
    payment: { ...whatWeOffer, rate: { cardId: scene.rateCardId, lineCode: "co-producer-hour" }, budgetCode: "CP-1042" },
  });
  await inviteAndAnswer(scene, meeting, [...scene.people], {
    invitedOn: addDays(scene.today, -12),
    answeredOn: (person) => (person.answeredDaysAgo === undefined ? null : addDays(scene.today, -person.answeredDaysAgo)),
  });
  await recordVenue(scene, meeting, addDays(scene.today, -10), riversideCentre);
  await askBefore(scene, meeting);
  const lately = contextOn(scene.instance, addDays(scene.today, -2));
  sure(
    await addBookingFor(lately, scene.coordinator, meeting.reference, {
      support: "meeting-supporter",
      quantity: 1,
      supplier: "Riverbank Speaking Up (example)",
      supplierContact: "hello@example.org",
      state: "asked",
      cost: null,
      cancelFreeUntil: null,
      owner: "",
      evidence: "",
    }),
  );
}

/** Two people ask for costs before the meeting: one waits for an answer, one is to be sent money first. */
async function askBefore(scene: Scene, meeting: SavedMeeting): Promise<void> {
  const asked = contextOn(scene.instance, addDays(scene.today, -4));
  const invited = await listInvited(asked.db, scene.coordinator.organisationId, meeting.id);
  for (const { name, ...request } of exampleRequests) {
    const found = invited.find(({ person }) => person.name === name);
    if (!found) throw new Error(`${name} was not invited`);
    sure(await askForCosts(asked, await attendeeBehind(asked, found.invitation.id), request));
  }
  const answered = contextOn(scene.instance, addDays(scene.today, -3));
  const { requests } = sure(await costsBeforeOf(answered, scene.coordinator, meeting.reference));
  const forMoney = requests.find(({ wish }) => wish === "advance");
  if (forMoney === undefined) throw new Error("Nobody in the example asked for money first");
  const at = { reference: meeting.reference, id: forMoney.id, version: forMoney.version };
  const words = "Yes. The payments team sends it to your bank account.";
  sure(await answerCostRequest(answered, scene.coordinator, at, { move: "agree-money", way: "advance", amount: penceOf(18_40), words }));
}

async function recordVenue(scene: Scene, meeting: SavedMeeting, day: CalendarDate, facts: readonly FactAnswer[]): Promise<void> {
  const context = contextOn(scene.instance, day);
  const stored = await findMeeting(context.db, scene.coordinator.organisationId, meeting.reference);
  if (!stored?.venueId) throw new Error("The example's meeting has no venue");
  sure(await recordOwnCheck(context, scene.coordinator, stored.venueId, facts));
}

function about(name: string, text: string, { coordinator }: Scene): Pick<WholeMeeting, "name" | "about" | "asked" | "contact"> {
  return {
    name,
    about: text,
    asked: "Give your views, and say what worked for you before. Reading two pages first helps.",
    contact: { kind: "staff", staffId: coordinator.staffId },
  };
}

async function makeMeeting(scene: Scene, day: CalendarDate, facts: WholeMeeting): Promise<SavedMeeting> {
  return createWholeMeeting(contextOn(scene.instance, day), scene.coordinator, facts);
}

async function inviteAndAnswer(
  scene: Scene,
  meeting: SavedMeeting,
  people: readonly (readonly [ExamplePerson, string])[],
  days: { readonly invitedOn: CalendarDate; readonly answeredOn: (person: ExamplePerson) => CalendarDate | null },
): Promise<void> {
  const personIds = people.map(([, id]) => id);
  const invited = sure(
    await invitePeople(contextOn(scene.instance, days.invitedOn), scene.coordinator, meeting.reference, {
      personIds,
      personalLine: "",
      neutralFor: [],
    }),
  );
  for (const [person, personId] of people) {
    const day = days.answeredOn(person);
    const invitationId = invited.find((one) => one.personId === personId)?.invitationId;
    if (day === null || invitationId === undefined) continue;
    const context = contextOn(scene.instance, day);
    await answer(context, await attendeeBehind(context, invitationId), person);
  }
}

async function answer(context: Context, attendee: Attendee, person: ExamplePerson): Promise<void> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, attendee.invitationId) });
  sure(await saveReply(context, attendee, invitation?.version ?? 1, person.reply));
  sure(
    await saveOwnAnswers(context, attendee, 0, (empty) => ({
      ...empty,
      topics: person.topics,
      chosen: person.needs.map(([id, strength]) => ({ id, strength })),
      followUps: person.followUps ?? {},
      notes: person.notes ?? [],
      keep: "keep",
      visited: ["topics", "essential", "sharing", "check"],
    })),
  );
  sure(await sendOwnAnswers(context, attendee));
}

async function addExamplePerson(
  context: Context,
  coordinator: Coordinator,
  { name, email, phone, address = "" }: ExamplePerson,
): Promise<string> {
  const preferredContact = email === "" ? "letter" : "email";
  const added = sure(
    await addPerson(context, coordinator, { name, email, phone, address, preferredContact, neutralSubject: false, safeContact: "" }),
  );
  return added.personId;
}

async function attendeeBehind(context: Context, invitationId: string): Promise<Attendee> {
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invitationId) });
  const grant = await context.db.query.grants.findFirst({ where: (table, { eq }) => eq(table.subjectId, invitationId) });
  if (!invitation || !grant) throw new Error("The example's invitation is gone");
  const { organisationId, personId, meetingId } = invitation;
  return attendeeOf({ organisationId, personId, meetingId, invitationId, grantId: grant.id, mayReadBack: false });
}

async function coordinatorOfExample(context: Context, organisationId: string): Promise<Coordinator> {
  const account = await findStaffByEmail(context.db, exampleStaff[0].email);
  const coordinator =
    account && coordinatorOf({ staffId: account.id, organisationId, name: account.name, email: account.email, roles: account.roles });
  if (!coordinator) throw new Error("The example has no coordinator");
  return coordinator;
}

/** Ready links to the example's parts, for `npm start` to print. */
export async function exampleSignInLinks(context: Context): Promise<readonly { readonly who: string; readonly address: string }[]> {
  const example = (await listOrganisations(context.db)).find((organisation) => organisation.isExample);
  if (!example) return [];
  const links = [];
  for (const account of await listStaff(context.db, example.id)) {
    links.push({ who: `${partOf(account.roles)}, ${account.name}`, address: await exampleSignInLink(context, account, example) });
  }
  const attendee = await exampleAttendeeLink(context, example.id);
  return attendee === null ? links : [...links, attendee];
}

// Always the same person, who has not answered when the example is made: whoever opens this link sees the whole journey.
async function exampleAttendeeLink(
  context: Context,
  organisationId: string,
): Promise<{ readonly who: string; readonly address: string } | null> {
  const ahead = (await listMeetings(context.db, organisationId)).find(
    (meeting) => meeting.state === "open" && (meeting.date ?? "") > context.today,
  );
  if (!ahead) return null;
  const invited = await listInvited(context.db, organisationId, ahead.id);
  const chosen = invited.find(({ person }) => person.name === examplePeople.at(-1)?.name);
  if (!chosen) return null;
  const path = await context.change(async (tx) =>
    mintLink(context, tx, { organisationId, kind: "invitation", id: chosen.invitation.id, meetingDate: ahead.date }),
  );
  return { who: `Attendee, ${chosen.person.name}`, address: `${context.origin}${path}` };
}

function partOf(roles: readonly string[]): string {
  if (roles.includes("finance-check")) return "Finance, checks claims";
  if (roles.includes("finance-authorise")) return "Finance, authorises payments";
  return "Coordinator";
}

// The first Tuesday, Wednesday or Thursday that is a working day, looking forwards or back from a day.
function midweekDay({ instance: opened }: Scene, from: CalendarDate, step: 1 | -1): CalendarDate {
  const holidays = opened.context().holidaysOf("england");
  for (let day = from; ; day = addDays(day, step)) {
    const working = isWorkingDay(day, holidays);
    if (!working.ok) throw new Error(`The bank holidays around ${day} are not known, so the example cannot choose a day`);
    if (working.value && ["Tuesday", "Wednesday", "Thursday"].includes(weekdayOf(day))) return day;
  }
}

// Ten in the morning of a day: late enough for offices, and never in the hour the clocks change.
function contextOn(opened: Instance, day: CalendarDate): Context {
  const moment = momentOf(day, clockTimeOf("10:00"));
  // What the example's people were written before today is shown and never mailed: they are made up, and so are their addresses.
  return { ...opened.context(moment.ok ? moment.value : instantOf(`${day}T10:00:00.000Z`)), mailIsSet: false };
}

function sure<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The example could not be made: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
