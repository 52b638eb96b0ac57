// The end of a journey: what was done, as the page's h1.
import type { ReactElement, ReactNode } from "react";
import { Icon } from "#app/ui/icons.tsx";

/** "Done: {what}". Use it in place of PageShell's heading; `children` holds a reference or one more sentence. */
export function DonePanel({ what, children }: { readonly what: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">
        <Icon name="tick" />
        <span>Done: {what}</span>
      </h1>
      {children === undefined ? null : <div className="govuk-panel__body">{children}</div>}
    </div>
  );
}
