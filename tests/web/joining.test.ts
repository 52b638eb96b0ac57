// Joining instructions on the web: what is missing leads to where it is put right, and a personal line is never lost.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { meetings } from "#db/schema.ts";
import { addRole } from "#db/stores/day.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
let list: string;
let one: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  const { db } = app.instance.context();
  asha = await new Visitor(app).signInAs("coordinator");
  const meeting = await db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.state, "open") });
  const invited = await db.query.invitations.findFirst({ where: (table, { eq }) => eq(table.meetingId, meeting?.id ?? "") });
  list = `/meetings/${meeting?.reference ?? ""}/instructions`;
  one = `${list}/${invited?.personId ?? ""}`;
}, 60_000);
afterAll(() => app.close());

const linesKept = async () => (await app.instance.context().db.query.joiningInstructions.findMany()).length;

describe("joining instructions", () => {
  test("lead from each missing part to the page that adds it, on the list and on the person's own page", async () => {
    for (const path of [list, one]) {
      const { html } = await asha.get(path);
      for (const [words, end] of [
        ["Add the joining link", "/edit/where?from=check"],
        ["Add who will meet people", "/day/roles"],
      ] as const)
        expect(html).toMatch(new RegExp(`href="[^"]*${end.replace("?", "\\?")}"[^>]*>${words}<`, "u"));
    }
  });

  test("say of each person what is missing, beside a short status", async () => {
    const { text } = await asha.get(list);
    expect(text).toContain("Not ready");
    expect(text).toContain("Add the joining link and add who will meet people");
  });

  test("have a column for the formats of each person, and how they are reached under them", async () => {
    const { html } = await asha.get(list);
    const headers = [...html.matchAll(/<th[^>]*scope="col"[^>]*>(.*?)<\/th>/gu)].map(([, words]) => words);
    expect(headers).toEqual(["Person", "Formats", "Personal to them", "Status", "What you can do"]);
    expect(html).toMatch(/Not told us yet|Papers|Private\. They are in the plan/u);
    expect(html).toMatch(/<li>By (?:email|letter|text|phone|post)[^<]*<\/li>/u);
  });

  test("show the message before the form, in every form it can have", async () => {
    const { html } = await asha.get(one);
    expect(html).not.toContain("Preview as");
    const context = app.instance.context();
    const meeting = await context.db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.state, "open") });
    if (!meeting) throw new Error("No meeting is open");
    await context.change(async (tx) => {
      await tx.update(meetings).set({ joiningLink: "https://meet.example/abc" }).where(eq(meetings.id, meeting.id));
      await addRole(tx, {
        id: context.newId(),
        organisationId: meeting.organisationId,
        meetingId: meeting.id,
        role: "welcome",
        name: "Dilys Ong",
        phone: "07700 900 111",
      });
    });
    const ready = (await asha.get(one)).html;
    const at = ["Preview as", "Checks before sending", "Add a personal line"].map((words) => ready.indexOf(words));
    expect(at[0]).toBeGreaterThan(0);
    expect(at).toEqual(at.toSorted((first, second) => first - second));
    const [, script] = /href="([^"]*joining-signed[^"]*)"[^>]*>BSL script for filming</u.exec(ready) ?? [];
    expect((await asha.get((script ?? "").replaceAll("&amp;", "&"))).text).toContain("Each line is one idea.");
  });

  test("a personal line that is too long changes nothing and is given back as it was typed", async () => {
    const before = await linesKept();
    const typed = `Zqxline ${"a".repeat(600)}`;
    const answer = await asha.submit(one, { personalLine: typed, version: "0" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(typed);
    expect(await linesKept()).toBe(before);
  });

  test("a line saved meanwhile by a colleague is not written over, and what was typed stays", async () => {
    expect((await asha.submit(one, { personalLine: "Ring the bell twice.", version: "0" })).status).toBe(303);
    const answer = await asha.submit(one, { personalLine: "Zqxline of mine", version: "0" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Zqxline of mine");
    expect((await asha.get(one)).html).toContain("Ring the bell twice.");
  });

  test("are not finance's, a stranger's, or of a person who is not asked", async () => {
    for (const path of [list, one]) {
      expect((await new Visitor(app).get(path)).location).toContain("/sign-in");
      expect((await (await new Visitor(app).signInAs("checks")).get(path)).status).toBe(404);
    }
    expect((await asha.get(`${list}/nobody`)).status).toBe(404);
  });
});
