// Money before the meeting: what somebody asks for, and what may become of it. Nobody should have to lend the organisation
// money, so asking is its own record and is answered by a person (payments.md section a). What was booked is never claimed too.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { ExpenseKind } from "./expenses.ts";
import type { CostsBefore } from "./offer.ts";

export const costNeeds = ["train-or-bus", "taxi", "parking", "assistant", "care", "data-or-device", "overnight", "something-else"] as const;
export type CostNeed = (typeof costNeeds)[number];

/** The kind of cost each need becomes in a claim. */
export const kindOfNeed: Readonly<Record<CostNeed, ExpenseKind>> = {
  "train-or-bus": "public-transport",
  taxi: "taxi",
  parking: "parking-toll",
  assistant: "assistant",
  care: "care",
  "data-or-device": "phone-data",
  overnight: "overnight-stay",
  "something-else": "other",
};

export const waysBefore = ["book-for-you", "cash-on-the-day", "advance", "claim-later"] as const satisfies readonly CostsBefore[];

/**
 * asked: waits for a coordinator. question: waits for the person. booked: we pay it. agreed: the person pays and claims it later,
 * and it counts as agreed first. money-agreed: a coordinator agreed to give money before; money-authorised: a second person did
 * too; money-sent: it went, or was handed over. cannot: with a reason and what is offered instead. withdrawn: taken back.
 */
export const costRequestStates = [
  "asked",
  "question",
  "booked",
  "agreed",
  "money-agreed",
  "money-authorised",
  "money-sent",
  "cannot",
  "withdrawn",
] as const;
export type CostRequestState = (typeof costRequestStates)[number];

export type CostRequestMove =
  | { readonly move: "book"; readonly amount: Pence | null }
  | { readonly move: "agree-first"; readonly amount: Pence | null }
  | { readonly move: "agree-money"; readonly amount: Pence }
  | { readonly move: "ask" }
  | { readonly move: "cannot" }
  | { readonly move: "answer" }
  | { readonly move: "withdraw" }
  | { readonly move: "authorise-money" }
  | { readonly move: "send-money"; readonly on: CalendarDate };

const nextStates: Readonly<Record<CostRequestMove["move"], { readonly from: readonly CostRequestState[]; readonly to: CostRequestState }>> =
  {
    book: { from: ["asked", "question"], to: "booked" },
    "agree-first": { from: ["asked", "question"], to: "agreed" },
    "agree-money": { from: ["asked", "question"], to: "money-agreed" },
    ask: { from: ["asked", "question"], to: "question" },
    cannot: { from: ["asked", "question", "money-agreed"], to: "cannot" },
    answer: { from: ["question"], to: "asked" },
    withdraw: { from: ["asked", "question"], to: "withdrawn" },
    "authorise-money": { from: ["money-agreed"], to: "money-authorised" },
    "send-money": { from: ["money-authorised"], to: "money-sent" },
  };

/** What a request becomes. Refused where that is not its turn, and where an amount of money is not more than nothing. */
export function moveCostRequest(state: CostRequestState, move: CostRequestMove): Result<CostRequestState, "not-now" | "no-amount"> {
  const { from, to } = nextStates[move.move];
  if (!from.includes(state)) return refused("not-now");
  if (move.move === "agree-money" && move.amount <= 0) return refused("no-amount");
  return done(to);
}

export type AdvanceRefusal = "own-money" | "you-agreed-it" | "you-authorised-it";

/** Whether somebody may do the next step of an advance: three different people, and never the one the money is for. */
export function mayMoveAdvance(
  step: "authorise-money" | "send-money",
  facts: {
    readonly actor: string;
    readonly actorPerson: string | null;
    readonly person: string;
    readonly agreedBy: string | null;
    readonly authorisedBy: string | null;
  },
): Result<object, AdvanceRefusal> {
  if (facts.actorPerson === facts.person) return refused("own-money");
  if (step === "authorise-money" && facts.actor === facts.agreedBy) return refused("you-agreed-it");
  if (step === "send-money" && facts.actor === facts.authorisedBy) return refused("you-authorised-it");
  return done({});
}

/** Whether a cost of this kind was agreed before the meeting, whoever then paid it. */
export function isAgreedFirst(state: CostRequestState): boolean {
  return ["booked", "agreed", "money-agreed", "money-authorised", "money-sent"].includes(state);
}
