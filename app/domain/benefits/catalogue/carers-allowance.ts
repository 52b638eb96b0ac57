// Carer's Allowance, in England, Wales and Northern Ireland: the rule is in carers-rule.ts, its figures are here.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { penceOf, type Rate } from "#app/domain/basics/money.ts";
import { defineBenefit } from "../benefit.ts";
import { assessCarer, carerRates, carerSpans, page, weeklyFrom, type CarerRule } from "../carers-rule.ts";
import { exampleOffer } from "../example-offer.ts";
import { readySeries } from "../ready-figures.ts";
import { sources } from "../sources.ts";
import { judgeAgainst } from "../weekly-limit.ts";

const goodUntil = calendarDateOf("2027-04-11");

const limits: Dated<Rate<"week">> = {
  entries: [
    weeklyFrom(139_00, "2023-04-10", page("Published widely; not checked again for this program"), "unsure"),
    weeklyFrom(151_00, "2024-04-08", page("gov.scot and Carers in Hertfordshire, on the limit before April 2025"), "confirmed"),
    weeklyFrom(196_00, "2025-04-07", page("Carers UK, Carer's Allowance and the earnings limit (2025/26)"), "confirmed"),
    weeklyFrom(204_00, "2026-04-06", page("gov.uk, Carer's Allowance eligibility (read June 2026)"), "confirmed"),
  ],
  goodUntil,
};

// Northern Ireland follows by its own regulations. Last year's were not seen, and this year's are only expected to match.
const limitsNorthernIreland: Dated<Rate<"week">> = {
  entries: [
    weeklyFrom(139_00, "2023-04-10", page("Published widely; not checked again for this program"), "unsure"),
    weeklyFrom(151_00, "2024-04-08", page("gov.scot and Carers in Hertfordshire, on the limit before April 2025"), "confirmed"),
    weeklyFrom(196_00, "2025-04-07", page("Carers UK (2025/26); the Northern Ireland regulations were not seen"), "derived"),
    weeklyFrom(204_00, "2026-04-06", page("Expected to match Great Britain; the Northern Ireland regulations were not seen"), "unsure"),
  ],
  goodUntil,
};

const ready = readySeries("carers-allowance.weekly-limit", limits);
const readyNorthernIreland = readySeries("carers-allowance.weekly-limit", limitsNorthernIreland);
const judge = judgeAgainst(ready);
const judgeNorthernIreland = judgeAgainst(readyNorthernIreland);

const rule: CarerRule = {
  id: "carers-allowance",
  protection: { costs: "ignored", choosingLess: "not-certain", pension: "half" },
  judgeFor: (nation) => (nation === "northern-ireland" ? judgeNorthernIreland : judge),
  limitOn: (nation) => (nation === "northern-ireland" ? readyNorthernIreland : ready),
  weekBegins: (circumstances) => circumstances.weekBegins,
  tell: (nation) => (nation === "northern-ireland" ? "ca-tell-northern-ireland" : "ca-tell-the-unit"),
  rates: readySeries("carers-allowance.weekly-rate", carerRates),
};

export const carersAllowance = defineBenefit({
  id: "carers-allowance",
  nations: ["england", "wales", "northern-ireland"],
  sources: [sources.carerEntitlement, sources.carerEarningsPeriod, sources.carerGuide],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil },
  figures: { weeklyLimit: limits, weeklyLimitNorthernIreland: limitsNorthernIreland, weeklyRate: carerRates },
  assess: (input) => assessCarer(input, rule),
  spans: (input, over) => carerSpans(input, over, rule),
  examples: [
    {
      title: "£200 of pay with £20 paid into a pension counts as £190 against £196",
      source: "Carers UK, Carer's Allowance and the earnings limit (2025/26)",
      input: {
        offer: exampleOffer({ pence: 0, on: "2025-06-11" }),
        circumstances: {},
        otherEarnings: {
          answer: "some",
          pay: [{ id: "job", pattern: "week", takeHomePence: penceOf(200_00), pensionPence: penceOf(20_00) }],
        },
      },
      expected: { outcome: "NO_EFFECT" },
    },
    {
      title: "With that job, £6 more is exactly the limit",
      source: "Carers UK, Carer's Allowance and the earnings limit (2025/26)",
      input: {
        offer: exampleOffer({ pence: 6_00, on: "2025-06-11" }),
        circumstances: {},
        otherEarnings: {
          answer: "some",
          pay: [{ id: "job", pattern: "week", takeHomePence: penceOf(200_00), pensionPence: penceOf(20_00) }],
        },
      },
      expected: { outcome: "WITHIN_LIMIT", left: 0 },
    },
  ],
});
