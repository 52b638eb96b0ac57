// What people are sent in Easy Read: one idea a sentence, short sentences, and at the end who helps (experience.md 5.9). What somebody
// of ours wrote stands as they wrote it. The same facts as in the usual words, and nothing that is not in them.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import { inFours, longDate, money } from "./format.ts";
import { codeOnPaper, easyHeadings, type InvitationFor, type MessagePart } from "./invitation.ts";

/** What somebody may expect who is written to in Easy Read, for the coordinator who chooses it. */
export const easyReadPromise =
  "From now on, messages about meetings and emails about claims use short sentences, one idea at a time. These stay in the usual words: letters about claims, notices about bank details and payments in a batch, vouchers, yearly statements, and links to private answers.";

type Person = Pick<InvitationFor, "name" | "form" | "link" | "code">;

/** The lines under "If you need help", with whom to talk to where somebody is named. */
function helpLines(contact: string | null, phone = ""): readonly string[] {
  if (contact === null) return ["You can call us.", "You can write to us."];
  return [`You can talk to ${contact}.`, ...(phone === "" ? [] : [`Phone: ${phone}`])];
}

const helpPart = (contact: string | null, phone?: string): MessagePart => ({
  heading: easyHeadings.help,
  lines: helpLines(contact, phone),
});

function linkLines({ form, link, code }: Person): readonly string[] {
  if (form !== "letter" || code === undefined) return [`Open this link: ${link}`, "The link is only for you."];
  return [
    `Go to this page on the internet: ${code.at}`,
    `Type this code: ${codeOnPaper(code.code)}`,
    `Or type this whole address: ${link}`,
    "The code and the address are only for you.",
  ];
}

