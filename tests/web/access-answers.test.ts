// What an attendee says about access, through a private link, the real build and the real web server.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

describe("a person with a private link", () => {
  let app: App;
  let link: string;
  beforeAll(async () => {
    app = await openApp({ withExample: true });
    const links = await app.fromBuild.exampleLinks();
    link = new URL(links.find(({ who }) => who.startsWith("Attendee"))?.address ?? "").pathname;
  }, 120_000);
  afterAll(() => app.close());

  async function started(): Promise<{ visitor: Visitor; home: string }> {
    const visitor = new Visitor(app);
    const answer = await visitor.submit(link, {});
    return { visitor, home: (answer.location ?? "").split("#")[0] ?? "" };
  }

  test("opens it fifty times without using it up or changing anything, and learns nothing about the person", async () => {
    const visitor = new Visitor(app);
    for (let times = 0; times < 50; times += 1) expect((await visitor.get(link, { "User-Agent": "mail scanner" })).status).toBe(200);
    const page = await visitor.get(link);
    expect(page.text).toContain("You are invited: Day services planning group");
    expect(page.text).not.toContain("Fiadh");
    expect((await started()).home).toMatch(/^\/my\/m\/[A-Z]{8}$/u);
  });

  test("has no token in the address after pressing Start", async () => {
    const { visitor, home } = await started();
    const hub = await visitor.get(home);
    expect(hub.text).toContain("Hello Fiadh.");
    expect(hub.html).not.toContain(link.split("/").at(-1));
  });

  test("gets one and the same page for a link that is unknown and for somebody else's meeting", async () => {
    const unknown = await new Visitor(app).get(`/i/${"A".repeat(43)}`);
    const short = await new Visitor(app).get("/i/short");
    expect([unknown.status, short.status]).toEqual([404, 404]);
    expect(unknown.text).toBe(short.text);
    const { visitor } = await started();
    expect((await visitor.get("/my/m/ZZZZZZZZ")).status).toBe(404);
  });

  test("can skip every question and still send", async () => {
    const { visitor, home } = await started();
    const skipped = await visitor.submit(`${home}/access/topics`, { version: "0" }, { button: "skip" });
    expect(skipped.location).toBe(`${home}/access/check#main`);
    const page = await visitor.get(`${home}/access/check`);
    expect(page.text).toContain("Send my answers");
  });

  test("is asked to choose one or the other when 'I do not need anything' stands beside a topic, and nothing is saved", async () => {
    const { visitor, home } = await started();
    const answer = await visitor.submit(`${home}/access/topics`, { version: "0", topics: ["communication", "nothing"] });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("You chose 'I do not need anything' and other topics. Choose one or the other.");
    expect((await visitor.get(home)).text).toContain("Not started");
  });

  test("says what they need, sees the exact words each reader will read, sends, changes it and sends again", async () => {
    const { visitor, home } = await started();
    const version = async (step: string) =>
      /name="version" value="(\d+)"/u.exec((await visitor.get(`${home}/access/${step}`)).html)?.[1] ?? "";
    const save = async (step: string, fields: Record<string, string | readonly string[]>) =>
      visitor.submit(`${home}/access/${step}`, { version: await version(step), ...fields });

    expect((await save("topics", { topics: ["communication", "senses"] })).location).toBe(`${home}/access/communication#main`);
    await save("communication", { communication: ["bsl-interpreter"], note: "I like <b>Ana</b> to interpret." });
    await save("senses", { senses: ["no-flashing"] });
    const essential = await visitor.get(`${home}/access/essential`);
    expect(essential.text).toContain("British Sign Language interpreter");
    await save("essential", { "strength_bsl-interpreter": "essential" });

    const sharing = await visitor.get(`${home}/access/sharing`);
    expect(sharing.text).toContain("Who can see your answers");
    const venueWords = sharing.text.split("The venue\n")[1]?.split("The interpreter or captioner")[0] ?? "";
    expect(venueWords).not.toContain("Fiadh");
    expect(venueWords).not.toContain("Ana");
    expect(sharing.html).toContain("&lt;b&gt;Ana&lt;/b&gt;");

    const sent = await visitor.submitAndFollow(`${home}/access/check`, { version: await version("check") });
    expect(sent.text).toContain("Done: we have your answers");
    expect((await visitor.get(home)).text).toContain("Done");

    await save("communication", { communication: ["bsl-interpreter", "captions-human"], note: "" });
    expect((await visitor.get(home)).text).toContain("Changed: not sent yet");
    const check = await visitor.get(`${home}/access/check`);
    expect(check.text).toContain("British Sign Language interpreter: I cannot take part without it");
    await visitor.submit(`${home}/access/check`, { version: await version("check") });
    expect((await visitor.get(home)).text).not.toContain("Changed: not sent yet");
  });

  test("whose answers were changed in another window is told, keeps what they typed, and overwrites nothing", async () => {
    const { visitor, home } = await started();
    const answer = await visitor.submit(`${home}/access/senses`, { version: "1", senses: ["quiet-room"], note: "typed just now" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Your answers were changed in another window.");
    expect(answer.html).toContain("typed just now");
    expect((await visitor.get(`${home}/access/check`)).text).not.toContain("typed just now");
  });

  test("sends a form twice and is answered once", async () => {
    const { visitor, home } = await started();
    const page = await visitor.get(`${home}/coming`);
    const fields = Object.fromEntries(
      [...page.html.matchAll(/name="(formToken|intentKey|version)" value="([^"]*)"/gu)].map((found) => [found[1] ?? "", found[2] ?? ""]),
    );
    const first = await visitor.post(`${home}/coming`, { ...fields, reply: "coming-online" });
    const second = await visitor.post(`${home}/coming`, { ...fields, reply: "coming-online" });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect((await visitor.get(home)).text).toContain("Done: coming online");
  });

  test("says no, is asked why on a page of its own, and may leave it all empty", async () => {
    const { visitor, home } = await started();
    const version = async () => /name="version" value="(\d+)"/u.exec((await visitor.get(`${home}/coming`)).html)?.[1] ?? "";
    const said = await visitor.submit(`${home}/coming`, { reply: "not-coming", version: await version() });
    expect(said.location).toBe(`${home}/coming/no#main`);
    const page = await visitor.get(`${home}/coming/no`);
    expect(page.text).toContain("Would you like to give your views another way?");
    const sent = await visitor.submit(`${home}/coming/no`, { version: await version() });
    expect(sent.status).toBe(303);
    expect((await visitor.follow(sent.location ?? "")).text).toContain("There will be no more reminders about this meeting.");
    await visitor.submit(`${home}/coming`, { reply: "coming-online", version: await version() });
    expect((await visitor.get(`${home}/coming/no`)).location).toBe(`${home}/coming`);
  });

  test("without a link that opens can type the code from the letter there and then", async () => {
    const page = await new Visitor(app).get("/i/nosuchlink");
    expect(page.status).toBe(404);
    expect(page.text).toContain("Check the whole link was copied. If it came in a letter, type the short code here.");
    expect(page.html).toContain('action="/link-help#problem"');
  });

  test("before starting can choose to read in Easy Read, and is let in nowhere by it", async () => {
    const visitor = new Visitor(app);
    const chosen = await visitor.submit(link, { intent: "easy" });
    expect(chosen.location).toBe(`${link}#main`);
    expect((await visitor.get(link)).text).toContain("Read this in standard words");
  });

  test("clears this device and is a stranger afterwards, with the link still working", async () => {
    const { visitor, home } = await started();
    const cleared = await visitor.submit("/my/clear", {});
    expect(cleared.headers.get("Clear-Site-Data")).toContain("storage");
    expect((await visitor.get(home)).status).toBe(404);
    expect((await visitor.submit(link, {})).location).toContain("/my/m/");
  });

  test("who says the link is not theirs switches every link to it off", async () => {
    const links = await app.fromBuild.exampleLinks();
    const newer = new URL(links.find(({ who }) => who.startsWith("Attendee"))?.address ?? "").pathname;
    await new Visitor(app).submit(`${newer}/not-me`, {});
    expect((await new Visitor(app).get(newer)).status).toBe(404);
    expect((await new Visitor(app).get(link)).status).toBe(404);
  });
});
