// Pages at their emptiest and their fullest: an organisation with nothing in it yet, then many people (80 in the longer proofs) with long
// names, and a meeting and a venue to match, and a page that somebody else has changed meanwhile.
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coordinatorOf } from "#app/domain/people/actors.ts";
import { openInstance } from "#app/services/context.server.ts";
import { makeLargeMeeting } from "#scripts/bench/large-meeting.ts";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

const email = "asha@harbour.example";
const names = [
  "Wilhelmina Featherstonehaugh-Throckmorton-Cholmondeley",
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  "Agnieszka Brzęczyszczykiewicz-Wójcik",
  "王小明",
  "ليلى عبد الرحمن",
  "Ó",
] as const;
const people = Array.from(
  { length: process.env["TEST_FULL"] === "1" ? 80 : 24 },
  (_, index) => `${names[index % names.length] ?? ""} ${index + 1}`,
);

// The catalogue's own text, kept letter for letter, says "never just before going home".
const catalogueWords = { allowedWords: ["just"] } as const;

/** Signs in whoever set the organisation up. */
let signIn: (context: BrowserContext) => Promise<void>;

describe.skipIf(!browserAvailable)("pages at their emptiest and fullest", { timeout: 600_000 }, () => {
  let app: ExampleApp;
  beforeAll(async () => {
    app = await startExample();
    const context = await openContext();
    const page = await context.newPage();
    await page.goto(`${app.baseUrl}/setup`);
    await page.getByLabel("Organisation name").fill("Harbour and Waterside Partnership for Health, Housing and Social Care");
    await page.getByLabel("England", { exact: true }).check();
    await page.getByLabel("Your full name").fill("Asha Grewal");
    await page.getByLabel("Your work email address").fill(email);
    await page.getByLabel("Password").fill("three random words");
    await page.locator("input[name=start][value=empty]").check();
    await page.getByRole("button", { name: "Set up and continue" }).click();
    await page.waitForURL(/\/(?:today|meetings)/u);
    await page.waitForLoadState("load");
    const { cookies } = await context.storageState();
    signIn = async (other) => other.addCookies(cookies);
    await closeContext(context);
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  const look = async (visits: readonly Visit[]): Promise<void> => {
    await expectStatesClean({ baseUrl: app.baseUrl, signIn, visits, expect: { plain: true, reading: "staff" } });
  };

  test("an organisation with nothing in it yet says on every page what to do first", async () => {
    const empty = ["today", "meetings", "people", "venues", "suppliers", "settings", "settings/rates", "settings/advisers"];
    await look(empty.map((path) => ({ page: path.replace("/", " "), state: "empty", path: `/${path}` })));
  });

  test("many people with long names fit on every page, and what somebody else changed meanwhile is said", async () => {
    const reference = await fillUp(app);
    const m = `/meetings/${reference}`;
    const pages: Readonly<Record<string, string>> = {
      meetings: "/meetings?show=all",
      people: "/people",
      venues: "/venues",
      plan: `${m}/plan`,
      "to do": `${m}/todo`,
      "meeting people": `${m}/people`,
      "invite sent": `${m}/invite/sent`,
      instructions: `${m}/instructions`,
      "leave safely": `${m}/leave-safely`,
      history: `${m}/history`,
      day: `${m}/day`,
      venue: `${m}/venue`,
      "compare venues": `${m}/venues`,
      requirement: `${m}/requirements/bsl-interpreter`,
      print: `${m}/print`,
      "print plan": `${m}/print/access-plan`,
      "people apart": `${m}/apart`,
    };
    const about = `${m}/edit/about`;
    await look([
      ...Object.entries(pages).map(([page, path]) => ({ page, state: "many people, long names", path, expect: catalogueWords })),
      { page: "edit about", state: "changed by somebody else", path: about, reach: sendWhatIsOld(about), expect: { hasProblems: true } },
    ]);
  });

  /** Sends a form that was sent from elsewhere after it was opened. */
  const sendWhatIsOld =
    (path: string) =>
    async (page: Page): Promise<void> => {
      const elsewhere = await page.context().newPage();
      await elsewhere.goto(app.baseUrl + path);
      await elsewhere.getByLabel("What is it about?").fill("Changed elsewhere.");
      await elsewhere.getByRole("button", { name: "Save and continue" }).click();
      await elsewhere.waitForLoadState("load");
      await elsewhere.close();
      await page.getByLabel("What is it about?").fill("Typed here, and kept.");
      await page.getByRole("button", { name: "Save and continue" }).click();
      expect(await page.getByLabel("What is it about?").inputValue()).toBe("Typed here, and kept.");
    };
});

/** Many people, all answered, at a meeting and in a venue with the longest names there are. */
async function fillUp(app: ExampleApp): Promise<string> {
  const instance = await openInstance({
    dataFolder: join(app.dataFolder, "data"),
    keyFile: join(app.dataFolder, "key"),
    origin: app.baseUrl,
  });
  try {
    const context = instance.context();
    const staff = await context.db.query.staff.findFirst({ where: (table, { eq }) => eq(table.email, email) });
    const asha = staff && coordinatorOf({ ...staff, staffId: staff.id });
    if (!asha) throw new Error("Set-up made no coordinator");
    return await makeLargeMeeting(context, asha, {
      meeting: "Shaping day services, transport, respite and advocacy for everyone in the north",
      people,
      venue: "Rhosllannerchrugog Miners’ Institute and Neighbourhood Resource Centre for All",
    });
  } finally {
    instance.close();
  }
}
