// Creating a meeting and inviting people, page by page, through the real build and the real web server.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type Answer, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
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
});
afterAll(() => app.close());

const about = {
  name: "Garden planning",
  about: "We plan the new garden.",
  asked: "Say what you would like.",
  contact: "someone-else",
  contactName: "Bo Lane",
  contactPhone: "01632 960 001",
  contactEmail: "",
};
const when = {
  when: "known",
  "date-day": "12",
  "date-month": "January",
  "date-year": "2027",
  startsAt: "10:30am",
  endsAt: "1pm",
  breaks: "45",
  breakEvery: "",
  breakFor: "",
};
const what = {
  "agenda[0].title": "Welcome",
  "agenda[0].minutes": "20",
  "agenda[1].title": "Ideas",
  "agenda[1].minutes": "70",
  "agenda[2].title": "",
  "agenda[2].minutes": "",
  rows: "3",
  expectedPeople: "12",
  food: "yes",
  parallelGroups: "0",
};
const payment = {
  offered: "time-and-costs",
  rate: "co-producer-hour",
  paidFor: ["meeting", "reading"],
  readingHours: "1",
  preparationHours: "",
  travelHours: "",
  costs: ["travel", "care"],
  costsOther: "",
  costsBefore: "book-for-you",
  budgetCode: "",
  paidWithin: "10-working-days",
  paidWithinOther: "",
};

/** The version that a page's form carries. */
function versionIn(answer: Answer): string {
  return /name="version" value="(\d+)"/u.exec(answer.html)?.[1] ?? "";
}

/** Sends a page of "Create a meeting" with the version it was drawn with. */
async function save(path: string, fields: Record<string, string | readonly string[]>, button?: string): Promise<Answer> {
  const version = versionIn(await asha.get(path));
  return asha.submit(path, { ...fields, version }, button === undefined ? {} : { button });
}

function pathOf(answer: Answer): string {
  return new URL(answer.location ?? "", "http://localhost:3000").pathname;
}

async function draft(): Promise<string> {
  const begun = await asha.submit("/meetings/new/about", about);
  return pathOf(begun).split("/")[2] ?? "";
}

async function created(): Promise<string> {
  const reference = await draft();
  const edit = `/meetings/${reference}/edit`;
  await save(`${edit}/type`, { mode: "hybrid" });
  await save(`${edit}/when`, when);
  await save(`${edit}/what`, what);
  await save(`${edit}/where`, {
    place: "new",
    venueName: "Kiln Hall",
    venueAddress: "1 Kiln Lane\nLeeds",
    venueEmail: "",
    conditions: ["route-uses-lift"],
    service: "zoom",
    joiningLink: "",
    features: ["captions-auto"],
    nation: "england",
  });
  if ((await asha.get(`${edit}/payment`)).html.includes('value="blue-heart"'))
    await asha.submit(`${edit}/payment`, { published: "blue-heart", halfDayHours: "" }, { button: "adopt" });
  await save(`${edit}/payment`, payment);
  const done = await save(`${edit}/check`, {});
  expect(pathOf(done)).toBe(`/meetings/${reference}/invite`);
  return reference;
}

describe("the list of meetings", () => {
  test("says what will appear while there is none", async () => {
    const page = await asha.get("/meetings");
    expect(page.text).toContain("You have no meetings yet.");
    expect(page.html).toContain('href="/meetings/new/about"');
  });

  test("a stranger is sent to sign in", async () => {
    expect((await new Visitor(app).get("/meetings")).location).toContain("/sign-in?next=");
    expect((await new Visitor(app).get("/people")).location).toContain("/sign-in?next=");
  });
});

