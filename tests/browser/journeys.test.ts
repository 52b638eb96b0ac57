// Whole journeys on the example, as people go them: with scripts switched off, the person by keyboard on a narrow screen.
import type { BrowserContext, Page } from "playwright-core";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { keyboardOnly, type Keyboard } from "#tests/support/keyboard.ts";

const newRequirement = "Braille, grade 1 (uncontracted)";
const budgetCode = "CP-1042";

describe.skipIf(!browserAvailable)("journeys with scripts off", { timeout: 120_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    await closeBrowser();
  });

  test("a person says what they need and how to be paid by keyboard alone, and the plan has it at once", async () => {
    const staff = await signedIn(app, "Coordinator");
    expect(await requirementsOf(staff, app)).not.toContain(newRequirement);

    const context = await openContext({ scripts: "without", viewport: "narrow" });
    const page = await context.newPage();
    const keys = keyboardOnly(page);
    await page.goto(app.linkOf("Attendee"));
    await keys.follow("Start", "button");
    await sayIfComing(page, keys);
    await sayWhatIsNeeded(page, keys);
    const offered = await checkBenefits(page, keys);
    await choosePayment(page, keys, offered);
    await closeContext(context);

    expect(await requirementsOf(staff, app)).toContain(newRequirement);
    await closeContext(staff.context());
  });

  test("a claim is checked by one person, authorised by another and printed, and nobody does two of these", async () => {
    const checker = await signedIn(app, "Finance, checks");
    await checker.goto(`${app.baseUrl}/today`);
    await checker.getByRole("link", { name: "Check 1 claim" }).click();
    const link = checker.locator("main a[href^='/payments/claims/']").first();
    const claimId = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
    await link.click();
    expect(await heading(checker)).toMatch(/^Check claim /u);
    const reference = (await heading(checker)).replace("Check claim ", "");
    await checker.getByLabel("Yes, pass it for authorising").check();
    await checker.getByLabel("Budget code", { exact: true }).fill(budgetCode);
    await checker.getByRole("button", { name: "Save", exact: true }).click();
    expect(checker.url()).toContain("/payments/check?saved=pass");

    await checker.goto(`${app.baseUrl}/payments/authorise/${claimId}`);
    expect(await checker.getByLabel("Authorise", { exact: true }).count()).toBe(0);

    const authoriser = await signedIn(app, "Finance, authorises");
    await authoriser.goto(`${app.baseUrl}/today`);
    await authoriser.getByRole("link", { name: /^Authorise \d+ claim/u }).click();
    await authoriser.locator(`main a[href='/payments/authorise/${claimId}']`).click();
    await authoriser.getByLabel("Authorise", { exact: true }).check();
    await authoriser.getByRole("button", { name: "Save" }).click();
    // The next claim to authorise opens, and says what became of this one.
    expect(authoriser.url()).toMatch(/\/payments\/authorise\/[^/?]+\?of=[A-Z]{8}&saved=authorise/u);
    expect(await authoriser.getByRole("status").first().innerText()).toContain(reference);
    await closeContext(authoriser.context());

    await checker.goto(`${app.baseUrl}/payments/claims/${claimId}`);
    await checker.getByRole("link", { name: "See the payment form" }).click();
    expect(await heading(checker)).toBe(`Payment form ${reference}`);
    expect(await checker.locator("main").innerText()).toContain(budgetCode);
    const coming = checker.waitForEvent("download");
    await checker.getByRole("button", { name: "Print the full payment form (PDF)" }).click();
    const printed = await readFile(await (await coming).path());
    expect(printed.subarray(0, 5).toString("latin1")).toBe("%PDF-");

    await checker.getByRole("button", { name: "Sign out" }).click();
    expect(new URL(checker.url()).pathname).toBe("/sign-in");
    await checker.goto(`${app.baseUrl}/payments/claims/${claimId}/form`);
    expect(await checker.locator("body").innerText()).not.toContain(reference);
    await closeContext(checker.context());
  });
});

async function sayIfComing(page: Page, keys: Keyboard): Promise<void> {
  await keys.follow("Say if you are coming", "link");
  await keys.choose("Yes, in the room");
  await keys.follow("Save and continue", "button");
  expect(await page.locator("main").innerText()).toContain("Done: coming in person");
}

