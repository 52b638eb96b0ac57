// Pages that are different where a mail server is set up: the test of an invitation, and asking an adviser for a call, whose message
// arrives at the adviser's mail server.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean } from "#tests/support/visit-states.ts";

const problem = { hasProblems: true } as const;
const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

describe.skipIf(!browserAvailable)("pages where a mail server is set up", { timeout: 300_000 }, () => {
  const received: string[] = [];
  let server: SMTPServer;
  let app: ExampleApp;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData(stream, _session, answer) {
        let text = "";
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
        stream.on("end", () => {
          received.push(text);
          answer();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const { port } = server.server.address() as AddressInfo;
    app = await startExample({ WELCOME_TABLE_SMTP: `smtp://localhost:${port}`, WELCOME_TABLE_MAIL_FROM: "welcome@example.org" });
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  test("a coordinator adds an adviser, and a person asks that adviser for a call", async () => {
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      atOnce: 1,
      visits: [
        {
          page: "settings advisers",
          state: "one, mail set up",
          path: "/settings/advisers",
          reach: async (page) => {
            await page.getByLabel("Name of the adviser or the service").fill("Leeds Benefits Advice (example)");
            await page.getByLabel("Email address (optional)").fill("advice@leeds.example");
            await page.getByLabel("How many days until they reply").fill("3");
            await press("Add the adviser")(page);
          },
        },
        { page: "today", state: "mail set up", path: "/today" },
      ],
      expect: { plain: true, reading: "staff" },
    });
    const desk = await openContext();
    await enterBy(desk, app.linkOf("Coordinator"));
    const call = await callOf(await desk.newPage(), app.baseUrl);
    await closeContext(desk);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Coordinator")),
      atOnce: 1,
      visits: [
        { page: "phone adviser", state: "to ask", path: `${call}/adviser` },
        { page: "phone adviser", state: "error", path: `${call}/adviser`, reach: askTooLong, expect: problem },
        { page: "answer by phone", state: "adviser asked", path: `${call}/adviser`, reach: askByPhone },
      ],
      expect: { plain: true, reading: "staff" },
    });
    await expect.poll(() => received.join("\n"), { timeout: 60_000 }).toContain("07700 900 654");
    expect(received).toHaveLength(1);
    received.length = 0;
    const first = await openContext();
    const home = new URL(await enterBy(first, app.linkOf("Attendee"))).pathname;
    await closeContext(first);
    const path = `${home}/pay/adviser`;
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (context) => enterBy(context, app.linkOf("Attendee")),
      atOnce: 1,
      visits: [
        { page: "adviser", state: "to ask", path },
        { page: "adviser", state: "error", path, reach: press("Ask for a call"), expect: problem },
        {
          page: "adviser",
          state: "asked",
          path,
          reach: async (page) => {
            await page.getByLabel("By phone").check();
            await page.getByLabel("Which number or address?").fill("07700 900 321");
            await press("Ask for a call")(page);
          },
        },
      ],
      expect: { plain: true, reading: "attendee" },
    });
    await expect.poll(() => received.join("\n"), { timeout: 60_000 }).toContain("07700 900 321");
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("advice@leeds.example");
    expect(received[0]).not.toMatch(/Universal Credit|Carer|ESA/u);
  });
});

const askTooLong = async (page: Page): Promise<void> => {
  await page.getByLabel("“When is good?”").fill("x".repeat(201));
  await press("Ask for a call")(page);
};

const askByPhone = async (page: Page): Promise<void> => {
  await page.getByLabel("“Which number should they call?”").fill("07700 900 654");
  await press("Ask for a call")(page);
};

/** Begins to answer by phone with somebody of the meeting ahead, and gives where. */
async function callOf(page: Page, baseUrl: string): Promise<string> {
  await page.goto(`${baseUrl}/meetings?show=all`);
  await page
    .getByRole("link", { name: /^Day services planning group, Tuesday/u })
    .first()
    .click();
  const people = page.url().replace(/(\/meetings\/[A-Z]{8}).*$/u, "$1/people");
  await page.goto(people);
  const links = await page.locator("main a[href$='/phone']").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  for (const link of links) {
    await page.goto(new URL(link, people).href);
    if ((await page.getByRole("button", { name: "Start", exact: true }).count()) === 0) continue;
    await page.getByLabel("By phone", { exact: true }).check();
    await page.getByRole("checkbox").check();
    await press("Start")(page);
    return link;
  }
  throw new Error("Nobody can be answered with");
}
