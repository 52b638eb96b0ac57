// Meetings, people and invitations through the services a page uses, on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { setUp } from "#app/services/accounts.server.ts";
import {
  choosePeople,
  invitePeople,
  listInvitations,
  listSendings,
  removeInvitation,
  sendLinkAgain,
} from "#app/services/invitations.server.ts";
import { attendeeOfSession, findLinkGrant, letterCodeFingerprint, startFromLink } from "#app/services/links.server.ts";
import {
  copyMeeting,
  createMeeting,
  createWholeMeeting,
  findMeetingFor,
  listMeetingsFor,
  listSeriesFor,
  meetingFactsOf,
  saveAbout,
  savePayment,
  saveType,
  saveWhen,
  saveWhere,
  startMeeting,
  unansweredOf,
  warningsAbout,
  type WholeMeeting,
} from "#app/services/meetings.server.ts";
import { queueMessage, showMessage } from "#app/services/messages.server.ts";
import { addPerson, findPersonFor, listPeopleFor, savePerson } from "#app/services/people.server.ts";
import { adoptRates, listRateLines } from "#app/services/rate-cards.server.ts";
import { dateWarningSentence } from "#app/words/meetings.ts";
import { findLink } from "#db/stores/links.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";

let opened: TestInstance;
let asha: Coordinator;
let stranger: Coordinator;

async function organisationWith(name: string, email: string, isExample: boolean): Promise<Coordinator> {
  const context = opened.context();
  if (isExample) {
    // Only one organisation of a real kind can be set up, so the other stands beside it as the example does.
    const { addOrganisation, addStaff } = await import("#db/stores/accounts.ts");
    const organisationId = context.newId();
    const staffId = context.newId();
    await context.change(async (tx) => {
      await addOrganisation(tx, {
        id: organisationId,
        name,
        nation: "scotland",
        isExample: true,
        contact: { name, phone: "", textNumber: "", email, bslVideoRelay: "", hours: "" },
        policies: {},
        createdAt: context.now,
      });
      await addStaff(tx, { id: staffId, organisationId, name: "Other Person", email, roles: ["coordinator"], createdAt: context.now });
    });
    return coordinatorOf({ staffId, organisationId, name: "Other Person", email, roles: ["coordinator"] })!;
  }
  const made = await setUp(
    context,
    { organisationName: name, nation: "england", fullName: "Asha Grewal", email, password: "three random words" },
    name,
  );
  if (!made.ok) throw new Error(made.refusal);
  return coordinatorOf({ ...made.value, name: "Asha Grewal", email, roles: ["coordinator"] })!;
}

beforeAll(async () => {
  opened = await testInstance();
  asha = await organisationWith("Harbour Trust", "asha@example.org", false);
  stranger = await organisationWith("Elsewhere", "other@example.org", true);
});
afterAll(() => opened.close());

const twelfth = calendarDateOf("2027-01-12");