/** A short message as plain text, part by part. */
function plain(name: string, parts: readonly (readonly string[])[], contact: string | null, phone?: string): string {
  return [[`Hello ${name}.`], ...parts, [easyHeadings.help, ...helpLines(contact, phone)]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** Asks how a meeting was, or reminds of it. */
export function easyFeedbackRequest(
  facts: { readonly meeting: string; readonly organisation: string; readonly contact: string },
  person: Person & { readonly isReminder: boolean },
): readonly MessagePart[] {
  return [
    { lines: [`Hello ${person.name}.`, `This is from ${facts.organisation}.`] },
    {
      lines: person.isReminder
        ? [`You came to a meeting.`, `It was ${facts.meeting}.`, "We asked you how it was.", "We still want to know."]
        : ["Thank you for coming.", `The meeting was ${facts.meeting}.`, "We want to know how it was for you."],
    },
    {
      lines: [
        "You do not have to answer.",
        "It takes about 3 minutes.",
        `${facts.contact} reads what you say.`,
        "You can leave your name off.",
      ],
    },
    { heading: easyHeadings.tell, lines: linkLines(person) },
    helpPart(facts.contact),
  ];
}

/** What changed because of a meeting: what was said and done stands as it was written. */
export function easyOutcomes(
  facts: { readonly meeting: string; readonly organisation: string },
  told: readonly MessagePart[],
  person: Person,
): readonly MessagePart[] {
  return [
    { lines: [`Hello ${person.name}.`, `This is from ${facts.organisation}.`] },
    { lines: [`You came to ${facts.meeting}.`, "You told us what you think.", "Here is what we did."] },
    ...told,
    { heading: easyHeadings.open, lines: linkLines(person) },
    helpPart(facts.organisation),
  ];
}

/** How to get to a meeting, or what has changed about it. */
export function easyJoining(
  facts: { readonly when: string; readonly where: readonly string[]; readonly whoMeetsYou: string },
  meeting: { readonly name: string; readonly organisation: string },
  person: Person,
  { personal, changed }: { readonly personal: readonly string[]; readonly changed: readonly string[] },
): readonly MessagePart[] {
  return [
    { lines: [`Hello ${person.name}.`, `This is from ${meeting.organisation}.`] },
    ...(changed.length === 0
      ? [{ lines: ["You come to a meeting.", `It is ${meeting.name}.`, "Here is what you need to know."] }]
      : [{ heading: "What is new", lines: changed }]),
    ...personal.map((line) => ({ lines: [line] })),
    { heading: easyHeadings.when, lines: [`${facts.when}.`] },
    { heading: easyHeadings.where, lines: facts.where },
    { heading: "Who meets you", lines: [facts.whoMeetsYou] },
    { heading: easyHeadings.open, lines: ["You can see what we do for you.", ...linkLines(person)] },
    { heading: easyHeadings.cannotCome, lines: ["Tell us.", "You can tell us on the day too.", "It is fine."] },
    helpPart(meeting.organisation),
  ];
}

/** A new link for somebody who lost theirs. */
export function easyLinkAskedFor(facts: { readonly name: string; readonly meeting: string; readonly link: string }): string {
  return plain(
    facts.name,
    [
      ["You asked for your link again.", `It is for ${facts.meeting}.`],
      [`Open this link: ${facts.link}`, "The link is only for you."],
      ["You did not ask for it?", "Then you do not have to do anything."],
    ],
    null,
  );
}

/** Somebody can claim. */
export function easyClaimOpen(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly link: string;
}): string {
  return plain(
    facts.name,
    [
      [`This is from ${facts.organisation}.`],
      ["Thank you for coming.", `The meeting was ${facts.meeting}.`],
      ["Now you can ask for your money.", "It is for your time, and for what you spent."],
      [`Open this link: ${facts.link}`, "The link is only for you."],
      ["You do not need a receipt for everything.", "Is something missing?", "Then tell us about it."],
    ],
    facts.organisation,
  );
}

/** Thanks somebody who chose no money. */
export function easyNoClaim(facts: { readonly name: string; readonly meeting: string; readonly organisation: string }): string {
  return plain(
    facts.name,
    [
      [`This is from ${facts.organisation}.`],
      ["Thank you for coming.", `The meeting was ${facts.meeting}.`, "You do not have to do anything more."],
    ],
    facts.organisation,
  );
}

/** What was typed in for somebody. */
export function easyTypedIn(facts: {
  readonly name: string;
  readonly reference: string;
  readonly meeting: string;
  readonly from: "paper" | "phone";
  readonly forTime: Pence;
  readonly forCosts: Pence;
  readonly total: Pence;
  readonly contact: string;
  readonly phone: string;
  readonly link: string;
  readonly organisation: string;
}): string {
  return plain(
    facts.name,
    [
      [`This is from ${facts.organisation}.`],
      [
        facts.from === "paper" ? "Thank you for your paper form." : "Thank you for talking to us.",
        `It is about ${facts.meeting}.`,
        "We wrote down what you ask for.",
      ],
      [`For your time: ${money(facts.forTime)}.`, `For what you spent: ${money(facts.forCosts)}.`, `All together: ${money(facts.total)}.`],
      [`The number of your claim is ${inFours(facts.reference)}.`],
      ["You can see all of it.", `Open this link: ${facts.link}`, "The link is only for you."],
      ["Is something wrong?", "Tell us. We put it right."],
    ],
    facts.contact,
    facts.phone,
  );
}

/** A question about a claim. */
export function easyClaimQuestion(facts: { readonly name: string; readonly reference: string; readonly question: string }): string {
  return plain(
    facts.name,
    [
      ["We have a question.", `It is about your claim ${inFours(facts.reference)}.`],
      [facts.question],
      ["Open your private link to answer.", "Then send the claim again.", "We still have all you told us."],
    ],
    null,
  );
}

/** An amount was changed. */
export function easyAmountChanged(facts: {
  readonly name: string;
  readonly reference: string;
  readonly reasons: readonly string[];
}): string {
  return plain(
    facts.name,
    [
      ["We changed an amount.", `It is on your claim ${inFours(facts.reference)}.`, "Here is why."],
      ...facts.reasons.map((reason) => [reason]),
      ["You can see the amounts on your claim page.", "Do you think it is wrong?", "Then please tell us."],
    ],
    null,
  );
}

/** A claim was paid. */
export function easyClaimPaid(facts: {
  readonly name: string;
  readonly reference: string;
  readonly meeting: string;
  readonly total: Pence;
  readonly time: Pence;
  readonly costs: Pence;
  readonly paidOn: CalendarDate;
}): string {
  return plain(
    facts.name,
    [
      ["We paid you.", `It is for ${facts.meeting}.`],
      [`For your time: ${money(facts.time)}.`, `For what you spent: ${money(facts.costs)}.`, `All together: ${money(facts.total)}.`],
      [`We paid it on ${longDate(facts.paidOn)}.`, `The number of your claim is ${inFours(facts.reference)}.`],
    ],
    null,
  );
}

/** A claim takes longer. */
export function easyClaimWaits(facts: { readonly name: string; readonly reference: string; readonly contact: string }): string {
  return plain(
    facts.name,
    [
      ["Your money takes longer than we said.", "We are sorry.", `It is about your claim ${inFours(facts.reference)}.`],
      ["We still work on it.", "We still have all you told us.", "You can see where it is on your claim page."],
    ],
    facts.contact,
  );
}

/** A payment came back. */
export function easyMoneyCameBack(facts: { readonly name: string; readonly reference: string; readonly amount: Pence }): string {
  return plain(
    facts.name,
    [
      ["Your bank sent the money back.", "It is still yours."],
      [`It is ${money(facts.amount)}.`, `It is for your claim ${inFours(facts.reference)}.`],
      ["Please look if your bank details are right.", "Open your private link to do it.", "We can do it with you."],
    ],
    null,
  );
}

/** An answer about a payment that went wrong. */
export function easyComplaintAnswer(facts: {
  readonly name: string;
  readonly reference: string;
  readonly answer: string;
  readonly contact: string;
}): string {
  return plain(
    facts.name,
    [
      ["You told us that something went wrong.", `It is about your claim ${inFours(facts.reference)}.`, "Here is our answer."],
      [facts.answer],
      ["You can read it again on your claim page.", "Does it not help?", "Then tell us again on your claim page."],
    ],
    facts.contact,
  );
}

/** An answer, or a question, about costs before a meeting. */
export function easyCostsBeforeAnswered(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly organisation: string;
  readonly link: string;
  readonly isQuestion: boolean;
}): string {
  return plain(
    facts.name,
    [
      [`This is from ${facts.organisation}.`],
      [
        "You asked us to pay before the meeting.",
        `It is ${facts.meeting}.`,
        facts.isQuestion ? "We have a question." : "We have an answer.",
      ],
      [`Open this link: ${facts.link}`, "The link is only for you."],
    ],
    facts.organisation,
  );
}

/** An offer is raised. */
export function easyOfferRaised(facts: {
  readonly name: string;
  readonly meeting: string;
  readonly before: Pence;
  readonly after: Pence;
  readonly note: string;
  readonly contact: string;
}): string {
  return plain(
    facts.name,
    [
      [`This is about ${facts.meeting}.`, `We said we can pay you ${money(facts.before)}.`, `Now we can pay you ${money(facts.after)}.`],
      [facts.note],
      ["The new amount is in your letter.", "The letter is on your page."],
      [
        "More money can change things for some people.",
        "Please look at your money pages again.",
        "This is private.",
        "You can choose to take less.",
      ],
    ],
    facts.contact,
  );
}
