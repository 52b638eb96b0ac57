import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceClaimFromJson, type PriceAnswer } from "../../../scripts/price-claim-door.ts";
import { expectOf } from "#tests/support/payment-examples.ts";

type Json = Record<string, unknown>;

const source = { title: "Decision of the board", checkedOn: "2026-11-22" };
const hour = (hourlyPence: number): Json => ({ code: "hour", label: "Working together", basis: { kind: "per-minute", hourlyPence } });
const card = (...lines: readonly Json[]): Json => ({ name: "Example Trust rates", validFrom: "2025-01-01", source, lines });
const meeting = (minutes: number, more: Json = {}): Json => ({ id: "m", date: "2026-09-10", activity: "meeting", minutes, ...more });
const given = (change: {
  readonly rateCard?: unknown;
  readonly offer?: Json;
  readonly claim?: Json;
  readonly costRules?: Json;
  readonly otherLines?: readonly Json[];
}): Json => ({
  rateCard: card(hour(2500)),
  ...change,
  offer: { reference: "OFFER001", madeOn: "2026-08-01", activities: [], costsCovered: allKinds, ...change.offer },
  claim: {
    reference: "CLAIM001",
    person: "P1",
    event: "M1",
    activityDate: "2026-09-10",
    sentOn: "2026-09-12",
    choice: { kind: "full" },
    paidByEmployerForThisTime: "no",
    budgetCode: "CP-1",
    ...change.claim,
  },
});
const allKinds = ["public-transport", "taxi", "own-vehicle", "care", "assistant", "food-drink", "overnight-stay"];

function priced(change: Parameters<typeof given>[0]): PriceAnswer {
  const answer = priceClaimFromJson(JSON.stringify(given(change)));
  if (!answer.ok) throw new Error(answer.refusal.join("\n"));
  return answer.value;
}
function refusals(whole: unknown): readonly string[] {
  const answer = priceClaimFromJson(typeof whole === "string" ? whole : JSON.stringify(whole));
  return answer.ok ? [] : answer.refusal;
}
const flagsIn = (answer: PriceAnswer) => answer.flags.map(({ flag }) => flag);

const expected = expectOf<Record<string, unknown>>;

const niceBands = (lower: number, higher: number, inclusive: boolean): Json => ({
  kind: "band",
  bands: [
    { from: { minutes: 0, inclusive: false }, to: { minutes: 240, inclusive }, pence: lower },
    { from: { minutes: 240, inclusive: !inclusive }, to: "no-end", pence: higher },
  ],
});
const nice = card(
  { code: "contributor", label: "Sharing lived experience", activities: ["meeting"], basis: niceBands(7500, 15000, true) },
  {
    code: "decider",
    label: "A decision-making role",
    activities: ["meeting"],
    roles: ["decision maker"],
    basis: niceBands(15000, 30000, true),
  },
  { code: "review", label: "One review", activities: ["review"], basis: { kind: "per-item", eachPence: 2500 } },
);
const quarters = card({
  code: "quarters",
  label: "Working together",
  basis: { kind: "started-unit", unitMinutes: 15, hourlyPence: 1800 },
  minimumMinutes: 60,
  dayCapPence: 12000,
});
const controls: Json = { withoutReceiptUpToPence: 1000, claimWithinDays: 92 };
const bus = (more: Json): Json => ({ id: "bus", date: "2026-09-10", kind: "public-transport", ...more });