describe("creating a meeting", () => {
  test("an empty first page gets the sentence for each answer", async () => {
    const answer = await asha.submit("/meetings/new/about", {});
    expect(answer.status).toBe(422);
    for (const sentence of [
      "Enter a meeting name",
      "Say what the meeting is about",
      "Say what people will be asked to do",
      "Choose who people can talk to",
    ]) {
      expect(answer.text).toContain(sentence);
    }
  });

  test("somebody else to talk to needs a name and a way to reach them", async () => {
    const answer = await asha.submit("/meetings/new/about", { ...about, contactName: "", contactPhone: "" });
    expect(answer.text).toContain("Enter their full name");
    expect(answer.text).toContain("Enter a phone number or an email address for them");
    expect(answer.html).toContain('value="Garden planning"');
  });

  test("a draft is on the list from its first page, and the check page links to what is missing", async () => {
    const reference = await draft();
    const list = await asha.get("/meetings?name=garden");
    expect(list.text).toContain("Not finished");
    expect(list.html).toContain(`/meetings/${reference}/edit/check`);
    const check = await save(`/meetings/${reference}/edit/check`, {});
    expect(check.status).toBe(422);
    expect(check.text).toContain("Answer 'How will people take part?'");
    expect(check.html).toContain('href="#answer-mode"');
    expect(check.html).toContain('id="answer-mode"');
  });

  test("the date is asked for in whole, and the finish comes after the start", async () => {
    const reference = await draft();
    await save(`/meetings/${reference}/edit/type`, { mode: "in-person" });
    const path = `/meetings/${reference}/edit/when`;
    expect((await save(path, {})).text).toContain("Choose when the meeting is");
    const empty = await save(path, { ...when, "date-day": "", "date-month": "", "date-year": "", startsAt: "", endsAt: "", breaks: "own" });
    for (const sentence of [
      "Enter the meeting date",
      "Enter start time",
      "Enter finish time",
      "Minutes between breaks must be a whole number from 5 to 180",
    ]) {
      expect(empty.text).toContain(sentence);
    }
    expect((await save(path, { ...when, "date-year": "2025" })).text).toContain("The meeting date must be today or later");
    expect((await save(path, { ...when, endsAt: "10am" })).text).toContain("Finish time must be after start time");
    const skipped = await save(path, { ...when, "date-day": "28", "date-month": "3", startsAt: "1:30am" });
    expect(skipped.status).toBe(422);
    expect(skipped.text).toContain("The clocks go forward on Sunday 28 March, so there is no 1:30am that day.");
  });

  test("a bank holiday is warned about once, and then kept", async () => {
    const reference = await draft();
    await save(`/meetings/${reference}/edit/type`, { mode: "in-person" });
    const path = `/meetings/${reference}/edit/when`;
    const easter = { ...when, "date-day": "29", "date-month": "3", startsAt: "9:30am" };
    const warned = await save(path, easter);
    expect(warned.status).toBe(200);
    expect(warned.text).toContain("This date is a bank holiday in England.");
    expect(warned.text).toContain("Starting before 10am is hard for people who use care");
    expect(warned.text).toContain("Continue anyway");
    const again = /name="warned" value="([^"]*)"/u.exec(warned.html)?.[1] ?? "";
    expect(pathOf(await save(path, { ...easter, warned: again }))).toBe(`/meetings/${reference}/edit/what`);
  });

  test("rows of the agenda can be added, and what was typed stays", async () => {
    const reference = await draft();
    const path = `/meetings/${reference}/edit/what`;
    const more = await save(path, what, "add-item");
    expect(more.html).toContain('name="agenda[3].title"');
    expect(more.html).toContain('value="Ideas"');
    const broken = await save(path, { ...what, "agenda[1].minutes": "", "agenda[2].minutes": "ten" });
    expect(broken.text).toContain("Enter how many minutes item 2 takes");
    expect(broken.text).toContain("Enter what item 3 is");
    const empty = await save(path, {
      ...what,
      "agenda[0].title": "",
      "agenda[0].minutes": "",
      "agenda[1].title": "",
      "agenda[1].minutes": "",
    });
    expect(empty.text).toContain("Enter at least 1 thing that will happen, with its minutes");
  });

  test("an organisation without rates chooses published ones, with source and date", async () => {
    const reference = await draft();
    await save(`/meetings/${reference}/edit/when`, when);
    const path = `/meetings/${reference}/edit/payment`;
    const page = await asha.get(path);
    expect(page.text).toContain("Source: Blue Heart, Working with Blue Heart: co-producer payments");
    const open = await asha.submit(path, { published: "university-of-exeter", halfDayHours: "" }, { button: "adopt" });
    expect(open.text).toContain("Enter how many hours half a day is, more than 1");
    await asha.submit(path, { published: "blue-heart", halfDayHours: "" }, { button: "adopt" });
    const missing = await save(path, { ...payment, rate: "", paidFor: [], costs: [], costsBefore: "", paidWithin: "" });
    for (const sentence of [
      "Choose a payment rate",
      "Choose what time you pay for",
      "Choose which costs you cover",
      "Choose whether costs can be paid before the meeting",
      "Choose how soon people will be paid",
    ]) {
      expect(missing.text).toContain(sentence);
    }
    expect((await save(path, { ...payment, readingHours: "some" })).text).toContain("Hours must be a number, like 1.5");
    const unpriced = await save(path, { ...payment, paidFor: ["travel"], travelHours: "1" });
    expect(unpriced.status).toBe(422);
    const worked = await save(path, payment, "work-out");
    expect(pathOf(worked)).toBe(path);
    expect((await asha.get(path)).text).toContain(
      "You are offering: £87.50 for about 3 hours 30 minutes, plus travel and care for someone you look after, paid within 10 working days.",
    );
    const nothing = await save(path, { ...payment, offered: "nothing" });
    expect(nothing.text).toContain("Without expenses some people cannot afford to come.");
    expect(nothing.text).toContain("Continue anyway");
  });

  test("a finished draft is created, and asks for people next", async () => {
    const reference = await created();
    const invite = await asha.get(`/meetings/${reference}/invite?saved=created`);
    expect(invite.text).toContain("Meeting created");
    expect((await asha.get("/meetings")).text).toContain("Coming up");
    const check = await asha.get(`/meetings/${reference}/edit/check`);
    expect(check.text).toContain("Tuesday 12 January 2027, 10:30am to 1pm");
    expect(check.text).toContain("Kiln Hall");
    expect(check.text).toContain("Your deadlines");
    expect(check.text).toContain("Papers out");
  });

  test("a page drawn before somebody else saved keeps what was typed, and overwrites nothing", async () => {
    const reference = await created();
    const path = `/meetings/${reference}/edit/about?from=check`;
    const old = versionIn(await asha.get(path));
    await save(path, { ...about, name: "First name" });
    const late = await asha.submit(path, { ...about, name: "Second name", version: old });
    expect(late.status).toBe(422);
    expect(late.text).toContain("Someone else changed this while you had it open.");
    expect(late.html).toContain('value="Second name"');
    expect((await asha.get(`/meetings/${reference}/edit/check`)).text).toContain("First name");
  });
});

