// Pages: how many a second against the stock server on the same build and the same data, and how many bytes reach a person.
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Bench } from "./bench.ts";
import { ask, firstCheckboxIn, headingOf, loadPage, pressButton, type Load } from "./browsing.ts";
import type { Figure, Finding, Limit } from "./figures.ts";
import { inTurns, ratiosOf, summaryOf } from "./rounds.ts";
import { printedLinks, startServer, type RunningApp } from "./running-app.ts";

const connections = 20;
const kilobyte = 1024;
/** What one round trip of a new connection carries, and what a first visit may weigh (promises.md S-d, decision 43). */
const attendeeHtmlMost = 14 * kilobyte;
const staffHtmlMost = 120 * kilobyte;
const firstVisitMost = 50 * kilobyte;

type PageToMeasure = { readonly name: string; readonly path: string; readonly cookie: string };

/** Answers a second and bytes of the start page, an attendee's pages and the coordinator's plan. */
export const pagesBench: Bench = async ({ installation, rounds, roundMilliseconds }) => {
  const place = await installation.withExample();
  const ours = await startServer("ours", place);
  let stock: RunningApp | undefined;
  try {
    stock = await startServer("stock", place);
    const { landing, taskList, question, plan } = await findPages(ours);
    const findings: Finding[] = [];
    for (const page of [{ name: "start page", path: "/", cookie: taskList.cookie }, taskList, plan]) {
      if ("because" in page) findings.push({ kind: "not-measured", bench: "pages", ...page });
      else findings.push(...(await race(page, { ours, stock, rounds, roundMilliseconds })));
    }
    findings.push(...(await weigh(ours, taskList, attendeeHtmlMost)), ...(await weigh(ours, question, attendeeHtmlMost)));
    if (!("because" in plan)) findings.push(...(await weigh(ours, plan, staffHtmlMost)));
    findings.push(...(await weighFirstVisit(ours, landing)), ...(await weighFirstVisit(ours, taskList)));
    const memory = { ours: ours.memory(), stock: stock.memory() };
    for (const [who, held] of Object.entries(memory)) {
      if (held === null) continue;
      const limit: Limit = { level: "must", is: "at most", value: 300 };
      findings.push({ ...figure(`memory of ${who === "ours" ? "our server" : "the stock server"} after the load`, "MB"), value: held.now });
      if (held.most !== null && who === "ours")
        findings.push({ ...figure("most memory our server ever had", "MB"), value: held.most, limit });
    }
    return findings;
  } finally {
    await stock?.stop();
    await ours.stop();
  }
};

type FoundPages = {
  readonly landing: PageToMeasure;
  readonly taskList: PageToMeasure;
  readonly question: PageToMeasure;
  readonly plan: PageToMeasure | { readonly name: string; readonly because: string };
};

/** Goes in by the printed links, as a person would, and notes where the pages are. */
async function findPages(app: RunningApp): Promise<FoundPages> {
  const links = await printedLinks(app);
  const pathFor = (who: RegExp): string => {
    const found = links.find((link) => who.test(link.who));
    if (found === undefined)
      throw new Error(`The server printed no link for ${who.source}: it printed ${links.map((link) => link.who).join(", ") || "none"}`);
    return found.path;
  };
  const landingPath = pathFor(/attendee/iu);
  const attendee = await pressButton(app.address, landingPath);
  const topics = await ask(`${app.address}${attendee.leadsTo}/access/topics`, { cookie: attendee.cookie });
  const box = firstCheckboxIn(topics.text);
  if (box === null) throw new Error("The page of access topics has no box to tick");
  const answered = await pressButton(app.address, `${attendee.leadsTo}/access/topics`, {
    cookie: attendee.cookie,
    fields: { [box.name]: box.value },
  });

  const coordinator = await pressButton(app.address, pathFor(/coordinator/iu));
  const planPath = `/meetings/${attendee.leadsTo.split("/").at(-1) ?? ""}/plan`;
  const plan = await ask(app.address + planPath, { cookie: coordinator.cookie });
  return {
    landing: { name: "private link", path: landingPath, cookie: "" },
    taskList: { name: "attendee task list", path: attendee.leadsTo, cookie: attendee.cookie },
    question: { name: "attendee access question", path: answered.leadsTo, cookie: attendee.cookie },
    plan:
      plan.status === 200
        ? { name: "plan page", path: planPath, cookie: coordinator.cookie }
        : { name: "plan page", because: `its address answers with ${plan.status} in this build` },
  };
}

