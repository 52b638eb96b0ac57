// One sentence nobody should miss.
import type { ReactElement, ReactNode } from "react";
import { Icon } from "#app/ui/icons.tsx";

/** A warning sentence, with the word "Warning" for people who do not see the mark. */
export function Warning({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="govuk-warning-text">
      <Icon name="warning" />
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning: </span>
        {children}
      </strong>
    </div>
  );
}

/** Words set apart from the page: a rule with its source, a note, a quotation. */
export function Inset({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="govuk-inset-text">{children}</div>;
}
