// The private payment pages as a person meets them: through the real build, with scripts off, and with what nobody else
// may see looked for everywhere else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarDateOf, clockTimeOf } from "#app/domain/basics/dates.ts";
import { administratorOf, coordinatorOf, type Coordinator } from "#app/domain/people/actors.ts";
import { setUp } from "#app/services/accounts.server.ts";
import { addCharityFor, charitiesOf, removeCharityFor } from "#app/services/charities.server.ts";
import { invitePeople } from "#app/services/invitations.server.ts";
import { mintLink, mintReadBackLink } from "#app/services/links.server.ts";
import { createWholeMeeting } from "#app/services/meetings.server.ts";
import { addPerson } from "#app/services/people.server.ts";
import { adoptRates } from "#app/services/rate-cards.server.ts";
import { openApp, Visitor, type Answer, type App, type Fields } from "#tests/support/app.ts";

let app: App;
let asha: Coordinator;
let reference = "";
let invitationId = "";
let total = 0;
let elsewhere = "";

async function meetingAndLink(name: string): Promise<{ reference: string; link: string; invitationId: string }> {
  const context = app.instance.context();
  const adopted = await adoptRates(context, asha, { publishedId: "blue-heart", validFrom: calendarDateOf("2026-11-01") });
  const cardId = adopted.ok ? adopted.value.cardId : (await context.db.query.rateCards.findFirst())!.id;
  const meeting = await createWholeMeeting(context, asha, {
    name,
    about: "We plan the new garden.",
    asked: "Say what you would like.",
    contact: { kind: "staff", staffId: asha.staffId },
    mode: "in-person",
    when: { kind: "known", date: calendarDateOf("2027-01-12"), startsAt: clockTimeOf("10:30"), endsAt: clockTimeOf("12:30") },
    breaks: { everyMinutes: 45, minutes: 15 },
    what: { agenda: [{ title: "Ideas", minutes: 60 }], expectedPeople: 12, foodServed: false, parallelGroups: 0, conditions: [] },
    where: {
      place: { kind: "new", name: "Kiln Hall", address: "1 Kiln Lane\nLeeds", email: "" },
      online: { service: "", joiningLink: "", features: [] },
      conditions: [],
    },
    payment: {
      offered: "time-and-costs",
      rate: { cardId, lineCode: "co-producer-hour" },
      paidTime: { meeting: true, readingMinutes: 0, preparationMinutes: 0, travelMinutes: 0 },
      costs: ["public-transport"],
      costsOther: "",
      costsBefore: "claim-later",
      budgetCode: "",
      paidWithin: { kind: "working-days", days: 10 },
    },
  });
  const added = await addPerson(context, asha, {
    name: "Marek Zając",
    email: `${name.toLowerCase().replaceAll(" ", "-")}@example.org`,
    phone: "",
    address: "1 Elm Row\nLeeds\nLS1 4AP",
    preferredContact: "email",
    neutralSubject: false,
    safeContact: "",
  });
  if (!added.ok) throw new Error(added.refusal);
  const invited = await invitePeople(context, asha, meeting.reference, {
    personIds: [added.value.personId],
    personalLine: "",
    neutralFor: [],
  });
  if (!invited.ok) throw new Error(invited.refusal.reason);
  const invitation = await context.db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.personId, added.value.personId) });
  const { organisationId } = asha;
  const link = await context.change(async (tx) =>
    mintLink(context, tx, { organisationId, kind: "invitation", id: invitation!.id, meetingDate: calendarDateOf("2027-01-12") }),
  );
  return { reference: meeting.reference, link, invitationId: invitation!.id };
}

async function visitorFor(link: string): Promise<Visitor> {
  const visitor = new Visitor(app);
  await visitor.submit(link, {});
  return visitor;
}

