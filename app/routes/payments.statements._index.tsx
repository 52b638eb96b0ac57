// Annual statements: who was paid in a tax year, and sending each person theirs.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taxYearOf } from "#app/domain/basics/dates.ts";
import { peopleInTaxYear, sendStatements } from "#app/services/statements.server.ts";
import { Button, FormButtons } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { LinkList } from "#app/ui/items.tsx";
import { Page, PageForm, useAnswer } from "#app/ui/page-frame.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Warning } from "#app/ui/warning.tsx";
import { mend, problemWith, readForm } from "#app/web/forms.server.ts";
import { requireFinance } from "#app/web/guards.server.ts";
import { pageFrom, typedFrom } from "#app/web/list-address.ts";
import { goBackSaying } from "#app/web/responses.server.ts";
import { unreachableSentence } from "#app/web/run-words.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted, moneyInColumn, number } from "#app/words/format.ts";

const form = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100), page: z.coerce.number().int().min(1).max(100_000) });
const yearsShown = 7;

function yearFrom(request: Request, now: number): number {
  const asked = Number(typedFrom(request, "year"));
  return Number.isInteger(asked) && asked > now - yearsShown && asked <= now ? asked : now;
}
const nameOf = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, "0")}`;

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireFinance(request);
  const now = taxYearOf(visit.context.today);
  const year = yearFrom(request, now);
  const page = pageFrom(request);
  const found = await peopleInTaxYear(visit.context, visit.finance, year, page);
  return {
    shell: staffShell(visit),
    year,
    page,
    pages: found.pages,
    total: found.total,
    years: Array.from({ length: yearsShown }, (_, back) => ({ value: String(now - back), label: nameOf(now - back) })),
    isOver: year < now,
    sendable: found.people.filter(({ canBeTold, isPosted }) => canBeTold && !isPosted).length,
    posted: found.people.filter(({ isPosted }) => isPosted).length,
    cannotPrint: new URL(request.url).searchParams.get("letters") === "letters-we-cannot-draw",
    unreachable: found.people.filter(({ canBeTold }) => !canBeTold).map(({ name }) => name),
    rows: found.people.map((one) => ({
      key: one.personId,
      cells: [one.name, number(one.payments), moneyInColumn(one.time), moneyInColumn(one.costs)],
    })),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { context, finance } = await requireFinance(request);
  const read = await readForm(request, form);
  if (!read.ok) return mend(read.answer);
  const { year, page } = read.value;
  const sent = await sendStatements(context, finance, { year, page });
  return sent.ok
    ? goBackSaying(`/payments/statements?year=${year}&page=${page}`, "sent")
    : mend(problemWith("year", "Choose a tax year that is over", read.typed));
}

export default function AnnualStatements() {
  const { shell, year, page, pages, total, years, isOver, sendable, posted, cannotPrint, unreachable, rows, isSaved } =
    useLoaderData<typeof loader>();
  const answer = useAnswer();
  return (
    <Page
      shell={shell}
      heading="Annual statements"
      width="wide"
      back={{ href: "/payments", text: "Payments" }}
      notice={isSaved ? { heading: "Saved", children: "The statements are sent, each in the way the person chose." } : undefined}
    >
      <form method="get" action="/payments/statements">
        <SelectField name="year" label="Tax year" options={years} value={String(year)} error={answer.error("year")} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show this year
        </button>
      </form>
      {rows.length === 0 ? (
        <p>Nobody was paid in this tax year.</p>
      ) : (
        <>
          {cannotPrint ? (
            <Warning>We could not print these. Some letters in them are not in our typefaces. Send them instead.</Warning>
          ) : null}
          {unreachable.length === 0 ? null : <Warning>{unreachableSentence(unreachable)}</Warning>}
          <DataTable
            id="people"
            caption={`${counted(total, "person", "people")} paid in ${nameOf(year)}, by name`}
            columns={[
              { header: "Name" },
              { header: "Payments", holds: "figures" },
              { header: "For time", holds: "figures" },
              { header: "For costs", holds: "figures" },
            ]}
            rows={rows}
          />
          <Pagination current={page} count={pages} hrefOf={(one) => `/payments/statements?year=${year}&page=${one}`} />
          {isOver && sendable + posted > 0 ? (
            <>
              {sendable === 0 ? null : (
                <PageForm carried={{ year: String(year), page: String(page) }}>
                  <FormButtons primary={`Send in each person's format (${number(sendable)})`} />
                </PageForm>
              )}
              {posted === 0 ? null : (
                <PageForm action="/payments/statements/letters.pdf" carried={{ year: String(year), page: String(page) }}>
                  <Button kind="secondary">{`Print ${counted(posted, "letter", "letters")}`}</Button>
                </PageForm>
              )}
            </>
          ) : (
            <p>Statements are sent once the tax year is over.</p>
          )}
          <LinkList links={[{ href: `/payments/statements/${year}.csv`, text: `Everybody paid in ${nameOf(year)} (CSV)` }]} />
        </>
      )}
    </Page>
  );
}
