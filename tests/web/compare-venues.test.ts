// Comparing venues: all beside each other where there is room, and one at a time with a way to the next on a small screen.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addVenueFor } from "#app/services/venues.server.ts";
import { coordinatorOf } from "#app/domain/people/actors.ts";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
let reference: string;
let venues: readonly { readonly id: string; readonly name: string }[];

beforeAll(async () => {
  app = await openApp({ withExample: true });
  const context = app.instance.context();
  asha = await new Visitor(app).signInAs("coordinator");
  const meeting = await context.db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.state, "open") });
  reference = meeting?.reference ?? "";
  const staff = (await context.db.query.staff.findMany()).find(({ roles }) => roles.includes("coordinator"))!;
  const coordinator = coordinatorOf({ ...staff, staffId: staff.id })!;
  await addVenueFor(context, coordinator, { name: "Quay Rooms", address: "", contactName: "", contactEmail: "", contactPhone: "" });
  venues = await context.db.query.venues.findMany();
}, 60_000);
afterAll(() => app.close());

const at = async (search = "") => asha.get(`/meetings/${reference}/venues${search}`);
/** The names of venues whose card stays on a small screen. */
const shownNarrow = (html: string): readonly string[] =>
  [...html.matchAll(/<li( class="aside-when-narrow")?><article class="item"><div class="item__head"><h2>([^<]*)<\/h2>/gu)].flatMap(
    ([, aside, name = ""]) => (aside === undefined ? [name.replaceAll("&#x27;", "'")] : []),
  );

describe("venues on a small screen", () => {
  test("come one at a time: the first by default, with the way to the next and none before it", async () => {
    const { html, text } = await at();
    expect(text).toContain("Venue 1 of 3");
    expect(shownNarrow(html)).toHaveLength(1);
    expect(text).toContain("Next venue:");
    expect(text).not.toContain("Previous venue:");
  });

  test("each step shows another, and every venue is reached", async () => {
    const seen: string[] = [];
    for (const place of [1, 2, 3]) seen.push(...shownNarrow((await at(`?at=${place}`)).html));
    expect(seen.toSorted()).toEqual(venues.map(({ name }) => name).toSorted());
    const last = await at("?at=3");
    expect(last.text).toContain("Previous venue:");
    expect(last.text).not.toContain("Next venue:");
  });

  test("keep to the venues that were chosen to compare", async () => {
    const two = venues.slice(0, 2).map(({ id }) => `venue=${id}`);
    const { html, text } = await at(`?${two.join("&")}`);
    expect(text).toContain("Venue 1 of 2");
    const next = /class="target" href="([^"#]+)#one-at-a-time"/u.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await asha.get(next)).text).toContain("Venue 2 of 2");
  });

  test.each(["0", "4", "-1", "1.5", "x"])("an address that asks for number %s shows the first", async (place) => {
    expect((await at(`?at=${place}`)).text).toContain("Venue 1 of 3");
  });

  test("one venue alone has no steps", async () => {
    expect((await at(`?venue=${venues[0]?.id ?? ""}`)).text).not.toMatch(/Venue 1 of|Next venue/u);
  });
});

describe("a comparison", () => {
  test("leaves out a venue of another organisation, and says nothing of it", async () => {
    const { text } = await at(`?venue=${venues[0]?.id ?? ""}&venue=somebody-elses`);
    expect(text).not.toContain("Venue 1 of 2");
  });

  test("is refused for a venue that is not theirs, and nothing is chosen", async () => {
    const answer = await asha.submit(`/meetings/${reference}/venues`, { chosen: "somebody-elses", version: "1" });
    expect(answer.status).toBe(404);
  });

  test("says so when the meeting was changed meanwhile", async () => {
    const quay = venues.find(({ name }) => name === "Quay Rooms")?.id ?? "";
    const before = await app.instance.context().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, reference) });
    const answer = await asha.submit(`/meetings/${reference}/venues`, { chosen: quay, version: "999" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("There is a problem");
    const after = await app.instance.context().db.query.meetings.findFirst({ where: (table, { eq }) => eq(table.reference, reference) });
    expect(after?.version).toBe(before?.version);
  });
});
