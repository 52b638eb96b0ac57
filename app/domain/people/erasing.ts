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
  "claims-sent-back",
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
export const stayingKinds = [
  "claims-under-way",
  "costs-under-way",
  "ways-to-pay",
  "claims-paid",
  "claims-stopped",
  "costs-paid",
  "receipts",
  "payments",
  "vouchers",
] as const;
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
  "claims-sent-back",
  "messages",
  "merged-records",
  "links",
];

/** States of money asked for before a meeting that stay on record: it was booked or went, or two people have said that it is to go. */
export const costsThatStay = ["booked", "money-authorised", "money-sent"] as const;

/** Says whether money before a meeting still has to go out: it is authorised and was not sent. */
export function isCostUnderWay(state: string): boolean {
  return state === "money-authorised";
}

type ClaimAsItStands = { readonly state: string; readonly sentBackTo: string | null };

/** Says whether a claim waits for the person: it was never sent, or a question about it was sent back to them. */
export function waitsForThePerson({ state, sentBackTo }: ClaimAsItStands): boolean {
  return state === "open" || (state === "sent-back" && sentBackTo !== "checker");
}

/** Says whether a claim still has to be paid, and can be without the person: it was sent, is not paid, and finance has it. */
export function isUnderWay(claim: ClaimAsItStands): boolean {
  return claim.state !== "paid" && !waitsForThePerson(claim);
}

/** A value without anything that hangs on some references: keys that name one, and values and entries that are one. */
export function withoutReferences(value: unknown, references: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !(typeof one === "string" && references.has(one))).map((one) => withoutReferences(one, references));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !key.split(/[ +]/u).some((part) => references.has(part)) && !(typeof one === "string" && references.has(one)))
      .map(([key, one]) => [key, withoutReferences(one, references)]),
  );
}

/** How a coordinator knows that it is the person who asks. */
export const waysToKnow = ["by-phone", "in-person", "in-writing"] as const;
export type WayToKnow = (typeof waysToKnow)[number];

/** Why a request to be deleted was closed and nobody was deleted. */
export const whysNotDeleted = ["not-wanted-any-more", "was-not-them"] as const;
export type WhyNotDeleted = (typeof whysNotDeleted)[number];
