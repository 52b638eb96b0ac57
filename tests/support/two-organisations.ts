// Two organisations in one installation, each with everything a stranger would want to see: the example, and a second one made
// through the same services whose every private word is a marker. And the visitors who must not see them.
import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { nothingSaidYet } from "#app/domain/benefits/check-answers.ts";
import { readAccountNumber, readSortCode } from "#app/domain/payments/bank-details.ts";
import { administratorOf, coordinatorOf, financeOfficerOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { addStaffMember, beginFirstSession, setUp } from "#app/services/accounts.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { keepLayout, newLayout } from "#app/services/export-layouts.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { attendeesOfSession, mintLink, startFromLink } from "#app/services/links.server.ts";
import { createWholeMeeting, type SavedMeeting } from "#app/services/meetings.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { keepOrForget } from "#app/services/payment-check.server.ts";
import { addAdviserFor } from "#app/services/advisers.server.ts";
import { askForAdviser, saveBankDetails, saveDraft } from "#app/services/payment-choice.server.ts";
import { adoptRates } from "#app/services/rate-cards.server.ts";
import { bookings, venueRequests } from "#db/schema.ts";
import type { App } from "#tests/support/app.ts";
import type { Ids, Role } from "#tests/support/routes.ts";
import { valueOf } from "#tests/support/results.ts";

/** Words that must reach nobody they are not for. Those that are sealed must not be in the database file either. */
export const markers = {
  open: {
    person: "Zqxwendy Osei-Prŷs",
    email: "zqxwendy@example.org",
    phone: "07700 900 776",
    address: "12 Zqxaddress Row",
    budgetCode: "ZQX-9917",
    meeting: "Zqxmeeting of the garden group",
    venue: "Zqxvenue Hall",
    supplier: "Zqxsupplier Interpreters",
    bookingNote: "Zqxbooking: ask for Mair",
    layout: "Zqxcolumns of our ledger",
  },
  sealed: {
    accountNumber: "77419926",
    sortCode: "089977",
    nameOnAccount: "Zqxaccount Holder",
    note: "Zqxnote: I sit near the door because of seizures.",
    forEveryone: "Zqxeveryone: look at me when you speak.",
    safeContact: "Zqxsafe: only ring on Thursdays.",
    charity: "Zqxcharity Trust",
    adviser: "Zqxadviser: text me on 07700 900 778",
    benefit: "zqxbenefit-answer",
  },
} as const;

export const allMarkers: readonly string[] = [...Object.values(markers.open), ...Object.values(markers.sealed), "08-99-77", "08 99 77"];

/** Somebody with a browser: their session, and what they are. */
export type Walker = {
  readonly who: string;
  readonly session: string | null;
  readonly roles: readonly Role[];
  /** Which organisation is theirs. */
  readonly of: "example" | "second" | "neither";
};

export type TwoOrganisations = {
  readonly example: { readonly ids: Ids; readonly markers: readonly string[] };
  readonly second: { readonly ids: Ids; readonly markers: readonly string[] };
  readonly walkers: readonly Walker[];
  /** The people each organisation's addresses do belong to. */
  readonly owners: readonly Walker[];
};

/** Makes the second organisation beside the example and a session for everybody who will walk through both. */
export async function makeTwoOrganisations(app: App): Promise<TwoOrganisations> {
  const context = app.instance.context();
  const example = await context.db.query.organisations.findFirst({ where: (table, { eq }) => eq(table.isExample, true) });
  if (!example) throw new Error("The example was not made: open the app with the example");
  const second = await makeSecond(context);
  const before = await idsOf(context, example.id);
  const venueManager = await venueSession(context, example.id, before.meeting, "ahead");
  const exampleIds = await idsOf(context, example.id);
  const secondIds = await idsOf(context, second.coordinator.organisationId, second.meeting.id);

  const staffSession = async (who: string, email: string, roles: readonly Role[], of: Walker["of"]): Promise<Walker> => ({
    who,
    session: await beginFirstSession(context, email),
    roles,
    of,
  });
  const walkers: Walker[] = [
    { who: "a stranger", session: null, roles: [], of: "neither" },
    { who: "a stranger with a made-up session", session: "B".repeat(43), roles: [], of: "neither" },
    await staffSession("the example's coordinator", "asha@example.org", ["coordinator", "administrator"], "example"),
    await staffSession("the example's checker", "tom@example.org", ["finance-check"], "example"),
    await staffSession("the example's authoriser", "ngozi@example.org", ["finance-authorise"], "example"),
    await staffSession("the second organisation's coordinator", second.coordinator.email, ["coordinator"], "second"),
    await staffSession("the second organisation's checker", "zqxcheck@example.net", ["finance-check"], "second"),
    await staffSession("the second organisation's authoriser", "zqxauthorise@example.net", ["finance-authorise"], "second"),
    await staffSession("the second organisation's auditor", "zqxaudit@example.net", ["auditor"], "second"),
    await staffSession("the second organisation's administrator", "zqxadmin@example.net", ["administrator"], "second"),
    {
      who: "an attendee of the example",
      session: await attendeeSession(context, example.id, exampleIds),
      roles: ["attendee"],
      of: "example",
    },
    { who: "an attendee of another meeting of the second organisation", session: second.otherAttendee, roles: ["attendee"], of: "second" },
    {
      who: "a venue manager of another venue of the example",
      session: await venueSession(context, example.id, exampleIds.meeting, "held"),
      roles: ["venue-manager"],
      of: "example",
    },
  ];
  return {
    example: {
      ids: exampleIds,
      markers: ["Gwilym Prŷs", "gwilym@example.org", "Agnieszka", "Weavers", "CP-1042", "seat away from the windows"],
    },
    second: { ids: secondIds, markers: allMarkers },
    walkers,
    owners: [
      ...walkers.filter(({ roles }) => !roles.includes("attendee") && !roles.includes("venue-manager")),
      { who: "the example's own attendee", session: await ownSession(context, example.id, exampleIds), roles: ["attendee"], of: "example" },
      { who: "the second organisation's own attendee", session: second.attendee, roles: ["attendee"], of: "second" },
      { who: "the example's own venue manager", session: venueManager, roles: ["venue-manager"], of: "example" },
    ],
  };
}

async function makeSecond(context: Context): Promise<{
  readonly coordinator: Coordinator;
  readonly meeting: SavedMeeting;
  readonly attendee: string;
  readonly otherAttendee: string;
}> {
  const facts = {
    organisationName: "Kiln Lane Trust",
    nation: "wales",
    fullName: "Ffion Rhys",
    email: "ffion@example.net",
    password: "three random words",
  } as const;
  const made = valueOf(await setUp(context, facts, "two-organisations"));
  const { organisationId } = made;
  const known = coordinatorOf({ staffId: made.staffId, organisationId, name: facts.fullName, email: facts.email, roles: ["coordinator"] });
  if (!known) throw new Error("not a coordinator");
  // A coordinator and nothing else, so that what is an administrator's can be refused to somebody.
  valueOf(await addStaffMember(context, { organisationId, name: "Carys Ong", email: "zqxplan@example.net", roles: ["coordinator"] }));
  valueOf(await addStaffMember(context, { organisationId, name: "Tomos Hale", email: "zqxcheck@example.net", roles: ["finance-check"] }));
  valueOf(
    await addStaffMember(context, { organisationId, name: "Nia Obi", email: "zqxauthorise@example.net", roles: ["finance-authorise"] }),
  );
  valueOf(await addStaffMember(context, { organisationId, name: "Idris Wynn", email: "zqxaudit@example.net", roles: ["auditor"] }));
  valueOf(await addStaffMember(context, { organisationId, name: "Ada Bell", email: "zqxadmin@example.net", roles: ["administrator"] }));
  const tomos = (await context.db.query.staff.findMany()).find(({ email }) => email === "zqxcheck@example.net");
  const checker = tomos && financeOfficerOf({ ...tomos, staffId: tomos.id });
  if (!checker) throw new Error("not in finance");
  valueOf(await keepLayout(context, checker, "new", { name: markers.open.layout, layout: newLayout("plain") }));
  const carys = (await context.db.query.staff.findMany()).find(({ email }) => email === "zqxplan@example.net");
  const coordinator =
    carys && coordinatorOf({ staffId: carys.id, organisationId, name: carys.name, email: carys.email, roles: carys.roles });
  if (!coordinator) throw new Error("not a coordinator");

  const rates = valueOf(await adoptRates(context, known, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-11-01") }));
  const { person, email, phone, address, budgetCode, meeting: name, venue } = markers.open;
  const personId = valueOf(
    await addPerson(context, coordinator, {
      name: person,
      email,
      phone,
      address,
      preferredContact: "email",
      neutralSubject: false,
      safeContact: markers.sealed.safeContact,
    }),
  ).personId;
  const other = valueOf(
    await addPerson(context, coordinator, {
      name: "Dai Lloyd",
      email: "dai@example.net",
      phone: "",
      address: "",
      preferredContact: "email",
      neutralSubject: false,
      safeContact: "",
    }),
  ).personId;
  const meetingFacts = {
    name,
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: coordinator.staffId },
    mode: "hybrid",
    when: { kind: "known", date: calendarDateOf("2027-01-12"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [
        { title: "Welcome", minutes: 20 },
        { title: "Ideas", minutes: 70 },
      ],
      expectedPeople: 12,
      foodServed: true,
      parallelGroups: 0,
      conditions: [],
    },
    where: {
      place: { kind: "new", name: venue, address: "1 Kiln Lane\nSwansea", email: "hall@example.org" },
      online: { service: "zoom", joiningLink: "", features: [] },
      conditions: [],
    },
    payment: {
      offered: "time-and-costs",
      rate: { cardId: rates.cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 60, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport", "taxi"],
      costsOther: "",
      costsBefore: "book-for-you",
      budgetCode,
      paidWithin: { kind: "working-days", days: 10 },
    },
  } as const;
  const meeting = await createWholeMeeting(context, coordinator, meetingFacts);
  const elsewhere = await createWholeMeeting(context, coordinator, {
    ...meetingFacts,
    name: "Tree planting",
    where: { ...meetingFacts.where, place: { kind: "new", name: "Coed Hall", address: "2 Kiln Lane", email: "coed@example.org" } },
    payment: { ...meetingFacts.payment, budgetCode: "" },
  });
  const [invited] = valueOf(
    await invitePeople(context, coordinator, meeting.reference, { personIds: [personId], personalLine: "", neutralFor: [] }),
  );
  const [otherInvited] = valueOf(
    await invitePeople(context, coordinator, elsewhere.reference, { personIds: [other], personalLine: "", neutralFor: [] }),
  );
  if (!invited || !otherInvited) throw new Error("nobody was invited");
  await context.change(async (tx) => {
    const mine = await tx.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, meeting.reference) });
    if (!mine) throw new Error("the meeting is gone");
    const booking = {
      id: context.newId(),
      organisationId,
      meetingId: mine.id,
      supportId: "bsl-interpreter",
      quantity: 2,
      state: "asked",
    } as const;
    await tx.insert(bookings).values({ ...booking, supplier: markers.open.supplier, note: markers.open.bookingNote });
  });
  const own = await sessionFor(context, organisationId, invited.invitationId);
  await sayEverything(context, own.attendee);
  const { session } = await sessionFor(context, organisationId, otherInvited.invitationId);
  return { coordinator, meeting, attendee: own.session, otherAttendee: session };
}

/** Everything one person can tell us, each with its marker. */
async function sayEverything(context: Context, attendee: Attendee): Promise<void> {
  valueOf(await saveReply(context, attendee, 1, "coming-in-room", context.newId()));
  valueOf(
    await saveOwnAnswers(
      context,
      attendee,
      0,
      (empty) => ({
        ...empty,
        topics: ["senses"],
        chosen: [{ id: "no-flashing", strength: "essential" }],
        notes: [{ about: "senses", text: markers.sealed.note, mayRead: ["venue"] }],
        forEveryone: markers.sealed.forEveryone,
        keep: "keep",
        visited: ["topics", "essential", "sharing", "check"],
      }),
      context.newId(),
    ),
  );
  valueOf(await sendOwnAnswers(context, attendee, context.newId()));
  const charity = { name: markers.sealed.charity, reference: "" } as const;
  valueOf(
    await saveDraft(
      context,
      attendee,
      0,
      { kind: "split", forPerson: penceOf(1000), forCharity: penceOf(500), charity, how: "bank" } as never,
      context.newId(),
    ),
  );
  const staff = await context.db.query.staff.findFirst({ where: (table, { eq }) => eq(table.organisationId, attendee.organisationId) });
  if (!staff) throw new Error("nobody works for the organisation");
  const keeper = administratorOf({
    staffId: staff.id,
    organisationId: attendee.organisationId,
    name: "",
    email: "",
    roles: ["administrator"],
  })!;
  const advice = { name: "Advice Corner", about: "", email: "advice@example.net", phone: "", otherWays: "", hours: "" };
  const { adviserId } = valueOf(await addAdviserFor(context, keeper, { ...advice, repliesWithinDays: 5 }));
  const asked = { version: 1, adviserId, how: "text", reach: markers.sealed.adviser, when: "" } as const;
  valueOf(await askForAdviser({ ...context, mailIsSet: true }, attendee, asked, context.newId()));
  await keepOrForget(context, attendee, { ...nothingSaidYet, said: { keep: "keep", nation: markers.sealed.benefit } });
  const sortCode = valueOf(readSortCode(markers.sealed.sortCode));
  const accountNumber = valueOf(readAccountNumber(markers.sealed.accountNumber));
  valueOf(
    await saveBankDetails(
      context,
      attendee,
      { nameOnAccount: markers.sealed.nameOnAccount, sortCode, accountNumber },
      { intent: context.newId() },
    ),
  );
}

async function sessionFor(
  context: Context,
  organisationId: string,
  invitationId: string,
): Promise<{ readonly session: string; readonly attendee: Attendee }> {
  const session = context.newToken();
  const path = await context.change(async (tx) =>
    mintLink(context, tx, { organisationId, kind: "invitation", id: invitationId, meetingDate: calendarDateOf("2027-01-12") }),
  );
  valueOf(await startFromLink(context, "invitation", path.slice("/i/".length), session));
  const [found] = await attendeesOfSession(context, session);
  if (!found) throw new Error("the link let nobody in");
  return { session, attendee: found.attendee };
}

// Somebody asked to the meeting that the addresses do not name.
async function attendeeSession(context: Context, organisationId: string, ids: Ids): Promise<string> {
  const meeting = await context.db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, ids.meeting) });
  const invitation = (await context.db.query.invitations.findMany()).find(
    (one) => one.organisationId === organisationId && one.meetingId !== meeting?.id,
  );
  if (!invitation) throw new Error("the example has no second meeting");
  return (await sessionFor(context, organisationId, invitation.id)).session;
}

