// Which browser the tests drive, and how a page is opened in it. Our own content security policy stays in force:
// what the tests see is what people see. The checks themselves live in page-checks.ts.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type CDPSession, type Page } from "playwright-core";

/** How a page is looked at. Left out: scripts on, 1280 by 1024, light, the usual colours and motion. */
export type View = {
  readonly scripts?: "with" | "without";
  readonly viewport?: "wide" | "narrow" | { readonly width: number; readonly height: number };
  readonly colours?: "light" | "dark";
  readonly forcedColours?: boolean;
  readonly motion?: "usual" | "reduced";
};

/** Something the browser complained about while a page was open: a script error, a refused style, a file that did not come. */
export type Complaint = { readonly from: string; readonly message: string };

/** 1280 by 1024 CSS pixels: a small laptop. */
export const wideViewport = { width: 1280, height: 1024 } as const;
/** 320 by 256 CSS pixels: the wide viewport at 400% zoom. */
export const narrowViewport = { width: 320, height: 256 } as const;

type BrowserChoice =
  | { readonly kind: "installed"; readonly path: string }
  | { readonly kind: "bundled"; readonly packageFolder: string; readonly version: string }
  | { readonly kind: "none" };

// The package's own arguments are left out on purpose: --single-process kills the browser with its first context,
// and --disable-web-security would hide faults.
// There is no graphics card to draw with on a test machine; saying so saves the browser the attempt.
const launchArguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

const choice = chooseBrowser();

/** True where a browser can be started. Use it as `describe.skipIf(!browserAvailable)`. */
export const browserAvailable: boolean = choice.kind !== "none";

if (!browserAvailable) {
  process.stderr.write("\n*** BROWSER TESTS SKIPPED: no Chromium here. Install Chrome or Chromium, or set CHROMIUM to its path. ***\n\n");
}

let opening: Promise<Browser> | undefined;
const viewOf = new WeakMap<BrowserContext, View>();
const complaintsOf = new WeakMap<Page, Complaint[]>();
const sessionOf = new WeakMap<Page, Promise<CDPSession>>();

/** The one browser of this test process, started when first asked for. Throws in one sentence where there is none. */
export function openBrowser(): Promise<Browser> {
  opening ??= launch();
  return opening;
}

/** Ends the browser of this test process, if one was started. Call it in `afterAll`. */
export async function closeBrowser(): Promise<void> {
  const started = opening;
  opening = undefined;
  if (started !== undefined) await (await started).close();
}

/** A fresh context seen as `view` says. `state` brings the cookies of an earlier one, so that one sign-in serves many. */
export async function openContext(view: View = {}, state?: NonNullable<BrowserContextOptions["storageState"]>): Promise<BrowserContext> {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: viewportOf(view),
    javaScriptEnabled: view.scripts !== "without",
    colorScheme: view.colours ?? "light",
    forcedColors: view.forcedColours === true ? "active" : "none",
    reducedMotion: view.motion === "reduced" ? "reduce" : "no-preference",
    locale: "en-GB",
    timezoneId: "Europe/London",
    serviceWorkers: "block",
    ...(state === undefined ? {} : { storageState: state }),
  });
  viewOf.set(context, view);
  context.on("page", listen);
  return context;
}

/**
 * Ends a context with its pages, once they have arrived where they were going: a browser asked to close a page in the
 * middle of going to another may forget it was asked, and then the test waits for ever.
 */
export async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.waitForLoadState("load")));
  await context.close();
}

/** A page in a context of its own. Closing it is `closeContext(page.context())`. */
export async function openPage(view: View = {}): Promise<Page> {
  return (await openContext(view)).newPage();
}

/** How the page's context was opened; the usual view for a context made elsewhere. */
export function viewOfPage(page: Page): View {
  return viewOf.get(page.context()) ?? {};
}

/** The viewport of a view, in CSS pixels. */
export function viewportOf(view: View): { width: number; height: number } {
  if (view.viewport === "narrow") return { ...narrowViewport };
  if (view.viewport === undefined || view.viewport === "wide") return { ...wideViewport };
  return { ...view.viewport };
}

/** What the browser complained about on this page since it was last asked; asking empties the list. */
export function takeComplaints(page: Page): readonly Complaint[] {
  return complaintsOf.get(page)?.splice(0) ?? [];
}

/** A direct line to the browser's own tools for this page. One a page; it ends with the page. */
export function devtoolsOf(page: Page): Promise<CDPSession> {
  const open = sessionOf.get(page) ?? page.context().newCDPSession(page);
  sessionOf.set(page, open);
  return open;
}

