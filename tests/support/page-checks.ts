// One visit, every check: what a page must be before anybody relies on it. What each check promises stands in
// page-checks/fault.ts; what it cannot decide (does the order tell the story? is the picture right?) is left to people.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { devtoolsOf, narrowViewport, takeComplaints, viewOfPage, viewportOf, wideViewport } from "#tests/support/browser.ts";
import type { Exception, Fault, PageExpectations, PageReport } from "#tests/support/page-checks/fault.ts";
import { dressedFocusFaults, keyboardFaults, restoreFocus, singleKeyFaults } from "#tests/support/page-checks/focus.ts";
import { changeFaults, focusAtStart, formFaults } from "#tests/support/page-checks/forms.ts";
import { nameFaults } from "#tests/support/page-checks/names.ts";
import {
  controlContrastFaults,
  growthFaults,
  printFaults,
  rememberTextSizes,
  roomFaults,
  targetFaults,
  textContrastFaults,
} from "#tests/support/page-checks/seeing.ts";
import { helpText, narrowTableFaults, structureFaults } from "#tests/support/page-checks/structure.ts";
import { evaluate, prepared, runInPage, runTogether, type PreparedCheck, type Tools } from "#tests/support/page-checks/tools.ts";
import { bannedWordFaults, readingFaults, textBlocks, valueFaults } from "#tests/support/page-checks/words.ts";

const screenshotFolder = join(import.meta.dirname, "..", "screenshots");
const printTimings = (process.env["PAGE_TIMINGS"] ?? "") !== "";

// WCAG 1.4.12, word for word.
const widerSpacing =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
// A reader's own typeface is often wider than ours. Adjusting the size of the letters makes any fallback as wide as the widest in use,
// so that the check bites the same on a machine with few typefaces.
const ownTypeface = "* { font-family: serif !important; font-size-adjust: 0.6 !important }";
const doubleText = ":root { font-size: 32px !important }";

/**
 * Runs every check on the page as it now stands and reports what is wrong. The page is left as it was found (viewport, colours,
 * focus, answers), unless `mayDisturb` is said. About half a second for an ordinary page.
 */
export async function checkPage(page: Page, expectations: PageExpectations = {}): Promise<PageReport> {
  const { milliseconds, timed } = stopwatch();
  const session = await devtoolsOf(page);
  const view = viewOfPage(page);
  const viewport = page.viewportSize() ?? viewportOf(view);
  const found: Fault[] = [];
  const notes: Fault[] = [];
  const add = (faults: readonly Fault[]): void => void found.push(...faults);
  const help = expectations.help ?? "Stuck? Talk to a person";
  const hasScript = await evaluate<boolean>(session, "document.scripts.length > 0");

  if (view.scripts === "without") await allowOurScripts(session, true);
  try {
    await timed("axe wide", async () => {
      add(await runInPage(session, focusAtStart, null));
      await page.setViewportSize(wideViewport);
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", media: "screen" });
      add(await axeFaults(session, "wide"));
    });
    await timed("document", async () => {
      add(
        await runTogether(session, [
          prepared(setUpNames, null),
          prepared(structureFaults, { language: expectations.language ?? "en-GB", plain: expectations.plain ?? false, help }),
          prepared(nameFaults, null),
          prepared(formFaults, { hasProblems: expectations.hasProblems ?? null }),
          prepared(takeDownNames, null),
          prepared(targetFaults, { situation: "wide" }),
          ...colourChecks("light"),
        ]),
      );
    });
    await timed("words", async () => {
      const blocks = await runInPage(session, textBlocks, { theirWords: expectations.theirWords ?? null });
      const reading = expectations.reading ?? "staff";
      add(bannedWordFaults(blocks, { reading, allowed: expectations.allowedWords ?? [] }));
      add(valueFaults(blocks));
      if (reading === "attendee") (expectations.enforceReading === true ? found : notes).push(...readingFaults(blocks));
    });
    await timed("keyboard", async () => {
      add(await keyboardFaults(session, { questionPage: expectations.questionPage ?? false }));
      if (hasScript && expectations.mayDisturb === true) {
        add(await singleKeyFaults(session));
        add(await runInPage(session, changeFaults, null));
      }
    });
    await timed("wide looks", async () => {
      await page.emulateMedia({ colorScheme: "dark" });
      add(await runTogether(session, colourChecks("dark")));
      await page.emulateMedia({ colorScheme: "light" });
      for (const theme of expectations.themes ?? []) add(await inTheme(session, theme));
      await page.emulateMedia({ forcedColors: "active" });
      add(await runTogether(session, forcedColourChecks));
      await page.emulateMedia({ forcedColors: "none" });
      add(
        await runTogether(session, [
          prepared(rememberTextSizes, null),
          ...wearing(doubleText, [
            prepared(growthFaults, null),
            prepared(roomFaults, { check: "text-size", situation: "twice the text size" }),
          ]),
        ]),
      );
      await page.emulateMedia({ media: "print" });
      const onPaper = { check: "print", situation: "on paper" } as const;
      add(
        await runTogether(session, [
          prepared(printFaults, null),
          prepared(textContrastFaults, onPaper),
          prepared(roomFaults, { ...onPaper, only: "cut" }),
        ]),
      );
      await page.emulateMedia({ media: "screen" });
    });
    if (expectations.picture !== undefined) await timed("picture wide", () => photograph(page, expectations, 1280));
    await timed("narrow looks", async () => {
      await page.setViewportSize(narrowViewport);
      add(
        await runTogether(session, [
          prepared(roomFaults, { check: "reflow", situation: "320 by 256" }),
          prepared(narrowTableFaults, null),
          prepared(targetFaults, { situation: "320 pixels" }),
          prepared(dressedFocusFaults, { check: "focus-covered", situation: "320 by 256", look: "cover" }),
          ...wearing(widerSpacing, [prepared(roomFaults, { check: "text-spacing", situation: "wider spacing at 320 by 256" })]),
          ...wearing(ownTypeface, [prepared(roomFaults, { check: "own-fonts", situation: "the reader's own typeface at 320 by 256" })]),
        ]),
      );
    });
    await timed("axe narrow", async () => add(await axeFaults(session, "narrow")));
    if (expectations.picture !== undefined) await timed("picture narrow", () => photograph(page, expectations, 320));
    const words = help === false ? "" : await runInPage(session, helpText, { help });
    add(takeComplaints(page).map(({ from, message }) => ({ check: "console" as const, where: from, message })));
    const report = {
      address: page.url(),
      title: await page.title(),
      helpText: words,
      ...sorted(found, notes, expectations.except ?? []),
      milliseconds,
    };
    if (printTimings) process.stderr.write(`${timingLine(report)}\n`);
    return report;
  } finally {
    await page.emulateMedia({
      colorScheme: view.colours ?? "light",
      forcedColors: view.forcedColours === true ? "active" : "none",
      media: null,
    });
    await page.setViewportSize(viewport);
    await runInPage(session, restoreFocus, null);
    if (view.scripts === "without") await allowOurScripts(session, false);
  }
}