async function sayWhatIsNeeded(page: Page, keys: Keyboard): Promise<void> {
  await keys.follow("Tell us what you need to take part", "link");
  expect(await heading(page)).toBe("Who is filling this in?");
  await keys.choose("Me, on my own");
  await keys.follow("Save and continue", "button");
  await keys.choose("How we contact you and send papers");
  await keys.choose("Getting around the building");
  const questions: readonly (readonly [heading: string, answer: string | null])[] = [
    ["What would you like to tell us about?", null],
    ["How we contact you", null],
    ["How do you like information?", "Braille"],
    ["When do you need papers?", "1 week before"],
    ["Would it help if someone went through the papers with you?", null],
    ["Which grade of braille?", "Grade 1"],
    ["What do you need in the building?", "A short walk from the door"],
    ["Which toilet do you need?", "Any toilet is fine"],
    ["What helps when you arrive?", null],
    ["How far can you walk comfortably?", "Across a small car park"],
    ["Which of these do you need to be able to come?", "I cannot take part without it"],
  ];
  await answerAll(page, keys, questions, "Save and continue");
  expect(await heading(page)).toBe("Who can see your answers");
  await keys.follow("Save and continue", "button");
  expect(await heading(page)).toBe("Check what you have told us");
  await keys.follow("Send my answers", "button");
  expect(await heading(page)).toBe("Done: we have your answers");
}

/** Goes through the questions about benefits, and gives the amount that was offered and worked with. */
async function checkBenefits(page: Page, keys: Keyboard): Promise<string> {
  await keys.follow("Choose about payment", "link");
  const offered = /We would like to pay you (£[\d.,]*\d)/u.exec(await page.locator("main").innerText())?.[1] ?? "no amount";
  await keys.choose("Check how a payment could affect my benefits");
  await keys.follow("Continue", "button");
  await answerAll(
    page,
    keys,
    [
      ["Shall we keep your answers to these questions?", "No, show me the result"],
      ["Do you get any benefits, or help with rent or Council Tax?", "Yes"],
      ["Where do you live?", "England"],
    ],
    "Continue",
  );
  expect(await heading(page)).toBe("Which of these do you get?");
  await keys.choose("Carer's Allowance");
  await keys.choose("PIP");
  await keys.follow("Continue", "button");
  await answerAll(
    page,
    keys,
    [
      ["Are you asked for your views or experience, and not to do a job?", "Yes"],
      ["Is it about health, social care or social housing services?", "Yes"],
      ["Are you paid for any other work in a normal week?", "No"],
      ["Will you be paid for anything else from 30 December 2026 to 25 January 2027?", "No"],
    ],
    "Continue",
  );
  expect(await heading(page)).toBe(`From what you told us, ${offered} fits inside the limits we know about.`);
  expect(await page.locator("main").innerText()).toContain(
    `Carer's Allowance: the limit is £204 a week. This payment and what you told us add up to ${offered}.`,
  );
  return offered;
}

async function choosePayment(page: Page, keys: Keyboard, offered: string): Promise<void> {
  await keys.follow("Choose my payment", "link");
  await answerAll(
    page,
    keys,
    [
      ["How much would you like to be paid?", `The full ${offered}`],
      ["How should we pay you?", "Into my bank or building society"],
    ],
    "Save and continue",
  );
  expect(await heading(page)).toBe("Bank or building society details");
  await keys.fill("Name on the account", "Fiadh Mac Cárthaigh");
  await keys.fill("Sort code", "09-01-28");
  await keys.fill("Account number", "12345674");
  await keys.follow("Save and continue", "button");
  expect(await page.locator("main").innerText()).toContain("12 34 56 74");
  await keys.follow("These are right", "link");
  expect(await page.locator("main").innerText()).toContain("Ends 74");
  await keys.choose("I understand I may need to tell the DWP");
  await keys.follow("Save my choice", "button");
  expect(new URL(page.url()).pathname).toMatch(/\/pay\/done$/u);
}

/** Answers pages in order, each known by its heading; null leaves a page unanswered. */
async function answerAll(
  page: Page,
  keys: Keyboard,
  questions: readonly (readonly [heading: string, answer: string | null])[],
  button: string,
): Promise<void> {
  for (const [title, given] of questions) {
    expect(await heading(page)).toBe(title);
    if (given !== null) await keys.choose(given);
    await keys.follow(button, "button");
  }
}

async function heading(page: Page): Promise<string> {
  return (await page.locator("h1").innerText()).replace(/\s+/gu, " ").trim();
}

async function signedIn(app: ExampleApp, part: string): Promise<Page> {
  const context: BrowserContext = await openContext({ scripts: "without", viewport: "wide" });
  await enterBy(context, app.linkOf(part));
  return context.newPage();
}

/** The requirements on the plan of the meeting ahead, as its coordinator reads them now. */
async function requirementsOf(staff: Page, app: ExampleApp): Promise<readonly string[]> {
  await staff.goto(`${app.baseUrl}/meetings`);
  await staff.getByRole("link", { name: /^Day services planning group, Tuesday/u }).click();
  await staff.waitForURL(/\/plan$/u);
  const names = await staff.locator("main a[href*='/requirements/']").allInnerTexts();
  expect(names).not.toEqual([]);
  return names.map((name) => name.trim());
}
