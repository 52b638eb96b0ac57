// Reads bank details as people type them.
import { z } from "zod";
import { readAccountNumber, readRollNumber, readSortCode, type AccountNumber, type SortCode } from "#app/domain/payments/bank-details.ts";
import type { BankDetails } from "#app/services/payment-choice.server.ts";
import { requiredText } from "#app/web/form-fields.ts";
import { accountNumberRefusalSentence, rollNumberRefusalSentence, sortCodeRefusalSentence } from "#app/words/payments.ts";

const sortCode = z
  .string()
  .default("")
  .transform((typed, context): SortCode => {
    const read = readSortCode(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: sortCodeRefusalSentence(read.refusal) });
    return z.NEVER;
  });

const accountNumber = z
  .string()
  .default("")
  .transform((typed, context): AccountNumber => {
    const read = readAccountNumber(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: accountNumberRefusalSentence(read.refusal) });
    return z.NEVER;
  });

const rollNumber = z
  .string()
  .default("")
  .transform((typed, context): string | undefined => {
    const read = readRollNumber(typed);
    if (read.ok) return read.value;
    if (read.refusal === "missing") return undefined;
    context.addIssue({ code: "custom", message: rollNumberRefusalSentence(read.refusal) });
    return z.NEVER;
  });

const holderAgreed = "Tick if the account holder agrees, or choose another way to be paid";

/** The form of the bank page; for an account that is not the person's alone, its holder has to agree. */
export function bankForm(isSomeoneElses: boolean): z.ZodType<BankDetails> {
  return z
    .strictObject({
      nameOnAccount: requiredText("Enter the name on the account", { max: 100, thing: "name on the account" }),
      sortCode,
      accountNumber,
      rollNumber,
      holderAgreed: isSomeoneElses ? z.literal("yes", { error: holderAgreed }) : z.literal("yes").optional(),
    })
    .transform((given) => ({
      nameOnAccount: given.nameOnAccount,
      sortCode: given.sortCode,
      accountNumber: given.accountNumber,
      ...(given.rollNumber === undefined ? {} : { rollNumber: given.rollNumber }),
      ...(isSomeoneElses ? { holderAgreed: true } : {}),
    }));
}