describe("inviting people", () => {
  test("each line that cannot be read is named by its number", async () => {
    const reference = await created();
    const path = `/meetings/${reference}/invite`;
    expect((await asha.submit(path, {})).text).toContain("Choose or add at least 1 person");
    const broken = await asha.submit(path, { newPeople: "Ira Bell, ira@example.org\nJo Nowhere", postName: "" });
    expect(broken.text).toContain("Line 2: enter an email address or phone number, or add the person by post below");
    expect(broken.html).toContain("Jo Nowhere");
  });

  test("people are chosen, shown the invitation, and invited; nothing is sent before the button", async () => {
    const reference = await created();
    const path = `/meetings/${reference}/invite`;
    const chosen = await asha.submit(path, {
      newPeople: "Bea Hart, bea@example.org\nDee Vale, 07700 900982",
      postName: "Cal Moss",
      postLine1: "2 Low Road",
      postTown: "Leeds",
      postPostcode: "ls1 4ap",
    });
    const message = (chosen.location ?? "").split("#")[0] ?? "";
    const page = await asha.get(message);
    for (const words of [
      "Hello Bea Hart.",
      "The letter",
      "Hello Cal Moss.",
      "The text message, or words for a phone call",
      "Subject: Invitation: Garden planning, Tuesday 12 January. Please reply by Friday 18 December",
    ]) {
      expect(page.text).toContain(words);
    }
    const preview = await asha.submit(message, { personalLine: "Bring a hat." }, { button: "preview" });
    expect(preview.text).toContain("Bring a hat.");
    expect((await asha.get(`/meetings/${reference}/invite/sent`)).text).toContain("Nobody is invited yet.");

    const sent = await asha.submitAndFollow(message, { personalLine: "Bring a hat." });
    expect(sent.text).toContain("Done: 3 invitations made");
    expect(sent.text).toContain("Show the message for Bea Hart");
    expect(sent.text).toContain("Print letter for Cal Moss");

    const shown = await asha.get(/href="([^"]*invite\/messages\/[^"]*)"[^>]*>Show the message for Bea Hart/u.exec(sent.html)?.[1] ?? "");
    expect(shown.text).toContain("bea@example.org");
    const link = /http:\/\/localhost:3000(\/i\/[A-Za-z0-9_-]{43})/u.exec(shown.html)?.[1] ?? "";
    expect(link).not.toBe("");

    const letterPath = /href="([^"]*invite\/messages\/[^"]*)"[^>]*>Print letter for Cal Moss/u.exec(sent.html)?.[1] ?? "";
    const letter = await asha.get(letterPath);
    expect(letter.text).toContain("Cal Moss\n2 Low Road\nLeeds");
    expect(letter.text).toMatch(/type this code: [A-Z]{4} [A-Z]{4}/u);
    const pdf = await asha.get(letterPath.replace("/messages/", "/letters/") + "/18");
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.html.startsWith("%PDF-")).toBe(true);

    const again = await asha.get(message);
    expect(pathOf(again)).toBe(`/meetings/${reference}/invite/sent`);
    expect((await asha.get(`/meetings/${reference}/people`)).text).toContain("Shared access answers: not yet.");
    expect(sent.text).toMatch(/On \w+ \d+ \w+ \d{4} we give you a list of people to phone\./u);
    const toPhone = await asha.get(`/meetings/${reference}/people?show=no-reply`);
    expect(toPhone.text).toContain("Showing 3 of 3: people who have not replied.");
    expect(toPhone.text).toContain("No phone number is on file. Use the way they like best.");
  });

  test("letters can be printed before anything else is sent, and are marked as sent once they are posted", async () => {
    const reference = await created();
    const chosen = await asha.submit(`/meetings/${reference}/invite`, {
      newPeople: "Fay Lund, fay@example.org",
      postName: "Rob Dale",
      postLine1: "2 Low Road",
      postPostcode: "LS1 4AP",
    });
    const message = (chosen.location ?? "").split("#")[0] ?? "";
    expect((await asha.get(message)).text).toContain("Print 1 letter");
    const printed = await asha.submitAndFollow(message, { personalLine: "" }, { button: "print" });
    expect(printed.text).toContain("Done: 1 letter is ready to print");
    expect(printed.text).not.toContain("Fay Lund");
    expect(printed.text).toContain("Invite the other 1 person you chose");
    const letters = /name="letters" value="([^"]*)"/u.exec(printed.html)?.[1] ?? "";
    const sent = `/meetings/${reference}/invite/sent`;
    const posted = await asha.submitAndFollow(sent, { letters }, { button: "posted" });
    expect(posted.text).toContain("The letters are marked as sent by post.");
    expect(posted.text).not.toContain("I have posted");
    expect(posted.text).toMatch(/Rob Dale\nHowLetter\nStatusSent/u);
    expect((await asha.get(message)).text).toContain("Hello Fay Lund.");
  });

  test("an address without its first line or its postcode is asked for, and what was typed stays", async () => {
    const reference = await created();
    const path = `/meetings/${reference}/invite`;
    const broken = await asha.submit(path, { postName: "Cal Moss", postTown: "Leeds", postPostcode: "LS1" });
    expect(broken.status).toBe(422);
    for (const words of ["Enter a full UK postcode, like LS1 4AP"]) expect(broken.text).toContain(words);
    const missing = await asha.submit(path, { postName: "Cal Moss", postTown: "Leeds" });
    for (const words of ["Enter the first line of the address", "Enter a postcode"]) expect(missing.text).toContain(words);
    expect(missing.html).toContain('value="Leeds"');
  });

  test("a person by post is added and ticked, and the rest of the form stays", async () => {
    const reference = await created();
    const answer = await asha.submit(
      `/meetings/${reference}/invite`,
      { newPeople: "Half typed", postName: "Lou Nash", postLine1: "3 High Street", postPostcode: "LS1 4AP" },
      { button: "add-person" },
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Lou Nash is added and ticked below.");
    expect(answer.text).toContain("Half typed");
    expect(answer.html).toMatch(/<input[^>]*name="known"[^>]*checked/u);
  });

  test("somebody who has told us nothing can be taken off, after being asked", async () => {
    const reference = await created();
    const chosen = await asha.submit(`/meetings/${reference}/invite`, {
      newPeople: "Gil Reed, gil@example.org",
      postName: "",
    });
    await asha.submit((chosen.location ?? "").split("#")[0] ?? "", { personalLine: "" });
    const people = `/meetings/${reference}/people`;
    const remove = /href="([^"]*\?remove=[^"]*)"/u.exec((await asha.get(people)).html)?.[1] ?? "";
    const question = await asha.get(remove);
    expect(question.text).toContain("Remove Gil Reed from this meeting?");
    const person = /name="person" value="([^"]*)"/u.exec(question.html)?.[1] ?? "";
    await asha.submit(remove, { person }, { to: people, button: "remove" });
    expect((await asha.get(people)).text).toContain("Nobody is invited yet.");
  });
});

