// Vouchers, kept like cash: bought, held, given to one person for one agreed claim, or out of use (payments.md section d, form 12).
// Whether a voucher counts for a benefit or for tax is unsettled between the sources and is not answered here (sections a and e).
import type { CalendarDate } from "#app/domain/basics/dates.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf, subtract, sum, type Pence } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { Source } from "#app/domain/basics/sources.ts";

/** Given back: by the person, or to the shop. Lost: while held, or after it was given. */
export type VoucherState = "held" | "given" | "given-back" | "expired" | "lost";
export const voucherStates: readonly VoucherState[] = ["held", "given", "given-back", "expired", "lost"];

/** What may become of a voucher from each state; there is no way back into the stock. */
const waysOn: Readonly<Record<VoucherState, readonly VoucherState[]>> = {
  held: ["given", "given-back", "expired", "lost"],
  given: ["given-back", "lost"],
  "given-back": [],
  expired: [],
  lost: [],
};

/** Whether a voucher may go from one state to another. */
export function mayGoOn(from: VoucherState, to: VoucherState): boolean {
  return waysOn[from].includes(to);
}

export type VoucherFacts = {
  readonly state: VoucherState;
  readonly value: Pence;
  readonly heldBy: string;
  readonly expiresOn: CalendarDate | null;
};

/** What is known of the claim a voucher is to be given for. */
export type ClaimForVoucher = {
  /** Agreed by two people, or paid by the list of cash and vouchers it is on. */
  readonly isAgreed: boolean;
  /** The person chose a voucher, and no batch pays the claim another way. */
  readonly isPaidInVouchers: boolean;
  readonly toPay: Pence;
  /** Vouchers given for it before, the lost among them; what was given back is left out. */
  readonly given: Pence;
  readonly authorisedBy: string | null;
  /** Members of staff who are the claimant. */
  readonly claimantAmongStaff: readonly string[];
  /** Staff who said that they are tied to the claimant. */
  readonly tied: readonly string[];
};

export type GiveRefusal =
  | { readonly reason: "not-held" }
  | { readonly reason: "run-out"; readonly on: CalendarDate }
  | { readonly reason: "not-agreed" }
  | { readonly reason: "another-way" }
  | { readonly reason: "own-claim" }
  | { readonly reason: "you-are-tied" }
  | { readonly reason: "holder-is-the-claimant" }
  | { readonly reason: "you-hold-it" }
  | { readonly reason: "you-authorised-it" }
  | { readonly reason: "more-than-is-left"; readonly left: Pence };

/**
 * Whether somebody may give vouchers for a claim: never one they hold, never for a claim they authorised or their own, and
 * together for no more than the claim still pays. All of them are given, or none.
 */
export function mayGive(input: {
  readonly vouchers: readonly VoucherFacts[];
  readonly claim: ClaimForVoucher;
  readonly giver: string;
  readonly on: CalendarDate;
}): Result<true, GiveRefusal> {
  const { vouchers, claim, giver, on } = input;
  if (claim.claimantAmongStaff.includes(giver)) return refused({ reason: "own-claim" });
  if (claim.tied.includes(giver)) return refused({ reason: "you-are-tied" });
  if (!claim.isAgreed) return refused({ reason: "not-agreed" });
  if (!claim.isPaidInVouchers) return refused({ reason: "another-way" });
  if (claim.authorisedBy === giver) return refused({ reason: "you-authorised-it" });
  for (const { state, heldBy, expiresOn } of vouchers) {
    if (state !== "held") return refused({ reason: "not-held" });
    if (expiresOn !== null && expiresOn < on) return refused({ reason: "run-out", on: expiresOn });
    if (heldBy === giver) return refused({ reason: "you-hold-it" });
    if (claim.claimantAmongStaff.includes(heldBy)) return refused({ reason: "holder-is-the-claimant" });
  }
  const left = leftToGive(claim);
  return sum(vouchers.map(({ value }) => value)) > left ? refused({ reason: "more-than-is-left", left }) : done(true);
}

/** What vouchers given for a claim come to: a lost one counts, one given back does not. */
export function stillGiven(vouchers: readonly Pick<VoucherFacts, "state" | "value">[]): Pence {
  return sum(vouchers.filter(({ state }) => state === "given" || state === "lost").map(({ value }) => value));
}

/** What a claim still pays in vouchers; never below nothing. */
export function leftToGive({ toPay, given }: Pick<ClaimForVoucher, "toPay" | "given">): Pence {
  return given >= toPay ? penceOf(0) : subtract(toPay, given);
}

export type Counted = { readonly count: number; readonly value: Pence };

/** How the log stands. Bought is always what is held, given and out of use together. */
export type VoucherTotals = { readonly bought: Counted; readonly cost: Pence } & Readonly<Record<VoucherState, Counted>>;

/** Adds up a log, or the rows of one added up by state before. */
export function voucherTotals(
  rows: readonly { readonly state: VoucherState; readonly count: number; readonly value: Pence; readonly cost: Pence }[],
): VoucherTotals {
  const of = (wanted: readonly VoucherState[]): Counted => {
    const mine = rows.filter(({ state }) => wanted.includes(state));
    return { count: mine.reduce((all, { count }) => all + count, 0), value: sum(mine.map(({ value }) => value)) };
  };
  return {
    bought: of(voucherStates),
    cost: sum(rows.map(({ cost }) => cost)),
    held: of(["held"]),
    given: of(["given"]),
    "given-back": of(["given-back"]),
    expired: of(["expired"]),
    lost: of(["lost"]),
  };
}

export type VoucherNeed = "signed-receipt" | "name-and-address" | "national-insurance-number" | "payroll-approval-first";

export type VoucherRule = {
  readonly source: Source;
  readonly always: readonly VoucherNeed[];
  /** Above this value, and not at it, the further steps apply. */
  readonly over: { readonly value: Pence; readonly needs: readonly VoucherNeed[] };
};

/** One university's published rule, as a choice for an organisation's own. */
export const universityOfBathVouchers: VoucherRule = {
  source: { title: "University of Bath, Incentive payments to research volunteers", checkedOn: calendarDateOf("2026-11-22") },
  always: ["signed-receipt", "name-and-address"],
  over: { value: penceOf(5_000), needs: ["national-insurance-number", "payroll-approval-first"] },
};

/** What has to be had before a voucher of this value is given. */
export function voucherNeeds(rule: Pick<VoucherRule, "always" | "over">, value: Pence): readonly VoucherNeed[] {
  return value > rule.over.value ? [...rule.always, ...rule.over.needs] : rule.always;
}
