// Carer Support Payment, in Scotland, where the award week runs from Sunday: the rule is in carers-rule.ts, its figures are here.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Dated } from "#app/domain/basics/figures.ts";
import { penceOf, type Rate } from "#app/domain/basics/money.ts";
import { defineBenefit } from "../benefit.ts";
import { assessCarer, carerRates, carerSpans, page, weeklyFrom, type CarerRule } from "../carers-rule.ts";
import { exampleOffer } from "../example-offer.ts";
import { readySeries } from "../ready-figures.ts";
import { sources } from "../sources.ts";
import { judgeAgainst } from "../weekly-limit.ts";

const limits: Dated<Rate<"week">> = {
  entries: [
    weeklyFrom(139_00, "2023-11-19", page("Launch limit, by mirroring Carer's Allowance"), "unsure"),
    weeklyFrom(151_00, "2024-04-07", page("mygov.scot, Carer Support Payment: if you work (2024 version)"), "confirmed"),
    weeklyFrom(196_00, "2025-04-06", page("Scottish Government news release, 2 April 2025"), "confirmed"),
    weeklyFrom(204_00, "2026-04-05", page("mygov.scot, Carer Support Payment: if you work (read 10 June 2026)"), "confirmed"),
  ],
  goodUntil: calendarDateOf("2027-04-10"),
};

const ready = readySeries("carer-support-payment.weekly-limit", limits);
const judge = judgeAgainst(ready);

const rule: CarerRule = {
  id: "carer-support-payment",
  protection: { costs: "perhaps-ignored", choosingLess: "not-certain", pension: "half" },
  judgeFor: () => judge,
  limitOn: () => ready,
  weekBegins: () => "Sunday",
  tell: () => "csp-tell-social-security-scotland",
  rates: readySeries("carer-support-payment.weekly-rate", carerRates),
};

export const carerSupportPayment = defineBenefit({
  id: "carer-support-payment",
  nations: ["scotland"],
  sources: [sources.csp, sources.cspGuide],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: limits.goodUntil },
  figures: { weeklyLimit: limits, weeklyRate: carerRates },
  assess: (input) => assessCarer(input, rule),
  spans: (input, over) => carerSpans(input, over, rule),
  examples: [
    {
      title: "£884 a month is the same as the weekly limit of £204, so a penny more goes over it",
      source: "mygov.scot, Carer Support Payment: if you work (read 10 June 2026)",
      input: {
        offer: exampleOffer({ pence: 1, on: "2026-06-10", nation: "scotland" }),
        circumstances: {},
        otherEarnings: { answer: "some", pay: [{ id: "job", pattern: "month", takeHomePence: penceOf(884_00) }] },
      },
      expected: { outcome: "BREAKS_LIMIT_STOP" },
    },
  ],
});
