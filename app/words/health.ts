// "Is everything working?" in plain sentences with days. What the program cannot know about itself it says too.
import { clockIn, dayIn, daysBetween, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import type { RuleState } from "#app/domain/benefits/rules-pack.ts";
import { clock, counted, longDate, number, plainDate } from "./format.ts";

export type HealthFacts = {
  readonly now: Instant;
  readonly mailIsSet: boolean;
  readonly outbox: {
    readonly waiting: number;
    readonly oldestWaiting: Instant | null;
    readonly failed: number;
    readonly lastSent: Instant | null;
    readonly letters: number;
    readonly toSay: number;
  };
  readonly prints: { readonly working: number; readonly lastDone: Instant | null; readonly lastFailed: Instant | null };
  /** In bytes; null where the machine does not say. */
  readonly storage: { readonly free: number | null; readonly used: number | null };
  readonly rules: { readonly state: RuleState; readonly until: CalendarDate | null; readonly isUpdateWaiting: boolean };
  readonly lastKeeping: Instant | null;
};

/** How one part does: "not-known" is an answer of its own, never a yes. */
export type PartState = "working" | "look-at-it" | "not-set-up" | "not-known";
export type HealthPart = {
  readonly name: string;
  readonly state: PartState;
  readonly sentences: readonly string[];
  readonly link?: { readonly href: string; readonly text: string };
};

export const partStates: Readonly<Record<PartState, string>> = {
  working: "Working",
  "look-at-it": "Please look at this",
  "not-set-up": "Not set up",
  "not-known": "Not known",
};

const hour = 60 * 60 * 1000;
/** A mail server that has taken nothing for this long is not only slow. */
const longWait = 2 * hour;
/** The least free room the program promises to work with (promises.md, section on availability). */
const leastFree = 200 * 1024 * 1024;

const moment = (at: Instant): string => `${longDate(dayIn(at))} at ${clock(clockIn(at))}`;
const megabyte = 1024 * 1024;
const room = (bytes: number): string =>
  bytes < 1024 * megabyte
    ? `${number(Math.max(1, Math.round(bytes / megabyte)))} MB`
    : `${number(Math.round(bytes / (1024 * megabyte)))} GB`;

/** Every part, in the order of the page. */
export function healthParts(facts: HealthFacts): readonly HealthPart[] {
  return [mailPart(facts), textsPart(facts), printPart(facts), storagePart(facts), rulesPart(facts), keepingPart(facts), backupPart];
}

function mailPart({ mailIsSet, outbox, now }: HealthFacts): HealthPart {
  if (!mailIsSet)
    return {
      name: "Mail",
      state: "not-set-up",
      sentences: [
        "No mail server is set up. Messages are shown on screen and can be printed.",
        "Sign-in links by email are switched off, and a password alone signs in.",
      ],
    };
  const isStuck = outbox.oldestWaiting !== null && Date.parse(now) - Date.parse(outbox.oldestWaiting) > longWait;
  return {
    name: "Mail",
    state: isStuck || outbox.failed > 0 ? "look-at-it" : outbox.lastSent === null ? "not-known" : "working",
    sentences: [
      outbox.lastSent === null
        ? "A mail server is set up. It has not taken a message yet."
        : `A mail server is set up. It last took a message on ${moment(outbox.lastSent)}.`,
      outbox.oldestWaiting === null
        ? "No message waits to be sent."
        : `${counted(outbox.waiting, "message waits", "messages wait")} to be sent, the first since ${moment(outbox.oldestWaiting)}.`,
      ...(outbox.failed === 0
        ? []
        : [
            `The mail server would not take ${counted(outbox.failed, "message", "messages")} after 5 tries. Check the addresses on file, and tell people another way.`,
          ]),
    ],
  };
}

function textsPart({ outbox }: HealthFacts): HealthPart {
  return {
    name: "Text messages and phone",
    state: "not-set-up",
    sentences: [
      "This program sends no text messages itself. It writes the words, and somebody sends or says them.",
      outbox.toSay === 0
        ? "Nothing waits to be sent or said."
        : `${counted(outbox.toSay, "message waits", "messages wait")} for somebody to send or say.`,
    ],
  };
}

function printPart({ outbox, prints }: HealthFacts): HealthPart {
  const { lastDone, lastFailed, working } = prints;
  const hasFailed = lastFailed !== null && (lastDone === null || lastFailed > lastDone);
  return {
    name: "Prints and letters",
    state: hasFailed ? "look-at-it" : lastDone === null ? "not-known" : "working",
    sentences: [
      lastDone === null ? "No large print has been made yet." : `A large print was last made on ${moment(lastDone)}.`,
      ...(hasFailed ? [`The last one, on ${moment(lastFailed)}, did not finish. It can be started again on its batch.`] : []),
      ...(working === 0 ? [] : [`${counted(working, "print is", "prints are")} being made now.`]),
      outbox.letters === 0 ? "No letter waits to be printed." : `${counted(outbox.letters, "letter waits", "letters wait")} to be printed.`,
    ],
  };
}

function storagePart({ storage: { free, used } }: HealthFacts): HealthPart {
  return {
    name: "Storage",
    state: free === null ? "not-known" : free < leastFree ? "look-at-it" : "working",
    sentences: [
      "The database answers.",
      used === null ? "We cannot tell how much room the data takes." : `The data takes ${room(used)}.`,
      free === null
        ? "This machine does not say how much room is left on the disk."
        : free < leastFree
          ? `Only ${room(free)} are left on the disk. Make room before the program has to stop.`
          : `${room(free)} are left on the disk.`,
    ],
  };
}

function rulesPart({ now, rules: { state, until, isUpdateWaiting } }: HealthFacts): HealthPart {
  const link = { href: "/settings/rules", text: "Benefit and tax rules" };
  const waits = isUpdateWaiting ? ["New figures wait until administrators agree to them."] : [];
  if (until === null) return { name: "Benefit and tax rules", state: "not-known", sentences: ["No figures are in use.", ...waits], link };
  const days = daysBetween(dayIn(now), until);
  return {
    name: "Benefit and tax rules",
    state: state === "in-date" && !isUpdateWaiting ? "working" : "look-at-it",
    sentences: [
      days < 0
        ? `The first figures ended on ${plainDate(until)}. People who get those benefits are told that we cannot tell.`
        : `The first figures end on ${plainDate(until)}, in ${counted(days, "day", "days")}.`,
      ...waits,
    ],
    link,
  };
}

function keepingPart({ now, lastKeeping }: HealthFacts): HealthPart {
  const link = { href: "/settings/privacy", text: "Privacy and keeping data" };
  const name = "Deleting what is over its time";
  if (lastKeeping === null) return { name, state: "not-known", sentences: ["The daily run has not been yet."], link };
  const days = daysBetween(dayIn(lastKeeping), dayIn(now));
  return {
    name,
    state: days > 1 ? "look-at-it" : "working",
    sentences: [`The daily run was last done on ${moment(lastKeeping)}.`],
    link,
  };
}

// Nothing here makes copies, so nothing here can say whether there is one: the sentence must not comfort anybody.
const backupPart: HealthPart = {
  name: "Backups",
  state: "not-known",
  sentences: [
    "This program does not make backups, and cannot see whether somebody does.",
    "Ask whoever runs the machine. They need a copy of the data folder every day, and of the key file in another place. Without the key file the copy cannot be read.",
    "Only a copy that somebody has put back and opened is a backup.",
  ],
};