describe("the worked cases of rates", () => {
  test.each([
    ["S01", nice, [meeting(240)]],
    ["S02", card({ code: "x", label: "A meeting", basis: niceBands(7500, 15000, false) }), [meeting(240)]],
    ["S03", nice, [meeting(255, { role: "decision maker" })]],
    ["S04", nice, [{ id: "r", date: "2026-09-10", activity: "review", items: 2 }]],
    [
      "S05",
      card(hour(2500)),
      [
        meeting(120),
        { id: "r", date: "2026-09-10", activity: "reading", minutes: 45 },
        { id: "f", date: "2026-09-10", activity: "feedback", minutes: 15 },
      ],
    ],
    ["S06", quarters, [meeting(100)]],
    ["S07", card(hour(1650)), [meeting(35)]],
    ["S08", quarters, [meeting(35)]],
    ["S09", quarters, [meeting(300), meeting(180, { id: "m2", event: "M2" })]],
  ])("%s", (id, rateCard, activities) => {
    expect(priced({ rateCard, offer: { activities } }).totals.timePence).toBe(expected(id)["timePence"]);
  });

  test("S06 and S08: the minutes paid for are told", () => {
    const paid = (minutes: number) =>
      priced({ rateCard: quarters, offer: { activities: [meeting(minutes)] } }).offer.activities[0]?.paidMinutes;
    expect(paid(100)).toBe(expected("S06")["paidMinutes"]);
    expect(paid(35)).toBe(expected("S08")["paidMinutes"]);
  });

  test("S09: the cut is a line of its own with its words", () => {
    const answer = priced({ rateCard: quarters, offer: { activities: [meeting(300), meeting(180, { id: "m2", event: "M2" })] } });
    expect(answer.lines.find(({ because }) => because === "cap")).toMatchObject({
      pence: -2400,
      what: "The most for one day is £120. Thursday 10 September 2026 came to £144.",
    });
  });

  test("S28: the version in force on the day of the activity prices it", () => {
    const versions = [
      { ...card(hour(1250)), name: "before", version: 1 },
      { ...card(hour(1380)), name: "after", version: 2, validFrom: "2025-12-16" },
    ];
    const nameOn = (date: string) => priced({ rateCard: versions, offer: { activities: [meeting(60, { date })] } }).offer.card.name;
    expect(["2025-12-15", "2025-12-16"].map(nameOn)).toEqual(expected("S28")["cardVersions"]);
  });

  test("S31: unwell on the morning, the reading done and the lost fare are paid, the meeting is not", () => {
    const rule = { cancelledBy: "participant", noticeUnderMinutes: "any", pays: { kind: "nothing" }, paysPreparationDone: true };
    const answer = priced({
      rateCard: { ...quarters, cancellation: [rule] },
      offer: { activities: [meeting(120), { id: "r", date: "2026-09-09", activity: "reading", minutes: 60 }] },
      claim: {
        attendance: "not",
        calledOff: { by: "participant", noticeMinutes: 180, preparationDone: true },
        costs: [bus({ spentPence: 1890, receipt: { kind: "photo", fileHash: "h1" } })],
      },
    });
    expect({
      timePence: answer.totals.timePence,
      farePence: answer.totals.costsPence,
      payPence: answer.totals.toPayPence,
      meetingPence: answer.lines.find(({ id }) => id === "time-m")?.pence,
    }).toEqual(expected("S31"));
  });

  test("called off without a rule in the offer, nothing is paid by the machine and a person decides", () => {
    const answer = priced({
      offer: { activities: [meeting(120)] },
      claim: { calledOff: { by: "organiser", noticeMinutes: 60, preparationDone: false } },
    });
    expect(answer.totals.timePence).toBe(0);
    expect(answer.flags).toContainEqual(expect.objectContaining({ flag: "called-off", level: "a-person-decides" }));
  });

  test("half the payment for a short notice is half of what the meeting would have come to", () => {
    const rule = { cancelledBy: "organiser", noticeUnderMinutes: 2880, pays: { kind: "percent", percent: 50 }, paysPreparationDone: true };
    const [line] = priced({
      rateCard: { ...card(hour(2500)), cancellation: [rule] },
      offer: { activities: [meeting(121)] },
      claim: { calledOff: { by: "organiser", noticeMinutes: 2879, preparationDone: false } },
    }).lines;
    expect(line).toMatchObject({ pence: 2521, working: expect.arrayContaining(["Called off: 50% of £50.42: £25.21."]) as unknown });
  });
});

