// An offer that goes up: what it does for each person, and how they are told. The same words go to everybody.
import type { Pence } from "#app/domain/basics/money.ts";
import { easyOfferRaised } from "./easy-messages.ts";
import { money } from "./format.ts";

/** What the later rates do to one offer, for whoever is about to apply them. */
export const riseAnswers = {
  rise: "Goes up",
  "a-cut": "Stays. The later rates would pay less",
  "not-a-rise": "Stays as it is",
  "not-in-the-rates": "Stays. The later rates do not have this part",
  "no-offer": "Nothing is offered for their time",
} as const;

/** Tells somebody that we now offer more. */
export function offerRaisedMessage(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly before: Pence;
  readonly after: Pence;
  readonly note: string;
  readonly contact: string;
  readonly isEasyRead: boolean;
}): { readonly subject: string; readonly body: string } {
  const { name, meeting, organisation, before, after, note, contact } = facts;
  return {
    subject: `A message from ${organisation}`,
    body: facts.isEasyRead
      ? easyOfferRaised(facts)
      : [
          `Hello ${name},`,
          `We offered you ${money(before)} for your time at ${meeting}. We now offer you ${money(after)}.`,
          note,
          "Your offer letter has the new amount. It is with your papers on your page.",
          "More money can change things for some people. Please look at your payment pages again before the meeting. You can check in private, and you can choose to take less.",
          `If you have questions, contact ${contact}.`,
        ].join("\n\n"),
  };
}
