// The costs of a claim as its owner reads them: a name that is like no other on the page, an amount, and how it came about.
import { sum, type Pence } from "#app/domain/basics/money.ts";
import type { MyClaim } from "#app/services/claims.server.ts";
import { costLabel } from "#app/words/claims.ts";
import { money, plainDate } from "#app/words/format.ts";
import { mileageSentence, receiptNames } from "#app/words/payments.ts";

export type CostRow = {
  readonly id: string;
  /** "Taxi" or, where there are several, "Taxi 2". */
  readonly label: string;
  /** The same for the middle of a sentence. */
  readonly name: string;
  readonly amount: string;
  readonly notes: readonly string[];
};

/** A row for each cost, with the working of miles and what shows it. */
export function costRows(claim: Pick<MyClaim, "costs">): readonly CostRow[] {
  const { costs } = claim;
  return costs.map(({ id, kind, assessed, expense, receiptName, changed }, index) => {
    const alike = costs.filter((other) => other.kind === kind);
    const place = costs.slice(0, index + 1).filter((other) => other.kind === kind).length;
    const label = alike.length > 1 ? `${costLabel(kind)} ${place}` : costLabel(kind);
    return {
      id,
      label,
      name: label,
      amount: assessed === null ? "Not finished" : money(changed?.amount ?? assessed.claimed),
      notes: [
        ...(expense === null ? [] : [plainDate(expense.date)]),
        ...(assessed?.mileage === undefined ? [] : assessed.mileage.working.map(mileageSentence)),
        ...(expense === null || expense.details.kind === "own-vehicle"
          ? []
          : [`Receipt: ${receiptName ?? receiptNames[expense.receipt.kind]}`]),
        ...(changed === undefined ? [] : [`We changed this to ${money(changed.amount)}. ${changed.why}`]),
      ],
    };
  });
}

/** What all costs come to as claimed. */
export function claimedSoFar({ costs }: Pick<MyClaim, "costs">): Pence {
  return sum(costs.flatMap(({ assessed }) => (assessed === null ? [] : [assessed.claimed])));
}

/** Where a sent claim can be read and printed: the form for time, and the one for costs. */
export function claimPapers(
  home: string,
  claim: { readonly offersTime: boolean; readonly costs: number },
): readonly { readonly href: string; readonly text: string }[] {
  const read = `${home}/papers/read`;
  const time = claim.offersTime ? [{ href: `${read}/involvement-payment-claim-form`, text: "Print this claim" }] : [];
  if (claim.costs === 0) return time;
  return [...time, { href: `${read}/expenses-claim-form`, text: claim.offersTime ? "Print your costs" : "Print this claim" }];
}
