// What people are told about their money on paper: each in the size of print they asked for, with what came back, by tax year and by
// Universal Credit month; and no word of what anybody needs or gets in any of it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { periodsOf, taxYear } from "#app/domain/payments/statement.ts";
import type { Attendee, FinanceOfficer } from "#app/domain/people/actors.ts";
import { renderDocument } from "#app/documents/render.ts";
import { countMoneyMessages, markMessagesTold, moneyMessages, printMoneyMessages } from "#app/services/money-messages.server.ts";
import { saveOwnAnswers, sendOwnAnswers } from "#app/services/needs.server.ts";
import { downloadExport, exportRun } from "#app/services/run-exports.server.ts";
import { makeRun } from "#app/services/run-making.server.ts";
import { formsOf, lettersOf, scheduleOf } from "#app/services/run-papers.server.ts";
import { markReturned, markRunPaid } from "#app/services/run-paying.server.ts";
import { sendRemittances } from "#app/services/run-remittances.server.ts";
import { signRun } from "#app/services/run-signing.server.ts";
import { runForFinance } from "#app/services/run-views.server.ts";
import { myStatements, statementLetters, statementPaper, statementSheet, taxYearSheet } from "#app/services/statements.server.ts";
import { askPerson } from "#app/services/finance.server.ts";
import { outboxPlace } from "#app/services/messages.server.ts";
import { keepOrForget } from "#app/services/payment-check.server.ts";
import { nothingSaidYet } from "#app/domain/benefits/check-answers.ts";
import { savePerson } from "#app/services/people.server.ts";
import { findRun } from "#db/stores/payment-runs.ts";
import { afterwards } from "#tests/support/claims.ts";
import { testInstance, type TestInstance } from "#tests/support/instance.ts";
import { agree, atNow, giveAccount, moneyTeam, type MoneyTeam } from "#tests/support/payment-runs.ts";
import { readingText, readPdf } from "#tests/support/pdf-reader.ts";
import { valueOf } from "#tests/support/results.ts";

let opened: TestInstance;
let team: MoneyTeam;
const moment = (at: string) => opened.context(at);
const friday = calendarDateOf("2026-11-06");
const now = () => moment(afterwards);

beforeAll(async () => {
  opened = await testInstance(afterwards);
});
afterAll(() => opened.close());
beforeEach(async () => {
  team = await moneyTeam(moment, 3);
});

/** Somebody who likes letters, and asks for large print among other things nobody in finance may know. */
async function likesLetters(attendee: Attendee, size: "large-print-20" | null): Promise<void> {
  const person = await now().db.query.people.findFirst({ where: (table, { eq }) => eq(table.id, attendee.personId) });
  const { id: personId, version, name, email, phone, address } = person!;
  const facts = {
    name,
    email,
    phone,
    address,
    preferredContact: "letter" as const,
    neutralSubject: false,
    safeContact: "ZQX-ONLY-MONDAYS",
  };
  valueOf(await savePerson(now(), team.coordinator, { personId, version }, facts));
  if (size === null) return;
  valueOf(
    await saveOwnAnswers(now(), attendee, 0, (answers) => ({
      ...answers,
      topics: ["contact-and-papers"],
      chosen: [{ id: "large-print", strength: "essential" }, { id: "large-print-20" }],
      notes: [{ about: "contact-and-papers", text: "ZQX-NOTE", mayRead: [] }],
    })),
  );
  valueOf(await sendOwnAnswers(now(), attendee));
}

const at = async (runId: string, finance: FinanceOfficer = team.releaser) => ({
  runId,
  version: valueOf(await runForFinance(now(), finance, runId)).version,
});

async function paidRun(): Promise<string> {
  await agree(now(), team);
  const { runId } = valueOf(await makeRun(now(), team.checker, { kind: "bank-file", paymentDate: friday, claimIds: "all" }));
  valueOf(await signRun(now(), team.releaser, await at(runId)));
  valueOf(await markRunPaid(now(), team.releaser, await at(runId), { paidOn: calendarDateOf("2026-11-03"), notPaid: [] }));
  return runId;
}

const runRow = async (runId: string) => (await findRun(now().db, team.organisationId, runId))!;

