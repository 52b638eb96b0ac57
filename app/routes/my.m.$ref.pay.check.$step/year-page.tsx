// Draws a person's year of payments: the payments, and for each benefit a picture and the same as a table.
import type { ReactElement } from "react";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { Lines, Sentences } from "#app/ui/lines.tsx";
import { Page, PageForm } from "#app/ui/page-frame.tsx";
import { RoomChart } from "#app/ui/room-chart.tsx";
import { checkPageWords } from "#app/words/benefits/check-page.ts";
import { yearWords } from "#app/words/benefits/year.ts";
import type { CheckFrame } from "./frame.ts";
import type { CheckView } from "./view.server.ts";

type YearPageView = Extract<CheckView, { kind: "year" }>;

/** The year in the person's own way of writing. */
export function YearPage({ shell, home, caption, wording, view, carried }: CheckFrame & { readonly view: YearPageView }): ReactElement {
  const { year, isKept } = view;
  const words = yearWords[wording];
  const shared = checkPageWords[wording];
  const [name, amount, when, where] = words.paymentColumns;
  return (
    <Page shell={shell} caption={caption} heading={year.heading} back={{ href: `${home}/pay`, text: shared.backToPayment }}>
      {year.intro.map((text) => (
        <p key={text}>
          <Sentences text={text} wording={wording} />
        </p>
      ))}
      {year.payments.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          id="payments"
          caption={words.paymentsCaption}
          columns={[
            { header: name },
            { header: amount, holds: "figures" },
            { header: when },
            ...(year.isAnswered ? [{ header: where }] : []),
          ]}
          rows={year.payments.map(({ key, cells: [meeting, paid, day, places] }) => ({
            key,
            cells: [meeting, paid, day, ...(year.isAnswered ? [places.length === 0 ? "" : <Lines key="places" all={places} />] : [])],
          }))}
        />
      )}
      {year.isAnswered ? null : (
        <>
          <p>
            <Sentences text={words.noAnswers} wording={wording} />
          </p>
          <ButtonGroup>
            <ButtonLink href={`${home}/pay/check/keep`}>{words.ask}</ButtonLink>
          </ButtonGroup>
        </>
      )}
      {year.benefits.map((benefit) => {
        const columns = words.tableColumns(benefit.perWeek ? "week" : "assessment-period");
        return (
          <section key={benefit.id} aria-label={benefit.name}>
            <h2>{benefit.name}</h2>
            {benefit.texts.map((text) => (
              <p key={text}>
                <Sentences text={text} wording={wording} />
              </p>
            ))}
            {benefit.rows.length === 0 ? null : (
              <>
                <RoomChart
                  id={`room-${benefit.id}`}
                  title={words.pictureOf(benefit.name)}
                  finding={benefit.finding}
                  bars={benefit.rows.map((row) => ({ ...row, counted: row.bar, left: row.under }))}
                />
                <DataTable
                  id={`year-${benefit.id}`}
                  caption={words.tableCaption(benefit.name)}
                  columns={columns.map((header) => ({ header }))}
                  rows={benefit.rows.map((row) => ({ key: row.key, cells: [row.days, row.payments, row.counted, row.limit, row.left] }))}
                />
                {benefit.figures.length === 0 ? null : (
                  <Details summary={words.limitsOf(benefit.name)}>
                    <ul className="govuk-list govuk-list--bullet">
                      {benefit.figures.map((figure) => (
                        <li key={figure}>{figure}</li>
                      ))}
                    </ul>
                  </Details>
                )}
              </>
            )}
          </section>
        );
      })}
      <p>
        <Sentences text={year.advice} wording={wording} />
      </p>
      <p>
        <strong>
          <Sentences text={year.closing} wording={wording} />
        </strong>
      </p>
      {year.isAnswered ? (
        <>
          <ButtonGroup>
            <ButtonLink href={`${home}/pay/adviser`}>{shared.adviser}</ButtonLink>
          </ButtonGroup>
          <PageForm action={`${home}/pay/check/result`} carried={{ carried }}>
            <ButtonGroup>
              <Button kind="secondary">{words.backToResult}</Button>
              <Button kind="secondary" intent="forget">
                {shared.forget}
              </Button>
            </ButtonGroup>
          </PageForm>
          <p>
            <Sentences text={isKept ? words.kept : words.notKept} wording={wording} />
          </p>
        </>
      ) : null}
    </Page>
  );
}
