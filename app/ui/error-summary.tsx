// The box at the top of a page that could not be saved: one link per problem, each to the field it is about.
import type { ReactElement } from "react";
import { fieldIdOf } from "#app/ui/field-ids.ts";

export type Problem = {
  readonly message: string;
  /** The name of the field to mend; for a date, of one of its boxes ("due-day"). Left out when no one field is at fault. */
  readonly field?: string | undefined;
};

/** "There is a problem" and its links; nothing at all when there are no problems. */
export function ErrorSummary({ problems }: { readonly problems: readonly Problem[] }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    // Focus goes to the box once, when the page arrives, so that the problem is the first thing met; forms also end in #problem.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="govuk-error-summary" id="problem" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-error-summary__list">
            {problems.map((problem) => (
              <li key={`${problem.field ?? ""}:${problem.message}`}>
                {problem.field === undefined ? problem.message : <a href={`#${fieldIdOf(problem.field)}`}>{problem.message}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
