import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPaymentFromJson } from "../../../scripts/check-payment-door.ts";

const offer = {
  nation: "england",
  activities: [{ id: "board", on: "2026-12-08", minutes: 120 }],
  payments: [
    { id: "fee", kind: "fee", pence: 7500, payer: "Harbour Trust", payroll: "no", for: [{ activity: "board" }], dueOn: "2026-12-15" },
  ],
  expenses: [
    {
      id: "bus",
      kind: "travel-to-venue",
      pence: 640,
      payer: "Harbour Trust",
      meetsActualCost: "yes",
      activity: "board",
      dueOn: "2026-12-15",
    },
  ],
  serviceUser: { a: "yes", b: "yes", c1: "yes" },
  benefits: "some",
  circumstances: { "carers-allowance": {}, pip: {} },
  otherEarnings: { answer: "none" },
};

function refusals(change: object): readonly string[] {
  const answer = checkPaymentFromJson(JSON.stringify({ ...offer, ...change }));
  return answer.ok ? [] : answer.refusal;
}

describe("checking a payment from the command line", () => {
  test("gives each benefit its effect, sums, figures, whom to tell, and the answer together", () => {
    const answer = checkPaymentFromJson(JSON.stringify(offer));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        overall: { result: "R2", strictest: "WITHIN_LIMIT", mayShowTotal: true },
        benefits: [
          {
            benefit: "carers-allowance",
            effect: "WITHIN_LIMIT",
            tell: [{ id: "ca-tell-the-unit" }, { id: "keep-the-letter" }, { id: "keep-receipts" }],
          },
          { benefit: "pip", effect: "NO_EFFECT" },
        ],
        largestThatFits: [{ payment: "fee", overall: { answer: "up-to", pence: 20400 } }],
      },
    });
    if (!answer.ok) return;
    const [carers] = answer.value.benefits;
    expect(carers?.figures.map((figure) => [figure.value, figure.from, figure.grade])).toContainEqual([
      { pence: 20400, per: "week" },
      "2026-04-06",
      "confirmed",
    ]);
    expect(carers?.sums.map((sum) => sum.steps.at(-1))).toEqual(
      Array.from({ length: 3 }, () => ({ label: "left", operation: "equals", unit: "pence", amount: 12900 })),
    );
    for (const why of answer.value.benefits.flatMap((benefit) => benefit.why)) expect(why.sources.length).toBeGreaterThan(0);
  });

  test.each([
    ["an unknown key", { colour: "red" }, "colour: not a key we know"],
    ["an unknown nation", { nation: "Narnia" }, "nation: expected one of england, wales, scotland, northern-ireland"],
    ["an unknown benefit", { circumstances: { luck: {} } }, "circumstances.luck: not a key we know"],
    ["a fact of another benefit", { circumstances: { pip: { periodDay: 3 } } }, "circumstances.pip.periodDay: not a key we know"],
    ["a day that does not exist", { activities: [{ id: "board", on: "2026-02-30" }] }, "activities[0].on: expected a day like 2026-06-02"],
    ["part pennies", { payments: [{ ...offer.payments[0], pence: 75.5 }] }, "payments[0].pence: expected whole pence from 0 to 9999999"],
    ["pounds as text", { payments: [{ ...offer.payments[0], pence: "75" }] }, "payments[0].pence: expected whole pence from 0 to 9999999"],
    [
      "money below nothing",
      { payments: [{ ...offer.payments[0], pence: -1 }] },
      "payments[0].pence: expected whole pence from 0 to 9999999",
    ],
    [
      "an activity nobody listed",
      { payments: [{ ...offer.payments[0], for: [{ activity: "lunch" }] }] },
      "payments[0].for[0].activity: expected the id of one of the activities",
    ],
    [
      "two payments with one id",
      { payments: [offer.payments[0], offer.payments[0]] },
      "payments[1].id: two payments or expenses have this id",
    ],
    [
      "parts that do not add up",
      { payments: [{ ...offer.payments[0], for: [{ activity: "board", pence: 7000 }] }] },
      "payments[0].for: expected parts for every activity, adding up to the payment",
    ],
    [
      "take-home pay above the pay",
      { payments: [{ ...offer.payments[0], takeHomePence: 7501 }] },
      "payments[0].takeHomePence: expected no more than the payment",
    ],
    [
      "a period day no month has",
      { circumstances: { "universal-credit": { periodDay: 32 } } },
      "circumstances.universal-credit.periodDay: expected a day of the month from 1 to 31",
    ],
    ["no benefits, with one named", { benefits: "none" }, "benefits: expected some or not-sure, because circumstances names a benefit"],
    [
      "two answers about how much somebody gets",
      { circumstances: { "universal-credit": { usualAwardPence: 1, awardMoreThanCut: "yes" } } },
      "circumstances.universal-credit.awardMoreThanCut: expected only one of usualAwardPence and awardMoreThanCut",
    ],
  ])("refuses %s by name", (_what, change, line) => {
    expect(refusals(change)).toContain(line);
  });

  test("never repeats what was typed", () => {
    expect(
      refusals({ nation: "my secret", serviceUser: { a: "my secret" }, otherEarnings: { answer: "my secret" } }).join(" "),
    ).not.toMatch(/secret/u);
  });

  test("refuses what is not JSON", () => {
    expect(checkPaymentFromJson("{")).toEqual({ ok: false, refusal: ["input: expected JSON"] });
  });
});

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bundled = ["linux-x64", "linux-arm64", "win-x64"]
  .map((name) => `${root}node_modules/node-${name}/bin/node`)
  .find((path) => existsSync(path));
const node = Number(process.versions.node.split(".")[0]) >= 24 ? process.execPath : bundled;

describe.skipIf(node === undefined)("the command itself", () => {
  const run = (input: string) => spawnSync(node ?? "", [`${root}scripts/check-payment.ts`], { input, encoding: "utf8", cwd: root });

  test("answers on standard output and ends with 0", () => {
    const done = run(JSON.stringify(offer));
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ overall: { result: "R2" } });
  }, 30_000);

  test("refuses on standard error, says nothing on standard output and ends with 2", () => {
    const done = run(JSON.stringify({ ...offer, colour: "red" }));
    expect([done.status, done.stdout, done.stderr.trim().split("\n").at(-1)]).toEqual([2, "", "colour: not a key we know"]);
  }, 30_000);
});
