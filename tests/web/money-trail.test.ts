// An auditor follows one payment by links alone: from the reference in the bank file to the batch, the claim, its working, the offer and
// the rates with their source, and back from the rates. They read everything about the money and change nothing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "#app/domain/basics/dates.ts";
import type { StaffRole } from "#app/domain/people/actors.ts";
import { addStaffMember, exampleSignInLink } from "#app/services/accounts.server.ts";
import { exportRun, downloadExport } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { findOrganisation, findStaff } from "#db/stores/accounts.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";
import { agree, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { valueOf } from "#tests/support/results.ts";

let app: App;
let team: MoneyTeam;
let auditor: Visitor;
let runId: string;
let file: string;

beforeAll(async () => {
  app = await openApp({ at: "2026-11-06T09:00:00.000Z" });
  const moment = (at: string) => app.instance.context(instantOf(at));
  team = await moneyTeam(moment, 2);
  const now = app.instance.context();
  await agree(now, team);
  runId = valueOf(
    await makeRun(now, team.checker, { kind: "bank-file", paymentDate: calendarDateOf("2026-11-10"), claimIds: "all" }),
  ).runId;
  const at = async () => ({ runId, version: valueOf(await runForFinance(now, team.releaser, runId)).version });
  valueOf(await signRun(now, team.releaser, await at()));
  valueOf(await exportRun(now, team.checker, await at(), "paygate"));
  file = valueOf(await downloadExport(now, team.checker, { runId, number: 1 })).text;
  auditor = await signedIn(["auditor"]);
}, 120_000);
afterAll(() => app.close());

async function signedIn(roles: readonly StaffRole[]): Promise<Visitor> {
  const context = app.instance.context();
  const added = valueOf(
    await addStaffMember(context, { organisationId: team.organisationId, name: "Idris Wynn", email: "audit@example.org", roles }),
  );
  const account = await findStaff(context.db, added.staffId);
  const organisation = await findOrganisation(context.db, team.organisationId);
  const link = await exampleSignInLink(context, account!, { ...organisation!, isExample: true });
  const visitor = new Visitor(app);
  await visitor.submit(new URL(link).pathname, {});
  return visitor;
}

const linksOf = (html: string): readonly string[] => [...html.matchAll(/<a [^>]*href="([^"#]+)/gu)].map((match) => match[1]!);

test("from a line of the bank file an auditor comes by links to the claim, its working, the offer and the rates, and back", async () => {
  const reference = /CLAIM ([A-Z]{8})/u.exec(file)![1]!;
  const asked = await auditor.get(`/payments/audit?reference=${encodeURIComponent(`CLAIM ${reference}`)}`);
  const trail = asked.location!.split("#")[0]!;
  const page = await auditor.get(trail);
  expect(page.status).toBe(200);
  // 2 hours at the rate of the card, and the bus.
  for (const said of [
    "1. The rate",
    "Looked up on",
    "Worked out again from the rates on file: the same.",
    "Checked by Ben Ali on",
    "Authorised by Cara Iqbal on",
    "Released by Dev Shah on",
    "The claim comes to £77.80, and that is what the batch pays.",
    "Every amount and account in it is what was signed.",
    "File 1: batch-1-paygate.csv",
  ])
    expect(page.text).toContain(said);

  const links = linksOf(page.html);
  const card = links.find((href) => href.startsWith("/payments/rates/"))!;
  const claim = links.find((href) => /^\/payments\/claims\/[^/]+$/u.test(href))!;
  const batch = links.find((href) => href.startsWith("/payments/batches/"))!;
  expect(trail).toBe(`${claim}/trail`);

  const rates = await auditor.get(card);
  expect(rates.text).toContain("What it pays");
  expect(linksOf(rates.html).filter((href) => href.endsWith("/trail"))).toHaveLength(2);
  expect(linksOf(rates.html)).toContain(trail);

  const inBatch = await auditor.get(batch);
  expect(linksOf(inBatch.html)).toContain(claim);
  expect(inBatch.text).toContain("batch-1-paygate.csv");
  const read = await auditor.get(claim);
  expect(linksOf(read.html)).toContain(trail);
  expect(read.text).toContain("How it was worked out");
});

test("every page an auditor comes to by links opens, holds no form that changes anything, and no account number", async () => {
  const seen = new Set<string>();
  const open = ["/today", "/payments/audit"];
  while (open.length > 0) {
    const path = open.pop()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const page = await auditor.get(path);
    expect(page.status, path).toBe(200);
    expect(page.html, path).not.toMatch(/66374958|63748472/u);
    expect(page.text, path).not.toMatch(/benefit|universal credit|wheelchair|interpreter|requirement/iu);
    const forms = [...page.html.matchAll(/<form[^>]*method="post"[^>]*action="([^"#]*)/gu)].map((match) => match[1]!);
    expect(
      forms.filter((action) => action !== "/sign-out" && !(action === "" && path === "/payments/audit")),
      path,
    ).toEqual([]);
    for (const href of linksOf(page.html)) {
      const plain = href.replaceAll("&amp;", "&");
      if (plain.startsWith("/payments") && !/[?]sort=|[?&]page=/u.test(plain)) open.push(plain);
    }
  }
  expect([...seen].filter((path) => path.startsWith("/payments/claims/")).length).toBeGreaterThanOrEqual(4);
});

test("what an auditor sends to any page that pays is refused like a page that is not there", async () => {
  const [claimId] = team.claims;
  for (const path of [
    `/payments/claims/${claimId}`,
    `/payments/batches/${runId}`,
    `/payments/batches/${runId}/export/1`,
    `/payments/claims/${claimId}/bank`,
  ])
    expect((await auditor.submit("/payments/audit", {}, { to: path })).status, path).toBe(404);
  for (const path of ["/payments", "/payments/check", `/payments/batches/${runId}/export`, `/payments/account`, "/meetings", "/people"])
    expect((await auditor.get(path)).status, path).toBe(404);
});

test("a file is told from every other by its fingerprint, pasted or whole, and one changed letter is a no that names the batch", async () => {
  const ask = async (text: string) => auditor.submit("/payments/audit", { text });
  const yes = await ask(file);
  expect(yes.text).toContain("Yes. This is file 1 of batch 1, batch-1-paygate.csv. Ben Ali made it on Friday 6 November 2026.");
  expect((await ask(file.replaceAll("\r\n", "\n").trimEnd())).text).toContain("Yes. This is file 1 of batch 1");
  const changed = await ask(file.replace("66374958", "66374959"));
  expect(changed.text).toContain("No. This is not a file we exported");
  expect(linksOf(changed.html)).toContain(`/payments/batches/${runId}`);
  expect((await ask("")).text).toContain("Choose a file, or paste its text");
  const other = await ask("nothing of ours");
  expect(other.text).toContain("No. This is not a file we exported");
  expect(linksOf(other.html)).not.toContain(`/payments/batches/${runId}`);
});
