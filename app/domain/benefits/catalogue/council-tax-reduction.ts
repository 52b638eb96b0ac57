// Council Tax Reduction: each council in England writes its own scheme for working age, Wales and Scotland have one each, and
// Northern Ireland has none. Only one thing was read that holds: with the guarantee part of Pension Credit, no income counts.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { alwaysSays, cannotTell, defineBenefit, type AssessInput, type Verdict } from "../benefit.ts";
import { exampleOffer } from "../example-offer.ts";
import { sources } from "../sources.ts";

const eachCouncil = alwaysSays(cannotTell(["ctr-each-council", "ctr-may-fall-where-others-do-not"], { actions: ["ctr-ask-council"] }));
const eachCouncilNotSaid = alwaysSays({ ...eachCouncil, missing: ["hb-guarantee-credit"] });
const oneScheme = cannotTell(["ctr-national-scheme"], { actions: ["ctr-ask-council"] });
const noCouncilTax = cannotTell(["ctr-not-in-northern-ireland"]);
const allIgnored: Verdict = { outcome: "NO_EFFECT", reasons: ["ctr-guarantee-credit"], actions: ["ctr-ask-council"] };

export const councilTaxReduction = defineBenefit({
  id: "council-tax-reduction",
  nations: ["england", "wales", "scotland", "northern-ireland"],
  sources: [sources.ctrSchemes, sources.ctrGuaranteeCredit],
  vouchedFor: { from: calendarDateOf("2024-04-08"), goodUntil: calendarDateOf("2027-04-11") },
  figures: {},
  assess,
  examples: [
    {
      title: "Each council decides, so nothing is said but to ask it",
      source: "Council tax reduction schemes 2026-27, each council's own",
      input: { offer: exampleOffer({ pence: 1, on: "2026-06-10" }), circumstances: {}, otherEarnings: { answer: "none" } },
      expected: { outcome: "UNKNOWN_ADVICE" },
    },
    {
      title: "With the guarantee part of Pension Credit, no income counts in England",
      source: "Council tax reduction schemes 2026-27, paragraph 35",
      input: {
        offer: exampleOffer({ pence: 500_00, on: "2026-06-10" }),
        circumstances: { guaranteeCredit: "yes" },
        otherEarnings: { answer: "none" },
      },
      expected: { outcome: "NO_EFFECT" },
    },
  ],
});

function assess({ prepared, circumstances }: AssessInput<"council-tax-reduction">): Verdict {
  const { nation } = prepared.offer;
  if (nation === "northern-ireland") return noCouncilTax;
  if (nation !== "england") return oneScheme;
  if (circumstances.guaranteeCredit === "yes") return allIgnored;
  return circumstances.guaranteeCredit === "no" ? eachCouncil : eachCouncilNotSaid;
}
