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

/** A text in the person's own way of writing: in Easy Read every sentence has a line of its own. */
export function Sentences({ text, wording }: { readonly text: string; readonly wording: "standard" | "easy" }): ReactElement {
  return wording === "easy" ? <Lines all={text.split(/(?<=[.?!]) (?=[A-Z£])/u)} /> : <>{text}</>;
}
