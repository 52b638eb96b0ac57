// Every route the build serves, asked for by everybody it is not for, in every way there is to ask (promises.md R1, T7).
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { frameworkWithOnly } from "#app/web/served-routes.ts";
import { openApp, origin, type App } from "#tests/support/app.ts";
import { formsIn, withEachButton } from "#tests/support/forms.ts";
import { addressOf, letsIn, namesAThing, servedRoutes, type Ids, type ServedRoute } from "#tests/support/routes.ts";
import { contentsOf, makeTwoOrganisations, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
let routes: readonly ServedRoute[];

// Every route times every visitor takes a while where the machine is busy; how fast pages are is for the benches.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  routes = servedRoutes(app.build);
});
afterAll(() => app.close());

const targets = ["example", "second"] as const;

/** Asks the framework for one route, with no server of ours in front. */
function remix({ id }: Pick<ServedRoute, "id">, request: Request): Promise<Response> {
  const handler = handlers.get(id) ?? frameworkWithOnly(app.build, [id]);
  handlers.set(id, handler);
  return handler(request);
}
const handlers = new Map<string, (request: Request) => Promise<Response>>();

function requestFor(path: string, { session }: Pick<Walker, "session">, init: RequestInit = {}): Request {
  const headers = new Headers({ Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin" });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  return new Request(new URL(path, origin), { ...init, headers });
}

/** Whether a walker is one of those a loader or action lets in, at least as far as its first statement. */
function mayPass(authoriser: string, walker: Pick<Walker, "roles">): boolean {
  const roles = letsIn(authoriser);
  return roles === "anybody" || walker.roles.some((role) => roles.includes(role));
}

/** Those who may never see what is in an organisation at this address: everybody else's people, and its own in other roles. */
function outsidersOf(target: (typeof targets)[number], authoriser: string): readonly Walker[] {
  return both.walkers.filter((walker) => walker.of !== target || !mayPass(authoriser, walker));
}

// Drawing pages takes most of the time, so whole pages are drawn for one visitor of each kind; data is asked for by all.
const oneOfEachKind = ({ who }: Walker): boolean => !/made-up|authoriser|administrator|venue manager/u.test(who);

function seen(text: string, markers: readonly string[]): readonly string[] {
  const plain = text
    .replace(/&#x27;/gu, "'")
    .replace(/\\u([0-9a-f]{4})/gu, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return markers.filter((marker) => plain.includes(marker));
}

/** Asks for every route of every organisation as every outsider; gives what should not have happened, in words. */
async function walk(
  ask: (route: ServedRoute, path: string, walker: Walker) => Promise<Response>,
  isRefusal: (response: Response, path: string) => boolean,
  whom: (walker: Walker) => boolean = () => true,
): Promise<{ readonly asked: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let asked = 0;
  for (const target of targets) {
    for (const route of routes) {
      const authoriser = route.loader;
      if (authoriser === null) continue;
      const path = addressOf(route.pattern, both[target].ids);
      const namesSomething = namesAThing(route.pattern);
      for (const walker of outsidersOf(target, authoriser).filter(whom)) {
        asked += 1;
        const response = await ask(route, path, walker);
        const found = seen(await response.text(), both[target].markers);
        const asking = `${walker.who} asking for ${route.pattern} of the ${target} organisation`;
        if (found.length > 0) faults.push(`${asking} sees ${found.join(", ")}`);
        if (response.status >= 500) faults.push(`${asking} gets ${response.status}`);
        const isOpen = letsIn(authoriser) === "anybody" || (mayPass(authoriser, walker) && !namesSomething);
        if (!isOpen && !isRefusal(response, path)) faults.push(`${asking} gets ${response.status}`);
      }
    }
  }
  return { asked, faults };
}

describe("somebody a page is not for", () => {
  test("meets every parameter with a real id in one organisation at least", () => {
    const [example, second] = [both.example.ids, both.second.ids];
    for (const { pattern } of routes) addressOf(pattern, example);
    const used = (name: string): boolean => routes.some(({ pattern }) => new RegExp(`:${name}\\b`, "u").test(pattern));
    const needed: readonly (readonly [string, keyof Ids])[] = [
      ["reference", "meeting"],
      ["ref", "meeting"],
      ["pid", "person"],
      ["vid", "venue"],
      ["bid", "booking"],
      ["cid", "claim"],
      ["lid", "claimLine"],
      ["message", "message"],
    ];
    for (const [name, id] of needed) if (used(name)) expect(example[id] ?? second[id], `a real id for :${name}`).not.toBeNull();
  });

  test("sees nothing of the organisation on the page", async () => {
    const { asked, faults } = await walk(
      (_route, path, walker) => app.fetch(requestFor(path, walker)),
      (response) =>
        response.status === 404 ||
        response.status === 403 ||
        (response.status === 302 && (response.headers.get("Location") ?? "").startsWith("/sign-in?next=")),
      oneOfEachKind,
    );
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(250);
  });

  test("gets no data without its page through our server, whoever they are", async () => {
    for (const route of routes) {
      const path = addressOf(route.pattern, both.second.ids);
      for (const walker of both.walkers.filter((_walker, at) => at % 4 === 0)) {
        for (const address of [
          `${path === "/" ? "/_root" : path}.data`,
          `${path === "/" ? "/_root" : path}.data?_routes=${encodeURIComponent(route.id)}`,
        ]) {
          const response = await app.fetch(requestFor(address, walker));
          expect(response.status, address).toBe(404);
          expect(seen(await response.text(), both.second.markers)).toEqual([]);
        }
      }
    }
  });

  test("gets no data from a loader asked for alone, with no server of ours in front", async () => {
    const { faults } = await walk(
      (route, path, walker) =>
        remix(route, requestFor(`${path === "/" ? "/_root" : path}.data?_routes=${encodeURIComponent(route.id)}`, walker)),
      (response) => [202, 302, 403, 404].includes(response.status),
    );
    expect(faults).toEqual([]);
  });

  test("gets no data from a page and all it stands in, with no server of ours in front", async () => {
    const { faults } = await walk(
      (route, path, walker) => remix(route, requestFor(`${path === "/" ? "/_root" : path}.data`, walker)),
      (response) => [202, 302, 403, 404].includes(response.status),
      oneOfEachKind,
    );
    expect(faults).toEqual([]);
  });

  test("changes nothing by sending the very form that its owner would send", async () => {
    const faults: string[] = [];
    let sent = 0;
    let readForms = 0;
    for (const target of targets) {
      for (const route of routes) {
        const path = addressOf(route.pattern, both[target].ids);
        const { action } = route;
        if (action === null || letsIn(action) === "anybody") continue;
        const owner = both.owners.find((one) => one.of === target && mayPass(action, one));
        const page = owner === undefined ? "" : await (await app.fetch(requestFor(path, owner))).text();
        const forms = formsIn(page).filter(({ action: to }) => (to ?? path).split(/[?#]/u)[0] === path);
        readForms += forms.length;
        const bodies = forms.length === 0 ? [new URLSearchParams({ version: "1" })] : forms.flatMap(withEachButton);
        const outsiders = outsidersOf(target, action).filter((one) => path !== route.pattern || !mayPass(action, one));
        const before = contentsOf(app);
        for (const walker of outsiders) {
          for (const body of bodies) {
            sent += 1;
            const index = route.id.endsWith("_index") ? "?index" : "";
            const response = await remix(route, requestFor(`${path}${index}`, walker, { method: "POST", body }));
            const asking = `${walker.who} sending the form of ${route.pattern} of the ${target} organisation`;
            const found = seen(await response.text(), both[target].markers);
            if (found.length > 0) faults.push(`${asking} sees ${found.join(", ")}`);
            const toSignIn = response.status === 302 && (response.headers.get("Location") ?? "").startsWith("/sign-in?next=");
            // 400 and 422 say that the form did not read; whose thing it is was not looked at, and nothing of it was shown.
            const backToItself = response.status === 303 && new URL(response.headers.get("Location") ?? "", origin).pathname === path;
            if (!toSignIn && !backToItself && ![400, 403, 404, 422].includes(response.status))
              faults.push(`${asking} gets ${response.status}`);
          }
        }
        if (contentsOf(app) !== before)
          faults.push(`the form of ${route.pattern} of the ${target} organisation changed something for somebody else`);
      }
    }
    expect(faults).toEqual([]);
    expect(readForms).toBeGreaterThan(10);
    expect(sent).toBeGreaterThan(150);
  });
});

describe("an address nobody has planned for", () => {
  test("fails this walk with the name of what to add", () => {
    expect(() => addressOf("/meetings/:reference/surprises/:surprise", both.example.ids)).toThrow(/":surprise": say what it stands for/u);
    expect(() => letsIn("requireNobodyInParticular")).toThrow(/whom requireNobodyInParticular lets in/u);
  });

  test("a coordinator does find the markers on pages of their own, so the walk would see a leak", async () => {
    const [walker] = both.walkers.filter((one) => one.who === "the second organisation's coordinator");
    if (!walker) throw new Error("no coordinator");
    const page = await app.fetch(requestFor(`/people/${both.second.ids.person}`, walker));
    expect(page.status).toBe(200);
    expect(seen(await page.text(), both.second.markers).length).toBeGreaterThan(2);
    const id = "routes/people.$pid";
    const data = await remix({ id }, requestFor(`/people/${both.second.ids.person}.data?_routes=${encodeURIComponent(id)}`, walker));
    expect(seen(await data.text(), both.second.markers).length).toBeGreaterThan(2);
  });
});