async function rate(): Promise<{ cardId: string; lineCode: string }> {
  const rates = await listRateLines(opened.context(), asha.organisationId, twelfth);
  if (rates.ok) return { cardId: rates.value.cardId, lineCode: "co-producer-hour" };
  const adopted = await adoptRates(opened.context(), asha, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-11-01") });
  if (!adopted.ok) throw new Error(adopted.refusal);
  return { cardId: adopted.value.cardId, lineCode: "co-producer-hour" };
}

async function whole(change: Partial<WholeMeeting> = {}): Promise<WholeMeeting> {
  return {
    name: "Planning group",
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "hybrid",
    when: { kind: "known", date: twelfth, startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("13:00") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: {
      agenda: [
        { title: "Welcome", minutes: 20 },
        { title: "Ideas", minutes: 70 },
      ],
      expectedPeople: 12,
      foodServed: true,
      parallelGroups: 2,
      conditions: ["ends-after-dark"],
    },
    where: {
      place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "hall@example.org" },
      online: { service: "zoom", joiningLink: "", features: ["captions-auto"] },
      conditions: ["route-uses-lift"],
    },
    payment: {
      offered: "time-and-costs",
      rate: await rate(),
      paidTime: { meeting: true, readingMinutes: 60, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport", "taxi", "own-vehicle", "parking-toll", "care"],
      costsOther: "",
      costsBefore: "book-for-you",
      budgetCode: "",
      paidWithin: { kind: "working-days", days: 10 },
    },
    ...change,
  };
}

async function person(name: string, facts: Partial<Parameters<typeof addPerson>[2]> = {}): Promise<string> {
  const email = facts.address === undefined && facts.phone === undefined ? `${name.toLowerCase().replaceAll(" ", ".")}@example.org` : "";
  const added = await addPerson(opened.context(), asha, {
    name,
    email,
    phone: "",
    address: "",
    preferredContact: "email",
    neutralSubject: false,
    safeContact: "",
    ...facts,
  });
  if (!added.ok) throw new Error(added.refusal);
  return added.value.personId;
}

describe("a meeting from its first page to people being asked", () => {
  test("a draft has a reference from its first page, and says what is still to be answered", async () => {
    const begun = await startMeeting(opened.context(), asha, await whole());
    if (!begun.ok) throw new Error(begun.refusal);
    expect(begun.value.reference).toMatch(/^[B-DF-HJ-NP-TV-XZ]{8}$/u);
    const found = await findMeetingFor(opened.context(), asha, begun.value.reference);
    if (!found.ok) throw new Error(found.refusal);
    expect(found.value.state).toBe("draft");
    expect(unansweredOf(found.value).map(({ answer }) => answer)).toEqual([
      "mode",
      "when",
      "breaks",
      "agenda",
      "expected-people",
      "payment",
    ]);
    expect(await createMeeting(opened.context(), asha, begun.value)).toEqual({ ok: false, refusal: "not-finished" });
  });

  test("a meeting with every answer is created, and the plan gets its facts", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, await whole());
    const found = await findMeetingFor(opened.context(), asha, saved.reference);
    if (!found.ok) throw new Error(found.refusal);
    expect(found.value.state).toBe("open");
    expect(found.value.replyBy).toBe("2026-12-18");
    expect(meetingFactsOf(found.value, calendarDateOf("2026-11-23"))).toMatchObject({
      ok: true,
      value: { netAgendaMinutes: 90, people: 12, parallelGroups: 2, foodServed: true, conditions: ["ends-after-dark", "route-uses-lift"] },
    });
  });

  test("an unknown date is an answer, and planning says that the date is not known", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, await whole({ when: { kind: "not-known" } }));
    const found = await findMeetingFor(opened.context(), asha, saved.reference);
    if (!found.ok) throw new Error(found.refusal);
    expect(meetingFactsOf(found.value, calendarDateOf("2026-11-23"))).toEqual({ ok: false, refusal: "no-date" });
  });

  test("two people who change one meeting at once never overwrite each other", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, await whole());
    const first = await saveType(opened.context(), asha, saved, { mode: "online" });
    expect(first.ok).toBe(true);
    const second = await saveAbout(opened.context(), asha, saved, { ...(await whole()), name: "Another name" });
    expect(second).toEqual({ ok: false, refusal: "changed-by-someone-else" });
  });

  test("a form that is sent twice makes one meeting", async () => {
    const facts = await whole();
    const first = await startMeeting(opened.context(), asha, facts, "one form");
    const second = await startMeeting(opened.context(), asha, facts, "one form");
    expect(second).toEqual(first);
  });

  test("another organisation's meeting is not found, whatever is asked of it", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, await whole());
    const context = opened.context();
    expect(await findMeetingFor(context, stranger, saved.reference)).toEqual({ ok: false, refusal: "not-found" });
    expect(await saveType(context, stranger, saved, { mode: "online" })).toEqual({ ok: false, refusal: "not-found" });
    expect(await copyMeeting(context, stranger, saved.reference)).toEqual({ ok: false, refusal: "not-found" });
    const id = await person("Only Ours");
    expect(await invitePeople(context, stranger, saved.reference, { personIds: [id], personalLine: "", neutralFor: [] })).toMatchObject({
      ok: false,
    });
    expect((await listMeetingsFor(context, stranger, { show: "all", name: "", withOlder: true })).hasAny).toBe(false);
    expect((await listPeopleFor(context, stranger)).total).toBe(0);
    expect(await findPersonFor(context, stranger, id)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("a venue and a rate of another organisation are refused", async () => {
    const saved = await createWholeMeeting(opened.context(), stranger, {
      ...(await whole()),
      contact: { kind: "staff", staffId: stranger.staffId },
      payment: { ...(await whole()).payment, offered: "nothing", rate: undefined } as never,
    });
    const { where, payment } = await whole();
    const ours = await findMeetingFor(opened.context(), asha, (await createWholeMeeting(opened.context(), asha, await whole())).reference);
    if (!ours.ok) throw new Error(ours.refusal);
    expect(
      await saveWhere(opened.context(), stranger, saved, { ...where, place: { kind: "venue", venueId: ours.value.venueId! } }),
    ).toEqual({ ok: false, refusal: "unknown-venue" });
    expect(await savePayment(opened.context(), stranger, saved, payment)).toEqual({ ok: false, refusal: "unknown-rate" });
  });

  test("a copy has everything but the date", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, await whole());
    const copied = await copyMeeting(opened.context(), asha, saved.reference);
    if (!copied.ok) throw new Error(copied.refusal);
    const copy = await findMeetingFor(opened.context(), asha, copied.value.reference);
    if (!copy.ok) throw new Error(copy.refusal);
    expect(copy.value).toMatchObject({ name: "Planning group", state: "draft", date: null, startsAt: null });
    expect(unansweredOf(copy.value)).toEqual([{ answer: "when", step: "when" }]);
  });

  test("a copy takes nothing of the people along, nor the way into their online room", async () => {
    const saved = await createWholeMeeting(opened.context(), asha, {
      ...(await whole()),
      where: {
        place: { kind: "compare" },
        online: { service: "zoom", joiningLink: "https://zoom.example/zqx", features: [] },
        conditions: [],
      },
    });
    await invitePeople(opened.context(), asha, saved.reference, {
      personIds: [await person("Zed Quill")],
      personalLine: "",
      neutralFor: [],
    });
    const copied = await copyMeeting(opened.context(), asha, saved.reference, { kind: "new", name: "Garden group" });
    if (!copied.ok) throw new Error(copied.refusal);
    const copy = await findMeetingFor(opened.context(), asha, copied.value.reference);
    if (!copy.ok) throw new Error(copy.refusal);
    expect(copy.value.joiningLink).toBe("");
    expect(await listInvitations(opened.context(), asha, copied.value.id)).toEqual([]);
    const series = await listSeriesFor(opened.context(), asha);
    const inSeries = await listMeetingsFor(opened.context(), asha, {
      show: "all",
      name: "",
      withOlder: false,
      seriesId: series.find(({ name }) => name === "Garden group")?.seriesId ?? "",
    });
    expect([inSeries.comingUp.length, inSeries.notFinished.length]).toEqual([1, 1]);
    expect(inSeries.comingUp[0]?.series).toBe("Garden group");
    const strangers = await createWholeMeeting(opened.context(), asha, await whole());
    expect(await copyMeeting(opened.context(), asha, strangers.reference, { kind: "series", seriesId: "made-up" })).toEqual({
      ok: false,
      refusal: "unknown-series",
    });
  });
});

