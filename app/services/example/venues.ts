// What is known of the example's two venues. The figures come from published access guides of two real halls, under other
// names; what a guide does not say stays unknown, and the facts say "example" as their source, never a real guide.
import type { FactAnswer } from "../venues.server.ts";

type Known = Readonly<Record<string, FactAnswer["value"]>>;

const asAnswers = (known: Known): readonly FactAnswer[] =>
  Object.entries(known).map(([feature, value]) => ({ feature: feature as FactAnswer["feature"], value, note: "" }));

/** Weavers' Hall: a foyer used as a meeting room. */
export const weaversHall = asAnswers({
  "step-free-route-to-room": true,
  "loop-present": false,
  "floor-calm": false,
  "room-turning-space": 1500,
  "wheelchair-spaces": 0,
  "table-knee-height": false,
  "chairs-with-arms": 2,
  "dog-floor-space": true,
  "signage-clear": false,
  "exit-step-free": 0,
});

/** Riverside Community Centre: a narrow ramp, no parking, one accessible toilet. */
export const riversideCentre = asAnswers({
  "step-free-route-to-room": true,
  "approach-surface": false,
  "signage-clear": false,
  "entrance-shelter": false,
  "ramp-width": 750,
  "ramp-handrails": false,
  "ramp-gradient": 5,
  "entrance-door-width": 860,
  "loop-present": false,
  "toilet-accessible": true,
  "toilet-accessible-count": 1,
  "toilet-transfer-right": true,
  "toilet-transfer-left": false,
  "dog-water": false,
  "dog-spending-distance": false,
  "drop-off-distance": false,
  "parking-accessible-bay-count": 0,
});