/** Fails with a list of everything wrong, one line each; passes in silence. */
export async function expectClean(page: Page, expectations: PageExpectations = {}): Promise<PageReport> {
  const report = await checkPage(page, expectations);
  if (report.faults.length > 0) throw new Error(describeFaults(report));
  return report;
}

/** The faults of one page as lines of text: the check, what is wrong, and where. */
export function describeFaults(report: Pick<PageReport, "address" | "title" | "faults">): string {
  const lines = report.faults.map(({ check, where, message }) => `  ${check}: ${message}\n      at ${where}`);
  return [`${report.faults.length} faults on ${report.address} ("${report.title}")`, ...lines].join("\n");
}

/** How long each part of a visit took, on one line. */
export function timingLine(report: Pick<PageReport, "address" | "milliseconds">): string {
  const parts = Object.entries(report.milliseconds).map(([part, spent]) => `${part} ${Math.round(spent)}`);
  const whole = Object.values(report.milliseconds).reduce((total, spent) => total + spent, 0);
  return `${Math.round(whole)} ms ${report.address} (${parts.join(", ")})`;
}

type AxeFinding = { readonly rule: string; readonly says: string; readonly where: string };

let axeSource: Promise<string> | undefined;

async function axeFaults(session: CDPSession, situation: "wide" | "narrow"): Promise<readonly Fault[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  if (await evaluate<boolean>(session, "typeof globalThis.axe === 'undefined'")) await evaluate(session, `${await axeSource}; 0`);
  const findings = await runInPage(session, runAxe, { situation });
  return findings.map(({ rule, says, where }) => ({ check: "axe" as const, where, message: `${rule}: ${says} (${situation})` }));
}

/**
 * Runs inside the page. Contrast is asked of axe once only, as our own check of it is stricter and runs in every dress. Where the
 * narrow page shows the same elements laid out in the same ways as the wide one, only the rules that measure are asked again.
 */
