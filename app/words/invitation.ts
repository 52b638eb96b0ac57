// The invitation as people read it: the same words in an email, a letter and a text message to copy. Everything somebody
// needs before they decide is always in it: what, when, where, what they are paid, how to say what they need, who to ask.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { PaysPreparation } from "#app/domain/meetings/calling-off.ts";
import type { ExpenseKind } from "#app/domain/payments/expenses.ts";
import type { PaidWithin } from "#app/domain/payments/offer.ts";
import { clockRange, duration, inFours, list, longDate, money, sentenceCase, shortDate } from "./format.ts";
import { paidWithinWords } from "./payments.ts";

export type PayFacts =
  | { readonly kind: "time-and-costs"; readonly total: Pence; readonly minutes: number }
  /** The rate is decided and the time is not, because there is no date yet. */
  | { readonly kind: "rate"; readonly rate: string }
  | { readonly kind: "costs-only" }
  | { readonly kind: "nothing" };

export type InvitationFacts = {
  readonly organisation: string;
  readonly meeting: string;
  readonly about: string;
  readonly asked: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly when: { readonly date: CalendarDate; readonly from: ClockTime; readonly to: ClockTime } | null;
  readonly mode: "in-person" | "online" | "hybrid";
  /** Null while the venue is not chosen, and for a meeting that is only online. */
  readonly place: { readonly name: string; readonly address: string } | null;
  readonly onlineService: string;
  readonly pay: PayFacts;
  readonly costs: readonly ExpenseKind[];
  readonly costsOther: string;
  readonly paidWithin: PaidWithin | null;
  readonly replyBy: CalendarDate | null;
};

export type InvitationFor = {
  readonly name: string;
  readonly form: "email" | "letter" | "text";
  /** The whole private address. */
  readonly link: string;
  /** A letter's short code, and where it is typed. */
  readonly code?: { readonly code: string; readonly at: string };
  readonly personalLine: string;
  readonly isNeutral: boolean;
  /** In Easy Read: one idea a sentence, and short sentences. */
  readonly isEasyRead?: boolean;
};

/** One part of a message: with a heading, or a paragraph on its own. */
export type MessagePart = { readonly heading?: string; readonly lines: readonly string[] };
export type WrittenMessage = { readonly subject: string; readonly parts: readonly MessagePart[] };

export const onlineServiceNames: Readonly<Record<string, string>> = {
  teams: "Microsoft Teams",
  zoom: "Zoom",
  meet: "Google Meet",
  phone: "a phone call",
  other: "an online service we will tell you about",
};

/** The words of a group of costs, for a list in a sentence. */
const costWords: readonly { readonly kinds: readonly ExpenseKind[]; readonly words: string }[] = [
  { kinds: ["public-transport", "taxi", "own-vehicle", "parking-toll"], words: "travel" },
  { kinds: ["assistant"], words: "a personal assistant or supporter" },
  { kinds: ["care"], words: "care for someone you look after" },
  { kinds: ["phone-data"], words: "internet, phone or data" },
  { kinds: ["food-drink"], words: "food and drink" },
  { kinds: ["overnight-stay"], words: "an overnight stay" },
  { kinds: ["printing-post"], words: "printing" },
];

/** The costs that are covered, as words for a list: "travel", "food and drink". */
export function costsInWords(costs: readonly ExpenseKind[], other: string): readonly string[] {
  const named = costWords.filter(({ kinds }) => kinds.some((kind) => costs.includes(kind))).map(({ words }) => words);
  return other.trim() === "" ? named : [...named, other.trim()];
}

/** The subject line of an invitation; the neutral one tells nobody what it is about. */
export function invitationSubject(
  facts: Pick<InvitationFacts, "organisation" | "meeting" | "when" | "replyBy">,
  isNeutral: boolean,
): string {
  if (isNeutral) return `A message from ${facts.organisation}`;
  const date = facts.when === null ? "" : `, ${shortDate(facts.when.date)}`;
  const reply = facts.replyBy === null ? "" : `. Please reply by ${shortDate(facts.replyBy)}`;
  return `Invitation: ${facts.meeting}${date}${reply}`;
}

