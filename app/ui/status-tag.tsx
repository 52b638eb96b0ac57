// The state of a thing: always a shape, a word and a border together. One list of words for the whole app.
import type { ReactElement } from "react";
import { Icon, type IconName } from "#app/ui/icons.tsx";
import type { StatusTone } from "#app/ui/tokens.ts";

const looks = {
  // Requirement
  "To do": ["to-do", "circle"],
  Waiting: ["waiting", "dots"],
  "Part met": ["part-met", "half"],
  Met: ["met", "tick"],
  "Cannot meet": ["cannot", "warning"],
  // Finding
  "Not met": ["cannot", "warning"],
  // Booking
  "To book": ["to-do", "circle"],
  Asked: ["waiting", "dots"],
  Confirmed: ["met", "tick"],
  Cancelled: ["to-do", "cross"],
  // Clash
  "To sort out": ["to-do", "circle"],
  "Asked people": ["waiting", "dots"],
  Agreed: ["met", "tick"],
  "Could not agree": ["cannot", "warning"],
  // Reply
  Coming: ["met", "tick"],
  "Not sure": ["part-met", "half"],
  "Not coming": ["to-do", "cross"],
  "No reply": ["to-do", "circle"],
  // Claim (Agreed, Paid as above and below)
  Sent: ["waiting", "dots"],
  Checked: ["part-met", "half"],
  Paid: ["met", "tick"],
  "On hold": ["part-met", "clock"],
  "Sent back": ["cannot", "warning"],
  // Batch
  Draft: ["to-do", "circle"],
  Locked: ["waiting", "dots"],
  Exported: ["part-met", "half"],
  // Venue fact
  Yes: ["met", "tick"],
  No: ["cannot", "cross"],
  "Not known": ["to-do", "question"],
  "Yes, with a change": ["part-met", "half"],
  // Rule entry
  "In date": ["met", "tick"],
  "Review soon": ["part-met", "clock"],
  "Out of date": ["cannot", "warning"],
  // Task list row
  "Not started": ["to-do", "circle"],
  Started: ["part-met", "half"],
  Done: ["met", "tick"],
  "Cannot start yet": ["to-do", "clock"],
  // Dates
  Late: ["cannot", "warning"],
} as const satisfies Readonly<Record<string, readonly [StatusTone, IconName]>>;

export type StatusWord = keyof typeof looks;

/** Every status word, for tests and the page that explains them. */
export const statusWords = Object.keys(looks) as readonly StatusWord[];

/** A status as shape, word and border. `text` says more in the same look: status "Done", text "Done: coming in person". */
export function StatusTag({ status, text }: { readonly status: StatusWord; readonly text?: string | undefined }): ReactElement {
  const [tone, icon] = looks[status];
  return (
    <strong className={`govuk-tag tag-${tone}`}>
      <Icon name={icon} />
      {text ?? status}
    </strong>
  );
}
