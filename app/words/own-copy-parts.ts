// The parts of somebody's own copy, named in plain words, and each value of it as people read it. Names that are not here are made
// plain by themselves, so that a new column is on the copy without anybody having to think of it.
import { calendarDateOf, clockIn, dayIn, type Instant } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { clock, longDate, money, sentenceCase } from "./format.ts";

const names: Readonly<Record<string, string>> = {
  madeOn: "When we made this copy",
  heldBy: "Who keeps this",
  whatItIsFor: "What we keep, and why",
  what: "What",
  whatFor: "Why we keep it",
  whoReads: "Who reads it",
  you: "You",
  bankDetails: "Your bank details",
  checksOfBankDetails: "How we checked your bank details",
  earlierContacts: "How we could reach you before",
  payments: "What we paid you",
  vouchers: "Your vouchers",
  mergedRecords: "Records we put together",
  meetings: "Your meetings",
  meeting: "Meeting",
  invitation: "Your invitation",
  accessAnswers: "What you need",
  datesTheyCanDo: "Dates you can do",
  answeredTogether: "When we filled it in with you",
  joiningInstructions: "How to join",
  planToLeaveSafely: "Your plan to leave safely",
  arrival: "When you arrived",
  cardShown: "The card you held up last",
  howItWas: "How the meeting was for you",
  paymentChoice: "Your choice about payment",
  benefitAnswers: "Your answers about benefits",
  adviserRequest: "When you asked for an adviser",
  letterRequest: "When you asked for a letter",
  earlierOffers: "What we offered you before",
  costsBeforeTheMeeting: "Costs before the meeting",
  claim: "Your claim",
  costsClaimed: "Costs you claimed",
  whatWasFoundInChecking: "What we found when we checked",
  problemsWithPayment: "Problems with a payment",
  stepsOfTheClaim: "Who did what to your claim",
  typedInFor: "Who typed it in",
  budgetCodes: "Which budget paid",
  answersMadeOne: "Answers we put together",
  messages: "Messages to you and about you",
  whoLooked: "Who looked at your details",
  who: "Who",
  whoDidWhat: "What people did with your answers",
  at: "When",
  actorKind: "Who",
  action: "What they did",
};

/** The name of a part or a field. */
export function copyName(key: string): string {
  return (
    names[key] ??
    sentenceCase(
      key
        .replaceAll(/[-_]/gu, " ")
        .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ")
        .toLowerCase(),
    )
  );
}

/** Fields that hold an amount, in whole pence. */
const amounts: ReadonlySet<string> = new Set([
  "amount",
  "pence",
  "total",
  "less",
  "offered",
  "spent",
  "estimate",
  "forTime",
  "forCosts",
  "forAccess",
  "toPay",
  "value",
  "cost",
]);

/** What only a computer uses: the ids of rows, and how often they were saved. */
export function isForComputers(key: string): boolean {
  return /^(?:id|version|entered by)$|Ids?$/u.test(key);
}

/** What the paper calls the values no person needs, and those that are not there. */
export const copyLabels = { forComputers: "Numbers our computers use", nothing: "Nothing is kept of" } as const;

/** One value, as people read it: days, times and amounts in words, yes and no, and everything else letter for letter. */
export function copyValue(value: string | number | boolean | null, key = ""): string {
  if (value === null || value === "") return "Nothing";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return amounts.has(key) ? money(penceOf(value)) : String(value);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return longDate(calendarDateOf(value));
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u.test(value)) {
    const at = value as Instant; // the pattern above is that of an instant
    return `${longDate(dayIn(at))}, ${clock(clockIn(at))}`;
  }
  return value;
}
