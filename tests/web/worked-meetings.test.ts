// Worked meetings built by hand through the pages, from the first form to the plan: set up, create, invite, answer, check the
// venue. Then the plan says what the JSON door says.
import { describe, expect, test } from "vitest";
import { conditionsOfTheDay, conditionsOfThePlace } from "#app/domain/access/meeting-conditions.ts";
import { topics, topicOf } from "#app/domain/access/topics.ts";
import type { RequirementId } from "#app/domain/access/requirements/index.ts";
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { coordinatorOf } from "#app/domain/people/actors.ts";
import { noneField } from "#app/routes/v.checklist.$rid.$topic/answers.ts";
import { needsOfMeeting } from "#app/services/needs.server.ts";
import { planFor } from "#app/services/plan.server.ts";
import { ownCheckOf } from "#app/services/venues.server.ts";
import { venueQuestion } from "#app/words/venue-questions.ts";
import { openApp, Visitor, type Answer, type App, type Fields } from "#tests/support/app.ts";
import { doorAnswer, findingsOfDoor, findingsOfPage } from "#tests/support/same-findings.ts";
import { workedMeeting, workedMeetings, type WorkedMeeting } from "#tests/support/worked-meetings.ts";

const monthOf = (date: string) => String(Number(date.slice(5, 7)));

/** Sends the form of a page with the version it was drawn with, and goes on only if it was taken. */
async function fill(who: Visitor, path: string, fields: Fields): Promise<Answer> {
  const page = await who.get(path);
  const version = /name="version" value="(\d+)"/u.exec(page.html)?.[1];
  const answer = await who.submit(path, version === undefined ? fields : { ...fields, version });
  if (answer.location === null) throw new Error(`${path} was not taken: ${answer.text.slice(0, 700)}`);
  return answer;
}

const pathIn = (answer: Answer): string => (answer.location ?? "").split(/[?#]/u)[0] ?? "";

async function createMeeting(asha: Visitor, { given, input: { meeting } }: WorkedMeeting): Promise<string> {
  const contact = { contact: "someone-else", contactName: "Bo Lane", contactPhone: "01632 960 001", contactEmail: "" };
  const begun = await fill(asha, "/meetings/new/about", {
    name: given.title.slice(0, 80),
    about: "Worked.",
    asked: "Say what you think.",
    ...contact,
  });
  const reference = pathIn(begun).split("/")[2] ?? "";
  const edit = `/meetings/${reference}/edit`;
  await fill(asha, `${edit}/type`, { mode: meeting.mode });
  const when = {
    when: "known",
    "date-day": String(Number(meeting.date.slice(8))),
    "date-month": monthOf(meeting.date),
    "date-year": meeting.date.slice(0, 4),
    startsAt: meeting.plannedStart,
    endsAt: meeting.plannedEnd,
    breaks: "60",
    breakEvery: "",
    breakFor: "",
  };
  // One of them is in Ramadan: the page says so once, and goes on with what it carries.
  const version = /name="version" value="(\d+)"/u.exec((await asha.get(`${edit}/when`)).html)?.[1] ?? "";
  const saved = await asha.submit(`${edit}/when`, { ...when, version });
  const warned = saved.location === null ? /name="warned" value="([^"]+)"/u.exec(saved.html)?.[1] : undefined;
  if (warned !== undefined) await fill(asha, `${edit}/when`, { ...when, warned });
  await fill(asha, `${edit}/what`, {
    "agenda[0].title": "Agenda",
    "agenda[0].minutes": String(meeting.netAgendaMinutes),
    rows: "1",
    expectedPeople: String(meeting.people),
    food: meeting.foodServed ? "yes" : "no",
    parallelGroups: String(meeting.parallelGroups),
    conditions: conditionsOfTheDay.filter((one) => meeting.conditions.includes(one)),
  });
  await fill(
    asha,
    `${edit}/where`,
    meeting.mode === "online"
      ? { service: "teams", nation: meeting.nation }
      : {
          place: "new",
          venueName: "The hall",
          venueAddress: "1 Kiln Lane\nLeeds",
          venueEmail: "",
          conditions: conditionsOfThePlace.filter((one) => meeting.conditions.includes(one)),
          nation: meeting.nation,
        },
  );
  await fill(asha, `${edit}/payment`, {
    offered: "costs-only",
    costs: ["travel"],
    costsOther: "",
    costsBefore: "book-for-you",
    budgetCode: "",
    paidWithin: "10-working-days",
    paidWithinOther: "",
  });
  await fill(asha, `${edit}/check`, {});
  return reference;
}

