// One page of every route that links lead to, looked at as whoever may open it. A new route is looked at from the day a
// link leads to it; the other rounds look at its other states.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext } from "playwright-core";
import type { ServerBuild } from "@remix-run/server-runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAvailable, closeBrowser, closeContext, openContext } from "#tests/support/browser.ts";
import { enterBy, startExample, type ExampleApp } from "#tests/support/example-app.ts";
import { servedRoutes } from "#tests/support/routes.ts";
import { expectStatesClean, type Visit } from "#tests/support/visit-states.ts";

const openness = (pattern: string): number => (pattern.endsWith("*") ? Infinity : pattern.split(":").length);

type Pattern = { readonly pattern: string; readonly hasPage: boolean; readonly matches: RegExp };

// Pages that people come to by a form, a message or a link made for them: the other rounds look at these.
const reachedOtherwise: readonly string[] = [
  "/*",
  "/i/:token",
  "/i/:token/not-me",
  "/my/m/:ref/coming/no",
  "/meetings/:reference/attendance/:pid",
  "/meetings/:reference/feedback/words",
  "/meetings/:reference/cancel/confirm",
  "/meetings/:reference/dates/choose",
  "/meetings/:reference/edit/poll",
  "/meetings/:reference/invite/message",
  "/meetings/:reference/leave-safely/together",
  "/meetings/:reference/paper-claims",
  "/meetings/:reference/paper-claims/:cid",
  "/meetings/:reference/paper-claims/:cid/costs/:lid",
  "/meetings/:reference/people/:pid/phone/:step",
  "/meetings/:reference/people/:pid/phone/adviser",
  "/meetings/:reference/people/:pid/phone/before",
  "/meetings/:reference/people/:pid/phone/dates",
  "/meetings/:reference/people/:pid/phone/no",
  "/meetings/:reference/people/:pid/phone/review",
  "/meetings/:reference/people/:pid/phone/twice",
  "/meetings/:reference/private-letters",
  "/meetings/:reference/sunset",
  "/meetings/:reference/venue/messages/:message",
  "/meetings/:reference/venue/requests/:rid",
  "/meetings/:reference/venues/choose",
  "/venues/:vid/messages/:message",
  "/venues/:vid/requests/:rid",
  "/my/copy/read",
  "/my/m/:ref/access/ask/:topic",
  "/my/deleted",
  "/people/:pid/delete",
  "/settings/privacy/:asked",
  "/my/m/:ref/access/review",
  "/my/m/:ref/twice",
  "/my/m/:ref/before/:rid",
  "/my/m/:ref/claim",
  "/my/m/:ref/claim/check",
  "/my/m/:ref/claim/costs",
  "/my/m/:ref/claim/costs/:lid",
  "/my/m/:ref/claim/costs/new",
  "/my/m/:ref/claim/done",
  "/my/m/:ref/claim/problem",
  "/my/m/:ref/claim/time",
  "/my/m/:ref/claim/vouchers",
  "/my/m/:ref/dates",
  "/my/m/:ref/feedback",
  "/my/m/:ref/feedback/:step",
  "/my/m/:ref/outcomes",
  "/my/m/:ref/leave-safely",
  "/my/m/:ref/pay/adviser",
  "/my/m/:ref/pay/bank",
  "/my/m/:ref/pay/charity",
  "/my/m/:ref/pay/check-answers",
  "/my/m/:ref/pay/choose",
  "/my/m/:ref/pay/done",
  "/my/m/:ref/questions",
  "/my/m/:ref/pay/how",
  "/payments/account",
  "/payments/authorise/together",
  "/payments/batches/:bid",
  "/payments/batches/:bid/export",
  "/payments/batches/:bid/paid",
  "/payments/batches/:bid/print",
  "/payments/batches/:bid/remittance",
  "/payments/batches/:bid/review",
  "/payments/batches/new/check",
  "/payments/claims/:cid/bank",
  "/payments/claims/:cid/form/read/:document",
  "/people/:pid/merge/:other",
  "/people/:pid/merges/:merge",
  "/payments/claims/:cid/codes",
  "/payments/claims/new-from-paper",
  "/payments/complaints/:complaint",
  "/payments/vouchers/:voucher",
  "/payments/vouchers/give/:cid",
  "/people/import/:iid",
  "/settings/people/:sid/remove",
  "/setup",
  "/sign-in/check-email",
  "/sign-in/confirm/:token",
  "/sign-in/join/:token",
  "/suppliers/:supplier",
  "/suppliers/import/:iid",
  "/v/:token",
  "/v/checklist/:rid/:topic",
  "/v/checklist/:rid/check",
  "/v/checklist/:rid/closed",
  "/v/checklist/:rid/done",
  "/v/checklist/:rid/facts",
  "/v/checklist/:rid/photos/building",
  "/v/checklist/:rid/print",
  "/v/checklist/:rid/someone-else",
  "/venues/:vid/facts-file/:iid",
  "/venues/:vid/problems/:problem",
  "/venues/import/:iid",
];

