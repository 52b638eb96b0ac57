// One sentence to a line, inside a paragraph, a hint or an item: how Easy Read is set.
import type { ReactElement } from "react";

/** Each sentence on a line of its own, read as one text. */
export function Lines({ all }: { readonly all: readonly string[] }): ReactElement {
  return (
    <>
      {all.map((line) => (
        <span key={line} className="line">
          {line}{" "}
        </span>
      ))}
    </>
  );
}