describe("the worked cases of costs", () => {
  const own = (more: Json): Json => ({ id: "car", date: "2026-03-02", kind: "own-vehicle", vehicle: "car", milesTenths: 374, ...more });

  test("S10: a passenger is a line of its own", () => {
    const answer = priced({ claim: { costs: [own({ passengers: ["Sam"] })] } });
    expect(answer.totals.costsPence).toBe(expected("S10")["totalPence"]);
    expect(answer.lines[0]?.working).toEqual(
      expect.arrayContaining(["37.4 miles at 45p a mile: £16.83.", "1 passenger for 37.4 miles at 5p a mile each: £1.87."]),
    );
  });

  test("S11: a cycle", () => {
    expect(priced({ claim: { costs: [own({ vehicle: "cycle", milesTenths: 65 })] } }).totals.costsPence).toBe(
      expected("S11")["mileagePence"],
    );
  });

  test("S12: the miles before in the tax year count", () => {
    const earlierJourneys = [{ date: "2025-06-01", vehicle: "car", milesTenths: 99_900 }];
    const costs = [own({ milesTenths: 240 })];
    expect(priced({ claim: { costs, earlierJourneys } }).totals.costsPence).toBe(expected("S12")["mileagePence"]);
  });

  test("miles of the tax year before do not count", () => {
    const earlierJourneys = [{ date: "2025-04-05", vehicle: "car", milesTenths: 99_900 }];
    expect(priced({ claim: { costs: [own({ milesTenths: 240 })], earlierJourneys } }).totals.costsPence).toBe(1080);
  });

  test("S13: the part above what HMRC approves is flagged", () => {
    const mileage = { name: "Staff mileage", yearBegins: "01-01", car: { firstPence: 56, afterMiles: 3500, thenPence: 21 } };
    const answer = priced({ costRules: { ...controls, mileage }, claim: { costs: [own({ milesTenths: 240 })] } });
    expect(answer.totals.costsPence).toBe(expected("S13")["mileagePence"]);
    expect(answer.flags).toContainEqual(
      expect.objectContaining({ facts: { line: "car", finding: { finding: "above-approved-mileage", approved: 1080, above: 264 } } }),
    );
  });

  test("S14: a lost bus ticket is paid with its reason, and noted", () => {
    const answer = priced({
      costRules: controls,
      claim: { costs: [bus({ spentPence: 280, receipt: { kind: "lost", reason: "ticket kept by machine" } })] },
    });
    expect(answer.totals.toPayPence).toBe(expected("S14")["payPence"]);
    expect(answer.flags[0]).toMatchObject({ level: "note", facts: { finding: { finding: "paid-without-receipt" } } });
  });

  test("S15: a late claim goes to a person and is not refused", () => {
    const answer = priced({
      costRules: controls,
      offer: { activities: [meeting(60, { date: "2026-03-02" })] },
      claim: { activityDate: "2026-03-02", sentOn: "2026-07-02" },
    });
    expect(answer.flags).toContainEqual(expect.objectContaining({ flag: "late", level: "a-person-decides" }));
    expect(answer.totals.toPayPence).toBe(2500);
  });

  test("S16: the same time in another claim stops this one", () => {
    const answer = priced({
      offer: { activities: [meeting(60)] },
      otherLines: [
        {
          claim: "CLAIM000",
          line: "t",
          person: "P1",
          event: "M1",
          date: "2026-09-10",
          pence: 2500,
          what: { kind: "time", activity: "meeting" },
        },
      ],
    });
    expect(answer.flags[0]).toMatchObject({ flag: "claimed-already", level: "stops" });
  });

  test("S22: all declined before, costs still paid", () => {
    const answer = priced({
      rateCard: nice,
      offer: { activities: [meeting(240)] },
      claim: { choice: { kind: "costs-only" }, costs: [bus({ spentPence: 1240, receipt: { kind: "photo", fileHash: "h" } })] },
    });
    expect({ timePence: answer.totals.timePence, payPence: answer.totals.toPayPence }).toMatchObject({
      timePence: expected("S22")["timePence"],
      payPence: expected("S22")["payPence"],
    });
  });

  test("S23: an employer pays the time, the fare is met", () => {
    const answer = priced({
      offer: { activities: [meeting(120)] },
      claim: { paidByEmployerForThisTime: "yes", costs: [bus({ spentPence: 860, receipt: { kind: "photo", fileHash: "h" } })] },
    });
    expect({ timePence: answer.totals.timePence, payPence: answer.totals.toPayPence }).toEqual(expected("S23"));
  });

  test("S29: a meal is paid as spent, under its ceiling", () => {
    const costs = [
      {
        id: "lunch",
        date: "2026-09-10",
        kind: "food-drink",
        spentPence: 430,
        away: { minutes: 360, past8pm: false },
        receipt: { kind: "photo", fileHash: "h" },
      },
    ];
    expect(priced({ costRules: { ...controls, meals: "hmrc-benchmark" }, claim: { costs } }).totals.toPayPence).toBe(
      expected("S29")["payPence"],
    );
  });

  test("S30: cover for care is met and is not part of the person's time", () => {
    const costs = [
      {
        id: "care",
        date: "2026-09-10",
        kind: "care",
        spentPence: 4900,
        alreadyInCarePackage: "no",
        receipt: { kind: "photo", fileHash: "h" },
      },
    ];
    const { totals } = priced({ costRules: controls, claim: { costs } });
    expect([totals.toPayPence, totals.timePence]).toEqual([expected("S30")["payPence"], 0]);
  });

  test("a personal assistant stands apart from costs and from time", () => {
    const costs = [{ id: "pa", date: "2026-09-10", kind: "assistant", spentPence: 6000, receipt: { kind: "photo", fileHash: "h" } }];
    expect(priced({ claim: { costs } }).totals).toMatchObject({ accessPence: 6000, costsPence: 0, timePence: 0 });
  });
});

