// The year-end list for payroll: who was paid in a role decided to go through payroll, and who is not known.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taxYearOf } from "#app/domain/basics/dates.ts";
import { payrollListFor, type PayrollPerson } from "#app/services/payroll-list.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { requireFinance } from "#app/web/guards.server.ts";
import { pageFrom, typedFrom } from "#app/web/list-address.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, dateInColumn, inFoursInColumn, moneyInColumn, plural } from "#app/words/format.ts";
import { payrollUnknownSentences } from "#app/words/payroll-list.ts";
import { taxDecisionNames } from "#app/words/tax-decisions.ts";

const yearsShown = 7;
const nameOf = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, "0")}`;

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request, "authorise");
  const now = taxYearOf(visit.context.today);
  const asked = Number(typedFrom(request, "year"));
  const year = Number.isInteger(asked) && asked > now - yearsShown && asked <= now ? asked : now;
  const page = pageFrom(request);
  const { payroll, unknown, payrollPeople, unknownPeople, others, people, pages } = await payrollListFor(
    visit.context,
    visit.finance,
    year,
    page,
  );
  return {
    shell: staffShell(visit),
    year,
    page,
    pages,
    people,
    others,
    isOver: year < now,
    years: Array.from({ length: yearsShown }, (_, back) => ({ value: String(now - back), label: nameOf(now - back) })),
    payroll: payroll.flatMap(rowsOf),
    unknown: unknown.flatMap(rowsOf),
    payrollPeople,
    unknownPeople,
  };
}

function rowsOf({ name, payments }: PayrollPerson) {
  return payments.map(({ claimId, reference, paidOn, forTime, forCosts, answer }) => ({
    key: claimId,
    href: `/payments/claims/${claimId}`,
    link: `${name}, ${inFoursInColumn(reference)}`,
    cells: [
      dateInColumn(paidOn),
      moneyInColumn(forTime),
      moneyInColumn(forCosts),
      answer.answer === "not-known"
        ? payrollUnknownSentences[answer.because]
        : `${taxDecisionNames[answer.decision.decision]}. Recorded on ${dateInColumn(answer.decision.recordedOn)}`,
    ],
  }));
}

export default function PayrollList() {
  const { shell, year, page, pages, people, others, isOver, years, payroll, unknown, payrollPeople, unknownPeople } =
    useLoaderData<typeof loader>();
  return (
    <Page shell={shell} heading="Year-end list for payroll" width="wide" back={{ href: "/payments", text: "Payments" }}>
      <p>
        This goes by the day somebody was paid, and by the decision about their role that was recorded by that day. A later decision changes
        nothing before it. This service does not say what is right for tax.
      </p>
      <p>
        National Insurance numbers and dates of birth are not held here, and nobody in finance is sent them. Payroll asks each person on its
        own form, and keeps them.
      </p>
      <form method="get" action="/payments/payroll">
        <SelectField name="year" label="Tax year" options={years} value={String(year)} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show this year
        </button>
      </form>
      {people === 0 ? (
        <p>Nobody was paid in this tax year.</p>
      ) : (
        <>
          {isOver ? null : <p>This tax year is not over yet, so the list can still grow.</p>}
          {unknownPeople === 0 ? null : (
            <Warning>
              {`For ${counted(unknownPeople, "person", "people")} it is not known. Ask whoever decides about tax before you use this list.`}
            </Warning>
          )}
          <h2>Through payroll</h2>
          {payroll.length === 0 ? (
            <p>
              {payrollPeople === 0
                ? "Nobody was paid in a role decided to go through payroll."
                : `${counted(payrollPeople, "person is", "people are")} on the list, on the pages before this one.`}
            </p>
          ) : (
            <Payments
              id="payroll"
              caption={`Paid in ${nameOf(year)} in a role decided to go through payroll, by name`}
              last="Decision"
              rows={payroll}
            />
          )}
          <h2>Not known, ask</h2>
          {unknown.length === 0 ? (
            <p>
              {unknownPeople === 0
                ? "For everybody a decision is recorded."
                : `${counted(unknownPeople, "person stands", "people stand")} after the list, on the pages after this one.`}
            </p>
          ) : (
            <Payments id="unknown" caption="Not on the list, and not left out of it either" last="What is missing" rows={unknown} />
          )}
          {others === 0 ? null : (
            <p>{`${counted(others, "person", "people")} ${plural(others, "was", "were")} paid in roles decided to go another way.`}</p>
          )}
          <Pagination current={page} count={pages} hrefOf={(one) => `/payments/payroll?year=${year}&page=${one}`} />
          <LinkList links={[{ href: `/payments/payroll/${year}.csv`, text: `List for payroll ${nameOf(year)}, everybody (CSV)` }]} />
        </>
      )}
    </Page>
  );
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["payroll"];

function Payments({
  id,
  caption,
  last,
  rows,
}: {
  readonly id: string;
  readonly caption: string;
  readonly last: string;
  readonly rows: Rows;
}) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { header: "Person and claim" },
        { header: "Date paid" },
        { header: "For time", holds: "figures" },
        { header: "For costs", holds: "figures" },
        { header: last },
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
  );
}
