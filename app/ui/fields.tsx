// Fields for one answer: text, long text, date, time, money, file, choice from a list, password. Groups of choices are in choices.tsx.
// Each works from plain values, so that a form's answers can come from conform, a stored record or the last POST alike.
import type { ReactElement, ReactNode } from "react";
import { number, plural } from "#app/words/format.ts";
import { classes } from "#app/ui/classes.ts";
import { describedBy, fieldIdOf } from "#app/ui/field-ids.ts";
import { ErrorMessage, Fieldset, FormGroup, Hint, Label, optionalLabel, type AsHeading } from "#app/ui/field-parts.tsx";

export type FieldProps = {
  readonly name: string;
  /** The control's id; made from the name unless given. The error summary's links go here. */
  readonly id?: string | undefined;
  readonly label: ReactNode;
  /** The label is the page's or section's heading. */
  readonly asHeading?: AsHeading | undefined;
  /** Says "(optional)" after the label: for staff forms, where answers are otherwise wanted. */
  readonly optional?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
};

/** How wide the box is, in characters, as a promise about the answer's length. */
export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export type TextFieldProps = FieldProps & {
  readonly type?: "text" | "email" | "tel" | "url" | "search" | undefined;
  readonly autoComplete?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "url" | "search" | undefined;
  readonly enterKeyHint?: "next" | "done" | "search" | "send" | undefined;
  readonly spellCheck?: boolean | undefined;
  readonly width?: FieldWidth | undefined;
  /** Seen beside the box and not heard: the label says the unit in words. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps): ReactElement {
  const { name, label, asHeading, optional, hint, value, error, type = "text", width, prefix, suffix } = props;
  const { id, hintId, errorId } = idsOf(props);
  const input = (
    <input
      className={classes("govuk-input", width !== undefined && `govuk-input--width-${width}`, error !== undefined && "govuk-input--error")}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      enterKeyHint={props.enterKeyHint}
      spellCheck={props.spellCheck}
      aria-describedby={describedBy(hintId, errorId)}
      aria-invalid={error === undefined ? undefined : true}
    />
  );
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} asHeading={asHeading}>
        {optionalLabel(label, optional)}
      </Label>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      {prefix === undefined && suffix === undefined ? (
        input
      ) : (
        <div className="govuk-input__wrapper">
          {prefix === undefined ? null : (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix === undefined ? null : (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      )}
    </FormGroup>
  );
}

/** A time of day in one box, as people write it: "10:30am", "14:00". The hint is ours unless given. */
export function TimeField(props: FieldProps): ReactElement {
  return <TextField hint="For example, 10:30am or 14:00" {...props} width={10} spellCheck={false} autoComplete="off" />;
}

/** An amount of money. The label says "in pounds"; the sign beside the box is only seen. */
export function MoneyField(props: FieldProps): ReactElement {
  return <TextField {...props} prefix="£" width={10} inputMode="decimal" spellCheck={false} autoComplete="off" />;
}

export type LongFieldProps = FieldProps & {
  readonly rows?: number | undefined;
  /** The most characters kept. Typing is never stopped: when the page comes back it says how many are left or too many. */
  readonly limit?: number | undefined;
};

/** Several lines of text. The count appears once fewer than a quarter of the characters are left. */
export function LongField(props: LongFieldProps): ReactElement {
  const { name, label, asHeading, optional, hint, value = "", error, rows = 5, limit = 4000 } = props;
  const { id, hintId, errorId } = idsOf(props);
  const left = limit - charactersIn(value);
  const countId = left < limit / 4 ? `${id}-count` : undefined;
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} asHeading={asHeading}>
        {optionalLabel(label, optional)}
      </Label>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      <textarea
        className={classes("govuk-textarea", error !== undefined && "govuk-textarea--error")}
        id={id}
        name={name}
        rows={rows}
        spellCheck={true}
        defaultValue={value}
        aria-describedby={describedBy(hintId, countId, errorId)}
        aria-invalid={error === undefined ? undefined : true}
      />
      {countId === undefined ? null : (
        <p className="field-count" id={countId}>
          {left < 0
            ? `You have ${number(-left)} ${plural(-left, "character", "characters")} too many.`
            : `You have ${number(left)} ${plural(left, "character", "characters")} left.`}
        </p>
      )}
    </FormGroup>
  );
}

/** Characters as people count them and as the server must: a line break sent by a browser as two counts once. */
export function charactersIn(text: string): number {
  return [...text.replace(/\r\n/gu, "\n")].length;
}

export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };
export type DatePart = keyof TypedDate;

export type DateFieldProps = Omit<FieldProps, "value"> & {
  readonly value?: Partial<TypedDate> | undefined;
  /** Which boxes are wrong; all three unless said. The summary should link to the first of them. */
  readonly errorParts?: readonly DatePart[] | undefined;
};

const dateParts: readonly { readonly part: DatePart; readonly label: string; readonly width: FieldWidth }[] = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 10 },
  { part: "year", label: "Year", width: 4 },
];

