// How far something is: every step in words, the present one marked.
import type { ReactElement, ReactNode } from "react";
import { StatusTag, type StatusWord } from "#app/ui/status-tag.tsx";

export type TrackerStep = {
  readonly name: string;
  readonly state: "done" | "now" | "to-come";
  /** A date, a person, what is waited for. */
  readonly note?: ReactNode;
};

const words = {
  done: ["Done", undefined],
  now: ["Waiting", "Now"],
  "to-come": ["Not started", "To come"],
} as const satisfies Readonly<Record<TrackerStep["state"], readonly [StatusWord, string | undefined]>>;

/** Steps in order, one of them the present one. `label` names the list for people who hear it. */
export function Tracker({ steps, label }: { readonly steps: readonly TrackerStep[]; readonly label: string }): ReactElement {
  return (
    <ol className="tracker" aria-label={label}>
      {steps.map((step) => {
        const [status, text] = words[step.state];
        return (
          <li key={step.name} aria-current={step.state === "now" ? "step" : undefined}>
            <StatusTag status={status} text={text} />
            <div className="tracker__text">
              <span className="tracker__name">{step.name}</span>
              {step.note === undefined ? null : <div>{step.note}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
