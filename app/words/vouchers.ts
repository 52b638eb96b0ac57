// Vouchers in words: where each one is, why one cannot be given, and what the person is told. Whether a voucher counts for a benefit or
// for tax is said nowhere here.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { VoucherNeed, VoucherState } from "#app/domain/payments/vouchers.ts";
import { inFours, list, longDate, money } from "./format.ts";

/** Where a voucher is. */
export const voucherStateNames = {
  held: "Held",
  given: "Given out",
  "given-back": "Given back",
  expired: "Run out",
  lost: "Lost",
} as const satisfies Readonly<Record<VoucherState, string>>;

export const voucherKindNames = { card: "Gift card", paper: "Paper voucher", code: "Code to use online" } as const;

export const sentHowNames = { email: "Email", text: "Text", post: "Post", "by-hand": "By hand" } as const;

const sentHowInSentence = { email: "by email", text: "by text", post: "by post", "by-hand": "by hand" } as const;
type SentHow = keyof typeof sentHowInSentence;

/** How somebody said that they have a voucher, for the log. */
export const receiptNames = {
  signed: "They signed for it",
  "said-so": "They said so, on the phone or in person",
  wrote: "They wrote to us",
  online: "On their own claim page",
} as const;

export const voucherNeedNames = {
  "signed-receipt": "A signed receipt",
  "name-and-address": "Their name and address",
  "national-insurance-number": "National Insurance number seen. It is not written down here",
  "payroll-approval-first": "Payroll agreed first",
} as const satisfies Readonly<Record<VoucherNeed, string>>;

/** "Ends 1234", or that there is nothing to know it by. */
export function endsIn(lastFour: string): string {
  return lastFour === "" ? "No code" : `Ends ${lastFour}`;
}

type NotGivenReason = {
  readonly reason: string;
  readonly on?: CalendarDate;
  readonly left?: Pence;
  readonly over?: Pence;
};

/** Why vouchers cannot be given, to whoever tried. */
export function notGivenSentence(refusal: NotGivenReason): string {
  switch (refusal.reason) {
    case "you-are-tied":
      return "You said how you know this person. Somebody else gives them their vouchers.";
    case "own-claim":
      return "This is your own claim. Someone else must give the vouchers out.";
    case "not-agreed":
      return "Two people have not agreed this claim. Vouchers are given out after that.";
    case "another-way":
      return "This claim is paid another way, so no voucher is given for it.";
    case "you-authorised-it":
      return "You authorised this claim, so someone else must give the vouchers out.";
    case "you-hold-it":
      return "You keep this voucher, so someone else must give it out.";
    case "holder-is-the-claimant":
      return "The person who keeps this voucher made the claim. Choose another voucher.";
    case "not-held":
      return "One of these vouchers is not in stock any more. Choose again.";
    case "run-out":
      return `One of these vouchers ran out on ${longDate(refusal.on as CalendarDate)}. Choose another.`;
    case "more-than-is-left":
      return `These come to more than the claim still pays: ${money(refusal.left as Pence)}. Choose fewer.`;
    case "nothing-chosen":
      return "Choose at least one voucher";
    case "in-the-future":
      return "The date they were given must be today or earlier";
    case "before-agreed":
      return `The claim was agreed on ${longDate(refusal.on as CalendarDate)}. The date they were given must be that day or later.`;
    case "steps-missing":
      return `Your rule asks for more above ${money(refusal.over as Pence)}. Tick what you have, or choose smaller vouchers.`;
    default:
      return "One of these vouchers is not in your log. Choose again.";
  }
}

/** Tells somebody that their vouchers are on the way. No code is in it: that comes by itself. */
export function voucherGivenMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly value: Pence;
  readonly on: CalendarDate;
  readonly how: SentHow;
  readonly from: readonly string[];
  readonly useBy: CalendarDate | null;
  readonly contact: string;
}): { readonly subject: string; readonly body: string } {
  const { name, reference, value, on, how, from, useBy, contact } = facts;
  const sent =
    how === "by-hand"
      ? `We gave you vouchers worth ${money(value)} on ${longDate(on)}.`
      : `We sent you vouchers worth ${money(value)} ${sentHowInSentence[how]} on ${longDate(on)}.`;
  return {
    subject: `Your vouchers for claim ${inFours(reference)}`,
    body: [
      `Hello ${name},`,
      `${sent} You can use them at ${list(from)}.`,
      ...(useBy === null ? [] : [`Use them by ${longDate(useBy)}.`]),
      `Please tell us when you have them. You can do that on your claim page. If they do not come, or you cannot use them, contact ${contact}.`,
    ].join("\n\n"),
  };
}

/** Where one voucher is, to the person it was given to. */
export function ownVoucherSentences(voucher: {
  readonly supplier: string;
  readonly value: Pence;
  readonly lastFour: string;
  readonly expiresOn: CalendarDate | null;
  readonly state: "given" | "given-back" | "expired" | "lost";
  readonly sentOn: CalendarDate;
  readonly sentHow: SentHow;
  readonly confirmedOn: CalendarDate | null;
}): readonly string[] {
  const { value, supplier, lastFour, state, sentOn, sentHow, expiresOn, confirmedOn } = voucher;
  const what = `A voucher worth ${money(value)} from ${supplier}${lastFour === "" ? "" : `, ending ${lastFour}`}.`;
  if (state === "given-back") return [what, "It was given back. It does not count as paid."];
  if (state === "lost") return [what, "It is marked as lost. Contact us about it."];
  return [
    what,
    sentHow === "by-hand"
      ? `We gave it to you on ${longDate(sentOn)}.`
      : `We sent it ${sentHowInSentence[sentHow]} on ${longDate(sentOn)}.`,
    ...(expiresOn === null ? [] : [`Use it by ${longDate(expiresOn)}.`]),
    confirmedOn === null ? "You have not told us yet that you have it." : `You told us on ${longDate(confirmedOn)} that you have it.`,
  ];
}
