// The coordinator's smaller pages, walked as a person walks them: one requirement, before you say no, things to do, what has changed,
// copies and series, people from a file, and costs before the meeting. Markers show that nothing of one person comes along.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coordinatorOf, type Attendee, type Coordinator } from "#app/domain/people/actors.ts";
import { askForCosts } from "#app/services/costs-before.server.ts";
import { keepImport } from "#app/services/csv-import.server.ts";
import { savePayment, type SavedMeeting } from "#app/services/meetings.server.ts";
import { ownAnswers, saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { peopleImport } from "#app/services/people-import.server.ts";
import { openApp, Visitor, type Answer, type App } from "#tests/support/app.ts";
import { plannedMeeting, somebodyAsks } from "#tests/support/planned-meeting.ts";

let app: App;
let asha: Visitor;
let coordinator: Coordinator;
let meeting: SavedMeeting;
let priya: Attendee;

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
  // Costs are covered, so that people may ask for them before the meeting.
  const paid = await savePayment(context, coordinator, meeting, {
    offered: "costs-only",
    costs: ["public-transport"],
    costsOther: "",
    costsBefore: "book-for-you",
    budgetCode: "",
    paidWithin: { kind: "working-days", days: 10 },
  });
  if (!paid.ok) throw new Error(JSON.stringify(paid.refusal));
  priya = await somebodyAsks(context, coordinator, meeting, "Priya Zqxname", [{ id: "one-at-a-time", strength: "essential" }]);
  const { version } = await ownAnswers(context, priya);
  await saveOwnAnswers(context, priya, version, (answers) => ({
    ...answers,
    topics: ["running"],
    notes: [{ about: "running", text: "ZQXWORDS please", mayRead: ["coordinator"] }],
    choices: { coordinator: "without-name" },
  }));
  await sendOwnAnswers(context, priya);
});
afterAll(() => app.close());

const at = (page: string): string => `/meetings/${meeting.reference}/${page}`;
const versionIn = ({ html }: Answer): string => /name="version" value="(\d+)"/u.exec(html)?.[1] ?? "";
const linkTo = ({ html }: Answer, text: RegExp): string =>
  [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/gu)]
    .find(([, , words = ""]) => text.test(words))?.[1]
    ?.replaceAll("&amp;", "&") ?? "";

describe("one requirement", () => {
  const page = () => at("requirements/one-at-a-time");

  test("says how many, who knows, what people wrote about its topic and how to meet it, and never who", async () => {
    const { text } = await asha.get(page());
    for (const words of [
      "1 person asked, and cannot take part without it.",
      "Who knows: you and the chair and access host.",
      "“ZQXWORDS please” Only you may read this.",
      "What good looks like",
      "Words to use",
      "What often goes wrong",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Zqxname");
  });

  test("every error is said at once beside its field, and what was typed stays", async () => {
    const { version } = { version: versionIn(await asha.get(page())) };
    const answer = await asha.submit(page(), { how: "way-of-working", plan: "", role: "", evidence: "A card on the table", version });
    expect(answer.status).toBe(422);
    for (const words of ["Say what you have planned", "Choose a status"]) expect(answer.text).toContain(words);
    expect(answer.html).toContain("A card on the table");
  });

  test("what is decided stands in the plan with its status", async () => {
    const version = versionIn(await asha.get(page()));
    const said = {
      how: "way-of-working",
      plan: "A card on each table.",
      role: "The chair",
      evidence: "Read out by phone",
      state: "met",
      version,
    };
    expect((await asha.submitAndFollow(page(), said)).text).toContain("What you decided is in the plan.");
    expect((await asha.get(at("plan"))).text).toContain("A card on each table.");
  });

  test("“We cannot meet it” asks what was tried, what is offered and who agreed before anything is saved", async () => {
    const version = versionIn(await asha.get(page()));
    const led = await asha.submit(page(), { how: "cannot", plan: "", role: "", evidence: "", version });
    const before = (led.location ?? "").split("#")[0] ?? "";
    expect(before).toContain("?cannot");
    const asked = await asha.submit(before, { tried: "", offered: "", agreedBy: "", message: "", version });
    for (const words of ["Say what you tried", "Choose who agreed this"]) expect(asked.text).toContain(words);
    expect((await asha.get(at("plan"))).text).toContain("A card on each table.");
  });
});

describe("the plan by person", () => {
  test("names nobody who kept their name back, and puts the opening on record", async () => {
    const { text } = await asha.get(at("plan?group=person"));
    expect(text).not.toContain("Zqxname");
    expect(text).toContain("Nobody gave you their name for what they need.");
    expect((await asha.get(at("history"))).text).toContain("opened names on the plan");
  });
});

describe("everything to do, and what has changed", () => {
  test("a thing marked as done leaves the plan's list, and can be put back", async () => {
    const list = await asha.get(at("todo"));
    const [first = ""] = /<input[^>]*name="done"[^>]*>/u.exec(list.html) ?? [];
    const done = /value="([^"]*)"/u.exec(first)?.[1] ?? "";
    expect(done).not.toBe("");
    expect((await asha.submit(at("todo"), {})).text).toContain("Tick at least one thing");
    const marked = await asha.submitAndFollow(at("todo"), { done });
    expect(marked.text).toContain("You said these are done (1)");
    const back = await asha.submitAndFollow(at("todo"), { done }, { button: "put-back" });
    expect(back.text).not.toContain("You said these are done");
  });

  test("the history says who did what, and nothing anybody told us", async () => {
    const { text } = await asha.get(at("history"));
    for (const words of ["What has changed", "Asha Grewal", "decided how something is met"]) expect(text).toContain(words);
    expect(text).not.toMatch(/Zqxname|ZQXWORDS|one at a time/iu);
  });
});

