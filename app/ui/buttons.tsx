// Buttons do something; links go somewhere. The main button comes first, so that Enter in any field means "Save and continue".
import type { ReactElement, ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";

export type ButtonProps = {
  readonly children: ReactNode;
  /** What it is about, for people who hear buttons in a list: "Remove" about "receipt.jpg". Not seen. */
  readonly about?: string | undefined;
  readonly kind?: "primary" | "secondary" | "danger" | "plain" | undefined;
  /** Sent as `intent`; the main button has none. */
  readonly intent?: string | undefined;
  /** For a button whose own value matters: sent as `name`=`value` instead of an intent. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of another form, for a button that stands inside this one but belongs to that. */
  readonly form?: string | undefined;
  readonly id?: string | undefined;
};

const kindClass = { primary: "", secondary: "govuk-button--secondary", danger: "govuk-button--warning", plain: "button-plain" } as const;

/** A submit button. Never disabled: if it cannot act, the answer says why. */
export function Button({ children, about, kind = "primary", intent, name, value, form, id }: ButtonProps): ReactElement {
  const sentName = intent === undefined ? name : "intent";
  return (
    <button type="submit" className={classes("govuk-button", kindClass[kind])} id={id} form={form} name={sentName} value={intent ?? value}>
      {children}
      {about === undefined ? null : <span className="govuk-visually-hidden"> {about}</span>}
    </button>
  );
}

/** A link that is the page's main way on, and looks it. It stays a link: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  children,
  about,
  kind = "primary",
}: {
  readonly href: string;
  readonly children: ReactNode;
  readonly about?: string | undefined;
  readonly kind?: "primary" | "secondary" | undefined;
}): ReactElement {
  return (
    <a href={href} className={classes("govuk-button", kindClass[kind])}>
      {children}
      {about === undefined ? null : <span className="govuk-visually-hidden"> {about}</span>}
    </a>
  );
}

/** Buttons and links that belong together; put the main button first. */
export function ButtonGroup({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="govuk-button-group">{children}</div>;
}

export type FormButtonsProps = {
  /** The main button's words; "Save and continue" unless the page does something else. */
  readonly primary?: string | undefined;
  readonly kind?: "primary" | "danger" | undefined;
  readonly secondary?: readonly { readonly intent: string; readonly text: string }[] | undefined;
  readonly children?: ReactNode;
};

/** The end of a form: the main button, then the others in the same form; links may follow as children. */
export function FormButtons({ primary = "Save and continue", kind = "primary", secondary = [], children }: FormButtonsProps): ReactElement {
  return (
    <ButtonGroup>
      <Button kind={kind}>{primary}</Button>
      {secondary.map((other) => (
        <Button key={other.intent} kind="secondary" intent={other.intent}>
          {other.text}
        </Button>
      ))}
      {children}
    </ButtonGroup>
  );
}

/** What follows most questions in an attendee's journey. */
export const skipAndLater = [
  { intent: "skip", text: "Skip this question" },
  { intent: "later", text: "Save and come back later" },
] as const;
