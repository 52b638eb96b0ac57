// Which route answers an address: always the one the framework finds among all the routes of the build.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { servedRoutes } from "#app/web/served-routes.ts";

type Answers = (request: Request) => Promise<Response>;

let patterns: readonly string[];
let framework: Answers;
let ours: Answers;

beforeAll(async () => {
  const build = (await import(pathToFileURL(join(process.cwd(), "build", "server", "index.js")).href)) as ServerBuild;
  // The real table of routes, where each says only which it is and what it read from the address.
  const named: ServerBuild = {
    ...build,
    routes: Object.fromEntries(
      Object.entries(build.routes).map(([id, route]) => [
        id,
        { ...route, module: { loader: ({ params }) => Response.json({ id, params }) } } as typeof route,
      ]),
    ),
  };
  patterns = Object.values(build.routes).flatMap(({ id, path }) => (id === "root" ? [] : [`/${path ?? ""}`]));
  framework = createRequestHandler(named, "production");
  const served = servedRoutes(named);
  ours = (request) => served.answer(request);
});

const asked = async (answers: Answers, path: string): Promise<string> => {
  const response = await answers(new Request(`http://localhost${path}`));
  return `${response.status} ${await response.text()}`;
};

async function expectTheSame(path: string): Promise<void> {
  expect(await asked(ours, path), path).toBe(await asked(framework, path));
}

describe("an address is answered by the route the framework would choose", () => {
  test("for every route, with every way to write its address", async () => {
    expect(patterns.length).toBeGreaterThan(200);
    for (const pattern of patterns) {
      const path = pattern.replace(/:[^/.]+/gu, "ab-1").replace("*", "nowhere/at/all");
      for (const written of [
        path,
        path.toUpperCase(),
        `${path}/`,
        `${path}//`,
        `/${path}`,
        `${path}/more`,
        path.replace(/[a-z]/u, percent),
      ])
        await expectTheSame(written);
    }
  });

  test("for addresses put together from parts of others", async () => {
    const parts = [...new Set(patterns.flatMap((pattern) => pattern.split("/")).filter((part) => part !== "" && part !== "*"))];
    const part = fc.oneof(fc.constantFrom(...parts), fc.constantFrom("new", "", "a%2Fb", "%C3%A9", "x.pdf", ".", "index"));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (chosen) => {
        await expectTheSame(`/${chosen.map((each) => each.replace(":", "")).join("/")}`);
      }),
      { numRuns: 300 },
    );
  });
});

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}