describe("copying a meeting", () => {
  test("into a new series gives a draft without its date and its people, and both meetings are in the series", async () => {
    expect((await asha.submit(at("copy"), { series: "new", seriesName: "" })).text).toContain("Enter a name for the series");
    const copied = await asha.submit(at("copy"), { series: "new", seriesName: "Garden meetings" });
    const copy = (copied.location ?? "").split("/")[2] ?? "";
    expect(copy).toMatch(/^[A-Z]{8}$/u);
    const check = await asha.get(`/meetings/${copy}/edit/check`);
    expect(check.text).toContain("Not answered yet: Date and time");
    expect((await asha.get(`/meetings/${copy}/people`)).text).not.toContain("Zqxname");
    expect((await asha.get("/meetings?show=all")).text.match(/Part of the series Garden meetings\./gu)).toHaveLength(2);
  });
});

describe("people from a file", () => {
  test("each line says what would happen, and nobody is added before it is confirmed", async () => {
    const text = "Name,Email\nIra Bell,ira@example.org\nNo Way,\nPriya Zqxname,other@example.org\n";
    const kept = await keepImport(app.instance.context(), coordinator, peopleImport, {
      name: "people.csv",
      bytes: new TextEncoder().encode(text),
    });
    if (!kept.ok) throw new Error(JSON.stringify(kept.refusal));
    const page = `/people/import/${kept.value.importId}`;
    const preview = await asha.get(page);
    for (const words of [
      "Nothing has been added yet.",
      "Enter an email address, a phone number or an address",
      "Somebody of this name is on file with other contact details.",
    ])
      expect(preview.text).toContain(words);
    expect((await asha.get("/people?q=Ira")).text).not.toContain("ira@example.org");
    const seen = /name="seen" value="([^"]*)"/u.exec(preview.html)?.[1] ?? "";
    expect((await asha.submit(page, { seen })).status).toBe(422);
    expect((await asha.submitAndFollow(page, { seen, agreed: "yes" })).text).toContain("Done: 2 people are added");
    expect((await asha.get("/people")).text).toContain("Ira Bell");
  });
});

describe("costs before the meeting", () => {
  test("a request is answered with what is booked, in the person's list and on record, and never without words", async () => {
    const asked = await askForCosts(app.instance.context(), priya, {
      needs: ["train-or-bus"],
      words: "ZQXTRAIN",
      estimate: null,
      neededBy: null,
      wish: null,
    });
    expect(asked.ok).toBe(true);
    const list = await asha.get(at("costs-before"));
    expect(list.text).toContain("To answer");
    const page = linkTo(list, /Priya Zqxname/u);
    expect((await asha.get(page)).text).toContain("ZQXTRAIN");
    const version = versionIn(await asha.get(page));
    const empty = await asha.submit(page, { move: "book", amount: "", words: "", version });
    expect(empty.text).toContain("Say what is booked, and where they find the ticket");
    const saved = await asha.submitAndFollow(page, {
      move: "book",
      amount: "",
      words: "The 9:15 train. The ticket is in your email.",
      version,
    });
    expect(saved.text).toContain("They have been told, in the way they prefer.");
    expect((await asha.get(at("history"))).text).not.toContain("ZQXTRAIN");
    expect((await new Visitor(app).get(page)).location).toContain("/sign-in");
  });
});
