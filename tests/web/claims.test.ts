// The whole way of a claim through the real pages: attendance, the person's own claim, checking, authorising, the payment form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Attendee, Coordinator } from "#app/domain/people/actors.ts";
import { exampleSignInLink } from "#app/services/accounts.server.ts";
import { mintLink } from "#app/services/links.server.ts";
import { findOrganisation, findStaff } from "#db/stores/accounts.ts";
import { openApp, origin, Visitor, type Answer, type App } from "#tests/support/app.ts";
import { afterwards, financePerson, invitedPerson, pastMeeting } from "#tests/support/claims.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { instantOf } from "#app/domain/basics/dates.ts";

let app: App;
let asha: Coordinator;
let reference: string;
let mia: Attendee;
let organisationId: string;
let mias: Visitor;
const staffIds = new Map<string, string>();

beforeAll(async () => {
  app = await openApp({ at: afterwards });
  const moment = (at: string) => app.instance.context(instantOf(at));
  const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  ({ organisationId } = made);
  asha = made.coordinator;
  staffIds.set("Asha", asha.staffId);
  reference = (await pastMeeting(moment, asha)).reference;
  mia = await invitedPerson(moment, asha, reference);
  staffIds.set("Ben", (await financePerson(moment(afterwards), organisationId, "Ben Ali", ["finance-check", "finance-authorise"])).staffId);
  staffIds.set("Cara", (await financePerson(moment(afterwards), organisationId, "Cara Iqbal", ["finance-authorise"])).staffId);
  const other = await makeOrganisation(moment(afterwards), "Elsewhere");
  staffIds.set(
    "Dan",
    (await financePerson(moment(afterwards), other.organisationId, "Dan Ode", ["finance-check", "finance-authorise"])).staffId,
  );
  mias = await visitorOf(mia);
}, 60_000);
afterAll(() => app.close());

async function signedIn(who: string): Promise<Visitor> {
  const context = app.instance.context();
  const account = await findStaff(context.db, staffIds.get(who)!);
  const organisation = await findOrganisation(context.db, account!.organisationId);
  const link = await exampleSignInLink(context, account!, { ...organisation!, isExample: true });
  const visitor = new Visitor(app);
  await visitor.submit(new URL(link).pathname, {});
  return visitor;
}

async function visitorOf(attendee: Attendee): Promise<Visitor> {
  const context = app.instance.context();
  const { organisationId: of, invitationId } = attendee;
  const path = await context.change(async (tx) =>
    mintLink(context, tx, { organisationId: of, kind: "invitation", id: invitationId, meetingDate: null }),
  );
  const visitor = new Visitor(app);
  await visitor.submit(path, {});
  return visitor;
}

const carried = (page: Answer, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page.html)?.[1] ?? "";
async function send(visitor: Visitor, path: string, fields: Record<string, string>, button?: string): Promise<Answer> {
  const version = carried(await visitor.get(path), "version");
  return visitor.submit(path, { ...(version === "" ? {} : { version }), ...fields }, button === undefined ? {} : { button });
}
const claimIdOf = async () =>
  (await app.instance.context().db.query.claims.findFirst({ where: (table, { eq }) => eq(table.invitationId, mia.invitationId) }))!.id;
