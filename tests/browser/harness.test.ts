// The harness itself: a clean page passes every check, and a page spoiled in one place fails exactly the checks for it.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleanCss, cleanHtml, problemHtml, startReferenceServer, type ReferenceServer } from "#tests/browser/reference-page.ts";
import { spoiledPages } from "#tests/browser/spoiled-pages.ts";
import { browserAvailable, closeBrowser, openPage } from "#tests/support/browser.ts";
import { keyboardOnly } from "#tests/support/keyboard.ts";
import { checkPage, describeFaults, expectClean } from "#tests/support/page-checks.ts";
import { pageChecks, type PageExpectations } from "#tests/support/page-checks/fault.ts";
import { expectStatesClean, visitStates, type RoundReport, type Visit } from "#tests/support/visit-states.ts";

// These two compare pages with one another; they have tests of their own below.
const comparedAcrossPages = ["unique-titles", "same-help"];

const strict: PageExpectations = { plain: true, reading: "attendee", enforceReading: true, questionPage: true, themes: ["dark"] };

describe.skipIf(!browserAvailable)("the page checks", () => {
  let server: ReferenceServer;

  beforeAll(async () => {
    server = await startReferenceServer();
    server.serve("/clean", { html: cleanHtml, css: cleanCss });
    server.serve("/problem", { html: problemHtml, css: cleanCss });
    for (const [index, { parts }] of spoiledPages.entries()) server.serve(`/spoiled/${index}`, parts);
  });

  afterAll(async () => {
    await closeBrowser();
    await server.stop();
  });

  async function opened(path: string, scripts: "with" | "without" = "with"): Promise<Page> {
    const page = await openPage({ scripts });
    await page.goto(`${server.baseUrl}${path}`);
    return page;
  }

  describe("on pages spoiled in one place", () => {
    let round: RoundReport;

    beforeAll(async () => {
      const visits = spoiledPages.map(({ says, expectations }, index): Visit => ({
        page: says,
        path: `/spoiled/${index}`,
        ...(expectations === undefined ? {} : { expect: expectations }),
      }));
      round = await visitStates({ baseUrl: server.baseUrl, visits, pictures: "none" });
    });

    test.each(spoiledPages.map((page, index) => ({ ...page, index })))("a page $says is reported", ({ check, also = [], index }) => {
      const report = round.reports[index];
      if (report === undefined) throw new Error(`There is no report for page ${index}.`);
      expect([...new Set(report.faults.map((fault) => fault.check))].sort(), describeFaults(report)).toEqual([check, ...also].sort());
    });
  });

  test("every check has a page that is spoiled for it", () => {
    const proven = new Set<string>([...spoiledPages.map(({ check }) => check), ...comparedAcrossPages]);
    expect(Object.keys(pageChecks).filter((check) => !proven.has(check))).toEqual([]);
  });

  test.each(["with", "without"] as const)(
    "a page with nothing wrong passes every check %s scripts, and so does one that shows problems well",
    async (scripts) => {
      await expectStatesClean({
        baseUrl: server.baseUrl,
        view: { scripts },
        expect: strict,
        pictures: "none",
        visits: [
          { page: "travel", path: "/clean", expect: { hasProblems: false } },
          { page: "travel", state: "problem", path: "/problem", expect: { hasProblems: true } },
        ],
      });
    },
  );

  test("a page with something wrong stops the test with the check, the place and what is wrong", async () => {
    const page = await opened(`/spoiled/${spoiledPages.findIndex(({ check }) => check === "banned-words")}`);
    await expect(expectClean(page)).rejects.toThrow(
      /1 faults on .*\n {2}banned-words: "just" in "You just need to tell us\."; instead: leave it out\n {6}at /,
    );
  });

  test("a fault put up with becomes a note, and only where its place says so", async () => {
    const page = await opened(`/spoiled/${spoiledPages.findIndex(({ check }) => check === "asterisk")}`);
    const exception = { check: "asterisk", because: "the bank's own form has it", lookedAtOn: "2026-11-22" } as const;
    const put = await checkPage(page, { except: [{ ...exception, where: "#name-label" }] });
    const elsewhere = await checkPage(page, { except: [{ ...exception, where: "#other" }] });
    expect([put.faults.length, put.notes.map(({ check }) => check), elsewhere.faults.map(({ check }) => check)]).toEqual([
      0,
      ["asterisk"],
      ["asterisk"],
    ]);
  });

  test("a visit leaves the page as it was: answers, focus, address, window and colours", async () => {
    const page = await openPage({ colours: "dark", viewport: { width: 700, height: 500 } });
    await page.goto(`${server.baseUrl}/clean#main`);
    await page.fill("#name", "Zofia Łukasik");
    await page.check("#travel-car");
    await page.focus("#more");
    const state = (): Promise<unknown> =>
      page.evaluate(() => ({
        name: document.querySelector<HTMLInputElement>("#name")?.value,
        car: document.querySelector<HTMLInputElement>("#travel-car")?.checked,
        focus: document.activeElement?.id,
        address: location.href,
        window: [innerWidth, innerHeight],
        dark: matchMedia("(prefers-color-scheme: dark)").matches,
        print: matchMedia("print").matches,
        forced: matchMedia("(forced-colors: active)").matches,
        elements: document.querySelectorAll("*").length,
        sheets: document.adoptedStyleSheets.length,
      }));
    const before = await state();
    await checkPage(page);
    expect(await state()).toEqual(before);
  });

  test("a browser with scripts off still runs none of the page's own after a visit", async () => {
    server.serve("/with-script", { html: cleanHtml, css: cleanCss, script: 'document.title = "A script ran";' });
    const page = await opened("/with-script", "without");
    await checkPage(page);
    await page.goto(`${server.baseUrl}/with-script`);
    expect(await page.title()).toMatch(/^How will you travel/);
  });

  test("pages that share a title or tell another way to a person are reported when compared", async () => {
    server.serve("/other", { html: cleanHtml.replace("Sam Okafor", "Nia Bevan"), css: cleanCss });
    const { reports, between } = await visitStates({
      baseUrl: server.baseUrl,
      pictures: "none",
      visits: [
        { page: "travel", path: "/clean" },
        { page: "travel", state: "problem", path: "/problem" },
        { page: "other", path: "/other" },
      ],
    });
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    expect(between.map(({ check, where }) => `${check} ${where}`)).toEqual(["unique-titles /other", "same-help /other"]);
  });

  test("one sign-in serves every visit of a round, and a page that cannot be reached is named", async () => {
    let signIns = 0;
    const signIn = async (context: BrowserContext): Promise<void> => {
      signIns += 1;
      await context.addCookies([{ name: "who", value: "coordinator", url: server.baseUrl }]);
    };
    const seen: string[] = [];
    const reach = async (page: Page): Promise<void> => void seen.push((await page.context().cookies())[0]?.value ?? "nobody");
    await visitStates({
      baseUrl: server.baseUrl,
      pictures: "none",
      signIn,
      visits: [1, 2, 3].map((number) => ({ page: `page ${number}`, path: "/clean", reach })),
    });
    expect([signIns, seen]).toEqual([1, ["coordinator", "coordinator", "coordinator"]]);
    const broken = visitStates({
      baseUrl: server.baseUrl,
      visits: [{ page: "plan", state: "empty", path: "/clean", reach: () => Promise.reject(new Error("no such button")) }],
    });
    await expect(broken).rejects.toThrow('The page "plan" in the state "empty" at /clean could not be looked at');
  });

  test("a visit writes a picture of the whole page at 320 and at 1280 pixels", async () => {
    const pictures = [320, 1280].map((width) => join(import.meta.dirname, "..", "screenshots", `harness--clean-state--${width}.png`));
    await Promise.all(pictures.map((picture) => rm(picture, { force: true })));
    const page = await opened("/clean");
    await checkPage(page, { picture: { page: "harness", state: "clean state" } });
    expect(pictures.map((picture) => existsSync(picture))).toEqual([true, true]);
  });

  test.each(["with", "without"] as const)("a form can be finished by keyboard alone, %s scripts", async (scripts) => {
    const page = await opened("/clean", scripts);
    const keyboard = keyboardOnly(page);
    await keyboard.fill("Full name", "Amara Nwosu");
    await keyboard.choose("By car");
    await keyboard.choose("More breaks");
    await keyboard.fill("Anything else", "I bring a dog.");
    expect(await keyboard.tabTo(/^Save/, "button")).toEqual({ role: "button", name: "Save and continue" });
    await keyboard.tabBackTo("Anything else");
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await keyboard.follow("Save and continue", "button");
    expect(new URLSearchParams((await sent).postData() ?? "").toString()).toBe(
      "name=Amara+Nwosu&travel=car&help=break&when=Morning&more=I+bring+a+dog.",
    );
  });

  test("what the keyboard cannot reach, choose or type into is an error that lists what it passed", async () => {
    const keyboard = keyboardOnly(await opened("/clean"));
    await expect(keyboard.tabTo("Cancel the meeting")).rejects.toThrow(
      /reaches no stop called Cancel the meeting\. It passed: link "Skip to main content", .*button "Save and continue"/,
    );
    await expect(keyboard.choose("By boat")).rejects.toThrow(/reach no choice called By boat.*radio "By bus", radio "By car"/s);
    await expect(keyboard.fill("Help", "x")).rejects.toThrow('"Help" is a link and takes no text.');
  });
});
