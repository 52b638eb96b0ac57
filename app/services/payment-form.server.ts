// The payment form of a claim, and the account it is paid into: looked at without the account, printed with it and put on record.
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import type { AccountNumber, SortCode } from "#app/domain/payments/bank-details.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { layOutPaymentSheet, type PaymentSheet } from "#app/domain/payments/payment-form.ts";
import { stillGiven } from "#app/domain/payments/vouchers.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { findSentClaim } from "#db/stores/claims.ts";
import { listVouchersOfClaims } from "#db/stores/vouchers.ts";
import { claimAtHand, type ClaimAtHand } from "./claims-at-hand.server.ts";
import type { Context } from "./context.server.ts";
import { organisationOf } from "./organisations.server.ts";
import { taxTreatmentOf } from "./tax-decisions.server.ts";
import { bankDetailsForPayment, choiceForFinance, type BankDetails } from "./payment-choice.server.ts";
import { lastDayToPay } from "./finance-claim.server.ts";

export type NoPaymentForm = "not-found" | "not-agreed" | "nothing-to-pay" | "no-bank-details" | "budget-code-missing";

export type PaymentFormView = {
  readonly sheet: PaymentSheet;
  readonly meeting: string;
  readonly reference: string;
  readonly endsIn: string | null;
};

/** The payment form as it can be looked at: everything but the account, of which only the end is shown. */
export async function paymentFormToLookAt(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<PaymentFormView, NoPaymentForm>> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  if (loaded === null) return refused("not-found");
  // The account itself stays sealed: numbers of noughts stand in for it, and are taken out again.
  const hidden = { accountName: loaded.person.name, sortCode: "000000" as SortCode, accountNumber: "00000000" as AccountNumber };
  const laidOut = await sheetOf(context, finance, loaded, loaded.bank === null ? undefined : hidden);
  if (!laidOut.ok) return laidOut;
  const { bank: _hidden, ...sheet } = laidOut.value;
  return done({ sheet, meeting: loaded.meeting.name, reference: loaded.claim.reference, endsIn: loaded.bank?.lastTwo ?? null });
}

/**
 * The payment form in full, with the account number: for the printed sheet and nothing else. Making it is recorded each time.
 * Refused until two people have signed.
 */
export async function paymentFormFor(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<PaymentSheet, NoPaymentForm>> {
  const loaded = await claimAtHand(context, context.db, finance, claimId);
  if (loaded === null) return refused("not-found");
  if (loaded.state.state !== "agreed" && loaded.state.state !== "paid") return refused("not-agreed");
  const opened = await bankDetailsForPayment(context, finance, loaded.person.id, `payment form ${loaded.claim.reference}`);
  const bank = opened.ok
    ? {
        accountName: opened.value.nameOnAccount,
        sortCode: opened.value.sortCode,
        accountNumber: opened.value.accountNumber,
        ...(opened.value.rollNumber === undefined ? {} : { rollNumber: opened.value.rollNumber }),
      }
    : undefined;
  const laidOut = await sheetOf(context, finance, loaded, bank);
  if (!laidOut.ok) return laidOut;
  await context.change(async (tx) =>
    record(context, tx, {
      organisationId: finance.organisationId,
      actor: auditActorOf(finance),
      action: "payment-form-made",
      subject: { kind: "claim", id: loaded.claim.id },
    }),
  );
  return laidOut;
}

/**
 * The account a claim is paid into, in full, for whoever checks it against a form or a letter. Opening it is recorded with the claim as
 * the purpose.
 */
export async function accountOfClaim(
  context: Context,
  finance: FinanceOfficer,
  claimId: string,
): Promise<Result<BankDetails, "not-found">> {
  const found = await findSentClaim(context.db, finance.organisationId, claimId);
  if (!found) return refused("not-found");
  const opened = await bankDetailsForPayment(context, finance, found.person.id, `claim ${found.claim.reference}`);
  return opened.ok ? done(opened.value) : refused("not-found");
}

async function sheetOf(
  context: Context,
  finance: FinanceOfficer,
  { claim, person, value, state, staff }: ClaimAtHand,
  bank: PaymentSheet["bank"] | undefined,
): Promise<Result<PaymentSheet, Exclude<NoPaymentForm, "not-found">>> {
  const organisation = await organisationOf(context, finance.organisationId);
  const chosen = await choiceForFinance(context, finance, claim.invitationId);
  const terms = chosen.ok ? chosen.value : null;
  const vouchers = await listVouchersOfClaims(context.db, [claim.id]);
  const method: PaymentMethod = stillGiven(vouchers) > 0 ? "voucher" : (terms?.how ?? "bank");
  const notAfter = lastDayToPay(claim, terms?.latest ?? null);
  return layOutPaymentSheet(value, state, {
    organisation: organisation.name,
    payee: person.name,
    address: person.address === "" ? [] : person.address.split("\n"),
    method,
    taxTreatment: await taxTreatmentOf(context.db, finance.organisationId, value, claim.paidOn ?? context.today),
    nameOf: (staffId) => staff.find(({ id }) => id === staffId)?.name ?? "A former member of staff",
    ...(terms?.earliest == null ? {} : { notBefore: terms.earliest }),
    ...(notAfter === null ? {} : { notAfter }),
    ...(bank === undefined ? {} : { bank }),
  });
}
