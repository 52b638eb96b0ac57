// Groups of choices: one of several (Radios) or any of several (Checkboxes), each in a fieldset whose legend is the question.
import type { ReactElement, ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";
import { describedBy, fieldIdOf } from "#app/ui/field-ids.ts";
import { ErrorMessage, Fieldset, FormGroup, optionalLabel, type AsHeading } from "#app/ui/field-parts.tsx";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A class on the label, for a sample of a face, a size or a colour. */
  readonly className?: string | undefined;
};

type GroupProps = {
  readonly name: string;
  /** The id of the first option; made from the name unless given. */
  readonly id?: string | undefined;
  readonly legend: ReactNode;
  readonly asHeading?: AsHeading | undefined;
  readonly optional?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly Choice[];
  /** An option apart from the others, after the word "or": "None of these". */
  readonly orElse?: Choice | undefined;
};

/** One answer out of several. Nothing is chosen unless `value` is the person's own answer. */
export function Radios(props: GroupProps & { readonly value?: string | undefined }): ReactElement {
  return <Group {...props} kind="radios" chosen={props.value === undefined ? [] : [props.value]} />;
}

/** Any number of answers. "None of these" goes in `orElse`; the server refuses it together with others. */
export function Checkboxes(props: GroupProps & { readonly values?: readonly string[] | undefined }): ReactElement {
  return <Group {...props} kind="checkboxes" chosen={props.values ?? []} />;
}

function Group(props: GroupProps & { readonly kind: "radios" | "checkboxes"; readonly chosen: readonly string[] }): ReactElement {
  const { kind, name, legend, asHeading, optional, hint, error, options, orElse, chosen } = props;
  const id = props.id ?? fieldIdOf(name);
  const option = (choice: Choice, optionId: string): ReactElement => (
    <Option
      key={choice.value}
      kind={kind}
      name={name}
      id={optionId}
      choice={choice}
      isChosen={chosen.includes(choice.value)}
      isInvalid={error !== undefined}
    />
  );
  return (
    <FormGroup error={error}>
      <Fieldset legend={optionalLabel(legend, optional)} asHeading={asHeading} id={id} hint={hint} error={error}>
        <div className={`govuk-${kind}`}>
          {options.map((choice, index) => option(choice, index === 0 ? id : `${id}-${index + 1}`))}
          {orElse === undefined ? null : (
            <>
              <div className={`govuk-${kind}__divider`}>or</div>
              {option(orElse, `${id}-or`)}
            </>
          )}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

type OptionProps = {
  readonly kind: "radios" | "checkboxes";
  readonly name: string;
  readonly id: string;
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly isInvalid: boolean;
};

function Option({ kind, name, id, choice, isChosen, isInvalid }: OptionProps): ReactElement {
  const hintId = choice.hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        className={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === "radios" ? "radio" : "checkbox"}
        value={choice.value}
        defaultChecked={isChosen}
        aria-describedby={hintId}
        // A radio has no invalid state of its own: its group's description carries the message.
        aria-invalid={isInvalid && kind === "checkboxes" ? true : undefined}
      />
      <label className={classes("govuk-label", `govuk-${kind}__label`, choice.className)} htmlFor={id}>
        {choice.label}
      </label>
      {hintId === undefined ? null : (
        <div id={hintId} className={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

export type TickProps = {
  readonly name: string;
  readonly id?: string | undefined;
  /** What is sent when ticked; "yes" unless given. */
  readonly value?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isTicked?: boolean | undefined;
  readonly error?: string | undefined;
};

/** One box on its own: a statement to agree to. */
export function Tick({ name, id = fieldIdOf(name), value = "yes", label, hint, isTicked = false, error }: TickProps): ReactElement {
  const hintId = hint === undefined ? undefined : `${id}-item-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <FormGroup error={error}>
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            name={name}
            type="checkbox"
            value={value}
            defaultChecked={isTicked}
            aria-describedby={describedBy(hintId, errorId)}
            aria-invalid={error === undefined ? undefined : true}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {label}
          </label>
          {hintId === undefined ? null : (
            <div id={hintId} className="govuk-hint govuk-checkboxes__hint">
              {hint}
            </div>
          )}
        </div>
      </div>
    </FormGroup>
  );
}
