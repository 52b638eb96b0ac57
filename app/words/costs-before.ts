// What is said about money before a meeting: to the person who asks, to whoever answers, and to finance.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { AdvanceRefusal, CostNeed, CostRequestState } from "#app/domain/payments/costs-before.ts";
import type { CostsBefore } from "#app/domain/payments/offer.ts";
import { easyCostsBeforeAnswered } from "./easy-messages.ts";
import { longDate, money } from "./format.ts";

export const needLabels: Readonly<Record<CostNeed, string>> = {
  "train-or-bus": "Train or bus ticket",
  taxi: "Taxi or accessible taxi",
  parking: "Parking",
  assistant: "Personal assistant or supporter",
  care: "Care for someone I look after, or childcare",
  "data-or-device": "Data, phone or a device to borrow",
  overnight: "Overnight stay",
  "something-else": "Something else",
};

export const wayLabels: Readonly<Record<CostsBefore, string>> = {
  "book-for-you": "Book it and pay for it for me",
  "cash-on-the-day": "Give me the money on the day",
  advance: "Send me the money first",
  "claim-later": "I can pay, and claim it later",
};

/** Where a request is, for the person: with the words of experience.md 2.4.16. */
export function requestState(request: {
  readonly state: CostRequestState;
  readonly amount: Pence | null;
  readonly sentOn: CalendarDate | null;
  readonly way: CostsBefore | null;
  readonly replyBy: CalendarDate;
}): string {
  const { state, amount, sentOn, way, replyBy } = request;
  switch (state) {
    case "asked":
      return `Asked. You hear from us by ${longDate(replyBy)}`;
    case "question":
      return "We have a question";
    case "booked":
      return "Booked: see ticket";
    case "agreed":
      return "Agreed: claim it after the meeting";
    case "money-agreed":
    case "money-authorised":
      return way === "cash-on-the-day" ? `${moneyOf(amount)} is agreed for the day` : `${moneyOf(amount)} is agreed and on its way`;
    case "money-sent":
      return sentOn === null ? "Money sent" : `Money sent on ${longDate(sentOn)}`;
    case "cannot":
      return "We cannot do this";
    case "withdrawn":
      return "You took this back";
  }
}

/** The same for whoever answers it. */
export function requestStateForStaff(request: Pick<Parameters<typeof requestState>[0], "state" | "amount" | "sentOn">): string {
  const { state, amount, sentOn } = request;
  switch (state) {
    case "asked":
      return "To answer";
    case "question":
      return "Waiting for their answer";
    case "booked":
      return "Booked";
    case "agreed":
      return "Agreed, to be claimed later";
    case "money-agreed":
      return `${moneyOf(amount)} agreed. Finance authorises it next`;
    case "money-authorised":
      return `${moneyOf(amount)} authorised. Finance sends it next`;
    case "money-sent":
      return sentOn === null ? "Money sent" : `Money sent on ${longDate(sentOn)}`;
    case "cannot":
      return "Answered: not possible";
    case "withdrawn":
      return "Taken back by them";
  }
}

function moneyOf(amount: Pence | null): string {
  return amount === null ? "Money" : money(amount);
}

type Words = { readonly subject: string; readonly body: string };

/** Tells a coordinator that somebody asked; never what for. */
export function askedMessage(facts: { readonly meeting: string; readonly link: string }): Words {
  return {
    subject: `Somebody asks for costs before ${facts.meeting}`,
    body: `Somebody who is coming to ${facts.meeting} asks for costs to be paid before it. Look at it and answer: ${facts.link}`,
  };
}

/** Tells the person that there is an answer; what it says is on their own page. */
export function answeredMessage(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly link: string;
  readonly isQuestion: boolean;
  readonly isEasyRead: boolean;
}): Words {
  const what = facts.isQuestion ? "We have a question about what you asked for" : "We have answered what you asked for";
  return {
    subject: `${facts.isQuestion ? "A question" : "An answer"} about costs before ${facts.meeting}`,
    body: facts.isEasyRead
      ? easyCostsBeforeAnswered(facts)
      : `Hello ${facts.name},

${what} before ${facts.meeting}. Use your private link to read it:
${facts.link}

${facts.organisation}`,
  };
}

export const advanceStates = {
  "money-agreed": "To authorise",
  "money-authorised": "To send",
  "money-sent": "Sent",
} as const;

/** Why somebody may not do the next step of money before a meeting. */
export function advanceRefusalSentence(refusal: AdvanceRefusal): string {
  return {
    "own-money": "This money is for you, so someone else must do this.",
    "you-agreed-it": "You agreed this money, so someone else must authorise it.",
    "you-authorised-it": "You authorised this money, so someone else must send it.",
  }[refusal];
}

type AskedSoFar = { readonly mayAsk: boolean; readonly requests: readonly { readonly state: CostRequestState }[] };

/** How far what somebody asked for is, for the list of things to do; null where there is nothing to ask and nothing was asked. */
export function beforeStatus({ mayAsk, requests }: AskedSoFar) {
  const live = requests.filter(({ state }) => state !== "withdrawn");
  if (live.length === 0) return mayAsk ? ({ status: "Not started", statusText: "Only if you want to" } as const) : null;
  if (live.some(({ state }) => state === "question")) return { status: "Started", statusText: "We have a question" } as const;
  return live.some(({ state }) => state === "asked")
    ? ({ status: "Started", statusText: "Asked" } as const)
    : ({ status: "Done", statusText: "Answered" } as const);
}