/** Invites everybody, and gives the private link of each as it is shown to the coordinator. */
async function inviteAll(asha: Visitor, reference: string, { given }: WorkedMeeting): Promise<ReadonlyMap<string, string>> {
  const newPeople = given.attendees.map(({ name }) => `${name} Test, ${name.toLowerCase()}@example.org`).join("\n");
  const chosen = await fill(asha, `/meetings/${reference}/invite`, { newPeople, postName: "" });
  const sent = await asha.submitAndFollow((chosen.location ?? "").split("#")[0] ?? "", { personalLine: "" });
  const links = new Map<string, string>();
  for (const { ref, name } of given.attendees) {
    const message =
      new RegExp(`href="([^"]*invite/messages/[^"]*)"[^>]*>Show the message for ${name} Test`, "u").exec(sent.html)?.[1] ?? "";
    const shown = await asha.get(message);
    links.set(ref, /http:\/\/localhost:3000(\/i\/[A-Za-z0-9_-]{43})/u.exec(shown.html)?.[1] ?? "");
  }
  return links;
}

/** Answers by the private link: topics, every page with something to tick, what matters most, and send. */
async function answerBy(
  app: App,
  {
    link,
    mode,
    asked,
  }: { readonly link: string; readonly mode: string; readonly asked: WorkedMeeting["given"]["attendees"][number]["requirements"] },
): Promise<void> {
  const person = new Visitor(app);
  const home = pathIn(await fill(person, link, {}));
  await fill(person, `${home}/coming`, { reply: mode === "online" ? "coming-online" : "coming-in-room" });
  const wanted = new Set<string>(asked.map(({ id }) => id));
  const mine = topics.filter(({ pages }) =>
    pages.some((page) => page.questions.some(({ options }) => options.some((id) => wanted.has(id)))),
  );
  await fill(person, `${home}/access/topics`, { topics: mine.map(({ id }) => id) });
  for (const { id } of mine) {
    for (const page of topicOf(id).pages) {
      const ticked = page.questions.map((question) => [question.id, question.options.filter((option) => wanted.has(option))] as const);
      if (ticked.every(([, options]) => options.length === 0)) continue;
      await fill(person, `${home}/access/${page.id}`, Object.fromEntries(ticked.filter(([, options]) => options.length > 0)));
    }
  }
  await fill(person, `${home}/access/essential`, Object.fromEntries(asked.map(({ id, strength }) => [`strength_${id}`, strength])));
  await fill(person, `${home}/access/check`, {});
}

/** Fills in "Check it yourself", every part that has a known fact. */
async function checkVenue(app: App, asha: Visitor, reference: string, { input }: WorkedMeeting): Promise<void> {
  const context = app.instance.context();
  const coordinator = await theCoordinator(app);
  const plan = await planFor(context, coordinator, reference);
  if (!plan.ok || plan.value.venue === null) throw new Error("The meeting has no venue");
  const { venueId } = plan.value.venue;
  const venue = await ownCheckOf(context, coordinator, venueId);
  if (!venue.ok) throw new Error(venue.refusal);
  const said = (feature: VenueFeatureId): readonly [string, string] | undefined => {
    const value = input.venue?.[feature];
    if (value === undefined) return undefined;
    const { number } = venueQuestion[feature];
    const { criterion } = venueFeatureOf(feature);
    if (number === undefined || criterion.is === "yes") return [feature, value === true ? "yes" : "no"];
    if (value === false && criterion.is === "at-most" && number.none !== undefined) return [noneField(feature), "yes"];
    // A yes is no measurement: whoever has none leaves the question open, and it stays unknown, as the planner has it.
    if (value === true) return undefined;
    // A no without more is typed as a measurement that is not good enough.
    const bad = criterion.is === "at-most" ? 2 * criterion.value : 0;
    const measured = value === false ? bad : value;
    return [feature, String(Math.round((measured / (number.timesToFact ?? 1)) * 100) / 100)];
  };
  for (const { address, questions } of venue.value.pages) {
    const fields = questions.flatMap(({ feature }) => {
      const one = said(feature);
      return one === undefined ? [] : [one];
    });
    if (fields.length > 0) await fill(asha, `/venues/${venueId}/check/${address}`, Object.fromEntries(fields));
  }
}