describe("what was had before the meeting", () => {
  const fare = bus({ spentPence: 1240, receipt: { kind: "photo", fileHash: "h" } });

  test("an advance is taken off the cost it was for, in words", () => {
    const answer = priced({
      claim: { costs: [fare], advances: [{ id: "a", pence: 1000, paidOn: "2026-09-08", covers: "public-transport" }] },
    });
    expect(answer.totals).toMatchObject({ costsPence: 1240, advancesTakenPence: 1000, toPayPence: 240 });
    expect(answer.lines.at(-1)).toMatchObject({ pence: -1000, what: "Paid before the meeting, on Tuesday 8 September 2026" });
  });

  test("what is left of an advance waits for a person and never goes below nothing", () => {
    const answer = priced({ claim: { costs: [fare], advances: [{ id: "a", pence: 2000, paidOn: "2026-09-08", covers: "any-cost" }] } });
    expect(answer.totals.toPayPence).toBe(0);
    expect(answer.leftOver).toEqual([{ advance: "a", pence: 760 }]);
  });
});

describe("strictness", () => {
  test.each([
    ["not JSON", "{", ["input: expected JSON"]],
    ["an unknown key", { ...given({}), colour: "red" }, ["colour: not a key we know"]],
    [
      "part pennies",
      given({ claim: { costs: [bus({ spentPence: 2.5 })] } }),
      ["claim.costs[0].spentPence: expected whole pence from 0 to 99999999"],
    ],
    [
      "money below nothing",
      given({ claim: { costs: [bus({ spentPence: -1 })] } }),
      ["claim.costs[0].spentPence: expected whole pence from 0 to 99999999"],
    ],
    ["a day that does not exist", given({ claim: { sentOn: "2026-02-30" } }), ["claim.sentOn: expected a day like 2026-06-02"]],
    ["two costs with one id", given({ claim: { costs: [bus({}), bus({})] } }), ["claim.costs[1].id: two have this id"]],
    [
      "a gap between bands",
      given({
        rateCard: card({
          code: "b",
          label: "B",
          basis: { kind: "band", bands: [{ from: { minutes: 60, inclusive: false }, to: "no-end", pence: 1 }] },
        }),
      }),
      ["rateCard: No band of rate b covers 1 minute to 1 hour"],
    ],
    [
      "an activity no line pays",
      given({ rateCard: nice, offer: { activities: [{ id: "c", date: "2026-09-10", activity: "chairing", minutes: 60 }] } }),
      ["offer: No rate on this card pays for this. Choose another activity, or add a rate"],
    ],
    [
      "a day before the card",
      given({ offer: { activities: [meeting(60, { date: "2024-12-31" })] } }),
      ["offer.activities[0].date: no version of the rate card is in force on this day"],
    ],
    ["a prototype key", '{"__proto__": {}}', ["__proto__: not a key we know"]],
  ])("%s is refused by name", (_, whole, reasons) => {
    expect(refusals(whole)).toEqual(reasons);
  });

  test("for any damage to a value, it answers or refuses, and never repeats what was sent", () => {
    const marker = "PRIVATE-MARKER-71";
    const paths = [
      ["claim", "attendance"],
      ["offer", "madeOn"],
      ["rateCard", "lines"],
      ["claim", "costs"],
      ["claim", "choice"],
      ["costRules"],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom<unknown>(marker, null, 3.5, [marker], { [marker]: marker }), (path, value) => {
        const whole = structuredClone(given({})) as Record<string, Json>;
        const [first = "", second] = path;
        if (second === undefined) whole[first] = value as Json;
        else (whole[first] as Json)[second] = value;
        expect(
          refusals(whole)
            .filter((line) => !line.includes("not a key we know"))
            .join("\n"),
        ).not.toContain(marker);
      }),
    );
  });
});

