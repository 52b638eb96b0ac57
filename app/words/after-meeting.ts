// The words of what a coordinator does after a meeting: what changed because of it, and the look back.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { AccessCosts, DidItsJob, HowMuchSay } from "#app/domain/meetings/evaluation.ts";
import { easyOutcomes } from "./easy-messages.ts";
import { counted, longDate, money } from "./format.ts";
import type { InvitationFor, WrittenMessage } from "./invitation.ts";
import { supportName } from "./requirements.ts";

export const didItsJobLabels: Readonly<Record<DidItsJob, string>> = { yes: "Yes", partly: "Partly", no: "No" };
export const howMuchSayLabels: Readonly<Record<HowMuchSay, string>> = {
  planned: "Planned it with us",
  decided: "Helped decide",
  "gave-views": "Gave views",
  "were-told": "Were told",
};

export type OutcomeWords = { readonly said: string; readonly did: string; readonly byWhen: CalendarDate | null };

/** "You said, we did" as somebody gets it: what was said and what was done about it, one after another. */
export function outcomesMessage(
  facts: { readonly meeting: string; readonly organisation: string },
  outcomes: readonly OutcomeWords[],
  person: Pick<InvitationFor, "name" | "form" | "link" | "code" | "isNeutral"> & { readonly isEasyRead: boolean },
): WrittenMessage {
  const subject = person.isNeutral ? `A message from ${facts.organisation}` : `What changed because of ${facts.meeting}`;
  const open =
    person.form === "letter" && person.code !== undefined
      ? [`To read this on the internet, go to ${person.code.at} and type this code: ${person.code.code}`]
      : [`Read what changed: ${person.link}`, "This link is only for you. Please do not pass it on."];
  const told = outcomes.flatMap((one) => [
    { heading: "You said", lines: linesOf(one.said) },
    { heading: "We did", lines: [...linesOf(one.did), ...(one.byWhen === null ? [] : [byWhenSentence(one.byWhen)])] },
  ]);
  // A text message is short: it says only where to read it.
  const shown = person.form === "text" ? [] : told;
  if (person.isEasyRead) return { subject, parts: easyOutcomes(facts, shown, person) };
  return {
    subject,
    parts: [
      { lines: [`Hello ${person.name}.`] },
      { lines: [`Thank you for telling us about ${facts.meeting}.`, "This is what changes because of it."] },
      ...shown,
      { lines: open },
    ],
  };
}

/** "By Tuesday 2 March 2027." */
export function byWhenSentence(byWhen: CalendarDate): string {
  return `By ${longDate(byWhen)}.`;
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What access cost, a line for each type of booking, and what is not known. */
export function accessCostLines({ byType, total, unknown }: AccessCosts): readonly string[] {
  if (byType.length === 0 && unknown === 0) return ["Nothing was booked for this meeting."];
  return [
    ...byType.map(({ support, cost }) => `${supportName[support]}: ${money(cost)}`),
    ...(byType.length === 0 ? [] : [`Bookings together: ${money(total)}`]),
    ...(unknown === 0 ? [] : [`Not known: the cost of ${counted(unknown, "booking", "bookings")}. Write it on the booking.`]),
  ];
}
