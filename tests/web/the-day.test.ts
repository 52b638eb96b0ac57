// The day of a meeting through its pages: the day, breaks, cards, the sheet for the wall, plans to leave safely, who took part and what
// people tell us afterwards. Markers stand for private words: none may reach the wall, a card or somebody else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { mintLink } from "#app/services/links.server.ts";
import { saveReply } from "#app/services/my-meeting.server.ts";
import { findStaff } from "#db/stores/accounts.ts";
import { openApp, Visitor, type Answer, type App } from "#tests/support/app.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let app: App;
let asha: Visitor;
let coordinator: Coordinator;
let home: string;
let maren: Attendee;
let tomas: Attendee;

const longName = `Zqxhelper ${"Featherstonehaugh".repeat(5)}`;
// The meeting is on Tuesday 2 February 2027, from 10:30am to 1pm.
const theDay = "2027-02-02T10:40:00.000Z";
const dayAfter = "2027-02-03T10:00:00.000Z";

beforeAll(async () => {
  app = await openApp({ withExample: true });
  const context = app.instance.context();
  const staff = (await context.db.query.staff.findMany()).find(({ roles }) => roles.includes("coordinator"));
  const account = await findStaff(context.db, staff?.id ?? "");
  const actor =
    account &&
    coordinatorOf({
      staffId: account.id,
      organisationId: account.organisationId,
      name: account.name,
      email: account.email,
      roles: account.roles,
    });
  if (!actor) throw new Error("The example has no coordinator");
  coordinator = actor;
  const meeting = await plannedMeeting(context, coordinator);
  maren = await somebodyAsks(context, coordinator, meeting, "Maren Zqxvik", [
    { id: "no-stairs", strength: "essential" },
    { id: "hearing-loop", strength: "essential" },
  ]);
  tomas = await somebodyAsks(context, coordinator, meeting, "Tomas Zqxoak", [{ id: "one-at-a-time", strength: "helpful" }]);
  for (const one of [maren, tomas]) await saveReply(context, one, 1, "coming-in-room");
  home = `/meetings/${meeting.reference}`;
  app.setClock(theDay);
  asha = await new Visitor(app).signInAs("coordinator");
}, 90_000);
afterAll(() => app.close());

async function visitorOf(attendee: Attendee): Promise<{ readonly visitor: Visitor; readonly home: string }> {
  const context = app.instance.context();
  const path = await context.change(async (tx) =>
    mintLink(context, tx, { organisationId: attendee.organisationId, kind: "invitation", id: attendee.invitationId, meetingDate: null }),
  );
  const visitor = new Visitor(app);
  const answer = await visitor.submit(path, {});
  return { visitor, home: (answer.location ?? "").split("#")[0]?.split("?")[0] ?? "" };
}
const carried = (page: Answer, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page.html)?.[1] ?? "";

describe("the day", () => {
  test("says what is happening now, and notes who has come", async () => {
    const page = await asha.get(`${home}/day`);
    expect(page.text).toContain("Today: Garden planning group");
    expect(page.text).toContain("Right now");
    await asha.submit(`${home}/day`, { came: `${maren.invitationId} arrived` });
    expect((await asha.get(`${home}/day`)).text).toMatch(/Maren Zqxvik[\s\S]*Arrived/u);
  });

  test("a problem that is not said is asked for, and one that is said is kept", async () => {
    const empty = await asha.submit(`${home}/day`, { what: "", fixed: "yes" });
    expect([empty.status, empty.text.includes("Say what went wrong")]).toEqual([422, true]);
    await asha.submit(`${home}/day`, { what: "The lift stopped.", fixed: "no" });
    expect((await asha.get(`${home}/day`)).text).toContain("The lift stopped.");
  });

  test("a role is given and its duties stand beside it; several people may help others out, with names as long as names are", async () => {
    for (const name of [longName, "Tom Hale"])
      expect((await asha.submit(`${home}/day/roles`, { role: "evacuation-helper", name, phone: "" })).status).toBe(303);
    expect((await asha.submit(`${home}/day/roles`, { role: "chair", name: "Ann One", phone: "" })).status).toBe(303);
    const { text } = await asha.get(`${home}/day`);
    expect(text).toContain(longName);
    expect(text).toContain("Ann One");
  });

  test("a break is started, made longer and ended, and two never run at once", async () => {
    const path = `${home}/day/breaks`;
    expect((await asha.submit(path, { minutes: "15" }, { button: "start" })).status).toBe(303);
    expect((await asha.submit(path, { minutes: "15" }, { button: "start" })).status).toBe(422);
    const [breakId, version] = [carried(await asha.get(path), "breakId"), carried(await asha.get(path), "version")];
    expect((await asha.submit(path, { breakId, version }, { button: "add-five" })).status).toBe(303);
    expect((await asha.submit(path, { breakId, version }, { button: "end" })).status).toBe(422);
    expect((await asha.submit(path, { breakId, version: carried(await asha.get(path), "version") }, { button: "end" })).status).toBe(303);
  });
});