// Words that stand in the compiled facts, which the catalogue repeats letter for letter.
const expectations: Readonly<Record<string, NonNullable<Visit["expect"]>>> = {
  "/meetings/:reference/requirements/:rid": { allowedWords: ["helper"] },
  // A supplier who said no, as experience.md 2.6.3 names it: not somebody who chose less money.
  "/meetings/:reference/bookings/:bid": { allowedWords: ["declined"] },
  "/payments/layouts/:layout": {
    except: [{ check: "value-formats", because: "it shows a file letter for letter", lookedAtOn: "2026-11-22" }],
  },
  // The letter names guidance by its own title.
  "/my/m/:ref/pay/letter": { allowedWords: ["service user"] },
};

/** The first address of every route with a page that links lead to, from one page on. */
async function oneOfEach(context: BrowserContext, baseUrl: string, first: string, patterns: readonly Pattern[]): Promise<readonly Visit[]> {
  const found = new Map<string, string>();
  const known = new Set([first]);
  const queue = [first];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { pathname } = new URL(path, baseUrl);
    const route = patterns.find(({ matches }) => matches.test(pathname));
    if (route === undefined || !route.hasPage || found.has(route.pattern)) continue;
    const answer = await context.request.get(new URL(path, baseUrl).href);
    if (answer.status() !== 200 || new URL(answer.url()).pathname !== pathname) continue;
    found.set(route.pattern, path);
    for (const [, href = ""] of (await answer.text()).matchAll(/<a\b[^>]*\bhref="([^"#]+)/gu)) {
      const target = new URL(href.replace(/&amp;/gu, "&"), new URL(path, baseUrl));
      const address = target.pathname + target.search;
      if (target.origin !== baseUrl || known.has(address)) continue;
      known.add(address);
      queue.push(address);
    }
  }
  return [...found].map(([pattern, path]) => ({ page: `by link ${pattern}`, path, expect: expectations[pattern] ?? {} }));
}

describe.skipIf(!browserAvailable)("one page of every route that links lead to", { timeout: 600_000 }, () => {
  let app: ExampleApp;
  let patterns: readonly Pattern[];
  beforeAll(async () => {
    const build = (await import(pathToFileURL(join(process.cwd(), "build", "server", "index.js")).href)) as ServerBuild;
    patterns = servedRoutes(build)
      .toSorted((one, other) => openness(one.pattern) - openness(other.pattern))
      .map(({ pattern, hasPage }) => ({
        pattern,
        hasPage,
        matches: new RegExp(`^${pattern.replace(/\*/gu, ".*").replace(/:[^/.]+\??/gu, "[^/]+")}/?$`, "u"),
      }));
    app = await startExample();
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await app?.stop();
  });

  test.each([
    ["a coordinator", "Coordinator", "staff"],
    ["somebody in finance who checks", "Finance, checks", "staff"],
    ["an attendee", "Attendee", "attendee"],
  ] as const)("that %s meets", async (_who, part, reading) => {
    const context = await openContext();
    const first = new URL(await enterBy(context, app.linkOf(part))).pathname;
    const visits = await oneOfEach(context, app.baseUrl, first, patterns);
    expect(visits.length).toBeGreaterThan(10);
    await closeContext(context);
    await expectStatesClean({
      baseUrl: app.baseUrl,
      signIn: (own) => enterBy(own, app.linkOf(part)),
      visits,
      pictures: "none",
      expect: { plain: true, reading },
    });
  });

  test("and every other route with a page is known to be reached in another way", async () => {
    const reached = new Set<string>();
    for (const part of ["Coordinator", "Finance, checks", "Finance, authorises", "Attendee"]) {
      const context = await openContext();
      const first = new URL(await enterBy(context, app.linkOf(part))).pathname;
      for (const { page } of await oneOfEach(context, app.baseUrl, first, patterns)) reached.add(page.replace("by link ", ""));
      await closeContext(context);
    }
    const others = patterns.filter(({ pattern, hasPage }) => hasPage && !reached.has(pattern)).map(({ pattern }) => pattern);
    expect(others.toSorted()).toEqual(reachedOtherwise.toSorted());
  });
});
