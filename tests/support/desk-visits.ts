// The pages of venues, suppliers and people, in every state: lists that are empty, long or found wanting, files that come in, and
// what went wrong. What a page needs to be there is done through the pages first.
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "#tests/support/visit-states.ts";

const problem = { hasProblems: true } as const;
const press = (name: string) => async (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

/** Chooses a file of a list and presses the page's button. */
const bring =
  (text: string, then?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await page.locator("input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await press("Show what would be added")(page);
    await page.waitForURL(/\/import\/[^/?#]+/u);
    await then?.(page);
  };

const longName = "The Community Hall, Library and Learning Centre of the Upper Calder Valley, formerly the Mechanics’ Institute";
const venueLines = (count: number): string =>
  [
    "Name,Address,Email",
    ...Array.from(
      { length: count },
      (_, at) => `Hall ${String(at + 1)},"${String(at + 1)} Kiln Lane\nLeeds",hall${String(at)}@example.org`,
    ),
  ].join("\n");
const badVenues = `Name,Address,Email,Shoe size\n${longName.slice(0, 99)},1 Kiln Lane,\n,Nowhere,no address,38\nGood Hall,2 Kiln Lane,good@example.org,\n`;
const suppliers = "Name,What they supply,Email\nHands and Voices,,hands@example.org\nNo Such,interpretive dance,x\n";
const people = (count: number): string =>
  ["Name,Email", ...Array.from({ length: count }, (_, at) => `Person ${String(at + 1)},person${String(at)}@example.org`)].join("\n");

export type Desk = {
  readonly venue: string;
  readonly problemPage: string;
  readonly supplier: string;
  readonly person: string;
  readonly twin: string;
  readonly merge: string;
};

/** Puts on file what the pages show: a problem, a supplier, somebody who is on file twice and somebody who was merged. */
export async function openDesk(context: BrowserContext, baseUrl: string): Promise<Desk> {
  const page = await context.newPage();
  const go = async (path: string) => page.goto(baseUrl + path);
  const hrefs = async (wanted: RegExp): Promise<readonly string[]> => {
    await page.waitForLoadState("load");
    const all = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    return all.filter((href) => wanted.test(href));
  };
  const first = async (wanted: RegExp): Promise<string> => {
    const [found] = await hrefs(wanted);
    if (found === undefined) throw new Error(`No link like ${wanted.source} on ${page.url()}`);
    return found;
  };

  await go("/venues");
  const venue = await first(/^\/venues\/(?!import)[^/?#]+$/u);
  await go(`${venue}/problems/new`);
  await page.getByLabel("What went wrong?").fill("The lift stopped between floors for twenty minutes, and nobody on site had the key.");
  await press("Save the problem")(page);
  const problemPage = await first(/\/problems\/(?!new)[^/?#]+$/u);

  await go("/suppliers/new");
  await page.getByLabel("Name of the supplier").fill("Hands and Voices Interpreting Cooperative of the North and the Borders");
  await page.getByLabel("What do they charge?").fill("£45 an hour, 2 hours at least");
  await press("Add the supplier")(page);
  await go("/suppliers");
  const supplier = await first(/^\/suppliers\/(?!import|new)[^/?#]+$/u);

  for (const [name, email] of [
    ["Ottoline Brandt", "ottoline@example.org"],
    ["ottoline  brandt", "o.brandt@example.org"],
    ["Ottoline Brandt", "ob@example.org"],
  ] as const) {
    await go("/people");
    await page.getByLabel("Full name").fill(name);
    await page.getByLabel("Email address (optional)").fill(email);
    await page.getByLabel("Email", { exact: true }).check();
    await page.getByLabel("They have agreed to be contacted about taking part").check();
    await press("Add person")(page);
  }
  await go("/people?name=ottoline");
  const [person = "", twin = "", third = ""] = await hrefs(/^\/people\/(?!import)[^/?#]+$/u);
  await go(`${person}/merge/${third.split("/").at(-1) ?? ""}`);
  await page.getByLabel("They told us").check();
  await press("Merge the two records")(page);
  const merge = await first(/\/merges\/[^/?#]+$/u);
  await page.close();
  expect([person, twin, third].every((one) => one !== "")).toBe(true);
  return { venue, problemPage, supplier, person, twin, merge };
}

const factsOf =
  (venue: string, content: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel("Tags of OpenStreetMap").check();
    await page.getByLabel("Paste it here").fill(content);
    await page.getByLabel("Where does it come from?").fill("OpenStreetMap, way 4242");
    for (const [name, value] of [
      ["Day", "2"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await page.getByLabel(name, { exact: true }).fill(value);
    await press("Show the facts")(page);
    await page.waitForURL(new RegExp(`${venue}/facts-file/`, "u"));
  };

/** The pages that only look. */
/** Sends the checklist for the venue's record; without a mail server its message is shown. */
async function sendForRecord(page: Page): Promise<void> {
  await page.getByLabel("Venue's email address").fill("hall@riverside.example");
  for (const [name, value] of [
    ["Day", "7"],
    ["Month", "12"],
    ["Year", "2026"],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value);
  await press("Send the checklist")(page);
  await page.waitForURL(/\/messages\/[^/?#]+/u);
}

export function deskVisits({ venue, problemPage, supplier, person, twin, merge }: Desk): readonly Visit[] {
  const other = twin.split("/").at(-1) ?? "";
  const factsPage = `${venue}/facts-file`;
  const tags = "wheelchair=yes\nhearing_loop=no\ntoilets:wheelchair=yes\ndoor:width=wide";
  return [
    { page: "venue", path: venue },
    { page: "venue send", path: `${venue}/send` },
    { page: "venue send", state: "error", path: `${venue}/send`, reach: press("Send the checklist"), expect: problem },
    { page: "record checklist message", path: `${venue}/send`, reach: sendForRecord },
    { page: "venue fact sheet", path: `${venue}/fact-sheet` },
    { page: "edit venue", path: `${venue}/edit` },
    {
      page: "edit venue",
      state: "has it moved",
      path: `${venue}/edit`,
      reach: async (page) => {
        await page.locator("textarea[name=address]").fill("9 Weir Road");
        await press("Save the details")(page);
      },
      expect: problem,
    },
    { page: "add a problem", path: `${venue}/problems/new` },
    { page: "add a problem", state: "error", path: `${venue}/problems/new`, reach: press("Save the problem"), expect: problem },
    { page: "problem put right", path: problemPage },
    { page: "venue fact, a number", path: `${venue}/facts/lift-car-width` },
    {
      page: "venue fact, a number",
      state: "error",
      path: `${venue}/facts/lift-car-width`,
      reach: press("Save this fact"),
      expect: problem,
    },
    { page: "venue fact", path: `${venue}/facts/loop-present` },
    { page: "check a part", path: `${venue}/check/doors-2` },
    {
      page: "check a part",
      state: "two answers",
      path: `${venue}/check/doors-2`,
      reach: async (page) => {
        await page.getByLabel("How wide is the lift inside?").fill("110");
        await page
          .getByLabel(/^There is no lift: .*wide/iu)
          .first()
          .check();
        await press("Save and continue")(page);
      },
      expect: problem,
    },
    { page: "venue photos", path: `${venue}/photos` },
    { page: "bring in facts", path: factsPage },
    { page: "bring in facts", state: "error", path: factsPage, reach: press("Show the facts"), expect: problem },
    { page: "approve facts", path: factsPage, reach: factsOf(venue, tags) },
    {
      page: "approve facts",
      state: "error",
      path: factsPage,
      reach: async (page) => {
        await factsOf(venue, tags)(page);
        await press("Put these on record")(page);
      },
      expect: problem,
    },
    { page: "suppliers", path: "/suppliers" },
    { page: "suppliers", state: "nothing found", path: "/suppliers?q=zzzz" },
    { page: "add a supplier", path: "/suppliers/new" },
    { page: "add a supplier", state: "error", path: "/suppliers/new", reach: press("Add the supplier"), expect: problem },
    { page: "supplier", path: supplier },
    ...(["venues", "suppliers", "people"] as const).flatMap((list): readonly Visit[] => [
      { page: `${list} from a file`, path: `/${list}/import` },
      {
        page: `${list} from a file`,
        state: "error",
        path: `/${list}/import`,
        reach: press("Show what would be added"),
        expect: problem,
      },
    ]),
    { page: "check a file of venues", path: "/venues/import", reach: bring(badVenues) },
    {
      page: "check a file of venues",
      state: "one has moved",
      path: "/venues/import",
      reach: bring("Name,Address,Has moved\nRiverside Community Centre,9 Weir Road,yes"),
    },
    { page: "check a file of venues", state: "long", path: "/venues/import", reach: bring(venueLines(120)) },
    {
      page: "check a file of venues",
      state: "nothing to add",
      path: "/venues/import",
      reach: bring("Name,Email\nGood Hall,no address\n,\n"),
    },
    { page: "check a file of suppliers", path: "/suppliers/import", reach: bring(suppliers) },
    { page: "check a file of people", path: "/people/import", reach: bring("Name,Email\nZofia Bell,zofia@example.org\n,nobody\n") },
    {
      page: "check a file of people",
      state: "error",
      path: "/people/import",
      reach: bring("Name,Email\nZofia Bell,zofia@example.org\n", press("Add 1 person")),
      expect: problem,
    },
    { page: "person", path: person },
    { page: "merge with another record", path: `${person}/merge` },
    { page: "merge with another record", state: "nobody found", path: `${person}/merge?name=zzzz` },
    { page: "merge two records", path: `${person}/merge/${other}` },
    {
      page: "merge two records",
      state: "error",
      path: `${person}/merge/${other}`,
      reach: press("Merge the two records"),
      expect: problem,
    },
    { page: "a merged record", path: merge },
    { page: "data request", path: `${person}/data-request` },
    {
      page: "data request",
      state: "error",
      path: `${person}/data-request`,
      reach: async (page) => {
        await page.getByLabel("Day", { exact: true }).fill("32");
        await press("Note the request")(page);
      },
      expect: problem,
    },
  ];
}

/** The pages that change what is on file, one after another: what was taken in, and lists grown long by it. */
export function deskVisitsThatChange({ venue, merge, person }: Desk): readonly Visit[] {
  return [
    {
      page: "venues taken in",
      path: "/venues/import",
      reach: bring(venueLines(30), press("Add 30 venues")),
    },
    {
      page: "suppliers taken in",
      path: "/suppliers/import",
      reach: bring(suppliers, press("Add 1 supplier")),
    },
    {
      page: "people taken in",
      path: "/people/import",
      reach: bring(people(60), async (page) => {
        await page.getByLabel("Everybody on this list has agreed to be contacted about taking part").check();
        await press("Add 60 people")(page);
      }),
    },
    { page: "people", state: "many", path: "/people" },
    { page: "people", state: "second page", path: "/people?page=2" },
    { page: "people", state: "everybody", path: "/people?page=all" },
    { page: "people", state: "found", path: "/people?name=person%201" },
    { page: "people", state: "nothing found", path: "/people?name=zzzz" },
    { page: "venue", state: "asked for its record", path: venue },
    {
      page: "record checklist sent",
      path: venue,
      reach: async (page) =>
        page
          .getByRole("link", { name: /^See or change this checklist/u })
          .first()
          .click(),
    },
    {
      page: "record checklist sent",
      state: "error",
      path: venue,
      reach: async (page) => {
        await page
          .getByRole("link", { name: /^See or change this checklist/u })
          .first()
          .click();
        await press("Save the day")(page);
      },
      expect: problem,
    },
    { page: "venues", state: "many", path: "/venues?page=2" },
    { page: "venues", state: "nothing found", path: "/venues?q=zzzz" },
    {
      page: "approve facts",
      state: "decided",
      path: `${venue}/facts-file`,
      reach: async (page) => {
        await factsOf(venue, "hearing_loop=no")(page);
        await page.getByRole("checkbox").first().check();
        const preview = page.url();
        await press("Put these on record")(page);
        await page.waitForURL((now) => now.href !== preview);
        await page.goto(preview);
      },
    },
    { page: "venue", state: "facts to settle", path: venue },
    { page: "venue fact sheet", state: "facts to settle", path: `${venue}/fact-sheet` },
    { page: "venue fact", state: "people disagree", path: `${venue}/facts/loop-present` },
    {
      page: "data request",
      state: "noted",
      path: `${person}/data-request`,
      reach: async (page) => {
        await page.getByLabel("To have everything about them deleted").check();
        await press("Note the request")(page);
      },
    },
    { page: "delete a person", path: `${person}/delete` },
    { page: "delete a person", state: "error", path: `${person}/delete`, reach: press("Delete everything about them"), expect: problem },
    { page: "a merged record", state: "taken apart", path: merge, reach: press("Take the two records apart") },
  ];
}
