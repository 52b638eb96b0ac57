// What somebody answers about benefits changes nothing anybody else can open, and is nowhere it could be found: every page of
// everybody else is compared before and after, and the file, its backup, the log and the messages are searched (decision 8).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkSteps } from "#app/domain/benefits/check-answers.ts";
import { benefitIds } from "#app/domain/benefits/names.ts";
import { benefitName } from "#app/words/benefits/names.ts";
import { openApp, type App, type Fields } from "#tests/support/app.ts";
import { makeTwoOrganisations, type TwoOrganisations, type Walker } from "#tests/support/two-organisations.ts";
import { askAs, expectNothingSeen } from "#tests/support/what-others-see.ts";

let app: App;
let both: TwoOrganisations;
let person: Walker;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

beforeAll(async () => {
  app = await openApp({ withExample: true });
  both = await makeTwoOrganisations(app);
  person = both.owners.find(({ who }) => who === "the second organisation's own attendee")!;
});
afterAll(() => app.close());

// Amounts, hours and days nobody else would type, as they are typed and as they are kept.
const typed = {
  carer: { answer: "yes", amount: "61.83", hours: "3.41" },
  otherPay: { answer: "yes", amount: "47.29", hours: "2.13" },
  partner: { answer: "paid", amount: "731.57", hours: "" },
  pension: { answer: "yes", amount: "13.37", hours: "" },
  care: { answer: "yes", amount: "29.91", hours: "" },
} as const;
const markersTyped = ["61.83", "6183", "47.29", "4729", "731.57", "73157", "13.37", "29.91"];

const start = { any: { answer: "yes" }, nation: { answer: "wales" }, organisation: { answer: "statutory" } };
const consulted = { involvement: { answer: "yes" }, services: { answer: "yes" } };
const common = {
  "uc-allowance": { answer: "both" },
  "uc-rent": { answer: "yes" },
  "uc-dates": { day: "27" },
  "uc-self-employed": { answer: "no" },
  "uc-partner": typed.partner,
  esa: { answer: "yes" },
  "pc-part": { answer: "savings" },
  "hb-home": { answer: "no" },
  "hb-permitted": { answer: "no" },
  "hb-group": { answer: "lone-parent" },
  carer: typed.carer,
  "other-pay": typed.otherPay,
  "other-pay-day": {},
  pension: typed.pension,
  "carer-costs": typed.care,
  "uc-cap": { answer: "no" },
  "uc-award": { answer: "no" },
  "uc-assessment": { answer: "yes" },
  "esa-week": { answer: "Thursday" },
  "jsa-week": { answer: "Friday" },
  "carer-week": { answer: "Saturday" },
  "hb-week": { answer: "Tuesday" },
  "pc-week": { answer: "Sunday" },
};
const all = ["universal-credit", "new-style-esa", "new-style-jsa", "carers-allowance", "housing-benefit", "pension-credit"];
const closed = ["income-related-esa", "income-support", "income-based-jsa", "pip", "dla", "attendance-allowance", "state-pension"];

/** Several people's worth of answers, so that every question is asked of somebody. */
const journeys: readonly Readonly<Record<string, Fields>>[] = [
  { ...start, ...consulted, ...common, which: { which: [...all, ...closed, "council-tax-reduction", "another-benefit"] } },
  {
    ...start,
    ...consulted,
    ...common,
    which: { which: ["universal-credit"] },
    "uc-allowance": { answer: "no" },
    "uc-partner": { answer: "no", amount: "", hours: "" },
  },
  {
    ...start,
    ...common,
    organisation: { answer: "research" },
    involvement: { answer: "yes" },
    services: { answer: "no" },
    "benefits-topic": { answer: "no" },
    "carer-of": { answer: "yes" },
    which: { which: ["housing-benefit", "carers-allowance"] },
    carer: { answer: "yes", amount: "190", hours: "3" },
    "hb-home": { answer: "no" },
  },
  {
    ...start,
    ...consulted,
    ...common,
    which: { which: ["new-style-esa", "housing-benefit"] },
    "hb-permitted": { answer: "yes" },
    carer: { answer: "no", amount: "", hours: "" },
  },
  {
    ...start,
    ...consulted,
    ...common,
    which: { which: ["universal-credit"] },
    "uc-allowance": { answer: "child" },
    "uc-rent": { answer: "no" },
    "other-pay": { answer: "yes", amount: "850", hours: "" },
  },
];