describe("when a meeting is", () => {
  let at: { reference: string; version: number };
  beforeEach(async () => {
    at = await createWholeMeeting(opened.context(), asha, await whole());
  });
  const on = (date: string, from: string, to: string) => ({
    when: { kind: "known" as const, date: calendarDateOf(date), startsAt: clockTimeOf(from), endsAt: clockTimeOf(to) },
    breaks: { everyMinutes: 45, minutes: 15 },
  });

  test.each([
    ["a day that has passed", on("2026-11-22", "10:30", "12:00"), "in-the-past"],
    ["a finish before the start", on("2027-01-12", "12:00", "10:30"), "ends-before-it-starts"],
    ["a start in the hour that the clocks skip", on("2027-03-28", "01:30", "03:30"), "start-does-not-exist"],
    ["a start in the hour that comes twice", on("2027-10-31", "01:30", "03:30"), "start-happens-twice"],
    ["a finish in the hour that comes twice", on("2027-10-31", "00:30", "01:30"), "finish-happens-twice"],
  ])("%s is refused", async (_name, facts, refusal) => {
    expect(await saveWhen(opened.context(), asha, at, facts)).toEqual({ ok: false, refusal });
  });

  test("a bank holiday of the meeting's own nation, an early start and short notice are warned about", () => {
    const scottish = { nation: "scotland" as const, mode: "in-person" as const };
    const warned = warningsAbout(opened.context(), scottish, { date: calendarDateOf("2026-11-30"), startsAt: clockTimeOf("09:30") });
    expect(warned).toEqual([{ kind: "bank-holiday" }, { kind: "early-start" }, { kind: "short-notice", days: 7, usualWorkingDays: 30 }]);
    const english = warningsAbout(
      opened.context(),
      { ...scottish, nation: "england" },
      { date: calendarDateOf("2026-11-30"), startsAt: clockTimeOf("10:00") },
    );
    expect(english.map(({ kind }) => kind)).toEqual(["short-notice"]);
  });

  test("a day after the list of bank holidays ends is not known to be a working day", () => {
    const facts = { date: calendarDateOf("2029-01-10"), startsAt: clockTimeOf("10:30") };
    expect(warningsAbout(opened.context(), { nation: "wales", mode: "online" }, facts)).toEqual([
      { kind: "holidays-not-known" },
      { kind: "observances-not-known" },
    ]);
  });

  test("a day in a fast, a feast or next to one is warned about with its name", () => {
    const kinds = (date: string) =>
      warningsAbout(opened.context(), { nation: "england", mode: "online" }, { date: calendarDateOf(date), startsAt: clockTimeOf("10:30") })
        .filter(({ kind }) => kind === "observance")
        .map((warning) => dateWarningSentence(warning, "england"));
    expect(kinds("2027-10-11")).toEqual(["This date is in Yom Kippur (Jewish). Some people may not be able to come."]);
    expect(kinds("2027-05-17")).toEqual([
      "This date may be in Eid al-Adha (Muslim): it depends on the moon. Some people may not be able to come.",
    ]);
    expect(kinds("2027-10-10")).toEqual([
      "Yom Kippur (Jewish) begins at sunset on this date. Some people may need to be home before then.",
    ]);
    expect(kinds("2027-01-12")).toEqual([]);
  });
});

