// Answers with a way to change each: names on the left, answers beside them.
import type { ReactElement, ReactNode } from "react";

export type SummaryRow = {
  readonly name: string;
  readonly answer: ReactNode;
  /** Where the answer is changed. `about` follows the word for people who hear links in a list; it is the row's name unless said. */
  readonly change?: { readonly href: string; readonly text?: string | undefined; readonly about?: string | undefined } | undefined;
};

/** A list of names and answers, each with its own "Change" link where it may be changed. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): ReactElement {
  const anyChange = rows.some((row) => row.change !== undefined);
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div
          key={row.name}
          className={
            anyChange && row.change === undefined
              ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
              : "govuk-summary-list__row"
          }
        >
          <dt className="govuk-summary-list__key">{row.name}</dt>
          <dd className="govuk-summary-list__value">{row.answer}</dd>
          {row.change === undefined ? null : (
            <dd className="govuk-summary-list__actions">
              <a className="target" href={row.change.href}>
                {row.change.text ?? "Change"}
                <span className="govuk-visually-hidden"> {row.change.about ?? row.name}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
