// Nothing about what somebody needs, or about their benefits, is on any page, form or file of the payments team, nor in the log, at any
// point of a claim's life. The routes come from the manifest: a new finance page or file fails here until it is walked through.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nothingSaidYet } from "#app/domain/benefits/check-answers.ts";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Attendee, FinanceOfficer } from "#app/domain/people/actors.ts";
import { beginFirstSession } from "#app/services/accounts.server.ts";
import { raiseComplaint } from "#app/services/complaints.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { answerCostRequest, askForCosts, costsBeforeOf } from "#app/services/costs-before.server.ts";
import { keepLayout, newLayout } from "#app/services/export-layouts.server.ts";
import { authoriseClaim, holdClaim, passClaim } from "#app/services/finance.server.ts";
import { askForSignedLetter } from "#app/services/letter-requests.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { savePayingAccount } from "#app/services/payees.server.ts";
import { keepOrForget } from "#app/services/payment-check.server.ts";
import { exportRun } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { markRunPaid } from "#app/services/run-paying.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { requirementName } from "#app/words/requirements.ts";
import { filesIn } from "#tests/support/archives.ts";
import { openApp, origin, textOf, type App } from "#tests/support/app.ts";
import { afterwards, financePerson, invitedPerson, markEverybody, pastMeeting, planning, sentClaim } from "#tests/support/claims.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { atNow, giveAccount, names } from "#tests/support/payment-runs.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";
import { valueOf } from "#tests/support/results.ts";
import { servedRoutes } from "#tests/support/routes.ts";
import { setPolicies, stock } from "#tests/support/vouchers.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const needs = ["bsl-interpreter", "no-flashing", "powered-wheelchair"] as const;
const markers = [
  "Zqxneed: my hearing aid whistles",
  "Zqxeveryone: face me when you speak",
  "Zqxbenefit",
  "Zqxassistant who signs for me",
  "Zqxadvance: the taxi with a ramp",
  ...needs.map((id) => requirementName[id]),
];
const [need = "", forEveryone = "", benefit = "", assistant = "", advance = ""] = markers;
/** Words no finance paper has a reason to say. */
const telling = /wheelchair|interpreter|hearing aid|disab|impairment|limited capability|carer.s allowance|personal independence/iu;

let app: App;
let walkers: readonly (readonly [who: string, session: string])[];
let paidBatch: string;
/** Pages that are come to by a form, or from a paper. */
let byAddress: readonly string[];