/** The whole invitation for one person. */
export function invitationFor(facts: InvitationFacts, person: InvitationFor): WrittenMessage {
  const subject = invitationSubject(facts, person.isNeutral);
  const personal = person.personalLine
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ lines: [line] }));
  if (person.isEasyRead === true) return { subject, parts: easyParts(facts, person, personal) };
  if (person.form === "text") {
    return {
      subject,
      parts: [
        { lines: [`Hello ${person.name}.`] },
        ...personal,
        { lines: [`${facts.organisation} would like to invite you to ${facts.meeting}.`] },
        { lines: whenLines(facts) },
        { lines: payLines(facts) },
        { lines: [`Open your invitation: ${person.link}`] },
        { lines: [...replyLines(facts), "It is fine to say no."] },
        { lines: contactLines(facts) },
      ],
    };
  }
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`${facts.organisation} would like to invite you to ${facts.meeting}.`] },
      ...personal,
      { heading: "What it is about", lines: oneByOne(facts.about) },
      { heading: "What you would be asked to do", lines: oneByOne(facts.asked) },
      { heading: "When", lines: whenLines(facts) },
      { heading: "Where", lines: whereLines(facts) },
      { heading: "What you will be paid", lines: payLines(facts) },
      {
        heading: "How to reply, and tell us what you need",
        lines: [...replyLines(facts), ...openLines(person), "It is fine to say no. You do not have to say why."],
      },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** The headings of messages in Easy Read. */
export const easyHeadings = {
  about: "What the meeting is about",
  asked: "What you can do at the meeting",
  when: "When it is",
  where: "Where it is",
  money: "Money",
  reply: "Tell us yes or no",
  tell: "How to tell us",
  open: "How to open your page",
  help: "If you need help",
  cannotCome: "If you cannot come",
} as const;

/** What a part of a message in Easy Read is about: its picture follows from it. "hello" and "meeting" have no heading. */
export type EasyPart = keyof typeof easyHeadings | "hello" | "meeting";

/** Whether a message is in Easy Read: every one of those ends with who helps, under the same heading. */
export function isInEasyRead(parts: readonly MessagePart[]): boolean {
  return parts.some(({ heading }) => heading === easyHeadings.help);
}

/** What a part of a message in Easy Read is about; undefined for what a coordinator added in their own words. */
export function easyPartOf({ heading, lines }: MessagePart): EasyPart | undefined {
  if (heading === undefined) return lines[0]?.startsWith("Hello ") === true ? "hello" : lines.length > 1 ? "meeting" : undefined;
  return (Object.keys(easyHeadings) as (keyof typeof easyHeadings)[]).find((part) => easyHeadings[part] === heading);
}

/** The same invitation in Easy Read (experience.md 5.9). What the coordinator wrote stands as they wrote it. */
function easyParts(facts: InvitationFacts, person: InvitationFor, personal: readonly MessagePart[]): readonly MessagePart[] {
  return [
    { lines: [`Hello ${person.name}.`] },
    { lines: [`This is from ${facts.organisation}.`, "We would like you to come to a meeting.", `It is called ${facts.meeting}.`] },
    ...personal,
    { heading: easyHeadings.about, lines: oneByOne(facts.about) },
    { heading: easyHeadings.asked, lines: oneByOne(facts.asked) },
    { heading: easyHeadings.when, lines: easyWhenLines(facts) },
    { heading: easyHeadings.where, lines: whereLines(facts) },
    { heading: easyHeadings.money, lines: easyPayLines(facts) },
    { heading: easyHeadings.reply, lines: easyReplyLines(facts) },
    { heading: easyHeadings.tell, lines: easyOpenLines(person) },
    { heading: easyHeadings.help, lines: easyContactLines(facts) },
  ];
}

