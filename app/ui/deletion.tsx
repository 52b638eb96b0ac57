// What deleting somebody does: what goes, what stays.
import type { ReactElement } from "react";

/** Two lists under headings of their own; where nothing stays it says so. */
export function DeletionLists({
  going,
  staying,
  nothingStays,
}: {
  readonly going: readonly string[];
  readonly staying: readonly string[];
  readonly nothingStays: string;
}): ReactElement {
  return (
    <>
      <h2>What we delete</h2>
      <Sentences of={going} />
      <h2>What we have to keep</h2>
      {staying.length === 0 ? <p>{nothingStays}</p> : <Sentences of={staying} />}
    </>
  );
}

/** Sentences as a list. */
export function Sentences({ of }: { readonly of: readonly string[] }): ReactElement {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
