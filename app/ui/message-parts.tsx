// A message as it will be read: its subject, and its parts in order, set apart from the page around it.
import type { JSX } from "react";

export type MessagePart = { readonly heading?: string | undefined; readonly lines: readonly string[] };

/** The words of one message. Headings stand one level under the section that holds it. */
export function MessageParts({
  subject,
  parts,
}: {
  readonly subject?: string | undefined;
  readonly parts: readonly MessagePart[];
}): JSX.Element {
  return (
    <div className="govuk-inset-text">
      {subject === undefined ? null : (
        <p>
          <strong>Subject: {subject}</strong>
        </p>
      )}
      {parts.map((part, index) => (
        <div key={index}>
          {part.heading === undefined ? null : <h3>{part.heading}</h3>}
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
    </div>
  );
}