async function race(
  page: PageToMeasure,
  { ours, stock, rounds, roundMilliseconds }: { ours: RunningApp; stock: RunningApp; rounds: number; roundMilliseconds: number },
): Promise<readonly Finding[]> {
  const { name, path, cookie } = page;
  const headings = await Promise.all([ours, stock].map(async (app) => headingOf((await ask(app.address + path, { cookie })).text)));
  if (headings[0] === "" || headings[0] !== headings[1])
    throw new Error(`The ${name} is not the same page on both servers: "${headings[0] ?? ""}" and "${headings[1] ?? ""}"`);

  const run = (app: RunningApp) => async (): Promise<Load & { readonly processorMilliseconds: number }> => {
    const before = app.processorMilliseconds();
    const load = await loadPage(app.address + path, { cookie, connections, milliseconds: roundMilliseconds / 2 });
    const after = app.processorMilliseconds();
    return { ...load, processorMilliseconds: before === null || after === null ? Number.NaN : (after - before) / load.answers };
  };
  await run(ours)();
  await run(stock)();
  // Twice as many rounds of half the length: the shorter a round, the likelier that both peers met the same machine.
  const loads = await inTurns({ ours: run(ours), stock: run(stock) }, rounds * 2);
  const rates = { ours: loads.ours.map((load) => load.perSecond), stock: loads.stock.map((load) => load.perSecond) };
  const slowest = { ours: loads.ours.map((load) => load.p99Milliseconds), stock: loads.stock.map((load) => load.p99Milliseconds) };
  const worked = {
    ours: loads.ours.map((load) => load.processorMilliseconds),
    stock: loads.stock.map((load) => load.processorMilliseconds),
  };
  return [
    { ...figure(`${name}, ours`, "requests/s"), ...summaryOf(rates.ours) },
    { ...figure(`${name}, stock server`, "requests/s"), ...summaryOf(rates.stock) },
    {
      ...figure(`${name}, requests/s against the stock server`, "×"),
      ...summaryOf(ratiosOf(rates.ours, rates.stock)),
      limit: { level: name === "plan page" ? "must" : "goal", is: "at least", value: 1.5 },
    },
    ...(worked.ours.some(Number.isNaN)
      ? []
      : [
          { ...figure(`${name}, ours, processor time for each`, "ms"), ...summaryOf(worked.ours) },
          {
            ...figure(`${name}, processor time for each, the stock server's against ours`, "×"),
            ...summaryOf(ratiosOf(worked.stock, worked.ours)),
          },
        ]),
    { ...figure(`${name}, ours, p99 at ${connections} connections`, "ms"), ...summaryOf(slowest.ours) },
    { ...figure(`${name}, stock server, p99 at ${connections} connections`, "ms"), ...summaryOf(slowest.stock) },
  ];
}

/** Compressed sizes of one page, and the bytes of script it brings. */
async function weigh(app: RunningApp, { name, path, cookie }: PageToMeasure, most: number): Promise<readonly Finding[]> {
  const page = await requirePage(app, path, cookie);
  const limit: Limit = { level: "must", is: "at most", value: most };
  return [
    { ...figure(`${name}, HTML as sent with gzip`, "bytes"), value: page.sent.length, limit },
    { ...figure(`${name}, HTML by gzip -9`, "bytes"), value: gzipSync(page.text, { level: 9 }).length, limit },
    { ...figure(`${name}, HTML by brotli`, "bytes"), value: brotliCompressSync(page.text).length, limit },
    {
      ...figure(`${name}, script`, "bytes"),
      value: await scriptBytes(app, page.text, cookie),
      limit: { level: "must", is: "at most", value: 0 },
    },
  ];
}

/** Everything a browser that was never here fetches before it has drawn the page: HTML, style sheets and preloaded typefaces. */
async function weighFirstVisit(app: RunningApp, { name, path, cookie }: PageToMeasure): Promise<readonly Finding[]> {
  const page = await requirePage(app, path, cookie);
  let bytes = page.sent.length;
  for (const [tag] of page.text.matchAll(/<link\b[^>]*>/gu)) {
    if (!/\brel="(?:stylesheet|preload)"/u.test(tag)) continue;
    const href = /\bhref="([^"]*)"/u.exec(tag)?.[1];
    if (href !== undefined) bytes += (await requirePage(app, href, cookie)).sent.length;
  }
  bytes += await scriptBytes(app, page.text, cookie);
  return [
    { ...figure(`${name}, whole first visit`, "bytes"), value: bytes, limit: { level: "must", is: "at most", value: firstVisitMost } },
  ];
}

/** Bytes of script written in a page and fetched by it, as sent; handlers in attributes and preloaded modules count too. */
async function scriptBytes(app: RunningApp, html: string, cookie: string): Promise<number> {
  let bytes = 0;
  for (const [, attributes = "", inside = ""] of html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gu)) {
    bytes += Buffer.byteLength(inside);
    const src = /\bsrc="([^"]*)"/u.exec(attributes)?.[1];
    if (src !== undefined) bytes += (await requirePage(app, src, cookie)).sent.length;
  }
  for (const [, handler = ""] of html.matchAll(/\son[a-z]+="([^"]*)"/gu)) bytes += Buffer.byteLength(handler);
  for (const [tag] of html.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*>/gu)) {
    const href = /\bhref="([^"]*)"/u.exec(tag)?.[1];
    if (href !== undefined) bytes += (await requirePage(app, href, cookie)).sent.length;
  }
  return bytes;
}

async function requirePage(app: RunningApp, path: string, cookie: string) {
  const answer = await ask(new URL(path, app.address).href, { cookie });
  if (answer.status !== 200) throw new Error(`A page to be weighed was answered with ${answer.status}`);
  return answer;
}

function figure(name: string, unit: string): Pick<Figure, "kind" | "bench" | "name" | "unit"> {
  return { kind: "figure", bench: "pages", name, unit };
}
