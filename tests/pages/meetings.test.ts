// Making meetings and getting people in, page by page and in every state: dates chosen together, copies, lists from files,
// invitations, and the landing page of a private link.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

const problem = { hasProblems: true } as const;
const press = (name: string | RegExp) => async (page: Page) =>
  page
    .getByRole("button", typeof name === "string" ? { name, exact: true } : { name })
    .first()
    .click();

describe.skipIf(!browserAvailable)("making meetings and getting people in", { timeout: 600_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  test("every page, in every state", async () => {
    const coordinator = await openContext();
    await enterBy(coordinator, app.linkOf("Coordinator"));
    const page = await coordinator.newPage();
    const at = async (path: string) => page.goto(app.baseUrl + path);
    const m = await copiedMeeting(page, app.baseUrl);

    // A poll with three dates, one of them a bank holiday, so that its warning shows.
    await at(`${m}/edit/poll`);
    await fillOffer(page);
    await press("Save and continue")(page);
    await press("Continue anyway")(page);
    await at(`${m}/edit/check`);
    await press("Create meeting")(page);

    const list = await importPreview(page, app.baseUrl);
    const pollPath = `${m}/edit/poll`;
    const ahead: readonly Visit[] = [
      { page: "meetings", path: "/meetings?show=all" },
      { page: "copy meeting", path: `${m}/copy` },
      {
        page: "copy meeting",
        state: "error",
        path: `${m}/copy`,
        reach: async (visited) => {
          await visited.getByLabel("Yes, a new series").check();
          await press("Copy this meeting")(visited);
        },
        expect: problem,
      },
      { page: "edit when", state: "dates asked about", path: `${m}/edit/when` },
      { page: "edit poll", path: pollPath },
      { page: "edit poll", state: "one more", path: pollPath, reach: press("Add another date") },
      {
        page: "edit poll",
        state: "error",
        path: pollPath,
        reach: async (visited) => {
          for (const box of await visited.getByLabel("Day", { exact: true }).all()) await box.fill("");
          await press("Save and continue")(visited);
        },
        expect: problem,
      },
      { page: "edit poll", state: "warned", path: pollPath, reach: press("Save and continue") },
      { page: "compare dates", state: "no answers", path: `${m}/dates` },
      { page: "people import", path: "/people/import" },
      { page: "people import", state: "error", path: "/people/import", reach: press("Show what would be added"), expect: problem },
      { page: "people preview", path: list },
      { page: "people preview", state: "error", path: list, reach: press(/^Add /u), expect: problem },
    ];
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      visits: ahead,
      expect: { plain: true, reading: "staff" },
    });

    await at(`${m}/invite`);
    for (const box of (await page.getByRole("checkbox").all()).slice(0, 4)) await box.check();
    await press("Save and continue")(page);
    const message = page.url().slice(app.baseUrl.length).replace("#main", "");
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      visits: [
        { page: "invite message", path: message },
        { page: "invite message", state: "updated", path: message, reach: press("Update what is shown below") },
      ],
      expect: { plain: true, reading: "staff" },
    });
    // Two of them are to be kept apart: the page says so before anybody is asked.
    const note = message.replace("/invite/message", "/apart");
    await at(note);
    await page.getByLabel("First person").selectOption({ index: 1 });
    await page.getByLabel("Second person").selectOption({ index: 2 });
    await press("Keep them apart")(page);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      visits: [
        { page: "invite message", state: "note on file", path: message },
        { page: "invite message", state: "note not read", path: message, reach: press(/^Send \d/u), expect: problem },
        { page: "people apart", state: "before inviting", path: note },
      ],
      expect: { plain: true, reading: "staff" },
    });
    await at(message);
    await page.getByLabel("I have read the note, and I want to invite them all").check();
    await press(/^Send \d/u)(page);
    const link = await linkInMessage(page, app.baseUrl, m);
    await at(`${m}/people`);
    const phone =
      (await page
        .getByRole("link", { name: /^Answer by phone with/u })
        .last()
        .getAttribute("href")) ?? "";
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      atOnce: 1,
      visits: [
        { page: "meeting people", path: `${m}/people` },
        { page: "answer by phone", path: phone },
        { page: "answer by phone", state: "error", path: phone, reach: press("Start"), expect: problem },
        {
          page: "answer by phone",
          state: "going on",
          path: phone,
          reach: async (visited) => {
            await visited.getByLabel("By phone").check();
            await visited.getByRole("checkbox").check();
            await press("Start")(visited);
          },
        },
        { page: "phone dates", path: `${phone}/dates` },
        {
          page: "phone dates",
          state: "error",
          path: `${phone}/dates`,
          reach: async (visited) => {
            await visited.getByLabel("Before 10am").check();
            await visited.getByLabel("None of these").check();
            await press("Save and go on")(visited);
          },
          expect: problem,
        },
        { page: "phone topics", path: `${phone}/topics` },
        { page: "phone building", path: `${phone}/building` },
        { page: "phone check", path: `${phone}/check` },
        { page: "answer by phone", state: "sent", path: `${phone}/check`, reach: press("Send my answers") },
      ],
      expect: { plain: true, reading: "staff" },
    });

    const landing = new URL(link).pathname;
    await expectStatesClean({
      baseUrl: app.baseUrl,
      visits: [
        { page: "invitation landing", path: landing },
        { page: "not me", path: `${landing}/not-me` },
      ],
      expect: { plain: true, reading: "attendee" },
    });
    const person = await openContext();
    const home = new URL(await enterBy(person, link)).pathname;
    await closeContext(person);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, link),
      atOnce: 1,
      visits: [
        { page: "my meeting", state: "dates asked", path: home },
        { page: "access who", path: `${home}/access/who` },
        {
          page: "access done",
          path: `${home}/access/building`,
          reach: async (visited) => {
            await visited.getByRole("checkbox").first().check();
            await press("Save and continue")(visited);
            await visited.goto(`${app.baseUrl}${home}/access/sharing`);
            await visited.getByLabel("Keep my answers for next time").check();
            await press("Save and continue")(visited);
            await press("Send my answers")(visited);
          },
        },
        { page: "my dates", path: `${home}/dates` },
        {
          page: "my dates",
          state: "error",
          path: `${home}/dates`,
          reach: async (visited) => {
            await visited.getByLabel("Before 10am").check();
            await visited.getByLabel("None of these").check();
            await press("Save and continue")(visited);
          },
          expect: problem,
        },
        {
          page: "my meeting",
          state: "dates answered",
          path: `${home}/dates`,
          reach: async (visited) => {
            const no = visited.getByLabel("No", { exact: true });
            await no.first().check();
            await visited.getByLabel("Yes", { exact: true }).last().check();
            await press("Save and continue")(visited);
          },
        },
      ],
      expect: { plain: true, reading: "attendee" },
    });
    await at(`${m}/dates`);
    const choosing =
      (await page
        .getByRole("link", { name: /^Choose /u })
        .first()
        .getAttribute("href")) ?? "";
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      atOnce: 1,
      visits: [
        { page: "compare dates", path: `${m}/dates` },
        { page: "compare dates", state: "sorted", path: `${m}/dates?sort=can` },
        { page: "choose date", path: choosing },
        { page: "compare dates", state: "chosen", path: choosing, reach: press("Choose this date and tell everyone") },
        { page: "invite sent", path: `${m}/invite/sent` },
        { page: "instructions", path: `${m}/instructions` },
        {
          page: "one person's instructions",
          path: `${m}${phone.slice(m.length).replace("/people/", "/instructions/").replace("/phone", "")}`,
        },
        {
          page: "people imported",
          path: list,
          reach: async (visited) => {
            await visited.getByRole("checkbox").check();
            await press(/^Add /u)(visited);
          },
        },
      ],
      expect: { plain: true, reading: "staff" },
    });

    // The same person again, at another meeting: what they told us is there to look at.
    const second = await copiedMeeting(page, app.baseUrl);
    await at(`${second}/edit/when`);
    await page.getByLabel("I do not know yet").check();
    await press("Save and continue")(page);
    await at(`${second}/edit/check`);
    await press("Create meeting")(page);
    await at(`${second}/invite`);
    await page.getByRole("checkbox").first().check();
    await press("Save and continue")(page);
    await press(/^Send \d/u)(page);
    const again = await linkInMessage(page, app.baseUrl, second);
    await at(`${second}/people`);
    const call =
      (await page
        .getByRole("link", { name: /^Answer by phone with/u })
        .first()
        .getAttribute("href")) ?? "";
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      atOnce: 1,
      visits: [
        {
          page: "phone review",
          path: call,
          reach: async (visited) => {
            await visited.getByLabel("By phone").check();
            await visited.getByRole("checkbox").check();
            await press("Start")(visited);
            await visited.goto(`${app.baseUrl}${call}/review`);
          },
        },
        { page: "phone review", state: "error", path: `${call}/review`, reach: press("Save and go on"), expect: problem },
        { page: "answer by phone", state: "stopped", path: call, reach: press("Stop here") },
      ],
      expect: { plain: true, reading: "staff" },
    });
    const returning = await openContext();
    const there = new URL(await enterBy(returning, again)).pathname;
    await closeContext(returning);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, again),
      atOnce: 1,
      visits: [
        { page: "my meeting", state: "saved answers", path: there },
        { page: "access review", path: `${there}/access/review` },
        { page: "access review", state: "error", path: `${there}/access/review`, reach: press("Save and continue"), expect: problem },
        { page: "my meeting", state: "not confirmed", path: `${there}/access/review`, reach: press("Skip this question") },
        {
          page: "access who",
          state: "after review",
          path: `${there}/access/review`,
          reach: async (visited) => {
            await visited.getByLabel("Yes, use these answers").check();
            await press("Save and continue")(visited);
          },
        },
      ],
      expect: { plain: true, reading: "attendee" },
    });
    await closeContext(coordinator);
  });
});

