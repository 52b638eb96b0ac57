// The sentences of a payment's trail, from its rate to the file it left in.
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import type { Pence } from "#app/domain/basics/money.ts";
import type { Source } from "#app/domain/basics/sources.ts";
import { inFours, longDate, money, number, plainDate } from "./format.ts";

/** Where a figure comes from, and the day it was looked up. */
export function sourceSentence({ title, locator, checkedOn }: Source): string {
  const where = `${title}${locator === undefined ? "" : `, ${locator}`}`;
  return `${where}${/[.?!]$/u.test(where) ? "" : "."} Looked up on ${plainDate(checkedOn)}.`;
}

/** Whether an offered amount is the same when it is worked out again by the card on file. */
export function againSentence(amount: Pence, again: Pence | null): string {
  if (again === null) return "It cannot be worked out again: these rates are not on file.";
  if (again === amount) return "Worked out again from the rates on file: the same.";
  return `Worked out again from the rates on file, it comes to ${money(again)}. Find out why.`;
}

/** Whether what a claim comes to is what its batch pays. */
export function agreesSentence(agrees: boolean | null, toPay: Pence): string {
  if (agrees === null) return "This claim is in no batch now.";
  return agrees
    ? `The claim comes to ${money(toPay)}, and that is what the batch pays.`
    : `The claim comes to ${money(toPay)} now. The batch holds another amount. Find out why.`;
}

/** Whether a batch still is what was signed. */
export const asSignedSentences = {
  "not-signed": "Nobody has signed it yet.",
  "as-signed": "Every amount and account in it is what was signed.",
  changed: "Something in it is not what was signed. Nothing leaves it until an administrator has found out why.",
  "over-its-time":
    "Accounts in it were erased, because they are not kept any longer. So it cannot be compared with what was signed. Its amounts are kept.",
} as const;

const stepNames = { check: "Checked", authorise: "Authorised", release: "Released" } as const;

/** "Checked by Ben Ali on 6 November 2026." */
export function stepSentence(step: keyof typeof stepNames, name: string, on: CalendarDate): string {
  return `${stepNames[step]} by ${name} on ${plainDate(on)}.`;
}

/** The answer to "Is this the file we exported?". */
export function fileAnswerSentences(
  found:
    | {
        readonly answer: "yes";
        readonly batch: number;
        readonly export: number;
        readonly fileName: string;
        readonly by: string;
        readonly on: CalendarDate;
        readonly isButForLineEnds: boolean;
      }
    | { readonly answer: "no"; readonly named: readonly { readonly batch: number }[] },
): readonly string[] {
  if (found.answer === "yes") {
    const said = `Yes. This is file ${number(found.export)} of batch ${number(found.batch)}, ${found.fileName}. ${found.by} made it on ${longDate(found.on)}.`;
    return found.isButForLineEnds
      ? [said, "Only the line ends differ, as they do when a text is pasted. Every letter and figure is the same."]
      : [said];
  }
  const none = "No. This is not a file we exported. No file of ours has these letters and figures.";
  if (found.named.length === 0) return [none];
  return [
    none,
    "It names claims that are in the batches below. Compare it with their files, and do not pay from it until you know why it differs.",
  ];
}

/** The heading of a claim's trail. */
export function trailHeading(reference: string): string {
  return `Trail of claim ${inFours(reference)}`;
}
