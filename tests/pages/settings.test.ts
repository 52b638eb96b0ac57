// The pages where an administrator looks after the organisation, its people and its money, in every state.
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { browserAvailable, closeBrowser } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import {
  filmedVisits,
  joinVisits,
  organisationVisits,
  otherAdministratorVisits,
  peopleVisits,
  twoAdministratorsVisits,
  videoVisits,
} from "#tests/support/settings-visits.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

describe.skipIf(!browserAvailable)("pages of settings", { timeout: 300_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  // One after another: each state stands on what was saved before it.
  const look = async (visits: readonly Visit[], signIn: (context: BrowserContext) => Promise<unknown> = asAsha): Promise<void> => {
    await expectStatesClean({ baseUrl: app.baseUrl, signIn, visits, atOnce: 1, expect: { plain: true, reading: "staff" } });
  };
  const asAsha = async (context: BrowserContext) => enterBy(context, app.linkOf("Coordinator"));

  test("about the organisation hold, changed and refused", async () => {
    await look(organisationVisits);
  });

  test("about videos in sign language hold, and so does the page that people find them on", async () => {
    await look(videoVisits);
    await look(filmedVisits(new URL(app.linkOf("Attendee")).pathname), async () => undefined);
  });

  test("about who works here hold, from an invitation to two administrators who agree", async () => {
    const settled = { link: "" };
    await look(peopleVisits(settled));
    const path = new URL(settled.link).pathname;
    await look(joinVisits(path), async () => undefined);
    await look(twoAdministratorsVisits);
    await look(otherAdministratorVisits, async (context) => {
      const page = await context.newPage();
      await page.goto(`${app.baseUrl}/sign-in`);
      await page.getByLabel("Email address").fill("anuradha@example.org");
      await page.getByLabel("Password").fill("sycamore harbour lantern");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL(/\/today/u);
      await page.close();
    });
  });
});
