// The voucher log: how it adds up, every voucher with where it is, and the ways to buy, give out, count and print.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { voucherStates, type Counted } from "#app/domain/payments/vouchers.ts";
import { claimsWaitingForVouchers } from "#app/services/voucher-giving.server.ts";
import { voucherLogFor, type VoucherView } from "#app/services/vouchers.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { pageFrom, typedFrom } from "#app/web/list-address.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, dateInColumn, moneyInColumn, number, plainDate, plural } from "#app/words/format.ts";
import { endsIn, voucherStateNames } from "#app/words/vouchers.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const { context, finance } = visit;
  const state = voucherStates.find((one) => one === typedFrom(request, "state")) ?? null;
  const page = pageFrom(request);
  const { totals, vouchers, total, pages } = await voucherLogFor(context, finance, { state, page });
  const row = (key: string, name: string, { count, value }: Counted) => ({ key, cells: [name, number(count), moneyInColumn(value)] });
  return {
    shell: staffShell(visit),
    saved: new URL(request.url).searchParams.get("saved"),
    state: state ?? "",
    page,
    pages,
    total,
    isEmpty: totals.bought.count === 0,
    cost: moneyInColumn(totals.cost),
    totals: voucherStates.map((one) => row(one, voucherStateNames[one], totals[one])),
    bought: [row("bought", "Bought in all", totals.bought)],
    waiting: (await claimsWaitingForVouchers(context, finance)).length,
    rows: vouchers.map(rowOf),
  };
}

function rowOf(voucher: VoucherView) {
  const { voucherId, supplier, lastFour, value, boughtOn, expiresOn, state, hasRunOut, given, heldBy } = voucher;
  const where =
    given === null
      ? state === "held"
        ? `With ${heldBy}`
        : ""
      : `${given.person}, ${plainDate(given.on)}${given.confirmed === null && state === "given" ? ". Not confirmed yet" : ""}`;
  return {
    key: voucherId,
    href: `/payments/vouchers/${voucherId}`,
    link: `${supplier}. ${endsIn(lastFour)}`,
    cells: [
      moneyInColumn(value),
      dateInColumn(boughtOn),
      expiresOn === null ? "No date" : dateInColumn(expiresOn),
      hasRunOut ? "Held, past its last day" : voucherStateNames[state],
      where,
    ],
  };
}

const notices: Readonly<Record<string, string>> = {
  bought: "The vouchers are in the log.",
  given: "The vouchers are given out, and the person is told.",
  "given-not-told": "The vouchers are given out. We have no way on file to tell the person, so tell them yourself.",
};

export default function VoucherLog() {
  const { shell, saved, state, page, pages, total, isEmpty, cost, totals, bought, waiting, rows } = useLoaderData<typeof loader>();
  const notice = saved === null ? undefined : notices[saved];
  const links = [
    {
      href: "/payments/vouchers/give",
      text: `Give vouchers out: ${number(waiting)} ${plural(waiting, "claim waits", "claims wait")}`,
    },
    { href: "/payments/vouchers/count", text: "Count the vouchers" },
    { href: "/payments/vouchers/log", text: "Voucher log to print or save" },
  ];
  return (
    <Page
      shell={shell}
      heading="Vouchers"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={notice === undefined ? undefined : { heading: "Saved", children: notice }}
    >
      <p>Vouchers are kept like cash. Whoever keeps one does not give it out. Keep only what is needed soon.</p>
      <ButtonLink href="/payments/vouchers/buy">Write in vouchers</ButtonLink>
      <LinkList links={links} />
      {isEmpty ? (
        <p>There is nothing in the log yet. Vouchers appear here once they are written in.</p>
      ) : (
        <>
          <DataTable
            id="totals"
            caption="How the log adds up"
            columns={[{ header: "Where they are" }, { header: "How many", holds: "figures" }, { header: "Worth", holds: "figures" }]}
            rows={totals}
            totals={bought}
          />
          <p>They cost {cost} in all.</p>
          <form method="get" action="/payments/vouchers">
            <SelectField
              name="state"
              label="Show"
              options={[
                { value: "", label: "All vouchers" },
                ...voucherStates.map((value) => ({ value, label: voucherStateNames[value] })),
              ]}
              value={state}
            />
            <button type="submit" className="govuk-button govuk-button--secondary">
              Show these
            </button>
          </form>
          {rows.length === 0 ? (
            <p>No voucher is in this list.</p>
          ) : (
            <DataTable
              id="log"
              caption={`${counted(total, "voucher", "vouchers")}, the last bought first`}
              columns={[
                { header: "Voucher" },
                { header: "Worth", holds: "figures" },
                { header: "Bought" },
                { header: "Use by" },
                { header: "State" },
                { header: "Where" },
              ]}
              rows={rows.map(({ key, href, link, cells }) => ({
                key,
                cells: [
                  <a key="link" className="target" href={href}>
                    {link}
                  </a>,
                  ...cells,
                ],
              }))}
            />
          )}
          <Pagination current={page} count={pages} hrefOf={(one) => `/payments/vouchers?state=${state}&page=${one}`} />
        </>
      )}
    </Page>
  );
}
