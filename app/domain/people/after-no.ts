// What somebody may say after "No": why, and how else they would give their views.

export const noReasons = ["date", "place", "need-not-offered", "payment", "not-well", "not-interested", "rather-not-say"] as const;
export type NoReason = (typeof noReasons)[number];

export const otherWays = ["phone", "writing", "recording", "none"] as const;
export type OtherWay = (typeof otherWays)[number];

export type AfterNo = { readonly reasons: readonly NoReason[]; readonly otherWay: OtherWay | null };

/** A reason is only ever counted where at least this many people of one meeting gave it. */
export const fewestCounted = 3;

/** Each reason that enough people gave, with how many; never the wish not to say. */
export function countReasons(said: readonly AfterNo[]): readonly { readonly reason: NoReason; readonly people: number }[] {
  return noReasons
    .map((reason) => ({ reason, people: said.filter(({ reasons }) => reasons.includes(reason)).length }))
    .filter(({ reason, people }) => reason !== "rather-not-say" && people >= fewestCounted);
}

/** Whether the wish not to say stands beside a reason: the two cannot both be meant. */
export function saysAndWouldRatherNot(reasons: readonly NoReason[]): boolean {
  return reasons.includes("rather-not-say") && reasons.length > 1;
}