beforeAll(async () => {
  app = await openApp({ at: "2026-11-06T09:00:00.000Z" });
  const moment = (at: string) => app.instance.context(instantOf(at));
  const { organisationId, coordinator } = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
  await setPolicies(moment("2026-08-01T09:00:00.000Z"), organisationId, { paidBy: "voucher" });
  const { reference } = await pastMeeting(moment, coordinator);
  const people: Attendee[] = [];
  for (const [index, name] of names.entries()) {
    const how = index === 2 ? "voucher" : "bank";
    const person = await invitedPerson(moment, coordinator, reference, { name, email: `person-${index}@example.net`, how });
    if (how === "bank") await giveAccount(moment(afterwards), person, index, name);
    await sayWhatIsPrivate(moment(planning), person);
    people.push(person);
  }
  const officer = async (name: string, roles: Parameters<typeof financePerson>[3]) =>
    financePerson(moment(planning), organisationId, name, roles, `${name.slice(0, 3).toLowerCase()}@example.net`);
  const both = ["finance-check", "finance-authorise"] as const;
  const checker = await officer("Ben Ali", both);
  const authoriser = await officer("Cara Iqbal", both);
  const releaser = await officer("Dev Shah", both);
  await advanceFor(moment("2026-10-20T09:00:00.000Z"), people[1]!);
  await markEverybody(moment(afterwards), coordinator, reference);
  const claims: string[] = [];
  for (const person of people)
    claims.push(await sentClaim(moment(afterwards), person, { kind: "assistant", pence: 4_500, words: assistant }));

  // One claim at each point of a claim's life: paid, in a batch, agreed for a voucher, to authorise, to check, on hold.
  const now = app.instance.context();
  const account = { name: "Example Trust", sortCode: "089999", accountNumber: "66374958", serviceUserNumber: "123456" };
  valueOf(await savePayingAccount(now, releaser, account));
  for (const [index, claimId] of claims.entries()) {
    if (index < 4) valueOf(await passClaim(now, checker, await atNow(now, checker, claimId), "PPI-204"));
    if (index < 3) valueOf(await authoriseClaim(now, authoriser, await atNow(now, authoriser, claimId)));
  }
  valueOf(await holdClaim(now, checker, await atNow(now, checker, claims[5]!), "The ticket is to come"));
  const batch = async (claimId: string, day: string) => {
    const wanted = { kind: "bank-file", paymentDate: calendarDateOf(day), claimIds: [claimId] } as const;
    return valueOf(await makeRun(now, checker, wanted)).runId;
  };
  const runId = await batch(claims[0]!, "2026-11-10");
  paidBatch = `/payments/batches/${runId}`;
  const at = async () => ({ runId, version: valueOf(await runForFinance(now, releaser, runId)).version });
  valueOf(await signRun(now, releaser, await at()));
  valueOf(await exportRun(now, checker, await at(), "paygate"));
  valueOf(await markRunPaid(now, releaser, await at(), { paidOn: calendarDateOf("2026-11-06"), notPaid: [] }));
  const second = await batch(claims[1]!, "2026-11-12");
  valueOf(await signRun(now, releaser, { runId: second, version: valueOf(await runForFinance(now, releaser, second)).version }));
  byAddress = [
    `/payments/batches/${second}/paid`,
    "/payments/exceptions",
    "/payments/batches/new/check?kind=cash-or-voucher&date=2026-11-12",
    `/payments/authorise/together?claim=${claims[3]!}`,
    ...claims.flatMap((claimId) => [
      `/payments/claims/${claimId}/bank`,
      ...["involvement-payment-claim-form", "expenses-claim-form"].flatMap((form) => [
        `/payments/claims/${claimId}/form/read/${form}`,
        `/payments/claims/${claimId}/form/${form}-12-point.pdf`,
      ]),
    ]),
  ];

  // What is beside claims: vouchers, a letter to post, columns of one's own, something that went wrong.
  await stock(now, { organisationId, coordinator, reference, checker, authoriser, releaser, people, claims });
  const holds = { name: true, meeting: true, amount: true, chosen: true };
  valueOf(await askForSignedLetter(now, people[0]!, { holds, address: "1 Sea Road\nHarbour" }));
  valueOf(await keepLayout(now, checker, "new", { name: "Our ledger", layout: newLayout("plain") }));
  valueOf(await raiseComplaint(now, people[0]!, { what: "too-long", text: "It came a day late." }));
  const auditor = await officerOf("Idris Wynn", "auditor");
  walkers = [
    ...(await Promise.all([checker, authoriser, releaser].map(async (one) => walkerOf(one, now)))),
    ["the auditor", await beginFirstSession(now, auditor)],
  ];

  async function officerOf(name: string, role: "auditor"): Promise<string> {
    const email = "audit@example.net";
    const { addStaffMember } = await import("#app/services/accounts.server.ts");
    valueOf(await addStaffMember(now, { organisationId, name, email, roles: [role] }));
    return email;
  }

  async function advanceFor(context: Context, person: Attendee): Promise<void> {
    const asked = { wish: "advance", words: advance, estimate: penceOf(1_200), neededBy: calendarDateOf("2026-10-30") } as const;
    valueOf(await askForCosts(context, person, { ...asked, needs: ["assistant"] }));
    const { id, version } = valueOf(await costsBeforeOf(context, coordinator, reference)).requests[0]!;
    const answer = { move: "agree-money", way: "advance", amount: penceOf(1_000), words: "On its way." } as const;
    valueOf(await answerCostRequest(context, coordinator, { reference, id, version }, answer));
  }
});
afterAll(() => app.close());