test("for any times and costs, the total is the sum of the lines, and nothing is below nothing", () => {
  const anyCost = fc.record({
    kind: fc.constantFrom("public-transport", "assistant", "parking-toll"),
    spentPence: fc.integer({ min: 0, max: 50_000 }),
    receipt: fc.constantFrom<Json>({ kind: "photo", fileHash: "h" }, { kind: "lost", reason: "left on the bus" }, { kind: "not-said" }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 }),
      fc.array(anyCost, { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 3 }),
      fc.constantFrom<Json>({ kind: "full" }, { kind: "less", pence: 1234 }, { kind: "costs-only" }, { kind: "nothing" }),
      (lengths, costs, advances, choice) => {
        const answer = priced({
          rateCard: quarters,
          costRules: controls,
          offer: { activities: lengths.map((minutes, index) => meeting(minutes, { id: `m${index}`, event: `E${index}` })) },
          claim: {
            choice,
            costs: costs.map((cost, index) => ({ ...cost, id: `c${index}`, date: "2026-09-10" })),
            advances: advances.map((pence, index) => ({ id: `a${index}`, pence, paidOn: "2026-09-01", covers: "any-cost" })),
          },
        });
        const { totals } = answer;
        expect(answer.lines.reduce((sum, line) => sum + line.pence, 0)).toBe(totals.toPayPence);
        expect(totals.timePence + totals.costsPence + totals.accessPence).toBe(totals.totalPence);
        expect(totals.totalPence - totals.advancesTakenPence).toBe(totals.toPayPence);
        expect(Math.min(totals.timePence, totals.costsPence, totals.accessPence, totals.toPayPence)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 300 },
  );
});

describe("the command", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const run = (input: string) => spawnSync(process.execPath, [`${root}scripts/price-claim.ts`], { input, encoding: "utf8", cwd: root });

  test("prints JSON and ends well", () => {
    const { status, stdout } = run(JSON.stringify(given({ offer: { activities: [meeting(120)] } })));
    expect([status, (JSON.parse(stdout) as PriceAnswer).totals.toPayPence]).toEqual([0, 5000]);
  });

  test("prints nothing on standard output and ends with 2 when it does not understand", () => {
    const { status, stdout, stderr } = run("{}");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("rateCard: missing");
  });
});

test("a claim that comes to less than the wage floor is only noted", () => {
  const answer = priced({ rateCard: card(hour(1270)), offer: { activities: [meeting(60)] } });
  expect(flagsIn(answer)).toEqual(["under-wage-floor"]);
  expect(flagsIn(priced({ rateCard: card(hour(1271)), offer: { activities: [meeting(60)] } }))).toEqual([]);
});
