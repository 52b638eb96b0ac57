// A message as it will be read: its subject, and its parts in order, set apart from the page around it.
import type { JSX } from "react";
import { easyDrawings } from "#app/documents/card-shapes.ts";
import { easyPartPictures } from "#app/words/easy-pictures.ts";
import { easyPartOf, type MessagePart } from "#app/words/invitation.ts";

/** The words of one message, with the pictures of Easy Read where it is a letter in Easy Read. Headings stand one level under the section that holds it. */
export function MessageParts({
  subject,
  parts,
  hasPictures = false,
}: {
  readonly subject?: string | undefined;
  readonly parts: readonly MessagePart[];
  readonly hasPictures?: boolean;
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
          <PartLines part={part} hasPictures={hasPictures} />
        </div>
      ))}
    </div>
  );
}

function PartLines({ part, hasPictures }: { readonly part: MessagePart; readonly hasPictures: boolean }): JSX.Element {
  const about = hasPictures ? easyPartOf(part) : undefined;
  const lines = part.lines.map((line) => <p key={line}>{line}</p>);
  if (about === undefined) return <>{lines}</>;
  return (
    <div className="pictured">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <path fillRule="evenodd" d={easyDrawings[easyPartPictures[about]]} />
      </svg>
      <div>{lines}</div>
    </div>
  );
}