/** A date in three boxes, sent as `name-day`, `name-month` and `name-year`. The month may be typed as a name. */
export function DateField(props: DateFieldProps): ReactElement {
  const { name, label, asHeading, optional, hint, value, error, errorParts = ["day", "month", "year"] } = props;
  const { id } = idsOf(props);
  return (
    <FormGroup error={error}>
      <Fieldset legend={optionalLabel(label, optional)} asHeading={asHeading} id={id} hint={hint ?? "For example, 23 3 2027"} error={error}>
        <div className="govuk-date-input">
          {dateParts.map(({ part, label: partLabel, width }) => {
            const isWrong = error !== undefined && errorParts.includes(part);
            return (
              <div className="govuk-date-input__item" key={part}>
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {partLabel}
                </label>
                <input
                  className={classes(
                    "govuk-input",
                    "govuk-date-input__input",
                    `govuk-input--width-${width}`,
                    isWrong && "govuk-input--error",
                  )}
                  id={`${id}-${part}`}
                  name={`${name}-${part}`}
                  type="text"
                  inputMode={part === "month" ? "text" : "numeric"}
                  autoComplete="off"
                  spellCheck={false}
                  defaultValue={value?.[part]}
                  aria-invalid={isWrong ? true : undefined}
                />
              </div>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

export type SelectFieldProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The words of a first option that means no answer yet; left out where every option is an answer. */
  readonly blank?: string | undefined;
};

/** A choice from a long list. For ten options or fewer use Radios. */
export function SelectField(props: SelectFieldProps): ReactElement {
  const { name, label, asHeading, optional, hint, value, error, options, blank } = props;
  const { id, hintId, errorId } = idsOf(props);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} asHeading={asHeading}>
        {optionalLabel(label, optional)}
      </Label>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      <select
        className={classes("govuk-select", error !== undefined && "govuk-select--error")}
        id={id}
        name={name}
        defaultValue={value ?? (blank === undefined ? undefined : "")}
        aria-describedby={describedBy(hintId, errorId)}
        aria-invalid={error === undefined ? undefined : true}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

export type FileFieldProps = Omit<FieldProps, "value"> & {
  /** Kinds of file, as for the `accept` attribute. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Files already taken: shown by name, so that nobody has to choose them again. */
  readonly kept?: readonly { readonly id: string; readonly name: string; readonly note?: string | undefined }[] | undefined;
  /** The id of the form that removes a kept file (sent as `remove`). A form of its own, so that Enter never removes anything. */
  readonly removeForm?: string | undefined;
};

/** A file chosen from the device, under the files already kept. */
export function FileField(props: FileFieldProps): ReactElement {
  const { name, label, asHeading, optional, hint, error, accept, multiple, kept = [], removeForm } = props;
  const { id, hintId, errorId } = idsOf(props);
  return (
    <FormGroup error={error}>
      {kept.length === 0 ? null : (
        <ul className="kept-files">
          {kept.map((file) => (
            <li key={file.id}>
              <span className="kept-files__name">
                {file.name}
                {file.note === undefined ? null : `, ${file.note}`}
              </span>
              {removeForm === undefined ? null : (
                <button type="submit" className="govuk-button govuk-button--secondary" form={removeForm} name="remove" value={file.id}>
                  Remove {file.name}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Label htmlFor={id} asHeading={asHeading}>
        {optionalLabel(label, optional)}
      </Label>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      <input
        className="file-input"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(hintId, errorId)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </FormGroup>
  );
}

export type PasswordFieldProps = FieldProps & {
  readonly autoComplete: "current-password" | "new-password";
  /** The person asked to see what they typed; the server hands it back once, on that answer. */
  readonly isShown?: boolean | undefined;
};

/** A password, hidden unless the person asked to see it. Put ShowTypedButton after the form's main button. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const { name, label, asHeading, hint, value, error, autoComplete, isShown = false } = props;
  const { id, hintId, errorId } = idsOf(props);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} asHeading={asHeading}>
        {label}
      </Label>
      {hintId === undefined ? null : <Hint id={hintId}>{hint}</Hint>}
      {errorId === undefined ? null : <ErrorMessage id={errorId}>{error}</ErrorMessage>}
      <input
        className={classes("govuk-input", "govuk-input--width-30", error !== undefined && "govuk-input--error")}
        id={id}
        name={name}
        type={isShown ? "text" : "password"}
        defaultValue={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy(hintId, errorId)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </FormGroup>
  );
}

/**
 * Shows or hides a typed password without scripts, as intent `show-typed` or `hide-typed`. It stands after the main button, because
 * Enter in a field presses the first button of the form.
 */
export function ShowTypedButton({ isShown }: { readonly isShown: boolean }): ReactElement {
  return (
    <button type="submit" className="govuk-button govuk-button--secondary" name="intent" value={isShown ? "hide-typed" : "show-typed"}>
      {isShown ? "Hide what I typed" : "Show what I typed"}
    </button>
  );
}

type Ids = { readonly id: string; readonly hintId: string | undefined; readonly errorId: string | undefined };

function idsOf(props: Pick<FieldProps, "name" | "id" | "hint" | "error">): Ids {
  const id = props.id ?? fieldIdOf(props.name);
  return {
    id,
    hintId: props.hint === undefined || props.hint === null ? undefined : `${id}-hint`,
    errorId: props.error === undefined ? undefined : `${id}-error`,
  };
}
