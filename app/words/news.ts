// What people are told when something of theirs is arranged or changed: what happened, where to see it, who to talk to. The words
// about a need go only to the person themselves; the neutral subject tells nobody what a message is about.
import { supportName } from "./requirements.ts";
import type { SupportId } from "#app/domain/access/supports.ts";

export type NewsFacts = {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string } | null;
  /** The whole private address. */
  readonly link: string;
  readonly isNeutral: boolean;
  /** In Easy Read: one idea a sentence, and short sentences. What a coordinator wrote stands as they wrote it. */
  readonly isEasyRead: boolean;
};
export type NewsWords = { readonly subject: string; readonly body: string };
export type News = (facts: NewsFacts) => NewsWords;

function letter(
  facts: NewsFacts,
  subject: string,
  { lines, easy, open }: { readonly lines: readonly string[]; readonly easy: readonly string[]; readonly open: string },
): NewsWords {
  const { name, organisation, contact, link, isNeutral, isEasyRead } = facts;
  const ways = contact === null ? [] : [contact.phone, contact.email].filter((way) => way !== "");
  const talk =
    contact === null || ways.length === 0 ? `You can talk to ${organisation}.` : `You can talk to ${contact.name}: ${ways.join(" or ")}.`;
  return {
    subject: isNeutral ? `A message from ${organisation}` : subject,
    body: isEasyRead
      ? [
          [`Hello ${name}.`, `This is from ${organisation}.`].join("\n"),
          easy.join("\n"),
          `${open}: ${link}`,
          "The link is only for you.",
          ["If you need help", talk].join("\n"),
        ].join("\n\n")
      : [`Hello ${name}.`, ...lines, `${open}: ${link}`, "This link is only for you. Please do not pass it on.", talk].join("\n\n"),
  };
}

/** "BSL interpreter is booked for Planning group". */
export function bookedNews(support: SupportId): News {
  return (facts) =>
    letter(facts, `Booked for ${facts.meeting}: ${supportName[support]}`, {
      lines: [`This is booked for ${facts.meeting}: ${supportName[support]}.`],
      easy: ["We booked this for you:", `${supportName[support]}.`, `It is for ${facts.meeting}.`],
      open: "See what is arranged for you",
    });
}

/** Something that was booked is not booked any more. */
export function notBookedNews(support: SupportId): News {
  return (facts) =>
    letter(facts, `A change to ${facts.meeting}`, {
      lines: [
        `Something has changed for ${facts.meeting}. ${supportName[support]}: this booking was called off.`,
        "We are looking for another way. You do not have to do anything.",
      ],
      easy: [
        `Something changed for ${facts.meeting}.`,
        "This is not booked any more:",
        `${supportName[support]}.`,
        "We look for another way.",
        "You do not have to do anything.",
      ],
      open: "See what is arranged for you",
    });
}

/** "We need to talk about Planning group": the coordinator's own words follow. */
export function cannotNews(message: string): News {
  return (facts) =>
    letter(facts, `We need to talk about ${facts.meeting}`, {
      lines: [message],
      easy: [`We want to talk to you about ${facts.meeting}.`, message],
      open: "See what we can offer",
    });
}

/** What was agreed where two needs pull against each other: the coordinator's own words, the same for everybody it affects. */
export function agreedNews(message: string): News {
  return (facts) =>
    letter(facts, `What we plan for ${facts.meeting}`, {
      lines: [message],
      easy: [`This is what we plan for ${facts.meeting}.`, message],
      open: "See what is arranged for you",
    });
}

/** There is a question on somebody's own page. What it is about stays behind the link. */
export function questionNews(): News {
  return (facts) =>
    letter(facts, `A question about ${facts.meeting}`, {
      lines: ["We have a question for you about what you need. You find it on your own page. The organiser does not see that it is you."],
      easy: [
        "We have a question for you.",
        "It is about what you need.",
        "It is on your own page.",
        "The organiser does not see that it is you.",
      ],
      open: "See the question",
    });
}

/** The one reminder of a question in writing. */
export function questionReminderNews(): News {
  return (facts) =>
    letter(facts, `A reminder: a question about ${facts.meeting}`, {
      lines: [
        "We asked you a question about what you need. It still waits on your own page.",
        "You do not have to answer. The organiser does not see that it is you. We do not remind you again.",
      ],
      easy: [
        "We asked you a question.",
        "It is on your own page.",
        "You do not have to answer.",
        "The organiser does not see that it is you.",
        "We do not remind you again.",
      ],
      open: "See the question",
    });
}

/** A plan to leave safely was written with somebody. What it says stays behind the link. */
export function leavePlanNews(): News {
  return (facts) =>
    letter(facts, `Your plan for ${facts.meeting}`, {
      lines: ["We wrote down the plan we made with you. Please check that it is right."],
      easy: ["We made a plan with you.", "We wrote it down.", "Please look if it is right."],
      open: "See your plan",
    });
}

/** Who a message would go to, and how: never who they are. */
export function reachSentence({ emailed, onTheirPage }: { readonly emailed: number; readonly onTheirPage: number }): string {
  const people = (count: number): string => (count === 1 ? "1 person" : `${String(count)} people`);
  const parts = [
    ...(emailed === 0 ? [] : [`${people(emailed)} would get it by email.`]),
    ...(onTheirPage === 0 ? [] : [`${people(onTheirPage)} would see it on their own page, and get no email.`]),
  ];
  return parts.length === 0 ? "Nobody it affects is coming and takes messages now, so it would go to nobody." : parts.join(" ");
}

/** How a change was passed on, for the coordinator: never who. */
export function toldSentence(told: { readonly emailed: number; readonly onTheirPage: number }): string {
  const people = (count: number, one: string, many: string): string =>
    count === 1 ? `1 person ${one}` : `${String(count)} people ${many}`;
  const { emailed, onTheirPage } = told;
  if (emailed + onTheirPage === 0) return "Nobody who is coming and takes messages asks for this now, so nobody was told.";
  const parts = [
    ...(emailed === 0 ? [] : [`${people(emailed, "was sent", "were sent")} an email.`]),
    ...(onTheirPage === 0
      ? []
      : [`${people(onTheirPage, "sees", "see")} it on their own page and got no email. Tell them the way they like best.`]),
  ];
  return parts.join(" ");
}
