// The plan and the venue side through the real build: what pages say, and who may open them.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedOf } from "#app/domain/access/asked.ts";
import { coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import type { SavedMeeting } from "#app/services/meetings.server.ts";
import { addVenueFor, recordOwnCheck } from "#app/services/venues.server.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let app: App;
let asha: Visitor;
let meeting: SavedMeeting;
let coordinator: Coordinator;

beforeAll(async () => {
  app = await openApp();
  asha = new Visitor(app);
  await asha.submitAndFollow("/setup", {
    organisationName: "Harbour Trust",
    nation: "england",
    fullName: "Asha Grewal",
    email: "asha@example.org",
    password: "three random words",
    start: "empty",
  });
  const context = app.instance.context();
  const staff = await context.db.query.staff.findFirst();
  coordinator = coordinatorOf({ ...staff!, staffId: staff!.id, roles: ["coordinator"] })!;
  meeting = await plannedMeeting(context, coordinator);
  await somebodyAsks(context, coordinator, meeting, "Priya Test", [
    { id: "no-stairs", strength: "essential" },
    { id: "bsl-interpreter", strength: "essential" },
    { id: "strong-light", strength: "helpful" },
  ]);
  await somebodyAsks(context, coordinator, meeting, "Gwen Test", [{ id: "low-light", strength: "essential" }]);
});
afterAll(() => app.close());

const at = (page: string): string => `/meetings/${meeting.reference}/${page}`;

describe("the plan in the browser", () => {
  test("a meeting's own address leads to its plan", async () => {
    expect((await asha.get(`/meetings/${meeting.reference}`)).location).toBe(at("plan"));
  });

  test("the plan says what to do next and why, without a name", async () => {
    const page = await asha.get(at("plan"));
    expect(page.status).toBe(200);
    for (const words of ["Do next", "British Sign Language interpreter", "Nobody has told us.", "Not ready:"])
      expect(page.text).toContain(words);
    expect(page.text).not.toMatch(/Priya|Gwen/u);
  });

  test("every page of the plan opens", async () => {
    for (const page of [
      "requirements/no-stairs",
      "requirements/no-stairs?cannot",
      "bookings/new?for=bsl-interpreter",
      "bookings/new",
      "conflicts/light-vs-dark",
      "venue",
      "venue/send",
    ]) {
      expect([page, (await asha.get(at(page))).status]).toEqual([page, 200]);
    }
    for (const page of ["/venues", at("plan?show=essential&group=topic")]) expect((await asha.get(page)).status).toBe(200);
  });

  test("a stranger is sent to sign in, and an unknown meeting is not found", async () => {
    expect((await new Visitor(app).get(at("plan"))).location).toContain("/sign-in");
    expect((await asha.get("/meetings/XXXXXXXX/plan")).status).toBe(404);
  });

  test("a venue that leaves an essential need unmet is not chosen in passing, on the page of the room either", async () => {
    const context = app.instance.context();
    const details = { name: "The Mill", address: "", contactName: "", contactEmail: "", contactPhone: "" };
    const { venueId } = await addVenueFor(context, coordinator, details);
    const stairs = (askedOf("no-stairs").venueMust ?? []).map((feature) => ({ feature, value: false, note: "" }));
    await recordOwnCheck(context, coordinator, venueId, stairs);
    const version = async () =>
      String((await context.db.query.meetings.findFirst({ where: (table, is) => is.eq(table.id, meeting.id) }))!.version);
    const placeOf = async () => (await context.db.query.meetings.findFirst({ where: (table, is) => is.eq(table.id, meeting.id) }))!.venueId;
    const before = await placeOf();

    const asked = await asha.submit(at("edit/where"), {
      place: `venue:${venueId}`,
      venueName: "",
      nation: "england",
      version: await version(),
    });
    expect(asked.location).toBe(at(`venues/choose?venue=${venueId}#main`));
    expect(await placeOf()).toBe(before);
    await asha.submit(at(`venues/choose?venue=${venueId}`), { "do-no-stairs": "we-hire", version: await version() });
    expect(await placeOf()).toBe(venueId);
    const back = await asha.submit(at("edit/where"), {
      place: `venue:${before ?? ""}`,
      venueName: "",
      nation: "england",
      version: await version(),
    });
    expect(back.location).not.toContain("choose");
    expect(await placeOf()).toBe(before);
  });

  test("met is not taken without a role and something to show", async () => {
    const sent = { how: "way-of-working", plan: "The lift is kept for us.", role: "", evidence: "", state: "met", version: "0" };
    const answer = await asha.submit(at("requirements/no-stairs"), sent);
    expect(answer.status).toBe(422);
    for (const words of ["Choose who will make sure on the day", "Say what shows that it is met"]) expect(answer.text).toContain(words);
  });

  test("the venue answers its checklist by a link without names, and the plan changes at once", async () => {
    const sent = {
      email: "hall@example.org",
      sentTo: "Mo Ali",
      "answerBy-day": "4",
      "answerBy-month": "1",
      "answerBy-year": "2027",
      topics: ["doors", "toilets"],
      parts: "needed",
      extraLine: "",
    };
    const asked = await asha.submit(at("venue/send"), sent);
    expect(asked.status).toBe(303);
    // No mail server is set up, so the message is shown, to send by hand.
    const given = await asha.get((asked.location ?? "").split("#")[0] ?? "");
    const token = /\/v\/([\w-]{43})/u.exec(given.html)?.[1] ?? "";
    const venue = new Visitor(app);
    const landing = await venue.get(`/v/${token}`);
    expect(landing.text).toContain("Access checklist for Kiln Hall");
    expect(landing.text).not.toMatch(/Priya|Gwen/u);
    const started = await venue.submit(`/v/${token}`, {});
    const home = ((started.location ?? "").split("#")[0] ?? "").replace(/\/[^/]+$/u, "");
    const [check, doors] = [`${home}/check`, `${home}/doors`];
    expect((await venue.get(doors)).status).toBe(200);
    const saved = await venue.submit(doors, { "step-free-route-to-room": "no" });
    expect([saved.status, saved.text.slice(0, 300)]).toEqual([303, ""]);
    const plan = await asha.get(at("plan"));
    expect(plan.text).toContain("No. The venue said so: Mo Ali, Monday 23 November 2026.");
    expect((await venue.submit(check, {})).location).toContain("/done");
    expect((await new Visitor(app).get(check)).status).toBe(404);
  });
});
