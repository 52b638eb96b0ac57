// One part of the plan under its heading, or the same heading with a sentence where the part could not be loaded.
import type { ReactElement } from "react";
import type { PlanPart } from "#app/services/plan-view.ts";
import { partHeading, partNotLoaded } from "#app/words/plan-parts.ts";

type Props = {
  readonly part: PlanPart;
  readonly failed: readonly PlanPart[];
  /** The address of the page as it was asked for. */
  readonly here: string;
  readonly children: ReactElement;
};

/** The part, or in its place its heading, "We could not load this part" and a link to the page again. */
export function Part({ part, failed, here, children }: Props): ReactElement {
  if (!failed.includes(part)) return children;
  const heading = partHeading[part];
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{heading}</h2>
      <p>
        {partNotLoaded}{" "}
        <a className="target" href={`${here}#${part}`}>
          Try again<span className="govuk-visually-hidden">: {heading}</span>
        </a>
      </p>
    </section>
  );
}
