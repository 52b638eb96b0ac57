// Everything everybody but one person may open in an organisation, as bytes, so that two moments can be compared: what is somebody's
// alone must not change one letter of it.
import { expect } from "vitest";
import { origin, type App, type Fields } from "./app.ts";
import { addressOf, letsIn, servedRoutes } from "./routes.ts";
import type { TwoOrganisations, Walker } from "./two-organisations.ts";

// Secrets are new on every page. How much room the data takes and the disk has left is nobody's fact and changes by itself.
const plain = (text: string): string =>
  text
    .replace(/name="(?:formToken|intentKey|carried)" value="[^"]*"/gu, "")
    .replace(/[\d.,]+ [MG]B(?= are left on the disk)/gu, "")
    .replace(/(?<=The data takes )[\d.,]+ [MG]B/gu, "");

/** A page asked for as somebody, or a form sent, as a browser would: the status and the bytes. */
export async function askAs(
  app: App,
  { session }: Pick<Walker, "session">,
  path: string,
  fields?: Fields,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = new Headers({ Host: new URL(origin).host, Origin: origin, "Sec-Fetch-Site": "same-origin" });
  if (session !== null) headers.set("Cookie", `welcome=${session}`);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields ?? {}))
    for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  const init = fields === undefined ? { headers } : { headers, method: "POST", body };
  const response = await app.fetch(new Request(new URL(path, origin), init));
  return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString("latin1") };
}

async function everythingOthersSee(app: App, both: TwoOrganisations): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const routes = servedRoutes(app.build).filter(({ loader }) => loader !== null);
  for (const walker of both.walkers) {
    for (const { pattern, loader } of routes) {
      const who = letsIn(loader ?? "openToAll");
      if (who !== "anybody" && !walker.roles.some((role) => who.includes(role))) continue;
      const { status, text } = await askAs(app, walker, addressOf(pattern, both.second.ids));
      seen.set(`${walker.who}: ${pattern}`, `${status} ${plain(text)}`);
    }
  }
  return seen;
}

/**
 * Does something in between and compares all that others may open before and after: nothing may change but pages that change at every
 * look, and those may hold none of the markers.
 */
export async function expectNothingSeen(
  app: App,
  both: TwoOrganisations,
  markers: readonly string[],
  meanwhile: () => Promise<void>,
): Promise<void> {
  const first = await everythingOthersSee(app, both);
  const before = await everythingOthersSee(app, both);
  expect(first.size).toBeGreaterThan(150);
  // Pages that record their own opening, or are made anew each time, differ by themselves.
  const restless = [...before].filter(([name, text]) => first.get(name) !== text).map(([name]) => name);
  expect(restless.length, restless.join("\n")).toBeLessThan(before.size / 8);
  await meanwhile();
  const after = await everythingOthersSee(app, both);
  const changed = [...after].filter(([name, text]) => !restless.includes(name) && before.get(name) !== text).map(([name]) => name);
  expect(changed).toEqual([]);
  for (const name of restless)
    expect(
      markers.filter((marker) => (after.get(name) ?? "").includes(marker)),
      name,
    ).toEqual([]);
}