// The manager of the venue of one of the example's two meetings.
async function venueSession(context: Context, organisationId: string, reference: string, which: "ahead" | "held"): Promise<string> {
  const meetings = await context.db.query.meetings.findMany({ where: (table, { eq }) => eq(table.organisationId, organisationId) });
  const meeting = meetings.find((one) => (one.reference === reference) === (which === "ahead") && one.venueId !== null);
  if (!meeting?.venueId) throw new Error("the example's meeting has no venue");
  const id = context.newId();
  const session = context.newToken();
  const { venueId } = meeting;
  const path = await context.change(async (tx) => {
    await tx.insert(venueRequests).values({
      id,
      organisationId,
      venueId,
      meetingId: meeting.id,
      email: "hall@example.org",
      answerBy: calendarDateOf("2026-12-10"),
      features: [],
      sentAt: context.now,
    });
    return mintLink(context, tx, { organisationId, kind: "venue-request", id, meetingDate: meeting.date });
  });
  valueOf(await startFromLink(context, "venue-request", path.slice("/v/".length), session));
  return session;
}

async function ownSession(context: Context, organisationId: string, ids: Ids): Promise<string> {
  if (ids.invitation === null) throw new Error("nobody is invited to the example");
  return (await sessionFor(context, organisationId, ids.invitation)).session;
}

