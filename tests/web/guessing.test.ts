// Links that are not there: one answer for all of them, and a pause for whoever tries many (promises.md T6).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missesAllowed } from "#app/web/guessing.ts";
import { openApp, origin, type App } from "#tests/support/app.ts";

let app: App;
let realLink: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  const links = await app.fromBuild.exampleLinks();
  realLink = new URL(links.find(({ who }) => who.startsWith("Attendee"))?.address ?? "").pathname;
});
afterAll(() => app.close());

const open = async (path: string, from: string): Promise<{ status: number; text: string }> => {
  const response = await app.fetch(new Request(`${origin}${path}`, { headers: { Host: new URL(origin).host } }), from);
  // What is fresh for each visitor is not part of the comparison.
  return { status: response.status, text: (await response.text()).replace(/value="[^"]*"/gu, "") };
};
const guess = (number: number): string => `/i/${String(number).padStart(43, "A")}`;

describe("somebody who opens links that are not there", () => {
  test("gets the same page for each, and has to wait after twenty, while the next person comes in", async () => {
    const answers = [];
    for (let number = 0; number < missesAllowed; number += 1) answers.push(await open(guess(number), "203.0.113.5"));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);

    const next = await open(guess(missesAllowed), "203.0.113.5");
    expect(next.status).toBe(429);
    expect(next.text).toContain("Wait 15 minutes");
    // A link that does open would tell a guesser that they were right.
    expect((await open(realLink, "203.0.113.5")).status).toBe(429);
    expect((await open(realLink, "203.0.113.6")).status).toBe(200);
    expect((await open("/help", "203.0.113.5")).status).toBe(200);
    expect(app.log.at(-2)).toContain('"/i/:token"');
  });

  test("venue links and sign-in links are counted with them", async () => {
    for (let number = 0; number < missesAllowed; number += 1)
      await open(`/${["i", "v"][number % 2] ?? ""}/${String(number).padStart(43, "B")}`, "203.0.113.7");
    expect((await open(`/sign-in/confirm/${"B".repeat(43)}`, "203.0.113.7")).status).toBe(429);
  });
});
