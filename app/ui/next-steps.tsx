// What happens next, in order and with dates. At most four lines.
import type { ReactElement, ReactNode } from "react";

/** "What happens next" and its numbered lines. */
export function NextSteps({
  steps,
  heading = "What happens next",
}: {
  readonly steps: readonly ReactNode[];
  readonly heading?: string | undefined;
}): ReactElement {
  return (
    <section aria-labelledby="next-steps-heading">
      <h2 id="next-steps-heading">{heading}</h2>
      <ol className="next-steps">
        {steps.map((step, index) => (
          // By place: the lines never change places
          <li key={index}>
            <div className="next-steps__text">{step}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
