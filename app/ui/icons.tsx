// Small drawings of our own beside words. Each is hidden from assistive technology, because the word beside it says the same.
import type { ReactElement } from "react";

export type IconName =
  "circle" | "dots" | "half" | "tick" | "warning" | "question" | "cross" | "clock" | "arrow-back" | "arrow-on" | "table";

const drawings: Readonly<Record<IconName, ReactElement>> = {
  circle: <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  dots: (
    <g fill="currentColor">
      <circle cx="3.5" cy="10" r="2.4" />
      <circle cx="10" cy="10" r="2.4" />
      <circle cx="16.5" cy="10" r="2.4" />
    </g>
  ),
  half: (
    <g>
      <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path d="M10 3a7 7 0 0 0 0 14z" fill="currentColor" />
    </g>
  ),
  tick: (
    <g fill="none" stroke="currentColor" strokeWidth="2.2">
      <circle cx="10" cy="10" r="8" />
      <path d="M6 10.5l2.8 2.8L14 7.5" strokeLinecap="round" strokeLinejoin="round" />
    </g>
  ),
  warning: (
    <g>
      <path d="M10 2.2L18.6 17.6H1.4z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path d="M10 7.6v4.6" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="10" cy="15" r="1.3" fill="currentColor" />
    </g>
  ),
  question: (
    <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
      <circle cx="10" cy="10" r="8" />
      <path d="M7.6 8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7" />
      <path d="M10 14.6v.1" />
    </g>
  ),
  cross: (
    <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
      <circle cx="10" cy="10" r="8" />
      <path d="M7 7l6 6M13 7l-6 6" />
    </g>
  ),
  clock: (
    <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.5V10l3 2" />
    </g>
  ),
  "arrow-back": (
    <path d="M12.5 4l-6 6 6 6" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
  ),
  "arrow-on": <path d="M7.5 4l6 6-6 6" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />,
  // A round table with seats: the mark beside the organisation's name.
  table: (
    <g fill="currentColor">
      <circle cx="10" cy="10" r="4.4" />
      <circle cx="10" cy="2.4" r="1.9" />
      <circle cx="16.6" cy="6.2" r="1.9" />
      <circle cx="16.6" cy="13.8" r="1.9" />
      <circle cx="10" cy="17.6" r="1.9" />
      <circle cx="3.4" cy="13.8" r="1.9" />
      <circle cx="3.4" cy="6.2" r="1.9" />
    </g>
  ),
};

/** A drawing as tall as the letters beside it, in their colour. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
