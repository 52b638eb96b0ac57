// Joining instructions as a message: when, where, who meets you and a phone for the day, with the way to everything else.
import type { CalendarDate, ClockTime } from "#app/domain/basics/dates.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import { papersName } from "./arranged.ts";
import { easyJoining } from "./easy-messages.ts";
import { clockRange, counted, longDate, shortDate } from "./format.ts";
import { asPlainText, codeOnPaper, type InvitationFor, type WrittenMessage } from "./invitation.ts";
import { readingAgeOf } from "./reading-age.ts";

/** What everybody is told alike. Kept as it was sent, to tell what has changed since. */
export type JoiningFacts = {
  readonly when: string;
  readonly where: readonly string[];
  readonly whoMeetsYou: string;
};

export type Missing = "date" | "place" | "joining-link" | "who-meets" | "day-phone" | "no-way-to-contact";

export const missingWords: Readonly<Record<Missing, string>> = {
  date: "Choose a date",
  place: "Choose a room",
  "joining-link": "Add the joining link",
  "who-meets": "Add who will meet people",
  "day-phone": "Add a phone number for the day",
  "no-way-to-contact": "Add an email, a phone number or an address",
};

/** The formats of one person's papers, a line each; said to be unknown while they have sent nothing. */
export function formatsInWords(
  found: { readonly formats: readonly FormatId[]; readonly isUsual: boolean } | "private" | undefined,
): readonly string[] {
  if (found === undefined) return ["Not told us yet"];
  if (found === "private") return ["Private. They are in the plan, without a name"];
  return found.formats.map((format) => (found.isUsual ? `${papersName[format]}, as everyone gets` : papersName[format]));
}

/** "Tuesday 12 January 2027, 10:30am to 1pm". */
export function joiningWhen(when: { readonly date: CalendarDate; readonly startsAt: ClockTime; readonly endsAt: ClockTime }): string {
  return `${longDate(when.date)}, ${clockRange(when.startsAt, when.endsAt)}`;
}

/** What differs from what was sent before, in the order people need it. */
export function changedSince(before: JoiningFacts, now: JoiningFacts): readonly string[] {
  return [
    ...(before.when === now.when ? [] : [`When: ${now.when}`]),
    ...(before.where.join("\n") === now.where.join("\n") ? [] : [`Where: ${now.where.join(" ")}`]),
    ...(before.whoMeetsYou === now.whoMeetsYou ? [] : [`Who meets you: ${now.whoMeetsYou}`]),
  ];
}

/** A text message is never longer: what does not fit is behind the link. */
export const longestText = 299;

/** Why somebody has to look again at instructions that were marked as ready. */
export function lookAgainReasons(before: ReadyFor, now: ReadyFor): readonly string[] {
  return [...changedSince(before.facts, now.facts), ...(before.answers === now.answers ? [] : ["What they told us has changed."])];
}

/** What instructions said when somebody found them ready: what everybody is told, and a fingerprint of what the person told us. */
export type ReadyFor = { readonly facts: JoiningFacts; readonly answers: string };

/** The message for one person. `changed` comes first when they had instructions before. */
export function joiningFor(
  facts: JoiningFacts,
  meeting: { readonly name: string; readonly organisation: string; readonly date: CalendarDate },
  person: Pick<InvitationFor, "name" | "form" | "link" | "code" | "isNeutral"> & {
    readonly personalLine: string;
    readonly isEasyRead: boolean;
  },
  changed: readonly string[],
): WrittenMessage {
  if (person.form === "text") return textOf(facts, meeting, person, changed);
  const subject = changed.length > 0 ? `A change to ${meeting.name}` : `How to join ${meeting.name}, ${shortDate(meeting.date)}`;
  const personal = person.personalLine
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (person.isEasyRead)
    return {
      subject: person.isNeutral ? `A message from ${meeting.organisation}` : subject,
      parts: easyJoining(facts, meeting, person, { personal, changed }),
    };
  const open =
    person.form === "letter" && person.code !== undefined
      ? [
          `On the internet, go to ${person.code.at} and type this code: ${codeOnPaper(person.code.code)}`,
          `Or type this whole address: ${person.link}`,
          "If you would rather have it on paper, phone us.",
        ]
      : [`Open your joining instructions: ${person.link}`, "This link is only for you. Please do not pass it on."];
  return {
    subject: person.isNeutral ? `A message from ${meeting.organisation}` : subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      ...(changed.length === 0 ? [{ lines: [`Here is how to join ${meeting.name}.`] }] : [{ heading: "What has changed", lines: changed }]),
      ...personal.map((line) => ({ lines: [line] })),
      { heading: "When", lines: [`${facts.when}.`] },
      { heading: "Where, or how to join", lines: facts.where },
      { heading: "Who meets you", lines: [facts.whoMeetsYou] },
      { heading: "What we have arranged for you, and everything else", lines: open },
      { heading: "If you cannot come", lines: ["Tell us, even on the day. It is fine."] },
    ],
  };
}

