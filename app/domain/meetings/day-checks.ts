// What is looked at before doors open: always, or because somebody asked for it. Never who.
import type { AskedId } from "#app/domain/access/asked.ts";
import type { RequirementId } from "#app/domain/access/requirements/index.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { MeetingMode } from "./meeting.ts";

type DayCheckEntry = {
  /** Left out for what every meeting looks at. */
  readonly because?: readonly RequirementId[];
  readonly booked?: readonly SupportId[];
  readonly modes?: readonly MeetingMode[];
};

const inRoom = ["in-person", "hybrid"] as const;
const onScreen = ["online", "hybrid"] as const;

const dayChecks = {
  "loop-tested": { because: ["hearing-loop"], modes: inRoom },
  "screen-set": { because: ["captions-human", "captions-auto", "plain-visuals", "near-screen", "describe-visuals", "high-contrast"] },
  "lights-set": { because: ["low-light", "strong-light", "no-flashing", "lipread-clear-view", "low-glare"], modes: inRoom },
  "hoist-checked": { because: ["changing-places-needed"], modes: inRoom },
  "quiet-room-open": { because: ["quiet-room", "wellbeing-support", "quiet-room-shared"], modes: inRoom },
  "water-for-dog": { because: ["assistance-dog"], modes: inRoom },
  "interpreter-seats": {
    because: ["bsl-interpreter", "bsl-relay", "sse-needed", "lipspeaker-needed", "hands-on-signing", "deafblind-manual", "other-language"],
    modes: inRoom,
  },
  "interpreter-pinned": { because: ["bsl-interpreter", "bsl-relay", "sse-needed"], modes: onScreen },
  "captions-link-tested": { because: ["captions-human", "captions-auto"] },
  "seats-kept": {
    because: [
      "seat-near-exit",
      "seat-back-to-wall",
      "same-seat",
      "near-speaker",
      "near-screen",
      "firm-chair-arms",
      "wide-strong-chair",
      "special-seat",
    ],
    modes: inRoom,
  },
  "route-clear": { because: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "walking-aid", "no-stairs"], modes: inRoom },
  "lift-working": { because: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "no-stairs"], modes: inRoom },
  "cards-out": { because: ["communication-cards", "write-not-speak"] },
  "food-labelled": { booked: ["catering-special"], modes: inRoom },
  "everyone-can-hear": { modes: onScreen },
  "exits-known": { modes: inRoom },
  "running-order-up": {},
  "receipts-envelope": { modes: inRoom },
  "cash-float": { because: ["paid-promptly-discreetly"], modes: inRoom },
} as const satisfies Readonly<Record<string, DayCheckEntry>>;

export type DayCheckId = keyof typeof dayChecks;
export const dayCheckIds = Object.keys(dayChecks) as readonly DayCheckId[];

/** What this meeting looks at before doors open, in order. */
export function dayChecksFor(
  mode: MeetingMode,
  requirements: ReadonlySet<AskedId>,
  supports: ReadonlySet<SupportId>,
): readonly DayCheckId[] {
  return dayCheckIds.filter((id) => {
    const { because, booked, modes }: DayCheckEntry = dayChecks[id];
    if (modes !== undefined && !modes.includes(mode)) return false;
    if (because === undefined && booked === undefined) return true;
    return (because ?? []).some((one) => requirements.has(one)) || (booked ?? []).some((one) => supports.has(one));
  });
}
