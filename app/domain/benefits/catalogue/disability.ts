// Benefits for the extra costs of disability. Money does not change any of them; what the activity may be taken to show
// about a person's needs is the worry, and no program can weigh that.
import { calendarDateOf, type Nation } from "#app/domain/basics/dates.ts";
import { defineBenefit, type Benefit, type Verdict } from "../benefit.ts";
import { exampleOffer } from "../example-offer.ts";
import type { BenefitId } from "../names.ts";
import type { CircumstancesFor } from "../offer.ts";
import { sources } from "../sources.ts";

type DisabilityBenefit =
  | "pip"
  | "dla"
  | "attendance-allowance"
  | "adult-disability-payment"
  | "pension-age-disability-payment"
  | "child-disability-payment"
  | "scottish-adult-dla";

const outsideScotland: readonly [Nation, ...Nation[]] = ["england", "wales", "northern-ireland"];
const scotland: readonly [Nation, ...Nation[]] = ["scotland"];

function define<Id extends DisabilityBenefit & BenefitId>(id: Id, nations: readonly [Nation, ...Nation[]]): Benefit<Id> {
  return defineBenefit({
    id,
    nations,
    sources: [sources.pipGuide, sources.workAsEvidence],
    vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
    figures: {},
    assess: () => noEffect,
    examples: [
      {
        title: "Any amount leaves it as it is",
        source: "Benefits and Work glossary, Will work affect PIP",
        input: {
          offer: exampleOffer({ pence: 5000_00, on: "2026-06-10", nation: nations[0] }),
          circumstances: {} as CircumstancesFor<Id>,
          otherEarnings: { answer: "none" },
        },
        expected: { outcome: "NO_EFFECT" },
      },
    ],
  });
}

const noEffect: Verdict = {
  outcome: "NO_EFFECT",
  reasons: ["disability-money-does-not-matter", "disability-activity-is-evidence"],
  actions: ["disability-keep-note-of-support"],
};

export const pip = define("pip", outsideScotland);
export const dla = define("dla", outsideScotland);
export const attendanceAllowance = define("attendance-allowance", outsideScotland);
export const adultDisabilityPayment = define("adult-disability-payment", scotland);
export const pensionAgeDisabilityPayment = define("pension-age-disability-payment", scotland);
export const childDisabilityPayment = define("child-disability-payment", scotland);
export const scottishAdultDla = define("scottish-adult-dla", scotland);
