// Merging two records of one person, in sentences.
import { dayIn, type CalendarDate, type Instant } from "#app/domain/basics/dates.ts";
import { counted, list, longDate } from "./format.ts";
import { meetingWithDate } from "./meetings.ts";

/** What makes two records look like one person. */
export const likenessWords = {
  email: "The same email address",
  phone: "The same phone number",
  name: "The same name",
} as const;

/** How somebody knows that two records are one person. */
export const howKnownChoices = {
  "they-said": { label: "They told us", said: "They told us" },
  "same-contact": {
    label: "The contact details are the same, and I have checked with them",
    said: "The contact details are the same, and somebody checked",
  },
  "know-them": { label: "I know them", said: "Somebody knows them" },
} as const;

const contactWords = { email: "email address", phone: "phone number", address: "address" } as const;

/** The link to a merge that was made, or undone. */
export function mergeLinkWords({
  otherName,
  mergedAt,
  undoneAt,
}: {
  readonly otherName: string;
  readonly mergedAt: Instant;
  readonly undoneAt: Instant | null;
}): string {
  return undoneAt === null
    ? `Merged with ${otherName}, ${longDate(dayIn(mergedAt))}`
    : `Taken apart again from ${otherName}, ${longDate(dayIn(undoneAt))}`;
}

/** What merging does, one sentence each. */
export function mergeEffects({
  kept,
  other,
  filled,
  ofBoth,
}: {
  readonly kept: { readonly name: string; readonly hasBankDetails: boolean; readonly hasSafeContact: boolean };
  readonly other: { readonly name: string; readonly meetings: number; readonly hasBankDetails: boolean; readonly hasSafeContact: boolean };
  readonly filled: readonly (keyof typeof contactWords)[];
  readonly ofBoth: readonly { readonly name: string; readonly date: CalendarDate | null }[];
}): readonly string[] {
  return [
    other.meetings === 0
      ? "The other record has no meetings to move."
      : `${counted(other.meetings, "meeting moves", "meetings move")} to the record you keep, with everything said and claimed there.`,
    ...ofBoth.map(
      (meeting) =>
        `Both are invited to ${sharedMeetingWords(meeting)}. Where only one has answered, those answers hold. Where both have, the person looks at both on their own page and chooses. Until then both count.`,
    ),
    "Links that were sent keep working. Answers stay sealed: nobody reads more than before.",
    ...(filled.length === 0
      ? []
      : [`The record you keep takes over the ${list(filled.map((kind) => contactWords[kind]))} it has none of.`]),
    "Other contact details of the merged record are kept as earlier ones, for checks by finance.",
    ...(other.hasSafeContact ? ["Its notes about safe contact are added to those of the record you keep."] : []),
    ...bankEffects(kept, other),
    "You can take the two apart again. What is said after today then stays with the meeting it was said for.",
  ];
}

function bankEffects(kept: { readonly hasBankDetails: boolean }, other: { readonly hasBankDetails: boolean }): readonly string[] {
  if (kept.hasBankDetails && other.hasBankDetails)
    return ["Both have bank details. Those of the record you keep are used, and finance checks them again before the next payment."];
  return kept.hasBankDetails || other.hasBankDetails ? ["Finance checks the bank details again before the next payment."] : [];
}

/** Why two records cannot be merged now, and what to do. */
export const mergeObstacleWords = {
  "claim-under-way": "A claim of one of them is with finance. Merge the records once it is paid.",
} as const;

/** A meeting both records are invited to. */
function sharedMeetingWords({ name, date }: { readonly name: string; readonly date: CalendarDate | null }): string {
  return meetingWithDate(name, date);
}
