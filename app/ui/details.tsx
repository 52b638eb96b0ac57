// Words that open when asked for: "Why we ask this", "Who will see this". Never nested, never needed to answer.
import type { ReactElement, ReactNode } from "react";

/** A disclosure; its summary is a question or a noun phrase. Print pages pass `isOpen`. */
export function Details({
  summary,
  children,
  isOpen = false,
}: {
  readonly summary: string;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
}): ReactElement {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{typeof children === "string" ? <p>{children}</p> : children}</div>
    </details>
  );
}