const lineOf = (path: string | null) => /costs\/([^/?#]+)/u.exec(path ?? "")?.[1] ?? "";

describe("a claim, from the meeting to the payment form", () => {
  test("the coordinator marks who took part, and is told exactly what is missing", async () => {
    const visitor = await signedIn("Asha");
    const path = `/meetings/${reference}/attendance`;
    const page = await visitor.get(path);
    expect(page.text).toContain("Who took part?");
    const id = mia.invitationId;
    const version = { [`version-${id}`]: carried(page, `version-${id}`) };
    const empty = await visitor.submit(path, { ...version, [`hours-${id}`]: "two" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Choose how Mia Bell took part");
    expect(empty.text).toContain("Mia Bell: hours must be a number, like 2.5");
    const marked = await visitor.submitAndFollow(path, { ...version, [`took-${id}`]: "online", [`hours-${id}`]: "2" });
    expect(marked.text).toContain("Claims are open. 1 person has been told in their own format.");
  });

  test("the person sees how their time was worked out and says that it is right", async () => {
    const home = `/my/m/${reference}/claim`;
    expect((await mias.get(home)).text).toContain("Your claim for Planning group");
    const page = await mias.get(`${home}/time`);
    expect(page.text).toContain("2 hours at £25 an hour: £50.");
    expect(page.text).toContain("You chose the full £75. Your costs are paid on top.");
    const missing = await send(mias, `${home}/time`, {});
    expect(missing.status).toBe(422);
    const differs = await send(mias, `${home}/time`, { right: "different" });
    expect(differs.text).toContain("Tell us what is different");
    expect((await send(mias, `${home}/time`, { right: "right", employer: "no" })).location).toContain("/claim#main");
  });

  test("costs are added one at a time, each with the sentence that says what is missing", async () => {
    const costs = `/my/m/${reference}/claim/costs`;
    const unchosen = await send(mias, `${costs}/new`, {});
    expect(unchosen.text).toContain("Choose what the cost was for");
    const car = lineOf((await send(mias, `${costs}/new`, { kind: "own-vehicle" })).location);
    const date = { "date-day": "2", "date-month": "11", "date-year": "2026" };
    const noMiles = await send(mias, `${costs}/${car}`, { ...date, vehicle: "car", miles: "far" });
    expect(noMiles.text).toContain("Miles must be a number, like 12");
    await send(mias, `${costs}/${car}`, { ...date, vehicle: "car", miles: "12", from: "", passengers: "" });
    expect((await mias.get(costs)).text).toContain("12 miles at 55p a mile: £6.60");

    const taxi = lineOf((await send(mias, `${costs}/new`, { kind: "taxi" })).location);
    const noWhy = await send(mias, `${costs}/${taxi}`, { ...date, amount: "12,50" });
    expect(noWhy.text).toContain("Amount must be an amount, like 12.50");
    expect(noWhy.text).toContain("Choose an answer, or choose 'Prefer not to say'");
    const noPhoto = await send(mias, `${costs}/${taxi}`, { ...date, amount: "12.50", why: "access", receipt: "photo" });
    expect(noPhoto.text).toContain("Choose a file");
    await send(mias, `${costs}/${taxi}`, { ...date, amount: "12.50", why: "access", receipt: "will-post" });

    const helper = lineOf((await send(mias, `${costs}/new`, { kind: "assistant" })).location);
    const neither = await send(mias, `${costs}/${helper}`, { ...date, amount: "", hours: "", rate: "" });
    expect(neither.text).toContain("Enter an amount, or hours and a rate");
    await send(mias, `${costs}/${helper}`, { ...date, amount: "", hours: "2.5", rate: "14", who: "MARKER-helper", receipt: "will-post" });
    expect((await mias.get(costs)).text).toContain("Costs so far: £54.10");
  });

  test("the claim is confirmed, signed and sent, once", async () => {
    const check = `/my/m/${reference}/claim/check`;
    const unsigned = await send(mias, check, {});
    expect(unsigned.text).toContain("Tick to confirm your claim");
    expect(unsigned.text).toContain("Enter your full name");
    const sent = await send(mias, check, { confirmed: "yes", signedName: "Mia Bell", answer: "" });
    expect(sent.location).toContain("/claim/done");
    expect((await mias.get(`/my/m/${reference}/claim/done`)).text).toContain("The money should reach you by Tuesday 17 November 2026.");
    expect((await mias.get(`/my/m/${reference}/claim`)).text).toContain("Where your claim is");
    // A page left open sends nobody round in circles: it goes to where the claim is.
    expect((await mias.get(check)).location).toContain("/claim#main");
  });

  test("finance checks it, and sees an access cost as an amount only", async () => {
    const ben = await signedIn("Ben");
    const path = `/payments/claims/${await claimIdOf()}`;
    expect((await ben.get("/payments")).text).toContain("1 to check, 0 to authorise, 0 ready to pay, 0 late.");
    expect((await ben.get("/today")).text).toContain("Check 1 claim");
    expect((await ben.get("/payments/check")).text).toContain("Mia Bell");
    const page = await ben.get(path);
    expect(page.text).toContain("Access cost");
    for (const hidden of ["MARKER-helper", "assistant", "because of access"]) expect(page.html).not.toContain(hidden);
    const undecided = await send(ben, path, {});
    expect(undecided.text).toContain("Choose whether the claim is right");
    expect((await send(ben, path, { decision: "pass", budgetCode: "" })).text).toContain("Enter a budget code");
    expect((await send(ben, path, { decision: "ask", budgetCode: "", question: "" })).text).toContain("Write your question");
    const amount = /name="(amount-[^"]+)"/u.exec(page.html)?.[1] ?? "";
    expect((await send(ben, path, { decision: "change", budgetCode: "", [amount]: "40" })).text).toContain(
      "Say why you changed it. Mia will see this.",
    );
    const passed = await send(ben, path, { decision: "pass", budgetCode: "PPI-204" });
    expect(passed.location).toContain("/payments/check?saved=pass");
  });

  test("its checker is told who must authorise it, and somebody else does", async () => {
    const path = `/payments/authorise/${await claimIdOf()}`;
    const ben = await signedIn("Ben");
    expect((await ben.get(path)).text).toContain("You checked this claim, so someone else must authorise it. Ask: Cara Iqbal.");
    const cara = await signedIn("Cara");
    expect((await send(cara, path, {})).text).toContain("Choose whether to authorise this claim");
    expect((await send(cara, path, { decision: "send-back", why: "" })).text).toContain("Say why you are sending it back");
    expect((await send(cara, path, { decision: "authorise", why: "" })).location).toContain("/payments/authorise?saved=authorise");
  });

  test("the person who authorised it does not pay it; the other one records the day", async () => {
    const path = `/payments/claims/${await claimIdOf()}`;
    const cara = await signedIn("Cara");
    expect((await cara.get(path)).text).toContain("You authorised this claim, so someone else must release it.");
    const ben = await signedIn("Ben");
    expect((await ben.get(`${path}/form`)).text).toContain("This person has not given bank details yet.");
    const early = await send(ben, path, { "paidOn-day": "4", "paidOn-month": "11", "paidOn-year": "2026" }, "paid");
    expect(early.text).toContain("Date paid must be today or earlier");
    await send(ben, path, { "paidOn-day": "3", "paidOn-month": "11", "paidOn-year": "2026" }, "paid");
    expect((await ben.get(path)).text).toContain("Paid on Tuesday 3 November 2026.");
    expect((await mias.get(`/my/m/${reference}/claim`)).text).not.toContain("Not started");
  });

  test("another organisation's finance and people without the part find no such page", async () => {
    const claimId = await claimIdOf();
    const dan = await signedIn("Dan");
    for (const path of [`/payments/claims/${claimId}`, `/payments/authorise/${claimId}`, `/payments/claims/${claimId}/form`]) {
      const answer = await dan.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.html).not.toContain("Mia Bell");
    }
    const coordinator = await signedIn("Asha");
    expect((await coordinator.get("/payments")).status).toBe(404);
    expect((await new Visitor(app).get(`/my/m/${reference}/claim`)).status).toBe(404);
  });
});

test("only a page that takes receipts accepts a large form with files", async () => {
  const to = async (path: string) => {
    const body = new FormData();
    body.append("file", new File([new Uint8Array(100_000)], "big.jpg"));
    return (await app.fetch(new Request(`${origin}${path}`, { method: "POST", body, headers: { Origin: origin, Host: "localhost:3000" } })))
      .status;
  };
  expect(await to("/sign-in")).toBe(413);
  expect(await to(`/my/m/${reference}/claim/check`)).toBe(413);
  // No token: refused for that, not for its size.
  expect(await to(`/my/m/${reference}/claim/costs/anything`)).toBe(403);
});
