// What is said when something went wrong with a payment, and when it is answered.
import { easyComplaintAnswer } from "./easy-messages.ts";
import { inFours } from "./format.ts";

/** What may have gone wrong, in the person's words. */
export const complaintNames = {
  "not-arrived": "The money has not come",
  "wrong-amount": "The amount is wrong",
  "too-long": "It is taking too long",
  "how-treated": "I am not happy with how I was treated",
  "something-else": "Something else",
} as const;

/** The page on which a person tells us. */
export const complaintWords = {
  heading: "Tell us what went wrong",
  intro: "We are sorry that something went wrong with your payment. Telling us never changes what you are paid or asked to.",
  what: "What went wrong?",
  textHint: "The payments team and the organiser read this. You do not need to write about your health or your benefits.",
  about: "Is it about one person who works here?",
  aboutHint: "They will not see what you write. Somebody else answers you.",
  nobodyElse:
    "Nobody else works here who could read this, so we did not send it. Choose No if they may read it, or tell somebody you trust outside this organisation",
} as const;

/** How somebody told us. */
export const saidHowNames = { phone: "On the phone", "in-person": "In person", letter: "In a letter", email: "In an email" } as const;

/** Brings somebody the answer to what they said. */
export function complaintAnswerMessage(facts: {
  readonly name: string;
  readonly reference: string;
  readonly answer: string;
  readonly contact: string;
  readonly isEasyRead: boolean;
}): { readonly subject: string; readonly body: string } {
  return {
    subject: `Our answer about your claim ${inFours(facts.reference)}`,
    body: facts.isEasyRead
      ? easyComplaintAnswer(facts)
      : `Hello ${facts.name},

You told us that something went wrong with the payment of your claim ${inFours(facts.reference)}. This is our answer:

${facts.answer}

You can read it again on your claim page. If it does not help, contact ${facts.contact}. You can also tell us again from your claim page.`,
  };
}
