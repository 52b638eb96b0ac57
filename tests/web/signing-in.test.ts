// Setting up and signing in, through the real build and the real web server.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

const goodSetUp = {
  organisationName: "Harbour Health Trust",
  nation: "wales",
  fullName: "Łucja Ŵyn-Nguyễn",
  email: "lucja@example.org",
  password: "three random words",
  start: "empty",
};

describe("a fresh installation", () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app.close());

  test("sends the first visitor to set up", async () => {
    const answer = await new Visitor(app).get("/");
    expect(answer.location).toBe("/setup");
  });

  test("an empty set-up form gets exactly the sentences that say what to do, and the title says so too", async () => {
    const answer = await new Visitor(app).submit("/setup", {});
    expect(answer.status).toBe(422);
    for (const sentence of [
      "Enter your organisation's name",
      "Choose where your organisation is",
      "Enter your full name",
      "Enter an email address",
      "Enter a password",
      "Choose how you would like to start",
    ]) {
      expect(answer.text).toContain(sentence);
    }
    expect(answer.html).toContain("<title>Error: Set up your organisation – ");
  });

  test("what was typed is kept when one thing needs mending, and the password is not", async () => {
    const answer = await new Visitor(app).submit("/setup", { ...goodSetUp, email: "not an address" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="Harbour Health Trust"');
    expect(answer.html).not.toContain("three random words");
  });

  test("a password everybody guesses is refused", async () => {
    const answer = await new Visitor(app).submit("/setup", { ...goodSetUp, password: "Password 12345" });
    expect(answer.text).toContain("Choose a password that is harder to guess");
  });

  test("setting up signs its first person in, once, and shows their name as they write it", async () => {
    const visitor = new Visitor(app);
    const answer = await visitor.submitAndFollow("/setup", goodSetUp);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("You are set up");
    expect((await new Visitor(app).get("/setup")).location).toBe("/sign-in");
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const wrong = await new Visitor(app).submit("/sign-in", { email: "lucja@example.org", password: "not the password" });
    const unknown = await new Visitor(app).submit("/sign-in", { email: "nobody@example.org", password: "not the password" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("The email address or password is not right. Check both, or ask for a sign-in link.");
    expect(unknown.text.replaceAll("nobody", "lucja")).toBe(wrong.text);
  });

  test("signing in gives a new session, and signing out ends it on the server", async () => {
    const visitor = new Visitor(app);
    const signedIn = await visitor.submitAndFollow("/sign-in", { email: "LUCJA@example.org", password: "three random words" });
    expect(signedIn.text).toContain("Today, Monday 23 November 2026");
    await visitor.submit("/today", {}, { to: "/sign-out" });
    expect((await visitor.get("/today")).location).toContain("/sign-in?next=%2Ftoday");
  });

  test("a form without this browser's token is refused", async () => {
    const visitor = new Visitor(app);
    const stolen = await new Visitor(app).get("/sign-in");
    const token = /name="formToken" value="([^"]*)"/u.exec(stolen.html)?.[1] ?? "";
    const answer = await visitor.post("/sign-in", { formToken: token, email: "lucja@example.org", password: "three random words" });
    expect(answer.status).toBe(403);
  });
});