async function copiedMeeting(page: Page, baseUrl: string): Promise<string> {
  await page.goto(`${baseUrl}/meetings?show=all`);
  await page
    .getByRole("link", { name: /^Copy this meeting.*first meeting/u })
    .last()
    .click();
  await press("Copy this meeting")(page);
  const reference = /\/meetings\/([A-Z]{8})\//u.exec(page.url())?.[1];
  expect(reference).toBeDefined();
  return `/meetings/${reference ?? ""}`;
}

async function fillOffer(page: Page): Promise<void> {
  const offered = [
    ["18", "3", "2027"],
    ["24", "3", "2027"],
    ["26", "3", "2027"],
  ] as const;
  for (const [place, [day, month, year]] of offered.entries()) {
    await page.locator(`#date${place + 1}-day`).fill(day);
    await page.locator(`#date${place + 1}-month`).fill(month);
    await page.locator(`#date${place + 1}-year`).fill(year);
    await page.getByLabel(`Start time of date ${place + 1}`).fill("10:30am");
    await page.getByLabel(`Finish time of date ${place + 1}`).fill("1pm");
  }
  await page.locator("#replyBy-day").fill("15");
  await page.locator("#replyBy-month").fill("12");
  await page.locator("#replyBy-year").fill("2026");
}

/** Reads a list with every outcome in it and a very long name, and gives the address of its preview. */
async function importPreview(page: Page, baseUrl: string): Promise<string> {
  await page.goto(`${baseUrl}/people/import`);
  const lines = [
    "Name,Email,Phone,Address,Shoe size",
    'Wilhelmina Featherstonehaugh-Throckmorton-Cholmondeley,wilhelmina@example.org,,"12 Kiln Lane\nLeeds LS1 4AP",5',
    "Odhrán Bell,,07700 900 555,,",
    "Odhrán Bell,,07700 900 555,,",
    ",nobody@,12,,",
  ];
  await page
    .getByLabel("Choose the file")
    .setInputFiles({ name: "group.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await press("Show what would be added")(page);
  return new URL(page.url()).pathname;
}

async function linkInMessage(page: Page, baseUrl: string, meeting: string): Promise<string> {
  await page.goto(`${baseUrl}${meeting}/invite/sent`);
  await page
    .getByRole("link", { name: /^Show the message for/u })
    .first()
    .click();
  const message = await page.locator("main textarea").inputValue();
  const [link] = /https?:\/\/\S+\/i\/\S+/u.exec(message) ?? [];
  if (link === undefined) throw new Error(`The message holds no private link:\n${message}`);
  return link;
}