describe("a plan to leave safely", () => {
  test("asks for what is missing, keeps long words, and is on nobody's page and paper but that person's", async () => {
    const path = `${home}/leave-safely/${maren.personId}`;
    const empty = await asha.submit(path, { route: "", alarmOther: "", helper: "", backUp: "", version: "0" });
    expect(empty.status).toBe(422);
    for (const said of ["Choose how Maren will know", "Say which way out", "Choose what help is needed", "Say whether Maren has agreed"])
      expect(empty.text).toContain(said);
    const route = `Zqxroute ${"through the garden ".repeat(180)}end.`;
    const whole = {
      alarm: "sees-a-light",
      alarmOther: "",
      route,
      help: "alongside",
      helper: longName,
      backUp: "Tom Hale",
      agreed: "yes",
      version: "0",
    };
    expect((await asha.submit(path, whole)).status).toBe(303);
    expect((await asha.get(path)).text).toContain(route.trim());
    const theirs = await visitorOf(maren);
    expect((await theirs.visitor.get(`${theirs.home}/leave-safely`)).text).toContain("Zqxroute");
    const other = await visitorOf(tomas);
    const others = await other.visitor.get(`${other.home}/leave-safely`);
    expect(others.status).toBe(404);
    expect(others.text).not.toContain("Zqxroute");
    for (const paper of ["wall-sheet", "day-pack", "day-pack-without-details", "role-cards"]) {
      const { status, text } = await asha.get(`${home}/print/${paper}`);
      expect(status, paper).toBe(200);
      expect(text, paper).not.toContain("Zqxroute");
    }
  });
});

describe("the wall and the cards", () => {
  test("hold no name of anybody taking part and nothing one of them asked for", async () => {
    for (const path of ["print/wall-sheet", "print/day-pack-without-details", "cards", "cards/break"]) {
      const { status, text } = await asha.get(`${home}/${path}`);
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(/Zqxvik|Zqxoak|Maren|Tomas/u);
    }
    expect((await asha.get(`${home}/print/wall-sheet`)).text).not.toMatch(/stairs|loop/iu);
  });

  test("the day pack prints every card as a card, and two for one's own words", async () => {
    const { html } = await asha.get(`${home}/print/day-pack`);
    expect(html.match(/class="hold-up-card"/gu)).toHaveLength(8);
    expect(html).toContain("Stop, I do not understand");
  });

  test("are one PDF of their own, two A5 cards to a sheet, for the coordinator and for everybody taking part", async () => {
    const page = await asha.get(`${home}/cards`);
    const [, file, pages] = /href="([^"]+\.pdf)"[^>]*>Cards \(PDF, (\d) pages\)/u.exec(page.html) ?? [];
    expect(Number(pages)).toBe(5);
    const theirs = await visitorOf(tomas);
    const [, own] = /href="([^"]+\.pdf)"[^>]*>Cards \(PDF, 5 pages\)/u.exec((await theirs.visitor.get(`${theirs.home}/cards`)).html) ?? [];
    for (const [visitor, path] of [
      [asha, file],
      [theirs.visitor, own],
    ] as const) {
      const { status, headers } = await visitor.get(path ?? "");
      expect([status, headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    }
  });

  test("somebody taking part has the same cards on their own pages", async () => {
    const theirs = await visitorOf(tomas);
    expect((await theirs.visitor.get(`${theirs.home}/cards`)).text).toContain("I need a break");
    expect((await theirs.visitor.get(`${theirs.home}/cards/nothing`)).status).toBe(404);
  });
});

