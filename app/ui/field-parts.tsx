// The parts every field is made of: label or legend, hint, error, in the order people read and hear them.
import type { ReactElement, ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";
import { describedBy } from "#app/ui/field-ids.ts";

/** How the question looks and what it is: plain words, or the page's only heading, or a heading of a lower level. */
export type AsHeading = "h1" | "h2" | "h3";

/** Label above, hint under it, error right above the control; a bar at the side marks the group in error. */
export function FormGroup({
  error,
  children,
  className,
}: {
  readonly error?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactElement {
  return <div className={classes("govuk-form-group", error !== undefined && "govuk-form-group--error", className)}>{children}</div>;
}

/** A label, inside the page's h1 when it is the page's only question. */
export function Label({
  htmlFor,
  children,
  asHeading,
}: {
  readonly htmlFor: string;
  readonly children: ReactNode;
  readonly asHeading?: AsHeading | undefined;
}): ReactElement {
  if (asHeading === undefined) {
    return (
      <label className="govuk-label" htmlFor={htmlFor}>
        {children}
      </label>
    );
  }
  const Heading = asHeading;
  return (
    <Heading className="govuk-label-wrapper">
      <label className={`govuk-label ${asHeading === "h1" ? "govuk-label--l" : "govuk-label--m"}`} htmlFor={htmlFor}>
        {children}
      </label>
    </Heading>
  );
}

/** One sentence under the label. */
export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <div id={id} className="govuk-hint">
      {children}
    </div>
  );
}

/** The same message as in the error summary, beginning with an "Error: " that is heard and not seen. */
export function ErrorMessage({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error: </span>
      {children}
    </p>
  );
}

export type FieldsetProps = {
  readonly legend: ReactNode;
  /** The question is the page's h1 (its only question) or a heading of a section. */
  readonly asHeading?: AsHeading | undefined;
  /** Base of the ids of hint and error. */
  readonly id?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** Controls that answer one question, with the question as their legend. */
export function Fieldset({ legend, asHeading, id, hint, error, children }: FieldsetProps): ReactElement {
  const hintId = hint === undefined || id === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined || id === undefined ? undefined : `${id}-error`;
  const Heading = asHeading;
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy(hintId, errorId)}>
      <legend className={classes("govuk-fieldset__legend", legendSize(asHeading))}>
        {Heading === undefined ? legend : <Heading className="govuk-fieldset__heading">{legend}</Heading>}
      </legend>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      {children}
    </fieldset>
  );
}

function legendSize(asHeading: AsHeading | undefined): string {
  if (asHeading === undefined) return "govuk-fieldset__legend--s";
  return asHeading === "h1" ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--m";
}

/** A label's words with "(optional)" after them where a form says so. */
export function optionalLabel(label: ReactNode, optional: boolean | undefined): ReactNode {
  return optional === true ? <>{label} (optional)</> : label;
}
