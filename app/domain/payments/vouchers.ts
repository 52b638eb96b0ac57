// What an organisation's own rule asks before a voucher is handed over. Whether a voucher counts for a benefit or for tax
// is unsettled between the sources and is not answered here (payments.md sections a and e).
import { penceOf, type Pence } from "#app/domain/basics/money.ts";
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import type { Source } from "#app/domain/basics/sources.ts";

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
export function voucherNeeds(rule: VoucherRule, value: Pence): readonly VoucherNeed[] {
  return value > rule.over.value ? [...rule.always, ...rule.over.needs] : rule.always;
}
