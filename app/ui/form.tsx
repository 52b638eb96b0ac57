// A form that works without scripts: our own messages, a page-and-person token, and a key so that sending twice acts once.
import type { ReactElement, ReactNode } from "react";

export type FormProps = {
  readonly formToken: string;
  /** Made when the page was made; the server acts on each key once. Left out where sending twice does no harm. */
  readonly intentKey?: string | undefined;
  /** Where it is sent; left out, to the page's own address. "#problem" is added. */
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  /** For forms with a file. */
  readonly hasFiles?: boolean | undefined;
  /** The version that was read, so that two people editing never overwrite silently, and other values to carry. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
  readonly children: ReactNode;
};

/** An ordinary POST form whose answer lands on the error summary if there is one. The browser's own checks are off: the server writes every message. */
export function Form({ formToken, intentKey, action = "", id, hasFiles = false, carried = {}, children }: FormProps): ReactElement {
  return (
    <form method="post" action={`${action}#problem`} id={id} noValidate encType={hasFiles ? "multipart/form-data" : undefined}>
      <HiddenFields values={{ formToken, ...(intentKey === undefined ? {} : { intentKey }), ...carried }} />
      {children}
    </form>
  );
}

/** Values sent along without being seen. */
export function HiddenFields({ values }: { readonly values: Readonly<Record<string, string>> }): ReactElement {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