describe("people", () => {
  test("somebody is added only when they agreed, and with a way to reach them", async () => {
    const empty = await asha.submit("/people", {});
    for (const sentence of ["Enter their full name", "Choose how they like to be contacted", "Confirm they have agreed to be contacted"]) {
      expect(empty.text).toContain(sentence);
    }
    const unreachable = await asha.submit("/people", {
      name: "Mia Stone",
      email: "",
      phone: "",
      address: "",
      preferredContact: "email",
      agreed: "yes",
    });
    expect(unreachable.text).toContain("Enter an email address, a phone number or an address");
    const added = await asha.submitAndFollow("/people", {
      name: "Łucja محمد",
      email: "lucja@example.org",
      phone: "",
      address: "",
      preferredContact: "email",
      agreed: "yes",
    });
    expect(added.text).toContain("The person is added.");
    const found = await asha.get("/people?name=%C5%82ucja");
    expect(found.text).toContain("Łucja محمد");
    expect((await asha.get("/people?name=nobodyatall")).text).toContain("Nobody matches 'nobodyatall'.");
    const page = /href="(\/people\/(?!import)[^"?]+)"/u.exec(found.html)?.[1] ?? "";
    const version = versionIn(await asha.get(page));
    const saved = await asha.submitAndFollow(page, {
      name: "Łucja محمد",
      email: "lucja@example.org",
      phone: "07700 900345",
      address: "",
      preferredContact: "text",
      neutralSubject: "yes",
      safeContact: "Only before 3pm",
      version,
    });
    expect(saved.text).toContain("The contact details are saved.");
    expect(saved.text).toContain("Only before 3pm");
    expect(saved.html).not.toMatch(/sort code|benefit/iu);
  });

  test("a person, a meeting and a message that do not exist are all the same page", async () => {
    for (const path of [
      "/people/nobody",
      "/meetings/BCDFGHJK/people",
      "/meetings/BCDFGHJK/edit/about",
      "/meetings/BCDFGHJK/invite/messages/none",
    ]) {
      expect((await asha.get(path)).status).toBe(404);
    }
  });
});

