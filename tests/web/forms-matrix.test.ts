// A form acts only when it comes from a page of ours, in the browser that page was drawn for (promises.md R2, T11, T14).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, origin, Visitor, type App } from "#tests/support/app.ts";
import { asItStands, formsIn } from "#tests/support/forms.ts";
import { addressOf, letsIn, servedRoutes, type ServedRoute } from "#tests/support/routes.ts";
import { contentsOf, makeTwoOrganisations, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";

let app: App;
let both: TwoOrganisations;
let routes: readonly ServedRoute[];

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  routes = servedRoutes(app.build).filter(({ action }) => action !== null);
});
afterAll(() => app.close());

const origins = ["https://evil.example", "null", null, origin] as const;
const sites = ["same-origin", "same-site", "cross-site", "none", null] as const;
const tokens = ["right", "wrong", "absent"] as const;

type Cell = { readonly from: (typeof origins)[number]; readonly site: (typeof sites)[number]; readonly token: (typeof tokens)[number] };
const cells: readonly Cell[] = origins.flatMap((from) => sites.flatMap((site) => tokens.map((token) => ({ from, site, token }))));

/** Whether the browser itself says that the form comes from our pages, or from no page at all; and the form was drawn for it. */
function isRight({ from, site, token }: Cell): boolean {
  if (token !== "right" || from === origins[0]) return false;
  return site === null ? from === origin : site === "same-origin" || site === "none";
}

function headersFor({ from, site }: Cell, session: string | null): Headers {
  const headers = new Headers({ Host: new URL(origin).host });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  if (from !== null) headers.set("Origin", from);
  if (site !== null) headers.set("Sec-Fetch-Site", site);
  return headers;
}

// These would do as they are told, and end what the other tests stand on.
const endsThings = ["/sign-out", "/my/clear", "/settings/example"];

function ownerOf(route: ServedRoute): Walker {
  const roles = letsIn(route.action ?? "");
  const owner = both.owners.find((one) => one.of === "example" && (roles === "anybody" || one.roles.some((role) => roles.includes(role))));
  // A public form is sent by somebody whom nobody knows.
  return roles === "anybody" || owner === undefined ? { who: "a stranger", session: "C".repeat(43), roles: [], of: "neither" } : owner;
}

const drawn = new Map<string | null, string>();

async function tokenFor(session: string | null): Promise<string> {
  const known = drawn.get(session);
  if (known !== undefined) return known;
  const page = await (
    await app.fetch(new Request(`${origin}/display`, { headers: headersFor({ from: null, site: null, token: "right" }, session) }))
  ).text();
  const token = /name="formToken" value="([^"]*)"/u.exec(page)?.[1] ?? "";
  drawn.set(session, token);
  return token;
}

async function send(route: ServedRoute, cell: Cell, method = "POST"): Promise<Response> {
  const { session } = ownerOf(route);
  const body = new URLSearchParams({ version: "1" });
  if (cell.token !== "absent") body.set("formToken", await tokenFor(cell.token === "right" ? session : "D".repeat(43)));
  const path = addressOf(route.pattern, both.example.ids);
  return app.fetch(new Request(new URL(path, origin), { method, headers: headersFor(cell, session), body }));
}

