// How long each kind of thing is kept, counted from the day its purpose ended (promises.md P3). The defaults hold until an
// organisation chooses otherwise.

/** What is kept for a time and then erased or, for claims, reduced. */
export const keptKinds = ["links", "access-answers", "benefit-answers", "declined-invitations", "bank-details", "claims"] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Days for everything but claims, which are kept whole for so many years after the end of the financial year. */
export type KeepingPeriods = Readonly<Record<KeptKind, number>>;

/** The periods of promises.md P3. */
export const usualPeriods: KeepingPeriods = {
  links: 30,
  "access-answers": 30,
  "benefit-answers": 30,
  "declined-invitations": 90,
  "bank-details": 90,
  claims: 6,
};
