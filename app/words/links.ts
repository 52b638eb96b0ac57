// Messages that carry a link somebody asked for: short, and to be ignored by whoever did not ask.
import { easyLinkAskedFor } from "./easy-messages.ts";

type Words = { readonly subject: string; readonly body: string };

/** The link that finishes signing in. */
export function signInLinkMessage({ name, link }: { readonly name: string; readonly link: string }): Words {
  return {
    subject: "Your sign-in link",
    body: `Hello ${name}.\n\nOpen this link to finish signing in. It works for 24 hours.\n\n${link}\n\nIf you did not ask for it, you can ignore this message.`,
  };
}

/** A new private link, for somebody who lost theirs. The neutral subject does not name the meeting. */
export function linkAskedForMessage(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly link: string;
  readonly isNeutral: boolean;
  readonly isEasyRead: boolean;
}): Words {
  return {
    subject: facts.isNeutral ? "The link you asked for" : `Your link to ${facts.meeting}`.slice(0, 60),
    body: facts.isEasyRead
      ? easyLinkAskedFor(facts)
      : `Hello ${facts.name}.\n\nYou asked for your link again. Open it here:\n\n${facts.link}\n\nIf you did not ask for it, you can ignore this message.`,
  };
}
