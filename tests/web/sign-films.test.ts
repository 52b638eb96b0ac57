// Videos in British Sign Language: an administrator says where each is, and people find a plain link and its words on its page.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarDateOf, instantOf } from "#app/domain/basics/dates.ts";
import type { Attendee } from "#app/domain/people/actors.ts";
import { filmSlots } from "#app/domain/people/sign-films.ts";
import { mintLink } from "#app/services/links.server.ts";
import { saveOwnAnswers } from "#app/services/needs.server.ts";
import { saveFilm } from "#app/services/sign-films.server.ts";
import { filmedWords, watchWords } from "#app/words/sign-films.ts";
import { administratorIn } from "#tests/support/administrators.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";
import { afterwards, invitedPerson, markEverybody, pastMeeting, sentClaim } from "#tests/support/claims.ts";
import { makeOrganisation } from "#tests/support/meeting.ts";
import { valueOf } from "#tests/support/results.ts";

const video = {
  address: "https://films.example.org/invitation",
  length: "1:40",
  captions: "yes",
  transcript: "You are invited.\nYou can say no.",
  checkedBy: "Mina Ray",
  "checkedOn-day": "20",
  "checkedOn-month": "11",
  "checkedOn-year": "2026",
  version: "0",
};
const label = "Watch this invitation in BSL";

describe("a video in British Sign Language", () => {
  let app: App;
  let invitation: string;
  beforeAll(async () => {
    app = await openApp({ withExample: true });
    const link = (await app.fromBuild.exampleLinks()).find(({ who }) => who.startsWith("Attendee"));
    invitation = new URL(link!.address).pathname;
  });
  afterAll(() => app.close());

  const asha = async () => new Visitor(app).signInAs("coordinator");
  const page = "/settings/videos/invitation";

  test("is not spoken of where there is none", async () => {
    expect((await new Visitor(app).get(invitation)).text).not.toContain("in BSL");
  });

  test("needs an https address, captions, a transcript and who checked it, and keeps what was typed", async () => {
    const { captions: _none, ...uncaptioned } = video;
    const answer = await (
      await asha()
    ).submit(page, { ...uncaptioned, address: "http://films.example.org/a", transcript: "", checkedBy: "" });
    expect(answer.status).toBe(422);
    for (const sentence of [
      "Enter a web address that begins with https://",
      "Add captions",
      "Add a transcript",
      "Enter who checked the video",
    ]) {
      expect(answer.text).toContain(sentence);
    }
    expect(answer.html).toContain('value="http://films.example.org/a"');
    expect((await new Visitor(app).get(invitation)).text).not.toContain(label);
  });

  test("is not for somebody who checks claims to see or to set", async () => {
    const tom = await new Visitor(app).signInAs("checks");
    for (const path of [page, "/settings/videos"]) expect((await tom.get(path)).status).toBe(404);
  });

  test("is a plain link with its length, its site and its words, and nothing of it is loaded", async () => {
    const saved = await (await asha()).submitAndFollow(page, video);
    expect(saved.text).toContain("People see the video on its page now.");
    const { html, text } = await new Visitor(app).get(invitation);
    expect(html).toContain(`href="${video.address}"`);
    expect(text).toContain("BSL video with captions, 1 minute 40. It opens on films.example.org.");
    expect(text).toContain("You can say no.");
    expect(html).not.toMatch(/<(?:video|iframe|script|embed|object)\b/u);
    expect(html).not.toMatch(/\bsrc="https?:/u);
  });

  test("comes before the words of the page for somebody who asked for that", async () => {
    const visitor = new Visitor(app);
    const orderOf = async () => {
      const { text } = await visitor.get(invitation);
      expect(text).toContain(label);
      expect(text).toContain("This is not for me");
      return text.indexOf(label) < text.indexOf("This is not for me");
    };
    expect(await orderOf()).toBe(false);
    await visitor.submit("/display", { bslFirst: "yes" });
    expect(await orderOf()).toBe(true);
  });

  test("goes from its page when it is removed, and only the one that was looked at", async () => {
    const looking = await asha();
    const late = await looking.submitAndFollow(page, { remove: "yes", version: "7" });
    expect(late.text).toContain("Nothing was removed");
    expect((await new Visitor(app).get(invitation)).text).toContain(label);
    await looking.submitAndFollow(page, { remove: "yes", version: "1" });
    expect((await new Visitor(app).get(invitation)).text).not.toContain(label);
  });

  test("is not there under a name that is no place of ours", async () => {
    expect((await (await asha()).get("/settings/videos/elsewhere")).status).toBe(404);
  });
});

describe("on the page it explains, a video", () => {
  let app: App;
  let visitor: Visitor;
  let mia: Attendee;
  let home: string;
  let organisationId: string;

  beforeAll(async () => {
    app = await openApp({ at: afterwards });
    const moment = (at: string) => app.instance.context(instantOf(at));
    const made = await makeOrganisation(moment("2026-08-01T09:00:00.000Z"));
    organisationId = made.organisationId;
    const { reference } = await pastMeeting(moment, made.coordinator);
    mia = await invitedPerson(moment, made.coordinator, reference);
    await markEverybody(moment(afterwards), made.coordinator, reference);
    const answers = { topics: ["senses"], chosen: [{ id: "bsl-interpreter", strength: "essential" }], visited: ["topics"] } as const;
    const asked = moment(afterwards);
    valueOf(await saveOwnAnswers(asked, mia, 0, (empty) => ({ ...empty, ...answers }), asked.newId()));
    const ines = await administratorIn(moment(afterwards), organisationId);
    for (const slot of filmSlots) {
      const film = { address: `https://films.example.org/${slot}`, seconds: 100, transcript: `Signed: ${slot}.`, checkedBy: "Mina Ray" };
      valueOf(await saveFilm(moment(afterwards), ines, { slot, version: 0 }, { ...film, checkedOn: calendarDateOf("2026-11-02") }));
    }
    visitor = await enteredAs(mia);
    home = `/my/m/${reference}`;
  });
  afterAll(() => app.close());

  async function enteredAs({ invitationId }: Attendee): Promise<Visitor> {
    const context = app.instance.context();
    const path = await context.change(async (tx) =>
      mintLink(context, tx, { organisationId, kind: "invitation", id: invitationId, meetingDate: null }),
    );
    const entering = new Visitor(app);
    await entering.submit(path, {});
    return entering;
  }

  const pages = [
    ["who-sees", "/access/sharing"],
    ["payment", "/pay"],
    ["claim", "/claim"],
    ["complain", "/claim/problem"],
  ] as const;

  test.each(pages)("about %s stands alone with its length, its site and its words, and says what the page says", async (slot, path) => {
    if (slot === "complain") await sentClaim(app.instance.context(), mia, { kind: "public-transport", pence: 280 });
    const { html, text } = await visitor.get(`${home}${path}`);
    const shown = [...html.matchAll(/href="https:\/\/films\.example\.org\/([^"]*)"/gu)].map(([, one]) => one);
    expect(shown).toEqual([slot]);
    expect(text).toContain(watchWords[slot]);
    expect(text).toContain("BSL video with captions, 1 minute 40. It opens on films.example.org.");
    expect(text).toContain(`Signed: ${slot}.`);
    // Every sentence it was checked against stands on the page, or it was checked against another.
    const same = filmedWords[slot].filter((words) => !words.includes("("));
    expect(same.length).toBeGreaterThan(2);
    expect(same.filter((words) => !text.includes(words))).toEqual([]);
  });
});