describe("a form sent to any address that takes forms", () => {
  test("is refused with a plain page, and changes nothing, in every cell but those our own pages send from", async () => {
    const faults: string[] = [];
    const before = contentsOf(app);
    const wrong = cells.filter((cell) => !isRight(cell));
    expect(wrong).toHaveLength(53);
    for (const route of routes) {
      for (const cell of wrong) {
        const response = await send(route, cell);
        const text = await response.text();
        if (response.status !== 403 || !text.includes("We could not accept that form"))
          faults.push(`${route.pattern} ${JSON.stringify(cell)} gets ${response.status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(contentsOf(app)).toBe(before);
  });

  test("is let through to the form's own rules from our own pages", async () => {
    const faults: string[] = [];
    for (const route of routes.filter(({ pattern }) => !endsThings.includes(pattern))) {
      for (const cell of cells.filter((one) => isRight(one) && (one.from === origin || one.site === "none"))) {
        const response = await send(route, cell);
        if (response.status === 403 || response.status >= 500)
          faults.push(`${route.pattern} ${JSON.stringify(cell)} gets ${response.status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test("is refused with any other method than POST, token or none", async () => {
    const before = contentsOf(app);
    const faults: string[] = [];
    for (const route of routes) {
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const response = await send(route, { from: origin, site: "same-origin", token: "right" }, method);
        if (response.status !== 405) faults.push(`${method} ${route.pattern} gets ${response.status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(contentsOf(app)).toBe(before);
  });
});

describe("the one right way", () => {
  const person = { name: "Owain Pryce", email: "owain@example.org", phone: "", address: "", preferredContact: "email", agreed: "yes" };

  async function withCell(cell: Cell): Promise<Response> {
    const session = both.owners.find((one) => one.who === "the example's coordinator")?.session ?? null;
    const body = new URLSearchParams({ ...person, intentKey: JSON.stringify(cell) });
    if (cell.token !== "absent") body.set("formToken", await tokenFor(cell.token === "right" ? session : "D".repeat(43)));
    return app.fetch(new Request(`${origin}/people?index`, { method: "POST", headers: headersFor(cell, session), body }));
  }

  test("saves a person, and none of the others does", async () => {
    const before = contentsOf(app);
    for (const cell of cells.filter((one) => !isRight(one))) expect((await withCell(cell)).status, JSON.stringify(cell)).toBe(403);
    expect(contentsOf(app)).toBe(before);
    expect((await withCell({ from: origin, site: "same-origin", token: "right" })).status).toBe(303);
    expect(contentsOf(app)).not.toBe(before);
  });

  test("saves once when the same form is sent again and again, at the same moment", async () => {
    const visitor = await new Visitor(app).signInAs("coordinator");
    const page = await visitor.get("/people");
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page.html)?.[1] ?? "";
    const fields = {
      ...person,
      name: "Bronwen Adeyemi",
      email: "bronwen@example.org",
      formToken: hidden("formToken"),
      intentKey: hidden("intentKey"),
    };
    const answers = await Promise.all(Array.from({ length: 12 }, () => visitor.post("/people?index", fields)));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    const context = app.instance.context();
    expect(await context.db.query.people.findMany({ where: (table, { eq }) => eq(table.name, "Bronwen Adeyemi") })).toHaveLength(1);
  });

  test("a field that the form does not have is refused, whatever column it names", async () => {
    const faults: string[] = [];
    const columns = [
      "organisationId",
      "organisation_id",
      "id",
      "state",
      "roles",
      "role",
      "createdAt",
      "passwordHash",
      "personId",
      "isExample",
      "paidOn",
    ];
    for (const route of routes.filter(({ action, pattern }) => letsIn(action ?? "") !== "anybody" && !endsThings.includes(pattern))) {
      const owner = ownerOf(route);
      const path = addressOf(route.pattern, both.example.ids);
      const page = await app.fetch(
        new Request(new URL(path, origin), { headers: headersFor({ from: null, site: null, token: "right" }, owner.session) }),
      );
      const forms = formsIn(await page.text()).filter(({ action }) => (action ?? path).split(/[?#]/u)[0] === path);
      for (const form of forms) {
        const known = new Set(form.fields.map(({ name }) => name));
        const body = asItStands(form);
        for (const column of columns) if (!known.has(column)) body.append(column, "planted");
        if (known.has("personId")) continue;
        const before = contentsOf(app);
        const response = await app.fetch(
          new Request(new URL((form.action ?? path).split("#")[0] ?? path, origin), {
            method: "POST",
            headers: headersFor({ from: origin, site: "same-origin", token: "right" }, owner.session),
            body,
          }),
        );
        if (response.status !== 400) faults.push(`${route.pattern} takes fields it does not have: ${response.status}`);
        if (contentsOf(app) !== before) faults.push(`${route.pattern} changed something`);
      }
    }
    expect(faults).toEqual([]);
  });
});
