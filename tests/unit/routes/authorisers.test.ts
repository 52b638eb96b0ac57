// Nothing above a loader or an action protects it (promises.md R1), so each one's first statement has to be an authoriser.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { authorisers, firstStatementOf, firstStatementsIn, helpersThatAuthorise, letsIn } from "#tests/support/routes.ts";

// A page anybody may open is made knowingly: it is written here.
const publicRoutes = [
  "$",
  "_index",
  "accessibility",
  "cookies",
  "credits",
  "display",
  "help",
  "help_.tax-and-payroll",
  "i.$token._index",
  "i.$token.not-me",
  "link-help",
  "my.clear",
  "my.deleted",
  "privacy",
  "setup",
  "sign-in._index",
  "sign-in.check-email",
  "sign-in.confirm.$token",
  "sign-in.join.$token",
  "sign-out",
  "v.$token._index",
];

type RouteFile = { readonly name: string; readonly file: string; readonly source: string };

function routeFiles(folder = join("app", "routes")): readonly RouteFile[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    const file = statSync(path).isDirectory() ? ["route.tsx", "route.ts"].map((name) => join(path, name)).find(exists) : path;
    return file === undefined ? [] : [{ name: entry.replace(/\.tsx?$/u, ""), file, source: readFileSync(file, "utf8") }];
  });
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** What is wrong with a route's loader and action, in words; nothing when both authorise themselves first. */
function faultsOf({ name, file, source }: RouteFile): readonly string[] {
  return Object.entries(firstStatementsIn(file, source)).flatMap(([half, first]) => {
    if ("fault" in first) return [`The ${half} of ${name}: ${first.fault}`];
    const { authoriser } = first;
    if (!(authoriser in authorisers) && !(authoriser in helpersThatAuthorise)) {
      return [`The ${half} of ${name} calls ${authoriser} first, which is no authoriser that tests/support/routes.ts lists`];
    }
    if (letsIn(authoriser) === "anybody" && !publicRoutes.includes(name))
      return [`The ${half} of ${name} is open to all and not listed as public`];
    return [];
  });
}

describe("who may ask for a page", () => {
  const routes = routeFiles();

  test("every loader and every action asks who is there before it does anything else", () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.flatMap(faultsOf)).toEqual([]);
  });

  test("the document around every page asks too", () => {
    const source = readFileSync("app/root.tsx", "utf8");
    expect(firstStatementsIn("app/root.tsx", source)).toEqual({ loader: { authoriser: "openToAll" } });
  });

  test("a page listed as public is still there and still public", () => {
    const open = routes.filter(({ file, source }) =>
      Object.values(firstStatementsIn(file, source)).some((first) => "authoriser" in first && letsIn(first.authoriser) === "anybody"),
    );
    expect(open.map(({ name }) => name).sort()).toEqual(publicRoutes);
  });

  test("each helper that authorises calls its authoriser before anything else", () => {
    for (const [name, { file, calls }] of Object.entries(helpersThatAuthorise)) {
      expect(firstStatementOf(file, readFileSync(file, "utf8"), name), name).toEqual({ authoriser: calls });
    }
  });

  test.each([
    [
      "a loader that reads first",
      "export async function loader({ request }) { const all = await readAll(); await requireStaff(request); return all; }",
    ],
    ["a loader that asks nobody", "export async function loader() { return { all: 1 }; }"],
    ["an action that asks without waiting", "export async function action({ request }) { requireCoordinator(request); return null; }"],
    [
      "an action that asks only sometimes",
      "export async function action({ request }) { if (strict) await requireStaff(request); return null; }",
    ],
    [
      "an action that asks about another request",
      "export async function action({ request }) { await requireStaff(new Request('http://x')); }",
    ],
    ["a loader written as a constant", "export const loader = async ({ request }) => { await requireStaff(request); };"],
    ["a loader borrowed from elsewhere", 'export { loader } from "./elsewhere.ts";'],
    ["a page opened to all without being listed", "export async function loader({ request }) { await openToAll(request); return null; }"],
  ])("%s is found", (_what, source) => {
    expect(faultsOf({ name: "planted", file: "planted.tsx", source })).toHaveLength(1);
  });

  test("an honest pair is let by", () => {
    const source = `export async function loader({ request }) { const visit = await requireFinance(request, "check"); return visit; }
      export async function action({ request, params }) { const { attendee } = await requireAttendeePage(request, params["ref"]); return attendee; }`;
    expect(faultsOf({ name: "planted", file: "planted.tsx", source })).toEqual([]);
  });
});