beforeAll(async () => {
  app = await openApp();
  const made = await setUp(
    app.instance.context(),
    {
      organisationName: "Harbour Trust",
      nation: "england",
      fullName: "Asha Grewal",
      email: "asha@example.org",
      password: "three random words",
    },
    "here",
  );
  if (!made.ok) throw new Error(made.refusal);
  asha = coordinatorOf({ ...made.value, name: "Asha Grewal", email: "asha@example.org", roles: ["coordinator"] })!;
  const mine = await meetingAndLink("Garden group");
  reference = mine.reference;
  invitationId = mine.invitationId;
  myLink = mine.link;
  elsewhere = (await meetingAndLink("Other group")).reference;
  total = (await app.instance.context().db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.id, invitationId) }))!.offer!
    .total;
});
afterAll(() => app.close());
let myLink = "";

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(html)?.[1] ?? "";
const actionOf = (html: string) => /<form method="post" action="([^"#]*)/u.exec(html)?.[1] ?? "";

/** Answers the questions one after another as a browser would: each form is the one on the page before it. */
async function answerAll(visitor: Visitor, given: Readonly<Record<string, Fields>>): Promise<{ page: Answer; asked: string[] }> {
  let page = await visitor.get(`/my/m/${reference}/pay/check/keep`);
  const asked: string[] = [];
  for (let steps = 0; steps < 25; steps += 1) {
    const address = actionOf(page.html);
    const step = address.split("/").at(-1) ?? "";
    if (step === "result" || step === "") return { page, asked };
    asked.push(step);
    const fields = given[step];
    const secrets = Object.fromEntries(["formToken", "intentKey", "carried"].map((name) => [name, hidden(page.html, name)]));
    page = await visitor.post(address, { ...secrets, ...(fields ?? { intent: "skip" }) });
    expect(page.status, `${step}: ${page.text.slice(0, 400)}`).toBe(200);
  }
  throw new Error("The questions never end");
}

const serviceUser = { organisation: { answer: "statutory" }, involvement: { answer: "yes" }, services: { answer: "yes" } };
const forget = { keep: { answer: "forget" }, any: { answer: "yes" }, nation: { answer: "england" }, ...serviceUser };
const onUc = {
  ...forget,
  which: { which: "universal-credit" },
  "uc-rent": { answer: "yes" },
  "uc-dates": { day: "5" },
  "uc-self-employed": { answer: "no" },
  "uc-partner": { answer: "no", amount: "", hours: "" },
  "other-pay": { answer: "no", amount: "", hours: "" },
};

const h1 = (page: Answer) =>
  /<h1[^>]*>([^]*?)<\/h1>/u
    .exec(page.html)?.[1]
    ?.replace(/<[^>]+>/gu, "")
    .trim();

function bytesOnDisk(): string {
  const folder = join(app.folder, "data");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name)).toString("latin1"))
    .join("");
}

