// Deleting everything about one person because they asked (promises.md P5): what kinds of thing go, and what the law wants kept.

/** What goes, in the order people are told. */
export const goingKinds = [
  "contact",
  "invitations",
  "answers",
  "payment-choices",
  "private-answers",
  "leave-plans",
  "bank-details",
  "claims-not-sent",
  "costs-not-paid",
  "files",
  "messages",
  "notes",
  "merged-records",
  "links",
  "requests",
] as const;
export type GoingKind = (typeof goingKinds)[number];

/** What stays, in the order people are told. */
export const stayingKinds = ["claims-under-way", "ways-to-pay", "claims-paid", "costs-paid", "receipts", "payments", "vouchers"] as const;
export type StayingKind = (typeof stayingKinds)[number];

export type Counts<Kind extends string> = Readonly<Partial<Record<Kind, number>>>;

/** What deleting comes to: how many of each kind go and stay; nothing of what they say. */
export type Deletion = { readonly gone: Counts<GoingKind>; readonly kept: Counts<StayingKind> };

/**
 * What a member of staff may read of it. How many answers somebody gave in private, whether they chose about payment or asked about
 * benefits, and what coordinators wrote about keeping them safe are counted for nobody but the person.
 */
export const goingKindsForStaff: readonly GoingKind[] = [
  "contact",
  "invitations",
  "claims-not-sent",
  "messages",
  "merged-records",
  "links",
];

/** States of money asked for before a meeting in which the money or the booking has left the house. */
export const costsThatWerePaid = ["booked", "money-authorised", "money-sent"] as const;

/** Says whether a claim still has to be paid: it was sent and is not paid. */
export function isUnderWay(state: string): boolean {
  return state !== "open" && state !== "paid";
}

/** What takes the place of a name in what others wrote. */
export const deletedName = "[name deleted]";

/**
 * How somebody may be written about: their names, ways to reach them, and what they are called for short in notes about a meeting, which
 * is looked for there only, because a short name may be a word or somebody else's.
 */
export type WrittenAs = { readonly names: readonly string[]; readonly contacts: readonly string[]; readonly parts: readonly string[] };

/** Takes a person's names and contact details out of a text that others wrote; the same text where they are not in it. */
export function withoutPerson(text: string, { names, contacts, parts }: WrittenAs): string {
  const whole = [...names, ...contacts].filter((one) => one.trim().length > 2).toSorted((one, other) => other.length - one.length);
  const found = whole.reduce((rest, one) => rest.replaceAll(wordsOf(one, "giu"), deletedName), text);
  // Short names are as they are written, so that "will" in a sentence is left alone.
  return parts.reduce((rest, one) => rest.replaceAll(wordsOf(one, "gu"), deletedName), found);
}

// A number is found however its digits are grouped.
function wordsOf(text: string, flags: string): RegExp {
  const isNumber = /^[\d\s+()-]{6,}$/u.test(text);
  const escaped = isNumber
    ? [...text.replaceAll(/\D/gu, "")].join("[\\s-]*")
    : text
        .trim()
        .replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&")
        .replaceAll(/\s+/gu, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags);
}

/** Names that are words or months as well: in a note they are more often those. */
const alsoWords: ReadonlySet<string> = new Set(
  "April August Art Bill Bob Carol Chase Christian Dawn Dean Drew Faith Frank Gene Grace Grant Guy Hope Iris Ivy Jack Joy June Lane Lily Mark Max May Miles Pat Penny Ray Rob Rose Ruby Sandy Sky Summer Sunny Sue Ted Victor Will".split(
    " ",
  ),
);

/** What somebody is called for short: the first name, unless it is a word or another person's too; and the last one after a title. */
export function partsOfNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const firstOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? "";
  const taken = new Set(others.map((name) => firstOf(name).toLowerCase()));
  const first = names.map(firstOf).filter((name) => name.length > 2 && !alsoWords.has(name) && !taken.has(name.toLowerCase()));
  const last = names.flatMap((name) => {
    const words = name.trim().split(/\s+/u);
    return words.length < 2 ? [] : ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"].map((title) => `${title} ${words.at(-1) ?? ""}`);
  });
  return [...new Set([...last, ...first])];
}

/** A value without anything that hangs on some references: keys that begin with one, and values and entries that are one. */
export function withoutReferences(value: unknown, references: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !(typeof one === "string" && references.has(one))).map((one) => withoutReferences(one, references));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !references.has(key.split(" ")[0] ?? "") && !(typeof one === "string" && references.has(one)))
      .map(([key, one]) => [key, withoutReferences(one, references)]),
  );
}

/** How a coordinator knows that it is the person who asks. */
export const waysToKnow = ["by-phone", "in-person", "in-writing"] as const;
export type WayToKnow = (typeof waysToKnow)[number];
