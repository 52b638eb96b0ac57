// A coordinator types what they measured: the same slips are caught as on the venue's own checklist.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp, Visitor, type App } from "#tests/support/app.ts";

let app: App;
let asha: Visitor;
let facts: string;

beforeAll(async () => {
  app = await openApp({ withExample: true });
  asha = await new Visitor(app).signInAs("coordinator");
  const venue = await app.instance.context().db.query.venues.findFirst();
  facts = `/venues/${venue?.id ?? ""}/facts`;
}, 60_000);
afterAll(() => app.close());

const typed = (value: string) => ({
  value,
  source: "we-measured",
  saidBy: "Asha Grewal",
  "checkedOn-day": "23",
  "checkedOn-month": "11",
  "checkedOn-year": "2026",
  note: "",
});

test("a door typed in millimetres is not kept as one ten times as wide", async () => {
  const address = `${facts}/internal-door-width`;
  const { status, text, html } = await asha.submit(address, typed("820"));
  expect(status).toBe(422);
  expect(text).toContain("Type centimetres, not millimetres: 800 millimetres is 80.");
  expect(html).toContain('value="820"');
  expect((await asha.submit(address, typed("82"))).status).toBe(303);
  expect((await asha.get(address)).text).toContain("82 cm");
});

test("what is counted is a whole number", async () => {
  const address = `${facts}/parking-accessible-bay-count`;
  expect((await asha.submit(address, typed("1.5"))).text).toContain("Spaces must be a whole number, like 2");
});
