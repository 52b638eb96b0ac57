// Many pages in many states with one sign-in: opens each, runs every check, and compares the pages with one another.
import type { BrowserContext, Page } from "playwright-core";
import { closeContext, openContext, takeComplaints, type View } from "#tests/support/browser.ts";
import { checkPage, describeFaults } from "#tests/support/page-checks.ts";
import type { Fault, PageExpectations, PageReport } from "#tests/support/page-checks/fault.ts";

/** One page in one state. */
export type Visit = {
  /** The page's own name, the same for all its states: it names screenshots, and titles may repeat within it. */
  readonly page: string;
  /** "usual", "empty", "error" and so on. Default "usual". */
  readonly state?: string;
  /** The address, from the base address on. */
  readonly path: string;
  /** What a person does there to reach the state (send an empty form, open a disclosure). */
  readonly reach?: (page: Page) => Promise<void>;
  readonly expect?: PageExpectations;
};

export type Round = {
  readonly baseUrl: string;
  readonly visits: readonly Visit[];
  /** Run once; the cookies it leaves serve every visit. */
  readonly signIn?: (context: BrowserContext) => Promise<unknown>;
  readonly view?: View;
  /** What holds for every page of the round; a visit's own expectations win. */
  readonly expect?: PageExpectations;
  /** Screenshots of every state at 320 and 1280 pixels, where PICTURES or TEST_FULL asks for them: they find nothing by themselves. */
  readonly pictures?: "taken" | "none";
  /** How many pages are looked at side by side. Default 2. */
  readonly atOnce?: number;
};

/** What a round found: a report for each visit, in the order asked for, and what only shows when pages are compared. */
export type RoundReport = { readonly reports: readonly (PageReport & { readonly visit: Visit })[]; readonly between: readonly Fault[] };

/** Visits every state of the round. A page that does not open, or whose state cannot be reached, stops the round and says which. */
export async function visitStates(round: Round): Promise<RoundReport> {
  const first = await openContext(round.view);
  await round.signIn?.(first);
  const state = await first.storageState();
  const queue = [...round.visits.entries()];
  const reports = new Map<number, PageReport & { readonly visit: Visit }>();

  async function work(context: BrowserContext): Promise<void> {
    // One page serves all visits of a context: a new one for each costs a quarter of a second.
    const page = await context.newPage();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, visit] = next;
      reports.set(index, { ...(await lookAt(page, round, visit)), visit });
    }
    await closeContext(context);
  }

  const others = Array.from({ length: Math.min(round.atOnce ?? 2, round.visits.length) - 1 }, () => openContext(round.view, state));
  await Promise.all([work(first), ...(await Promise.all(others)).map(work)]);
  const inOrder = [...reports].sort(([one], [other]) => one - other).map(([, report]) => report);
  return { reports: inOrder, between: comparePages(inOrder) };
}

/** Visits every state and fails with one list of everything wrong on any page or between pages. */
export async function expectStatesClean(round: Round): Promise<RoundReport> {
  const report = await visitStates(round);
  const faulty = report.reports.filter(({ faults }) => faults.length > 0);
  const lines = faulty.map((page) => `${page.visit.page}, ${page.visit.state ?? "usual"}: ${describeFaults(page)}`);
  if (report.between.length > 0)
    lines.push(describeFaults({ address: round.baseUrl, title: "all pages compared", faults: report.between }));
  if (lines.length > 0) throw new Error(lines.join("\n\n"));
  return report;
}

const takesPictures = process.env["PICTURES"] === "1" || process.env["TEST_FULL"] === "1";

async function lookAt(page: Page, round: Round, visit: Visit): Promise<PageReport> {
  takeComplaints(page);
  const state = visit.state ?? "usual";
  try {
    const answer = await page.goto(new URL(visit.path, round.baseUrl).href);
    if (answer === null || answer.status() >= 500) throw new Error(`It answered ${answer?.status() ?? "nothing"}`);
    await visit.reach?.(page);
    const picture = round.pictures === "none" || !takesPictures ? {} : { picture: { page: visit.page, state } };
    return await checkPage(page, { mayDisturb: true, ...picture, ...round.expect, ...visit.expect });
  } catch (cause) {
    throw new Error(`The page "${visit.page}" in the state "${state}" at ${visit.path} could not be looked at`, { cause });
  }
}

function comparePages(reports: RoundReport["reports"]): readonly Fault[] {
  const titles = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { visit, title } of reports) {
    const holder = titles.get(title);
    if (holder === undefined) titles.set(title, visit.page);
    else if (holder !== visit.page)
      faults.push({ check: "unique-titles", where: visit.path, message: `"${title}" is also the title of the page "${holder}"` });
  }
  const withHelp = reports.filter(({ helpText }) => helpText !== "");
  const [model] = withHelp;
  for (const { visit, helpText } of withHelp) {
    if (model !== undefined && helpText !== model.helpText) {
      faults.push({
        check: "same-help",
        where: visit.path,
        message: `The way to a person reads "${helpText}", and on "${model.visit.page}" it reads "${model.helpText}"`,
      });
    }
  }
  return faults;
}