/** A short message in Easy Read: who it is from, what it is about, how to open the page, and who helps. */
function easyMessage(
  facts: InvitationFacts,
  person: Omit<InvitationFor, "personalLine">,
  subject: string,
  middle: readonly MessagePart[],
): WrittenMessage {
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`, `This is from ${facts.organisation}.`] },
      ...middle,
      { heading: easyHeadings.open, lines: easyOpenLines({ ...person, personalLine: "" }) },
      { heading: easyHeadings.help, lines: easyContactLines(facts) },
    ],
  };
}

function easyWhenLines(facts: Pick<InvitationFacts, "when">): readonly string[] {
  return facts.when === null ? ["We do not know the date yet.", "We will tell you."] : whenLines(facts);
}

function easyReplyLines({ replyBy }: Pick<InvitationFacts, "replyBy">): readonly string[] {
  return [
    "You can say yes.",
    "You can say no.",
    "You do not have to say why.",
    ...(replyBy === null ? [] : [`Please tell us by ${longDate(replyBy)}.`]),
  ];
}

function easyPayLines({ pay, costs, costsOther, paidWithin }: InvitationFacts): readonly string[] {
  if (pay.kind === "nothing") return ["We cannot pay you for this meeting.", "We cannot pay your costs."];
  const covered = costsInWords(costs, costsOther);
  const forTime =
    pay.kind === "costs-only"
      ? ["We cannot pay you for your time."]
      : [
          pay.kind === "rate" ? `We can pay you ${pay.rate}.` : `We can pay you ${money(pay.total)} for your time.`,
          ...(pay.kind === "rate"
            ? ["We tell you the whole amount when we know the date."]
            : [`Your time is about ${duration(pay.minutes)}.`]),
          "You choose if you want the money.",
        ];
  return [
    ...forTime,
    ...(covered.length === 0 ? [] : ["We can pay for these things too:", ...covered.map((cost) => `${sentenceCase(cost)}.`)]),
    ...(paidWithin === null
      ? []
      : paidWithin.kind === "on-the-day"
        ? ["We pay you on the day."]
        : ["After the meeting you tell us what we owe you.", `We pay you ${paidWithinWords(paidWithin)}.`]),
  ];
}

function easyOpenLines({ form, link, code }: InvitationFor): readonly string[] {
  const afterwards = ["You can tell us what you need to take part.", "You can ask somebody you trust to help you."];
  if (form !== "letter" || code === undefined)
    return [`Open this link: ${link}`, "You do not need a password.", ...afterwards, "The link is only for you."];
  return [
    `Go to this page on the internet: ${code.at}`,
    `Type this code: ${codeOnPaper(code.code)}`,
    `Or type this whole address: ${link}`,
    "The code and the address are only for you.",
    ...afterwards,
    "Or you can phone us. We can do it together.",
  ];
}

function easyContactLines({ contact }: Pick<InvitationFacts, "contact">): readonly string[] {
  return [
    `You can talk to ${contact.name}.`,
    ...(contact.phone === "" ? [] : [`Phone: ${contact.phone}`]),
    ...(contact.email === "" ? [] : [`Email: ${contact.email}`]),
  ];
}

/** A new link for somebody who was invited before. */
export function linkAgainFor(facts: InvitationFacts, person: Omit<InvitationFor, "personalLine">): WrittenMessage {
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `Your link to ${facts.meeting}`;
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      { lines: ["Here is your link again.", `It is for ${facts.meeting}.`, "What you told us is still there."] },
    ]);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`Here is your private link to ${facts.meeting}. Everything you told us before is still there.`] },
      { heading: "Carry on", lines: openLines({ ...person, personalLine: "" }) },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** The one reminder to somebody who has not replied. */
export function reminderFor(facts: InvitationFacts, person: Omit<InvitationFor, "personalLine">): WrittenMessage {
  const date = facts.when === null ? "" : `, ${shortDate(facts.when.date)}`;
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `Reminder: ${facts.meeting}${date}`;
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      { lines: ["We asked you to come to a meeting.", `It is called ${facts.meeting}.`, "We do not know your answer yet."] },
      { heading: easyHeadings.when, lines: easyWhenLines(facts) },
      { heading: easyHeadings.reply, lines: [...easyReplyLines(facts), "We do not remind you again."] },
    ]);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`We asked if you would like to come to ${facts.meeting}.`, "This is the only reminder. It is fine to say no."] },
      { heading: "When", lines: whenLines(facts) },
      { heading: "How to reply, and tell us what you need", lines: [...replyLines(facts), ...openLines({ ...person, personalLine: "" })] },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** The date is chosen. `cannotCome` is said to somebody who told us this date does not work. */
export function dateChosenFor(
  facts: InvitationFacts,
  person: Omit<InvitationFor, "personalLine">,
  cannotCome: "ask-another-way" | "say-so" | null,
): WrittenMessage {
  const date = facts.when === null ? "" : `, ${shortDate(facts.when.date)}`;
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `The date is chosen: ${facts.meeting}${date}`;
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      { lines: ["We chose the date.", `It is for ${facts.meeting}.`] },
      { heading: easyHeadings.when, lines: easyWhenLines(facts) },
      ...(cannotCome === null
        ? []
        : [
            {
              heading: easyHeadings.cannotCome,
              lines: [
                "You told us this date is not good for you.",
                "We are sorry.",
                ...(cannotCome === "ask-another-way"
                  ? [
                      "We still want to hear what you think.",
                      "You can tell us on the phone.",
                      "You can write to us.",
                      "You can send a film or a recording.",
                    ]
                  : []),
              ],
            },
          ]),
    ]);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`The date for ${facts.meeting} is chosen.`] },
      { heading: "When", lines: whenLines(facts) },
      ...(cannotCome === null
        ? []
        : [
            {
              heading: "If you cannot come",
              lines: [
                "You told us this date does not work for you. We are sorry.",
                ...(cannotCome === "ask-another-way"
                  ? [
                      "We still want your views. You can give them by phone, in writing, or by audio or video. Tell us which you would like.",
                    ]
                  : []),
              ],
            },
          ]),
      { heading: "Carry on", lines: openLines({ ...person, personalLine: "" }) },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

const payForPreparation: Readonly<Record<PaysPreparation, readonly string[]>> = {
  yes: ["If you have already spent time getting ready, we will pay you for it."],
  no: ["We pay for time you have already spent getting ready only if your offer says so."],
  "not-decided": ["We will tell you whether we pay for time you have already spent getting ready."],
  "not-asked": [],
};

/** What happens with money when a meeting is called off: what was said about time, and costs where any are paid. */
function moneyAfterLines({ pay }: InvitationFacts, pays: PaysPreparation): readonly string[] {
  return [...payForPreparation[pays], ...(pay.kind === "nothing" ? [] : ["If you spent money getting ready, you can still claim it."])];
}

const easyPayForPreparation: Readonly<Record<PaysPreparation, readonly string[]>> = {
  yes: ["Did you do work to get ready?", "We will pay you for it."],
  no: ["Did you do work to get ready?", "We pay for it only if we told you so before."],
  "not-decided": ["Did you do work to get ready?", "We do not know yet if we can pay for it.", "We will tell you."],
  "not-asked": [],
};

/** What was said about paying for time already spent, on somebody's own page. */
export function preparationLines(pays: PaysPreparation, wording: "standard" | "easy"): readonly string[] {
  return (wording === "easy" ? easyPayForPreparation : payForPreparation)[pays];
}

/** The meeting is called off. */
export function calledOffFor(facts: InvitationFacts, person: Omit<InvitationFor, "personalLine">, pays: PaysPreparation): WrittenMessage {
  const date = facts.when === null ? "" : `, ${shortDate(facts.when.date)}`;
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `Not going ahead: ${facts.meeting}${date}`;
  const costs = facts.pay.kind === "nothing" ? [] : ["Did you spend money to come?", "We can still pay it back."];
  const easyMoney = [...easyPayForPreparation[pays], ...costs];
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      {
        lines: [
          `${facts.meeting} will not happen.`,
          ...(facts.when === null ? [] : [`It was on ${longDate(facts.when.date)}.`]),
          "We are sorry.",
          "You do not have to do anything.",
        ],
      },
      ...(easyMoney.length === 0 ? [] : [{ heading: easyHeadings.money, lines: easyMoney }]),
    ]);
  const money = moneyAfterLines(facts, pays);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`${facts.meeting} is not going ahead. We are sorry. You do not have to do anything.`] },
      ...(facts.when === null ? [] : [{ heading: "When it was", lines: whenLines(facts) }]),
      ...(money.length === 0 ? [] : [{ heading: "Money", lines: money }]),
      { heading: "Your page", lines: pageLines(person) },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** The meeting has another day or time than people were told. */
export function movedFor(facts: InvitationFacts, person: Omit<InvitationFor, "personalLine">, before: CalendarDate | null): WrittenMessage {
  const date = facts.when === null ? "" : `, now ${shortDate(facts.when.date)}`;
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `A new date or time: ${facts.meeting}${date}`;
  const was = before === null ? [] : [`It was on ${longDate(before)}.`];
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      { lines: [`${facts.meeting} has moved.`, ...was] },
      { heading: easyHeadings.when, lines: easyWhenLines(facts) },
      { heading: easyHeadings.reply, lines: easyReplyLines(facts) },
    ]);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`${facts.meeting} has moved.`, ...was] },
      { heading: "When it is now", lines: whenLines(facts) },
      {
        heading: "Can you still come?",
        lines: [
          "Please look at your answer again. It is fine to say no. You do not have to say why.",
          ...replyLines(facts),
          ...openLines({ ...person, personalLine: "" }),
        ],
      },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** What somebody told us together with a coordinator is on their own page: read it, change it, say that it is wrong. */
export function answersReceivedFor(
  facts: InvitationFacts,
  person: Omit<InvitationFor, "personalLine">,
  how: "by-phone" | "in-person",
): WrittenMessage {
  const together = how === "by-phone" ? "on the phone" : "in person";
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `We have what you told us for ${facts.meeting}`;
  if (person.isEasyRead === true)
    return easyMessage(facts, person, subject, [
      {
        lines: [
          how === "by-phone" ? "Thank you for talking to us on the phone." : "Thank you for talking to us.",
          `It was about ${facts.meeting}.`,
          "We wrote down what you said.",
          "Please look if it is right.",
          "You can change it.",
        ],
      },
    ]);
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`Thank you for talking to us ${together} about ${facts.meeting}. We wrote down what you told us.`] },
      {
        heading: "See or change your answers",
        lines: [...openLines({ ...person, personalLine: "" }), "If you would like your answers on paper, tell us and we will print them."],
      },
      { heading: "Who to talk to", lines: contactLines(facts) },
    ],
  };
}

/** A message as plain text: the parts with an empty line between, each heading on a line of its own. */
export function asPlainText(message: Pick<WrittenMessage, "parts">): string {
  return message.parts.map(({ heading, lines }) => [...(heading === undefined ? [] : [heading]), ...lines].join("\n")).join("\n\n");
}

/** The parts of a message that was kept as plain text by asPlainText. A part of several lines begins with its heading. */
export function partsOfPlainText(text: string): readonly MessagePart[] {
  return text.split("\n\n").map((part) => {
    const [first = "", ...rest] = part.split("\n");
    return rest.length > 0 && !/[.?!:]$/u.test(first) ? { heading: first, lines: rest } : { lines: [first, ...rest] };
  });
}

/** "Tuesday 12 January 2027, 10:30am to 1pm." */
export function whenLines({ when }: Pick<InvitationFacts, "when">): readonly string[] {
  if (when === null) return ["We have not chosen the date yet. We will tell you."];
  return [`${longDate(when.date)}, ${clockRange(when.from, when.to)}.`];
}

function whereLines({ mode, place, onlineService }: InvitationFacts): readonly string[] {
  const online = `Online, by ${onlineServiceNames[onlineService] ?? "an online service we will tell you about"}.`;
  if (mode === "online") return [online];
  const room =
    place === null
      ? "We will choose a venue once we know what people need."
      : `${[place.name, ...place.address.split("\n")].filter((line) => line.trim() !== "").join(", ")}.`;
  return mode === "hybrid" ? ["You can come to the room or join online. You choose.", room, online] : [room];
}

function payLines({ pay, costs, costsOther, paidWithin }: InvitationFacts): readonly string[] {
  if (pay.kind === "nothing") return ["There is no payment for this meeting, and costs are not paid back."];
  const covered = costsInWords(costs, costsOther);
  const within =
    paidWithin === null
      ? []
      : [
          paidWithin.kind === "on-the-day"
            ? "You are paid on the day."
            : `You are paid ${paidWithinWords(paidWithin)} after you send your claim.`,
        ];
  const costLine = covered.length === 0 ? [] : [`We cover these costs: ${list(covered)}.`];
  switch (pay.kind) {
    case "time-and-costs":
      return [
        `You are offered ${money(pay.total)} for your time, about ${duration(pay.minutes)}. Being paid is always your choice.`,
        ...costLine,
        ...within,
      ];
    case "rate":
      return [
        `You are offered ${pay.rate} for your time. We tell you the whole amount once the date is chosen. Being paid is always your choice.`,
        ...costLine,
        ...within,
      ];
    case "costs-only":
      return ["There is no payment for your time.", ...costLine, ...within];
  }
}

function openLines({ form, link, code }: InvitationFor): readonly string[] {
  const same = "You can say if you are coming, and what you need to take part. You do not need a password.";
  if (form !== "letter" || code === undefined)
    return [`Open your invitation: ${link}`, same, "This link is only for you. Please do not pass it on."];
  return [
    `On the internet, go to ${code.at} and type this code: ${codeOnPaper(code.code)}`,
    `Or type this whole address: ${link}`,
    same,
    "The code and the address are only for you.",
    "If you would rather not use the internet, phone us. We can do this together.",
  ];
}

/** How to open one's own page once there is nothing to answer there any more. */
function pageLines({ form, link, code }: Omit<InvitationFor, "personalLine">): readonly string[] {
  if (form !== "letter" || code === undefined) return [`Open your page: ${link}`, "This link is only for you. Please do not pass it on."];
  return [
    `On the internet, go to ${code.at} and type this code: ${codeOnPaper(code.code)}`,
    `Or type this whole address: ${link}`,
    "The code and the address are only for you.",
  ];
}

/** A letter's code in two groups of four, which are easier to copy; whatever stands in its place in a preview as it is. */
export function codeOnPaper(code: string): string {
  return /^[A-Z]{8}$/u.test(code) ? inFours(code) : code;
}

function contactLines({ contact }: Pick<InvitationFacts, "contact">): readonly string[] {
  const ways = [...(contact.phone === "" ? [] : [`phone ${contact.phone}`]), ...(contact.email === "" ? [] : [`email ${contact.email}`])];
  return [ways.length === 0 ? `You can talk to ${contact.name}.` : `You can talk to ${contact.name}: ${list(ways, "or")}.`];
}

function replyLines({ replyBy }: Pick<InvitationFacts, "replyBy">): readonly string[] {
  return replyBy === null ? [] : [`Please reply by ${longDate(replyBy)}.`];
}

function oneByOne(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
