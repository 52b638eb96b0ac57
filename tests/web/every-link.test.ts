// Every link on every page that the people of the example can reach leads somewhere, whoever follows it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, origin, Visitor, type App } from "#tests/support/app.ts";
import { servedRoutes } from "#tests/support/routes.ts";

let app: App;
let patterns: readonly { readonly pattern: string; readonly matches: RegExp }[];

beforeAll(async () => {
  app = await openApp({ withExample: true });
  patterns = servedRoutes(app.build)
    .map(({ pattern }) => pattern)
    .sort((one, other) => openness(one) - openness(other))
    .map((pattern) => ({ pattern, matches: new RegExp(`^${pattern.replace(/\*/gu, ".*").replace(/:[^/.]+\??/gu, "[^/]+")}/?$`, "u") }));
});
afterAll(() => app.close());

const openness = (pattern: string): number => (pattern.endsWith("*") ? Infinity : pattern.split(":").length);
const patternOf = (path: string): string => patterns.find(({ matches }) => matches.test(path))?.pattern ?? "";

// Pages of one pattern differ by their ids, and a few of each tell as much as all. A paper of many sheets takes longer than a page.
const mostOfOnePattern = 4;
const mostPapersOfOnePattern = 1;

/** Follows links from a page on, nearest first. Gives what was reached and every link that led nowhere, with the page it is on. */
async function followAll(
  visitor: Visitor,
  from: string,
): Promise<{ readonly reached: ReadonlySet<string>; readonly broken: readonly string[] }> {
  const reached = new Set<string>();
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const known = new Set<string>([from]);
  const queue: { readonly address: string; readonly on: string }[] = [{ address: from, on: "(the printed link)" }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { pathname, search } = new URL(next.address, origin);
    const pattern = patternOf(pathname);
    // A page asked with something after the question mark is a state of its own.
    const kind = `${pattern}?${[...new URLSearchParams(search).keys()].join()}`;
    const isPaper = /\.(?:pdf|csv|ics|txt|json|docx|zip)$/u.test(pathname);
    const most = isPaper ? mostPapersOfOnePattern : mostOfOnePattern;
    const count = counts.get(kind) ?? 0;
    if (count >= most) continue;
    counts.set(kind, count + 1);
    const answer = await visitor.follow(pathname + search);
    reached.add(pattern);
    if (answer.status !== 200) {
      broken.push(`${next.on} has a link to ${pathname}${search}, which answers ${answer.status}`);
      continue;
    }
    if (!(answer.headers.get("Content-Type") ?? "").startsWith("text/html")) continue;
    for (const [, href = ""] of answer.html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/gu)) {
      const target = new URL(href.replace(/&amp;/gu, "&"), new URL(next.address, origin));
      if (target.origin !== origin || target.pathname.startsWith("/assets/")) continue;
      const hash = decodeURIComponent(target.hash.slice(1));
      if (target.pathname === pathname && hash !== "" && !answer.html.includes(`id="${hash}"`))
        broken.push(`${pathname} has a link to #${hash}, and no part of that name`);
      const address = target.pathname + target.search;
      if (known.has(address)) continue;
      known.add(address);
      queue.push({ address, on: pathname });
    }
  }
  return { reached, broken };
}

describe("every link", () => {
  test.each([
    ["a coordinator", "Coordinator", "/today"],
    ["somebody in finance who checks", "Finance, checks", "/today"],
    ["somebody in finance who authorises", "Finance, authorises", "/today"],
    ["an attendee", "Attendee", null],
  ])(
    "that %s meets leads to a page",
    async (_who, part, first) => {
      const visitor = await new Visitor(app).signInAs(part);
      const links = await app.fromBuild.exampleLinks();
      const own = links.find(({ who }) => who.startsWith(part))?.address ?? "";
      const { reached, broken } = await followAll(visitor, first ?? (await homeBehind(visitor, own)));
      expect(broken).toEqual([]);
      expect(reached.size).toBeGreaterThan(10);
    },
    120_000,
  );
});

/** Where a private link leads once its button is pressed. */
async function homeBehind(visitor: Visitor, link: string): Promise<string> {
  const answer = await visitor.submit(new URL(link).pathname, {});
  return answer.location ?? "";
}
