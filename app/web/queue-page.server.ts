// A queue of claims as a page shows it: rows, headers that sort, filters and pages, all from its address.
import { readDate, type CalendarDate } from "#app/domain/basics/dates.ts";
import type { FinanceReader } from "#app/domain/people/actors.ts";
import type { Context } from "#app/services/context.server.ts";
import { budgetCodes, claimQueue, queueOrders, type QueuedClaim, type WantedQueue } from "#app/services/finance-lists.server.ts";
import type { QueueSorts } from "#app/ui/claim-tables.tsx";
import { queueRow } from "#app/web/finance-words.ts";
import { addressWith, pageFrom, typedFrom, wordFrom } from "#app/web/list-address.ts";
import { number } from "#app/words/format.ts";

const states = ["any", "sent", "checked", "agreed", "paid", "on-hold", "sent-back"] as const;

export type QueuePage = {
  readonly path: string;
  readonly rows: readonly ReturnType<typeof rowOf>[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The address of the list without its page. */
  readonly here: string;
  readonly sorts: QueueSorts;
  readonly codes: readonly string[];
  readonly chosen: {
    readonly code: string;
    readonly payBy: { readonly day: string; readonly month: string; readonly year: string };
    readonly state: string;
  };
  readonly isFiltered: boolean;
  readonly showing: string;
};

function rowOf(claim: QueuedClaim, base: string) {
  return { ...queueRow(claim), href: `${base}/${claim.claimId}` };
}

/** The queue an address asks for. `base` is where each claim is opened. */
export async function queuePage(
  context: Context,
  finance: FinanceReader,
  request: Request,
  { turn, path, base }: { readonly turn: WantedQueue["turn"]; readonly path: string; readonly base: string },
): Promise<QueuePage> {
  const code = typedFrom(request, "code");
  const typed = { day: typedFrom(request, "payBy-day"), month: typedFrom(request, "payBy-month"), year: typedFrom(request, "payBy-year") };
  const read = readDate(typed);
  const payBy: CalendarDate | null = read.ok ? read.value : null;
  const state = wordFrom(request, "state", states, "any");
  const order = wordFrom(request, "sort", queueOrders, "pay-by");
  const way = wordFrom(request, "way", ["up", "down"], "up");
  const page = pageFrom(request);
  const found = await claimQueue(context, finance, {
    turn,
    order,
    isDescending: way === "down",
    budgetCode: code,
    payBy,
    state: state === "any" ? null : state,
    page,
  });
  const filters = {
    code,
    ...(read.ok ? { "payBy-day": typed.day, "payBy-month": typed.month, "payBy-year": typed.year } : {}),
    state: state === "any" ? "" : state,
  };
  const sorts: QueueSorts = Object.fromEntries(
    queueOrders.map((one) => {
      const isNow = one === order;
      const next = isNow && way === "up" ? "down" : "up";
      const standing = isNow ? (way === "up" ? ("ascending" as const) : ("descending" as const)) : ("none" as const);
      return [one, { href: addressWith(path, { ...filters, sort: one, way: next }), order: standing }];
    }),
  );
  const isFiltered = code !== "" || payBy !== null || state !== "any";
  return {
    path,
    rows: found.claims.map((claim) => rowOf(claim, base)),
    total: found.total,
    page,
    pages: found.pages,
    here: addressWith(path, { ...filters, sort: order, way }),
    sorts,
    codes: await budgetCodes(context, finance),
    chosen: { code, payBy: typed, state },
    isFiltered,
    showing: `Showing ${number(found.claims.length)} of ${number(found.total)}`,
  };
}