async function runAxe(tools: Tools, settings: { readonly situation: "wide" | "narrow" }): Promise<AxeFinding[]> {
  type Node = { readonly target: readonly unknown[] };
  type Axe = {
    readonly run: (
      root: Document,
      options: object,
    ) => Promise<{ readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly Node[] }[] }>;
  };
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const shape = [...document.querySelectorAll("body *")]
    .map((element) => (tools.isShown(element) ? getComputedStyle(element).display : "-"))
    .join(" ");
  const isMeasuringOnly = settings.situation === "narrow" && tools.memory.get("shape of the wide page") === shape;
  if (settings.situation === "wide") tools.memory.set("shape of the wide page", shape);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const results = await axe.run(document, {
    runOnly: isMeasuringOnly ? { type: "rule", values: ["target-size", "scrollable-region-focusable"] } : { type: "tag", values: tags },
    resultTypes: ["violations"],
    rules:
      settings.situation === "wide"
        ? { "target-size": { enabled: true } }
        : { "color-contrast": { enabled: false }, "target-size": { enabled: true } },
    iframes: false,
    elementRef: false,
    preload: false,
  });
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ rule: id, says: help, where: node.target.join(" ") })));
}

function colourChecks(situation: string): readonly PreparedCheck[] {
  return [
    prepared(textContrastFaults, { check: "text-contrast", situation }),
    prepared(controlContrastFaults, { check: "control-contrast", situation, edgeOnly: false }),
    // In the light, focus is looked at while Tab is really pressed.
    ...(situation === "light" ? [] : [prepared(dressedFocusFaults, { check: "focus-indicator", situation, look: "indicator" })]),
  ];
}

const forcedColourChecks: readonly PreparedCheck[] = [
  prepared(textContrastFaults, { check: "forced-colours", situation: "forced colours" }),
  prepared(controlContrastFaults, { check: "forced-colours", situation: "forced colours", edgeOnly: true }),
  prepared(dressedFocusFaults, { check: "forced-colours", situation: "forced colours", look: "indicator" }),
];

async function inTheme(session: CDPSession, theme: string): Promise<readonly Fault[]> {
  const before = await evaluate<string | null>(session, "document.documentElement.getAttribute('data-theme')");
  return runTogether(session, [prepared(setTheme, { theme }), ...colourChecks(`theme ${theme}`), prepared(setTheme, { theme: before })]);
}

function setTheme(_: Tools, settings: { readonly theme: string | null }): void {
  if (settings.theme === null) document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", settings.theme);
}

function wearing(css: string, checks: readonly PreparedCheck[]): readonly PreparedCheck[] {
  return [prepared(putOn, { css }), ...checks, prepared(takeOff, null)];
}

function putOn(tools: Tools, settings: { readonly css: string }): void {
  tools.memory.set("worn", tools.wear(settings.css));
}

function takeOff(tools: Tools): void {
  (tools.memory.get("worn") as () => void)();
}

function setUpNames(): void {
  (globalThis as unknown as { readonly axe: { readonly setup: (root: Element) => void } }).axe.setup(document.documentElement);
}

function takeDownNames(): void {
  (globalThis as unknown as { readonly axe: { readonly teardown: () => void } }).axe.teardown();
}

/** A page opened with scripts off runs ours for the visit only; its own have been passed over already and stay so. */
async function allowOurScripts(session: CDPSession, allowed: boolean): Promise<void> {
  // The browser ignores a session that asks for what that session already has, so the opposite is asked first.
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  if (allowed) await session.send("Emulation.setScriptExecutionDisabled", { value: false });
}

async function photograph(page: Page, expectations: PageExpectations, width: 320 | 1280): Promise<void> {
  if (expectations.picture === undefined) return;
  const name = [expectations.picture.page, expectations.picture.state, String(width)]
    .map((part) => part.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, ""))
    .join("--");
  await mkdir(screenshotFolder, { recursive: true });
  // The picture shows the page as a person meets it, not the last stop of the keyboard walk.
  await runInPage(await devtoolsOf(page), restoreFocus, null);
  await page.evaluate(() => window.scrollTo({ left: 0, top: 0, behavior: "instant" }));
  await page.screenshot({
    path: join(screenshotFolder, `${name}.png`),
    fullPage: true,
    scale: "css",
    caret: "initial",
    animations: "allow",
  });
}

function sorted(
  found: readonly Fault[],
  notes: readonly Fault[],
  exceptions: readonly Exception[],
): { readonly faults: readonly Fault[]; readonly notes: readonly Fault[] } {
  const isExcused = (fault: Fault): boolean =>
    exceptions.some(
      ({ check, where }) => check === fault.check && (where === undefined || fault.where.includes(where) || fault.message.includes(where)),
    );
  const once = new Map(found.map((fault) => [`${fault.check} ${fault.where} ${fault.message}`, fault]));
  const all = [...once.values()];
  return { faults: all.filter((fault) => !isExcused(fault)), notes: [...notes, ...all.filter(isExcused)] };
}

function stopwatch(): {
  readonly milliseconds: Record<string, number>;
  readonly timed: (part: string, work: () => Promise<void>) => Promise<void>;
} {
  const milliseconds: Record<string, number> = {};
  async function timed(part: string, work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work();
    milliseconds[part] = performance.now() - start;
  }
  return { milliseconds, timed };
}