describe("checking what a payment could do", () => {
  test("no benefits: the first result, with the closing line and the way to choose", async () => {
    const { page, asked } = await answerAll(await visitorFor(myLink), { keep: { answer: "forget" }, any: { answer: "no" } });
    expect(asked).toEqual(["keep", "any"]);
    expect(h1(page)).toBe("From what you told us, this payment should not change a benefit.");
    expect(page.text).toContain(
      "This is general information, not advice about you. An independent adviser can look at your own case for free.",
    );
    expect(page.text).toContain("Choose my payment");
  });

  test("Universal Credit inside the work allowance: the second result, with words to copy and sources with their dates", async () => {
    const { page } = await answerAll(await visitorFor(myLink), { ...onUc, "uc-allowance": { answer: "child" } });
    expect(h1(page)).toMatch(/fits inside the limits we know about\.$/u);
    expect(page.html).toMatch(/<textarea[^>]*readOnly|<textarea[^>]*readonly/u);
    expect(page.text).toContain("(checked on 22 November 2026)");
    expect(page.text).toContain("The money should reach you between");
  });

  test("Universal Credit with no work allowance: the third result, with how much and what can be done", async () => {
    const { page, asked } = await answerAll(await visitorFor(myLink), {
      ...onUc,
      "uc-allowance": { answer: "no" },
      "uc-cap": { answer: "no" },
      "uc-award": { answer: "yes" },
    });
    expect(asked).toContain("uc-award");
    expect(h1(page)).toBe("This payment could change your Universal Credit.");
    expect(page.text).toContain("could go down");
  });

  test("a question skipped: the fourth result says which answer is missing", async () => {
    const { page } = await answerAll(await visitorFor(myLink), { ...forget, which: { which: "universal-credit" } });
    expect(h1(page)).toBe("We cannot tell. Please talk to an adviser before you decide.");
    expect(page.text).toContain("We do not know: the day your Universal Credit month starts.");
  });

  test.each([
    [0, /fits inside the limits we know about\.$/u],
    [1, /^This payment could change your Carer.s Allowance\.$/u],
  ])("Carer's Allowance, %i pennies over the weekly limit", async (pennies, heading) => {
    const amount = ((204_00 - total + pennies) / 100).toFixed(2);
    const { page } = await answerAll(await visitorFor(myLink), {
      ...forget,
      which: { which: "carers-allowance" },
      carer: { answer: "yes", amount, hours: "" },
      "other-pay": { answer: "no", amount: "", hours: "" },
    });
    expect(h1(page)?.replaceAll("&#x27;", "'")).toMatch(heading);
  });

  test("a wrong day of the month is explained, and the answers before it are still there", async () => {
    const visitor = await visitorFor(myLink);
    let page = await visitor.get(`/my/m/${reference}/pay/check/keep`);
    const upTo: readonly [string, Fields][] = [
      ["keep", { answer: "forget" }],
      ["any", { answer: "yes" }],
      ["nation", { answer: "scotland" }],
      ["which", { which: ["universal-credit", "adult-disability-payment"] }],
      ["organisation", { answer: "statutory" }],
      ["involvement", { answer: "yes" }],
      ["services", { answer: "yes" }],
      ["uc-allowance", { answer: "no" }],
      ["uc-dates", { day: "32" }],
    ];
    const send = async (address: string, fields: Fields) =>
      visitor.post(address, {
        ...Object.fromEntries(["formToken", "intentKey", "carried"].map((name) => [name, hidden(page.html, name)])),
        ...fields,
      });
    for (const [step, fields] of upTo) {
      expect(actionOf(page.html)).toMatch(new RegExp(`/${step}$`, "u"));
      page = await send(actionOf(page.html), fields);
    }
    expect(page.status).toBe(422);
    expect(page.text).toContain("Date must be a number from 1 to 31");
    expect(page.html).toContain('value="32"');
    page = await send(actionOf(page.html), { day: "31" });
    expect(page.status).toBe(200);
    page = await send(actionOf(page.html), { intent: "back" });
    expect(page.html).toContain('value="31"');
  });

  test("answers sealed for one person are worth nothing to another", async () => {
    const visitor = await visitorFor(myLink);
    const page = await visitor.get(`/my/m/${reference}/pay/check/keep`);
    const answer = await visitor.post(`/my/m/${reference}/pay/check/any`, {
      formToken: hidden(page.html, "formToken"),
      carried: "AQAAAA",
      answer: "yes",
    });
    expect(answer.location).toBe(`/my/m/${reference}/pay/check/keep#main`);
  });

  test("forgetting leaves no trace: nothing on disk, nothing in the log, nothing on any page a coordinator opens", async () => {
    const visitor = await visitorFor(myLink);
    const { page: result } = await answerAll(visitor, {
      ...onUc,
      which: { which: ["universal-credit", "attendance-allowance"] },
      "uc-allowance": { answer: "both" },
    });
    const secrets = Object.fromEntries(["formToken", "intentKey", "carried"].map((name) => [name, hidden(result.html, name)]));
    const year = await visitor.post(`/my/m/${reference}/pay/check/year`, secrets);
    expect(h1(year)).toBe("Your payments in a year");
    expect(year.text).toContain("Planned for");
    expect(year.text).toContain("What is counted for Universal Credit, and what is left");
    expect(year.html).toMatch(
      /<svg role="img" aria-labelledby="room-universal-credit-title" aria-describedby="room-universal-credit-words"/u,
    );
    const bytes = bytesOnDisk();
    const coordinator = new Visitor(app);
    await coordinator.submit("/sign-in", { email: "asha@example.org", password: "three random words" });
    const pages = await Promise.all(
      ["/today", "/meetings", "plan", "people"].map(async (path) =>
        coordinator.follow(path.startsWith("/") ? path : `/meetings/${reference}/${path}`),
      ),
    );
    expect(pages[0]?.status).toBe(200);
    const elsewhereText = pages.map(({ html }) => html).join("") + app.log.join("");
    for (const marker of ["universal-credit", "attendance-allowance", "Attendance Allowance", "Universal Credit", "uc-allowance"]) {
      expect(bytes).not.toContain(marker);
      expect(elsewhereText).not.toContain(marker);
    }
    expect(await app.instance.context().db.query.benefitAnswers.findMany()).toEqual([]);
  });

  test("answers kept at the person's wish are sealed, and shown again only after a fresh link", async () => {
    await answerAll(await visitorFor(myLink), { ...onUc, keep: { answer: "keep" }, "uc-allowance": { answer: "both" } });
    expect(bytesOnDisk()).not.toContain("uc-allowance");
    const linkOnly = await (await visitorFor(myLink)).get(`/my/m/${reference}/pay/check/result`);
    expect(linkOnly.text).toContain("We have answers you asked us to keep.");
    expect(linkOnly.html).not.toContain("Universal Credit");
    const context = app.instance.context();
    const fresh = await context.change(async (tx) =>
      mintReadBackLink(
        context,
        tx,
        { organisationId: asha.organisationId, kind: "invitation", id: invitationId, meetingDate: null },
        "email",
      ),
    );
    if (!fresh.ok) throw new Error(fresh.refusal);
    const again = await (await visitorFor(fresh.value.path)).get(`/my/m/${reference}/pay/check/result`);
    expect(h1(again)).toMatch(/fits inside the limits/u);
  });
});