describe("what is known of a meeting that is made", () => {
  test("another nation that makes the chosen date a bank holiday is warned about once, and then kept", async () => {
    const reference = await created();
    const edit = `/meetings/${reference}/edit`;
    const inJuly = { ...when, "date-day": "12", "date-month": "7", "date-year": "2027" };
    await save(`${edit}/when`, { ...inJuly, warned: "2027-07-12 10:30 13:00" });
    const where = { place: "compare", venueName: "", service: "zoom", joiningLink: "", nation: "northern-ireland" };
    const warned = await save(`${edit}/where`, where);
    expect(warned.text).toContain("This date is a bank holiday in Northern Ireland.");
    expect(warned.text).toContain("Continue anyway");
    expect((await asha.get(`${edit}/where`)).html).toMatch(/value="england"[^>]* checked|checked[^>]* value="england"/u);
    expect((await save(`${edit}/where`, { ...where, warned: "northern-ireland" })).status).toBe(303);
    expect((await asha.get(`${edit}/where`)).html).toMatch(/value="northern-ireland"[^>]* checked|checked[^>]* value="northern-ireland"/u);
    // What was said once for this nation is not said each time the page is saved.
    expect((await save(`${edit}/where`, where)).status).toBe(303);
  });

  test("the rates say when they were last updated", async () => {
    const page = await asha.get(`/meetings/${await created()}/edit/payment`);
    expect(page.text).toContain("From your organisation's rates, last updated Monday 23 November 2026.");
  });
});