// Other pay on the Sunday before the meeting: then the first day of somebody's week decides, and is asked.
const nearby = {
  ...start,
  ...consulted,
  ...common,
  carer: { answer: "no", amount: "", hours: "" },
  "other-pay": { answer: "yes", amount: "190", hours: "3" },
  "other-pay-day": {
    "worked-day": "10",
    "worked-month": "1",
    "worked-year": "2027",
    "paid-day": "10",
    "paid-month": "1",
    "paid-year": "2027",
  },
};
const journeysByWeek: readonly Readonly<Record<string, Fields>>[] = [
  { ...nearby, which: { which: ["new-style-esa", "new-style-jsa", "carers-allowance"] } },
  { ...nearby, which: { which: ["housing-benefit"] } },
  { ...nearby, which: { which: ["pension-credit"] }, "pc-part": { answer: "guarantee" } },
];

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(html)?.[1] ?? "";

/** One journey from the first question to the result and the year, as a browser would send it. Says what was asked. */
async function goThrough(given: Readonly<Record<string, Fields>>, keep: "keep" | "forget"): Promise<readonly string[]> {
  const home = `/my/m/${both.second.ids.meeting}`;
  let page = await askAs(app, person, `${home}/pay/check/keep`);
  const asked: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    const address = /<form method="post" action="([^"#]*)/u.exec(page.text)?.[1] ?? "";
    const step = address.split("/").at(-1) ?? "";
    const secrets = Object.fromEntries(["formToken", "intentKey", "carried"].map((name) => [name, hidden(page.text, name)]));
    if (step === "result") {
      expect((await askAs(app, person, `${home}/pay/check/year`, secrets)).status).toBe(200);
      return asked;
    }
    asked.push(step);
    const fields = step === "keep" ? { answer: keep } : given[step];
    page = await askAs(app, person, address, { ...secrets, ...(fields ?? { intent: "skip" }) });
    expect(page.status, `${step}: ${page.text.slice(0, 200)}`).toBe(200);
  }
  throw new Error("The questions never end");
}

function bytesOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
    .join("\n");
}

describe("what somebody answers about benefits", () => {
  test("changes not one letter of any page, list, paper or file that anybody else may open, kept or forgotten", async () => {
    await expectNothingSeen(app, both, markersTyped, async () => {
      const asked = new Set<string>();
      for (const keep of ["forget", "keep"] as const)
        for (const journey of [...journeys, ...journeysByWeek]) for (const step of await goThrough(journey, keep)) asked.add(step);
      // Payroll is asked only where somebody is offered to be paid through it.
      expect(checkSteps.filter((step) => !asked.has(step) && step !== "payroll")).toEqual([]);
    });
  });

  test("is in no message, no log, and not in plain in the database file or a backup of it", async () => {
    // Shorter names turn up by chance in what is sealed.
    const names = benefitIds.flatMap((id) => [id, benefitName(id)]).filter((name) => name.length >= 9 && /[-A-Z ]/u.test(name));
    const context = app.instance.context();
    const outbox = JSON.stringify(await context.db.query.outbox.findMany());
    const audit = JSON.stringify(await context.db.query.audit.findMany());
    const folder = join(app.folder, "data");
    const file = readdirSync(folder).find((name) => name.endsWith(".db") || name.endsWith(".sqlite"))!;
    const source = new Database(join(folder, file), { readonly: true });
    const copy = join(app.folder, "backup.db");
    await source.backup(copy);
    source.close();
    const places = { outbox, audit, log: app.log.join("\n"), files: bytesOf(folder), backup: readFileSync(copy).toString("latin1") };
    expect(places.backup).toContain("Zqxmeeting");
    for (const [place, text] of Object.entries(places)) {
      expect(
        markersTyped.filter((marker) => marker.includes(".") && text.includes(marker)),
        place,
      ).toEqual([]);
      expect(
        names.filter((name) => text.includes(name)),
        place,
      ).toEqual([]);
    }
  });

  test("is kept for the person only as sealed answers, and goes at their word", async () => {
    const kept = async () => (await app.instance.context().db.query.benefitAnswers.findMany()).length;
    const before = await kept();
    await goThrough(journeys[0]!, "forget");
    expect(await kept()).toBe(before - 1);
  });
});
