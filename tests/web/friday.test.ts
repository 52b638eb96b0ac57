// A Friday in finance through the real pages: check, hold, authorise with a colleague, one batch, printed, exported, paid and told.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FinanceOfficer } from "#app/domain/people/actors.ts";
import { instantOf } from "#app/domain/basics/dates.ts";
import { exampleSignInLink } from "#app/services/accounts.server.ts";
import { findOrganisation, findStaff } from "#db/stores/accounts.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";
import { moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";

/** What a person does to get their work done: pages looked at, and forms sent with a button. */
class Worker extends Visitor {
  pages = 0;
  buttons = 0;
  override async get(...asked: Parameters<Visitor["get"]>) {
    this.pages += 1;
    return super.get(...asked);
  }
  override async submit(...sent: Parameters<Visitor["submit"]>) {
    this.buttons += 1;
    // The form was on the page that was looked at: it is asked for again only to read its token.
    const looked = this.pages;
    const answer = await super.submit(...sent);
    this.pages = looked;
    return answer;
  }
  startAgain() {
    [this.pages, this.buttons] = [0, 0];
  }
}

let app: App;
let team: MoneyTeam;
let ben: Worker;
let cara: Worker;
let dev: Worker;
const friday = { "paymentDate-day": "10", "paymentDate-month": "11", "paymentDate-year": "2026" };
/** A Friday's work in a small organisation. */
const people = 30;
const heldBack = 2;

beforeAll(async () => {
  app = await openApp({ at: "2026-11-06T09:00:00.000Z" });
  team = await moneyTeam((at) => app.instance.context(instantOf(at)), people);
  [ben, cara, dev] = [await signedIn(team.checker), await signedIn(team.authoriser), await signedIn(team.releaser)];
}, 120_000);
afterAll(() => app.close());

async function signedIn(officer: FinanceOfficer): Promise<Worker> {
  const context = app.instance.context();
  const account = await findStaff(context.db, officer.staffId);
  const organisation = await findOrganisation(context.db, officer.organisationId);
  const link = await exampleSignInLink(context, account!, { ...organisation!, isExample: true });
  const visitor = new Worker(app);
  await visitor.submit(new URL(link).pathname, {});
  return visitor;
}

const inForm = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(html)?.[1] ?? "";

test("thirty claims: 28 are checked and two held, the 28 authorised together, and the batch is signed, printed, exported, paid and told", async () => {
  for (const one of [ben, cara, dev]) one.startAgain();
  // Each decision opens the next claim: one page and one form for each, and the list only at the very end.
  let path = `/payments/claims/${team.claims[0]}`;
  const seen = new Set<string>();
  for (let index = 0; index < people; index += 1) {
    const page = await ben.get(path);
    if (index > 0) expect(page.text).toMatch(/Claim [A-Z]{4} [A-Z]{4} is (?:passed for authorising|on hold)\. This is the next one\./u);
    seen.add(path.split("?")[0]!);
    const decision = index >= people - heldBack ? { decision: "hold", holdWhy: "The ticket is to come" } : { decision: "pass" };
    const sent = await ben.submit(path.split("?")[0]!, { ...decision, budgetCode: "PPI-204", version: inForm(page.html, "version") });
    path = sent.location!.split("#")[0]!;
  }
  expect(seen.size).toBe(people);
  expect(path).toBe("/payments/check?saved=hold");
  // One page looked at and one button pressed for each claim, and nothing else.
  expect([ben.pages, ben.buttons]).toEqual([people, people]);
  const held = await ben.get("/payments/held");
  expect(held.text.match(/The ticket is to come/gu)).toHaveLength(2);

  const queue = await cara.get("/payments/authorise?sort=total&way=down");
  expect(queue.html).toContain('aria-sort="descending"');
  const chosen = [...queue.html.matchAll(/name="claim"[^>]*value="([\w-]+)"/gu)].map((match) => `claim=${match[1]}`);
  expect(chosen).toHaveLength(people - heldBack);
  const together = `/payments/authorise/together?${chosen.join("&")}`;
  const list = await cara.get(together);
  expect(list.text).toContain("Authorise 28 claims, total £2,178.40");
  const claims = inForm(list.html, "claims");
  expect((await cara.submit(together, { claims })).text).toContain("Tick to say you have looked at these claims");
  cara.buttons -= 1;
  expect((await cara.submitAndFollow(together, { claims, looked: "yes" })).text).toContain("The claims are authorised.");
  // The list, the confirming page and the list again, whatever the number of claims.
  expect([cara.pages, cara.buttons]).toEqual([3, 1]);
  expect(await stateCounts()).toEqual({ agreed: people - heldBack, "on-hold": heldBack });

  expect((await ben.submit("/payments/batches/new", { ...friday, "paymentDate-day": "8", kind: "bank-file" })).text).toContain(
    "Payment date must be a working day, Friday 6 November 2026 or later",
  );
  const asked = await ben.submit("/payments/batches/new", { ...friday, kind: "bank-file" });
  const check = asked.location!.split("#")[0]!;
  expect((await ben.get(check)).text).toContain("Ready: 28 claims, £2,178.40.");
  const made = await ben.submit(check, { which: "all" });
  const batch = made.location!.split("?")[0]!;
  expect((await ben.get(batch)).text).toContain("You made this batch, so someone else signs it.");
  // Whoever authorised them reads it once for all 28, and whom to ask.
  const carasBatch = await cara.get(batch);
  expect(carasBatch.text).toContain("Ask: Dev Shah.");
  expect(carasBatch.html.match(/<p>Claims? /gu)).toHaveLength(1);
  const version = async (visitor: Visitor, path = batch) => inForm((await visitor.get(path)).html, "version");
  expect((await dev.submitAndFollow(batch, { version: await version(dev) })).text).toContain("The batch is signed and locked.");

  expect((await ben.submit(`${batch}/export`, { version: await version(ben, `${batch}/export`) })).text).toContain("Choose a file type");
  await ben.submit(`${batch}/export`, { version: await version(ben, `${batch}/export`), format: "bacs18" });
  const file = await ben.submit(`${batch}/export`, {}, { to: `${batch}/export/1` });
  expect(file.headers.get("Content-Disposition")).toMatch(/attachment; filename="batch-1-bacs18\.txt"/u);
  expect(file.html.split("\r\n")[0]).toMatch(/^VOL1260001/u);
  expect((await ben.get(`${batch}/export/1`)).location).toContain("/export");

  await ben.submit(`${batch}/print`, { order: "surname", as: "one-file" });
  await expect
    .poll(async () => (await ben.get(`${batch}/print`)).text, { timeout: 60_000, interval: 500 })
    .toContain("made on 6 November 2026");
  const print = /action="([^"]*\/print\/[\w-]+)/u.exec((await ben.get(`${batch}/print`)).html)![1]!;
  const pdf = await ben.submit(`${batch}/print`, {}, { to: print });
  expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
  await ben.submit(`${batch}/print`, { order: "surname", as: "file-each" });
  await expect
    .poll(async () => (await ben.get(`${batch}/print`)).text, { timeout: 60_000, interval: 500 })
    .toContain("a file each, for batch 1 (ZIP, 28 files)");
  // Both were made at the same moment of the test's clock, so either may be listed first.
  const prints = [...(await ben.get(`${batch}/print`)).html.matchAll(/action="([^"]*\/print\/[\w-]+)/gu)].map(([, to]) => to!);
  const files = prints.find((to) => to !== print)!;
  expect((await ben.submit(`${batch}/print`, {}, { to: files })).headers.get("Content-Type")).toBe("application/zip");

  const paid = { "paidOn-day": "6", "paidOn-month": "11", "paidOn-year": "2026" };
  expect((await dev.submit(`${batch}/paid`, { ...paid, version: await version(dev, `${batch}/paid`) })).text).toContain(
    "Choose whether all were paid",
  );
  await dev.submit(`${batch}/paid`, { ...paid, all: "all", version: await version(dev, `${batch}/paid`) });
  const remittance = await ben.get(`${batch}/remittance`);
  expect(remittance.text).toContain("£75 for your time and £2.80 for costs, for Planning group");
  await ben.submit(`${batch}/remittance`, { version: inForm(remittance.html, "version") });
  expect((await ben.get(batch)).text).toContain("People told on");
  expect(await stateCounts()).toEqual({ paid: people - heldBack, "on-hold": heldBack });
  // Everybody who was paid is told once: by a message, or by a letter where no mail server is set.
  const told = (await app.instance.context().db.query.audit.findMany()).filter(({ action }) => action === "remittances-sent");
  expect(told).toHaveLength(1);
  const { sent = 0, toPost = 0, unreachable } = told[0]!.details;
  expect([Number(sent) + Number(toPost), unreachable]).toEqual([people - heldBack, 0]);
}, 120_000);

