// What every answer says beside its words: promises.md 2.3, and T21, T22, T28.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeApplication } from "#app/web/server.ts";
import { openApp, origin, Visitor, type App } from "#tests/support/app.ts";
import { addressOf, servedRoutes } from "#tests/support/routes.ts";
import { makeTwoOrganisations, type TwoOrganisations } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
});
afterAll(() => app.close());

const host = new URL(origin).host;

function ask(
  path: string,
  {
    method = "GET",
    cookie = "",
    more = {},
  }: { readonly method?: string; readonly cookie?: string; readonly more?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  return app.fetch(
    new Request(new URL(path, origin), { method, headers: { Host: host, ...(cookie === "" ? {} : { Cookie: cookie }), ...more } }),
  );
}

function faultsIn(response: Response, isHashed = false): readonly string[] {
  const { headers } = response;
  const policy = (headers.get("Content-Security-Policy") ?? "").split(";").map((part) => part.trim());
  const wanted = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "script-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ];
  const faults = wanted.filter((part) => !policy.includes(part)).map((part) => `policy without ${part}`);
  if (/unsafe|\*|https?:/u.test(policy.join(";"))) faults.push("a policy that lets strangers in");
  const exact: Readonly<Record<string, string>> = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  for (const [name, value] of Object.entries(exact)) if (headers.get(name) !== value) faults.push(`${name}: ${headers.get(name)}`);
  if (!/camera=\(\).*geolocation=\(\)/u.test(headers.get("Permissions-Policy") ?? "")) faults.push("Permissions-Policy");
  for (const name of ["Server", "X-Powered-By", "Access-Control-Allow-Origin"]) if (headers.has(name)) faults.push(`${name} is sent`);
  const cache = headers.get("Cache-Control") ?? "";
  if (isHashed ? !/max-age=\d+/u.test(cache) : cache !== "no-store") faults.push(`Cache-Control: ${cache}`);
  for (const cookie of headers.getSetCookie()) {
    if (!/; HttpOnly/u.test(cookie) && !cookie.startsWith("display=")) faults.push(`a cookie scripts can read: ${cookie.split("=")[0]}`);
    if (!/; SameSite=Lax/u.test(cookie) || !/; Path=\//u.test(cookie) || /; Domain=/iu.test(cookie))
      faults.push(`a cookie that travels: ${cookie.split("=")[0]}`);
  }
  return faults;
}

describe("the headers of every answer", () => {
  test("hold on every address, to those who may see it and those who may not", async () => {
    const faults: string[] = [];
    let papers = 0;
    for (const { pattern } of servedRoutes(app.build)) {
      const path = addressOf(pattern, both.example.ids);
      for (const walker of [undefined, both.walkers[2], both.walkers[3]]) {
        const response = await ask(path, { cookie: walker?.session ? `welcome=${walker.session}` : "" });
        if (response.headers.get("Content-Type")?.startsWith("application/pdf")) papers += 1;
        faults.push(...faultsIn(response).map((fault) => `${pattern} (${response.status}): ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(papers).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ["an unknown page", "/no/such/page", "GET"],
    ["an unknown file", "/assets/none.css", "GET"],
    ["data without its page", "/today.data", "GET"],
    ["a form without its token", "/sign-in", "POST"],
    ["a method we do not answer", "/sign-in", "DELETE"],
    ["the head of a page", "/help", "HEAD"],
    ["a path that is no text", "/i/%E0%A4%A", "GET"],
    ["a file's path that is no text", "/assets/%E0%A4%A", "GET"],
    ["a path with nothing in it", "/i/%00", "GET"],
    ["a path that climbs", "/assets/..%2f..%2fpackage.json", "GET"],
    ["the framework's list of routes", "/__manifest?p=%2Ftoday&version=1", "GET"],
  ])("hold on %s, which is never our fault", async (_what, path, method) => {
    const response = await ask(path, { method });
    expect(faultsIn(response)).toEqual([]);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('welcome-table"');
  });

  test.each(["/sign-in.data", "/sign-in?_data=routes%2Fsign-in._index", "/sign-in?_data", "/__manifest?p=%2Ftoday&version=1"])(
    "hold on %s: data never comes without its page",
    async (path) => {
      const response = await ask(path, { method: "GET" });
      expect(response.status).toBe(404);
      expect(faultsIn(response)).toEqual([]);
      expect(response.headers.get("Content-Type")).toContain("text/html");
    },
  );

  test("hold on static files, and only files that are named by what they hold are kept for long", async () => {
    const files = readdirSync(join("build", "client", "assets")).filter((name) => !name.startsWith("."));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(faultsIn(await ask(`/assets/${name}`), true), name).toEqual([]);
    expect(faultsIn(await ask("/fonts/atkinson-hyperlegible-next-latin-400.woff2"), true)).toEqual([]);
  });

  test("hold when another name is asked for, and the answer is a plain refusal", async () => {
    for (const forged of [
      "evil.example",
      "localhost:3000.evil.example",
      "localhost:3001",
      "evil.example:3000",
      "localhost:3000@evil.example",
      "",
    ]) {
      const response = await ask("/sign-in", { more: { Host: forged } });
      expect(response.status, forged).toBe(400);
      expect(faultsIn(response)).toEqual([]);
      expect(await response.text()).not.toContain("evil");
    }
  });

  test("what a go-between says of the request is not believed", async () => {
    const more = {
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-For": "10.9.8.7",
      Forwarded: "host=evil.example;proto=https",
    };
    for (const path of ["/", "/sign-in", "/today", "/help"]) {
      const response = await ask(path, { more });
      expect(`${await response.text()} ${[...response.headers].join(" ")}`).not.toMatch(/evil|10\.9\.8\.7/u);
    }
  });
});

describe("the session cookie", () => {
  test("is a new secret after signing in, and the old one opens nothing", async () => {
    const planted = "F".repeat(43);
    const links = await app.fromBuild.exampleLinks();
    const path = new URL(links[0]?.address ?? "").pathname;
    const page = await (await ask(path, { cookie: `welcome=${planted}` })).text();
    const formToken = /name="formToken" value="([^"]*)"/u.exec(page)?.[1] ?? "";
    const signedIn = await app.fetch(
      new Request(new URL(path, origin), {
        method: "POST",
        headers: { Host: host, Origin: origin, Cookie: `welcome=${planted}` },
        body: new URLSearchParams({ formToken }),
      }),
    );
    const [line = ""] = signedIn.headers.getSetCookie();
    expect(line).toMatch(/^welcome=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax/u);
    expect(line).not.toContain(planted);
    expect((await ask("/today", { cookie: `welcome=${planted}` })).status).toBe(302);
    const given = line.split(";")[0] ?? "";
    expect((await ask("/today", { cookie: given })).status).toBe(200);
  });

  test("is bound to this very host over https, and a plainer one of the same name is not believed", async () => {
    const secure = makeApplication({
      build: app.build,
      origin: "https://meetings.example.org",
      clientFolder: "build/client",
      log: () => undefined,
    });
    const first = await secure.fetch(new Request("https://meetings.example.org/sign-in", { headers: { Host: "meetings.example.org" } }));
    expect(first.headers.getSetCookie()[0]).toMatch(/^__Host-welcome=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure/u);
    const coordinator = both.walkers.find(({ roles }) => roles.includes("coordinator"));
    const asked = (cookie: string) =>
      secure.fetch(new Request("https://meetings.example.org/today", { headers: { Host: "meetings.example.org", Cookie: cookie } }));
    expect((await asked(`__Host-welcome=${coordinator?.session}`)).status).toBe(200);
    expect((await asked(`welcome=${coordinator?.session}`)).status).toBe(302);
  });
});

describe("where a page sends on to", () => {
  test("is always an address of ours, whatever was asked for", async () => {
    const elsewhere = [
      "//evil.example",
      "/\\evil.example",
      "/%2f%2fevil.example",
      "/%5cevil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
      "\\\\evil.example",
    ];
    for (const wanted of elsewhere) {
      const visitor = new Visitor(app);
      const asked = `/sign-in?next=${encodeURIComponent(wanted)}`;
      const page = await visitor.get(asked);
      expect(page.html.includes('href="//evil') || page.html.includes('action="//evil') || page.html.includes('href="javascript')).toBe(
        false,
      );
      const answer = await visitor.submit(asked, { email: "ffion@example.net", password: "three random words" }, { to: asked });
      expect(answer.status, wanted).toBe(303);
      expect(new URL(answer.location ?? "", origin).origin, wanted).toBe(origin);
      expect(answer.location).not.toContain("evil");
    }
    for (const wanted of elsewhere) {
      const visitor = new Visitor(app);
      const answer = await visitor.submit(`/display?from=${encodeURIComponent(wanted)}`, {}, {});
      if (answer.location !== null) expect(new URL(answer.location, origin).origin, wanted).toBe(origin);
    }
  });
});