async function walkerOf(
  { email, name }: FinanceOfficer & { readonly email?: string },
  context: Context,
): Promise<readonly [string, string]> {
  return [name, await beginFirstSession(context, email ?? `${name.slice(0, 3).toLowerCase()}@example.net`)];
}

/** Everything somebody can tell us that the payments team is never to read. */
async function sayWhatIsPrivate(context: Context, person: Attendee): Promise<void> {
  const answers = {
    topics: ["senses"],
    chosen: needs.map((id) => ({ id, strength: "essential" as const })),
    notes: [{ about: "senses", text: need, mayRead: ["venue"] }],
    forEveryone,
    keep: "keep",
    visited: ["topics", "essential", "sharing", "check"],
  } as const;
  valueOf(await saveOwnAnswers(context, person, 0, (empty) => ({ ...empty, ...answers }), context.newId()));
  valueOf(await sendOwnAnswers(context, person, context.newId()));
  await keepOrForget(context, person, { ...nothingSaidYet, said: { keep: "keep", nation: benefit } });
}

type Got = { readonly status: number; readonly type: string; readonly text: string };

async function ask(path: string, session: string, fields?: Readonly<Record<string, string>>): Promise<Got> {
  const headers = new Headers({ Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin" });
  headers.set("Cookie", `welcome=${session}`);
  const init = fields === undefined ? { headers } : { headers, method: "POST", body: new URLSearchParams(fields) };
  const response = await app.fetch(new Request(new URL(path, origin), init));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("Content-Type") ?? "";
  return { status: response.status, type, text: await wordsOf(bytes, type) };
}

/** What a reader finds in a file: of an archive, in each file in it and in their names. */
async function wordsOf(bytes: Uint8Array, type: string): Promise<string> {
  if (type === "application/pdf") return readingText(await readPdf(bytes));
  if (type !== "application/zip") return Buffer.from(bytes).toString("utf8");
  const files = filesIn(bytes);
  const texts = await Promise.all(files.map(async (file) => `${file.name}\n${readingText(await readPdf(file.bytes))}`));
  return texts.join("\n");
}

/** The forms of a page, with what they carry unseen and where they send it. */
function formsOn(html: string): readonly { readonly to: string; readonly fields: Readonly<Record<string, string>> }[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/gu)]
    .filter(([, attributes = ""]) => /method="post"/u.test(attributes))
    .map(([, attributes = "", inside = ""]) => ({
      to: (/action="([^"#]*)/u.exec(attributes)?.[1] ?? "").replaceAll("&amp;", "&"),
      fields: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/gu)].map(([, name = "", value = ""]) => [name, value]),
      ),
    }));
}