describe("letters about a payment", () => {
  test("are printed for those who like letters, each in their own size; everybody else gets a message", async () => {
    await likesLetters(team.people[0]!, "large-print-20");
    await likesLetters(team.people[1]!, null);
    const runId = await paidRun();
    const mailed = { ...now(), mailIsSet: true };
    const { prints } = valueOf(await lettersOf(mailed, team.checker, await runRow(runId)));
    expect(prints.map(({ doc, sizePoints }) => [doc.addressedTo?.[0], sizePoints])).toEqual(
      expect.arrayContaining([
        ["Mia Bell", 20],
        ["Siân O'Neill-Brown", 12],
      ]),
    );
    expect(prints).toHaveLength(2);
    // Without a mail server the third has an address too, so the letter goes there.
    expect(valueOf(await lettersOf(now(), team.checker, await runRow(runId))).prints).toHaveLength(3);
    expect(valueOf(await sendRemittances(mailed, team.releaser, await at(runId)))).toEqual({ sent: 1, toPost: 2, unreachable: 0 });
  });

  test("say what was paid, for what, from which batch, and what the tax year comes to so far", async () => {
    await likesLetters(team.people[0]!, null);
    const runId = await paidRun();
    const { prints } = valueOf(await lettersOf(now(), team.checker, await runRow(runId)));
    const letter = prints.find(({ doc }) => doc.addressedTo?.[0] === "Mia Bell")!.doc;
    const made = valueOf(await renderDocument(letter, "plain-text"));
    const text = new TextDecoder().decode(made.bytes);
    for (const part of [
      "£77.80",
      "£75 for your time",
      "£2.80 for costs",
      "Bus, train or tram",
      "Ends 58",
      "CLAIM ",
      "This tax year so far",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("66374958");
  });
});

describe("statements", () => {
  test("show a payment that came back apart, in no total, and once when it is paid again", async () => {
    const runId = await paidRun();
    const person = team.people[0]!;
    const line = valueOf(await runForFinance(now(), team.checker, runId)).lines.find(({ personId }) => personId === person.personId)!;
    const [before] = await myStatements(now(), person, [taxYear(2026)]);
    expect([before!.time, before!.rows.length, before!.returned.length]).toEqual([7_500, 1, 0]);
    valueOf(await markReturned(now(), team.releaser, { ...(await at(runId)), lineId: line.lineId }, "account-closed"));
    const [after] = await myStatements(now(), person, [taxYear(2026)]);
    expect([after!.time, after!.rows.length]).toEqual([0, 0]);
    expect(after!.returned).toMatchObject([{ amount: 7_780, paidOn: "2026-11-03", paidAgainOn: null }]);
    const paper = await statementPaper(now(), person, [after!]);
    const text = new TextDecoder().decode(valueOf(await renderDocument(paper, "plain-text")).bytes);
    expect(text).toContain("Your bank sent it back on 3 November 2026. It is not paid again yet");
    expect(statementSheet([after!])).toContain("77.80");
  });

  test("go by the day of payment, by tax year and by Universal Credit month", async () => {
    await paidRun();
    const person = team.people[0]!;
    const months = periodsOf("uc-months", { today: calendarDateOf("2026-12-20"), year: 2026, startDay: 17 });
    const statements = await myStatements(now(), person, months);
    expect(statements.filter(({ rows }) => rows.length > 0).map(({ period, time, costs }) => ({ ...period, time, costs }))).toEqual([
      { from: "2026-10-17", to: "2026-11-16", time: 7_500, costs: 280 },
    ]);
    expect((await myStatements(now(), person, [taxYear(2025)]))[0]!.rows).toEqual([]);
  });

  test("of a year that is over are printed as letters, and the next one says what was corrected since", async () => {
    await likesLetters(team.people[0]!, "large-print-20");
    const runId = await paidRun();
    const later = moment("2027-04-20T09:00:00.000Z");
    const year = { year: 2026, page: 1 };
    expect(await statementLetters(now(), team.checker, year)).toEqual({ ok: false, refusal: "year-not-over" });
    const printed = valueOf(await statementLetters(later, team.checker, year));
    expect(printed.letters).toBeGreaterThanOrEqual(1);
    expect(readingText(await readPdf(printed.bytes))).toContain("What we paid you");
    const line = valueOf(await runForFinance(now(), team.checker, runId)).lines.find(({ person }) => person === "Mia Bell")!;
    const back = moment("2027-05-03T09:00:00.000Z");
    valueOf(await markReturned(back, team.releaser, { ...(await at(runId)), lineId: line.lineId }, "returned"));
    const [statement] = await myStatements(back, team.people[0]!, [taxYear(2026)]);
    const paper = await statementPaper(back, team.people[0]!, [statement!]);
    const text = new TextDecoder().decode(valueOf(await renderDocument(paper, "plain-text")).bytes);
    expect(text).toContain("Corrected since the statement we sent on 20 April 2027: £77.80 that came back is taken out.");
  });
});

describe("without a mail server", () => {
  test("the notice of changed bank details is a letter to print, to the address on file, and is erased once told", async () => {
    await giveAccount(now(), team.people[0]!, 3);
    const { messages, total } = await moneyMessages(now(), team.checker, 1);
    const notices = messages.filter(({ kind }) => kind === "bank-details-changed");
    expect(notices.some(({ person, way }) => person === "Mia Bell" && way === "letter")).toBe(true);
    const printed = valueOf(await printMoneyMessages(now(), team.checker, 1));
    const text = readingText(await readPdf(printed.bytes));
    expect(text).toContain("1 Sea Road");
    expect(text).toMatch(/bank details/iu);
    expect(text).not.toMatch(/66374958|99123496|private link to open|\/i\//u);
    const letters = notices.filter(({ way }) => way === "letter").map(({ messageId }) => messageId);
    expect(valueOf(await markMessagesTold(now(), team.checker, letters))).toEqual({ told: letters.length });
    expect(await countMoneyMessages(now(), team.checker)).toBe(total - letters.length);
    const rows = await now().db.query.outbox.findMany();
    for (const { id, state, body } of rows) if (letters.includes(id)) expect([state, body]).toEqual(["sent", null]);
    expect(await markMessagesTold(now(), team.checker, letters)).toEqual({ ok: false, refusal: "not-found" });
  });

  test("finance of another organisation sees none of it and marks none of it", async () => {
    const other = await moneyTeam(moment, 1);
    const mine = (await moneyMessages(now(), team.checker, 1)).messages.map(({ messageId }) => messageId);
    expect(mine.length).toBeGreaterThan(0);
    const theirs = (await moneyMessages(now(), other.checker, 1)).messages.map(({ messageId }) => messageId);
    expect(theirs.filter((id) => mine.includes(id))).toEqual([]);
    expect(await markMessagesTold(now(), other.checker, mine)).toEqual({ ok: false, refusal: "not-found" });
  });
});

test("no file, form, schedule, letter, list, statement or record of money holds what somebody needs or gets", async () => {
  const person = team.people[0]!;
  await likesLetters(person, "large-print-20");
  await keepOrForget(now(), person, { ...nothingSaidYet, said: { keep: "keep", any: "yes" }, which: ["universal-credit"] });
  const runId = await paidRun();
  const row = await runRow(runId);
  const papers = [
    ...valueOf(await formsOf(now(), team.checker, row, { order: "surname", edition: 1 })).prints,
    ...valueOf(await lettersOf(now(), team.checker, row)).prints,
    { doc: valueOf(await scheduleOf(now(), team.checker, runId)), sizePoints: 12 },
    { doc: await statementPaper(now(), person, await myStatements(now(), person, [taxYear(2026)])), sizePoints: 12 },
  ];
  const texts = await Promise.all(
    papers.map(async ({ doc }) => new TextDecoder().decode(valueOf(await renderDocument(doc, "plain-text")).bytes)),
  );
  for (const format of ["csv", "ledger", "bacs18", "paygate", "sddirect", "eazipay", "bankline"] as const) {
    const { number } = valueOf(await exportRun(now(), team.checker, await at(runId), format));
    texts.push(valueOf(await downloadExport(now(), team.checker, { runId, number })).text);
  }
  texts.push(await taxYearSheet(now(), team.checker, 2026), statementSheet(await myStatements(now(), person, [taxYear(2026)])));
  texts.push(JSON.stringify(await now().db.query.audit.findMany()));
  for (const text of texts) {
    expect(text).not.toMatch(/ZQX-ONLY-MONDAYS|ZQX-NOTE|large.?print|20 points?|wheelchair|interpreter/iu);
    // Two sentences stand on every statement, whoever it is for: what one may be used for, and where advice is free.
    const theirs = text.replace("You may need this for tax, Universal Credit or your council.", "").replace(/^Free advice: .*$/mu, "");
    expect(theirs).not.toMatch(/universal.credit|\bbenefits?\b/iu);
  }
});

test("a message about money is in Easy Read only where a mail server carries it: what finance prints tells nobody how somebody reads", async () => {
  const withMail = { ...now(), mailIsSet: true };
  const asked = async (index: number, way: "email" | "letter", context: typeof withMail): Promise<string> => {
    const person = await now().db.query.people.findFirst({ where: (table, { eq }) => eq(table.id, team.people[index]!.personId) });
    const { id: personId, version, name, email, phone, address } = person!;
    const facts = { name, email, phone, address, preferredContact: way, neutralSubject: false, safeContact: "", easyRead: true };
    valueOf(await savePerson(now(), team.coordinator, { personId, version }, facts));
    valueOf(await askPerson(context, team.checker, await atNow(now(), team.checker, team.claims[index]!), "Which bus was it?"));
    const sent = (await now().db.query.outbox.findMany()).find(
      ({ kind, aboutId }) => kind === "claim-question" && aboutId === team.claims[index],
    );
    return now().vault.unseal(sent!.body!, outboxPlace(sent!.id));
  };
  const usual = "Use your private link to answer and send the claim again.";
  expect(await asked(0, "email", withMail)).not.toContain(usual);
  expect(await asked(1, "letter", withMail)).toContain(usual);
  expect(await asked(2, "email", { ...now(), mailIsSet: false })).toContain(usual);
});
