// Who may see which field about a person, as one table (promises.md section 3). Documents and pages are held to it by their
// tests: a marker is put into every field, and no paper may show one its reader has no part in.

/** Those who read papers; "venue" also stands for everybody who works from a sheet without names. */
export const matrixReaders = ["the-person", "other-attendees", "coordinator", "finance", "administrator", "venue"] as const;
export type MatrixReader = (typeof matrixReaders)[number];

/**
 * full: as it is. if-shared: only what the person let this reader see, opened on request and put on record. totals: counts
 * without names. masked: enough to know it by. yes-no: only whether there is one. cost-only: the amount, and that it was a cost
 * of access. none: never.
 */
export type FieldAccess = "full" | "if-shared" | "totals" | "masked" | "yes-no" | "cost-only" | "none";

export type Field = { readonly about: string; readonly seenBy: Readonly<Record<MatrixReader, FieldAccess>> };

const row = (
  about: string,
  [person, others, coordinator, finance, administrator, venue]: readonly [
    FieldAccess,
    FieldAccess,
    FieldAccess,
    FieldAccess,
    FieldAccess,
    FieldAccess,
  ],
): Field => ({
  about,
  seenBy: { "the-person": person, "other-attendees": others, coordinator, finance, administrator, venue },
});

/** In the order of promises.md section 3. */
export const fieldMatrix = {
  name: row("Name", ["full", "if-shared", "full", "full", "none", "none"]),
  contact: row("E-mail, phone and address", ["full", "none", "full", "masked", "none", "none"]),
  reply: row("Reply, and times they can do", ["full", "none", "full", "none", "none", "none"]),
  "access-needs": row("Access needs", ["full", "none", "if-shared", "none", "none", "totals"]),
  "access-notes": row("What they wrote in their own words", ["full", "none", "if-shared", "none", "none", "if-shared"]),
  "kept-apart": row("Somebody to be kept apart from", ["none", "none", "none", "none", "none", "none"]),
  dietary: row("Food and allergies", ["full", "none", "if-shared", "none", "none", "totals"]),
  "safe-contact": row("How to contact them safely", ["none", "none", "none", "none", "none", "none"]),
  benefits: row("Benefits and limits on work", ["full", "none", "none", "none", "none", "none"]),
  "payment-check": row("The result of the payment check", ["full", "none", "none", "none", "none", "none"]),
  bank: row("Bank details", ["masked", "none", "yes-no", "masked", "none", "none"]),
  claim: row("Claim lines and amounts", ["full", "none", "full", "full", "totals", "none"]),
  "access-cost": row("The access cost in a claim", ["full", "none", "full", "cost-only", "none", "none"]),
} as const satisfies Readonly<Record<string, Field>>;

export type FieldId = keyof typeof fieldMatrix;
export const fieldIds = Object.keys(fieldMatrix) as readonly FieldId[];

/** Says whether a paper for a reader may ever show the value of a field as it was given. */
export function mayShow(field: FieldId, reader: MatrixReader): boolean {
  const access = fieldMatrix[field].seenBy[reader];
  return access === "full" || access === "if-shared";
}