test("what people need and get stays with them: no page, form or file of the payments team says it, whoever opens it", async () => {
  const routes = servedRoutes(app.build)
    .filter(({ pattern }) => pattern.startsWith("/payments"))
    .toSorted((one, other) => one.pattern.split(":").length - other.pattern.split(":").length);
  const shapes = routes.map((route) => ({ ...route, is: new RegExp(`^${route.pattern.replace(/:[^/.]+/gu, "[^/]+")}$`, "u") }));
  const routeOf = (path: string) => shapes.find(({ is }) => is.test(path));
  const reached = new Set<string>();
  const told: string[] = [];
  const look = (where: string, { text }: Got) => {
    for (const marker of markers) if (text.toLowerCase().includes(marker.toLowerCase())) told.push(`${where}: ${marker}`);
    const word = telling.exec(text.replace(/<head>[^]*?<\/head>/u, ""))?.[0];
    if (word !== undefined) told.push(`${where}: ${word}`);
  };

  // A large print is made beside the program: it is asked for once, before the walk.
  const [, first] = walkers[0]!;
  const print = async () => (await ask(`${paidBatch}/print`, first)).text;
  const order = formsOn(await print()).find(({ to }) => to === "");
  await ask(`${paidBatch}/print`, first, { ...order?.fields, order: "surname", as: "one-file" });
  await expect.poll(async () => textOf(await print()), { timeout: 60_000, interval: 500 }).toContain("made on 6 November 2026");
  // And as a file for each claim, in one archive.
  await ask(`${paidBatch}/print`, first, { ...order?.fields, order: "surname", as: "file-each" });
  await expect.poll(async () => textOf(await print()), { timeout: 60_000, interval: 500 }).toContain("ZIP, 1 file");
  const archives: string[] = [];

  for (const [who, session] of walkers) {
    const known = new Set(["/payments", "/payments/audit", "/today", ...byAddress]);
    for (const path of known) {
      const got = await ask(path, session);
      if (got.status !== 200) continue;
      const { pathname } = new URL(path, origin);
      const route = routeOf(pathname);
      if (route !== undefined) reached.add(route.pattern);
      look(`${who} at ${path}`, got);
      if (!got.type.startsWith("text/html")) continue;
      for (const { to, fields } of formsOn(got.text)) {
        const target = to === "" ? undefined : routeOf(new URL(to, origin).pathname);
        if (target?.hasPage !== false) continue;
        const sent = await ask(to, session, fields);
        if (sent.status === 200) reached.add(target.pattern);
        if (sent.type === "application/zip") archives.push(sent.text);
        look(`${who} sending to ${to}`, sent);
      }
      for (const [, href = ""] of got.text.matchAll(/<a\b[^>]*\bhref="(\/payments[^"#]*)/gu)) {
        const next = href.replaceAll("&amp;", "&");
        // The same list in another order, or its next page, says nothing else.
        if (!/[?&](?:sort|page|way)=/u.test(next)) known.add(next);
      }
    }
  }
  expect(told).toEqual([]);
  // The archive was opened and read: the form of the one claim in that batch, with its amounts.
  expect(archives.length).toBeGreaterThan(0);
  for (const text of archives) expect(text).toContain("1-payment-form-");
  for (const text of archives) expect(text).toContain("Total to pay");
  expect(routes.map(({ pattern }) => pattern).filter((pattern) => !reached.has(pattern) && !(pattern in notWalked))).toEqual([]);
  expect(Object.keys(notWalked).filter((pattern) => reached.has(pattern))).toEqual([]);
});

/** What no link leads to in this walk, and where it is looked at instead. */
const notWalked: Readonly<Record<string, string>> = {
  "/payments/claims/new-from-paper": "a page of coordinators",
  "/payments/receipts/:file": "a photo as the person sent it, as a download and nothing else",
  "/payments/vouchers/:voucher/receipt": "the same for what somebody signed",
  "/payments/batches/:bid/review": "nobody took two steps here; tests/unit/services/exception-reviews.test.ts",
  "/payments/statements/letters.pdf": "the year is not over; the walk after it is below",
};

test("the statements of a year that is over say nothing of it either", async () => {
  app.setClock("2027-04-20T09:00:00.000Z");
  const session = await beginFirstSession(app.instance.context(), "ben@example.net");
  const page = await ask("/payments/statements?year=2026", session);
  const letters = formsOn(page.text).find(({ to }) => to.startsWith("/payments/statements/letters.pdf"));
  const got = [page, await ask(letters?.to ?? "", session, letters?.fields ?? {})];
  expect(got.map(({ status, type }) => [status, type.split(";")[0]])).toEqual([
    [200, "text/html"],
    [200, "application/pdf"],
  ]);
  expect(got[1]?.text).toContain("What we paid you");
  for (const { text } of got) expect(markers.filter((marker) => text.toLowerCase().includes(marker.toLowerCase()))).toEqual([]);
});

test("nothing of it is in the log, in who did what, or in a message the payments team prints", async () => {
  const context = app.instance.context();
  expect(app.log.length).toBeGreaterThan(100);
  const kept = JSON.stringify([app.log, await context.db.query.audit.findMany()]).toLowerCase();
  expect(markers.filter((marker) => kept.includes(marker.toLowerCase()))).toEqual([]);
  expect(telling.exec(kept)?.[0]).toBeUndefined();
});