/** Real ids of an organisation; of the given meeting, or of the one furthest ahead. */
export async function idsOf(context: Context, organisationId: string, meetingId?: string): Promise<Ids> {
  const { query } = context.db;
  const mine = <Row extends { readonly organisationId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.organisationId === organisationId);
  const meetings = mine(await query.meetings.findMany({ orderBy: (table, { desc }) => desc(table.date) }));
  const meeting = meetings.find(({ id }) => id === meetingId) ?? meetings[0];
  if (!meeting) throw new Error("The organisation has no meeting");
  const ofMeeting = <Row extends { readonly meetingId: string | null }>(rows: readonly Row[]): Row | undefined =>
    rows.find((row) => row.meetingId === meeting.id) ?? rows[0];
  const invitation = ofMeeting(mine(await query.invitations.findMany()));
  const claims = mine(await query.claims.findMany());
  const line = (await query.claimLines.findMany()).find(({ claimId }) => claims.some(({ id }) => id === claimId));
  const claim = claims.find(({ id }) => id === line?.claimId) ?? claims[0];
  return {
    meeting: meeting.reference,
    person: invitation?.personId ?? null,
    venue: meeting.venueId,
    venueRequest: ofMeeting(mine(await query.venueRequests.findMany()))?.id ?? null,
    booking: ofMeeting(mine(await query.bookings.findMany()))?.id ?? null,
    claim: claim?.id ?? null,
    claimReference: claim?.reference ?? null,
    claimLine: line?.id ?? null,
    invitation: invitation?.id ?? null,
    message: mine(await query.outbox.findMany())[0]?.id ?? null,
    rateCard: mine(await query.rateCards.findMany())[0]?.id ?? null,
    file: mine(await query.files.findMany())[0]?.id ?? null,
    staff: mine(await query.staff.findMany())[0]?.id ?? null,
    run: mine(await query.paymentRuns.findMany())[0]?.id ?? null,
    print: mine(await query.printJobs.findMany())[0]?.id ?? null,
    layout: mine(await query.exportLayouts.findMany())[0]?.id ?? null,
  };
}

/** A fingerprint of everything in the database but when sessions were last used, to tell whether anything was changed. */
export function contentsOf(app: Pick<App, "folder">, leaveOut: readonly string[] = ["sessions", "attempts"]): string {
  const file = new Database(join(app.folder, "data", "welcome-table.db"), { readonly: true });
  try {
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all() as string[];
    const hash = createHash("sha256");
    for (const table of tables)
      if (!leaveOut.includes(table)) hash.update(JSON.stringify([table, file.prepare(`SELECT * FROM "${table}"`).raw().all()]));
    return hash.digest("hex");
  } finally {
    file.close();
  }
}
