// A short message at the top of the page after something was done. It stays until the next page.
import type { ReactElement, ReactNode } from "react";

export type NoticeProps = {
  readonly heading: string;
  readonly children?: ReactNode;
  /** "done" for something saved or sent; "news" for something to know. */
  readonly kind?: "done" | "news" | undefined;
};

/** A notice with a heading of level 2, announced politely. */
export function Notice({ heading, children, kind = "done" }: NoticeProps): ReactElement {
  return (
    <div
      className={kind === "done" ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner"}
      role="status"
      id="notice"
      tabIndex={-1}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title">{heading}</h2>
      </div>
      {children === undefined || children === null ? null : (
        <div className="govuk-notification-banner__content">{typeof children === "string" ? <p>{children}</p> : children}</div>
      )}
    </div>
  );
}
