// What people have done about a plan: bookings made, other ways agreed, clashes settled, conversations had. An arrangement only
// counts when somebody owns it and there is evidence; saying "it is fine" is neither.
import type { ClashId } from "#app/domain/access/conflicts.ts";
import type { FormatId } from "#app/domain/access/formats.ts";
import type { AskedId } from "#app/domain/access/asked.ts";
import type { SupportId } from "#app/domain/access/supports.ts";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import type { CalendarDate } from "#app/domain/basics/dates.ts";

type Backing = {
  /** Who makes sure of it on the day. */
  readonly owner?: string;
  /** A confirmation, a photo, a message: something another person could check. */
  readonly evidence?: string;
};

export type Arrangement =
  | (Backing & {
      readonly kind: "booking";
      readonly support: SupportId;
      readonly quantity: number;
      readonly state: "to-book" | "asked" | "confirmed" | "declined" | "cancelled";
    })
  /** Another way round a venue feature that is missing or not known, for everybody with this requirement. */
  | (Backing & { readonly kind: "other-way"; readonly requirement: AskedId; readonly feature: VenueFeatureId })
  /** The facilitator's action, the layout and the online features of a requirement. */
  | (Backing & { readonly kind: "way-of-working"; readonly requirement: AskedId })
  | (Backing & { readonly kind: "papers"; readonly attendee: string; readonly format: FormatId })
  | (Backing & { readonly kind: "evacuation-plan"; readonly attendee: string })
  | (Backing & { readonly kind: "clash"; readonly clash: ClashId; readonly way: string })
  /** The person was talked to about one requirement, and it is recorded by whom, when and what was said. */
  | {
      readonly kind: "talked-through";
      readonly attendee: string;
      readonly requirement: AskedId;
      readonly by: string;
      readonly on: CalendarDate;
      readonly evidence?: string;
    };

/** Says whether an arrangement may be relied on: owned, with evidence, and for a booking confirmed. */
export function isSecured(arrangement: Arrangement): boolean {
  const hasEvidence = (arrangement.evidence ?? "").trim() !== "";
  if (arrangement.kind === "talked-through") return hasEvidence && arrangement.by.trim() !== "";
  const isBacked = hasEvidence && (arrangement.owner ?? "").trim() !== "";
  return isBacked && (arrangement.kind !== "booking" || arrangement.state === "confirmed");
}

/** How many of a support are booked for certain. */
export function quantitySecured(arrangements: readonly Arrangement[], support: SupportId): number {
  return arrangements.reduce(
    (sum, arrangement) =>
      arrangement.kind === "booking" && arrangement.support === support && isSecured(arrangement) ? sum + arrangement.quantity : sum,
    0,
  );
}
