// A signed run as a file with the organisation's own columns: every value of every payment, then the layout says which of them, in which
// order and how. A bank's file has whole account numbers; one for a spreadsheet has none.
import type { Instant } from "#app/domain/basics/dates.ts";
import { subtract } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import { standardAccountOf } from "#app/domain/payments/bank-details.ts";
import type { PaymentMethod } from "#app/domain/payments/offer.ts";
import { writeOwnSheet, type ColumnSource, type SheetLayout, type SheetRow } from "#app/domain/payments/sheet-layouts.ts";
import { accountKindNames } from "#app/words/payment-runs.ts";
import { paymentMethodNames } from "#app/words/payments.ts";
import type { Db, Tx } from "#db/open.ts";
import type { RunLineWithNames, StoredRun } from "#db/stores/payment-runs.ts";
import type { Context } from "./context.server.ts";
import { accountKindsOf, payeeNumberOf } from "./payees.server.ts";
import type { SignedWith } from "./run-signed-with.server.ts";
import { frozenPayeeOf } from "./run-work.server.ts";

export type OwnFileRefusal =
  | { readonly kind: "no-paying-account" }
  | { readonly kind: "no-accounts"; readonly references: readonly string[] }
  | { readonly kind: "not-known"; readonly column: ColumnSource; readonly references: readonly string[] }
  | { readonly kind: "too-long"; readonly column: ColumnSource; readonly most: number; readonly references: readonly string[] };

type Facts = {
  readonly run: StoredRun;
  readonly lines: readonly RunLineWithNames[];
  readonly madeWith: SignedWith;
  readonly edition: string;
  /** When the file was made: what was recorded about an account afterwards changes nothing in it. */
  readonly madeAt: Instant;
};

const ownColumns: readonly ColumnSource[] = ["own-sort-code", "own-account-number", "own-name"];
const accountColumns: readonly ColumnSource[] = ["sort-code", "account-number"];

/**
 * Writes the file. Refused where a column asks for an account nobody has entered, for a number that is not 6 and 8 digits, for the kind of an
 * account that nobody had recorded by then, and for what is longer than its column takes: each named by its claims.
 */
export async function ownFileOf(context: Context, db: Db | Tx, layout: SheetLayout, facts: Facts): Promise<Result<string, OwnFileRefusal>> {
  const { lines, madeWith } = facts;
  const asks = (columns: readonly ColumnSource[]) => layout.columns.some(({ holds }) => holds !== "the-same" && columns.includes(holds));
  if (asks(ownColumns) && madeWith.payer === null) return refused({ kind: "no-paying-account" });
  const kinds = asks(["account-kind"])
    ? await accountKindsOf(
        context,
        db,
        lines.map(({ line }) => line.personId),
        facts.madeAt,
      )
    : new Map<string, "personal" | "business">();
  const rows = lines.map((one) => rowOf(context, layout, facts, one, kinds));
  if (asks(accountColumns)) {
    const references = rows.filter((row) => row["account-number"] === null).map(({ claim }) => claim);
    if (references.length > 0) return refused({ kind: "no-accounts", references });
  }
  const written = writeOwnSheet(layout, layout.rowFor === "payment" ? rows : byBudgetCode(madeWith, lines, rows));
  if (written.ok) return done(written.value);
  const { claims: references, ...why } = written.refusal;
  return refused({ ...why, references });
}

function rowOf(
  context: Context,
  layout: SheetLayout,
  { run, madeWith: { payer, signer }, edition }: Facts,
  { line, meeting }: RunLineWithNames,
  kinds: ReadonlyMap<string, "personal" | "business">,
): SheetRow {
  const { name, account } = frozenPayeeOf(context, line);
  const standard = account === null ? null : standardAccountOf(account);
  const digits = standard?.ok === true ? standard.value : null;
  const kind = account === null ? undefined : kinds.get(account.print);
  const rollNumber = account?.rollNumber ?? "";
  const hasRollColumn = layout.columns.some(({ holds }) => holds === "roll-number");
  return {
    payee: name,
    "payee-number": payeeNumberOf(line.personId),
    "account-name": account?.nameOnAccount ?? "",
    "sort-code": digits?.sortCode ?? null,
    "account-number": digits?.accountNumber ?? null,
    "roll-number": rollNumber,
    "account-kind": kind === undefined ? null : accountKindNames[kind],
    amount: { money: line.toPay },
    "for-time": { money: line.forTime },
    "for-costs": { money: subtract(line.toPay, line.forTime) },
    // A building society's number goes in the reference where the file has no column of its own for it.
    "payment-reference": rollNumber !== "" && !hasRollColumn ? rollNumber : `CLAIM ${line.reference}`,
    claim: line.reference,
    "payment-date": { day: run.paymentDate },
    meeting: meeting.name,
    "meeting-date": meeting.date === null ? "" : { day: meeting.date },
    "budget-code": line.budgetCode,
    how: paymentMethodNames[line.method as PaymentMethod],
    batch: `Batch ${run.number}`,
    "signed-by": signer,
    "own-sort-code": payer?.sortCode ?? null,
    "own-account-number": payer?.accountNumber ?? null,
    "own-name": payer?.name ?? null,
    edition,
  };
}

/** A payment from several budget codes has a row for each, and they add up to it. */
function byBudgetCode({ parts }: SignedWith, lines: readonly RunLineWithNames[], rows: readonly SheetRow[]): readonly SheetRow[] {
  return lines.flatMap(({ line }, index): readonly SheetRow[] => {
    const row = rows[index];
    if (row === undefined) return [];
    const mine = parts[line.claimId] ?? [];
    return mine.length === 0 ? [row] : mine.map(({ code, amount }) => ({ ...row, "budget-code": code, amount: { money: amount } }));
  });
}