/** Whose invitation is whose: by the reference of the worked meeting, as its people were invited under their names. */
async function invitationsByRef(app: App, { given }: WorkedMeeting): Promise<ReadonlyMap<string, string>> {
  const { db } = app.instance.context();
  const [people, invitations] = [await db.query.people.findMany(), await db.query.invitations.findMany()];
  return new Map(
    given.attendees.map(({ ref, name }) => {
      const personId = people.find((person) => person.name === `${name} Test`)?.id;
      return [ref, invitations.find((one) => one.personId === personId)?.id ?? ""];
    }),
  );
}

/** Writes down who should not meet, as the coordinator picks them by name. */
async function keepApart(app: App, asha: Visitor, reference: string, { given }: WorkedMeeting): Promise<void> {
  const people = await app.instance.context().db.query.people.findMany();
  const idOf = (ref: string): string => {
    const name = given.attendees.find((one) => one.ref === ref)?.name ?? "";
    return people.find((person) => person.name === `${name} Test`)?.id ?? "";
  };
  for (const [one, other] of given.coordinatorOnlyLinks)
    await fill(asha, `/meetings/${reference}/apart`, { one: idOf(one), other: idOf(other), note: "" });
}

async function theCoordinator(app: App) {
  const staff = await app.instance.context().db.query.staff.findFirst();
  return coordinatorOf({ ...staff!, staffId: staff!.id, roles: ["coordinator"] })!;
}

describe("a worked meeting built by hand through the pages", { timeout: 240_000 }, () => {
  test.each(workedMeetings().map(({ id }) => [id]))("%s: the plan says what the JSON door says", async (id) => {
    const worked = workedMeeting(id);
    const app = await openApp();
    try {
      const asha = new Visitor(app);
      await asha.submitAndFollow("/setup", {
        organisationName: "Harbour Trust",
        // The organisation is in one nation; the page "Where is it?" says which one the meeting is in.
        nation: "england",
        fullName: "Asha Grewal",
        email: "asha@example.org",
        password: "three random words",
        start: "empty",
      });
      const reference = await createMeeting(asha, worked);
      const links = await inviteAll(asha, reference, worked);
      for (const { ref, requirements } of worked.given.attendees)
        await answerBy(app, { link: links.get(ref) ?? "", mode: worked.input.meeting.mode, asked: requirements });
      if (worked.input.venue !== null) await checkVenue(app, asha, reference, worked);
      const { sunset } = worked.given.meeting;
      if (sunset !== null) await fill(asha, `/meetings/${reference}/sunset`, { sunset });
      await keepApart(app, asha, reference, worked);

      const context = app.instance.context();
      const coordinator = await theCoordinator(app);
      const plan = await planFor(context, coordinator, reference);
      if (!plan.ok) throw new Error(plan.refusal);
      const { attendees } = await needsOfMeeting(context, coordinator.organisationId, plan.value.meetingId);
      expect(attendees.map(({ needs }) => needs.map(({ requirement }) => requirement as RequirementId).toSorted()).toSorted()).toEqual(
        worked.input.attendees.map(({ needs }) => needs.map(({ requirement }) => requirement as RequirementId).toSorted()).toSorted(),
      );
      // A format is chosen by ticking it: whoever ticked none is sent what their needs ask for, and that is what the door is told.
      const refOf = await invitationsByRef(app, worked);
      const formatsOf = (ref: string) => attendees.find((one) => one.ref === refOf.get(ref))?.chosenFormats ?? [];
      expect(findingsOfPage(plan.value)).toEqual(findingsOfDoor(doorAnswer(worked, formatsOf, "as-given")));
      const page = await asha.get(`/meetings/${reference}/plan`);
      expect(page.status).toBe(200);
      for (const { name, privateFreeText } of worked.given.attendees)
        for (const secret of [name, privateFreeText ?? name]) expect(page.text).not.toContain(secret);
    } finally {
      app.close();
    }
  });
});
