// What is left of a claim when it is kept no longer whole (promises.md P3): who, how much, when and under which reference. What money
// was spent on goes, and with it whatever that said about a person's needs; what was paid stays to the penny.
import { nothing, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { settleClaim, type Claim, type ClaimLine } from "./claim.ts";

/** The same claim with one line for time, one for costs and one for what was paid before, coming to exactly the same. `parts` are what each budget code paid. */
export function reducedClaim(claim: Claim, parts: readonly { readonly code: string; readonly amount: Pence }[]): Claim {
  const { time, costs, access, advancesTaken } = settleClaim(claim);
  const { reference, person, event, activityDate, sentOn, budgetCode } = claim;
  const line = (id: string, group: "time" | "costs", amount: Pence): ClaimLine => ({
    id,
    about: "correction",
    group,
    of: { claim: reference, line: id },
    why: "",
    amount,
  });
  return {
    reference,
    person,
    event,
    activityDate,
    sentOn,
    choice: { kind: "full" },
    paidByEmployerForThisTime: "not-said",
    lines: [
      line("time", "time", time),
      line("costs", "costs", sum([costs, access])),
      ...(advancesTaken > 0 ? [line("paid-before", "costs", subtract(nothing, advancesTaken))] : []),
    ],
    caps: [],
    advances: [],
    leftOverDecisions: [],
    ...(budgetCode === undefined ? {} : { budgetCode }),
    ...(claim.budgetSplit === undefined ? {} : { budgetSplit: { by: "amount", parts } }),
  };
}
