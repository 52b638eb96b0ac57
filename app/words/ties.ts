// What members of staff say about how they know somebody who is paid, in words.
import type { Tie } from "#app/domain/payments/claim-states.ts";

/** What somebody says of themselves. */
export const tieSaid: Readonly<Record<Tie, string>> = {
  relative: "I am related to them, or live with them",
  helper: "I help them with their claims or their money",
  payee: "The money goes to an account of mine",
};

/** What the list says of a colleague. */
export const tieNames: Readonly<Record<Tie, string>> = {
  relative: "related to them, or lives with them",
  helper: "helps them with claims or money",
  payee: "the money goes to an account of theirs",
};

/** Why a claim that was signed goes back, for the colleague who checks it next. */
export const sentBackForTie =
  "Somebody who signed this claim said afterwards that they know the person. Check it again, from the beginning.";
