// Words that open when asked for: "Why we ask this", "Who will see this". Never nested, never needed to answer.
import type { ReactElement, ReactNode } from "react";

/** A disclosure; its summary is a question or a noun phrase. Print pages pass `isOpen`. */
export function Details({
  summary,
  about,
  children,
  isOpen = false,
}: {
  readonly summary: string;
  /** What it is about, for people who hear several alike in a list. Not seen. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
}): ReactElement {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {summary}
          {about === undefined ? null : <span className="govuk-visually-hidden">: {about}</span>}
        </span>
      </summary>
      <div className="govuk-details__text">{typeof children === "string" ? <p>{children}</p> : children}</div>
    </details>
  );
}