// The link and the phone for the day always; then, in this order, whatever still fits whole.
function textOf(
  facts: JoiningFacts,
  meeting: Parameters<typeof joiningFor>[1],
  person: Parameters<typeof joiningFor>[2],
  changed: readonly string[],
): WrittenMessage {
  const always = [facts.whoMeetsYou, person.link];
  const wanted = [
    ...(changed.length === 0 ? [] : [`Changed. ${changed.join(" ")}`]),
    `${person.isNeutral ? "" : `${meeting.name}. `}${facts.when}.`,
    ...person.personalLine.split("\n").map((line) => line.trim()),
    ...facts.where.filter((line) => !line.startsWith("Online, by ")).map((line) => `${line.split(",")[0] ?? line}.`.replace("..", ".")),
    `Hello ${person.name}.`,
  ].filter((line) => line !== "");
  const chosen: string[] = [];
  for (const line of wanted) if ([...chosen, line, ...always].join("\n\n").length <= longestText) chosen.push(line);
  const order = [...wanted.filter((line) => line.startsWith("Hello ")), ...wanted.filter((line) => !line.startsWith("Hello "))];
  return {
    subject: person.isNeutral ? `A message from ${meeting.organisation}` : `How to join ${meeting.name}, ${shortDate(meeting.date)}`,
    parts: [...order.filter((line) => chosen.includes(line)), ...always].map((line) => ({ lines: [line] })),
  };
}

/** How something stands that is looked at before a message goes. What the program cannot tell is not known, and never ticked. */
export type JoiningCheck = {
  readonly check: string;
  readonly finding: "Yes" | "No" | "Not known";
  /** Why it is so, or how somebody finds out. */
  readonly why: string;
};

/** What is looked at before a message goes, in the order of experience.md 2.8.2. Only what the program can tell is answered. */
export function joiningChecks(
  message: WrittenMessage,
  facts: JoiningFacts,
  {
    form,
    photos,
  }: { readonly form: InvitationFor["form"]; readonly photos: { readonly shown: readonly string[]; readonly undescribed: number } },
): readonly JoiningCheck[] {
  return [
    ...readingChecks(message),
    ...photoChecks(photos),
    ...placeChecks(facts),
    ...(form === "text" ? [textLengthCheck(message)] : []),
    {
      check: "Phone number is answered on the day",
      finding: "Not known",
      why: "It says who meets people, with a phone number. Ring that number once, to hear that it is answered.",
    },
  ];
}

function readingChecks(message: WrittenMessage): readonly JoiningCheck[] {
  const read = readingAgeOf(asPlainText({ parts: message.parts.filter(({ heading }) => heading !== "Where, or how to join") }));
  if (read === null) return [];
  const isPlain = read.age <= 11;
  const why = isPlain ? "Aim for 11 or less." : "Aim for 11 or less: make the personal line plainer.";
  return [{ check: `Reads at about age ${read.age}`, finding: isPlain ? "Yes" : "No", why }];
}

function photoChecks({ shown, undescribed }: { readonly shown: readonly string[]; readonly undescribed: number }): readonly JoiningCheck[] {
  const check = "All photos have descriptions";
  if (shown.length + undescribed === 0) return [{ check, finding: "Yes", why: "There are no photos of the place." }];
  if (undescribed === 0) return [{ check, finding: "Yes", why: `${counted(shown.length, "photo has", "photos have")} one.` }];
  return [
    {
      check,
      finding: "No",
      why: `${counted(undescribed, "photo has", "photos have")} none. Write what they show on the page of the venue.`,
    },
  ];
}

function placeChecks({ where }: JoiningFacts): readonly JoiningCheck[] {
  const rooms = where.filter((line) => !line.startsWith("Online, by "));
  if (rooms.length === 0) return [];
  const check = "Postcode and map link work";
  return rooms.some((line) => /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/iu.test(line))
    ? [
        {
          check,
          finding: "Not known",
          why: "The address has a full postcode. Type it into a map once, to see that it leads to the door.",
        },
      ]
    : [{ check, finding: "No", why: "The address has no full postcode, so a map may not find it. Add it on the page of the venue." }];
}

function textLengthCheck(message: WrittenMessage): JoiningCheck {
  const check = "Text message is under 300 characters";
  const characters = asPlainText(message).length;
  return characters <= longestText
    ? {
        check,
        finding: "Yes",
        why: `It has ${characters}. The link and the phone number are always in it; the rest is there as far as it fits.`,
      }
    : { check, finding: "No", why: `It has ${characters}, because the link or the name is so long.` };
}