function chooseBrowser(): BrowserChoice {
  const asked = process.env["CHROMIUM"];
  if (asked !== undefined && asked !== "") {
    if (!existsSync(asked)) throw new Error(`CHROMIUM is set to ${asked}, and there is no such file.`);
    return { kind: "installed", path: asked };
  }
  const installed = installedBrowsers().find((path) => existsSync(path));
  if (installed !== undefined) return { kind: "installed", path: installed };
  if (process.platform !== "linux" || process.arch !== "x64") return { kind: "none" };
  try {
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const packageFolder = dirname(dirname(entry));
    const described: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    const version = typeof described === "object" && described !== null && "version" in described ? String(described.version) : "unknown";
    return { kind: "bundled", packageFolder, version };
  } catch {
    // The package is a development dependency; a production install has none, and then there is no browser to test with.
    return { kind: "none" };
  }
}

function installedBrowsers(): readonly string[] {
  if (process.platform === "darwin") {
    return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
  }
  if (process.platform === "win32") {
    const roots = [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]];
    return roots.flatMap((root) => (root === undefined ? [] : [join(root, "Google", "Chrome", "Application", "chrome.exe")]));
  }
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/opt/google/chrome"].filter((folder) => folder !== "");
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function launch(): Promise<Browser> {
  if (choice.kind === "none") throw new Error("There is no Chromium here: install Chrome or Chromium, or set CHROMIUM to its path.");
  if (choice.kind === "installed") return chromium.launch({ executablePath: choice.path, args: launchArguments });
  const folder = await unpackBundled(choice.version);
  return chromium.launch({ executablePath: join(folder, "chromium"), args: launchArguments, env: environmentFor(folder) });
}

/**
 * The folder that holds the browser of the npm package, unpacked. The package unpacks straight into the temporary
 * folder, where a second test process would start a half-written program; so it is unpacked aside and moved into place whole.
 */
async function unpackBundled(version: string): Promise<string> {
  const folder = join(tmpdir(), `welcome-table-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const aside = mkdtempSync(join(tmpdir(), "welcome-table-unpacking-"));
  const temporaryFolder = process.env["TMPDIR"];
  try {
    process.env["TMPDIR"] = aside;
    // The package brings the libraries it needs (NSS), and unpacks them only where it believes it runs on this service.
    process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs22.x";
    const { default: bundled } = await import("@sparticuz/chromium");
    await bundled.executablePath();
  } finally {
    if (temporaryFolder === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporaryFolder;
  }
  mkdirSync(join(aside, "font-cache"), { recursive: true });
  writeFileSync(join(aside, "fonts.conf"), fontSettings(folder));
  try {
    renameSync(aside, folder);
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw new Error(`The browser could not be put in ${folder}.`, { cause });
  }
  return folder;
}

/** The package's own font settings name folders that exist on one cloud service only. */
function fontSettings(folder: string): string {
  const places = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"].map((place) => `  <dir>${place}</dir>`);
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    ...places,
    `  <cachedir>${join(folder, "font-cache")}</cachedir>`,
    "</fontconfig>",
    "",
  ].join("\n");
}

function environmentFor(folder: string): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const libraries = [join(folder, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter((path) => path !== undefined && path !== "");
  return { ...Object.fromEntries(known), LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_FILE: join(folder, "fonts.conf") };
}

function listen(page: Page): void {
  const complaints: Complaint[] = [];
  complaintsOf.set(page, complaints);
  page.on("pageerror", (error) => complaints.push({ from: page.url(), message: `A script stopped: ${error.message}` }));
  page.on("console", (said) => {
    // A page answered with 404 or 422 is reported by the browser as a failed file; for the page itself that answer is meant.
    const isThePageItself = said.text().startsWith("Failed to load resource") && sameAddress(said.location().url, page.url());
    if (said.type() === "error" && !isThePageItself) complaints.push({ from: page.url(), message: `The browser said: ${said.text()}` });
  });
  page.on("requestfailed", (request) => {
    if (request.isNavigationRequest() || request.failure()?.errorText === "net::ERR_ABORTED") return;
    complaints.push({ from: page.url(), message: `${request.url()} did not come: ${request.failure()?.errorText ?? "no reason given"}` });
  });
}

function sameAddress(one: string, other: string): boolean {
  return one.split("#")[0] === other.split("#")[0];
}