async function stateCounts(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { state } of await app.instance.context().db.query.claims.findMany()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

test("the payment form by link shows the end of the account only; sent on purpose it is in full, and on record", async () => {
  const path = `/payments/claims/${team.claims[0]}/form`;
  const page = await ben.get(path);
  expect(page.html).toContain(`action="${path}.pdf#`);
  expect(page.text).not.toContain("66374958");
  const before = (await app.instance.context().db.query.audit.findMany()).filter(({ action }) => action === "payment-form-made").length;
  expect((await ben.get(`${path}.pdf`)).headers.get("Content-Type")).toBe("application/pdf");
  const full = await ben.submit(path, {}, { to: `${path}.pdf` });
  expect(full.headers.get("Content-Type")).toBe("application/pdf");
  const after = (await app.instance.context().db.query.audit.findMany()).filter(({ action }) => action === "payment-form-made").length;
  expect(after - before).toBe(1);
});

test("a checker sees the account in full only as the answer to the button, and each time is on record", async () => {
  const path = `/payments/claims/${team.claims[0]}/bank`;
  expect((await ben.get(path)).text).not.toContain("66374958");
  const opened = async () =>
    (await app.instance.context().db.query.audit.findMany()).filter(({ action }) => action === "bank-details-opened").length;
  const before = await opened();
  const shown = await ben.submit(path, {});
  expect(shown.status).toBe(200);
  expect(shown.text).toContain("66374958");
  expect(await opened()).toBe(before + 1);
  expect((await ben.get(path)).text).not.toContain("66374958");
});

test("nothing about what somebody needs or gets is on any finance page", async () => {
  const context = app.instance.context();
  const [run] = await context.db.query.paymentRuns.findMany();
  const { personId } = team.people[0]!;
  const parts = ["", "/check", "/authorise", "/batches", "/batches/new", "/held", "/budgets", "/claims", "/account", `/payees/${personId}`];
  for (const part of [...parts, ...["", "/export", "/print", "/paid", "/remittance"].map((one) => `/batches/${run!.id}${one}`)]) {
    const page = await ben.get(`/payments${part}`);
    expect(page.status, part).toBe(200);
    expect(page.text, part).not.toMatch(/benefit|universal credit|wheelchair|interpreter|requirement/iu);
    expect(page.html, part).not.toMatch(/66374958|63748472/u);
  }
});
