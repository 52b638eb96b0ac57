// Choosing what a list shows: a GET form, so that what is seen has an address to keep, print or send.
import type { ReactElement, ReactNode } from "react";

export type FiltersProps = {
  /** The page's own path. */
  readonly action: string;
  /** "Show" and the like: Radios, Checkboxes or fields. */
  readonly children: ReactNode;
  readonly button?: string | undefined;
  /** "Showing 4 of 12": said after the form whenever something was chosen. */
  readonly result?: string | undefined;
};

/** The filter form and, under it, how much of the list is showing. */
export function Filters({ action, children, button = "Update the list", result }: FiltersProps): ReactElement {
  return (
    <>
      <form className="filters" method="get" action={action}>
        <div className="filters__fields">{children}</div>
        <button type="submit" className="govuk-button govuk-button--secondary">
          {button}
        </button>
      </form>
      {result === undefined ? null : <p role="status">{result}</p>}
    </>
  );
}