describe("after the meeting", () => {
  test("who took part is asked for everybody, with hours as a number", async () => {
    const path = `${home}/attendance`;
    const versions = async () => {
      const page = await asha.get(path);
      return Object.fromEntries([maren, tomas].map(({ invitationId: id }) => [`version-${id}`, carried(page, `version-${id}`)]));
    };
    const wrong = await asha.submit(path, {
      ...(await versions()),
      [`hours-${maren.invitationId}`]: "two",
      [`hours-${tomas.invitationId}`]: "2",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Choose how Maren Zqxvik took part");
    expect(wrong.text).toContain("Maren Zqxvik: hours must be a number, like 2.5");
    const took = Object.fromEntries(
      [maren, tomas].flatMap(({ invitationId: id }) => [
        [`took-${id}`, "in-room"],
        [`hours-${id}`, "2.5"],
      ]),
    );
    expect((await asha.submit(path, { ...(await versions()), ...took })).status).toBe(303);
  });

  test("somebody says how it was without a name, page by page, and the coordinator reads the words and not who wrote them", async () => {
    app.setClock(dayAfter);
    asha = await new Visitor(app).signInAs("coordinator");
    const theirs = await visitorOf(maren);
    const send = async (step: string, fields: Readonly<Record<string, string>>, button?: string) => {
      const path = `${theirs.home}/feedback/${step}`;
      const version = carried(await theirs.visitor.get(path), "version");
      return theirs.visitor.submit(path, { ...fields, version }, button === undefined ? {} : { button });
    };
    expect((await theirs.visitor.get(`${theirs.home}/feedback`)).text).toContain("You can leave your name off.");
    expect((await send("got", { "got-hearing-loop": "no" })).location).toContain("/what-happened");
    expect((await send("what-happened", { "happened-hearing-loop": "Zqxwords: it was off." })).location).toContain("/said");
    expect((await send("said", {}, "skip")).location).toContain("/heard");
    await send("words", { words: "yes" });
    expect((await send("name", { name: "yes" })).location).toContain("/feedback/done");
    expect((await theirs.visitor.get(`${theirs.home}/feedback/said`)).location).toContain("/feedback");
    const read = await asha.get(`${home}/feedback`);
    expect(read.text).toContain("Zqxwords: it was off.");
    expect(read.text).not.toContain("Zqxvik");
    const other = await visitorOf(tomas);
    expect((await other.visitor.get(`${other.home}/feedback`)).text).not.toContain("Zqxwords");
  });

  test("what somebody typed about how it was comes back when it was changed in another window, also where nothing is asked any more", async () => {
    const theirs = await visitorOf(tomas);
    const at = (step: string) => `${theirs.home}/feedback/${step}`;
    const version = carried(await theirs.visitor.get(at("said")), "version");
    expect((await theirs.visitor.submit(at("said"), { said: "all", version })).status).toBe(303);
    const got = await theirs.visitor.submit(at("got"), { "got-low-light": "no", version });
    expect([got.status, got.text.includes("changed in another window")]).toEqual([422, true]);
    expect(got.html).toMatch(/name="got-low-light"[^>]*checked=""[^>]*value="no"|name="got-low-light"[^>]*value="no"[^>]*checked=""/u);
    const happened = await theirs.visitor.submit(at("what-happened"), { "happened-low-light": "Zqxtyped: it was bright.", version });
    expect([happened.status, happened.text.includes("Zqxtyped: it was bright.")]).toEqual([422, true]);
    const now = carried(await theirs.visitor.get(at("what-happened")), "version");
    expect(
      (await theirs.visitor.submit(at("what-happened"), { "happened-low-light": "Zqxtyped: it was bright.", version: now })).status,
    ).toBe(303);
    expect((await theirs.visitor.get(at("what-happened"))).text).toContain("Zqxtyped: it was bright.");
  });

  test("what changed is asked for in full, and reaches people only once it is sent", async () => {
    const path = `${home}/outcomes`;
    const empty = await asha.submit(path, { said: "", did: "", "byWhen-day": "", "byWhen-month": "", "byWhen-year": "", version: "0" });
    expect(empty.text).toContain("Say what people said");
    expect(empty.text).toContain("Say what you did, or why you could not");
    const words = {
      said: "The loop was off.",
      did: "We test it first.",
      "byWhen-day": "2",
      "byWhen-month": "3",
      "byWhen-year": "2027",
      version: "0",
    };
    expect((await asha.submit(path, words)).status).toBe(303);
    const theirs = await visitorOf(tomas);
    expect((await theirs.visitor.get(`${theirs.home}/outcomes`)).text).not.toContain("We test it first.");
    const seen = carried(await asha.get(path), "seen");
    expect((await asha.submit(path, { seen }, { to: `${path}?send` })).status).toBe(303);
    expect((await theirs.visitor.get(`${theirs.home}/outcomes`)).text).toContain("We test it first.");
  });

  test("finance and strangers find none of these pages", async () => {
    const finance = await new Visitor(app).signInAs("checks");
    for (const page of [
      "day",
      "day/breaks",
      "cards",
      "leave-safely",
      "attendance",
      "feedback",
      "feedback/words",
      "outcomes",
      "evaluation",
    ]) {
      expect((await finance.get(`${home}/${page}`)).status, page).toBe(404);
      expect((await new Visitor(app).get(`${home}/${page}`)).location, page).toContain("/sign-in");
    }
  });
});