describe("asking people", () => {
  test("each person gets one invitation, an offer frozen as it stood, a private link that works and a message their own way", async () => {
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const byEmail = await person("Bea Hart");
    const byPost = await person("Cal Moss", { address: "2 Low Road\nLeeds\nLS1 4AP", preferredContact: "letter" });
    const byText = await person("Dee Vale", { phone: "07700 900982", preferredContact: "text" });
    const context = opened.context();
    const invited = await invitePeople(context, asha, meeting.reference, {
      personIds: [byEmail, byPost, byText],
      personalLine: "Bring a hat.",
      neutralFor: [byText],
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    expect(invited.value.map(({ channel }) => channel)).toEqual(["email", "letter", "show"]);

    const token = invited.value[0]!.link!.replace("/i/", "");
    expect(await findLinkGrant(context, "invitation", token)).toMatchObject({ grant: { subjectId: invited.value[0]!.invitationId } });
    expect((await startFromLink(context, "invitation", token, "a browser")).ok).toBe(true);
    expect(await attendeeOfSession(context, "a browser", meeting.reference)).toMatchObject({ personId: byEmail });

    const offer = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invited.value[0]!.invitationId) });
    // 2 hours 30 minutes and 1 hour of reading, at £25 an hour.
    expect(offer?.offer).toMatchObject({ total: 8750, person: byEmail, mayDeclineUntil: "2027-01-11" });

    const email = await showMessage(context, asha, invited.value[0]!.messageId);
    if (!email.ok) throw new Error(email.refusal);
    expect(email.value).toMatchObject({
      status: "to-show",
      recipient: "bea.hart@example.org",
      subject: "Invitation: Planning group, Tuesday 12 January. Please reply by Friday 18 December",
    });
    for (const words of [
      "Hello Bea Hart.",
      "Bring a hat.",
      "We plan the new garden.",
      "Tuesday 12 January 2027, 10:30am to 1pm.",
      "Kiln Hall, 1 Kiln Lane, Leeds",
      "£87.50",
      "travel",
      "It is fine to say no.",
    ]) {
      expect(email.value.text).toContain(words);
    }
    const letter = await showMessage(context, asha, invited.value[1]!.messageId);
    if (!letter.ok) throw new Error(letter.refusal);
    const code = /type this code: (\w{4} \w{4})/u.exec(letter.value.text)?.[1] ?? "";
    expect(await findLink(context.db, letterCodeFingerprint(context, code.toLowerCase()))).toMatchObject({
      token: { purpose: "letter-code" },
      grant: { subjectId: invited.value[1]!.invitationId },
    });
    const text = await showMessage(context, asha, invited.value[2]!.messageId);
    if (!text.ok) throw new Error(text.refusal);
    expect(text.value.subject).toBe("A message from Harbour Trust");
    expect((await listInvitations(context, asha, meeting.id)).map(({ name, reply }) => [name, reply])).toEqual([
      ["Bea Hart", "none"],
      ["Cal Moss", "none"],
      ["Dee Vale", "none"],
    ]);
    expect(await listInvitations(context, stranger, meeting.id)).toEqual([]);
    expect(await showMessage(context, stranger, invited.value[0]!.messageId)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("nobody is invited twice, and no link is kept for a form that is sent twice", async () => {
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const ids = { personIds: [await person("Eva Lind")], personalLine: "", neutralFor: [] };
    const first = await invitePeople(opened.context(), asha, meeting.reference, ids, "sent twice");
    const again = await invitePeople(opened.context(), asha, meeting.reference, ids, "sent twice");
    if (!first.ok || !again.ok) throw new Error("refused");
    expect(again.value).toEqual([{ ...first.value[0], link: null }]);
    expect(await invitePeople(opened.context(), asha, meeting.reference, ids, "another form")).toEqual({ ok: true, value: [] });
    const kept = await opened.context().db.query.intents.findMany();
    expect(JSON.stringify(kept)).not.toContain(first.value[0]!.link!.slice(3));
  });

  test("an offer follows a moved date, rises with a longer meeting, and never falls with a shorter one", async () => {
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const invited = await invitePeople(opened.context(), asha, meeting.reference, {
      personIds: [await person("Finn Oak")],
      personalLine: "",
      neutralFor: [],
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const offerNow = async () =>
      (await opened.context().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invited.value[0]!.invitationId) }))!
        .offer!;
    const move = async (at: { reference: string; version: number }, date: string, to: string) => {
      const saved = await saveWhen(opened.context(), asha, at, {
        when: { kind: "known", date: calendarDateOf(date), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf(to) },
        breaks: { everyMinutes: 45, minutes: 15 },
      });
      if (!saved.ok) throw new Error(saved.refusal);
      return saved.value;
    };
    const shorter = await move(meeting, "2027-01-19", "11:30");
    expect(await offerNow()).toMatchObject({
      total: 8750,
      mayDeclineUntil: "2027-01-18",
      activities: [{ entry: { date: "2027-01-19" } }, { entry: { date: "2027-01-19" } }],
    });
    await move(shorter, "2027-01-19", "14:30");
    expect(await offerNow()).toMatchObject({ total: 12500, changes: [{ totalBefore: 8750, totalAfter: 12500, by: "Asha Grewal" }] });
  });

  test("a new link is a new message, and somebody who has told us nothing can be taken off", async () => {
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const id = await person("Gil Reed");
    const invited = await invitePeople(opened.context(), asha, meeting.reference, { personIds: [id], personalLine: "", neutralFor: [] });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const later = opened.context("2026-11-24T10:00:00.000Z");
    expect(await sendLinkAgain(later, asha, meeting.reference, id)).toMatchObject({
      ok: true,
      value: { name: "Gil Reed", channel: "email" },
    });
    expect((await listSendings(later, asha, meeting.id))[0]!.message).toMatchObject({ kind: "invitation-link", status: "to-show" });
    expect(await removeInvitation(later, asha, meeting.reference, id)).toEqual({ ok: true, value: { name: "Gil Reed" } });
    expect(await findLinkGrant(later, "invitation", invited.value[0]!.link!.replace("/i/", ""))).toBeNull();
    expect(await listInvitations(later, asha, meeting.id)).toEqual([]);
  });

  test("a draft and a meeting that is over invite nobody", async () => {
    const draft = await startMeeting(opened.context(), asha, await whole());
    if (!draft.ok) throw new Error(draft.refusal);
    const ids = { personIds: [await person("Hal Ives")], personalLine: "", neutralFor: [] };
    expect(await invitePeople(opened.context(), asha, draft.value.reference, ids)).toEqual({ ok: false, refusal: { reason: "not-open" } });
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const after = opened.context("2027-01-13T10:00:00.000Z");
    expect(await invitePeople(after, asha, meeting.reference, ids)).toEqual({ ok: false, refusal: { reason: "not-open" } });
  });

  test("new people are put on file from a list, and every line that cannot be read is named", async () => {
    const meeting = await createWholeMeeting(opened.context(), asha, await whole());
    const broken = await choosePeople(opened.context(), asha, meeting.reference, {
      known: [],
      newPeople: "Ira Bell, ira@example.org\n\n, no@example.org\nJo Nowhere",
      byPost: null,
    });
    expect(broken).toEqual({
      ok: false,
      refusal: {
        reason: "lines",
        problems: [
          { line: 3, problem: "no-name" },
          { line: 4, problem: "no-contact" },
        ],
      },
    });
    expect((await listPeopleFor(opened.context(), asha, "ira bell")).people).toEqual([]);
    const chosen = await choosePeople(opened.context(), asha, meeting.reference, {
      known: [],
      newPeople: "Ira Bell, ira@example.org\nKit Moor 07700 900345",
      byPost: { name: "Lou Nash", address: "3 High Street" },
    });
    if (!chosen.ok) throw new Error(chosen.refusal.reason);
    expect(chosen.value).toHaveLength(3);
    const again = await choosePeople(opened.context(), asha, meeting.reference, {
      known: [],
      newPeople: "ira  bell, IRA@example.org",
      byPost: null,
    });
    expect(again).toEqual({ ok: false, refusal: { reason: "already-on-list", email: "ira@example.org" } });
    expect(await choosePeople(opened.context(), asha, meeting.reference, { known: ["not-an-id"], newPeople: "", byPost: null })).toEqual({
      ok: false,
      refusal: { reason: "nobody" },
    });
  });

  test("a message that signs somebody in is never shown, even to the right organisation", async () => {
    const context = opened.context();
    const id = await context.change(async (tx) =>
      queueMessage(context, tx, {
        organisationId: asha.organisationId,
        key: "a sign-in link",
        kind: "sign-in-link",
        channel: "email",
        recipient: asha.email,
        subject: "Your sign-in link",
        body: "secret",
      }),
    );
    expect(await showMessage(context, asha, id)).toEqual({ ok: false, refusal: "not-found" });
  });
});

describe("people on file", () => {
  test("notes about safe contact are sealed on disk and come back to a coordinator", async () => {
    const id = await person("Mia Stone", { safeContact: "Never leave a voice message" });
    const row = await opened.context().db.query.people.findFirst({ where: (table, { eq }) => eq(table.id, id) });
    expect(JSON.stringify(row)).not.toContain("voice message");
    expect(await findPersonFor(opened.context(), asha, id)).toMatchObject({
      ok: true,
      value: { safeContact: "Never leave a voice message" },
    });
  });

  test("names in any letters are kept and found, and two people may share an address", async () => {
    const shared = { email: "family@example.org" };
    await person("Łucja Ŵyn-Nguyễn", shared);
    await person("محمد 王", shared);
    expect((await listPeopleFor(opened.context(), asha, "łucja")).people.map(({ name }) => name)).toEqual(["Łucja Ŵyn-Nguyễn"]);
    expect((await listPeopleFor(opened.context(), asha, "王")).people).toHaveLength(1);
    await expect(person("łucja  ŵyn-nguyễn", shared)).rejects.toThrow("already-there");
  });

  test("a person always keeps one way to be reached, and an old page does not overwrite a new one", async () => {
    const id = await person("Ned Pike");
    const facts = {
      name: "Ned Pike",
      email: "",
      phone: "",
      address: "",
      preferredContact: "email" as const,
      neutralSubject: false,
      safeContact: "",
    };
    expect(await savePerson(opened.context(), asha, { personId: id, version: 1 }, facts)).toEqual({
      ok: false,
      refusal: "no-way-to-contact",
    });
    expect((await savePerson(opened.context(), asha, { personId: id, version: 1 }, { ...facts, phone: "07700 900111" })).ok).toBe(true);
    expect(await savePerson(opened.context(), asha, { personId: id, version: 1 }, { ...facts, phone: "07700 900222" })).toEqual({
      ok: false,
      refusal: "changed-by-someone-else",
    });
  });
});

describe("rates", () => {
  test("an organisation has no rates before its first card, and a published one becomes its own with its source", async () => {
    const context = opened.context();
    expect(await listRateLines(context, stranger.organisationId, twelfth)).toEqual({ ok: false, refusal: "no-card-yet" });
    const open = await adoptRates(context, stranger, { publishedId: "university-of-exeter", validFrom: twelfth });
    expect(open).toEqual({ ok: false, refusal: "half-day-minutes" });
    expect((await adoptRates(context, stranger, { publishedId: "university-of-exeter", validFrom: twelfth, halfDayMinutes: 210 })).ok).toBe(
      true,
    );
    const rates = await listRateLines(context, stranger.organisationId, twelfth);
    expect(rates).toMatchObject({ ok: true, value: { card: { source: { title: "University of Exeter, Participation payments" } } } });
    expect(await listRateLines(context, stranger.organisationId, calendarDateOf("2027-01-11"))).toEqual({
      ok: false,
      refusal: "no-card-yet",
    });
  });
});
