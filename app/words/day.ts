// The words of the day itself: roles with their duties, what is looked at before doors open, and where the time stands.
import type { DayCheckId } from "#app/domain/meetings/day-checks.ts";
import type { RunningOrder } from "#app/domain/meetings/running-order.ts";
import { minutesOf, type ClockTime } from "#app/domain/basics/dates.ts";
import { clock, clockRange, counted } from "./format.ts";

export type RoleName =
  "chair" | "access-host" | "online-access-host" | "welcome" | "notetaker" | "timekeeper" | "technology" | "evacuation-helper";

export const roleName: Readonly<Record<RoleName, string>> = {
  chair: "Chair",
  "access-host": "Access host",
  "online-access-host": "Online access host",
  welcome: "Welcome",
  notetaker: "Notetaker",
  timekeeper: "Timekeeper",
  technology: "Technology",
  // The content guide has no helpers and nobody evacuated (experience.md 5.3): the part is named for what it is about.
  "evacuation-helper": "Leaving safely",
};

/** What each role does, short enough for a card. */
export const roleDuties: Readonly<Record<RoleName, readonly string[]>> = {
  chair: [
    "Say who is here and how to ask to speak.",
    "One person speaks at a time. Wait before you move on.",
    "Keep every break, on time.",
    "Ask quiet people if they want to add something. A pass is fine.",
  ],
  "access-host": [
    "Be where people can find you. You do nothing else today.",
    "Check the room before people arrive.",
    "Watch for cards, tired faces and people who cannot get in.",
    "Put problems right, and write them on the day page.",
  ],
  "online-access-host": [
    "Let people in. Test sound and captions with each.",
    "Watch the chat and raised hands. Read comments out at set points.",
    "Keep the interpreter pinned.",
    "Answer the phone when somebody cannot get in.",
  ],
  welcome: [
    "Be at the door 30 minutes before.",
    "Say your name. Ask ‘How can I help?’ and wait.",
    "Show people the room, the toilets and the quiet space.",
    "Mark who has come on the day page.",
  ],
  notetaker: ["Write what was agreed and who does it.", "Write names only where people are happy with it.", "Read back each decision."],
  timekeeper: ["Show five minutes left, then time.", "Tell the chair when a break is due.", "Never take time off a break."],
  technology: [
    "Set up an hour before. Test every microphone.",
    "Test the loop, the captions and the screen with somebody who uses them.",
    "Have a spare: batteries, cable, a phone number to join by.",
  ],
  "evacuation-helper": [
    "Read your person's plan and walk the route with them.",
    "Know your back-up, and where the safe place is.",
    "Stay with the person until they are out. Never wait for the fire service.",
  ],
};

export const checkLabel: Readonly<Record<DayCheckId, string>> = {
  "loop-tested": "Loop tested with a listener",
  "screen-set": "Screen on or off as agreed, and readable from every seat",
  "lights-set": "Lights and blinds set",
  "hoist-checked": "Hoist checked and charged, and the key to hand",
  "quiet-room-open": "Quiet room open and signed",
  "water-for-dog": "Water for the dog, and the grass found",
  "interpreter-seats": "Interpreter seats set, lit and in view",
  "interpreter-pinned": "Interpreter pinned on the call",
  "captions-link-tested": "Captions link tested",
  "seats-kept": "Kept seats marked",
  "route-clear": "Step-free route clear from the street to the room",
  "lift-working": "Lift working",
  "cards-out": "Cards on tables",
  "food-labelled": "Food labelled, and special meals apart",
  "everyone-can-hear": "People online can hear the room",
  "exits-known": "Ways out walked, and the alarm test time known",
  "running-order-up": "Running order where everybody can read it",
  "receipts-envelope": "Envelope for receipts",
  "cash-float": "Cash float counted",
};

/** The part of a running order a moment falls in, the next thing after it, and the next break. */
export function whereInTheDay(order: RunningOrder, now: ClockTime) {
  const at = minutesOf(now);
  const current = order.parts.find((part) => minutesOf(part.from) <= at && at < minutesOf(part.to)) ?? null;
  const next = order.parts.find((part) => minutesOf(part.from) > at) ?? null;
  const nextBreak = order.parts.find((part) => part.kind !== "work" && minutesOf(part.from) > at) ?? null;
  return { current, next, nextBreak };
}

/** "Next break at 11:15am", or that none is left. */
export function nextBreakSentence(nextBreak: RunningOrder["parts"][number] | null): string {
  if (nextBreak === null) return "There are no more breaks today.";
  return `Next ${nextBreak.kind === "lunch" ? "break is lunch" : "break"} at ${clock(nextBreak.from)}.`;
}

/** What happens in a part of the day, from the agenda's own titles. */
export function partTitle(part: RunningOrder["parts"][number], agenda: readonly { readonly title: string }[]): string {
  if (part.kind !== "work") return part.kind === "lunch" ? "Lunch" : "Break";
  const titles = part.items.map(
    ({ id, isContinued }) => `${agenda[Number(id.slice(5)) - 1]?.title ?? "Agenda"}${isContinued ? " (continued)" : ""}`,
  );
  return titles.length === 0 ? "Agenda" : titles.join("; ");
}

/** "11:15am to 11:30am: Break". */
export function partSentence(part: RunningOrder["parts"][number], agenda: readonly { readonly title: string }[]): string {
  return `${clockRange(part.from, part.to)}: ${partTitle(part, agenda)}`;
}

/** How a running break stands. */
export function breakSentence(taken: { readonly to: ClockTime; readonly minutesLeft: number }): string {
  if (taken.minutesLeft === 0) return `The break was to end at ${clock(taken.to)}. It is time.`;
  return `Break until ${clock(taken.to)}. ${counted(taken.minutesLeft, "minute", "minutes")} left.`;
}

export const arrivalWord = { arrived: "Arrived", online: "Online", "not-here": "Not here" } as const;
const replyWord = {
  "coming-in-room": "Said: in the room.",
  "coming-online": "Said: online.",
  "coming-by-phone": "Said: by phone.",
  "not-sure": "Said: not sure.",
  "not-coming": "Said: not coming.",
  none: "Did not reply.",
} as const;

/** What somebody said about coming. */
export function replySentence(reply: keyof typeof replyWord): string {
  return replyWord[reply];
}

/** Whether somebody has come, else what they said: "Arrived." */
export function arrivalSentence(reply: keyof typeof replyWord, arrival: keyof typeof arrivalWord | null): string {
  return arrival === null ? replyWord[reply] : `${arrivalWord[arrival]}.`;
}