describe("the year of payments", () => {
  test("shows the payments to whoever has the link, and nothing of benefits until the questions are answered", async () => {
    const page = await (await visitorFor(myLink)).get(`/my/m/${reference}/pay/check/year`);
    expect(h1(page)).toBe("Your payments in a year");
    expect(page.text).toContain("Garden group, 12 January 2027");
    expect(page.text).not.toContain("Universal Credit");
    expect(page.text).toContain("Answer the questions about benefits");
  });
});

describe("choosing and being paid", () => {
  const pay = (page: string) => `/my/m/${reference}/pay/${page}`;
  const send = async (visitor: Visitor, page: string, fields: Fields) => {
    const shown = await visitor.get(pay(page));
    return visitor.submit(pay(page), { version: hidden(shown.html, "version"), ...fields });
  };

  test("the start page needs an answer, in the words of the design", async () => {
    const answer = await (await visitorFor(myLink)).submit(`/my/m/${reference}/pay`, {});
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Choose what you would like to do, or skip");
  });

  test("save and come back later works with nothing chosen, and with a choice half made", async () => {
    const visitor = await visitorFor(myLink);
    const amounts = { less: "", forPerson: "", forCharity: "" };
    expect((await send(visitor, "choose", { ...amounts, intent: "later" })).location).toContain("saved=later");
    expect((await send(visitor, "how", { intent: "later" })).location).toContain("saved=later");
    expect((await send(visitor, "choose", { ...amounts, kind: "less", intent: "later" })).location).toContain("saved=later");
    expect((await visitor.get(pay("choose"))).html).toMatch(/value="less"[^>]*checked|checked[^>]*value="less"/u);
    // An amount that cannot be read is not lost: it is shown again to be mended.
    const mended = await send(visitor, "choose", { ...amounts, kind: "less", less: "lots", intent: "later" });
    expect(mended.status).toBe(422);
    expect(mended.html).toContain('value="lots"');
    expect((await send(visitor, "choose", { ...amounts, less: "10", intent: "later" })).status).toBe(422);
  });

  test("every pay page is there in Easy Read, with other words and the same buttons", async () => {
    const visitor = await visitorFor(myLink);
    const pages = ["", "/choose", "/how", "/bank", "/adviser", "/letter"].map((page) => `/my/m/${reference}/pay${page}`);
    const standard = await Promise.all(pages.map(async (page) => visitor.get(page)));
    await visitor.submit("/display", { mode: "easy" });
    for (const [at, page] of pages.entries()) {
      const easy = await visitor.get(page);
      expect(easy.status, page).toBe(200);
      expect(easy.text, page).not.toBe(standard[at]?.text);
      expect(easy.html.match(/<button/gu)?.length, page).toBe(standard[at]?.html.match(/<button/gu)?.length);
    }
    expect((await visitor.get(`/my/m/${reference}/pay`)).html).toContain('class="line"');
  });

  test("a signed letter is asked for, and the payments team's list has a name and a day", async () => {
    const visitor = await visitorFor(myLink);
    const shown = await visitor.get(pay("letter"));
    expect(shown.text).toContain("We post it to the address that ends 4AP, unless you give another one.");
    expect(shown.html).not.toContain("Elm Row");
    const none = await visitor.submit(pay("letter"), { address: "" });
    expect(none.text).toContain("Choose what the letter should include");
    const preview = await visitor.submitAndFollow(pay("letter"), { include: ["name", "amount"], address: "" });
    expect(preview.text).toContain("Marek Zając");
    expect(preview.text).toContain("We have offered £");
    const asked = await visitor.submitAndFollow(pay("letter"), { include: ["name", "meeting"], address: "", intent: "post" });
    expect(asked.text).toContain("A signed letter will be posted to the address that ends 4AP by Monday 30 November 2026.");
  });

  test("amounts are held to the offer, by a penny", async () => {
    const visitor = await visitorFor(myLink);
    const pounds = (pence: number) => (pence / 100).toFixed(2);
    const amounts = { forPerson: "", forCharity: "" };
    const none = await send(visitor, "choose", { less: "", ...amounts });
    expect(none.text).toContain("Choose how much you would like to be paid, or skip");
    const same = await send(visitor, "choose", { kind: "less", less: pounds(total), ...amounts });
    expect(same.status).toBe(422);
    expect(same.text).toContain("Amount must be less than £");
    expect((await send(visitor, "choose", { kind: "less", less: pounds(total - 1), ...amounts })).status).toBe(303);
    const over = await send(visitor, "choose", { kind: "split", less: "", forPerson: pounds(total - 1), forCharity: "0.02" });
    expect(over.text).toContain("The two amounts add up to");
    const split = await send(visitor, "choose", { kind: "split", less: "", forPerson: pounds(total - 1), forCharity: "0.01" });
    expect(split.location).toBe(`${pay("charity")}#main`);
    expect((await send(visitor, "charity", { name: "", number: "" })).text).toContain("Enter the charity's name");
  });

  test("a charity is chosen from the organisation's list, or another is named", async () => {
    const keeper = administratorOf({ ...asha, roles: ["administrator"] })!;
    expect(await addCharityFor(app.instance.context(), keeper, { name: "Harbour Lifeboat", number: "209603" })).toMatchObject({ ok: true });
    expect(await addCharityFor(app.instance.context(), keeper, { name: "harbour lifeboat", number: "" })).toMatchObject({ ok: false });
    const visitor = await visitorFor(myLink);
    await send(visitor, "choose", { kind: "charity", less: "", forPerson: "", forCharity: "" });
    const none = await send(visitor, "charity", { name: "", number: "" });
    expect(none.text).toContain("Choose a charity");
    expect((await send(visitor, "charity", { charity: "another", name: "", number: "" })).text).toContain("Enter the charity's name");
    const listed = /value="([^"]+)"[^>]*>\s*<label[^>]*>Harbour Lifeboat/u.exec((await visitor.get(pay("charity"))).html)?.[1] ?? "";
    expect((await send(visitor, "charity", { charity: listed, name: "", number: "" })).status).toBe(303);
    expect((await visitor.get(pay("how"))).status).toBe(200);
    expect((await visitor.get(pay("charity"))).html).toMatch(/checked/u);
    const [charity] = await charitiesOf(app.instance.context(), asha.organisationId);
    await removeCharityFor(app.instance.context(), keeper, { charityId: charity!.id, version: charity!.version });
    // Off the list, what was chosen still stands as it was named.
    expect((await visitor.get(pay("charity"))).html).toContain('value="Harbour Lifeboat"');
  });

  test("from choosing to done: the account is shown once and then by its last two digits, and the choice can be taken back", async () => {
    const visitor = await visitorFor(myLink);
    expect((await send(visitor, "choose", { kind: "full", less: "", forPerson: "", forCharity: "" })).location).toBe(`${pay("how")}#main`);
    expect((await send(visitor, "how", { how: "bank" })).location).toBe(`${pay("bank")}#main`);
    const wrong = await visitor.submit(pay("bank"), { nameOnAccount: "", sortCode: "1", accountNumber: "12345", rollNumber: "" });
    for (const sentence of ["Enter the name on the account", "Sort code must be 6 digits", "Account number must be 6 to 10 digits"]) {
      expect(wrong.text).toContain(sentence);
    }
    const details = { nameOnAccount: "Marek Zając", sortCode: "20-77-19", accountNumber: "87651234", rollNumber: "" };
    const once = await visitor.submit(pay("bank"), details);
    expect(once.status).toBe(200);
    expect(once.text).toContain("87 65 12 34");
    expect(once.text).toContain("Not checked");
    for (const page of ["bank", "check-answers", "how"]) {
      const later = await visitor.get(pay(page));
      expect(later.text).not.toMatch(/8765|87 65|20-77-19|207719/u);
    }
    expect((await visitor.get(pay("check-answers"))).text).toContain("Ends 34");
    expect(bytesOnDisk()).not.toContain("87651234");
    expect((await send(visitor, "check-answers", {})).text).toContain("Tick to say you understand, or talk to us first");
    expect((await send(visitor, "check-answers", { understood: "yes" })).location).toBe(`${pay("done")}#main`);
    const done = await visitor.get(pay("done"));
    expect(done.text).toContain("Done: your payment choice is saved");
    expect(done.text).toContain("You can change it until Monday 11 January 2027.");
    await visitor.submit(pay("done"), { version: hidden(done.html, "version") });
    expect((await visitor.get(`/my/m/${reference}/pay`)).text).not.toContain("What you have chosen");
  });

  test("changing bank details tells the person at what was on file, and the notice does not hold the number", async () => {
    const visitor = await visitorFor(myLink);
    const before = (await app.instance.context().db.query.outbox.findMany()).filter(({ kind }) => kind === "bank-details-changed").length;
    const answer = await visitor.submit(pay("bank"), {
      nameOnAccount: "Marek Zając",
      sortCode: "123456",
      accountNumber: "00112277",
      rollNumber: "",
    });
    expect(answer.text).toContain("These replace details we had.");
    const notices = (await app.instance.context().db.query.outbox.findMany()).filter(({ kind }) => kind === "bank-details-changed");
    expect(notices.length).toBe(before + 2);
    expect(notices.map(({ recipient }) => recipient)).toContain("garden-group@example.org");
  });

  test.each(["", "/check/keep", "/choose", "/charity", "/how", "/bank", "/check-answers", "/done", "/adviser", "/letter"])(
    "somebody else's reference is not found: pay%s",
    async (page) => {
      const visitor = await visitorFor(myLink);
      expect((await visitor.get(`/my/m/${elsewhere}/pay${page}`)).status).toBe(404);
      expect((await new Visitor(app).get(`/my/m/${reference}/pay${page}`)).status).toBe(404);
    },
  );

  test("a fresh link is sent to a place on file and never shown to whoever asks", async () => {
    const visitor = await visitorFor(myLink);
    const page = await visitor.get(`/my/confirm-you?ref=${reference}`);
    expect(page.text).toContain("By letter to the address that ends 4AP");
    const sent = await visitor.submitAndFollow(`/my/confirm-you?ref=${reference}`, { channel: "letter" });
    expect(sent.text).toContain("We will post your link in a sealed letter.");
    expect(sent.html).not.toMatch(/\/i\/[A-Za-z0-9_-]{43}/u);
  });

  test("the adviser, letter and tax pages say what they are for", async () => {
    const visitor = await visitorFor(myLink);
    const advice = await visitor.get(pay("adviser"));
    expect(advice.text).toContain("Free and independent.");
    // No mail server carries a request in this test, so none is promised.
    expect(advice.text).not.toContain("Ask an adviser to contact you");
    expect((await visitor.get(pay("letter"))).html).toContain(`/my/m/${reference}/papers/jobcentre-letter.pdf`);
    const tax = await visitor.get("/help/tax-and-payroll");
    expect(h1(tax)).toBe("Tax and payroll");
    expect(tax.text).toContain("(checked on 22 November 2026)");
  });
});
