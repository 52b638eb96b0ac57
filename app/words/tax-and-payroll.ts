// What the tax and payroll page says, each part with where it comes from and the day it was checked.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { sources } from "#app/domain/benefits/sources.ts";
import { taxLine } from "./benefits.ts";

const checkedOn = calendarDateOf("2026-11-22");

const publicGuide: Source = {
  title: "NIHR, guide for members of the public on employment status and tax, version 1.0, 18 April 2024",
  checkedOn,
};
const organisationGuide: Source = {
  title:
    "NIHR, HRA and Health and Care Research Wales, payment for public involvement: employment status and tax, version 2.0, 11 April 2023",
  checkedOn,
};
const costsStatement: Source = {
  title: "HMRC statement on the reasonable costs of taking part, as quoted by the Scottish Government",
  checkedOn,
};
const reporting: Source = { title: "Universal Credit Regulations 2013 (SI 2013/376)", locator: "regulation 61", checkedOn };

/** The four parts of "Tax and payroll". */
export const taxFacts: readonly { readonly heading: string; readonly sentences: readonly string[]; readonly sources: readonly Source[] }[] =
  [
    {
      heading: "Are payments taxed?",
      sentences: [
        "Money for your time is income. Whether you pay tax on it depends on your other income.",
        // The trading allowance, a whole tax year (payments.md, part e; LITRG).
        taxLine(penceOf(1_000_00)).text,
        "Money back for what taking part really costs you is not income.",
      ],
      sources: [publicGuide, sources.tax, costsStatement],
    },
    {
      heading: "If you already work for us",
      sentences: [
        "Payment may have to go through payroll. Then tax and National Insurance can be taken off before you get it.",
        "HMRC and the DWP can see what is paid through payroll. Ask us before you choose how to be paid.",
      ],
      sources: [organisationGuide, reporting],
    },
    {
      heading: "If you are self-employed",
      sentences: ["You may need to add the payment to your own records and your tax return. Ask HMRC or your accountant."],
      sources: [publicGuide],
    },
    {
      heading: "Who to ask",
      sentences: ["Ask HMRC about your own tax. A benefits adviser can tell you who helps with tax for free near you."],
      sources: [publicGuide],
    },
  ];
