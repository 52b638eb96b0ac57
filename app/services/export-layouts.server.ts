// An organisation's own columns for its payment files: kept, changed, no longer offered, and tried on made-up payments.
import { calendarDateOf } from "#app/domain/basics/dates.ts";
import { penceOf } from "#app/domain/basics/money.ts";
import { done, refused, type Result } from "#app/domain/basics/result.ts";
import {
  beginLayout,
  checkLayout,
  writeOwnSheet,
  type LayoutBeginning,
  type LayoutProblem,
  type SheetLayout,
  type SheetRow,
} from "#app/domain/payments/sheet-layouts.ts";
import { auditActorOf, type FinanceOfficer } from "#app/domain/people/actors.ts";
import { record } from "#db/audit.ts";
import { addLayout, findLayout, listLayouts, saveLayout } from "#db/stores/export-layouts.ts";
import type { Context } from "./context.server.ts";

export type LayoutView = {
  readonly layoutId: string;
  readonly name: string;
  readonly layout: SheetLayout;
  readonly version: number;
};

/** The layouts to choose from, by name. */
export async function layoutsOf(context: Context, finance: FinanceOfficer): Promise<readonly LayoutView[]> {
  return (await listLayouts(context.db, finance.organisationId)).map(({ id, name, layout, version }) => ({
    layoutId: id,
    name,
    layout,
    version,
  }));
}

/** One of them; null where there is none. */
export async function layoutOf(context: Context, finance: FinanceOfficer, layoutId: string): Promise<LayoutView | null> {
  const found = await findLayout(context.db, finance.organisationId, layoutId);
  return found === undefined ? null : { layoutId: found.id, name: found.name, layout: found.layout, version: found.version };
}

/** What a new layout begins with. */
export function newLayout(beginning: LayoutBeginning): SheetLayout {
  return beginLayout[beginning];
}

export type LayoutRefusal = "not-found" | "changed-by-someone-else" | "name-taken" | readonly LayoutProblem[];

/** Keeps a layout, a new one or one that was there. Refused when it is not sound and when another has its name. */
export async function keepLayout(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly layoutId: string; readonly version: number } | "new",
  wanted: { readonly name: string; readonly layout: SheetLayout },
  intent?: string,
): Promise<Result<{ readonly layoutId: string }, LayoutRefusal>> {
  const problems = checkLayout(wanted.layout);
  if (problems.length > 0) return refused(problems);
  return context.change<Result<{ readonly layoutId: string }, LayoutRefusal>>(
    async (tx) => {
      const others = await listLayouts(tx, finance.organisationId);
      const own = at === "new" ? undefined : others.find(({ id }) => id === at.layoutId);
      if (at !== "new" && own === undefined) return refused("not-found");
      const isTaken = others.some(({ id, name }) => id !== own?.id && name.toLowerCase() === wanted.name.toLowerCase());
      if (isTaken) return refused("name-taken");
      const layoutId = own?.id ?? context.newId();
      const values = { ...wanted, savedBy: finance.staffId, savedAt: context.now };
      if (at === "new") await addLayout(tx, { id: layoutId, organisationId: finance.organisationId, ...values });
      else if (!(await saveLayout(tx, layoutId, at.version, values))) return refused("changed-by-someone-else");
      await recordLayout(context, tx, finance, layoutId, "export-layout-saved", wanted.layout);
      return done({ layoutId });
    },
    intent === undefined ? {} : { intent },
  );
}

/** Stops offering a layout. Files made with it can still be made again. */
export async function retireLayout(
  context: Context,
  finance: FinanceOfficer,
  at: { readonly layoutId: string; readonly version: number },
  intent?: string,
): Promise<Result<object, "not-found" | "changed-by-someone-else">> {
  return context.change<Result<object, "not-found" | "changed-by-someone-else">>(
    async (tx) => {
      const found = await findLayout(tx, finance.organisationId, at.layoutId);
      if (found === undefined) return refused("not-found");
      if (!(await saveLayout(tx, found.id, at.version, { retiredAt: context.now }))) return refused("changed-by-someone-else");
      await recordLayout(context, tx, finance, found.id, "export-layout-retired", found.layout);
      return done({});
    },
    intent === undefined ? {} : { intent },
  );
}

async function recordLayout(
  context: Context,
  tx: Parameters<typeof record>[1],
  finance: FinanceOfficer,
  id: string,
  action: string,
  layout: SheetLayout,
): Promise<void> {
  await record(context, tx, {
    organisationId: finance.organisationId,
    actor: auditActorOf(finance),
    action,
    subject: { kind: "export-layout", id },
    details: { isFor: layout.isFor, columns: layout.columns.map(({ holds }) => holds).join(" ") },
  });
}

/** How a file with this layout looks, with two made-up payments; empty where the layout is not sound. */
export function previewOf(layout: SheetLayout): string {
  if (checkLayout(layout).length > 0) return "";
  const written = writeOwnSheet(layout, sampleRows);
  return written.ok ? written.value : "";
}

const sample: SheetRow = {
  payee: "Siân O'Neill-Brown",
  "payee-number": "KMTRWPXC",
  "account-name": "Siân O'Neill-Brown",
  "sort-code": "089999",
  "account-number": "00374958",
  "roll-number": "",
  "account-kind": "Personal",
  amount: { money: penceOf(7_780) },
  "for-time": { money: penceOf(7_500) },
  "for-costs": { money: penceOf(280) },
  "payment-reference": "CLAIM KTRMWPXC",
  claim: "KTRMWPXC",
  "payment-date": { day: calendarDateOf("2026-12-03") },
  meeting: "Planning group",
  "meeting-date": { day: calendarDateOf("2026-11-03") },
  "budget-code": "PPI-204",
  how: "Bank transfer",
  batch: "Batch 1",
  "signed-by": "Dev Shah",
  "own-sort-code": "202959",
  "own-account-number": "63748472",
  "own-name": "Example Trust",
  edition: "Original",
};
const sampleRows: readonly SheetRow[] = [
  sample,
  {
    ...sample,
    payee: "R Patel",
    "payee-number": "XDCMTRWP",
    "account-name": "R Patel",
    "sort-code": "202959",
    "account-number": "03748472",
    "roll-number": "D/12345678-9",
    amount: { money: penceOf(1_240) },
    "for-time": { money: penceOf(0) },
    "for-costs": { money: penceOf(1_240) },
    "payment-reference": "CLAIM KTRMWPXD",
    claim: "KTRMWPXD",
  },
];
